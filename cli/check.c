/* check.c: the command that tells what is not sound in an inquiry. */
#include "commands.h"

#include "inputs.h"
#include "session.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct check {
    struct anf_context *ctx;
    struct report *findings; /* to standard output */
    const char *input;
    size_t inquiries; /* of the input */
    size_t found;     /* in all inputs */
};

static int
print_finding(const struct anf_finding *finding, void *user)
{
    struct check *check = user;
    char member[32];
    char message[2048];
    snprintf(member, sizeof member, "%zu", check->inquiries);
    snprintf(message, sizeof message, "%s: %s", finding->path, finding->message);
    struct anf_diagnostic line = {
        .size = sizeof line,
        .severity = finding->severity,
        .code = finding->code,
        .source = check->input,
        .member = check->inquiries > 1 ? member : NULL,
        .message = message,
    };
    report_diagnostic(&line, check->findings);
    return ANF_OK;
}

static int
check_inquiry(struct anf_inquiry *inquiry, void *user)
{
    struct check *check = user;
    check->inquiries++;
    int found = anf_inquiry_findings(check->ctx, inquiry, print_finding, check);
    check->found += found > 0;
    return found < 0 ? found : ANF_OK;
}

static bool
check_input(struct check *check, const struct options *options, struct report *report)
{
    struct anf_source *source = input_open(check->input, options->input_charset);
    size_t errors = report->errors;
    report->input = check->input;
    check->inquiries = 0;
    int status = ANF_ERR_NOMEM;
    if (source) {
        status = anf_read(check->ctx, source, options->from, options->format_options, check_inquiry,
                          check);
    }
    if (status != ANF_OK && report->errors == errors) {
        report_error(report, status == ANF_ERR_NOMEM ? ANF_CODE_OUT_OF_MEMORY : 0, check->input,
                     "not checked: %s", anf_strerror(status));
    }
    anf_source_unref(source);
    return status == ANF_OK;
}

static int
run(const struct options *options, struct anf_context *ctx, struct report *report)
{
    struct report findings = session_report(options);
    struct check check = {.ctx = ctx, .findings = &findings};
    bool trouble = false;
    findings.out = stdout;
    findings.colour = session_colour(options, STDOUT_FILENO);
    if (!session_formats_fit(options, ctx, NULL, report)) {
        return exit_usage;
    }
    for (int i = 0; i < options->input_count; i++) {
        check.input = options->inputs[i];
        trouble |= !check_input(&check, options, report);
    }
    if (trouble) {
        return exit_trouble;
    }
    return check.found > 0 ? exit_found : exit_done;
}

int
command_check(const struct options *options)
{
    struct report report = session_report(options);
    if (options->input_count == 0) {
        usage_error("check", "no INPUT given; - reads standard input");
        return exit_usage;
    }
    if (!input_once(options->inputs, options->input_count)) {
        usage_error("check", "standard input (-) can be read only once");
        return exit_usage;
    }
    struct anf_context *ctx = session_new(options, &report);
    if (!ctx) {
        return exit_trouble;
    }
    int status = run(options, ctx, &report);
    anf_context_unref(ctx);
    return status;
}
