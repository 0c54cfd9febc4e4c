/* write-head.c: the fields, as people look for them: above the content who asks whom about what and
 * when, below it where the papers are. */
#include "head-text.h"
#include "write.h"

#include "words.h"

#include <string.h>

static const char *
get(const struct anf__odt_writer *w, int field)
{
    return anf_inquiry_get(w->inquiry, field);
}

/* A text that was put together in a buffer, as a paragraph. */
static void
put_text(struct anf__odt_writer *w, const char *style, struct anf__markup_out *text)
{
    if (text->status != ANF_OK)
        anf__odt_fail(w, text->status);
    anf__odt_start_paragraph(w, "text:p", style);
    anf__odt_put(w, text->data ? text->data : "", text->length);
    anf__markup_end(&w->out, "text:p");
    anf__markup_clear(text);
}

static void
show_frame(struct anf__odt_writer *w)
{
    anf__odt_show(w, NULL, ANF__ODT_SHOWS_FRAME);
}

/* --- the lines above the title --- */

/* The field that the line stands for is the number: a person who edits the line mostly edits it. */
static void
write_paper(struct anf__odt_writer *w)
{
    struct anf__markup_out text = {0};
    anf__odt_paper_text(w->call, w->inquiry, &text);
    if (!text.length && text.status == ANF_OK)
        return;
    anf__odt_show_field(w, ANF_FIELD_REFERENCE, 0);
    put_text(w, ANF__ODT_STYLE_PAPER, &text);
}

static void
write_kind(struct anf__odt_writer *w)
{
    struct anf__markup_out text = {0};
    anf__odt_kind_text(w->call, w->inquiry, &text);
    if (!text.length && text.status == ANF_OK)
        return;
    anf__odt_show_field(w, ANF_FIELD_KIND_LABEL, 0);
    put_text(w, ANF__ODT_STYLE_SUBTITLE, &text);
}

static void
write_title(struct anf__odt_writer *w)
{
    const char *title = get(w, ANF_FIELD_TITLE);
    if (!title)
        return;
    anf__odt_show_field(w, ANF_FIELD_TITLE, 0);
    anf__odt_put_line(w, ANF__ODT_STYLE_TITLE, title);
}

/* --- the table of fields --- */

static void
start_row(struct anf__odt_writer *w, int field)
{
    const char *label = anf__odt_label_of(anf__odt_row_labels, field);
    show_frame(w);
    anf__markup_start(&w->out, "table:table-row");
    show_frame(w);
    anf__markup_start(&w->out, "table:table-cell");
    anf__markup_attribute(&w->out, "table:style-name", "Kopffeld");
    anf__markup_attribute(&w->out, "office:value-type", "string");
    show_frame(w);
    anf__odt_put_line(w, ANF__ODT_STYLE_FIELD_NAME, label);
    anf__markup_end(&w->out, "table:table-cell");
    show_frame(w);
    anf__markup_start(&w->out, "table:table-cell");
    anf__markup_attribute(&w->out, "table:style-name", "Kopffeld");
    anf__markup_attribute(&w->out, "office:value-type", "string");
}

static void
end_row(struct anf__odt_writer *w)
{
    anf__markup_end(&w->out, "table:table-cell");
    anf__markup_end(&w->out, "table:table-row");
}

static void
write_value(struct anf__odt_writer *w, int field, const char *text)
{
    anf__odt_show_field(w, field, 0);
    anf__odt_put_line(w, ANF__ODT_STYLE_FIELD_VALUE, text);
}

static void
write_row(struct anf__odt_writer *w, int field, const char *value)
{
    if (!value)
        return;
    start_row(w, field);
    write_value(w, field, value);
    end_row(w);
}

static void
write_date(struct anf__odt_writer *w, int field)
{
    const char *iso = get(w, field);
    if (!iso)
        return;
    struct anf__words_date date = anf__words_date(iso);
    write_row(w, field, date.text);
}

static void
write_actor(struct anf__odt_writer *w, const struct anf_actor *actor, int answers)
{
    struct anf__markup_out text = {0};
    anf__odt_actor_text(&text, actor, answers);
    anf__odt_show_field(w, answers ? ANF_FIELD_ANSWERERS : ANF_FIELD_ASKERS, 0);
    put_text(w, ANF__ODT_STYLE_FIELD_VALUE, &text);
}

static void
write_askers(struct anf__odt_writer *w)
{
    const struct anf_actor *asker = anf_inquiry_asker(w->inquiry, 0);
    int more = anf_inquiry_more_askers(w->inquiry);
    if (!asker && !more)
        return;
    start_row(w, ANF_FIELD_ASKERS);
    for (size_t i = 0; (asker = anf_inquiry_asker(w->inquiry, i)) != NULL; i++)
        write_actor(w, asker, 0);
    if (more)
        write_value(w, ANF_FIELD_MORE_ASKERS, ANF__ODT_MORE_ASKERS);
    end_row(w);
}

static void
write_answerers(struct anf__odt_writer *w)
{
    const struct anf_actor *answerer = anf_inquiry_answerer(w->inquiry, 0);
    if (!answerer)
        return;
    start_row(w, ANF_FIELD_ANSWERERS);
    for (size_t i = 0; (answerer = anf_inquiry_answerer(w->inquiry, i)) != NULL; i++)
        write_actor(w, answerer, 1);
    end_row(w);
}

static void
write_subjects(struct anf__odt_writer *w)
{
    const char *subject = anf_inquiry_subject(w->inquiry, 0);
    if (!subject)
        return;
    struct anf__markup_out text = {0};
    anf__odt_subjects_text(&text, w->inquiry);
    start_row(w, ANF_FIELD_SUBJECTS);
    anf__odt_show_field(w, ANF_FIELD_SUBJECTS, 0);
    put_text(w, ANF__ODT_STYLE_FIELD_VALUE, &text);
    end_row(w);
}

static void
write_rows(struct anf__odt_writer *w)
{
    const char *language = get(w, ANF_FIELD_LANGUAGE);
    const char *document = get(w, ANF_FIELD_DOCUMENT);
    write_askers(w);
    write_date(w, ANF_FIELD_ASKED);
    write_answerers(w);
    write_row(w, ANF_FIELD_ANSWER_REFERENCE, get(w, ANF_FIELD_ANSWER_REFERENCE));
    write_date(w, ANF_FIELD_ANSWERED);
    write_date(w, ANF_FIELD_PUBLISHED);
    write_row(w, ANF_FIELD_STATUS, get(w, ANF_FIELD_STATUS));
    write_row(w, ANF_FIELD_DOCUMENT, anf__words_document(document));
    write_subjects(w);
    int is_german = language && strncmp(language, "de", 2) == 0 &&
                    (!language[2] || language[2] == '-');
    if (language && !is_german)
        write_row(w, ANF_FIELD_LANGUAGE, language);
}

/* What holds fields is taken back where there are none. */
struct begun {
    size_t length;
    size_t shown;
    int tag_is_open;
    size_t empty;
};

static struct begun
begin_frame(struct anf__odt_writer *w, const char *element, const char *name_attribute,
            const char *style_attribute, const char *style)
{
    struct begun begun = {.length = w->out.length,
                          .shown = w->origins ? w->origins->count : 0,
                          .tag_is_open = w->out.tag_is_open};
    show_frame(w);
    anf__markup_start(&w->out, element);
    anf__markup_attribute(&w->out, name_attribute, ANF__ODT_SECTION_HEAD);
    anf__markup_attribute(&w->out, style_attribute, style);
    begun.empty = w->out.length;
    return begun;
}

static void
end_frame(struct anf__odt_writer *w, const struct begun *begun, const char *element)
{
    if (w->out.length > begun->empty) {
        anf__markup_end(&w->out, element);
        return;
    }
    w->out.length = begun->length;
    w->out.tag_is_open = begun->tag_is_open;
    if (w->origins)
        w->origins->count = begun->shown;
}

static void
write_table(struct anf__odt_writer *w)
{
    struct begun begun = begin_frame(w, "table:table", "table:name", "table:style-name", "Kopf");
    anf__markup_puts(&w->out, "<table:table-column table:style-name=\"Kopfspalte1\"/>"
                              "<table:table-column table:style-name=\"Kopfspalte2\"/>");
    begun.empty = w->out.length;
    write_rows(w);
    end_frame(w, &begun, "table:table");
}

void
anf__odt_write_head(struct anf__odt_writer *w)
{
    struct begun begun = begin_frame(w, "text:section", "text:name", "text:style-name",
                                     "Abschnitt");
    write_paper(w);
    write_kind(w);
    write_title(w);
    write_table(w);
    end_frame(w, &begun, "text:section");
}

/* --- below the content --- */

static void
start_line(struct anf__odt_writer *w, int field)
{
    const char *label = anf__odt_label_of(anf__odt_line_labels, field);
    int first = w->out.tag_is_open; /* of the section */
    anf__odt_show_field(w, field, strlen(label));
    anf__odt_start_paragraph(w, "text:p", first ? ANF__ODT_STYLE_TAIL_FIRST : ANF__ODT_STYLE_TAIL);
    anf__odt_puts(w, label);
}

static void
write_url(struct anf__odt_writer *w, int field, const char *url)
{
    if (!url)
        return;
    start_line(w, field);
    anf__odt_put_link(w, url, url);
    anf__markup_end(&w->out, "text:p");
}

static void
write_contact(struct anf__odt_writer *w, const struct anf_contact *contact)
{
    struct anf__markup_out text = {0};
    anf__odt_contact_text(&text, contact);
    if (text.status != ANF_OK)
        anf__odt_fail(w, text.status);
    start_line(w, ANF_FIELD_CONTACTS);
    anf__odt_put(w, text.data ? text.data : "", text.length);
    anf__markup_end(&w->out, "text:p");
    anf__markup_clear(&text);
}

static void
write_lines(struct anf__odt_writer *w)
{
    const char *url;
    const struct anf_contact *contact;
    write_url(w, ANF_FIELD_LINK_DOCUMENT, get(w, ANF_FIELD_LINK_DOCUMENT));
    write_url(w, ANF_FIELD_LINK_ANSWER, get(w, ANF_FIELD_LINK_ANSWER));
    write_url(w, ANF_FIELD_LINK_SOURCE, get(w, ANF_FIELD_LINK_SOURCE));
    for (size_t i = 0; (url = anf_inquiry_link(w->inquiry, i)) != NULL; i++)
        write_url(w, ANF_FIELD_LINKS_OTHER, url);
    if (get(w, ANF_FIELD_RIGHTS)) {
        start_line(w, ANF_FIELD_RIGHTS);
        anf__odt_puts(w, get(w, ANF_FIELD_RIGHTS));
        anf__markup_end(&w->out, "text:p");
    }
    for (size_t i = 0; (contact = anf_inquiry_contact(w->inquiry, i)) != NULL; i++)
        write_contact(w, contact);
}

static int
has_lines(const struct anf__odt_writer *w)
{
    return get(w, ANF_FIELD_LINK_DOCUMENT) || get(w, ANF_FIELD_LINK_ANSWER) ||
           get(w, ANF_FIELD_LINK_SOURCE) || get(w, ANF_FIELD_RIGHTS) ||
           anf_inquiry_link(w->inquiry, 0) || anf_inquiry_contact(w->inquiry, 0);
}

void
anf__odt_write_tail(struct anf__odt_writer *w)
{
    if (!has_lines(w))
        return;
    show_frame(w);
    anf__markup_start(&w->out, "text:section");
    anf__markup_attribute(&w->out, "text:style-name", "Abschnitt");
    anf__markup_attribute(&w->out, "text:name", ANF__ODT_SECTION_TAIL);
    write_lines(w);
    anf__markup_end(&w->out, "text:section");
}
