/* check_program.c: a program that was built with an older or newer header, and structs that go both
 * ways between it and the library. HEADER is one that doctor.py made; HAS_… tell what it has. */
#include HEADER

#include "../support.h"

#include <string.h>

static struct anf_context *ctx;
static struct anf_inquiry *inquiry;

static void
set_up(void)
{
    ctx = anf_context_new();
    inquiry = anf_inquiry_new(ctx);
    ck_assert(ctx && inquiry);
}

static void
tear_down(void)
{
    anf_inquiry_unref(inquiry);
    anf_context_unref(ctx);
}

/* A field of the future, which this library does not have. */
#define EXPECT_NO_MORE(object) ck_assert(!ANF_HAS(object, museum_more))

/* --- from the library --- */

static void
look_at_diagnostic(const struct anf_diagnostic *diagnostic, void *user)
{
    ++*(int *)user;
    ck_assert_uint_eq(diagnostic->code, ANF_CODE_UNKNOWN_FORMAT);
    ck_assert_int_eq(diagnostic->severity, ANF_SEVERITY_ERROR);
    ck_assert_str_eq(diagnostic->source, "seite");
    ck_assert(ANF_HAS(diagnostic, plugin) && !diagnostic->plugin);
#ifdef HAS_anf_diagnostic_message
    ck_assert(ANF_HAS(diagnostic, message));
    ck_assert_ptr_nonnull(strstr(diagnostic->message, "nirgends"));
#endif
#ifdef HAS_anf_diagnostic_museum_more
    EXPECT_NO_MORE(diagnostic);
#endif
}

START_TEST(diagnostics)
{
    int count = 0;
    struct anf_source *source = anf_source_new_memory("seite", "x", 1);
    anf_context_set_diagnostic_fn(ctx, look_at_diagnostic, &count);
    ck_assert_int_eq(anf_read_one(ctx, source, "nirgends", NULL, &inquiry), ANF_ERR_UNSUPPORTED);
    ck_assert_int_eq(count, 1);
    anf_source_unref(source);
}
END_TEST

START_TEST(format_info)
{
    int status = anf_context_load_plugins(ctx, NULL);
    const struct anf_format_info *info = anf_context_find_format(ctx, "text");
    ck_assert_int_eq(status, ANF_OK);
    ck_assert_ptr_nonnull(info);
    ck_assert_uint_eq(info->reads, 1);
    ck_assert_str_eq(info->plugin, "text");
    ck_assert_str_eq(info->extensions[0], "txt");
#ifdef HAS_anf_format_info_media_types
    ck_assert(ANF_HAS(info, media_types));
    ck_assert_str_eq(info->media_types[0], "text/plain");
#endif
#ifdef HAS_anf_format_info_museum_more
    EXPECT_NO_MORE(info);
#endif
}
END_TEST

static void
look_at_block(const struct anf_page *page)
{
    const struct anf_place *place = anf_page_place(page, 0);
    const struct anf_block *block = anf_page_block(page, 0);
    const struct anf_fate *fate = anf_page_fate(page, 0, 0);
    ck_assert_uint_eq(place->kind, ANF_PLACE_ROOT);
    ck_assert_str_eq(block->text, "nichts von Belang");
    ck_assert_uint_eq(block->length, strlen(block->text));
    ck_assert_uint_eq(fate->kind, ANF_FATE_DISCARDED);
    ck_assert_uint_eq(fate->end, block->length);
#ifdef HAS_anf_fate_reason
    ck_assert_str_eq(fate->reason, "unrecognised");
#endif
#ifdef HAS_anf_block_museum_more
    EXPECT_NO_MORE(place);
    EXPECT_NO_MORE(block);
    EXPECT_NO_MORE(fate);
#endif
}

START_TEST(pages)
{
    struct anf_page *page = NULL;
    ck_assert_int_eq(anf_context_load_plugins(ctx, NULL), ANF_OK);
    struct anf_source *source = anf_source_new_memory("seite", "nichts von Belang", 17);
    ck_assert_int_eq(anf_read_page(ctx, source, "text", NULL, &page), ANF_OK);
    look_at_block(page);
    anf_page_unref(page);
    anf_source_unref(source);
}
END_TEST

static int
look_at_finding(const struct anf_finding *finding, void *user)
{
    ++*(int *)user;
    ck_assert_str_eq(finding->path, anf_field_name(finding->field));
#ifdef HAS_anf_finding_message
    ck_assert_ptr_nonnull(finding->message);
#endif
#ifdef HAS_anf_finding_museum_more
    EXPECT_NO_MORE(finding);
#endif
    return ANF_OK;
}

static int
look_at_difference(const struct anf_difference *difference, void *user)
{
    ++*(int *)user;
    ck_assert_int_eq(difference->kind, ANF_DIFFERENCE_ADDED);
    ck_assert_str_eq(difference->now, "Brücken");
#ifdef HAS_anf_difference_node_b
    ck_assert_ptr_null(difference->node_b);
#endif
#ifdef HAS_anf_difference_museum_more
    EXPECT_NO_MORE(difference);
#endif
    return ANF_OK;
}

START_TEST(findings_and_differences)
{
    int count = 0;
    struct anf_inquiry *other = anf_inquiry_new(ctx);
    ck_assert_int_eq(anf_inquiry_set(other, ANF_FIELD_TITLE, "Brücken"), ANF_OK);
    ck_assert_int_eq(anf_inquiry_findings(ctx, other, look_at_finding, &count), 3);
    ck_assert_int_eq(anf_inquiry_compare(inquiry, other, look_at_difference, &count), 1);
    ck_assert_int_eq(count, 4);
    anf_inquiry_unref(other);
}
END_TEST

/* --- to the library --- */

/* A struct of ours, and garbage right behind it; or one with a field that the library must not
 * take for anything. */
#define HAND_IN(type)                                                                              \
    struct {                                                                                       \
        struct type entry;                                                                         \
        unsigned char behind[64];                                                                  \
    } in;                                                                                          \
    memset(&in, 0xa5, sizeof in);                                                                  \
    memset(&in.entry, 0, sizeof in.entry);                                                         \
    in.entry.size = sizeof in.entry

/* What an older header does not have is absent in the library's copy. */
static void
expect_zeros(const void *entry, size_t known, size_t size)
{
    for (size_t i = known; i < size; i++)
        ck_assert_int_eq(((const char *)entry)[i], 0);
}
#define EXPECT_ABSENT(got) expect_zeros(got, sizeof *(got), (got)->size)

START_TEST(actors)
{
    HAND_IN(anf_actor);
    in.entry.name = "Petra Beispiel";
#ifdef HAS_anf_actor_organization
    in.entry.organization = "Ministerium des Innern";
#endif
#ifdef HAS_anf_actor_museum_more
    memset(&in.entry.museum_more, 0xa5, sizeof in.entry.museum_more);
#endif
    ck_assert_int_eq(anf_inquiry_add_asker(inquiry, &in.entry), ANF_OK);
    ck_assert_int_eq(anf_inquiry_add_answerer(inquiry, &in.entry), ANF_OK);
    const struct anf_actor *got = anf_inquiry_asker(inquiry, 0);
    ck_assert_str_eq(got->name, "Petra Beispiel");
#ifdef HAS_anf_actor_organization
    ck_assert_str_eq(got->organization, "Ministerium des Innern");
#endif
    EXPECT_ABSENT(got);
    EXPECT_ABSENT(anf_inquiry_answerer(inquiry, 0));
}
END_TEST

START_TEST(contacts)
{
    HAND_IN(anf_contact);
    in.entry.email = "post@example.org";
#ifdef HAS_anf_contact_museum_more
    memset(&in.entry.museum_more, 0xa5, sizeof in.entry.museum_more);
#endif
    ck_assert_int_eq(anf_inquiry_add_contact(inquiry, &in.entry), ANF_OK);
    const struct anf_contact *got = anf_inquiry_contact(inquiry, 0);
    ck_assert_str_eq(got->email, "post@example.org");
    EXPECT_ABSENT(got);
}
END_TEST

START_TEST(repairs)
{
    HAND_IN(anf_repair);
    in.entry.kind = "joined-word";
    in.entry.now = "Brücken";
#ifdef HAS_anf_repair_museum_more
    memset(&in.entry.museum_more, 0xa5, sizeof in.entry.museum_more);
#endif
    ck_assert_int_eq(anf_inquiry_add_repair(inquiry, &in.entry), ANF_OK);
    const struct anf_repair *got = anf_inquiry_repair(inquiry, 0);
    ck_assert_str_eq(got->now, "Brücken");
    EXPECT_ABSENT(got);
}
END_TEST

START_TEST(discarded)
{
    HAND_IN(anf_discarded);
    in.entry.reason = "navigation";
#ifdef HAS_anf_discarded_museum_more
    memset(&in.entry.museum_more, 0xa5, sizeof in.entry.museum_more);
#endif
    ck_assert_int_eq(anf_inquiry_add_discarded(inquiry, &in.entry), ANF_OK);
    const struct anf_discarded *got = anf_inquiry_discarded(inquiry, 0);
    ck_assert_str_eq(got->reason, "navigation");
    EXPECT_ABSENT(got);
}
END_TEST

START_TEST(evidence)
{
    HAND_IN(anf_evidence);
    in.entry.field = ANF_FIELD_TITLE;
    in.entry.weight = 7;
    in.entry.rule = "title.heading";
#ifdef HAS_anf_evidence_museum_more
    memset(&in.entry.museum_more, 0xa5, sizeof in.entry.museum_more);
#endif
    ck_assert_int_eq(anf_inquiry_add_evidence(inquiry, &in.entry), ANF_OK);
    const struct anf_evidence *got = anf_inquiry_evidence(inquiry, 0);
    ck_assert_str_eq(got->rule, "title.heading");
    ck_assert_uint_eq(got->weight, 7);
    EXPECT_ABSENT(got);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("program");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, diagnostics);
    tcase_add_test(all, format_info);
    tcase_add_test(all, pages);
    tcase_add_test(all, findings_and_differences);
    tcase_add_test(all, actors);
    tcase_add_test(all, contacts);
    tcase_add_test(all, repairs);
    tcase_add_test(all, discarded);
    tcase_add_test(all, evidence);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
