/* check_parts.c: a part of the input that another format reads into the page. */
#include "context.h"
#include "format.h"
#include "log.h"
#include "plugins/mock.h"
#include "support.h"

#include <check.h>
#include <string.h>

static struct anf_context *ctx;
static struct log messages;
static struct anf_inquiry *last;

static void
set_up(void)
{
    log_clear(&messages);
    ctx = anf_context_new();
    anf_context_set_diagnostic_fn(ctx, log_diagnostic, &messages);
    ck_assert_int_eq(anf__registry_add_constant(ctx, &anf_plugin_mock), ANF_OK);
}

static void
tear_down(void)
{
    last = anf_inquiry_unref(last);
    ctx = anf_context_unref(ctx);
}

static int
take(struct anf_inquiry *inquiry, void *user)
{
    (void)user;
    anf_inquiry_unref(last);
    last = anf_inquiry_ref(inquiry);
    return ANF_OK;
}

static int
read_text(const char *text)
{
    struct anf_source *source = anf_source_new_memory("x", text, strlen(text));
    int status = anf_read(ctx, source, NULL, NULL, take, NULL);
    anf_source_unref(source);
    return status;
}

START_TEST(part_of_the_page)
{
    static const char text[] = "mock:\nplace\npart mock-blind place\n"
                               "part mock-blind close\n"
                               "part mock-blind block Kleine Anfrage 12 von Eva Muster (SPD)\n"
                               "part mock-blind\n"
                               "block Drucksache 18/12345\n";
    ck_assert_int_eq(read_text(text), ANF_OK);
    const struct anf_evidence *evidence;
    size_t i = 0;
    while ((evidence = anf_inquiry_evidence(last, i)) && evidence->field != ANF_FIELD_KIND)
        i++;
    ck_assert_ptr_nonnull(evidence);
    ck_assert_str_eq(evidence->member, "teil");
    while ((evidence = anf_inquiry_evidence(last, i)) && evidence->field != ANF_FIELD_REFERENCE)
        i++;
    ck_assert_ptr_nonnull(evidence);
    ck_assert_ptr_null(evidence->member);
    ck_assert_uint_eq(messages.count, 0);
}
END_TEST

/* The places of a part end with it, and it closes none that it did not open. */
START_TEST(places_of_a_part)
{
    static const char text[] = "mock:\nplace\npart mock-blind place\n"
                               "part mock-blind close\nblock Kleine Anfrage\n";
    struct anf_source *source = anf_source_new_memory("x", text, sizeof text - 1);
    struct anf_page *got = NULL;
    ck_assert_int_eq(anf_read_page(ctx, source, NULL, NULL, &got), ANF_OK);
    ck_assert_uint_eq(anf_page_block(got, 0)->place, 1);
    ck_assert_ptr_null(anf_page_block(got, 0)->member);
    anf_page_unref(got);
    anf_source_unref(source);
}
END_TEST

START_TEST(parts_that_fail)
{
    static const struct {
        const char *text;
        int status;
        uint32_t code;
    } cases[] = {
        {"mock:\npart nix block", ANF_ERR_UNSUPPORTED, ANF_CODE_UNKNOWN_FORMAT},
        {"mock:\npart mock block", ANF_ERR_PLUGIN, ANF_CODE_PLUGIN_BROKE_CONTRACT},
        {"mock:\npart mock-many block", ANF_ERR_PLUGIN, ANF_CODE_PLUGIN_BROKE_CONTRACT},
        {"mock:\npart mock-blind emit Eins", ANF_ERR_UNSUPPORTED, ANF_CODE_NOT_A_PAGE},
        {"mock:\npart mock-blind return -4", ANF_ERR_SYNTAX, ANF_CODE_PLUGIN_BROKE_CONTRACT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        log_clear(&messages);
        ck_assert_int_eq(read_text(cases[i].text), cases[i].status);
        ck_assert_uint_eq(log_count(&messages, cases[i].code), 1);
        ck_assert_uint_eq(messages.count, 1);
    }
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("parts");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, part_of_the_page);
    tcase_add_test(all, places_of_a_part);
    tcase_add_test(all, parts_that_fail);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
