/* check_inquiry.c: fields, lists, completeness. */
#include "support.h"

#include <stddef.h>
#include <string.h>

static struct anf_context *ctx;
static struct anf_inquiry *inquiry;

static void
set_up(void)
{
    ctx = anf_context_new();
    inquiry = anf_inquiry_new(ctx);
    ck_assert_ptr_nonnull(inquiry);
}

static void
tear_down(void)
{
    anf_inquiry_unref(inquiry);
    anf_context_unref(ctx);
}

#define SHA256 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

static const struct {
    int field;
    const char *value;
    int status;
} values[] = {
    {ANF_FIELD_KIND, "kleine-anfrage", ANF_OK},
    {ANF_FIELD_KIND, "grosse-anfrage", ANF_OK},
    {ANF_FIELD_KIND, "schriftliche-anfrage", ANF_OK},
    {ANF_FIELD_KIND, "muendliche-anfrage", ANF_OK},
    {ANF_FIELD_KIND, "dringliche-anfrage", ANF_OK},
    {ANF_FIELD_KIND, "interpellation", ANF_OK},
    {ANF_FIELD_KIND, "anfrage", ANF_OK},
    {ANF_FIELD_KIND, "Kleine Anfrage", ANF_ERR_MODEL},
    {ANF_FIELD_KIND, "antwort", ANF_ERR_MODEL},
    {ANF_FIELD_KIND_LABEL, "Kleine Anfrage", ANF_OK},
    {ANF_FIELD_DOCUMENT, "anfrage", ANF_OK},
    {ANF_FIELD_DOCUMENT, "antwort", ANF_OK},
    {ANF_FIELD_DOCUMENT, "zusammenfassung", ANF_OK},
    {ANF_FIELD_DOCUMENT, "vorgang", ANF_OK},
    {ANF_FIELD_DOCUMENT, "kleine-anfrage", ANF_ERR_MODEL},
    {ANF_FIELD_PARLIAMENT, "DE", ANF_OK},
    {ANF_FIELD_PARLIAMENT, "DE-NW", ANF_OK},
    {ANF_FIELD_PARLIAMENT, "AT-9", ANF_OK},
    {ANF_FIELD_PARLIAMENT, "D", ANF_ERR_MODEL},
    {ANF_FIELD_PARLIAMENT, "de", ANF_ERR_MODEL},
    {ANF_FIELD_PARLIAMENT, "DEU", ANF_ERR_MODEL},
    {ANF_FIELD_PARLIAMENT, "DE-", ANF_ERR_MODEL},
    {ANF_FIELD_PARLIAMENT, "DE-nw", ANF_ERR_MODEL},
    {ANF_FIELD_PARLIAMENT, "DE-NRWX", ANF_ERR_MODEL},
    {ANF_FIELD_TERM, "1", ANF_OK},
    {ANF_FIELD_TERM, "999", ANF_OK},
    {ANF_FIELD_TERM, "0", ANF_ERR_MODEL},
    {ANF_FIELD_TERM, "018", ANF_ERR_MODEL},
    {ANF_FIELD_TERM, "1000", ANF_ERR_MODEL},
    {ANF_FIELD_TERM, "18.", ANF_ERR_MODEL},
    {ANF_FIELD_REFERENCE, "18/14241", ANF_OK},
    {ANF_FIELD_REFERENCE, "18/\n14241", ANF_ERR_SYNTAX},
    {ANF_FIELD_ANSWER_REFERENCE, "18/14300", ANF_OK},
    {ANF_FIELD_INQUIRY_NUMBER, "5678", ANF_OK},
    {ANF_FIELD_STATUS, "beantwortet", ANF_OK},
    {ANF_FIELD_TITLE, " Wie viele „Brücken“? ", ANF_OK},
    {ANF_FIELD_TITLE, "Wie\tviele", ANF_ERR_SYNTAX},
    {ANF_FIELD_TITLE, "Wie\rviele", ANF_ERR_SYNTAX},
    {ANF_FIELD_TITLE,
     "Br\xFC"
     "cken",
     ANF_ERR_SYNTAX},
    {ANF_FIELD_LANGUAGE, "de", ANF_OK},
    {ANF_FIELD_LANGUAGE, "de-Latn-DE-1996", ANF_OK},
    {ANF_FIELD_LANGUAGE, "d", ANF_ERR_MODEL},
    {ANF_FIELD_LANGUAGE, "de-", ANF_ERR_MODEL},
    {ANF_FIELD_LANGUAGE, "de_DE", ANF_ERR_MODEL},
    {ANF_FIELD_LANGUAGE, "deutschland", ANF_ERR_MODEL},
    {ANF_FIELD_LANGUAGE, "de-abcdefghi", ANF_ERR_MODEL},
    {ANF_FIELD_LANGUAGE, "1e", ANF_ERR_MODEL},
    {ANF_FIELD_ASKED, "2025-05-12", ANF_OK},
    {ANF_FIELD_ASKED, "2025-02-29", ANF_ERR_MODEL},
    {ANF_FIELD_ANSWERED, "12.05.2025", ANF_ERR_MODEL},
    {ANF_FIELD_ANSWERED, "2024-02-29", ANF_OK},
    {ANF_FIELD_PUBLISHED, "2025", ANF_ERR_MODEL},
    {ANF_FIELD_PUBLISHED, "0001-01-01", ANF_OK},
    {ANF_FIELD_RIGHTS, "Berta Muster", ANF_OK},
    {ANF_FIELD_LINK_DOCUMENT, "MMD18-14241.pdf", ANF_OK},
    {ANF_FIELD_LINK_ANSWER, "https://example.org/", ANF_OK},
    {ANF_FIELD_LINK_SOURCE, "https://example.org/#a", ANF_OK},
    {ANF_FIELD_SOURCE, "seite.html", ANF_OK},
    {ANF_FIELD_SHA256, SHA256, ANF_OK},
    {ANF_FIELD_SHA256, SHA256 "0", ANF_ERR_MODEL},
    {ANF_FIELD_SHA256, "e3b0", ANF_ERR_MODEL},
    {ANF_FIELD_SHA256, "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
     ANF_ERR_MODEL},
    {ANF_FIELD_MEDIA_TYPE, "text/html", ANF_OK},
    {ANF_FIELD_CHARSET, "windows-1252", ANF_OK},
    {ANF_FIELD_READER, "html 0.1.0", ANF_OK},
    {ANF_FIELD_RETRIEVED, "2025-05-12T10:00:00Z", ANF_OK},
    {0, "x", ANF_ERR_ARGUMENT},
    {-1, "x", ANF_ERR_ARGUMENT},
    {19, "x", ANF_ERR_ARGUMENT},
    {ANF_FIELD_RETRIEVED + 1, "x", ANF_ERR_ARGUMENT},
    {ANF_FIELD_ASKERS, "x", ANF_ERR_ARGUMENT},
    {ANF_FIELD_CONTACTS, "x", ANF_ERR_ARGUMENT},
    {ANF_FIELD_CONTACTS + 1, "x", ANF_ERR_ARGUMENT},
};
enum { VALUES = sizeof values / sizeof *values };

START_TEST(field_value)
{
    int field = values[_i].field;
    ck_assert_ptr_null(anf_inquiry_get(inquiry, field));
    ck_assert_int_eq(anf_inquiry_set(inquiry, field, values[_i].value), values[_i].status);
    const char *kept = values[_i].status == ANF_OK ? values[_i].value : NULL;
    ck_assert_pstr_eq(anf_inquiry_get(inquiry, field), kept);
    if (values[_i].status == ANF_ERR_ARGUMENT)
        return;
    ck_assert_int_eq(anf_inquiry_set(inquiry, field, ""), ANF_OK);
    ck_assert_ptr_null(anf_inquiry_get(inquiry, field));
}
END_TEST

START_TEST(field_names)
{
    int count = 0;
    for (int field = -2; field < 100; ++field) {
        const char *name = anf_field_name(field);
        count += name != NULL;
        ck_assert_int_eq(anf_field_from_name(name), name ? field : 0);
    }
    ck_assert_int_eq(count, 18 + 6 + 6);
    ck_assert_str_eq(anf_field_name(ANF_FIELD_LINK_DOCUMENT), "link_document");
    ck_assert_int_eq(anf_field_from_name("titel"), 0);
}
END_TEST

START_TEST(refused_value_leaves_the_old_one)
{
    ck_assert_int_eq(anf_inquiry_set(inquiry, ANF_FIELD_TERM, "18"), ANF_OK);
    ck_assert_int_eq(anf_inquiry_set(inquiry, ANF_FIELD_TERM, "x"), ANF_ERR_MODEL);
    ck_assert_str_eq(anf_inquiry_get(inquiry, ANF_FIELD_TERM), "18");
    ck_assert_int_eq(anf_inquiry_set(inquiry, ANF_FIELD_TERM, "19"), ANF_OK);
    ck_assert_str_eq(anf_inquiry_get(inquiry, ANF_FIELD_TERM), "19");
    ck_assert_int_eq(anf_inquiry_set(inquiry, ANF_FIELD_TERM, NULL), ANF_OK);
    ck_assert_ptr_null(anf_inquiry_get(inquiry, ANF_FIELD_TERM));
}
END_TEST

START_TEST(references)
{
    ck_assert_ptr_null(anf_inquiry_new(NULL));
    ck_assert_ptr_null(anf_inquiry_ref(NULL));
    ck_assert_ptr_null(anf_inquiry_unref(NULL));
    ck_assert_ptr_eq(anf_inquiry_ref(inquiry), inquiry);
    ck_assert_ptr_null(anf_inquiry_unref(inquiry));
    ck_assert_int_eq(anf_inquiry_set(inquiry, ANF_FIELD_TITLE, "lebt"), ANF_OK);
}
END_TEST

START_TEST(actors)
{
    struct anf_actor actor = {ANF_ACTOR_INIT, .name = "Berta Muster", .party = "", .group = 7};
    ck_assert_int_eq(anf_inquiry_add_asker(inquiry, &actor), ANF_OK);
    actor = (struct anf_actor){ANF_ACTOR_INIT, .role = "Ministerin"};
    ck_assert_int_eq(anf_inquiry_add_asker(inquiry, &actor), ANF_ERR_MODEL);
    actor.organization = "Ministerium des Innern";
    ck_assert_int_eq(anf_inquiry_add_answerer(inquiry, &actor), ANF_OK);
    actor.party = "a\nb";
    ck_assert_int_eq(anf_inquiry_add_answerer(inquiry, &actor), ANF_ERR_SYNTAX);
    ck_assert_int_eq(anf_inquiry_add_asker(inquiry, NULL), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_inquiry_add_asker(NULL, &actor), ANF_ERR_ARGUMENT);

    const struct anf_actor *asker = anf_inquiry_asker(inquiry, 0);
    ck_assert_uint_eq(asker->size, sizeof *asker);
    ck_assert_uint_eq(asker->group, 1);
    ck_assert_str_eq(asker->name, "Berta Muster");
    ck_assert_ptr_null(asker->party);
    ck_assert_ptr_null(anf_inquiry_asker(inquiry, 1));
    ck_assert_str_eq(anf_inquiry_answerer(inquiry, 0)->role, "Ministerin");
    ck_assert_ptr_null(anf_inquiry_answerer(inquiry, 1));
    ck_assert_int_eq(anf_inquiry_more_askers(inquiry), 0);
    anf_inquiry_set_more_askers(inquiry, 5);
    ck_assert_int_eq(anf_inquiry_more_askers(inquiry), 1);
}
END_TEST

START_TEST(sizes)
{
    /* From a program that knows fewer fields: what lies beyond counts as zero. */
    struct anf_actor actor = {.size = offsetof(struct anf_actor, party), .name = "Berta Muster"};
    actor.party = "not there";
    ck_assert_int_eq(anf_inquiry_add_asker(inquiry, &actor), ANF_OK);
    ck_assert_ptr_null(anf_inquiry_asker(inquiry, 0)->party);
    ck_assert_uint_eq(anf_inquiry_asker(inquiry, 0)->size, sizeof actor);
    /* From one that knows more. */
    struct {
        struct anf_actor known;
        const char *unknown;
    } newer = {.known = {.size = sizeof newer, .name = "Anton"}, .unknown = "x"};
    ck_assert_int_eq(anf_inquiry_add_asker(inquiry, &newer.known), ANF_OK);
    ck_assert_uint_eq(anf_inquiry_asker(inquiry, 1)->size, sizeof actor);
    /* Nothing, all but its first pointer, half a pointer, what no struct has. */
    const uint32_t wrong[] = {0, offsetof(struct anf_actor, name),
                              offsetof(struct anf_actor, party) + sizeof(void *) / 2, 1u << 30};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        actor.size = wrong[i];
        ck_assert_int_eq(anf_inquiry_add_asker(inquiry, &actor), ANF_ERR_ARGUMENT);
    }
    ck_assert_ptr_null(anf_inquiry_asker(inquiry, 2));
}
END_TEST

START_TEST(subjects_and_links)
{
    ck_assert_int_eq(anf_inquiry_add_subject(inquiry, "Brücken"), ANF_OK);
    ck_assert_int_eq(anf_inquiry_add_subject(inquiry, ""), ANF_ERR_MODEL);
    ck_assert_int_eq(anf_inquiry_add_subject(inquiry, NULL), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_inquiry_add_subject(inquiry, "a\tb"), ANF_ERR_SYNTAX);
    ck_assert_int_eq(anf_inquiry_add_link(inquiry, "x[1].pdf"), ANF_OK);
    ck_assert_int_eq(anf_inquiry_add_link(inquiry, "\x01"), ANF_ERR_SYNTAX);
    ck_assert_int_eq(anf_inquiry_add_link(inquiry, ""), ANF_ERR_MODEL);
    ck_assert_str_eq(anf_inquiry_subject(inquiry, 0), "Brücken");
    ck_assert_ptr_null(anf_inquiry_subject(inquiry, 1));
    ck_assert_str_eq(anf_inquiry_link(inquiry, 0), "x[1].pdf");
    ck_assert_ptr_null(anf_inquiry_link(inquiry, 1));
}
END_TEST

START_TEST(contacts)
{
    const char *const lines[] = {"Am Markt 1", "", "12345 Musterstadt", NULL};
    const char *const bad_lines[] = {"Am Markt 1", "\n", NULL};
    const char *const no_lines[] = {"", NULL};
    struct anf_contact contact = {ANF_CONTACT_INIT, .address = lines};
    ck_assert_int_eq(anf_inquiry_add_contact(inquiry, &contact), ANF_OK);
    contact.address = bad_lines;
    ck_assert_int_eq(anf_inquiry_add_contact(inquiry, &contact), ANF_ERR_SYNTAX);
    contact.address = no_lines;
    ck_assert_int_eq(anf_inquiry_add_contact(inquiry, &contact), ANF_ERR_MODEL);
    contact.email = "info@example.org";
    ck_assert_int_eq(anf_inquiry_add_contact(inquiry, &contact), ANF_OK);

    const struct anf_contact *first = anf_inquiry_contact(inquiry, 0);
    ck_assert_str_eq(first->address[0], "Am Markt 1");
    ck_assert_str_eq(first->address[1], "12345 Musterstadt");
    ck_assert_ptr_null(first->address[2]);
    ck_assert_ptr_null(anf_inquiry_contact(inquiry, 1)->address);
    ck_assert_ptr_null(anf_inquiry_contact(inquiry, 2));
}
END_TEST

START_TEST(repairs)
{
    struct anf_inquiry *other = anf_inquiry_new(ctx);
    struct anf_repair repair = {ANF_REPAIR_INIT, .kind = "lost-initial", .was = "ie", .now = "Die"};
    repair.node = anf_inquiry_content(inquiry);
    ck_assert_int_eq(anf_inquiry_add_repair(inquiry, &repair), ANF_OK);
    ck_assert_int_eq(anf_inquiry_add_repair(other, &repair), ANF_ERR_ARGUMENT);
    repair.was = "";
    repair.kind = "";
    ck_assert_int_eq(anf_inquiry_add_repair(inquiry, &repair), ANF_ERR_MODEL);
    repair.kind = "joined-word";
    ck_assert_int_eq(anf_inquiry_add_repair(inquiry, &repair), ANF_OK);
    ck_assert_ptr_eq(anf_inquiry_repair(inquiry, 0)->node, anf_inquiry_content(inquiry));
    ck_assert_str_eq(anf_inquiry_repair(inquiry, 0)->was, "ie");
    ck_assert_ptr_null(anf_inquiry_repair(inquiry, 1)->was);
    ck_assert_ptr_null(anf_inquiry_repair(inquiry, 2));
    anf_inquiry_unref(other);
}
END_TEST

START_TEST(discarded_and_evidence)
{
    struct anf_discarded discarded = {ANF_DISCARDED_INIT, .reason = "navigation", .text = "a\n\tb"};
    ck_assert_int_eq(anf_inquiry_add_discarded(inquiry, &discarded), ANF_OK);
    discarded.reason = "a\nb";
    ck_assert_int_eq(anf_inquiry_add_discarded(inquiry, &discarded), ANF_ERR_SYNTAX);
    discarded.reason = NULL;
    ck_assert_int_eq(anf_inquiry_add_discarded(inquiry, &discarded), ANF_ERR_MODEL);
    ck_assert_str_eq(anf_inquiry_discarded(inquiry, 0)->text, "a\n\tb");
    ck_assert_ptr_null(anf_inquiry_discarded(inquiry, 1));

    struct anf_evidence evidence = {ANF_EVIDENCE_INIT,      .field = ANF_FIELD_ASKERS,
                                    .rejected = 2,          .block = UINT32_MAX,
                                    .rule = "askers.label", .words = "der\nAbgeordneten",
                                    .value = "Berta Muster"};
    ck_assert_int_eq(anf_inquiry_add_evidence(inquiry, &evidence), ANF_OK);
    evidence.field = 0;
    ck_assert_int_eq(anf_inquiry_add_evidence(inquiry, &evidence), ANF_ERR_ARGUMENT);
    evidence.field = ANF_FIELD_TITLE;
    evidence.value = "a\nb";
    ck_assert_int_eq(anf_inquiry_add_evidence(inquiry, &evidence), ANF_ERR_SYNTAX);
    evidence.value = NULL;
    evidence.rule = NULL;
    ck_assert_int_eq(anf_inquiry_add_evidence(inquiry, &evidence), ANF_ERR_MODEL);
    ck_assert_str_eq(anf_inquiry_evidence(inquiry, 0)->words, "der\nAbgeordneten");
    ck_assert_uint_eq(anf_inquiry_evidence(inquiry, 0)->rejected, 1);
    ck_assert_ptr_null(anf_inquiry_evidence(inquiry, 1));
}
END_TEST

/* What a node of the kind lacks when it is made, and what makes it whole. */
static void
assert_incomplete(const struct anf_node *node)
{
    const struct anf_node *found = NULL;
    ck_assert_int_eq(anf_inquiry_check(inquiry, &found), ANF_ERR_MODEL);
    ck_assert_ptr_eq(found, node);
    ck_assert_int_eq(anf_inquiry_check(inquiry, NULL), ANF_ERR_MODEL);
}

START_TEST(completeness)
{
    struct anf_node *root = anf_inquiry_root(inquiry);
    struct anf_node *exchange, *list, *table, *row, *image;
    ck_assert_int_eq(anf_inquiry_check(inquiry, NULL), ANF_OK);
    ck_assert_int_eq(anf_node_add_section(root, ANF_ROLE_EXCHANGE, &exchange), ANF_OK);
    assert_incomplete(exchange);
    ck_assert_int_eq(anf_node_add_section(exchange, ANF_ROLE_ANSWER, NULL), ANF_OK);
    assert_incomplete(exchange);
    ck_assert_int_eq(anf_node_add_section(exchange, ANF_ROLE_QUESTION, NULL), ANF_OK);
    ck_assert_int_eq(anf_inquiry_check(inquiry, NULL), ANF_OK);
    ck_assert_int_eq(anf_node_add(root, ANF_NODE_LIST, &list), ANF_OK);
    assert_incomplete(list);
    ck_assert_int_eq(anf_node_add(list, ANF_NODE_ITEM, NULL), ANF_OK);
    ck_assert_int_eq(anf_node_add(root, ANF_NODE_TABLE, &table), ANF_OK);
    ck_assert_int_eq(anf_node_add(table, ANF_NODE_CAPTION, NULL), ANF_OK);
    assert_incomplete(table);
    ck_assert_int_eq(anf_node_add(table, ANF_NODE_ROW, &row), ANF_OK);
    assert_incomplete(row);
    ck_assert_int_eq(anf_node_add(row, ANF_NODE_CELL, NULL), ANF_OK);
    ck_assert_int_eq(anf_node_add(root, ANF_NODE_IMAGE, &image), ANF_OK);
    assert_incomplete(image);
    ck_assert_int_eq(anf_node_set(image, ANF_ATTRIBUTE_SRC, "bild.png"), ANF_OK);
    ck_assert_int_eq(anf_inquiry_check(inquiry, NULL), ANF_OK);
    ck_assert_int_eq(anf_inquiry_check(NULL, NULL), ANF_ERR_ARGUMENT);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("inquiry");
    TCase *tcase = tcase_create("inquiry");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_loop_test(tcase, field_value, 0, VALUES);
    tcase_add_test(tcase, field_names);
    tcase_add_test(tcase, refused_value_leaves_the_old_one);
    tcase_add_test(tcase, references);
    tcase_add_test(tcase, actors);
    tcase_add_test(tcase, sizes);
    tcase_add_test(tcase, subjects_and_links);
    tcase_add_test(tcase, contacts);
    tcase_add_test(tcase, repairs);
    tcase_add_test(tcase, discarded_and_evidence);
    tcase_add_test(tcase, completeness);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
