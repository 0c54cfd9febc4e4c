/* check_guest.c: what the library leaves alone in the process of a program. Each thing is printed
 * before and after conversions of all kinds; then the test changes it itself, to see that this
 * would show. */
#include "../support.h"
#include "conversions.h"

#include <libxml/parser.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlsave.h>

#include <dirent.h>
#include <fcntl.h>
#include <fenv.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

extern char **environ;

static struct inputs inputs;

/* --- of the process --- */

static void
print_locale(FILE *out)
{
    fprintf(out, "%s %p\n", setlocale(LC_ALL, NULL), (void *)uselocale((locale_t)0));
}

static void
change_locale(void)
{
    uselocale(newlocale(LC_ALL_MASK, "C.UTF-8", (locale_t)0));
}

static void
print_signals(FILE *out)
{
    sigset_t mask;
    sigprocmask(SIG_SETMASK, NULL, &mask);
    for (int number = 1; number < NSIG; number++) {
        struct sigaction action;
        if (sigaction(number, NULL, &action) == 0)
            fprintf(out, "%d %p %x %d\n", number, *(void **)&action.sa_handler,
                    (unsigned)action.sa_flags, sigismember(&mask, number));
    }
}

static void
change_signals(void)
{
    signal(SIGPIPE, SIG_IGN);
}

static void
block_signal(void)
{
    sigset_t mask;
    sigemptyset(&mask);
    sigaddset(&mask, SIGUSR1);
    sigprocmask(SIG_BLOCK, &mask, NULL);
}

static void
print_files(FILE *out)
{
    DIR *folder = opendir("/proc/self/fd");
    for (const struct dirent *entry; folder && (entry = readdir(folder));) {
        char target[4096];
        ssize_t length = readlinkat(dirfd(folder), entry->d_name, target, sizeof target);
        if (length > 0)
            fprintf(out, "%s %.*s\n", entry->d_name, (int)length, target);
    }
    if (folder)
        closedir(folder);
}

static void
open_file(void)
{
    ck_assert_int_ge(open("/dev/null", O_RDONLY | O_CLOEXEC), 0);
}

static void
print_process(FILE *out)
{
    char folder[4096];
    struct itimerval timer;
    mode_t mask = umask(0);
    umask(mask);
    getitimer(ITIMER_REAL, &timer);
    fprintf(out, "%s %o %d %ld\n", getcwd(folder, sizeof folder), (unsigned)mask, fegetround(),
            (long)timer.it_value.tv_sec + timer.it_interval.tv_sec);
    for (int i = 0; i < RLIM_NLIMITS; i++) {
        struct rlimit limit;
        if (getrlimit((__rlimit_resource_t)i, &limit) == 0)
            fprintf(out, "%d %ju %ju\n", i, (uintmax_t)limit.rlim_cur, (uintmax_t)limit.rlim_max);
    }
}

static void
change_folder(void)
{
    ck_assert_int_eq(chdir("/"), 0);
}

static void
change_umask(void)
{
    umask(0123);
}

static void
print_environment(FILE *out)
{
    for (char **variable = environ; *variable; variable++)
        fprintf(out, "%p %s\n", (void *)*variable, *variable);
}

static void
change_environment(void)
{
    setenv("LANGUAGE", "de", 1);
}

static void
print_threads(FILE *out)
{
    DIR *folder = opendir("/proc/self/task");
    for (const struct dirent *entry; folder && (entry = readdir(folder));)
        fprintf(out, "%s\n", entry->d_name);
    if (folder)
        closedir(folder);
}

static void *
wait_long(void *user)
{
    sleep(60);
    return user;
}

static void
start_thread(void)
{
    pthread_t thread;
    ck_assert_int_eq(pthread_create(&thread, NULL, wait_long, NULL), 0);
}

/* --- what is printed: both streams are the file that out is, too --- */

static void
print_printed(FILE *out)
{
    struct stat st;
    fflush(NULL);
    for (int fd = STDOUT_FILENO; fd <= STDERR_FILENO; fd++)
        if (fstat(fd, &st) == 0)
            fprintf(out, "%d %jd\n", fd, (intmax_t)st.st_size);
}

static void
print_a_line(void)
{
    fputs("a line\n", stderr);
}

/* --- of libxml2 --- */

static unsigned errors;

static void
count_message(void *user, const char *format, ...)
{
    (void)user, (void)format;
    ++errors;
}

static void
count_error(void *user, xmlError *error)
{
    (void)user, (void)error;
    ++errors;
}

static void
print_libxml(FILE *out)
{
    xmlFreeFunc free_function;
    xmlMallocFunc malloc_function;
    xmlReallocFunc realloc_function;
    xmlStrdupFunc strdup_function;
    xmlMemGet(&free_function, &malloc_function, &realloc_function, &strdup_function);
    fprintf(out, "%d %d %d %d %d %d %d %d %d %s\n", xmlSubstituteEntitiesDefaultValue,
            xmlKeepBlanksDefaultValue, xmlLoadExtDtdDefaultValue, xmlPedanticParserDefaultValue,
            xmlLineNumbersDefaultValue, xmlDoValidityCheckingDefaultValue,
            xmlGetWarningsDefaultValue, xmlIndentTreeOutput, xmlSaveNoEmptyTags,
            xmlTreeIndentString);
    fprintf(out, "%d %p %p %p %p\n", free_function == free, (void *)xmlStructuredErrorContext,
            (void *)xmlGenericErrorContext, *(void **)&xmlStructuredError,
            *(void **)&xmlGenericError);
    xmlExternalEntityLoader loader = xmlGetExternalEntityLoader();
    fprintf(out, "%p %u\n", *(void **)&loader, errors);
}

static void
change_libxml(void)
{
    xmlKeepBlanksDefault(0);
}

static void
change_error_function(void)
{
    xmlSetStructuredErrorFunc(NULL, NULL);
}

static void
let_libxml_report(void)
{
    xmlFreeDoc(xmlReadMemory("<a>", 3, "ours.xml", NULL, 0));
}

/* The program's own last error, from before. */
static void
print_last_error(FILE *out)
{
    const xmlError *error = xmlGetLastError();
    fprintf(out, "%d %s %s\n", error ? error->code : 0, error ? error->message : "",
            error && error->file ? error->file : "");
}

static void
let_libxml_fail_otherwise(void)
{
    xmlFreeDoc(xmlReadMemory("<a b>", 5, "other.xml", NULL, 0));
}

/* --- the test --- */

static const struct {
    const char *name;
    void (*print)(FILE *out);
    void (*change)(void);
} things[] = {
    {"locale", print_locale, change_locale},
    {"signal handlers", print_signals, change_signals},
    {"signal mask", print_signals, block_signal},
    {"open files", print_files, open_file},
    {"working directory", print_process, change_folder},
    {"umask", print_process, change_umask},
    {"environment", print_environment, change_environment},
    {"threads", print_threads, start_thread},
    {"standard output and error", print_printed, print_a_line},
    {"libxml2's settings", print_libxml, change_libxml},
    {"libxml2's error function", print_libxml, change_error_function},
    {"libxml2's error function is not called", print_libxml, let_libxml_report},
    {"libxml2's last error", print_last_error, let_libxml_fail_otherwise},
};

static char *
print(size_t thing)
{
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    ck_assert_ptr_nonnull(out);
    things[thing].print(out);
    fclose(out);
    return text;
}

/* So that what is printed can be seen. */
static void
redirect(void)
{
    FILE *file = tmpfile();
    ck_assert_ptr_nonnull(file);
    fflush(NULL);
    ck_assert_int_ge(dup2(fileno(file), STDOUT_FILENO), 0);
    ck_assert_int_ge(dup2(fileno(file), STDERR_FILENO), 0);
}

START_TEST(left_alone)
{
    size_t thing = (size_t)_i;
    int errors_of_ours = dup(STDERR_FILENO);
    redirect();
    xmlSetGenericErrorFunc(&inputs, count_message);
    xmlSetStructuredErrorFunc(&inputs, count_error);
    let_libxml_report();

    char *before = print(thing);
    struct anf_context *ctx = new_context();
    for (size_t i = 0; i < inputs.count; i++)
        convert(ctx, &inputs.items[i]);
    anf_context_unref(ctx);
    char *after = print(thing);
    things[thing].change();
    char *changed = print(thing);

    dup2(errors_of_ours, STDERR_FILENO);
    ck_assert_msg(strcmp(before, after) == 0, "%s: was\n%sand is\n%s", things[thing].name, before,
                  after);
    ck_assert_msg(strcmp(after, changed) != 0, "%s: a change is not seen", things[thing].name);
    free(before);
    free(after);
    free(changed);
}
END_TEST

int
main(int argc, char **argv)
{
    inputs_load(&inputs, argc - 1, argv + 1);
    Suite *suite = suite_create("guest");
    TCase *tcase = tcase_create("left alone");
    tcase_add_loop_test(tcase, left_alone, 0, sizeof things / sizeof *things);
    suite_add_tcase(suite, tcase);
    int status = run_suite(suite);
    inputs_clear(&inputs);
    return status;
}
