/* page-state.c: what a reader states of the inquiries on a page, beside its text. */
#include "inquiry.h"
#include "page.h"
#include "recogniser/stated.h"
#include "text.h"

#include <anfrage/plugin.h>

#include <stdlib.h>
#include <string.h>

enum { WEIGHT_STATED = 100 };

struct anf_inquiry *
anf__page_statement(const struct anf_page *page, uint32_t place)
{
    const struct anf__record *records = page->records.items;
    size_t from = 0;
    size_t to = page->records.count;
    while (place && from < to) {
        size_t middle = from + (to - from) / 2;
        if (records[middle].place == place)
            return records[middle].stated;
        if (records[middle].place < place)
            from = middle + 1;
        else
            to = middle;
    }
    return place ? NULL : page->stated;
}

/* Where the statement at hand belongs: to the record that is open, which is the last, or to all. */
static struct anf_inquiry **
slot_here(struct anf_page *page)
{
    int in_record = page->places.items[page->place].within >> ANF_PLACE_RECORD & 1;
    return in_record ? &page->records.items[page->records.count - 1].stated : &page->stated;
}

/* The statement that is added to; NULL: out of memory. */
static struct anf_inquiry *
statement_here(struct anf_page *page)
{
    struct anf_inquiry **slot = slot_here(page);
    if (!*slot)
        *slot = anf_inquiry_new(page->ctx);
    return *slot;
}

static int
add_evidence(struct anf_inquiry *inquiry, int field, const char *value, const char *member,
             int rejected)
{
    struct anf_evidence evidence = {
        ANF_EVIDENCE_INIT,       .field = field,           .rejected = (uint32_t)rejected,
        .block = UINT32_MAX,     .rule = ANF__RULE_STATED, .value = value,
        .weight = WEIGHT_STATED, .member = member,
    };
    return anf_inquiry_add_evidence(inquiry, &evidence);
}

static int
has_one_value(int field)
{
    return (field >= ANF_FIELD_KIND && field <= ANF_FIELD_LINK_SOURCE) ||
           field == ANF_FIELD_RETRIEVED;
}

static int
state_value(struct anf_inquiry *inquiry, int field, const char *value, const char *member)
{
    const char *first = anf_inquiry_get(inquiry, field);
    int other = first && strcmp(first, value) != 0;
    int status = first ? ANF_OK : anf_inquiry_set(inquiry, field, value);
    return status == ANF_OK ? add_evidence(inquiry, field, value, member, other) : status;
}

static int
state_clean(struct anf_inquiry *inquiry, int field, const char *value, const char *member)
{
    int status = ANF_OK;
    if (has_one_value(field))
        return state_value(inquiry, field, value, member);
    if (field == ANF_FIELD_SUBJECTS)
        status = anf_inquiry_add_subject(inquiry, value);
    else if (field == ANF_FIELD_LINKS_OTHER)
        status = anf_inquiry_add_link(inquiry, value);
    else
        anf_inquiry_set_more_askers(inquiry, 1);
    return status == ANF_OK ? add_evidence(inquiry, field, value, member, 0) : status;
}

int
anf_page_state(struct anf_page *page, int field, const char *value, const char *member)
{
    int statable = has_one_value(field) || field == ANF_FIELD_SUBJECTS ||
                   field == ANF_FIELD_LINKS_OTHER || field == ANF_FIELD_MORE_ASKERS;
    if (!page || !statable)
        return ANF_ERR_ARGUMENT;
    if (!value || !*value)
        return ANF_OK;
    if (member && anf__line_check(member) != ANF_OK)
        return ANF_ERR_SYNTAX;
    char *clean = anf__clean(value, strlen(value));
    struct anf_inquiry *inquiry = clean ? statement_here(page) : NULL;
    int status = ANF_OK;
    if (!inquiry)
        status = ANF_ERR_NOMEM;
    else if (*clean)
        status = state_clean(inquiry, field, clean, member);
    free(clean);
    return status;
}

static const struct anf_actor *
last_actor(const struct anf_inquiry *inquiry, int field)
{
    return field == ANF_FIELD_ASKERS ? &inquiry->askers.items[inquiry->askers.count - 1]
                                     : &inquiry->answerers.items[inquiry->answerers.count - 1];
}

int
anf_page_state_actor(struct anf_page *page, int field, const struct anf_actor *actor,
                     const char *member)
{
    if (!page || !actor || (field != ANF_FIELD_ASKERS && field != ANF_FIELD_ANSWERERS))
        return ANF_ERR_ARGUMENT;
    if (member && anf__line_check(member) != ANF_OK)
        return ANF_ERR_SYNTAX;
    struct anf_inquiry *inquiry = statement_here(page);
    if (!inquiry)
        return ANF_ERR_NOMEM;
    int status = field == ANF_FIELD_ASKERS ? anf_inquiry_add_asker(inquiry, actor)
                                           : anf_inquiry_add_answerer(inquiry, actor);
    if (status != ANF_OK)
        return status;
    const char *label = anf__actor_label(last_actor(inquiry, field));
    return add_evidence(inquiry, field, label, member, 0);
}
