/* foreign-many.c: a file of many questions, such as the written answers of one day: each question,
 * with those that share its answer, becomes an inquiry. What stands between two of them goes with
 * the second. */
#include "foreign.h"

#include <stdlib.h>
#include <string.h>

/* --- which questions --- */

/* The first question that stands in a part itself; NULL: none. */
static const struct anf__akn_element *
first_question(const struct anf__akn_element *part)
{
    const struct anf__akn_element *e = part->first;
    while (e && e->meaning != ANF__MEANS_QUESTION)
        e = e->next;
    return e;
}

/* Is it known by a number or heading of its own? */
static int
stands_alone(const struct anf__akn_element *part, const struct anf__akn_element *question)
{
    return anf__akn_is_titled(part) || anf__akn_tree_child(question, "num");
}

struct survey {
    unsigned parts;
    const char *asker; /* of the first */
    int has_askers;    /* that differ */
    int has_others;    /* someone speaks outside of the parts, or a part does not stand alone */
};

static void
survey_part(struct survey *survey, struct anf__akn_element *part,
            const struct anf__akn_element *question)
{
    const char *by = anf__akn_tree_value(question, "by");
    survey->has_others |= !by || part->meaning != ANF__MEANS_PART || !stands_alone(part, question);
    survey->has_askers |= by && survey->asker && strcmp(by, survey->asker) != 0;
    survey->asker = survey->asker ? survey->asker : by;
    ++survey->parts;
    part->is_inquiry = 1;
    for (part = part->parent; part && !part->has_inquiry; part = part->parent)
        part->has_inquiry = 1;
}

int
anf__akn_is_many(struct anf__akn_foreign *f)
{
    struct survey survey = {0};
    struct anf__akn_element *e = f->document;
    while (e && !survey.has_others) {
        const struct anf__akn_element *question = e->has_words ? first_question(e) : NULL;
        if (question)
            survey_part(&survey, e, question);
        survey.has_others |= e->meaning == ANF__MEANS_SPEECH || e->meaning == ANF__MEANS_ANSWER;
        e = question ? anf__akn_tree_pass(e, f->document) : anf__akn_tree_step(e, f->document);
    }
    int is_wanted = anf_call_option_bool(f->at.call, "split", 1);
    return is_wanted && survey.parts > 1 && survey.has_askers && !survey.has_others;
}

/* --- one after the other --- */

struct many {
    struct anf__akn_foreign *f;
    struct anf_inquiry *common; /* fields that all of them have */
    unsigned serial;            /* of the inquiry at hand */
    int is_complete;            /* it has its question */
    unsigned left;              /* questions to come */
};

/* An element around several inquiries, and the node for it in the one at hand. */
struct level {
    struct level *above; /* NULL: the document */
    struct anf__akn_element *element;
    struct anf__akn_flow flow;
    unsigned serial; /* of the inquiry that the flow belongs to */
};

static int
begin_inquiry(struct many *many)
{
    static const int fields[] = {
        ANF_FIELD_KIND,      ANF_FIELD_KIND_LABEL, ANF_FIELD_PARLIAMENT,
        ANF_FIELD_TERM,      ANF_FIELD_ASKED,      ANF_FIELD_ANSWERED,
        ANF_FIELD_PUBLISHED, ANF_FIELD_LANGUAGE,   ANF_FIELD_LINK_SOURCE,
    };
    struct anf__akn_reading *at = &many->f->at;
    int status = anf_call_new_inquiry(at->call, &at->inquiry);
    for (size_t i = 0; i < sizeof fields / sizeof *fields && status == ANF_OK; ++i)
        status = anf_inquiry_set(at->inquiry, fields[i], anf_inquiry_get(many->common, fields[i]));
    ++many->serial;
    many->is_complete = 0;
    return status;
}

/* The inquiry that what comes now belongs to: the last one takes what is left. */
static int
turn_over(struct many *many)
{
    if (!many->is_complete || !many->left)
        return ANF_OK;
    int status = anf__akn_emit(many->f);
    return status == ANF_OK ? begin_inquiry(many) : status;
}

static int
is_title(const struct anf__akn_element *element)
{
    return element->meaning == ANF__MEANS_TITLE || element->meaning == ANF__MEANS_NUMBER;
}

/* Headings around the question stand in every inquiry below them. */
static int
add_chapter(struct many *many, struct level *level)
{
    enum { LEVELS = 3 };
    struct anf__akn_foreign *f = many->f;
    struct anf_node *around = level->flow.node;
    if (!anf__akn_is_titled(level->element) ||
        !anf__akn_fits(f, around, ANF_NODE_SECTION, ANF_ROLE_CHAPTER, LEVELS))
        return ANF_OK;
    int status = anf_node_add_section(around, ANF_ROLE_CHAPTER, &level->flow.node);
    status = anf__akn_failed(&f->at, status);
    if (status == ANF_OK)
        status = anf__akn_take_number(f, level->flow.node, level->element);
    struct anf__akn_element *e = level->element->first;
    for (; e && status == ANF_OK; e = e->next) {
        if (is_title(e))
            status = anf__akn_flow_child(f, &level->flow, e);
    }
    return status;
}

/* The chapters around, in the inquiry at hand, from the outermost. */
static int
open_level(struct many *many, struct level *level)
{
    int status = ANF_OK;
    if (level->serial == many->serial)
        return ANF_OK;
    level->flow = (struct anf__akn_flow){.node = anf_inquiry_root(many->f->at.inquiry)};
    if (level->above) {
        status = open_level(many, level->above);
        level->flow.node = level->above->flow.node;
    }
    level->serial = many->serial;
    return status == ANF_OK ? add_chapter(many, level) : status;
}

static int
take_from_words(struct anf__akn_foreign *f, const struct anf__akn_element *element, int field)
{
    char *words;
    if (!element || !element->has_words)
        return ANF_OK;
    int status = anf__akn_tree_words(element, &words);
    if (status != ANF_OK)
        return status;
    size_t len = strlen(words);
    if (field == ANF_FIELD_INQUIRY_NUMBER && len && words[len - 1] == '.')
        words[len - 1] = '\0';
    status = anf__akn_take(f, field, words);
    free(words);
    return status;
}

/* Its heading is its title; its number, or that of its only question, the inquiry's. */
static int
take_part(struct many *many, struct anf__akn_element *part)
{
    struct anf__akn_foreign *f = many->f;
    const struct anf__akn_element *heading = anf__akn_tree_child(part, "heading");
    const struct anf__akn_element *number = anf__akn_tree_child(part, "num");
    const struct anf__akn_element *question = first_question(part);
    if (!number && !anf__akn_tree_next(question, question->name))
        number = anf__akn_tree_child(question, "num");
    int status = take_from_words(f, heading, ANF_FIELD_TITLE);
    return status == ANF_OK ? take_from_words(f, number, ANF_FIELD_INQUIRY_NUMBER) : status;
}

/* An element outside of the parts that are inquiries, or one of these. */
static int
add_element(struct many *many, struct level *level, struct anf__akn_element *element)
{
    if (!element->has_words && level->serial != many->serial)
        return ANF_OK;
    int status = element->has_words ? turn_over(many) : ANF_OK;
    if (status == ANF_OK)
        status = open_level(many, level);
    if (status == ANF_OK && element->is_inquiry)
        status = take_part(many, element);
    many->is_complete |= element->is_inquiry;
    many->left -= element->is_inquiry;
    return status == ANF_OK ? anf__akn_flow_child(many->f, &level->flow, element) : status;
}

/* Everything in the element of a level. */
static int
add_all(struct many *many, struct level *level)
{
    int status = ANF_OK;
    int is_titled = level->above && anf__akn_is_titled(level->element);
    struct anf__akn_element *e = level->element->first;
    for (; e && status == ANF_OK; e = e->next) {
        struct level inner = {.above = level, .element = e};
        if (is_titled && is_title(e))
            continue;
        status = e->has_inquiry ? add_all(many, &inner) : add_element(many, level, e);
    }
    return status;
}

int
anf__akn_emit_many(struct anf__akn_foreign *f)
{
    struct many many = {.f = f, .common = f->at.inquiry};
    struct level document = {.element = f->document};
    for (struct anf__akn_element *e = f->document; e; e = anf__akn_tree_step(e, f->document))
        many.left += e->is_inquiry;
    f->at.inquiry = NULL;
    int status = begin_inquiry(&many);
    if (status == ANF_OK)
        status = add_all(&many, &document);
    if (status == ANF_OK)
        status = anf__akn_add_notes(f);
    if (status == ANF_OK)
        status = anf__akn_emit(f);
    anf_inquiry_unref(many.common);
    return status;
}
