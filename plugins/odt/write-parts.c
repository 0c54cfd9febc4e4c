/* write-parts.c: the styles and the metadata of a document. */
#include "write.h"

#include "style-text.h"
#include "words.h"

#include <string.h>

/* --- styles of lists --- */

/* Each level is so much further in than the one around it; labels that are text may be longer. */
enum { STEP = 7, STEP_OF_TEXT = 10 }; /* mm */

static void
put_level(struct anf__markup_out *out, const struct anf__odt_list_style *style, unsigned level)
{
    static const char *const bullets[] = {"•", "–", "▪"};
    unsigned step = style->format ? STEP : STEP_OF_TEXT;
    int bullet = style->format == '*';
    const char *element = bullet ? "text:list-level-style-bullet" : "text:list-level-style-number";
    anf__markup_start(out, element);
    anf__markup_attribute_format(out, "text:level", "%u", level);
    anf__markup_attribute(out, "text:style-name", "Anfrage_20_Listenzeichen");
    if (bullet) {
        anf__markup_attribute(out, "text:bullet-char", bullets[(level - 1) % 3]);
    } else {
        char format[] = {style->format, '\0'};
        anf__markup_attribute(out, "style:num-prefix", *style->prefix ? style->prefix : NULL);
        anf__markup_attribute(out, "style:num-suffix", *style->suffix ? style->suffix : NULL);
        anf__markup_attribute(out, "style:num-format", format);
    }
    anf__markup_start(out, "style:list-level-properties");
    anf__markup_attribute(out, "text:list-level-position-and-space-mode", "label-alignment");
    anf__markup_start(out, "style:list-level-label-alignment");
    anf__markup_attribute(out, "text:label-followed-by", style->format ? "listtab" : "nothing");
    if (style->format)
        anf__markup_attribute_format(out, "text:list-tab-stop-position", "%umm", step * level);
    anf__markup_attribute_format(out, "fo:text-indent", "-%umm", step);
    anf__markup_attribute_format(out, "fo:margin-left", "%umm", step * level);
    anf__markup_end(out, "style:list-level-label-alignment");
    anf__markup_end(out, "style:list-level-properties");
    anf__markup_end(out, element);
}

static void
put_lists(struct anf__markup_out *out)
{
    for (const struct anf__odt_list_style *style = anf__odt_list_styles; style->name; style++) {
        anf__markup_start(out, "text:list-style");
        anf__markup_attribute(out, "style:name", style->name);
        anf__markup_attribute(out, "style:display-name", style->display);
        for (unsigned level = 1; level <= ANF__ODT_MOST_LISTS; level++)
            put_level(out, style, level);
        anf__markup_end(out, "text:list-style");
        anf__markup_puts(out, "\n");
    }
}

/* --- language: fo:language and fo:country (OpenDocument 1.3, part 3, 20.202 and 20.188) --- */

/* The length of a subtag at text that consists of so many letters. */
static size_t
subtag(const char *text, size_t least, size_t most)
{
    size_t len = strcspn(text, "-");
    size_t letters = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    return letters == len && len >= least && len <= most ? len : 0;
}

static void
put_language(struct anf__markup_out *out, const char *tag)
{
    size_t len = tag ? subtag(tag, 2, 3) : 0;
    if (len)
        anf__markup_text(out, tag, len);
    else
        anf__markup_puts(out, "de");
}

static void
put_country(struct anf__markup_out *out, const char *tag)
{
    size_t language = tag ? subtag(tag, 2, 3) : 0;
    const char *region = language && tag[language] ? tag + language + 1 : "";
    size_t len = subtag(region, 2, 2);
    if (len)
        anf__markup_text(out, region, len);
    else
        anf__markup_puts(out, !language || strncmp(tag, "de", language) == 0 ? "DE" : "none");
}

/* --- styles.xml --- */

static void
put_footer(struct anf__markup_out *out, const struct anf_call *call,
           const struct anf_inquiry *inquiry)
{
    static const char paper[] = "Drucksache ";
    const char *reference = anf_inquiry_get(inquiry, ANF_FIELD_REFERENCE);
    const char *parliament = anf__words_parliament(call,
                                                   anf_inquiry_get(inquiry, ANF_FIELD_PARLIAMENT));
    const char *label = anf_inquiry_get(inquiry, ANF_FIELD_KIND_LABEL);
    if (!parliament)
        parliament = label ? label
                           : anf__words_kind(call, anf_inquiry_get(inquiry, ANF_FIELD_KIND));
    if (parliament)
        anf__markup_text(out, parliament, strlen(parliament));
    if (!reference)
        return;
    if (parliament)
        anf__markup_puts(out, ", ");
    anf__markup_text(out, paper, sizeof paper - 1);
    anf__markup_text(out, reference, strlen(reference));
}

void
anf__odt_write_styles(struct anf__markup_out *out, const struct anf_call *call,
                      const struct anf_inquiry *inquiry)
{
    const char *at = (const char *)anf__odt_style_text;
    const char *language = anf_inquiry_get(inquiry, ANF_FIELD_LANGUAGE);
    for (;;) {
        size_t len = strcspn(at, "@");
        anf__markup_raw(out, at, len);
        if (!at[len])
            return;
        const char *word = at + len + 1;
        if (strncmp(word, "LANGUAGE", 8) == 0)
            put_language(out, language);
        else if (strncmp(word, "COUNTRY", 7) == 0)
            put_country(out, language);
        else if (strncmp(word, "LISTS", 5) == 0)
            put_lists(out);
        else
            put_footer(out, call, inquiry);
        at = word + strcspn(word, "@");
        at += *at == '@';
    }
}

/* --- meta.xml --- */

static void
put_element(struct anf__markup_out *out, const char *element, const char *text)
{
    if (!text)
        return;
    anf__markup_start(out, element);
    anf__markup_text(out, text, strlen(text));
    anf__markup_end(out, element);
    anf__markup_puts(out, "\n");
}

static void
put_date(struct anf__markup_out *out, const char *date)
{
    if (!date)
        return;
    anf__markup_start(out, "dc:date");
    anf__markup_text(out, date, strlen(date));
    anf__markup_puts(out, "T00:00:00");
    anf__markup_end(out, "dc:date");
    anf__markup_puts(out, "\n");
}

static void
put_user_defined(struct anf__markup_out *out, const char *name, const char *value)
{
    if (!value)
        return;
    anf__markup_start(out, "meta:user-defined");
    anf__markup_attribute_format(out, "meta:name", "anfrage:%s", name);
    anf__markup_attribute(out, "meta:value-type", "string");
    anf__markup_text(out, value, strlen(value));
    anf__markup_end(out, "meta:user-defined");
    anf__markup_puts(out, "\n");
}

static void
put_creator(struct anf__markup_out *out, const struct anf_inquiry *inquiry)
{
    const struct anf_actor *asker = anf_inquiry_asker(inquiry, 0);
    if (!asker)
        return;
    anf__markup_start(out, "dc:creator");
    for (size_t i = 0; (asker = anf_inquiry_asker(inquiry, i)) != NULL; i++) {
        const char *name = asker->name ? asker->name : asker->party;
        name = name ? name : asker->organization;
        if (i)
            anf__markup_puts(out, ", ");
        anf__markup_text(out, name, strlen(name));
    }
    anf__markup_end(out, "dc:creator");
    anf__markup_puts(out, "\n");
}

/* The date of the paper; never the clock's. */
static const char *
date_of(const struct anf_inquiry *inquiry)
{
    static const int fields[] = {ANF_FIELD_PUBLISHED, ANF_FIELD_ANSWERED, ANF_FIELD_ASKED};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const char *date = anf_inquiry_get(inquiry, fields[i]);
        if (date)
            return date;
    }
    return NULL;
}

static void
put_fields(struct anf__markup_out *out, const struct anf_inquiry *inquiry, int from, int to)
{
    for (int field = from; field <= to; field++)
        put_user_defined(out, anf_field_name(field), anf_inquiry_get(inquiry, field));
}

void
anf__odt_write_meta(struct anf__markup_out *out, const struct anf_inquiry *inquiry)
{
    const char *language = anf_inquiry_get(inquiry, ANF_FIELD_LANGUAGE);
    const char *subject;
    anf__markup_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<office:document-meta"
                          " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                          " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
                          " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\">"
                          "<office:meta>\n");
    put_element(out, "meta:generator", "libanfrage-odt/" ANF__ODT_VERSION);
    put_element(out, "dc:title", anf_inquiry_get(inquiry, ANF_FIELD_TITLE));
    put_creator(out, inquiry);
    put_date(out, date_of(inquiry));
    put_element(out, "dc:language", language ? language : "de-DE");
    for (size_t i = 0; (subject = anf_inquiry_subject(inquiry, i)) != NULL; i++)
        put_element(out, "meta:keyword", subject);
    put_user_defined(out, "format", ANF__ODT_LAYOUT);
    put_fields(out, inquiry, ANF_FIELD_KIND, ANF_FIELD_STATUS);
    put_fields(out, inquiry, ANF_FIELD_ASKED, ANF_FIELD_LINK_SOURCE);
    put_fields(out, inquiry, ANF_FIELD_SOURCE, ANF_FIELD_RETRIEVED);
    anf__markup_puts(out, "</office:meta></office:document-meta>\n");
}
