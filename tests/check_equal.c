/* check_equal.c: every single difference that anf_inquiry_equal must see, and none that it must
 * not. */
#include "support.h"

#include <string.h>

/* A change that makes two equal inquiries different. */
typedef int change_fn(struct anf_inquiry *inquiry);

static struct anf_context *ctx;

static struct anf_node *
node_at(struct anf_inquiry *inquiry, int kind, struct anf_node *parent)
{
    struct anf_node *node = NULL;
    parent = parent ? parent : anf_inquiry_root(inquiry);
    ck_assert_int_eq(anf_node_add(parent, kind, &node), ANF_OK);
    return node;
}

static int
change_title(struct anf_inquiry *inquiry)
{
    return anf_inquiry_set(inquiry, ANF_FIELD_TITLE, "Anders");
}

static int
change_provenance(struct anf_inquiry *inquiry)
{
    return anf_inquiry_set(inquiry, ANF_FIELD_RETRIEVED, "2025-05-12T10:00:00Z");
}

static int
take_reference(struct anf_inquiry *inquiry)
{
    return anf_inquiry_set(inquiry, ANF_FIELD_REFERENCE, NULL);
}

static int
more_askers(struct anf_inquiry *inquiry)
{
    anf_inquiry_set_more_askers(inquiry, 1);
    return ANF_OK;
}

static int
another_asker(struct anf_inquiry *inquiry)
{
    struct anf_actor actor = {ANF_ACTOR_INIT, .name = "Anton"};
    return anf_inquiry_add_asker(inquiry, &actor);
}

static int
another_answerer(struct anf_inquiry *inquiry)
{
    struct anf_actor actor = {ANF_ACTOR_INIT, .organization = "Senat"};
    return anf_inquiry_add_answerer(inquiry, &actor);
}

static int
another_subject(struct anf_inquiry *inquiry)
{
    return anf_inquiry_add_subject(inquiry, "Schulen");
}

static int
another_link(struct anf_inquiry *inquiry)
{
    return anf_inquiry_add_link(inquiry, "b");
}

static int
another_contact(struct anf_inquiry *inquiry)
{
    struct anf_contact contact = {ANF_CONTACT_INIT, .email = "b@example.org"};
    return anf_inquiry_add_contact(inquiry, &contact);
}

static int
another_repair(struct anf_inquiry *inquiry)
{
    struct anf_repair repair = {ANF_REPAIR_INIT, .kind = "joined-word"};
    return anf_inquiry_add_repair(inquiry, &repair);
}

static int
another_node(struct anf_inquiry *inquiry)
{
    return anf_node_add(anf_inquiry_root(inquiry), ANF_NODE_PARAGRAPH, NULL);
}

static int
another_section(struct anf_inquiry *inquiry)
{
    return anf_node_add_section(anf_inquiry_root(inquiry), ANF_ROLE_ANNEX, NULL);
}

static change_fn *const changes[] = {
    change_title,    change_provenance, take_reference,  more_askers,
    another_asker,   another_answerer,  another_subject, another_link,
    another_contact, another_repair,    another_node,    another_section,
};
enum { CHANGES = sizeof changes / sizeof *changes };

/* One of everything. */
static struct anf_inquiry *
make(void)
{
    struct anf_inquiry *inquiry = anf_inquiry_new(ctx);
    const char *const lines[] = {"Am Markt 1", NULL};
    struct anf_contact contact = {ANF_CONTACT_INIT, .address = lines};
    ck_assert_int_eq(anf_inquiry_set(inquiry, ANF_FIELD_TITLE, "Brücken"), ANF_OK);
    ck_assert_int_eq(anf_inquiry_set(inquiry, ANF_FIELD_REFERENCE, "1/2"), ANF_OK);
    ck_assert_int_eq(another_asker(inquiry), ANF_OK);
    ck_assert_int_eq(another_answerer(inquiry), ANF_OK);
    ck_assert_int_eq(another_subject(inquiry), ANF_OK);
    ck_assert_int_eq(another_link(inquiry), ANF_OK);
    ck_assert_int_eq(anf_inquiry_add_contact(inquiry, &contact), ANF_OK);
    ck_assert_int_eq(another_repair(inquiry), ANF_OK);
    ck_assert_int_eq(another_node(inquiry), ANF_OK);
    return inquiry;
}

static void
set_up(void)
{
    ctx = anf_context_new();
}

static void
tear_down(void)
{
    anf_context_unref(ctx);
}

START_TEST(one_change)
{
    struct anf_inquiry *a = make();
    struct anf_inquiry *b = make();
    ck_assert(anf_inquiry_equal(a, b));
    ck_assert_int_eq(changes[_i](b), ANF_OK);
    ck_assert(!anf_inquiry_equal(a, b));
    ck_assert(!anf_inquiry_equal(b, a));
    ck_assert_int_eq(changes[_i](a), ANF_OK);
    ck_assert(anf_inquiry_equal(a, b));
    anf_inquiry_unref(a);
    anf_inquiry_unref(b);
}
END_TEST

static const struct anf_actor actors[] = {
    {ANF_ACTOR_INIT, .name = "A", .party = "B", .role = "C", .organization = "D"},
    {ANF_ACTOR_INIT, .name = "a", .party = "B", .role = "C", .organization = "D"},
    {ANF_ACTOR_INIT, .name = "A", .party = "b", .role = "C", .organization = "D"},
    {ANF_ACTOR_INIT, .name = "A", .party = "B", .role = "c", .organization = "D"},
    {ANF_ACTOR_INIT, .name = "A", .party = "B", .role = "C", .organization = "d"},
    {ANF_ACTOR_INIT, .name = "A", .party = "B", .role = "C", .organization = "D", .group = 1},
    {ANF_ACTOR_INIT, .name = "A", .party = "B", .role = "C"},
    {ANF_ACTOR_INIT, .party = "A", .role = "B", .organization = "C"},
};
enum { ACTORS = sizeof actors / sizeof *actors };

START_TEST(actors_differ)
{
    for (int j = 0; j < ACTORS; ++j) {
        struct anf_inquiry *a = make();
        struct anf_inquiry *b = make();
        ck_assert_int_eq(anf_inquiry_add_asker(a, &actors[_i]), ANF_OK);
        ck_assert_int_eq(anf_inquiry_add_asker(b, &actors[j]), ANF_OK);
        ck_assert_int_eq(anf_inquiry_equal(a, b), _i == j);
        anf_inquiry_unref(a);
        anf_inquiry_unref(b);
    }
}
END_TEST

static const char *const one_line[] = {"1", NULL};
static const char *const two_lines[] = {"1", "2", NULL};
static const char *const other_line[] = {"2", NULL};

static const struct anf_contact contact_variants[] = {
    {ANF_CONTACT_INIT, .name = "A", .email = "B", .organization = "C"},
    {ANF_CONTACT_INIT, .name = "a", .email = "B", .organization = "C"},
    {ANF_CONTACT_INIT, .name = "A", .email = "b", .organization = "C"},
    {ANF_CONTACT_INIT, .name = "A", .email = "B", .organization = "c"},
    {ANF_CONTACT_INIT, .name = "A", .email = "B", .organization = "C", .address = one_line},
    {ANF_CONTACT_INIT, .name = "A", .email = "B", .organization = "C", .address = two_lines},
    {ANF_CONTACT_INIT, .name = "A", .email = "B", .organization = "C", .address = other_line},
};
enum { CONTACTS = sizeof contact_variants / sizeof *contact_variants };

START_TEST(contacts_differ)
{
    for (int j = 0; j < CONTACTS; ++j) {
        struct anf_inquiry *a = make();
        struct anf_inquiry *b = make();
        ck_assert_int_eq(anf_inquiry_add_contact(a, &contact_variants[_i]), ANF_OK);
        ck_assert_int_eq(anf_inquiry_add_contact(b, &contact_variants[j]), ANF_OK);
        ck_assert_int_eq(anf_inquiry_equal(a, b), _i == j);
        anf_inquiry_unref(a);
        anf_inquiry_unref(b);
    }
}
END_TEST

/* Contents, all different, each by what the next word says. */
static void
empty_strong(struct anf_inquiry *inquiry, struct anf_node *paragraph)
{
    node_at(inquiry, ANF_NODE_STRONG, paragraph);
}

static void
empty_emphasis(struct anf_inquiry *inquiry, struct anf_node *paragraph)
{
    node_at(inquiry, ANF_NODE_EMPHASIS, paragraph);
}

static void
break_in_strong(struct anf_inquiry *inquiry, struct anf_node *paragraph)
{
    node_at(inquiry, ANF_NODE_BREAK, node_at(inquiry, ANF_NODE_STRONG, paragraph));
}

static void
break_after_strong(struct anf_inquiry *inquiry, struct anf_node *paragraph)
{
    node_at(inquiry, ANF_NODE_STRONG, paragraph);
    node_at(inquiry, ANF_NODE_BREAK, paragraph);
}

static void
text(struct anf_inquiry *inquiry, struct anf_node *paragraph)
{
    (void)inquiry;
    ck_assert_int_eq(anf_node_add_text(paragraph, "é", 2), ANF_OK);
}

static void
text_decomposed(struct anf_inquiry *inquiry, struct anf_node *paragraph)
{
    (void)inquiry;
    ck_assert_int_eq(anf_node_add_text(paragraph, "e\xCC\x81", 3), ANF_OK);
}

static void
text_longer(struct anf_inquiry *inquiry, struct anf_node *paragraph)
{
    (void)inquiry;
    ck_assert_int_eq(anf_node_add_text(paragraph, "é ", 3), ANF_OK);
}

static void
link_to_nothing(struct anf_inquiry *inquiry, struct anf_node *paragraph)
{
    node_at(inquiry, ANF_NODE_LINK, paragraph);
}

static void
link_to_something(struct anf_inquiry *inquiry, struct anf_node *paragraph)
{
    struct anf_node *link = node_at(inquiry, ANF_NODE_LINK, paragraph);
    ck_assert_int_eq(anf_node_set(link, ANF_ATTRIBUTE_HREF, "#x"), ANF_OK);
}

static void
nothing(struct anf_inquiry *inquiry, struct anf_node *paragraph)
{
    (void)inquiry;
    (void)paragraph;
}

static void (*const contents[])(struct anf_inquiry *, struct anf_node *) = {
    nothing, empty_strong,    empty_emphasis, break_in_strong, break_after_strong,
    text,    text_decomposed, text_longer,    link_to_nothing, link_to_something,
};
enum { CONTENTS = sizeof contents / sizeof *contents };

START_TEST(contents_differ)
{
    for (int j = 0; j < CONTENTS; ++j) {
        struct anf_inquiry *a = anf_inquiry_new(ctx);
        struct anf_inquiry *b = anf_inquiry_new(ctx);
        contents[_i](a, node_at(a, ANF_NODE_PARAGRAPH, NULL));
        contents[j](b, node_at(b, ANF_NODE_PARAGRAPH, NULL));
        ck_assert_int_eq(anf_inquiry_equal(a, b), _i == j);
        node_at(a, ANF_NODE_QUOTE, NULL);
        ck_assert_int_eq(anf_inquiry_equal(a, b), 0);
        node_at(b, ANF_NODE_QUOTE, NULL);
        ck_assert_int_eq(anf_inquiry_equal(a, b), _i == j);
        anf_inquiry_unref(a);
        anf_inquiry_unref(b);
    }
}
END_TEST

START_TEST(what_does_not_count)
{
    struct anf_inquiry *a = make();
    struct anf_inquiry *b = make();
    struct anf_discarded discarded = {ANF_DISCARDED_INIT, .reason = "navigation", .text = "x"};
    struct anf_evidence evidence = {ANF_EVIDENCE_INIT, .field = ANF_FIELD_TITLE, .rule = "x"};
    struct anf_repair repair = {ANF_REPAIR_INIT, .kind = "joined-word"};
    ck_assert_int_eq(anf_inquiry_add_discarded(a, &discarded), ANF_OK);
    ck_assert_int_eq(anf_inquiry_add_evidence(a, &evidence), ANF_OK);
    ck_assert(anf_inquiry_equal(a, b));
    ck_assert_int_eq(anf_inquiry_add_repair(a, &repair), ANF_OK);
    repair.node = anf_inquiry_content(b);
    ck_assert_int_eq(anf_inquiry_add_repair(b, &repair), ANF_OK);
    ck_assert(anf_inquiry_equal(a, b));
    ck_assert(!anf_inquiry_equal(a, NULL));
    ck_assert(!anf_inquiry_equal(NULL, NULL));
    ck_assert(anf_inquiry_equal(a, a));
    anf_inquiry_unref(a);
    anf_inquiry_unref(b);
}
END_TEST

START_TEST(order_of_attributes)
{
    struct anf_inquiry *a = anf_inquiry_new(ctx);
    struct anf_inquiry *b = anf_inquiry_new(ctx);
    struct anf_node *first = node_at(a, ANF_NODE_IMAGE, NULL);
    struct anf_node *second = node_at(b, ANF_NODE_IMAGE, NULL);
    ck_assert_int_eq(anf_node_set(first, ANF_ATTRIBUTE_SRC, "s"), ANF_OK);
    ck_assert_int_eq(anf_node_set(first, ANF_ATTRIBUTE_ALT, "a"), ANF_OK);
    ck_assert_int_eq(anf_node_set(second, ANF_ATTRIBUTE_ALT, "a"), ANF_OK);
    ck_assert(!anf_inquiry_equal(a, b));
    ck_assert(!anf_inquiry_equal(b, a));
    ck_assert_int_eq(anf_node_set(second, ANF_ATTRIBUTE_SRC, "s"), ANF_OK);
    ck_assert(anf_inquiry_equal(a, b));
    anf_inquiry_unref(a);
    anf_inquiry_unref(b);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("equal");
    TCase *tcase = tcase_create("equal");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_loop_test(tcase, one_change, 0, CHANGES);
    tcase_add_loop_test(tcase, actors_differ, 0, ACTORS);
    tcase_add_loop_test(tcase, contacts_differ, 0, CONTACTS);
    tcase_add_loop_test(tcase, contents_differ, 0, CONTENTS);
    tcase_add_test(tcase, what_does_not_count);
    tcase_add_test(tcase, order_of_attributes);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
