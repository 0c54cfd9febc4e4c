/* dump.h: an inquiry, line by line, for a person who looks for a difference. */
#ifndef TESTS_DUMP_H
#define TESTS_DUMP_H

#include <anfrage/anfrage.h>

#include <stdio.h>

/* All that anf_inquiry_equal compares; every present text in quotes, whatever is not printable
 * ASCII as \xNN. */
void dump_inquiry(FILE *out, const struct anf_inquiry *inquiry);

/* Both inquiries to standard error, their first different lines before all. */
void dump_difference(const struct anf_inquiry *a, const struct anf_inquiry *b);

#endif
