/* repeats.c: questions that a page asks once more, in the same words, before it answers them: the
 * second time says nothing new. */
#include "recogniser/compose.h"

/* Where the letters of a unit are read. */
struct cursor {
    const struct recognition *r;
    uint32_t line, end_line;
    uint32_t at; /* offset; UINT32_MAX: before the line's text */
};

/* Bytes that are no letters or digits: signs, blanks, hyphens of line ends, what is not seen. */
static uint32_t
signs_at(const char *text, uint32_t left)
{
    unsigned char byte = (unsigned char)*text;
    int letter = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                 (byte >= 'a' && byte <= 'z');
    if (byte < 0x80)
        return letter ? 0 : 1;
    if (byte == 0xc2 && left > 1)
        return 2; /* U+0080 to U+00BF */
    return byte == 0xe2 && left > 2 && (unsigned char)text[1] == 0x80 ? 3 : 0;
}

/* The next byte of a letter or digit; -1: there is none. */
static int
next_byte(struct cursor *c)
{
    for (; c->line < c->end_line; c->line++, c->at = UINT32_MAX) {
        const struct line *line = &c->r->lines.items[c->line];
        const char *text = anf__line_text(c->r, line);
        if (line->state != LINE_BODY || line->foot)
            continue;
        if (c->at == UINT32_MAX)
            c->at = line->text_start;
        while (c->at < line->end) {
            uint32_t signs = signs_at(text + c->at, line->end - c->at);
            if (!signs)
                return (unsigned char)text[c->at++];
            c->at += signs;
        }
    }
    return -1;
}

static int
is_same_text(const struct recognition *r, const struct unit *a, const struct unit *b)
{
    struct cursor x = {r, a->first_line, a->end_line, UINT32_MAX};
    struct cursor y = {r, b->first_line, b->end_line, UINT32_MAX};
    for (;;) {
        int byte = next_byte(&x);
        if (byte != next_byte(&y))
            return 0;
        if (byte < 0)
            return 1;
    }
}

/* The number of the question that a unit holds, as a key. */
static uint32_t
key_of(const struct composer *c, uint32_t unit)
{
    const struct line *line = &c->r->lines.items[c->plan.units.items[unit].first_line];
    return c->r->ranges.items[line->first_range].first;
}

/* Does a unit of the chain before this one ask the same question in the same words? */
int
anf__was_asked(const struct composer *c, uint32_t first, uint32_t unit)
{
    const struct unit *units = c->plan.units.items;
    for (uint32_t i = first; i != unit; i = units[i].next) {
        if (key_of(c, i) == key_of(c, unit) && is_same_text(c->r, &units[i], &units[unit]))
            return 1;
    }
    return 0;
}

void
anf__leave_out(struct recognition *r, const struct unit *unit)
{
    for (uint32_t i = unit->first_line; i < unit->end_line; i++) {
        struct line *line = &r->lines.items[i];
        if (line->state != LINE_BODY || line->foot)
            continue;
        line->state = LINE_ASIDE;
        line->reason = "repeated-question";
    }
}
