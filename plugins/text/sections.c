/* sections.c: sections as text: numbers, headings, "Antwort:". */
#include "writer.h"

#include <string.h>

/* What stands above a section of which the page printed no heading; NULL: nothing. */
static const char *const labels[] = {
    [ANF_ROLE_SUMMARY_QUESTION] = "Zusammenfassung der Anfrage",
    [ANF_ROLE_SUMMARY_ANSWER] = "Zusammenfassung der Antwort",
    [ANF_ROLE_PREAMBLE_ASKERS] = "Vorbemerkung der Fragesteller",
    [ANF_ROLE_PREAMBLE_GOVERNMENT] = "Vorbemerkung der Regierung",
    [ANF_ROLE_ANNEX] = "Anlage",
    [ANF_ROLE_OTHER] = NULL,
};

static int
begins_with(const struct anf_node *section, int kind)
{
    const struct anf_node *first = anf_node_first(section);
    return first && anf_node_kind(first) == kind;
}

/* Has the exchange more than one question or more than one answer? */
static int
has_several(const struct anf_node *exchange)
{
    unsigned questions = 0, answers = 0;
    const struct anf_node *node = anf_node_first(exchange);
    for (; node; node = anf_node_next(node)) {
        questions += anf_node_role(node) == ANF_ROLE_QUESTION;
        answers += anf_node_role(node) == ANF_ROLE_ANSWER;
    }
    return questions > 1 || answers > 1;
}

/* "1. " before a question, "Antwort: " before an answer, "Antwort zu 1 bis 3: " where the reader
 * could not tell to which of several questions. */
static void
add_lead(struct anf__plain_buffer *lead, const struct anf_node *section, int several)
{
    const char *number = anf_node_get(section, ANF_ATTRIBUTE_NUMBER);
    int role = anf_node_role(section);
    if (role == ANF_ROLE_ANSWER && begins_with(section, ANF_NODE_HEADING))
        return; /* which says "Antwort" itself, or more */
    if (role == ANF_ROLE_ANSWER) {
        anf__plain_puts(lead, "Antwort");
        if (number && several) {
            size_t length = strlen(number);
            anf__plain_puts(lead, " zu ");
            anf__plain_add(lead, number, length - (length > 1 && number[length - 1] == '.'));
        }
        anf__plain_puts(lead, ": ");
    } else if (number) {
        anf__plain_puts(lead, number);
        anf__plain_puts(lead, " ");
    } else if (role == ANF_ROLE_QUESTION) {
        anf__plain_puts(lead, "Frage: ");
    }
}

/* Question, answer, and whatever has a number and no heading: the lead stands before the text. */
static void
write_led(struct anf__plain_writer *writer, const struct anf_node *section)
{
    struct anf__plain_buffer lead = {0};
    add_lead(&lead, section, writer->several);
    anf__plain_add(&lead, "", 1); /* the zero byte */
    if (lead.failed) {
        writer->failed = 1;
    } else if (lead.length > 1) {
        anf__plain_space_blocks(writer);
        size_t before = anf__plain_push(writer->layout, lead.data, "");
        if (!begins_with(section, ANF_NODE_PARAGRAPH) && !begins_with(section, ANF_NODE_HEADING))
            anf__plain_flush_first(writer->layout);
        anf__plain_write_blocks(writer, section);
        anf__plain_pop(writer->layout, before);
    } else {
        anf__plain_write_blocks(writer, section);
    }
    anf__plain_clear(&lead);
}

static void
write_labelled(struct anf__plain_writer *writer, const struct anf_node *section)
{
    const char *label = labels[anf_node_role(section)];
    anf__plain_write_heading(writer, anf_node_get(section, ANF_ATTRIBUTE_NUMBER), label,
                             strlen(label), '-');
    anf__plain_write_blocks(writer, section);
}

void
anf__plain_write_section(struct anf__plain_writer *writer, const struct anf_node *section)
{
    int role = anf_node_role(section);
    if (!writer->sections) /* those of blocks before the first section */
        anf__plain_write_notes(writer, 0);
    if (role == ANF_ROLE_EXCHANGE)
        writer->several = has_several(section);
    size_t notes = writer->notes.count;
    writer->sections++;
    if (labels[role] && !begins_with(section, ANF_NODE_HEADING))
        write_labelled(writer, section);
    else
        write_led(writer, section);
    anf__plain_write_notes(writer, notes);
    writer->sections--;
}
