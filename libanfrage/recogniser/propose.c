/* propose.c: values that rules propose, with the words that they come from. */
#include "recogniser/recognition.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* Soft hyphens, which are the first of them, zero-width characters, directional marks: not seen by
 * a person. */
static int
is_unseen(utf8proc_int32_t point)
{
    return point >= 0xad && utf8proc_category(point) == UTF8PROC_CATEGORY_CF;
}

static int
is_space(utf8proc_int32_t point)
{
    return point == ' ' || point == '\n' || point == '\r' || point == '\t' ||
           (point >= 0xa0 && utf8proc_category(point) == UTF8PROC_CATEGORY_ZS);
}

/* The characters at the start that are kept as they are and need no closer look: of ASCII, but for
 * hyphens, at which a word may be broken. */
static size_t
plain_length(const char *text, size_t len)
{
    size_t i = 0;
    while (i < len && text[i] > ' ' && text[i] < 0x7f && text[i] != '-')
        i++;
    return i;
}

/* The bytes of the character at the start. */
static size_t
read_character(const char *text, size_t len, utf8proc_int32_t *ret_point)
{
    utf8proc_ssize_t got = utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)len,
                                            ret_point);
    return got > 0 ? (size_t)got : 1;
}

char *
anf__clean(const char *text, size_t len)
{
    char *clean = malloc(len + 1);
    if (!clean)
        return NULL;
    size_t size = 0;
    int space = 0;
    for (size_t i = 0; i < len;) {
        utf8proc_int32_t point = 0;
        size_t bytes = plain_length(text + i, len - i);
        struct anf__broken_word broken = {0, 0};
        if (!bytes) {
            bytes = read_character(text + i, len - i, &point);
            broken = anf__broken_word(text, len, i);
        }
        if (broken.next) {
            i = broken.next;
            if (broken.keeps_hyphen)
                clean[size++] = '-';
            continue;
        }
        if (is_space(point)) {
            space = size > 0;
        } else if (!is_unseen(point)) {
            if (space)
                clean[size++] = ' ';
            space = 0;
            memcpy(clean + size, text + i, bytes);
            size += bytes;
        }
        i += bytes;
    }
    clean[size] = '\0';
    return clean;
}

int
anf__propose(struct recognition *r, int field, uint32_t weight, const char *rule,
             struct extent extent, const char *value, size_t len)
{
    char *clean = anf__clean(value, len);
    if (!clean)
        return ANF_ERR_NOMEM;
    if (!*clean) {
        free(clean);
        return ANF_OK;
    }
    struct proposal *proposal = ANF__ARRAY_PUSH(&r->proposals);
    if (!proposal) {
        free(clean);
        return ANF_ERR_NOMEM;
    }
    *proposal = (struct proposal){field, weight, rule, extent, clean, NULL, 0};
    return ANF_OK;
}

struct recognition_mark
anf__mark(const struct recognition *r)
{
    return (struct recognition_mark){r->proposals.count, r->askers.count, r->answerers.count};
}

void
anf__take_back(struct recognition *r, struct recognition_mark mark)
{
    while (r->proposals.count > mark.proposals)
        free(r->proposals.items[--r->proposals.count].value);
    while (r->askers.count > mark.askers)
        anf__person_clear(&r->askers.items[--r->askers.count]);
    while (r->answerers.count > mark.answerers)
        anf__person_clear(&r->answerers.items[--r->answerers.count]);
}

void
anf__person_clear(struct person *person)
{
    /* The actor's strings are const for everyone but their owner. */
    free((void *)(uintptr_t)person->actor.name);
    free((void *)(uintptr_t)person->actor.party);
    free((void *)(uintptr_t)person->actor.organization);
}

int
anf__propose_beside(struct recognition *r, int field, uint32_t weight, const char *rule,
                    const char *words, const char *value)
{
    size_t before = r->proposals.count;
    struct extent nowhere = {UINT32_MAX, 0, 0};
    int status = anf__propose(r, field, weight, rule, nowhere, value, strlen(value));
    if (r->proposals.count > before)
        r->proposals.items[before].beside = words;
    return status;
}

int
anf__propose_words(struct recognition *r, int field, uint32_t weight, const char *rule,
                   struct extent extent)
{
    const char *text = anf__line_text(r, &r->lines.items[extent.line]);
    return anf__propose(r, field, weight, rule, extent, text + extent.start,
                        extent.end - extent.start);
}

const struct proposal *
anf__best(const struct recognition *r, int field)
{
    const struct proposal *best = NULL;
    for (size_t i = 0; i < r->proposals.count; i++) {
        const struct proposal *p = &r->proposals.items[i];
        if (p->field == field && (!best || p->weight > best->weight))
            best = p;
    }
    return best;
}

struct extent
anf__extent_of_tokens(const struct recognition *r, const struct line *line, uint32_t first,
                      uint32_t count)
{
    const struct token *from = anf__line_token(r, line, first);
    const struct token *to = anf__line_token(r, line, first + count - 1);
    return (struct extent){line->index, from->start, to->end};
}
