/* page_print.h: a page as text that a test can compare. */
#ifndef TESTS_PAGE_PRINT_H
#define TESTS_PAGE_PRINT_H

#include <anfrage/anfrage.h>

/* One line for each block: its place, its kind, its text, its spans. "main/list#/item3 P eins|zwei
 * [a 0-4 x.html]" is a paragraph with two lines in the third item of an ordered list. "!" marks
 * what is hidden, "." is the root. For free(). */
char *print_page(const struct anf_page *page);

#endif
