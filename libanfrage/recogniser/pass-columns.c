/* pass-columns.c: tables whose headings name what stands below: number, kind, day, who asks. A
 * record may take several rows, as its headings do. */
#include "recogniser/steps.h"

#include <string.h>

enum { WEIGHT_TITLE = 80, MOST_COLUMNS = 16 };

/* Where a line stands in a table. */
struct cell {
    uint32_t table, row, column; /* places; the column counts from 0 */
};

struct heading {
    uint32_t row; /* of the heading rows, from 0 */
    uint32_t column;
    const struct hit *name;
};

struct table {
    struct recognition *r;
    uint32_t place;
    struct heading headings[MOST_COLUMNS];
    uint32_t heading_count;
    uint32_t heading_rows;
    uint32_t behind;   /* the lines of headings */
    uint32_t last_row; /* place */
    uint32_t rows;     /* seen so far with any text */
};

/* --- where a line stands --- */

static uint32_t
above(const struct recognition *r, uint32_t place, uint32_t kind)
{
    while (place && anf_page_place(r->page, place)->kind != kind)
        place = anf_page_place(r->page, place)->parent;
    return place;
}

/* Cells of the row before this one. */
static uint32_t
column_of(const struct recognition *r, uint32_t row, uint32_t cell)
{
    uint32_t column = 0;
    for (uint32_t i = row + 1; i < cell; i++) {
        const struct anf_place *place = anf_page_place(r->page, i);
        column += place->parent == row && place->kind == ANF_PLACE_CELL;
    }
    return column;
}

static int
find_cell(const struct recognition *r, const struct line *line, struct cell *ret)
{
    uint32_t place = anf__line_block(r, line)->place;
    uint32_t cell = above(r, place, ANF_PLACE_CELL);
    uint32_t row = above(r, cell, ANF_PLACE_ROW);
    ret->table = above(r, row, ANF_PLACE_TABLE);
    ret->row = row;
    ret->column = ret->table ? column_of(r, row, cell) : 0;
    return ret->table != 0;
}

/* --- headings --- */

static int
has_heading(const struct table *t, const char *id)
{
    for (uint32_t i = 0; i < t->heading_count; i++) {
        if (strcmp(t->headings[i].name->entry->id, id) == 0)
            return 1;
    }
    return 0;
}

/* Enough to be the headings of a list of inquiries. */
static int
is_list(const struct table *t)
{
    return has_heading(t, "title") && has_heading(t, "reference");
}

static const struct hit *
column_name(const struct table *t, uint32_t row, uint32_t column)
{
    for (uint32_t i = 0; i < t->heading_count; i++) {
        if (t->headings[i].row == row && t->headings[i].column == column)
            return t->headings[i].name;
    }
    return NULL;
}

/* --- values --- */

static void
settle(struct line *line, int32_t field)
{
    line->state = LINE_FIELD;
    line->field = field;
    line->is_step = STEP_OF_PROCEDURE;
}

static int
read_title(struct recognition *r, uint32_t index)
{
    struct line *line = &r->lines.items[index];
    struct extent extent = {index, line->start, line->end};
    const char *target = anf__link_target(r, line->block, line->start, line->end);
    settle(line, ANF_FIELD_TITLE);
    int status = anf__propose_words(r, ANF_FIELD_TITLE, WEIGHT_TITLE, "title.column", extent);
    if (status != ANF_OK || !target)
        return status;
    return anf__propose(r, ANF_FIELD_LINK_DOCUMENT, WEIGHT_TITLE, "link.column", extent, target,
                        strlen(target));
}

static int
read_value(struct steps *s, uint32_t index, const char *id)
{
    struct step_line found;
    struct line *line = &s->r->lines.items[index];
    if (strcmp(id, "title") == 0)
        return read_title(s->r, index);
    if (strcmp(id, "-") == 0)
        return ANF_OK;
    int status = anf__read_step_line(s, index, &found);
    settle(line, strcmp(id, "askers") == 0 ? ANF_FIELD_ASKERS : ANF_FIELD_REFERENCE);
    s->behind = 0;
    return status;
}

/* The lines of one record: its kind first, which tells whose the number and the day are. */
static int
read_record(const struct table *t, const uint32_t *lines, const struct hit *const *names,
            uint32_t count)
{
    struct steps s = {.r = t->r, .step = STEP_QUESTION};
    int status = ANF_OK;
    for (uint32_t i = 0; i < count && status == ANF_OK; i++) {
        if (strcmp(names[i]->entry->id, "kind") == 0)
            status = read_value(&s, lines[i], "kind");
    }
    for (uint32_t i = 0; i < count && status == ANF_OK; i++) {
        if (strcmp(names[i]->entry->id, "kind") != 0)
            status = read_value(&s, lines[i], names[i]->entry->id);
    }
    return status;
}

/* --- the walk --- */

static void
enter_row(struct table *t, const struct cell *cell)
{
    if (cell->row == t->last_row)
        return;
    t->last_row = cell->row;
    t->rows++;
}

/* The headings of the table that a line stands in, and the index of the first line behind them. */
static uint32_t
read_headings(struct table *t, uint32_t index)
{
    struct recognition *r = t->r;
    for (; index < r->lines.count; index++) {
        struct line *line = &r->lines.items[index];
        struct cell cell;
        if (!line->token_count)
            continue;
        if (!find_cell(r, line, &cell) || cell.table != t->place)
            break;
        const struct hit *name = anf__line_whole_hit(r, line, WORD_COLUMN);
        /* "PDF" as a link leads to the paper of the first record. */
        int is_paper = name && t->heading_count && strcmp(name->entry->id, "-") == 0 &&
                       anf__line_is_link(r, line);
        if (!name || is_paper || t->heading_count == MOST_COLUMNS)
            break;
        enter_row(t, &cell);
        t->headings[t->heading_count++] = (struct heading){t->rows - 1, cell.column, name};
        t->behind = index + 1;
    }
    t->heading_rows = t->rows;
    return index;
}

static void
settle_headings(struct table *t, uint32_t first)
{
    for (uint32_t i = first; i < t->behind; i++) {
        struct line *line = &t->r->lines.items[i];
        if (line->state != LINE_OPEN)
            continue;
        line->state = LINE_ASIDE;
        line->reason = "column-heading";
    }
}

/* The record that begins at a line: as many rows as the headings have. */
static int
take_record(struct table *t, uint32_t index)
{
    struct recognition *r = t->r;
    uint32_t lines[MOST_COLUMNS];
    const struct hit *names[MOST_COLUMNS];
    uint32_t count = 0;
    t->rows = 0;
    for (; index < r->lines.count; index++) {
        const struct line *line = &r->lines.items[index];
        struct cell cell;
        if (!line->token_count)
            continue;
        if (find_cell(r, line, &cell) && cell.table != t->place)
            continue; /* a table in a cell */
        if (cell.table != t->place)
            break;
        enter_row(t, &cell);
        if (t->rows > t->heading_rows)
            break;
        const struct hit *name = column_name(t, t->rows - 1, cell.column);
        int open = line->state == LINE_OPEN || index == r->kind_line;
        if (!name || !open || count == MOST_COLUMNS)
            continue;
        lines[count] = index;
        names[count++] = name;
    }
    return read_record(t, lines, names, count);
}

int
anf__pass_columns(struct recognition *r)
{
    for (uint32_t i = 0; i < r->lines.count; i++) {
        struct cell cell;
        struct table t = {.r = r};
        if (!anf__line_whole_hit(r, &r->lines.items[i], WORD_COLUMN) ||
            !find_cell(r, &r->lines.items[i], &cell))
            continue;
        t.place = cell.table;
        uint32_t behind = read_headings(&t, i);
        if (!is_list(&t))
            continue;
        settle_headings(&t, i);
        return take_record(&t, behind);
    }
    return ANF_OK;
}
