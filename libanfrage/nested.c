/* nested.c: one format within another: a part of a package, read or written by its own plugin. */
#include "call.h"
#include "context.h"
#include "page.h"
#include "source.h"

/* The format of the part, ready to run; NULL in ret_format never. */
static int
find_nested(struct anf_call *call, const char *id, int writes, struct anf__format **ret_format)
{
    struct anf__format *format = anf__registry_find(&call->ctx->registry, id);
    if (!format) {
        anf_call_report(call, ANF_SEVERITY_ERROR, ANF_CODE_UNKNOWN_FORMAT, NULL, 0, 0,
                        "the format %s, which this one needs, is not there", id);
        return ANF_ERR_UNSUPPORTED;
    }
    if (format == call->format || !(writes ? format->info.writes : format->info.reads)) {
        anf_call_report(call, ANF_SEVERITY_ERROR, ANF_CODE_PLUGIN_BROKE_CONTRACT, NULL, 0, 0,
                        "the format %s cannot be used within this one", id);
        return ANF_ERR_PLUGIN;
    }
    int status = anf__format_load(call->ctx, format);
    if (status == ANF_OK)
        *ret_format = format;
    return status;
}

/* --- writing --- */

int
anf_call_write(struct anf_call *call, const char *member, const struct anf_inquiry *inquiry,
               const char *format, const char *const *options, struct anf_sink *sink)
{
    struct anf__format *nested_format;
    if (!call || !inquiry || !format || !sink)
        return ANF_ERR_ARGUMENT;
    int status = find_nested(call, format, 1, &nested_format);
    if (status != ANF_OK)
        return status;
    struct anf_call nested;
    status = anf__call_begin(&nested, call->ctx, nested_format, call->place, options);
    nested.member = member;
    if (status == ANF_OK)
        status = nested_format->code.write(&nested, inquiry, sink);
    status = anf__call_settle(&nested, status);
    anf__call_clear(&nested);
    return status;
}

/* --- reading --- */

struct one_inquiry {
    struct anf_call *call;
    struct anf_inquiry *inquiry;
};

static int
keep_one(struct anf_inquiry *inquiry, void *user)
{
    struct one_inquiry *one = user;
    if (one->inquiry) {
        anf_call_report(one->call, ANF_SEVERITY_ERROR, ANF_CODE_SEVERAL_INQUIRIES, NULL, 0, 0,
                        "holds several inquiries, and one is wanted");
        return ANF_ERR_MODEL;
    }
    one->inquiry = anf_inquiry_ref(inquiry);
    return ANF_OK;
}

static int
check_one(const struct one_inquiry *one)
{
    if (one->inquiry)
        return ANF_OK;
    anf_call_report(one->call, ANF_SEVERITY_ERROR, ANF_CODE_NO_INQUIRY, NULL, 0, 0,
                    "holds no inquiry of the format %s", one->call->format->info.id);
    return ANF_ERR_NO_INQUIRY;
}

/* nested has its source, and no page: a format that would fill one gives no inquiry. */
static int
read_nested(struct anf_call *nested, struct anf_inquiry **ret_inquiry)
{
    struct one_inquiry one = {.call = nested};
    nested->fn = keep_one;
    nested->user = &one;
    int status = anf__source_load(nested->ctx, nested->source);
    if (status == ANF_OK)
        status = nested->format->code.read(nested, nested->source);
    status = anf__call_settle(nested, status);
    if (status == ANF_OK)
        status = check_one(&one);
    if (status == ANF_OK)
        *ret_inquiry = one.inquiry;
    else
        anf_inquiry_unref(one.inquiry);
    return status;
}

/* Begin a call that reads a part of the input. Clear it, and let go of its source, in any case. */
static int
begin_nested(struct anf_call *nested, const struct anf_call *call, struct anf__format *format,
             const char *member, const void *data, size_t len)
{
    int status = anf__call_begin(nested, call->ctx, format, call->place, NULL);
    nested->member = member;
    nested->source = anf_source_new_memory(call->place, data, len);
    if (status == ANF_OK && !nested->source)
        status = ANF_ERR_NOMEM;
    return status;
}

int
anf_call_read(struct anf_call *call, const char *member, const void *data, size_t len,
              const char *format, struct anf_inquiry **ret_inquiry)
{
    struct anf__format *nested_format;
    if (!call || (len && !data) || !format || !ret_inquiry)
        return ANF_ERR_ARGUMENT;
    int status = find_nested(call, format, 0, &nested_format);
    if (status != ANF_OK)
        return status;
    struct anf_call nested;
    status = begin_nested(&nested, call, nested_format, member, data, len);
    if (status == ANF_OK)
        status = read_nested(&nested, ret_inquiry);
    else
        status = anf__call_settle(&nested, status);
    anf_source_unref(nested.source);
    anf__call_clear(&nested);
    return status;
}

/* What the nested format leaves open it does not leave to the one around it. */
static int
fill_page(struct anf_call *nested)
{
    struct anf_page *page = nested->page;
    const char *member = page->member;
    uint32_t floor = page->floor;
    int status = anf__page_keep(page, nested->member, &page->member);
    page->floor = page->depth;
    if (status == ANF_OK)
        status = anf__source_load(nested->ctx, nested->source);
    if (status == ANF_OK)
        status = nested->format->code.read(nested, nested->source);
    while (page->depth > page->floor)
        anf_page_close_place(page);
    int closed = anf_page_close_block(page);
    page->member = member;
    page->floor = floor;
    return status == ANF_OK ? closed : status;
}

int
anf_call_read_page(struct anf_call *call, const char *member, const void *data, size_t len,
                   const char *format)
{
    struct anf__format *nested_format;
    if (!call || !call->page || (len && !data) || !format)
        return ANF_ERR_ARGUMENT;
    if (!len)
        return ANF_OK;
    int status = anf_page_close_block(call->page);
    if (status == ANF_OK)
        status = find_nested(call, format, 0, &nested_format);
    if (status != ANF_OK)
        return status;
    struct anf_call nested;
    status = begin_nested(&nested, call, nested_format, member, data, len);
    nested.page = anf_page_ref(call->page);
    if (status == ANF_OK)
        status = fill_page(&nested);
    status = anf__call_settle(&nested, status);
    anf_source_unref(nested.source);
    anf__call_clear(&nested);
    return status;
}
