#!/usr/bin/env python3
"""The command as a person or a script meets it: words, exit status, and what is (not) written.

    check-cli.py PROGRAM [unittest's arguments]
"""
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = os.path.abspath(sys.argv[1])
SAMPLE = Path(__file__).resolve().parent.parent / "docs" / "sample" / "anfrage.html"
FULL = "/dev/full"

PAGE = """<!DOCTYPE html><html lang="de"><meta charset="utf-8"><title>{title}</title>
<article><h1>{title}</h1><p>Kleine Anfrage der Abgeordneten Henrike Sandmann (SPD)</p>
<p>Drucksache {number}</p><h2>Zusammenfassung der Anfrage</h2><p>Es geht um {title}.</p></article></html>
"""


class CommandTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="anfrage-cli-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def run_command(self, *arguments, status=0, stdin=None, stdout=subprocess.PIPE, **variables):
        environment = {k: v for k, v in {**os.environ, **variables}.items() if v is not None}
        result = subprocess.run([PROGRAM, *map(str, arguments)], cwd=self.folder, env=environment,
                                input=stdin, stdout=stdout, stderr=subprocess.PIPE, timeout=60)
        said = result.stderr.decode("utf-8")
        self.assertEqual(result.returncode, status, f"{arguments}: {said}")
        self.output = result.stdout
        return said

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    def page(self, name, title="Radwege in Lippe", number="18/9412"):
        return self.write(name, PAGE.format(title=title, number=number))

    def records(self, name, count):
        """A JSON file with several inquiries."""
        self.page("one.html")
        self.run_command("convert", "-t", "json", "one.html")
        (self.folder / "one.html").unlink()
        return self.write(name, self.output * count)

    def files(self):
        return sorted(str(p.relative_to(self.folder)) for p in self.folder.rglob("*") if p.is_file())


class Usage(CommandTest):
    def test_help_and_version(self):
        self.run_command("--version")
        self.assertRegex(self.output.decode(), r"^anfrage \d+\.\d+\.\d+\n$")
        for arguments in (["--help"], ["help"], ["help", "convert"], ["show", "--help"]):
            self.assertEqual(self.run_command(*arguments), "")
            self.assertIn(b"anfrage", self.output)
            self.assertTrue(all(len(line) <= 100 for line in self.output.splitlines()))

    def test_wrong_usage_says_what_exists(self):
        cases = [
            ([], "no command"),
            (["konvert"], "did you mean convert?"),
            (["validate", "x"], "no command \"validate\""),
            (["convert", "--form", "x"], "did you mean --from?"),
            (["convert", "-x"], "unknown option -x"),
            (["convert", "-t"], "-t needs a value"),
            (["convert", "-t", "json"], "no INPUT"),
            (["convert", "a.html"], "-t FORMAT is missing"),
            (["convert", "-t", "json", "a.html", "b.html"], "several inputs need -O"),
            (["convert", "-t", "json", "-o", "x", "-O", "y", "a"], "exclude each other"),
            (["convert", "-t", "json", "-O", "missing", "a"], "does not exist"),
            (["convert", "-t", "json", "-j", "0", "a"], "from 1 to 256"),
            (["convert", "-t", "json", "--limit", "width=1", "a"], "input-bytes"),
            (["convert", "-t", "json", "--limit", "depth=x", "a"], "not \"x\""),
            (["convert", "-t", "json", "--log=xml", "a"], "text or json"),
            (["convert", "-o", "a.docx", "a.html"], "say -t FORMAT"),
            (["convert", "-t", "json", "-", "-"], "only once"),
            (["show"], "one INPUT"),
            (["show", "-o", "x", "a"], "no option of show"),
            (["formats", "x"], "formats are akn"),
            (["formats", "akm"], "did you mean akn?"),
            (["diff", "x"], "two inputs"),
            (["diff", "-", "-"], "only once"),
            (["diff", "--page", "x", "y"], "no option of diff"),
            (["show", "--ignore-provenance", "x"], "no option of show"),
            (["check"], "no INPUT"),
            (["check", "-", "-"], "only once"),
            (["check", "-f", "wordperfect", "x"], "ANF-006"),
        ]
        for arguments, words in cases:
            self.assertIn(words, self.run_command(*arguments, status=2))
            self.assertEqual(self.output, b"")
        self.assertEqual(self.files(), [])

    def test_unknown_format(self):
        self.page("a.html")
        said = self.run_command("convert", "-t", "jsn", "a.html", status=2)
        self.assertIn("ANF-006", said)
        self.assertIn("did you mean json?", said)
        self.assertIn("ANF-006", self.run_command("show", "-f", "wordperfect", "a.html", status=2))

    def test_a_page_is_printed_whole_where_a_program_reads(self):
        title = "Radwege " * 100 + "in Lippe"
        self.page("a.html", title)
        self.assertEqual(self.run_command("show", "--page", "a.html"), "")
        self.assertIn(f'"{title}"', self.output.decode())

    def test_formats(self):
        self.assertEqual(self.run_command("formats"), "")
        table = self.output.decode().splitlines()
        self.assertEqual(table[0].split()[0], "FORMAT")
        self.assertTrue({"akn", "html", "json", "text"} <= {line.split()[0] for line in table[1:]})

    def test_one_format_in_full(self):
        self.assertEqual(self.run_command("formats", "text", "html"), "")
        lines = self.output.decode().splitlines()
        self.assertEqual(lines[:4], ["text: Plain text", "  does        read, write",
                                     "  extensions  txt, text", "  media types text/plain"])
        self.assertRegex(lines[4], r"^  plugin      text \d+\.\d+\.\d+, ")
        self.assertEqual(lines[5:9], ["Options:", "  --option wrap=0..1000  the column at which "
                                      "paragraphs wrap; 0: nowhere (writing; default 0)", "",
                                      "html: HTML page"])
        self.assertEqual(lines[-1], "Options: none")
        said = self.run_command("formats", "jsn", "json", status=2)
        self.assertIn("ANF-006", said)
        self.assertTrue(self.output.startswith(b"json: "))


class Conversion(CommandTest):
    def test_standard_input_and_output(self):
        self.run_command("convert", "-t", "json", "-", stdin=SAMPLE.read_bytes())
        self.assertEqual(json.loads(self.output)["schema"], "anfrage-json/1")
        self.assertEqual(json.loads(self.output)["provenance"]["source"], "-")

    def test_format_by_the_name_of_the_output(self):
        self.page("a.html")
        self.run_command("convert", "-o", "a.json", "a.html")
        json.loads((self.folder / "a.json").read_bytes())
        self.run_command("convert", "-o", "a.xml", "a.html")
        self.assertIn(b"akomaNtoso", (self.folder / "a.xml").read_bytes())

    def test_same_bytes_every_time_and_in_threads(self):
        names = [self.page(f"in/{i}.html", f"Radweg {i}", f"18/{i + 1}") for i in range(20)]
        for folder, jobs in (("one", "1"), ("four", "4")):
            (self.folder / folder).mkdir()
            self.run_command("convert", "-t", "akn", "-O", folder, "-j", jobs, *names)
        for i in range(20):
            one, four = (self.folder / f / f"{i}.xml" for f in ("one", "four"))
            self.assertEqual(one.read_bytes(), four.read_bytes())

    def test_messages_come_in_the_order_of_the_inputs(self):
        names = [self.write(f"in/{i}.html", b"") for i in range(50)]
        (self.folder / "out").mkdir()
        said = self.run_command("convert", "-t", "akn", "-O", "out", "-j", "8", *names, status=1)
        self.assertEqual([line.split(":")[0] for line in said.splitlines()], names)

    def test_some_fail(self):
        self.page("a.html")
        self.write("b.html", b"")
        (self.folder / "out").mkdir()
        said = self.run_command("convert", "-t", "json", "-O", "out", "a.html", "b.html", "c.html",
                                status=1)
        self.assertIn("b.html: ANF-003 error:", said)
        self.assertIn("c.html: ANF-002 error:", said)
        self.assertEqual(self.files(), ["a.html", "b.html", "out/a.json"])

    def test_several_inquiries(self):
        self.records("many.ndjson", 3)
        (self.folder / "out").mkdir()
        for options in ([], ["-o", "x.xml"]):
            said = self.run_command("convert", "-t", "akn", *options, "many.ndjson", status=1)
            self.assertIn("ANF-014 error:", said)
            self.assertIn("-O", said)
            self.assertEqual(self.output, b"")
        self.assertEqual(self.files(), ["many.ndjson"])
        self.run_command("convert", "-t", "akn", "-O", "out", "many.ndjson")
        self.assertEqual(self.files(), ["many.ndjson", "out/many-2.xml", "out/many-3.xml",
                                        "out/many.xml"])
        self.run_command("convert", "-t", "json", "many.ndjson")
        self.assertEqual(len(self.output.splitlines()), 3)
        self.run_command("convert", "-t", "json", "-O", "out", "many.ndjson")
        self.assertEqual(len((self.folder / "out/many.json").read_bytes().splitlines()), 3)

    def test_what_fails_in_the_middle_leaves_nothing(self):
        self.records("many.ndjson", 2)
        with open(self.folder / "many.ndjson", "ab") as file:
            file.write(b'{"schema": "anfrage-json/1", "kind": 7}\n')
        (self.folder / "out").mkdir()
        self.assertIn("ANF-143", self.run_command("convert", "-t", "akn", "-O", "out",
                                                  "many.ndjson", status=1))
        self.assertEqual(self.files(), ["many.ndjson"])

    def test_two_inputs_of_one_name(self):
        self.page("a/page.html", "Radwege in Lippe")
        self.page("b/page.html", "Radwege in Minden")
        (self.folder / "out").mkdir()
        said = self.run_command("convert", "-t", "json", "-O", "out", "a/page.html", "b/page.html",
                                status=1)
        self.assertRegex(said, r"b/page\.html: ANF-005 error: .*a/page\.html")
        self.assertIn("Lippe", (self.folder / "out/page.json").read_text())

    def test_further_inquiry_and_input_of_one_name(self):
        self.records("page.ndjson", 2)
        self.page("page-2.html")
        (self.folder / "out").mkdir()
        said = self.run_command("convert", "-t", "akn", "-O", "out", "page.ndjson", "page-2.html",
                                status=1)
        self.assertRegex(said, r"page\.ndjson: ANF-005 error: .*page-2\.html")
        self.assertEqual(self.files(), ["out/page-2.xml", "page-2.html", "page.ndjson"])

    def test_never_over_an_input(self):
        self.page("a.html")
        before = (self.folder / "a.html").read_bytes()
        os.link(self.folder / "a.html", self.folder / "same.json")
        os.symlink("a.html", self.folder / "link.json")
        for output in ("a.html", "./a.html", "same.json", "link.json"):
            said = self.run_command("convert", "-t", "json", "-o", output, "a.html", status=1)
            self.assertRegex(said, r"a\.html: ANF-005 error: .*same file")
        self.records("b.json", 1)
        self.assertIn("ANF-005", self.run_command("convert", "-t", "json", "-O", ".", "b.json",
                                                  status=1))
        self.assertEqual((self.folder / "a.html").read_bytes(), before)

    def test_output_that_cannot_be_written(self):
        self.page("a.html")
        self.write("old.json", "old")
        os.mkdir(self.folder / "folder.json")
        for output in ("missing/a.json", "folder.json", "a.html/x.json"):
            said = self.run_command("convert", "-t", "json", "-o", output, "a.html", status=1)
            self.assertIn("ANF-005 error: ", said)
        self.assertEqual(self.files(), ["a.html", "old.json"])

    @unittest.skipUnless(os.path.exists(FULL), "no /dev/full")
    def test_full_disk_and_closed_pipe(self):
        self.page("a.html")
        with open(FULL, "wb") as full:
            said = self.run_command("convert", "-t", "json", "a.html", status=1, stdout=full)
            self.assertRegex(said, r"\Aa\.html: ANF-005 error: .*No space.*\n\Z")
            self.assertIn("No space", self.run_command("formats", status=1, stdout=full))
        reader, writer = os.pipe()
        os.close(reader)
        said = self.run_command("convert", "-t", "json", "a.html", status=1, stdout=writer)
        os.close(writer)
        self.assertRegex(said, r"a\.html: ANF-005 error: .*Broken pipe")

    def test_options(self):
        self.page("a.html")
        self.assertEqual(self.run_command("convert", "-t", "json", "--option", "pretty", "a.html"), "")
        pretty = self.output
        self.run_command("convert", "-t", "json", "--option=pretty=yes", "a.html")
        self.assertEqual(pretty, self.output)
        self.assertGreater(pretty.count(b"\n"), 1)
        said = self.run_command("convert", "-t", "json", "--limit", "input-bytes=10", "a.html",
                                status=1)
        self.assertIn("ANF-004 error:", said)

    def test_what_completions_ask(self):
        self.run_command("completion", "formats")
        self.assertIn("json\tJSON (anfrage-json/1)", self.output.decode().splitlines())
        def keys(*words):
            self.run_command("completion", "options", "--", "anfrage", *words)
            return {line.split("=")[0] for line in self.output.decode().splitlines()}
        self.assertEqual(keys("show"), {"split"})
        self.assertEqual(keys("convert", "-t", "text"), {"split", "wrap"})
        self.assertEqual(keys("convert", "-ttext", "-f", "json"), {"wrap"})
        self.assertEqual(keys("convert", "--to=text", "--from", "json"), {"wrap"})
        self.assertLess({"split", "wrap", "pretty", "date"}, keys("convert", "-t"))
        for arguments in ([], ["tcsh"], ["bash", "zsh"]):
            self.assertIn("bash, zsh or fish", self.run_command("completion", *arguments, status=2))

    def test_options_are_checked_before_anything_is_read(self):
        cases = [
            (["convert", "-t", "json", "--option", "prety"], 2, "ANF-011", "did you mean pretty, which json"),
            (["convert", "-t", "json", "--option", "wrap=7"], 2, "ANF-011", "text has it, for writing"),
            (["convert", "-t", "json", "--option", "colour"], 2, "ANF-011", "'anfrage formats json'"),
            (["convert", "-t", "html", "--option", "pretty"], 2, "ANF-011", "nor for writing html"),
            (["convert", "-f", "html", "-t", "json", "--option", "split"], 2, "ANF-011", "for reading html"),
            (["show", "--option", "pretty"], 2, "ANF-011", "json has it, for writing"),
            (["check", "--option", "spilt"], 2, "ANF-011", "did you mean split, which akn has?"),
            (["diff", "b.html", "--option", "x"], 2, "ANF-011", "no option \"x\" for reading"),
            (["convert", "-t", "json", "--option", "pretty=perhaps"], 2, "ANF-012", "yes|no, not \"perhaps\""),
            (["convert", "-t", "text", "--option", "wrap"], 2, "ANF-012", "needs a value: wrap=0..1000"),
            (["convert", "-t", "text", "--option", "wrap=1001"], 2, "ANF-012", "0..1000, not \"1001\""),
        ]
        for arguments, status, code, words in cases:
            said = self.run_command(*arguments, "missing.html", status=status)
            self.assertRegex(said, rf"^anfrage: {code} error: .*\n$")
            self.assertIn(words, said)
        said = self.run_command("show", "--option", "x", "--option", "split=7", "missing", status=2)
        self.assertEqual(said.count("error:"), 2)

    def test_an_option_of_another_reader(self):
        self.page("a.html")
        said = self.run_command("convert", "-t", "json", "--option", "split=no", "a.html")
        self.assertRegex(said, r'^a\.html: ANF-011 warning: .*"split"\n$')

    def test_source_date_epoch(self):
        self.page("a.html")
        self.run_command("convert", "-t", "akn", "a.html", SOURCE_DATE_EPOCH="1750000000")
        self.assertIn(b"2025-06-15", self.output)
        self.assertEqual("", self.run_command("convert", "-t", "json", "a.html",
                                              SOURCE_DATE_EPOCH="1750000000"))

    def test_vocabulary(self):
        self.write("page.txt", "Inselanfrage\n\nDrucksache 7/412\n")
        self.write("mine.tsv", "kind\tanfrage\tInselanfrage\n")
        self.write("more.tsv", "parliament\tDE-XX\tInselrat\n")
        self.write("bad.tsv", "# two faults\nkinds\tanfrage\tInselanfrage\nparty\tSPD\n")
        self.run_command("convert", "-t", "json", "page.txt", status=1)
        told = ["--vocabulary", "mine.tsv", "--vocabulary", "more.tsv"]
        self.run_command("convert", "-t", "json", *told, "page.txt")
        self.assertEqual(json.loads(self.output)["kind"], "anfrage")
        self.run_command("show", *told, "page.txt")
        self.run_command("check", *told, "page.txt", status=1)
        self.run_command("diff", *told, "page.txt", "page.txt")
        for command, status in (("convert", 1), ("show", 1), ("check", 2), ("diff", 2)):
            arguments = {"convert": ["-t", "json", "page.txt"], "diff": ["page.txt", "page.txt"]}
            said = self.run_command(command, "--vocabulary", "bad.tsv",
                                    *arguments.get(command, ["page.txt"]), status=status)
            self.assertRegex(said, r"^bad.tsv:2: ANF-090 error: .*\nbad.tsv:3: ANF-090 error: .*\n$")
            self.assertEqual(self.output, b"")
        self.assertIn("ANF-002", self.run_command("show", "--vocabulary", "none", "page.txt", status=1))
        self.assertIn("takes a file", self.run_command("show", "--vocabulary", "-", "x", status=2))
        self.assertIn("no option of formats",
                      self.run_command("formats", "--vocabulary", "x", status=2))

    @unittest.skipUnless(hasattr(os, "mkfifo"), "no named pipes")
    def test_vocabulary_is_read_once_for_all_threads(self):
        names = [self.write(f"{i}.txt", f"Inselanfrage\n\nDrucksache 7/{i}\n") for i in range(1, 9)]
        os.mkfifo(self.folder / "pipe")
        (self.folder / "out").mkdir()
        with subprocess.Popen(["sh", "-c", "printf 'kind\\tanfrage\\tInselanfrage\\n' >pipe"],
                              cwd=self.folder):
            self.run_command("convert", "-t", "json", "-O", "out", "-j", "4", "--vocabulary", "pipe", *names)

    def test_input_charset(self):
        self.write("a.html", PAGE.format(title="Zustand der Straßen in Lippe", number="18/1")
                   .replace('<meta charset="utf-8">', "").encode("cp437"))
        self.run_command("convert", "-t", "json", "--input-charset", "cp437", "a.html")
        self.assertIn("Straßen", json.loads(self.output)["title"])


class BadInput(CommandTest):
    def check_refused(self, name, words):
        for command in (["convert", "-t", "json", "-o", "out.json"], ["show"]):
            said = self.run_command(*command, name, status=1)
            self.assertIn(f"{name}", said)
            self.assertIn(" error: ", said)
            self.assertIn(words, said)
            self.assertFalse((self.folder / "out.json").exists())

    def test_no_file_and_no_permission(self):
        self.check_refused("missing.html", "No such file")
        (self.folder / "folder.html").mkdir()
        self.check_refused("folder.html", "directory")

    def test_not_what_they_claim_to_be(self):
        self.check_refused(self.write("empty.html", b""), "empty")
        self.check_refused(self.write("pdf.html", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"), "PDF")
        self.check_refused(self.write("long.txt", b"Kleine Anfrage \xc0\xaf Drucksache 18/1\n"), "ANF-044")
        self.check_refused(self.write("cut.xml", b"<?xml version='1.0'?>\n<akomaNtoso xmlns='http"),
                           "ANF-120")
        self.check_refused(self.write("dtd.xml", b"<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]>\n"
                                      b"<a xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'>&b;</a>"),
                           "ANF-121")
        self.check_refused(self.write("random.html", random.Random(1).randbytes(4096)), "ANF-0")
        self.check_refused(self.write("news.html", "<!DOCTYPE html><p>Das Wetter bleibt schön.</p>"), "ANF-080")

    def test_names_cannot_act_on_the_terminal(self):
        name = self.write("a\033[31m\u202e\n.html", b"")
        said = self.run_command("convert", "-t", "json", name, status=1)
        self.assertEqual(len(said.splitlines()), 1)
        self.assertIn("a\\x1b[31m\\u202e\\n.html: ANF-003", said)

    def test_a_page_cannot_act_on_the_terminal(self):
        self.page("a.html", "Rad\u202ewege&#27;[2J und \u009b31m")
        for arguments in (["show"], ["show", "--explain", "--discarded"], ["show", "--page"]):
            self.run_command(*arguments, "a.html")
            shown = self.output.decode("utf-8")
            self.assertFalse({"\033", "\u202e", "\u009b"} & set(shown))


class Messages(CommandTest):
    def test_json_lines(self):
        self.write("\udcff.html".encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape"), b"")
        self.write("bad.json", b'{"schema": }')
        for name in os.listdir(os.fsencode(self.folder)):
            said = self.run_command("convert", "-t", "json", "--log=json", os.fsdecode(name), status=1)
            for line in map(json.loads, said.splitlines()):
                self.assertLessEqual(set(line), {"source", "member", "line", "column", "code",
                                                 "severity", "plugin", "message"})
                self.assertEqual(line["severity"], "error")
                self.assertRegex(line["code"], r"^ANF-\d{3}$")

    def test_quiet_keeps_errors(self):
        self.page("a.html")
        loud = self.run_command("convert", "-t", "json", "--option", "split", "a.html")
        self.assertIn("warning", loud)
        quiet = self.run_command("convert", "-t", "json", "--option", "split", "--quiet", "a.html")
        self.assertEqual(quiet, "")
        self.assertIn("ANF-002", self.run_command("convert", "--quiet", "-t", "json", "x", status=1))

    def test_colour_only_when_asked_for(self):
        self.assertNotIn("\033", self.run_command("show", "x", status=1))
        self.assertIn("\033[", self.run_command("show", "--color=always", "x", status=1, NO_COLOR="1"))

    def test_show(self):
        self.page("a.html")
        self.run_command("show", "a.html")
        self.assertIn("Title:          Radwege in Lippe\n", self.output.decode())
        self.run_command("show", "--explain", "a.html")
        self.assertRegex(self.output.decode(), r"Reference: .*\n    by reference\.\S+ \(\d+\) at \d+:\d+\n")
        self.assertRegex(self.output.decode(), r"Asked by: .*\n    by askers\.\S+ at \d+:\d+ on \"Henrike")
        self.assertIn("\n  document-title       \"Radwege in Lippe\"\n", self.output.decode())
        self.run_command("show", "--page", "a.html")
        self.assertIn(" field title", self.output.decode())

    def test_page_of_what_is_no_inquiry(self):
        self.write("news.html", "<!DOCTYPE html><p>Das Wetter bleibt schön.</p>")
        said = self.run_command("show", "--page", "news.html", status=1)
        self.assertIn("Das Wetter bleibt schön.", self.output.decode())
        self.assertIn("ANF-080", said)


class Difference(CommandTest):
    def record(self, name, change=lambda record: None):
        """The page as JSON, with a change."""
        self.page("page.html")
        self.run_command("convert", "-t", "json", "page.html")
        record = json.loads(self.output)
        change(record)
        return self.write(name, json.dumps(record) + "\n")

    def test_the_same_in_other_formats(self):
        self.page("page.html")
        self.run_command("convert", "-o", "page.xml", "page.html")
        self.run_command("convert", "-o", "page.json", "page.html")
        for a, b in (("page.html", "page.xml"), ("page.xml", "page.json"), ("page.json", "page.html")):
            self.assertEqual(self.run_command("diff", a, b), "")
            self.assertEqual(self.output, b"")
        self.run_command("diff", "--verbose", "page.html", "-",
                         stdin=(self.folder / "page.json").read_bytes())
        self.assertEqual(self.output, b"the same\n")

    def test_differences(self):
        def change(record):
            record["title"] = "Radwege in Minden"
            record["askers"].append({"name": "Anton Beispiel", "party": "FDP", "group": False})
            record["content"].append({"type": "paragraph", "children": ["Nachtrag\u202e"]})
        self.record("a.json")
        self.record("b.json", change)
        self.assertEqual(self.run_command("diff", "a.json", "b.json", status=1), "")
        self.assertEqual(self.output.decode(), "--- a.json\n+++ b.json\n"
                         "@@ title @@\n- Radwege in Lippe\n+ Radwege in Minden\n"
                         "@@ askers 2 @@\n+ Anton Beispiel, FDP\n"
                         "@@ content/paragraph 1 @@\n+ Nachtrag\\u202e\n")
        self.run_command("diff", "--color=always", "a.json", "b.json", status=1)
        self.assertIn(b"\033[32m+ Radwege in Minden\033[0m", self.output)
        self.run_command("diff", "--log=json", "a.json", "b.json", status=1)
        lines = [json.loads(line) for line in self.output.splitlines()]
        self.assertEqual(lines[0], {"kind": "changed", "part": "fields", "path": "title",
                                    "was": "Radwege in Lippe", "now": "Radwege in Minden"})
        self.assertEqual(len(lines), 3)
        self.run_command("diff", "--quiet", "a.json", "b.json", status=1)
        self.assertEqual(self.output, b"")

    def test_long_texts_are_shown_where_they_differ(self):
        def long(word):
            text = "Anfang " * 40 + word + " Ende" * 40
            return lambda record: record["content"].append({"type": "paragraph", "children": [text]})
        self.record("a.json", long("hier"))
        self.record("b.json", long("dort"))
        self.run_command("diff", "a.json", "b.json", status=1)
        for line, word in zip(self.output.decode().splitlines()[3:], ("hier", "dort")):
            self.assertRegex(line, rf"^[-+] … Anfang (.*) {word} (.*) Ende …$")
            self.assertLess(len(line), 160)

    def test_what_looks_the_same_is_told_apart(self):
        self.record("a.json", lambda record: record.update(title="500 km²\u00a0Fläche"))
        self.record("b.json", lambda record: record.update(title="500 km2 Fla\u0308che"))
        self.run_command("diff", "a.json", "b.json", status=1)
        self.assertIn("- 500 km\\u00b2\\u00a0Fläche\n+ 500 km2 Fla\\u0308che\n", self.output.decode())

    def test_provenance(self):
        self.record("a.json")
        self.record("b.json", lambda record: record["provenance"].update(source="other.html"))
        self.run_command("diff", "a.json", "b.json", status=1)
        self.assertIn(b"@@ provenance/source @@\n- page.html\n+ other.html\n", self.output)
        self.run_command("diff", "--ignore-provenance", "a.json", "b.json")
        self.assertEqual(self.output, b"")

    def test_several_inquiries(self):
        for title in ("Eins", "Zwei", "Drei", "Vier"):
            self.record(title, lambda record: record.update(title=title))
        def collect(name, *titles):
            return self.write(name, "".join((self.folder / t).read_text() for t in titles))
        collect("a.ndjson", "Eins", "Zwei", "Drei")
        collect("more.ndjson", "Eins", "Vier", "Zwei", "Drei")
        collect("other.ndjson", "Eins", "Vier", "Drei")
        self.run_command("diff", "a.ndjson", "a.ndjson")
        self.run_command("diff", "a.ndjson", "more.ndjson", status=1)
        self.assertEqual(self.output, b"--- a.ndjson\n+++ more.ndjson\n@@ inquiry 2 @@\n+ Vier\n")
        self.run_command("diff", "more.ndjson", "a.ndjson", status=1)
        self.assertIn(b"@@ inquiry 2 @@\n- Vier\n", self.output)
        self.run_command("diff", "a.ndjson", "other.ndjson", status=1)
        self.assertIn(b"@@ inquiry 2, title @@\n- Zwei\n+ Vier\n", self.output)

    def test_trouble(self):
        self.page("a.html")
        self.assertIn("ANF-002", self.run_command("diff", "a.html", "missing", status=2))
        self.assertIn("ANF-080", self.run_command("diff", self.write("b.html", "<p>Wetter"),
                                                  "a.html", status=2))
        self.assertIn("ANF-006", self.run_command("diff", "-f", "jsn", "a.html", "a.html", status=2))

    @unittest.skipUnless(os.path.exists(FULL), "no /dev/full")
    def test_full_disk(self):
        self.page("a.html")
        self.page("b.html", "Radwege in Minden")
        with open(FULL, "wb") as full:
            for arguments in (["diff", "a.html", "b.html"], ["diff", "--verbose", "a.html", "a.html"]):
                self.assertIn("No space", self.run_command(*arguments, status=2, stdout=full))


class Soundness(CommandTest):
    def setUp(self):
        super().setUp()
        self.page("sound.html")
        self.run_command("convert", "-t", "json", "sound.html")
        record = json.loads(self.output)
        record.update(asked="2025-05-12", answered="2025-05-11", parliament="DE-NW", term=18,
                      reference="118/1")
        self.write("bad.json", json.dumps(record) + "\n")

    def test_sound(self):
        self.assertEqual(self.run_command("check", "sound.html", SAMPLE), "")
        self.assertEqual(self.output, b"")

    def test_findings(self):
        self.assertEqual(self.run_command("check", "sound.html", "bad.json", status=1), "")
        lines = self.output.decode().splitlines()
        self.assertEqual(len(lines), 2)
        self.assertRegex(lines[0], r"^bad\.json: ANF-208 warning: answered: .* 2025-05-11, .* 2025-05-12$")
        self.assertRegex(lines[1], r"^bad\.json: ANF-210 warning: reference: 118/1 .*DE-NW")

    def test_for_programs(self):
        self.run_command("check", "--log=json", "bad.json", status=1)
        self.assertEqual([json.loads(line)["code"] for line in self.output.splitlines()],
                         ["ANF-208", "ANF-210"])
        self.run_command("check", "--quiet", "bad.json", status=1)
        self.assertEqual(self.output, b"")
        self.run_command("check", "--color=always", "bad.json", status=1)
        self.assertIn(b"\033[1;35mwarning:\033[0m", self.output)

    def test_which_of_several(self):
        bad = (self.folder / "bad.json").read_bytes()
        self.run_command("check", "-", status=1, stdin=bad * 2)
        places = [line.split(":")[0] for line in self.output.decode().splitlines()]
        self.assertEqual(places, ["-", "-", "-/2", "-/2"])

    def test_trouble_counts_more(self):
        said = self.run_command("check", "missing", "bad.json", status=2)
        self.assertIn("missing: ANF-002 error:", said)
        self.assertIn(b"ANF-208", self.output)

    @unittest.skipUnless(os.path.exists(FULL), "no /dev/full")
    def test_full_disk(self):
        with open(FULL, "wb") as full:
            self.assertIn("No space", self.run_command("check", "bad.json", status=2, stdout=full))


class Plugins(CommandTest):
    def setUp(self):
        super().setUp()
        self.built = Path(os.environ.get("ANFRAGE_PLUGIN_PATH", ""))
        if not list(self.built.glob("anf-*.so")):
            self.skipTest("the plugins are linked in")

    def test_missing_directory(self):
        said = self.run_command("formats", "--plugin-path", "missing", status=1)
        self.assertIn("ANF-020", said)
        self.assertIn("missing", said)
        said = self.run_command("convert", "-t", "json", "--plugin-path", "missing", SAMPLE, status=2)
        self.assertIn("no plugins were found", said)

    def test_wrong_abi_number(self):
        shutil.copy(self.built / "anf-json.so", self.folder)
        text = (self.built / "anf-json.plugin").read_text()
        self.assertIn("\nabi 1\n", text)
        self.write("anf-json.plugin", text.replace("\nabi 1\n", "\nabi 99\n"))
        said = self.run_command("formats", "--plugin-path", self.folder, status=1)
        self.assertIn("ANF-025", said)
        self.assertIn("99", said)

    def test_writable_by_others(self):
        for name in ("anf-json.so", "anf-json.plugin"):
            shutil.copy(self.built / name, self.folder)
        os.chmod(self.folder / "anf-json.so", 0o777)
        self.assertIn("ANF-021", self.run_command("formats", "--plugin-path", self.folder, status=1))

    def test_a_build_folder_needs_no_variable(self):
        self.run_command("convert", "-t", "json", SAMPLE, ANFRAGE_PLUGIN_PATH=None)
        self.assertEqual(json.loads(self.output)["schema"], "anfrage-json/1")

    def test_listing_loads_no_plugin(self):
        for arguments in (["--version"], ["formats"]):
            said = self.run_command(*arguments, LD_DEBUG="files")
            self.assertIn("libanfrage.so", said)
            self.assertNotIn("anf-", said)

    def test_text_to_json_needs_no_xml(self):
        self.write("a.txt", "Kleine Anfrage der Abgeordneten Henrike Sandmann (SPD)\n\n"
                   "Radwege in Lippe\n\nDrucksache 18/9412\n\nZusammenfassung der Anfrage:\n\n"
                   "Es geht um Radwege.\n")
        said = self.run_command("convert", "-t", "json", "--sandbox=off", "a.txt", LD_DEBUG="files")
        self.assertIn("anf-json.so", said)
        for library in ("libxml2", "libzip", "anf-html", "anf-akn"):
            self.assertNotIn(library, said)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
