/* stating.h: for tests of what a reader states: one page, and what is recognised on it. */
#ifndef TESTS_STATING_H
#define TESTS_STATING_H

#include "log.h"
#include "recognised.h"

#include <anfrage/plugin.h>
#include <check.h>

/* Of the test at hand: made by set_up_page, let go of by tear_down_page. */
extern struct anf_context *ctx;
extern struct anf_page *page;
extern struct log messages;

void set_up_page(void);
void tear_down_page(void);

/* Each must succeed. */
void state(int field, const char *value, const char *member);
void state_person(int field, const char *name, const char *party, int group);
void add_block(const char *text);
void open_record(void);

/* A Kleine Anfrage of the Bundestag, 18/12, with two questions. */
extern const char paper[];

/* The inquiry at an index; 0 recognises the page first. */
struct anf_inquiry *recognised(uint32_t index);
void check_field(const struct anf_inquiry *inquiry, int field, const char *value);

#endif
