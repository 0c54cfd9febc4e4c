/* generate-text.c: random texts, addresses and field values, awkward ones before all. */
#include "generator.h"

#include <stdio.h>
#include <string.h>

#define COUNT(array) ((uint32_t)(sizeof(array) / sizeof *(array)))

/* Words that somebody prints, and whatever escapes, trims, folds or normalises what it should
 * not. */
static const char *const pieces[] = {
    "Kleine Anfrage",
    "der Abgeordneten",
    "Wie viele Schulen wurden saniert?",
    "Antwort",
    "12",
    "a",
    "Ä",
    "straße",
    " ",
    "  ",
    " – ",
    ". ",
    "\xC2\xA0",                 /* no-break space */
    "\xC2\x85",                 /* next line, the one control character that may stay */
    "\xC2\xAD",                 /* soft hyphen */
    "\xE2\x80\x8B",             /* zero width space */
    "\xE2\x80\xA8",             /* line separator */
    "\xEF\xBB\xBF",             /* byte order mark */
    "\xC3\xA9",                 /* é, composed */
    "e\xCC\x81",                /* é, decomposed */
    "\xCC\x88",                 /* a combining diaeresis for whatever stands before it */
    "\xF0\x9F\x98\x80",         /* beyond the basic plane */
    "\xF0\x9D\x92\x9C",         /* " */
    "\xEF\xB7\x90",             /* U+FDD0, a noncharacter that XML takes */
    "\xF4\x8F\xBF\xBF",         /* U+10FFFF, the last one */
    "\xED\x9F\xBF\xEE\x80\x80", /* around the surrogates */
    "\xEF\xBF\xBD",             /* replacement character */
    "\xD7\x90\xD7\x91",         /* right to left */
    "]]>",
    "<&>\"'",
    "&amp;",
    "&#38;",
    "<!-- -->",
    "<?x ?>",
    "\\n\\u0041\\",
    "{\"a\":[1]}",
    "%20%",
    "*_`#",
    "1. ",
    "a) ",
    "- ",
    "null",
    "true",
    "0",
};

static const char *const hrefs[] = {
    "",
    "#x",
    "#",
    "100%",
    "x[1].pdf",
    "http://h/a#b#c",
    "1a:b",
    "http://a:port/",
    "https://www.landtag.example/dokumente/MMD18-14241.pdf",
    "https://example.org/?a=1&b=2#c",
    "mailto:info@example.org",
    "javascript:alert('x')",
    "../a b/c",
    "//example.org/",
    "?q=ä&r=%C3%A4",
    "http://bücher.example/ß",
    " http://example.org/ ",
    "http://[::1]/",
    "http://example.org/%zz",
    "\\\\server\\share",
    "http://example.org/\xF0\x9F\x98\x80",
    "a\tb",
    ":",
    "%",
};

static char text[GENERATOR_TEXT_SIZE];

static void
append(size_t *len, const char *piece)
{
    size_t more = strlen(piece);
    if (*len + more >= sizeof text)
        return;
    memcpy(text + *len, piece, more + 1);
    *len += more;
}

static const char *
break_for(struct generator *g, enum generator_text kind)
{
    if (kind == GENERATOR_LINE)
        return " ";
    if (kind != GENERATOR_LINES || generator_chance(g, 30))
        return "\t";
    return generator_chance(g, 70) ? "\n" : "\n\n  ";
}

static uint32_t
piece_count(struct generator *g)
{
    enum { LONG = 12000, MIDDLE = 40, SHORT = 5 };
    uint32_t size = generator_below(g, 1000);
    if (size < 2)
        return 1 + generator_below(g, LONG);
    return 1 + generator_below(g, size < 100 ? MIDDLE : SHORT);
}

const char *
generator_text(struct generator *g, enum generator_text kind)
{
    size_t len = 0;
    for (uint32_t count = piece_count(g); count; --count) {
        uint32_t chosen = generator_below(g, COUNT(pieces));
        append(&len, generator_chance(g, 8) ? break_for(g, kind) : pieces[chosen]);
    }
    return g->leave_out & GENERATE_ODD_TEXT ? "x" : text;
}

const char *
generator_href(struct generator *g)
{
    const char *href = hrefs[generator_below(g, COUNT(hrefs))];
    return g->leave_out & GENERATE_ODD_TEXT ? "http://example.org/" : href;
}

static const char *
random_date(struct generator *g)
{
    static const char *const dates[] = {"0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29",
                                        "1999-12-31"};
    if (generator_chance(g, 20))
        return dates[generator_below(g, COUNT(dates))];
    unsigned year = 1946 + generator_below(g, 90);
    unsigned month = 1 + generator_below(g, 12);
    unsigned day = 1 + generator_below(g, 28);
    snprintf(text, sizeof text, "%04u-%02u-%02u", year, month, day);
    return text;
}

static const char *
random_kind(struct generator *g)
{
    static const char *const kinds[] = {"kleine-anfrage",
                                        "grosse-anfrage",
                                        "schriftliche-anfrage",
                                        "muendliche-anfrage",
                                        "dringliche-anfrage",
                                        "interpellation",
                                        "anfrage"};
    return kinds[generator_below(g, COUNT(kinds))];
}

static const char *
random_document(struct generator *g)
{
    static const char *const documents[] = {"anfrage", "antwort", "zusammenfassung", "vorgang"};
    return documents[generator_below(g, COUNT(documents))];
}

static const char *
random_parliament(struct generator *g)
{
    static const char *const parliaments[] = {"DE", "DE-NW", "DE-BE", "AT-9", "XX-ABC"};
    return parliaments[generator_below(g, COUNT(parliaments))];
}

static const char *
random_term(struct generator *g)
{
    snprintf(text, sizeof text, "%u", 1u + generator_below(g, generator_chance(g, 80) ? 21 : 999));
    return text;
}

static const char *
random_language(struct generator *g)
{
    static const char *const languages[] = {"de",  "de-DE", "de-CH-1996",
                                            "gsw", "dsb",   "de-Latn-DE-x-leicht"};
    return languages[generator_below(g, COUNT(languages))];
}

static const char *
random_sha256(struct generator *g)
{
    enum { DIGITS = 64 };
    for (size_t i = 0; i < DIGITS; ++i)
        text[i] = "0123456789abcdef"[generator_below(g, 16)];
    text[DIGITS] = '\0';
    return text;
}

static const char *
random_reference(struct generator *g)
{
    if (generator_chance(g, 20))
        return generator_text(g, GENERATOR_LINE);
    unsigned term = 1 + generator_below(g, 21);
    snprintf(text, sizeof text, "%u/%u", term, generator_below(g, 20000));
    return text;
}

typedef const char *value_fn(struct generator *g);

static value_fn *const values[] = {
    [ANF_FIELD_KIND] = random_kind,
    [ANF_FIELD_DOCUMENT] = random_document,
    [ANF_FIELD_PARLIAMENT] = random_parliament,
    [ANF_FIELD_TERM] = random_term,
    [ANF_FIELD_REFERENCE] = random_reference,
    [ANF_FIELD_ANSWER_REFERENCE] = random_reference,
    [ANF_FIELD_INQUIRY_NUMBER] = random_reference,
    [ANF_FIELD_LANGUAGE] = random_language,
    [ANF_FIELD_ASKED] = random_date,
    [ANF_FIELD_ANSWERED] = random_date,
    [ANF_FIELD_PUBLISHED] = random_date,
    [ANF_FIELD_SHA256] = random_sha256,
    [ANF_FIELD_RETRIEVED] = NULL,
};

const char *
generator_field(struct generator *g, int field)
{
    if (values[field])
        return values[field](g);
    return generator_text(g, GENERATOR_LINE);
}
