/* sections.c: sections as text: numbers, headings, labels, "Antwort:".
 *
 * No line says where a section ends. The reader knows by what opens next, and the writer follows
 * its thoughts; where these would go wrong, a line of stars says in how many sections the next
 * thing stands. */
#include "writer.h"

#include <string.h>

static int
is_chapter(const struct anf_node *node)
{
    return anf_node_role(node) == ANF_ROLE_CHAPTER;
}

static int
is_exchange(const struct anf_node *node)
{
    return anf_node_role(node) == ANF_ROLE_EXCHANGE;
}

/* The innermost open section for which is holds; otherwise the base. */
static const struct anf_node *
innermost(const struct anf__plain_writer *writer, int (*is)(const struct anf_node *node))
{
    const struct anf_node *node = writer->current;
    while (node != writer->base && !is(node))
        node = anf_node_parent(node);
    return node;
}

/* In which section the reader puts what has this role. */
static const struct anf_node *
natural_parent(const struct anf__plain_writer *writer, int role)
{
    if (role == ANF_ROLE_ANSWER || role == ANF_ROLE_QUESTION)
        return innermost(writer, is_exchange);
    if (role == ANF_ROLE_EXCHANGE || role == ANF_ROLE_INTRODUCTION)
        return innermost(writer, is_chapter);
    return writer->base;
}

static void
write_stars(struct anf__plain_writer *writer, const struct anf_node *parent)
{
    struct anf__plain_buffer line = {0};
    anf__plain_puts(&line, "* * *");
    for (; parent != writer->base; parent = anf_node_parent(parent))
        anf__plain_puts(&line, " *");
    anf__plain_space_blocks(writer);
    anf__plain_line(writer->layout, line.data, line.length);
    anf__plain_space_blocks(writer);
    writer->labelled = 0;
    writer->failed |= line.failed;
    anf__plain_clear(&line);
}

static void
place_section(struct anf__plain_writer *writer, const struct anf_node *section)
{
    const struct anf_node *parent = anf_node_parent(section);
    if (natural_parent(writer, anf_node_role(section)) != parent)
        write_stars(writer, parent);
    writer->current = parent;
}

void
anf__plain_place_block(struct anf__plain_writer *writer, const struct anf_node *parent)
{
    const struct anf_node *expected = writer->current;
    if (expected != writer->base && is_exchange(expected) && !writer->stays)
        expected = anf_node_parent(expected);
    if (expected != parent) {
        write_stars(writer, parent);
        writer->stays = 1;
    }
    writer->current = parent;
}

static void
open(struct anf__plain_writer *writer, const struct anf_node *section, int labelled)
{
    writer->current = section;
    writer->labelled = labelled;
    writer->stays = labelled && is_exchange(section);
}

int
anf__plain_is_mere_heading(const struct anf__plain_writer *writer, const char *text, size_t len)
{
    static const char contact[] = "Kontakt";
    if (writer->where == ANF__PLAIN_IN_BLOCK || writer->labelled)
        return 1;
    int role = anf__plain_role_of_heading(text, len);
    if (role == ANF_ROLE_ANSWER && !writer->exchanges)
        role = ANF_ROLE_NONE;
    int is_contact = len == sizeof contact - 1 && memcmp(text, contact, len) == 0;
    return role == ANF_ROLE_NONE && !anf__plain_number(text, len) && !is_contact;
}

/* --- sections with a heading --- */

/* Do a heading's words, and its number, say which role the section has? */
static int
tells_role(const struct anf_node *section, const struct anf__plain_buffer *heading)
{
    const char *number = anf_node_get(section, ANF_ATTRIBUTE_NUMBER);
    int role = anf__plain_role_of_heading(heading->data, heading->length);
    if (number && anf__plain_number(number, strlen(number)) != strlen(number))
        return 0;
    if (number && role == ANF_ROLE_NONE)
        role = ANF_ROLE_CHAPTER;
    if (number ? role == ANF_ROLE_ANSWER : !heading->length)
        return 0;
    return role == anf_node_role(section);
}

static void
write_heading(struct anf__plain_writer *writer, const struct anf_node *section,
              const struct anf__plain_buffer *heading)
{
    const char *number = anf_node_get(section, ANF_ATTRIBUTE_NUMBER);
    struct anf__plain_buffer line = {0};
    if (number) {
        anf__plain_puts(&line, number);
        anf__plain_puts(&line, " ");
    }
    anf__plain_add(&line, "", 1); /* the zero byte, which the heading overwrites */
    if (line.failed) {
        writer->failed = 1;
        return;
    }
    anf__plain_space_blocks(writer);
    size_t before = anf__plain_push(writer->layout, line.data, "");
    anf__plain_paragraph(writer->layout, heading->data, heading->length,
                         anf__plain_begins_blank(heading->data, heading->length));
    anf__plain_pop(writer->layout, before);
    line.length--;
    anf__plain_add(&line, heading->data, heading->length);
    anf__plain_underline(writer, line.data, line.length, '-');
    writer->failed |= line.failed;
    anf__plain_clear(&line);
}

/* 1: done. 0: the section has no heading, or one that does not tell its role, or that would be
 * taken for the one of the section which a label opened right before it. */
static int
open_by_heading(struct anf__plain_writer *writer, const struct anf_node *section)
{
    const struct anf_node *first = anf_node_first(section);
    struct anf__plain_buffer heading = {0};
    size_t notes = writer->notes.count;
    uint32_t numbered = writer->numbered;
    if (!first || anf_node_kind(first) != ANF_NODE_HEADING || writer->labelled)
        return 0;
    anf__plain_write_inlines(writer, &heading, first);
    int tells = tells_role(section, &heading);
    if (tells) {
        place_section(writer, section);
        open(writer, section, 0);
        write_heading(writer, section, &heading);
        if (anf_node_get(first, ANF_ATTRIBUTE_LEVEL))
            anf__plain_lose(writer, ANF__PLAIN_LOSS_LEVELS);
        anf__plain_write_blocks(writer, anf_node_next(first));
    } else { /* it is written later, as a block */
        writer->notes.count = notes;
        writer->numbered = numbered;
    }
    writer->failed |= heading.failed;
    anf__plain_clear(&heading);
    return tells;
}

/* "Anlage:", "Kapitel, II.:" on a line of its own. */
static void
open_by_label(struct anf__plain_writer *writer, const struct anf_node *section)
{
    struct anf__plain_buffer line = {0};
    const char *number = anf_node_get(section, ANF_ATTRIBUTE_NUMBER);
    anf__plain_puts(&line, anf__plain_label_of(anf_node_role(section)));
    if (number) {
        anf__plain_puts(&line, ", ");
        anf__plain_puts(&line, number);
    }
    anf__plain_puts(&line, ":");
    place_section(writer, section);
    anf__plain_space_blocks(writer);
    anf__plain_line(writer->layout, line.data, line.length);
    open(writer, section, 1);
    writer->failed |= line.failed;
    anf__plain_clear(&line);
}

/* --- questions and answers --- */

/* The question's content is indented, and stands for itself. */
static void
write_question(struct anf__plain_writer *writer, const struct anf_node *question)
{
    struct anf__plain_buffer lead = {0};
    enum anf__plain_where where = writer->where;
    const struct anf_node *base = writer->base;
    anf__plain_add_question_lead(&lead, anf_node_get(question, ANF_ATTRIBUTE_NUMBER));
    writer->where = ANF__PLAIN_IN_QUESTION;
    writer->base = question;
    open(writer, question, 0);
    anf__plain_write_led(writer, &lead, anf_node_first(question));
    writer->where = where;
    writer->base = base;
    open(writer, anf_node_parent(question), 0);
    writer->failed |= lead.failed;
    anf__plain_clear(&lead);
}

static void
write_answer(struct anf__plain_writer *writer, const struct anf_node *answer, const char *implied)
{
    struct anf__plain_buffer lead = {0};
    const struct anf_node *first = anf_node_first(answer);
    if (open_by_heading(writer, answer))
        return;
    anf__plain_add_answer_lead(&lead, answer, implied);
    anf__plain_add(&lead, " ", 2); /* and the zero byte */
    place_section(writer, answer);
    anf__plain_space_blocks(writer);
    open(writer, answer, 1);
    if (!lead.failed) {
        size_t before = anf__plain_push(writer->layout, lead.data, "");
        if (!first || anf_node_kind(first) != ANF_NODE_PARAGRAPH)
            anf__plain_flush_first(writer->layout);
        anf__plain_write_blocks(writer, first);
        anf__plain_pop(writer->layout, before);
    }
    writer->failed |= lead.failed;
    anf__plain_clear(&lead);
}

/* Does nothing but its first question open the exchange? */
static int
opens_by_question(const struct anf_node *exchange)
{
    return !anf_node_get(exchange, ANF_ATTRIBUTE_NUMBER) &&
           anf_node_role(anf_node_first(exchange)) == ANF_ROLE_QUESTION;
}

/* A question right behind another one, without a blank line, stands in the same exchange. */
static void
place_question(struct anf__plain_writer *writer, const struct anf_node *question,
               const struct anf_node *before, int is_first)
{
    const struct anf_node *exchange = anf_node_parent(question);
    if (!before && opens_by_question(exchange))
        place_section(writer, exchange);
    else if (before && anf_node_role(before) == ANF_ROLE_QUESTION)
        return;
    else if (!is_first)
        write_stars(writer, exchange);
    anf__plain_space_blocks(writer);
}

static void
write_exchange(struct anf__plain_writer *writer, const struct anf_node *exchange)
{
    const char *implied = NULL; /* number of an answer, by the only question before it */
    const struct anf_node *before = NULL;
    int is_first = 1, behind_list = 0;
    writer->exchanges = 1;
    if (!opens_by_question(exchange))
        open_by_label(writer, exchange);
    for (const struct anf_node *node = anf_node_first(exchange); node; node = anf_node_next(node)) {
        int role = anf_node_role(node);
        if (role != ANF_ROLE_NONE) {
            anf__plain_write_notes(writer); /* of what stands before this section */
            behind_list = 0;
        }
        if (role == ANF_ROLE_QUESTION) {
            place_question(writer, node, before, is_first);
            write_question(writer, node);
            implied = is_first ? anf_node_get(node, ANF_ATTRIBUTE_NUMBER) : NULL;
            is_first = 0;
        } else if (role == ANF_ROLE_ANSWER) {
            write_answer(writer, node, implied);
            anf__plain_write_notes(writer);
        } else {
            anf__plain_write_block(writer, node, &behind_list);
        }
        before = node;
    }
}

/* --- all of them --- */

/* Does a line that begins with a number open the section? */
static int
opens_by_number(const struct anf_node *section)
{
    const char *number = anf_node_get(section, ANF_ATTRIBUTE_NUMBER);
    if (anf_node_role(section) == ANF_ROLE_EXCHANGE)
        return opens_by_question(section);
    if (!is_chapter(section) || !number ||
        anf__plain_number(number, strlen(number)) != strlen(number))
        return 0;
    const struct anf_node *heading = anf_node_first(section);
    const struct anf_node *text = heading ? anf_node_first(heading) : NULL;
    size_t len;
    const char *words = text ? anf_node_text(text, &len) : "";
    return heading && anf_node_kind(heading) == ANF_NODE_HEADING && text && !anf_node_next(text) &&
           anf__plain_role_of_heading(words, len) == ANF_ROLE_NONE &&
           !anf_node_parent(anf_node_parent(section));
}

/* One paragraph of mere text. */
static const struct anf_node *
only_paragraph(const struct anf_node *section)
{
    const struct anf_node *only = anf_node_first(section);
    if (!only || anf_node_next(only) || anf_node_kind(only) != ANF_NODE_PARAGRAPH)
        return NULL;
    for (const struct anf_node *node = anf_node_first(only); node; node = anf_node_next(node))
        if (anf_node_kind(node) != ANF_NODE_TEXT && anf_node_kind(node) != ANF_NODE_BREAK)
            return NULL;
    return only;
}

/* A paragraph that ends with a colon before a question: everybody sees what it is. */
static int
introduces(const struct anf_node *section)
{
    const struct anf_node *next = anf_node_next(section), *parent = anf_node_parent(section);
    if (anf_node_role(section) != ANF_ROLE_INTRODUCTION || !next || !opens_by_number(next) ||
        anf_node_get(section, ANF_ATTRIBUTE_NUMBER) ||
        (anf_node_parent(parent) && !is_chapter(parent)))
        return 0;
    const struct anf_node *paragraph = only_paragraph(section);
    const struct anf_node *last = paragraph ? anf_node_last(paragraph) : NULL;
    size_t len = 0;
    const char *text = last ? anf_node_text(last, &len) : "";
    return len && text[len - 1] == ':';
}

void
anf__plain_write_section(struct anf__plain_writer *writer, const struct anf_node *section)
{
    anf__plain_write_notes(writer); /* of what stands before this section */
    if (anf_node_role(section) == ANF_ROLE_EXCHANGE) {
        write_exchange(writer, section);
    } else if (writer->where == ANF__PLAIN_AT_TOP && introduces(section)) {
        place_section(writer, section);
        open(writer, section, 0);
        writer->introduces = 1;
        anf__plain_write_blocks(writer, anf_node_first(section));
        writer->introduces = 0;
    } else if (!open_by_heading(writer, section)) {
        open_by_label(writer, section);
        anf__plain_write_blocks(writer, anf_node_first(section));
    }
    anf__plain_write_notes(writer);
}
