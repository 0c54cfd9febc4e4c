/* plan-report.c: what is told of an edit. */
#include "plan.h"

#include <stdio.h>
#include <string.h>

enum { EXCERPT = 60, PLACE = 120 };

struct words {
    char text[EXCERPT + 8];
};

/* The first line below a node that has any text. */
static const struct anf__odt_shown *
first_line(const struct anf__odt_document *document, uint32_t shown)
{
    size_t end = anf__odt_shown_end(document, shown);
    for (size_t i = shown; i < end; i++)
        if (document->nodes[i].length)
            return &document->nodes[i];
    return &document->nodes[shown];
}

/* As much of a text as a message has room for, cut between characters. */
static struct words
excerpt(const struct anf__odt_document *document, uint32_t shown)
{
    struct words words;
    const struct anf__odt_shown *line = first_line(document, shown);
    const char *text = anf__odt_shown_text(document, line);
    size_t len = line->length;
    if (len > EXCERPT) {
        len = EXCERPT;
        while (len && ((unsigned char)text[len] & 0xC0) == 0x80)
            len--;
    }
    snprintf(words.text, sizeof words.text, "%.*s%s", (int)len, text,
             len < line->length ? "…" : "");
    for (char *c = words.text; *c; c++)
        *c = *c == '\n' || *c == '\t' ? ' ' : *c;
    return words;
}

static const char *
kind_of(const struct anf__odt_document *document, uint32_t shown)
{
    static const char *const kinds[] = {
        [ANF__ODT_SHOWN_ROOT] = "document",  [ANF__ODT_SHOWN_SECTION] = "section",
        [ANF__ODT_SHOWN_LINE] = "paragraph", [ANF__ODT_SHOWN_LIST] = "list",
        [ANF__ODT_SHOWN_ITEM] = "item",      [ANF__ODT_SHOWN_TABLE] = "table",
        [ANF__ODT_SHOWN_ROW] = "row",        [ANF__ODT_SHOWN_CELL] = "cell",
        [ANF__ODT_SHOWN_NOTE] = "footnote"};
    const struct anf__odt_shown *node = &document->nodes[shown];
    return node->kind == ANF__ODT_SHOWN_LINE && node->level ? "heading" : kinds[node->kind];
}

/* "question 3.": the section that a node is, or stands in. */
static void
place_of(const struct anf_node *node, char place[PLACE])
{
    while (node && anf_node_kind(node) != ANF_NODE_SECTION)
        node = anf_node_parent(node);
    const char *number = node ? anf_node_get(node, ANF_ATTRIBUTE_NUMBER) : NULL;
    snprintf(place, PLACE, "%s%s%.40s%s", node ? anf_role_name(anf_node_role(node)) : "",
             number ? " " : "", number ? number : "", node ? ", " : "");
}

void
anf__odt_plan_note(const struct anf__odt_plan *plan, const char *what, const struct anf_node *node,
                   const struct anf__odt_document *document, uint32_t shown)
{
    char place[PLACE];
    struct words words = excerpt(document, shown);
    int is_section = document->nodes[shown].kind == ANF__ODT_SHOWN_SECTION;
    place_of(node, place);
    anf_call_report(plan->call, ANF_SEVERITY_NOTE, ANF_CODE_ODT_EDITED, ANF__ODT_CONTENT,
                    document == plan->match->now ? document->nodes[shown].line : 0, 0,
                    "%s: %s%s%s\"%s\"", what, place, is_section ? "" : kind_of(document, shown),
                    is_section ? "" : " ", words.text);
}

void
anf__odt_plan_note_field(const struct anf__odt_plan *plan, const char *what, int field,
                         const struct anf__odt_document *document, uint32_t shown)
{
    struct words words = excerpt(document, shown);
    anf_call_report(plan->call, ANF_SEVERITY_NOTE, ANF_CODE_ODT_EDITED, ANF__ODT_CONTENT,
                    document == plan->match->now ? document->nodes[shown].line : 0, 0,
                    "%s: %s \"%s\"", what, anf_field_name(field), words.text);
}

void
anf__odt_plan_refuse(const struct anf__odt_plan *plan, const char *why,
                     const struct anf__odt_document *document, uint32_t shown)
{
    struct words words = excerpt(document, shown);
    anf_call_report(plan->call, ANF_SEVERITY_WARNING, ANF_CODE_ODT_NOT_TAKEN, ANF__ODT_CONTENT,
                    document == plan->match->now ? document->nodes[shown].line : 0, 0,
                    "%s, and the inquiry keeps what it was: \"%s\"", why, words.text);
}
