#!/usr/bin/env python3
"""kill -9 at random moments of a batch, KILLS times (default 30; 1000 in .ci/nightly).

    check-kill.py ANFRAGE

After each: every output there is has the bytes of an undisturbed run. A second run then completes
the rest. Names of temporary files may stay behind, and nothing else.
"""
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[2] / "docs" / "sample" / "anfrage.html"
BATCH = 12
TARGETS = ["json", "odt"]


def command(anfrage, inputs, target, folder):
    return [anfrage, "convert", "--quiet", "-j", "2", "-t", target, "-O", folder, *inputs]


def outputs_in(folder):
    """Name and bytes of each output, and how many temporary files there are."""
    files = {path.name: path.read_bytes() for path in Path(folder).iterdir()}
    temporary = [name for name in files if name.startswith(".anfrage-")]
    return {name: files[name] for name in files if name not in temporary}, len(temporary)


def kill_one(batch, folder, seconds):
    """Run for that long, at most; whether it had to be killed."""
    process = subprocess.Popen(batch, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(random.uniform(0, seconds))
    process.send_signal(signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


def check(anfrage, inputs, target, kills, scratch):
    whole, folder = f"{scratch}/whole", f"{scratch}/killed"
    os.mkdir(whole)
    start = time.monotonic()
    subprocess.run(command(anfrage, inputs, target, whole), check=True)
    seconds = time.monotonic() - start
    expected, _ = outputs_in(whole)
    killed = partly = left = 0
    for _ in range(kills):
        os.mkdir(folder)
        killed += kill_one(command(anfrage, inputs, target, folder), folder, seconds)
        found, temporary = outputs_in(folder)
        left += temporary
        partly += 0 < len(found) < len(expected)
        assert found.items() <= expected.items(), "half an output"
        subprocess.run(command(anfrage, inputs, target, folder), check=True)
        assert outputs_in(folder) == (expected, temporary), "the second run does not complete the rest"
        shutil.rmtree(folder)
    shutil.rmtree(whole)
    print(f"{target}: {kills} runs, {killed} killed, {partly} with a part of the outputs, "
          f"{left} temporary files left", flush=True)


def main():
    anfrage = sys.argv[1]
    kills = int(os.environ.get("KILLS", "30"))
    seed = int(os.environ.get("KILL_SEED", time.time()))
    print(f"KILL_SEED={seed}")
    random.seed(seed)
    with tempfile.TemporaryDirectory() as scratch:
        inputs = []
        for number in range(BATCH):
            inputs.append(f"{scratch}/page{number}.html")
            shutil.copy(SAMPLE, inputs[-1])
        for target in TARGETS:
            check(anfrage, inputs, target, kills // len(TARGETS), scratch)
    return 0


sys.exit(main())
