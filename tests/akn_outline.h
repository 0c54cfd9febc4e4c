/* akn_outline.h: the content of an inquiry as one line of text, to be compared. */
#ifndef TESTS_AKN_OUTLINE_H
#define TESTS_AKN_OUTLINE_H

#include <anfrage/anfrage.h>

/* "exchange number=1(question(paragraph(Was?)))": role or kind, attributes, children. To be
 * freed. */
char *akn_outline(const struct anf_inquiry *inquiry);
/* All texts of the content, without white space. To be freed. */
char *akn_letters(const struct anf_inquiry *inquiry);

#endif
