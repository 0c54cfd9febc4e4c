#!/usr/bin/env python3
"""Golden cases: a folder tests/golden/<case> exists, so the case exists.

    in.<ext>       the input
    out.<ext>      what converting it to that format gives, byte for byte
    show.txt       what `anfrage show --explain` prints
    diag.txt       what all of these commands say on standard error, and how they end

A folder without out.* and show.txt is a bad input: its conversion fails.

    run.py --list                           the cases
    run.py PROGRAM CASE...                  run them
    run.py --update PROGRAM CASE...         rewrite what differs and print the difference
"""
import difflib
import os
import subprocess
import sys
from pathlib import Path

GOLDEN = Path(__file__).resolve().parent / "golden"

# Pretty JSON, so that a difference has lines to show.
WRITERS = {
    "out.json": ["convert", "-t", "json", "--option", "pretty"],
    "out.txt": ["convert", "-t", "text"],
    "out.xml": ["convert", "-t", "akn"],
}
FAILING = ["convert", "-t", "json"]


def cases():
    return sorted(p.name for p in GOLDEN.iterdir() if p.is_dir())


def run(program, folder, arguments):
    environment = {k: v for k, v in os.environ.items() if k not in ("SOURCE_DATE_EPOCH", "COLUMNS")}
    return subprocess.run([program, *arguments], cwd=folder, env=environment, timeout=60,
                          stdin=subprocess.DEVNULL, capture_output=True)


def transcript(arguments, result):
    status = f"exit status {result.returncode}\n" if result.returncode else ""
    command = "$ anfrage " + " ".join(arguments) + "\n"
    return command.encode() + result.stderr + status.encode()


def observe(program, folder, wanted):
    """name of file -> bytes, for every file that the case has or should have."""
    inputs = sorted(folder.glob("in.*"))
    if len(inputs) != 1:
        sys.exit(f"{folder.name}: one file in.* is needed, not {len(inputs)}")
    commands = {"show.txt": ["show", "--explain"], **WRITERS}
    commands = {name: commands[name] for name in sorted(wanted)}
    seen, said = {}, b""
    for name, arguments in (commands or {None: FAILING}).items():
        result = run(program, folder, [*arguments, inputs[0].name])
        said += transcript([*arguments, inputs[0].name], result)
        if name:
            seen[name] = result.stdout
        elif result.returncode != 1 or result.stdout:
            said += b"expected to fail with exit status 1 and to print nothing\n"
    return {"diag.txt": said, **seen}


def difference(name, old, new):
    lines = [data.decode("utf-8", "backslashreplace").splitlines(keepends=True)
             for data in (old, new)]
    return "".join(difflib.unified_diff(*lines, f"{name} (expected)", f"{name} (found)"))


def check(program, case, update):
    folder = GOLDEN / case
    known = {"show.txt", *WRITERS}
    wanted = known & {p.name for p in folder.iterdir()}
    if update and not (folder / "diag.txt").exists():
        first = run(program, folder, [*FAILING, sorted(folder.glob("in.*"))[0].name])
        wanted = known if first.returncode == 0 else set()
    same = True
    for name, found in observe(program, folder, wanted).items():
        path = folder / name
        expected = path.read_bytes() if path.exists() else b""
        if found == expected and path.exists():
            continue
        same = False
        print(difference(f"{case}/{name}", expected, found), end="")
        if update:
            path.write_bytes(found)
    return same or update


def main():
    arguments = sys.argv[1:]
    if arguments == ["--list"]:
        print("\n".join(cases()))
        return
    update = arguments[:1] == ["--update"]
    if update:
        arguments = arguments[1:]
        if os.environ.get("CI"):
            sys.exit("--update is for a person who looks at the difference; CI is set")
    if len(arguments) < 2:
        sys.exit(__doc__)
    program = os.path.abspath(arguments[0])
    results = [check(program, case, update) for case in arguments[1:]]
    sys.exit(0 if all(results) else 1)


main()
