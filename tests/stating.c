/* stating.c: for tests of what a reader states. */
#include "stating.h"

#include <string.h>

struct anf_context *ctx;
struct anf_page *page;
struct log messages;

void
set_up_page(void)
{
    ctx = anf_context_new();
    log_clear(&messages);
    anf_context_set_diagnostic_fn(ctx, log_diagnostic, &messages);
    page = anf__page_new(ctx);
}

void
tear_down_page(void)
{
    page = anf_page_unref(page);
    ctx = anf_context_unref(ctx);
}

void
state(int field, const char *value, const char *member)
{
    ck_assert_int_eq(anf_page_state(page, field, value, member), ANF_OK);
}

void
state_person(int field, const char *name, const char *party, int group)
{
    struct anf_actor actor = {ANF_ACTOR_INIT, (uint32_t)group, name, party, NULL, NULL};
    ck_assert_int_eq(anf_page_state_actor(page, field, &actor, "urheber[0]"), ANF_OK);
}

void
add_block(const char *text)
{
    ck_assert_int_eq(anf_page_open_block(page, ANF_BLOCK_PARAGRAPH, ANF_BLOCK_WRAPPED, 0, 1, 1),
                     ANF_OK);
    ck_assert_int_eq(anf_page_add_text(page, text, strlen(text)), ANF_OK);
    ck_assert_int_eq(anf_page_close_block(page), ANF_OK);
}

void
open_record(void)
{
    ck_assert_int_eq(anf_page_open_place(page, ANF_PLACE_RECORD, 0), ANF_OK);
}

const char paper[] =
    "Deutscher Bundestag Drucksache 18/12\n18. Wahlperiode 03.05.2015\nKleine Anfrage\n"
    "der Abgeordneten Dr. Eva Muster, Jan Probe und der Fraktion der SPD\n"
    "Wie alt sind die Deiche?\n"
    "Wir fragen die Bundesregierung:\n1. Wie alt sind sie?\n2. Wie hoch sind sie?\n";

struct anf_inquiry *
recognised(uint32_t index)
{
    if (!index)
        ck_assert_int_eq(recognise_page(ctx, page), ANF_OK);
    check_partition(page);
    struct anf_inquiry *inquiry = anf_page_inquiry(page, index);
    ck_assert_ptr_nonnull(inquiry);
    ck_assert_int_eq(anf_inquiry_check(inquiry, NULL), ANF_OK);
    return inquiry;
}

void
check_field(const struct anf_inquiry *inquiry, int field, const char *value)
{
    const char *got = anf_inquiry_get(inquiry, field);
    ck_assert_str_eq(got ? got : "(none)", value ? value : "(none)");
}
