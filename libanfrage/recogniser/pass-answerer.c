/* pass-answerer.c: who answers, where the answer itself says so. */
#include "recogniser/recognition.h"

#include <string.h>

enum {
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

int
anf__pass_answerer(struct recognition *r)
{
    int status = ANF_OK;
    int opening = 0;
    for (size_t i = 0; i < r->lines.count && status == ANF_OK && !r->answerers.count; i++) {
        const struct line *line = &r->lines.items[i];
        if (line->part == PART_ANSWERS || line->part == PART_ANSWER)
            status = try_label(r, line);
        else if (opening && is_body_text(line))
            status = try_opening(r, line);
        opening = line->part == PART_SECTION && line->role == ANF_ROLE_SUMMARY_ANSWER;
    }
    return status;
}
