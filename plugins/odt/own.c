/* own.c: is a document the one that its carried inquiry would be written as? */
#include "own.h"

#include "fields.h"
#include "rebuild.h"

#include <stdlib.h>
#include <string.h>

/* A document that we wrote, beside what became of it. */
struct own {
    struct anf_call *call;
    struct anf__odt_package *package;
    const struct anf__odt_member *content; /* as found */
    struct anf_inquiry *carried;
    struct anf__markup_out written; /* content.xml of the carried inquiry */
    struct anf__odt_origins origins;
    struct anf__odt_document was;
    struct anf__odt_document now;
};

static void
clear(struct own *own)
{
    anf_inquiry_unref(own->carried);
    anf__markup_clear(&own->written);
    free(own->origins.items);
    anf__odt_document_clear(&own->was);
    anf__odt_document_clear(&own->now);
}

/* --- what the document carries --- */

/* Damage to it is no reason to refuse a document whose text can be read; a reader that cannot be
 * loaded or has no memory is no damage. */
static int
read_carried(struct own *own)
{
    struct anf__odt_member member = {0};
    int status = anf__odt_package_read(own->package, ANF__ODT_INQUIRY, &member);
    if (status == ANF_OK && member.data)
        status = anf_call_read(own->call, ANF__ODT_INQUIRY, member.data, member.len, "akn",
                               &own->carried);
    anf__odt_member_clear(&member);
    if (status == ANF_OK || status == ANF_ERR_NOMEM || status == ANF_ERR_PLUGIN)
        return status;
    anf_call_report(own->call, ANF_SEVERITY_WARNING, ANF_CODE_ODT_PACKAGE, ANF__ODT_INQUIRY, 0, 0,
                    "the inquiry that the document carries is damaged; the document is read like "
                    "any other");
    return ANF_OK;
}

/* --- is it as it was written? --- */

static int
is_as_written(const struct own *own)
{
    return own->written.length == own->content->len &&
           memcmp(own->written.data, own->content->data, own->content->len) == 0;
}

static int
read_both(struct own *own)
{
    struct anf__odt_member styles = {0};
    int status = anf__odt_shown_read(own->call, own->written.data, own->written.length, NULL, 0,
                                     &own->was);
    if (status == ANF_OK)
        status = anf__odt_package_read(own->package, ANF__ODT_STYLES, &styles);
    if (status == ANF_OK)
        status = anf__odt_shown_read(own->call, own->content->data, own->content->len, styles.data,
                                     styles.len, &own->now);
    anf__odt_member_clear(&styles);
    return status;
}

/* A person may have put the text into another document, where our sections got lost. */
static int
has_our_sections(const struct anf__odt_document *document)
{
    static const char prefix[] = ANF__ODT_SECTION_PREFIX;
    for (size_t i = 0; i < document->count; i++)
        if (document->nodes[i].kind == ANF__ODT_SHOWN_SECTION &&
            strncmp(anf__odt_shown_name(document, &document->nodes[i]), prefix,
                    sizeof prefix - 1) == 0)
            return 1;
    return 0;
}

/* We write none: what is there was put in. */
static void
tell_of_frames(const struct own *own)
{
    if (own->now.frames)
        anf_call_report(own->call, ANF_SEVERITY_WARNING, ANF_CODE_ODT_NOT_TAKEN, ANF__ODT_CONTENT,
                        0, 0, "pictures and text boxes that were put in are left out: %zu",
                        own->now.frames);
}

static int
hand_over(struct own *own, struct anf_inquiry *inquiry, int *ret_own)
{
    *ret_own = 1;
    return anf_call_emit(own->call, inquiry);
}

/* --- what was edited --- */

static int
rebuild(struct own *own, const struct anf__odt_match *match, struct anf_inquiry **ret_inquiry)
{
    struct anf_inquiry *inquiry = NULL;
    struct anf__odt_plan plan = {
        .call = own->call, .carried = own->carried, .origins = &own->origins, .match = match};
    int status = anf__odt_plan_make(&plan);
    if (status == ANF_OK)
        status = anf_call_new_inquiry(own->call, &inquiry);
    if (status == ANF_OK)
        status = anf__odt_take_fields(&plan, inquiry);
    if (status == ANF_OK)
        status = anf__odt_rebuild_content(&plan, inquiry);
    if (status == ANF_OK)
        *ret_inquiry = inquiry;
    else
        anf_inquiry_unref(inquiry);
    anf__odt_plan_clear(&plan);
    return status;
}

static int
read_edited(struct own *own, int *ret_own)
{
    struct anf__odt_match match = {0};
    struct anf_inquiry *inquiry = NULL;
    int status = anf__odt_match(&own->was, &own->now, &match);
    if (status == ANF_OK)
        status = rebuild(own, &match, &inquiry);
    anf__odt_match_clear(&match);
    return status == ANF_OK ? hand_over(own, inquiry, ret_own) : status;
}

static int
compare(struct own *own, int *ret_own)
{
    int status = anf__odt_render(own->call, own->carried, &own->written, &own->origins);
    if (status == ANF_OK && is_as_written(own))
        return hand_over(own, anf_inquiry_ref(own->carried), ret_own);
    if (status == ANF_OK)
        status = read_both(own);
    if (status != ANF_OK)
        return status;
    if (own->was.count != own->origins.count + 1 || /* beside the root */
        (has_our_sections(&own->was) && !has_our_sections(&own->now)))
        return ANF_OK;
    tell_of_frames(own);
    if (own->was.nodes[0].hash == own->now.nodes[0].hash)
        return hand_over(own, anf_inquiry_ref(own->carried), ret_own);
    return read_edited(own, ret_own);
}

int
anf__odt_read_own(struct anf_call *call, struct anf__odt_package *package,
                  const struct anf__odt_member *content, int *ret_own)
{
    struct own own = {.call = call, .package = package, .content = content};
    *ret_own = 0;
    int status = read_carried(&own);
    if (status == ANF_OK && own.carried)
        status = compare(&own, ret_own);
    clear(&own);
    return status;
}
