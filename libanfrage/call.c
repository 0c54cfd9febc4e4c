/* call.c: what a plugin may ask and do while it reads or writes. */
#include "call.h"

#include "context.h"
#include "page.h"
#include "source.h"

#include <stdlib.h>

int
anf__call_begin(struct anf_call *call, struct anf_context *ctx, const struct anf__format *format,
                const char *place, const char *const *options)
{
    *call = (struct anf_call){.ctx = ctx, .format = format, .place = place, .errors = ctx->errors};
    for (size_t i = 0; options && options[i]; i++) {
        struct anf__option *option = ANF__ARRAY_PUSH(&call->options);
        if (!option)
            return ANF_ERR_NOMEM;
        option->text = options[i];
    }
    return ANF_OK;
}

void
anf__call_clear(struct anf_call *call)
{
    for (size_t i = 0; i < call->texts.count; i++)
        anf__buffer_clear(&call->texts.items[i]);
    free(call->texts.items);
    free(call->options.items);
    anf_page_unref(call->page);
}

uint64_t
anf_call_limit(const struct anf_call *call, int limit)
{
    return call ? anf_context_limit(call->ctx, limit) : 0;
}

const char *
anf_call_phrase(const struct anf_call *call, const char *class_name, const char *id)
{
    return call ? anf_context_phrase(call->ctx, class_name, id) : NULL;
}

const char *
anf_call_meaning(const struct anf_call *call, const char *class_name, const char *phrase)
{
    return call ? anf_context_meaning(call->ctx, class_name, phrase) : NULL;
}

void
anf_call_report(struct anf_call *call, int severity, uint32_t code, const char *member,
                uint32_t line, uint32_t column, const char *fmt, ...)
{
    if (!call || !fmt)
        return;
    if (severity < ANF_SEVERITY_NOTE || severity > ANF_SEVERITY_ERROR)
        severity = ANF_SEVERITY_ERROR;
    struct anf__place_of_report where = {
        .source = call->place,
        .member = member ? member : call->member,
        .plugin = call->format->info.plugin,
        .line = line,
        .column = column,
    };
    va_list args;
    va_start(args, fmt);
    anf__report_list(call->ctx, &where, severity, code, fmt, args);
    va_end(args);
}

/* --- the bytes --- */

int
anf_source_bytes(struct anf_call *call, struct anf_source *source, const unsigned char **ret_data,
                 size_t *ret_len)
{
    if (!call || !source || source != call->source || !ret_data || !ret_len)
        return ANF_ERR_ARGUMENT;
    *ret_data = source->data;
    *ret_len = source->length;
    return ANF_OK;
}

/* --- inquiries --- */

struct anf_page *
anf_call_page(struct anf_call *call)
{
    return call ? call->page : NULL;
}

int
anf_call_new_inquiry(struct anf_call *call, struct anf_inquiry **ret_inquiry)
{
    if (!call || !call->source || !ret_inquiry)
        return ANF_ERR_ARGUMENT;
    struct anf_inquiry *inquiry = anf_inquiry_new(call->ctx);
    if (!inquiry)
        return ANF_ERR_NOMEM;
    *ret_inquiry = inquiry;
    return ANF_OK;
}

int
anf__check_content(struct anf_context *ctx, const struct anf__place_of_report *where,
                   const struct anf_inquiry *inquiry)
{
    const struct anf_node *node = NULL;
    int status = anf_inquiry_check(inquiry, &node);
    if (status == ANF_ERR_MODEL) {
        const char *kind = node ? anf_node_kind_name(anf_node_kind(node)) : NULL;
        anf__report(ctx, where, ANF_SEVERITY_ERROR, ANF_CODE_INCOMPLETE_CONTENT,
                    "the inquiry is incomplete: a %s lacks what it must hold",
                    kind ? kind : "node");
    }
    return status;
}

int
anf__call_deliver(struct anf_call *call, struct anf_inquiry *inquiry)
{
    struct anf__place_of_report where = {
        .source = call->place, .member = call->member, .plugin = call->format->info.plugin};
    int status = anf__check_content(call->ctx, &where, inquiry);
    if (status == ANF_OK)
        status = call->fn(inquiry, call->user);
    if (status >= 0)
        return ANF_OK;
    call->stopped = status;
    return status;
}

/* Whoever wants the page of a structured format is told so at its first inquiry. */
static int
refuse_page(struct anf_call *call)
{
    struct anf__place_of_report where = {.source = call->place};
    anf__report(call->ctx, &where, ANF_SEVERITY_ERROR, ANF_CODE_NOT_A_PAGE,
                "the format %s holds inquiries themselves, not a page", call->format->info.id);
    call->stopped = ANF_ERR_UNSUPPORTED;
    return call->stopped;
}

int
anf_call_emit(struct anf_call *call, struct anf_inquiry *inquiry)
{
    int status = ANF_ERR_ARGUMENT;
    if (call && call->source && inquiry) {
        ++call->emitted;
        if (call->stopped)
            status = call->stopped;
        else if (call->fn)
            status = anf__call_deliver(call, inquiry);
        else
            status = refuse_page(call);
    }
    anf_inquiry_unref(inquiry);
    return status;
}

/* --- the end of a call --- */

/* Words for a failure that nobody reported. */
static void
report_failure(struct anf_call *call, const struct anf__place_of_report *where, int status)
{
    struct anf_context *ctx = call->ctx;
    int limit = call->page ? call->page->limit : 0;
    if (status == ANF_ERR_NOMEM)
        anf__report(ctx, where, ANF_SEVERITY_ERROR, ANF_CODE_OUT_OF_MEMORY, "%s",
                    anf_strerror(status));
    else if (status == ANF_ERR_LIMIT && limit)
        anf__report(ctx, where, ANF_SEVERITY_ERROR,
                    limit == ANF_LIMIT_DEPTH ? ANF_CODE_TOO_DEEP : ANF_CODE_TOO_MANY_NODES,
                    "the page holds more than the limit %s", anf_limit_name(limit));
    else if (status == ANF_ERR_LIMIT)
        anf__report(ctx, where, ANF_SEVERITY_ERROR, ANF_CODE_TOO_MANY_NODES, "%s",
                    anf_strerror(status));
    else
        anf__report(ctx, where, ANF_SEVERITY_ERROR, ANF_CODE_PLUGIN_BROKE_CONTRACT,
                    "the plugin failed without a report: %s", anf_strerror(status));
}

int
anf__call_settle(struct anf_call *call, int status)
{
    struct anf_context *ctx = call->ctx;
    struct anf__place_of_report where = {
        .source = call->place, .member = call->member, .plugin = call->format->info.plugin};
    if (call->stopped)
        return call->stopped;
    if (status == ANF_OK)
        return ANF_OK;
    if (status > ANF_OK || status < ANF_ERR_NO_INQUIRY) {
        anf__report(ctx, &where, ANF_SEVERITY_ERROR, ANF_CODE_PLUGIN_BROKE_CONTRACT,
                    "the plugin returned %d, which is no status", status);
        return ANF_ERR_PLUGIN;
    }
    int said = ctx->errors != call->errors;
    if (said && (status != ANF_ERR_NOMEM || ctx->last_error == ANF_CODE_OUT_OF_MEMORY))
        return status;
    report_failure(call, &where, status);
    return status;
}
