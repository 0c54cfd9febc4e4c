/* prune.c: smaller and smaller inquiries, to find the one thing that a failure needs. */
#include "prune.h"

struct pruning {
    uint32_t index;
    enum prune_cut cut;
};

static int copy_children(struct anf_node *to, const struct anf_node *from,
                         const struct pruning *pruning);

static int
copy_attributes(struct anf_node *to, const struct anf_node *from)
{
    int status = ANF_OK;
    for (int i = ANF_ATTRIBUTE_NUMBER; i <= ANF_ATTRIBUTE_MARKER && status == ANF_OK; ++i) {
        const char *value = anf_node_get(from, i);
        if (value)
            status = anf_node_set(to, i, value);
    }
    return status;
}

static int
copy_node(struct anf_node *parent, const struct anf_node *from, const struct pruning *pruning)
{
    int kind = anf_node_kind(from);
    struct anf_node *copy = NULL;
    if (kind == ANF_NODE_TEXT) {
        size_t len;
        const char *text = anf_node_text(from, &len);
        return anf_node_add_text(parent, text, len);
    }
    int status = kind == ANF_NODE_SECTION ? anf_node_add_section(parent, anf_node_role(from), &copy)
                                          : anf_node_add(parent, kind, &copy);
    if (status == ANF_OK)
        status = copy_attributes(copy, from);
    return status == ANF_OK ? copy_children(copy, from, pruning) : status;
}

static int
copy_children(struct anf_node *to, const struct anf_node *from, const struct pruning *pruning)
{
    int status = ANF_OK;
    const struct anf_node *child = anf_node_first(from);
    for (; child && status == ANF_OK; child = anf_node_next(child)) {
        if (anf_node_index(child) != pruning->index)
            status = copy_node(to, child, pruning);
        else if (pruning->cut == PRUNE_NODE)
            status = copy_children(to, child, pruning);
    }
    return status;
}

int
prune_copy(struct anf_inquiry *to, const struct anf_inquiry *from, uint32_t index,
           enum prune_cut cut)
{
    struct pruning pruning = {.index = index, .cut = cut};
    int status = copy_children(anf_inquiry_root(to), anf_inquiry_content(from), &pruning);
    return status == ANF_OK ? anf_inquiry_check(to, NULL) : status;
}
