/* akn_support.c: what the tests of Akoma Ntoso share. */
#include "akn_support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct anf_context *akn_ctx;
struct log akn_said;

static void
set_up(void)
{
    log_clear(&akn_said);
    akn_ctx = anf_context_new();
    ck_assert_ptr_nonnull(akn_ctx);
    anf_context_set_diagnostic_fn(akn_ctx, log_diagnostic, &akn_said);
    ck_assert_int_eq(anf_context_load_plugins(akn_ctx, NULL), ANF_OK);
}

static void
tear_down(void)
{
    akn_ctx = anf_context_unref(akn_ctx);
}

TCase *
akn_new_case(Suite *suite, const char *name)
{
    TCase *tests = tcase_create(name);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    suite_add_tcase(suite, tests);
    return tests;
}

char *
akn_written(const struct anf_inquiry *inquiry, const char *const *options)
{
    struct anf_sink *sink = anf_sink_new_memory();
    ck_assert_ptr_nonnull(sink);
    ck_assert_int_eq(anf_write(akn_ctx, inquiry, "akn", options, sink), ANF_OK);
    ck_assert_int_eq(anf_sink_commit(sink, akn_ctx), ANF_OK);
    char *text = anf_sink_steal(sink, NULL);
    ck_assert_ptr_nonnull(text);
    anf_sink_unref(sink);
    return text;
}

int
akn_read_status(const char *text, size_t len, struct anf_inquiry **ret_inquiry)
{
    struct anf_source *source = anf_source_new_memory("test.xml", text, len);
    ck_assert_ptr_nonnull(source);
    int status = anf_read_one(akn_ctx, source, "akn", NULL, ret_inquiry);
    anf_source_unref(source);
    return status;
}

struct anf_inquiry *
akn_read_text(const char *text)
{
    struct anf_inquiry *inquiry = NULL;
    ck_assert_int_eq(akn_read_status(text, strlen(text), &inquiry), ANF_OK);
    return inquiry;
}

struct anf_inquiry *
akn_read_document(const char *fields, const char *others, const char *body)
{
    char *text = NULL;
    ck_assert_int_gt(asprintf(&text,
                              "<akomaNtoso xmlns=\"" AKN_NAMESPACE "\"><doc name=\"anfrage\"><meta>"
                              "<proprietary source=\"#x\" " AKN_OWN "><anf:anfrage %s/>%s"
                              "</proprietary></meta><mainBody " AKN_OWN ">%s</mainBody></doc>"
                              "</akomaNtoso>",
                              fields, others, body),
                     0);
    struct anf_inquiry *inquiry = akn_read_text(text);
    free(text);
    return inquiry;
}

struct anf_inquiry *
akn_new_inquiry(void)
{
    struct anf_inquiry *inquiry = anf_inquiry_new(akn_ctx);
    ck_assert_ptr_nonnull(inquiry);
    return inquiry;
}

struct anf_node *
akn_add(struct anf_node *parent, int kind)
{
    struct anf_node *node = NULL;
    ck_assert_int_eq(anf_node_add(parent, kind, &node), ANF_OK);
    return node;
}

struct anf_node *
akn_add_section(struct anf_node *parent, int role)
{
    struct anf_node *node = NULL;
    ck_assert_int_eq(anf_node_add_section(parent, role, &node), ANF_OK);
    return node;
}

void
akn_add_text(struct anf_node *parent, const char *text)
{
    ck_assert_int_eq(anf_node_add_text(parent, text, strlen(text)), ANF_OK);
}

void
akn_set(struct anf_node *node, int attribute, const char *value)
{
    ck_assert_int_eq(anf_node_set(node, attribute, value), ANF_OK);
}

void
akn_assert_writes(const struct anf_inquiry *inquiry, const char *part)
{
    char *text = akn_written(inquiry, NULL);
    ck_assert_msg(strstr(text, part), "%s\nis not in\n%s", part, text);
    anf_free(text);
}

void
akn_assert_text(const struct anf_node *node, const char *text)
{
    ck_assert_str_eq(anf_node_text(anf_node_first(node), NULL), text);
}

char *
akn_fixture(const char *name)
{
    const char *tests = getenv("ANFRAGE_TESTS");
    char path[4096];
    snprintf(path, sizeof path, "%s/fixtures/akn/%s", tests ? tests : "tests", name);
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file != NULL, "%s", path);
    enum { ROOM = 1 << 20 };
    char *text = calloc(1, ROOM);
    ck_assert_ptr_nonnull(text);
    ck_assert_uint_gt(fread(text, 1, ROOM - 1, file), 0);
    fclose(file);
    return text;
}

void
akn_set_field(struct anf_inquiry *inquiry, int field, const char *value)
{
    ck_assert_int_eq(anf_inquiry_set(inquiry, field, value), ANF_OK);
}
