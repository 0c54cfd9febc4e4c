#!/usr/bin/env python3
"""Run a program over pages: over.py PROGRAM ARGUMENT... gets docs/sample/ and tests/golden/*/in.*.

GUEST_FILES sets how many, and where it asks for more than there are, ANFRAGE_SHARED names a folder with real ones.
"""
import os
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent


def inputs(most):
    golden = sorted((TESTS / "golden").glob("*/in.*"))
    found = sorted((TESTS.parent / "docs" / "sample").glob("*.html"))
    found += golden[::3] + golden[1::3] + golden[2::3]  # neighbours are alike
    shared = os.environ.get("ANFRAGE_SHARED")
    if most > len(found) and shared:
        found += sorted(path for path in Path(shared, "corpus").rglob("*") if path.is_file())
    return found[:most]


def main():
    most = int(os.environ.get("GUEST_FILES", "12"))
    sys.exit(subprocess.run([*sys.argv[1:], *inputs(most)]).returncode)


main()
