#!/usr/bin/env python3
"""Turn the template of a plugin into a C table: embed.py OUTPUT.c INPUT...

@name@ and @id@ stay as they are: "anfrage plugin new" puts a name in their place."""
import os
import sys


def array(number, path):
    with open(path, "rb") as f:
        data = f.read()
    rows = ["    " + " ".join(f"{b}," for b in data[i:i + 16]) for i in range(0, len(data), 16)]
    return f"static const unsigned char text_{number}[] = {{\n" + "\n".join(rows) + "\n    0\n};\n"


def main():
    arrays = "".join(array(i, path) for i, path in enumerate(sys.argv[2:]))
    entries = "".join(f'    {{"{os.path.basename(path)}", (const char *)text_{i}}},\n'
                      for i, path in enumerate(sys.argv[2:]))
    with open(sys.argv[1], "w", encoding="utf-8") as f:
        f.write(f'/* Made by embed.py; do not edit. */\n#include "template.h"\n\n{arrays}\n'
                f"const struct template_file template_files[] = {{\n{entries}    {{0}},\n}};\n")


main()
