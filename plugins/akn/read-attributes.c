/* read-attributes.c: libxml2 hands over an ampersand in an attribute as "&#38;", for a tree builder
 * that would expand it (xmlParseAttValueComplex, replaceEntities unset); here it becomes '&'. */
#include "read.h"

#include <stdlib.h>
#include <string.h>

static const char escaped[] = "&#38;";

static int
is_escaped(const struct anf__xml_element *element)
{
    for (size_t i = 0; i < element->attribute_count; ++i) {
        if (strstr(element->attributes[i].value, escaped))
            return 1;
    }
    return 0;
}

/* Behind what is collected at to; returns the end. */
static char *
decode(char *to, const char *value)
{
    for (const char *found; (found = strstr(value, escaped));) {
        size_t len = (size_t)(found - value);
        memcpy(to, value, len);
        to[len] = '&';
        to += len + 1;
        value = found + sizeof escaped - 1;
    }
    return stpcpy(to, value) + 1;
}

int
anf__akn_decode_attributes(const struct anf__xml_element *element,
                           struct anf__xml_element *ret_element, void **ret_memory)
{
    size_t bytes = element->attribute_count * sizeof *element->attributes;
    *ret_element = *element;
    *ret_memory = NULL;
    if (!is_escaped(element))
        return ANF_OK;
    for (size_t i = 0; i < element->attribute_count; ++i)
        bytes += strlen(element->attributes[i].value) + 1;
    struct anf__xml_attribute *attributes = malloc(bytes);
    if (!attributes)
        return ANF_ERR_NOMEM;
    char *to = (char *)(attributes + element->attribute_count);
    for (size_t i = 0; i < element->attribute_count; ++i) {
        attributes[i] = element->attributes[i];
        attributes[i].value = to;
        to = decode(to, element->attributes[i].value);
    }
    ret_element->attributes = attributes;
    *ret_memory = attributes;
    return ANF_OK;
}
