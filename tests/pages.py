"""Pages for the tests that go through whole collections of them: ours, and real ones where there are any.

Real pages are others' work and no part of this repository: ANFRAGE_SHARED names the folder that holds them,
else it is "shared" beside the work tree. PAGES is how many a test that takes long looks at (50); nightly looks at all.
"""
import math
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("ANFRAGE_SHARED") or ROOT.parent / "shared").resolve()
SKIPPED = 77
SCRAPED = ["corpus/html", "corpus/html-large", "corpus/text", "corpus/json-xml", "member/dev", "seed"]
OURS = ["docs/sample/*.html", "tests/golden/*/in.*", "tests/fixtures/*/*.*"]


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


def shared_pages(*folders):
    return [p for name in folders for p in sorted((SHARED / name).rglob("*")) if p.is_file()]


def our_pages():
    return [p for pattern in OURS for p in sorted(ROOT.glob(pattern)) if p.suffix != ".md"]


def some_of(found):
    """As many as PAGES says, from here and there."""
    return found[::math.ceil(len(found) / int(os.environ.get("PAGES", "50"))) or 1]


def stage(pages, folder):
    """Links to the pages, no two of which have one stem: a batch of the command can take them all."""
    links = []
    for number, page in enumerate(pages):
        links.append(folder / f"{number:03}-{page.parent.name}-{page.name}")
        links[-1].symlink_to(page)
    return links
