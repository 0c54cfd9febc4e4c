/* check_json.c: anfrage-json/1, byte for byte and key by key. */
#include "json_support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
check_rewritten(const char *json, const char *const *options, const char *expected)
{
    char *text;
    int status = rewrite_bytes(json, strlen(json), options, &text);
    ck_assert_msg(status == ANF_OK, "%s: %s", anf_strerror(status),
                  said.count ? said.items[0].message : "");
    ck_assert_str_eq(text, expected);
    anf_free(text);
}

/* --- writing --- */

static const char *const pretty[] = {"pretty=yes", NULL};
static const char *const evidence[] = {"evidence=yes", NULL};

START_TEST(full_example)
{
    char *line = fixture("full.json");
    char *indented = fixture("full-pretty.json");
    check_rewritten(line, NULL, line);
    check_rewritten(line, pretty, indented);
    check_rewritten(indented, NULL, line);
    ck_assert_uint_eq(said.count, 0);
    free(line);
    free(indented);
}
END_TEST

START_TEST(empty_inquiry_has_every_key)
{
    char *expected = fixture("empty.json");
    check_rewritten("{\"schema\":\"anfrage-json/1\"}", NULL, expected);
    check_rewritten(expected, NULL, expected);
    ck_assert_uint_eq(said.count, 0);
    free(expected);
}
END_TEST

START_TEST(evidence_is_an_option)
{
    char *with = fixture("evidence.json");
    char *without = fixture("full.json");
    check_rewritten(with, evidence, with);
    check_rewritten(with, NULL, without);
    free(with);
    free(without);
}
END_TEST

START_TEST(one_line_whatever_ends_lines)
{
    static const char json[] =
        "{\"schema\": \"anfrage-json/1\", \"content\": [{\"type\": \"paragraph\", \"children\": "
        "[\"a\xC2\x85"
        "b\xE2\x80\xA8"
        "c\xE2\x80\xA9"
        "d \xE2\x80\x9E\xC2\x84\"]}]}";
    static const char escaped[] = "a\\u0085b\\u2028c\\u2029d \xE2\x80\x9E";
    struct anf_inquiry *inquiry;
    char *text;
    /* U+0084 is none of the model's characters; without it the rest holds. */
    ck_assert_int_eq(status_of(json, sizeof json - 1), ANF_ERR_SYNTAX);
    char *sound = strdup(json);
    memmove(strstr(sound, "\xC2\x84"), strstr(sound, "\xC2\x84") + 2,
            strlen(strstr(sound, "\xC2\x84") + 2) + 1);
    ck_assert_int_eq(rewrite_bytes(sound, strlen(sound), NULL, &text), ANF_OK);
    ck_assert_ptr_nonnull(strstr(text, escaped));
    inquiry = read_json(text);
    ck_assert_str_eq(
        anf_node_text(anf_node_first(anf_node_first(anf_inquiry_content(inquiry))), NULL),
        "a\xC2\x85"
        "b\xE2\x80\xA8"
        "c\xE2\x80\xA9"
        "d \xE2\x80\x9E");
    anf_inquiry_unref(inquiry);
    anf_free(text);
    free(sound);
}
END_TEST

/* An actor is one struct; what the keys of its list do not have is still not lost. */
START_TEST(rare_parts_of_actors)
{
    struct anf_inquiry *inquiry = anf_inquiry_new(ctx);
    struct anf_inquiry *back = NULL;
    struct anf_actor asker = {ANF_ACTOR_INIT, .name = "A", .organization = "Amt"};
    struct anf_actor answerer = {ANF_ACTOR_INIT, .name = "B", .party = "FDP", .group = 1};
    struct anf_sink *sink = anf_sink_new_memory();
    ck_assert_int_eq(anf_inquiry_add_asker(inquiry, &asker), ANF_OK);
    ck_assert_int_eq(anf_inquiry_add_answerer(inquiry, &answerer), ANF_OK);
    ck_assert_int_eq(anf_write(ctx, inquiry, "json", NULL, sink), ANF_OK);
    char *text = anf_sink_steal(sink, NULL);
    back = read_json(text);
    ck_assert(anf_inquiry_equal(inquiry, back));
    anf_free(text);
    anf_sink_unref(sink);
    anf_inquiry_unref(back);
    anf_inquiry_unref(inquiry);
}
END_TEST

static int
refuse_write(void *user, const void *data, size_t len)
{
    (void)user, (void)data, (void)len;
    return ANF_ERR_IO;
}

START_TEST(failing_sink)
{
    char *line = fixture("full.json");
    struct anf_inquiry *inquiry = read_json(line);
    struct anf_sink *sink = anf_sink_new_callback("voll", refuse_write, NULL);
    ck_assert_int_eq(anf_write(ctx, inquiry, "json", NULL, sink), ANF_ERR_IO);
    anf_sink_unref(sink);
    anf_inquiry_unref(inquiry);
    free(line);
}
END_TEST

/* --- reading: keys --- */

static const struct {
    const char *json;
    int field;
    const char *value;
} field_cases[] = {
    {"\"kind\": \"interpellation\"", ANF_FIELD_KIND, "interpellation"},
    {"\"kind_label\": \"Interpellation\"", ANF_FIELD_KIND_LABEL, "Interpellation"},
    {"\"document\": \"vorgang\"", ANF_FIELD_DOCUMENT, "vorgang"},
    {"\"parliament\": \"DE\"", ANF_FIELD_PARLIAMENT, "DE"},
    {"\"term\": 7", ANF_FIELD_TERM, "7"},
    {"\"reference\": \"7/1\"", ANF_FIELD_REFERENCE, "7/1"},
    {"\"answer_reference\": \"7/2\"", ANF_FIELD_ANSWER_REFERENCE, "7/2"},
    {"\"inquiry_number\": \"3\"", ANF_FIELD_INQUIRY_NUMBER, "3"},
    {"\"status\": \"offen\"", ANF_FIELD_STATUS, "offen"},
    {"\"title\": \"\\u00dcber \\\"uns\\\"\"", ANF_FIELD_TITLE, "Über \"uns\""},
    {"\"language\": \"de\"", ANF_FIELD_LANGUAGE, "de"},
    {"\"asked\": \"2024-02-29\"", ANF_FIELD_ASKED, "2024-02-29"},
    {"\"answered\": \"2024-03-01\"", ANF_FIELD_ANSWERED, "2024-03-01"},
    {"\"published\": \"2024-03-02\"", ANF_FIELD_PUBLISHED, "2024-03-02"},
    {"\"rights\": \"R\"", ANF_FIELD_RIGHTS, "R"},
    {"\"links\": {\"document\": \"d\"}", ANF_FIELD_LINK_DOCUMENT, "d"},
    {"\"links\": {\"answer\": \"a\"}", ANF_FIELD_LINK_ANSWER, "a"},
    {"\"links\": {\"source\": \"s\"}", ANF_FIELD_LINK_SOURCE, "s"},
    {"\"provenance\": {\"source\": \"p.html\"}", ANF_FIELD_SOURCE, "p.html"},
    {"\"provenance\": {\"media_type\": \"text/html\"}", ANF_FIELD_MEDIA_TYPE, "text/html"},
    {"\"provenance\": {\"charset\": \"utf-8\"}", ANF_FIELD_CHARSET, "utf-8"},
    {"\"provenance\": {\"reader\": \"html 0.1.0\"}", ANF_FIELD_READER, "html 0.1.0"},
    {"\"provenance\": {\"retrieved\": \"2024-03-02T08:00:00Z\"}", ANF_FIELD_RETRIEVED,
     "2024-03-02T08:00:00Z"},
    {"\"title\": \"\\ud83d\\uDE00 \\/\\u20ac\\\\\"", ANF_FIELD_TITLE, "\xF0\x9F\x98\x80 /€\\"},
    {"\"\\u0074itle\": \"T\"", ANF_FIELD_TITLE, "T"},
    {"\"term\": 999", ANF_FIELD_TERM, "999"},
    {"\"title\": null", ANF_FIELD_TITLE, NULL},
    {"\"title\": \"\"", ANF_FIELD_TITLE, NULL},
    {"\"links\": null, \"content\": null, \"askers\": null", ANF_FIELD_LINK_SOURCE, NULL},
};

START_TEST(fields)
{
    char json[TEXT_SIZE];
    snprintf(json, sizeof json, "{%s, \"schema\": \"anfrage-json/1\"}", field_cases[_i].json);
    struct anf_inquiry *inquiry = read_json(json);
    const char *value = anf_inquiry_get(inquiry, field_cases[_i].field);
    if (field_cases[_i].value)
        ck_assert_str_eq(value, field_cases[_i].value);
    else
        ck_assert_ptr_null(value);
    ck_assert_uint_eq(said.count, 0);
    anf_inquiry_unref(inquiry);
}
END_TEST

START_TEST(unknown_keys_are_reported_once)
{
    struct anf_inquiry *inquiry = read_json(
        "{\"schema\": \"anfrage-json/1\", \"farbe\": 1, \"askers\": [{\"name\": \"A\", \"farbe\": "
        "2}, {\"name\": \"B\", \"alter\": 3}], \"links\": {\"pdf\": \"x\"}}\n"
        "{\"schema\": \"anfrage-json/1\", \"farbe\": 1, \"content\": [{\"type\": \"paragraph\", "
        "\"level\": 2, \"role\": \"other\"}]}\n");
    static const char *const messages[] = {
        "unknown key \"farbe\" in the inquiry is left out",
        "unknown key \"alter\" in askers is left out",
        "unknown key \"pdf\" in links is left out",
        "unknown key \"level\" in paragraph is left out",
        "unknown key \"role\" in paragraph is left out",
    };
    ck_assert_uint_eq(said.count, sizeof messages / sizeof *messages);
    for (size_t i = 0; i < said.count; i++) {
        ck_assert_str_eq(said.items[i].message, messages[i]);
        ck_assert_uint_eq(said.items[i].code, ANF_CODE_JSON_UNKNOWN_KEY);
        ck_assert_int_eq(said.items[i].severity, ANF_SEVERITY_WARNING);
        ck_assert_uint_eq(said.items[i].line, i < 3 ? 1 : 2);
    }
    anf_inquiry_unref(inquiry);
}
END_TEST

START_TEST(unknown_keys_have_an_end)
{
    enum { KEYS = 300, KEY_SIZE = 16, MOST = 100 };
    char *json = calloc(KEYS, KEY_SIZE);
    char *at = json + sprintf(json, "{\"schema\":\"anfrage-json/1\"");
    for (int i = 0; i < KEYS; i++)
        at += sprintf(at, ",\"k%d\":0", i);
    strcpy(at, "}");
    anf_inquiry_unref(read_json(json));
    ck_assert_uint_eq(said.count, MOST);
    free(json);
}
END_TEST

/* --- reading: several inquiries --- */

static const struct {
    const char *json;
    int inquiries;
} sequence_cases[] = {
    {ONE "\n" ONE "\n" ONE "\n", 3},
    {ONE ONE, 2},
    {"\xEF\xBB\xBF" ONE "\r\n\r\n \t" ONE, 2},
    {"[" ONE ",\n" ONE "]\n", 2},
    {" [ " ONE " ] ", 1},
    {"\xEF\xBB\xBF[" ONE "]", 1},
};

START_TEST(sequences)
{
    struct output output = {.sink = anf_sink_new_memory()};
    const char *json = sequence_cases[_i].json;
    struct anf_source *source = anf_source_new_memory("x.json", json, strlen(json));
    ck_assert_int_eq(anf_read(ctx, source, "json", NULL, write_on, &output), ANF_OK);
    ck_assert_int_eq(output.inquiries, sequence_cases[_i].inquiries);
    ck_assert_uint_eq(said.count, 0);
    char *text = anf_sink_steal(output.sink, NULL);
    int lines = 0;
    for (const char *at = text; (at = strchr(at, '\n')) != NULL; at++)
        lines++;
    ck_assert_int_eq(lines, output.inquiries);
    anf_free(text);
    anf_sink_unref(output.sink);
    anf_source_unref(source);
}
END_TEST

START_TEST(nothing_is_no_inquiry)
{
    ck_assert_int_eq(status_of("[]", 2), ANF_ERR_NO_INQUIRY);
    ck_assert_int_eq(status_of(" \n\n", 3), ANF_ERR_NO_INQUIRY);
    ck_assert_int_eq(status_of("\xEF\xBB\xBF", 3), ANF_ERR_NO_INQUIRY);
    ck_assert_uint_ge(said.count, 3); /* each was said */
}
END_TEST

START_TEST(inquiries_before_a_fault_are_handed_over)
{
    struct output output = {.sink = anf_sink_new_memory()};
    static const char json[] = ONE "\n" ONE "\n{\"schema\":\n\n\"anfrage-json/1\",}";
    struct anf_source *source = anf_source_new_memory("x.json", json, sizeof json - 1);
    ck_assert_int_eq(anf_read(ctx, source, "json", NULL, write_on, &output), ANF_ERR_SYNTAX);
    ck_assert_int_eq(output.inquiries, 2);
    ck_assert_uint_eq(said.items[0].line, 5);
    anf_sink_unref(output.sink);
    anf_source_unref(source);
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

int
main(void)
{
    Suite *suite = suite_create("json");
    TCase *writing = tcase_create("writing");
    tcase_add_checked_fixture(writing, set_up, tear_down);
    tcase_add_test(writing, full_example);
    tcase_add_test(writing, empty_inquiry_has_every_key);
    tcase_add_test(writing, evidence_is_an_option);
    tcase_add_test(writing, one_line_whatever_ends_lines);
    tcase_add_test(writing, rare_parts_of_actors);
    tcase_add_test(writing, failing_sink);
    suite_add_tcase(suite, writing);
    TCase *reading = tcase_create("reading");
    tcase_add_checked_fixture(reading, set_up, tear_down);
    tcase_add_loop_test(reading, fields, 0, COUNT(field_cases));
    tcase_add_test(reading, unknown_keys_are_reported_once);
    tcase_add_test(reading, unknown_keys_have_an_end);
    tcase_add_loop_test(reading, sequences, 0, COUNT(sequence_cases));
    tcase_add_test(reading, nothing_is_no_inquiry);
    tcase_add_test(reading, inquiries_before_a_fault_are_handed_over);
    suite_add_tcase(suite, reading);
    return run_suite(suite);
}
