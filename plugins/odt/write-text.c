/* write-text.c: paragraphs and what stands in them. */
#include "write.h"

#include "href.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- white space (OpenDocument 1.3, part 3, 6.1.2) --- */

static void
put_spaces(struct anf__odt_writer *w, size_t count)
{
    if (!count)
        return;
    anf__markup_start(&w->out, "text:s");
    if (count > 1)
        anf__markup_attribute_format(&w->out, "text:c", "%zu", count);
    anf__markup_end(&w->out, "text:s");
    w->spaced = 1;
}

static void
put_special(struct anf__odt_writer *w, const char *element)
{
    anf__markup_start(&w->out, element);
    anf__markup_end(&w->out, element);
    w->spaced = 1; /* some readers would drop a space behind it */
}

/* A first space between words is a space; what readers would fold is an element. */
static size_t
put_white(struct anf__odt_writer *w, const char *text, size_t len)
{
    size_t count = 0;
    if (text[0] == '\t' || text[0] == '\n') {
        put_special(w, text[0] == '\t' ? "text:tab" : "text:line-break");
        return 1;
    }
    while (count < len && text[count] == ' ')
        count++;
    size_t plain = w->spaced ? 0 : 1;
    anf__markup_text(&w->out, " ", plain);
    w->spaced = 1;
    put_spaces(w, count - plain);
    return count;
}

void
anf__odt_put(struct anf__odt_writer *w, const char *text, size_t len)
{
    while (len) {
        size_t word = 0;
        while (word < len && text[word] != ' ' && text[word] != '\t' && text[word] != '\n')
            word++;
        anf__markup_text(&w->out, text, word);
        if (word)
            w->spaced = 0;
        size_t white = word < len ? put_white(w, text + word, len - word) : 0;
        text += word + white;
        len -= word + white;
    }
}

void
anf__odt_puts(struct anf__odt_writer *w, const char *text)
{
    anf__odt_put(w, text, strlen(text));
}

void
anf__odt_start_paragraph(struct anf__odt_writer *w, const char *element, const char *style)
{
    anf__markup_start(&w->out, element);
    anf__markup_attribute(&w->out, "text:style-name", style);
    w->spaced = 1;
}

void
anf__odt_put_line(struct anf__odt_writer *w, const char *style, const char *text)
{
    anf__odt_start_paragraph(w, "text:p", style);
    anf__odt_puts(w, text);
    anf__markup_end(&w->out, "text:p");
}

/* --- inlines --- */

static const char *const mark_styles[] = {
    "Emphasis",
    "Strong_20_Emphasis",
    "Anfrage_20_Unterstrichen",
    "Anfrage_20_Gestrichen",
    "Anfrage_20_Hochgestellt",
    "Anfrage_20_Tiefgestellt",
};

/* One mark has a named style, which can be restyled; several together an automatic one. */
static void
start_span(struct anf__odt_writer *w, unsigned marks)
{
    anf__markup_start(&w->out, "text:span");
    for (unsigned i = 0; i < ANF__ODT_MARKS; i++) {
        if (marks == 1u << i) {
            anf__markup_attribute(&w->out, "text:style-name", mark_styles[i]);
            return;
        }
    }
    w->marks |= (uint64_t)1 << marks;
    anf__markup_attribute_format(&w->out, "text:style-name", "T%u", marks);
}

static void
put_text(struct anf__odt_writer *w, const struct anf_node *node, unsigned marks)
{
    size_t len;
    const char *text = anf_node_text(node, &len);
    if (marks)
        start_span(w, marks);
    anf__odt_put(w, text, len);
    if (marks)
        anf__markup_end(&w->out, "text:span");
}

static void put_inlines(struct anf__odt_writer *w, const struct anf_node *parent, unsigned marks);

/* href "" is no link for any reader. */
static void
start_link(struct anf__odt_writer *w, const char *href)
{
    anf__markup_start(&w->out, "text:a");
    anf__markup_attribute(&w->out, "xlink:type", "simple");
    anf__markup_attribute(&w->out, "xlink:href", href);
    anf__markup_attribute(&w->out, "text:style-name", "Internet_20_link");
    anf__markup_attribute(&w->out, "text:visited-style-name", "Visited_20_Internet_20_Link");
}

/* What the document links to: "" where it cannot be a link. To be freed; NULL: out of memory. */
static char *
sound_href(struct anf__odt_writer *w, const char *url)
{
    char *changed = NULL;
    int status = anf__href(url, &changed);
    char *href = status == ANF_OK ? changed ? changed : strdup(url) : NULL;
    if (!href)
        anf__odt_fail(w, ANF_ERR_NOMEM);
    return href;
}

static void
put_link(struct anf__odt_writer *w, const struct anf_node *node, unsigned marks)
{
    const char *url = anf_node_get(node, ANF_ATTRIBUTE_HREF);
    char *href = sound_href(w, url ? url : "");
    int linked = href && *href;
    if (linked)
        start_link(w, href);
    put_inlines(w, node, marks);
    if (linked)
        anf__markup_end(&w->out, "text:a");
    free(href);
}

void
anf__odt_put_link(struct anf__odt_writer *w, const char *href, const char *text)
{
    char *sound = sound_href(w, href);
    int linked = sound && *sound;
    if (linked)
        start_link(w, sound);
    anf__odt_puts(w, text);
    if (linked)
        anf__markup_end(&w->out, "text:a");
    free(sound);
}

/* The document counts its notes by itself; another marker is a label. */
static void
put_note(struct anf__odt_writer *w, const struct anf_node *node)
{
    static const struct anf__odt_place place = {.style = ANF__ODT_STYLE_NOTE,
                                                .item_style = ANF__ODT_STYLE_NOTE,
                                                .outline = 1,
                                                .tables = ANF__ODT_MOST_TABLES,
                                                .note = 1};
    char citation[16];
    const char *marker = anf_node_get(node, ANF_ATTRIBUTE_MARKER);
    snprintf(citation, sizeof citation, "%u", ++w->notes);
    anf__odt_show(w, node, ANF__ODT_SHOWS_NODE);
    anf__markup_start(&w->out, "text:note");
    anf__markup_attribute_format(&w->out, "text:id", "ftn%u", w->notes);
    anf__markup_attribute(&w->out, "text:note-class", "footnote");
    anf__markup_start(&w->out, "text:note-citation");
    if (marker && strcmp(marker, citation) == 0)
        marker = NULL;
    anf__markup_attribute(&w->out, "text:label", marker);
    anf__markup_text(&w->out, marker ? marker : citation, strlen(marker ? marker : citation));
    anf__markup_end(&w->out, "text:note-citation");
    anf__markup_start(&w->out, "text:note-body");
    anf__odt_write_filled(w, node, place);
    anf__markup_end(&w->out, "text:note-body");
    anf__markup_end(&w->out, "text:note");
    w->spaced = 1;
}

static unsigned
mark_of(int kind)
{
    static const uint8_t marks[] = {
        [ANF_NODE_EMPHASIS - ANF_NODE_TEXT] = ANF__ODT_MARK_EMPHASIS,
        [ANF_NODE_STRONG - ANF_NODE_TEXT] = ANF__ODT_MARK_STRONG,
        [ANF_NODE_UNDERLINE - ANF_NODE_TEXT] = ANF__ODT_MARK_UNDERLINE,
        [ANF_NODE_STRIKE - ANF_NODE_TEXT] = ANF__ODT_MARK_STRIKE,
        [ANF_NODE_SUPERSCRIPT - ANF_NODE_TEXT] = ANF__ODT_MARK_SUPERSCRIPT,
        [ANF_NODE_SUBSCRIPT - ANF_NODE_TEXT] = ANF__ODT_MARK_SUBSCRIPT,
    };
    return marks[kind - ANF_NODE_TEXT];
}

/* A text stands either above or below the line: the inner mark counts. */
static unsigned
marked(unsigned marks, unsigned mark)
{
    const unsigned positions = ANF__ODT_MARK_SUPERSCRIPT | ANF__ODT_MARK_SUBSCRIPT;
    return (mark & positions ? marks & ~positions : marks) | mark;
}

static void
put_inline(struct anf__odt_writer *w, const struct anf_node *node, unsigned marks)
{
    switch (anf_node_kind(node)) {
    case ANF_NODE_TEXT:
        put_text(w, node, marks);
        break;
    case ANF_NODE_LINK:
        put_link(w, node, marks);
        break;
    case ANF_NODE_BREAK:
        put_special(w, "text:line-break");
        break;
    case ANF_NODE_FOOTNOTE:
        put_note(w, node);
        break;
    default:
        put_inlines(w, node, marked(marks, mark_of(anf_node_kind(node))));
    }
}

static void
put_inlines(struct anf__odt_writer *w, const struct anf_node *parent, unsigned marks)
{
    for (const struct anf_node *node = anf_node_first(parent); node; node = anf_node_next(node))
        put_inline(w, node, marks);
}

void
anf__odt_put_inlines(struct anf__odt_writer *w, const struct anf_node *parent)
{
    put_inlines(w, parent, 0);
}
