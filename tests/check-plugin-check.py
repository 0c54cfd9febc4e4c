#!/usr/bin/env python3
"""What "anfrage plugin check" finds: nothing in sound plugins, and in each wrong one its fault, by name.

    check-plugin-check.py KIT FAULTS PLUGIN.so...
"""
import json
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

KIT, FAULTS, SOUND = sys.argv[1], Path(sys.argv[2]), [Path(p) for p in sys.argv[3:]]

# The plugin, the trial that finds its fault, and words of the finding: what was seen, what to mend.
TABLE = [
    ("asks_the_clock", "same-bytes", "more than a year later", "ask no clock"),
    ("asks_the_clock", "symbols", "it uses time", "no clock"),
    ("bids_on_all", "bids", "it bids 100, and akn, whose file it is, bids 90", "bid only for bytes"),
    ("closes_stderr", "surroundings", "file descriptor 2 was closed", "close no file"),
    ("counts_calls", "same-bytes", "a second time", "no static variable"),
    ("crashes_when_cut", "truncated", "cut off after 1 of ", "check every length"),
    ("eats_memory", "garbage", "more than 512 MiB were asked for", "anf_call_limit"),
    ("exits", "garbage", "ended with exit status 3", "never end the process"),
    ("exports_more", "symbols", "it exports helper beside anf_plugin_exports_more", "-fvisibility=hidden"),
    ("fails_in_silence", "garbage", "failed without a report", "report each failure"),
    ("forgets_an_option", "options", "nobody asked for it", "ask for it with anf_call_option"),
    ("ignores_statuses", "memory", "went on as if nothing had happened", "give the status back"),
    ("is_quadratic", "huge", "4 times as much takes", "grow with the length"),
    ("is_underlinked", "load", "undefined symbol: no_library_has_this", "-Wl,-z,defs"),
    ("keeps_a_pointer", "same-bytes", "a second time: the bytes are not the same", "keep no state"),
    ("keeps_for_a_thread", "symbols", "thread-local variables", "keep nothing between calls"),
    ("leaks", "leaks", "1 block of memory is lost each time", "give back what you allocated"),
    ("leaks_on_failure", "truncated", "1 block of memory is lost each time", "every way out"),
    ("leaves_a_handler", "surroundings", "the handler of SIGUSR1", "leave the signals"),
    ("loops", "truncated", "not done after 1 seconds: stopped", "every loop takes something"),
    ("loses_in_silence", "round-trip", "the first in kind, and nothing was reported", "cannot hold"),
    ("prints", "surroundings", "was printed on standard output", "anf_call_report"),
    ("probes_too_far", "probe", "the first 0 bytes", "len may be 0"),
    ("reads_too_far", "truncated", "SIGSEGV", "check every length"),
    ("recurses", "huge", "\"[\" as recurses", "ANF_LIMIT_DEPTH"),
    ("returns_no_status", "garbage", "returned 12, which is no status", "return a status of"),
    ("runs_at_exit", "symbols", "it uses __cxa_atexit", "register nothing"),
    ("runs_when_loaded", "symbols", "1 functions run when it is loaded", "no constructor"),
    ("sets_the_locale", "surroundings", "the locale is \"C.UTF-8\"", "no setlocale"),
    ("shares_a_buffer", "reentry", "others than when it is written alone", "keep no static state"),
    ("shares_when_reading", "threads", "something else than in one thread", "keep no static state"),
    ("starts_a_process", "surroundings", "a process was started", "start no process"),
    ("trusts_malloc", "memory", "SIGSEGV", "what malloc and the library's functions return"),
    ("writes_behind", "truncated", "the memory behind a block of", "never write behind"),
    ("writes_what_lay_there", "same-bytes", "with other bytes in fresh memory", "set all memory"),
]


def check(module, *options, samples=()):
    result = subprocess.run([KIT, "--json", *options, module, *samples], capture_output=True, text=True, timeout=300)
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    return result, [line for line in lines if "seen" in line], lines[-1] if lines else {}


def alone(name, folder):
    """The plugin in a folder of its own, so that no other bids with it."""
    place = Path(folder) / name
    place.mkdir(exist_ok=True)
    for file in (f"anf-{name}.so", f"anf-{name}.plugin"):
        shutil.copy(FAULTS / file, place / file)
        (place / file).chmod(0o644)
    return place / f"anf-{name}.so"


def misses(row, folder):
    name, trial, seen, mend = row
    module = alone(name, folder)
    # What threads do to each other is a matter of chance.
    for _ in range(5 if trial == "threads" else 1):
        _, findings, _ = check(module, "--trial", trial, "--seconds", "9" if trial == "huge" else "1")
        if any(seen in f"{f['done']}: {f['seen']}" and mend in f["mend"] for f in findings):
            return []
    return [f"{name}: {trial} does not find \"{seen}\", \"{mend}\": {findings}"]


def is_not_sound(module):
    result, findings, total = check(module)
    if result.returncode == 0 and not findings and total["trials"] == 17:
        return []
    return [f"{module}: {result.returncode} {result.stderr} {findings} {total}"]


def empty_samples(folder):
    """A file from which no inquiry comes is told, unless another one that was named holds one."""
    module = next(path for path in SOUND if path.name == "anf-text.so")
    nothing, inquiry = Path(folder) / "nothing.txt", Path(folder) / "inquiry.txt"
    nothing.write_text("Ein Absatz\n")
    inquiry.write_text("Kleine Anfrage 1 der Abgeordneten Ida Weber (SPD)\n\n1. Wie viele sind es?\n")
    for samples, words in (([nothing], "no inquiry came of them: no parliamentary"), ([nothing, inquiry], "")):
        _, findings, _ = check(module, "--trial", "round-trip", samples=samples)
        if [words in f["seen"] for f in findings] != [True] * bool(words):
            yield f"{samples}: {findings}"


def refusals(folder):
    """What a file that is there, or its rights, have to do with it."""
    module = alone("exits", Path(folder))
    description = module.with_suffix(".plugin")
    text = description.read_text()
    cases = [
        (lambda: description.write_text(text.replace("A plugin", "Another plugin")),
         "label is \"Another plugin with a fault\" in the description and \"A plugin"),
        (lambda: description.write_text(text.replace("writes yes", "writes no")),
         "writes is \"no\" in the description and \"yes\" in the module"),
        (lambda: description.write_text(text.replace("extension exits", "extension exit")),
         "extension is \"exit\" in the description where the module has \"exits\""),
        (lambda: description.write_text(text.replace("abi 1", "abi 7")), "ABI 7"),
        (lambda: description.write_text(text.replace("reads yes", "reads ja")),
         "of the description: \"ja\" is neither yes nor no"),
        (lambda: description.write_text("nonsense"), ""),
        (lambda: (description.write_text(text), description.chmod(0o666)), "chmod go-w"),
        (description.unlink, "there is no "),
    ]
    for change, words in cases:
        change()
        result, findings, total = check(module)
        if result.returncode != 1 or total["trials"] != 1 or not any(words in f["seen"] for f in findings):
            yield f"{words}: {result.returncode} {findings}"


def main():
    with tempfile.TemporaryDirectory(prefix="anfrage-kit-") as folder, ThreadPoolExecutor(2) as pool:
        faults = [fault for found in pool.map(lambda row: misses(row, folder), TABLE) for fault in found]
        faults += [fault for found in pool.map(is_not_sound, SOUND) for fault in found]
        faults += empty_samples(folder)
        faults += refusals(folder)
    for fault in faults:
        print(fault)
    print(f"{len(TABLE)} faults looked for, {len(SOUND)} sound plugins")
    sys.exit(1 if faults else 0)


main()
