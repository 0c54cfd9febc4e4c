/* write-footer.c: what stands below the content: whom to ask, whose it is, where it comes from and
 * what was set right. */
#include "write.h"

#include <string.h>

/* --- contact and rights --- */

/* Only what a mail program cannot misread (RFC 6068, section 2; RFC 5321, 4.5.3.1.3). */
static int
is_plain_email(const char *email)
{
    enum { LONGEST = 254 };
    static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                  "0123456789.-_+@";
    const char *at = strchr(email, '@');
    return at && at != email && at[1] && !strchr(at + 1, '@') && strlen(email) <= LONGEST &&
           !email[strspn(email, allowed)];
}

static void
write_email(struct anf__html_writer *w, const char *email)
{
    int plain = is_plain_email(email);
    if (plain)
        anf__html_out_format(&w->out, "<a href=\"mailto:%s\">", email);
    anf__html_write_part(w, "email", email);
    if (plain)
        anf__markup_puts(&w->out, "</a>");
}

static void
write_contact(struct anf__html_writer *w, const struct anf_contact *contact)
{
    const char *between = "";
    anf__markup_puts(&w->out, "<li data-anf=\"entry\"><address>");
    if (contact->name) {
        anf__html_write_part(w, "name", contact->name);
        between = "<br/>\n";
    }
    if (contact->organization) {
        anf__markup_puts(&w->out, between);
        anf__html_write_part(w, "organization", contact->organization);
        between = "<br/>\n";
    }
    for (const char *const *line = contact->address; line && *line; line++) {
        anf__markup_puts(&w->out, between);
        anf__html_write_part(w, "address", *line);
        between = "<br/>\n";
    }
    if (contact->email) {
        anf__markup_puts(&w->out, between);
        write_email(w, contact->email);
    }
    anf__markup_puts(&w->out, "</address></li>\n");
}

static void
write_contacts(struct anf__html_writer *w)
{
    const struct anf_contact *contact = anf_inquiry_contact(w->inquiry, 0);
    if (!contact)
        return;
    anf__markup_puts(&w->out, "<h2>Kontakt</h2>\n<ul class=\"contacts\" role=\"list\" "
                              "data-anf=\"list\" data-anf-key=\"contacts\">\n");
    for (size_t i = 0; (contact = anf_inquiry_contact(w->inquiry, i)); i++)
        write_contact(w, contact);
    anf__markup_puts(&w->out, "</ul>\n");
}

static void
write_rights(struct anf__html_writer *w)
{
    if (anf_inquiry_get(w->inquiry, ANF_FIELD_RIGHTS)) {
        anf__markup_puts(&w->out, "<p>Rechte: ");
        anf__html_write_field(w, "rights", ANF_FIELD_RIGHTS);
        anf__markup_puts(&w->out, "</p>\n");
    }
    const char *source = anf_inquiry_get(w->inquiry, ANF_FIELD_LINK_SOURCE);
    if (source) {
        anf__markup_puts(&w->out, "<p>Quelle: ");
        anf__html_write_url(w, "links.source", source);
        anf__markup_puts(&w->out, "</p>\n");
    }
}

/* --- provenance --- */

static const struct {
    const char *label;
    const char *path;
    int field;
} provenance[] = {
    {"Datei", "provenance.source", ANF_FIELD_SOURCE},
    {"SHA-256", "provenance.sha256", ANF_FIELD_SHA256},
    {"Medientyp", "provenance.media_type", ANF_FIELD_MEDIA_TYPE},
    {"Zeichensatz", "provenance.charset", ANF_FIELD_CHARSET},
    {"Gelesen mit", "provenance.reader", ANF_FIELD_READER},
    {"Abgerufen", "provenance.retrieved", ANF_FIELD_RETRIEVED},
};
enum { PROVENANCE = sizeof provenance / sizeof *provenance };

static const struct {
    const char *kind;
    const char *words;
} repairs[] = {
    {"lost-initial", "verlorener Anfangsbuchstabe"},
    {"joined-word", "zusammengefügtes Wort"},
};

static const char *
words_of(const char *kind)
{
    for (size_t i = 0; i < sizeof repairs / sizeof *repairs; i++)
        if (strcmp(repairs[i].kind, kind) == 0)
            return repairs[i].words;
    return kind;
}

static void
write_repair(struct anf__html_writer *w, const struct anf_repair *repair)
{
    anf__markup_puts(&w->out, "<li>");
    if (repair->was) {
        anf__markup_puts(&w->out, "<del>");
        anf__markup_string(&w->out, repair->was);
        anf__markup_puts(&w->out, "</del> ");
    }
    anf__markup_puts(&w->out, "<span aria-hidden=\"true\">→</span> ");
    if (repair->now) {
        anf__markup_puts(&w->out, "<ins>");
        anf__markup_string(&w->out, repair->now);
        anf__markup_puts(&w->out, "</ins> ");
    }
    anf__markup_puts(&w->out, "(");
    anf__markup_string(&w->out, words_of(repair->kind));
    anf__markup_puts(&w->out, ")</li>\n");
}

static void
write_repairs(struct anf__html_writer *w)
{
    const struct anf_repair *repair = anf_inquiry_repair(w->inquiry, 0);
    if (!repair)
        return;
    anf__markup_puts(&w->out, "<p>Beim Einlesen wurde wiederhergestellt:</p>\n"
                              "<ul class=\"repairs\">\n");
    for (size_t i = 0; (repair = anf_inquiry_repair(w->inquiry, i)); i++)
        write_repair(w, repair);
    anf__markup_puts(&w->out, "</ul>\n");
}

static int
has_provenance(const struct anf_inquiry *inquiry)
{
    int found = anf_inquiry_repair(inquiry, 0) != NULL;
    for (size_t i = 0; i < PROVENANCE; i++)
        found |= anf_inquiry_get(inquiry, provenance[i].field) != NULL;
    return found;
}

static void
write_provenance(struct anf__html_writer *w)
{
    if (!has_provenance(w->inquiry))
        return;
    anf__markup_puts(&w->out, "<details>\n<summary>Herkunft dieses Textes</summary>\n"
                              "<dl class=\"facts\">\n");
    for (size_t i = 0; i < PROVENANCE; i++) {
        if (!anf_inquiry_get(w->inquiry, provenance[i].field))
            continue;
        anf__html_out_format(&w->out, "<div><dt>%s</dt><dd>", provenance[i].label);
        anf__html_write_field(w, provenance[i].path, provenance[i].field);
        anf__markup_puts(&w->out, "</dd></div>\n");
    }
    anf__markup_puts(&w->out, "</dl>\n");
    write_repairs(w);
    anf__markup_puts(&w->out, "</details>\n");
}

void
anf__html_write_footer(struct anf__html_writer *w)
{
    const struct anf_inquiry *inquiry = w->inquiry;
    if (!anf_inquiry_contact(inquiry, 0) && !anf_inquiry_get(inquiry, ANF_FIELD_RIGHTS) &&
        !anf_inquiry_get(inquiry, ANF_FIELD_LINK_SOURCE) && !has_provenance(inquiry))
        return;
    anf__markup_puts(&w->out, "<footer>\n");
    write_contacts(w);
    write_rights(w);
    write_provenance(w);
    anf__markup_puts(&w->out, "</footer>\n");
}
