#!/usr/bin/env python3
"""Every format to every other, and nothing lost: check-pairs.py PROGRAM PROJECT_TEXT [PAGE...]

Each page that holds inquiries becomes every format A, each A every format B, and each B is read once more: `anfrage
diff` finds nothing between what the page said and what came of it, or where text was on the way, between what text
holds of it (docs/formats.md) and what came of it. The same inquiry gives the same bytes, whether it comes from the
page, in another order, or with others from one file.

Without a PAGE: our own pages and fixtures, and the real ones where there are any (see pages.py).
"""
import itertools
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pages

FORMATS = ["akn", "html", "json", "odt", "text"]
SHOWN = 20  # lines of a difference


class Trouble(Exception):
    """What a person must look at; the test has failed."""


def run(*command, statuses=(0,)):
    done = subprocess.run(list(map(str, command)), capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode not in statuses:
        raise Trouble(f"exit status {done.returncode}\n{done.stderr[-4000:]}")
    return done.stdout


def convert(inputs, to, folder, *options, statuses=(0,)):
    """The outputs, in the order of their names. Many jobs: each output waits for the disk."""
    folder.mkdir(parents=True)
    run(PROGRAM, "convert", "--quiet", "-j8", "-t", to, "-O", folder, *options, *inputs, statuses=statuses)
    return sorted(folder.iterdir())


def split(records, folder):
    """JSON holds many inquiries in one file, other formats one: named as the command names those."""
    folder.mkdir()
    for path in records:
        for number, line in enumerate(path.read_bytes().splitlines(keepends=True), 1):
            name = path.stem if number == 1 else f"{path.stem}-{number}"
            (folder / f"{name}.json").write_bytes(line)
    return sorted(folder.iterdir())


def check_stems(expected, found):
    missing = {p.stem for p in expected} ^ {p.stem for p in found}
    if missing:
        raise Trouble(f"not in both formats: {', '.join(sorted(missing)[:SHOWN])}")


def check_bytes(expected, found):
    check_stems(expected, found)
    for one, other in zip(expected, found):
        if one.read_bytes() != other.read_bytes():
            raise Trouble(f"{one.name}: not the same bytes")


def join(records, path):
    path.write_bytes(b"".join(record.read_bytes() for record in records))
    return path


class Expected:
    """The inquiries of all pages, one a line; `anfrage diff` counts them, so say the name of each instead."""

    def __init__(self, models, path, *options):
        self.models, self.path, self.options = models, path, options

    def check(self, found, path):
        check_stems(self.models, found)
        said = run(PROGRAM, "diff", *self.options, self.path, join(found, path), statuses=(0, 1))
        if said:
            named = re.sub(r"^@@ inquiry (\d+)", lambda m: f"@@ {self.models[int(m[1]) - 1].stem}", said, flags=re.M)
            raise Trouble("\n".join(named.splitlines()[2:SHOWN]))


class Pairs:
    def __init__(self, folder, inputs):
        self.folder = folder
        self.inputs = inputs
        self.failed = 0

    def attempt(self, words, check, *arguments):
        try:
            return check(*arguments)
        except Trouble as trouble:
            print(f"--- {words}\n{trouble}")
            self.failed += 1

    def read_pages(self):
        """Refused pages are expected here; that each is refused clearly, check-corpus.py tells."""
        records = convert(self.inputs, "json", self.folder / "records", statuses=(0, 1))
        self.models = split(records, self.folder / "models")
        self.all = join(self.models, self.folder / "all.ndjson")
        held = self.folder / "held.ndjson"
        held.write_text(run(PROJECT_TEXT, self.all), encoding="utf-8")
        self.whole = Expected(self.models, self.all)
        self.held = Expected(self.models, held, "--ignore-provenance")
        print(f"{len(records)} of {len(self.inputs)} pages hold {len(self.models)} inquiries")

    def write(self, form):
        """In the format, from the pages."""
        if form == "json":
            return self.models
        return convert(self.inputs, form, self.folder / form / "first", statuses=(0, 1))

    def write_again(self, form, first):
        """From the pages, backwards and by one thread; from JSON, one by one and from one file with all."""
        check_bytes(first, convert(reversed(self.inputs), form, self.folder / form / "again", "-j1", statuses=(0, 1)))
        one_by_one = convert(self.models, form, self.folder / form / "models")
        from_one_file = convert([self.all], form, self.folder / form / "all")
        from_one_file.sort(key=lambda path: int(path.stem.removeprefix("all").removeprefix("-") or 1))
        for model, path in zip(self.models, from_one_file, strict=True):
            path.rename(path.with_stem(model.stem))
        check_bytes(one_by_one, sorted(from_one_file[0].parent.iterdir()))

    def go(self, a, b, first):
        folder = self.folder / f"{a}-{b}"
        there = convert(first, b, folder / "there")
        back = convert(there, "json", folder / "back")
        expected = self.held if "text" in (a, b) else self.whole
        expected.check(back, folder / "back.ndjson")

    def go_by_wrapped_text(self):
        folder = self.folder / "wrapped"
        there = convert(self.models, "text", folder / "there", "--option", "wrap=72")
        self.held.check(convert(there, "json", folder / "back"), folder / "back.ndjson")

    def check(self):
        self.read_pages()
        first = {form: self.attempt(f"page to {form}", self.write, form) for form in FORMATS}
        for form in FORMATS:
            if form != "json":
                self.attempt(f"{form} twice", self.write_again, form, first[form])
        for a, b in itertools.product(FORMATS, repeat=2):
            self.attempt(f"page to {a} to {b}", self.go, a, b, first[a])
        self.attempt("page to wrapped text", self.go_by_wrapped_text)
        return self.failed == 0 and len(self.models) > 0


def main():
    given = [Path(name).resolve() for name in sys.argv[3:]]
    real = pages.shared_pages(*pages.SCRAPED)
    if not given and not real:
        print("skipped: real pages, as there are none; ANFRAGE_SHARED tells where they are")
    with tempfile.TemporaryDirectory(prefix="anfrage-pairs-") as name:
        folder = Path(name)
        (folder / "in").mkdir()
        inputs = pages.stage(given or pages.some_of(pages.our_pages() + real), folder / "in")
        sys.exit(0 if Pairs(folder, inputs).check() else 1)


PROGRAM, PROJECT_TEXT = (str(Path(name).resolve()) for name in sys.argv[1:3])
main()
