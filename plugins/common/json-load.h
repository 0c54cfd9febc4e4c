/* json-load.h: parsing JSON with jansson so that neither its size nor a lack of memory surprises.
 */
#ifndef ANF_PLUGIN_JSON_LOAD_H
#define ANF_PLUGIN_JSON_LOAD_H

#include <anfrage/plugin.h>

#include <jansson.h>

/* An object or array at the beginning of some bytes, as far as brackets and quotation marks tell.
 */
struct anf__json_extent {
    size_t length;       /* all bytes, where it has no end */
    uint64_t containers; /* objects and arrays, itself included */
    size_t longest;      /* bytes of its longest string, number or word */
    int has_end;
};
struct anf__json_extent anf__json_measure(const char *data, size_t len);

/* json_loadb() of that object or array; memory that ran out always ends in
 * json_error_out_of_memory. Columns in ret_error are right, its line is one too high. */
ANF_CHECKED json_t *anf__json_load(const char *data, const struct anf__json_extent *extent,
                                   size_t flags, json_error_t *ret_error);

#endif
