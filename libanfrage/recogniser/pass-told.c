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
    PARAGRAPH_LINES = 40,
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
        if (named && (is_next_question(r, line, &mark, asked) || anf__is_asking_heading(r, line))) {
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

static int
has_id(const struct hit *hit, const char *id)
{
    return hit && strcmp(hit->entry->id, id) == 0;
}

/* "der Abgeordnete Jan Probe (SPD)": a member with a party; others are only spoken of. */
static int
read_members(struct recognition *r, const struct line *line, const struct hit *intro)
{
    struct recognition_mark mark = anf__mark(r);
    uint32_t read = 0;
    int status = anf__read_people(r, line, anf__hit_index(line, intro), "askers.told", &read);
    int known = r->askers.count > mark.askers;
    for (size_t i = mark.askers; i < r->askers.count; i++)
        known &= r->askers.items[i].actor.party != NULL;
    if (!known)
        anf__take_back(r, mark);
    return status;
}

/* "Der SPD-Abgeordnete Jan Probe aus Husum": the party stands before the word. */
static int
read_member_of_party(struct recognition *r, const struct line *line, const struct hit *party)
{
    uint32_t behind = anf__hit_index(line, party) + party->count;
    struct recognition_mark mark = anf__mark(r);
    uint32_t read = 0;
    if (!anf__line_has_sign(r, line, behind, "-") ||
        !has_id(anf__line_hit(r, line, behind + 1, WORD_ASKER_INTRO), "member"))
        return ANF_OK;
    int status = anf__read_people(r, line, behind + 1, "askers.told", &read);
    if (r->askers.count != mark.askers + 1 || r->askers.items[mark.askers].actor.party) {
        anf__take_back(r, mark);
        return status;
    }
    struct extent extent = anf__extent_of_tokens(r, line, behind - party->count, party->count);
    struct anf_actor *actor = &r->askers.items[mark.askers].actor;
    actor->party = anf__clean(anf__line_text(r, line) + extent.start, extent.end - extent.start);
    return actor->party ? status : ANF_ERR_NOMEM;
}

/* "Die Fraktion der CDU hat …" */
static int
read_group(struct recognition *r, const struct line *line, uint32_t at)
{
    uint32_t read = 0;
    return anf__read_people(r, line, at, "askers.told", &read);
}

static int
read_askers(struct recognition *r, const struct line *line)
{
    size_t before = r->askers.count;
    int status = ANF_OK;
    for (uint32_t at = 0; at < line->token_count && status == ANF_OK; at++) {
        const struct hit *intro = anf__line_hit(r, line, at, WORD_ASKER_INTRO);
        const struct hit *party = anf__line_hit(r, line, at, WORD_PARTY);
        if (r->askers.count > before)
            break;
        if (has_id(intro, "member"))
            status = read_members(r, line, intro);
        else if (at <= 1 && anf__line_hit(r, line, at, WORD_GROUP))
            status = read_group(r, line, at);
        else if (party)
            status = read_member_of_party(r, line, party);
    }
    return status;
}

/* --- who answered when --- */

/* "Das Ministerium der Finanzen hat am 3. Mai 2025 geantwortet.": tokens [start, end). Where there
 * are two days, one is another's. */
static int
read_reply(struct recognition *r, const struct line *line, uint32_t start, uint32_t end)
{
    int replies = 0;
    uint32_t days = 0;
    struct extent day = {0};
    char date[11];
    char found[11];
    for (uint32_t at = start; at < end; at++) {
        uint32_t read = anf__read_date(r, line, at, found);
        replies |= has_id(anf__line_hit(r, line, at, WORD_LETTER), "reply");
        if (!read)
            continue;
        days++;
        day = anf__extent_of_tokens(r, line, at, read);
        memcpy(date, found, sizeof date);
    }
    int status = ANF_OK;
    uint32_t office = 0;
    for (uint32_t at = start; replies && at < end && status == ANF_OK && !office; at++)
        status = anf__read_office(r, line, at, "answerers.told", &office);
    if (status != ANF_OK || !office || days != 1)
        return status;
    return anf__propose(r, ANF_FIELD_ANSWERED, WEIGHT_REPLY, "date.told", day, date, strlen(date));
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

/* --- numbers --- */

/* "Kleine Anfrage (Nr. 12", "KA 7/837": in the inquiry's own series. */
static int
read_number(struct recognition *r, const struct line *line, uint32_t at)
{
    char value[32];
    const struct hit *word = NULL;
    at += (uint32_t)anf__line_has_sign(r, line, at, "(");
    if ((word = anf__line_hit(r, line, at, WORD_FILLER)))
        at += word->count;
    const struct token *token = anf__line_token(r, line, at);
    if (!token || token->kind != TOKEN_NUMBER || anf__read_date(r, line, at, value))
        return ANF_OK;
    uint32_t read = anf__read_reference(r, line, at, value);
    return anf__propose_words(r, ANF_FIELD_INQUIRY_NUMBER, WEIGHT_REFERENCE, "number.told",
                              anf__extent_of_tokens(r, line, at, read ? read : 1));
}

/* "Antwort der Landesregierung vom 3. Mai 2025" */
static int
read_day_of_answer(struct recognition *r, const struct line *line, uint32_t at)
{
    char date[11];
    const struct hit *from = anf__line_hit(r, line, at, WORD_FILLER);
    uint32_t read = from && strcmp(from->entry->phrase, "vom") == 0
                        ? anf__read_date(r, line, at + from->count, date)
                        : 0;
    if (!read)
        return ANF_OK;
    return anf__propose(r, ANF_FIELD_ANSWERED, WEIGHT_REPLY, "date.told",
                        anf__extent_of_tokens(r, line, at + from->count, read), date, strlen(date));
}

static int
read_reference(struct recognition *r, const struct line *line, uint32_t at, int32_t field)
{
    char reference[32];
    uint32_t read = anf__read_reference(r, line, at, reference);
    if (!read)
        return ANF_OK;
    return anf__propose(r, field, WEIGHT_REFERENCE, "reference.told",
                        anf__extent_of_tokens(r, line, at, read), reference, strlen(reference));
}

/* "in einer Kleinen Anfrage (Drs. 18/5)", "Antwort der Landesregierung (Drucksache 18/7)", "der
 * Minister antwortete (Drucksache 18/7)" */
static int
read_numbers(struct recognition *r, const struct line *line)
{
    int status = ANF_OK;
    int32_t field = ANF_FIELD_REFERENCE;
    for (uint32_t at = 0; at < line->token_count && status == ANF_OK; at++) {
        const struct hit *kind = anf__line_hit(r, line, at, WORD_KIND);
        const struct hit *label = anf__line_hit(r, line, at, WORD_LABEL);
        if (kind) {
            field = ANF_FIELD_REFERENCE;
            status = read_number(r, line, at + kind->count);
        } else if (anf__line_hit(r, line, at, WORD_ANSWER_STEP) ||
                   has_id(anf__line_hit(r, line, at, WORD_LETTER), "reply"))
            field = ANF_FIELD_ANSWER_REFERENCE;
        else if (has_id(label, "number"))
            status = read_number(r, line, at + label->count);
        else if (has_id(label, "reference"))
            status = read_reference(r, line, at + label->count, field);
        else if (field == ANF_FIELD_ANSWER_REFERENCE)
            status = read_day_of_answer(r, line, at);
    }
    return status;
}

static int
read_told(struct recognition *r, const struct line *line, const struct hit *kind)
{
    int status = propose_kind(r, line, kind);
    if (status == ANF_OK)
        status = read_askers(r, line);
    if (status == ANF_OK)
        status = read_numbers(r, line);
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

/* "Mitteilung des Senats vom 6. März 2018": what a paper is, that only below names what it answers,
 * as in Bremen. */
static void
head_by_answer(struct recognition *r, uint32_t end)
{
    for (uint32_t i = 0; i < end; i++) {
        struct line *line = &r->lines.items[i];
        const struct hit *answer = anf__line_hit(r, line, 0, WORD_ANSWER_STEP);
        const struct hit *from = answer ? anf__line_hit(r, line, answer->count, WORD_FILLER) : NULL;
        char date[11];
        uint32_t at = from ? answer->count + from->count : 0;
        uint32_t read = from ? anf__read_date(r, line, at, date) : 0;
        if (line->state != LINE_OPEN || !read || at + read != line->token_count)
            continue;
        r->kind_line = i;
        line->state = LINE_FIELD;
        line->field = ANF_FIELD_ANSWERED;
        r->head_end = anf__find_head_end(r);
        return;
    }
}

/* The lines of the block in which a line stands, as one. */
static struct line
paragraph_of(const struct recognition *r, uint32_t index)
{
    uint32_t block = r->lines.items[index].block;
    while (index > 0 && r->lines.items[index - 1].block == block)
        index--;
    return anf__joined_lines(r, index, PARAGRAPH_LINES);
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
        struct line whole = kind ? paragraph_of(r, i) : *line;
        if (!kind || !anf__ends_sentence(r, &whole))
            continue;
        tried++;
        if (!quotes_inquiry(r, whole.index))
            continue;
        forget_link(r);
        head_by_answer(r, whole.index);
        return read_told(r, &whole, kind);
    }
    return ANF_OK;
}
