/* pass-record.c: pages of a register: title and abstract of the procedure stand around its steps,
 * and all else is the register's own. */
#include "recogniser/recognition.h"

#include <string.h>

enum {
    WEIGHT_TITLE = 76,    /* above any heading of the page, below a label */
    FAR = 80,             /* lines that a title may stand above the steps */
    BARE_LINES = 40,      /* a page that is no more than the record */
    DESCRIPTOR_WORDS = 4, /* at most: what a register files a procedure under */
    ABSTRACT_WORDS = 4    /* at least */
};

/* --- is it a register's page? --- */

/* "Kleine Anfrage Eva Muster (SPD) 3.4.2025": nobody but a register writes names so, without
 * "der Abgeordneten" or "von". */
static int
is_bare(const struct recognition *r)
{
    size_t lines = 0;
    for (size_t i = 0; i < r->lines.count; i++)
        lines += r->lines.items[i].token_count && r->lines.items[i].state != LINE_ASIDE;
    if (lines > BARE_LINES || !r->askers.count)
        return 0;
    const struct line *line = &r->lines.items[r->askers.items[0].extent.line];
    return line->is_step && !anf__line_any_hit(r, line, WORD_ASKER_INTRO);
}

static int
has_step(const struct recognition *r)
{
    for (size_t i = 0; i < r->lines.count; i++) {
        if (r->lines.items[i].is_step == STEP_OF_PROCEDURE)
            return 1;
    }
    return 0;
}

static int
is_record(const struct recognition *r)
{
    return r->kind_line != UINT32_MAX && r->head_end == r->lines.count && has_step(r) &&
           (r->has_register || is_bare(r));
}

/* --- title and abstract --- */

static uint32_t
count_words(const struct recognition *r, const struct line *line)
{
    uint32_t words = 0;
    for (uint32_t i = 0; i < line->token_count; i++)
        words += anf__line_token(r, line, i)->kind == TOKEN_WORD;
    return words;
}

/* Words of the register itself, or where it begins to speak of something else. */
static int
is_border(const struct recognition *r, const struct line *line)
{
    const char *reason = line->state == LINE_ASIDE ? line->reason : "";
    return anf__line_any_hit(r, line, WORD_REGISTER) != NULL || strcmp(reason, "button") == 0 ||
           strcmp(reason, "before-procedure") == 0 || strcmp(reason, "document-title") == 0;
}

static int
is_candidate(const struct recognition *r, const struct line *line)
{
    /* "17. Wahlperiode" */
    const struct hit *label = anf__line_any_hit(r, line, WORD_LABEL);
    if (label && strcmp(label->entry->id, "term") == 0 && count_words(r, line) == 1)
        return 0;
    return line->state == LINE_OPEN && count_words(r, line) > 0 &&
           !anf__line_hit(r, line, 0, WORD_LABEL) &&
           anf__line_block(r, line)->kind != ANF_BLOCK_IMAGE;
}

/* What a procedure is filed under: a few words, which begin with a link. */
static int
is_descriptor(const struct recognition *r, const struct line *line)
{
    const struct anf_span *span = NULL;
    for (uint32_t i = 0;
         (span = anf_page_span(r->page, line->block, i)) && span->start <= line->start; i++) {
        if (span->kind == ANF_SPAN_LINK)
            return count_words(r, line) <= DESCRIPTOR_WORDS;
    }
    return 0;
}

/* The next candidate from a line on, before end; end: none. */
static uint32_t
next_candidate(const struct recognition *r, uint32_t index, uint32_t end)
{
    while (index < end && !is_candidate(r, &r->lines.items[index]))
        index++;
    return index;
}

/* Title, abstract and steps may be one text: its first line; the kind's line: they are not. */
static uint32_t
start_in_block(const struct recognition *r)
{
    uint32_t first = r->kind_line;
    uint32_t block = r->lines.items[first].block;
    while (first > 0 && r->lines.items[first - 1].block == block)
        first--;
    return next_candidate(r, first, r->kind_line);
}

/* The first line above the steps that may belong to the record; the kind's line: none. */
static uint32_t
record_start(const struct recognition *r)
{
    uint32_t first = start_in_block(r);
    if (first != r->kind_line)
        return first;
    for (uint32_t i = r->kind_line; i-- > 0 && r->kind_line - i <= FAR;) {
        const struct line *line = &r->lines.items[i];
        if (is_border(r, line))
            break;
        if (is_candidate(r, line))
            first = i;
        if (anf__line_block(r, line)->kind == ANF_BLOCK_HEADING && line->state != LINE_ASIDE)
            break;
    }
    return first;
}

/* "Vorgangstyp:" is defined by its kind and, behind it, its title. */
static int
is_second_definition(const struct recognition *r, uint32_t index)
{
    return index < r->lines.count && is_candidate(r, &r->lines.items[index]) &&
           anf__line_block(r, &r->lines.items[index - 1])->kind == ANF_BLOCK_DEFINITION &&
           anf__line_block(r, &r->lines.items[index])->kind == ANF_BLOCK_DEFINITION;
}

static uint32_t
find_title(const struct recognition *r, uint32_t start)
{
    uint32_t end = r->kind_line;
    if (is_second_definition(r, end + 1))
        return end + 1;
    uint32_t title = next_candidate(r, start, end);
    while (title < end && is_descriptor(r, &r->lines.items[title])) {
        uint32_t next = next_candidate(r, title + 1, end);
        if (next == end)
            break;
        title = next;
    }
    if (title < end)
        return title;
    /* Some registers tell the steps first. */
    return next_candidate(r, r->kind_line + 1, (uint32_t)r->lines.count);
}

/* The first token that is a word or opens a quotation: "- Wie …" begins with "Wie". */
static uint32_t
text_start(const struct recognition *r, const struct line *line)
{
    uint32_t at = 0;
    const char *text = anf__line_text(r, line);
    while (at + 1 < line->token_count &&
           anf__token_is_sign(text, anf__line_token(r, line, at), '-'))
        at++;
    return anf__line_token(r, line, at)->start;
}

/* The line behind the title's, which may have been wrapped. */
static uint32_t
take_title(struct recognition *r, uint32_t first, int *status)
{
    uint32_t last = first;
    while (anf__line_runs_on(r, last) && is_candidate(r, &r->lines.items[last + 1]))
        last++;
    struct line whole = anf__joined_lines(r, first, last - first + 1);
    struct extent extent = {first, text_start(r, &whole), whole.end};
    for (uint32_t i = first; i <= last; i++) {
        r->lines.items[i].state = LINE_FIELD;
        r->lines.items[i].field = ANF_FIELD_TITLE;
    }
    *status = anf__propose_words(r, ANF_FIELD_TITLE, WEIGHT_TITLE, "title.record", extent);
    return last + 1;
}

/* The first text behind the title that is more than a keyword, in all of its block. */
static void
take_abstract(struct recognition *r, uint32_t from)
{
    uint32_t first = from;
    for (;; first++) {
        first = next_candidate(r, first, (uint32_t)r->lines.count);
        if (first == r->lines.count || is_border(r, &r->lines.items[first]))
            return;
        if (count_words(r, &r->lines.items[first]) >= ABSTRACT_WORDS &&
            !is_descriptor(r, &r->lines.items[first]))
            break;
    }
    uint32_t block = r->lines.items[first].block;
    r->lines.items[first].part = PART_SECTION;
    r->lines.items[first].role = ANF_ROLE_SUMMARY_QUESTION;
    if (r->body_start > first)
        r->body_start = first;
    for (uint32_t i = first; i < r->lines.count && r->lines.items[i].block == block &&
                             r->lines.items[i].state == LINE_OPEN;
         i++)
        r->lines.items[i].state = LINE_BODY;
}

/* --- the rest of the page --- */

static void
leave_rest(struct recognition *r)
{
    for (size_t i = 0; i < r->lines.count; i++) {
        struct line *line = &r->lines.items[i];
        if (line->state != LINE_OPEN)
            continue;
        line->state = LINE_ASIDE;
        line->reason = "outside-of-record";
    }
}

int
anf__pass_record(struct recognition *r)
{
    int status = ANF_OK;
    if (!is_record(r))
        return ANF_OK;
    r->is_record = 1;
    const struct proposal *stated = anf__best(r, ANF_FIELD_TITLE);
    /* A register that labels its title labels its abstract as well. */
    if (!stated || stated->weight < WEIGHT_TITLE) {
        uint32_t behind = record_start(r);
        uint32_t title = find_title(r, behind);
        if (title < r->lines.count)
            behind = take_title(r, title, &status);
        if (r->body_start == r->lines.count)
            take_abstract(r, behind);
    }
    leave_rest(r);
    return status;
}
