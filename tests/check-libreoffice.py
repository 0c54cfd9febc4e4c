#!/usr/bin/env python3
"""check-libreoffice.py: documents of ours through LibreOffice, and edited by hand.

usage: check-libreoffice.py ANFRAGE

LibreOffice opens each document, exports it as PDF, and saves it again; what it saved is the same inquiry. Then
parts of a saved document are changed as a person would, each of which comes back as exactly that difference, and
is told. Exit status 77: there is no soffice.
"""
import json
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET
import zipfile
from copy import deepcopy
from pathlib import Path

TESTS = Path(__file__).resolve().parent
SKIPPED = 77
LONGEST = 240  # seconds that one run of LibreOffice may take

DOCUMENTS = [
    "../docs/sample/anfrage.html",
    "golden/lost-initial/in.txt",
    "golden/member-wordpress/in.html",
    "fixtures/akn/example-all.xml",
    "fixtures/odt/own.json",
    "golden/akn-foreign-doc-3.0/in.xml",
    "fixtures/html-write/ganztag.json",
    "fixtures/json/empty.json",
    "fixtures/json/full.json",
    "fixtures/text/full.txt",
]
EDITED = "html-write-ganztag.odt"

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


# --- programs ---

class Run:
    def __init__(self, anfrage, folder):
        self.anfrage = anfrage
        self.folder = folder

    def command(self, *words):
        return subprocess.run([self.anfrage, *map(str, words)], capture_output=True, encoding="utf-8", errors="replace")

    def office(self, kind, files, target):
        profile = (self.folder / "profile").as_uri()
        subprocess.run(["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind,
                        "--outdir", str(target), *map(str, files)],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=LONGEST, check=True)


# --- a document as a tree ---

class Document:
    """content.xml of a package, to be changed and saved as another one."""

    def __init__(self, path):
        self.path = path
        with zipfile.ZipFile(path) as z:
            self.parts = [(i, z.read(i.filename)) for i in z.infolist()]
        content = dict((i.filename, data) for i, data in self.parts)["content.xml"]
        with tempfile.TemporaryFile() as f:
            f.write(content)
            f.seek(0)
            for _, (prefix, uri) in ET.iterparse(f, events=["start-ns"]):
                ET.register_namespace(prefix, uri)
        self.root = ET.fromstring(content)

    def save(self, path):
        with zipfile.ZipFile(path, "w") as z:
            for info, data in self.parts:
                if info.filename == "content.xml":
                    data = ET.tostring(self.root, encoding="UTF-8", xml_declaration=True)
                z.writestr(info, data)

    def parent_of(self, element):
        return next(p for p in self.root.iter() if element in list(p))

    def line(self, words):
        """The innermost paragraph or heading with these words in it."""
        found = [e for e in self.root.iter() if e.tag in (TEXT + "p", TEXT + "h") and words in "".join(e.itertext())]
        assert found, f"not in the document: {words}"
        return found[-1]

    def section(self, name):
        return next(e for e in self.root.iter(TEXT + "section") if e.get(TEXT + "name") == name)

    def above(self, element, tag):
        while element.tag != tag:
            element = self.parent_of(element)
        return element


def retype(line, was, now):
    """Other words in a line, wherever in it they stand."""
    for element in line.iter():
        if element.text and was in element.text:
            element.text = element.text.replace(was, now, 1)
            return
        if element is not line and element.tail and was in element.tail:
            element.tail = element.tail.replace(was, now, 1)
            return
    raise AssertionError(f"not in one piece: {was}")


def copy_behind(document, element, was, now):
    copy = deepcopy(element)
    parent = document.parent_of(element)
    parent.insert(list(parent).index(element) + 1, copy)
    for line in copy.iter():
        if was in (line.text or ""):
            line.text = line.text.replace(was, now)
    return copy


# --- what a person does ---

def edit_words(was, now):
    return lambda d: retype(d.line(was), was, now)


def put_in_paragraph(d):
    copy_behind(d, d.line("Unbesetzt sind zurzeit:"), "Unbesetzt sind zurzeit:", "Weitere werden frei.")


def take_out_answer(d):
    answer = d.section("anf:answer-1")
    d.parent_of(answer).remove(answer)


def move_question(d):
    first, second = d.section("anf:exchange-1"), d.section("anf:exchange-2")
    parent = d.parent_of(first)
    parent.remove(second)
    parent.insert(list(parent).index(first), second)


def put_in_item(d):
    item = d.above(d.line("zwei Stellen im Hort"), TEXT + "list-item")
    copy_behind(d, item, "zwei Stellen im Hort Eichenhain,", "eine in der Küche,")


def take_out_row(d):
    row = [r for r in d.root.iter(TABLE + "table-row") if "118" in "".join(r.itertext())][0]
    d.parent_of(row).remove(row)


def split_paragraph(d):
    line = d.line("beruhen auf der amtlichen")
    copy = copy_behind(d, line, "Die Zahlen stehen in der Tabelle. ", "")
    for child in list(line):
        line.remove(child)
    line.text = "Die Zahlen stehen in der Tabelle."
    assert "".join(copy.itertext()).startswith("Sie beruhen")


def take_out_asker(d):
    line = d.line("Fraktion CDU")
    d.parent_of(line).remove(line)


def embolden(d):
    line = d.line("Unbesetzt sind zurzeit:")
    line.text = "Unbesetzt sind "
    span = ET.SubElement(line, TEXT + "span", {TEXT + "style-name": "Strong_20_Emphasis"})
    span.text = "zurzeit"
    span.tail = ":"


def differences_in(text):
    return [line for line in text.split("\n") if line.startswith(("-", "+", "@@")) and not line.startswith(("---", "+++"))]


# What is done; the differences that come of it, as `anfrage diff` says them; the message.
ANSWER_4 = "content/chapter 2/exchange 1/answer 4."
ANSWER_1 = "content/chapter 1/exchange 1/answer 1."
EDITS = [
    ("a changed paragraph", edit_words("Unbesetzt sind zurzeit:", "Unbesetzt sind drei Stellen:"),
     [f"@@ {ANSWER_4}/paragraph 1 @@", "- Unbesetzt sind zurzeit:", "+ Unbesetzt sind drei Stellen:"],
     'changed: answer 4., paragraph "Unbesetzt sind drei Stellen:"'),
    ("a paragraph put in", put_in_paragraph,
     [f"@@ {ANSWER_4}/paragraph 2 @@", "+ Weitere werden frei."],
     'put in: answer 4., paragraph "Weitere werden frei."'),
    ("a row taken out", take_out_row,
     [f"@@ {ANSWER_1}/table 1/row 3 @@",
      "- Förderschulen | 118 | 121 | 119[*: Ohne die Schule am Eichenhain, die vorübergehend geschlossen war.]"
      " | 124 | nicht erhoben | + 5,1 %"],
     'taken out: answer 1., row "Förderschulen"'),
    ("a retyped heading", edit_words("Bedarf und Plätze", "Was gebraucht wird"),
     ["@@ content/chapter 1/heading 1 @@", "- Bedarf und Plätze", "+ Was gebraucht wird"],
     'changed: chapter, heading "Was gebraucht wird"'),
    ("a cell", edit_words("1.204", "1.214"),
     [f"@@ {ANSWER_1}/table 1/row 2/cell 2/paragraph 1 @@", "- 1.204", "+ 1.214"],
     'changed: answer 1., paragraph "1.214"'),
    ("a moved question", move_question,
     ["@@ content/chapter 1/exchange 1, moved to content/chapter 1/exchange 2 @@"],
     'moved: exchange, "1. Wie viele'),
    ("a footnote", edit_words("Stand jeweils am 1. Oktober.", "Stand jeweils am 1. November."),
     [f"@@ {ANSWER_1}/table 1/caption 1 @@",
      "- … Ganztagsschulen des Landkreises, nach Schuljahren[1: Stand jeweils am 1. Oktober.]",
      "+ … Ganztagsschulen des Landkreises, nach Schuljahren[1: Stand jeweils am 1. November.]"],
     'changed: answer 1., paragraph "Stand jeweils am 1. November."'),
    ("an item put in", put_in_item, [f"@@ {ANSWER_4}/list 1/item 2 @@", "+ eine in der Küche,"],
     'put in: answer 4., item "eine in der Küche,"'),
    ("the title", edit_words("Ganztagsplätze im Landkreis", "Plätze im Landkreis"),
     ["@@ title @@", "- Ganztagsplätze im Landkreis Hohenfels: Bedarf, Personal & Kosten",
      "+ Plätze im Landkreis Hohenfels: Bedarf, Personal & Kosten"], 'changed: title "Plätze im Landkreis'),
    ("a date", edit_words("3. März 2025", "04.03.2025"), ["@@ asked @@", "- 2025-03-03", "+ 2025-03-04"],
     'changed: asked "04.03.2025"'),
    ("an asker", edit_words("Die Grünen, Sprecherin", "SPD, Sprecherin"),
     ["@@ askers 1/party @@", "- Die Grünen", "+ SPD"], 'changed: askers "Dr. Ada Brenner (SPD'),
    ("an asker taken out", take_out_asker, ["@@ askers 2 @@", "- CDU (group)"],
     'taken out: askers "Fraktion CDU"'),
    ("a paragraph split", split_paragraph,
     [f"@@ {ANSWER_1}/paragraph 1 @@", "+ Die Zahlen stehen in der Tabelle.", f"@@ {ANSWER_1}/paragraph 1 @@",
      "- Die Zahlen stehen in der Tabelle. Sie beruhen auf der amtlichen Schulstatistik (Thüringer Schulportal).",
      "+ Sie beruhen auf der amtlichen Schulstatistik (Thüringer Schulportal)."],
     'put in: answer 1., paragraph "Die Zahlen'),
    ("a word in bold", embolden,
     [f"@@ {ANSWER_4}/paragraph 1 @@", "- Unbesetzt sind zurzeit:", "+ Unbesetzt sind <strong>zurzeit</strong>:"],
     'changed: answer 4., paragraph "Unbesetzt sind zurzeit:"'),
    ("a question", edit_words("Wie hoch ist der Bedarf", "Wie hoch war der Bedarf"),
     ["@@ content/chapter 1/exchange 2/question 2./paragraph 1 @@",
      "- Wie hoch ist der Bedarf im Schuljahr 2026/27?", "+ Wie hoch war der Bedarf im Schuljahr 2026/27?"],
     'changed: question 2., paragraph "2. Wie hoch war'),
    ("a label", edit_words("Antwort zu 1", "Antwort der Regierung"), [],
     "a label that the program writes was changed"),
]


# --- the test ---

class Office(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp())
        cls.run_of = Run(PROGRAM, cls.folder)
        cls.written, cls.saved, cls.printed = (cls.folder / name for name in ("written", "saved", "printed"))
        cls.written.mkdir()
        for document in DOCUMENTS:
            target = cls.written / (Path(document).parent.name + "-" + Path(document).stem + ".odt")
            result = cls.run_of.command("convert", "-t", "odt", "-o", target, TESTS / document)
            assert result.returncode == 0, result.stderr
        files = sorted(cls.written.iterdir())
        cls.run_of.office("odt", files, cls.saved)
        cls.run_of.office("pdf", files, cls.printed)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def test_what_it_saves_is_the_same(self):
        for written in sorted(self.written.iterdir()):
            with self.subTest(written.name):
                result = self.run_of.command("diff", written, self.saved / written.name)
                self.assertEqual((result.returncode, result.stdout, result.stderr), (0, "", ""))

    def test_it_prints_all(self):
        for written in self.written.iterdir():
            with self.subTest(written.name):
                self.assertTrue((self.printed / written.name).with_suffix(".pdf").read_bytes().startswith(b"%PDF"))

    def test_edits(self):
        saved = self.saved / EDITED
        for name, edit, differences, message in EDITS:
            with self.subTest(name):
                document = Document(saved)
                edit(document)
                document.save(self.folder / "edited.odt")
                read = self.run_of.command("convert", "-t", "json", self.folder / "edited.odt")
                self.assertEqual(read.returncode, 0, read.stderr)
                self.assertIn(message, read.stderr)
                compared = self.run_of.command("diff", saved, self.folder / "edited.odt")
                self.assertEqual(differences_in(compared.stdout), differences)

    def test_a_deleted_answer(self):
        saved = self.saved / EDITED
        document = Document(saved)
        take_out_answer(document)
        document.save(self.folder / "edited.odt")
        before, after = (json.loads(self.run_of.command("convert", "-t", "json", path).stdout)
                         for path in (saved, self.folder / "edited.odt"))
        exchange = next(s for s in before["content"] if s["role"] == "chapter")["children"][1]
        self.assertEqual([s["role"] for s in exchange["children"]], ["question", "answer"])
        del exchange["children"][1]
        self.assertEqual(after, before)


if __name__ == "__main__":
    if not shutil.which("soffice"):
        print("skipped: no soffice (LibreOffice)")
        sys.exit(SKIPPED)
    PROGRAM = sys.argv.pop(1)
    unittest.main()
