/* margin.c: was a text wrapped at a column?
 *
 * Who wraps at column M puts as many words on a line as fit. A line end can come from that only
 * if the line is no longer than M and the first word of the next line would have gone beyond M:
 * each line end speaks for an interval of columns, with the weight of the text before it. The
 * column that most speaks for is the margin, if little goes beyond it. Proportional type (text out
 * of a PDF) blurs both ends, so the test allows for some slack. */
#include "margin.h"

#include <string.h>
#include <utf8proc.h>

enum {
    MARGIN_LEAST = 40, /* nobody wraps pages narrower; menus and addresses are */
    MARGIN_MOST = 200,
    SLACK = 10,
    VOTES_LEAST = 3 * MARGIN_LEAST, /* three line ends at the very least */
    BEYOND_SHARE = 2 /* twice as much text must speak for the margin as goes beyond it */
};

static uint32_t
first_word_columns(const struct anf__plain_line *line)
{
    const char *word = line->text + line->lead;
    const char *end = line->text + line->length;
    const char *stop = word;
    while (stop < end && *stop != ' ' && *stop != '\t')
        stop++;
    return anf__plain_columns(word, stop, 0);
}

struct votes {
    int64_t change[MARGIN_MOST + 2]; /* of the votes for a column against the one before */
    int64_t lines[MARGIN_MOST + 1];  /* of a width; the last: or wider */
};

static void
count(struct votes *votes, const struct anf__plain_line *line, const struct anf__plain_line *next)
{
    uint32_t from = line->width;
    uint32_t to = line->width + first_word_columns(next);
    if (to < MARGIN_LEAST || from > MARGIN_MOST)
        return;
    votes->change[from < MARGIN_LEAST ? MARGIN_LEAST : from] += line->width;
    votes->change[(to > MARGIN_MOST ? MARGIN_MOST : to) + 1] -= line->width;
}

uint32_t
anf__plain_margin(const char *text, size_t len)
{
    struct votes votes = {0};
    struct anf__plain_cursor cursor = anf__plain_start(text, len);
    struct anf__plain_line line = {.blank = 1}, next;
    while (anf__plain_next_line(&cursor, &next)) {
        if (!next.blank)
            votes.lines[next.width < MARGIN_MOST ? next.width : MARGIN_MOST]++;
        if (anf__plain_adjoin(&line, &next))
            count(&votes, &line, &next);
        line = next;
    }
    int64_t now = 0, most = 0, beyond = 0;
    uint32_t margin = 0;
    for (uint32_t column = MARGIN_LEAST; column <= MARGIN_MOST; column++) {
        now += votes.change[column];
        if (now >= most && now >= VOTES_LEAST) {
            most = now;
            margin = column;
        }
    }
    for (uint32_t width = margin + SLACK + 1; margin && width <= MARGIN_MOST; width++)
        beyond += votes.lines[width];
    return beyond * margin * BEYOND_SHARE <= most ? margin : 0;
}

/* Does the line begin in the middle of a sentence? */
static int
runs_on(const struct anf__plain_line *line)
{
    utf8proc_int32_t character;
    utf8proc_iterate((const utf8proc_uint8_t *)line->text + line->lead,
                     (utf8proc_ssize_t)(line->length - line->lead), &character);
    return character >= 0 && utf8proc_category(character) == UTF8PROC_CATEGORY_LL;
}

int
anf__plain_wraps(uint32_t margin, const struct anf__plain_line *line,
                 const struct anf__plain_line *next)
{
    if (line->width >= MARGIN_LEAST && line->width <= MARGIN_MOST && runs_on(next))
        return 1;
    return margin && line->width <= margin + SLACK &&
           line->width + 1 + first_word_columns(next) + SLACK > margin;
}
