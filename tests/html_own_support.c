/* html_own_support.c: what the tests of the HTML writer and of the reader of its pages share. */
#include "html_own_support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *
written(const struct anf_inquiry *inquiry, const char *format)
{
    struct anf_sink *sink = anf_sink_new_memory();
    ck_assert_int_eq(anf_write(ctx, inquiry, format, NULL, sink), ANF_OK);
    ck_assert_int_eq(anf_sink_commit(sink, ctx), ANF_OK);
    char *text = anf_sink_steal(sink, NULL);
    ck_assert_ptr_nonnull(text);
    anf_sink_unref(sink);
    return text;
}

char *
page_of(const struct anf_inquiry *inquiry)
{
    return written(inquiry, "html");
}

char *
json_of(const struct anf_inquiry *inquiry)
{
    return written(inquiry, "json");
}

char *
page_of_json(const char *fields, const char *content)
{
    char *json;
    ck_assert_int_gt(
        asprintf(&json, "{\"schema\":\"anfrage-json/1\",%s\"content\":%s}", fields, content), 0);
    struct anf_inquiry *inquiry = read_json(json);
    char *page = page_of(inquiry);
    anf_inquiry_unref(inquiry);
    free(json);
    return page;
}

struct anf_inquiry *
read_page(const char *page)
{
    struct anf_inquiry *inquiry = NULL;
    struct anf_source *source = anf_source_new_memory("seite.html", page, strlen(page));
    if (anf_read_one(ctx, source, NULL, NULL, &inquiry) != ANF_OK)
        inquiry = NULL;
    anf_source_unref(source);
    return inquiry;
}

char *
edited(const char *page, const char *from, const char *to)
{
    char *result;
    const char *found = strstr(page, from);
    ck_assert_msg(found != NULL, "not on the page: %s", from);
    ck_assert_int_gt(
        asprintf(&result, "%.*s%s%s", (int)(found - page), page, to, found + strlen(from)), 0);
    return result;
}

void
expect_in(const char *page, const char *expected)
{
    ck_assert_msg(strstr(page, expected) != NULL, "lacks: %s\n%s", expected, page);
}

void
expect_not_in(const char *page, const char *unexpected)
{
    ck_assert_msg(strstr(page, unexpected) == NULL, "has: %s\n%s", unexpected, page);
}
