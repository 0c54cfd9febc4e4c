/* reading.c: what a reader says of its file, and text as the model takes it. */
#include "reading.h"

#include <stdio.h>
#include <string.h>

int
anf__akn_failed(struct anf__akn_reading *at, int status)
{
    if (status == ANF_ERR_LIMIT) {
        int full = anf_inquiry_node_count(at->inquiry) >= anf_call_limit(at->call, ANF_LIMIT_NODES);
        anf_call_report(
            at->call, ANF_SEVERITY_ERROR, full ? ANF_CODE_TOO_MANY_NODES : ANF_CODE_TOO_DEEP, NULL,
            at->line, at->column,
            full ? "more nodes than the limit nodes" : "nested deeper than the limit depth");
    }
    return status;
}

int
anf__akn_note_value(struct anf__akn_reading *at, int status, const char *what)
{
    if (status != ANF_ERR_MODEL && status != ANF_ERR_SYNTAX)
        return anf__akn_failed(at, status);
    anf_call_report(at->call, ANF_SEVERITY_WARNING, ANF_CODE_AKN_BAD_VALUE, NULL, at->line,
                    at->column, "%s: not a value that this field can have; left out", what);
    return ANF_OK;
}

/* --- elements --- */

/* Whether to tell of this one. */
static int
is_new_name(struct anf__akn_reading *at, const char *name)
{
    for (unsigned i = 0; i < at->name_count; ++i) {
        if (strncmp(at->names[i], name, ANF__AKN_NAME - 1) == 0)
            return 0;
    }
    if (at->name_count == ANF__AKN_MOST_NAMES) {
        ++at->further;
        return 0;
    }
    snprintf(at->names[at->name_count++], ANF__AKN_NAME, "%s", name);
    return 1;
}

void
anf__akn_note_unknown(struct anf__akn_reading *at, const char *name)
{
    if (is_new_name(at, name))
        anf_call_report(at->call, ANF_SEVERITY_WARNING, ANF_CODE_AKN_UNKNOWN_ELEMENT, NULL,
                        at->line, at->column, "element %.40s is not known here; its text is kept",
                        name);
}

void
anf__akn_note_dropped(struct anf__akn_reading *at, const char *name)
{
    if (is_new_name(at, name))
        anf_call_report(at->call, ANF_SEVERITY_NOTE, ANF_CODE_AKN_UNKNOWN_ELEMENT, NULL, at->line,
                        at->column, "element %.40s has no counterpart here; its text is kept",
                        name);
}

void
anf__akn_note_further(struct anf__akn_reading *at)
{
    if (at->further)
        anf_call_report(at->call, ANF_SEVERITY_WARNING, ANF_CODE_AKN_UNKNOWN_ELEMENT, NULL, 0, 0,
                        "%u elements of further names are not known where they stand", at->further);
}

/* --- characters --- */

/* The length of the character that the text begins with, where XML has it and the model does not;
 * else 0. */
static size_t
refused_length(const char *text)
{
    unsigned char a = (unsigned char)text[0];
    unsigned char b = a ? (unsigned char)text[1] : 0;
    if (a == 0x7F || a == '\r' || a == '\n')
        return 1;
    return a == 0xC2 && b >= 0x80 && b <= 0x9F && b != 0x85 ? 2 : 0;
}

static int
add_with_replacements(struct anf_node *node, const char *text, size_t len)
{
    static const char replacement[] = "\xEF\xBF\xBD";
    int status = ANF_OK;
    while (len && status == ANF_OK) {
        size_t kept = 0;
        while (kept < len && !refused_length(text + kept))
            ++kept;
        status = anf_node_add_text(node, text, kept);
        size_t refused = kept < len ? refused_length(text + kept) : 0;
        if (refused && status == ANF_OK)
            status = anf_node_add_text(node, replacement, sizeof replacement - 1);
        text += kept + refused;
        len -= kept + refused;
    }
    return status;
}

int
anf__akn_add_characters(struct anf__akn_reading *at, struct anf_node *node, const char *text,
                        size_t len)
{
    int status = anf_node_add_text(node, text, len);
    if (status == ANF_ERR_SYNTAX) {
        anf_call_report(at->call, ANF_SEVERITY_WARNING, ANF_CODE_AKN_BAD_VALUE, NULL, at->line,
                        at->column, "control characters in the text became U+FFFD");
        status = add_with_replacements(node, text, len);
    }
    return anf__akn_failed(at, status);
}
