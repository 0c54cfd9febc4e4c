#!/usr/bin/env python3
"""Programs against an installed tree, by the documentation's own command lines.

    run.py [--moved] BUILD [CASE...]      all cases, or some
    run.py --packages [CASE...]           against the packages that are installed

BUILD is installed once, into a temporary folder. The cases then run, each in a folder of its own, with
nothing of the source or of BUILD in reach: their commands see empty folders there (tree.py says how, and
what --moved is).

To add a case, put a file case_NAME.py beside this one:

    \"\"\"The program of docs/embedding.md is compiled and run as the page says.\"\"\"

    def run(place):
        page = place.page("docs/embedding.md")
        place.write("convert.c", page.code("c"))            # its first ```c block
        place.copy("docs/sample/anfrage.html")
        place.shell(page.section("Compile it").commands())  # each line of its indented blocks
        place.shell("./convert anfrage.html", says="<akomaNtoso ")

A command that fails, or does not say what it should, fails the case with all that it printed. The case
itself runs in reach of the source; what it copies or writes is all that its commands have.
place.py and page.py list what else there is: place.needs("cmake") skips a case, for one.

The output is TAP, so that meson shows the cases: meson test -C build -v installed
"""
import importlib
import os
import shutil
import sys
import tempfile
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from place import Failed, Place, Skipped
from tree import BuildTree, Tree

HERE = Path(__file__).resolve().parent


def cases():
    return sorted(path.stem.removeprefix("case_") for path in HERE.glob("case_*.py"))


def result(name, tree, folder):
    """The case's line of TAP, and what its commands printed if it fails."""
    try:
        importlib.import_module("case_" + name).run(Place(tree, folder / name))
    except Skipped as why:
        return f"ok - {name} # SKIP {why}"
    except Failed as what:
        return failure(name, str(what))
    except Exception:  # the case itself is wrong
        return failure(name, traceback.format_exc())
    return f"ok - {name}"


def failure(name, printed):
    return "\n".join([f"not ok - {name}", *(f"# {line}" for line in printed.splitlines())])


def main():
    flags = {argument for argument in sys.argv[1:] if argument.startswith("--")}
    names = [argument for argument in sys.argv[1:] if argument not in flags]
    build = None if "--packages" in flags or not names else Path(names.pop(0)).resolve()
    if not flags <= {"--moved", "--packages"} or not (build or "--packages" in flags):
        sys.exit(__doc__)
    names = names or cases()
    folder = Path(tempfile.mkdtemp(prefix="anfrage-installed-"))
    try:
        tree = BuildTree(build, folder / "root", "--moved" in flags) if build else Tree()
        print(f"# {tree.words}\n1..{len(names)}", flush=True)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            results = list(pool.map(lambda name: result(name, tree, folder / "cases"), names))
    finally:
        shutil.rmtree(folder)
    print("\n".join(results))
    sys.exit(any(line.startswith("not") for line in results))


main()
