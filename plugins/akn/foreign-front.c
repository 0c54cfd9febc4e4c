/* foreign-front.c: fields from what stands before the body. Words that are a field's value as they
 * stand are not repeated in the content; all others are kept there. */
#include "foreign.h"
#include "vocabulary.h"

#include <stdlib.h>
#include <string.h>

typedef int word_fn(struct anf__akn_foreign *f, const struct anf__akn_element *element,
                    const char *words);

static int
take_title(struct anf__akn_foreign *f, const struct anf__akn_element *element, const char *words)
{
    (void)element;
    return anf__akn_take(f, ANF_FIELD_TITLE, words);
}

static int
take_number(struct anf__akn_foreign *f, const struct anf__akn_element *element, const char *words)
{
    (void)element;
    return anf__akn_take_reference(f, words);
}

static int
take_status(struct anf__akn_foreign *f, const struct anf__akn_element *element, const char *words)
{
    (void)element;
    return anf__akn_take(f, ANF_FIELD_STATUS, words);
}

static int
take_type(struct anf__akn_foreign *f, const struct anf__akn_element *element, const char *words)
{
    (void)element;
    int status = anf__akn_take(f, ANF_FIELD_KIND, anf__akn_kind_from_words(words));
    return status == ANF_OK ? anf__akn_take(f, ANF_FIELD_KIND_LABEL, words) : status;
}

static int
take_date(struct anf__akn_foreign *f, const struct anf__akn_element *element, const char *words)
{
    (void)words;
    return anf__akn_take_date(f, anf__akn_tree_value(element, "date"),
                              anf__akn_tree_value(element, "refersTo"), ANF_FIELD_PUBLISHED);
}

/* "18", as a value or alone; "18. Wahlperiode" is no number. */
static int
take_term(struct anf__akn_foreign *f, const struct anf__akn_element *element, const char *words)
{
    enum { DIGITS = 3 };
    const char *value = anf__akn_tree_value(element, "value");
    const char *term = value ? value : words;
    size_t len = strspn(term, "0123456789");
    int is_term = len >= 1 && len <= DIGITS && !term[len] && term[0] != '0';
    return anf__akn_take(f, ANF_FIELD_TERM, is_term ? term : NULL);
}

/* Of a debate it is the parliament that has it recorded, not a member who asks. */
static int
take_proponent(struct anf__akn_foreign *f, const struct anf__akn_element *element,
               const char *words)
{
    struct anf_actor asker = {ANF_ACTOR_INIT, .name = words};
    const char *reference = anf__akn_tree_value(element, "refersTo");
    const struct anf__akn_element *who = anf__akn_tree_find(&f->tree, reference);
    if (anf__akn_is_debate(f) || f->tree.has_questions)
        return ANF_OK;
    asker.group = who && strcmp(who->name, "TLCOrganization") == 0;
    return anf__akn_note_value(&f->at, anf_inquiry_add_asker(f->at.inquiry, &asker), "asker");
}

static const struct {
    const char *name;
    word_fn *take;
    int field;     /* in which the words stand then; 0: in another shape, so they are kept, too */
    int is_of_all; /* counts for every inquiry of the document */
} fronts[] = {
    {"docTitle", take_title, ANF_FIELD_TITLE, 0},
    {"docNumber", take_number, ANF_FIELD_REFERENCE, 0},
    {"docType", take_type, ANF_FIELD_KIND_LABEL, 1},
    {"docStatus", take_status, ANF_FIELD_STATUS, 0},
    {"docDate", take_date, 0, 1},
    {"legislature", take_term, ANF_FIELD_TERM, 1},
    {"docProponent", take_proponent, 0, 0},
    {"shortTitle", take_title, ANF_FIELD_TITLE, 0},
};
enum { FRONTS = sizeof fronts / sizeof *fronts };

static int
take_element(struct anf__akn_foreign *f, struct anf__akn_element *element, size_t kind)
{
    char *words;
    if (!element->has_words || (f->is_many && !fronts[kind].is_of_all))
        return ANF_OK;
    int status = anf__akn_tree_words(element, &words);
    if (status != ANF_OK)
        return status;
    f->at.line = element->line;
    f->at.column = element->column;
    status = fronts[kind].take(f, element, words);
    const char *value = fronts[kind].field ? anf_inquiry_get(f->at.inquiry, fronts[kind].field)
                                           : NULL;
    element->is_used = !f->is_many && !element->has_objects && value && strcmp(value, words) == 0;
    free(words);
    return status;
}

/* All elements of one name before those of the next: a title proper comes before a short one. */
static int
take_kind(struct anf__akn_foreign *f, struct anf__akn_element *front, size_t kind)
{
    int status = ANF_OK;
    struct anf__akn_element *e = front;
    for (; e && status == ANF_OK; e = anf__akn_tree_step(e, front)) {
        if (e->name && strcmp(e->name, fronts[kind].name) == 0)
            status = take_element(f, e, kind);
    }
    return status;
}

/* Are there words left that no field has? Elements without any are used up. */
static int
mark_used(struct anf__akn_element *element)
{
    int is_left = element->has_words && !element->first;
    if (element->is_used)
        return 0;
    for (struct anf__akn_element *e = element->first; e; e = e->next)
        is_left |= mark_used(e);
    element->is_used = element->has_words && !is_left;
    return is_left;
}

int
anf__akn_take_front(struct anf__akn_foreign *f)
{
    int status = ANF_OK;
    struct anf__akn_element *front = f->document->first;
    for (; front && status == ANF_OK; front = front->next) {
        if (front->meaning != ANF__MEANS_FRONT)
            continue;
        for (size_t kind = 0; kind < FRONTS && status == ANF_OK; ++kind)
            status = take_kind(f, front, kind);
        mark_used(front);
    }
    return status;
}
