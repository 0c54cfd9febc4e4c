#!/usr/bin/env python3
"""Each public header compiles alone, as the language that a caller may have.

    check.py INCLUDE-FOLDER HEADER COMPILER...     the compiler with its language and standard
"""
import subprocess
import sys

folder, header, *compiler = sys.argv[1:]
source = f"#include <anfrage/{header}>\n#include <anfrage/{header}>\n"
command = [*compiler, "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-I", folder, "-fsyntax-only", "-"]
sys.exit(subprocess.run(command, input=source, text=True).returncode)
