/* lines.c: the lines of a text. A line ends at LF, CR LF, CR, VT, FF, NEL, LS and PS (Unicode
 * Standard Annex 14, class BK, CR, LF, NL). */
#include "lines.h"

#include <string.h>

enum {
    TAB_STOP = 8,
    QUOTES_MOST = 16,      /* marks beyond it stay text: a row of marks is no conversation */
    QUOTE_INDENT_MOST = 3, /* spaces before a mark, as in CommonMark 0.31, section 5.1 */
    RULE_LEAST = 3
};

/* Bytes of the line end at at, or 0. */
static size_t
line_end_length(const char *at, const char *end)
{
    const unsigned char *byte = (const unsigned char *)at;
    size_t left = (size_t)(end - at);
    switch (*byte) {
    case '\n':
    case '\v':
    case '\f':
        return 1;
    case '\r':
        return left > 1 && byte[1] == '\n' ? 2 : 1;
    case 0xC2: /* U+0085 */
        return left > 1 && byte[1] == 0x85 ? 2 : 0;
    case 0xE2: /* U+2028, U+2029 */
        return left > 2 && byte[1] == 0x80 && (byte[2] & 0xFE) == 0xA8 ? 3 : 0;
    default:
        return 0;
    }
}

/* Bytes of the white space at at, or 0: SPACE, TAB, NO-BREAK SPACE. */
static size_t
space_length(const char *at, const char *end)
{
    if (at < end && (*at == ' ' || *at == '\t'))
        return 1;
    return end - at > 1 && memcmp(at, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

static int
is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

uint32_t
anf__plain_columns(const char *text, const char *end, uint32_t from)
{
    uint32_t column = from;
    for (; text < end; text++) {
        if (*text == '\t')
            column += TAB_STOP - column % TAB_STOP;
        else if (!is_continuation(*text))
            column++;
    }
    return column - from;
}

/* The marks before quoted text, which are ">" or "> ", the last one followed by a space or
 * nothing: ">word" is no quotation. Sets line->quotes and returns where the text begins. */
static const char *
skip_quotes(const char *at, const char *end, struct anf__plain_line *line)
{
    const char *mark = at;
    while (mark < end && mark - at < QUOTE_INDENT_MOST && *mark == ' ')
        mark++;
    uint32_t quotes = 0;
    const char *behind = mark;
    while (behind < end && *behind == '>' && quotes < QUOTES_MOST) {
        behind++;
        quotes++;
        if (behind + 1 < end && *behind == ' ' && behind[1] == '>')
            behind++;
    }
    if (!quotes || (behind < end && *behind != ' '))
        return at;
    line->quotes = quotes;
    return behind < end ? behind + 1 : behind;
}

/* The character that, with blanks at most, makes up the whole line, if it is one that people draw
 * rules with. */
static char
rule_character(const char *text, const char *end)
{
    char mark = *text;
    if (!strchr("-=_*~#+", mark) || mark == '\0')
        return 0;
    size_t count = 0;
    for (; text < end; text++) {
        if (*text == mark)
            count++;
        else if (*text != ' ')
            return 0;
    }
    return count >= RULE_LEAST ? mark : 0;
}

static void
describe(struct anf__plain_line *line, const char *start, const char *end, uint32_t column)
{
    const char *text = skip_quotes(start, end, line);
    const char *first = text;
    size_t space;
    while ((space = space_length(first, end)) > 0)
        first += space;
    const char *last = end;
    while (last > first && (last[-1] == ' ' || last[-1] == '\t'))
        last--;
    while (last - first > 1 && memcmp(last - 2, "\xC2\xA0", 2) == 0)
        last -= 2;
    line->text = text;
    line->length = (size_t)(last - text);
    line->lead = (size_t)(first - text);
    line->blank = first == last;
    line->rule = line->blank ? 0 : rule_character(first, last);
    line->width = anf__plain_columns(start, last, 0);
    line->column = column;
    for (; start < first; start++)
        line->column += !is_continuation(*start);
}

struct anf__plain_cursor
anf__plain_start(const char *text, size_t len)
{
    return (struct anf__plain_cursor){.at = text, .end = text + len, .number = 1, .column = 1};
}

int
anf__plain_next_line(struct anf__plain_cursor *cursor, struct anf__plain_line *ret_line)
{
    if (cursor->at == cursor->end)
        return 0;
    const char *start = cursor->at;
    const char *stop = start;
    size_t length = 0;
    while (stop < cursor->end && (length = line_end_length(stop, cursor->end)) == 0)
        stop++;
    *ret_line = (struct anf__plain_line){.number = cursor->number,
                                         .page_break = cursor->page_break};
    describe(ret_line, start, stop, cursor->column);
    cursor->page_break = stop < cursor->end && *stop == '\f';
    if (stop < cursor->end && (*stop == '\n' || *stop == '\r')) {
        cursor->number++;
        cursor->column = 1;
    } else {
        for (; start < stop; start++)
            cursor->column += !is_continuation(*start);
        cursor->column += stop < cursor->end;
    }
    cursor->at = stop + length;
    return 1;
}

int
anf__plain_adjoin(const struct anf__plain_line *line, const struct anf__plain_line *next)
{
    return !line->blank && !next->blank && !next->page_break && !line->rule && !next->rule &&
           line->quotes == next->quotes;
}
