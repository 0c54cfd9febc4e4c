/* shown.c: building the tree of what a document shows. */
#include "shown.h"

#include <stdlib.h>
#include <string.h>

void
anf__odt_document_clear(struct anf__odt_document *document)
{
    free(document->nodes);
    free(document->runs);
    free(document->texts);
    *document = (struct anf__odt_document){0};
}

/* Room for more items; NULL: out of memory, and what was there is as it was. */
static void *
reserve(void *items, size_t count, size_t more, size_t *capacity, size_t size)
{
    if (more <= *capacity - count)
        return items;
    if (more > UINT32_MAX - count) /* an index would not do */
        return NULL;
    size_t wanted = (count + more) * 2;
    void *grown = reallocarray(items, wanted, size);
    if (grown)
        *capacity = wanted;
    return grown;
}

int
anf__odt_shown_begin(struct anf__odt_document *document)
{
    size_t offset;
    void *grown = reserve(document->nodes, 0, 256, &document->capacity, sizeof *document->nodes);
    if (!grown)
        return ANF_ERR_NOMEM;
    document->nodes = grown;
    document->nodes[0] = (struct anf__odt_shown){.kind = ANF__ODT_SHOWN_ROOT};
    document->count = 1;
    return anf__odt_shown_keep(document, "", 0, &offset);
}

int
anf__odt_shown_add(struct anf__odt_document *document, uint32_t parent,
                   enum anf__odt_shown_kind kind, uint32_t *ret_node)
{
    void *grown = reserve(document->nodes, document->count, 1, &document->capacity,
                          sizeof *document->nodes);
    if (!grown)
        return ANF_ERR_NOMEM;
    document->nodes = grown;
    uint32_t node = (uint32_t)document->count++;
    struct anf__odt_shown *above = &document->nodes[parent];
    document->nodes[node] = (struct anf__odt_shown){.kind = (uint8_t)kind, .parent = parent};
    if (above->last)
        document->nodes[above->last].next = node;
    else
        above->first = node;
    above->last = node;
    *ret_node = node;
    return ANF_OK;
}

int
anf__odt_shown_keep(struct anf__odt_document *document, const char *text, size_t len,
                    size_t *ret_offset)
{
    char *grown = reserve(document->texts, document->text_length, len + 1, &document->text_capacity,
                          1);
    if (!grown)
        return ANF_ERR_NOMEM;
    document->texts = grown;
    *ret_offset = document->text_length;
    memcpy(grown + document->text_length, text, len);
    grown[document->text_length + len] = '\0';
    document->text_length += len + 1;
    return ANF_OK;
}

int
anf__odt_shown_keep_runs(struct anf__odt_document *document, const struct anf__odt_run *runs,
                         size_t count)
{
    if (!count)
        return ANF_OK;
    void *grown = reserve(document->runs, document->run_count, count, &document->run_capacity,
                          sizeof *document->runs);
    if (!grown)
        return ANF_ERR_NOMEM;
    document->runs = grown;
    memcpy(document->runs + document->run_count, runs, count * sizeof *runs);
    document->run_count += count;
    return ANF_OK;
}

size_t
anf__odt_shown_end(const struct anf__odt_document *document, uint32_t node)
{
    while (node && !document->nodes[node].next)
        node = document->nodes[node].parent;
    return node ? document->nodes[node].next : document->count;
}
