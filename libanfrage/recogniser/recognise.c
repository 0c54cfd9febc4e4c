/* recognise.c: the way of a page, or of one of its records, through the passes, and the verdict. */
#include "context.h"
#include "recogniser/inquiries.h"
#include "recogniser/records.h"
#include "recogniser/stated.h"

#include <stdlib.h>
#include <string.h>

/* Each looks at what the earlier ones left open; docs/recogniser.md walks through them. */
static pass_fn *const passes[] = {
    anf__pass_notes,      anf__pass_aside,     anf__pass_procedure, anf__pass_kind,
    anf__pass_told,       anf__pass_columns,   anf__pass_steps,     anf__pass_labels,
    anf__pass_head,       anf__pass_paper,     anf__pass_received,  anf__pass_statements,
    anf__pass_furniture,  anf__pass_footnotes, anf__pass_record,    anf__pass_sections,
    anf__pass_exchanges,  anf__pass_letter,    anf__pass_signature, anf__pass_answerer,
    anf__pass_contact,    anf__pass_title,     anf__pass_post,      anf__pass_links,
    anf__pass_parliament, anf__pass_country,   anf__pass_one_paper, anf__pass_behind,
    anf__pass_body,
};

/* An entry of a collection has its own short form. */
static pass_fn *const passes_of_entry[] = {
    anf__pass_furniture,
    anf__pass_footnotes,
    anf__pass_entry,
    anf__pass_one_paper,
};

enum {
    PASSES_OF_PAGE = 3, /* the first ones, which look at the page as a whole */
    WEIGHT_COMMON = 25
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
    anf_inquiry_unref(r->inquiry);
}

/* Why the page holds no inquiry; NULL: it holds one. */
static const char *
refusal(const struct recognition *r)
{
    if (!anf__is_told(r, ANF_FIELD_KIND))
        return "no line or heading names a parliamentary inquiry";
    if (!r->askers.count && !anf_inquiry_asker(r->inquiry, 0) &&
        !anf__is_told(r, ANF_FIELD_REFERENCE) && !anf__is_told(r, ANF_FIELD_ANSWER_REFERENCE) &&
        !anf__is_told(r, ANF_FIELD_INQUIRY_NUMBER) && r->body_start == r->lines.count)
        return "it names an inquiry, but neither who asks nor its number nor a question";
    return NULL;
}

static void
set_all_aside(struct recognition *r)
{
    for (size_t i = 0; i < r->lines.count; i++) {
        struct line *line = &r->lines.items[i];
        if (line->state == LINE_ASIDE)
            continue;
        line->state = LINE_ASIDE;
        line->reason = "no-inquiry";
    }
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

/* --- one inquiry --- */

static int
run_passes(struct recognition *r, pass_fn *const *these, size_t count)
{
    int status = ANF_OK;
    for (size_t i = 0; i < count && status == ANF_OK; i++)
        status = these[i](r);
    return status;
}

static int
start(struct recognition *r)
{
    int status = anf__lines_make(r);
    anf__leave_outside(r);
    r->kind_line = UINT32_MAX;
    r->body_start = r->head_end = (uint32_t)r->lines.count;
    return status == ANF_OK ? run_passes(r, passes, PASSES_OF_PAGE) : status;
}

/* Choose, compose, settle; *refused is why there is no inquiry. */
static int
finish(struct recognition *r, int collected, const char **refused)
{
    size_t rest = sizeof passes / sizeof *passes - PASSES_OF_PAGE;
    int status = collected ? run_passes(r, passes_of_entry,
                                        sizeof passes_of_entry / sizeof *passes_of_entry)
                           : run_passes(r, passes + PASSES_OF_PAGE, rest);
    if (status == ANF_OK)
        status = anf__take_stated(r);
    *refused = status == ANF_OK ? refusal(r) : NULL;
    if (status != ANF_OK || *refused)
        return status;
    status = anf__choose(r);
    if (status == ANF_OK)
        status = anf__compose(r);
    if (status == ANF_OK)
        status = anf__settle(r, (uint32_t)r->page->inquiries.count + 1);
    return status == ANF_OK ? keep_inquiry(r) : status;
}

/* --- several --- */

/* What the head of a collection says: its Drucksache, term and day. */
static int
find_common_of_collection(struct recognition *r)
{
    int status = anf__pass_head(r);
    if (status == ANF_OK)
        status = anf__pass_paper(r);
    return status == ANF_OK ? anf__pass_country(r) : status;
}

/* Whose they are, and the day of the post that holds them, is said once. */
static int
find_common(struct recognition *r, const struct starts *starts)
{
    uint32_t first = starts->positions.items[0].block;
    if (starts->collected)
        return find_common_of_collection(r);
    r->kind_line = 0;
    while (r->kind_line < r->lines.count && r->lines.items[r->kind_line].block < first)
        r->kind_line++;
    int status = anf__pass_post(r);
    return status == ANF_OK ? anf__pass_country(r) : status;
}

static void
leave_lines_before(struct recognition *r)
{
    for (size_t i = 0; i < r->lines.count; i++) {
        struct line *line = &r->lines.items[i];
        int before = line->block < r->start.block ||
                     (line->block == r->start.block && line->start < r->start.offset);
        if (!before || line->state != LINE_OPEN)
            continue;
        line->state = LINE_ASIDE;
        line->reason = "before-inquiry";
    }
}

static int
propose_common(struct recognition *r, int collected)
{
    static const struct {
        int field;
        const char *rule;
        int of_collection; /* only there is it said of all */
    } common[] = {
        {ANF_FIELD_PARLIAMENT, "parliament.all", 0},
        {ANF_FIELD_PUBLISHED, "date.all", 0},
        {ANF_FIELD_KIND, "kind.all", 1},
        {ANF_FIELD_REFERENCE, "reference.all", 1},
        {ANF_FIELD_TERM, "term.all", 1},
    };
    int status = ANF_OK;
    for (size_t i = 0; i < sizeof common / sizeof *common && status == ANF_OK; i++) {
        const struct proposal *best = anf__best(r->whole, common[i].field);
        if (best && (collected || !common[i].of_collection))
            status = anf__propose_beside(r, common[i].field, WEIGHT_COMMON, common[i].rule, NULL,
                                         best->value);
    }
    return status;
}

/* A part that turns out to hold none is set aside. */
static int
recognise_part(struct recognition *part, int collected)
{
    const char *refused = NULL;
    part->inquiry = anf_inquiry_new(part->ctx);
    int status = part->inquiry ? start(part) : ANF_ERR_NOMEM;
    if (status == ANF_OK) {
        leave_lines_before(part);
        status = propose_common(part, collected);
    }
    if (status == ANF_OK)
        status = finish(part, collected, &refused);
    if (status == ANF_OK && refused) {
        set_all_aside(part);
        status = anf__settle(part, 0);
    }
    clear(part);
    return status;
}

static int
recognise_parts(struct recognition *r, const struct starts *starts, const char **refused)
{
    size_t before = r->page->inquiries.count;
    int status = find_common(r, starts);
    const struct position *positions = starts->positions.items;
    for (size_t i = 0; i < starts->positions.count && status == ANF_OK; i++) {
        struct recognition part = {.ctx = r->ctx,
                                   .page = r->page,
                                   .source = r->source,
                                   .words = r->words,
                                   .whole = r,
                                   .record = r->record};
        part.start = positions[i];
        part.first = i ? positions[i] : r->first;
        part.end = i + 1 < starts->positions.count ? positions[i + 1] : r->end;
        status = recognise_part(&part, starts->collected);
    }
    if (status == ANF_OK && r->page->inquiries.count == before)
        *refused = "none of the inquiries that it names is there";
    return status;
}

static int
recognise(struct recognition *r, const char **refused)
{
    struct starts starts = {0};
    int single = anf__is_stated(r, ANF_FIELD_TITLE);
    int status = start(r);
    if (status == ANF_OK && !single)
        status = anf__find_entries(r, &starts);
    if (status == ANF_OK && !single && !starts.collected)
        status = anf__find_inquiries(r, &starts);
    if (status == ANF_OK && starts.positions.count > 1) {
        status = recognise_parts(r, &starts, refused);
    } else if (status == ANF_OK) {
        status = finish(r, 0, refused);
        if (status == ANF_OK && *refused) {
            set_all_aside(r);
            status = anf__settle(r, 0);
        }
    }
    free(starts.positions.items);
    return status;
}

int
anf__recognise_record(struct recognition *r, const char **ret_refused)
{
    *ret_refused = NULL;
    r->words = r->ctx->words;
    r->inquiry = anf_inquiry_new(r->ctx);
    int status = r->inquiry ? recognise(r, ret_refused) : ANF_ERR_NOMEM;
    clear(r);
    return status;
}
