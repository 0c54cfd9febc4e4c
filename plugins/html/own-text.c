/* own-text.c: text of the content, exactly; but what went through an editor is wrapped, indented,
 * and may hold what the model refuses. */
#include "own.h"

#include <stdlib.h>
#include <string.h>

static const char blanks[] = " \t\r\n";

/* Length of the character at text where the model refuses it, else 0: CR, U+007F, U+0080 to U+009F
 * but U+0085, U+FFFE, U+FFFF. The rest is no text to parsers of markup either. */
static size_t
refused_length(const unsigned char *text, size_t len)
{
    if (text[0] == 0x7f || (text[0] < 0x20 && text[0] != '\t' && text[0] != '\n'))
        return 1;
    if (len >= 2 && text[0] == 0xc2 && text[1] < 0xa0 && text[1] != 0x85)
        return 2;
    if (len >= 3 && text[0] == 0xef && text[1] == 0xbf && text[2] >= 0xbe)
        return 3;
    return 0;
}

/* The next character, or what stands for it; the text after it. */
static const char *
copy(char **to, const char *text, const char *end)
{
    static const char replacement[] = "\xef\xbf\xbd";
    size_t refused = refused_length((const unsigned char *)text, (size_t)(end - text));
    if (!refused) {
        *(*to)++ = *text;
        return text + 1;
    }
    *to = mempcpy(*to, replacement, sizeof replacement - 1);
    return text + refused;
}

/* --- white space --- */

void
anf__own_start_block(struct anf__own_reader *r)
{
    r->starts = 1;
    r->line_end = 0;
}

/* A line end between two words. */
static int
has_space(struct anf__own_reader *r)
{
    int has = r->line_end && !r->starts;
    r->line_end = 0;
    r->starts = 0;
    return has;
}

/* A break ends a line as a block does; an element begins behind the space, not with it. */
int
anf__own_before_inline(struct anf__own_reader *r, struct anf_node *parent, int kind)
{
    int starts = r->starts || r->line_end;
    if (kind == ANF_NODE_BREAK)
        anf__own_start_block(r);
    if (kind < ANF_NODE_TEXT || kind == ANF_NODE_BREAK)
        return ANF_OK;
    int status = has_space(r) ? anf_node_add_text(parent, " ", 1) : ANF_OK;
    r->starts = starts && kind != ANF_NODE_FOOTNOTE;
    return anf__own_failed(r, status);
}

/* Is it white space that an editor made? We write no line end but in preformatted text. Where only
 * blocks may stand, what is at the edges is of the lines that the text stands on (is_loose). */
static int
is_layout(const struct anf__own_reader *r, const char *text, size_t len, int is_edge, int is_loose)
{
    return len && ((is_edge && (is_loose || r->line_end)) || memchr(text, '\n', len) ||
                   memchr(text, '\r', len));
}

/* Room for three times the text, and a space. Returns the end. */
static char *
flow(struct anf__own_reader *r, char *to, int is_loose)
{
    const char *end = r->text + r->length;
    for (const char *text = r->text; text < end;) {
        size_t len = strspn(text, blanks);
        int is_edge = text == r->text || (text + len == end && is_loose);
        if (is_layout(r, text, len, is_edge, is_loose)) {
            r->line_end = 1;
            text += len;
            continue;
        }
        if (has_space(r))
            *to++ = ' ';
        to = mempcpy(to, text, len);
        text += len;
        if (text < end)
            text = copy(&to, text, end);
    }
    return to;
}

static char *
keep_lines(const struct anf__own_reader *r, char *to)
{
    const char *end = r->text + r->length;
    for (const char *text = r->text; text < end;) {
        if (*text == '\n')
            *to++ = *text++;
        else
            text = copy(&to, text, end);
    }
    return to;
}

/* --- text --- */

static int
add(struct anf__own_reader *r, struct anf_node *node, int is_loose)
{
    enum { GROWTH = 3 };
    char *cleaned = malloc(r->length * GROWTH + 1);
    if (!cleaned)
        return ANF_ERR_NOMEM;
    char *end = anf__own_top(r)->keeps_lines ? keep_lines(r, cleaned) : flow(r, cleaned, is_loose);
    int status = end == cleaned ? ANF_OK
                                : anf_node_add_text(node, cleaned, (size_t)(end - cleaned));
    free(cleaned);
    return anf__own_failed(r, status);
}

/* Where only blocks may stand: white space needs no paragraph. */
static int
add_loose(struct anf__own_reader *r, struct anf__own_frame *frame)
{
    struct anf_node *node = NULL;
    if (strspn(r->text, blanks) == r->length) {
        r->line_end = 1;
        return ANF_OK;
    }
    int status = anf__own_find_parent(r, frame, ANF_NODE_TEXT, ANF_ROLE_NONE, &node);
    return status == ANF_OK && node ? add(r, node, 1) : status;
}

int
anf__own_add_text(struct anf__own_reader *r)
{
    struct anf__own_frame *frame = anf__own_top(r);
    if (frame->begins && r->text[0] == '\n')
        memmove(r->text, r->text + 1, r->length--);
    frame->begins = 0;
    if (!r->length)
        return ANF_OK;
    if (!anf_node_allows(frame->node, ANF_NODE_TEXT, ANF_ROLE_NONE))
        return add_loose(r, frame);
    return add(r, frame->node, 0);
}
