/* convert.c: one reading or writing from end to end. */
#include "bid.h"
#include "call.h"
#include "context.h"
#include "page.h"
#include "provenance.h"
#include "recogniser/recognise.h"
#include "sink.h"
#include "source.h"

/* Reported, whatever failed before the plugin was asked. */
static int
report_nomem(struct anf_context *ctx, const char *place, int status)
{
    struct anf__place_of_report where = {.source = place};
    if (status == ANF_ERR_NOMEM)
        anf__report(ctx, &where, ANF_SEVERITY_ERROR, ANF_CODE_OUT_OF_MEMORY, "%s",
                    anf_strerror(status));
    return status;
}

/* --- the format --- */

static int
report_cannot(struct anf_context *ctx, const char *place, const struct anf__format *format,
              uint32_t code, const char *what)
{
    struct anf__place_of_report where = {.source = place};
    anf__report(ctx, &where, ANF_SEVERITY_ERROR, code, "the format %s cannot be %s",
                format->info.id, what);
    return ANF_ERR_UNSUPPORTED;
}

static int
find_format(struct anf_context *ctx, const char *place, const char *id,
            struct anf__format **ret_format)
{
    *ret_format = anf__registry_find(&ctx->registry, id);
    if (*ret_format)
        return ANF_OK;
    anf__report_no_format(ctx, place, ANF_CODE_UNKNOWN_FORMAT, id);
    return ANF_ERR_UNSUPPORTED;
}

static int
format_to_read(struct anf_context *ctx, const struct anf_source *source, const char *id,
               struct anf__format **ret_format)
{
    int status = id ? find_format(ctx, source->name, id, ret_format)
                    : anf__choose_format(ctx, source->name, source->data, source->length,
                                         ret_format);
    if (status == ANF_OK && !(*ret_format)->info.reads)
        return report_cannot(ctx, source->name, *ret_format, ANF_CODE_FORMAT_CANNOT_READ, "read");
    return status == ANF_OK ? anf__format_load(ctx, *ret_format) : status;
}

static int
format_to_write(struct anf_context *ctx, const struct anf_sink *sink, const char *id,
                struct anf__format **ret_format)
{
    int status = find_format(ctx, sink->name, id, ret_format);
    if (status == ANF_OK && !(*ret_format)->info.writes)
        return report_cannot(ctx, sink->name, *ret_format, ANF_CODE_FORMAT_CANNOT_WRITE, "written");
    return status == ANF_OK ? anf__format_load(ctx, *ret_format) : status;
}

/* --- reading --- */

static int
report_broken(struct anf_call *call, const char *what)
{
    anf_call_report(call, ANF_SEVERITY_ERROR, ANF_CODE_PLUGIN_BROKE_CONTRACT, NULL, 0, 0, "%s",
                    what);
    return ANF_ERR_PLUGIN;
}

static int
report_nothing(struct anf_call *call)
{
    struct anf__place_of_report where = {.source = call->place};
    anf__report(call->ctx, &where, ANF_SEVERITY_ERROR, ANF_CODE_NO_INQUIRY,
                "the input holds no text and no inquiry");
    return ANF_ERR_NO_INQUIRY;
}

/* What the plugin left in the page becomes inquiries. */
static int
recognise(struct anf_call *call)
{
    int status = anf__page_finish(call->page);
    if (status == ANF_OK)
        status = anf__recognise(call->ctx, call->page, call->place);
    struct anf_inquiry *inquiry;
    for (uint32_t i = 0; status == ANF_OK && (inquiry = anf_page_inquiry(call->page, i)); i++)
        status = anf__set_provenance(call, inquiry);
    return status;
}

static int
deliver_all(struct anf_call *call)
{
    int status = ANF_OK;
    struct anf_inquiry *inquiry;
    for (uint32_t i = 0; status == ANF_OK && (inquiry = anf_page_inquiry(call->page, i)); i++)
        status = anf__call_deliver(call, inquiry);
    return status;
}

static int
read_page(struct anf_call *call)
{
    if (!anf_page_block_count(call->page) && !call->page->records.count && !call->page->stated)
        return call->emitted ? ANF_OK : report_nothing(call);
    if (call->emitted)
        return report_broken(call, "the plugin gave both inquiries and a page");
    int status = recognise(call);
    return status == ANF_OK && call->fn ? deliver_all(call) : status;
}

static int
run_read(struct anf_call *call)
{
    call->page = anf__page_new(call->ctx);
    if (!call->page)
        return anf__call_settle(call, ANF_ERR_NOMEM);
    int status = call->format->code.read(call, call->source);
    if (status == ANF_OK && !call->stopped)
        status = read_page(call);
    status = anf__call_settle(call, status);
    if (status == ANF_OK || status == ANF_ERR_NO_INQUIRY)
        anf__call_report_unasked(call);
    return status;
}

/* fn NULL: the page is wanted, and given in ret_page. */
static int
read_source(struct anf_context *ctx, struct anf_source *source, const char *id,
            const char *const *options, anf_inquiry_fn *fn, void *user, struct anf_page **ret_page)
{
    struct anf__format *format;
    int status = anf__source_load(ctx, source);
    if (status == ANF_OK)
        status = format_to_read(ctx, source, id, &format);
    if (status != ANF_OK)
        return report_nomem(ctx, source->name, status);
    struct anf_call call;
    status = anf__call_begin(&call, ctx, format, source->name, options);
    call.source = source;
    call.fn = fn;
    call.user = user;
    if (status == ANF_OK)
        status = run_read(&call);
    else
        report_nomem(ctx, source->name, status);
    /* A page without an inquiry is worth looking at, and says why it was refused. */
    if (!fn && (status == ANF_OK || status == ANF_ERR_NO_INQUIRY)) {
        *ret_page = anf_page_ref(call.page);
        status = ANF_OK;
    }
    anf__call_clear(&call);
    return status;
}

/* The caller's functions may let go of the objects in use. */
static int
read_held(struct anf_context *ctx, struct anf_source *source, const char *id,
          const char *const *options, anf_inquiry_fn *fn, void *user, struct anf_page **ret_page)
{
    anf_context_ref(ctx);
    anf_source_ref(source);
    int status = read_source(ctx, source, id, options, fn, user, ret_page);
    anf_source_unref(source);
    anf_context_unref(ctx);
    return status;
}

int
anf_read(struct anf_context *ctx, struct anf_source *source, const char *format,
         const char *const *options, anf_inquiry_fn *fn, void *user)
{
    if (!ctx || !source || !fn)
        return ANF_ERR_ARGUMENT;
    return read_held(ctx, source, format, options, fn, user, NULL);
}

int
anf_read_page(struct anf_context *ctx, struct anf_source *source, const char *format,
              const char *const *options, struct anf_page **ret_page)
{
    if (!ctx || !source || !ret_page)
        return ANF_ERR_ARGUMENT;
    return read_held(ctx, source, format, options, NULL, NULL, ret_page);
}

/* --- the one inquiry --- */

struct only_one {
    struct anf_context *ctx;
    const char *place;
    struct anf_inquiry *inquiry;
};

static int
keep_only_one(struct anf_inquiry *inquiry, void *user)
{
    struct only_one *one = user;
    if (one->inquiry) {
        struct anf__place_of_report where = {.source = one->place};
        anf__report(one->ctx, &where, ANF_SEVERITY_ERROR, ANF_CODE_SEVERAL_INQUIRIES,
                    "the input holds several inquiries, and one is wanted");
        return ANF_ERR_MODEL;
    }
    one->inquiry = anf_inquiry_ref(inquiry);
    return ANF_OK;
}

int
anf_read_one(struct anf_context *ctx, struct anf_source *source, const char *format,
             const char *const *options, struct anf_inquiry **ret_inquiry)
{
    if (!ctx || !source || !ret_inquiry)
        return ANF_ERR_ARGUMENT;
    struct only_one one = {.ctx = ctx, .place = source->name};
    int status = anf_read(ctx, source, format, options, keep_only_one, &one);
    if (status == ANF_OK)
        *ret_inquiry = one.inquiry;
    else
        anf_inquiry_unref(one.inquiry);
    return status;
}

/* --- writing --- */

static int
report_full(struct anf_context *ctx, const struct anf_sink *sink, const struct anf__format *format)
{
    struct anf__place_of_report where = {.source = sink->name};
    anf__report(ctx, &where, ANF_SEVERITY_ERROR, ANF_CODE_SEVERAL_INQUIRIES,
                "the format %s holds one inquiry, and a second one was to be written",
                format->info.id);
    return ANF_ERR_UNSUPPORTED;
}

/* The sink's own failure says more than the plugin that passes it on. */
static void
report_sink(struct anf_context *ctx, const struct anf_sink *sink)
{
    struct anf__place_of_report where = {.source = sink->name};
    if (sink->failed == ANF_ERR_IO)
        anf__report(ctx, &where, ANF_SEVERITY_ERROR, ANF_CODE_CANNOT_WRITE, "cannot be written: %s",
                    sink->error ? anf__errno_text(sink->error) : anf_strerror(sink->failed));
}

static int
run_write(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink)
{
    size_t before = sink->buffer.length;
    int status = call->format->code.write(call, inquiry, sink);
    if (sink->failed) {
        report_sink(call->ctx, sink);
        status = status == ANF_OK ? sink->failed : status;
    }
    status = anf__call_settle(call, status);
    if (status == ANF_OK) {
        sink->holds_inquiry = 1;
        anf__call_report_unasked(call);
    } else {
        anf__sink_cut(sink, before); /* half an inquiry is none */
    }
    return status;
}

static int
write_inquiry(struct anf_context *ctx, const struct anf_inquiry *inquiry, const char *id,
              const char *const *options, struct anf_sink *sink)
{
    struct anf__place_of_report where = {.source = sink->name};
    struct anf__format *format;
    int status = format_to_write(ctx, sink, id, &format);
    if (status == ANF_OK && sink->holds_inquiry && !format->info.many)
        status = report_full(ctx, sink, format);
    if (status == ANF_OK)
        status = anf__check_content(ctx, &where, inquiry);
    if (status != ANF_OK)
        return report_nomem(ctx, sink->name, status);
    struct anf_call call;
    status = anf__call_begin(&call, ctx, format, sink->name, options);
    if (status == ANF_OK)
        status = run_write(&call, inquiry, sink);
    else
        report_nomem(ctx, sink->name, status);
    anf__call_clear(&call);
    return status;
}

int
anf_write(struct anf_context *ctx, const struct anf_inquiry *inquiry, const char *format,
          const char *const *options, struct anf_sink *sink)
{
    if (!ctx || !inquiry || !format || !sink)
        return ANF_ERR_ARGUMENT;
    anf_context_ref(ctx);
    anf_sink_ref(sink);
    int status = write_inquiry(ctx, inquiry, format, options, sink);
    anf_sink_unref(sink);
    anf_context_unref(ctx);
    return status;
}
