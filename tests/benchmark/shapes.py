#!/usr/bin/env python3
"""Is the time that hostile input takes linear? Counted in instructions, by valgrind's callgrind.

    shapes.py PROGRAM [WORD]

Of each shape of hostile.py: twice as much of it costs at most 2.3 times as many instructions, whether it is converted
or refused by a limit; what a start of the program costs is left out. Pages go through their reader, the recogniser and
the writer of JSON; inquiries through every writer, and what these wrote through its reader. WORD: only shapes with it.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import hostile

SKIPPED = 77
MOST = 2.3
MUCH = 2000
MUCH_OF_INQUIRIES = 300
SUFFIXES = {"json": "json", "akn": "xml", "html": "html", "odt": "odt", "text": "txt"}


def convert(source, form, target, counted=True):
    """(exit status, instructions); a status that is none of the documented ones ends everything."""
    command = [PROGRAM, "convert", "--quiet", "--sandbox=off", "-t", form, "-o", str(target), str(source)]
    counter = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"] if counted else []
    result = subprocess.run([*counter, *command], capture_output=True, text=True, errors="replace")
    # Where a program's heap may not grow, as under valgrind, this may be said without a need.
    if result.returncode not in (0, 1) or "out of memory" in result.stderr:
        sys.exit(f"{' '.join(command)}: {result.returncode}, {result.stderr[-400:]}")
    # The command and its worker process.
    return result.returncode, sum(map(int, re.findall(r"Collected : (\d+)", result.stderr)))


def is_linear(words, sources, form, folder):
    """sources: with one, with much and with twice as much of it."""
    results = [convert(source, form, folder / f"out.{SUFFIXES[form]}") for source in sources]
    start, once, twice = (cost for _, cost in results)
    ratio = (twice - start) / max(once - start, 1)
    good = ratio <= MOST
    refused = ", refused" if results[2][0] else ""
    print(f"{'' if good else 'NOT LINEAR: '}{words}: {once - start:,}, {twice - start:,}: {ratio:.2f}{refused}", flush=True)
    return good


def written(folder, suffix, make, much):
    sources = []
    for count in (1, much, 2 * much):
        path = folder / f"in-{count}.{suffix}"
        path.write_bytes(make(count))
        sources.append(path)
    return sources


def try_page(name, suffix, make):
    with tempfile.TemporaryDirectory(prefix="anfrage-shapes-") as folder:
        sources = written(Path(folder), suffix, make, MUCH)
        return is_linear(f"{suffix}, {name}", sources, "json", Path(folder))


def try_inquiry(name, make):
    good = True
    with tempfile.TemporaryDirectory(prefix="anfrage-shapes-") as folder:
        sources = written(Path(folder), "json", make, MUCH_OF_INQUIRIES)
        for form, suffix in SUFFIXES.items():
            good &= is_linear(f"inquiry to {form}, {name}", sources, form, Path(folder))
            back = [source.with_suffix(f".back.{suffix}") for source in sources]
            statuses = [convert(source, form, target, False)[0] for source, target in zip(sources, back)]
            if form != "json" and not any(statuses):
                good &= is_linear(f"inquiry from {form}, {name}", back, "json", Path(folder))
    return good


def main():
    if not shutil.which("valgrind"):
        print("skipped: valgrind is not installed")
        sys.exit(SKIPPED)
    word = sys.argv[2] if sys.argv[2:] else ""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        tried = [pool.submit(try_page, *shape) for shape in hostile.pages() if word in shape[0]]
        tried += [pool.submit(try_inquiry, *shape) for shape in hostile.inquiries() if word in shape[0]]
        good = [one.result() for one in tried]
    print(f"{sum(good)} of {len(good)} shapes are linear")
    sys.exit(0 if all(good) else 1)


if len(sys.argv) < 2:
    sys.exit(__doc__)
PROGRAM = os.path.abspath(sys.argv[1])
main()
