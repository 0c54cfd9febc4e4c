/* trial-load.c: is the plugin found, loaded, and what its description says? */
#include "bench.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char SAY_THE_SAME[] =
    "let the constant and the description say the same, in the same order";

/* What the library's words about a plugin that it refuses ask of the author. */
static const struct {
    uint32_t code;
    const char *mend;
} mends[] = {
    {ANF_CODE_PLUGIN_FOLDER, "let the folder be readable"},
    {ANF_CODE_PLUGIN_WRITABLE_BY_OTHERS,
     "take the right to write from group and others: chmod go-w, on the folder, too"},
    {ANF_CODE_PLUGIN_DESCRIPTION, "write the description as docs/plugins.md has its grammar"},
    {ANF_CODE_PLUGIN_NOT_LOADED, "link the module with all that it calls: -Wl,-z,defs tells you"},
    {ANF_CODE_PLUGIN_NO_SYMBOL,
     "define the constant with ANF_PLUGIN_DEFINE(NAME, ...), where the file is anf-NAME.so"},
    {ANF_CODE_PLUGIN_WRONG_ABI, "compile it with the headers of this release"},
    {ANF_CODE_PLUGIN_SAYS_OTHERWISE, SAY_THE_SAME},
    {ANF_CODE_FORMAT_CLAIMED_TWICE, "choose an id that no other plugin has"},
    {ANF_CODE_PLUGIN_BROKE_CONTRACT, "begin each struct with its _INIT macro, and name the format"},
};

static void
tell_refusal(const struct anf_diagnostic *diagnostic, const char *mend)
{
    deed("loading it as the library does");
    if (diagnostic->line > 0) {
        found_fatal(mend, "line %u of the description: %s", (unsigned)diagnostic->line,
                    diagnostic->message);
    } else {
        found_fatal(mend, "%s", diagnostic->message);
    }
}

struct listener {
    const struct subject *subject;
    bool heard; /* that it is refused */
};

static void
hear_refusal(const struct anf_diagnostic *diagnostic, void *user)
{
    struct listener *listener = user;
    const struct subject *subject = listener->subject;
    const char *source = diagnostic->source ? diagnostic->source : "";
    if (strcmp(source, subject->path) != 0 && strcmp(source, subject->description) != 0 &&
        strcmp(source, subject->folder) != 0) {
        return;
    }
    for (size_t i = 0; i < sizeof mends / sizeof *mends; i++) {
        if (mends[i].code == diagnostic->code) {
            tell_refusal(diagnostic, mends[i].mend);
            listener->heard = true;
        }
    }
}

/* --- the description and the constant, point by point --- */

static void
compare_text(const char *what, const char *described, const char *constant)
{
    if (constant && described && strcmp(described, constant) != 0) {
        found_fatal(SAY_THE_SAME, "%s is \"%s\" in the description and \"%s\" in the module", what,
                    described, constant);
    }
}

static void
compare_flag(const char *what, unsigned described, int constant)
{
    if (!described != !constant) {
        found_fatal(SAY_THE_SAME, "%s is \"%s\" in the description and \"%s\" in the module", what,
                    described ? "yes" : "no", constant ? "yes" : "no");
    }
}

static void
compare_lists(const char *what, const char *const *described, const char *const *constant)
{
    static const char *const none[] = {NULL};
    const char *const *a = described ? described : none;
    const char *const *b = constant ? constant : none;
    while (*a && *b && strcmp(*a, *b) == 0) {
        a++;
        b++;
    }
    if (*a || *b) {
        found_fatal(SAY_THE_SAME, "%s is \"%s\" in the description where the module has \"%s\"",
                    what, *a ? *a : "(nothing)", *b ? *b : "(nothing)");
    }
}

static void
compare_options(const struct anf_format_option *const *described,
                const struct anf_format_option *const *constant)
{
    size_t i = 0;
    while (described && constant && described[i] && constant[i] &&
           strcmp(described[i]->key, constant[i]->key) == 0) {
        i++;
    }
    const char *theirs = described && described[i] ? described[i]->key : NULL;
    const char *ours = constant && constant[i] ? constant[i]->key : NULL;
    if (theirs || ours || !described != !constant) {
        found_fatal(SAY_THE_SAME, "option is \"%s\" in the description where the module has \"%s\"",
                    theirs ? theirs : "(nothing)", ours ? ours : "(nothing)");
    }
}

static const struct anf_format *
format_of_constant(const struct anf_plugin *constant, const char *id)
{
    for (size_t i = 0; constant->formats && constant->formats[i]; i++) {
        const struct anf_format *format = constant->formats[i];
        if (format->size >= sizeof *format && format->id && strcmp(format->id, id) == 0) {
            return format;
        }
    }
    return NULL;
}

static void
compare_format(const struct anf_format_info *described, const struct anf_format *constant)
{
    deed("comparing the format %s in the description and in the module", described->id);
    compare_text("label", described->label, constant->label);
    compare_flag("reads", described->reads, constant->read != NULL);
    compare_flag("writes", described->writes, constant->write != NULL);
    compare_flag("many", described->many, (constant->flags & ANF_FORMAT_MANY) != 0);
    compare_lists("extension", described->extensions, constant->extensions);
    compare_lists("media-type", described->media_types, constant->media_types);
    compare_options(described->options, constant->options);
}

static void
compare_formats(const struct bench *bench)
{
    const struct anf_plugin *constant = bench_constant(bench->subject);
    const struct anf_format_info *described;
    if (!constant || constant->abi != ANF_PLUGIN_ABI) {
        return; /* the library will say so */
    }
    for (size_t i = 0; (described = bench_format(bench, i)); i++) {
        const struct anf_format *format = format_of_constant(constant, described->id);
        if (format) {
            compare_format(described, format);
        }
    }
}

/* --- loading --- */

static bool
opens(const struct subject *subject)
{
    deed("loading the module");
    if (dlopen(subject->path, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE)) {
        return true;
    }
    const char *why = dlerror();
    found_fatal("link the module with all that it calls (-Wl,-z,defs lets the linker tell you), "
                "and install what it needs",
                "%s", why ? why : "no reason given");
    return false;
}

static bool
is_described(const struct subject *subject)
{
    deed("looking for its description");
    if (access(subject->description, R_OK) == 0) {
        return true;
    }
    found_fatal("put the text file anf-NAME.plugin beside the module",
                "there is no %s that can be read", subject->description);
    return false;
}

/* An id that a plugin elsewhere has, which the user would get instead. */
static void
look_for_rivals(const struct bench *bench)
{
    const struct anf_format_info *ours;
    struct anf_context *others = anf_context_new();
    if (others) {
        anf_context_load_plugins(others, bench->subject->plugin_path);
    }
    for (size_t i = 0; others && (ours = bench_format(bench, i)); i++) {
        const struct anf_format_info *theirs = anf_context_find_format(others, ours->id);
        deed("looking who else has the format %s", ours->id);
        if (theirs && strcmp(theirs->plugin, ours->plugin) != 0) {
            found("choose an id that no other plugin has", "the plugin %s has it, too",
                  theirs->plugin);
        }
    }
    anf_context_unref(others);
}

/* The library loads a module when it is asked for its format. A line feed is the least that can be
 * read; what comes of it is another trial's. */
static void
use_each_format(struct bench *bench)
{
    static unsigned char line_feed[] = "\n";
    const struct bytes line = {.name = "-", .data = line_feed, .length = 1};
    const struct anf_format_info *format;
    struct listener listener = {.subject = bench->subject};
    struct bytes written;
    bench->silent = true;
    for (size_t i = 0; (format = bench_format(bench, i)); i++) {
        struct anf_inquiry *inquiry = anf_inquiry_new(bench->ctx);
        deed("using the format %s", format->id);
        anf_context_set_diagnostic_fn(bench->ctx, hear_refusal, &listener);
        if (format->reads) {
            bench_read_only(bench, format, &line);
        } else if (bench_write(bench, format, inquiry, &written) == ANF_OK) {
            bytes_clear(&written);
        }
        anf_inquiry_unref(inquiry);
    }
}

/* Does the library take it? Its words about other plugins are not told. */
static bool
is_taken(const struct subject *subject)
{
    struct listener listener = {.subject = subject};
    struct anf_context *ctx = anf_context_new();
    if (ctx) {
        anf_context_set_diagnostic_fn(ctx, hear_refusal, &listener);
        anf_context_load_plugins(ctx, subject->folder);
    }
    anf_context_unref(ctx);
    return !listener.heard;
}

void
try_load(const struct subject *subject)
{
    struct bench bench;
    if (!is_described(subject) || !opens(subject)) {
        return;
    }
    bool taken = is_taken(subject);
    if (bench_open(&bench, subject)) {
        compare_formats(&bench);
        look_for_rivals(&bench);
        use_each_format(&bench);
    } else if (taken) {
        deed("looking for its formats");
        found_fatal("give the plugin a format, in the description, too",
                    "the library knows no format of it");
    }
    bench_close(&bench);
}
