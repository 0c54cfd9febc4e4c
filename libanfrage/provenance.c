/* provenance.c: where a recognised inquiry was read from. */
#include "provenance.h"

#include "call.h"
#include "source.h"
#include "text.h"

#include <sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* A file name is bytes, a field a line of text: what the model refuses becomes U+FFFD. */
static int
set_source(struct anf_call *call, struct anf_inquiry *inquiry)
{
    const char *name = anf__source_base_name(call->source);
    struct anf__buffer line = {0};
    int status = ANF_OK;
    for (size_t left = strlen(name); left && status == ANF_OK;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)name,
                                                 (utf8proc_ssize_t)left, &c);
        size_t taken = size > 0 ? (size_t)size : 1;
        int sound = size > 0 && anf__text_check(name, taken, 0) == ANF_OK;
        status = sound ? anf__buffer_add(&line, name, taken)
                       : anf__buffer_add(&line, "\xef\xbf\xbd", 3);
        name += taken;
        left -= taken;
    }
    if (status == ANF_OK)
        status = anf_inquiry_set(inquiry, ANF_FIELD_SOURCE, line.data);
    anf__buffer_clear(&line);
    return status;
}

static int
set_sha256(struct anf_call *call, struct anf_inquiry *inquiry)
{
    if (!call->sha256[0])
        SHA256Data(call->source->data, call->source->length, call->sha256);
    return anf_inquiry_set(inquiry, ANF_FIELD_SHA256, call->sha256);
}

static int
set_media_type(struct anf_call *call, struct anf_inquiry *inquiry)
{
    return anf_inquiry_set(inquiry, ANF_FIELD_MEDIA_TYPE, call->format->info.media_types[0]);
}

static int
set_charset(struct anf_call *call, struct anf_inquiry *inquiry)
{
    return anf_inquiry_set(inquiry, ANF_FIELD_CHARSET, call->charset);
}

static int
set_reader(struct anf_call *call, struct anf_inquiry *inquiry)
{
    char *reader;
    if (asprintf(&reader, "%s %s", call->format->info.plugin, call->format->info.version) < 0)
        return ANF_ERR_NOMEM;
    int status = anf_inquiry_set(inquiry, ANF_FIELD_READER, reader);
    free(reader);
    return status;
}

int
anf__set_provenance(struct anf_call *call, struct anf_inquiry *inquiry)
{
    static int (*const setters[])(struct anf_call * call, struct anf_inquiry * inquiry) = {
        set_source, set_sha256, set_media_type, set_charset, set_reader,
    };
    for (size_t i = 0; i < sizeof setters / sizeof *setters; i++) {
        int status = setters[i](call, inquiry);
        if (status != ANF_OK)
            return status;
    }
    return ANF_OK;
}

int
anf_call_set_provenance(struct anf_call *call, struct anf_inquiry *inquiry)
{
    if (!call || !call->source || !inquiry)
        return ANF_ERR_ARGUMENT;
    return anf__set_provenance(call, inquiry);
}
