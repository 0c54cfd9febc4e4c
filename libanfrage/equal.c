/* equal.c: are two inquiries the same? */
#include "equal.h"

#include "inquiry.h"

#include <string.h>

/* Absent is not the same as anything present; nothing that is present is "". */
static int
same(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static int
same_fields(const struct anf_inquiry *a, const struct anf_inquiry *b)
{
    for (int i = 0; i < ANF__FIELD_COUNT; ++i) {
        if (!same(a->fields[i], b->fields[i]))
            return 0;
    }
    return 1;
}

static int
same_actor(const struct anf_actor *a, const struct anf_actor *b)
{
    return a->group == b->group && same(a->name, b->name) && same(a->party, b->party) &&
           same(a->role, b->role) && same(a->organization, b->organization);
}

static int
same_askers(const struct anf_inquiry *a, const struct anf_inquiry *b)
{
    if (a->askers.count != b->askers.count || a->more_askers != b->more_askers)
        return 0;
    for (size_t i = 0; i < a->askers.count; ++i) {
        if (!same_actor(&a->askers.items[i], &b->askers.items[i]))
            return 0;
    }
    return 1;
}

static int
same_answerers(const struct anf_inquiry *a, const struct anf_inquiry *b)
{
    if (a->answerers.count != b->answerers.count)
        return 0;
    for (size_t i = 0; i < a->answerers.count; ++i) {
        if (!same_actor(&a->answerers.items[i], &b->answerers.items[i]))
            return 0;
    }
    return 1;
}

static int
same_subjects(const struct anf_inquiry *a, const struct anf_inquiry *b)
{
    if (a->subjects.count != b->subjects.count)
        return 0;
    for (size_t i = 0; i < a->subjects.count; ++i) {
        if (!same(a->subjects.items[i], b->subjects.items[i]))
            return 0;
    }
    return 1;
}

static int
same_links(const struct anf_inquiry *a, const struct anf_inquiry *b)
{
    if (a->links.count != b->links.count)
        return 0;
    for (size_t i = 0; i < a->links.count; ++i) {
        if (!same(a->links.items[i], b->links.items[i]))
            return 0;
    }
    return 1;
}

static int
same_address(const char *const *a, const char *const *b)
{
    if (!a || !b)
        return a == b;
    while (*a && *b && strcmp(*a, *b) == 0) {
        ++a;
        ++b;
    }
    return !*a && !*b;
}

static int
same_contacts(const struct anf_inquiry *a, const struct anf_inquiry *b)
{
    if (a->contacts.count != b->contacts.count)
        return 0;
    for (size_t i = 0; i < a->contacts.count; ++i) {
        const struct anf_contact *x = &a->contacts.items[i];
        const struct anf_contact *y = &b->contacts.items[i];
        if (!same(x->name, y->name) || !same(x->email, y->email) ||
            !same(x->organization, y->organization) || !same_address(x->address, y->address))
            return 0;
    }
    return 1;
}

static int
same_repairs(const struct anf_inquiry *a, const struct anf_inquiry *b)
{
    if (a->repairs.count != b->repairs.count)
        return 0;
    for (size_t i = 0; i < a->repairs.count; ++i) {
        const struct anf_repair *x = &a->repairs.items[i];
        const struct anf_repair *y = &b->repairs.items[i];
        if (!same(x->kind, y->kind) || !same(x->was, y->was) || !same(x->now, y->now))
            return 0;
    }
    return 1;
}

/* The order in which attributes were set says nothing. */
static int
same_attributes(const struct anf_node *a, const struct anf_node *b)
{
    size_t balance = 0;
    for (const struct anf__attribute *i = a->has.attributes; i; i = i->next) {
        if (!same(i->value, anf_node_get(b, i->attribute)))
            return 0;
        ++balance;
    }
    for (const struct anf__attribute *i = b->has.attributes; i; i = i->next)
        --balance;
    return balance == 0;
}

static int
same_node(const struct anf_node *a, const struct anf_node *b)
{
    if (a->kind != b->kind || a->role != b->role)
        return 0;
    if (a->kind != ANF_NODE_TEXT)
        return same_attributes(a, b);
    const struct anf__text *x = &a->has.text;
    const struct anf__text *y = &b->has.text;
    return x->length == y->length && memcmp(x->data, y->data, x->length) == 0;
}

/* Both trees in step: from each pair of same nodes on to the first children, else to the next
 * siblings, else up. */
int
anf__same_tree(const struct anf_node *a, const struct anf_node *b)
{
    const struct anf_node *top = a;
    for (;;) {
        if (!same_node(a, b) || !a->first != !b->first)
            return 0;
        if (a->first) {
            a = a->first;
            b = b->first;
            continue;
        }
        while (a != top && !a->next && !b->next) {
            a = a->parent;
            b = b->parent;
        }
        if (a == top)
            return 1;
        if (!a->next || !b->next)
            return 0;
        a = a->next;
        b = b->next;
    }
}

int
anf_inquiry_equal(const struct anf_inquiry *a, const struct anf_inquiry *b)
{
    if (!a || !b)
        return 0;
    return a == b || (same_fields(a, b) && same_askers(a, b) && same_answerers(a, b) &&
                      same_subjects(a, b) && same_links(a, b) && same_contacts(a, b) &&
                      same_repairs(a, b) && anf__same_tree(a->root, b->root));
}
