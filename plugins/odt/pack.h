/* pack.h: the ZIP archive of a document, the same bytes for the same parts. */
#ifndef ANF_ODT_PACK_H
#define ANF_ODT_PACK_H

#include <anfrage/plugin.h>

struct anf__odt_part {
    const char *name;
    const char *media_type; /* in the manifest; NULL: not listed there */
    const char *data;       /* NULL: a folder that the manifest names */
    size_t len;
};

/* Archive the parts into sink, in their order; the first one is not compressed. */
ANF_CHECKED int anf__odt_pack(struct anf_call *call, const struct anf__odt_part *parts,
                              size_t count, struct anf_sink *sink);

#endif
