/* check_json_faults.c: what is said of JSON that is no anfrage-json/1, and where its limits are. */
#include "json_support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HEAD      "{\"schema\": \"anfrage-json/1\", "
#define CONTENT   HEAD "\"content\": ["
#define TAIL      "]}"
#define PARAGRAPH "{\"type\": \"paragraph\", \"children\": [\"x\"]}"

static const struct {
    const char *json;
    int status;
    uint32_t code, line, column;
    const char *message; /* how it begins */
} fault_cases[] = {
    /* syntax */
    {"{\n  \"schema\" \"x\"}", ANF_ERR_SYNTAX, ANF_CODE_JSON_SYNTAX, 2, 14, "':' expected"},
    {"\n\n  {\"schema\": \"anfrage-json/1\"", ANF_ERR_SYNTAX, ANF_CODE_JSON_SYNTAX, 3, 29, ""},
    {"{} x", ANF_ERR_SYNTAX, ANF_CODE_JSON_SCHEMA, 1, 0, "the object does not say"},
    {"17", ANF_ERR_SYNTAX, ANF_CODE_JSON_SYNTAX, 1, 1, "expected an object"},
    {ONE "\n\xC3\xBC\xC3\xBC", ANF_ERR_SYNTAX, ANF_CODE_JSON_SYNTAX, 2, 1, "expected an object"},
    {"[" ONE " " ONE "]", ANF_ERR_SYNTAX, ANF_CODE_JSON_SYNTAX, 1, 46, "expected ',' or ']'"},
    {"[" ONE ",]", ANF_ERR_SYNTAX, ANF_CODE_JSON_SYNTAX, 1, 46, "expected an object"},
    {"[" ONE ",", ANF_ERR_SYNTAX, ANF_CODE_JSON_SYNTAX, 1, 46, "the input ends"},
    {"[" ONE "] " ONE, ANF_ERR_SYNTAX, ANF_CODE_JSON_SYNTAX, 1, 47, "something follows"},
    {HEAD "\"title\": \"a\", \"title\": \"b\"}", ANF_ERR_SYNTAX, ANF_CODE_JSON_SYNTAX, 1, 0,
     "duplicate object key"},
    {HEAD "\"title\": \"a\\u0000b\"}", ANF_ERR_SYNTAX, ANF_CODE_JSON_SYNTAX, 1, 0, "\\u0000"},
    {HEAD "\"title\": \"\xFF\"}", ANF_ERR_SYNTAX, ANF_CODE_JSON_SYNTAX, 1, 0, "unable to decode"},
    {HEAD "\"title\": \"\xC0\xAF\"}", ANF_ERR_SYNTAX, ANF_CODE_JSON_SYNTAX, 1, 0,
     "unable to decode"},
    {HEAD "\"title\": \"\\ud800\"}", ANF_ERR_SYNTAX, ANF_CODE_JSON_SYNTAX, 1, 0, "invalid"},
    /* schema */
    {"{\"title\": \"x\"}", ANF_ERR_SYNTAX, ANF_CODE_JSON_SCHEMA, 1, 0, "the object does not say"},
    {"{\"schema\": 1}", ANF_ERR_SYNTAX, ANF_CODE_JSON_SCHEMA, 1, 0, "the object does not say"},
    {"\n{\"schema\": \"anfrage-json/2\"}", ANF_ERR_SYNTAX, ANF_CODE_JSON_SCHEMA, 2, 0,
     "the schema is \"anfrage-json/2\""},
    /* types */
    {HEAD "\"title\": 5}", ANF_ERR_SYNTAX, ANF_CODE_JSON_BAD_VALUE, 1, 0,
     "title: expected a string, found a number"},
    {HEAD "\"term\": \"18\"}", ANF_ERR_SYNTAX, ANF_CODE_JSON_BAD_VALUE, 1, 0,
     "term: expected a whole number, found a string"},
    {HEAD "\"term\": 1.5}", ANF_ERR_SYNTAX, ANF_CODE_JSON_BAD_VALUE, 1, 0,
     "term: expected a whole number, found a fraction"},
    {HEAD "\"more_askers\": 1}", ANF_ERR_SYNTAX, ANF_CODE_JSON_BAD_VALUE, 1, 0,
     "more_askers: expected true or false, found a number"},
    {HEAD "\"askers\": {}}", ANF_ERR_SYNTAX, ANF_CODE_JSON_BAD_VALUE, 1, 0,
     "askers: expected an array, found an object"},
    {HEAD "\"askers\": [\"A\"]}", ANF_ERR_SYNTAX, ANF_CODE_JSON_BAD_VALUE, 1, 0,
     "askers[0]: expected an object, found a string"},
    {HEAD "\"askers\": [{\"name\": \"A\", \"group\": 1}]}", ANF_ERR_SYNTAX, ANF_CODE_JSON_BAD_VALUE,
     1, 0, "askers[0].group: expected true or false"},
    {HEAD "\"subjects\": [\"A\", null]}", ANF_ERR_SYNTAX, ANF_CODE_JSON_BAD_VALUE, 1, 0,
     "subjects[1]: expected a string, found null"},
    {HEAD "\"links\": []}", ANF_ERR_SYNTAX, ANF_CODE_JSON_BAD_VALUE, 1, 0,
     "links: expected an object, found an array"},
    {HEAD "\"contacts\": [{\"name\": \"A\", \"address\": [\"x\", true]}]}", ANF_ERR_SYNTAX,
     ANF_CODE_JSON_BAD_VALUE, 1, 0, "contacts[0].address[1]: expected a string, found true"},
    {CONTENT "\"Text\"" TAIL, ANF_ERR_MODEL, ANF_CODE_JSON_BAD_VALUE, 1, 0,
     "content[0]: this value is not allowed here"},
    {CONTENT PARAGRAPH ", 5" TAIL, ANF_ERR_SYNTAX, ANF_CODE_JSON_BAD_VALUE, 1, 0,
     "content[1]: expected an object, found a number"},
    /* values */
    {HEAD "\"term\": 0}", ANF_ERR_MODEL, ANF_CODE_JSON_BAD_VALUE, 1, 0, "term: this value"},
    {HEAD "\"kind\": \"rede\"}", ANF_ERR_MODEL, ANF_CODE_JSON_BAD_VALUE, 1, 0, "kind: this value"},
    {HEAD "\"asked\": \"2023-02-29\"}", ANF_ERR_MODEL, ANF_CODE_JSON_BAD_VALUE, 1, 0,
     "asked: this value"},
    {HEAD "\"title\": \"a\\nb\"}", ANF_ERR_SYNTAX, ANF_CODE_JSON_BAD_VALUE, 1, 0,
     "title: holds a character"},
    {HEAD "\"askers\": [{\"role\": \"Rednerin\"}]}", ANF_ERR_MODEL, ANF_CODE_JSON_BAD_VALUE, 1, 0,
     "askers[0]: this value"},
    {HEAD "\"evidence\": [{\"field\": \"farbe\", \"rule\": \"r\"}]}", ANF_ERR_MODEL,
     ANF_CODE_JSON_BAD_VALUE, 1, 0, "evidence[0].field: there is no field of this name"},
    {HEAD "\"evidence\": [{\"line\": -1}]}", ANF_ERR_MODEL, ANF_CODE_JSON_BAD_VALUE, 1, 0,
     "evidence[0].line: this value"},
    {"[" ONE ", " HEAD "\"kind\": \"rede\"}]", ANF_ERR_MODEL, ANF_CODE_JSON_BAD_VALUE, 1, 0,
     "[1].kind: this value"},
    /* nodes */
    {CONTENT "{}" TAIL, ANF_ERR_SYNTAX, ANF_CODE_JSON_BAD_VALUE, 1, 0,
     "content[0]: has no \"type\""},
    {CONTENT "{\"type\": \"absatz\"}" TAIL, ANF_ERR_MODEL, ANF_CODE_JSON_BAD_VALUE, 1, 0,
     "content[0].type: there is no type \"absatz\""},
    {CONTENT "{\"type\": \"text\"}" TAIL, ANF_ERR_MODEL, ANF_CODE_JSON_BAD_VALUE, 1, 0,
     "content[0]: text is a string here"},
    {CONTENT "{\"type\": \"content\"}" TAIL, ANF_ERR_MODEL, ANF_CODE_JSON_BAD_VALUE, 1, 0,
     "content[0]: this value"},
    {CONTENT "{\"type\": \"section\"}" TAIL, ANF_ERR_SYNTAX, ANF_CODE_JSON_BAD_VALUE, 1, 0,
     "content[0]: has no \"role\""},
    {CONTENT "{\"type\": \"section\", \"role\": \"kapitel\"}" TAIL, ANF_ERR_MODEL,
     ANF_CODE_JSON_BAD_VALUE, 1, 0, "content[0].role: there is no role \"kapitel\""},
    {CONTENT "{\"type\": \"heading\", \"level\": 7}" TAIL, ANF_ERR_MODEL, ANF_CODE_JSON_BAD_VALUE,
     1, 0, "content[0].level: this value"},
    {CONTENT PARAGRAPH
     ", " PARAGRAPH
     ", {\"type\": \"quote\", \"children\": [{\"type\": \"heading\", \"level\": \"1\"}]}" TAIL,
     ANF_ERR_SYNTAX, ANF_CODE_JSON_BAD_VALUE, 1, 0,
     "content[2].children[0].level: expected a whole number, found a string"},
    {CONTENT "{\"type\": \"list\", \"ordered\": \"true\"}" TAIL, ANF_ERR_SYNTAX,
     ANF_CODE_JSON_BAD_VALUE, 1, 0, "content[0].ordered: expected true or false"},
    {CONTENT "{\"type\": \"image\", \"src\": 1}" TAIL, ANF_ERR_SYNTAX, ANF_CODE_JSON_BAD_VALUE, 1,
     0, "content[0].src: expected a string"},
    {CONTENT "{\"type\": \"paragraph\", \"children\": {}}" TAIL, ANF_ERR_SYNTAX,
     ANF_CODE_JSON_BAD_VALUE, 1, 0, "content[0].children: expected an array"},
    {CONTENT "{\"type\": \"paragraph\", \"children\": [\"a\\u0007\"]}" TAIL, ANF_ERR_SYNTAX,
     ANF_CODE_JSON_BAD_VALUE, 1, 0, "content[0].children[0]: holds a character"},
    {CONTENT "{\"type\": \"paragraph\", \"children\": [" PARAGRAPH "]}" TAIL, ANF_ERR_MODEL,
     ANF_CODE_JSON_BAD_VALUE, 1, 0, "content[0].children[0]: this value"},
    /* what only the end shows */
    {CONTENT "{\"type\": \"list\"}" TAIL, ANF_ERR_MODEL, ANF_CODE_INCOMPLETE_CONTENT, 0, 0, ""},
};

START_TEST(faults)
{
    const char *message = fault_cases[_i].message;
    const char *json = fault_cases[_i].json;
    ck_assert_int_eq(status_of(json, strlen(json)), fault_cases[_i].status);
    ck_assert_uint_eq(said.count, 1);
    ck_assert_uint_eq(said.items[0].code, fault_cases[_i].code);
    ck_assert_int_eq(said.items[0].severity, ANF_SEVERITY_ERROR);
    ck_assert_msg(strncmp(said.items[0].message, message, strlen(message)) == 0, "%s",
                  said.items[0].message);
    if (fault_cases[_i].line)
        ck_assert_uint_eq(said.items[0].line, fault_cases[_i].line);
    if (fault_cases[_i].column)
        ck_assert_uint_eq(said.items[0].column, fault_cases[_i].column);
}
END_TEST

/* Every start of a sound file is an error with a reason, never a crash. */
START_TEST(cut_anywhere)
{
    char *line = fixture("full.json");
    for (size_t len = 1; len + 1 < strlen(line); len += 7) {
        said.count = 0;
        ck_assert_int_lt(status_of(line, len), ANF_OK);
        ck_assert_uint_ge(said.count, 1);
    }
    free(line);
}
END_TEST

/* --- limits --- */

/* HEAD, depth times the opening, as often the closing. */
static char *
nested(const char *open, const char *close, size_t depth)
{
    char *json = calloc(strlen(CONTENT) + depth * (strlen(open) + strlen(close)) + sizeof TAIL, 1);
    ck_assert_ptr_nonnull(json);
    char *at = stpcpy(json, CONTENT);
    for (size_t i = 0; i < depth; i++)
        at = stpcpy(at, open);
    for (size_t i = 0; i < depth; i++)
        at = stpcpy(at, close);
    strcpy(at, TAIL);
    return json;
}

START_TEST(depth_is_limited)
{
    static const char open[] = "{\"type\": \"quote\", \"children\": [", close[] = "]}";
    enum { SOUND = 200, TOO_DEEP = 300, BEYOND_JANSSON = 3000 };
    char *json = nested(open, close, SOUND);
    ck_assert_int_eq(status_of(json, strlen(json)), ANF_OK);
    free(json);
    json = nested(open, close, TOO_DEEP);
    ck_assert_int_eq(status_of(json, strlen(json)), ANF_ERR_LIMIT);
    ck_assert_uint_eq(said.items[0].code, ANF_CODE_TOO_DEEP);
    free(json);
    json = nested(open, close, BEYOND_JANSSON);
    said.count = 0;
    ck_assert_int_eq(status_of(json, strlen(json)), ANF_ERR_LIMIT);
    ck_assert_uint_eq(said.items[0].code, ANF_CODE_TOO_DEEP);
    free(json);
}
END_TEST

START_TEST(nodes_are_limited)
{
    static const char json[] = CONTENT PARAGRAPH "," PARAGRAPH "," PARAGRAPH TAIL;
    ck_assert_int_eq(anf_context_set_limit(ctx, ANF_LIMIT_NODES, 4), ANF_OK);
    ck_assert_int_eq(status_of(json, sizeof json - 1), ANF_ERR_LIMIT);
    ck_assert_uint_eq(said.items[0].code, ANF_CODE_TOO_MANY_NODES);
}
END_TEST

/* Empty arrays are cheap to write and dear to parse: they are refused before they are parsed. */
START_TEST(containers_are_limited)
{
    enum { EMPTY = 5000 };
    char *json = nested("[],", "", EMPTY);
    ck_assert_int_eq(anf_context_set_limit(ctx, ANF_LIMIT_NODES, 100), ANF_OK);
    ck_assert_int_eq(status_of(json, strlen(json)), ANF_ERR_LIMIT);
    ck_assert_uint_eq(said.items[0].code, ANF_CODE_TOO_MANY_NODES);
    free(json);
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

int
main(void)
{
    Suite *suite = suite_create("json_faults");
    TCase *refusing = tcase_create("refusing");
    tcase_add_checked_fixture(refusing, set_up, tear_down);
    tcase_add_loop_test(refusing, faults, 0, COUNT(fault_cases));
    tcase_add_test(refusing, cut_anywhere);
    tcase_add_test(refusing, depth_is_limited);
    tcase_add_test(refusing, nodes_are_limited);
    tcase_add_test(refusing, containers_are_limited);
    suite_add_tcase(suite, refusing);
    return run_suite(suite);
}
