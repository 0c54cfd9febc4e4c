/* akn_outline.c: the content of an inquiry as one line of text. */
#include "akn_outline.h"
#include "support.h"

#include <stdio.h>
#include <string.h>

static void
print_attributes(FILE *out, const struct anf_node *node)
{
    for (int i = ANF_ATTRIBUTE_NUMBER; i <= ANF_ATTRIBUTE_MARKER; ++i) {
        const char *value = anf_node_get(node, i);
        if (value)
            fprintf(out, " %s=%s", anf_attribute_name(i), value);
    }
}

static void
print_node(FILE *out, const struct anf_node *node)
{
    const char *role = anf_role_name(anf_node_role(node));
    fputs(role ? role : anf_node_kind_name(anf_node_kind(node)), out);
    print_attributes(out, node);
    fputc('(', out);
    for (const struct anf_node *n = anf_node_first(node); n; n = anf_node_next(n)) {
        if (anf_node_kind(n) == ANF_NODE_TEXT)
            fputs(anf_node_text(n, NULL), out);
        else
            print_node(out, n);
    }
    fputc(')', out);
}

static void
print_letters(FILE *out, const struct anf_node *node)
{
    for (const char *c = anf_node_text(node, NULL); *c; ++c) {
        if (!strchr(" \t\n", *c))
            fputc(*c, out);
    }
    for (const struct anf_node *n = anf_node_first(node); n; n = anf_node_next(n))
        print_letters(out, n);
}

typedef void print_fn(FILE *out, const struct anf_node *node);

static char *
printed(const struct anf_inquiry *inquiry, print_fn *print, int of_all)
{
    char *text = NULL;
    size_t len;
    FILE *out = open_memstream(&text, &len);
    const struct anf_node *content = anf_inquiry_content(inquiry);
    ck_assert_ptr_nonnull(out);
    for (const struct anf_node *n = of_all ? content : anf_node_first(content); n;
         n = anf_node_next(n))
        print(out, n);
    ck_assert_int_eq(fclose(out), 0);
    return text;
}

char *
akn_outline(const struct anf_inquiry *inquiry)
{
    return printed(inquiry, print_node, 0);
}

char *
akn_letters(const struct anf_inquiry *inquiry)
{
    return printed(inquiry, print_letters, 1);
}
