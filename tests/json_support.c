/* json_support.c: what the tests of JSON share. */
#include "json_support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct said said;
struct anf_context *ctx;

static void
note_diagnostic(const struct anf_diagnostic *diagnostic, void *user)
{
    (void)user;
    if (said.count < SAID_MOST) {
        said.items[said.count].severity = diagnostic->severity;
        said.items[said.count].code = diagnostic->code;
        said.items[said.count].line = diagnostic->line;
        said.items[said.count].column = diagnostic->column;
        snprintf(said.items[said.count].message, TEXT_SIZE, "%s", diagnostic->message);
    }
    said.count++;
}

void
set_up(void)
{
    said.count = 0;
    ctx = anf_context_new();
    ck_assert_ptr_nonnull(ctx);
    anf_context_set_diagnostic_fn(ctx, note_diagnostic, NULL);
    ck_assert_int_eq(anf_context_load_plugins(ctx, NULL), ANF_OK);
}

void
tear_down(void)
{
    anf_context_unref(ctx);
}

int
write_on(struct anf_inquiry *inquiry, void *user)
{
    struct output *output = user;
    output->inquiries++;
    return anf_write(ctx, inquiry, "json", output->options, output->sink);
}

int
rewrite_bytes(const char *json, size_t len, const char *const *options, char **ret_text)
{
    struct anf_source *source = anf_source_new_memory("anfrage.json", json, len);
    struct output output = {.sink = anf_sink_new_memory(), .options = options};
    ck_assert_ptr_nonnull(source);
    ck_assert_ptr_nonnull(output.sink);
    int status = anf_read(ctx, source, "json", NULL, write_on, &output);
    *ret_text = anf_sink_steal(output.sink, NULL);
    anf_sink_unref(output.sink);
    anf_source_unref(source);
    return status;
}

int
status_of(const char *json, size_t len)
{
    char *text;
    int status = rewrite_bytes(json, len, NULL, &text);
    anf_free(text);
    return status;
}

char *
fixture(const char *name)
{
    const char *folder = getenv("ANFRAGE_TESTS");
    char path[TEXT_SIZE];
    snprintf(path, sizeof path, "%s/fixtures/json/%s", folder ? folder : ".", name);
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file != NULL, "%s", path);
    ck_assert_int_eq(fseek(file, 0, SEEK_END), 0);
    long size = ftell(file);
    ck_assert_int_gt(size, 0);
    rewind(file);
    char *text = calloc((size_t)size + 1, 1);
    ck_assert_ptr_nonnull(text);
    ck_assert_uint_eq(fread(text, 1, (size_t)size, file), (size_t)size);
    fclose(file);
    return text;
}

static int
keep(struct anf_inquiry *inquiry, void *user)
{
    struct anf_inquiry **kept = user;
    anf_inquiry_unref(*kept);
    *kept = anf_inquiry_ref(inquiry);
    return ANF_OK;
}

struct anf_inquiry *
read_json(const char *json)
{
    struct anf_inquiry *inquiry = NULL;
    struct anf_source *source = anf_source_new_memory("anfrage.json", json, strlen(json));
    ck_assert_int_eq(anf_read(ctx, source, "json", NULL, keep, &inquiry), ANF_OK);
    anf_source_unref(source);
    ck_assert_ptr_nonnull(inquiry);
    return inquiry;
}
