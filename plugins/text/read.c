/* read.c: text in: lines to blocks, but for text of our own (own.c). Nothing here knows what an
 * inquiry is; the rules are those of typing: blank lines and form feeds between paragraphs, rules,
 * underlined headings, quote marks, aligned columns. Bullets and numbers stay text. */
#include "read.h"

#include "columns.h"
#include "lines.h"
#include "margin.h"
#include "own.h"

enum {
    UNDERLINE_BEYOND = 8, /* columns that an underline may be longer than its heading */
    LINES_LEAST = 4,      /* line ends in a row that are meant: no wrapped text any more */
    WRAPS_LEAST = 2       /* line ends in a row that come from wrapping, behind such lines */
};

struct reader {
    struct anf_page *page;
    struct anf__plain_cursor cursor; /* behind the line that is looked at */
    uint32_t margin;
    uint32_t quotes; /* open quote places */
};

/* What begins with a line, how many lines it takes, and how they become blocks. */
struct piece {
    int kind; /* enum anf_block_kind */
    uint32_t flags;
    uint32_t level;
    size_t lines;
    size_t skipped; /* lines behind them that have done their work: an underline */
};

static int
is_underline(const struct anf__plain_line *line, const struct anf__plain_line *next)
{
    return (next->rule == '=' || next->rule == '-') && !line->blank && !line->rule &&
           !next->page_break && line->quotes == next->quotes &&
           next->width <= line->width + UNDERLINE_BEYOND;
}

/* Text without blank lines (out of a PDF) goes from wrapped paragraphs to lines that are meant,
 * such as a table's, and back. Where it does, a piece ends: one flag must do for all of it. */
struct stretch {
    size_t lines; /* in the piece so far */
    size_t wraps; /* line ends among them that come from wrapping */
    size_t wraps_in_a_row;
    size_t others_in_a_row;
    int meant; /* the piece is of lines that are meant */
};

/* Look at the end of the last line so far. 1: the piece should have ended before; then
 * stretch->lines is how many lines it keeps. */
static int
turns(struct stretch *stretch, int wraps)
{
    stretch->wraps_in_a_row = wraps ? stretch->wraps_in_a_row + 1 : 0;
    stretch->others_in_a_row = wraps ? 0 : stretch->others_in_a_row + 1;
    if (stretch->meant && stretch->wraps_in_a_row == WRAPS_LEAST) {
        stretch->lines -= WRAPS_LEAST;
        stretch->wraps -= WRAPS_LEAST - 1;
        return 1;
    }
    if (stretch->others_in_a_row == LINES_LEAST && stretch->wraps) {
        stretch->lines -= LINES_LEAST - 1;
        return 1;
    }
    if (stretch->others_in_a_row == LINES_LEAST)
        stretch->meant = 1;
    stretch->wraps += (size_t)wraps;
    stretch->lines++;
    return 0;
}

/* A paragraph ends where its run of lines does, or where columns begin. */
static struct piece
measure_paragraph(const struct reader *reader, const struct anf__plain_line *first)
{
    struct stretch stretch = {.lines = 1};
    struct anf__plain_cursor cursor = reader->cursor;
    struct anf__plain_line line = *first, next;
    size_t region_lines;
    while (anf__plain_next_line(&cursor, &next) && anf__plain_adjoin(&line, &next) &&
           !anf__plain_region(&next, &cursor, &region_lines)) {
        if (turns(&stretch, anf__plain_wraps(reader->margin, &line, &next)))
            break;
        line = next;
    }
    struct piece piece = {.kind = ANF_BLOCK_PARAGRAPH, .lines = stretch.lines};
    if (stretch.lines > 1 && stretch.wraps * 2 >= stretch.lines - 1)
        piece.flags = ANF_BLOCK_WRAPPED;
    return piece;
}

static struct piece
measure(const struct reader *reader, const struct anf__plain_line *line)
{
    struct piece piece = {.kind = ANF_BLOCK_PARAGRAPH};
    switch (anf__plain_region(line, &reader->cursor, &piece.lines)) {
    case ANF__PLAIN_TABLE:
        piece.kind = ANF_BLOCK_PREFORMATTED;
        return piece;
    case ANF__PLAIN_LABELS:
        return piece;
    case ANF__PLAIN_NO_REGION:
        break;
    }
    struct anf__plain_cursor cursor = reader->cursor;
    struct anf__plain_line next;
    if (anf__plain_next_line(&cursor, &next) && is_underline(line, &next))
        return (struct piece){
            .kind = ANF_BLOCK_HEADING, .level = next.rule == '=' ? 1 : 2, .lines = 1, .skipped = 1};
    return measure_paragraph(reader, line);
}

/* Of the lines of a table, the white space that all begin with. */
static size_t
common_lead(const struct reader *reader, const struct anf__plain_line *line, size_t lines)
{
    struct anf__plain_cursor cursor = reader->cursor;
    struct anf__plain_line next;
    size_t lead = line->lead;
    while (--lines && anf__plain_next_line(&cursor, &next))
        if (next.lead < lead)
            lead = next.lead;
    return lead;
}

/* skip: bytes to leave off at the start of each line. */
static int
add_lines(struct reader *reader, struct anf__plain_line *line, size_t lines, size_t skip)
{
    int status = anf_page_add_text(reader->page, line->text + skip, line->length - skip);
    while (status == ANF_OK && --lines && anf__plain_next_line(&reader->cursor, line)) {
        status = anf_page_add_text(reader->page, "\n", 1);
        if (status == ANF_OK)
            status = anf_page_add_text(reader->page, line->text + skip, line->length - skip);
    }
    return status;
}

static int
add_piece(struct reader *reader, struct anf__plain_line *line)
{
    struct piece piece = measure(reader, line);
    size_t lead = piece.kind == ANF_BLOCK_PREFORMATTED ? common_lead(reader, line, piece.lines) : 0;
    uint32_t kept = lead ? (uint32_t)(line->lead - lead) : 0;
    int status = anf_page_open_block(reader->page, piece.kind, piece.flags, piece.level,
                                     line->number, line->column - kept);
    if (status == ANF_OK)
        status = add_lines(reader, line, piece.lines, lead);
    if (status == ANF_OK)
        status = anf_page_close_block(reader->page);
    while (status == ANF_OK && piece.skipped-- && anf__plain_next_line(&reader->cursor, line))
        ;
    return status;
}

static int
set_quotes(struct reader *reader, uint32_t quotes)
{
    for (; reader->quotes > quotes; reader->quotes--)
        anf_page_close_place(reader->page);
    for (; reader->quotes < quotes; reader->quotes++) {
        int status = anf_page_open_place(reader->page, ANF_PLACE_QUOTE, 0);
        if (status != ANF_OK)
            return status;
    }
    return ANF_OK;
}

static int
read_page(struct anf_call *call, const char *text, size_t length)
{
    int status = ANF_OK;
    struct reader reader = {.page = anf_call_page(call),
                            .cursor = anf__plain_start(text, length),
                            .margin = anf__plain_margin(text, length)};
    struct anf__plain_line line;
    while (status == ANF_OK && anf__plain_next_line(&reader.cursor, &line)) {
        if (line.rule)
            continue; /* a border, and no text */
        /* A blank line without marks between two quotations parts them. */
        status = set_quotes(&reader, line.quotes);
        if (status == ANF_OK && !line.blank)
            status = add_piece(&reader, &line);
    }
    return status;
}

int
anf__plain_read(struct anf_call *call, struct anf_source *source)
{
    const char *text;
    size_t length;
    int follows = 0;
    int status = anf_source_text(call, source, NULL, ANF_DECODE_STRICT, &text, &length);
    if (status == ANF_OK && anf__plain_is_own(text, length))
        status = anf__plain_read_own(call, text, length, &follows);
    return status == ANF_OK && !follows ? read_page(call, text, length) : status;
}
