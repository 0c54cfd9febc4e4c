#!/usr/bin/env python3
"""libanfrage as a subproject: the parent of docs/packaging.md gets the library, and nothing else.

    subproject.py SOURCE_ROOT
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77
PROJECT = "project('parent', 'c', version: '7', default_options: ['buildtype=plain', 'warning_level=3', 'werror=true'])\n"


def run(*command):
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300)
    if result.returncode:
        sys.exit(f"{' '.join(map(str, command))}: exit status {result.returncode}\n{result.stdout}")
    return result.stdout


def introspected(build, what):
    result = subprocess.run(["meson", "introspect", build, what], check=True, capture_output=True)
    return json.loads(result.stdout)


def make_parent(root, folder):
    """A project with the lines that docs/packaging.md has for it."""
    page = (root / "docs" / "packaging.md").read_text(encoding="utf-8")
    begin = page.index("```meson\n") + len("```meson\n")
    lines = page[begin:page.index("```", begin)]
    (folder / "meson.build").write_text(PROJECT + lines.replace("'program.c',", "'program.c', install: true,"))
    shutil.copy(root / "tests" / "installed" / "program.c", folder)
    (folder / "subprojects").mkdir()
    (folder / "subprojects" / "libanfrage").symlink_to(root)


def check_default(root, folder):
    build = folder / "build"
    run("meson", "setup", "--force-fallback-for=libanfrage", build, folder)
    programs = [target["name"] for target in introspected(build, "--targets") if target["type"] == "executable"]
    if programs != ["program"] or introspected(build, "--tests"):
        sys.exit(f"the parent builds {programs} and has tests of ours")
    run("ninja", "-C", build)
    shown = run(build / "program", root / "docs" / "sample" / "anfrage.html")
    if "<akomaNtoso " not in shown:
        sys.exit(f"the parent's program does not write Akoma Ntoso:\n{shown}")
    run("meson", "install", "-C", build, "--destdir", folder / "installed")
    installed = [path.name for path in (folder / "installed").rglob("*") if path.is_file()]
    if installed != ["program"]:
        sys.exit(f"the parent installs {installed}")


def check_all_of_it(folder):
    """Who asks for command and tests has them."""
    build = folder / "build-all"
    run("meson", "setup", "--force-fallback-for=libanfrage", "-Dlibanfrage:command=enabled",
        "-Dlibanfrage:tests=enabled", build, folder)
    if not introspected(build, "--tests"):
        sys.exit("the subproject has no tests even when they are asked for")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    if not shutil.which("meson"):
        print("skipped: meson is not in PATH")
        sys.exit(SKIPPED)
    folder = Path(tempfile.mkdtemp(prefix="anfrage-subproject-"))
    for name in ("DESTDIR", "ANFRAGE_PLUGIN_PATH"):
        os.environ.pop(name, None)
    try:
        root = Path(sys.argv[1]).resolve()
        make_parent(root, folder)
        check_default(root, folder)
        check_all_of_it(folder)
    finally:
        shutil.rmtree(folder)


main()
