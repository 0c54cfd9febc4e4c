/* shown-hash.c: what is shown, as numbers: the same for the same, whichever program saved it. */
#include "shown.h"

#include <string.h>

static uint64_t
add_number(uint64_t hash, uint64_t number)
{
    return anf_hash(hash, &number, sizeof number);
}

/* --- addresses --- */

static int
hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 'a' ^ 'A';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Where the scheme ends; NULL: the address has none. */
static const char *
scheme_end(const char *href)
{
    const char *end = href + strcspn(href, ":/?#");
    return *end == ':' && end > href ? end : NULL;
}

int
anf__odt_has_scheme(const char *href)
{
    return scheme_end(href) != NULL;
}

/* Programs escape characters as they like, and turn what has no scheme into an address of a file
 * beside the document and back: of those only counts that there is a link. */
static uint64_t
add_href(uint64_t hash, const char *href)
{
    const char *end = scheme_end(href);
    if (!end || strncmp(href, "file:", 5) == 0)
        return add_number(hash, 1);
    size_t len = strlen(href);
    const char *host = strncmp(end, "://", 3) == 0 ? end + 3 : end;
    const char *path = host + strcspn(host, "/?#");
    if (*path == '/' && !path[1]) /* RFC 3986, 6.2.3 */
        len--;
    for (size_t i = 0; i < len; i++) {
        int high = href[i] == '%' && len - i > 2 ? hex_value(href[i + 1]) : -1;
        int low = high >= 0 ? hex_value(href[i + 2]) : -1;
        char c = low >= 0 ? (char)(high << 4 | low) : href[i];
        if (href + i < path && c >= 'A' && c <= 'Z') /* RFC 3986, 6.2.2.1 */
            c ^= 'a' ^ 'A';
        hash = anf_hash(hash, &c, 1);
        i += low >= 0 ? 2 : 0;
    }
    return hash;
}

uint64_t
anf__odt_shown_href(const char *href)
{
    return add_href(ANF_HASH, href);
}

/* --- nodes --- */

/* "anf:question" of "anf:question-3": programs number copies of a section. */
static size_t
role_length(const char *name)
{
    const char *dash = strrchr(name, '-');
    return dash ? (size_t)(dash - name) : strlen(name);
}

static uint64_t
own_of_line(const struct anf__odt_document *document, const struct anf__odt_shown *node,
            uint64_t hash)
{
    hash = add_number(hash, (uint64_t)node->look << 8 | node->level);
    hash = anf_hash(hash, anf__odt_shown_text(document, node), node->length);
    for (uint32_t i = 0; i < node->runs; i++) {
        const struct anf__odt_run *run = &document->runs[node->run + i];
        if (!run->marks && !run->href)
            continue;
        hash = add_number(hash, (uint64_t)run->start << 32 | run->end);
        hash = add_number(hash, run->marks);
        hash = run->href ? add_href(hash, document->texts + run->href) : hash;
    }
    for (uint32_t child = node->first; child; child = document->nodes[child].next)
        hash = add_number(hash, document->nodes[child].at);
    return hash;
}

/* Where lists with different styles are nested, LibreOffice gives the outer one the style of the
 * inner one and corrects it at the items. So our own styles are as good as each other. */
static uint64_t
style_of_list(const struct anf__odt_shown *list, const char *name)
{
    static const char prefix[] = "Anfrage_20_";
    if (strncmp(name, prefix, sizeof prefix - 1) == 0)
        return 0;
    return list->ordered ? 1 : 2;
}

static uint64_t
own_hash(const struct anf__odt_document *document, const struct anf__odt_shown *node)
{
    const char *name = anf__odt_shown_name(document, node);
    uint64_t hash = add_number(ANF_HASH, node->kind);
    switch (node->kind) {
    case ANF__ODT_SHOWN_LINE:
        return own_of_line(document, node, hash);
    case ANF__ODT_SHOWN_SECTION:
        return anf_hash(hash, name, role_length(name));
    case ANF__ODT_SHOWN_LIST:
        return add_number(hash, style_of_list(node, name));
    case ANF__ODT_SHOWN_NOTE:
        return anf_hash(hash, name, strlen(name));
    case ANF__ODT_SHOWN_CELL:
        return add_number(hash, (uint64_t)node->columns << 32 | node->rows);
    default:
        return hash;
    }
}

static uint8_t
may_be_blank(const struct anf__odt_shown *node)
{
    return (node->kind == ANF__ODT_SHOWN_LINE && !node->length) ||
           node->kind == ANF__ODT_SHOWN_ITEM || node->kind == ANF__ODT_SHOWN_LIST;
}

void
anf__odt_shown_hash(struct anf__odt_document *document)
{
    for (size_t i = document->count; i-- > 0;) { /* children come after their parents */
        struct anf__odt_shown *node = &document->nodes[i];
        node->own = own_hash(document, node);
        node->hash = node->own;
        node->blank = may_be_blank(node);
        node->bare = !node->length;
        for (uint32_t child = node->first; child; child = document->nodes[child].next) {
            node->blank &= document->nodes[child].blank;
            node->bare &= document->nodes[child].bare;
            if (!document->nodes[child].blank)
                node->hash = add_number(node->hash, document->nodes[child].hash);
        }
    }
}
