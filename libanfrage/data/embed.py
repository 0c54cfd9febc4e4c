#!/usr/bin/env python3
"""Turn data files into C arrays: embed.py OUTPUT.c INPUT...

data/charsets.tsv becomes `const char anf__data_charsets[]` (with a zero byte behind it) and
`const size_t anf__data_charsets_size` (without). Lines that begin with # and empty lines are left out.
"""
import os
import sys


def array(path):
    name = os.path.splitext(os.path.basename(path))[0].replace("-", "_")
    with open(path, encoding="utf-8") as f:
        lines = [line for line in f if line.strip() and not line.startswith("#")]
    data = "".join(lines).encode("utf-8")
    rows = []
    for i in range(0, len(data), 16):
        rows.append("    " + "".join(f"{b}, " for b in data[i:i + 16]).rstrip())
    body = "\n".join(rows + ["    0"])
    return f"const char anf__data_{name}[] = {{\n{body}\n}};\nconst size_t anf__data_{name}_size = {len(data)};\n"


def main():
    parts = [array(path) for path in sys.argv[2:]]
    names = [os.path.splitext(os.path.basename(p))[0].replace("-", "_") for p in sys.argv[2:]]
    head = "/* Made by data/embed.py; do not edit. */\n#include <stddef.h>\n\n"
    head += "".join(f"extern const char anf__data_{n}[];\nextern const size_t anf__data_{n}_size;\n" for n in names)
    with open(sys.argv[1], "w", encoding="utf-8") as f:
        f.write(head + "\n" + "\n".join(parts))


main()
