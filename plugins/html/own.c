/* own.c: reading a page that our writer wrote. As long as it is well-formed XML it is read as that,
 * character by character; parsers of HTML move elements about. */
#include "own.h"

#include "own-fields.h"

#include <stdlib.h>
#include <string.h>

/* --- is it ours? --- */

enum { HEAD_BYTES = 4096 };

static const unsigned char *
find(const unsigned char *data, size_t len, const char *text)
{
    return memmem(data, len, text, strlen(text));
}

/* A meta element with both words, in whichever order its attributes stand. */
int
anf__own_is(const unsigned char *data, size_t len)
{
    const unsigned char *end = data + (len < HEAD_BYTES ? len : HEAD_BYTES);
    const unsigned char *tag = data;
    while ((tag = find(tag, (size_t)(end - tag), "<meta"))) {
        const unsigned char *close = memchr(tag, '>', (size_t)(end - tag));
        if (!close)
            return 0;
        size_t size = (size_t)(close - tag);
        if (find(tag, size, "\"generator\"") && find(tag, size, " anfrage-html/1\""))
            return 1;
        tag = close;
    }
    return 0;
}

/* --- the whole --- */

static int
read_fields(struct anf__own_reader *r)
{
    if (!json_is_object(r->script)) {
        anf_call_report(r->call, ANF_SEVERITY_WARNING, ANF_CODE_HTML_OWN_EDITED, NULL, 0, 0,
                        "the script with the fields is missing or broken; only those are read "
                        "that the page shows");
        return anf__own_fields_read(r->call, r->inquiry, r->shown);
    }
    int status = anf__own_merge(r);
    return status == ANF_OK ? anf__own_fields_read(r->call, r->inquiry, r->script) : status;
}

static int
prepare(struct anf__own_reader *r)
{
    enum { ROOM = 64 };
    r->frames = calloc(ROOM, sizeof *r->frames);
    r->room = ROOM;
    r->shown = json_object();
    if (!r->frames || !r->shown)
        return ANF_ERR_NOMEM;
    return anf_call_new_inquiry(r->call, &r->inquiry);
}

static void
clear(struct anf__own_reader *r)
{
    anf_inquiry_unref(r->inquiry);
    json_decref(r->script);
    json_decref(r->shown);
    free(r->frames);
    free(r->text);
    free(r->value);
    free(r->notes);
    *r = (struct anf__own_reader){.call = r->call};
}

static int
emit(struct anf__own_reader *r, int *ret_is_own)
{
    if (!r->has_content) {
        anf_call_report(r->call, ANF_SEVERITY_WARNING, ANF_CODE_HTML_OWN_EDITED, NULL, 0, 0,
                        "nothing on the page marks the content any more; it is read like any "
                        "other page");
        *ret_is_own = 0;
        return ANF_OK;
    }
    int status = read_fields(r);
    if (status != ANF_OK)
        return status;
    struct anf_inquiry *inquiry = r->inquiry;
    r->inquiry = NULL;
    return anf_call_emit(r->call, inquiry);
}

static int
read_xml(struct anf__own_reader *r, const unsigned char *data, size_t len, int *ret_is_own,
         int *ret_malformed)
{
    int status = prepare(r);
    r->is_xml = 1;
    if (status == ANF_OK)
        status = anf__xml_try(r->call, NULL, data, len, &anf__own_events, r);
    *ret_malformed = status == ANF_ERR_SYNTAX;
    if (status == ANF_OK)
        status = emit(r, ret_is_own);
    clear(r);
    return status;
}

static int
read_html(struct anf__own_reader *r, struct anf_source *source, int *ret_is_own)
{
    const char *text;
    size_t len;
    anf_call_report(r->call, ANF_SEVERITY_WARNING, ANF_CODE_HTML_OWN_EDITED, NULL, 0, 0,
                    "the page was edited and is no longer well-formed; white space may differ");
    int status = anf_source_text(r->call, source, "utf-8", 0, &text, &len);
    if (status == ANF_OK)
        status = prepare(r);
    if (status == ANF_OK)
        status = anf__own_parse_html(r, text, len);
    if (status == ANF_OK)
        status = emit(r, ret_is_own);
    clear(r);
    return status;
}

int
anf__own_read(struct anf_call *call, struct anf_source *source, int *ret_is_own)
{
    const unsigned char *data;
    size_t len;
    struct anf__own_reader reader = {.call = call};
    int malformed = 0;
    int status = anf_source_bytes(call, source, &data, &len);
    if (status == ANF_OK)
        status = read_xml(&reader, data, len, ret_is_own, &malformed);
    return malformed ? read_html(&reader, source, ret_is_own) : status;
}
