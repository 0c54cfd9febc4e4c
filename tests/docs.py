#!/usr/bin/env python3
"""Is the code that the documentation shows the code that is compiled? docs.py SOURCE_ROOT

docs/plugins.md shows docs/examples/plugin/ in full. With --update, put it there.
"""
import pathlib
import sys

SHOWN = {"```c\n": "memo.c", "```\n": "anf-memo.plugin"}


def replace_block(text, fence, code):
    """The first block that begins with the fence, with its code replaced."""
    begin = text.index("\n" + fence) + 1 + len(fence)
    end = text.index("```\n", begin)
    return text[:begin] + code + text[end:]


def main():
    root = pathlib.Path(sys.argv[1])
    page = root / "docs" / "plugins.md"
    was = page.read_text(encoding="utf-8")
    now = was
    c_end = 0
    for fence, name in SHOWN.items():
        code = (root / "docs" / "examples" / "plugin" / name).read_text(encoding="utf-8")
        head, tail = now[:c_end], now[c_end:]
        now = head + replace_block(tail, fence, code)
        c_end = now.index(code) + len(code) + len("```\n")
    if "--update" in sys.argv:
        page.write_text(now, encoding="utf-8")
    elif now != was:
        sys.exit("docs/plugins.md does not show docs/examples/plugin/ as it is; run tests/docs.py . --update")


main()
