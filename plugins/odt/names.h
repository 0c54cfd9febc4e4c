/* names.h: the names that the writer gives and the reader knows: members of the package, styles,
 * sections, marks of text. */
#ifndef ANF_ODT_NAMES_H
#define ANF_ODT_NAMES_H

#include <stddef.h>

#define ANF__ODT_VERSION    "0.1.0"
#define ANF__ODT_LAYOUT     "anfrage-odt/1"
#define ANF__ODT_MEDIA_TYPE "application/vnd.oasis.opendocument.text"

/* The package (OpenDocument 1.3, part 2). */
#define ANF__ODT_MIMETYPE "mimetype"
#define ANF__ODT_CONTENT  "content.xml"
#define ANF__ODT_STYLES   "styles.xml"
#define ANF__ODT_META     "meta.xml"
#define ANF__ODT_MANIFEST "META-INF/manifest.xml"
#define ANF__ODT_FOLDER   "anfrage/"
#define ANF__ODT_INQUIRY  "anfrage/inquiry.xml"

/* Named styles of paragraphs. */
#define ANF__ODT_STYLE_BODY          "Text_20_body"
#define ANF__ODT_STYLE_TITLE         "Title"
#define ANF__ODT_STYLE_SUBTITLE      "Subtitle"
#define ANF__ODT_STYLE_QUOTE         "Quotations"
#define ANF__ODT_STYLE_PREFORMATTED  "Preformatted_20_Text"
#define ANF__ODT_STYLE_ITEM          "List_20_Contents"
#define ANF__ODT_STYLE_CAPTION       "Table"
#define ANF__ODT_STYLE_CELL          "Table_20_Contents"
#define ANF__ODT_STYLE_HEADER_CELL   "Table_20_Heading"
#define ANF__ODT_STYLE_NOTE          "Footnote"
#define ANF__ODT_STYLE_PAPER         "Anfrage_20_Kennzeile"
#define ANF__ODT_STYLE_FIELD_NAME    "Anfrage_20_Kopf_20_Name"
#define ANF__ODT_STYLE_FIELD_VALUE   "Anfrage_20_Kopf_20_Wert"
#define ANF__ODT_STYLE_SECTION       "Anfrage_20_Abschnitt"
#define ANF__ODT_STYLE_QUESTION      "Anfrage_20_Frage"
#define ANF__ODT_STYLE_QUESTION_MORE "Anfrage_20_Frage_20_weiter"
#define ANF__ODT_STYLE_QUESTION_ITEM "Anfrage_20_Frage_20_Liste"
#define ANF__ODT_STYLE_ANSWER        "Anfrage_20_Antwort"
#define ANF__ODT_STYLE_ANSWER_LABEL  "Anfrage_20_Antwortzeile"
#define ANF__ODT_STYLE_NUMBER        "Anfrage_20_Nummer"
#define ANF__ODT_STYLE_IMAGE         "Anfrage_20_Bild"
#define ANF__ODT_STYLE_SUMMARY       "Anfrage_20_Zusammenfassung"
#define ANF__ODT_STYLE_TAIL          "Anfrage_20_Schluss"
#define ANF__ODT_STYLE_TAIL_FIRST    "Anfrage_20_Schluss_20_Anfang"

/* Names of sections: these two hold fields; the others are "anf:", the role and a number. */
#define ANF__ODT_SECTION_PREFIX "anf:"
#define ANF__ODT_SECTION_HEAD   "anf:kopf"
#define ANF__ODT_SECTION_TAIL   "anf:schluss"

/* How a run of text is marked. A document has them as one set, whatever their nesting was. */
enum anf__odt_mark {
    ANF__ODT_MARK_EMPHASIS = 1,
    ANF__ODT_MARK_STRONG = 2,
    ANF__ODT_MARK_UNDERLINE = 4,
    ANF__ODT_MARK_STRIKE = 8,
    ANF__ODT_MARK_SUPERSCRIPT = 16,
    ANF__ODT_MARK_SUBSCRIPT = 32,
    ANF__ODT_MARKS = 6 /* how many there are */
};

/* LibreOffice knows ten levels of lists. */
enum { ANF__ODT_MOST_LISTS = 10, ANF__ODT_MOST_TABLES = 2, ANF__ODT_MOST_OUTLINE = 6 };

/* Labels of items that the document counts by itself: "1.", "a)" … */
struct anf__odt_list_style {
    const char *name;
    const char *display;
    char format; /* '1', 'a', 'A', 'i', 'I'; '*': a bullet; 0: none */
    const char *prefix;
    const char *suffix;
};
extern const struct anf__odt_list_style anf__odt_list_styles[]; /* up to a NULL name */
enum { ANF__ODT_LIST_BULLETS, ANF__ODT_LIST_PLAIN, ANF__ODT_LIST_NUMBERS };

/* The ordinal that a label of this style stands for, from 1; 0: it is none of the style. */
unsigned anf__odt_list_value(const struct anf__odt_list_style *style, const char *label);
/* The label itself; a number that the format does not count to gives "". */
struct anf__odt_label {
    char text[24];
};
struct anf__odt_label anf__odt_list_label(const struct anf__odt_list_style *style, unsigned value);

#endif
