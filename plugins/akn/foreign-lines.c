/* foreign-lines.c: text with inline elements, as a paragraph, heading or caption holds it. Blocks
 * that stand where only inlines may are run together, with a space between them. */
#include "foreign.h"
#include "names.h"

#include <string.h>

typedef int inline_fn(struct anf__akn_foreign *f, struct anf__akn_line *line,
                      const struct anf__akn_element *element);

/* --- text --- */

static int
add_space(struct anf__akn_foreign *f, struct anf__akn_line *line)
{
    int counts = line->gap && line->end == ANF__AKN_AFTER_WORD;
    line->gap = 0;
    if (!counts)
        return ANF_OK;
    line->end = ANF__AKN_AFTER_SPACE;
    return anf__akn_add_characters(&f->at, line->node, " ", 1);
}

static int
add_text(struct anf__akn_foreign *f, struct anf__akn_line *line, const char *text)
{
    static const char blanks[] = " \t\r\n";
    int status = ANF_OK;
    while (*text && status == ANF_OK) {
        size_t blank = strspn(text, blanks);
        size_t len = strcspn(text + blank, blanks);
        line->gap |= blank > 0;
        text += blank;
        if (!len)
            break;
        status = add_space(f, line);
        if (status == ANF_OK)
            status = anf__akn_add_characters(&f->at, line->node, text, len);
        line->end = ANF__AKN_AFTER_WORD;
        text += len;
    }
    return status;
}

int
anf__akn_line_fill(struct anf__akn_foreign *f, struct anf__akn_line *line,
                   const struct anf__akn_element *parent)
{
    int status = ANF_OK;
    for (const struct anf__akn_element *e = parent->first; e && status == ANF_OK; e = e->next)
        status = anf__akn_line_add(f, line, e);
    return status;
}

/* --- elements --- */

/* What stands in it, within a new inline; alone, where that has no place. */
static int
add_within(struct anf__akn_foreign *f, struct anf__akn_line *line,
           const struct anf__akn_element *element, int kind, const char *href)
{
    enum { LEVELS = 2 };
    struct anf_node *around = line->node;
    if (!element->has_words || !anf__akn_fits(f, around, kind, ANF_ROLE_NONE, LEVELS))
        return anf__akn_line_fill(f, line, element);
    int status = add_space(f, line);
    if (status == ANF_OK)
        status = anf__akn_failed(&f->at, anf_node_add(around, kind, &line->node));
    if (status == ANF_OK && href)
        status = anf__akn_set(f, line->node, ANF_ATTRIBUTE_HREF, href);
    if (status == ANF_OK)
        status = anf__akn_line_fill(f, line, element);
    line->node = around;
    return status;
}

static int
add_marked(struct anf__akn_foreign *f, struct anf__akn_line *line,
           const struct anf__akn_element *element)
{
    int kind = anf__akn_inline_kind(element->name);
    return add_within(f, line, element, kind ? kind : ANF_NODE_STRIKE, NULL);
}

static int
add_link(struct anf__akn_foreign *f, struct anf__akn_line *line,
         const struct anf__akn_element *element)
{
    const char *href = anf__akn_tree_value(element, "href");
    if (!href)
        return anf__akn_line_fill(f, line, element);
    return add_within(f, line, element, ANF_NODE_LINK, href);
}

static int
add_break(struct anf__akn_foreign *f, struct anf__akn_line *line,
          const struct anf__akn_element *element)
{
    line->gap = 0;
    line->end = ANF__AKN_NO_WORD;
    int status = anf__akn_failed(&f->at, anf_node_add(line->node, ANF_NODE_BREAK, NULL));
    return status == ANF_OK ? anf__akn_line_fill(f, line, element) : status;
}

/* content: whose blocks the footnote has. */
static int
add_footnote(struct anf__akn_foreign *f, struct anf__akn_line *line,
             const struct anf__akn_element *element, const struct anf__akn_element *content)
{
    enum { LEVELS = 3 };
    struct anf__akn_flow flow = {0};
    if (!anf__akn_fits(f, line->node, ANF_NODE_FOOTNOTE, ANF_ROLE_NONE, LEVELS)) {
        line->gap = 1;
        return anf__akn_line_fill(f, line, content);
    }
    int status = add_space(f, line);
    if (status == ANF_OK)
        status = anf__akn_failed(&f->at, anf_node_add(line->node, ANF_NODE_FOOTNOTE, &flow.node));
    if (status == ANF_OK)
        status = anf__akn_set(f, flow.node, ANF_ATTRIBUTE_MARKER,
                              anf__akn_tree_value(element, "marker"));
    line->end = ANF__AKN_AFTER_WORD;
    return status == ANF_OK ? anf__akn_flow_children(f, &flow, content) : status;
}

static int
add_note(struct anf__akn_foreign *f, struct anf__akn_line *line,
         const struct anf__akn_element *element)
{
    return element->has_words ? add_footnote(f, line, element, element) : ANF_OK;
}

/* To a note in meta, where it stands once, however often it is referred to. */
static int
add_note_reference(struct anf__akn_foreign *f, struct anf__akn_line *line,
                   const struct anf__akn_element *element)
{
    const char *marker = anf__akn_tree_value(element, "marker");
    const char *href = anf__akn_tree_value(element, "href");
    struct anf__akn_element *note = anf__akn_tree_find(&f->tree, href);
    if (!note || note->is_used || strcmp(note->name, "note") != 0)
        return marker ? add_text(f, line, marker) : ANF_OK;
    note->is_used = 1;
    return add_footnote(f, line, element, note);
}

/* The marks of quotation are shown and stand in attributes. */
static int
add_quoted(struct anf__akn_foreign *f, struct anf__akn_line *line,
           const struct anf__akn_element *element)
{
    const char *start = anf__akn_tree_value(element, "startQuote");
    const char *end = anf__akn_tree_value(element, "endQuote");
    int status = start ? add_text(f, line, start) : ANF_OK;
    if (status == ANF_OK)
        status = anf__akn_line_fill(f, line, element);
    return status == ANF_OK && end ? add_text(f, line, end) : status;
}

static int
add_dropped(struct anf__akn_foreign *f, struct anf__akn_line *line,
            const struct anf__akn_element *element)
{
    anf__akn_note_dropped(&f->at, element->name);
    return anf__akn_line_fill(f, line, element);
}

static int
add_unknown(struct anf__akn_foreign *f, struct anf__akn_line *line,
            const struct anf__akn_element *element)
{
    if (!f->is_alien)
        anf__akn_note_unknown(&f->at, element->name);
    return anf__akn_line_fill(f, line, element);
}

static int
add_picture(struct anf__akn_foreign *f, struct anf__akn_line *line,
            const struct anf__akn_element *element)
{
    const char *alt = anf__akn_tree_value(element, "alt");
    anf__akn_note_dropped(&f->at, element->name);
    return alt ? add_text(f, line, alt) : ANF_OK;
}

static int
add_nothing(struct anf__akn_foreign *f, struct anf__akn_line *line,
            const struct anf__akn_element *element)
{
    (void)f;
    (void)line;
    (void)element;
    return ANF_OK;
}

static int
add_block(struct anf__akn_foreign *f, struct anf__akn_line *line,
          const struct anf__akn_element *element)
{
    line->gap = 1;
    int status = anf__akn_line_fill(f, line, element);
    line->gap = 1;
    return status;
}

int
anf__akn_line_refer(struct anf__akn_foreign *f, struct anf__akn_line *line,
                    const struct anf__akn_element *element)
{
    enum { LEVELS = 2 };
    const char *href = anf__akn_tree_value(element, "href");
    const char *words = anf__akn_tree_value(element, "showAs");
    struct anf_node *around = line->node;
    int status = ANF_OK;
    words = words ? words : href;
    if (!words)
        return ANF_OK;
    line->gap = 1;
    if (href && anf__akn_fits(f, around, ANF_NODE_LINK, ANF_ROLE_NONE, LEVELS)) {
        status = add_space(f, line);
        if (status == ANF_OK)
            status = anf__akn_failed(&f->at, anf_node_add(around, ANF_NODE_LINK, &line->node));
        if (status == ANF_OK)
            status = anf__akn_set(f, line->node, ANF_ATTRIBUTE_HREF, href);
    }
    if (status == ANF_OK)
        status = add_text(f, line, words);
    line->node = around;
    return status;
}

static inline_fn *const inlines[] = {
    [ANF__MEANS_UNKNOWN] = add_unknown,
    [ANF__MEANS_APART] = add_nothing,
    [ANF__MEANS_PICTURE] = add_picture,
    [ANF__MEANS_REFERRED] = anf__akn_line_refer,
    [ANF__MEANS_MARKED] = add_marked,
    [ANF__MEANS_LINKED] = add_link,
    [ANF__MEANS_BROKEN] = add_break,
    [ANF__MEANS_NOTED] = add_note,
    [ANF__MEANS_NOTE_REFERENCE] = add_note_reference,
    [ANF__MEANS_QUOTED] = add_quoted,
    [ANF__MEANS_EMPTY_MARK] = anf__akn_line_fill,
    [ANF__MEANS_WORDS] = anf__akn_line_fill,
    [ANF__MEANS_DROPPED] = add_dropped,
};

int
anf__akn_line_add(struct anf__akn_foreign *f, struct anf__akn_line *line,
                  const struct anf__akn_element *element)
{
    if (!element->name)
        return add_text(f, line, element->text);
    f->at.line = element->line;
    f->at.column = element->column;
    inline_fn *add = inlines[element->meaning];
    return add ? add(f, line, element) : add_block(f, line, element);
}
