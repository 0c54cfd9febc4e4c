#!/usr/bin/env python3
"""What we write, checked by programs that know nothing of libanfrage.

    check-valid.py akn|odt|eids PROGRAM GENERATE_FILES

akn: the OASIS schema of Akoma Ntoso, every reference, no eId twice (check-akn). odt: the OpenDocument schemas of all
parts, and the rules of packages (check-odt). eids: the eIds that @lawsafrica/indigo-akn would assign (eid-check.mjs).
All three are in the folder tools beside the real pages (see pages.py); the first two need xmllint, the third needs
node, and in $NPM_DIR, else in .ci/npm, the packages that .ci/npm/package.json lists.

Checked are random inquiries, pages, and our own fixtures. VALID is how many random inquiries (10: xmllint takes its
time), VALID_SEED the first seed (1).
"""
import collections
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pages

MOST_OF_A_PAGE = 8
COUNT = int(os.environ.get("VALID", "10"))
NPM = Path(os.environ.get("NPM_DIR") or pages.ROOT / ".ci" / "npm").resolve()
# format, words of the command, what it needs
CHECKS = {
    "akn": ("akn", [sys.executable], "check-akn", "xmllint"),
    "odt": ("odt", [sys.executable], "check-odt", "xmllint"),
    "eids": ("akn", ["node"], "eid-check.mjs", "node"),
}


def find_command(check):
    form, words, tool, program = CHECKS[check]
    path = pages.SHARED / "tools" / tool
    if not path.exists():
        pages.skip(f"no {tool}; ANFRAGE_SHARED tells where it is")
    if not shutil.which(program):
        pages.skip(f"no {program}")
    if check == "eids" and not (NPM / "node_modules" / "@lawsafrica" / "indigo-akn").is_dir():
        pages.skip(f"no @lawsafrica/indigo-akn in {NPM}")
    return form, [*words, str(path)]


def write_random(program, form, folder):
    folder.mkdir()
    subprocess.run([program, folder, str(COUNT), os.environ.get("VALID_SEED", "1"), form], check=True)
    return sorted(folder.iterdir())


def first_of_each(outputs):
    """A list of 1,300 inquiries shows no more than its first few, and takes a quarter of an hour."""
    count = collections.Counter()
    for path in outputs:
        page = path.name[:3]  # the number that pages.stage gave it
        count[page] += 1
        if count[page] <= MOST_OF_A_PAGE:
            yield path


def write_pages(program, form, folder):
    """Refused ones write nothing."""
    for name in ("in", "out"):
        (folder / name).mkdir(parents=True)
    found = pages.our_pages() + pages.shared_pages(*pages.SCRAPED)
    inputs = pages.stage(pages.some_of(found), folder / "in")
    subprocess.run([program, "convert", "-t", form, "-O", folder / "out", *inputs], stderr=subprocess.DEVNULL)
    return list(first_of_each(sorted((folder / "out").iterdir())))


def main():
    check, program, generate_files = sys.argv[1:]
    form, command = find_command(check)
    with tempfile.TemporaryDirectory(prefix="anfrage-valid-") as name:
        folder = Path(name)
        random = write_random(os.path.abspath(generate_files), form, folder / "random")
        converted = write_pages(os.path.abspath(program), form, folder / "pages")
        fixtures = sorted((pages.ROOT / "tests" / "fixtures" / form).glob("*.xml"))
        print(f"{len(random)} random inquiries, {len(converted)} of pages, {len(fixtures)} fixtures", flush=True)
        done = subprocess.run([*command, *random, *converted, *fixtures], env={**os.environ, "NPM_DIR": str(NPM)})
        sys.exit(1 if done.returncode or not random or not converted else 0)


main()
