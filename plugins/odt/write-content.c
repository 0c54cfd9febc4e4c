/* write-content.c: sections and blocks. */
#include "write.h"

#include "words.h"

#include <stdio.h>
#include <string.h>

/* --- headings and paragraphs --- */

/* The number of a section stands before the text of its first block. */
static void
put_number(struct anf__odt_writer *w, const char *number)
{
    if (!number)
        return;
    anf__odt_puts(w, number);
    anf__odt_put(w, "\t", 1);
}

static void
show_block(struct anf__odt_writer *w, const struct anf_node *node,
           const struct anf__odt_place *place)
{
    anf__odt_show(w, node, place->number ? ANF__ODT_SHOWS_NUMBERED : ANF__ODT_SHOWS_NODE);
}

static void
write_paragraph(struct anf__odt_writer *w, const struct anf_node *node, struct anf__odt_place place,
                const char *style)
{
    show_block(w, node, &place);
    anf__odt_start_paragraph(w, "text:p", style);
    put_number(w, place.number);
    anf__odt_put_inlines(w, node);
    anf__markup_end(&w->out, "text:p");
}

static void
write_plain(struct anf__odt_writer *w, const struct anf_node *node, struct anf__odt_place place)
{
    int first = place.number != NULL;
    const char *style = place.style;
    if (strcmp(style, ANF__ODT_STYLE_QUESTION) == 0 && !first)
        style = ANF__ODT_STYLE_QUESTION_MORE;
    write_paragraph(w, node, place, style);
}

static void
write_preformatted(struct anf__odt_writer *w, const struct anf_node *node,
                   struct anf__odt_place place)
{
    write_paragraph(w, node, place, ANF__ODT_STYLE_PREFORMATTED);
}

/* A level that the source gives counts from the highest one beside it; a footnote is no place for
 * the outline. */
static void
write_heading(struct anf__odt_writer *w, const struct anf_node *node, struct anf__odt_place place)
{
    int explicit_level = (int)anf_node_get_number(node, ANF_ATTRIBUTE_LEVEL);
    int level = (int)place.outline + (explicit_level ? explicit_level - place.highest : 0);
    char style[] = "Heading_20_1";
    if (level > ANF__ODT_MOST_OUTLINE)
        level = ANF__ODT_MOST_OUTLINE;
    if (level < 1)
        level = 1;
    if (place.note) {
        write_paragraph(w, node, place, place.style);
        return;
    }
    style[sizeof style - 2] = (char)('0' + level);
    show_block(w, node, &place);
    anf__odt_start_paragraph(w, "text:h", style);
    anf__markup_attribute_format(&w->out, "text:outline-level", "%d", level);
    put_number(w, place.number);
    anf__odt_put_inlines(w, node);
    anf__markup_end(&w->out, "text:h");
}

static void
write_quote(struct anf__odt_writer *w, const struct anf_node *node, struct anf__odt_place place)
{
    if (!place.note) {
        place.style = ANF__ODT_STYLE_QUOTE;
        place.item_style = ANF__ODT_STYLE_QUOTE;
    }
    anf__odt_write_filled(w, node, place);
}

/* A picture that lies elsewhere would be fetched by whoever opens the document: its words stand in
 * its place. */
static void
write_image(struct anf__odt_writer *w, const struct anf_node *node, struct anf__odt_place place)
{
    const char *src = anf_node_get(node, ANF_ATTRIBUTE_SRC);
    const char *alt = anf_node_get(node, ANF_ATTRIBUTE_ALT);
    int linked = src && (strncmp(src, "http://", 7) == 0 || strncmp(src, "https://", 8) == 0);
    show_block(w, node, &place);
    anf__odt_start_paragraph(w, "text:p", ANF__ODT_STYLE_IMAGE);
    put_number(w, place.number);
    anf__odt_puts(w, "Bild: ");
    if (linked)
        anf__odt_put_link(w, src, alt ? alt : src);
    else
        anf__odt_puts(w, alt ? alt : src ? src : "");
    anf__markup_end(&w->out, "text:p");
}

typedef void write_fn(struct anf__odt_writer *w, const struct anf_node *node,
                      struct anf__odt_place place);

static write_fn *const writers[] = {
    [ANF_NODE_HEADING] = write_heading,    [ANF_NODE_PARAGRAPH] = write_plain,
    [ANF_NODE_LIST] = anf__odt_write_list, [ANF_NODE_TABLE] = anf__odt_write_table,
    [ANF_NODE_QUOTE] = write_quote,        [ANF_NODE_PREFORMATTED] = write_preformatted,
    [ANF_NODE_IMAGE] = write_image,
};

static void write_section(struct anf__odt_writer *w, const struct anf_node *section,
                          struct anf__odt_place place);

void
anf__odt_write_block(struct anf__odt_writer *w, const struct anf_node *node,
                     struct anf__odt_place place)
{
    int kind = anf_node_kind(node);
    if (kind == ANF_NODE_SECTION)
        write_section(w, node, place);
    else
        writers[kind](w, node, place);
}

/* The lowest explicit level of the headings beside each other; 1 where there is none. */
static int
highest_level(const struct anf_node *parent)
{
    uint32_t highest = 0;
    for (const struct anf_node *node = anf_node_first(parent); node; node = anf_node_next(node)) {
        uint32_t level = anf_node_get_number(node, ANF_ATTRIBUTE_LEVEL);
        if (level && (!highest || level < highest))
            highest = level;
    }
    return highest ? (int)highest : 1;
}

void
anf__odt_write_blocks(struct anf__odt_writer *w, const struct anf_node *parent,
                      struct anf__odt_place place)
{
    place.highest = highest_level(parent);
    for (const struct anf_node *node = anf_node_first(parent); node; node = anf_node_next(node)) {
        anf__odt_write_block(w, node, place);
        place.number = NULL;
    }
}

void
anf__odt_write_filled(struct anf__odt_writer *w, const struct anf_node *parent,
                      struct anf__odt_place place)
{
    if (anf_node_first(parent)) {
        anf__odt_write_blocks(w, parent, place);
        return;
    }
    anf__odt_show(w, parent, ANF__ODT_SHOWS_LABEL);
    anf__odt_put_line(w, place.style, "");
}

/* --- sections --- */

struct role_layout {
    const char *style;           /* of the section */
    const char *paragraph_style; /* NULL: as around it */
    const char *item_style;
};

static const struct role_layout layouts[] = {
    [ANF_ROLE_SUMMARY_QUESTION] = {"Abschnitt", ANF__ODT_STYLE_SUMMARY, ANF__ODT_STYLE_ITEM},
    [ANF_ROLE_SUMMARY_ANSWER] = {"Abschnitt", ANF__ODT_STYLE_SUMMARY, ANF__ODT_STYLE_ITEM},
    [ANF_ROLE_QUESTION] = {"Frage", ANF__ODT_STYLE_QUESTION, ANF__ODT_STYLE_QUESTION_ITEM},
    [ANF_ROLE_ANSWER] = {"Antwort", ANF__ODT_STYLE_ANSWER, ANF__ODT_STYLE_ITEM},
    [ANF_ROLE_OTHER] = {NULL, NULL, NULL},
};

static int
begins_with_heading(const struct anf_node *section)
{
    const struct anf_node *first = anf_node_first(section);
    return first && anf_node_kind(first) == ANF_NODE_HEADING;
}

/* "Antwort zu 1", or as the paper says it: "Zu den Fragen 1 und 2". */
static void
put_answer_label(struct anf__odt_writer *w, const char *number)
{
    size_t len = number ? strlen(number) : 0;
    int words = len > 2 && (strchr(number, ' ') || strchr(number, ':'));
    if (!words)
        anf__odt_puts(w, len ? "Antwort zu " : "Antwort");
    if (len > 1 && !words && number[len - 1] == '.')
        len--;
    anf__odt_put(w, len ? number : "", len);
}

/* The heading of a section whose source has none, and what stands above an answer. */
static int
write_label(struct anf__odt_writer *w, const struct anf_node *section, unsigned outline)
{
    const char *number = anf_node_get(section, ANF_ATTRIBUTE_NUMBER);
    int role = anf_node_role(section);
    const char *words = anf__words_section(role);
    if (begins_with_heading(section) || (!words && role != ANF_ROLE_ANSWER))
        return 0;
    anf__odt_show(w, section, ANF__ODT_SHOWS_LABEL);
    anf__odt_start_paragraph(w, words ? "text:h" : "text:p",
                             words ? ANF__ODT_STYLE_SECTION : ANF__ODT_STYLE_ANSWER_LABEL);
    if (words) {
        anf__markup_attribute_format(&w->out, "text:outline-level", "%u", outline);
        put_number(w, number);
        anf__odt_puts(w, words);
    } else {
        put_answer_label(w, number);
    }
    anf__markup_end(&w->out, words ? "text:h" : "text:p");
    return 1;
}

/* A number with no heading or paragraph to stand before. */
static void
write_number(struct anf__odt_writer *w, const struct anf_node *section, const char *number)
{
    anf__odt_show(w, section, ANF__ODT_SHOWS_NUMBER);
    anf__odt_put_line(w, ANF__ODT_STYLE_NUMBER, number);
}

static int
takes_number(const struct anf_node *block)
{
    int kind = block ? anf_node_kind(block) : 0;
    return kind == ANF_NODE_HEADING || kind == ANF_NODE_PARAGRAPH;
}

static void
write_inside(struct anf__odt_writer *w, const struct anf_node *section, struct anf__odt_place place)
{
    const struct anf_node *first = anf_node_first(section);
    const char *number = anf_node_get(section, ANF_ATTRIBUTE_NUMBER);
    int headed = begins_with_heading(section);
    int labelled = write_label(w, section, place.outline);
    place.highest = headed ? highest_level(section) : 1;
    place.number = labelled || !takes_number(first) ? NULL : number;
    if (number && !labelled && !place.number)
        write_number(w, section, number);
    if (headed) { /* whatever its level, it is the section's */
        place.highest = (int)anf_node_get_number(first, ANF_ATTRIBUTE_LEVEL);
        anf__odt_write_block(w, first, place);
        place.number = NULL;
        first = anf_node_next(first);
    }
    place.outline += headed || labelled;
    place.highest = highest_level(section);
    for (; first; first = anf_node_next(first)) {
        anf__odt_write_block(w, first, place);
        place.number = NULL;
    }
    if (!labelled && !number && !anf_node_first(section))
        anf__odt_write_filled(w, section, place);
}

static void
write_section(struct anf__odt_writer *w, const struct anf_node *section,
              struct anf__odt_place place)
{
    int role = anf_node_role(section);
    struct role_layout layout = layouts[role];
    place.style = layout.paragraph_style ? layout.paragraph_style : place.style;
    place.item_style = layout.item_style ? layout.item_style : place.item_style;
    anf__odt_show(w, section, ANF__ODT_SHOWS_NODE);
    anf__markup_start(&w->out, "text:section");
    anf__markup_attribute(&w->out, "text:style-name", layout.style ? layout.style : "Abschnitt");
    anf__markup_attribute_format(&w->out, "text:name", ANF__ODT_SECTION_PREFIX "%s-%u",
                                 anf_role_name(role), ++w->sections[role]);
    write_inside(w, section, place);
    anf__markup_end(&w->out, "text:section");
}

void
anf__odt_write_content(struct anf__odt_writer *w)
{
    static const struct anf__odt_place place = {
        .style = ANF__ODT_STYLE_BODY, .item_style = ANF__ODT_STYLE_ITEM, .outline = 1};
    anf__odt_write_blocks(w, anf_inquiry_content(w->inquiry), place);
}
