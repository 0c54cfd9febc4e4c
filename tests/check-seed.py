#!/usr/bin/env python3
"""The customer's own page, where it is: check-seed.py PROGRAM

What the page states must come out, and nothing else; what tests/golden/member-wordpress shows of the same
content must agree with it.
"""
import json
import subprocess
import sys
import unittest

import pages

STATED = {
    "kind": "kleine-anfrage", "kind_label": "Kleine Anfrage", "document": "zusammenfassung", "parliament": "DE-NW",
    "term": 18, "reference": "18/14241", "answer_reference": None, "inquiry_number": None, "status": None,
    "language": "de", "more_askers": False, "asked": None, "answered": None, "published": None, "subjects": [],
    "rights": "Angela Freimuth",
    "contacts": [{"name": None, "email": "freimuth.buero@landtag.nrw.de", "organization": "Landtag Nordrhein-Westfalen",
                  "address": ["Platz des Landtags 1", "40221 Düsseldorf"]}],
}


def convert(page):
    result = subprocess.run([PROGRAM, "convert", "-t", "json", str(page)], capture_output=True, check=True)
    return json.loads(result.stdout)


def words(node):
    return node if isinstance(node, str) else "".join(map(words, node["children"]))


class Seed(unittest.TestCase):
    def setUp(self):
        self.inquiry = convert(SEED)
        self.source = SEED.read_text(encoding="utf-8")

    def test_stated_fields(self):
        for key, value in STATED.items():
            self.assertEqual(self.inquiry[key], value, key)
        self.assertEqual([a["name"] for a in self.inquiry["askers"]], ["Angela Freimuth", "Franziska Müller-Rech"])
        self.assertTrue(self.inquiry["links"]["document"].startswith("https://www.landtag.nrw.de/"))
        self.assertEqual(self.inquiry["title"], self.source.split("\n")[0])

    def test_summaries_are_whole(self):
        roles = [section["role"] for section in self.inquiry["content"]]
        self.assertEqual(roles, ["summary-question", "summary-answer"])
        for section in self.inquiry["content"]:
            heading, paragraph = map(words, section["children"])
            self.assertTrue(paragraph.startswith("Die "))
            self.assertIn(paragraph[1:], self.source)
            self.assertIn(heading, self.source)

    def test_restored_letters_are_marked(self):
        self.assertEqual(self.inquiry["provenance"]["repairs"], [{"kind": "lost-initial", "was": "ie", "now": "Die"}] * 2)

    def test_the_rest_is_discarded(self):
        discarded = "\n".join(d["text"] for d in self.inquiry["discarded"]).split("\n")
        self.assertIn("Kontakt", discarded)
        self.assertIn("Akzeptieren", discarded)
        self.assertIn("Ablehnen", discarded)
        self.assertTrue(any(line.startswith("Cookies werden") for line in discarded))

    def test_the_same_from_a_site(self):
        site = convert(pages.ROOT / "tests/golden/member-wordpress/in.html")
        for key in ("title", "askers", "links", "rights", "contacts", "reference", "content"):
            ours, theirs = self.inquiry[key], site[key]
            if key == "links":
                ours, theirs = ours["document"], theirs["document"]
            if key == "content":
                ours, theirs = (["".join(map(words, s["children"])) for s in c] for c in (ours, theirs))
            self.assertEqual(ours, theirs, key)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    seeds = [p for p in pages.shared_pages("seed") if p.suffix == ".txt"]
    if not seeds:
        pages.skip("no folder seed; ANFRAGE_SHARED tells where real pages are")
    SEED = seeds[0]
    unittest.main()
