/* akn_support.h: what the tests of Akoma Ntoso share. Every function fails the test where it cannot
 * do what it says. */
#ifndef TESTS_AKN_SUPPORT_H
#define TESTS_AKN_SUPPORT_H

#include "log.h"
#include "support.h"

#define AKN_NAMESPACE "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
#define AKN_OWN       "xmlns:anf=\"tag:libanfrage,2026:meta\""

/* Of the test that runs, with the plugins. */
extern struct anf_context *akn_ctx;
extern struct log akn_said;

TCase *akn_new_case(Suite *suite, const char *name);

struct anf_inquiry *akn_new_inquiry(void);
void akn_set_field(struct anf_inquiry *inquiry, int field, const char *value);
struct anf_node *akn_add(struct anf_node *parent, int kind);
struct anf_node *akn_add_section(struct anf_node *parent, int role);
void akn_add_text(struct anf_node *parent, const char *text);
void akn_set(struct anf_node *node, int attribute, const char *value);

/* To be given to anf_free. */
char *akn_written(const struct anf_inquiry *inquiry, const char *const *options);
/* Is part in what is written of the inquiry? */
void akn_assert_writes(const struct anf_inquiry *inquiry, const char *part);
/* The first child of the node is this text. */
void akn_assert_text(const struct anf_node *node, const char *text);

/* A file of fixtures/akn, to be freed. */
char *akn_fixture(const char *name);
int akn_read_status(const char *text, size_t len, struct anf_inquiry **ret_inquiry);
struct anf_inquiry *akn_read_text(const char *text);
/* A document of ours around the attributes of anf:anfrage, further elements of ours, a body. */
struct anf_inquiry *akn_read_document(const char *fields, const char *others, const char *body);

#endif
