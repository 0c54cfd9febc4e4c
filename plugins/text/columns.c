/* columns.c: tables that stand in a text as aligned columns.
 *
 * A table has gutters: columns that are blank in all of its lines, one below the other. A gutter
 * counts only where lines have a wide gap there (two spaces or more, a tab): words of prose have
 * single spaces that meet by chance. Where gaps are many and few of them meet, it is prose that
 * was justified with spaces. */
#include "columns.h"

#include <string.h>

enum {
    COLUMNS = 256, /* what stands beyond takes no part */
    WORD_BITS = 64,
    MARKER_MOST = 4,  /* "a)", "12.", "-": the gap behind an item's marker makes no column */
    PENDING_MOST = 2, /* lines without a gap of their own that a table may have in a row */
    SENTENCE_GAP = 2, /* spaces that typists leave behind a sentence */
    LINES_LEAST = 3   /* of a region; one less where some gap is clear */
};

struct column_set {
    uint64_t words[COLUMNS / WORD_BITS];
};

/* One line, cut at its gaps. */
struct gaps {
    struct column_set blank;  /* columns without ink, also all beyond the end */
    struct column_set wide;   /* those of them in wide gaps */
    uint16_t starts[COLUMNS]; /* first column of each wide gap */
    uint16_t ends[COLUMNS];   /* and the one behind its last */
    size_t count;
    int labelled; /* a colon stands before the first gap */
    int clear;    /* some gap is wider than behind a sentence */
};

static int
has(const struct column_set *set, uint32_t column)
{
    return column < COLUMNS && (set->words[column / WORD_BITS] >> (column % WORD_BITS) & 1);
}

static void
put(struct column_set *set, uint32_t from, uint32_t to)
{
    for (; from < to && from < COLUMNS; from++)
        set->words[from / WORD_BITS] |= UINT64_C(1) << (from % WORD_BITS);
}

static int
intersect(struct column_set *set, const struct column_set *other)
{
    uint64_t left = 0;
    for (size_t i = 0; i < COLUMNS / WORD_BITS; i++)
        left |= set->words[i] &= other->words[i];
    return left != 0;
}

static int
is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* Is what stands before the first gap an item's marker? */
static int
is_marker(const char *start, const char *end)
{
    if (end - start > MARKER_MOST)
        return 0;
    return end[-1] == '.' || end[-1] == ')' || end - start == 1 ||
           (unsigned char)*start >= 0x80; /* a bullet of several bytes */
}

static void
find_gaps(const struct anf__plain_line *line, struct gaps *ret_gaps)
{
    *ret_gaps = (struct gaps){0};
    const char *first = line->text + line->lead;
    const char *end = line->text + line->length;
    uint32_t column = anf__plain_columns(line->text, first, 0);
    put(&ret_gaps->blank, 0, column);
    for (const char *at = first; at < end && column < COLUMNS;) {
        const char *stop = at;
        while (stop < end && is_blank(*stop) == is_blank(*at))
            stop++;
        uint32_t behind = column + anf__plain_columns(at, stop, column);
        if (is_blank(*at))
            put(&ret_gaps->blank, column, behind);
        int wide = is_blank(*at) && (stop - at > 1 || *at == '\t') && !is_marker(first, at);
        if (wide) {
            ret_gaps->clear |= stop - at > SENTENCE_GAP || *at == '\t';
            put(&ret_gaps->wide, column, behind);
            if (!ret_gaps->count)
                ret_gaps->labelled = at[-1] == ':';
            ret_gaps->starts[ret_gaps->count] = (uint16_t)column;
            ret_gaps->ends[ret_gaps->count++] = (uint16_t)(behind < COLUMNS ? behind : COLUMNS);
        }
        column = behind;
        at = stop;
    }
    put(&ret_gaps->blank, column, COLUMNS);
}

/* How many of the line's wide gaps lie in a gutter? */
static size_t
count_met(const struct gaps *gaps, const struct column_set *gutters)
{
    size_t met = 0;
    for (size_t i = 0; i < gaps->count; i++) {
        uint32_t column = gaps->starts[i];
        while (column < gaps->ends[i] && !has(gutters, column))
            column++;
        met += column < gaps->ends[i];
    }
    return met;
}

static int
may_have_gap(const struct anf__plain_line *line)
{
    const char *first = line->text + line->lead;
    size_t length = line->length - line->lead;
    return memchr(first, '\t', length) || memmem(first, length, "  ", 2);
}

static int
belongs(const struct anf__plain_line *first, const struct anf__plain_line *line)
{
    return !line->blank && !line->page_break && line->quotes == first->quotes;
}

struct region {
    struct gaps first; /* of the first line */
    struct column_set gutters;
    size_t seen;     /* lines looked at */
    size_t lines;    /* those up to the last with a gap in a gutter */
    size_t gapped;   /* lines with such a gap */
    size_t labelled; /* of these, those that begin with a label */
    int clear;
};

/* Take one more line. 0: the region has ended before it. */
static int
extend(struct region *region, const struct anf__plain_line *line)
{
    if (line->rule) { /* below a head, or above a sum */
        region->seen++;
        return 1;
    }
    struct gaps gaps;
    find_gaps(line, &gaps);
    struct column_set narrowed = region->gutters;
    if (!intersect(&narrowed, &gaps.blank))
        return 0;
    size_t met = count_met(&gaps, &narrowed);
    if (gaps.count > 2 * met + 1 || region->first.count > 2 * count_met(&region->first, &narrowed))
        return 0;
    region->gutters = narrowed;
    region->seen++;
    if (met) {
        region->lines = region->seen;
        region->gapped++;
        region->labelled += (size_t)gaps.labelled;
        region->clear |= gaps.clear;
    }
    return 1;
}

enum anf__plain_region_kind
anf__plain_region(const struct anf__plain_line *line, const struct anf__plain_cursor *next,
                  size_t *ret_lines)
{
    if (!may_have_gap(line))
        return ANF__PLAIN_NO_REGION;
    struct region region = {.seen = 1, .lines = 1, .gapped = 1};
    find_gaps(line, &region.first);
    if (!region.first.count)
        return ANF__PLAIN_NO_REGION;
    region.gutters = region.first.wide;
    region.labelled = (size_t)region.first.labelled;
    region.clear = region.first.clear;
    struct anf__plain_cursor cursor = *next;
    struct anf__plain_line here;
    while (region.seen - region.lines <= PENDING_MOST && anf__plain_next_line(&cursor, &here) &&
           belongs(line, &here) && extend(&region, &here))
        ;
    if (region.gapped + (region.clear != 0) < LINES_LEAST)
        return ANF__PLAIN_NO_REGION;
    *ret_lines = region.lines;
    return region.labelled * 2 > region.gapped ? ANF__PLAIN_LABELS : ANF__PLAIN_TABLE;
}
