#!/usr/bin/env python3
"""Bad input ends as it should: check-bad.py PROGRAM

The folder bad beside the real pages (see pages.py) holds broken, hostile and odd files, and index.tsv, which says for
each whether it is to be converted, to end in a clear error, or either. Converted: into every format, with exit status
0. A clear error: exit status 1, a line on standard error that names the file and has a code and a cause, no output.
That the file holds no inquiry is a cause only for those that hold none: else it would hide that a danger was not seen.
Nothing takes more than SECONDS or BYTES of memory. Cases that no file can hold ("special:") are made here.
"""
import csv
import os
import re
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pages

SECONDS = 10
BYTES = 1 << 30
FORMATS = ["json", "akn", "html", "odt", "text"]
GOOD_PAGE = "html_ok_baseline.html"
NO_INQUIRY = "ANF-080"
# Sound as far as they go, and read; their words, if they have any, are no inquiry's.
ENDS = dict.fromkeys((
    "akn_wrongroot.xml", "html_cookiewall.html", "html_doctype_only.html", "html_frameset.html", "html_iso2022jp.html",
    "html_trunc_head.html", "odt_content_emptytext.odt", "odt_is_fodt.odt", "odt_mut_01.odt", "odt_mut_07.odt",
    "txt_bom_only.txt",
), "no inquiry")
ENDS["special:rlimit_nofile"] = "converted"  # one file at a time is enough


class Outcome:
    """What became of one call of the command."""

    def __init__(self, folder, arguments, stdout=subprocess.PIPE, limits=(), **variables):
        def limit():
            for what, most in [(resource.RLIMIT_AS, BYTES), *limits]:
                resource.setrlimit(what, (most, most))
        try:
            done = subprocess.run([PROGRAM, *map(str, arguments)], cwd=folder, env={**os.environ, **variables},
                                  stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE, timeout=SECONDS,
                                  preexec_fn=limit)
        except subprocess.TimeoutExpired:
            self.status, self.said, self.output = None, f"more than {SECONDS} seconds", b""
        else:
            self.status, self.output = done.returncode, done.stdout
            self.said = done.stderr.decode("utf-8", "replace")

    def end(self, name):
        """What a person would say of it; None: something went wrong."""
        errors = re.findall(rf"^{re.escape(name)}(?:/[^:]*)?(?::\d+){{0,2}}: (ANF-\d+) error: \S.*$", self.said, re.M)
        if self.status == 1 and errors and not self.output:
            return "no inquiry" if errors == [NO_INQUIRY] else "clear error"
        return "converted" if self.status == 0 and self.output and " error: " not in self.said else None

    def __str__(self):
        return f"exit status {self.status}, {len(self.output or b'')} bytes: {self.said[:400].strip() or 'nothing said'}"


def end_of(folder, name, more=(), **how):
    """(the end, what is to be seen); what can be read must come out in all formats."""
    for form in FORMATS:
        outcome = Outcome(folder, ["convert", "-t", form, *more, "--", name], **how)
        end = outcome.end(name)
        if end != "converted":
            return end if form == FORMATS[0] else None, f"to {form}: {outcome}"
    return end, outcome


# --- what no file can hold: each gets an empty folder, and ends as end_of() does ---

def with_good_page(folder, name):
    shutil.copyfile(pages.SHARED / "bad" / GOOD_PAGE, folder / name)
    return name


def a_directory(folder):
    (folder / "gen_dir.odt").mkdir()
    return end_of(folder, "gen_dir.odt")


def a_socket(folder):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "socket"))
        return end_of(folder, "socket")


def dev_null(folder):
    return end_of(folder, "/dev/null")


def broken_symlink(folder):
    (folder / "link.html").symlink_to("nowhere.html")
    return end_of(folder, "link.html")


def name_with_newline(folder):
    name = with_good_page(folder, "two\nlines \033[31mred.html")
    end, seen = end_of(folder, name)
    said = Outcome(folder, ["convert", "-t", "json", "--limit", "input-bytes=10", name]).said
    if "two\\nlines \\x1b[31mred.html: ANF-004" not in said:
        return None, f"the name is not quoted: {said!r}"
    return end, seen


def name_with_dash(folder):
    return end_of(folder, with_good_page(folder, "-o.html"))


def full_device(folder):
    name = with_good_page(folder, "page.html")
    with open("/dev/full", "wb") as full:
        outcome = Outcome(folder, ["convert", "-t", "json", name], stdout=full)
    if not outcome.said.rstrip().endswith("No space left on device"):
        return None, outcome
    return end_of_output(folder, "/dev/full")


def end_of_output(folder, output):
    name = with_good_page(folder, "page.html")
    outcome = Outcome(folder, ["convert", "-t", "json", "-o", output, name])
    return "clear error" if outcome.status == 1 and "ANF-005 error: " in outcome.said else None, outcome


def closed_pipe(folder):
    name = with_good_page(folder, "page.html")
    reader, writer = os.pipe()
    os.close(reader)
    outcome = Outcome(folder, ["convert", "-t", "json", name], stdout=writer)
    os.close(writer)
    return outcome.end(name), outcome


def missing_output_folder(folder):
    return end_of_output(folder, "missing/page.json")


def sparse_file(folder):
    with open(folder / "sparse.html", "wb") as file:
        file.truncate(8 << 30)
    return end_of(folder, "sparse.html")


def little_memory(folder):
    (folder / "page.txt").write_text("Kleine Anfrage\n" * 3_000_000)
    end, seen = end_of(folder, "page.txt", limits=[(resource.RLIMIT_AS, 64 << 20)])
    return end if "out of memory" in str(seen) else None, seen


def few_files(folder):
    return end_of(folder, with_good_page(folder, "page.html"), limits=[(resource.RLIMIT_NOFILE, 8)])


def other_locale(folder):
    name = with_good_page(folder, "page.html")
    outputs = {Outcome(folder, ["convert", "-t", "akn", name], LC_ALL=locale).output
               for locale in ("C", "C.UTF-8", "de_DE.UTF-8")}
    return end_of(folder, name, LC_ALL="C") if len(outputs) == 1 else (None, "the locale changes bytes")


SPECIAL = {
    "gen_dir.odt": a_directory, "socket": a_socket, "dev_null": dev_null, "broken_symlink": broken_symlink,
    "name_newline": name_with_newline, "name_dash": name_with_dash, "out_dev_full": full_device,
    "out_sigpipe": closed_pipe, "out_dir_missing": missing_output_folder, "sparse_8g": sparse_file,
    "rlimit_as": little_memory, "rlimit_nofile": few_files, "locale_c": other_locale,
}


def fault_of(row):
    name = row["file"]
    expected = ENDS.get(name, row["expected"])
    if name.startswith("special:"):
        with tempfile.TemporaryDirectory(prefix="anfrage-bad-") as folder:
            end, seen = SPECIAL[name.removeprefix("special:")](Path(folder))
    else:
        end, seen = end_of(pages.SHARED / "bad", name)
    either = expected == "either" or "(converted if" in row["why"]
    if end == expected or either and end in ("converted", "clear error"):
        return None
    return f"{name}: {expected} expected, not {end} ({row['why']})\n    {seen}"


def main():
    index = pages.SHARED / "bad" / "index.tsv"
    if not index.exists():
        pages.skip("no folder bad; ANFRAGE_SHARED tells where it is")
    with open(index, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        faults = list(filter(None, pool.map(fault_of, rows)))
    print(f"{len(rows) - len(faults)} of {len(rows)} end as they should", *faults, sep="\n")
    sys.exit(1 if faults else 0)


PROGRAM = os.path.abspath(sys.argv[1])
main()
