/* recognised.h: pages for tests of the recogniser, from a few lines of text. */
#ifndef TESTS_RECOGNISED_H
#define TESTS_RECOGNISED_H

#include "page.h"

/* A recognised page. Paragraphs stand between blank lines; "# " begins a heading of level 1, "## "
 * of level 2, "- " an item of a list, "[nav]" a paragraph in a navigation, "[wrapped]" one whose
 * lines were wrapped, "[row]a|b" a row of a table,
 * "[link]ADDRESS words" a link. status gets what anf__recognise returned. */
struct anf_page *recognised_page(struct anf_context *ctx, const char *text, int *status);

/* The same for a page that a test has built itself. */
int recognise_page(struct anf_context *ctx, struct anf_page *page);

/* Fail the test unless the page of this text holds an inquiry whose field has the value; NULL: has
 * none. */
void assert_recognised(struct anf_context *ctx, const char *text, int field, const char *value);

/* The inquiry's askers, as "Eva Muster|SPD; *SPD|SPD; +": a group has a star, a plus stands for
 * others. Likewise who answers. */
void assert_askers(struct anf_context *ctx, const char *text, const char *askers);
void assert_answerers(struct anf_context *ctx, const char *text, const char *answerers);

/* Fail the test unless the fates cover every byte of every block once, and the text whose fate is
 * content of an inquiry is the text of its content, but for white space and restored initials. */
void check_partition(const struct anf_page *page);

/* All text below a node, each block followed by a blank. Give it to free. */
char *text_below(const struct anf_node *node);

/* The content as one line: sections by their roles, nodes by their kinds, and what is in them in
 * brackets: question[1.](paragraph(Wie alt?)). Give it to free. */
char *describe_content(const struct anf_inquiry *inquiry);

/* A page and its content, described. */
struct page_example {
    const char *page, *content;
};

void check_example(struct anf_context *ctx, const struct page_example *example);

/* The first section of a role, in document order; NULL: none. */
const struct anf_node *find_role(const struct anf_node *node, int role);

#endif
