/* pass-answerer.c: who answers, where the answer itself says so. */
#include "recogniser/recognition.h"

#include <string.h>

enum {
    LETTERHEAD_LINES = 4,
    FIRST_WORDS = 2 /* "Die Landesregierung …", "Laut Landesregierung …": the office comes second */
};

static int
add_office(struct recognition *r, const struct line *line, const struct hit *office,
           const char *rule)
{
    struct person *person = ANF__ARRAY_PUSH(&r->answerers);
    if (!person)
        return ANF_ERR_NOMEM;
    struct extent extent = anf__extent_of_tokens(r, line, anf__hit_index(line, office),
                                                 office->count);
    *person = (struct person){{ANF_ACTOR_INIT}, extent, rule};
    person->actor.organization = strdup(office->entry->phrase);
    return person->actor.organization ? ANF_OK : ANF_ERR_NOMEM;
}

/* "Antwort der Landesregierung", "Antwort des Ministeriums für Verkehr und Umwelt vom 3. Mai 2020"
 * as a label names who answers. */
static int
try_label(struct recognition *r, const struct line *line)
{
    const struct hit *office = anf__line_any_hit(r, line, WORD_OFFICE);
    uint32_t read = 0;
    if (!office)
        return ANF_OK;
    return anf__read_office(r, line, anf__hit_index(line, office), "answerers.heading", &read);
}

/* The summary of an answer begins with its subject. */
static int
try_opening(struct recognition *r, const struct line *line)
{
    for (uint32_t at = 0; at < FIRST_WORDS; at++) {
        const struct hit *office = anf__line_hit(r, line, at, WORD_OFFICE);
        if (office)
            return add_office(r, line, office, "answerers.summary");
    }
    return ANF_OK;
}

static int
is_body_text(const struct line *line)
{
    return line->state != LINE_ASIDE && line->state != LINE_FIELD && !line->part;
}

/* An office that is all of a block above the inquiry's name. */
static int
try_letterhead_block(struct recognition *r, uint32_t index)
{
    struct line whole = anf__joined_lines(r, index, LETTERHEAD_LINES);
    struct recognition_mark mark = anf__mark(r);
    uint32_t read = 0;
    int status = anf__read_office(r, &whole, 0, "answerers.letterhead", &read);
    if (read != whole.token_count)
        anf__take_back(r, mark);
    return status;
}

/* Who writes "Sehr geehrter Herr Präsident" stands at the head of the letter. */
static int
try_letterhead(struct recognition *r)
{
    int status = ANF_OK;
    int is_letter = 0;
    for (uint32_t i = 0; i < r->head_end && !is_letter; i++) {
        const struct hit *words = anf__line_hit(r, &r->lines.items[i], 0, WORD_LETTER);
        is_letter = words && strcmp(words->entry->id, "address") == 0;
    }
    uint32_t end = is_letter && r->kind_line != UINT32_MAX ? r->kind_line : 0;
    for (uint32_t i = 0; i < end && status == ANF_OK && !r->answerers.count; i++) {
        if (!i || r->lines.items[i - 1].block != r->lines.items[i].block)
            status = try_letterhead_block(r, i);
    }
    return status;
}

int
anf__pass_answerer(struct recognition *r)
{
    int status = ANF_OK;
    int opening = 0;
    for (size_t i = 0; i < r->lines.count && status == ANF_OK && !r->answerers.count; i++) {
        const struct line *line = &r->lines.items[i];
        if (line->part == PART_ANSWERS || line->part == PART_ANSWER || line->part == PART_PAIRS)
            status = try_label(r, line);
        else if (opening && is_body_text(line))
            status = try_opening(r, line);
        opening = line->part == PART_SECTION && line->role == ANF_ROLE_SUMMARY_ANSWER;
    }
    return status == ANF_OK && !r->answerers.count ? try_letterhead(r) : status;
}
