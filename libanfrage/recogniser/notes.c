/* notes.c: footnotes of the page: lines that stand apart and are referred to from others. */
#include "recogniser/compose.h"

/* The note that a line stands in, as its place; 0: none. A note in a note is part of the outer one.
 */
static uint32_t
note_place_of(const struct recognition *r, const struct line *line)
{
    uint32_t index = anf__line_block(r, line)->place;
    const struct anf_place *place = anf_page_place(r->page, index);
    uint32_t note = 0;
    while (place->within & 1u << ANF_PLACE_NOTE) {
        if (place->kind == ANF_PLACE_NOTE)
            note = index;
        index = place->parent;
        place = anf_page_place(r->page, index);
    }
    return note;
}

int
anf__pass_notes(struct recognition *r)
{
    for (uint32_t i = 0; i < r->lines.count; i++) {
        struct line *line = &r->lines.items[i];
        uint32_t place = note_place_of(r, line);
        if (!place)
            continue;
        line->state = LINE_BODY;
        struct note *last = r->notes.count ? &r->notes.items[r->notes.count - 1] : NULL;
        if (last && last->place == place) {
            last->end_line = i + 1;
            continue;
        }
        struct note *note = ANF__ARRAY_PUSH(&r->notes);
        if (!note)
            return ANF_ERR_NOMEM;
        *note = (struct note){place, i, i + 1, 0};
    }
    return ANF_OK;
}

/* Notes are in the order of their places: readers write them down in the order of the source. */
static struct note *
note_at(const struct recognition *r, uint32_t place)
{
    size_t low = 0;
    size_t high = r->notes.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (r->notes.items[middle].place < place)
            low = middle + 1;
        else
            high = middle;
    }
    return low < r->notes.count && r->notes.items[low].place == place ? &r->notes.items[low] : NULL;
}

/* The notes that one block refers to, from body lines and outside of links. Spans and lines are
 * both in the order of the text. */
static void
find_in_block(struct recognition *r, size_t first_line)
{
    size_t line = first_line;
    size_t link_end = 0;
    uint32_t block = r->lines.items[line].block;
    const struct anf_span *span = NULL;
    for (uint32_t k = 0; (span = anf_page_span(r->page, block, k)); k++) {
        if (span->kind == ANF_SPAN_LINK && span->end > link_end)
            link_end = span->end;
        struct note *note = span->kind == ANF_SPAN_NOTE ? note_at(r, span->place) : NULL;
        if (!note)
            continue;
        while (r->lines.items[line].end < span->start)
            line++;
        const struct line *here = &r->lines.items[line];
        if (here->state == LINE_BODY && span->start >= here->text_start && span->start >= link_end)
            note->referred = 1;
    }
}

void
anf__notes_find_references(struct recognition *r)
{
    for (size_t i = 0; r->notes.count && i < r->lines.count; i++) {
        const struct line *line = &r->lines.items[i];
        if ((i == 0 || line[-1].block != line->block) && !note_place_of(r, line))
            find_in_block(r, i);
    }
}

int
anf__is_in_note(const struct recognition *r, const struct line *line)
{
    uint32_t place = note_place_of(r, line);
    const struct note *note = place ? note_at(r, place) : NULL;
    return note && note->referred;
}

int
anf__add_note(struct recognition *r, struct anf_node *parent, const struct anf_span *span)
{
    const struct note *note = note_at(r, span->place);
    if (!note || !note->referred || !anf_node_allows(parent, ANF_NODE_FOOTNOTE, ANF_ROLE_NONE))
        return ANF_OK;
    struct anf_node *node = NULL;
    int status = anf_node_add(parent, ANF_NODE_FOOTNOTE, &node);
    if (status == ANF_OK && span->target)
        status = anf_node_set(node, ANF_ATTRIBUTE_MARKER, span->target);
    if (status != ANF_OK)
        return status;
    return anf__compose_lines(r, node, note->place, note->first_line, note->end_line);
}
