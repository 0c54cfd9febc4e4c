/* pass-sections.c: lines that open a section ("Zusammenfassung der Antwort:"), and where the body
 * begins. */
#include "recogniser/exchanges.h"

#include <string.h>

/* Roles by the ids of the vocabulary; those that hold questions and answers are parts. */
static const struct {
    const char *id;
    int part;
} parts[] = {
    {"questions", PART_QUESTIONS}, {"questions-answers", PART_PAIRS}, {"answers", PART_ANSWERS}};

static void
open_part(struct line *line, const char *id)
{
    line->state = LINE_BODY;
    line->text_start = line->end;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (strcmp(parts[i].id, id) == 0) {
            line->part = (uint8_t)parts[i].part;
            return;
        }
    }
    line->part = PART_SECTION;
    line->role = anf_role_from_name(id);
}

enum { LONGEST_ASKING = 10 /* tokens: of a heading that asks, or of its wrapped end */ };

static int
ends_with_colon(const struct recognition *r, const struct line *line)
{
    const struct token *last = anf__line_token(r, line, line->token_count - 1);
    return last && anf__token_is_sign(anf__line_text(r, line), last, ':');
}

/* "Vor diesem Hintergrund fragen wir die Landesregierung:", over two lines perhaps; in a heading
 * the colon may be left away. */
static int
asks(const struct recognition *r, const struct line *line)
{
    const struct line *next = line->index + 1 < r->lines.count ? line + 1 : NULL;
    if (!anf__line_any_hit(r, line, WORD_ASKING))
        return 0;
    if (anf__line_block(r, line)->kind == ANF_BLOCK_HEADING)
        return line->token_count <= LONGEST_ASKING;
    return ends_with_colon(r, line) ||
           (next && next->block == line->block && next->token_count <= LONGEST_ASKING &&
            !anf__ends_sentence(r, line) && ends_with_colon(r, next));
}

/* Does a heading of HTML begin a matter of its own, which no section of ours names? */
static int
is_other_heading(const struct recognition *r, const struct line *line, uint32_t level)
{
    const struct anf_block *block = anf__line_block(r, line);
    struct mark mark;
    if (!level || block->kind != ANF_BLOCK_HEADING || block->level > level)
        return 0;
    anf__read_mark(r, line, &mark); /* "Frage 2" */
    return mark.kind == MARK_NONE && !anf__is_asking_heading(r, line);
}

/* Above the line that names the inquiry, "Antwort" says what the paper is, and heads no section. */
static int
heads_the_paper(const struct recognition *r, uint32_t index, const struct hit *section)
{
    return section && r->kind_line != UINT32_MAX && index < r->kind_line &&
           strcmp(section->entry->id, "answers") == 0;
}

/* "Vorbemerkung des Fragestellers: Die Deiche …": tokens of the label, its colon included; 0: none.
 */
static uint32_t
inline_label(const struct recognition *r, const struct line *line, const struct hit **ret_section)
{
    const struct hit *hit = anf__line_hit(r, line, 0, WORD_SECTION);
    const struct token *colon = hit ? anf__line_token(r, line, hit->count) : NULL;
    if (!colon || !anf__token_is_sign(anf__line_text(r, line), colon, ':') ||
        !anf__line_token(r, line, hit->count + 1))
        return 0;
    *ret_section = hit;
    int role = anf_role_from_name(hit->entry->id);
    int before_text = role == ANF_ROLE_PREAMBLE_ASKERS || role == ANF_ROLE_PREAMBLE_GOVERNMENT ||
                      role == ANF_ROLE_SUMMARY_QUESTION || role == ANF_ROLE_SUMMARY_ANSWER;
    return before_text ? hit->count + 1 : 0;
}

static void
settle_line(struct recognition *r, uint32_t index, uint32_t *level)
{
    struct line *line = &r->lines.items[index];
    const struct hit *section = anf__line_whole_hit(r, line, WORD_SECTION);
    uint32_t label = 0;
    if (heads_the_paper(r, index, section))
        return;
    if (section) {
        open_part(line, section->entry->id);
        *level = anf__line_block(r, line)->level;
    } else if ((label = inline_label(r, line, &section))) {
        open_part(line, section->entry->id);
        line->text_start = anf__line_token(r, line, label)->start;
    } else if (asks(r, line)) {
        line->state = LINE_BODY;
        line->part = PART_SECTION;
        line->role = ANF_ROLE_INTRODUCTION;
    } else if (is_other_heading(r, line, *level)) {
        line->state = LINE_BODY;
        line->part = PART_SECTION;
        line->role = ANF_ROLE_OTHER;
        line->text_start = line->end;
    }
    if (line->part && index < r->body_start)
        r->body_start = index;
}

int
anf__pass_sections(struct recognition *r)
{
    uint32_t level = 0;
    for (uint32_t i = 0; i < r->lines.count; i++) {
        if (r->lines.items[i].state == LINE_OPEN && !r->lines.items[i].foot)
            settle_line(r, i, &level);
    }
    return ANF_OK;
}
