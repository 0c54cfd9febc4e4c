#!/usr/bin/env python3
"""The interface of the last release, and what has changed since.

    interface.py check INCLUDE COMPILER...     tell every change, and which of them break programs
    interface.py refresh INCLUDE COMPILER...   the interface is now this one
    interface.py release INCLUDE COMPILER...   and has been released: from now on it may only grow

interface.txt lists functions, structs with the places of their fields, values of enums, types and
macros: from the headers, which the library itself includes, and with the numbers that the compiler
gives. abidiff(1) would see neither enums, as functions take them as int, nor struct anf_plugin and
struct anf_format, which no function takes; and its dump has 127 kB.
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

LISTING = Path(__file__).resolve().parent / "interface.txt"
# What only helps to write the headers.
HELPERS = {"ANF_API", "ANF_CHECKED", "ANF_PRINTF"}
HEADING = """# The interface of libanfrage; `interface.py refresh` writes this file (RELEASING.md).
# Places and sizes are those where pointers have 64 bits.
state {state}
"""


def text_of(include):
    text = "".join(p.read_text() for p in sorted((Path(include) / "anfrage").glob("*.h")))
    text = re.sub(r"^#define ANFRAGE_\w+_H$", "", text, flags=re.M)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    return re.sub(r"\\\n", " ", text)


def squeeze(text):
    text = re.sub(r"\s*\*\s*", " *", " ".join(text.split()))
    return re.sub(r"(?<=\*) (?=\*)", "", text.replace("( ", "(")).strip()


def parameters(text):
    """Types alone: a parameter may change its name."""
    kept = []
    for parameter in squeeze(text).split(","):
        parameter = parameter.strip()
        if re.fullmatch(r".*[ *]\w+", parameter) and not re.fullmatch(r"struct \w+|\w+", parameter):
            parameter = re.sub(r"\w+$", "", parameter).strip()
        kept.append(parameter)
    return ", ".join(kept)


def functions(text):
    for result, name, taken in re.findall(
            r"^ANF_API\b([^;{=]*?)\b(anf_\w+)\s*\(([^;]*?)\)[^;()]*(?:\(\d+, \d+\))?;", text, re.M):
        yield name, f"{squeeze(result.replace('ANF_CHECKED', ''))} ({parameters(taken)})"


def types(text):
    for result, name, taken in re.findall(r"^typedef ([^;]*?)(\w+)\(([^;]*)\);", text, re.M):
        yield name, f"{squeeze(result)} ({parameters(taken)})"


def structs(text):
    """(struct, [(field, type)])"""
    for name, body in re.findall(r"^struct (anf_\w+) \{\n(.*?)^\};", text, re.M | re.S):
        fields = []
        for declaration in re.findall(r"[^;]+;", body):
            found = re.search(r"\(\*(\w+)\)|(\w+)(?:\[\d+\])?;$", declaration)
            fields.append((found.group(1) or found.group(2), squeeze(declaration[:-1])))
        yield name, fields


def constants(text):
    for body in re.findall(r"^enum anf_\w+ \{(.*?)\};", text, re.M | re.S):
        yield from re.findall(r"\b(ANF_\w+)\b(?=\s*(?:=|,|$))", body)


def macros(text):
    for name, value in re.findall(r"^#define (ANF_\w+)(\([^)]*\) .*| .*\S.*)$", text, re.M):
        if name not in HELPERS:
            yield name, squeeze(value)


def numbers(include, compiler, names):
    """What the compiler says of each expression."""
    prints = "".join(f'    printf("%lld\\n", (long long)({name}));\n' for name in names)
    program = ("#include <anfrage/plugin.h>\n#include <stdio.h>\n"
               f"int main(void)\n{{\n{prints}    return 0;\n}}\n")
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder) / "numbers.c", Path(folder) / "numbers"
        source.write_text(program)
        subprocess.run([*compiler, f"-I{include}", "-o", made, source], check=True)
        output = subprocess.run([made], check=True, capture_output=True, text=True).stdout
    return dict(zip(names, map(int, output.split())))


def interface(include, compiler):
    """(what, name) -> how it is, in the order of the listing."""
    text = text_of(include)
    found = {("function", name): how for name, how in sorted(functions(text))}
    found |= {("type", name): how for name, how in sorted(types(text))}
    found |= {("macro", name): how for name, how in sorted(macros(text))}
    asked = {("value", name): name for name in constants(text)}
    asked["", "pointer"] = "sizeof(void *)"
    declared = {}
    for struct, fields in sorted(structs(text)):
        asked["struct", struct] = f"sizeof(struct {struct})"
        for field, how in fields:
            asked["field", f"{struct}.{field}"] = f"offsetof(struct {struct}, {field})"
            declared["field", f"{struct}.{field}"] = how
    told = numbers(include, compiler, list(asked.values()))
    if told[asked.pop(("", "pointer"))] != 8:
        print("skipped: the listing is of a machine whose pointers have 64 bits")
        sys.exit(77)
    for key, expression in asked.items():
        found[key] = f"{told[expression]} {declared.get(key, '')}".strip()
    return found


def read_listing():
    """The state, and the interface."""
    lines = LISTING.read_text().splitlines() if LISTING.exists() else []
    entries = [line.split(" ", 2) for line in lines if not re.match(r"#|state |$", line)]
    state = next((line.split()[1] for line in lines if line.startswith("state ")), "unreleased")
    return state, {(what, name): how for what, name, how in
                   ((e[0], e[1].rstrip(":"), e[2]) for e in entries)}


def write_listing(state, found):
    lines = [f"{what} {name}: {how}\n" for (what, name), how in found.items()]
    LISTING.write_text(HEADING.format(state=state) + "".join(lines))


def grows(old, struct):
    """Do programs know that this struct may get longer? It says how long it is."""
    return ("field", f"{struct}.size") in old


def breaks(old, new, key):
    """Why a program or plugin that was built before would go wrong; None: it does not notice."""
    what, name = key
    if key not in new:
        return "is gone"
    struct = name.split(".")[0]
    if what == "struct" and key in old:
        grown = int(new[key]) > int(old[key])
        return None if grown and grows(old, struct) else "has another size"
    if key in old:
        return "has changed"
    if what == "field" and ("struct", struct) in old:
        behind = int(new[key].split()[0]) >= int(old["struct", struct])
        return None if behind and grows(old, struct) else "does not stand behind all that was there"
    return None


def changes(old, new):
    """(breaks, line) for each change."""
    for key in [*old, *(k for k in new if k not in old)]:
        if old.get(key) == new.get(key):
            continue
        why = breaks(old, new, key)
        was, now = old.get(key, "nothing"), new.get(key, "nothing")
        yield bool(why), f"{'BREAKS' if why else 'new'}: {' '.join(key)} {why or ''}\n" \
                         f"    was {was}\n    is  {now}"


def check(state, count):
    """Before the first release nothing is promised: changes are told, and no failure."""
    if count and state == "released":
        sys.exit(f"{count} changes since {LISTING.name}. If they are meant: RELEASING.md")
    if count:
        print(f"skipped: nothing is released yet, and {count} changes were told")
        sys.exit(77)


def main():
    if len(sys.argv) < 4 or sys.argv[1] not in ("check", "refresh", "release"):
        sys.exit(__doc__)
    command, include, *compiler = sys.argv[1:]
    state, old = read_listing()
    new = interface(include, compiler)
    if len(new) < 400:
        sys.exit(f"{len(new)} facts found: the headers were not understood")
    found = list(changes(old, new))
    for _, line in found:
        print(line)
    if command == "check":
        check(state, len(found))
        return
    if state == "released" and any(bad for bad, _ in found):
        sys.exit("what is released only grows: see RELEASING.md")
    write_listing("released" if command == "release" else state, new)


if __name__ == "__main__":
    main()
