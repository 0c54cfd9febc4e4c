#!/usr/bin/env python3
"""The rules of docs/style.md that a program can check.

    style.py layout SOURCE       length of files and functions, nesting, opening comments
    style.py includes SOURCE     who may include what
    style.py codes SOURCE        codes.h and docs/diagnostics.md list the same codes
    style.py words SOURCE        nothing is left for later
"""
import re
import sys
from pathlib import Path

FILE_LINES = 400
FUNCTION_LINES = 100
USUAL_LINES = 50  # nine functions of ten are shorter
NESTING = 3
INDENT = 4

FOLDERS = ["libanfrage", "plugins", "cli", "kit", "tests"]
PUBLIC = "libanfrage/include/anfrage"


def sources(root, folders=FOLDERS):
    for folder in folders:
        yield from sorted(p for p in (root / folder).rglob("*.[ch]"))


def without_comments_and_strings(text):
    """The same lines, with nothing in them that could look like code."""
    token = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)

    def blank(match):
        found = match.group()
        if found[0] == "/":
            return "\n" * found.count("\n")
        return found[0] + "x" * (len(found) - 2) + found[0]

    return token.sub(blank, text)


def functions(lines):
    """(name, first, last) of each function: our style puts its braces in column 0."""
    start = None
    for number, line in enumerate(lines):
        if line == "{" and number > 0:
            start = number
        elif line == "}" and start is not None:
            head = " ".join(lines[max(0, start - 6):start])
            names = re.findall(r"\b(\w+)\s*\(", head[head.rfind(";") + 1:])
            yield (names[0] if names else "?"), start, number
            start = None


def nesting(lines):
    """The deepest statement of a function's lines, 0 for its body."""
    deepest, parentheses, begins = 0, 0, True
    for line in lines:
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        label = re.match(r"(case\b.*|default|\w+):$", stripped)
        if begins and not label and stripped[0] not in "{}":
            depth = (len(line) - len(line.lstrip())) // INDENT - 1
            deepest = max(deepest, depth)
        parentheses += stripped.count("(") - stripped.count(")")
        control = re.match(r"(\} )?(else|do|if|for|while|switch)\b", stripped)
        ends = stripped[-1] in ";{}:" or (control and stripped[-1] == ")") or stripped == "else"
        begins = parentheses == 0 and bool(ends)
    return deepest


def check_layout(root):
    lengths = []
    for path in sources(root):
        name = path.relative_to(root)
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines()
        if len(lines) > FILE_LINES:
            yield f"{name}: {len(lines)} lines; {FILE_LINES} are the most"
        if not re.match(r"/\* " + re.escape(path.name) + r": \S", text):
            yield f"{name}: does not open with a comment \"{path.name}: what it holds\""
        code = without_comments_and_strings(text).splitlines()
        for function, first, last in functions(code):
            length = last - first + 1
            lengths.append(length)
            if length > FUNCTION_LINES:
                yield f"{name}:{first + 1}: {function} has {length} lines"
            depth = nesting(code[first + 1:last])
            if depth > NESTING:
                yield f"{name}:{first + 1}: {function} nests {depth} deep; {NESTING} is the most"
    lengths.sort()
    ninth = lengths[len(lengths) * 9 // 10] if lengths else 0
    print(f"{len(lengths)} functions; nine of ten have at most {ninth} lines")
    if not lengths:
        yield "no functions found: the check does not work"
    if ninth >= USUAL_LINES:
        yield f"one function of ten has {ninth} lines or more; they should stay under {USUAL_LINES}"


def included(path):
    for match in re.finditer(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', path.read_text(), re.M):
        yield match.group(1) == "<", match.group(2)


def check_includes(root):
    public = {p.name for p in (root / PUBLIC).glob("*.h")}
    for path in sources(root, ["libanfrage", "plugins", "cli", "kit"]):
        name = path.relative_to(root)
        top = name.parts[0]
        for system, header in included(path):
            ours = header.startswith("anfrage/")
            if ours and (not system or Path(header).name not in public):
                yield f"{name}: {header} is no public header, or not in angle brackets"
            if not system and not resolves(root, path, header):
                yield f"{name}: \"{header}\" is not found where it may come from"
            if top == "plugins" and ours and header != "anfrage/plugin.h":
                yield f"{name}: a plugin includes <anfrage/plugin.h>, not <{header}>"
            if top != "plugins" and header == "anfrage/plugin.h" and top == "cli":
                yield f"{name}: the command is a user of the library, not a plugin"


def resolves(root, path, header):
    """A private header comes from its own part of the tree; plugins share plugins/common, and the kit
    shows text as the command does."""
    top = path.relative_to(root).parts[0]
    folders = {
        "libanfrage": [path.parent, root / "libanfrage"],
        "plugins": [path.parent, root / "plugins" / "common"],
        "cli": [path.parent],
        "kit": [path.parent, root / "cli"],
    }[top]
    return ".." not in Path(header).parts and any((f / header).is_file() for f in folders)


def check_codes(root):
    header = (root / PUBLIC / "codes.h").read_text()
    book = (root / "docs" / "diagnostics.md").read_text()
    codes = {int(n): name for name, n in re.findall(r"ANF_CODE_(\w+) = (\d+)", header)}
    described = [int(n) for n in re.findall(r"^\| ANF-(\d{3}) \|", book, re.M)]
    for code in sorted(set(codes) - set(described)):
        yield f"docs/diagnostics.md does not describe ANF-{code:03} ({codes[code]})"
    for code in sorted(set(described) - set(codes)):
        yield f"docs/diagnostics.md describes ANF-{code:03}, which codes.h does not have"
    for code in sorted({c for c in described if described.count(c) > 1}):
        yield f"docs/diagnostics.md describes ANF-{code:03} twice"
    text = "".join(p.read_text() for p in sources(root, ["libanfrage", "plugins", "cli"])
                   if p.name != "codes.h")
    for code, name in sorted(codes.items()):
        if not re.search(rf"\bANF_CODE_{name}\b", text):
            yield f"codes.h: nothing reports ANF_CODE_{name}"


def check_words(root):
    left = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")
    files = [p for f in FOLDERS + ["docs"] for p in (root / f).rglob("*")
             if p.suffix in {".c", ".h", ".py", ".md", ".build", ".tsv", ".in", ".scd"}]
    for path in sorted(files):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if left.search(line):
                yield f"{path.relative_to(root)}:{number}: left for later: {line.strip()}"
            if path.suffix != ".tsv" and line != line.rstrip():
                yield f"{path.relative_to(root)}:{number}: white space at the end"


def main():
    checks = {"layout": check_layout, "includes": check_includes, "codes": check_codes,
              "words": check_words}
    if len(sys.argv) < 3 or sys.argv[1] not in checks:
        sys.exit(__doc__)
    found = list(checks[sys.argv[1]](Path(sys.argv[2])))
    for fault in found:
        print(fault)
    sys.exit(1 if found else 0)


main()
