#!/usr/bin/env python3
"""Does anfrage(1) have the options and commands that the command has? check-manual.py SOURCE PROGRAM

Each command's help is made from the table of options; the page is written by hand.
"""
import re
import subprocess
import sys
from pathlib import Path

SECTIONS = {
    "OPTIONS OF ALL COMMANDS THAT READ": "Reading:",
    "OPTIONS OF ALL COMMANDS": "Messages and plugins:",
}


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def of_help(text):
    """heading -> the options below it, as they are typed."""
    found, heading = {}, None
    for line in text.splitlines():
        if re.match(r"\S.*:$", line):
            heading = line
        option = re.match(r"  (-.*?)(?:  .*)?$", line)
        if option and heading:
            found.setdefault(heading, set()).add(option.group(1))
    return found


def of_page(text):
    """heading -> the options below it, without scdoc's marks."""
    found, heading = {}, None
    for line in text.splitlines():
        if line.startswith("# "):
            heading = line[2:]
        elif line.startswith("*-") and heading:
            found.setdefault(heading, set()).add(re.sub(r"[*_]", "", line))
    return found


def compare(section, told, described):
    for option in sorted(told - described):
        yield f"anfrage(1), {section}: {option} is missing"
    for option in sorted(described - told):
        yield f"anfrage(1), {section}: no command has {option}"


def check(page, program):
    described = of_page(page)
    commands = re.findall(r"^  (\w+) +\S", run(program, "help").partition("Commands:")[2]
                          .partition("\n\n")[0], re.M)
    if len(commands) < 6:
        yield "hardly any commands found: the check does not work"
    for command in commands:
        if not re.search(rf"^\*{command}\*$", page, re.M):
            yield f"anfrage(1), COMMANDS: {command} is missing"
        if command == "help":
            continue
        told = of_help(run(program, "help", command))
        own = f"OPTIONS OF {command.upper()}"
        yield from compare(own, told.get("Options:", set()), described.get(own, set()))
        for section, heading in SECTIONS.items():
            if heading in told:
                yield from compare(section, told[heading], described[section])


def main():
    page = (Path(sys.argv[1]) / "cli" / "anfrage.1.scd").read_text(encoding="utf-8")
    found = sorted(set(check(page, sys.argv[2])))
    for fault in found:
        print(fault)
    sys.exit(1 if found else 0)


main()
