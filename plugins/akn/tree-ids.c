/* tree-ids.c: the ids of a document: eId since 3.0, id before. A sorted table finds them in any
 * number. */
#include "tree.h"

#include <stdlib.h>
#include <string.h>

struct entry {
    const char *id;
    const struct anf__akn_element
        *scope; /* an id stands once in a document, not in a file of many */
    struct anf__akn_element *element;
    size_t order;
};

static const char *
id_of(const struct anf__akn_element *element)
{
    const char *id = element->name ? anf__akn_tree_value(element, "eId") : NULL;
    return id || !element->name ? id : anf__akn_tree_value(element, "id");
}

static const struct anf__akn_element *
scope_of(const struct anf__akn_element *element)
{
    while (element->parent && element->parent->meaning != ANF__MEANS_ATTACHED)
        element = element->parent;
    return element;
}

static int
compare_addresses(const void *a, const void *b)
{
    uintptr_t left = (uintptr_t)a, right = (uintptr_t)b;
    return (left > right) - (left < right);
}

/* By id; among equal ones by document, and in its order. */
static int
compare_entries(const void *a, const void *b)
{
    const struct entry *left = a, *right = b;
    int order = strcmp(left->id, right->id);
    if (order == 0)
        order = compare_addresses(left->scope, right->scope);
    return order ? order : (left->order > right->order) - (left->order < right->order);
}

static size_t
count_ids(const struct anf__akn_element *root)
{
    size_t count = 0;
    for (const struct anf__akn_element *e = root; e; e = anf__akn_tree_step(e, root))
        count += id_of(e) != NULL;
    return count;
}

static void
collect_ids(struct anf__akn_element *root, struct entry *entries)
{
    size_t count = 0;
    for (struct anf__akn_element *e = root; e; e = anf__akn_tree_step(e, root)) {
        const char *id = id_of(e);
        if (!id)
            continue;
        entries[count] = (struct entry){id, scope_of(e), e, count};
        ++count;
    }
}

/* The first, in the order of the document, of those that came after another of their id. */
static const struct anf__akn_element *
find_repeated(const struct entry *entries, size_t count)
{
    const struct entry *first = NULL;
    for (size_t i = 1; i < count; ++i) {
        int same = strcmp(entries[i].id, entries[i - 1].id) == 0 &&
                   entries[i].scope == entries[i - 1].scope;
        if (same && (!first || entries[i].order < first->order))
            first = &entries[i];
    }
    return first ? first->element : NULL;
}

static int
is_referred_to(const struct anf__akn_element *element)
{
    const struct anf__akn_element *parent = element->parent;
    return parent && parent->name &&
           (strcmp(parent->name, "references") == 0 || strcmp(element->name, "note") == 0);
}

static int
keep_known(struct anf__akn_tree *tree, const struct entry *entries, size_t count)
{
    tree->known = malloc((count + 1) * sizeof *tree->known);
    if (!tree->known)
        return ANF_ERR_NOMEM;
    for (size_t i = 0; i < count; ++i) {
        size_t known = tree->known_count;
        int is_new = !known || strcmp(tree->known[known - 1].id, entries[i].id) != 0;
        if (is_new && is_referred_to(entries[i].element))
            tree->known[tree->known_count++] = (struct anf__akn_id){entries[i].id,
                                                                    entries[i].element};
    }
    return ANF_OK;
}

int
anf__akn_tree_index(struct anf__akn_tree *tree)
{
    size_t count = count_ids(tree->root);
    struct entry *entries = malloc((count + 1) * sizeof *entries);
    if (!entries)
        return ANF_ERR_NOMEM;
    collect_ids(tree->root, entries);
    qsort(entries, count, sizeof *entries, compare_entries);
    tree->repeated = find_repeated(entries, count);
    int status = keep_known(tree, entries, count);
    free(entries);
    return status;
}

static int
compare_ids(const void *key, const void *known)
{
    return strcmp(key, ((const struct anf__akn_id *)known)->id);
}

struct anf__akn_element *
anf__akn_tree_find(const struct anf__akn_tree *tree, const char *reference)
{
    if (!reference || !tree->known_count)
        return NULL;
    const struct anf__akn_id *found = bsearch(reference + (*reference == '#'), tree->known,
                                              tree->known_count, sizeof *found, compare_ids);
    return found ? found->element : NULL;
}
