/* page-text.c: paragraphs of a foreign document, their spans and characters. */
#include "page-reading.h"

#include <stdlib.h>
#include <string.h>

/* --- paragraphs --- */

struct anf__odt_paragraph *
anf__odt_paragraph(struct anf__odt_reading *r)
{
    if (!r->paragraph_count)
        return NULL;
    struct anf__odt_paragraph *innermost = &r->paragraphs[r->paragraph_count - 1];
    return innermost->queue == r->out.queue ? innermost : NULL;
}

static int
close_block(struct anf__odt_reading *r, struct anf__odt_paragraph *paragraph)
{
    struct anf__odt_step step = {.kind = ANF__ODT_CLOSE_BLOCK};
    if (!paragraph->open)
        return ANF_OK;
    paragraph->open = 0;
    return anf__odt_do(&r->out, &step);
}

/* A paragraph right in another, which no editor writes, parts it in two. */
int
anf__odt_begin_paragraph(struct anf__odt_reading *r, int kind, uint32_t level, unsigned look)
{
    struct anf__odt_paragraph *outer = anf__odt_paragraph(r);
    int status = outer ? close_block(r, outer) : ANF_OK;
    r->paragraphs[r->paragraph_count++] = (struct anf__odt_paragraph){
        .kind = kind, .level = level, .queue = r->out.queue, .look = look, .white = 1};
    return status;
}

int
anf__odt_end_paragraph(struct anf__odt_reading *r)
{
    struct anf__odt_paragraph *paragraph = &r->paragraphs[r->paragraph_count - 1];
    int status = close_block(r, paragraph);
    if (status == ANF_OK)
        status = anf__odt_queue_play(&r->out, &paragraph->beside, 1);
    anf__odt_paragraph_clear(paragraph);
    r->paragraph_count--;
    return status;
}

void
anf__odt_paragraph_clear(struct anf__odt_paragraph *paragraph)
{
    anf__odt_queue_clear(&paragraph->beside);
    free(paragraph->link);
    paragraph->link = NULL;
}

/* --- spans --- */

static const struct {
    unsigned look;
    int span;
} looks[] = {
    {ANF__ODT_STRONG, ANF_SPAN_STRONG},           {ANF__ODT_EMPHASIS, ANF_SPAN_EMPHASIS},
    {ANF__ODT_UNDERLINE, ANF_SPAN_UNDERLINE},     {ANF__ODT_STRIKE, ANF_SPAN_STRIKE},
    {ANF__ODT_SUPERSCRIPT, ANF_SPAN_SUPERSCRIPT}, {ANF__ODT_SUBSCRIPT, ANF_SPAN_SUBSCRIPT},
};

static int
open_span(struct anf__odt_reading *r, struct anf__odt_paragraph *paragraph, unsigned look,
          const struct anf__odt_step *step)
{
    paragraph->spans[paragraph->span_count++] = look;
    paragraph->open_look |= look;
    return anf__odt_do(&r->out, step);
}

static int
close_span(struct anf__odt_reading *r, struct anf__odt_paragraph *paragraph)
{
    struct anf__odt_step step = {.kind = ANF__ODT_CLOSE_SPAN};
    paragraph->open_look &= ~paragraph->spans[--paragraph->span_count];
    return anf__odt_do(&r->out, &step);
}

static int
open_link(struct anf__odt_reading *r, struct anf__odt_paragraph *paragraph)
{
    struct anf__odt_step step = {
        .kind = ANF__ODT_OPEN_SPAN, .what = ANF_SPAN_LINK, .string = paragraph->link};
    int status = anf__odt_close_spans(r, paragraph);
    paragraph->open_link = 1;
    return status == ANF_OK ? open_span(r, paragraph, 0, &step) : status;
}

int
anf__odt_close_spans(struct anf__odt_reading *r, struct anf__odt_paragraph *paragraph)
{
    int status = ANF_OK;
    while (paragraph->open && paragraph->span_count && status == ANF_OK)
        status = close_span(r, paragraph);
    paragraph->open_link = 0;
    return status;
}

/* Looks come within the link; those that go on stay open, where what ends stands within them. */
static int
need_spans(struct anf__odt_reading *r, struct anf__odt_paragraph *paragraph)
{
    int status = ANF_OK;
    if (paragraph->link && !paragraph->open_link)
        status = open_link(r, paragraph);
    while (paragraph->open_look & ~paragraph->look && status == ANF_OK)
        status = close_span(r, paragraph);
    for (size_t i = 0; i < sizeof looks / sizeof *looks && status == ANF_OK; i++) {
        struct anf__odt_step step = {.kind = ANF__ODT_OPEN_SPAN, .what = looks[i].span};
        if (paragraph->look & ~paragraph->open_look & looks[i].look)
            status = open_span(r, paragraph, looks[i].look, &step);
    }
    return status;
}

int
anf__odt_need_block(struct anf__odt_reading *r, struct anf__odt_paragraph *paragraph)
{
    struct anf__odt_step step = {.kind = ANF__ODT_OPEN_BLOCK,
                                 .what = paragraph->kind,
                                 .number = paragraph->level,
                                 .line = r->line,
                                 .column = r->column};
    int status = ANF_OK;
    r->has_blocks = r->has_text;
    if (!paragraph->open) {
        status = anf__odt_do(&r->out, &step);
        paragraph->open = 1;
        paragraph->open_look = paragraph->span_count = 0;
        paragraph->open_link = 0;
    }
    return status == ANF_OK ? need_spans(r, paragraph) : status;
}

/* --- characters --- */

static int
is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static int
keep(struct anf__odt_reading *r, const char *text, size_t len)
{
    char *grown = realloc(r->kept, r->kept_length + len + 1);
    if (!grown)
        return ANF_ERR_NOMEM;
    r->kept = grown;
    for (size_t i = 0; i < len; i++)
        r->kept[r->kept_length + i] = is_white(text[i]) ? ' ' : text[i];
    r->kept_length += len;
    r->kept[r->kept_length] = '\0';
    return ANF_OK;
}

static int
put(struct anf__odt_reading *r, struct anf__odt_paragraph *paragraph, const char *text, size_t len)
{
    struct anf__odt_step step = {.kind = ANF__ODT_TEXT, .string = text, .length = len};
    int status = anf__odt_need_block(r, paragraph);
    return status == ANF_OK ? anf__odt_do(&r->out, &step) : status;
}

/* How much of the text can stay as it is: single spaces, and no other white space. */
static size_t
plain(const char *text, size_t len)
{
    size_t i = 0;
    while (i < len && (!is_white(text[i]) || (text[i] == ' ' && i && text[i - 1] != ' ')))
        i++;
    return i;
}

/* Runs of white space are one space, and none at the start of a paragraph (OpenDocument 1.3, part
 * 3, 6.1.2); what text:s and its like stand for is not part of a run. */
int
anf__odt_characters(struct anf__odt_reading *r, const char *text, size_t len)
{
    if (r->keeping)
        return keep(r, text, len);
    struct anf__odt_paragraph *paragraph = anf__odt_paragraph(r);
    int status = ANF_OK;
    while (paragraph && len && status == ANF_OK) {
        size_t taken = plain(text, len);
        if (taken) {
            status = put(r, paragraph, text, taken);
            paragraph->white = text[taken - 1] == ' ';
        } else {
            if (!paragraph->white)
                status = put(r, paragraph, " ", 1);
            paragraph->white = 1;
            taken = 1;
        }
        text += taken;
        len -= taken;
    }
    return status;
}

int
anf__odt_exactly(struct anf__odt_reading *r, const char *text, size_t len)
{
    if (r->keeping)
        return keep(r, text, len);
    struct anf__odt_paragraph *paragraph = anf__odt_paragraph(r);
    if (!paragraph)
        return ANF_OK;
    paragraph->white = 0;
    return put(r, paragraph, text, len);
}
