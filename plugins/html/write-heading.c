/* write-heading.c: headings and what stands in their place, so that they form an outline: one h1,
 * no rank left out (WCAG 2.2, technique G141), whatever the levels in the model. */
#include "write.h"

#include "words.h"

#include <string.h>

enum { FIRST_RANK = 2, LAST_RANK = 6 };

static unsigned
take_rank(struct anf__html_writer *w, unsigned rank)
{
    if (rank > w->last_rank + 1)
        rank = w->last_rank + 1;
    if (rank < FIRST_RANK)
        rank = FIRST_RANK;
    if (rank > LAST_RANK)
        rank = LAST_RANK;
    w->last_rank = rank;
    return rank;
}

/* Of the heading that opens the section. */
static unsigned
opening_rank(struct anf__html_writer *w, uint32_t level)
{
    w->outline.titled = 1;
    w->outline.level = level;
    return take_rank(w, w->outline.rank);
}

/* Of one that only stands in it: levels count from the first that is known. */
static unsigned
inner_rank(struct anf__html_writer *w, uint32_t level)
{
    unsigned below = w->outline.titled != 0;
    if (!w->outline.level)
        w->outline.level = below && level ? level - 1 : level;
    if (level)
        below = level > w->outline.level ? level - w->outline.level : 0;
    w->outline.inner_rank = take_rank(w, w->outline.rank + below);
    w->outline.inner_level = level;
    return w->outline.inner_rank;
}

/* "Fragen und Antworten", and then their sections: what follows a heading that opens no section
 * stands below it, unless its own level says otherwise. */
unsigned
anf__html_section_rank(const struct anf__html_outline *around, const struct anf_node *first)
{
    uint32_t level = anf_node_get_number(first, ANF_ATTRIBUTE_LEVEL);
    int is_beside = level && around->inner_level && level <= around->inner_level;
    if (around->inner_rank && !is_beside)
        return around->inner_rank + 1;
    return around->rank + (around->titled != 0);
}

/* --- labels --- */

/* "Frage 1", "Zu den Fragen 1 und 2", but not "1." or "III": has the number a word of its own? */
static int
has_word(const char *number)
{
    enum { WORD = 4 };
    size_t letters = 0;
    for (; *number && letters < WORD; number++)
        letters = (*number >= 'a' && *number <= 'z') || (*number >= 'A' && *number <= 'Z')
                      ? letters + 1
                      : 0;
    return letters == WORD;
}

static int
is_plain_number(const char *number)
{
    return number[strspn(number, "0123456789")] == '.' || !number[strspn(number, "0123456789")];
}

/* "Frage 1" for the number "1.", whose dot is there but not shown. */
static void
write_number(struct anf__html_writer *w, const char *number, int hides_dot)
{
    size_t len = strlen(number);
    anf__markup_puts(&w->out, "<span data-anf=\"number\">");
    if (hides_dot && len > 1 && number[len - 1] == '.') {
        anf__markup_text(&w->out, number, len - 1);
        anf__markup_puts(&w->out, "<span hidden=\"\">.</span>");
    } else {
        anf__markup_string(&w->out, number);
    }
    anf__markup_puts(&w->out, "</span>");
}

static const char *
word_of(int role, const char *number)
{
    if (role == ANF_ROLE_QUESTION)
        return "Frage";
    if (role != ANF_ROLE_ANSWER)
        return anf__words_section(role);
    if (!number)
        return "Antwort";
    return is_plain_number(number) ? "Antwort zu Frage" : "Antwort zu";
}

/* NULL: they are many, or none is stated. */
static const char *
name_of(const struct anf_actor *only, const struct anf_actor *next)
{
    if (!only || next)
        return NULL;
    return only->organization && !only->group ? only->organization
           : only->name                       ? only->name
                                              : only->party;
}

static const char *
who_speaks(const struct anf_inquiry *inquiry, int role)
{
    const struct anf_actor *asker = anf_inquiry_asker(inquiry, 0);
    if (role == ANF_ROLE_ANSWER)
        return name_of(anf_inquiry_answerer(inquiry, 0), anf_inquiry_answerer(inquiry, 1));
    if (role != ANF_ROLE_QUESTION || !asker)
        return NULL;
    if (anf_inquiry_asker(inquiry, 1) || anf_inquiry_more_askers(inquiry))
        return asker->group ? "Fraktionen" : "Abgeordnete";
    return asker->name ? asker->name : asker->party ? asker->party : asker->organization;
}

static void
write_speaker(struct anf__html_writer *w, int role)
{
    const char *who = who_speaks(w->inquiry, role);
    if (!who)
        return;
    anf__markup_puts(&w->out, " <span class=\"who\">");
    anf__markup_string(&w->out, who);
    anf__markup_puts(&w->out, "</span>");
}

static void
write_made_heading(struct anf__html_writer *w, int role, const char *word)
{
    const char *number = w->number;
    unsigned rank = opening_rank(w, 0);
    anf__html_out_format(&w->out, "<h%u class=\"label\" data-anf=\"label\"><span>", rank);
    if (number && has_word(number))
        word = NULL;
    if (word)
        anf__html_out_format(&w->out, "%s%s", word, number ? " " : "");
    if (number)
        write_number(w, number, word != NULL);
    anf__markup_puts(&w->out, "</span>");
    write_speaker(w, role);
    anf__html_out_format(&w->out, "</h%u>\n", rank);
    w->number = NULL;
}

void
anf__html_write_label(struct anf__html_writer *w, const struct anf_node *section, int has_heading)
{
    int role = anf_node_role(section);
    const char *word = word_of(role, w->number);
    if (!has_heading && (word || w->number)) {
        write_made_heading(w, role, word);
    } else if (who_speaks(w->inquiry, role)) {
        anf__markup_puts(&w->out, "<p class=\"label\" data-anf=\"label\">");
        write_speaker(w, role);
        anf__markup_puts(&w->out, "</p>\n");
    }
}

/* --- headings --- */

static int
opens_section(const struct anf_node *heading)
{
    const struct anf_node *parent = anf_node_parent(heading);
    return anf_node_kind(parent) == ANF_NODE_SECTION && anf_node_first(parent) == heading;
}

/* HTML, 4.9.10: a cell that is a header itself holds none. */
static void
name_heading(struct anf__html_writer *w, char name[static 4], const struct anf_node *heading)
{
    uint32_t level = anf_node_get_number(heading, ANF_ATTRIBUTE_LEVEL);
    if (w->headers_open)
        strcpy(name, "p");
    else
        sprintf(name, "h%u",
                opens_section(heading) ? opening_rank(w, level) : inner_rank(w, level));
}

void
anf__html_write_heading(struct anf__html_writer *w, const struct anf_node *heading)
{
    char name[4];
    name_heading(w, name, heading);
    anf__html_out_format(&w->out, "<%s data-anf=\"heading\"", name);
    anf__markup_attribute(&w->out, "data-anf-level", anf_node_get(heading, ANF_ATTRIBUTE_LEVEL));
    anf__markup_puts(&w->out, ">");
    if (w->number) {
        anf__markup_puts(&w->out, "<span data-anf=\"label\">");
        write_number(w, w->number, 0);
        anf__markup_puts(&w->out, has_word(w->number) ? ": </span>" : " </span>");
        w->number = NULL;
    }
    anf__html_write_inlines(w, heading);
    anf__html_out_format(&w->out, "</%s>\n", name);
}
