#!/usr/bin/env python3
"""Seeds for a fuzz target, from the project's own test cases; and the target over them as a test.

    seeds.py collect TARGET ANFRAGE FOLDER    write them to FOLDER
    seeds.py replay TARGET ANFRAGE PROGRAM    run PROGRAM (replay.c and the target) over them and corpus/TARGET
"""
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
CORPUS = TESTS / "fuzz" / "corpus"
LARGEST = 64 << 10  # larger ones make a fuzzer slow and teach it nothing more

# Which files are seeds as they are.
ENDINGS = {
    "html": {".html", ".htm"},
    "text": {".txt"},
    "charset": {".txt", ".html"},
    "akn": {".xml"},
    "json": {".json"},
    "round-trip": {".json"},
    "odt": {".odt"},
    "odt-content": set(),
    "recogniser": {".txt"},
    "description": {".plugin"},
    "vocabulary": {".tsv"},
}
# Which formats every inquiry of ours is written in besides.
WRITTEN = {"html": "html", "text": "text", "akn": "akn", "json": "json", "odt": "odt",
           "odt-content": "odt"}


def files(target):
    folders = [TESTS / "golden", TESTS / "fixtures", TESTS / "plugins", TESTS.parent / "docs"]
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in ENDINGS[target] and 0 < path.stat().st_size <= LARGEST:
                yield path


def written(anfrage, output_format):
    """Every golden page in the format: (name, bytes)."""
    for path in sorted((TESTS / "golden").glob("*/in.*")):
        found = subprocess.run([anfrage, "convert", "--quiet", "-t", output_format, path],
                               capture_output=True)
        if found.returncode == 0 and len(found.stdout) <= LARGEST:
            yield path.parent.name, found.stdout


def content_of(package):
    with tempfile.TemporaryFile() as file:
        file.write(package)
        return zipfile.ZipFile(file).read("content.xml")


def collect(target, anfrage, folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for number, path in enumerate(files(target)):
        (folder / f"{number:03}-{path.name}").write_bytes(path.read_bytes())
    if target not in WRITTEN:
        return
    for name, data in written(anfrage, WRITTEN[target]):
        (folder / f"written-{name}").write_bytes(
            content_of(data) if target == "odt-content" else data)


def replay(target, anfrage, program):
    with tempfile.TemporaryDirectory() as folder:
        collect(target, anfrage, folder)
        found = CORPUS / target
        folders = [folder] + ([found] if found.is_dir() else [])
        return subprocess.run([program, *folders]).returncode


def main():
    if len(sys.argv) != 5 or sys.argv[2] not in ENDINGS:
        sys.exit(__doc__)
    if sys.argv[1] == "collect":
        collect(*sys.argv[2:])
        return 0
    return replay(*sys.argv[2:])


sys.exit(main())
