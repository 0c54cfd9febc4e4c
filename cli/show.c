/* show.c: the command that prints what was understood of an input. */
#include "commands.h"

#include "inputs.h"
#include "printable.h"
#include "session.h"
#include "view.h"

struct show {
    struct view view;
    size_t inquiries;
};

static int
show_inquiry(struct anf_inquiry *inquiry, void *user)
{
    struct show *show = user;
    show->inquiries++;
    if (show->inquiries > 1) {
        fprintf(show->view.out, "\n--- Inquiry %zu ---\n\n", show->inquiries);
    }
    view_fields(&show->view, inquiry);
    view_outline(&show->view, inquiry);
    view_discarded(&show->view, inquiry);
    return ANF_OK;
}

static int
show_page(struct anf_context *ctx, struct anf_source *source, const struct options *options,
          const struct view *view, struct report *report)
{
    struct anf_page *page;
    int status = anf_read_page(ctx, source, options->from, options->format_options, &page);
    if (status != ANF_OK) {
        return status;
    }
    const char *refusal = anf_page_refusal(page);
    view_page(view, page);
    if (refusal && report->errors == 0) {
        report_error(report, ANF_CODE_NO_INQUIRY, anf_source_name(source), "%s", refusal);
    }
    anf_page_unref(page);
    return refusal ? ANF_ERR_NO_INQUIRY : ANF_OK;
}

static int
show_source(struct anf_context *ctx, struct anf_source *source, const struct options *options,
            struct report *report)
{
    struct show show = {
        .view =
            {
                .out = stdout,
                .width = terminal_width(stdout),
                .explain = options->explain,
                .discarded = options->discarded,
            },
    };
    int status = options->page ? show_page(ctx, source, options, &show.view, report)
                               : anf_read(ctx, source, options->from, options->format_options,
                                          show_inquiry, &show);
    if (status != ANF_OK && report->errors == 0) {
        report_error(report, 0, anf_source_name(source), "not shown: %s", anf_strerror(status));
    }
    return status == ANF_OK ? exit_done : exit_failed;
}

static int
run(const struct options *options, struct anf_context *ctx, struct report *report)
{
    if (!session_formats_fit(options, ctx, NULL, report)) {
        return exit_usage;
    }
    report->input = options->inputs[0];
    struct anf_source *source = input_open(options->inputs[0], options->input_charset);
    if (!source) {
        report_error(report, ANF_CODE_OUT_OF_MEMORY, NULL, "out of memory");
        return exit_failed;
    }
    int status = show_source(ctx, source, options, report);
    anf_source_unref(source);
    return status;
}

int
command_show(const struct options *options)
{
    struct report report = session_report(options);
    if (options->input_count != 1) {
        usage_error("show", "takes one INPUT; - reads standard input");
        return exit_usage;
    }
    if (options->page && (options->explain || options->discarded)) {
        usage_error("show", "--page is a view of its own: leave --explain and --discarded away");
        return exit_usage;
    }
    struct anf_context *ctx = session_new(options, &report);
    if (!ctx) {
        return exit_failed;
    }
    int status = run(options, ctx, &report);
    anf_context_unref(ctx);
    return status;
}
