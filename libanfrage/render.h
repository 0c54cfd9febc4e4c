/* render.h: a part of the content as text for a person. */
#ifndef ANF_RENDER_H
#define ANF_RENDER_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include "buffer.h"

#include <anfrage/content.h>

/* Append the words of a node: a line for each block and line break, numbers before what they
 * number, cells side by side, footnotes in brackets. */
ANF_CHECKED int anf__render_words(const struct anf_node *node, struct anf__buffer *buffer);
/* Append what is in a node with all its markup: the same for two nodes only when these hold the
 * same. */
ANF_CHECKED int anf__render_markup(const struct anf_node *node, struct anf__buffer *buffer);

#endif
