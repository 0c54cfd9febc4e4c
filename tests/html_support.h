/* html_support.h: an HTML page as text that a test can compare. */
#ifndef TESTS_HTML_SUPPORT_H
#define TESTS_HTML_SUPPORT_H

#include "page_print.h"
#include "support.h"

/* What reading a page gave. */
struct html_reading {
    int status;
    uint32_t code; /* of the first error, ANF_CODE_NO_INQUIRY left out */
    uint32_t line; /* where that was */
    struct anf_page *page;
};

struct html_reading read_html(const void *data, size_t len);
/* With one limit set to another value. */
struct html_reading read_html_within(const void *data, size_t len, int limit, uint64_t value);
void end_reading(struct html_reading *reading);

/* The body of a page gives these blocks, each followed by a line feed. */
void expect_blocks(const char *body, const char *expected);
/* The same for a whole document. */
void expect_document(const char *html, const char *expected);

#endif
