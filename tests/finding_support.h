/* finding_support.h: what the tests of findings share. */
#ifndef TESTS_FINDING_SUPPORT_H
#define TESTS_FINDING_SUPPORT_H

#include "support.h"

/* The checked fixture: an inquiry whose fields are sound, without content. */
extern struct anf_context *ctx;
extern struct anf_inquiry *inquiry;
void set_up(void);
void tear_down(void);

void set(int field, const char *value);

/* What is found, each with its line feed: "205 content/exchange 2/question 2.\n" … */
void expect(const char *findings);

struct anf_node *root(void);
struct anf_node *node_in(struct anf_node *parent, int kind);
struct anf_node *section_in(struct anf_node *parent, int role, const char *number);
struct anf_node *block_in(struct anf_node *parent, int kind, const char *text);
/* An exchange with a question that has a number, and with an answer; each may be NULL. */
struct anf_node *exchange(const char *number, const char *answer);

#endif
