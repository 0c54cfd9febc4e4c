/* names.c: the labels of lists. */
#include "names.h"

#include <stdio.h>
#include <string.h>

/* The first three are ANF__ODT_LIST_BULLETS, _PLAIN, _NUMBERS. A letter that is also a Roman number
 * counts as a letter where both would do. */
const struct anf__odt_list_style anf__odt_list_styles[] = {
    {"Anfrage_20_Punkte", "Anfrage Punkte", '*', "", ""},
    {"Anfrage_20_Liste", "Anfrage Liste", 0, "", ""},
    {"Anfrage_20_1.", "Anfrage 1.", '1', "", "."},
    {"Anfrage_20_1_29_", "Anfrage 1)", '1', "", ")"},
    {"Anfrage_20__28_1_29_", "Anfrage (1)", '1', "(", ")"},
    {"Anfrage_20_a_29_", "Anfrage a)", 'a', "", ")"},
    {"Anfrage_20__28_a_29_", "Anfrage (a)", 'a', "(", ")"},
    {"Anfrage_20_a.", "Anfrage a.", 'a', "", "."},
    {"Anfrage_20_A.", "Anfrage A.", 'A', "", "."},
    {"Anfrage_20_A_29_", "Anfrage A)", 'A', "", ")"},
    {"Anfrage_20_i_29_", "Anfrage i)", 'i', "", ")"},
    {"Anfrage_20__28_i_29_", "Anfrage (i)", 'i', "(", ")"},
    {"Anfrage_20_i.", "Anfrage i.", 'i', "", "."},
    {"Anfrage_20_I.", "Anfrage I.", 'I', "", "."},
    {NULL, NULL, 0, NULL, NULL},
};

static const char *const roman[] = {
    "i",  "ii",  "iii",  "iv",  "v",  "vi",  "vii",  "viii",  "ix",  "x",
    "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx",
};
enum { ROMAN = sizeof roman / sizeof *roman, LETTERS = 26, MOST_DIGITS = 4, LONGEST = 8 };

static char
other_case(char c)
{
    return (char)(c ^ ('a' ^ 'A'));
}

static unsigned
decimal_value(const char *text)
{
    unsigned value = 0;
    size_t len = strspn(text, "0123456789");
    if (!len || text[len] || len > MOST_DIGITS || text[0] == '0')
        return 0;
    for (; *text; text++)
        value = value * 10 + (unsigned)(*text - '0');
    return value;
}

static unsigned
roman_value(const char *text)
{
    for (unsigned i = 0; i < ROMAN; i++)
        if (strcmp(text, roman[i]) == 0)
            return i + 1;
    return 0;
}

/* text is what stands between prefix and suffix, and may be changed. */
static unsigned
value_of(char format, char *text)
{
    if (format == '1')
        return decimal_value(text);
    int upper = format == 'A' || format == 'I';
    for (char *c = text; *c; c++) {
        if (*c < (upper ? 'A' : 'a') || *c > (upper ? 'Z' : 'z'))
            return 0;
        *c = upper ? other_case(*c) : *c;
    }
    if (format == 'i' || format == 'I')
        return roman_value(text);
    return text[0] && !text[1] ? (unsigned)(text[0] - 'a') + 1 : 0;
}

unsigned
anf__odt_list_value(const struct anf__odt_list_style *style, const char *label)
{
    char middle[LONGEST];
    size_t len = strlen(label), before = strlen(style->prefix), after = strlen(style->suffix);
    if (!style->format || style->format == '*' || len <= before + after ||
        len - before - after >= sizeof middle)
        return 0;
    if (memcmp(label, style->prefix, before) != 0 ||
        strcmp(label + len - after, style->suffix) != 0)
        return 0;
    len -= before + after;
    memcpy(middle, label + before, len);
    middle[len] = '\0';
    return value_of(style->format, middle);
}

struct anf__odt_label
anf__odt_list_label(const struct anf__odt_list_style *style, unsigned value)
{
    struct anf__odt_label label = {""};
    char middle[LONGEST] = "";
    if (style->format == '1' && value && value <= 9999)
        snprintf(middle, sizeof middle, "%u", value);
    else if ((style->format == 'a' || style->format == 'A') && value && value <= LETTERS)
        snprintf(middle, sizeof middle, "%c", (char)(style->format + (char)(value - 1)));
    else if ((style->format == 'i' || style->format == 'I') && value && value <= ROMAN)
        snprintf(middle, sizeof middle, "%s", roman[value - 1]);
    for (char *c = middle; style->format == 'I' && *c; c++)
        *c = other_case(*c);
    if (*middle)
        snprintf(label.text, sizeof label.text, "%s%s%s", style->prefix, middle, style->suffix);
    return label;
}
