#!/usr/bin/env python3
"""The same bytes in every locale.

    check-locales.py CHECK_LOCALES FOLDER [all]

Converts pages to every format with a program that sets its locale: C, German (a comma for decimals)
and Turkish (other capitals for i). What it writes and reports must not differ. The locales are made
in FOLDER, so that none need be installed. With "all", also the pages of $ANFRAGE_SHARED, or of
../shared, where they are; FILES limits their number.
"""
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SKIPPED = 77
LOCALES = ["C", "de_DE.UTF-8", "tr_TR.UTF-8"]
OWN = ["docs/sample/*.html", "tests/golden/*/in.*", "tests/fixtures/*/*.html", "tests/fixtures/*/*.xml"]
SHARED = ["corpus/html", "corpus/html-large", "corpus/text", "corpus/json-xml", "member/dev", "bad", "odt-real"]


def pages(all_pages):
    found = [p for pattern in OWN for p in sorted(ROOT.glob(pattern))]
    shared = Path(os.environ.get("ANFRAGE_SHARED", ROOT.parent / "shared"))
    real = [p for name in SHARED for p in sorted((shared / name).rglob("*")) if p.is_file()]
    if all_pages and not real:
        print("skipped: no real pages; ANFRAGE_SHARED tells where they are")
    return found + (real[:int(os.environ.get("FILES", len(real)))] if all_pages else [])


def make(folder, name):
    """A locale in a folder of its own; whether it is there."""
    if name == "C" or (folder / name).exists():
        return True
    folder.mkdir(parents=True, exist_ok=True)
    language, charset = name.split(".")
    command = ["localedef", "-i", language, "-f", charset, str(folder / name)]
    return subprocess.run(command, capture_output=True).returncode == 0


def converted(program, folder, locale, found):
    environment = {**os.environ, "LC_ALL": locale, "LOCPATH": str(folder)}
    result = subprocess.run([program, *map(str, found)], env=environment, capture_output=True)
    said = result.stderr.decode("utf-8", "replace")
    if result.returncode or said:
        sys.exit(f"{locale}: exit status {result.returncode}: {said[:4000]}")
    return result.stdout.decode("utf-8").splitlines()


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    program, folder = os.path.abspath(sys.argv[1]), Path(sys.argv[2]).resolve()
    if not shutil.which("localedef") or not all(make(folder, name) for name in LOCALES):
        print("skipped: localedef, or the sources of the locales, are not installed")
        sys.exit(SKIPPED)
    found = pages("all" in sys.argv[3:])
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda name: converted(program, folder, name, found), LOCALES))
    faults = [f"{locale}: {ours}\n{LOCALES[0]}: {theirs}"
              for locale, lines in zip(LOCALES, results)
              for ours, theirs in zip(lines, results[0]) if ours != theirs]
    same = all(len(lines) == len(results[0]) for lines in results)
    print("\n".join(faults))
    print(f"{len(found)} files, {len(results[0])} lines of results, {len(faults)} differ")
    sys.exit(1 if faults or not same else 0)


main()
