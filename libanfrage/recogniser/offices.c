/* offices.c: who answers, in full: "Ministerium des Innern, für Sport und Infrastruktur". */
#include "buffer.h"
#include "recogniser/recognition.h"

#include <stdlib.h>
#include <string.h>

/* A place in the name of an office. */
struct office {
    const struct recognition *r;
    const struct line *line;
    uint32_t first; /* token of its first word, an adjective of its country included */
    uint32_t head;  /* of "Ministerium", "Senatorin", … */
    uint32_t at;    /* behind what was read */
};

static const struct hit *
hit_at(const struct office *o, uint32_t index, enum word_class class)
{
    return anf__line_hit(o->r, o->line, index, class);
}

static int
sign_at(const struct office *o, uint32_t index, char sign)
{
    const struct token *token = anf__line_token(o->r, o->line, index);
    return token && anf__token_is_sign(anf__line_text(o->r, o->line), token, sign);
}

/* --- the words of a name --- */

/* Words that tell that the name is over: the next statement begins. */
static int
ends_name(const struct office *o, uint32_t index)
{
    static const enum word_class classes[] = {WORD_LABEL,      WORD_KIND,  WORD_ANSWER_STEP,
                                              WORD_OTHER_STEP, WORD_PARTY, WORD_MONTH};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        if (hit_at(o, index, classes[i]))
            return 1;
    }
    return 0;
}

static int
is_capital(const struct office *o, uint32_t index)
{
    const struct token *token = anf__line_token(o->r, o->line, index);
    return token && token->kind == TOKEN_WORD && token->flags & TOKEN_CAPITAL &&
           !ends_name(o, index);
}

static int
is_link(const struct office *o, uint32_t index)
{
    return hit_at(o, index, WORD_OFFICE_LINK) != NULL;
}

/* "ländlichen" in "für ländlichen Raum", "Ländlichen" in "für Ländlichen Raum" */
static int
is_adjective(const struct office *o, uint32_t index)
{
    const struct token *token = anf__line_token(o->r, o->line, index);
    const struct token *next = anf__line_token(o->r, o->line, index + 1);
    const char *text = anf__line_text(o->r, o->line);
    return token && next && token->kind == TOKEN_WORD && token->end - token->start > 4 &&
           memcmp(text + token->end - 2, "en", 2) == 0 && is_capital(o, index + 1) &&
           !memchr(text + token->end, '\n', next->start - token->end);
}

/* Behind a capital word and those that a hyphen or stroke joins to it: "Bau-", "Minister/in". */
static uint32_t
behind_word(const struct office *o, uint32_t at)
{
    at++;
    while (sign_at(o, at, '-') || sign_at(o, at, '/')) {
        const struct token *sign = anf__line_token(o->r, o->line, at);
        const struct token *next = anf__line_token(o->r, o->line, at + 1);
        if (sign->flags & TOKEN_AFTER_SPACE)
            break;
        at++;
        if (next && next->kind == TOKEN_WORD && !(next->flags & TOKEN_AFTER_SPACE))
            at++;
    }
    return at;
}

/* Behind the links "und", "für den": a name goes on behind them with a capital word, which is no
 * office of its own; 0: it does not. */
static uint32_t
behind_links(const struct office *o, uint32_t at)
{
    uint32_t start = at;
    if (sign_at(o, at, ','))
        at++;
    while (is_link(o, at))
        at += hit_at(o, at, WORD_OFFICE_LINK)->count;
    if (at == start || hit_at(o, at, WORD_OFFICE))
        return 0;
    return is_capital(o, at) || is_adjective(o, at) ? at : 0;
}

static void
read_rest(struct office *o)
{
    /* "Landesregierung, Staatskanzlei": the first word behind the head must be linked to it. */
    uint32_t at = is_link(o, o->at) ? behind_links(o, o->at) : 0;
    while (at) {
        if (is_adjective(o, at))
            at++;
        o->at = behind_word(o, at);
        at = behind_links(o, o->at);
    }
}

/* "Staatskanzlei und Ministerium für Kultur" is one office. */
static void
read_second_head(struct office *o)
{
    uint32_t at = o->at;
    while (is_link(o, at))
        at += hit_at(o, at, WORD_OFFICE_LINK)->count;
    const struct hit *second = at > o->at ? hit_at(o, at, WORD_OFFICE) : NULL;
    if (!second)
        return;
    o->at = at + second->count;
    read_rest(o);
}

/* "Landesregierung (Ministerium für Verkehr)" */
static void
read_brackets(struct office *o)
{
    const struct hit *inner = sign_at(o, o->at, '(') ? hit_at(o, o->at + 1, WORD_OFFICE) : NULL;
    if (!inner)
        return;
    struct office in = {o->r, o->line, o->at + 1, o->at + 1, o->at + 1 + inner->count};
    read_rest(&in);
    if (sign_at(o, in.at, ')'))
        o->at = in.at + 1;
}

/* --- its nominative --- */

/* The head as the vocabulary has it, where it stands in another case. */
static int
add_head(struct anf__buffer *name, const struct hit *head, const char *text, size_t len)
{
    const char *nominative = head->entry->id;
    if (strcmp(nominative, "-") == 0)
        return anf__buffer_add(name, text, len);
    return anf__buffer_add(name, nominative, strlen(nominative));
}

/* "Niedersächsischen Ministeriums": the adjective of a neuter in the genitive ends in -en. */
static int
add_adjective(struct anf__buffer *name, const struct hit *head, const char *text, size_t len)
{
    int genitive = strcmp(head->entry->id, "-") != 0 && len > 2 &&
                   memcmp(text + len - 2, "en", 2) == 0;
    int status = anf__buffer_add(name, text, genitive ? len - 1 : len);
    if (genitive && status == ANF_OK)
        status = anf__buffer_add(name, "s", 1);
    return status == ANF_OK ? anf__buffer_add(name, " ", 1) : status;
}

static char *
nominative(const struct office *o, const struct hit *head)
{
    struct anf__buffer name = {0};
    const char *text = anf__line_text(o->r, o->line);
    struct extent whole = anf__extent_of_tokens(o->r, o->line, o->head, o->at - o->head);
    struct extent word = anf__extent_of_tokens(o->r, o->line, o->head, head->count);
    int status = ANF_OK;
    if (o->first < o->head) {
        struct extent adjective = anf__extent_of_tokens(o->r, o->line, o->first, 1);
        status = add_adjective(&name, head, text + adjective.start,
                               adjective.end - adjective.start);
    }
    if (status == ANF_OK)
        status = add_head(&name, head, text + word.start, word.end - word.start);
    if (status == ANF_OK)
        status = anf__buffer_add(&name, text + word.end, whole.end - word.end);
    char *clean = status == ANF_OK ? anf__clean(name.data, name.length) : NULL;
    anf__buffer_clear(&name);
    return clean;
}

/* --- reading --- */

int
anf__read_office(struct recognition *r, const struct line *line, uint32_t index, const char *rule,
                 uint32_t *ret_read)
{
    const struct hit *origin = anf__line_hit(r, line, index, WORD_OFFICE_ORIGIN);
    uint32_t start = index + (origin ? origin->count : 0);
    const struct hit *head = anf__line_hit(r, line, start, WORD_OFFICE);
    *ret_read = 0;
    if (!head)
        return ANF_OK;
    struct office o = {r, line, index, start, start + head->count};
    read_second_head(&o);
    if (o.at == start + head->count)
        read_rest(&o);
    read_brackets(&o);
    struct person *person = ANF__ARRAY_PUSH(&r->answerers);
    if (!person)
        return ANF_ERR_NOMEM;
    *person = (struct person){
        {ANF_ACTOR_INIT}, anf__extent_of_tokens(r, line, index, o.at - index), rule};
    person->actor.organization = nominative(&o, head);
    *ret_read = o.at - index;
    return person->actor.organization ? ANF_OK : ANF_ERR_NOMEM;
}
