/* write-content.c: the content of an inquiry as mainBody: one function a kind of node. */
#include "write.h"

#include <stdio.h>

typedef void node_fn(struct anf__akn_writer *w, const struct anf_node *node);

void
anf__akn_write_from(struct anf__akn_writer *w, const struct anf_node *node)
{
    for (; node; node = anf_node_next(node))
        anf__akn_write_node(w, node);
}

void
anf__akn_write_blocks(struct anf__akn_writer *w, const struct anf_node *node)
{
    anf__akn_write_from(w, node);
    if (node)
        return;
    anf__akn_start(w, NULL, ANF__AKN_EID_P, NULL);
    anf__markup_attribute(&w->out.markup, "class", ANF__AKN_EMPTY);
    anf__akn_put_eid(w);
    anf__akn_end(w, ANF__AKN_EID_P);
}

/* --- line ends --- */

/* Programs that know no break, no block or blockContainer write their words and no more; a line end
 * keeps these apart. Beside a blank there is none: the reader would take both for layout. */

static int
is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* What comes behind the node in its block. */
static int
is_before_blank(const struct anf_node *node)
{
    while (!anf_node_next(node) && anf_node_is_inline(anf_node_parent(node)))
        node = anf_node_parent(node);
    return is_blank(anf_node_text(anf_node_next(node), NULL)[0]);
}

static int
ends_blank(const struct anf_node *node)
{
    size_t len;
    const char *text = anf_node_text(node, &len);
    return len && is_blank(text[len - 1]);
}

/* --- sections --- */

static void
put_level(struct anf__akn_writer *w, const struct anf_node *heading)
{
    const char *level = anf_node_get(heading, ANF_ATTRIBUTE_LEVEL);
    if (level)
        anf__markup_attribute_format(&w->out.markup, "class", ANF__AKN_LEVEL "%s", level);
}

/* A heading that comes first is the section's own; returns what follows it. */
static const struct anf_node *
write_own_heading(struct anf__akn_writer *w, const struct anf_node *first, int keeps_apart)
{
    if (anf_node_kind(first) != ANF_NODE_HEADING)
        return first;
    anf__akn_out_start_line(&w->out, "heading");
    put_level(w, first);
    if (keeps_apart && !is_blank(anf_node_text(anf_node_first(first), NULL)[0]))
        anf__markup_string(&w->out.markup, "\n");
    anf__akn_write_from(w, anf_node_first(first));
    anf__akn_out_end_line(&w->out, "heading");
    return anf_node_next(first);
}

static const struct anf_node *
write_num_and_heading(struct anf__akn_writer *w, const struct anf_node *section, int keeps_apart)
{
    const char *number = anf_node_get(section, ANF_ATTRIBUTE_NUMBER);
    anf__akn_write_num(w, number);
    return write_own_heading(w, anf_node_first(section), keeps_apart && number);
}

static void
write_question(struct anf__akn_writer *w, const struct anf_node *section)
{
    int asks = anf_node_role(section) == ANF_ROLE_QUESTION;
    enum anf__akn_eid element = asks ? ANF__AKN_EID_QUESTION : ANF__AKN_EID_ANSWER;
    anf__akn_start(w, section, element, anf_node_get(section, ANF_ATTRIBUTE_NUMBER));
    anf__markup_attribute(&w->out.markup, "by", asks ? "#fragestellende" : "#antwortende");
    anf__markup_attribute(&w->out.markup, "as", asks ? "#fragesteller" : "#antwortgeber");
    anf__markup_attribute(&w->out.markup, "to", asks ? "#antwortende" : "#fragestellende");
    anf__akn_put_eid(w);
    ++w->in_speech;
    anf__akn_write_blocks(w, write_num_and_heading(w, section, 0));
    --w->in_speech;
    anf__akn_end(w, element);
}

/* A debateSection, or where the schema has no place for one, a blockContainer. */
static void
write_other_section(struct anf__akn_writer *w, const struct anf_node *section)
{
    const char *name = anf__akn_section_name(anf_node_role(section));
    enum anf__akn_eid element = w->in_speech ? ANF__AKN_EID_BLOCK_CONTAINER
                                             : ANF__AKN_EID_DEBATE_SECTION;
    anf__akn_start(w, section, element, anf_node_get(section, ANF_ATTRIBUTE_NUMBER));
    anf__markup_attribute(&w->out.markup, w->in_speech ? "class" : "name", name);
    anf__akn_put_eid(w);
    const struct anf_node *rest = write_num_and_heading(w, section, w->in_speech > 0);
    if (w->in_speech)
        anf__akn_write_blocks(w, rest);
    else
        anf__akn_write_from(w, rest);
    anf__akn_end(w, element);
}

static void
write_section(struct anf__akn_writer *w, const struct anf_node *section)
{
    int role = anf_node_role(section);
    if (role == ANF_ROLE_QUESTION || role == ANF_ROLE_ANSWER)
        write_question(w, section);
    else
        write_other_section(w, section);
}

/* --- blocks --- */

static void
write_block(struct anf__akn_writer *w, const struct anf_node *node, const char *name)
{
    anf__akn_start(w, node, ANF__AKN_EID_BLOCK, NULL);
    anf__markup_attribute(&w->out.markup, "name", name);
    if (anf_node_kind(node) == ANF_NODE_HEADING)
        put_level(w, node);
    if (anf_node_kind(node) == ANF_NODE_PREFORMATTED)
        anf__markup_attribute(&w->out.markup, "xml:space", "preserve");
    anf__akn_put_eid(w);
}

static void
write_heading(struct anf__akn_writer *w, const struct anf_node *heading)
{
    write_block(w, heading, ANF__AKN_HEADING);
    anf__akn_write_from(w, anf_node_first(heading));
    if (!ends_blank(anf_node_last(heading)))
        anf__markup_string(&w->out.markup, "\n");
    anf__akn_end(w, ANF__AKN_EID_BLOCK);
}

/* The reader drops the line end. */
static void
write_preformatted(struct anf__akn_writer *w, const struct anf_node *text)
{
    write_block(w, text, ANF__AKN_PREFORMATTED);
    w->in_preformatted = 1;
    anf__akn_write_from(w, anf_node_first(text));
    anf__markup_string(&w->out.markup, "\n");
    w->in_preformatted = 0;
    anf__akn_end(w, ANF__AKN_EID_BLOCK);
}

static void
write_image(struct anf__akn_writer *w, const struct anf_node *image)
{
    write_block(w, image, ANF__AKN_IMAGE);
    anf__akn_out_start(&w->out, "img");
    anf__akn_write_url(w, "src", anf_node_get(image, ANF_ATTRIBUTE_SRC));
    anf__markup_attribute(&w->out.markup, "alt", anf_node_get(image, ANF_ATTRIBUTE_ALT));
    anf__akn_out_end(&w->out, "img");
    anf__akn_end(w, ANF__AKN_EID_BLOCK);
}

static void
write_paragraph(struct anf__akn_writer *w, const struct anf_node *paragraph)
{
    anf__akn_start_plain(w, paragraph, ANF__AKN_EID_P);
    anf__akn_write_from(w, anf_node_first(paragraph));
    anf__akn_end(w, ANF__AKN_EID_P);
}

static void
write_quote(struct anf__akn_writer *w, const struct anf_node *quote)
{
    anf__akn_start(w, quote, ANF__AKN_EID_BLOCK_CONTAINER, NULL);
    anf__markup_attribute(&w->out.markup, "class", ANF__AKN_QUOTE);
    anf__akn_put_eid(w);
    anf__akn_write_blocks(w, anf_node_first(quote));
    anf__akn_end(w, ANF__AKN_EID_BLOCK_CONTAINER);
}

static void
write_table(struct anf__akn_writer *w, const struct anf_node *table)
{
    anf__akn_start_plain(w, table, ANF__AKN_EID_TABLE);
    anf__akn_write_from(w, anf_node_first(table));
    anf__akn_end(w, ANF__AKN_EID_TABLE);
}

static void
write_caption(struct anf__akn_writer *w, const struct anf_node *caption)
{
    anf__akn_start_plain(w, caption, ANF__AKN_EID_CAPTION);
    anf__akn_write_from(w, anf_node_first(caption));
    anf__akn_end(w, ANF__AKN_EID_CAPTION);
}

static void
write_row(struct anf__akn_writer *w, const struct anf_node *row)
{
    anf__akn_out_start(&w->out, "tr");
    anf__akn_write_from(w, anf_node_first(row));
    anf__akn_out_end(&w->out, "tr");
}

static void
write_cell(struct anf__akn_writer *w, const struct anf_node *cell)
{
    const char *name = anf_node_get_number(cell, ANF_ATTRIBUTE_HEADER) ? "th" : "td";
    anf__akn_out_start_line(&w->out, name);
    anf__markup_attribute(&w->out.markup, "colspan", anf_node_get(cell, ANF_ATTRIBUTE_COLSPAN));
    anf__markup_attribute(&w->out.markup, "rowspan", anf_node_get(cell, ANF_ATTRIBUTE_ROWSPAN));
    anf__akn_write_from(w, anf_node_first(cell));
    anf__akn_out_end_line(&w->out, name);
}

static void
write_text(struct anf__akn_writer *w, const struct anf_node *node)
{
    size_t len;
    const char *text = anf_node_text(node, &len);
    anf__markup_text(&w->out.markup, text, len);
}

static void
write_inline(struct anf__akn_writer *w, const struct anf_node *node)
{
    const char *name = anf__akn_inline_name(anf_node_kind(node));
    anf__akn_out_start(&w->out, name);
    anf__akn_write_from(w, anf_node_first(node));
    anf__akn_out_end(&w->out, name);
}

/* "del" would say that someone amended the text. */
static void
write_strike(struct anf__akn_writer *w, const struct anf_node *node)
{
    anf__akn_out_start(&w->out, "inline");
    anf__markup_attribute(&w->out.markup, "name", ANF__AKN_STRIKE);
    anf__akn_write_from(w, anf_node_first(node));
    anf__akn_out_end(&w->out, "inline");
}

static void
write_link(struct anf__akn_writer *w, const struct anf_node *link)
{
    const char *href = anf_node_get(link, ANF_ATTRIBUTE_HREF);
    anf__akn_start(w, link, ANF__AKN_EID_A, NULL);
    anf__akn_write_url(w, "href", href ? href : "");
    anf__akn_put_eid(w);
    anf__akn_write_from(w, anf_node_first(link));
    anf__akn_end(w, ANF__AKN_EID_A);
}

static void
write_break(struct anf__akn_writer *w, const struct anf_node *node)
{
    (void)node;
    anf__akn_out_start(&w->out, "br");
    anf__akn_out_end(&w->out, "br");
    if (!w->in_preformatted && !is_before_blank(node))
        anf__markup_string(&w->out.markup, "\n");
}

static void
write_footnote(struct anf__akn_writer *w, const struct anf_node *footnote)
{
    anf__akn_start(w, footnote, ANF__AKN_EID_AUTHORIAL_NOTE, NULL);
    anf__markup_attribute(&w->out.markup, "marker", anf_node_get(footnote, ANF_ATTRIBUTE_MARKER));
    anf__markup_attribute(&w->out.markup, "placement", "bottom");
    anf__akn_put_eid(w);
    int in_preformatted = w->in_preformatted;
    w->in_preformatted = 0;
    anf__akn_write_blocks(w, anf_node_first(footnote));
    w->in_preformatted = in_preformatted;
    anf__akn_end(w, ANF__AKN_EID_AUTHORIAL_NOTE);
}

static node_fn *const by_kind[] = {
    [ANF_NODE_SECTION] = write_section,
    [ANF_NODE_HEADING] = write_heading,
    [ANF_NODE_PARAGRAPH] = write_paragraph,
    [ANF_NODE_LIST] = anf__akn_write_list,
    [ANF_NODE_TABLE] = write_table,
    [ANF_NODE_CAPTION] = write_caption,
    [ANF_NODE_ROW] = write_row,
    [ANF_NODE_CELL] = write_cell,
    [ANF_NODE_QUOTE] = write_quote,
    [ANF_NODE_PREFORMATTED] = write_preformatted,
    [ANF_NODE_IMAGE] = write_image,
    [ANF_NODE_TEXT] = write_text,
    [ANF_NODE_EMPHASIS] = write_inline,
    [ANF_NODE_STRONG] = write_inline,
    [ANF_NODE_UNDERLINE] = write_inline,
    [ANF_NODE_STRIKE] = write_strike,
    [ANF_NODE_SUPERSCRIPT] = write_inline,
    [ANF_NODE_SUBSCRIPT] = write_inline,
    [ANF_NODE_LINK] = write_link,
    [ANF_NODE_BREAK] = write_break,
    [ANF_NODE_FOOTNOTE] = write_footnote,
};

void
anf__akn_write_node(struct anf__akn_writer *w, const struct anf_node *node)
{
    anf__akn_note_ref(w, node);
    if (w->out.markup.status == ANF_OK)
        by_kind[anf_node_kind(node)](w, node);
}

/* Which wrapper a child of the content stands in, so that mainBody holds nothing but sections of
 * speech and a doc becomes a debate by renaming two elements. */
static int
wrapper_of(const struct anf_node *node)
{
    if (anf_node_kind(node) != ANF_NODE_SECTION)
        return ANF__AKN_EID_DEBATE_SECTION;
    return anf_node_role(node) == ANF_ROLE_EXCHANGE ? ANF__AKN_EID_QUESTIONS : ANF__AKN_EIDS;
}

/* A run of nodes that share a wrapper; returns what follows it. */
static const struct anf_node *
write_run(struct anf__akn_writer *w, const struct anf_node *node)
{
    int wrapper = wrapper_of(node);
    if (wrapper == ANF__AKN_EIDS) {
        anf__akn_write_node(w, node);
        return anf_node_next(node);
    }
    anf__akn_start(w, NULL, (enum anf__akn_eid)wrapper, NULL);
    if (wrapper == ANF__AKN_EID_DEBATE_SECTION)
        anf__markup_attribute(&w->out.markup, "name", ANF__AKN_LOOSE);
    anf__akn_put_eid(w);
    for (; node && wrapper_of(node) == wrapper; node = anf_node_next(node))
        anf__akn_write_node(w, node);
    anf__akn_end(w, (enum anf__akn_eid)wrapper);
    return node;
}

void
anf__akn_write_body(struct anf__akn_writer *w)
{
    const struct anf_node *node = anf_node_first(anf_inquiry_content(w->inquiry));
    anf__akn_out_start(&w->out, "mainBody");
    if (!node) { /* an empty mainBody is not valid */
        anf__akn_start_plain(w, NULL, ANF__AKN_EID_QUESTIONS);
        anf__akn_end(w, ANF__AKN_EID_QUESTIONS);
    }
    while (node)
        node = write_run(w, node);
    anf__akn_out_end(&w->out, "mainBody");
}
