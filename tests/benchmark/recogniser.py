#!/usr/bin/env python3
"""What does the recogniser cost? In instructions, counted by valgrind's callgrind.

    recogniser.py COST [FILE...]

Recognising a page is to cost at most a quarter of what libxml2's parse of the same bytes costs (both
are counted in one run), over real pages, where ../shared or $ANFRAGE_SHARED has them. The pages of
this repository are little else than statements and questions, of which the parser is soon done: they
may cost more, and are only held to a bound. And it is to be linear: a page of ten times the length
costs at most 10.5 times as much, whatever it is full of. FILES of one's own are only measured, each
for itself.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SKIPPED = 77
MOST_OF_PARSE = {"real pages": 0.25, "our pages": 0.75}
MOST_FOR_TEN = 10.5
PARSE, RECOGNISE = "htmlReadMemory", "anf__recognise"
OWN = ["docs/sample/*.html", "tests/golden/*/in.html", "tests/fixtures/html/*.html"]
SHARED = ["corpus/html/*", "member/dev/*.htm*"]

HEAD = """<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Anfrage</title></head><body>
<nav><a href="/">Startseite</a></nav><main><h1>Wie steht es um die Brücken?</h1>
<p>Kleine Anfrage 12 der Abgeordneten Eva Muster (SPD)</p><p>Drucksache 18/77 vom 3. April 2025</p>
"""
TAIL = "</main><footer>© Eva Muster</footer></body></html>\n"

# What a page may be full of; {n} counts.
SHAPES = {
    "questions and answers": "<p>{n}. Wie viele Brücken sind im Kreis gesperrt?</p>\n"
                             "<p>Zu Frage {n}: Gesperrt sind {n} Brücken, davon zwei seit 2019.</p>\n",
    "sentences": "<p>Die Landesregierung hat die Brücke {n} geprüft und für den Verkehr freigegeben.</p>\n",
    "one paragraph": "Die Landesregierung hat am 3. April 2025 die Brücke {n} geprüft (Drucksache 18/{n}). ",
    "lines": "Brücke {n}: geprüft<br>\n",
    "steps of a register": "<p>Kleine Anfrage {n} Eva Muster (SPD) 03.04.2025 Drucksache 18/{n} (1 S.)</p>\n"
                           "<p>Antwort Ministerium der Finanzen 02.05.2025 Drucksache 18/{n}</p>\n",
    "labels": "<p>Drucksache: 18/{n}</p><p>Eingereicht am: 03.04.2025</p><p>Schlagwörter: Brücken</p>\n",
    "names": "<p>der Abgeordneten Eva Muster (SPD), Bernd Beispiel (CDU) und Cem Vorlage (FDP)</p>\n",
    "links": "<ul><li><a href=\"https://www.landtag.nrw.de/MMD18-{n}.pdf\">Drucksache 18/{n}</a></li></ul>\n",
    "table": "<table><tr><td>Brücke {n}</td><td>gesperrt</td><td>2019</td></tr></table>\n",
    "headings": "<h2>Vorbemerkung der Fragesteller</h2><p>Im Jahr {n} gab es keine Prüfung.</p>\n",
    "nothing of ours": "<div>Lorem ipsum dolor sit amet, consectetur adipiscing elit {n}.</div>\n",
}


def page(shape, count):
    text = "".join(SHAPES[shape].replace("{n}", str(n)) for n in range(1, count + 1))
    return HEAD + text + TAIL


def inclusive_costs(profile):
    """The instructions in each function and in what it calls, as callgrind_annotate sums them up."""
    listing = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", profile],
                             capture_output=True, text=True, check=True).stdout
    costs = {}
    for match in re.finditer(r"^\s*([\d,]+) +\([^)]*\)\s+\S*?:(\w+)(?:'\d+)? \[", listing, re.M):
        costs.setdefault(match[2], int(match[1].replace(",", "")))
    return costs


def measure(cost, files):
    """(instructions of the parse, of the recogniser)"""
    with tempfile.NamedTemporaryFile(prefix="anfrage-callgrind-") as profile:
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile.name}", cost]
        result = subprocess.run([*command, *map(str, files)], capture_output=True, text=True)
        if result.returncode:
            sys.exit(f"{' '.join(command)}: {result.stderr}")
        costs = inclusive_costs(profile.name)
    return costs[PARSE], costs[RECOGNISE]


def pages(folder, patterns):
    return [p for pattern in patterns for p in sorted(folder.glob(pattern))
            if re.match(rb"[\s\S]{0,4096}<(!doctype|html|head|body|div|p|table)\b", p.read_bytes(), re.I)]


def check_share(cost, words, files):
    parse, recognise = measure(cost, files)
    share = recognise / parse
    print(f"{words}: {len(files)} pages, parse {parse:,}, recogniser {recognise:,}: {share:.3f}")
    return share <= MOST_OF_PARSE.get(words, share)


def growth(cost, shape, folder):
    costs = []
    for count in (100, 1000):
        path = Path(folder, f"{re.sub(r'[^a-z]', '-', shape)}-{count}.html")
        path.write_text(page(shape, count), encoding="utf-8")
        costs.append(measure(cost, [path])[1])
    return costs


def check_growth(cost):
    good = True
    with tempfile.TemporaryDirectory(prefix="anfrage-growth-") as folder:
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            results = pool.map(lambda shape: growth(cost, shape, folder), SHAPES)
            for shape, (once, ten) in zip(SHAPES, results):
                print(f"ten times as many {shape}: {once:,}, {ten:,}: {ten / once:.2f}")
                good &= ten <= MOST_FOR_TEN * once
    return good


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    cost = os.path.abspath(sys.argv[1])
    if not shutil.which("valgrind") or not shutil.which("callgrind_annotate"):
        print("skipped: valgrind is not installed")
        sys.exit(SKIPPED)
    if sys.argv[2:]:
        for path in sys.argv[2:]:
            check_share(cost, path, [path])
        return
    shared = Path(os.environ.get("ANFRAGE_SHARED", ROOT.parent / "shared"))
    good = check_share(cost, "our pages", pages(ROOT, OWN))
    real = pages(shared, SHARED)
    if real:
        good &= check_share(cost, "real pages", real)
    else:
        print("real pages: skipped, there are none")
    good &= check_growth(cost)
    sys.exit(0 if good else 1)


main()
