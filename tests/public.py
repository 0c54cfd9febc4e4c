#!/usr/bin/env python3
"""The public interface is whole: what is exported, declared, described and tested is the same.

    public.py symbols SOURCE LIB  libanfrage.map, the headers and the library name the same functions
    public.py comments SOURCE     every function stands under a comment, alone or with its group
    public.py called SOURCE       every function is called by a test
    public.py grown SOURCE        every field of a struct that grows has its place in layout.c
    public.py null SOURCE         every function that takes a pointer is tried with NULL
    public.py provoked SOURCE     every diagnostic code is expected by a test
"""
import re
import subprocess
import sys
from pathlib import Path

HEADERS = "libanfrage/include/anfrage"
MAP = "libanfrage/libanfrage.map"


def headers(root):
    return sorted((root / HEADERS).glob("*.h"))


def without_comments(text):
    """The same lines, without comments and with empty strings."""
    token = re.compile(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.S)
    return token.sub(lambda m: '""' if m.group()[0] == '"' else "\n" * m.group().count("\n"), text)


def functions(root):
    """name -> its parameters, of every function that a header declares."""
    text = "".join(without_comments(p.read_text()) for p in headers(root))
    return dict(re.findall(r"^ANF_API\b[^;{=]*?\b(anf_\w+)\s*\(([^;]*?)\)[^;()]*(?:\(\d+, \d+\))?;",
                           text, re.M))


def mapped(root):
    """The functions that the version script lets out, and what else stands under global."""
    text = re.sub(r"#[^\n]*", "", (root / MAP).read_text())
    return set(re.findall(r"([\w*]+);", "".join(re.findall(r"global:(.*?)local:", text, re.S))))


def exported(library):
    """None: a static library, whose symbols no map holds back."""
    if ".so" not in Path(library).name:
        return None
    output = subprocess.run(["nm", "-D", "--defined-only", library],
                            check=True, capture_output=True, text=True).stdout
    names = {m.split("@")[0] for m in re.findall(r" [TDRBVW] (\S+)", output)}
    # The nodes of the map are symbols themselves.
    return {n for n in names if not re.match(r"ANFRAGE_\d", n)}


def check_symbols(root, library):
    sides = {"the headers": set(functions(root)), MAP: mapped(root)}
    found = exported(library)
    if found is not None:
        sides["the library"] = found
    if len(sides["the headers"]) < 100:
        yield "hardly any functions found in the headers: the check does not work"
    for name in sorted(set.union(*sides.values())):
        missing = [side for side, names in sides.items() if name not in names]
        if missing:
            yield f"{name} is not in {' nor in '.join(missing)}"


def check_comments(root):
    for path in headers(root):
        covered = False
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if line.startswith("ANF_API") and not covered:
                yield f"{path.name}:{number}: no comment stands above this function or its group"
            # A blank line ends a group, and so does whatever is no declaration.
            covered = (line.endswith("*/") or line.startswith("ANF_API")
                       or (covered and line.startswith(" ")))


def tests_of(root):
    """name -> code, of every C file of the tests."""
    paths = sorted((root / "tests").rglob("*.c"))
    return {p.relative_to(root): p.read_text(encoding="utf-8") for p in paths}


def check_called(root):
    """A call with NULL alone is none."""
    code = "".join(without_comments(text) for path, text in tests_of(root).items()
                   if not path.name.startswith("check_null"))
    called = set(re.findall(r"\b(anf_\w+)\(", code))
    for name in sorted(set(functions(root)) - called):
        yield f"{name} is called by no test"


def check_grown(root):
    layout = (root / "tests" / "abi" / "layout.c").read_text()
    placed = set(re.findall(r"^AT\((\w+), (\w+), \d+\);", layout, re.M))
    text = "".join(without_comments(p.read_text()) for p in headers(root))
    for name, body in re.findall(r"^struct (anf_\w+) \{\n(.*?)^\};", text, re.M | re.S):
        fields = re.findall(r"\(\*(\w+)\)\(|(\w+)(?:\[\d+\])?;", body)
        fields = [a or b for a, b in fields]
        for field in fields if "size" in fields[:2] else []:
            if (name, field) not in placed:
                yield f"tests/abi/layout.c does not say where {name}.{field} stands"


def check_null(root):
    texts = tests_of(root)
    code = "".join(without_comments(text) for path, text in texts.items()
                   if path.name.startswith("check_null"))
    called = set(re.findall(r"\b(anf_\w+)\(", code))
    for name, parameters in sorted(functions(root).items()):
        if "*" in parameters and name not in called:
            yield f"{name} is not tried with NULL in tests/check_null*.c"


def check_provoked(root):
    register = (root / HEADERS / "codes.h").read_text()
    codes = {name: int(number) for name, number in re.findall(r"ANF_CODE_(\w+) = (\d+)", register)}
    texts = tests_of(root)
    named = set(re.findall(r"\bANF_CODE_(\w+)", "".join(map(without_comments, texts.values()))))
    # Findings are expected by their numbers: "205 content/exchange 2/question 2.\n".
    findings = "".join(t for p, t in texts.items() if "finding" in p.name)
    numbers = {int(n) for n in re.findall(r'(?:"|\\n)(2\d\d) [a-z]', findings)}
    expected = "".join(p.read_text(encoding="utf-8") for p in
                       [*(root / "tests").rglob("diag.txt"), *(root / "tests").glob("*.py")])
    numbers |= {int(n) for n in re.findall(r"\bANF-(\d{3})\b", expected)}
    for name, number in codes.items():
        if name not in named and number not in numbers:
            yield f"no test expects ANF-{number:03} (ANF_CODE_{name})"


def main():
    checks = {"symbols": check_symbols, "comments": check_comments, "called": check_called, "grown": check_grown,
              "null": check_null, "provoked": check_provoked}
    if len(sys.argv) < 3 or sys.argv[1] not in checks:
        sys.exit(__doc__)
    found = list(checks[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:]))
    for fault in found:
        print(fault)
    sys.exit(1 if found else 0)


main()
