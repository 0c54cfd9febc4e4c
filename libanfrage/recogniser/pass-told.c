/* pass-told.c: a post that tells of the inquiry in a sentence, and then quotes it: "Unsere
 * Abgeordnete Eva Muster (SPD) hat die Landesregierung in einer Kleinen Anfrage (Drucksache 18/5)
 * gefragt." */
#include "recogniser/exchanges.h"

#include <string.h>

enum {
    WEIGHT_TOLD = 35,
    WEIGHT_LINK = 30, /* of a link to an inquiry in pass-kind.c: the sentence says more */
    WEIGHT_REFERENCE = 45,
    WEIGHT_REPLY = 55,
    MOST_SENTENCES = 3,  /* that name a kind are looked at */
    FEWEST_EXCHANGES = 2 /* whose answers have no label */
};

/* --- is it quoted? --- */

/* "2. Wie hoch?", where so many were asked before */
static int
is_next_question(const struct recognition *r, const struct line *line, const struct mark *mark,
                 uint32_t asked)
{
    return (mark->kind == MARK_NUMBER || mark->kind == MARK_QUESTION) && mark->range_count &&
           mark->ranges[0].first == (asked + 1) * MINORS && anf__asks(r, line, mark->tokens);
}

/* "1. Wie alt?", "Antwort: Sehr alt.", below the number of a paper: the inquiry itself, and not a
 * report on it. Without labels, several questions with what asks nothing between them. */
static int
quotes_inquiry(const struct recognition *r, uint32_t index)
{
    int named = 0;
    int pending = 0;
    uint32_t asked = 0;
    uint32_t answered = 0;
    for (; index < r->lines.count && answered < FEWEST_EXCHANGES; index++) {
        const struct line *line = &r->lines.items[index];
        struct mark mark;
        if (line->state != LINE_OPEN || !line->token_count)
            continue;
        anf__read_mark(r, line, &mark);
        if (asked && (mark.kind == MARK_ANSWER || mark.kind == MARK_ANSWER_TO))
            return 1;
        if (named && is_next_question(r, line, &mark, asked)) {
            asked++;
            pending = 1;
        } else if (pending && mark.kind == MARK_NONE && !anf__goes_on_asking(r, line)) {
            answered++;
            pending = 0;
        }
        named |= anf__line_names_paper(r, line);
    }
    return answered >= FEWEST_EXCHANGES;
}

/* --- what else the sentence tells --- */

static int
propose_kind(struct recognition *r, const struct line *line, const struct hit *kind)
{
    struct extent extent = anf__extent_of_tokens(r, line, anf__hit_index(line, kind), kind->count);
    int status = anf__propose(r, ANF_FIELD_KIND, WEIGHT_TOLD, "kind.told", extent, kind->entry->id,
                              strlen(kind->entry->id));
    return status == ANF_OK
               ? anf__propose_words(r, ANF_FIELD_KIND_LABEL, WEIGHT_TOLD, "kind.told", extent)
               : status;
}

/* "der Abgeordnete Jan Probe (SPD)": a member with a party; others are only spoken of. */
static int
read_askers(struct recognition *r, const struct line *line)
{
    struct recognition_mark mark = anf__mark(r);
    const struct hit *intro = anf__line_any_hit(r, line, WORD_ASKER_INTRO);
    uint32_t read = 0;
    if (!intro || strcmp(intro->entry->id, "member") != 0)
        return ANF_OK;
    int status = anf__read_people(r, line, anf__hit_index(line, intro), "askers.told", &read);
    int known = r->askers.count > mark.askers;
    for (size_t i = mark.askers; i < r->askers.count; i++)
        known &= r->askers.items[i].actor.party != NULL;
    if (!known)
        anf__take_back(r, mark);
    return status;
}

/* "Das Ministerium der Finanzen hat am 3. Mai 2025 geantwortet.": tokens [start, end) */
static int
read_reply(struct recognition *r, const struct line *line, uint32_t start, uint32_t end)
{
    int replies = 0;
    uint32_t office = 0;
    char date[11];
    for (uint32_t at = start; at < end; at++) {
        const struct hit *word = anf__line_hit(r, line, at, WORD_LETTER);
        replies |= word && strcmp(word->entry->id, "reply") == 0;
    }
    int status = ANF_OK;
    for (uint32_t at = start; replies && at < end && status == ANF_OK; at++) {
        uint32_t read = office ? anf__read_date(r, line, at, date) : 0;
        if (read)
            return anf__propose(r, ANF_FIELD_ANSWERED, WEIGHT_REPLY, "date.told",
                                anf__extent_of_tokens(r, line, at, read), date, strlen(date));
        if (!office)
            status = anf__read_office(r, line, at, "answerers.told", &office);
    }
    return status;
}

static int
read_replies(struct recognition *r, const struct line *line)
{
    int status = ANF_OK;
    uint32_t start = 0;
    for (uint32_t at = 0; at < line->token_count && status == ANF_OK; at++) {
        if (!anf__is_full_stop(r, line, at) && at + 1 < line->token_count)
            continue;
        status = read_reply(r, line, start, at + 1);
        start = at + 1;
    }
    return status;
}

/* "in einer Kleinen Anfrage (Drs. 18/5)", "Antwort der Landesregierung (Drucksache 18/7)" */
static int
read_references(struct recognition *r, const struct line *line)
{
    int status = ANF_OK;
    int32_t field = ANF_FIELD_REFERENCE;
    for (uint32_t at = 0; at < line->token_count && status == ANF_OK; at++) {
        char reference[32];
        const struct hit *label = anf__line_hit(r, line, at, WORD_LABEL);
        if (anf__line_hit(r, line, at, WORD_ANSWER_STEP))
            field = ANF_FIELD_ANSWER_REFERENCE;
        else if (anf__line_hit(r, line, at, WORD_KIND))
            field = ANF_FIELD_REFERENCE;
        if (!label || strcmp(label->entry->id, "reference") != 0)
            continue;
        at += label->count;
        uint32_t read = anf__read_reference(r, line, at, reference);
        if (read)
            status = anf__propose(r, field, WEIGHT_REFERENCE, "reference.told",
                                  anf__extent_of_tokens(r, line, at, read), reference,
                                  strlen(reference));
    }
    return status;
}

static int
read_told(struct recognition *r, uint32_t index, const struct hit *kind)
{
    const struct line *line = &r->lines.items[index];
    int status = propose_kind(r, line, kind);
    if (status == ANF_OK)
        status = read_askers(r, line);
    if (status == ANF_OK)
        status = read_references(r, line);
    return status == ANF_OK ? read_replies(r, line) : status;
}

/* A link that names the kind heads nothing. */
static void
forget_link(struct recognition *r)
{
    if (r->kind_line == UINT32_MAX)
        return;
    r->lines.items[r->kind_line].state = LINE_OPEN;
    r->lines.items[r->kind_line].field = 0;
    r->kind_line = UINT32_MAX;
    r->head_end = (uint32_t)r->lines.count;
}

int
anf__pass_told(struct recognition *r)
{
    const struct proposal *named = anf__best(r, ANF_FIELD_KIND);
    if (named && named->weight > WEIGHT_LINK)
        return ANF_OK;
    uint32_t tried = 0;
    for (uint32_t i = 0; i < r->lines.count && tried < MOST_SENTENCES; i++) {
        const struct line *line = &r->lines.items[i];
        const struct hit *kind = line->state == LINE_OPEN ? anf__line_any_hit(r, line, WORD_KIND)
                                                          : NULL;
        if (!kind || !anf__ends_sentence(r, line))
            continue;
        tried++;
        if (!quotes_inquiry(r, i))
            continue;
        forget_link(r);
        return read_told(r, i, kind);
    }
    return ANF_OK;
}
