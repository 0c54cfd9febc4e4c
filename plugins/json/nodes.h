/* nodes.h: the content of an inquiry in JSON. */
#ifndef ANF_JSON_NODES_H
#define ANF_JSON_NODES_H

#include "emit.h"
#include "reader.h"

/* The children of a node, an array. A string is text. */
void anf__json_write_children(struct anf__json_emitter *emitter, const struct anf_node *parent);
ANF_CHECKED int anf__json_read_children(struct anf__json_reader *reader,
                                        const struct anf__json_path *path, json_t *array,
                                        struct anf_node *parent);

#endif
