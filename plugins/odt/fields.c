/* fields.c: which lines of an edited document show which field. */
#include "fields.h"

#include "head-text.h"

#include <stdlib.h>
#include <string.h>

enum { FIELDS = ANF_FIELD_CONTACTS + 1 };

struct fields {
    const struct anf__odt_plan *plan;
    struct anf_inquiry *inquiry;
    uint8_t shown[FIELDS]; /* by the document as written */
    uint8_t *seen;         /* by index in was: the line of a field is still there */
    size_t *entries;       /* by index in was: which entry of a list the line shows */
};

/* One line shows several fields. */
static const uint8_t shown_with[][2] = {
    {ANF_FIELD_REFERENCE, ANF_FIELD_PARLIAMENT},
    {ANF_FIELD_REFERENCE, ANF_FIELD_TERM},
    {ANF_FIELD_KIND_LABEL, ANF_FIELD_KIND},
    {ANF_FIELD_KIND_LABEL, ANF_FIELD_INQUIRY_NUMBER},
};
enum { SHOWN_WITH = sizeof shown_with / sizeof *shown_with };

static const struct anf__odt_shown *
now_at(const struct fields *f, uint32_t now)
{
    return &f->plan->match->now->nodes[now];
}

static const struct anf__odt_origin *
field_origin(const struct fields *f, uint32_t was)
{
    const struct anf__odt_origin *origin = was ? anf__odt_plan_origin(f->plan, was) : NULL;
    return origin && origin->shows == ANF__ODT_SHOWS_FIELD ? origin : NULL;
}

/* --- what stays as it was carried --- */

static int
copy_field(const struct fields *f, int field)
{
    return anf_inquiry_set(f->inquiry, field, anf_inquiry_get(f->plan->carried, field));
}

static int
copy_entry(const struct fields *f, int field, size_t index)
{
    const struct anf_inquiry *carried = f->plan->carried;
    switch (field) {
    case ANF_FIELD_ASKERS:
        return anf_inquiry_add_asker(f->inquiry, anf_inquiry_asker(carried, index));
    case ANF_FIELD_ANSWERERS:
        return anf_inquiry_add_answerer(f->inquiry, anf_inquiry_answerer(carried, index));
    case ANF_FIELD_LINKS_OTHER:
        return anf_inquiry_add_link(f->inquiry, anf_inquiry_link(carried, index));
    case ANF_FIELD_CONTACTS:
        return anf_inquiry_add_contact(f->inquiry, anf_inquiry_contact(carried, index));
    default:
        return ANF_OK;
    }
}

static int
copy_subjects(const struct fields *f)
{
    const char *subject;
    int status = ANF_OK;
    for (size_t i = 0;
         status == ANF_OK && (subject = anf_inquiry_subject(f->plan->carried, i)) != NULL; i++)
        status = anf_inquiry_add_subject(f->inquiry, subject);
    return status;
}

static int
keep_line(struct fields *f, uint32_t was)
{
    int field = field_origin(f, was)->field, status = ANF_OK;
    f->seen[was] = 1;
    if (field == ANF_FIELD_SUBJECTS)
        return copy_subjects(f);
    if (field == ANF_FIELD_MORE_ASKERS)
        anf_inquiry_set_more_askers(f->inquiry, anf_inquiry_more_askers(f->plan->carried));
    if (field >= ANF_FIELD_ASKERS)
        return copy_entry(f, field, f->entries[was]);
    for (size_t i = 0; i < SHOWN_WITH && status == ANF_OK; i++)
        if (shown_with[i][0] == field)
            status = copy_field(f, shown_with[i][1]);
    return status == ANF_OK ? copy_field(f, field) : status;
}

/* All fields that a part of the document shows. */
static int
keep_all(struct fields *f, uint32_t was)
{
    const struct anf__odt_document *document = f->plan->match->was;
    size_t end = anf__odt_shown_end(document, was);
    int status = ANF_OK;
    for (size_t i = was; i < end && status == ANF_OK; i++)
        if (field_origin(f, (uint32_t)i))
            status = keep_line(f, (uint32_t)i);
    return status;
}

/* --- what was changed --- */

/* The address of a line's link, when the person gave its words another one. */
static const char *
new_address(const struct fields *f, uint32_t was, uint32_t now)
{
    const struct anf__odt_document *old = f->plan->match->was, *document = f->plan->match->now;
    const struct anf__odt_shown *line = &old->nodes[was];
    const char *before = "", *after = "";
    if (strcmp(anf__odt_shown_text(old, line), anf__odt_shown_text(document, now_at(f, now))) != 0)
        return NULL;
    for (uint32_t i = 0; i < line->runs; i++)
        before = old->texts + old->runs[line->run + i].href;
    for (uint32_t i = 0; i < now_at(f, now)->runs; i++)
        after = document->texts + document->runs[now_at(f, now)->run + i].href;
    return *after && anf__odt_shown_href(before) != anf__odt_shown_href(after) ? after : NULL;
}

/* To be freed: a line's text as fields have it, on one line. NULL: out of memory. */
static char *
text_of(const struct fields *f, uint32_t now)
{
    char *text = strdup(anf__odt_shown_text(f->plan->match->now, now_at(f, now)));
    for (char *c = text; c && *c; c++)
        *c = *c == '\n' ? ' ' : *c;
    return text;
}

static int
is_at(const char *text, const char *label)
{
    return strncmp(text, label, strlen(label)) == 0;
}

/* Behind the words of a field, without which it is not known to be one; or NULL. */
static const char *
behind_label(int field, const char *text)
{
    const char *label = anf__odt_label_of(anf__odt_line_labels, field);
    if (!label)
        return text;
    return is_at(text, label) ? text + strlen(label) : NULL;
}

static int
take(const struct fields *f, struct anf__odt_field_line *line)
{
    line->call = f->plan->call;
    line->carried = f->plan->carried;
    line->inquiry = f->inquiry;
    line->text = behind_label(line->field, line->text);
    return line->text ? anf__odt_take_value(line) : 0;
}

static int
take_changed(struct fields *f, uint32_t was, uint32_t now)
{
    const struct anf__odt_document *document = f->plan->match->now;
    char *text = text_of(f, now);
    struct anf__odt_field_line line = {.field = field_origin(f, was)->field,
                                       .index = f->entries[was],
                                       .text = text,
                                       .href = new_address(f, was, now)};
    int taken = text ? take(f, &line) : ANF_ERR_NOMEM;
    free(text);
    f->seen[was] = 1;
    if (taken > 0)
        anf__odt_plan_note_field(f->plan, "changed", line.field, document, now);
    if (taken != 0)
        return taken < 0 ? taken : ANF_OK;
    anf__odt_plan_refuse(f->plan, "a field was changed to what is no value for it", document, now);
    return keep_line(f, was);
}

/* field: of the row of the table that the line stands in; 0: none. */
static int
field_of_new(const struct fields *f, uint32_t now, int field, const char *text)
{
    const struct anf__odt_field_label *label = anf__odt_line_labels;
    if (field)
        return field;
    if (now_at(f, now)->look == ANF__ODT_LINE_TITLE)
        return anf_inquiry_get(f->plan->carried, ANF_FIELD_TITLE) ? 0 : ANF_FIELD_TITLE;
    while (label->field && !is_at(text, label->label))
        label++;
    return label->field;
}

static int
take_new(struct fields *f, uint32_t now, int field)
{
    const struct anf__odt_document *document = f->plan->match->now;
    char *text = text_of(f, now);
    if (!text)
        return ANF_ERR_NOMEM;
    struct anf__odt_field_line line = {
        .field = field_of_new(f, now, field, text), .index = SIZE_MAX, .text = text};
    int taken = line.field ? take(f, &line) : 0;
    free(text);
    if (taken > 0)
        anf__odt_plan_note_field(f->plan, "put in", line.field, document, now);
    else if (taken == 0)
        anf__odt_plan_refuse(f->plan, "this is no field that is known", document, now);
    return taken < 0 ? taken : ANF_OK;
}

/* --- the parts of the document that hold fields --- */

static int
walk_line(struct fields *f, uint32_t now, int field)
{
    uint32_t was = f->plan->match->was_of[now];
    if (now_at(f, now)->blank)
        return ANF_OK;
    if (field_origin(f, was))
        return take_changed(f, was, now);
    if (!was || anf__odt_plan_origin(f->plan, was)->shows != ANF__ODT_SHOWS_FRAME)
        return take_new(f, now, field);
    anf__odt_plan_refuse(f->plan, "a label that the program writes was changed",
                         f->plan->match->now, now);
    return ANF_OK;
}

/* By what the row showed, or by its label. */
static int
field_of_row(const struct fields *f, uint32_t now)
{
    const struct anf__odt_document *was = f->plan->match->was;
    const struct anf__odt_field_label *label = anf__odt_row_labels;
    uint32_t row = f->plan->match->was_of[now];
    size_t end = row ? anf__odt_shown_end(was, row) : 0;
    for (size_t i = row; i < end; i++)
        if (field_origin(f, (uint32_t)i))
            return field_origin(f, (uint32_t)i)->field;
    uint32_t cell = now_at(f, now)->first;
    uint32_t line = cell ? now_at(f, cell)->first : 0;
    const char *text = line ? anf__odt_shown_text(f->plan->match->now, now_at(f, line)) : "";
    while (label->field && strcmp(label->label, text) != 0)
        label++;
    return label->field;
}

static int
walk(struct fields *f, uint32_t now, int field)
{
    uint32_t was = f->plan->match->was_of[now];
    uint32_t child = now_at(f, now)->first;
    int status = ANF_OK;
    if (was && anf__odt_match_same(f->plan->match, was, now))
        return keep_all(f, was);
    if (now_at(f, now)->kind == ANF__ODT_SHOWN_LINE)
        return walk_line(f, now, field);
    if (now_at(f, now)->kind == ANF__ODT_SHOWN_ROW) {
        field = field_of_row(f, now);
        if (!was && field && child) /* the label of a new row */
            child = now_at(f, child)->next;
    }
    for (; child && status == ANF_OK; child = now_at(f, child)->next)
        status = walk(f, child, field);
    return status;
}

static int
is_named(const struct anf__odt_document *document, uint32_t node, const char *name)
{
    return document->nodes[node].kind == ANF__ODT_SHOWN_SECTION &&
           strcmp(anf__odt_shown_name(document, &document->nodes[node]), name) == 0;
}

static uint32_t
find_section(const struct anf__odt_document *document, const char *name)
{
    uint32_t node = document->nodes[0].first;
    while (node && !is_named(document, node, name))
        node = document->nodes[node].next;
    return node;
}

/* Whoever takes the whole head away does not say that the inquiry has no title. */
static int
walk_section(struct fields *f, const char *name)
{
    uint32_t was = find_section(f->plan->match->was, name);
    uint32_t now = find_section(f->plan->match->now, name);
    if (now)
        return walk(f, now, 0);
    if (!was)
        return ANF_OK;
    anf__odt_plan_refuse(f->plan, "the part with fields is gone", f->plan->match->was, was);
    return keep_all(f, was);
}

/* --- the whole --- */

static void
note_shown(struct fields *f)
{
    size_t counts[FIELDS] = {0};
    for (size_t i = 1; i < f->plan->match->was->count; i++) {
        const struct anf__odt_origin *origin = field_origin(f, (uint32_t)i);
        if (!origin)
            continue;
        f->entries[i] = counts[origin->field]++;
        f->shown[origin->field] = 1;
    }
    for (size_t i = 0; i < SHOWN_WITH; i++)
        f->shown[shown_with[i][1]] = f->shown[shown_with[i][0]];
}

static int
copy_others(const struct fields *f)
{
    int status = ANF_OK;
    for (int field = ANF_FIELD_KIND; field < ANF_FIELD_ASKERS && status == ANF_OK; field++)
        if (anf_field_name(field) && !f->shown[field])
            status = copy_field(f, field);
    return status;
}

static void
note_gone(const struct fields *f)
{
    for (size_t i = 1; i < f->plan->match->was->count; i++) {
        const struct anf__odt_origin *origin = field_origin(f, (uint32_t)i);
        if (origin && !f->seen[i])
            anf__odt_plan_note_field(f->plan, "taken out", origin->field, f->plan->match->was,
                                     (uint32_t)i);
    }
}

int
anf__odt_take_fields(const struct anf__odt_plan *plan, struct anf_inquiry *inquiry)
{
    struct fields f = {.plan = plan, .inquiry = inquiry};
    f.seen = calloc(plan->match->was->count, sizeof *f.seen);
    f.entries = calloc(plan->match->was->count, sizeof *f.entries);
    int status = f.seen && f.entries ? ANF_OK : ANF_ERR_NOMEM;
    if (status == ANF_OK) {
        note_shown(&f);
        status = copy_others(&f);
    }
    if (status == ANF_OK)
        status = walk_section(&f, ANF__ODT_SECTION_HEAD);
    if (status == ANF_OK)
        status = walk_section(&f, ANF__ODT_SECTION_TAIL);
    if (status == ANF_OK)
        note_gone(&f);
    free(f.seen);
    free(f.entries);
    return status;
}
