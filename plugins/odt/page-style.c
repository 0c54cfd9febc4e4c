/* page-style.c: styles of a document, by family and name. */
#include "page-style.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_CHAIN = 64, MOST_LEVEL = 10, SEMIBOLD = 600 };

struct anf__odt_styles {
    void *tree;                     /* of tsearch(3): libxml2's hash tables stop to grow */
    int automatic;                  /* of the styles that are being read */
    struct anf__odt_style *current; /* whose properties follow */
};

/* Styles that every office suite gives a meaning; the names are LibreOffice's, which Word's export
 * and pandoc use as well. */
static const struct {
    const char *family;
    const char *name;
    unsigned look;
    uint32_t level;
} known[] = {
    {"paragraph", "Title", 0, 1},
    {"paragraph", "Quotations", ANF__ODT_QUOTATION, 0},
    {"paragraph", "Preformatted_20_Text", ANF__ODT_PREFORMATTED, 0},
    {"text", "Strong_20_Emphasis", ANF__ODT_STRONG, 0},
    {"text", "Emphasis", ANF__ODT_EMPHASIS, 0},
};

static const char lists[] = "list";

/* --- the table --- */

static int
compare(const void *a, const void *b)
{
    const struct anf__odt_style *x = a, *y = b;
    int order = strcmp(x->name, y->name);
    return order ? order : strcmp(x->family, y->family);
}

struct anf__odt_styles *
anf__odt_styles_new(void)
{
    return calloc(1, sizeof(struct anf__odt_styles));
}

struct anf__odt_styles *
anf__odt_styles_free(struct anf__odt_styles *styles)
{
    if (styles)
        tdestroy(styles->tree, free);
    free(styles);
    return NULL;
}

static struct anf__odt_style *
find(const struct anf__odt_styles *styles, const char *family, const char *name)
{
    struct anf__odt_style key = {.family = family, .name = name};
    struct anf__odt_style **found = tfind(&key, &styles->tree, compare);
    return found ? *found : NULL;
}

const struct anf__odt_style *
anf__odt_style_find(const struct anf__odt_styles *styles, const char *family, const char *name)
{
    return find(styles, family, name);
}

const char *
anf__odt_value(const struct anf__xml_element *element, const char *name)
{
    for (size_t i = 0; i < element->attribute_count; i++)
        if (strcmp(element->attributes[i].name, name) == 0)
            return element->attributes[i].value;
    return NULL;
}

uint32_t
anf__odt_number(const struct anf__xml_element *element, const char *name, uint32_t most)
{
    const char *value = anf__odt_value(element, name);
    uint64_t number = 0;
    for (; value && *value >= '0' && *value <= '9'; value++)
        number = number < most ? number * 10 + (uint64_t)(*value - '0') : most;
    if (!number || (value && *value))
        return 1;
    return number < most ? (uint32_t)number : most;
}

/* --- reading styles --- */

static int
is(const char *value, const char *wanted)
{
    return value && strcmp(value, wanted) == 0;
}

static void
set_known(struct anf__odt_style *style, const char *family, const char *name)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (strcmp(known[i].name, name) != 0 || strcmp(known[i].family, family) != 0)
            continue;
        style->said |= known[i].look;
        style->look |= known[i].look;
        style->level = known[i].level;
    }
}

static struct anf__odt_style *
new_style(const char *family, const char *name, const char *parent)
{
    size_t size = strlen(family) + strlen(name) + strlen(parent) + 3;
    struct anf__odt_style *style = calloc(1, sizeof *style + size);
    if (!style)
        return NULL;
    char *behind = style->strings;
    style->family = behind;
    behind = stpcpy(behind, family) + 1;
    style->name = behind;
    behind = stpcpy(behind, name) + 1;
    style->parent = strcpy(behind, parent);
    return style;
}

/* A part's own styles count for its text: names of automatic styles are given anew in each. */
static int
add_style(struct anf__odt_styles *styles, const char *family,
          const struct anf__xml_element *element)
{
    const char *name = anf__odt_value(element, "name");
    const char *parent = anf__odt_value(element, "parent-style-name");
    styles->current = NULL;
    if (!name || !family)
        return ANF_OK;
    struct anf__odt_style *style = new_style(family, name, parent ? parent : "");
    if (!style)
        return ANF_ERR_NOMEM;
    style->automatic = styles->automatic;
    set_known(style, family, name);
    if (anf__odt_value(element, "default-outline-level"))
        style->level = anf__odt_number(element, "default-outline-level", MOST_LEVEL);
    struct anf__odt_style **kept = tsearch(style, &styles->tree, compare);
    if (!kept || *kept != style)
        free(kept ? *kept : style);
    if (!kept)
        return ANF_ERR_NOMEM;
    *kept = style;
    styles->current = style;
    return ANF_OK;
}

static void
say(struct anf__odt_style *style, unsigned looks, unsigned look)
{
    style->said |= looks;
    style->look = (style->look & ~looks) | look;
}

static void
say_if(struct anf__odt_style *style, unsigned look, int has)
{
    say(style, look, has ? look : 0);
}

/* "super 58%", "-33% 58%", "0% 100%" (OpenDocument 1.3, part 3, 20.384). */
static void
say_position(struct anf__odt_style *style, const char *value)
{
    unsigned look = 0;
    if (*value == '-' || strncmp(value, "sub", 3) == 0)
        look = ANF__ODT_SUBSCRIPT;
    else if ((*value >= '1' && *value <= '9') || strncmp(value, "super", 5) == 0)
        look = ANF__ODT_SUPERSCRIPT;
    say(style, ANF__ODT_SUPERSCRIPT | ANF__ODT_SUBSCRIPT, look);
}

static void
add_text_properties(struct anf__odt_style *style, const struct anf__xml_element *e)
{
    for (size_t i = 0; i < e->attribute_count; i++) {
        const char *name = e->attributes[i].name;
        const char *value = e->attributes[i].value;
        if (is(name, "font-weight"))
            say_if(style, ANF__ODT_STRONG, is(value, "bold") || atoi(value) >= SEMIBOLD);
        else if (is(name, "font-style"))
            say_if(style, ANF__ODT_EMPHASIS, is(value, "italic") || is(value, "oblique"));
        else if (is(name, "text-underline-style"))
            say_if(style, ANF__ODT_UNDERLINE, !is(value, "none"));
        else if (is(name, "text-line-through-style"))
            say_if(style, ANF__ODT_STRIKE, !is(value, "none"));
        else if (is(name, "text-position"))
            say_position(style, value);
        else if (is(name, "display"))
            say_if(style, ANF__ODT_HIDDEN, is(value, "none"));
    }
}

/* A level that counts has a format to count in; start-value is 1 where it is not given. */
static void
add_list_level(struct anf__odt_style *style, const struct anf__xml_element *e)
{
    const char *format = anf__odt_value(e, "num-format");
    uint32_t level = anf__odt_number(e, "level", ANF__ODT_LIST_LEVELS) - 1;
    style->counts.start[level] = anf__odt_number(e, "start-value", INT32_MAX);
    style->counts.next[level] = style->counts.start[level];
    if (format && *format)
        style->counts.ordered |= 1u << level;
}

int
anf__odt_styles_add(struct anf__odt_styles *styles, const struct anf__xml_element *element)
{
    if (is(element->name, "automatic-styles"))
        styles->automatic = 1;
    else if (is(element->name, "styles"))
        styles->automatic = 0;
    else if (is(element->name, "style"))
        return add_style(styles, anf__odt_value(element, "family"), element);
    else if (is(element->name, "list-style"))
        return add_style(styles, lists, element);
    else if (is(element->name, "text-properties") && styles->current)
        add_text_properties(styles->current, element);
    else if (is(element->name, "list-level-style-number") && styles->current)
        add_list_level(styles->current, element);
    return ANF_OK;
}

/* --- asking --- */

/* The next style of a chain; NULL: the end. A name without a style may have a meaning all the same:
 * *ret_known then says which. */
static const struct anf__odt_style *
follow(const struct anf__odt_styles *styles, const char *family, const char *name,
       struct anf__odt_style *ret_known)
{
    const struct anf__odt_style *style = find(styles, family, name);
    if (style)
        return style;
    *ret_known = (struct anf__odt_style){0};
    set_known(ret_known, family, name);
    return ret_known;
}

unsigned
anf__odt_text_look(const struct anf__odt_styles *styles, const char *name, unsigned around)
{
    struct anf__odt_style known_style;
    unsigned said = 0, look = 0;
    for (int steps = 0; name && *name && steps < LONGEST_CHAIN; steps++) {
        const struct anf__odt_style *style = follow(styles, "text", name, &known_style);
        look |= style->look & ~said;
        said |= style->said;
        name = style == &known_style ? NULL : style->parent;
    }
    return (around & ~said) | look;
}

unsigned
anf__odt_paragraph_look(const struct anf__odt_styles *styles, const char *name, uint32_t *ret_level)
{
    struct anf__odt_style known_style;
    unsigned said = 0, look = 0;
    uint32_t level = 0;
    for (int steps = 0; name && *name && steps < LONGEST_CHAIN; steps++) {
        const struct anf__odt_style *style = follow(styles, "paragraph", name, &known_style);
        unsigned counting = style->automatic ? ~0u : ~(unsigned)ANF__ODT_SPANS;
        look |= style->look & ~said & counting;
        said |= style->said;
        level = level ? level : style->level;
        name = style == &known_style ? NULL : style->parent;
    }
    *ret_level = level;
    return look;
}

struct anf__odt_counts *
anf__odt_list_counts(const struct anf__odt_styles *styles, const char *name)
{
    struct anf__odt_style *style = name ? find(styles, lists, name) : NULL;
    return style ? &style->counts : NULL;
}
