/* html_own_support.h: what the tests of the HTML writer and of the reader of its pages share. */
#ifndef TESTS_HTML_OWN_SUPPORT_H
#define TESTS_HTML_OWN_SUPPORT_H

#include "json_support.h"

/* The page of an inquiry, for anf_free. */
char *page_of(const struct anf_inquiry *inquiry);
/* The page of the inquiry that JSON describes. fields: more members, or "" ; content: an array. */
char *page_of_json(const char *fields, const char *content);
/* The inquiry of a page; NULL: none. */
struct anf_inquiry *read_page(const char *page);
/* An inquiry as JSON, for anf_free. */
char *json_of(const struct anf_inquiry *inquiry);
/* The page with the first `from` replaced, which must be there; for free(). */
char *edited(const char *page, const char *from, const char *to);
/* Does the page hold these bytes? */
void expect_in(const char *page, const char *expected);
void expect_not_in(const char *page, const char *unexpected);

#endif
