#!/usr/bin/env python3
"""The manual pages.

    check-manual.py options SOURCE PROGRAM  anfrage(1) has the commands and options that the command has:
                                            help is made from the table of options, the page by hand
    check-manual.py PAGE...                 groff and mandoc find nothing wrong, and what is marked up
                                            in the sources is not in the pages
"""
import re
import shutil
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


def check_options(page, program):
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


def complaints(page):
    """What the programs say that print manual pages; scdoc's doubled paragraphs do no harm."""
    commands = [["groff", "-man", "-ww", "-z", "-Kutf8", "-Tutf8"], ["mandoc", "-Tlint", "-Wwarning"]]
    for command in commands:
        if shutil.which(command[0]):
            result = subprocess.run([*command, page], capture_output=True, text=True, check=False)
            yield from (line for line in (result.stdout + result.stderr).splitlines()
                        if "skipping paragraph macro" not in line)


def check_page(page):
    yield from complaints(page)
    text = Path(page).read_text(encoding="utf-8")
    if text.count("\n.SH ") < 4:
        yield f"{page}: has hardly any sections"
    # Code may hold all of this.
    prose = re.sub(r"^\.nf$.*?^\.fi$", "", text, flags=re.M | re.S)
    for mark in re.findall(r"`|\]\(|\*\*|^@\w+|&#", prose, re.M):
        yield f"{page}: {mark} is left of the source"


def main():
    if len(sys.argv) == 4 and sys.argv[1] == "options":
        page = (Path(sys.argv[2]) / "docs" / "man" / "anfrage.1.scd.in").read_text(encoding="utf-8")
        found = set(check_options(page, sys.argv[3]))
    else:
        found = [fault for page in sys.argv[1:] for fault in check_page(page)]
    for fault in sorted(found):
        print(fault)
    sys.exit(1 if found else 0)


main()
