/* field-people.c: people and contacts from the lines that show them. A reading is taken when it
 * would be shown in just these words. */
#include "fields.h"

#include "head-text.h"

#include <stdlib.h>
#include <string.h>

/* --- askers and answerers --- */

/* "BASE (FIRST, SECOND), REST" */
struct pieces {
    char *base;
    char *first; /* NULL: no brackets */
    char *both;  /* all that stands in the brackets */
    char *second;
    char *rest; /* NULL: nothing behind the brackets, or without brackets behind a comma */
};

/* text is cut up; both is a copy of its own. */
static int
cut(char *text, struct pieces *pieces)
{
    *pieces = (struct pieces){.base = text};
    char *open = strstr(text, " ("), *comma = strstr(text, ", ");
    char *close = open ? strrchr(open, ')') : NULL;
    if (!close) {
        pieces->rest = comma ? comma + 2 : NULL;
        return ANF_OK;
    }
    *open = '\0';
    *close = '\0';
    pieces->first = open + 2;
    pieces->both = strdup(pieces->first);
    pieces->rest = strncmp(close + 1, ", ", 2) == 0 ? close + 3 : NULL;
    comma = strstr(pieces->first, ", ");
    if (comma) {
        *comma = '\0';
        pieces->second = comma + 2;
    }
    return pieces->both ? ANF_OK : ANF_ERR_NOMEM;
}

static int
is_shown_as(const struct anf_actor *actor, int answers, const char *text)
{
    struct anf__markup_out out = {0};
    if (!actor->name && !actor->party && !actor->organization)
        return 0;
    anf__odt_actor_text(&out, actor, answers);
    return anf__odt_is_text(&out, text);
}

/* "Fraktion der SPD" was of the SPD; which party is "Fraktion der CDU" of? */
static const char *
party_in(const struct anf_actor *was, const char *name)
{
    const char *at = was->name && was->party ? strstr(was->name, was->party) : NULL;
    size_t before = at ? (size_t)(at - was->name) : 0;
    if (!at || at[strlen(was->party)] || strncmp(name, was->name, before) != 0)
        return NULL;
    return name[before] ? name + before : NULL;
}

/* The name that stands in the base, with the party that a group's name tells. */
static void
set_base(struct anf_actor *actor, const struct anf_actor *was, const char *base, int answers)
{
    static const char group[] = "Fraktion ";
    int is_office = answers && (!was->name || was->organization);
    if (strncmp(base, group, sizeof group - 1) == 0 && !strchr(base + sizeof group - 1, ' ')) {
        actor->group = 1;
        base += sizeof group - 1;
        actor->party = !was->group || was->party ? base : NULL;
    } else if (actor->group) {
        actor->party = party_in(was, base);
    }
    if (is_office)
        actor->organization = base;
    else
        actor->name = base;
}

/* Which of the parts in brackets is what: as it was before, then as most people are shown. */
static void
set_brackets(struct anf_actor *actor, const struct anf_actor *was, const struct pieces *pieces,
             int reading, int answers)
{
    const char **one = answers && actor->organization ? &actor->name : &actor->party;
    int had_one = answers && was->organization ? was->name != NULL : was->party != NULL;
    if (!pieces->first)
        return;
    if (reading == 0 && pieces->second) {
        *one = pieces->first;
        actor->role = pieces->second;
    } else if ((reading <= 1) == (had_one || !was->role)) {
        *one = pieces->both;
    } else {
        actor->role = pieces->both;
    }
}

static void
set_rest(struct anf_actor *actor, const struct pieces *pieces, int answers)
{
    if (!pieces->rest)
        return;
    if (answers && actor->organization)
        actor->party = pieces->rest;
    else
        actor->organization = pieces->rest;
}

static int
add_actor(const struct anf__odt_field_line *line, const struct anf_actor *actor, int answers)
{
    return anf__odt_taken(answers ? anf_inquiry_add_answerer(line->inquiry, actor)
                                  : anf_inquiry_add_asker(line->inquiry, actor));
}

/* One way to read a line; what the document does not show of a person stays. */
static int
take_reading(const struct anf__odt_field_line *line, const struct anf_actor *was,
             const struct pieces *pieces, int reading, int answers)
{
    struct anf_actor actor = {ANF_ACTOR_INIT, .group = was->group};
    set_base(&actor, was, pieces->base, answers);
    set_brackets(&actor, was, pieces, reading, answers);
    set_rest(&actor, pieces, answers);
    int is = is_shown_as(&actor, answers, line->text);
    return is > 0 ? add_actor(line, &actor, answers) : is;
}

/* With what stands behind a comma as part of the name, and without. */
static int
take_readings(const struct anf__odt_field_line *line, const struct anf_actor *was,
              const struct pieces *pieces, int answers)
{
    enum { READINGS = 3 };
    struct pieces shorter = *pieces;
    char *comma = pieces->first ? NULL : strstr(pieces->base, ", ");
    int taken = 0;
    if (comma && was->organization && was->name && !answers) {
        *comma = '\0';
        taken = take_reading(line, was, &shorter, 0, answers);
        *comma = ',';
    }
    if (!pieces->first)
        shorter.rest = NULL;
    for (int reading = 0; reading < READINGS && taken == 0; reading++)
        taken = take_reading(line, was, &shorter, reading, answers);
    return taken;
}

int
anf__odt_take_actor(const struct anf__odt_field_line *line)
{
    static const struct anf_actor nobody = {ANF_ACTOR_INIT};
    int answers = line->field == ANF_FIELD_ANSWERERS;
    const struct anf_actor *was = answers ? anf_inquiry_answerer(line->carried, line->index)
                                          : anf_inquiry_asker(line->carried, line->index);
    struct pieces pieces = {0};
    char *text = strdup(line->text);
    int taken = text ? cut(text, &pieces) : ANF_ERR_NOMEM;
    if (taken == ANF_OK)
        taken = take_readings(line, was ? was : &nobody, &pieces, answers);
    free(pieces.both);
    free(text);
    return taken;
}

/* --- contacts: name, organization, postal lines, e-mail --- */

enum { MOST_PARTS = 32 };

static size_t
split(char *text, char *parts[MOST_PARTS])
{
    size_t count = 0;
    while (text && count < MOST_PARTS) {
        char *comma = strstr(text, ", ");
        parts[count++] = text;
        if (comma)
            *comma = '\0';
        text = comma ? comma + 2 : NULL;
    }
    return text ? 0 : count;
}

static int
take_parts(const struct anf__odt_field_line *line, char *parts[MOST_PARTS], size_t count)
{
    static const struct anf_contact none = {ANF_CONTACT_INIT};
    const struct anf_contact *was = anf_inquiry_contact(line->carried, line->index);
    const char *address[MOST_PARTS + 1] = {NULL};
    struct anf_contact contact = {ANF_CONTACT_INIT, .address = address};
    struct anf__markup_out out = {0};
    size_t first = 0, lines = 0;
    was = was ? was : &none;
    if (count && strchr(parts[count - 1], '@'))
        contact.email = parts[--count];
    if (was->name && first < count)
        contact.name = parts[first++];
    if (was->organization && first < count)
        contact.organization = parts[first++];
    while (first < count)
        address[lines++] = parts[first++];
    anf__odt_contact_text(&out, &contact);
    int is = anf__odt_is_text(&out, line->text);
    return is > 0 ? anf__odt_taken(anf_inquiry_add_contact(line->inquiry, &contact)) : is;
}

int
anf__odt_take_contact(const struct anf__odt_field_line *line)
{
    char *parts[MOST_PARTS];
    char *text = strdup(line->text);
    if (!text)
        return ANF_ERR_NOMEM;
    size_t count = split(text, parts);
    int taken = count ? take_parts(line, parts, count) : 0;
    free(text);
    return taken;
}
