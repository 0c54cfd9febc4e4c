#!/usr/bin/env python3
"""Does another program find every word in our Akoma Ntoso? check-bluebell.py PROGRAM

@lawsafrica/bluebell-monaco turns Akoma Ntoso into text that lawyers edit. Its stylesheet knows nothing of libanfrage;
xsltproc runs it over what we write of pages and fixtures, and each word of mainBody has to come out as often as it
stands there. Needed are xsltproc and, in $NPM_DIR, else in .ci/npm, the packages that .ci/npm/package.json lists.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pages

NPM = Path(os.environ.get("NPM_DIR") or pages.ROOT / ".ci" / "npm").resolve()
STYLESHEET = NPM / "node_modules" / "@lawsafrica" / "bluebell-monaco" / "src" / "xslt.js"
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
INLINE = {AKN + name for name in ("a", "b", "i", "u", "sup", "sub")}
NOTE = AKN + "authorialNote"
SHOWN = 20


def write_stylesheet(path):
    """It is a template literal of JavaScript, whose one escape is the backslash."""
    literal = re.search(r"`(.*?)`", STYLESHEET.read_text(encoding="utf-8"), re.DOTALL).group(1)
    path.write_text(literal.strip().replace("\\\\", "\\"), encoding="utf-8")


def words(text):
    return Counter(re.findall(r"[^\W_]+", text))


def text_of(element, holds_notes=False):
    """The stylesheet writes footnotes behind a p or a heading that has their mark; of others it shows the mark only."""
    if element.tag == NOTE and not holds_notes:
        return " "
    holds_notes = (holds_notes and element.tag != NOTE) or element.tag in (AKN + "p", AKN + "heading")
    parts = [element.text or ""]
    for child in element:
        parts += [text_of(child, holds_notes), child.tail or ""]
    edge = "" if element.tag in INLINE else " "
    return edge + "".join(parts) + edge


def plain(output):
    """Without the marks of Bluebell, which may stand within a word, and the names of its parts, which it puts directly
    behind a preformatted text."""
    output = re.sub(r"(CONCLUSIONS|DEBATESECTION)(?=$|\{)", r" \1", output, flags=re.M)
    return re.sub(r"\\(.)|\*\*|//|__|\{\{[_^+-]|\}\}", lambda match: match[1] or "", output)


def missing_words(stylesheet, path):
    body = ElementTree.parse(path).getroot().find(f".//{AKN}mainBody")
    done = subprocess.run(["xsltproc", "--nonet", stylesheet, path], capture_output=True, encoding="utf-8")
    if done.returncode:
        return [done.stderr.strip()]
    return list((words(text_of(body)) - words(plain(done.stdout))).elements())


def write_pages(program, folder):
    for name in ("in", "out"):
        (folder / name).mkdir()
    found = pages.our_pages() + pages.shared_pages(*pages.SCRAPED)
    inputs = pages.stage(pages.some_of(found), folder / "in")
    subprocess.run([program, "convert", "-t", "akn", "-O", folder / "out", *inputs], stderr=subprocess.DEVNULL)
    return sorted((folder / "out").iterdir())


def main():
    if not shutil.which("xsltproc"):
        pages.skip("no xsltproc")
    if not STYLESHEET.is_file():
        pages.skip(f"no @lawsafrica/bluebell-monaco in {NPM}")
    failures = 0
    with tempfile.TemporaryDirectory(prefix="anfrage-bluebell-") as name:
        folder = Path(name)
        stylesheet = folder / "bluebell.xsl"
        write_stylesheet(stylesheet)
        written = write_pages(os.path.abspath(sys.argv[1]), folder)
        for path in written:
            missing = missing_words(stylesheet, path)
            if missing:
                failures += 1
                print(f"{path.name}: {' '.join(missing[:SHOWN])}")
    print(f"{len(written)} documents, {failures} of which lack words")
    sys.exit(1 if failures or not written else 0)


main()
