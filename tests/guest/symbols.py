#!/usr/bin/env python3
"""What the library and its plugins do not ask of the process: symbols.py LIBRARY PLUGIN...

They import none of these functions, and nothing runs when they are loaded or when the program ends.
"""
import re
import subprocess
import sys

REFUSED = {
    "the locale": "setlocale uselocale newlocale freelocale",
    "signals": "signal sigaction sigprocmask pthread_sigmask raise kill alarm setitimer sigaltstack",
    "the end of the program": "exit _exit _Exit quick_exit atexit __cxa_atexit on_exit at_quick_exit abort __assert_fail",
    "its streams": "stdout stderr stdin printf puts putchar perror vprintf fprintf vfprintf fputs syslog "
                   "__printf_chk __fprintf_chk __vprintf_chk __vfprintf_chk",
    "the process": "umask chdir fchdir chroot setrlimit prctl fork vfork execve system popen dlclose",
    "the environment": "setenv unsetenv putenv clearenv getenv",
    "the allocator": "mallopt malloc_trim mtrace __malloc_hook",
    "random numbers": "srand srandom srand48 rand random",
    "the time": "tzset settimeofday localtime mktime strftime",
    "libxml2's globals": "xmlCleanupParser xmlCleanupThreads xmlCleanupMemory xmlMemSetup xmlGcMemSetup "
                         "xmlSetGenericErrorFunc xmlThrDefSetGenericErrorFunc xmlThrDefSetStructuredErrorFunc "
                         "xmlSubstituteEntitiesDefault xmlKeepBlanksDefault xmlPedanticParserDefault "
                         "xmlLineNumbersDefault xmlSetExternalEntityLoader xmlRegisterInputCallbacks "
                         "xmlCleanupInputCallbacks xmlAddEncodingAlias xmlCleanupCharEncodingHandlers",
    "jansson's globals": "json_set_alloc_funcs json_object_seed",
}


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def imports(path):
    return {line.split()[-1].split("@")[0] for line in output("nm", "-D", "--undefined-only", path).splitlines()}


def faults(path):
    names = imports(path)
    if not names:
        yield "nm lists no imports: the check does not work"
    for what, refused in REFUSED.items():
        for name in sorted(names & set(refused.split())):
            yield f"imports {name}: {what}"
    # One entry in each is the compiler's own (crtbegin); ours would be a second one.
    sections = output("readelf", "-S", "-W", path)
    for section in ("init_array", "fini_array"):
        size = int(re.search(rf"\.{section}\s+\w+\s+\w+\s+\w+\s+(\w+)", sections)[1], 16)
        if size > 8:
            yield f".{section} has {size // 8} entries: code that runs on its own"


def main():
    wrong = [f"{path}: {fault}" for path in sys.argv[1:] if not path.endswith(".plugin")
             for fault in faults(path)]
    sys.exit("\n".join(wrong) or 0)


main()
