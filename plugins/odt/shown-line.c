/* shown-line.c: attributes of content.xml, and the elements that stand in a line. */
#include "shown-reading.h"

#include <string.h>

const char *
anf__odt_shown_value(const struct anf__xml_element *element, const char *name)
{
    for (size_t i = 0; i < element->attribute_count; i++)
        if (strcmp(element->attributes[i].name, name) == 0)
            return element->attributes[i].value;
    return NULL;
}

uint32_t
anf__odt_shown_number(const struct anf__xml_element *element, const char *name, uint32_t most)
{
    const char *value = anf__odt_shown_value(element, name);
    uint64_t number = 0;
    for (; value && *value >= '0' && *value <= '9'; value++)
        number = number > most ? number : number * 10 + (uint32_t)(*value - '0');
    if (!number || *value)
        return 1;
    return number < most ? (uint32_t)number : most;
}

int
anf__odt_shown_refuse(struct anf__odt_shown_reading *r, const struct anf__xml_element *element,
                      const char *why)
{
    anf_call_report(r->call, ANF_SEVERITY_ERROR, ANF_CODE_TOO_MANY_NODES, r->member, element->line,
                    element->column, "%s", why);
    return ANF_ERR_LIMIT;
}

/* --- what stands in a line --- */

/* A count that is no number is 1. */
int
anf__odt_shown_spaces(struct anf__odt_shown_reading *r, const struct anf__xml_element *element)
{
    uint64_t most = anf_call_limit(r->call, ANF_LIMIT_SPACES);
    uint32_t count = anf__odt_shown_number(element, "c", (uint32_t)most + 1);
    r->spaces += count;
    if (count > most)
        return anf__odt_shown_refuse(r, element,
                                     "text:s stands for more spaces than the limit spaces");
    if (r->spaces > anf_call_limit(r->call, ANF_LIMIT_PART_BYTES))
        return anf__odt_shown_refuse(r, element,
                                     "repeated text has more bytes than the limit part-bytes");
    return anf__odt_add_special(r, ' ', count);
}

int
anf__odt_shown_tab(struct anf__odt_shown_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    return anf__odt_add_special(r, '\t', 1);
}

int
anf__odt_shown_break(struct anf__odt_shown_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    return anf__odt_add_special(r, '\n', 1);
}

int
anf__odt_shown_span(struct anf__odt_shown_reading *r, const struct anf__xml_element *element)
{
    r->marks = anf__odt_shown_marks(r->styles, anf__odt_shown_value(element, "style-name"),
                                    r->marks);
    return ANF_OK;
}

int
anf__odt_shown_link(struct anf__odt_shown_reading *r, const struct anf__xml_element *element)
{
    const char *href = anf__odt_shown_value(element, "href");
    return href && *href ? anf__odt_shown_keep(r->document, href, strlen(href), &r->href) : ANF_OK;
}
