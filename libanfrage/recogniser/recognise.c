/* recognise.c: the way of a page through the passes, and the verdict. */
#include "recogniser/recognise.h"

#include "context.h"
#include "diagnostic.h"
#include "recogniser/recognition.h"

#include <stdlib.h>
#include <string.h>

/* Each looks at what the earlier ones left open; docs/recogniser.md walks through them. */
static pass_fn *const passes[] = {
    anf__pass_notes,      anf__pass_aside,      anf__pass_procedure, anf__pass_kind,
    anf__pass_columns,    anf__pass_steps,      anf__pass_paper,     anf__pass_labels,
    anf__pass_statements, anf__pass_furniture,  anf__pass_footnotes, anf__pass_record,
    anf__pass_sections,   anf__pass_exchanges,  anf__pass_answerer,  anf__pass_contact,
    anf__pass_title,      anf__pass_parliament, anf__pass_country,   anf__pass_behind,
    anf__pass_body,
};

static void
free_people(struct person *people, size_t count)
{
    for (size_t i = 0; i < count; i++)
        anf__person_clear(&people[i]);
    free(people);
}

static void
clear(struct recognition *r)
{
    for (size_t i = 0; i < r->proposals.count; i++)
        free(r->proposals.items[i].value);
    free(r->proposals.items);
    free_people(r->askers.items, r->askers.count);
    free_people(r->answerers.items, r->answerers.count);
    free(r->tokens.items);
    free(r->lines.items);
    free(r->hits.items);
    free(r->notes.items);
    free(r->mended.items);
    free(r->ranges.items);
    free(r->place_ends.items);
    anf_inquiry_unref(r->inquiry);
}

/* Why the page holds no inquiry; NULL: it holds one. */
static const char *
refusal(const struct recognition *r)
{
    if (!anf__best(r, ANF_FIELD_KIND))
        return "no line or heading names a parliamentary inquiry";
    if (!r->askers.count && !anf__best(r, ANF_FIELD_REFERENCE) &&
        !anf__best(r, ANF_FIELD_ANSWER_REFERENCE) && !anf__best(r, ANF_FIELD_INQUIRY_NUMBER) &&
        r->body_start == r->lines.count)
        return "it names an inquiry, but neither who asks nor its number nor a question";
    return NULL;
}

static int
refuse(struct recognition *r, const char *reason)
{
    struct anf__place_of_report where = {.source = r->source};
    r->page->refusal = strdup(reason);
    if (!r->page->refusal)
        return ANF_ERR_NOMEM;
    for (size_t i = 0; i < r->lines.count; i++) {
        struct line *line = &r->lines.items[i];
        if (line->state == LINE_ASIDE)
            continue;
        line->state = LINE_ASIDE;
        line->reason = "no-inquiry";
    }
    int status = anf__settle(r, 0);
    if (status != ANF_OK)
        return status;
    anf__report(r->ctx, &where, ANF_SEVERITY_ERROR, ANF_CODE_NO_INQUIRY,
                "no parliamentary inquiry on this page: %s", reason);
    return ANF_ERR_NO_INQUIRY;
}

static int
keep_inquiry(struct recognition *r)
{
    struct anf_inquiry **slot = ANF__ARRAY_PUSH(&r->page->inquiries);
    if (!slot)
        return ANF_ERR_NOMEM;
    *slot = anf_inquiry_ref(r->inquiry);
    return ANF_OK;
}

static int
recognise(struct recognition *r)
{
    int status = anf__lines_make(r);
    r->kind_line = UINT32_MAX;
    r->body_start = r->head_end = (uint32_t)r->lines.count;
    for (size_t i = 0; i < sizeof passes / sizeof *passes && status == ANF_OK; i++)
        status = passes[i](r);
    if (status != ANF_OK)
        return status;
    const char *reason = refusal(r);
    if (reason)
        return refuse(r, reason);
    status = anf__choose(r);
    if (status == ANF_OK)
        status = anf__compose(r);
    if (status == ANF_OK)
        status = anf__settle(r, 1);
    return status == ANF_OK ? keep_inquiry(r) : status;
}

int
anf__recognise(struct anf_context *ctx, struct anf_page *page, const char *source)
{
    struct recognition r = {.ctx = ctx, .page = page, .source = source};
    r.words = ctx->words;
    r.inquiry = anf_inquiry_new(ctx);
    int status = r.inquiry ? recognise(&r) : ANF_ERR_NOMEM;
    clear(&r);
    return status;
}
