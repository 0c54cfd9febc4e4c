#!/usr/bin/env python3
"""Does docs/walkthrough.md quote what the commands print? walkthrough.py SOURCE_ROOT PROGRAM

Each block there begins with a command, which is run in docs/sample. With --update, quote them anew.
"""
import os
import re
import subprocess
import sys
from pathlib import Path

BLOCK = re.compile(r"^    \$ (.+)\n((?:    (?!\$ ).*\n|\n(?=    (?!\$ )))*)", re.M)


def output(command, folder, program):
    variables = {k: v for k, v in os.environ.items() if k != "COLUMNS"}
    variables["PATH"] = f"{program.parent}:{variables['PATH']}"
    result = subprocess.run(["bash", "-c", command], cwd=folder, env=variables, timeout=60,
                            capture_output=True, text=True)
    return result.stdout + result.stderr


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    root, program = Path(sys.argv[1]), Path(sys.argv[2]).resolve()
    page = root / "docs" / "walkthrough.md"
    was = page.read_text(encoding="utf-8")
    commands = 0

    def quote(match):
        nonlocal commands
        commands += 1
        printed = output(match[1], root / "docs" / "sample", program)
        return f"    $ {match[1]}\n" + "".join(f"    {line}".rstrip() + "\n" for line in printed.rstrip().splitlines())

    now = BLOCK.sub(quote, was)
    if "--update" in sys.argv:
        page.write_text(now, encoding="utf-8")
    elif now != was or not commands:
        for ours, theirs in zip(was.splitlines(), now.splitlines()):
            if ours != theirs:
                print(f"quoted:  {ours}\nprinted: {theirs}")
                break
        sys.exit("docs/walkthrough.md does not quote what is printed: look whether it is right, and run "
                 "tests/walkthrough.py . PROGRAM --update")
    print(f"{commands} commands")


main()
