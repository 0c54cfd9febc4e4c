/* shown-style.c: named styles, and how automatic ones go back to them. */
#include "shown-style.h"

#include "shown.h"

#include <string.h>

enum { LONGEST_CHAIN = 64 };
enum { POSITIONS = ANF__ODT_MARK_SUPERSCRIPT | ANF__ODT_MARK_SUBSCRIPT };

struct meaning {
    const char *name;
    unsigned means;
};

/* A named style may be restyled; what it is called is what it means. */
static const struct meaning text_styles[] = {
    {"Emphasis", ANF__ODT_MARK_EMPHASIS},
    {"Strong_20_Emphasis", ANF__ODT_MARK_STRONG},
    {"Anfrage_20_Unterstrichen", ANF__ODT_MARK_UNDERLINE},
    {"Anfrage_20_Gestrichen", ANF__ODT_MARK_STRIKE},
    {"Anfrage_20_Hochgestellt", ANF__ODT_MARK_SUPERSCRIPT},
    {"Anfrage_20_Tiefgestellt", ANF__ODT_MARK_SUBSCRIPT},
    {"Internet_20_link", 0},
    {"Visited_20_Internet_20_Link", 0},
    {"Footnote_20_Symbol", 0},
    {"Footnote_20_anchor", 0},
    {NULL, 0},
};

static const struct meaning line_styles[] = {
    {ANF__ODT_STYLE_TITLE, ANF__ODT_LINE_TITLE},
    {ANF__ODT_STYLE_QUOTE, ANF__ODT_LINE_QUOTE},
    {ANF__ODT_STYLE_PREFORMATTED, ANF__ODT_LINE_PREFORMATTED},
    {ANF__ODT_STYLE_IMAGE, ANF__ODT_LINE_IMAGE},
    {ANF__ODT_STYLE_CAPTION, ANF__ODT_LINE_CAPTION},
    {ANF__ODT_STYLE_HEADER_CELL, ANF__ODT_LINE_HEADER_CELL},
    {ANF__ODT_STYLE_NUMBER, ANF__ODT_LINE_NUMBER},
    {ANF__ODT_STYLE_SECTION, ANF__ODT_LINE_LABEL},
    {ANF__ODT_STYLE_ANSWER_LABEL, ANF__ODT_LINE_LABEL},
    {NULL, 0},
};

static const struct meaning *
find(const struct meaning *meanings, const char *name)
{
    while (meanings->name && strcmp(meanings->name, name) != 0)
        meanings++;
    return meanings->name ? meanings : NULL;
}

unsigned
anf__odt_shown_line_of(const struct anf__odt_styles *styles, const char *name)
{
    for (int steps = 0; name && *name && steps < LONGEST_CHAIN; steps++) {
        const struct meaning *meaning = find(line_styles, name);
        if (meaning)
            return meaning->means;
        const struct anf__odt_style *style = anf__odt_style_find(styles, "paragraph", name);
        name = style ? style->parent : NULL;
    }
    return ANF__ODT_LINE_BODY;
}

unsigned
anf__odt_shown_line_marks(const struct anf__odt_styles *styles, const char *name)
{
    const struct anf__odt_style *style = name ? anf__odt_style_find(styles, "paragraph", name)
                                              : NULL;
    return style && style->automatic ? style->look & ANF__ODT_SPANS : 0;
}

unsigned
anf__odt_shown_marks(const struct anf__odt_styles *styles, const char *name, unsigned around)
{
    unsigned said = 0, set = 0;
    for (int steps = 0; name && *name && steps < LONGEST_CHAIN; steps++) {
        const struct meaning *meaning = find(text_styles, name);
        const struct anf__odt_style *style = anf__odt_style_find(styles, "text", name);
        unsigned look = meaning ? meaning->means : style ? style->look & ANF__ODT_SPANS : 0;
        set |= look & ~said;
        said |= look & POSITIONS ? look | POSITIONS : look;
        if (meaning)
            break;
        said |= style ? style->said : 0;
        name = style ? style->parent : NULL;
    }
    return (around & ~said) | set;
}
