/* plain.c: the inquiry that a plugin's samples are made of. */
#include "plain.h"

#include <stdio.h>
#include <string.h>

static const struct {
    int field;
    const char *value;
} fields[] = {
    {ANF_FIELD_KIND, "kleine-anfrage"},
    {ANF_FIELD_KIND_LABEL, "Kleine Anfrage"},
    {ANF_FIELD_PARLIAMENT, "DE-NW"},
    {ANF_FIELD_TERM, "18"},
    {ANF_FIELD_REFERENCE, "18/4711"},
    {ANF_FIELD_TITLE, "Radwege an Landesstraßen im Kreis Lippe"},
    {ANF_FIELD_LANGUAGE, "de"},
    {ANF_FIELD_ASKED, "2024-03-14"},
    {ANF_FIELD_ANSWERED, "2024-04-10"},
};

/* A section of an exchange, with a number and one paragraph. */
static int
add_part(struct anf_node *exchange, int role, const char *number, const char *text)
{
    struct anf_node *part;
    struct anf_node *paragraph;
    int status = anf_node_add_section(exchange, role, &part);
    if (status == ANF_OK && number) {
        status = anf_node_set(part, ANF_ATTRIBUTE_NUMBER, number);
    }
    if (status == ANF_OK) {
        status = anf_node_add(part, ANF_NODE_PARAGRAPH, &paragraph);
    }
    return status == ANF_OK ? anf_node_add_text(paragraph, text, strlen(text)) : status;
}

static int
add_exchange(struct anf_node *root, unsigned number)
{
    char printed[16];
    struct anf_node *exchange;
    snprintf(printed, sizeof printed, "%u.", number);
    int status = anf_node_add_section(root, ANF_ROLE_EXCHANGE, &exchange);
    if (status == ANF_OK) {
        status = add_part(exchange, ANF_ROLE_QUESTION, printed,
                          "Wie viele Kilometer Radweg wurden seit dem Jahr 2019 gebaut?");
    }
    if (status == ANF_OK) {
        status = add_part(exchange, ANF_ROLE_ANSWER, NULL,
                          "Seit dem Jahr 2019 wurden zwölf Kilometer gebaut.");
    }
    return status;
}

struct anf_inquiry *
plain_inquiry(struct anf_context *ctx, unsigned questions)
{
    struct anf_inquiry *inquiry = anf_inquiry_new(ctx);
    struct anf_actor asker = {ANF_ACTOR_INIT, .name = "Henrike Sandmann", .party = "SPD"};
    int status = inquiry ? ANF_OK : ANF_ERR_NOMEM;
    for (size_t i = 0; status == ANF_OK && i < sizeof fields / sizeof *fields; i++) {
        status = anf_inquiry_set(inquiry, fields[i].field, fields[i].value);
    }
    if (status == ANF_OK) {
        status = anf_inquiry_add_asker(inquiry, &asker);
    }
    for (unsigned i = 1; status == ANF_OK && i <= questions; i++) {
        status = add_exchange(anf_inquiry_root(inquiry), i);
    }
    return status == ANF_OK ? inquiry : anf_inquiry_unref(inquiry);
}
