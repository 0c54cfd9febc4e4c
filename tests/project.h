/* project.h: what a format that cannot hold all of an inquiry holds of it. */
#ifndef TESTS_PROJECT_H
#define TESTS_PROJECT_H

#include <anfrage/anfrage.h>

/* The inquiry without what text does not hold: the list in docs/formats.md, item by item. NULL: out
 * of memory, or the model refused a part. */
struct anf_inquiry *project_to_text(struct anf_context *ctx, const struct anf_inquiry *inquiry);

/* Take away where the inquiry was read from; its repairs stay. */
void project_without_provenance(struct anf_inquiry *inquiry);

#endif
