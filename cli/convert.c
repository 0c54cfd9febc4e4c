/* convert.c: the command that reads inputs and writes them in another format. */
#include "commands.h"

#include "inputs.h"
#include "jobs.h"
#include "session.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

/* Room for one more option than the command line has. */
struct dated_options {
    char date[64];
    const char **items;
};

static bool
check_arguments(const struct options *options)
{
    if (options->input_count == 0) {
        return usage_error("convert", "no INPUT given; - reads standard input");
    }
    if (!input_once(options->inputs, options->input_count)) {
        return usage_error("convert", "standard input (-) can be read only once");
    }
    if (options->output && options->output_dir) {
        return usage_error("convert", "-o and -O exclude each other");
    }
    if (options->input_count > 1 && !options->output_dir) {
        return usage_error("convert", "several inputs need -O DIR");
    }
    if (!options->to && !options->output) {
        return usage_error("convert", "to which format? -t FORMAT is missing; "
                                      "'anfrage formats' lists them");
    }
    return true;
}

static bool
check_folder(const char *folder)
{
    struct stat status;
    if (folder && stat(folder, &status) != 0) {
        return usage_error("convert", "the directory %s does not exist; -O does not make it",
                           folder);
    }
    if (folder && !S_ISDIR(status.st_mode)) {
        return usage_error("convert", "%s is no directory", folder);
    }
    return true;
}

static bool
has_extension(const struct anf_format_info *info, const char *extension)
{
    for (size_t i = 0; info->extensions && info->extensions[i]; i++) {
        if (strcmp(info->extensions[i], extension) == 0) {
            return true;
        }
    }
    return false;
}

/* The format that the name of the output tells; one whose usual extension it is goes first. */
static const struct anf_format_info *
format_by_name(const struct anf_context *ctx, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *dot = strrchr(slash ? slash : path, '.');
    const struct anf_format_info *found = NULL;
    const struct anf_format_info *info;
    for (size_t i = 0; dot && (info = anf_context_format(ctx, i)); i++) {
        if (!info->writes || !has_extension(info, dot + 1)) {
            continue;
        }
        if (strcmp(info->extensions[0], dot + 1) == 0) {
            return info;
        }
        found = found ? found : info;
    }
    if (!found) {
        usage_error("convert",
                    "the name %s tells no format to write; say -t FORMAT "
                    "('anfrage formats' lists them)",
                    path);
    }
    return found;
}

/* SOURCE_DATE_EPOCH (reproducible-builds.org/specs/source-date-epoch) is the only clock that a
 * document may be dated by. false: it is set and no number of seconds. */
static bool
source_date(char *ret_option, size_t size)
{
    const char *text = getenv("SOURCE_DATE_EPOCH");
    char *end;
    struct tm day;
    if (!text || *text < '0' || *text > '9') {
        return false;
    }
    time_t seconds = (time_t)strtoll(text, &end, 10);
    /* No year of five digits. */
    if (*end || seconds > 253402300799 || !gmtime_r(&seconds, &day)) {
        return false;
    }
    snprintf(ret_option, size, "date=%04d-%02d-%02d", day.tm_year + 1900, day.tm_mon + 1,
             day.tm_mday);
    return true;
}

/* The options to write with: Akoma Ntoso states dates, so it is told of SOURCE_DATE_EPOCH; what
 * the command line says comes later and counts. false: out of memory. */
static bool
add_date(const struct options *options, const char *to, struct dated_options *dated)
{
    size_t count = 0;
    size_t added = 0;
    while (options->format_options[count]) {
        count++;
    }
    dated->items = calloc(count + 2, sizeof *dated->items);
    if (!dated->items) {
        return false;
    }
    if (strcmp(to, "akn") == 0 && source_date(dated->date, sizeof dated->date)) {
        dated->items[added++] = dated->date;
    }
    memcpy(dated->items + added, options->format_options, count * sizeof *dated->items);
    return true;
}

static int
run(const struct options *options, const struct anf_format_info *to, struct anf_context *ctx,
    const struct report *report)
{
    struct dated_options dated = {0};
    struct conversion conversion = {
        .options = options,
        .from = options->from,
        .to = to->id,
        .many = to->many != 0,
        .extension = to->extensions && to->extensions[0] ? to->extensions[0] : to->id,
    };
    size_t failed = 1;
    if (add_date(options, to->id, &dated) &&
        inputs_init(&conversion.inputs, options->inputs, options->input_count)) {
        conversion.writing_options = dated.items;
        failed = jobs_run(&conversion, ctx, report);
    } else {
        fputs("anfrage: out of memory\n", stderr);
    }
    inputs_clear(&conversion.inputs);
    free(dated.items);
    return failed > 0 ? exit_failed : exit_done;
}

int
command_convert(const struct options *options)
{
    struct report report = session_report(options);
    if (!check_arguments(options) || !check_folder(options->output_dir)) {
        return exit_usage;
    }
    if (options->sandbox == sandbox_required && sandbox_missing()) {
        report_error(&report, ANF_CODE_SANDBOX_MISSING, NULL, "no sandbox, which is required: %s",
                     sandbox_missing());
        return exit_failed;
    }
    struct anf_context *ctx = session_new(options, &report);
    if (!ctx) {
        return exit_failed;
    }
    int status = exit_usage;
    const struct anf_format_info *to = options->to
                                           ? session_format(ctx, options->to, to_write, &report)
                                           : format_by_name(ctx, options->output);
    if (to && session_formats_fit(options, ctx, to, &report)) {
        status = run(options, to, ctx, &report);
    }
    anf_context_unref(ctx);
    return status;
}
