/* people.c: members and groups: "Dr. Eva Muster (SPD), Jan Probe MdL und die Fraktion der CDU". */
#include "buffer.h"
#include "recogniser/recognition.h"

#include <stdlib.h>
#include <string.h>

/* A place in a line, with the people found so far on it. */
struct reading {
    struct recognition *r;
    const struct line *line;
    uint32_t at;
    uint32_t end; /* of what was read: "und" behind the last of them joins something else */
    size_t first; /* of the askers that this reading has added */
    const char *rule;
    int named;    /* a name was read, and nothing that would join another to it */
    int reversed; /* names are written "Muster, Eva" */
};

static const struct hit *
hit_here(const struct reading *p, enum word_class class)
{
    return anf__line_hit(p->r, p->line, p->at, class);
}

static int
sign_at(const struct reading *p, uint32_t index, char sign)
{
    const struct token *token = anf__line_token(p->r, p->line, index);
    return token && anf__token_is_sign(anf__line_text(p->r, p->line), token, sign);
}

/* --- names --- */

static int
is_capital_word(const struct reading *p, uint32_t index)
{
    const struct token *token = anf__line_token(p->r, p->line, index);
    return token && token->kind == TOKEN_WORD && token->flags & TOKEN_CAPITAL;
}

/* A hyphen or apostrophe that joins two words without a blank; a line may end behind it. */
static int
joins(const struct reading *p, uint32_t index)
{
    const struct token *next = anf__line_token(p->r, p->line, index + 1);
    const struct token *sign = anf__line_token(p->r, p->line, index);
    if (!sign || !next || sign->kind != TOKEN_SIGN || sign->flags & TOKEN_AFTER_SPACE ||
        !is_capital_word(p, index + 1))
        return 0;
    int wrapped = sign_at(p, index, '-') && next->start > sign->end &&
                  memchr(anf__line_text(p->r, p->line) + sign->end, '\n', next->start - sign->end);
    if (next->flags & TOKEN_AFTER_SPACE && !wrapped)
        return 0;
    return sign_at(p, index, '-') || sign_at(p, index, '\'') || sign->end - sign->start == 3;
}

/* "H." in "Sascha H. Wagner" */
static int
is_initial(const struct reading *p, uint32_t index)
{
    const struct token *token = anf__line_token(p->r, p->line, index);
    const struct token *dot = anf__line_token(p->r, p->line, index + 1);
    return token->end - token->start == 1 && dot && !(dot->flags & TOKEN_AFTER_SPACE) &&
           sign_at(p, index + 1, '.');
}

static int
is_no_name(const struct reading *p, uint32_t index)
{
    static const enum word_class classes[] = {WORD_PARTY,       WORD_NAME_TAIL,  WORD_GROUP,
                                              WORD_KIND,        WORD_KIND_EXACT, WORD_OTHER_STEP,
                                              WORD_ANSWER_STEP, WORD_OFFICE};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        if (anf__line_hit(p->r, p->line, index, classes[i]))
            return 1;
    }
    return 0;
}

/* How many tokens from index on belong to a name; *words counts its capital words. What goes on for
 * longer than any name is none. */
static uint32_t
name_length(const struct reading *p, uint32_t index, uint32_t *words)
{
    enum { LONGEST_NAME = 60 };
    uint32_t at = index;
    *words = 0;
    for (;;) {
        if (at - index > LONGEST_NAME) {
            *words = 0;
            break;
        }
        const struct hit *title = anf__line_hit(p->r, p->line, at, WORD_ACADEMIC);
        const struct hit *particle = anf__line_hit(p->r, p->line, at, WORD_NAME_PARTICLE);
        if (title) {
            at += title->count;
        } else if (is_no_name(p, at)) {
            break;
        } else if (particle && *words) {
            at += particle->count;
        } else if (is_capital_word(p, at)) {
            ++*words;
            at += is_initial(p, at) ? 2 : 1;
            while (joins(p, at))
                at += 2;
        } else {
            break;
        }
    }
    return at - index;
}

/* Takes over the name. */
static struct person *
add_named(struct reading *p, struct extent extent, char *name)
{
    struct person *person = name ? ANF__ARRAY_PUSH(&p->r->askers) : NULL;
    if (!person) {
        free(name);
        return NULL;
    }
    *person = (struct person){{ANF_ACTOR_INIT, .name = name}, extent, p->rule};
    return person;
}

static struct person *
add_person(struct reading *p, uint32_t first, uint32_t count)
{
    struct extent extent = anf__extent_of_tokens(p->r, p->line, first, count);
    const char *text = anf__line_text(p->r, p->line);
    return add_named(p, extent, anf__clean(text + extent.start, extent.end - extent.start));
}

/* --- names as registers write them: "Muster, Eva, SPD; Probe, Dr. Jan" --- */

/* Where the surname that begins here ends: one word, or as many as it takes once a list is known
 * to be so written. */
static uint32_t
surname_end(const struct reading *p)
{
    uint32_t at = p->at;
    uint32_t words = 0;
    const struct hit *particle = NULL;
    while ((particle = anf__line_hit(p->r, p->line, at, WORD_NAME_PARTICLE)))
        at += particle->count;
    at += name_length(p, at, &words);
    return words && (words == 1 || p->reversed) ? at : 0;
}

/* What may stand behind the given names, so that they are none of a list "Muster, Probe". */
static int
closes_given_names(const struct reading *p, uint32_t at)
{
    uint32_t behind = sign_at(p, at, ',') ? at + 1 : at;
    return p->reversed || at >= p->line->token_count || sign_at(p, at, ';') ||
           sign_at(p, at, '(') || anf__line_hit(p->r, p->line, behind, WORD_PARTY) ||
           anf__line_hit(p->r, p->line, behind, WORD_GROUP) ||
           anf__line_hit(p->r, p->line, behind, WORD_NAME_TAIL) ||
           anf__line_hit(p->r, p->line, at, WORD_ASKER_MORE);
}

/* Tokens of "Muster, Eva", and where the given names begin; 0: the name is not so written. */
static uint32_t
surname_first(const struct reading *p, uint32_t *given)
{
    uint32_t end = surname_end(p);
    uint32_t words = 0;
    if (!end || !sign_at(p, end, ','))
        return 0;
    *given = end + 1;
    uint32_t length = name_length(p, *given, &words);
    return words && closes_given_names(p, *given + length) ? *given + length - p->at : 0;
}

static int
add_surname_first(struct reading *p, uint32_t given, uint32_t count)
{
    struct extent whole = anf__extent_of_tokens(p->r, p->line, p->at, count);
    struct extent surname = anf__extent_of_tokens(p->r, p->line, p->at, given - 1 - p->at);
    struct extent first = anf__extent_of_tokens(p->r, p->line, given, p->at + count - given);
    const char *text = anf__line_text(p->r, p->line);
    struct anf__buffer name = {0};
    int status = anf__buffer_add(&name, text + first.start, first.end - first.start);
    if (status == ANF_OK)
        status = anf__buffer_add(&name, " ", 1);
    if (status == ANF_OK)
        status = anf__buffer_add(&name, text + surname.start, surname.end - surname.start);
    char *clean = status == ANF_OK ? anf__clean(name.data, name.length) : NULL;
    anf__buffer_clear(&name);
    p->reversed = 1;
    p->at += count;
    return add_named(p, whole, clean) ? ANF_OK : ANF_ERR_NOMEM;
}

/* --- parties and groups --- */

/* "Eva Muster und Jan Probe (SPD)": those before who have no party are of the same. */
static int
share_party(struct reading *p, const struct person *last)
{
    struct person *people = p->r->askers.items;
    for (size_t i = (size_t)(last - people); i-- > p->first && !people[i].actor.party;) {
        people[i].actor.party = strdup(last->actor.party);
        if (!people[i].actor.party)
            return ANF_ERR_NOMEM;
    }
    return ANF_OK;
}

/* The party of the person before; alone, it is the group that asks. */
static int
take_party(struct reading *p, const struct hit *party, int group)
{
    struct recognition *r = p->r;
    struct extent extent = anf__extent_of_tokens(r, p->line, p->at, party->count);
    const char *text = anf__line_text(r, p->line);
    struct person *last = r->askers.count > p->first ? &r->askers.items[r->askers.count - 1] : NULL;
    if (group || !last || last->actor.party) {
        last = add_person(p, p->at, party->count);
        if (!last)
            return ANF_ERR_NOMEM;
        last->actor.group = 1;
    }
    last->actor.party = anf__clean(text + extent.start, extent.end - extent.start);
    if (!last->actor.party)
        return ANF_ERR_NOMEM;
    if (last->extent.end < extent.end)
        last->extent.end = extent.end;
    p->named = 1;
    p->at += party->count;
    return group ? ANF_OK : share_party(p, last);
}

/* "(SPD)" gives the party; "(Bremen)" is a town and belongs to nobody. */
static int
take_brackets(struct reading *p)
{
    uint32_t close = p->at + 1;
    while (close < p->line->token_count && !sign_at(p, close, ')'))
        close++;
    p->at++;
    const struct hit *party = hit_here(p, WORD_PARTY);
    const struct token *end = anf__line_token(p->r, p->line, close);
    int status = party ? take_party(p, party, 0) : ANF_OK;
    if (party && end && status == ANF_OK)
        p->r->askers.items[p->r->askers.count - 1].extent.end = end->end;
    p->at = close + 1;
    return status;
}

static int
take_group(struct reading *p, const struct hit *word)
{
    p->at += word->count;
    /* "der" before the party; but "DIE LINKE" begins with its own article. */
    while (!hit_here(p, WORD_PARTY) && hit_here(p, WORD_FILLER))
        p->at++;
    const struct hit *party = hit_here(p, WORD_PARTY);
    return party ? take_party(p, party, 1) : ANF_OK;
}

/* --- the list --- */

/* "und" between names */
static int
is_and(const struct reading *p, uint32_t index)
{
    const struct token *token = anf__line_token(p->r, p->line, index);
    return token && token->end - token->start == 3 &&
           memcmp(anf__line_text(p->r, p->line) + token->start, "und", 3) == 0;
}

/* "der" in "und der Fraktion der CDU" */
static int
is_article_of_group(const struct reading *p)
{
    const struct hit *article = hit_here(p, WORD_FILLER);
    /* "DIE LINKE" begins with its own. */
    return article && article->count == 1 && !hit_here(p, WORD_PARTY) &&
           (anf__line_hit(p->r, p->line, p->at + 1, WORD_GROUP) ||
            anf__line_hit(p->r, p->line, p->at + 1, WORD_PARTY));
}

static int
skip_between(struct reading *p)
{
    const struct hit *intro = hit_here(p, WORD_ASKER_INTRO);
    const struct hit *tail = hit_here(p, WORD_NAME_TAIL);
    uint32_t before = p->at;
    if (intro)
        p->at += intro->count;
    else if (is_article_of_group(p))
        p->at++;
    else if (tail)
        p->at += tail->count;
    else if (sign_at(p, p->at, ',') || sign_at(p, p->at, ';') || sign_at(p, p->at, ':'))
        p->at++;
    else if (is_and(p, p->at))
        p->at++;
    if (!tail)
        p->named &= p->at == before;
    if (tail)
        p->end = p->at;
    return p->at != before;
}

/* A single word is a name where its party follows in brackets: "Muster (SPD)". */
static int
is_surname_with_party(const struct reading *p, uint32_t count)
{
    return sign_at(p, p->at + count, '(') &&
           anf__line_hit(p->r, p->line, p->at + count + 1, WORD_PARTY);
}

/* "Muster, Probe und Dr. Beispiel (SPD)": surnames alone, the last of them with their party. */
static int
is_surname_in_list(const struct reading *p, uint32_t count)
{
    uint32_t at = p->at + count;
    uint32_t words = 1;
    int joined = 0;
    while (words == 1 && !joined && (sign_at(p, at, ',') || is_and(p, at))) {
        joined = is_and(p, at);
        at++;
        at += name_length(p, at, &words);
    }
    return joined && words == 1 && sign_at(p, at, '(') &&
           anf__line_hit(p->r, p->line, at + 1, WORD_PARTY);
}

static int
take_name(struct reading *p, int *go)
{
    uint32_t given = 0;
    uint32_t words = 0;
    uint32_t count = p->named ? 0 : surname_first(p, &given);
    if (count) {
        p->named = 1;
        return add_surname_first(p, given, count);
    }
    count = hit_here(p, WORD_FILLER) ? 0 : name_length(p, p->at, &words);
    *go = !p->named && (words >= 2 || (words == 1 && (is_surname_with_party(p, count) ||
                                                      is_surname_in_list(p, count))));
    if (!*go)
        return ANF_OK;
    p->named = 1;
    struct person *person = add_person(p, p->at, count);
    p->at += count;
    return person ? ANF_OK : ANF_ERR_NOMEM;
}

/* One step of the list; *go is 0 when it is at its end. */
static int
step(struct reading *p, int *go)
{
    const struct hit *more = hit_here(p, WORD_ASKER_MORE);
    const struct hit *group = hit_here(p, WORD_GROUP);
    const struct hit *party = hit_here(p, WORD_PARTY);
    if (more) {
        struct extent extent = anf__extent_of_tokens(p->r, p->line, p->at, more->count);
        p->at += more->count;
        return anf__propose_words(p->r, ANF_FIELD_MORE_ASKERS, 80, p->rule, extent);
    }
    if (group)
        return take_group(p, group);
    if (party)
        return take_party(p, party, 0);
    if (sign_at(p, p->at, '(') && p->r->askers.count > p->first)
        return take_brackets(p);
    return take_name(p, go);
}

int
anf__read_people(struct recognition *r, const struct line *line, uint32_t index, const char *rule,
                 uint32_t *ret_read)
{
    enum { BEFORE_NAMES = 16 }; /* words and signs; more introduce nobody */
    struct reading p = {r, line, index, index, r->askers.count, rule, 0, 0};
    int go = 1;
    int status = ANF_OK;
    while (go && status == ANF_OK && p.at < p.line->token_count &&
           (r->askers.count > p.first || p.at - index < BEFORE_NAMES)) {
        int between = !hit_here(&p, WORD_ASKER_MORE) && skip_between(&p);
        if (!between)
            status = step(&p, &go);
        if (!between && go)
            p.end = p.at;
    }
    *ret_read = p.end - index;
    return status;
}
