#!/usr/bin/env python3
"""A table of the inquiries on archived pages: inquiries.py PAGE... >inquiries.csv

One row for each inquiry. Needs libanfrage and nothing else; docs/embedding.md explains it.
"""
import csv
import os
import sys
from ctypes import CDLL, CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int32, c_size_t, c_uint32, c_void_p


class Diagnostic(Structure):
    """struct anf_diagnostic of anfrage/base.h"""
    _fields_ = [("size", c_uint32), ("severity", c_int32), ("code", c_uint32), ("line", c_uint32),
                ("column", c_uint32), ("source", c_char_p), ("member", c_char_p), ("plugin", c_char_p),
                ("message", c_char_p)]


class Actor(Structure):
    """struct anf_actor of anfrage/inquiry.h"""
    _fields_ = [("size", c_uint32), ("group", c_uint32), ("name", c_char_p), ("party", c_char_p),
                ("role", c_char_p), ("organization", c_char_p)]


DiagnosticFunction = CFUNCTYPE(None, POINTER(Diagnostic), c_void_p)
InquiryFunction = CFUNCTYPE(c_int, c_void_p, c_void_p)
LIBRARY = CDLL("libanfrage.so.0")


def function(result, name, *arguments):
    """A function of the library; without its types, ctypes would cut pointers to 32 bits."""
    found = getattr(LIBRARY, name)
    found.restype, found.argtypes = result, arguments
    return found


context_new = function(c_void_p, "anf_context_new")
context_unref = function(c_void_p, "anf_context_unref", c_void_p)
set_diagnostic_fn = function(None, "anf_context_set_diagnostic_fn", c_void_p, DiagnosticFunction, c_void_p)
load_plugins = function(c_int, "anf_context_load_plugins", c_void_p, c_char_p)
source_new_path = function(c_void_p, "anf_source_new_path", c_char_p)
source_unref = function(c_void_p, "anf_source_unref", c_void_p)
read = function(c_int, "anf_read", c_void_p, c_void_p, c_char_p, c_void_p, InquiryFunction, c_void_p)
inquiry_ref = function(c_void_p, "anf_inquiry_ref", c_void_p)
inquiry_unref = function(c_void_p, "anf_inquiry_unref", c_void_p)
inquiry_get = function(c_char_p, "anf_inquiry_get", c_void_p, c_int)
inquiry_asker = function(POINTER(Actor), "anf_inquiry_asker", c_void_p, c_size_t)
inquiry_content = function(c_void_p, "anf_inquiry_content", c_void_p)
next_section = function(c_void_p, "anf_node_next_section", c_void_p, c_int, c_void_p)
field_from_name = function(c_int, "anf_field_from_name", c_char_p)
role_from_name = function(c_int, "anf_role_from_name", c_char_p)


class Inquiry:
    def __init__(self, pointer):
        self.pointer = inquiry_ref(pointer)

    def __del__(self):
        inquiry_unref(self.pointer)

    def field(self, name):
        """A field by its name in JSON; "" where the page does not state it."""
        return (inquiry_get(self.pointer, field_from_name(name.encode())) or b"").decode()

    def parties(self):
        """Of all who ask, and the groups that ask; each once."""
        found, index = {}, 0
        while asker := inquiry_asker(self.pointer, index):
            name = asker.contents.party or asker.contents.organization
            found.setdefault((name or b"").decode())
            index += 1
        return [name for name in found if name]

    def count(self, role):
        """How many sections have a role: "question", "answer"."""
        content, number = inquiry_content(self.pointer), role_from_name(role.encode())
        count, section = 0, None
        while section := next_section(content, number, section):
            count += 1
        return count


@DiagnosticFunction
def print_diagnostic(diagnostic, _):
    if diagnostic.contents.severity > 0:
        source, message = diagnostic.contents.source or b"", diagnostic.contents.message
        print(f"{os.fsdecode(source)}: {message.decode()}", file=sys.stderr)


def inquiries(context, path):
    """The inquiries of a page; None where it cannot be read, or holds none."""
    found = []

    @InquiryFunction
    def keep(pointer, _):
        found.append(Inquiry(pointer))
        return 0

    source = source_new_path(os.fsencode(path))
    status = read(context, source, None, None, keep, None)
    source_unref(source)
    return found if status == 0 else None


def main(paths):
    table = csv.writer(sys.stdout)
    table.writerow(["page", "number", "title", "parties", "questions", "answers"])
    context, failed = context_new(), False
    set_diagnostic_fn(context, print_diagnostic, None)
    load_plugins(context, None)
    for path in paths:
        found = inquiries(context, path)
        failed |= found is None
        for inquiry in found or []:
            table.writerow([path, inquiry.field("reference") or inquiry.field("inquiry_number"),
                            inquiry.field("title"), "; ".join(inquiry.parties()),
                            inquiry.count("question"), inquiry.count("answer")])
    context_unref(context)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
