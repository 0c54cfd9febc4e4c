/* own-inlines.c: the text of a paragraph, its lines joined: line breaks, links, the marks of
 * footnotes. A bracket that begins none of them, or has a guard behind it, is text. */
#include "own.h"

#include <stdlib.h>
#include <string.h>

struct scan {
    struct anf__plain_own *own;
    struct anf_node *parent;
    const char *at;   /* what is looked at */
    const char *from; /* text before it that was not added yet */
    const char *end;
    int in_link;
    int in_preformatted;
    int no_address;                /* no ">" comes any more */
    int no_note;                   /* nor a "]" for an unusual marker */
    struct anf__plain_buffer text; /* of the address or the marker that was read last */
};

static void
add_text(struct scan *scan, const char *text, size_t len)
{
    while (len && anf__plain_keep(scan->own, ANF_OK)) {
        const char *end = scan->in_preformatted ? NULL : memchr(text, '\n', len);
        size_t length = end ? (size_t)(end - text) : len;
        if (length)
            anf__plain_keep(scan->own, anf_node_add_text(scan->parent, text, length));
        if (!end)
            return;
        anf__plain_add_node(scan->own, scan->parent, ANF_NODE_BREAK);
        text = end + 1;
        len -= length + 1;
    }
}

/* Add what was text so far, and go on behind it. */
static void
flush(struct scan *scan, const char *behind)
{
    add_text(scan, scan->from, (size_t)(scan->at - scan->from));
    scan->at = scan->from = behind;
}

/* Take the escapes out: mark stands before each bracket that is meant. */
static void
unescape(struct scan *scan, const char *text, size_t len, char mark)
{
    scan->text.length = 0;
    for (size_t i = 0; i < len; i++) {
        i += text[i] == mark && i + 1 < len;
        anf__plain_add(&scan->text, text + i, 1);
    }
    if (scan->text.failed)
        anf__plain_keep(scan->own, ANF_ERR_NOMEM);
}

/* Behind the ">" of an address that begins with "<" at at; NULL: it is none. */
static const char *
address_end(struct scan *scan, const char *at)
{
    const char *start = at + 1;
    if (scan->no_address || anf__plain_is_guard(start, (size_t)(scan->end - start)))
        return NULL;
    for (at = start; at < scan->end; at++) {
        if (*at == '>')
            return at + 1;
        if (*at == '<')
            at++;
    }
    scan->no_address = 1;
    return NULL;
}

/* "<…>", both ends included, becomes the address. */
static void
set_address(struct scan *scan, struct anf_node *node, int attribute, const char *start,
            const char *end)
{
    start++;
    start += *start == ' ';
    unescape(scan, start, (size_t)(end - 1 - start), '<');
    for (size_t i = 0; i < scan->text.length; i++) /* it was wrapped */
        if (scan->text.data[i] == '\n')
            scan->text.data[i] = ' ';
    if (node)
        anf__plain_set(scan->own, node, attribute, scan->text.data, scan->text.length);
}

/* --- links --- */

/* The bracket that ends a link's words; a guard stands behind those that do not. NULL: another
 * link begins first. */
static const char *
words_end(const char *at, const char *end)
{
    for (; at < end; at++) {
        if (*at != '[' && *at != ']')
            continue;
        if (!anf__plain_is_guard(at + 1, (size_t)(end - at) - 1))
            return *at == ']' ? at : NULL;
    }
    return NULL;
}

static void read_all(struct scan *scan);

static int
read_link(struct scan *scan)
{
    const char *words = scan->at + 1;
    const char *close = words_end(words, scan->end);
    if (!close || !anf__plain_begins(close, (size_t)(scan->end - close), "] <"))
        return 0;
    const char *behind = address_end(scan, close + 2);
    if (!behind)
        return 0;
    flush(scan, behind);
    words += *words == ' ';
    struct anf_node *link = anf__plain_add_node(scan->own, scan->parent, ANF_NODE_LINK);
    set_address(scan, link, ANF_ATTRIBUTE_HREF, close + 2, behind);
    struct scan inner = {.own = scan->own,
                         .parent = link,
                         .at = words,
                         .from = words,
                         .end = close,
                         .in_link = 1,
                         .in_preformatted = scan->in_preformatted};
    if (link)
        read_all(&inner);
    return 1;
}

static int
read_bare_link(struct scan *scan)
{
    const char *start = scan->at;
    size_t len = 0;
    while (start + 1 + len < scan->end && !strchr(" \t\n<>", start[1 + len]))
        len++;
    if (start + 1 + len == scan->end || start[1 + len] != '>' ||
        !anf__plain_is_bare_address(start + 1, len))
        return 0;
    flush(scan, start + 2 + len);
    struct anf_node *link = anf__plain_add_node(scan->own, scan->parent, ANF_NODE_LINK);
    if (!link)
        return 1;
    anf__plain_set(scan->own, link, ANF_ATTRIBUTE_HREF, start + 1, len);
    anf__plain_keep(scan->own, anf_node_add_text(link, start + 1, len));
    return 1;
}

/* --- footnotes --- */

static void
set_marker(struct scan *scan, struct anf_node *node, const char *label, size_t len)
{
    static const char counted[] = "[Anm. ", unusual[] = "[Anm.: ";
    if (anf__plain_begins(label, len, unusual)) {
        enum { BEFORE = sizeof unusual - 1 };
        unescape(scan, label + BEFORE, len - BEFORE - 1, '[');
        anf__plain_set(scan->own, node, ANF_ATTRIBUTE_MARKER, scan->text.data, scan->text.length);
    } else if (!anf__plain_begins(label, len, counted)) {
        anf__plain_set(scan->own, node, ANF_ATTRIBUTE_MARKER, label + 1, len - 2);
    }
}

static int
remember(struct anf__plain_own *own, struct anf_node *node, const char *label, size_t len)
{
    enum { FIRST = 16 };
    if (own->mark_count == own->mark_capacity) {
        size_t capacity = own->mark_capacity ? 2 * own->mark_capacity : FIRST;
        struct anf__plain_mark *grown = realloc(own->marks, capacity * sizeof *grown);
        if (!grown)
            return ANF_ERR_NOMEM;
        own->marks = grown;
        own->mark_capacity = capacity;
    }
    char *copy = strndup(label, len); /* the text is joined from lines, and goes */
    own->marks[own->mark_count++] = (struct anf__plain_mark){node, copy, len};
    return copy ? ANF_OK : ANF_ERR_NOMEM;
}

static int
read_note(struct scan *scan)
{
    const char *label = scan->at;
    size_t left = (size_t)(scan->end - label);
    int is_long = anf__plain_begins(label, left, "[Anm.: ");
    size_t len = is_long && scan->no_note ? 0 : anf__plain_note(label, left);
    scan->no_note |= is_long && !len; /* for want of a bracket, and so for all that follow */
    if (!len || !anf_node_allows(scan->parent, ANF_NODE_FOOTNOTE, ANF_ROLE_NONE))
        return 0;
    flush(scan, label + len);
    struct anf_node *note = anf__plain_add_node(scan->own, scan->parent, ANF_NODE_FOOTNOTE);
    if (!note)
        return 1;
    set_marker(scan, note, label, len);
    anf__plain_keep(scan->own, remember(scan->own, note, label, len));
    return 1;
}

/* --- all of it --- */

/* A bracket, with what it begins, or the guard behind it. */
static void
read_bracket(struct scan *scan)
{
    size_t left = (size_t)(scan->end - scan->at);
    if (anf__plain_is_guard(scan->at + 1, left - 1)) {
        scan->at++;
        flush(scan, scan->at + ANF__PLAIN_GUARD_SIZE);
        return;
    }
    int taken = 0;
    if (*scan->at == '[' && !scan->in_link)
        taken = read_link(scan) || read_note(scan);
    else if (*scan->at == '<' && !scan->in_link)
        taken = read_bare_link(scan);
    scan->at += !taken;
}

static void
read_all(struct scan *scan)
{
    while (scan->at < scan->end && scan->own->status == ANF_OK) {
        int is_bracket = *scan->at == '[' || *scan->at == '<' ||
                         (*scan->at == ']' && scan->in_link);
        if (is_bracket)
            read_bracket(scan);
        else
            scan->at++;
    }
    flush(scan, scan->end);
    anf__plain_clear(&scan->text);
}

static int
is_preformatted(const struct anf_node *node)
{
    return anf_node_kind(node) == ANF_NODE_PREFORMATTED;
}

void
anf__plain_read_inlines(struct anf__plain_own *own, struct anf_node *parent, const char *text,
                        size_t len)
{
    struct scan scan = {.own = own,
                        .parent = parent,
                        .at = text,
                        .from = text,
                        .end = text + len,
                        .in_preformatted = is_preformatted(parent)};
    read_all(&scan);
}

/* --- images --- */

/* "[Bild: …] <…>": where the address begins; NULL: this is no image. */
static const char *
find_source(const char *text, size_t len)
{
    const char *close = words_end(text + 1, text + len);
    return close && anf__plain_begins(close, (size_t)(text + len - close), "] <") ? close + 2
                                                                                  : NULL;
}

int
anf__plain_read_image(struct anf__plain_own *own, struct anf_node *parent, const char *text,
                      size_t len)
{
    static const char with_alt[] = "[Bild: ";
    enum { WITH_ALT = sizeof with_alt - 1 };
    struct scan scan = {.own = own, .end = text + len};
    const char *source = find_source(text, len);
    if (!source || address_end(&scan, source) != text + len || source + 2 == text + len)
        return 0;
    int has_alt = anf__plain_begins(text, len, with_alt);
    if (!has_alt && !anf__plain_begins(text, len, "[Bild] "))
        return 0;
    struct anf_node *image = anf__plain_add_node(own, parent, ANF_NODE_IMAGE);
    set_address(&scan, image, ANF_ATTRIBUTE_SRC, source, text + len);
    scan.text.length = 0;
    for (const char *at = text + WITH_ALT; has_alt && at < source - 2; at++) {
        anf__plain_add(&scan.text, at, 1);
        if (*at == '[' || *at == ']')
            at += ANF__PLAIN_GUARD_SIZE;
    }
    if (image && scan.text.length)
        anf__plain_set(own, image, ANF_ATTRIBUTE_ALT, scan.text.data, scan.text.length);
    anf__plain_clear(&scan.text);
    return 1;
}
