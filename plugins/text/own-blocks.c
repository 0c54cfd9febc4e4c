/* own-blocks.c: blocks. A block ends with a blank line; what stands in a list, a quotation or a
 * footnote is indented or marked, and is read once that was taken off. */
#include "own.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- nodes --- */

struct anf_node *
anf__plain_add_node(struct anf__plain_own *own, struct anf_node *parent, int kind)
{
    struct anf_node *node = NULL;
    if (own->status == ANF_OK)
        anf__plain_keep(own, anf_node_add(parent, kind, &node));
    return node;
}

void
anf__plain_set(struct anf__plain_own *own, struct anf_node *node, int attribute, const char *text,
               size_t len)
{
    char *value = strndup(text ? text : "", len);
    anf__plain_keep(own, value ? anf_node_set(node, attribute, value) : ANF_ERR_NOMEM);
    free(value);
}

/* --- what stands inside --- */

static void
take_off(struct anf__plain_slice *line, size_t bytes)
{
    line->text += bytes;
    line->length -= bytes;
}

static size_t
indentation(const struct anf__plain_slice *line)
{
    size_t count = 0;
    while (count < line->length && line->text[count] == ' ')
        count++;
    return count;
}

/* Blank lines at the end stay outside. */
size_t
anf__plain_unindent(struct anf__plain_own *own, size_t first, size_t end, size_t columns)
{
    size_t behind = first;
    for (size_t at = first; at < end; at++) {
        struct anf__plain_slice *line = &own->lines[at];
        if (!line->length)
            continue;
        if (indentation(line) < columns)
            break;
        take_off(line, columns);
        behind = at + 1;
    }
    return behind;
}

size_t
anf__plain_enter(struct anf__plain_own *own, size_t first, size_t end, size_t marker)
{
    struct anf__plain_slice *line = &own->lines[first];
    size_t columns = anf__plain_hang_width(anf__plain_width(line->text, marker));
    take_off(line, marker);
    if (line->length)
        take_off(line, 1); /* the space behind it */
    return anf__plain_unindent(own, first + 1, end, columns);
}

/* --- quotations, preformatted text --- */

static int
is_marked(const struct anf__plain_slice *line, char mark)
{
    return line->length && *line->text == mark && (line->length == 1 || line->text[1] == ' ');
}

static size_t
unmark(struct anf__plain_own *own, size_t first, size_t end, char mark)
{
    size_t at = first;
    for (; at < end && is_marked(&own->lines[at], mark); at++)
        take_off(&own->lines[at], own->lines[at].length > 1 ? 2 : 1);
    return at;
}

static size_t
read_quote(struct anf__plain_own *own, size_t first, size_t end, struct anf_node *parent)
{
    size_t behind = unmark(own, first, end, '>');
    struct anf_node *quote = anf__plain_add_node(own, parent, ANF_NODE_QUOTE);
    if (quote)
        anf__plain_read_blocks(own, first, behind, quote);
    return behind;
}

static size_t
read_preformatted(struct anf__plain_own *own, size_t first, size_t end, struct anf_node *parent)
{
    size_t behind = unmark(own, first, end, '|');
    struct anf_node *node = anf__plain_add_node(own, parent, ANF_NODE_PREFORMATTED);
    own->scratch.length = 0;
    for (size_t i = first; i < behind; i++) {
        const struct anf__plain_slice *line = &own->lines[i];
        size_t len = line->length;
        if (len >= ANF__PLAIN_GUARD_SIZE &&
            anf__plain_is_guard(line->text + len - ANF__PLAIN_GUARD_SIZE, ANF__PLAIN_GUARD_SIZE))
            len -= ANF__PLAIN_GUARD_SIZE;
        anf__plain_puts(&own->scratch, i > first ? "\n" : "");
        anf__plain_add(&own->scratch, line->text, len);
    }
    if (own->scratch.failed)
        anf__plain_keep(own, ANF_ERR_NOMEM);
    if (node && own->status == ANF_OK)
        anf__plain_read_inlines(own, node, own->scratch.data, own->scratch.length);
    return behind;
}

/* --- lists --- */

struct marker {
    size_t length;      /* of all, without the space behind it */
    const char *number; /* as printed; NULL: none */
    size_t number_length;
    int ordered;
    int unusual; /* "[…]": brackets have a "[" before them */
};

static size_t
brackets(const char *text, size_t len)
{
    for (size_t at = 1; at < len; at++) {
        if (text[at] == ']')
            return at + 1;
        at += text[at] == '[';
    }
    return 0;
}

/* "-", "-[a)]", "2.", "b)", "[§ 3]"; index: of the item in its list, from 1. */
static int
find_marker(const struct anf__plain_slice *line, size_t indent, uint32_t index,
            struct marker *ret_marker)
{
    char counted[16];
    const char *text = line->text + indent;
    size_t len = line->length - indent;
    struct marker marker = {.ordered = !anf__plain_begins(text, len, "-")};
    size_t dash = !marker.ordered;
    size_t length = anf__plain_begins(text + dash, len - dash, "[")
                        ? brackets(text + dash, len - dash)
                        : 0;
    if (length) {
        marker.unusual = 1;
        marker.number = text + dash + 1;
        marker.number_length = length - 2;
    } else if (marker.ordered) {
        const char *end = memmem(text, len, ANF__PLAIN_GUARD, ANF__PLAIN_GUARD_SIZE);
        size_t guarded = end ? anf__plain_item_number(text, (size_t)(end - text)) : 0;
        guarded = text + guarded == end ? guarded : 0;
        length = guarded ? guarded : anf__plain_item_number(text, len);
        snprintf(counted, sizeof counted, "%" PRIu32 ".", index);
        int is_counted = length == strlen(counted) && memcmp(text, counted, length) == 0;
        if (!is_counted || length == guarded)
            marker.number = text;
        marker.number_length = length;
        length += length && length == guarded ? ANF__PLAIN_GUARD_SIZE : 0;
    }
    marker.length = dash + length;
    *ret_marker = marker;
    return marker.length && (marker.length == len || text[marker.length] == ' ');
}

static void
set_number(struct anf__plain_own *own, struct anf_node *item, const struct marker *marker)
{
    own->scratch.length = 0;
    for (size_t i = 0; i < marker->number_length; i++) {
        i += marker->unusual && marker->number[i] == '[';
        anf__plain_add(&own->scratch, marker->number + i, 1);
    }
    if (own->scratch.failed)
        anf__plain_keep(own, ANF_ERR_NOMEM);
    else
        anf__plain_set(own, item, ANF_ATTRIBUTE_NUMBER, own->scratch.data, own->scratch.length);
}

/* Items of one indentation and one kind. 0: no list begins here. */
static size_t
read_list(struct anf__plain_own *own, size_t first, size_t end, struct anf_node *parent)
{
    struct marker marker;
    struct anf_node *list = NULL;
    size_t indent = indentation(&own->lines[first]), at = first;
    uint32_t index = 0;
    int ordered = 0;
    while (at < end && own->status == ANF_OK) {
        size_t next = at;
        while (next < end && !own->lines[next].length)
            next++;
        if (next == end || indentation(&own->lines[next]) != indent ||
            !find_marker(&own->lines[next], indent, index + 1, &marker) ||
            (list && marker.ordered != ordered))
            break;
        if (!list && !(list = anf__plain_add_node(own, parent, ANF_NODE_LIST)))
            break;
        if (!index++ && marker.ordered)
            anf__plain_set(own, list, ANF_ATTRIBUTE_ORDERED, "true", 4);
        ordered = marker.ordered;
        struct anf_node *item = anf__plain_add_node(own, list, ANF_NODE_ITEM);
        if (item && marker.number)
            set_number(own, item, &marker);
        size_t columns = indent + anf__plain_hang_width(anf__plain_width(
                                      own->lines[next].text + indent, marker.length));
        take_off(&own->lines[next], indent + marker.length);
        if (own->lines[next].length)
            take_off(&own->lines[next], 1); /* the space behind it */
        at = anf__plain_unindent(own, next + 1, end, columns);
        if (item)
            anf__plain_read_blocks(own, next, at, item);
    }
    return list ? at : first;
}

/* --- runs of lines --- */

struct anf__plain_measure
anf__plain_measure_run(const struct anf__plain_own *own, size_t first, size_t end)
{
    struct anf__plain_measure measure = {.kind = ANF__PLAIN_RUN_PARAGRAPH};
    for (size_t at = first; at < end; at++) {
        const struct anf__plain_slice *line = &own->lines[at];
        if (!line->length || *line->text == ' ')
            break;
        if (at > first && anf__plain_is_rule(line->text, line->length, '-'))
            measure.kind = ANF__PLAIN_RUN_HEADING;
        else if (anf__plain_is_border(line->text, line->length, '='))
            measure.kind = ANF__PLAIN_RUN_TABLE;
        else if (line->length == 4 && memcmp(line->text, "|===", 4) == 0)
            measure.kind = ANF__PLAIN_RUN_LISTED;
        if (measure.kind != ANF__PLAIN_RUN_PARAGRAPH)
            break;
        measure.lines++;
    }
    return measure;
}

void
anf__plain_read_lines(struct anf__plain_own *own, size_t first, size_t lines, struct anf_node *node)
{
    own->scratch.length = 0;
    anf__plain_join(own, first, first + lines, &own->scratch);
    if (node && own->status == ANF_OK)
        anf__plain_read_inlines(own, node, own->scratch.data, own->scratch.length);
}

static size_t
read_run(struct anf__plain_own *own, size_t first, size_t end, struct anf_node *parent)
{
    struct anf__plain_measure run = anf__plain_measure_run(own, first, end);
    const struct anf__plain_slice *line = &own->lines[first];
    if (run.kind == ANF__PLAIN_RUN_PARAGRAPH || run.kind == ANF__PLAIN_RUN_HEADING) {
        if (run.lines == 1 && anf__plain_begins(line->text, line->length, "[Bild") &&
            run.kind == ANF__PLAIN_RUN_PARAGRAPH &&
            anf__plain_read_image(own, parent, line->text, line->length))
            return first + 1;
        int is_heading = run.kind == ANF__PLAIN_RUN_HEADING;
        int kind = is_heading ? ANF_NODE_HEADING : ANF_NODE_PARAGRAPH;
        anf__plain_read_lines(own, first, run.lines, anf__plain_add_node(own, parent, kind));
        return first + run.lines + (size_t)is_heading;
    }
    struct anf_node *table = anf__plain_add_node(own, parent, ANF_NODE_TABLE);
    if (table && run.lines)
        anf__plain_read_lines(own, first, run.lines,
                              anf__plain_add_node(own, table, ANF_NODE_CAPTION));
    first += run.lines;
    if (!table)
        return end;
    return run.kind == ANF__PLAIN_RUN_TABLE ? anf__plain_read_table(own, first, end, table)
                                            : anf__plain_read_listed(own, first, end, table);
}

/* --- all of them --- */

size_t
anf__plain_read_block(struct anf__plain_own *own, size_t first, size_t end, struct anf_node *parent)
{
    struct anf__plain_slice *line = &own->lines[first];
    size_t behind = first;
    if (*line->text == ' ')
        behind = read_list(own, first, end, parent);
    else if (is_marked(line, '>'))
        behind = read_quote(own, first, end, parent);
    else if (is_marked(line, '|'))
        behind = read_preformatted(own, first, end, parent);
    if (behind != first || own->status != ANF_OK)
        return behind;
    if (*line->text == ' ') {
        anf__plain_odd(own, line, "its indentation means nothing");
        take_off(line, indentation(line));
    }
    return read_run(own, first, end, parent);
}

void
anf__plain_read_blocks(struct anf__plain_own *own, size_t first, size_t end,
                       struct anf_node *parent)
{
    while (first < end && own->status == ANF_OK) {
        if (!own->lines[first].length)
            first++;
        else
            first = anf__plain_read_block(own, first, end, parent);
    }
}
