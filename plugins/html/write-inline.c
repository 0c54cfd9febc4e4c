/* write-inline.c: what stands in a line of text. White space is exact: no line ends but those of
 * the text itself, and the style sheet keeps it (pre-wrap). */
#include "write.h"

#include <stdlib.h>

typedef void write_fn(struct anf__html_writer *w, const struct anf_node *node);

static void
write_text(struct anf__html_writer *w, const struct anf_node *node)
{
    size_t len;
    const char *text = anf_node_text(node, &len);
    anf__markup_text(&w->out, text, len);
}

static void
write_element(struct anf__html_writer *w, const struct anf_node *node, const char *name)
{
    anf__html_out_format(&w->out, "<%s data-anf=\"%s\">", name,
                         anf_node_kind_name(anf_node_kind(node)));
    anf__html_write_inlines(w, node);
    anf__html_out_format(&w->out, "</%s>", name);
}

static void
write_emphasis(struct anf__html_writer *w, const struct anf_node *node)
{
    write_element(w, node, "em");
}

static void
write_strong(struct anf__html_writer *w, const struct anf_node *node)
{
    write_element(w, node, "strong");
}

static void
write_underline(struct anf__html_writer *w, const struct anf_node *node)
{
    write_element(w, node, "u");
}

static void
write_strike(struct anf__html_writer *w, const struct anf_node *node)
{
    write_element(w, node, "s");
}

static void
write_superscript(struct anf__html_writer *w, const struct anf_node *node)
{
    write_element(w, node, "sup");
}

static void
write_subscript(struct anf__html_writer *w, const struct anf_node *node)
{
    write_element(w, node, "sub");
}

static void
write_link(struct anf__html_writer *w, const struct anf_node *node)
{
    anf__markup_puts(&w->out, "<a data-anf=\"link\"");
    anf__html_write_href(w, anf_node_get(node, ANF_ATTRIBUTE_HREF));
    anf__markup_puts(&w->out, ">");
    anf__html_write_inlines(w, node);
    anf__markup_puts(&w->out, "</a>");
}

static void
write_break(struct anf__html_writer *w, const struct anf_node *node)
{
    (void)node;
    anf__markup_puts(&w->out, "<br data-anf=\"break\"/>");
}

static int
keep_note(struct anf__html_writer *w, const struct anf_node *note)
{
    if (w->note_count == w->note_room) {
        size_t room = w->note_room ? w->note_room * 2 : 16;
        void *grown = realloc((void *)w->notes, room * sizeof *w->notes);
        if (!grown)
            return ANF_ERR_NOMEM;
        w->notes = grown;
        w->note_room = room;
    }
    w->notes[w->note_count++] = note;
    return ANF_OK;
}

/* What is read aloud for the link holds what the link shows (WCAG 2.2, 2.5.3). */
static void
write_note_name(struct anf__html_writer *w, const char *word, const char *marker, size_t number)
{
    anf__html_out_format(&w->out, " aria-label=\"%s ", word);
    if (marker)
        anf__markup_value(&w->out, marker);
    else
        anf__html_out_format(&w->out, "[%zu]", number);
    anf__markup_puts(&w->out, "\">");
}

/* The mark; its blocks follow the content. */
static void
write_footnote(struct anf__html_writer *w, const struct anf_node *node)
{
    int status = keep_note(w, node);
    if (status != ANF_OK) {
        anf__markup_fail(&w->out, status);
        return;
    }
    size_t number = w->note_count;
    const char *marker = anf_node_get(node, ANF_ATTRIBUTE_MARKER);
    anf__html_out_format(&w->out,
                         "<sup data-anf=\"footnote\" data-anf-note=\"%zu\"><a id=\"verweis-%zu\" "
                         "href=\"#fussnote-%zu\" role=\"doc-noteref\"",
                         number, number, number);
    write_note_name(w, "Fußnote", marker, number);
    if (marker)
        anf__html_write_value(w, "marker", marker);
    else
        anf__html_out_format(&w->out, "[%zu]", number);
    anf__markup_puts(&w->out, "</a></sup>");
}

static write_fn *const writers[] = {
    [ANF_NODE_TEXT] = write_text,           [ANF_NODE_EMPHASIS] = write_emphasis,
    [ANF_NODE_STRONG] = write_strong,       [ANF_NODE_UNDERLINE] = write_underline,
    [ANF_NODE_STRIKE] = write_strike,       [ANF_NODE_SUPERSCRIPT] = write_superscript,
    [ANF_NODE_SUBSCRIPT] = write_subscript, [ANF_NODE_LINK] = write_link,
    [ANF_NODE_BREAK] = write_break,         [ANF_NODE_FOOTNOTE] = write_footnote,
};

void
anf__html_write_inlines(struct anf__html_writer *w, const struct anf_node *parent)
{
    for (const struct anf_node *node = anf_node_first(parent); node; node = anf_node_next(node))
        writers[anf_node_kind(node)](w, node);
}

void
anf__html_write_value(struct anf__html_writer *w, const char *name, const char *text)
{
    anf__html_out_format(&w->out, "<span data-anf=\"%s\">", name);
    anf__markup_string(&w->out, text);
    anf__markup_puts(&w->out, "</span>");
}

static void
write_note(struct anf__html_writer *w, size_t number)
{
    const struct anf_node *note = w->notes[number - 1];
    const char *marker = anf_node_get(note, ANF_ATTRIBUTE_MARKER);
    anf__html_out_format(&w->out,
                         "<li id=\"fussnote-%zu\" data-anf=\"note\" data-anf-note=\"%zu\">"
                         "<p class=\"mark\" data-anf=\"label\"><a href=\"#verweis-%zu\" "
                         "role=\"doc-backlink\"",
                         number, number, number);
    write_note_name(w, "Zurück zu", marker, number);
    if (marker)
        anf__markup_string(&w->out, marker);
    else
        anf__html_out_format(&w->out, "[%zu]", number);
    anf__markup_puts(&w->out, "<span aria-hidden=\"true\"> ↩</span></a></p>\n");
    anf__html_write_blocks(w, note);
    anf__markup_puts(&w->out, "</li>\n");
}

void
anf__html_write_notes(struct anf__html_writer *w)
{
    enum { RANK = 2 };
    if (!w->note_count)
        return;
    anf__markup_puts(&w->out, "<section id=\"fussnoten\" role=\"doc-endnotes\" aria-labelledby="
                              "\"fussnoten-titel\">\n<h2 id=\"fussnoten-titel\">Fußnoten</h2>\n"
                              "<ol class=\"notes\" role=\"list\">\n");
    w->last_rank = RANK;
    w->outline = (struct anf__html_outline){.rank = RANK, .titled = 1};
    for (size_t i = 0; i < w->note_count; i++)
        write_note(w, i + 1);
    anf__markup_puts(&w->out, "</ol>\n</section>\n");
}
