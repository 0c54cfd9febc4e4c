#!/usr/bin/env python3
"""Turn the template of a plugin into a C table: embed.py OUTPUT.c INPUT...

@name@ and @id@ stay as they are: "anfrage plugin new" puts a name in their place. The ending .in, by which
tools for C leave a file alone that is not C yet, goes."""
import os
import sys


def array(number, path):
    with open(path, "rb") as f:
        data = f.read()
    rows = ["    " + " ".join(f"{b}," for b in data[i:i + 16]) for i in range(0, len(data), 16)]
    return f"static const unsigned char text_{number}[] = {{\n" + "\n".join(rows) + "\n    0\n};\n"


def main():
    arrays = "".join(array(i, path) for i, path in enumerate(sys.argv[2:]))
    names = [os.path.basename(path).removesuffix(".in") for path in sys.argv[2:]]
    entries = "".join(f'    {{"{name}", (const char *)text_{i}}},\n' for i, name in enumerate(names))
    with open(sys.argv[1], "w", encoding="utf-8") as f:
        f.write(f'/* Made by embed.py; do not edit. */\n#include "template.h"\n\n{arrays}\n'
                f"const struct template_file template_files[] = {{\n{entries}    {{0}},\n}};\n")


main()
