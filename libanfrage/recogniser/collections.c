/* collections.c: papers that collect the questions of many members, as the Bundestag prints them
 * for a week or for a Fragestunde: entries that count up, each headed by who asks. */
#include "recogniser/exchanges.h"
#include "recogniser/inquiries.h"

#include <string.h>

enum {
    WEIGHT_KIND = 90,
    NAME_LINES = 3,      /* that the name of a collection may take */
    DEPARTMENT_LINES = 5 /* and that of a department, above its first entry */
};

/* What a line of a collection is, by its first words: a kind, a department; NULL: none. */
static const struct hit *
name_at(const struct recognition *r, uint32_t index)
{
    struct line joined = anf__joined_lines(r, index, NAME_LINES);
    return r->lines.items[index].state == LINE_OPEN ? anf__line_hit(r, &joined, 0, WORD_COLLECTION)
                                                    : NULL;
}

static int
is_department(const struct hit *name)
{
    return strcmp(name->entry->id, "department") == 0;
}

/* The line that names the collection; the number of lines: the page is none. */
static uint32_t
find_name(const struct recognition *r)
{
    for (uint32_t i = 0; i < r->lines.count; i++) {
        const struct hit *name = r->lines.items[i].holds >> WORD_COLLECTION & 1 ? name_at(r, i)
                                                                                : NULL;
        if (name && !is_department(name))
            return i;
    }
    return (uint32_t)r->lines.count;
}

/* The heading of a department right above an entry, else the entry. */
static uint32_t
start_of(const struct recognition *r, uint32_t entry)
{
    for (uint32_t i = entry; i-- > 0 && entry - i <= DEPARTMENT_LINES;) {
        const struct hit *name = name_at(r, i);
        if (name)
            return is_department(name) ? i : entry;
        if (anf__ends_sentence(r, &r->lines.items[i]))
            return entry;
    }
    return entry;
}

/* The number of the entry that begins with a line; 0: none does. */
static int
read_number(struct recognition *r, uint32_t index, uint32_t *ret_number)
{
    struct recognition_mark mark = anf__mark(r);
    uint32_t tokens = 0;
    int status = anf__read_entry_head(r, index, ret_number, &tokens);
    anf__take_back(r, mark);
    if (!tokens)
        *ret_number = 0;
    return status;
}

static int
name_kind(struct recognition *r, uint32_t index)
{
    const struct hit *name = name_at(r, index);
    r->kind_line = index;
    r->head_end = index + 1;
    struct extent extent = anf__extent_of_tokens(r, &r->lines.items[index], 0, 1);
    return anf__propose(r, ANF_FIELD_KIND, WEIGHT_KIND, "kind.collection", extent, name->entry->id,
                        strlen(name->entry->id));
}

int
anf__find_entries(struct recognition *r, struct starts *ret)
{
    uint32_t last = 0;
    uint32_t name = find_name(r);
    int status = ANF_OK;
    for (uint32_t i = name; i < r->lines.count && status == ANF_OK; i++) {
        uint32_t number = 0;
        status = read_number(r, i, &number);
        if (status != ANF_OK || !number || (last && number != last + 1))
            continue;
        const struct line *start = &r->lines.items[start_of(r, i)];
        status = anf__add_start(ret, start->block, start->start);
        last = number;
    }
    ret->collected = ret->positions.count > 1;
    if (!ret->collected)
        ret->positions.count = 0;
    return status == ANF_OK && ret->collected ? name_kind(r, name) : status;
}
