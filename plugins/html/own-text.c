/* own-text.c: text of the content, exactly; but what a person has typed is wrapped, indented, and
 * may hold what the model refuses. */
#include "own.h"

#include <stdlib.h>
#include <string.h>

static int
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

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

/* Room for three times len. Returns the length. */
static size_t
clean(char *to, const char *text, size_t len, int keeps_lines)
{
    static const char replacement[] = "\xef\xbf\xbd";
    char *start = to;
    for (size_t i = 0; i < len;) {
        size_t refused = refused_length((const unsigned char *)text + i, len - i);
        if (refused) {
            to = mempcpy(to, replacement, sizeof replacement - 1);
            i += refused;
        } else if (text[i] == '\n' && !keeps_lines) {
            *to++ = ' ';
            while (i < len && strchr(" \t\n", text[i]))
                i++;
        } else {
            *to++ = text[i++];
        }
    }
    return (size_t)(to - start);
}

static int
add_cleaned(struct anf__own_reader *r, struct anf_node *node, const char *text, size_t len)
{
    enum { GROWTH = 3 };
    char *cleaned = malloc(len * GROWTH);
    if (!cleaned)
        return ANF_ERR_NOMEM;
    len = clean(cleaned, text, len, anf__own_top(r)->keeps_lines);
    int status = anf_node_add_text(node, cleaned, len);
    free(cleaned);
    return anf__own_failed(r, status);
}

/* Text where only blocks may stand: white space at its edges is of the lines that it stands on, but
 * a line end in the middle is a space. */
static int
add_loose(struct anf__own_reader *r, struct anf__own_frame *frame, const char *text, size_t len)
{
    int runs_on = frame->loose && anf_node_allows(frame->loose, ANF_NODE_TEXT, ANF_ROLE_NONE);
    size_t end = len, start = 0;
    while (end && is_blank(text[end - 1]))
        end--;
    while (start < end && !runs_on && is_blank(text[start]))
        start++;
    struct anf_node *node = NULL;
    int status = ANF_OK;
    if (end > start)
        status = anf__own_find_parent(r, frame, ANF_NODE_TEXT, ANF_ROLE_NONE, &node);
    if (status == ANF_OK && node)
        status = add_cleaned(r, node, text + start, end - start);
    frame->space |= end < len && (runs_on || node);
    return status;
}

int
anf__own_add_text(struct anf__own_reader *r, const char *text, size_t len)
{
    struct anf__own_frame *frame = anf__own_top(r);
    if (frame->begins && len && text[0] == '\n') {
        text++;
        len--;
    }
    frame->begins = 0;
    if (!anf_node_allows(frame->node, ANF_NODE_TEXT, ANF_ROLE_NONE))
        return add_loose(r, frame, text, len);
    int status = anf_node_add_text(frame->node, text, len);
    if (status == ANF_ERR_SYNTAX)
        return add_cleaned(r, frame->node, text, len);
    return anf__own_failed(r, status);
}
