#!/usr/bin/env python3
"""Are the vocabulary's files as docs/vocabulary.md says? vocabulary.py SOURCE_ROOT

Facts of one class stand together, and those of an id where the class has no "-"; no fact stands twice;
every class has a row in the document, and every example there is a fact.
"""
import re
import sys
from pathlib import Path

# Example lines of the document: `class id phrase`, with blanks for TABs.
ROW = re.compile(r"^\| `([a-z-]+)` \|.*\| `([^`]+)` \|$", re.M)


def facts(folder):
    for path in sorted(folder.glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                yield f"{path.name}:{number}", line.split("\t")


def faults_of_order(found):
    """A class, or an id within it, that ended comes again."""
    ended, last = set(), None
    flat = {fact[0] for _, fact in found if fact[1] == "-"}  # most of its facts need no id
    for place, (word_class, ident, _) in found:
        for group in ((word_class,), (word_class, ident)):
            if group in ended and not (len(group) == 2 and word_class in flat):
                yield f"{place}: {' '.join(group)} is apart from its others"
        current = {(word_class,), (word_class, ident)}
        ended |= (last or set()) - current
        last = current


def faults_of_repetition(found):
    seen = {}
    for place, fact in found:
        key = (fact[0], " ".join(fact[2].casefold().split()))
        if key[0] in ("chamber", "numbering"):
            key += (fact[1],)
        if key in seen:
            yield f"{place}: {' '.join(fact)} stands in {seen[key]} already"
        seen.setdefault(key, place)


def faults_of_document(found, page):
    classes = {fact[0] for _, fact in found}
    known = {" ".join(fact) for _, fact in found}
    rows = dict(ROW.findall(page))
    for name in sorted(classes - set(rows)):
        yield f"docs/vocabulary.md has no row for the class {name}"
    for name, example in sorted(rows.items()):
        if name not in classes:
            yield f"docs/vocabulary.md: no fact is of the class {name}"
        elif example not in known:
            yield f"docs/vocabulary.md: {example} is no fact"
    for name, ident in sorted({(f[0], f[1]) for _, f in found if f[0] == "label"}):
        if f"`{ident}`" not in page:
            yield f"docs/vocabulary.md does not name the {name} {ident}"


def main():
    root = Path(sys.argv[1])
    found = list(facts(root / "libanfrage" / "data" / "vocabulary"))
    page = (root / "docs" / "vocabulary.md").read_text(encoding="utf-8")
    faults = [f"{place}: not three parts" for place, fact in found if len(fact) != 3]
    if not faults:
        faults += faults_of_order(found)
        faults += faults_of_repetition(found)
        faults += faults_of_document(found, page)
    print(f"{len(found)} facts of {len({f[0] for _, f in found})} classes")
    print("\n".join(faults))
    sys.exit(1 if faults or not found else 0)


main()
