/* attribute.c: looking at the attributes of a tag. */
#include "attribute.h"

#include <string.h>

const char *
anf__html_attribute(const xmlChar **attributes, const char *name)
{
    for (; attributes && *attributes; attributes += 2)
        if (!strcmp((const char *)attributes[0], name))
            return attributes[1] ? (const char *)attributes[1] : "";
    return NULL;
}

int32_t
anf__html_number(const char *text, int32_t least, int32_t most, int32_t otherwise)
{
    int64_t value = 0;
    if (!text)
        return otherwise;
    text += strspn(text, " \t\n\r\f");
    int negative = *text == '-';
    text += negative;
    if (*text < '0' || *text > '9')
        return otherwise;
    for (; *text >= '0' && *text <= '9'; text++)
        if (value <= INT32_MAX)
            value = value * 10 + (*text - '0');
    value = negative ? -value : value;
    return value < least ? least : value > most ? most : (int32_t)value;
}

/* Does an inline style declare this property so? Only the plain form is looked for. */
static int
style_declares(const char *style, const char *property, const char *value)
{
    const xmlChar *at = (const xmlChar *)style;
    while ((at = xmlStrcasestr(at, (const xmlChar *)property)) != NULL) {
        const char *rest = (const char *)at + strlen(property);
        rest += strspn(rest, " \t\n\r");
        if (*rest == ':') {
            rest += 1 + strspn(rest + 1, " \t\n\r");
            return !xmlStrncasecmp((const xmlChar *)rest, (const xmlChar *)value,
                                   (int)strlen(value));
        }
        at++;
    }
    return 0;
}

int
anf__html_is_hidden(const char *name, const xmlChar **attributes)
{
    if (!strcmp(name, "dialog") && !anf__html_attribute(attributes, "open"))
        return 1;
    if (!attributes)
        return 0;
    const char *style = anf__html_attribute(attributes, "style");
    return anf__html_attribute(attributes, "hidden") != NULL ||
           (style && (style_declares(style, "display", "none") ||
                      style_declares(style, "visibility", "hidden")));
}

int
anf__html_same(const char *a, const char *b)
{
    return a && !xmlStrcasecmp((const xmlChar *)a, (const xmlChar *)b);
}

int
anf__html_has_word(const char *words, const char *word)
{
    const char *spaces = " \t\n\r\f";
    size_t wanted = strlen(word);
    for (words += strspn(words, spaces); *words; words += strspn(words, spaces)) {
        size_t length = strcspn(words, spaces);
        if (length == wanted &&
            !xmlStrncasecmp((const xmlChar *)words, (const xmlChar *)word, (int)length))
            return 1;
        words += length;
    }
    return 0;
}
