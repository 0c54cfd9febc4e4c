/* trial-symbols.c: what the module exports, and which functions it asks for that a plugin has no
 * use for. */
#include "kit.h"
#include "module.h"

#include <stdio.h>
#include <string.h>

/* Functions of the C library that end, change or ask the process, with the reason why not. */
static const struct {
    const char *mend;
    const char *names; /* each between blanks */
} unwanted[] = {
    {"print nothing: say it with anf_call_report",
     " printf vprintf puts putchar perror stdout stderr __printf_chk __vprintf_chk psignal "},
    {"never end the process: return a status", " exit _exit _Exit quick_exit "},
    {"register nothing for the end of the process or of a fork: a plugin has nothing to clean up",
     " __cxa_atexit atexit on_exit at_quick_exit pthread_atfork __register_atfork "},
    {"start no process and no thread: the call is over when read or write returns",
     " fork vfork _Fork posix_spawn posix_spawnp system popen execv execve execvp execl execlp "
     "pthread_create thrd_create "},
    {"leave the locale of the program alone; write and read numbers without it", " setlocale "},
    {"leave the signals of the program alone",
     " signal sigaction sigprocmask pthread_sigmask raise kill alarm setitimer "},
    {"depend on the arguments alone: no clock, no chance, no environment",
     " time clock_gettime gettimeofday timespec_get clock rand random rand_r drand48 getrandom "
     "arc4random getenv secure_getenv setenv putenv unsetenv getpid "},
    {"open nothing: the input is anf_source_bytes, the output anf_sink_write",
     " fopen fopen64 open open64 openat openat64 creat opendir freopen mkstemp tmpfile tmpfile64 "
     "socket connect unlink remove rename mkdir chdir fchdir umask "},
    {"never unload anything: what its libraries registered would be called after they are gone",
     " dlclose "},
};

/* What a sanitizer or a coverage tool puts into a module is not the author's. */
struct look {
    const struct subject *subject;
    bool instrumented;
};

static void
look_for_instruments(const char *name, bool defined, void *user)
{
    static const char *const prefixes[] = {"__asan_", "__ubsan_",     "__tsan_",
                                           "__gcov_", "__sanitizer_", "__llvm_profile"};
    struct look *look = user;
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        look->instrumented |= strncmp(name, prefixes[i], strlen(prefixes[i])) == 0;
    }
    (void)defined;
}

static bool
is_of_the_linker(const char *name)
{
    static const char *const names[] = {"_init", "_fini", "_edata", "_end", "__bss_start"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(name, names[i]) == 0) {
            return true;
        }
    }
    return *name == '\0';
}

static void
look_at_export(const struct subject *subject, const char *name)
{
    char constant[300];
    snprintf(constant, sizeof constant, "anf_plugin_%s", subject->name);
    if (strcmp(name, constant) != 0 && !is_of_the_linker(name)) {
        found("compile with -fvisibility=hidden, or make it static: another module may have a "
              "function of that name",
              "it exports %s beside %s", name, constant);
    }
}

static void
look_at_import(const char *name)
{
    char between[300];
    snprintf(between, sizeof between, " %s ", name);
    for (size_t i = 0; i < sizeof unwanted / sizeof *unwanted; i++) {
        if (strstr(unwanted[i].names, between)) {
            found(unwanted[i].mend, "it uses %s", name);
        }
    }
}

static void
look_at_symbol(const char *name, bool defined, void *user)
{
    const struct look *look = user;
    if (defined) {
        look_at_export(look->subject, name);
    } else {
        look_at_import(name);
    }
}

static void
look_at_sections(const struct module *module)
{
    static const char RUN_NOTHING[] =
        "run no code of its own: no constructor, no destructor, no object with one";
    if (module_constructors(module) > 1) {
        found(RUN_NOTHING, "%zu functions run when it is loaded", module_constructors(module) - 1);
    }
    if (module_destructors(module) > 1) {
        found(RUN_NOTHING, "%zu functions run when the process ends",
              module_destructors(module) - 1);
    }
    if (module_has_thread_storage(module)) {
        found("keep nothing between calls, nor for a thread: whatever a call needs lives on its "
              "stack",
              "it has thread-local variables");
    }
    if (!module_needs(module, "libanfrage.so")) {
        found(
            "link with $(pkg-config --libs anfrage): a program that loads libanfrage privately, as "
            "Python does, cannot load the plugin otherwise",
            "it is not linked with libanfrage");
    }
}

void
try_symbols(const struct subject *subject)
{
    struct look look = {.subject = subject};
    struct module *module = module_open(subject->path);
    deed("looking at the module's symbols");
    if (!module) {
        untried("the module is no ELF file of this machine");
        return;
    }
    module_each_symbol(module, look_for_instruments, &look);
    if (look.instrumented) {
        untried("the module is built with a sanitizer or for coverage");
    } else {
        module_each_symbol(module, look_at_symbol, &look);
        look_at_sections(module);
    }
    module_close(module);
}
