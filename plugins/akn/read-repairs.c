/* read-repairs.c: repairs stand before the content and refer to elements of it by their eIds; a
 * sorted table of these finds them in any number. */
#include "read.h"

#include <stdlib.h>
#include <string.h>

static int
compare_targets(const void *a, const void *b)
{
    const struct anf__akn_target *left = a;
    const struct anf__akn_target *right = b;
    return strcmp(left->eid, right->eid);
}

static void
sort_targets(struct anf__akn_reader *r)
{
    size_t kept = 0;
    qsort(r->targets, r->target_count, sizeof *r->targets, compare_targets);
    for (size_t i = 0; i < r->target_count; ++i) {
        if (!kept || compare_targets(&r->targets[kept - 1], &r->targets[i]) != 0)
            r->targets[kept++] = r->targets[i];
    }
    r->target_count = kept;
}

int
anf__akn_expect_targets(struct anf__akn_reader *r)
{
    if (!r->repair_count || r->targets)
        return ANF_OK;
    r->targets = calloc(r->repair_count, sizeof *r->targets);
    if (!r->targets)
        return ANF_ERR_NOMEM;
    for (size_t i = 0; i < r->repair_count; ++i) {
        if (r->repairs[i].ref)
            r->targets[r->target_count++].eid = r->repairs[i].ref;
    }
    sort_targets(r);
    return ANF_OK;
}

static struct anf__akn_target *
find(struct anf__akn_reader *r, const char *eid)
{
    struct anf__akn_target wanted = {eid, NULL};
    if (!eid || !r->target_count)
        return NULL;
    return bsearch(&wanted, r->targets, r->target_count, sizeof *r->targets, compare_targets);
}

struct anf__akn_target *
anf__akn_find_target(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    return r->target_count ? find(r, anf__xml_value(element, "eId")) : NULL;
}

int
anf__akn_add_repairs(struct anf__akn_reader *r)
{
    int status = ANF_OK;
    for (size_t i = 0; i < r->repair_count && status == ANF_OK; ++i) {
        const struct anf__akn_repair *read = &r->repairs[i];
        const struct anf__akn_target *target = find(r, read->ref);
        struct anf_repair repair = {
            ANF_REPAIR_INIT,
            .kind = read->kind,
            .was = read->was,
            .now = read->now,
            .node = target ? target->node : NULL,
        };
        status = anf__akn_note_value(&r->at, anf_inquiry_add_repair(r->at.inquiry, &repair),
                                     "repair");
    }
    return status;
}
