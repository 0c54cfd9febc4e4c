#!/usr/bin/env python3
"""Documents that other programs wrote: does a page have all the text that LibreOffice finds in them?

    check-odt-real.py PROGRAM

Looks for the folder odt-real beside the real pages (see pages.py), and for soffice (Debian:
libreoffice-writer-nogui). Each document becomes a page, or ends in a clear error. Of a page, what
`anfrage show --page` prints is compared, line by line, with the document's own XML and with
LibreOffice's export as text:

* Every line of every paragraph in the parts of the document stands on the page.
* Every line of the export stands there, in the same order.
* What the page has beyond that stands where the export leaves text out: in headers and footers, notes,
  comments, frames, forms, in what is hidden; or is the document's title.

White space is folded. Before LibreOffice reads a document, this is taken out of it:

* labels of lists, numbers of headings and of footnotes, which are no text of the document but counted
  by the program that shows it;
* the record of tracked changes, whose deleted text LibreOffice would export; they count as accepted;
* the mark of tables as parts of a table, so that their cells come in the order of the document.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pages

SECONDS = 120
# What the export lacks in documents that are not valid.
EXCEPTED = {"odftoolkit__NestedParagraphs.odt": "paragraphs within a paragraph"}
# Places of a page that the export leaves out.
BESIDE = {"head", "header", "footer", "aside", "note", "figure", "form"}

DRAW, OFFICE, SVG, TEXT = (f"{{urn:oasis:names:tc:opendocument:xmlns:{part}:1.0}}"
                           for part in ("drawing", "office", "svg-compatible", "text"))
# Elements whose text is none of the document's.
LEFT_OUT = {TEXT + "tracked-changes", TEXT + "script", TEXT + "number", DRAW + "object"}


# --- what the page has ---

def blocks(printed):
    """(places, hidden, text) of each block that show --page printed."""
    head = re.compile(r"\d+ \w+(?: \d+)?(?: in ([\w> ]+?))?(?:, line \d+)?(, hidden)?")
    found = []
    for line in printed.splitlines():
        if match := head.fullmatch(line):
            found.append([set((match[1] or "").split(" > ")), bool(match[2]), ""])
        elif match := re.fullmatch(r'    \d+-\d+ .*? "(.*)"', line):
            found[-1][2] += match[1]
    return found


def read_page(program, path):
    """The blocks of the page, or None: the document was refused with an error."""
    result = subprocess.run([program, "show", "--page", path], capture_output=True, timeout=SECONDS)
    said = result.stderr.decode()
    errors = set(re.findall(r"(ANF-\d{3}) error: ", said))
    if result.returncode not in (0, 1) or (result.returncode == 1 and not errors):
        raise ValueError(f"exit status {result.returncode}: {said}")
    if errors - {"ANF-080"}:
        return None
    return blocks(result.stdout.decode())


# --- what LibreOffice has ---

def without_counts(xml):
    def level(match):
        tag = re.sub(r'\bstyle:num-(format|prefix|suffix)="[^"]*"', "", match[0])
        tag = tag.replace("level-style-bullet", "level-style-number")
        return re.sub(r"/?>$", r' style:num-format=""\g<0>', tag)
    for element in ("note", "tracked-changes"):
        xml = re.sub(rf"<text:{element}[ >].*?</text:{element}>", "", xml, flags=re.S)
    xml = xml.replace(' table:is-sub-table="true"', "")
    xml = re.sub(r"<text:(list-level-style-\w+|outline-level-style)\b[^>]*>", level, xml)
    return xml.replace("</text:list-level-style-bullet>", "</text:list-level-style-number>")


def copy_without_counts(path, copy):
    if not zipfile.is_zipfile(path):
        copy.write_text(without_counts(path.read_text("utf-8")), "utf-8")
        return
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(copy, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name in ("content.xml", "styles.xml"):
                data = without_counts(data.decode("utf-8")).encode("utf-8")
            target.writestr(name, data)


def exports(soffice, paths):
    """(path, lines of the export) of each document."""
    with tempfile.TemporaryDirectory(prefix="anfrage-odt-") as folder:
        folder = Path(folder)
        for path in paths:
            copy_without_counts(path, folder / path.name)
        subprocess.run([soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
                        "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder / "text",
                        *[folder / path.name for path in paths]], check=True, capture_output=True, timeout=600)
        for path in paths:
            text = (folder / "text" / path.with_suffix(".txt").name).read_text("utf-8")
            yield path, lines_of_export(text)


# --- comparing ---

def escaped(text):
    """As show prints it."""
    def form(character):
        if unicodedata.category(character) not in ("Cc", "Cf", "Zl", "Zp", "Cn"):
            return character
        return ("\\x%02x" if ord(character) < 0x80 else "\\u%04x") % ord(character)
    return "".join(map(form, text))


def fold(text):
    return " ".join(text.split())


def lines_of_export(text):
    lines = re.split(r"[\n\f]", text.removeprefix("\ufeff").replace("\r", ""))
    return [escaped(line) for line in map(fold, lines) if line]


def lines_of_page(found):
    return [fold(line) for _, _, text in found for line in text.split("\\n") if fold(line)]


def without_beside(found):
    return [block for block in found if not (block[1] or block[0] & BESIDE)]


def compare_export(export, page, frames):
    """Faults, as text. export, page: lines; frames: what the page may have beyond the export."""
    extra, at = [], 0
    for line in export:
        start = at
        while at < len(page) and page[at] != line:
            at += 1
        if at == len(page):
            yield f"the page lacks {line!r}, behind {page[start - 1] if start else 'nothing'!r}"
            return
        extra += page[start:at]
        at += 1
    for line in extra + page[at:]:
        if line not in frames:
            yield f"only the page has {line!r}"


# --- what the parts themselves have ---

def walk(element):
    """The element and those in it that hold text."""
    if element.tag not in LEFT_OUT:
        yield element
        for child in element:
            yield from walk(child)


def text_of(element):
    """The text of a paragraph without that of frames, notes and comments in it."""
    if element.tag.startswith((DRAW, SVG)) or element.tag in LEFT_OUT | {TEXT + "note", OFFICE + "annotation"}:
        return ""
    if element.tag in (TEXT + "s", TEXT + "tab", TEXT + "line-break"):
        return "\n" if element.tag == TEXT + "line-break" else " "
    inner = "".join(text_of(child) + fold_ends(child.tail) for child in element)
    return fold_ends(element.text) + inner


def fold_ends(text):
    """Line ends in the XML are white space."""
    return re.sub(r"\s", " ", text or "")


def lines_in(element):
    texts = [text_of(e) for e in walk(element) if e.tag in (TEXT + "p", TEXT + "h")]
    return [escaped(fold(line)) for text in texts for line in text.split("\n") if fold(line)]


def parts_of(path):
    if not zipfile.is_zipfile(path):
        return [ElementTree.fromstring(path.read_bytes())]
    with zipfile.ZipFile(path) as package:
        return [ElementTree.fromstring(package.read(name)) for name in ("styles.xml", "content.xml")
                if name in package.namelist()]


def compare_parts(parts, page):
    missing = Counter(line for part in parts for line in lines_in(part)) - Counter(page)
    for line in missing:
        yield f"the page lacks {line!r}, which stands in the document"


def main():
    program = os.path.abspath(sys.argv[1])
    documents = [p for p in pages.shared_pages("odt-real") if p.suffix in (".odt", ".fodt")]
    soffice = shutil.which("soffice")
    if not documents:
        pages.skip("no documents; ANFRAGE_SHARED tells where they are")
    found = {p: read_page(program, p) for p in documents}
    read = [p for p in documents if found[p] is not None and p.name not in EXCEPTED]
    parts = {p: parts_of(p) for p in read}
    faults = [f"{p.name}: {fault}" for p in read for fault in compare_parts(parts[p], lines_of_page(found[p]))]
    if soffice:
        for path, export in exports(soffice, read):
            shapes = [e for part in parts[path] for e in part.iter() if e.tag.startswith(DRAW)]
            frames = {line for shape in shapes for line in lines_in(shape)}
            page = lines_of_page(without_beside(found[path]))
            faults += [f"{path.name}: {fault}" for fault in compare_export(export, page, frames)]
    print("\n".join(faults))
    refused = list(found.values()).count(None)
    print(f"{len(documents) - refused} of {len(documents)} documents became pages, {refused} were refused; "
          f"{len(read)} compared, {len(faults)} faults")
    if not faults and not soffice:
        pages.skip("no LibreOffice to compare with")
    sys.exit(1 if faults else 0)


main()
