#!/usr/bin/env python3
"""What a shell offers at the end of a command line. Says skipped where there is no such shell.

    check-completion.py SHELL PROGRAM
"""
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77

# The words of a line, the last of which is to be completed; what must be offered, and nothing else.
CASES = [
    (["co"], "convert completion"),
    (["convert", "--o"], "--output --output-dir --option"),
    (["diff", "--ig"], "--ignore-provenance"),
    (["show", "--ou"], ""),
    (["convert", "-t", ""], "akn html json odt text"),
    (["convert", "--from", "o"], "odt"),
    (["convert", "--to=js"], "json"),
    (["convert", "-t", "json", "--option", ""],
     "split=yes split=no pretty=yes pretty=no evidence=yes evidence=no"),
    (["convert", "-t", "json", "--option", "pretty="], "pretty=yes pretty=no"),
    (["convert", "-t", "json", "--option=pretty=n"], "pretty=no"),
    (["convert", "--to=text", "-f", "html", "--option", ""], "wrap="),
    (["show", "--option", ""], "split=yes split=no"),
    (["check", "-f", "html", "--option", ""], ""),
    (["convert", "--log="], "json text"),
    (["convert", "--color", "a"], "auto always"),
    (["convert", "--limit", "d"], "depth="),
    (["convert", "-j", ""], ""),
    (["help", "d"], "diff"),
    (["completion", ""], "bash fish zsh"),
    (["plugin", ""], "check new"),
    (["plugin", "check", "seite"], "seite eins.html"),
    (["plugin", "--v"], "--verbose"),
    (["formats", "o"], "odt"),
    (["formats", "odt", "j"], "json"),
    (["show", "seite"], "seite eins.html"),
    (["convert", "-O", "fo"], "folder"),
]

BASH = """
source <("$1" completion bash); shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_anfrage
printf '%s\\n' "${COMPREPLY[@]}"
"""


def cut(word):
    """bash gives a function the parts of a word with "=" one by one."""
    parts = []
    for i, part in enumerate(word.split("=")):
        parts += (["="] if i > 0 else []) + ([part] if part or i == word.count("=") == 0 else [])
    return parts or [""]


def bash(program, words):
    cut_words = [part for word in words for part in cut(word)]
    out = run(["bash", "-c", BASH, "bash", program, program, *cut_words])
    kept = words[-1].rpartition("=")[0] if "=" in words[-1] else ""
    return [(kept + "=" + line if kept else line) for line in out.splitlines() if line]


def fish(program, words):
    name = Path(program).name
    line = " ".join([name, *words])
    script = f"set -p PATH {Path(program).parent}; {name} completion fish | source; complete -C $argv"
    out = run(["fish", "--no-config", "-c", script, line])
    return [line.split("\t")[0].rstrip("/") for line in out.splitlines()]


def run(command):
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    if result.stderr:
        sys.exit(f"{command}: {result.stderr}")
    return result.stdout


def in_question(words, offered):
    """An option's value is offered with or without the option, by the shell's custom."""
    option = words[-1].partition("=")[0] + "=" if words[-1].startswith("--") and "=" in words[-1] else ""
    return {o.removeprefix(option) for o in offered}


def check_answers(answers, program):
    faults = 0
    for words, expected in CASES:
        expected = {expected} if " eins" in expected else set(expected.split())
        offered = in_question(words, answers(program, words))
        if offered != expected:
            print(f"anfrage {' '.join(words)}: offered {sorted(offered)}, not {sorted(expected)}")
            faults += 1
    return faults


def check_syntax(shell, program):
    """What the shell takes, without a word."""
    script = run([program, "completion", shell])
    Path("script").write_text(script, encoding="utf-8")
    run([shell, "-n", "script"])
    return 0 if script.count("\n") > 20 else 1


def main():
    shell, program = sys.argv[1], os.path.abspath(sys.argv[2])
    if not shutil.which(shell):
        print(f"skipped: there is no {shell}")
        sys.exit(SKIPPED)
    with tempfile.TemporaryDirectory(prefix="anfrage-completion-") as folder:
        os.chdir(folder)
        Path("seite eins.html").touch()
        Path("folder").mkdir()
        faults = check_syntax(shell, program)
        # zsh completes only where it has a terminal.
        if shell in ("bash", "fish"):
            faults += check_answers({"bash": bash, "fish": fish}[shell], program)
    sys.exit(1 if faults else 0)


main()
