/* diff.c: the command that tells in what two inputs differ. */
#include "commands.h"

#include "inputs.h"
#include "session.h"
#include "view-difference.h"

#include <stdlib.h>
#include <unistd.h>

/* The inquiries of one input. */
struct sequence {
    struct anf_inquiry **items;
    size_t count;
    size_t room;
};

struct diff {
    struct difference_view view;
    const struct options *options;
    size_t inquiry; /* the one at hand, from 1; 0: there is only one */
    size_t found;
};

/* --- reading --- */

static int
keep(struct anf_inquiry *inquiry, void *user)
{
    struct sequence *sequence = user;
    if (sequence->count == sequence->room) {
        size_t room = sequence->room > 0 ? sequence->room * 2 : 4;
        struct anf_inquiry **items = realloc(sequence->items, room * sizeof *items);
        if (!items) {
            return ANF_ERR_NOMEM;
        }
        sequence->items = items;
        sequence->room = room;
    }
    sequence->items[sequence->count++] = anf_inquiry_ref(inquiry);
    return ANF_OK;
}

static void
sequence_clear(struct sequence *sequence)
{
    for (size_t i = 0; i < sequence->count; i++) {
        anf_inquiry_unref(sequence->items[i]);
    }
    free(sequence->items);
}

static bool
read_input(struct anf_context *ctx, const char *input, const struct options *options,
           struct report *report, struct sequence *sequence)
{
    struct anf_source *source = input_open(input, options->input_charset);
    size_t errors = report->errors;
    report->input = input;
    int status = ANF_ERR_NOMEM;
    if (source) {
        status = anf_read(ctx, source, options->from, options->format_options, keep, sequence);
    }
    if (status != ANF_OK && report->errors == errors) {
        report_error(report, status == ANF_ERR_NOMEM ? ANF_CODE_OUT_OF_MEMORY : 0, input,
                     "not compared: %s", anf_strerror(status));
    }
    anf_source_unref(source);
    return status == ANF_OK;
}

/* --- comparing --- */

static int
take_difference(const struct anf_difference *difference, void *user)
{
    struct diff *diff = user;
    if (diff->options->ignore_provenance && difference->part == ANF_PART_PROVENANCE) {
        return ANF_OK;
    }
    diff->found++;
    if (!diff->options->quiet) {
        view_difference(&diff->view, diff->inquiry, difference);
    }
    return ANF_OK;
}

/* An anf_difference_fn that finds one difference enough. */
static int
stop_at_difference(const struct anf_difference *difference, void *user)
{
    const bool *ignore_provenance = user;
    bool counts = !*ignore_provenance || difference->part != ANF_PART_PROVENANCE;
    return counts ? ANF_ERR_MODEL : ANF_OK;
}

static bool
is_same(const struct anf_inquiry *a, const struct anf_inquiry *b, const struct options *options)
{
    bool ignore_provenance = options->ignore_provenance;
    return anf_inquiry_compare(a, b, stop_at_difference, &ignore_provenance) >= 0;
}

static void
take_lone(struct diff *diff, size_t index, int kind, const struct anf_inquiry *lone)
{
    diff->found++;
    if (!diff->options->quiet) {
        view_lone_inquiry(&diff->view, index + 1, kind, lone);
    }
}

/* One by one between the first and the last that differ, so that a single inquiry that was put in
 * or taken out is a single difference. false: out of memory. */
static bool
compare_sequences(struct diff *diff, const struct sequence *a, const struct sequence *b)
{
    size_t start = 0;
    size_t a_end = a->count;
    size_t b_end = b->count;
    while (start < a_end && start < b_end &&
           is_same(a->items[start], b->items[start], diff->options)) {
        start++;
    }
    while (start < a_end && start < b_end &&
           is_same(a->items[a_end - 1], b->items[b_end - 1], diff->options)) {
        a_end--;
        b_end--;
    }
    for (size_t i = start; i < a_end || i < b_end; i++) {
        diff->inquiry = a->count > 1 || b->count > 1 ? i + 1 : 0;
        if (i >= b_end) {
            take_lone(diff, i, ANF_DIFFERENCE_REMOVED, a->items[i]);
        } else if (i >= a_end) {
            take_lone(diff, i, ANF_DIFFERENCE_ADDED, b->items[i]);
        } else if (anf_inquiry_compare(a->items[i], b->items[i], take_difference, diff) < 0) {
            return false;
        }
    }
    return true;
}

static int
compare_inputs(const struct options *options, struct report *report, const struct sequence *a,
               const struct sequence *b)
{
    struct diff diff = {
        .view =
            {
                .out = stdout,
                .json = options->json_log,
                .colour = session_colour(options, STDOUT_FILENO),
                .a = options->inputs[0],
                .b = options->inputs[1],
            },
        .options = options,
    };
    if (!compare_sequences(&diff, a, b)) {
        report_error(report, ANF_CODE_OUT_OF_MEMORY, NULL, "out of memory");
        return exit_trouble;
    }
    if (diff.found == 0 && options->verbose && !options->quiet) {
        fputs("the same\n", stdout);
    }
    return diff.found > 0 ? exit_found : exit_done;
}

static int
run(const struct options *options, struct anf_context *ctx, struct report *report)
{
    struct sequence a = {.items = NULL};
    struct sequence b = {.items = NULL};
    int status = exit_trouble;
    if (!session_formats_fit(options, ctx, NULL, report)) {
        return exit_usage;
    }
    bool a_read = read_input(ctx, options->inputs[0], options, report, &a);
    bool b_read = read_input(ctx, options->inputs[1], options, report, &b);
    if (a_read && b_read) {
        status = compare_inputs(options, report, &a, &b);
    }
    sequence_clear(&a);
    sequence_clear(&b);
    return status;
}

int
command_diff(const struct options *options)
{
    struct report report = session_report(options);
    if (options->input_count != 2) {
        usage_error("diff", "takes two inputs, A and B; one of them may be - (standard input)");
        return exit_usage;
    }
    if (!input_once(options->inputs, options->input_count)) {
        usage_error("diff", "standard input (-) can be read only once");
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
