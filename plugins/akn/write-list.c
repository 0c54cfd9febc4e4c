/* write-list.c: lists, in the plainest form that holds them: ul or ol, whose items hold paragraphs
 * and such lists and no printed number, else blockList. */
#include "write.h"

#include <string.h>

enum list_form { FORM_UNKNOWN = 0, FORM_PLAIN, FORM_FULL };

/* What li/@value may say: a count, as it would be printed. */
static int
is_count(const char *number)
{
    enum { MOST_DIGITS = 9 };
    size_t len = strlen(number);
    return len <= MOST_DIGITS && number[0] != '0' && strspn(number, "0123456789") == len;
}

/* Looks at every list within the items, so that each list of a nest is looked at once. */
static enum list_form
find_form(struct anf__akn_writer *w, const struct anf_node *list)
{
    enum list_form form = FORM_PLAIN;
    int ordered = anf_node_get_number(list, ANF_ATTRIBUTE_ORDERED) != 0;
    for (const struct anf_node *i = anf_node_first(list); i; i = anf_node_next(i)) {
        const char *number = anf_node_get(i, ANF_ATTRIBUTE_NUMBER);
        if (number && (!ordered || !is_count(number)))
            form = FORM_FULL;
        for (const struct anf_node *n = anf_node_first(i); n; n = anf_node_next(n)) {
            int kind = anf_node_kind(n);
            if (kind == ANF_NODE_LIST ? find_form(w, n) == FORM_FULL : kind != ANF_NODE_PARAGRAPH)
                form = FORM_FULL;
        }
    }
    w->lists[anf_node_index(list)] = (unsigned char)form;
    return form;
}

static void
write_plain_item(struct anf__akn_writer *w, const struct anf_node *item)
{
    anf__akn_start(w, item, ANF__AKN_EID_LI, NULL);
    anf__markup_attribute(&w->out.markup, "value", anf_node_get(item, ANF_ATTRIBUTE_NUMBER));
    anf__akn_put_eid(w);
    anf__akn_write_from(w, anf_node_first(item));
    anf__akn_end(w, ANF__AKN_EID_LI);
}

static void
write_full_item(struct anf__akn_writer *w, const struct anf_node *item)
{
    const char *number = anf_node_get(item, ANF_ATTRIBUTE_NUMBER);
    anf__akn_start(w, item, ANF__AKN_EID_ITEM, number);
    anf__akn_put_eid(w);
    anf__akn_write_num(w, number);
    anf__akn_write_blocks(w, anf_node_first(item));
    anf__akn_end(w, ANF__AKN_EID_ITEM);
}

void
anf__akn_write_list(struct anf__akn_writer *w, const struct anf_node *list)
{
    int ordered = anf_node_get_number(list, ANF_ATTRIBUTE_ORDERED) != 0;
    unsigned form = w->lists[anf_node_index(list)];
    if (form == FORM_UNKNOWN)
        form = find_form(w, list);
    enum anf__akn_eid element = ordered ? ANF__AKN_EID_OL : ANF__AKN_EID_UL;
    if (form == FORM_FULL)
        element = ANF__AKN_EID_BLOCK_LIST;
    anf__akn_start(w, list, element, NULL);
    if (form == FORM_FULL)
        anf__markup_attribute(&w->out.markup, "class",
                              ordered ? ANF__AKN_ORDERED : ANF__AKN_UNORDERED);
    anf__akn_put_eid(w);
    for (const struct anf_node *i = anf_node_first(list); i; i = anf_node_next(i)) {
        if (form == FORM_FULL)
            write_full_item(w, i);
        else
            write_plain_item(w, i);
    }
    anf__akn_end(w, element);
}
