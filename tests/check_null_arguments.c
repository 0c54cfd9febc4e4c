/* check_null_arguments.c: NULL for what is needed is refused, and for what is not is none.
 * Programs' side; check_null_plugins.c has that of plugins. */
#include "support.h"

#define REFUSED(call) ck_assert_int_eq(call, ANF_ERR_ARGUMENT)
#define NOTHING(call) ck_assert_ptr_null(call)
#define ZERO(call)    ck_assert_uint_eq(call, 0)

static struct anf_context *ctx;
static struct anf_source *source;
static struct anf_sink *sink;
static struct anf_inquiry *inquiry;
static struct anf_inquiry *got;
static struct anf_page *page;

static void
set_up(void)
{
    ctx = anf_context_new();
    source = anf_source_new_memory(NULL, "text", 4);
    sink = anf_sink_new_memory();
    inquiry = anf_inquiry_new(ctx);
    ck_assert(ctx && source && sink && inquiry);
    got = NULL;
    page = NULL;
}

/* What was refused has given nothing. */
static void
tear_down(void)
{
    ck_assert_ptr_null(got);
    ck_assert_ptr_null(page);
    anf_inquiry_unref(inquiry);
    anf_sink_unref(sink);
    anf_source_unref(source);
    anf_context_unref(ctx);
}

static int
take(struct anf_inquiry *handed, void *user)
{
    (void)handed;
    (void)user;
    return ANF_OK;
}

START_TEST(base)
{
    anf_free(NULL);
}
END_TEST

START_TEST(context)
{
    static const struct anf_format_option text = {ANF_FORMAT_OPTION_INIT, .key = "text"};
    NOTHING(anf_context_ref(NULL));
    NOTHING(anf_context_unref(NULL));
    anf_context_set_diagnostic_fn(NULL, NULL, NULL);
    anf_context_set_diagnostic_fn(ctx, NULL, NULL);
    REFUSED(anf_context_set_limit(NULL, ANF_LIMIT_DEPTH, 5));
    ZERO(anf_context_limit(NULL, ANF_LIMIT_DEPTH));
    ZERO(anf_limit_from_name(NULL));
    REFUSED(anf_context_load_plugins(NULL, ""));
    REFUSED(anf_context_preload(NULL, NULL));
    NOTHING(anf_context_format(NULL, 0));
    NOTHING(anf_context_find_format(NULL, "text"));
    NOTHING(anf_context_find_format(ctx, NULL));
    ZERO(anf_format_option_takes(NULL, "yes"));
    ZERO(anf_format_option_takes(&text, NULL));
    REFUSED(anf_context_bid(NULL, "text", "name", "text", 4));
    REFUSED(anf_context_bid(ctx, NULL, "name", "text", 4));
    REFUSED(anf_context_bid(ctx, "text", "name", NULL, 4));
    REFUSED(anf_context_load_vocabulary(NULL, source));
    REFUSED(anf_context_load_vocabulary(ctx, NULL));
    NOTHING(anf_context_phrase(NULL, "parliament", "DE"));
    NOTHING(anf_context_phrase(ctx, NULL, "DE"));
    NOTHING(anf_context_phrase(ctx, "parliament", NULL));
    NOTHING(anf_context_meaning(NULL, "parliament", "Bundestag"));
    NOTHING(anf_context_meaning(ctx, NULL, "Bundestag"));
    NOTHING(anf_context_meaning(ctx, "parliament", NULL));
}
END_TEST

START_TEST(sources)
{
    NOTHING(anf_source_new_path(NULL));
    NOTHING(anf_source_new_fd(NULL, -1));
    NOTHING(anf_source_new_memory("name", NULL, 1));
    NOTHING(anf_source_new_callback("name", NULL, NULL));
    NOTHING(anf_source_ref(NULL));
    NOTHING(anf_source_unref(NULL));
    NOTHING(anf_source_name(NULL));
    REFUSED(anf_source_set_charset(NULL, "utf-8"));
    ck_assert_int_eq(anf_source_set_charset(source, NULL), ANF_OK);
    ck_assert_str_eq(anf_source_name(source), "-");
}
END_TEST

START_TEST(sinks)
{
    NOTHING(anf_sink_new_path(NULL));
    NOTHING(anf_sink_new_callback("name", NULL, NULL));
    NOTHING(anf_sink_ref(NULL));
    NOTHING(anf_sink_unref(NULL));
    REFUSED(anf_sink_commit(NULL, ctx));
    ck_assert_int_eq(anf_sink_commit(sink, NULL), ANF_OK);
    NOTHING(anf_sink_steal(NULL, NULL));
    char *data = anf_sink_steal(sink, NULL);
    ck_assert_str_eq(data, "");
    anf_free(data);
}
END_TEST

START_TEST(conversions)
{
    REFUSED(anf_read(NULL, source, NULL, NULL, take, NULL));
    REFUSED(anf_read(ctx, NULL, NULL, NULL, take, NULL));
    REFUSED(anf_read(ctx, source, NULL, NULL, NULL, NULL));
    REFUSED(anf_read_one(NULL, source, NULL, NULL, &got));
    REFUSED(anf_read_one(ctx, NULL, NULL, NULL, &got));
    REFUSED(anf_read_one(ctx, source, NULL, NULL, NULL));
    REFUSED(anf_read_page(NULL, source, NULL, NULL, &page));
    REFUSED(anf_read_page(ctx, NULL, NULL, NULL, &page));
    REFUSED(anf_read_page(ctx, source, NULL, NULL, NULL));
    REFUSED(anf_write(NULL, inquiry, "text", NULL, sink));
    REFUSED(anf_write(ctx, NULL, "text", NULL, sink));
    REFUSED(anf_write(ctx, inquiry, NULL, NULL, sink));
    REFUSED(anf_write(ctx, inquiry, "text", NULL, NULL));
}
END_TEST

START_TEST(inquiries)
{
    NOTHING(anf_inquiry_new(NULL));
    NOTHING(anf_inquiry_ref(NULL));
    NOTHING(anf_inquiry_unref(NULL));
    ZERO(anf_field_from_name(NULL));
    REFUSED(anf_inquiry_set(NULL, ANF_FIELD_TITLE, "Brücken"));
    ck_assert_int_eq(anf_inquiry_set(inquiry, ANF_FIELD_TITLE, NULL), ANF_OK);
    NOTHING(anf_inquiry_get(NULL, ANF_FIELD_TITLE));
    NOTHING(anf_inquiry_root(NULL));
    NOTHING(anf_inquiry_content(NULL));
    ZERO(anf_inquiry_node_count(NULL));
    REFUSED(anf_inquiry_check(NULL, NULL));
    ck_assert_int_eq(anf_inquiry_check(inquiry, NULL), ANF_OK);
    ZERO(anf_inquiry_equal(NULL, inquiry));
    ZERO(anf_inquiry_equal(inquiry, NULL));
    ZERO(anf_inquiry_equal(NULL, NULL));
    REFUSED(anf_inquiry_findings(NULL, inquiry, NULL, NULL));
    REFUSED(anf_inquiry_findings(ctx, NULL, NULL, NULL));
    ck_assert_int_eq(anf_inquiry_findings(ctx, inquiry, NULL, NULL), 4);
    REFUSED(anf_inquiry_compare(NULL, inquiry, NULL, NULL));
    REFUSED(anf_inquiry_compare(inquiry, NULL, NULL, NULL));
    ZERO(anf_inquiry_compare(inquiry, inquiry, NULL, NULL));
}
END_TEST

START_TEST(entries)
{
    const struct anf_actor actor = {ANF_ACTOR_INIT, .name = "Petra Beispiel"};
    const struct anf_contact contact = {ANF_CONTACT_INIT, .name = "Petra Beispiel"};
    const struct anf_repair repair = {ANF_REPAIR_INIT, .kind = "lost-initial"};
    const struct anf_discarded discarded = {ANF_DISCARDED_INIT, .reason = "navigation"};
    const struct anf_evidence evidence = {ANF_EVIDENCE_INIT, .field = ANF_FIELD_TITLE, .rule = "x"};
    REFUSED(anf_inquiry_add_asker(NULL, &actor));
    REFUSED(anf_inquiry_add_asker(inquiry, NULL));
    REFUSED(anf_inquiry_add_answerer(NULL, &actor));
    REFUSED(anf_inquiry_add_answerer(inquiry, NULL));
    REFUSED(anf_inquiry_add_subject(NULL, "Brücken"));
    REFUSED(anf_inquiry_add_subject(inquiry, NULL));
    REFUSED(anf_inquiry_add_link(NULL, "https://example.org/"));
    REFUSED(anf_inquiry_add_link(inquiry, NULL));
    REFUSED(anf_inquiry_add_contact(NULL, &contact));
    REFUSED(anf_inquiry_add_contact(inquiry, NULL));
    REFUSED(anf_inquiry_add_repair(NULL, &repair));
    REFUSED(anf_inquiry_add_repair(inquiry, NULL));
    REFUSED(anf_inquiry_add_discarded(NULL, &discarded));
    REFUSED(anf_inquiry_add_discarded(inquiry, NULL));
    REFUSED(anf_inquiry_add_evidence(NULL, &evidence));
    REFUSED(anf_inquiry_add_evidence(inquiry, NULL));
    anf_inquiry_set_more_askers(NULL, 1);
    ZERO(anf_inquiry_more_askers(NULL));
    NOTHING(anf_inquiry_asker(NULL, 0));
    NOTHING(anf_inquiry_answerer(NULL, 0));
    NOTHING(anf_inquiry_subject(NULL, 0));
    NOTHING(anf_inquiry_link(NULL, 0));
    NOTHING(anf_inquiry_contact(NULL, 0));
    NOTHING(anf_inquiry_repair(NULL, 0));
    NOTHING(anf_inquiry_discarded(NULL, 0));
    NOTHING(anf_inquiry_evidence(NULL, 0));
}
END_TEST

START_TEST(nodes)
{
    struct anf_node *root = anf_inquiry_root(inquiry);
    ZERO(anf_node_kind_from_name(NULL));
    ZERO(anf_role_from_name(NULL));
    ZERO(anf_attribute_from_name(NULL));
    REFUSED(anf_node_add(NULL, ANF_NODE_PARAGRAPH, NULL));
    ck_assert_int_eq(anf_node_add(root, ANF_NODE_PARAGRAPH, NULL), ANF_OK);
    REFUSED(anf_node_add_section(NULL, ANF_ROLE_OTHER, NULL));
    ck_assert_int_eq(anf_node_add_section(root, ANF_ROLE_OTHER, NULL), ANF_OK);
    REFUSED(anf_node_add_text(NULL, "x", 1));
    REFUSED(anf_node_add_text(root, NULL, 1));
    ck_assert_int_eq(anf_node_add_text(root, NULL, 0), ANF_OK);
    ZERO(anf_node_allows(NULL, ANF_NODE_PARAGRAPH, ANF_ROLE_NONE));
    REFUSED(anf_node_set(NULL, ANF_ATTRIBUTE_HREF, "x"));
    NOTHING(anf_node_get(NULL, ANF_ATTRIBUTE_HREF));
    ZERO(anf_node_get_number(NULL, ANF_ATTRIBUTE_LEVEL));
    ZERO(anf_node_kind(NULL));
    ZERO(anf_node_role(NULL));
    ck_assert_str_eq(anf_node_text(NULL, NULL), "");
    ZERO(anf_node_is_inline(NULL));
    NOTHING(anf_node_parent(NULL));
    NOTHING(anf_node_first(NULL));
    NOTHING(anf_node_last(NULL));
    NOTHING(anf_node_next(NULL));
    NOTHING(anf_node_next_section(NULL, ANF_ROLE_QUESTION, NULL));
    NOTHING(anf_node_copy_words(NULL, NULL));
    ZERO(anf_node_index(NULL));
}
END_TEST

START_TEST(pages)
{
    NOTHING(anf_page_ref(NULL));
    NOTHING(anf_page_unref(NULL));
    NOTHING(anf_page_place(NULL, 0));
    NOTHING(anf_page_block(NULL, 0));
    ZERO(anf_page_block_count(NULL));
    NOTHING(anf_page_span(NULL, 0, 0));
    NOTHING(anf_page_property(NULL, ANF_PAGE_URL));
    NOTHING(anf_page_fate(NULL, 0, 0));
    NOTHING(anf_page_inquiry(NULL, 0));
    NOTHING(anf_page_refusal(NULL));
}
END_TEST

START_TEST(alignment)
{
    struct anf_align_items none = {NULL, 0};
    struct anf_align_items lost = {NULL, 1};
    struct anf_sketch sketch = {{0}};
    uint32_t pairs[1];
    ck_assert_uint_eq(anf_hash(ANF_HASH, NULL, 0), ANF_HASH);
    ck_assert_uint_eq(anf_hash(ANF_HASH, NULL, 3), ANF_HASH);
    anf_sketch_add(NULL, "word", 4);
    anf_sketch_add(&sketch, NULL, 4);
    ZERO(sketch.bits[0] | sketch.bits[1] | sketch.bits[2] | sketch.bits[3]);
    REFUSED(anf_align(NULL, &none, pairs));
    REFUSED(anf_align(&none, NULL, pairs));
    REFUSED(anf_align(&none, &none, NULL));
    REFUSED(anf_align(&lost, &none, pairs));
    REFUSED(anf_align(&none, &lost, pairs));
    ck_assert_int_eq(anf_align(&none, &none, pairs), ANF_OK);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("null");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, base);
    tcase_add_test(all, context);
    tcase_add_test(all, sources);
    tcase_add_test(all, sinks);
    tcase_add_test(all, conversions);
    tcase_add_test(all, inquiries);
    tcase_add_test(all, entries);
    tcase_add_test(all, nodes);
    tcase_add_test(all, pages);
    tcase_add_test(all, alignment);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
