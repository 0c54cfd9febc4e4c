/* attribute.h: looking at the attributes of a tag. */
#ifndef ANF_HTML_ATTRIBUTE_H
#define ANF_HTML_ATTRIBUTE_H

#include <libxml/xmlstring.h>
#include <stdint.h>

/* Attributes come as names and values in turn, up to a NULL; NULL: there are none. "": it is there
 * without a value. */
const char *anf__html_attribute(const xmlChar **attributes, const char *name);
/* A decimal number, within bounds; what is no number is otherwise. */
int32_t anf__html_number(const char *text, int32_t least, int32_t most, int32_t otherwise);
/* Equal but for the case of ASCII letters; a may be NULL. */
int anf__html_same(const char *a, const char *b);
/* Is word, in any case, one of the words? */
int anf__html_has_word(const char *words, const char *word);
/* Does an element say that it is not shown? */
int anf__html_is_hidden(const char *name, const xmlChar **attributes);

#endif
