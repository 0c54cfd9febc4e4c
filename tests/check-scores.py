#!/usr/bin/env python3
"""The scores of labelled pages do not sink: check-scores.py PROGRAM

Looks for the pages and for the program that scores them in $ANFRAGE_SHARED, else in ../shared.
"""
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SKIPPED = 77
# The mean F1 over the fields that a folder must reach. Raise it with what a change gains.
FLOORS = {"corpus": 0.985, "member/dev": 0.98}


def main():
    program = os.path.abspath(sys.argv[1])
    shared = Path(os.environ.get("ANFRAGE_SHARED", ROOT.parent / "shared"))
    if not (shared / "tools" / "score").exists():
        print("skipped: no labelled pages; ANFRAGE_SHARED tells where they are")
        sys.exit(SKIPPED)
    low = []
    for folder, floor in FLOORS.items():
        command = [shared / "tools" / "score", "--anfrage", program, shared / folder]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        score = float(re.search(r"^macro F1 ([0-9.]+)", said, re.M)[1])
        print(f"{folder}: {score} ({floor} at least)\n{said}")
        low += [folder] if score < floor else []
    sys.exit(f"too low: {', '.join(low)}" if low else 0)


main()
