/* own-notes.c: the texts of footnotes. */
#include "own.h"

#include <string.h>

/* Footnotes come in the order of their marks; an edited text may have lost some. */
static struct anf_node *
find_mark(struct anf__plain_own *own, const char *label, size_t len)
{
    enum { LOST_MOST = 64 };
    for (size_t i = own->marks_done; i < own->mark_count && i < own->marks_done + LOST_MOST; i++) {
        if (own->marks[i].length != len || memcmp(own->marks[i].label, label, len) != 0)
            continue;
        own->marks_done = i + 1;
        return own->marks[i].node;
    }
    return NULL;
}

size_t
anf__plain_read_note(struct anf__plain_own *own, size_t first, size_t end)
{
    const struct anf__plain_slice *line = &own->lines[first];
    size_t marker = anf__plain_note(line->text, line->length);
    if (!marker || (marker < line->length && line->text[marker] != ' '))
        return 0;
    struct anf_node *note = find_mark(own, line->text, marker);
    if (!note) {
        anf__plain_odd(own, line, "nothing refers to this footnote");
        return 0;
    }
    size_t behind = anf__plain_enter(own, first, end, marker);
    anf__plain_read_blocks(own, first, behind, note);
    return behind;
}
