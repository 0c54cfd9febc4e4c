#!/usr/bin/env python3
"""Headers as they might have been, or may yet be, made from today's: the museum's workshop.

    doctor.py pieces INCLUDE              the names of the plugins that the museum shows
    doctor.py make INCLUDE FOLDER NAME... for each a header museum-NAME.h, and its description
    doctor.py programs INCLUDE FOLDER     museum-older.h, museum-today.h and museum-newer.h, for programs

A doctored header is all of the public headers in one file, and tells by HAS_<struct>_<field> which
fields it has. Structs that grow are those that have a size.
"""
import os
import re
import sys
from pathlib import Path

STRUCT = re.compile(r"^struct (anf_\w+) \{\n(.*?)^\};\n", re.M | re.S)
COMMENT = re.compile(r"/\*.*?\*/", re.S)
# The first version of a format ended here: what comes later may be missing.
FIRST_VERSION = "label"


def amalgamate(include, name, seen):
    """The text of a header with those that it includes in their places."""
    if name in seen:
        return ""
    seen.add(name)
    return re.sub(r"^#include <(anfrage/\w+\.h)>\n",
                  lambda m: amalgamate(include, m.group(1), seen),
                  (include / name).read_text(), flags=re.M)


def fields(body):
    """(name, declaration) of each field, in order."""
    for declaration in re.findall(r"[^;]+;", COMMENT.sub("", body)):
        name = re.search(r"\(\*(\w+)\)|(\w+)(?:\[\d+\])?;$", declaration)
        yield name.group(1) or name.group(2), declaration.strip()


def growable(text):
    """struct -> [(field, declaration)] for every struct that has a size."""
    structs = {name: list(fields(body)) for name, body in STRUCT.findall(text)}
    return {name: found for name, found in structs.items()
            if "size" in [field for field, _ in found[:2]]}


def doctor(text, cut, grow):
    """Structs end before the field in cut, or have one more. Gives the text, and what it has."""
    has = []

    def rewrite(match):
        name = match.group(1)
        if name not in structs:
            return match.group()
        kept = structs[name]
        if name in cut:
            kept = kept[:[field for field, _ in kept].index(cut[name])]
        if name in grow:
            kept = kept + [("museum_more", "void (*museum_more)(void);")]
        has.extend(f"#define HAS_{name}_{field} 1\n" for field, _ in kept)
        return f"struct {name} {{\n" + "".join(f"    {d}\n" for _, d in kept) + "};\n"

    structs = growable(text)
    return STRUCT.sub(rewrite, text), "".join(has)


def pieces(text):
    """name -> (cut, grow, what the plugin defines, how many formats its description has)."""
    names = [field for field, _ in growable(text)["anf_format"]]
    made = {f"older_{field}": ({"anf_format": field}, [], {}, 1)
            for field in names[names.index(FIRST_VERSION) + 1:]}
    made["newer_format"] = ({}, ["anf_format"], {}, 1)
    made["newer_plugin"] = ({}, ["anf_plugin"], {}, 1)
    for abi in (0, 2):
        made[f"abi_{abi}"] = ({}, [], {"PIECE_ABI": abi}, 1)
    sizes = {"0": "0", "short": "offsetof(struct {0}, {1})",
             "half": "(sizeof(struct {0}) - sizeof(void *) / 2)", "huge": "(1u << 30)"}
    for struct, member in (("anf_format", FIRST_VERSION), ("anf_plugin", "formats")):
        for which, size in sizes.items():
            define = {f"SIZE_OF_{struct[4:].upper()}": size.format(struct, member)}
            made[f"{struct[4:]}_size_{which}"] = ({}, [], define, 1)
    hole = "&piece.format, NULL, &piece.format"
    made["hole"] = ({}, [], {"PIECE_FORMATS": hole}, 1)
    made["hole_described"] = ({}, [], {"PIECE_FORMATS": hole}, 2)
    made["no_format"] = ({}, [], {"PIECE_FORMATS": "NULL, &piece.format"}, 1)
    made["no_id"] = ({}, [], {"PIECE_ID": "NULL"}, 1)
    made["no_label"] = ({}, [], {"PIECE_LABEL": "NULL"}, 1)
    made["no_name"] = ({}, [], {"PIECE_NAME": "NULL"}, 1)
    made["no_version"] = ({}, [], {"PIECE_VERSION": "NULL"}, 1)
    return made


def description(name, has, formats):
    """What has no read is described as if it had: else the library need not look at it."""
    lines = ["anfrage-plugin 1", f"name {name}", "version 1", "abi 1"]
    lines += [f"format {name.replace('_', '-')}", "label A piece of the museum", "reads yes"]
    lines += ["writes yes"] if "HAS_anf_format_write " in has else []
    lines += [f"extension {name}"] if "HAS_anf_format_extensions " in has else []
    if formats > 1:
        lines += [f"format {name.replace('_', '-')}-2", "label Another piece", "reads yes"]
    return "".join(line + "\n" for line in lines)


def write(path, text):
    path.write_text(text)
    os.chmod(path, 0o644)  # what others can write is not loaded


def make(text, folder, names):
    made = pieces(text)
    for name in names:
        cut, grow, defines, formats = made[name]
        defines = {"PIECE": name, "PIECE_ID": f'"{name.replace("_", "-")}"', **defines}
        doctored, has = doctor(text, cut, grow)
        define = "".join(f"#define {key} {value}\n" for key, value in defines.items())
        write(folder / f"museum-{name}.h", doctored + has + define)
        write(folder / f"anf-{name}.plugin", description(name, has, formats))


def programs(text, folder):
    structs = growable(text)
    shorter = {name: found[-1][0] for name, found in structs.items()}
    for name, cut, grow in (("older", shorter, []), ("today", {}, []), ("newer", {}, structs)):
        write(folder / f"museum-{name}.h", "".join(doctor(text, cut, grow)))


def main():
    command, include, *rest = sys.argv[1:] if len(sys.argv) > 2 else sys.exit(__doc__)
    text = amalgamate(Path(include), "anfrage/plugin.h", set())
    if command == "pieces":
        print("\n".join(pieces(text)))
    elif command == "make":
        make(text, Path(rest[0]), rest[1:])
    elif command == "programs":
        programs(text, Path(rest[0]))
    else:
        sys.exit(__doc__)


main()
