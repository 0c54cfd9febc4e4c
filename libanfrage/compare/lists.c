/* lists.c: in which entries do the lists of two inquiries differ? */
#include "compare/comparison.h"

#include "hash.h"
#include "inquiry.h"

#include <anfrage/align.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An entry of a list is some texts, each perhaps absent. */
struct list {
    const char *name;
    int part; /* enum anf_difference_part */
    int field;
    size_t (*count)(const struct anf_inquiry *inquiry);
    /* How many texts the entry has, with those that are absent. */
    size_t (*texts)(const struct anf_inquiry *inquiry, size_t index);
    /* NULL: absent, or past the end. */
    const char *(*text)(const struct anf_inquiry *inquiry, size_t index, size_t text);
    const char *const *names; /* of the texts; NULL: the text is the entry; the last one goes on */
};

enum { NAMED = 3 /* texts of a contact before the lines of its address */ };

static const char *const actor_names[] = {"name", "party", "role", "organization", "group"};
static const char *const contact_names[] = {"name", "email", "organization", "address"};
static const char *const repair_names[] = {"kind", "was", "now"};

static const char *
actor_text(const struct anf_actor *actor, size_t text)
{
    const char *const texts[] = {actor->name, actor->party, actor->role, actor->organization,
                                 actor->group ? "true" : NULL};
    return text < sizeof texts / sizeof *texts ? texts[text] : NULL;
}

static size_t
count_askers(const struct anf_inquiry *inquiry)
{
    return inquiry->askers.count;
}

static size_t
count_answerers(const struct anf_inquiry *inquiry)
{
    return inquiry->answerers.count;
}

static size_t
count_subjects(const struct anf_inquiry *inquiry)
{
    return inquiry->subjects.count;
}

static size_t
count_links(const struct anf_inquiry *inquiry)
{
    return inquiry->links.count;
}

static size_t
count_contacts(const struct anf_inquiry *inquiry)
{
    return inquiry->contacts.count;
}

static size_t
count_repairs(const struct anf_inquiry *inquiry)
{
    return inquiry->repairs.count;
}

static size_t
one_text(const struct anf_inquiry *inquiry, size_t index)
{
    (void)inquiry;
    (void)index;
    return 1;
}

static size_t
actor_texts(const struct anf_inquiry *inquiry, size_t index)
{
    (void)inquiry;
    (void)index;
    return sizeof actor_names / sizeof *actor_names;
}

static size_t
repair_texts(const struct anf_inquiry *inquiry, size_t index)
{
    (void)inquiry;
    (void)index;
    return sizeof repair_names / sizeof *repair_names;
}

static size_t
contact_texts(const struct anf_inquiry *inquiry, size_t index)
{
    const char *const *address = inquiry->contacts.items[index].address;
    size_t lines = 0;
    while (address && address[lines])
        ++lines;
    return NAMED + lines;
}

static const char *
asker_text(const struct anf_inquiry *inquiry, size_t index, size_t text)
{
    return actor_text(&inquiry->askers.items[index], text);
}

static const char *
answerer_text(const struct anf_inquiry *inquiry, size_t index, size_t text)
{
    return actor_text(&inquiry->answerers.items[index], text);
}

static const char *
subject_text(const struct anf_inquiry *inquiry, size_t index, size_t text)
{
    (void)text;
    return inquiry->subjects.items[index];
}

static const char *
link_text(const struct anf_inquiry *inquiry, size_t index, size_t text)
{
    (void)text;
    return inquiry->links.items[index];
}

static const char *
contact_text(const struct anf_inquiry *inquiry, size_t index, size_t text)
{
    const struct anf_contact *contact = &inquiry->contacts.items[index];
    const char *const named[NAMED] = {contact->name, contact->email, contact->organization};
    if (text < NAMED)
        return named[text];
    return text < contact_texts(inquiry, index) ? contact->address[text - NAMED] : NULL;
}

static const char *
repair_text(const struct anf_inquiry *inquiry, size_t index, size_t text)
{
    const struct anf_repair *repair = &inquiry->repairs.items[index];
    const char *const texts[] = {repair->kind, repair->was, repair->now};
    return text < sizeof texts / sizeof *texts ? texts[text] : NULL;
}

static const struct list lists[] = {
    {"askers", ANF_PART_LISTS, ANF_FIELD_ASKERS, count_askers, actor_texts, asker_text,
     actor_names},
    {"answerers", ANF_PART_LISTS, ANF_FIELD_ANSWERERS, count_answerers, actor_texts, answerer_text,
     actor_names},
    {"subjects", ANF_PART_LISTS, ANF_FIELD_SUBJECTS, count_subjects, one_text, subject_text, NULL},
    {"links_other", ANF_PART_LISTS, ANF_FIELD_LINKS_OTHER, count_links, one_text, link_text, NULL},
    {"contacts", ANF_PART_LISTS, ANF_FIELD_CONTACTS, count_contacts, contact_texts, contact_text,
     contact_names},
    {"provenance/repairs", ANF_PART_PROVENANCE, 0, count_repairs, repair_texts, repair_text,
     repair_names},
};

static void
make_item(const struct list *list, const struct anf_inquiry *inquiry, size_t index,
          struct anf_align_item *item)
{
    size_t texts = list->texts(inquiry, index);
    item->hash = ANF__HASH;
    item->whole = 1;
    for (size_t i = 0; i < texts; ++i) {
        const char *text = list->text(inquiry, index, i);
        /* With the zero byte, so that the place of a text counts. */
        item->hash = anf__hash(item->hash, text ? text : "", text ? strlen(text) + 1 : 1);
        if (text)
            anf_sketch_add(&item->sketch, text, strlen(text));
    }
}

/* NULL: out of memory. */
static struct anf_align_item *
make_items(const struct list *list, const struct anf_inquiry *inquiry, size_t count)
{
    struct anf_align_item *items = calloc(count + 1, sizeof *items);
    for (size_t i = 0; items && i < count; ++i)
        make_item(list, inquiry, i, &items[i]);
    return items;
}

/* A group is often called by its party: then one of the two says both. A flag says itself by its
 * name. */
static int
add_text(const struct list *list, size_t index, const char *text, const char *before,
         struct anf__buffer *buffer)
{
    int is_actor = list->names == actor_names;
    if (is_actor && index + 1 == sizeof actor_names / sizeof *actor_names)
        return anf__buffer_add(buffer, " (group)", strlen(" (group)"));
    if (is_actor && before && strcmp(before, text) == 0)
        return ANF_OK;
    int status = buffer->length > 0 ? anf__buffer_add(buffer, ", ", 2) : ANF_OK;
    return status == ANF_OK ? anf__buffer_add(buffer, text, strlen(text)) : status;
}

/* The entry as one text: "Henrike Sandmann, SPD". */
static int
render_entry(const struct list *list, const struct anf_inquiry *inquiry, size_t index,
             struct anf__buffer *buffer)
{
    size_t texts = list->texts(inquiry, index);
    const char *before = NULL;
    buffer->length = 0;
    int status = anf__buffer_add(buffer, "", 0);
    for (size_t i = 0; i < texts && status == ANF_OK; ++i) {
        const char *text = list->text(inquiry, index, i);
        if (text)
            status = add_text(list, i, text, before, buffer);
        before = text ? text : before;
    }
    return status;
}

static int
tell_entry(struct comparison *c, const struct list *list, int kind, size_t index)
{
    char path[64];
    int added = kind == ANF_DIFFERENCE_ADDED;
    int status = render_entry(list, added ? c->b : c->a, index, &c->was);
    if (status != ANF_OK)
        return status;
    snprintf(path, sizeof path, "%s %zu", list->name, index + 1);
    return anf__tell_difference(c, (struct anf_difference){
                                       .kind = kind,
                                       .part = list->part,
                                       .field = list->field,
                                       .path = path,
                                       .was = added ? NULL : c->was.data,
                                       .now = added ? c->was.data : NULL,
                                   });
}

/* "askers 2/party", "contacts 1/address 2", "subjects 3". */
static void
make_path(char *path, size_t size, const struct list *list, size_t index, size_t text)
{
    if (!list->names)
        snprintf(path, size, "%s %zu", list->name, index + 1);
    else if (list->names == contact_names && text >= NAMED)
        snprintf(path, size, "%s %zu/%s %zu", list->name, index + 1, list->names[NAMED],
                 text - NAMED + 1);
    else
        snprintf(path, size, "%s %zu/%s", list->name, index + 1, list->names[text]);
}

/* Two entries that belong together, text by text. */
static int
compare_entries(struct comparison *c, const struct list *list, size_t a, size_t b)
{
    size_t a_texts = list->texts(c->a, a);
    size_t b_texts = list->texts(c->b, b);
    size_t texts = a_texts > b_texts ? a_texts : b_texts;
    int status = ANF_OK;
    for (size_t i = 0; i < texts && status == ANF_OK; ++i) {
        char path[96];
        make_path(path, sizeof path, list, a, i);
        status = anf__compare_values(c, list->part, list->field, path, list->text(c->a, a, i),
                                     list->text(c->b, b, i));
    }
    return status;
}

/* In the order of the lists: what is removed before what is added in its place. */
static int
tell_list(struct comparison *c, const struct list *list, const uint32_t *pairs, size_t a_count,
          size_t b_count)
{
    int status = ANF_OK;
    size_t b = 0;
    for (size_t a = 0; a < a_count && status == ANF_OK; ++a) {
        if (pairs[a] == ANF_ALIGN_NONE) {
            status = tell_entry(c, list, ANF_DIFFERENCE_REMOVED, a);
            continue;
        }
        for (; b < pairs[a] && status == ANF_OK; ++b)
            status = tell_entry(c, list, ANF_DIFFERENCE_ADDED, b);
        if (status == ANF_OK)
            status = compare_entries(c, list, a, b++);
    }
    for (; b < b_count && status == ANF_OK; ++b)
        status = tell_entry(c, list, ANF_DIFFERENCE_ADDED, b);
    return status;
}

static int
compare_list(struct comparison *c, const struct list *list)
{
    size_t a_count = list->count(c->a);
    size_t b_count = list->count(c->b);
    struct anf_align_items a = {make_items(list, c->a, a_count), a_count};
    struct anf_align_items b = {make_items(list, c->b, b_count), b_count};
    uint32_t *pairs = calloc(a_count + 1, sizeof *pairs);
    int status = a.items && b.items && pairs ? anf_align(&a, &b, pairs) : ANF_ERR_NOMEM;
    if (status == ANF_OK)
        status = tell_list(c, list, pairs, a_count, b_count);
    free(a.items);
    free(b.items);
    free(pairs);
    return status;
}

int
anf__compare_lists(struct comparison *c, int part)
{
    int status = ANF_OK;
    for (size_t i = 0; i < sizeof lists / sizeof *lists && status == ANF_OK; ++i) {
        if (lists[i].part == part)
            status = compare_list(c, &lists[i]);
    }
    if (status == ANF_OK && part == ANF_PART_LISTS)
        status = anf__compare_values(
            c, part, ANF_FIELD_MORE_ASKERS, anf_field_name(ANF_FIELD_MORE_ASKERS),
            c->a->more_askers ? "true" : "false", c->b->more_askers ? "true" : "false");
    return status;
}
