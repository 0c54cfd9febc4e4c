/* build-inlines.c: the text of a line as inlines: links outside, marks in them, footnotes between.
 */
#include "rebuild.h"

#include "href.h"

#include <stdlib.h>
#include <string.h>

/* Of one line so many addresses are looked for among those that it had. */
enum { MOST_LINKS = 64 };

static const int kinds_of_marks[ANF__ODT_MARKS] = {
    ANF_NODE_EMPHASIS, ANF_NODE_STRONG,      ANF_NODE_UNDERLINE,
    ANF_NODE_STRIKE,   ANF_NODE_SUPERSCRIPT, ANF_NODE_SUBSCRIPT,
};

/* The order in which marks are nested: the outermost first. */
static const unsigned order[ANF__ODT_MARKS] = {
    ANF__ODT_MARK_STRONG, ANF__ODT_MARK_EMPHASIS,    ANF__ODT_MARK_UNDERLINE,
    ANF__ODT_MARK_STRIKE, ANF__ODT_MARK_SUPERSCRIPT, ANF__ODT_MARK_SUBSCRIPT,
};

struct inlines {
    struct anf__odt_rebuild *rebuild;
    const struct anf__odt_document *now;
    const struct anf_node *before;
    struct anf_node *nodes[ANF__ODT_MARKS + 2]; /* the block, a link, marks */
    unsigned marks[ANF__ODT_MARKS + 2];         /* of the nodes; 0: block or link */
    size_t depth;                               /* of the innermost */
    size_t href;                                /* of the open link; 0: none */
    uint32_t note;                              /* the next one */
};

/* --- addresses --- */

/* Does a program's address of a file end as the one that we wrote? */
static int
is_beside(const char *now, const char *was)
{
    while (strncmp(was, "../", 3) == 0)
        was += 3;
    size_t len = strlen(was), length = strlen(now);
    return len && length >= len && strcmp(now + length - len, was) == 0;
}

static int
is_same_address(const char *now, const char *was)
{
    if (strcmp(now, was) == 0)
        return 1;
    if (anf__odt_shown_href(now) != anf__odt_shown_href(was))
        return 0;
    return anf__odt_has_scheme(was) || is_beside(now, was);
}

/* ret_found: the address that a link of the node had exactly, or NULL. */
static int
find_address(const struct anf_node *node, const char *href, unsigned *left, const char **ret_found)
{
    int status = ANF_OK;
    for (node = anf_node_first(node); node && *left && !*ret_found && status == ANF_OK;
         node = anf_node_next(node)) {
        const char *exact = anf_node_get(node, ANF_ATTRIBUTE_HREF);
        char *sound = NULL;
        if (!anf_node_is_inline(node) || anf_node_kind(node) == ANF_NODE_FOOTNOTE)
            continue;
        if (exact) {
            --*left;
            status = anf__href(exact, &sound);
            if (status == ANF_OK && is_same_address(href, sound ? sound : exact))
                *ret_found = exact;
            free(sound);
        } else {
            status = find_address(node, href, left, ret_found);
        }
    }
    return status;
}

static int
open_link(struct inlines *in, size_t href)
{
    const char *address = in->now->texts + href, *exact = NULL;
    unsigned left = MOST_LINKS;
    struct anf_node *parent = in->nodes[in->depth];
    if (!anf_node_allows(parent, ANF_NODE_LINK, 0))
        return ANF_OK;
    int status = in->before ? find_address(in->before, address, &left, &exact) : ANF_OK;
    if (status == ANF_OK)
        status = anf_node_add(parent, ANF_NODE_LINK, &in->nodes[in->depth + 1]);
    if (status != ANF_OK)
        return status;
    in->marks[++in->depth] = 0;
    in->href = href;
    status = anf_node_set(in->nodes[in->depth], ANF_ATTRIBUTE_HREF, exact ? exact : address);
    return status == ANF_ERR_SYNTAX ? ANF_OK : status;
}

/* --- marks --- */

static unsigned
open_marks(const struct inlines *in)
{
    unsigned marks = 0;
    for (size_t i = 0; i <= in->depth; i++)
        marks |= in->marks[i];
    return marks;
}

static int
kind_of_mark(unsigned mark)
{
    size_t i = 0;
    while (mark >> i != 1)
        i++;
    return kinds_of_marks[i];
}

/* Close and open what the next characters need. */
static int
turn_to(struct inlines *in, unsigned marks, size_t href)
{
    int status = ANF_OK;
    if (strcmp(in->now->texts + in->href, in->now->texts + href) != 0) {
        in->depth = 0;
        in->href = 0;
        status = href ? open_link(in, href) : ANF_OK;
    }
    while (in->depth && open_marks(in) & ~marks)
        in->depth--;
    if (in->href && !in->depth) /* marks are in the link, never the other way round */
        in->href = 0;
    for (size_t i = 0; i < ANF__ODT_MARKS && status == ANF_OK; i++) {
        if (!(marks & ~open_marks(in) & order[i]))
            continue;
        status = anf_node_add(in->nodes[in->depth], kind_of_mark(order[i]),
                              &in->nodes[in->depth + 1]);
        in->marks[++in->depth] = order[i];
    }
    return status;
}

/* --- characters --- */

/* How long a character is that XML allows and the model does not; 0: it is none. */
static size_t
refused(const char *text)
{
    const unsigned char *c = (const unsigned char *)text;
    if (c[0] == 0x7F || c[0] == '\r')
        return 1;
    if (c[0] == 0xC2 && c[1] < 0xA0 && c[1] != 0x85)
        return 2;
    return c[0] == 0xEF && c[1] == 0xBF && (c[2] == 0xBE || c[2] == 0xBF) ? 3 : 0;
}

static int
add_line_end(struct inlines *in)
{
    if (anf_node_kind(in->nodes[0]) == ANF_NODE_PREFORMATTED)
        return anf_node_add_text(in->nodes[in->depth], "\n", 1);
    return anf_node_add(in->nodes[in->depth], ANF_NODE_BREAK, NULL);
}

static int
add_text(struct inlines *in, const char *text, size_t len)
{
    static const char replacement[] = "\xEF\xBF\xBD"; /* U+FFFD */
    size_t start = 0;
    int status = ANF_OK;
    for (size_t i = 0; i < len && status == ANF_OK;) {
        size_t bad = refused(text + i);
        if (!bad && text[i] != '\n') {
            i++;
            continue;
        }
        status = anf_node_add_text(in->nodes[in->depth], text + start, i - start);
        if (status == ANF_OK)
            status = bad ? anf_node_add_text(in->nodes[in->depth], replacement, 3)
                         : add_line_end(in);
        i += bad ? bad : 1;
        start = i;
    }
    if (status == ANF_OK)
        status = anf_node_add_text(in->nodes[in->depth], text + start, len - start);
    return status;
}

/* --- footnotes --- */

static int
build_note(struct inlines *in, struct anf_node *parent, uint32_t shown)
{
    const char *label = anf__odt_shown_name(in->now, &in->now->nodes[shown]);
    struct anf_node *note;
    int status = anf_node_add(parent, ANF_NODE_FOOTNOTE, &note);
    if (status == ANF_OK && *label)
        status = anf_node_set(note, ANF_ATTRIBUTE_MARKER, label);
    return status == ANF_OK ? anf__odt_build_children(in->rebuild, note, shown) : status;
}

static int
add_note(struct inlines *in, uint32_t shown)
{
    struct anf__odt_rebuild *rebuild = in->rebuild;
    uint32_t was = rebuild->plan->match->was_of[shown];
    const struct anf_node *node = was ? anf__odt_plan_origin(rebuild->plan, was)->node : NULL;
    if (in->href)
        in->depth = 0;
    in->href = in->depth ? in->href : 0;
    struct anf_node *parent = in->nodes[in->depth];
    if (!anf_node_allows(parent, ANF_NODE_FOOTNOTE, 0))
        return ANF_OK;
    if (node && !rebuild->copies[anf_node_index(node)])
        return anf__odt_copy(rebuild, parent, node);
    return build_note(in, parent, shown);
}

/* The notes up to a place in the line. */
static int
add_notes(struct inlines *in, uint32_t place)
{
    int status = ANF_OK;
    while (in->note && in->now->nodes[in->note].at <= place && status == ANF_OK) {
        status = add_note(in, in->note);
        in->note = in->now->nodes[in->note].next;
    }
    return status;
}

/* --- the line --- */

static int
add_run(struct inlines *in, const char *text, const struct anf__odt_run *run, uint32_t start)
{
    int status = ANF_OK;
    uint32_t end = run->end;
    for (uint32_t from = run->start > start ? run->start : start; from < run->end; from = end) {
        status = add_notes(in, from);
        end = in->note ? in->now->nodes[in->note].at : run->end;
        end = end < run->end ? end : run->end;
        if (status == ANF_OK)
            status = turn_to(in, run->marks, run->href);
        if (status == ANF_OK)
            status = add_text(in, text + from, end - from);
        if (status != ANF_OK)
            return status;
    }
    return ANF_OK;
}

int
anf__odt_build_inlines(struct anf__odt_rebuild *rebuild, struct anf_node *block, uint32_t shown,
                       uint32_t start, const struct anf_node *before)
{
    const struct anf__odt_document *now = rebuild->plan->match->now;
    const struct anf__odt_shown *line = &now->nodes[shown];
    struct inlines in = {
        .rebuild = rebuild, .now = now, .before = before, .nodes = {block}, .note = line->first};
    int status = ANF_OK;
    for (uint32_t i = 0; i < line->runs && status == ANF_OK; i++)
        status = add_run(&in, anf__odt_shown_text(now, line), &now->runs[line->run + i], start);
    return status == ANF_OK ? add_notes(&in, UINT32_MAX) : status;
}
