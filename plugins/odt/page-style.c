/* page-style.c: styles of a document, by name. */
#include "page-style.h"

#include <libxml/hash.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_CHAIN = 64, TABLE_SIZE = 256 };

struct anf__odt_styles {
    xmlHashTablePtr table;
    struct anf__odt_style *current; /* whose properties follow */
    int automatic;                  /* those that follow are */
};

/* Style names that every office suite gives a meaning (ODF 1.3 part 3, section 16.2; the names are
 * LibreOffice's, which Word's export uses as well). */
static const struct {
    const char *name;
    unsigned look;
} known[] = {
    {"Title", ANF__ODT_TITLE},
    {"Strong_20_Emphasis", ANF__ODT_STRONG},
    {"Emphasis", ANF__ODT_EMPHASIS},
    {"Quotations", ANF__ODT_QUOTATION},
    {"Preformatted_20_Text", ANF__ODT_PREFORMATTED},
};

static void
free_style(void *style, const xmlChar *name)
{
    (void)name;
    free(style);
}

struct anf__odt_styles *
anf__odt_styles_new(void)
{
    struct anf__odt_styles *styles = calloc(1, sizeof *styles);
    if (styles)
        styles->table = xmlHashCreate(TABLE_SIZE);
    return styles && styles->table ? styles : anf__odt_styles_free(styles);
}

struct anf__odt_styles *
anf__odt_styles_free(struct anf__odt_styles *styles)
{
    if (styles && styles->table)
        xmlHashFree(styles->table, free_style);
    free(styles);
    return NULL;
}

static unsigned
known_look(const char *name)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (strcmp(known[i].name, name) == 0)
            return known[i].look;
    }
    return 0;
}

static int
add_style(struct anf__odt_styles *styles, const char *name, const char *parent)
{
    struct anf__odt_style *style = malloc(sizeof *style + strlen(parent) + 1);
    styles->current = NULL;
    if (!style)
        return ANF_ERR_NOMEM;
    *style = (struct anf__odt_style){.look = known_look(name), .automatic = styles->automatic};
    strcpy(style->parent, parent);
    /* The first of a name counts; a second one is a fault of the document. */
    if (xmlHashAddEntry(styles->table, (const xmlChar *)name, style) != 0)
        free(style);
    else
        styles->current = style;
    return ANF_OK;
}

static int
is(const char *value, const char *wanted)
{
    return value && strcmp(value, wanted) == 0;
}

static int
is_set(const char *line_style)
{
    return line_style && strcmp(line_style, "none") != 0;
}

static unsigned
plain_of_properties(const struct anf__xml_element *e)
{
    unsigned plain = 0;
    for (size_t i = 0; i < e->attribute_count; i++) {
        const char *name = e->attributes[i].name;
        const char *value = e->attributes[i].value;
        if (is(name, "font-weight") && is(value, "normal"))
            plain |= ANF__ODT_STRONG;
        else if (is(name, "font-style") && is(value, "normal"))
            plain |= ANF__ODT_EMPHASIS;
        else if (is(name, "text-underline-style") && !is_set(value))
            plain |= ANF__ODT_UNDERLINE;
        else if (is(name, "text-line-through-style") && !is_set(value))
            plain |= ANF__ODT_STRIKE;
        else if (is(name, "text-position"))
            plain |= ANF__ODT_SUPERSCRIPT | ANF__ODT_SUBSCRIPT;
    }
    return plain;
}

static unsigned
look_of_properties(const struct anf__xml_element *e)
{
    unsigned look = 0;
    for (size_t i = 0; i < e->attribute_count; i++) {
        const char *name = e->attributes[i].name;
        const char *value = e->attributes[i].value;
        if (is(name, "font-weight") && (is(value, "bold") || is(value, "700")))
            look |= ANF__ODT_STRONG;
        else if (is(name, "font-style") && (is(value, "italic") || is(value, "oblique")))
            look |= ANF__ODT_EMPHASIS;
        else if (is(name, "text-underline-style") && is_set(value))
            look |= ANF__ODT_UNDERLINE;
        else if (is(name, "text-line-through-style") && is_set(value))
            look |= ANF__ODT_STRIKE;
        else if (is(name, "text-position") && strncmp(value, "super", 5) == 0)
            look |= ANF__ODT_SUPERSCRIPT;
        else if (is(name, "text-position") && strncmp(value, "sub", 3) == 0)
            look |= ANF__ODT_SUBSCRIPT;
    }
    return look;
}

/* The value of an attribute in whatever namespace. */
static const char *
value_of(const struct anf__xml_element *e, const char *name)
{
    for (size_t i = 0; i < e->attribute_count; i++) {
        if (strcmp(e->attributes[i].name, name) == 0)
            return e->attributes[i].value;
    }
    return NULL;
}

int
anf__odt_styles_add(struct anf__odt_styles *styles, const struct anf__xml_element *element)
{
    if (is(element->name, "style") || is(element->name, "list-style")) {
        const char *name = value_of(element, "name");
        const char *parent = value_of(element, "parent-style-name");
        return name ? add_style(styles, name, parent ? parent : "") : ANF_OK;
    }
    if (is(element->name, "automatic-styles") || is(element->name, "styles"))
        styles->automatic = is(element->name, "automatic-styles");
    if (is(element->name, "text-properties") && styles->current) {
        styles->current->look |= look_of_properties(element);
        styles->current->plain |= plain_of_properties(element);
    }
    if (is(element->name, "list-level-style-number") && styles->current &&
        is(value_of(element, "level"), "1"))
        styles->current->look |= ANF__ODT_ORDERED;
    return ANF_OK;
}

const struct anf__odt_style *
anf__odt_style_find(const struct anf__odt_styles *styles, const char *name)
{
    return xmlHashLookup(styles->table, (const xmlChar *)name);
}

unsigned
anf__odt_style_look(const struct anf__odt_styles *styles, const char *name)
{
    unsigned look = 0;
    for (int steps = 0; name && *name && steps < LONGEST_CHAIN; steps++) {
        const struct anf__odt_style *style = anf__odt_style_find(styles, name);
        look |= style ? style->look : known_look(name);
        name = style ? style->parent : NULL;
    }
    return look;
}
