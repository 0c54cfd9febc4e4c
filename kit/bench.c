/* bench.c: the plugin, loaded by the library as any program has it. */
#include "bench.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
hear(const struct anf_diagnostic *diagnostic, void *user)
{
    struct heard *heard = user;
    heard->reports++;
    if (diagnostic->severity == ANF_SEVERITY_ERROR) {
        snprintf(heard->error, sizeof heard->error, "%s", diagnostic->message);
    }
    heard->not_a_page |= diagnostic->code == ANF_CODE_NOT_A_PAGE;
    heard->unasked |= diagnostic->code == ANF_CODE_UNKNOWN_OPTION;
    heard->bad_value |= diagnostic->code == ANF_CODE_BAD_OPTION_VALUE;
    if (diagnostic->code == ANF_CODE_PLUGIN_BROKE_CONTRACT) {
        snprintf(heard->broken, sizeof heard->broken, "%s", diagnostic->message);
    }
}

bool
bench_open(struct bench *bench, const struct subject *subject)
{
    *bench = (struct bench){.subject = subject, .ctx = anf_context_new()};
    if (!bench->ctx) {
        return false;
    }
    anf_context_set_diagnostic_fn(bench->ctx, hear, &bench->heard);
    /* The plugin's own folder first: its formats are not to be had from elsewhere. */
    anf_context_load_plugins(bench->ctx, subject->folder);
    anf_context_load_plugins(bench->ctx, subject->plugin_path);
    return bench_format(bench, 0) != NULL;
}

void
bench_close(struct bench *bench)
{
    bench->ctx = anf_context_unref(bench->ctx);
}

const struct anf_format_info *
bench_format(const struct bench *bench, size_t index)
{
    const struct anf_format_info *info;
    for (size_t i = 0; (info = anf_context_format(bench->ctx, i)); i++) {
        if (info->path && strcmp(info->path, bench->subject->path) == 0 && index-- == 0) {
            return info;
        }
    }
    return NULL;
}

const struct anf_plugin *
bench_constant(const struct subject *subject)
{
    char symbol[300];
    void *module = dlopen(subject->path, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    snprintf(symbol, sizeof symbol, "anf_plugin_%s", subject->name);
    return module ? dlsym(module, symbol) : NULL;
}

/* --- bytes --- */

void
bytes_clear(struct bytes *bytes)
{
    anf_free(bytes->data);
    *bytes = (struct bytes){0};
}

bool
bytes_are_same(const struct bytes *a, const struct bytes *b)
{
    return a->length == b->length && memcmp(a->data, b->data, a->length) == 0;
}

/* --- reading --- */

void
outcome_clear(struct outcome *outcome)
{
    for (size_t i = 0; i < sizeof outcome->kept / sizeof *outcome->kept; i++) {
        outcome->kept[i] = anf_inquiry_unref(outcome->kept[i]);
    }
    outcome->page = anf_page_unref(outcome->page);
}

static bool
blocks_are_same(const struct anf_block *a, const struct anf_block *b)
{
    return a->kind == b->kind && a->flags == b->flags && a->level == b->level &&
           a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
}

static bool
pages_are_same(const struct anf_page *a, const struct anf_page *b)
{
    uint32_t count = anf_page_block_count(a);
    bool same = count == anf_page_block_count(b);
    for (uint32_t i = 0; same && i < count; i++) {
        same = blocks_are_same(anf_page_block(a, i), anf_page_block(b, i));
    }
    return same;
}

bool
outcomes_are_same(const struct outcome *a, const struct outcome *b)
{
    bool same = a->status == b->status && a->count == b->count && !a->page == !b->page &&
                pages_are_same(a->page, b->page);
    for (size_t i = 0; same && i < sizeof a->kept / sizeof *a->kept && a->kept[i]; i++) {
        same = anf_inquiry_equal(a->kept[i], b->kept[i]);
    }
    return same;
}

static int
keep(struct anf_inquiry *inquiry, void *user)
{
    struct outcome *outcome = user;
    if (outcome->count < sizeof outcome->kept / sizeof *outcome->kept) {
        outcome->kept[outcome->count] = anf_inquiry_ref(inquiry);
    }
    outcome->count++;
    return ANF_OK;
}

static void
judge(struct bench *bench)
{
    if (bench->heard.broken[0] && !bench->silent) {
        found("return a status of enum anf_status, and report each failure with anf_call_report",
              "%s", bench->heard.broken);
    }
}

/* The page, also where it holds no inquiry. */
static int
read_page(struct bench *bench, const struct anf_format_info *format, struct anf_source *source,
          struct outcome *outcome)
{
    struct anf_inquiry *inquiry;
    int status = anf_read_page(bench->ctx, source, format->id, NULL, &outcome->page);
    for (uint32_t i = 0; status == ANF_OK && (inquiry = anf_page_inquiry(outcome->page, i)); i++) {
        status = keep(inquiry, outcome);
    }
    return status;
}

int
bench_read(struct bench *bench, const struct anf_format_info *format, const struct bytes *input,
           struct outcome *ret_outcome)
{
    *ret_outcome = (struct outcome){.status = ANF_ERR_NOMEM};
    bench->heard = (struct heard){0};
    struct anf_source *source = anf_source_new_memory(input->name, input->data, input->length);
    if (source && bench->model != format) {
        ret_outcome->status = read_page(bench, format, source, ret_outcome);
    }
    if (bench->heard.not_a_page) {
        bench->model = format;
        bench->heard = (struct heard){0};
    }
    if (source && bench->model == format) {
        ret_outcome->status = anf_read(bench->ctx, source, format->id, NULL, keep, ret_outcome);
    }
    anf_source_unref(source);
    bench->inquiries += ret_outcome->count;
    judge(bench);
    return ret_outcome->status;
}

void
bench_read_only(struct bench *bench, const struct anf_format_info *format,
                const struct bytes *input)
{
    struct outcome outcome;
    int status = bench_read(bench, format, input, &outcome);
    (void)status; /* whatever it is, the contract was kept */
    outcome_clear(&outcome);
}

/* --- writing --- */

int
bench_write(struct bench *bench, const struct anf_format_info *format,
            const struct anf_inquiry *inquiry, struct bytes *ret_bytes)
{
    *ret_bytes = (struct bytes){0};
    bench->heard = (struct heard){0};
    snprintf(ret_bytes->name, sizeof ret_bytes->name, "sample.%s",
             format->extensions && format->extensions[0] ? format->extensions[0] : format->id);
    struct anf_sink *sink = anf_sink_new_memory();
    int status = ANF_ERR_NOMEM;
    if (sink) {
        status = anf_write(bench->ctx, inquiry, format->id, NULL, sink);
    }
    if (status == ANF_OK) {
        status = anf_sink_commit(sink, bench->ctx);
    }
    if (status == ANF_OK) {
        ret_bytes->data = (unsigned char *)anf_sink_steal(sink, &ret_bytes->length);
        status = ret_bytes->data ? ANF_OK : ANF_ERR_NOMEM;
    }
    anf_sink_unref(sink);
    judge(bench);
    return status;
}
