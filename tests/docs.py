#!/usr/bin/env python3
"""Is the code that the documentation shows the code that is compiled? docs.py SOURCE_ROOT

These pages show these files of docs/examples/ in full, in this order. With --update, put them there.
"""
import pathlib
import sys

SHOWN = {
    "plugins.md": [("```c\n", "plugin/memo.c"), ("```\n", "plugin/anf-memo.plugin")],
    "embedding.md": [("```c\n", "embed/embed.c")],
}


def replace_block(text, start, fence, code):
    """The first block behind start that begins with the fence, with its code replaced; and where it ends."""
    begin = text.index("\n" + fence, start) + 1 + len(fence)
    end = text.index("```\n", begin)
    return text[:begin] + code + text[end:], begin + len(code) + len("```\n")


def as_it_should_be(text, examples, shown):
    end = 0
    for fence, name in shown:
        text, end = replace_block(text, end, fence, (examples / name).read_text(encoding="utf-8"))
    return text


def main():
    docs = pathlib.Path(sys.argv[1]) / "docs"
    wrong = []
    for name, shown in SHOWN.items():
        page = docs / name
        was = page.read_text(encoding="utf-8")
        now = as_it_should_be(was, docs / "examples", shown)
        if "--update" in sys.argv:
            page.write_text(now, encoding="utf-8")
        elif now != was:
            wrong.append(f"docs/{name} does not show docs/examples/ as it is; run tests/docs.py . --update")
    sys.exit("\n".join(wrong) or 0)


main()
