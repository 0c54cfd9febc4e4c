/* write-content.c: sections and blocks, one element a node. */
#include "write.h"

typedef void write_fn(struct anf__html_writer *w, const struct anf_node *node);

static const char *const anchors[] = {
    [ANF_ROLE_SUMMARY_QUESTION] = "zusammenfassung-der-anfrage",
    [ANF_ROLE_SUMMARY_ANSWER] = "zusammenfassung-der-antwort",
    [ANF_ROLE_PREAMBLE_ASKERS] = "vorbemerkung-der-fragesteller",
    [ANF_ROLE_PREAMBLE_GOVERNMENT] = "vorbemerkung-der-regierung",
    [ANF_ROLE_INTRODUCTION] = "einleitung",
    [ANF_ROLE_CHAPTER] = "kapitel",
    [ANF_ROLE_EXCHANGE] = "fragen",
    [ANF_ROLE_QUESTION] = "frage",
    [ANF_ROLE_ANSWER] = "antwort",
    [ANF_ROLE_ANNEX] = "anlage",
    [ANF_ROLE_OTHER] = "abschnitt",
};

/* The heading prints the number, or the label does. */
static void
write_section(struct anf__html_writer *w, const struct anf_node *node)
{
    int role = anf_node_role(node);
    struct anf__html_outline around = w->outline;
    const struct anf_node *first = anf_node_first(node);
    int has_heading = anf_node_kind(first) == ANF_NODE_HEADING;
    w->outline = (struct anf__html_outline){.rank = anf__html_section_rank(&around, first)};
    w->number = anf_node_get(node, ANF_ATTRIBUTE_NUMBER);
    anf__html_out_format(
        &w->out, "<section data-anf=\"section\" data-anf-role=\"%s\" id=\"%s-%" PRIu32 "\">\n",
        anf_role_name(role), anchors[role], ++w->sections[role]);
    anf__html_write_label(w, node, has_heading);
    anf__html_write_blocks(w, node);
    anf__markup_puts(&w->out, "</section>\n");
    w->outline = around;
}

static void
write_paragraph(struct anf__html_writer *w, const struct anf_node *node)
{
    anf__markup_puts(&w->out, "<p data-anf=\"paragraph\">");
    anf__html_write_inlines(w, node);
    anf__markup_puts(&w->out, "</p>\n");
}

static void
write_item(struct anf__html_writer *w, const struct anf_node *node)
{
    const char *number = anf_node_get(node, ANF_ATTRIBUTE_NUMBER);
    anf__markup_puts(&w->out, "<li data-anf=\"item\">");
    if (number)
        anf__html_write_value(w, "number", number);
    anf__markup_puts(&w->out, "\n");
    anf__html_write_blocks(w, node);
    anf__markup_puts(&w->out, "</li>\n");
}

static int
has_numbers(const struct anf_node *list)
{
    const struct anf_node *item = anf_node_first(list);
    while (item && !anf_node_get(item, ANF_ATTRIBUTE_NUMBER))
        item = anf_node_next(item);
    return item != NULL;
}

/* Numbers as printed take the place of the browser's; where it draws no marks, some screen readers
 * need to be told that it is a list. */
static void
write_list(struct anf__html_writer *w, const struct anf_node *node)
{
    const char *name = anf_node_get_number(node, ANF_ATTRIBUTE_ORDERED) ? "ol" : "ul";
    const char *printed = has_numbers(node) ? " class=\"printed\" role=\"list\"" : "";
    anf__html_out_format(&w->out, "<%s data-anf=\"list\"%s>\n", name, printed);
    for (const struct anf_node *item = anf_node_first(node); item; item = anf_node_next(item))
        write_item(w, item);
    anf__html_out_format(&w->out, "</%s>\n", name);
}

static void
write_quote(struct anf__html_writer *w, const struct anf_node *node)
{
    anf__markup_puts(&w->out, "<blockquote data-anf=\"quote\">\n");
    anf__html_write_blocks(w, node);
    anf__markup_puts(&w->out, "</blockquote>\n");
}

/* Parsers of HTML drop a line feed behind the tag (HTML, 13.1.2.5), and so does our reader.
 * Browsers that save the page do not put it back, so that text with one of its own begins behind an
 * element. */
static void
write_preformatted(struct anf__html_writer *w, const struct anf_node *node)
{
    const char *text = anf_node_text(anf_node_first(node), NULL);
    anf__markup_puts(&w->out, "<pre data-anf=\"preformatted\">\n");
    if (text[0] == '\n')
        anf__markup_puts(&w->out, "<span></span>");
    anf__html_write_inlines(w, node);
    anf__markup_puts(&w->out, "</pre>\n");
}

/* Nothing is loaded: the text in its place, and where the image is. */
static void
write_image(struct anf__html_writer *w, const struct anf_node *node)
{
    const char *alt = anf_node_get(node, ANF_ATTRIBUTE_ALT);
    const char *src = anf_node_get(node, ANF_ATTRIBUTE_SRC);
    anf__markup_puts(&w->out, "<figure data-anf=\"image\"");
    anf__markup_attribute(&w->out, "data-anf-src", src);
    anf__markup_puts(&w->out, "><figcaption><b>Abbildung</b> ");
    if (alt)
        anf__html_write_value(w, "alt", alt);
    anf__markup_puts(&w->out, " <a class=\"source\"");
    anf__html_write_href(w, src);
    anf__markup_puts(&w->out, ">Bild im Original</a></figcaption></figure>\n");
}

static write_fn *const writers[] = {
    [ANF_NODE_SECTION] = write_section,           [ANF_NODE_HEADING] = anf__html_write_heading,
    [ANF_NODE_PARAGRAPH] = write_paragraph,       [ANF_NODE_LIST] = write_list,
    [ANF_NODE_TABLE] = anf__html_write_table,     [ANF_NODE_QUOTE] = write_quote,
    [ANF_NODE_PREFORMATTED] = write_preformatted, [ANF_NODE_IMAGE] = write_image,
};

void
anf__html_write_blocks(struct anf__html_writer *w, const struct anf_node *parent)
{
    for (const struct anf_node *node = anf_node_first(parent); node; node = anf_node_next(node))
        writers[anf_node_kind(node)](w, node);
}

void
anf__html_write_content(struct anf__html_writer *w)
{
    enum { TITLE = 1 };
    w->last_rank = TITLE;
    w->outline = (struct anf__html_outline){.rank = TITLE + 1};
    anf__markup_puts(&w->out, "<div id=\"inhalt\" data-anf=\"content\">\n");
    anf__html_write_blocks(w, anf_inquiry_content(w->inquiry));
    anf__markup_puts(&w->out, "</div>\n");
    anf__html_write_notes(w);
}
