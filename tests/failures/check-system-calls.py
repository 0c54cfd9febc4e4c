#!/usr/bin/env python3
"""Each system call of a conversion fails in its turn, in the program and in its worker.

    check-system-calls.py ANFRAGE [FROM TO]

Exit status 0 only with the bytes of an undisturbed run; otherwise a message, no new output, and the
old one as it was; nothing temporary left; no crash; an end within 10 seconds. CALL_STEP: only every
so many-th point (default 131). CALL_PAIRS=all: the 25 pairs of our formats, else five that have each
format on either side. Skipped where strace is missing or may not trace.
"""
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[2] / "docs" / "sample" / "anfrage.html"
FORMATS = ["akn", "html", "json", "odt", "text"]
ERRORS = ["EIO", "ENOSPC", "EINTR", "ENOMEM", "EDQUOT"]
SECONDS = 10
# What ends a process, and what has no result to fail; brk says by the old end that it cannot.
UNFAILING = {"exit", "exit_group", "execve", "rt_sigreturn", "restart_syscall", "brk"}
OLD = b"what was there before"


class Conversion:
    def __init__(self, anfrage, folder, source, target):
        self.input = f"{folder}/in/input.{source}"
        self.output = Path(f"{folder}/out/output")
        self.command = [anfrage, "convert", "-f", source, "-t", target,
                        "-o", str(self.output), self.input]
        self.expected = None

    def run(self, *tracing):
        """The exit status (None: it hangs), and what was said."""
        process = subprocess.Popen(["strace", "-f", "-qq", *tracing, *self.command],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   start_new_session=True)
        try:
            shown = process.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            process.communicate()
            return None, b""
        return process.returncode, shown[0] + shown[1]


def count_calls(conversion, folder):
    """How often each call is made by the process that makes it most."""
    trace = f"{folder}/trace"
    status, shown = conversion.run("-o", trace)
    if status != 0:
        print(f"skipped: strace cannot trace here: {shown.decode(errors='replace').strip()}")
        sys.exit(77)
    each = Counter()
    with open(trace, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            found = re.match(r"(\d+)\s+(\w+)\(", line)
            if found and found.group(2) not in UNFAILING:
                each[found.groups()] += 1
    most = Counter()
    for (_, call), count in each.items():
        most[call] = max(most[call], count)
    return most


def fault(conversion, call, error, number, old):
    """What is wrong at one point; None: nothing."""
    output = conversion.output
    output.unlink(missing_ok=True)
    if old:
        output.write_bytes(OLD)
    status, shown = conversion.run("-o", "/dev/null", "-e", f"trace={call}",
                                   "-e", f"inject={call}:error={error}:when={number}")
    found = output.read_bytes() if output.exists() else None
    left = [path for path in output.parent.iterdir() if path != output]
    for path in left:
        path.unlink()
    if status is None:
        return f"no end within {SECONDS} seconds"
    if status == 0:
        return None if found == conversion.expected else "exit status 0 with other bytes"
    # glibc's loader crashes where it has no memory to begin with.
    if status == -signal.SIGSEGV and (call, number) == ("mmap", 1):
        return None
    # 2: a plugin could not be read, so that there is no such format.
    if status not in (1, 2, 127) or b"unexpectedly" in shown:
        return f"exit status {status}: {shown.decode(errors='replace').strip()}"
    if not shown.strip() and call != "write":  # which says it
        return f"exit status {status} without a word"
    if found not in ([OLD] if old else [None]) and found != conversion.expected:
        return "half an output"
    if left and call not in ("unlink", "unlinkat"):
        return f"left behind: {left[0].name}"
    return None


def try_all(conversion, calls, first, step):
    points = [(call, error, number) for call, count in sorted(calls.items())
              for number in range(1, count + 1) for error in ERRORS]
    wrong = []
    tried = points[first::step]
    for index, point in enumerate(tried):
        what = fault(conversion, *point, old=index % 2)
        if what:
            wrong.append(point)
            print("   ", *point, what, flush=True)
    return len(tried), len(wrong)


def main():
    anfrage = sys.argv[1]
    pairs = list(zip(FORMATS, FORMATS[2:] + FORMATS[:2]))
    if os.environ.get("CALL_PAIRS") == "all":
        pairs = [(source, target) for source in FORMATS for target in FORMATS]
    if len(sys.argv) == 4:
        pairs = [tuple(sys.argv[2:4])]
    step = int(os.environ.get("CALL_STEP", "131"))
    failed = 0
    if not shutil.which("strace"):
        print("skipped: there is no strace")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(f"{folder}/in")
        os.mkdir(f"{folder}/out")
        for name in FORMATS:
            subprocess.run([anfrage, "convert", "--quiet", "-t", name, "-o", f"{folder}/in/input.{name}", SAMPLE],
                           check=True)
        for index, pair in enumerate(pairs):
            conversion = Conversion(anfrage, folder, *pair)
            calls = count_calls(conversion, folder)
            conversion.expected = conversion.output.read_bytes()
            points, wrong = try_all(conversion, calls, index * 53 % step, step)
            failed += wrong
            print(f"{pair[0]} to {pair[1]}: {points} points, {wrong} wrong", flush=True)
    return 1 if failed else 0


sys.exit(main())
