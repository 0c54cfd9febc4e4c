#!/usr/bin/env python3
"""A manual page from what the documentation and the headers say already: page.py ROOT TEMPLATE

Prints the template, which is written in scdoc(5), with these lines replaced:

    @document FILE           a document of docs/, from its first sentence to its last section
    @section FILE HEADING    what stands below one of its headings
    @rules HEADER            the rules in the opening comment of a header
    @functions HEADER        what a header is for, and the functions that it declares
"""
import re
import sys
import textwrap
from pathlib import Path

INCLUDE = "libanfrage/include/anfrage"
# What Markdown marks within a line.
MARKED = re.compile(r"`(?P<code>[^`]+)`|<code>(?P<html>.*?)</code>|\*\*(?P<strong>.+?)\*\*"
                    r"|\[(?P<words>[^\]]+)\]\((?P<target>[^)]+)\)|(?<!\w)\*(?P<emphasis>[^*]+)\*")


# --- the inside of a line ---

def escaped(text):
    return re.sub(r"([\\*_])", r"\\\1", text.replace("&#124;", "|"))


def inline(text):
    """A line of Markdown as one of scdoc's."""
    done, end = "", 0
    for match in MARKED.finditer(text):
        done += escaped(text[end:match.start()]) + marked(match)
        end = match.end()
    done += escaped(text[end:])
    # What scdoc would take for the start of something else.
    return re.sub(r"^([-#;\[|\].`])", r"\\\1", done)


def marked(match):
    found = match.groupdict()
    if found["words"]:
        words = inline(found["words"])
        return f"{words} <{found['target']}>" if "://" in found["target"] else words
    if found["emphasis"]:
        return f"_{escaped(found['emphasis'])}_"
    return f"*{escaped(found['code'] or found['html'] or found['strong'])}*"


# --- blocks ---

def literal(lines):
    lines = [line.replace("\\", "\\\\") for line in lines]
    return ["```", *textwrap.dedent("\n".join(lines)).split("\n"), "```", ""]


def paragraph(lines):
    return [inline(" ".join(line.strip() for line in lines)), ""]


def items(lines):
    joined = re.sub(r"\n +", " ", "\n".join(lines))
    return [f"- {inline(item[2:])}" for item in joined.split("\n")] + [""]


def table(lines):
    """The first column as terms, the others as what they mean."""
    rows = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))] for line in lines]
    done = []
    for row in rows[2:]:
        meaning = "; ".join(inline(cell) for cell in row[1:] if cell)
        done += [inline(row[0]), f"\t{meaning}", ""]
    return done


def heading(line):
    marks, _, words = line.partition(" ")
    return [f"{marks[1:]} {inline(words).upper() if marks == '##' else inline(words)}", ""]


def kind_of(line):
    for kind, start in (("fence", "```"), ("heading", "#"), ("literal", "    "), ("table", "|"), ("items", "* ")):
        if line.startswith(start):
            return kind
    return "paragraph"


def take_block(lines):
    """How many of the lines, the first of which is not blank, belong to one block."""
    kind = kind_of(lines[0])
    if kind == "heading":
        return kind, 1
    if kind == "fence":
        return kind, lines.index("```", 1) + 1
    count = 1
    while count < len(lines) and (lines[count].strip() or kind == "literal" and count + 1 < len(lines)
                                  and lines[count + 1].startswith("    ")):
        count += 1
    return kind, count


def converted(lines):
    makers = {"heading": lambda block: heading(block[0]), "fence": lambda block: literal(block[1:-1]),
              "literal": literal, "table": table, "items": items, "paragraph": paragraph}
    done = []
    while lines:
        if not lines[0].strip():
            lines = lines[1:]
            continue
        kind, count = take_block(lines)
        done += makers[kind](lines[:count])
        lines = lines[count:]
    return done


# --- what a template may ask for ---

def document(root, name):
    lines = (root / "docs" / name).read_text(encoding="utf-8").splitlines()
    return converted(lines[1:])


def section(root, name, title):
    text = (root / "docs" / name).read_text(encoding="utf-8")
    begin = text.index(f"\n## {title}\n") + len(title) + 5
    end = text.find("\n## ", begin)
    return converted(text[begin:end if end > 0 else None].splitlines())


def opening_comment(root, header):
    text = (root / INCLUDE / header).read_text(encoding="utf-8")
    comment = text[2:text.index("*/")]
    return [re.sub(r"^ \* ?", "", line).strip(" ") if line[:3] != " *  " else line[3:]
            for line in comment.strip().split("\n")]


def rules(root, header):
    """The list in the comment, whose items begin with " - "."""
    text = "\n".join(opening_comment(root, header))
    found = re.split(r"\n\s*- ", text)[1:]
    return [f"- {inline(' '.join(rule.split()))}" for rule in found] + [""]


def functions(root, header):
    text = re.sub(r"/\*.*?\*/", "", (root / INCLUDE / header).read_text(encoding="utf-8"), flags=re.S)
    prototypes = re.findall(r"^ANF_API\s+(?:ANF_CHECKED\s+)?([^;{=]*?\))(?:\s+ANF_PRINTF\([^)]*\))?;",
                            text, re.M)
    about = " ".join(opening_comment(root, header)).partition(": ")[2].partition(". ")[0].rstrip(".")
    done = [f"## anfrage/{header}", "", inline(about[0].upper() + about[1:]) + ".", ""]
    lines = []
    for prototype in prototypes:
        name, _, parameters = " ".join(prototype.split()).partition("(")
        # A line ends between parameters only.
        glued = name.replace(" ", "\0") + "(" + ", ".join(
            parameter.replace(" ", "\0") for parameter in parameters.split(", ")) + ";"
        lines += [line.replace("\0", " ") for line in
                  textwrap.wrap(glued, 76, subsequent_indent="    ", break_long_words=False)]
    return done + (literal(lines) if lines else [])


def main():
    root, template = Path(sys.argv[1]), Path(sys.argv[2])
    directives = {"@document": document, "@section": section, "@rules": rules, "@functions": functions}
    for line in template.read_text(encoding="utf-8").splitlines():
        word, _, rest = line.partition(" ")
        if word in directives:
            name, _, title = rest.partition(" ")
            arguments = [name, title] if title else [name]
            print("\n".join(directives[word](root, *arguments)))
        else:
            print(line)


main()
