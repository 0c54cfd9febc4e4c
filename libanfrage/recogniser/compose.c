/* compose.c: the content of the inquiry, made from the units of body lines. */
#include "recogniser/compose.h"

#include "diagnostic.h"
#include "recogniser/exchanges.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- blocks as nodes --- */

static int
node_kind_of(const struct anf_block *block, const struct anf_node *parent)
{
    switch (block->kind) {
    case ANF_BLOCK_HEADING:
        return ANF_NODE_HEADING;
    case ANF_BLOCK_PREFORMATTED:
        return ANF_NODE_PREFORMATTED;
    case ANF_BLOCK_IMAGE:
        return block->src ? ANF_NODE_IMAGE : ANF_NODE_PARAGRAPH;
    case ANF_BLOCK_CAPTION:
        return anf_node_allows(parent, ANF_NODE_CAPTION, ANF_ROLE_NONE) ? ANF_NODE_CAPTION
                                                                        : ANF_NODE_PARAGRAPH;
    default:
        return ANF_NODE_PARAGRAPH;
    }
}

static int
add_image(struct anf_node *node, const struct anf_block *block)
{
    int status = anf_node_set(node, ANF_ATTRIBUTE_SRC, block->src);
    char *alt = anf__clean(block->text, block->length);
    if (!alt)
        return ANF_ERR_NOMEM;
    if (status == ANF_OK)
        status = anf_node_set(node, ANF_ATTRIBUTE_ALT, alt);
    free(alt);
    return status;
}

/* Where blocks may stand: a list or row that lacks its item or cell gets it. */
static int
block_parent(struct composer *c, int kind, struct anf_node **ret_parent)
{
    *ret_parent = anf__innermost(c);
    while (c->depth && !anf_node_allows(*ret_parent, kind, ANF_ROLE_NONE)) {
        int status = anf__close_frames(c, c->depth - 1);
        if (status != ANF_OK)
            return status;
        *ret_parent = anf__innermost(c);
    }
    return ANF_OK;
}

static int
restore_initial(struct composer *c, const struct line *line, struct anf_node *node, uint32_t start,
                uint32_t end)
{
    const char *text = anf__line_text(c->r, line) + start;
    char initial = anf__lost_initial(c->r, text, end - start);
    if (!initial)
        return ANF_OK;
    size_t word = strcspn(text, " \n");
    char was[32];
    char now[33];
    if (word >= sizeof was)
        return ANF_OK;
    snprintf(was, sizeof was, "%.*s", (int)word, text);
    snprintf(now, sizeof now, "%c%s", initial, was);
    struct anf_repair repair = {ANF_REPAIR_INIT, .kind = "lost-initial", .was = was, .now = now,
                                .node = node};
    const struct anf_block *block = anf__line_block(c->r, line);
    struct anf__place_of_report where = {
        .source = c->r->source, .line = block->line, .column = block->column};
    anf__report(c->r->ctx, &where, ANF_SEVERITY_NOTE, ANF_CODE_LOST_INITIAL_RESTORED,
                "restored the lost initial of \"%s\" as \"%s\"", was, now);
    int status = anf_node_add_text(node, &initial, 1);
    return status == ANF_OK ? anf_inquiry_add_repair(c->r->inquiry, &repair) : status;
}

/* Behind a cut: in the paragraph before it. */
static int
go_on(struct composer *c, const struct line *line, uint32_t start, uint32_t end)
{
    int status = c->blank ? anf_node_add_text(c->goes_on, " ", 1) : ANF_OK;
    c->last = c->goes_on;
    return status == ANF_OK ? anf__add_inlines(c->r, c->goes_on, line->block, start, end) : status;
}

/* One block, or the part of it from start to end. opens: it is the first of its section. */
static int
add_block(struct composer *c, const struct line *line, uint32_t start, uint32_t end, int opens)
{
    const struct anf_block *block = anf__line_block(c->r, line);
    if (c->goes_on)
        return go_on(c, line, start, end);
    int status = anf__move_to(c, line);
    struct anf_node *parent = anf__innermost(c);
    int kind = node_kind_of(block, parent);
    /* The heading is the question itself. */
    if (kind == ANF_NODE_HEADING && line->part == PART_QUESTION)
        kind = ANF_NODE_PARAGRAPH;
    if (status == ANF_OK)
        status = block_parent(c, kind, &parent);
    struct anf_node *node = NULL;
    if (status == ANF_OK)
        status = anf_node_add(parent, kind, &node);
    if (status != ANF_OK)
        return status;
    if (kind == ANF_NODE_IMAGE)
        return add_image(node, block);
    if (kind == ANF_NODE_HEADING && block->level >= 1 && block->level <= 6)
        status = anf__set_number(node, ANF_ATTRIBUTE_LEVEL, block->level);
    if (status == ANF_OK && opens)
        status = restore_initial(c, line, node, start, end);
    c->last = node;
    return status == ANF_OK ? anf__add_inlines(c->r, node, line->block, start, end) : status;
}

/* --- units as sections --- */

static int
is_own(const struct composer *c, const struct line *line)
{
    return line->state == LINE_BODY && (line->foot != FOOT_NONE) == c->foot &&
           (c->note || !anf__is_in_note(c->r, line));
}

/* The line behind others that are not the unit's that goes on the sentence of the last before them;
 * NULL: none. */
static const struct line *
line_behind_cut(const struct composer *c, const struct unit *unit, uint32_t end)
{
    const struct line *lines = c->r->lines.items;
    uint32_t i = end;
    while (i < unit->end_line && !is_own(c, &lines[i]))
        i++;
    int cut = i > end && i < unit->end_line;
    return cut && anf__runs_on(c->r, &lines[end - 1], &lines[i]) ? &lines[i] : NULL;
}

/* The text of lines of one block, first to end, that are all body. next: the line behind a cut that
 * goes on their sentence; NULL: none. */
static int
add_block_lines(struct composer *c, uint32_t first, uint32_t end, int opens,
                const struct line *next)
{
    const struct line *line = &c->r->lines.items[first];
    uint32_t stop = c->r->lines.items[end - 1].end;
    if (next) {
        int status = anf__end_at_cut(c->r, &c->r->lines.items[end - 1], next, &stop, &c->blank);
        if (status != ANF_OK)
            return status;
    }
    if (anf__line_block(c->r, line)->kind == ANF_BLOCK_IMAGE)
        return add_block(c, line, line->start, stop, opens);
    /* A label that is whole lines leaves the text to the next. */
    uint32_t start = line->text_start;
    if (start < stop && anf__line_text(c->r, line)[start] == '\n')
        start++;
    return start < stop ? add_block(c, line, start, stop, opens) : ANF_OK;
}

/* Behind the last body line that goes on from a line in its block. */
static uint32_t
run_end(const struct composer *c, uint32_t first, uint32_t end_line)
{
    const struct line *lines = c->r->lines.items;
    uint32_t end = first + 1;
    while (end < end_line && lines[end].state == LINE_BODY && !lines[end].apart &&
           lines[end].foot == (lines[first].foot ? FOOT_GOES_ON : FOOT_NONE) &&
           lines[end].block == lines[first].block)
        end++;
    return end;
}

static int
has_footnotes(const struct recognition *r, const struct unit *unit)
{
    for (uint32_t i = unit->first_line; i < unit->end_line; i++) {
        if (r->lines.items[i].foot)
            return 1;
    }
    return 0;
}

/* The lines of a unit that are footnotes, or that are none; those of one block together. */
static int
add_either_lines(struct composer *c, const struct unit *unit)
{
    const struct line *lines = c->r->lines.items;
    int status = ANF_OK;
    int opens = unit->part == PART_SECTION && !c->foot;
    c->goes_on = NULL;
    for (uint32_t i = unit->first_line; i < unit->end_line && status == ANF_OK;) {
        if (!is_own(c, &lines[i])) {
            i++;
            continue;
        }
        uint32_t end = run_end(c, i, unit->end_line);
        const struct line *next = line_behind_cut(c, unit, end);
        status = add_block_lines(c, i, end, opens, next);
        c->goes_on = next ? c->last : NULL;
        opens &= lines[i].text_start == lines[end - 1].end;
        i = end;
    }
    return status == ANF_OK ? anf__close_frames(c, 0) : status;
}

/* The lines of a unit, and behind them the footnotes that cut them. */
static int
add_lines(struct composer *c, const struct unit *unit)
{
    int status = add_either_lines(c, unit);
    c->foot = status == ANF_OK && has_footnotes(c->r, unit);
    if (c->foot)
        status = add_either_lines(c, unit);
    c->foot = 0;
    return status;
}

int
anf__compose_lines(struct recognition *r, struct anf_node *node, uint32_t base_place,
                   uint32_t first_line, uint32_t end_line)
{
    struct composer c = {.r = r, .base = node, .base_place = base_place, .note = 1};
    struct unit unit = {first_line, end_line, PART_NONE, UINT32_MAX, UINT32_MAX};
    return add_lines(&c, &unit);
}

/* The label in front of the text, without the colon that only joins the two. */
static uint32_t
label_end(const struct recognition *r, const struct line *line)
{
    const char *text = anf__line_text(r, line);
    uint32_t end = line->text_start;
    while (end > line->start && (text[end - 1] == ' ' || text[end - 1] == ':'))
        end--;
    return end;
}

static int
add_heading(struct composer *c, const struct line *line)
{
    struct anf_node *heading = NULL;
    int status = anf_node_add(c->base, ANF_NODE_HEADING, &heading);
    const struct anf_block *block = anf__line_block(c->r, line);
    if (status == ANF_OK && block->kind == ANF_BLOCK_HEADING && block->level >= 1 &&
        block->level <= 6)
        status = anf__set_number(heading, ANF_ATTRIBUTE_LEVEL, block->level);
    if (status != ANF_OK)
        return status;
    const struct hit *spaced = anf__spaced_heading(c->r, line);
    if (spaced)
        return anf__add_spaced(c->r, heading, line, spaced);
    return anf__add_inlines(c->r, heading, line->block, line->start, label_end(c->r, line));
}

/* A letter behind the first few bytes: "Zu Frage 1", "Antwort"; but "1.", "(2)", "1.1", "3 a)". */
static int
begins_with_word(const struct recognition *r, const struct line *line)
{
    const struct token *first = anf__line_token(r, line, 0);
    return first && first->kind == TOKEN_WORD && first->end - first->start > 1;
}

/* An item of an ordered list shows its number without writing it. */
static int
set_unwritten_number(struct composer *c, const struct line *line)
{
    char number[32];
    uint32_t key = c->r->ranges.items[line->first_range].first;
    if (anf__line_place(c->r, line)->number <= 0 || key % MINORS)
        return ANF_OK;
    snprintf(number, sizeof number, "%u.", (unsigned)(key / MINORS));
    return anf_node_set(c->base, ANF_ATTRIBUTE_NUMBER, number);
}

/* "1." is a number; "Zu Frage 1:" is a heading that says more. */
static int
add_label(struct composer *c, const struct line *line)
{
    uint32_t end = label_end(c->r, line);
    if (end == line->start && line->part == PART_ANSWER)
        return ANF_OK; /* it stands behind its question and says no number */
    if (end == line->start)
        return set_unwritten_number(c, line);
    if (begins_with_word(c->r, line) && line->part != PART_QUESTION)
        return add_heading(c, line);
    /* Papers set a blank as wide as a figure before the numbers of one figure. */
    uint32_t start = anf__line_token(c->r, line, 0)->start;
    int status = ANF_OK;
    if (start > line->start)
        status = anf__note_repair(c->r, line->block, line->start, start, "blank");
    char *number = anf__clean(anf__line_text(c->r, line) + start, end - start);
    if (!number)
        return ANF_ERR_NOMEM;
    if (status == ANF_OK)
        status = anf_node_set(c->base, ANF_ATTRIBUTE_NUMBER, number);
    free(number);
    return status;
}

static int
add_section(struct composer *c, struct anf_node *parent, const struct unit *unit, int role)
{
    const struct line *line = &c->r->lines.items[unit->first_line];
    int status = anf_node_add_section(parent, role, &c->base);
    c->base_place = anf__line_block(c->r, line)->place;
    if (status != ANF_OK)
        return status;
    if (role == ANF_ROLE_QUESTION || role == ANF_ROLE_ANSWER)
        status = add_label(c, line);
    else if (line->text_start > line->start)
        status = add_heading(c, line);
    return status == ANF_OK ? add_lines(c, unit) : status;
}

static int
add_chain(struct composer *c, struct anf_node *exchange, uint32_t first, int role)
{
    int status = ANF_OK;
    for (uint32_t i = first; i != UINT32_MAX && status == ANF_OK; i = c->plan.units.items[i].next) {
        if (role == ANF_ROLE_QUESTION && anf__was_asked(c, first, i))
            anf__leave_out(c->r, &c->plan.units.items[i]);
        else
            status = add_section(c, exchange, &c->plan.units.items[i], role);
    }
    return status;
}

static int
add_exchange(struct composer *c, struct exchange *exchange)
{
    struct anf_node *node = NULL;
    if (exchange->composed)
        return ANF_OK;
    exchange->composed = 1;
    int status = anf_node_add_section(anf_inquiry_root(c->r->inquiry), ANF_ROLE_EXCHANGE, &node);
    if (status == ANF_OK)
        status = add_chain(c, node, exchange->first_question, ANF_ROLE_QUESTION);
    if (status == ANF_OK)
        status = add_chain(c, node, exchange->first_answer, ANF_ROLE_ANSWER);
    return status;
}

static int
add_unit(struct composer *c, const struct unit *unit)
{
    struct anf_node *root = anf_inquiry_root(c->r->inquiry);
    const struct line *line = &c->r->lines.items[unit->first_line];
    if (unit->exchange != UINT32_MAX)
        return add_exchange(c, &c->plan.exchanges.items[unit->exchange]);
    if (unit->part == PART_SECTION)
        return add_section(c, root, unit, line->role);
    if (unit->part == PART_ANSWER)
        return add_section(c, root, unit, ANF_ROLE_OTHER);
    c->base = root;
    c->base_place = c->layout;
    int status = line->text_start > line->start ? add_heading(c, line) : ANF_OK;
    return status == ANF_OK ? add_lines(c, unit) : status;
}

/* Where questions, answers and sections begin: a table or list around that is layout, also of what
 * stands before them. */
static uint32_t
layout_place(const struct recognition *r)
{
    for (size_t i = 0; i < r->lines.count; i++) {
        const struct line *line = &r->lines.items[i];
        if (line->state == LINE_BODY && line->part)
            return anf__line_block(r, line)->place;
    }
    return 0;
}

int
anf__compose(struct recognition *r)
{
    struct composer c = {.r = r, .layout = layout_place(r)};
    anf__notes_find_references(r);
    int status = anf__plan_make(r, &c.plan);
    for (size_t i = 0; i < c.plan.units.count && status == ANF_OK; i++)
        status = add_unit(&c, &c.plan.units.items[i]);
    anf__plan_clear(&c.plan);
    return status;
}
