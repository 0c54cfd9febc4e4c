#!/usr/bin/env python3
"""Are our pages valid HTML that everybody can use? check-html.py PROGRAM

html-validate knows HTML 5 and the rules of WCAG that can be told from the markup. Checked is what we write of pages
(see pages.py). Needed are node and, in $NPM_DIR, else in .ci/npm, the packages that .ci/npm/package.json lists.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pages

NPM = Path(os.environ.get("NPM_DIR") or pages.ROOT / ".ci" / "npm").resolve()
VALIDATE = NPM / "node_modules" / "html-validate" / "bin" / "html-validate.js"
NOT_OURS = {
    # XML, which the page is as well, wants it so.
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    # A list without bullets is none to some screen readers unless it says so.
    "no-redundant-role": "off",
    "prefer-native-element": "off",
    # What the source says is not changed: titles, telephone numbers, blanks.
    "long-title": "off",
    "tel-non-breaking": "off",
    "no-trailing-whitespace": "off",
    # A table in a table has no groups of rows.
    "prefer-tbody": "off",
}
RULES = {"root": True, "extends": ["html-validate:recommended", "html-validate:a11y"], "rules": NOT_OURS}


def main():
    if not shutil.which("node"):
        pages.skip("no node")
    if not VALIDATE.is_file():
        pages.skip(f"no html-validate in {NPM}")
    with tempfile.TemporaryDirectory(prefix="anfrage-html-") as name:
        folder = Path(name)
        for part in ("in", "out"):
            (folder / part).mkdir()
        found = pages.our_pages() + pages.shared_pages(*pages.SCRAPED)
        inputs = pages.stage(pages.some_of(found), folder / "in")
        subprocess.run([os.path.abspath(sys.argv[1]), "convert", "-t", "html", "-O", folder / "out", *inputs],
                       stderr=subprocess.DEVNULL)
        written = sorted((folder / "out").iterdir())
        rules = folder / "rules.json"
        rules.write_text(json.dumps(RULES), encoding="utf-8")
        print(f"{len(written)} pages", flush=True)
        done = subprocess.run(["node", VALIDATE, "--config", rules, "--formatter", "text", *written])
    sys.exit(1 if done.returncode or not written else 0)


main()
