#!/usr/bin/env python3
"""What "anfrage plugin new" writes compiles without a warning, and keeps the contract of plugins.

    check-plugin-new.py PROGRAM LIBRARY INCLUDE CC...
"""
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM, LIBRARY, INCLUDE, *CC = sys.argv[1:]
PROGRAM, LIBRARY = Path(PROGRAM).resolve(), Path(LIBRARY).resolve()


class PluginNew(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="anfrage-plugin-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_in(self, folder, *arguments, status=0):
        result = subprocess.run(list(map(str, arguments)), cwd=folder, capture_output=True, text=True, timeout=120)
        self.assertEqual(result.returncode, status, f"{arguments}: {result.stdout}{result.stderr}")
        return result.stdout + result.stderr

    def anfrage(self, *arguments, status=0):
        return self.run_in(self.folder, PROGRAM, *arguments, status=status)

    def compiled(self, name):
        """The command of the README that was written."""
        place = self.folder / name
        said = self.run_in(place, *CC, "-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fPIC",
                           "-fvisibility=hidden", "-shared", "-Wl,-z,defs", f"{name}.c", "-o", f"anf-{name}.so",
                           f"-I{INCLUDE}", f"-L{LIBRARY.parent}", "-lanfrage")
        self.assertEqual(said, "")
        return f"{name}/anf-{name}.so"

    def test_it_keeps_the_contract(self):
        self.anfrage("plugin", "new", "old_records")
        module = self.compiled("old_records")
        said = self.anfrage("plugin", "check", module, "old_records/sample.old-records")
        self.assertEqual(said, f"{module}: 17 trials, 0 findings\n")
        said = self.anfrage("plugin", "check", "--log=json", "--verbose", module)
        lines = [json.loads(line) for line in said.splitlines()]
        self.assertEqual(len(lines), 18)
        self.assertEqual(lines[0]["trial"], "load")
        self.assertEqual((lines[-1]["findings"], lines[-1]["not_tried"]), (0, 0))

    def test_no_mark_is_left(self):
        self.anfrage("plugin", "new", "csv")
        names = sorted(p.name for p in (self.folder / "csv").iterdir())
        self.assertEqual(names, ["README.md", "anf-csv.plugin", "csv.c", "meson.build", "sample.csv"])
        for path in (self.folder / "csv").iterdir():
            self.assertNotRegex(path.read_text(), "@name@|@id@")
            self.assertEqual(path.stat().st_mode & 0o022, 0)

    def test_its_sample_is_an_inquiry(self):
        self.anfrage("plugin", "new", "csv")
        self.compiled("csv")
        path = f"{self.folder / 'csv'}:{os.environ['ANFRAGE_PLUGIN_PATH']}"
        said = self.anfrage("convert", "--plugin-path", path, "-t", "text", "csv/sample.csv")
        self.assertIn("Kleine Anfrage 3871 von Henrike Sandmann (SPD)", said)
        self.assertIn("Drucksache 18/9412", said)

    def test_what_is_there_stays(self):
        (self.folder / "csv").mkdir()
        self.assertIn("File exists", self.anfrage("plugin", "new", "csv", status=1))
        self.assertEqual(list((self.folder / "csv").iterdir()), [])

    def test_names(self):
        for name in ("Csv", "1csv", "", "a-b", "../csv", "csv_", "a__b", "ä", "a" * 33):
            self.assertIn("a plugin's name", self.anfrage("plugin", "new", name, status=2))
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_wrong_usage(self):
        for arguments in ([], ["check"], ["new"], ["new", "a", "b"], ["prove", "x"]):
            self.assertIn("anfrage help plugin", self.anfrage("plugin", *arguments, status=2))

    def test_what_cannot_be_tried(self):
        (self.folder / "csv.so").write_text("no module")
        self.assertIn("No such file", self.anfrage("plugin", "check", "anf-csv.so", status=2))
        self.assertIn("is called anf-NAME.so", self.anfrage("plugin", "check", "csv.so", status=2))
        (self.folder / "anf-csv.so").write_text("no module")
        (self.folder / "anf-csv.plugin").write_text("anfrage-plugin 1\nname csv\nversion 1\nabi 1\n")
        self.assertIn("file too short", self.anfrage("plugin", "check", "anf-csv.so", status=1))


unittest.main(argv=sys.argv[:1])
