/* shown-text.c: the text of lines, with its marks and links. */
#include "shown-reading.h"

#include <stdlib.h>
#include <string.h>

static int
grow(void **items, size_t wanted, size_t *room, size_t size)
{
    if (wanted <= *room)
        return ANF_OK;
    void *grown = reallocarray(*items, wanted * 2, size);
    if (!grown)
        return ANF_ERR_NOMEM;
    *items = grown;
    *room = wanted * 2;
    return ANF_OK;
}

static int
goes_on(const struct anf__odt_shown_reading *r, const struct anf__odt_open_line *line)
{
    if (!line->run_count)
        return 0;
    const struct anf__odt_run *run = &line->runs[line->run_count - 1];
    const char *texts = r->document->texts;
    return run->marks == r->marks && strcmp(texts + run->href, texts + r->href) == 0;
}

static int
add_text(struct anf__odt_shown_reading *r, const char *text, size_t len)
{
    struct anf__odt_open_line *line = &r->lines[r->line_count - 1];
    if (!len)
        return ANF_OK;
    if (len > UINT32_MAX / 2 - line->length)
        return ANF_ERR_LIMIT;
    int status = grow((void **)&line->text, line->length + len, &line->room, 1);
    if (status == ANF_OK)
        status = grow((void **)&line->runs, line->run_count + 1, &line->run_room,
                      sizeof *line->runs);
    if (status != ANF_OK)
        return status;
    memcpy(line->text + line->length, text, len);
    if (!goes_on(r, line))
        line->runs[line->run_count++] = (struct anf__odt_run){
            .start = (uint32_t)line->length, .marks = r->marks, .href = r->href};
    line->length += len;
    line->runs[line->run_count - 1].end = (uint32_t)line->length;
    return ANF_OK;
}

static int
is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* White space is one space, and none where a line begins (OpenDocument 1.3, part 3, 6.1.2). */
int
anf__odt_add_folded(struct anf__odt_shown_reading *r, const char *text, size_t len)
{
    int status = ANF_OK;
    for (size_t i = 0, word; i < len && status == ANF_OK; i += word) {
        struct anf__odt_open_line *line = &r->lines[r->line_count - 1];
        for (word = 0; i + word < len && !is_white(text[i + word]);)
            word++;
        status = add_text(r, text + i, word);
        line->spaced = word ? 0 : line->spaced;
        if (i + word == len || status != ANF_OK)
            continue;
        status = add_text(r, " ", line->spaced ? 0 : 1);
        line->spaced = 1;
        word++;
    }
    return status;
}

int
anf__odt_add_special(struct anf__odt_shown_reading *r, char c, uint32_t count)
{
    int status = ANF_OK;
    if (!anf__odt_is_in_line(r))
        return ANF_OK;
    for (; count && status == ANF_OK; count--)
        status = add_text(r, &c, 1);
    r->lines[r->line_count - 1].spaced = 0;
    return status;
}

int
anf__odt_begin_line(struct anf__odt_shown_reading *r, unsigned marks)
{
    size_t room = r->line_room;
    int status = grow((void **)&r->lines, r->line_count + 1, &r->line_room, sizeof *r->lines);
    if (status != ANF_OK)
        return status;
    if (r->line_room > room)
        memset(r->lines + room, 0, (r->line_room - room) * sizeof *r->lines);
    struct anf__odt_open_line *line = &r->lines[r->line_count++];
    line->node = r->at;
    line->length = 0;
    line->run_count = 0;
    line->spaced = 1;
    r->marks = marks;
    r->href = 0;
    return ANF_OK;
}

int
anf__odt_end_line(struct anf__odt_shown_reading *r)
{
    struct anf__odt_open_line *line = &r->lines[--r->line_count];
    uint32_t first = (uint32_t)r->document->run_count;
    size_t offset;
    int status = anf__odt_shown_keep(r->document, line->text ? line->text : "", line->length,
                                     &offset);
    if (status == ANF_OK)
        status = anf__odt_shown_keep_runs(r->document, line->runs, line->run_count);
    if (status != ANF_OK)
        return status;
    struct anf__odt_shown *node = &r->document->nodes[line->node];
    node->text = offset;
    node->length = (uint32_t)line->length;
    node->run = first;
    node->runs = (uint32_t)line->run_count;
    r->at = node->parent;
    return ANF_OK;
}
