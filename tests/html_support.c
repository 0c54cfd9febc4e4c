/* html_support.c: an HTML page as text that a test can compare. */
#include "html_support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- reading --- */

static void
on_diagnostic(const struct anf_diagnostic *diagnostic, void *user)
{
    struct html_reading *reading = user;
    if (diagnostic->severity != ANF_SEVERITY_ERROR || reading->code ||
        diagnostic->code == ANF_CODE_NO_INQUIRY)
        return;
    reading->code = diagnostic->code;
    reading->line = diagnostic->line;
}

struct html_reading
read_html_within(const void *data, size_t len, int limit, uint64_t value)
{
    struct html_reading reading = {0};
    struct anf_context *ctx = anf_context_new();
    struct anf_source *source = anf_source_new_memory("page.html", data, len);
    ck_assert(ctx && source);
    anf_context_set_diagnostic_fn(ctx, on_diagnostic, &reading);
    int status = anf_context_load_plugins(ctx, NULL);
    ck_assert(status == ANF_OK || status == ANF_ERR_UNSUPPORTED);
    if (limit)
        ck_assert_int_eq(anf_context_set_limit(ctx, limit, value), ANF_OK);
    reading.status = anf_read_page(ctx, source, "html", NULL, &reading.page);
    anf_source_unref(source);
    anf_context_set_diagnostic_fn(ctx, NULL, NULL);
    anf_context_unref(ctx);
    return reading;
}

struct html_reading
read_html(const void *data, size_t len)
{
    return read_html_within(data, len, 0, 0);
}

void
end_reading(struct html_reading *reading)
{
    reading->page = anf_page_unref(reading->page);
}

/* --- expecting --- */

void
expect_document(const char *html, const char *expected)
{
    struct html_reading reading = read_html(html, strlen(html));
    ck_assert_int_eq(reading.status, ANF_OK);
    char *printed = print_page(reading.page);
    ck_assert_str_eq(printed, expected);
    free(printed);
    end_reading(&reading);
}

void
expect_blocks(const char *body, const char *expected)
{
    static const char before[] = "<!DOCTYPE html><html><body>";
    char *html = malloc(sizeof before + strlen(body));
    ck_assert_ptr_nonnull(html);
    memcpy(html, before, sizeof before);
    strcat(html, body);
    expect_document(html, expected);
    free(html);
}
