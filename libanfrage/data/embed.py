#!/usr/bin/env python3
"""Turn data files into C arrays: embed.py OUTPUT.c INPUT...

data/charsets.tsv becomes `const char anf__data_charsets[]` (with a zero byte behind it) and
`const size_t anf__data_charsets_size` (without). The files of a folder below data/ become one array
with the folder's name. Lines that begin with # and empty lines are left out.
"""
import os
import sys


def name_of(path):
    folder, file = os.path.split(path)
    name = os.path.basename(folder)
    return (os.path.splitext(file)[0] if name == "data" else name).replace("-", "_")


def lines_of(path):
    with open(path, encoding="utf-8") as f:
        return "".join(line for line in f if line.strip() and not line.startswith("#"))


def array(name, text):
    data = text.encode("utf-8")
    rows = ["    " + "".join(f"{b}, " for b in data[i:i + 16]).rstrip() for i in range(0, len(data), 16)]
    # Bytes above 127 do not fit a plain char everywhere without a cast.
    body = "\n".join(rows + ["    0"])
    return (f"static const unsigned char {name}_bytes[] = {{\n{body}\n}};\n"
            f"const char *const anf__data_{name} = (const char *){name}_bytes;\n"
            f"const size_t anf__data_{name}_size = {len(data)};\n")


def main():
    texts = {}
    for path in sys.argv[2:]:
        texts[name_of(path)] = texts.get(name_of(path), "") + lines_of(path)
    head = "/* Made by data/embed.py; do not edit. */\n#include \"data.h\"\n\n"
    with open(sys.argv[1], "w", encoding="utf-8") as f:
        f.write(head + "\n".join(array(name, text) for name, text in texts.items()))


main()
