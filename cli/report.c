/* report.c: diagnostics for a person or a program, one line each. */
#include "report.h"

#include "printable.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static const struct severity {
    const char *name;
    const char *colour;
} severities[] = {
    [ANF_SEVERITY_NOTE] = {"note", "\033[1;36m"},
    [ANF_SEVERITY_WARNING] = {"warning", "\033[1;35m"},
    [ANF_SEVERITY_ERROR] = {"error", "\033[1;31m"},
};

static const struct severity *
severity_of(const struct anf_diagnostic *diagnostic)
{
    bool known = diagnostic->severity >= ANF_SEVERITY_NOTE &&
                 diagnostic->severity <= ANF_SEVERITY_ERROR;
    return &severities[known ? diagnostic->severity : ANF_SEVERITY_ERROR];
}

static void
print_place(FILE *out, const struct anf_diagnostic *diagnostic, const char *source)
{
    print_escaped(out, source);
    if (diagnostic->member) {
        fputc('/', out);
        print_escaped(out, diagnostic->member);
    }
    if (diagnostic->line > 0) {
        fprintf(out, ":%" PRIu32, diagnostic->line);
    }
    if (diagnostic->line > 0 && diagnostic->column > 0) {
        fprintf(out, ":%" PRIu32, diagnostic->column);
    }
}

static void
print_line(FILE *out, const struct anf_diagnostic *diagnostic, const char *source, bool colour)
{
    const struct severity *severity = severity_of(diagnostic);
    fputs(colour ? "\033[1m" : "", out);
    print_place(out, diagnostic, source);
    fputs(colour ? ":\033[0m " : ": ", out);
    if (diagnostic->code > 0) {
        fprintf(out, "ANF-%03" PRIu32 " ", diagnostic->code);
    } else if (diagnostic->plugin) {
        print_escaped(out, diagnostic->plugin);
        fputc(' ', out);
    }
    fprintf(out, "%s%s:%s ", colour ? severity->colour : "", severity->name,
            colour ? "\033[0m" : "");
    print_escaped(out, diagnostic->message);
    fputc('\n', out);
}

/* JSON takes UTF-8 only, and the name of a file is any bytes: those that are none are shown as
 * in a line of text. NULL stays NULL. */
static json_t *
json_text(const char *text)
{
    json_t *value = json_string(text);
    char *shown = NULL;
    size_t length;
    if (value || !text) {
        return value;
    }
    FILE *stream = open_memstream(&shown, &length);
    if (!stream) {
        return NULL;
    }
    print_escaped(stream, text);
    if (fclose(stream) == 0) {
        value = json_string(shown);
    }
    free(shown);
    return value;
}

static void
print_json(FILE *out, const struct anf_diagnostic *diagnostic, const char *source)
{
    char code[16] = "";
    if (diagnostic->code > 0) {
        snprintf(code, sizeof code, "ANF-%03" PRIu32, diagnostic->code);
    }
    json_t *line = json_pack("{s:o*, s:o*, s:o*, s:o*, s:s*, s:s, s:o*, s:o*}", "source",
                             json_text(source), "member", json_text(diagnostic->member), "line",
                             diagnostic->line ? json_integer(diagnostic->line) : NULL, "column",
                             diagnostic->column ? json_integer(diagnostic->column) : NULL, "code",
                             code[0] ? code : NULL, "severity", severity_of(diagnostic)->name,
                             "plugin", json_text(diagnostic->plugin), "message",
                             json_text(diagnostic->message));
    if (line && json_dumpf(line, out, JSON_COMPACT | JSON_PRESERVE_ORDER) == 0) {
        fputc('\n', out);
    }
    json_decref(line);
}

void
report_diagnostic(const struct anf_diagnostic *diagnostic, void *user)
{
    struct report *report = user;
    const char *source = diagnostic->source ? diagnostic->source : report->input;
    if (diagnostic->severity >= ANF_SEVERITY_ERROR) {
        report->errors++;
    } else if (report->quiet) {
        return;
    }
    if (report->forward) {
        report->forward(diagnostic, report->user);
    } else if (report->json) {
        print_json(report->out, diagnostic, source);
    } else {
        print_line(report->out, diagnostic, source ? source : "anfrage", report->colour);
    }
}

static void
report_own(struct report *report, int severity, uint32_t code, const char *source, const char *fmt,
           va_list args)
{
    char message[1024];
    vsnprintf(message, sizeof message, fmt, args);
    struct anf_diagnostic diagnostic = {
        .size = sizeof diagnostic,
        .severity = severity,
        .code = code,
        .source = source,
        .message = message,
    };
    report_diagnostic(&diagnostic, report);
}

void
report_warning(struct report *report, uint32_t code, const char *source, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    report_own(report, ANF_SEVERITY_WARNING, code, source, fmt, args);
    va_end(args);
}

void
report_error(struct report *report, uint32_t code, const char *source, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    report_own(report, ANF_SEVERITY_ERROR, code, source, fmt, args);
    va_end(args);
}
