#!/usr/bin/env python3
"""interface.py tells what breaks programs from what they do not notice."""
import interface

OLD = {
    ("function", "anf_f"): "int (int)",
    ("value", "ANF_A"): "1",
    ("macro", "ANF_PLUGIN_ABI"): "1",
    ("struct", "anf_grows"): "16",
    ("field", "anf_grows.size"): "0 uint32_t size",
    ("field", "anf_grows.text"): "8 const char *text",
    ("struct", "anf_fixed"): "8",
    ("field", "anf_fixed.hash"): "0 uint64_t hash",
}

# What is put in its place (None: taken away), and which of the changes break programs.
CASES = [
    ({}, []),
    ({("function", "anf_g"): "void (void)", ("value", "ANF_B"): "2"}, []),
    ({("struct", "anf_new"): "8", ("field", "anf_new.hash"): "0 uint64_t hash"}, []),
    ({("function", "anf_f"): None}, ["function anf_f"]),
    ({("function", "anf_f"): "int (long)"}, ["function anf_f"]),
    ({("value", "ANF_A"): "2"}, ["value ANF_A"]),
    ({("macro", "ANF_PLUGIN_ABI"): "2"}, ["macro ANF_PLUGIN_ABI"]),
    ({("struct", "anf_grows"): "24", ("field", "anf_grows.more"): "16 const char *more"}, []),
    # In the padding of what was there, where older programs have garbage.
    ({("field", "anf_grows.more"): "4 uint32_t more"}, ["field anf_grows.more"]),
    ({("struct", "anf_grows"): "24", ("field", "anf_grows.more"): "8 const char *more",
      ("field", "anf_grows.text"): "16 const char *text"},
     ["field anf_grows.more", "field anf_grows.text"]),
    ({("struct", "anf_grows"): "8", ("field", "anf_grows.text"): None},
     ["field anf_grows.text", "struct anf_grows"]),
    ({("struct", "anf_fixed"): "16", ("field", "anf_fixed.more"): "8 uint64_t more"},
     ["field anf_fixed.more", "struct anf_fixed"]),
]


def main():
    for change, expected in CASES:
        new = {key: how for key, how in {**OLD, **change}.items() if how is not None}
        found = sorted(" ".join(line.split()[1:3]) for bad, line in interface.changes(OLD, new) if bad)
        count = len(list(interface.changes(OLD, new)))
        assert found == expected, (change, found)
        assert count == len(change), (change, count)


main()
