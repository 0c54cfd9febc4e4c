#!/usr/bin/env python3
"""Each allocation of a conversion fails in its turn, alone and with all that follow, in each of the
25 pairs of our formats, and where a page is read that is not ours or no longer well-formed.

    check-memory.py ANFRAGE MEMORY [FROM TO]

FAILURE_STEP: only every so many-th allocation (default 41; 1 in .ci/nightly).
"""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[2] / "docs" / "sample" / "anfrage.html"
FORMATS = ["akn", "html", "json", "odt", "text"]


def make_inputs(anfrage, folder):
    inputs = {"page": SAMPLE}
    for name in FORMATS:
        inputs[name] = f"{folder}/input.{name}"
        subprocess.run([anfrage, "convert", "--quiet", "-t", name, "-o", inputs[name], SAMPLE], check=True)
    # Ours, edited: libxml2's HTML parser reads it.
    own = Path(inputs["html"]).read_text(encoding="utf-8")
    inputs["edited"] = f"{folder}/input-edited.html"
    Path(inputs["edited"]).write_text(own.replace("</p>", "", 1), encoding="utf-8")
    return inputs


def main():
    anfrage, memory = sys.argv[1:3]
    wanted = [tuple(sys.argv[3:5])] if len(sys.argv) == 5 else [
        (f, t) for f in FORMATS for t in FORMATS] + [("page", "json"), ("edited", "json")]
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        inputs = make_inputs(anfrage, folder)
        for source, target in wanted:
            found = subprocess.run([memory, inputs[source], target, os.environ.get("FAILURE_STEP", "41")],
                                   capture_output=True, text=True)
            print(f"{source} to {target}: {found.stdout.strip()}", flush=True)
            if found.returncode != 0:
                failed += 1
                print(found.stderr[-4000:], flush=True)
    return 1 if failed else 0


sys.exit(main())
