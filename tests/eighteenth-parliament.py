#!/usr/bin/env python3
"""A parliament that the library does not know takes a vocabulary file and no code.

    eighteenth-parliament.py PROGRAM

The page of tests/fixtures/eighteenth-parliament is refused without the file there. With it, it converts
to every format and back to the same inquiry, every format for people names the parliament, and
`anfrage check` finds nothing.
"""
import json
import os
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

PROGRAM = os.path.abspath(sys.argv.pop(1))
CASE = Path(__file__).resolve().parent / "fixtures" / "eighteenth-parliament"
PAGE = CASE / "page.html"
NAME = "Inselrat Hochwerder"


def run(*arguments, vocabulary=True):
    told = ["--vocabulary", CASE / "vocabulary.tsv"] if vocabulary else []
    return subprocess.run([PROGRAM, arguments[0], *map(str, [*told, *arguments[1:]])],
                          capture_output=True, timeout=60)


class EighteenthParliament(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="anfrage-eighteenth-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def convert(self, name, source=PAGE):
        output = self.folder / name
        result = run("convert", "-o", output, source)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return output

    def test_is_not_known(self):
        result = run("convert", "-t", "json", PAGE, vocabulary=False)
        self.assertEqual(result.returncode, 1)
        self.assertIn(b"ANF-080", result.stderr)

    def test_its_fields(self):
        inquiry = json.loads(self.convert("page.json").read_text(encoding="utf-8"))
        self.assertEqual({key: inquiry[key] for key in ("kind", "kind_label", "parliament", "term",
                                                        "reference", "asked", "answered")},
                         {"kind": "anfrage", "kind_label": "Inselanfrage", "parliament": "DE-XX",
                          "term": 7, "reference": "7/412", "asked": "2025-01-14",
                          "answered": "2025-02-03"})
        self.assertEqual([a["party"] for a in inquiry["askers"]], ["DEICHBUND", "Deichbund Hochwerder"])
        self.assertEqual(inquiry["answerers"][0]["organization"], "Deichamt für Häfen und Fähren")
        exchanges = [node for node in inquiry["content"] if node.get("role") == "exchange"]
        self.assertEqual([[part["role"] for part in e["children"]] for e in exchanges],
                         [["question", "answer"]] * 2)

    def test_the_link_alone_tells_it(self):
        text = PAGE.read_text(encoding="utf-8").replace(NAME, "").replace("Inselpapier 7/412", "")
        page = self.folder / "link.html"
        page.write_text(text.replace("Inselregierung", "Regierung"), encoding="utf-8")
        inquiry = json.loads(self.convert("link.json", page).read_text(encoding="utf-8"))
        self.assertEqual((inquiry["parliament"], inquiry["reference"]), ("DE-XX", "7/412"))

    def test_is_sound(self):
        result = run("check", PAGE)
        self.assertEqual((result.returncode, result.stdout + result.stderr), (0, b""))
        odd = self.folder / "odd.html"
        odd.write_text(PAGE.read_text(encoding="utf-8").replace("7/412", "21/412"), encoding="utf-8")
        self.assertIn(b"ANF-210", run("check", odd).stdout)

    def test_to_all_formats_and_back(self):
        first = self.convert("first.json")
        for name in ("page.xml", "page.json", "page.html", "page.odt"):
            with self.subTest(name):
                output = self.convert(name)
                # Whoever reads it back need not know the parliament; but of an ODT everything is compared
                # with what would be written, the name of the parliament too.
                for known in (True, False) if name != "page.odt" else (True,):
                    result = run("diff", first, output, vocabulary=known)
                    self.assertEqual((result.returncode, result.stdout, result.stderr), (0, b"", b""))
        self.assertIn(NAME, self.convert("page.txt").read_text(encoding="utf-8"))

    def test_writers_name_it(self):
        xml = self.convert("page.xml").read_text(encoding="utf-8")
        self.assertIn(f'showAs="{NAME}"', xml)
        self.assertIn("/akn/de-xx/doc/anfrage/inselrat/2025-02-03/7-412", xml)
        self.assertIn(NAME, self.convert("page.html").read_text(encoding="utf-8"))
        with zipfile.ZipFile(self.convert("page.odt")) as package:
            self.assertIn(NAME, package.read("content.xml").decode())


unittest.main(argv=sys.argv)
