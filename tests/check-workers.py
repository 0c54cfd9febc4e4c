#!/usr/bin/env python3
"""What a document that crashes, loops or takes everything costs: that document.

    check-workers.py ANFRAGE TEST_PLUGINS
"""
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

ANFRAGE, TEST_PLUGINS = (str(Path(argument).resolve()) for argument in sys.argv[1:3])
PLUGINS = f"{TEST_PLUGINS}:{os.environ['ANFRAGE_PLUGIN_PATH']}"

PAGE = """Kleine Anfrage

der Abgeordneten Henrike Sandmann (SPD)

Radwege an Landesstraßen {number}

Wir fragen die Landesregierung:

1. Wie viele Radwege gibt es?

2. Wie viele werden gebaut?
"""


ENFORCED = subprocess.run([ANFRAGE, "--version", "--verbose"], capture_output=True, text=True).stdout


def limits_hold():
    """Sanitizers need the memory that the sandbox refuses."""
    return "sandbox: off" not in ENFORCED


def has_landlock():
    return "by Landlock" in ENFORCED


def has_filter():
    return "calls are filtered" in ENFORCED


class Workers(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        (self.folder / "out").mkdir()

    def page(self, number, line=""):
        path = self.folder / f"page-{number:03}.trouble"
        path.write_text(PAGE.format(number=number) + line + "\n")
        return path

    def convert(self, *arguments, status=0):
        found = subprocess.run(
            [ANFRAGE, "convert", "--plugin-path", PLUGINS, "-t", "json", "-O", self.folder / "out",
             *arguments], capture_output=True, text=True)
        self.assertEqual(found.returncode, status, found.stderr)
        return found.stderr

    def outputs(self):
        return {path.name: path.read_bytes() for path in (self.folder / "out").iterdir()}

    def one(self, line, *arguments, status=1):
        said = self.convert(*arguments, self.page(1, line), status=status)
        self.assertEqual(self.outputs() == {}, status != 0)
        return said

    def test_every_third_crashes(self):
        for jobs in ("1", "4"):
            pages = [self.page(i, "!crash" if i % 3 == 0 else "") for i in range(30)]
            said = self.convert("-j", jobs, *pages, status=1)
            together = self.outputs()
            self.assertEqual(said.count("crashed (Aborted)"), 10, said)
            self.assertEqual(len(together), 20)
            alone = {}
            for i, path in enumerate(pages):
                if i % 3:
                    for old in (self.folder / "out").iterdir():
                        old.unlink()
                    self.convert(path)
                    alone.update(self.outputs())
            self.assertEqual(together, alone)

    def test_crash(self):
        said = self.one("!crash")
        self.assertIn("page-001.trouble: ANF-015 error: the conversion crashed (Aborted)", said)

    def test_crash_without_sandbox(self):
        self.assertIn("crashed (Aborted)", self.one("!crash", "--sandbox=off"))

    def test_exit(self):
        self.assertIn("the conversion ended its process (exit status 0)", self.one("!exit"))

    @unittest.skipUnless(limits_hold(), "no limits under sanitizers")
    def test_loop(self):
        said = self.one("!loop", "--limit", "seconds=1")
        self.assertIn("ANF-016 error: took more than 1 s of processor time, the limit seconds", said)

    @unittest.skipUnless(limits_hold(), "no limits under sanitizers")
    def test_sleep(self):
        begin = time.monotonic()
        self.assertIn("ANF-016 error: hung", self.one("!sleep", "--limit", "seconds=1"))
        self.assertLess(time.monotonic() - begin, 30)

    @unittest.skipUnless(limits_hold(), "no limits under sanitizers")
    def test_memory(self):
        said = self.one("!memory", "--limit", "memory=200M")
        self.assertIn("no more memory", said)

    def test_files_are_shut_off(self):
        secret = self.folder / "secret"
        secret.write_text("x")
        said = self.one(f"!open {secret}", status=0)
        shut = ("open: Permission denied" if has_landlock() else
                "open: Operation not permitted" if has_filter() else "open: done")
        self.assertIn(shut, said)
        for old in (self.folder / "out").iterdir():
            old.unlink()
        self.assertIn("open: done", self.one(f"!open {secret}", "--sandbox=off", status=0))

    @unittest.skipUnless(has_filter(), "this machine or build has no filter")
    def test_the_net_is_shut_off(self):
        self.assertIn("connect: Operation not permitted", self.one("!connect", status=0))

    def test_output_bytes(self):
        said = self.one("", "--limit", "output-bytes=100")
        self.assertIn("output-bytes", said)

    def test_orphans_end(self):
        """A worker does not outlive the program that it works for."""
        with subprocess.Popen([ANFRAGE, "convert", "--plugin-path", PLUGINS, "-t", "json",
                               self.page(1, "!sleep")], stdout=subprocess.PIPE) as program:
            worker = None
            while not worker:
                children = Path(f"/proc/{program.pid}/task/{program.pid}/children").read_text()
                worker = int(children.split()[0]) if children else None
            program.send_signal(signal.SIGKILL)
            program.wait()
        deadline = time.monotonic() + 10
        while Path(f"/proc/{worker}").exists():
            self.assertLess(time.monotonic(), deadline, "the worker goes on")
            time.sleep(0.01)

    def test_a_pipe_holds_up_nobody(self):
        """A pipe to which nobody writes yet costs one worker, not the batch."""
        pipe = self.folder / "pipe.trouble"
        os.mkfifo(pipe)
        with subprocess.Popen([ANFRAGE, "convert", "--plugin-path", PLUGINS, "-t", "json", "-j", "2",
                               "-O", self.folder / "out", pipe, self.page(1)]) as program:
            deadline = time.monotonic() + 20
            while "page-001.json" not in self.outputs():
                self.assertLess(time.monotonic(), deadline)
                time.sleep(0.01)
            pipe.write_text(PAGE.format(number=2))
            self.assertEqual(program.wait(), 0)
        self.assertEqual(set(self.outputs()), {"page-001.json", "pipe.json"})

    @unittest.skipUnless(has_landlock() and has_filter() and shutil.which("strace"),
                         "no Landlock to take away, no filter, or no strace")
    def test_a_kernel_without_landlock(self):
        """Then everything is opened first, and nothing after that; or nothing is converted."""
        old_kernel = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=landlock_create_ruleset",
                      "-e", "inject=landlock_create_ruleset:error=ENOSYS", ANFRAGE, "convert",
                      "--plugin-path", PLUGINS, "-t", "json", "-O", self.folder / "out"]
        secret = self.folder / "secret"
        secret.write_text("x")
        page = self.page(1, f"!open {secret}")
        found = subprocess.run([*old_kernel, page], capture_output=True, text=True)
        self.assertEqual(found.returncode, 0, found.stderr)
        self.assertIn("open: Operation not permitted", found.stderr)
        self.assertEqual(set(self.outputs()), {"page-001.json"})
        found = subprocess.run([*old_kernel, "--sandbox=required", page], capture_output=True, text=True)
        self.assertEqual(found.returncode, 1)
        self.assertIn("ANF-017 error: no sandbox, which is required: the kernel has no Landlock",
                      found.stderr)

    def test_what_the_machine_can_enforce(self):
        shown = subprocess.run([ANFRAGE, "--version", "-v"], capture_output=True, text=True).stdout
        self.assertIn("sandbox:", shown)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
