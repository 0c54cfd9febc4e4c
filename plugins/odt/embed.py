#!/usr/bin/env python3
"""Turn a file into a C string: embed.py OUTPUT.c INPUT NAME

The array NAME holds the bytes of INPUT and a zero byte behind them."""
import sys


def main():
    with open(sys.argv[2], "rb") as f:
        data = f.read()
    rows = ["    " + " ".join(f"{b}," for b in data[i:i + 16]) for i in range(0, len(data), 16)]
    with open(sys.argv[1], "w", encoding="utf-8") as f:
        f.write(f"/* Made by embed.py; do not edit. */\nextern const unsigned char {sys.argv[3]}[];\n"
                f"const unsigned char {sys.argv[3]}[] = {{\n" + "\n".join(rows) + "\n    0\n};\n")


main()
