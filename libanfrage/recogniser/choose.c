/* choose.c: of what the rules proposed, the heaviest becomes the field; all of it is evidence. */
#include "recogniser/stated.h"

#include <stdlib.h>
#include <string.h>

int
anf__add_evidence(struct recognition *r, struct anf_evidence evidence, struct extent extent)
{
    evidence.size = sizeof evidence;
    evidence.block = UINT32_MAX;
    if (extent.line == UINT32_MAX)
        return anf_inquiry_add_evidence(r->inquiry, &evidence);
    const struct line *line = &r->lines.items[extent.line];
    const struct anf_block *block = anf__line_block(r, line);
    char *words = strndup(block->text + extent.start, extent.end - extent.start);
    if (!words)
        return ANF_ERR_NOMEM;
    evidence.block = line->block;
    evidence.line = block->line;
    evidence.column = block->column;
    evidence.member = block->member;
    if (!evidence.words)
        evidence.words = words;
    int status = anf_inquiry_add_evidence(r->inquiry, &evidence);
    free(words);
    return status;
}

/* Set the field to its best proposal that the model takes; one that it refuses counts no more. */
static int
choose_field(struct recognition *r, int field)
{
    if (anf__is_stated(r, field))
        return ANF_OK;
    for (;;) {
        const struct proposal *best = anf__best(r, field);
        if (!best || !best->weight)
            return ANF_OK;
        int status = anf_inquiry_set(r->inquiry, field, best->value);
        if (status != ANF_ERR_MODEL && status != ANF_ERR_SYNTAX)
            return status;
        r->proposals.items[best - r->proposals.items].weight = 0;
    }
}

/* "Schriftliche Anfrage Nr. 19/10041" where that is the Drucksache: an inquiry's own number is
 * never one (docs/model.md). */
static void
drop_numbers_of_papers(struct recognition *r)
{
    const struct proposal *papers[] = {anf__best(r, ANF_FIELD_REFERENCE),
                                       anf__best(r, ANF_FIELD_ANSWER_REFERENCE)};
    for (size_t i = 0; i < r->proposals.count; i++) {
        struct proposal *p = &r->proposals.items[i];
        for (size_t k = 0; k < 2 && p->field == ANF_FIELD_INQUIRY_NUMBER; k++) {
            if (papers[k] && strcmp(p->value, papers[k]->value) == 0)
                p->weight = 0;
        }
    }
}

/* Does the field, or its list, hold the value? */
static int
is_chosen(const struct recognition *r, const struct proposal *p, int *ret_chosen)
{
    const char *value = anf_inquiry_get(r->inquiry, p->field);
    *ret_chosen = p->field >= ANF_FIELD_ASKERS && !anf__is_stated(r, p->field);
    if (!value || !p->weight)
        return ANF_OK;
    if (anf__is_stated(r, p->field))
        return anf__says_the_same(value, p->value, ret_chosen);
    *ret_chosen = strcmp(value, p->value) == 0;
    return ANF_OK;
}

static int
add_proposal_evidence(struct recognition *r)
{
    int status = ANF_OK;
    for (size_t i = 0; i < r->proposals.count && status == ANF_OK; i++) {
        struct proposal *p = &r->proposals.items[i];
        status = is_chosen(r, p, &p->chosen);
        struct anf_evidence evidence = {.field = p->field,
                                        .rule = p->rule,
                                        .words = p->beside,
                                        .value = p->value,
                                        .weight = p->weight,
                                        .rejected = !p->chosen};
        if (status == ANF_OK)
            status = anf__add_evidence(r, evidence, p->extent);
    }
    return status;
}

/* --- lists --- */

/* "Digitalisierung, Kommunen; KI", "Hitze * Tod": one subject each. */
static int
add_subjects(struct recognition *r, const char *subjects)
{
    int status = ANF_OK;
    for (const char *at = subjects; *at && status == ANF_OK;) {
        size_t len = strcspn(at, ",;*");
        char *subject = anf__clean(at, len);
        if (!subject)
            return ANF_ERR_NOMEM;
        if (*subject)
            status = anf_inquiry_add_subject(r->inquiry, subject);
        free(subject);
        at += len + (at[len] != '\0');
    }
    return status;
}

/* All lists that a label of the same weight stands before: "Sachgebiete:", "Schlagwörter:". */
static int
choose_subjects(struct recognition *r)
{
    const struct proposal *best = anf__best(r, ANF_FIELD_SUBJECTS);
    int status = ANF_OK;
    if (anf__is_stated(r, ANF_FIELD_SUBJECTS))
        return ANF_OK;
    for (size_t i = 0; best && i < r->proposals.count && status == ANF_OK; i++) {
        const struct proposal *p = &r->proposals.items[i];
        if (p->field == ANF_FIELD_SUBJECTS && p->weight == best->weight)
            status = add_subjects(r, p->value);
    }
    return status;
}

/* --- what follows from the whole --- */

static int
has_part(const struct recognition *r, int part, int role)
{
    for (size_t i = 0; i < r->lines.count; i++) {
        const struct line *line = &r->lines.items[i];
        if (line->state == LINE_BODY && line->part == part && line->role == role)
            return 1;
    }
    return 0;
}

/* What the paper is follows from what it holds (docs/model.md, document). NULL: it does not say. */
static const char *
document_of(const struct recognition *r, const char **ret_rule)
{
    *ret_rule = "document.record";
    if (r->is_record)
        return "vorgang";
    *ret_rule = "document.summary";
    if (has_part(r, PART_SECTION, ANF_ROLE_SUMMARY_QUESTION) ||
        has_part(r, PART_SECTION, ANF_ROLE_SUMMARY_ANSWER))
        return "zusammenfassung";
    *ret_rule = "document.answer";
    if (has_part(r, PART_ANSWER, 0))
        return "antwort";
    *ret_rule = "document.question";
    return has_part(r, PART_QUESTION, 0) ? "anfrage" : NULL;
}

static int
choose_document(struct recognition *r)
{
    const char *rule = NULL;
    if (anf__is_stated(r, ANF_FIELD_DOCUMENT))
        return ANF_OK;
    const char *document = document_of(r, &rule);
    struct anf_evidence evidence = {.field = ANF_FIELD_DOCUMENT, .rule = rule, .value = document};
    int status = anf_inquiry_set(r->inquiry, ANF_FIELD_DOCUMENT, document);
    if (status != ANF_OK || !document)
        return status;
    return anf__add_evidence(r, evidence, (struct extent){.line = UINT32_MAX});
}

static int
choose_page_properties(struct recognition *r)
{
    const char *language = anf_page_property(r->page, ANF_PAGE_LANGUAGE);
    const char *url = anf_page_property(r->page, ANF_PAGE_URL);
    const char *published = anf_page_property(r->page, ANF_PAGE_PUBLISHED);
    int status = ANF_OK;
    if (language)
        status = anf__propose_beside(r, ANF_FIELD_LANGUAGE, 80, "language.page", language,
                                     language);
    /* The words that the page was recognised by are German. */
    if (status == ANF_OK)
        status = anf__propose_beside(r, ANF_FIELD_LANGUAGE, 20, "language.vocabulary", NULL, "de");
    if (status == ANF_OK && url)
        status = anf__propose_beside(r, ANF_FIELD_LINK_SOURCE, 80, "link.page", url, url);
    if (status != ANF_OK || !published || strlen(published) < 10)
        return status;
    char date[11];
    memcpy(date, published, 10);
    date[10] = '\0';
    return anf__propose_beside(r, ANF_FIELD_PUBLISHED, 40, "date.page", published, date);
}

int
anf__choose(struct recognition *r)
{
    int status = choose_page_properties(r);
    drop_numbers_of_papers(r);
    for (int field = ANF_FIELD_KIND; field <= ANF_FIELD_LINK_SOURCE && status == ANF_OK; field++)
        status = choose_field(r, field);
    if (status == ANF_OK)
        status = choose_document(r);
    if (status == ANF_OK)
        status = add_proposal_evidence(r);
    if (status == ANF_OK)
        status = anf__choose_people(r);
    if (status == ANF_OK)
        status = choose_subjects(r);
    return status == ANF_OK ? anf__report_contradictions(r) : status;
}
