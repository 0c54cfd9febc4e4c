#!/usr/bin/env python3
"""Real pages, where there are any: they are others' work and no part of this repository.

    check-corpus.py PROGRAM CHECK_PARTITION

Each file becomes an inquiry (exit status 0) or ends in a clear error (1 and an error with a code on standard
error); and each character of each page has one fate. pages.py tells where pages are looked for.
"""
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import pages

SECONDS = 60


def convert(program, page, output):
    """None: fine; else what is wrong."""
    command = [program, "convert", "-t", "json", "-o", output, str(page)]
    try:
        result = subprocess.run(command, capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return f"more than {SECONDS} seconds"
    said = result.stderr.decode("utf-8", "replace")
    if result.returncode not in (0, 1) or "Sanitizer" in said or "runtime error" in said:
        return f"exit status {result.returncode}: {said[:2000]}"
    if result.returncode == 1 and not re.search(r"ANF-\d{3} error: ", said):
        return f"failed without an error: {said[:2000]}"
    if (result.returncode == 0) != os.path.exists(output):
        return f"exit status {result.returncode}, and the output is " + (
            "there" if os.path.exists(output) else "missing")
    return None


def check_pages(program, found):
    faults = []
    with tempfile.TemporaryDirectory(prefix="anfrage-corpus-") as folder:
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            outputs = [os.path.join(folder, f"{i}.json") for i in range(len(found))]
            results = list(pool.map(lambda job: convert(program, *job), zip(found, outputs)))
        faults = [f"{page}: {fault}" for page, fault in zip(found, results) if fault]
        converted = len(os.listdir(folder))
    print(f"{converted} of {len(found)} files converted, {len(found) - converted} refused")
    return faults


def main():
    program, partition = map(os.path.abspath, sys.argv[1:3])
    scraped = pages.shared_pages(*pages.SCRAPED, "odt-real")
    if not scraped:
        pages.skip("no real pages; ANFRAGE_SHARED tells where they are")
    faults = check_pages(program, scraped + pages.shared_pages("bad"))
    print("\n".join(faults))
    status = subprocess.run([partition, *map(str, scraped)]).returncode
    sys.exit(1 if faults or status else 0)


main()
