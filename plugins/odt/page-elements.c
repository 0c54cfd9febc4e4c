/* page-elements.c: which function reads which element (OpenDocument 1.3, part 3). */
#include "page-reading.h"

#include <stdlib.h>
#include <string.h>

/* Where an element counts: in the text, or outside of it. */
enum where { IN_TEXT, OUTSIDE, ANYWHERE };

/* Sorted by name. */
static const struct element {
    const char *name;
    anf__odt_handler *start;
    enum where where;
} elements[] = {
    {"dc:language", anf__odt_on_language, OUTSIDE},
    {"dc:title", anf__odt_on_title, OUTSIDE},
    {"draw:caption", anf__odt_on_group, IN_TEXT},
    {"draw:circle", anf__odt_on_group, IN_TEXT},
    {"draw:connector", anf__odt_on_group, IN_TEXT},
    {"draw:custom-shape", anf__odt_on_group, IN_TEXT},
    {"draw:ellipse", anf__odt_on_group, IN_TEXT},
    {"draw:frame", anf__odt_on_frame, IN_TEXT},
    {"draw:image", anf__odt_on_image, IN_TEXT},
    {"draw:line", anf__odt_on_group, IN_TEXT},
    {"draw:measure", anf__odt_on_group, IN_TEXT},
    {"draw:object", anf__odt_on_skipped, IN_TEXT},
    {"draw:path", anf__odt_on_group, IN_TEXT},
    {"draw:polygon", anf__odt_on_group, IN_TEXT},
    {"draw:polyline", anf__odt_on_group, IN_TEXT},
    {"draw:rect", anf__odt_on_group, IN_TEXT},
    {"draw:regular-polygon", anf__odt_on_group, IN_TEXT},
    {"draw:text-box", anf__odt_on_group, IN_TEXT},
    {"form:button", anf__odt_on_control, IN_TEXT},
    {"form:checkbox", anf__odt_on_control, IN_TEXT},
    {"form:combobox", anf__odt_on_control, IN_TEXT},
    {"form:date", anf__odt_on_control, IN_TEXT},
    {"form:fixed-text", anf__odt_on_control, IN_TEXT},
    {"form:formatted-text", anf__odt_on_control, IN_TEXT},
    {"form:frame", anf__odt_on_control, IN_TEXT},
    {"form:number", anf__odt_on_control, IN_TEXT},
    {"form:option", anf__odt_on_control, IN_TEXT},
    {"form:radio", anf__odt_on_control, IN_TEXT},
    {"form:text", anf__odt_on_control, IN_TEXT},
    {"form:textarea", anf__odt_on_control, IN_TEXT},
    {"form:time", anf__odt_on_control, IN_TEXT},
    {"office:annotation", anf__odt_on_comment, IN_TEXT},
    {"office:binary-data", anf__odt_on_skipped, ANYWHERE},
    {"office:forms", anf__odt_on_forms, IN_TEXT},
    {"office:scripts", anf__odt_on_skipped, OUTSIDE},
    {"office:text", anf__odt_on_text, OUTSIDE},
    {"style:footer", anf__odt_on_footer, OUTSIDE},
    {"style:footer-first", anf__odt_on_footer, OUTSIDE},
    {"style:footer-left", anf__odt_on_footer, OUTSIDE},
    {"style:header", anf__odt_on_header, OUTSIDE},
    {"style:header-first", anf__odt_on_header, OUTSIDE},
    {"style:header-left", anf__odt_on_header, OUTSIDE},
    {"svg:desc", anf__odt_on_description, IN_TEXT},
    {"svg:title", anf__odt_on_description, IN_TEXT},
    {"table:covered-table-cell", anf__odt_on_covered_cell, IN_TEXT},
    {"table:table", anf__odt_on_table, IN_TEXT},
    {"table:table-cell", anf__odt_on_cell, IN_TEXT},
    {"table:table-header-rows", anf__odt_on_header_rows, IN_TEXT},
    {"table:table-row", anf__odt_on_row, IN_TEXT},
    {"text:a", anf__odt_on_link, IN_TEXT},
    {"text:h", anf__odt_on_heading, IN_TEXT},
    {"text:hidden-text", anf__odt_on_hidden_text, IN_TEXT},
    {"text:index-body", anf__odt_on_index, IN_TEXT},
    {"text:line-break", anf__odt_on_line_break, IN_TEXT},
    {"text:list", anf__odt_on_list, IN_TEXT},
    {"text:list-header", anf__odt_on_group, IN_TEXT},
    {"text:list-item", anf__odt_on_item, IN_TEXT},
    {"text:note-body", anf__odt_on_note_body, IN_TEXT},
    {"text:note-citation", anf__odt_on_citation, IN_TEXT},
    {"text:number", anf__odt_on_skipped, IN_TEXT},
    {"text:p", anf__odt_on_paragraph, IN_TEXT},
    {"text:ruby-text", anf__odt_on_ruby_text, IN_TEXT},
    {"text:s", anf__odt_on_spaces, IN_TEXT},
    {"text:script", anf__odt_on_skipped, IN_TEXT},
    {"text:section", anf__odt_on_section, IN_TEXT},
    {"text:span", anf__odt_on_span, IN_TEXT},
    {"text:tab", anf__odt_on_tab, IN_TEXT},
    {"text:tracked-changes", anf__odt_on_skipped, IN_TEXT},
};

static int
compare_names(const void *key, const void *element)
{
    return strcmp(key, ((const struct element *)element)->name);
}

/* The usual prefix of a namespace, and its length. The namespaces of ODF are
 * urn:oasis:names:tc:opendocument:xmlns:<part>:1.0; some parts end in "-compatible". */
static size_t
prefix_of(const char *ns, const char **ret_prefix)
{
    static const char odf[] = "urn:oasis:names:tc:opendocument:xmlns:";
    if (ns && strncmp(ns, odf, sizeof odf - 1) == 0) {
        *ret_prefix = ns + sizeof odf - 1;
        size_t length = strcspn(*ret_prefix, ":-");
        return strncmp(*ret_prefix, "drawing", length) == 0 ? strlen("draw") : length;
    }
    *ret_prefix = "dc";
    return ns && strcmp(ns, "http://purl.org/dc/elements/1.1/") == 0 ? strlen("dc") : 0;
}

anf__odt_handler *
anf__odt_handler_of(const struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    char key[64];
    const char *prefix;
    size_t length = prefix_of(element->ns, &prefix);
    size_t name_length = strlen(element->name);
    if (!length || length + name_length + 2 > sizeof key)
        return NULL;
    memcpy(key, prefix, length);
    key[length] = ':';
    memcpy(key + length + 1, element->name, name_length + 1);
    const struct element *found = bsearch(key, elements, sizeof elements / sizeof *elements,
                                          sizeof *elements, compare_names);
    enum where where = r->body ? IN_TEXT : OUTSIDE;
    return found && (found->where == where || found->where == ANYWHERE) ? found->start : NULL;
}
