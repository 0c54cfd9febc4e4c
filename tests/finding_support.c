/* finding_support.c: what the tests of findings share. */
#include "finding_support.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct anf_context *ctx;
struct anf_inquiry *inquiry;

/* What was found: "205 content/exchange 2/question 2.\n" … */
static char found[4096];

void
set(int field, const char *value)
{
    ck_assert_int_eq(anf_inquiry_set(inquiry, field, value), ANF_OK);
}

/* An inquiry whose fields are sound, without content. */
void
set_up(void)
{
    struct anf_actor asker = {ANF_ACTOR_INIT, .name = "Berta Muster", .party = "SPD"};
    ctx = anf_context_new();
    inquiry = anf_inquiry_new(ctx);
    ck_assert_ptr_nonnull(inquiry);
    set(ANF_FIELD_TITLE, "Radwege in Musterstadt");
    set(ANF_FIELD_KIND, "kleine-anfrage");
    set(ANF_FIELD_PARLIAMENT, "DE-NW");
    set(ANF_FIELD_TERM, "18");
    set(ANF_FIELD_REFERENCE, "18/14241");
    set(ANF_FIELD_ASKED, "2025-05-12");
    set(ANF_FIELD_ANSWERED, "2025-05-12");
    ck_assert_int_eq(anf_inquiry_add_asker(inquiry, &asker), ANF_OK);
}

void
tear_down(void)
{
    anf_inquiry_unref(inquiry);
    anf_context_unref(ctx);
}

static int
record(const struct anf_finding *finding, void *user)
{
    size_t length = strlen(found);
    (void)user;
    ck_assert_uint_eq(finding->size, sizeof *finding);
    ck_assert_int_eq(finding->severity, ANF_SEVERITY_WARNING);
    ck_assert((finding->node != NULL) != (finding->field != 0));
    ck_assert(finding->message && *finding->message);
    snprintf(found + length, sizeof found - length, "%" PRIu32 " %s\n", finding->code,
             finding->path);
    return ANF_OK;
}

void
expect(const char *findings)
{
    int lines = 0;
    for (const char *at = findings; *at; ++at)
        lines += *at == '\n';
    found[0] = '\0';
    ck_assert_int_eq(anf_inquiry_findings(ctx, inquiry, record, NULL), lines);
    ck_assert_str_eq(found, findings);
}

/* --- content --- */

struct anf_node *
node_in(struct anf_node *parent, int kind)
{
    struct anf_node *node = NULL;
    ck_assert_int_eq(anf_node_add(parent, kind, &node), ANF_OK);
    return node;
}

struct anf_node *
section_in(struct anf_node *parent, int role, const char *number)
{
    struct anf_node *node = NULL;
    ck_assert_int_eq(anf_node_add_section(parent, role, &node), ANF_OK);
    ck_assert_int_eq(anf_node_set(node, ANF_ATTRIBUTE_NUMBER, number), ANF_OK);
    return node;
}

struct anf_node *
block_in(struct anf_node *parent, int kind, const char *text)
{
    struct anf_node *node = node_in(parent, kind);
    ck_assert_int_eq(anf_node_add_text(node, text, strlen(text)), ANF_OK);
    return node;
}

struct anf_node *
root(void)
{
    return anf_inquiry_root(inquiry);
}

/* An exchange with a question that has a number, and with an answer; each may be NULL. */
struct anf_node *
exchange(const char *number, const char *answer)
{
    char text[64];
    struct anf_node *node = section_in(root(), ANF_ROLE_EXCHANGE, NULL);
    snprintf(text, sizeof text, "Wie viele Radwege hat Ort %d?",
             (int)anf_inquiry_node_count(inquiry));
    block_in(section_in(node, ANF_ROLE_QUESTION, number), ANF_NODE_PARAGRAPH, text);
    if (answer)
        block_in(section_in(node, ANF_ROLE_ANSWER, NULL), ANF_NODE_PARAGRAPH, answer);
    return node;
}
