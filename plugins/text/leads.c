/* leads.c: what stands before a question and an answer. */
#include "writer.h"

#include <string.h>

/* A colon that does not end the lead has a guard. */
static void
add_number(struct anf__plain_buffer *lead, const char *number, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        anf__plain_add(lead, number + i, 1);
        if (number[i] == ':')
            anf__plain_puts(lead, ANF__PLAIN_GUARD);
    }
}

/* "1.", "Frage 1:", "Frage:", "Frage, X:" */
void
anf__plain_add_question_lead(struct anf__plain_buffer *lead, const char *number)
{
    struct anf__plain_lead found;
    if (number && anf__plain_number(number, strlen(number)) == strlen(number)) {
        anf__plain_puts(lead, number);
        return;
    }
    if (number)
        add_number(lead, number, strlen(number));
    anf__plain_puts(lead, ":");
    if (number && anf__plain_begins(number, strlen(number), "Frage ") && !lead->failed &&
        anf__plain_find_lead(lead->data, lead->length, &found) &&
        found.number_length == strlen(number))
        return;
    lead->length = 0;
    anf__plain_puts(lead, number ? "Frage, " : "Frage");
    if (number)
        add_number(lead, number, strlen(number));
    anf__plain_puts(lead, ":");
}

/* "Antwort:", "Antwort zu 1 bis 3:", "Antwort, Zu den Fragen 1 und 2:"; of the question before it,
 * "zu 1" is the number "1.", too. */
void
anf__plain_add_answer_lead(struct anf__plain_buffer *lead, const struct anf_node *answer,
                           const char *implied)
{
    const char *number = anf_node_get(answer, ANF_ATTRIBUTE_NUMBER);
    const char *of_question = implied ? implied : "";
    size_t len = strlen(of_question);
    anf__plain_short_number(&of_question, &len);
    anf__plain_puts(lead, "Antwort");
    if (number && len && strcmp(number, implied) == 0 && !memchr(of_question, ':', len)) {
        anf__plain_puts(lead, " zu ");
        add_number(lead, of_question, len);
    } else if (number) {
        int differs = len == strlen(number) && memcmp(of_question, number, len) == 0;
        int is_phrase = strncmp(number, "Zu ", 3) == 0 || strncmp(number, "zu ", 3) == 0;
        anf__plain_puts(lead, differs || is_phrase ? ", " : " zu ");
        add_number(lead, number, strlen(number));
    }
    anf__plain_puts(lead, ":");
}
