/* elements.c: the tables of elements and roles, sorted by name. */
#include "elements.h"

#include <anfrage/plugin.h>

#include <libxml/xmlstring.h>
#include <stdlib.h>
#include <string.h>

#define INLINE(name)                                                                               \
    {                                                                                              \
        name, ANF__HTML_INLINE, 0, 0, 0                                                            \
    }
#define SPAN(name, kind)                                                                           \
    {                                                                                              \
        name, ANF__HTML_SPAN, ANF_SPAN_##kind, 0, 0                                                \
    }
#define BLOCK(name)                                                                                \
    {                                                                                              \
        name, ANF__HTML_BLOCK, 0, 0, 0                                                             \
    }
#define KIND(name, kind)                                                                           \
    {                                                                                              \
        name, ANF__HTML_BLOCK, ANF_BLOCK_##kind, 0, 0                                              \
    }
#define HEADING(name, level)                                                                       \
    {                                                                                              \
        name, ANF__HTML_BLOCK, ANF_BLOCK_HEADING, level, 0                                         \
    }
#define PLACE(name, kind)                                                                          \
    {                                                                                              \
        name, ANF__HTML_PLACE, ANF_PLACE_##kind, 0, 0                                              \
    }
#define GROUP(name, flags)                                                                         \
    {                                                                                              \
        name, ANF__HTML_PLACE, ANF_PLACE_GROUP, 0, flags                                           \
    }
#define TYPE(name, type, flags)                                                                    \
    {                                                                                              \
        name, ANF__HTML_##type, 0, 0, flags                                                        \
    }

#define INITIAL ANF__HTML_WRAPS_INITIAL
#define TEXT    (ANF__HTML_WRAPS_INITIAL | ANF__HTML_BEGINS_TEXT)
#define FIXED   ANF__HTML_FIXED
#define IN_HEAD (ANF__HTML_IN_HEAD | ANF__HTML_FIXED)

static const struct anf__html_element elements[] = {
    TYPE("a", LINK, 0),
    INLINE("abbr"),
    PLACE("address", ADDRESS),
    TYPE("area", AREA, FIXED),
    PLACE("article", ARTICLE),
    PLACE("aside", ASIDE),
    BLOCK("audio"),
    SPAN("b", STRONG),
    TYPE("base", BASE, IN_HEAD),
    INLINE("big"),
    PLACE("blockquote", QUOTE),
    BLOCK("body"),
    TYPE("br", LINE_BREAK, FIXED),
    KIND("button", BUTTON),
    BLOCK("canvas"),
    KIND("caption", CAPTION),
    BLOCK("center"),
    SPAN("cite", EMPHASIS),
    BLOCK("datalist"),
    KIND("dd", DEFINITION),
    SPAN("del", STRIKE),
    BLOCK("desc"),
    GROUP("details", 0),
    SPAN("dfn", EMPHASIS),
    PLACE("dialog", DIALOG),
    TYPE("dir", LIST, 0),
    GROUP("div", TEXT),
    PLACE("dl", DEFINITIONS),
    KIND("dt", TERM),
    SPAN("em", EMPHASIS),
    GROUP("fieldset", 0),
    KIND("figcaption", CAPTION),
    PLACE("figure", FIGURE),
    INLINE("font"),
    PLACE("footer", FOOTER),
    PLACE("form", FORM),
    BLOCK("frameset"),
    HEADING("h1", 1),
    HEADING("h2", 2),
    HEADING("h3", 3),
    HEADING("h4", 4),
    HEADING("h5", 5),
    HEADING("h6", 6),
    TYPE("head", HEAD, IN_HEAD),
    PLACE("header", HEADER),
    GROUP("hgroup", 0),
    BLOCK("hr"),
    TYPE("html", ROOT, IN_HEAD),
    SPAN("i", EMPHASIS),
    BLOCK("iframe"),
    TYPE("img", IMAGE, FIXED),
    TYPE("input", INPUT, FIXED),
    SPAN("ins", UNDERLINE),
    BLOCK("label"),
    KIND("legend", CAPTION),
    TYPE("li", ITEM, 0),
    TYPE("link", RELATION, IN_HEAD),
    KIND("listing", PREFORMATTED),
    PLACE("main", MAIN),
    BLOCK("marquee"),
    TYPE("menu", LIST, 0),
    TYPE("meta", META, IN_HEAD),
    PLACE("nav", NAV),
    BLOCK("noframes"),
    BLOCK("noscript"),
    BLOCK("object"),
    TYPE("ol", LIST, ANF__HTML_ORDERED),
    BLOCK("optgroup"),
    BLOCK("option"),
    {"p", ANF__HTML_BLOCK, 0, 0, TEXT},
    KIND("plaintext", PREFORMATTED),
    KIND("pre", PREFORMATTED),
    SPAN("s", STRIKE),
    TYPE("script", SKIP, IN_HEAD),
    PLACE("search", FORM),
    GROUP("section", TEXT),
    BLOCK("select"),
    INLINE("small"),
    INLINE("span"),
    SPAN("strike", STRIKE),
    SPAN("strong", STRONG),
    TYPE("style", SKIP, IN_HEAD),
    SPAN("sub", SUBSCRIPT),
    BLOCK("summary"),
    SPAN("sup", SUPERSCRIPT),
    TYPE("svg", SVG, FIXED),
    {"table", ANF__HTML_PLACE, ANF_PLACE_TABLE, 0, INITIAL},
    {"tbody", ANF__HTML_BLOCK, 0, 0, INITIAL | FIXED},
    {"td", ANF__HTML_CELL, 0, 0, INITIAL},
    TYPE("template", SKIP, IN_HEAD),
    BLOCK("text"),
    TYPE("textarea", BLOCK, ANF__HTML_PLAIN),
    TYPE("tfoot", BLOCK, FIXED),
    TYPE("th", CELL, ANF__HTML_HEADER_CELL),
    TYPE("thead", BLOCK, FIXED),
    TYPE("time", TIME, 0),
    TYPE("title", TITLE, IN_HEAD | ANF__HTML_PLAIN),
    {"tr", ANF__HTML_PLACE, ANF_PLACE_ROW, 0, INITIAL},
    SPAN("u", UNDERLINE),
    TYPE("ul", LIST, 0),
    SPAN("var", EMPHASIS),
    BLOCK("video"),
    KIND("xmp", PREFORMATTED),
};

/* Accessible Rich Internet Applications 1.2: landmarks, and the structures that other elements are
 * most often dressed up as. */
static const struct anf__html_element roles[] = {
    PLACE("alertdialog", DIALOG),
    PLACE("article", ARTICLE),
    PLACE("banner", HEADER),
    KIND("button", BUTTON),
    TYPE("cell", CELL, 0),
    TYPE("columnheader", CELL, ANF__HTML_HEADER_CELL),
    PLACE("complementary", ASIDE),
    PLACE("contentinfo", FOOTER),
    PLACE("dialog", DIALOG),
    PLACE("form", FORM),
    HEADING("heading", 2),
    TYPE("list", LIST, 0),
    TYPE("listitem", ITEM, 0),
    PLACE("main", MAIN),
    PLACE("navigation", NAV),
    PLACE("row", ROW),
    TYPE("rowheader", CELL, ANF__HTML_HEADER_CELL),
    PLACE("search", FORM),
    PLACE("table", TABLE),
};

static int
compare(const void *key, const void *element)
{
    return strcmp(key, ((const struct anf__html_element *)element)->name);
}

const struct anf__html_element *
anf__html_element(const char *name)
{
    return bsearch(name, elements, sizeof elements / sizeof *elements, sizeof *elements, compare);
}

/* The first token that says something counts. */
const struct anf__html_element *
anf__html_role(const char *text)
{
    const char *spaces = " \t\n\r\f";
    for (text += strspn(text, spaces); *text; text += strspn(text, spaces)) {
        char name[ANF__HTML_NAME_ROOM] = "";
        size_t length = strcspn(text, spaces);
        for (size_t i = 0; length < sizeof name && i < length; i++)
            name[i] = (char)(text[i] >= 'A' && text[i] <= 'Z' ? text[i] + 0x20 : text[i]);
        const struct anf__html_element *role = bsearch(name, roles, sizeof roles / sizeof *roles,
                                                       sizeof *roles, compare);
        if (role)
            return role;
        text += length;
    }
    return NULL;
}
