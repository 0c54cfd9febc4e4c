/* own-sections.c: the sections. No line says where one ends; what opens next tells, or a line of
 * stars. */
#include "own.h"

#include <stdlib.h>
#include <string.h>

enum { SECTIONS_MOST = 256 }; /* the model takes fewer, one in another */

/* The sections that are open in the content, or in a question. */
struct level {
    struct anf__plain_own *own;
    enum anf__plain_where where;
    struct anf_node *open[SECTIONS_MOST]; /* the first is the base */
    size_t depth;                         /* index of the innermost */
    int pinned;                           /* stars said that what comes next stands right here */
    int stays;                            /* blocks stand in an exchange itself */
    int labelled;                    /* a label opened the section just now: a heading is its own */
    int awaits;                      /* a label opened an exchange, and no question came yet */
    size_t label;                    /* the line of the label */
    size_t asked;                    /* a question ended right before this line; 0: none did */
    int contacts;                    /* below "Kontakt" */
    struct anf__plain_measure run;   /* the last one that was measured, and where it ends: … */
    size_t run_end;                  /* … lines of one may be taken one by one */
    const struct anf_node *question; /* the only one of the exchange so far; NULL: there are more */
};

static struct anf_node *
innermost(const struct level *level)
{
    return level->open[level->depth];
}

static struct anf__plain_measure
measure(struct level *level, size_t first, size_t end)
{
    if (first >= level->run_end) {
        level->run = anf__plain_measure_run(level->own, first, end);
        level->run_end = first + level->run.lines;
    }
    level->run.lines = level->run_end - first;
    return level->run;
}

static void
close_to(struct level *level, int role)
{
    while (level->depth && anf_node_role(innermost(level)) != role)
        level->depth--;
}

/* An exchange has to have a question, which a text that was edited may have lost. */
static void
settle(struct level *level)
{
    struct anf_node *question = NULL;
    if (!level->awaits)
        return;
    level->awaits = 0;
    anf__plain_odd(level->own, &level->own->lines[level->label], "no question follows it");
    anf__plain_keep(level->own,
                    anf_node_add_section(innermost(level), ANF_ROLE_QUESTION, &question));
}

/* Where the model takes it: a text that was edited may want otherwise. */
static struct anf_node *
open(struct level *level, int role)
{
    struct anf_node *section = NULL;
    settle(level);
    if (!level->pinned && (role == ANF_ROLE_EXCHANGE || role == ANF_ROLE_INTRODUCTION))
        close_to(level, ANF_ROLE_CHAPTER);
    else if (!level->pinned && (role == ANF_ROLE_QUESTION || role == ANF_ROLE_ANSWER))
        close_to(level, ANF_ROLE_EXCHANGE);
    else if (!level->pinned)
        level->depth = 0;
    while (level->depth && !anf_node_allows(innermost(level), ANF_NODE_SECTION, role))
        level->depth--;
    if (anf__plain_keep(level->own, anf_node_add_section(innermost(level), role, &section)) &&
        ++level->depth < SECTIONS_MOST)
        level->open[level->depth] = section;
    level->pinned = level->stays = level->labelled = level->awaits = level->asked = 0;
    return level->own->status == ANF_OK ? section : NULL;
}

/* --- labels, leads, headings --- */

static size_t
read_label(struct level *level, size_t first, size_t end)
{
    const char *number = NULL;
    size_t length = 0;
    const struct anf__plain_slice *line = &level->own->lines[first];
    int role = anf__plain_label(line->text, line->length, &number, &length);
    int is_alone = first + 1 == end || !level->own->lines[first + 1].length;
    if (role == ANF_ROLE_NONE || !is_alone ||
        (level->where != ANF__PLAIN_AT_TOP && role == ANF_ROLE_EXCHANGE))
        return 0;
    struct anf_node *section = open(level, role);
    if (section && number)
        anf__plain_set(level->own, section, ANF_ATTRIBUTE_NUMBER, number, length);
    level->labelled = 1;
    level->label = first;
    level->stays = level->awaits = role == ANF_ROLE_EXCHANGE;
    return first + 1;
}

/* Colons that do not end a lead have guards. */
static void
set_number(struct anf__plain_own *own, struct anf_node *section, const struct anf__plain_lead *lead)
{
    own->scratch.length = 0;
    for (size_t i = 0; i < lead->number_length; i++) {
        anf__plain_add(&own->scratch, lead->number + i, 1);
        if (lead->number[i] == ':')
            i += ANF__PLAIN_GUARD_SIZE;
    }
    if (own->scratch.failed)
        anf__plain_keep(own, ANF_ERR_NOMEM);
    else
        anf__plain_set(own, section, ANF_ATTRIBUTE_NUMBER, own->scratch.data, own->scratch.length);
}

static void read_level(struct level *level, size_t first, size_t end);

/* A question right behind another one stands in the same exchange, and so does one that stars or
 * a label put there. */
static struct anf_node *
open_question(struct level *level, size_t first)
{
    int is_exchange = anf_node_role(innermost(level)) == ANF_ROLE_EXCHANGE;
    int joins = is_exchange && (level->pinned || level->awaits || level->asked == first);
    int is_first = !joins || level->awaits;
    if (!joins && !open(level, ANF_ROLE_EXCHANGE))
        return NULL;
    level->awaits = 0;
    level->pinned = 1;
    struct anf_node *question = open(level, ANF_ROLE_QUESTION);
    level->question = is_first ? question : NULL;
    return question;
}

static size_t
read_question(struct level *level, size_t first, size_t end, const struct anf__plain_lead *lead)
{
    struct anf_node *question = open_question(level, first);
    if (!question)
        return end;
    if (lead->number)
        set_number(level->own, question, lead);
    struct level inner = {.own = level->own, .where = ANF__PLAIN_IN_QUESTION, .open = {question}};
    size_t behind = anf__plain_enter(level->own, first, end, lead->length);
    read_level(&inner, first, behind);
    level->depth--; /* the exchange is innermost again */
    level->asked = behind;
    return behind;
}

static int
is_in_exchange(const struct level *level)
{
    size_t depth = level->depth;
    while (depth && anf_node_role(level->open[depth]) != ANF_ROLE_EXCHANGE)
        depth--;
    return depth > 0;
}

static size_t
read_answer(struct level *level, size_t first, const struct anf__plain_lead *lead)
{
    struct anf__plain_slice *line = &level->own->lines[first];
    struct anf_node *answer = open(level, ANF_ROLE_ANSWER);
    const char *number = level->question ? anf_node_get(level->question, ANF_ATTRIBUTE_NUMBER)
                                         : NULL;
    const char *of_question = number ? number : "";
    size_t len = strlen(of_question);
    anf__plain_short_number(&of_question, &len);
    if (answer && lead->is_short && len && len == lead->number_length &&
        memcmp(lead->number, of_question, len) == 0)
        anf__plain_set(level->own, answer, ANF_ATTRIBUTE_NUMBER, number, strlen(number));
    else if (answer && lead->number)
        set_number(level->own, answer, lead);
    size_t length = lead->length + (lead->length < line->length);
    line->text += length;
    line->length -= length;
    level->labelled = 1;
    return line->length ? first : first + 1;
}

/* A line that opens a question or an answer. Gives the line to go on with. 0: none. */
static size_t
read_lead(struct level *level, size_t first, size_t end)
{
    struct anf__plain_lead lead;
    const struct anf__plain_slice *line = &level->own->lines[first];
    if (level->where != ANF__PLAIN_AT_TOP || !anf__plain_find_lead(line->text, line->length, &lead))
        return 0;
    if (lead.role == ANF_ROLE_QUESTION)
        return read_question(level, first, end, &lead);
    if (is_in_exchange(level))
        return read_answer(level, first, &lead);
    anf__plain_odd(level->own, line, "an answer, and no question before it");
    return 0;
}

/* What a heading opens; ANF_ROLE_NONE: it is a block. */
static int
role_of_heading(const struct level *level, const struct anf__plain_buffer *text, int numbered)
{
    int role = anf__plain_role_of_heading(text->data, text->length);
    if (role == ANF_ROLE_ANSWER && (numbered || !is_in_exchange(level)))
        role = ANF_ROLE_NONE;
    return role == ANF_ROLE_NONE && numbered ? ANF_ROLE_CHAPTER : role;
}

/* 0: no section begins here. */
static size_t
read_heading(struct level *level, size_t first, size_t lines)
{
    struct anf__plain_own *own = level->own;
    struct anf__plain_slice *line = &own->lines[first], whole = *line;
    size_t number = anf__plain_number(line->text, line->length);
    if (level->labelled || anf__plain_is_guard(line->text, line->length))
        return 0;
    line->text += number + (number && number < line->length);
    line->length -= (size_t)(line->text - whole.text);
    own->scratch.length = 0;
    anf__plain_join(own, first, first + lines, &own->scratch);
    int role = role_of_heading(level, &own->scratch, number > 0);
    if (role == ANF_ROLE_NONE) {
        *line = whole;
        return 0;
    }
    struct anf_node *section = open(level, role);
    if (section && number)
        anf__plain_set(own, section, ANF_ATTRIBUTE_NUMBER, whole.text, number);
    if (section)
        anf__plain_read_lines(own, first, lines,
                              anf__plain_add_node(own, section, ANF_NODE_HEADING));
    return first + lines + 1;
}

/* --- rights and contacts --- */

static size_t
read_rights(struct level *level, size_t first)
{
    struct anf__plain_own *own = level->own;
    struct anf__plain_slice line = own->lines[first];
    if (level->where != ANF__PLAIN_AT_TOP || !anf__plain_skip(&line.text, &line.length, "© ") ||
        anf_inquiry_get(own->inquiry, ANF_FIELD_RIGHTS))
        return 0;
    own->scratch.length = 0;
    struct anf__plain_slice *place = &own->lines[first];
    *place = line;
    anf__plain_join(own, first, first + 1, &own->scratch);
    anf__plain_add(&own->scratch, "", 1); /* the zero byte */
    if (own->scratch.failed)
        anf__plain_keep(own, ANF_ERR_NOMEM);
    else
        anf__plain_keep(own, anf_inquiry_set(own->inquiry, ANF_FIELD_RIGHTS, own->scratch.data));
    return first + 1;
}

/* "Kontakt" with a rule below it, and a run of lines for each contact. */
static size_t
read_contacts(struct level *level, size_t first, size_t end)
{
    static const char heading[] = "Kontakt";
    struct anf__plain_own *own = level->own;
    struct anf__plain_slice *line = &own->lines[first];
    struct anf__plain_measure run = measure(level, first, end);
    if (level->where != ANF__PLAIN_AT_TOP)
        return 0;
    if (run.kind == ANF__PLAIN_RUN_HEADING) {
        level->contacts = run.lines == 1 && line->length == sizeof heading - 1 &&
                          memcmp(line->text, heading, line->length) == 0;
        return level->contacts ? first + 2 : 0;
    }
    if (!level->contacts || run.kind != ANF__PLAIN_RUN_PARAGRAPH || !run.lines)
        return 0;
    int status = anf__plain_read_contact(own->inquiry, line, run.lines);
    if (status == ANF_ERR_NOMEM)
        anf__plain_keep(own, status);
    return status == ANF_OK ? first + run.lines : 0;
}

/* --- blocks --- */

/* Does a paragraph end with a colon, and a question come next? */
static int
introduces(const struct level *level, size_t first, size_t lines, size_t end)
{
    const struct anf__plain_own *own = level->own;
    const struct anf__plain_slice *last = &own->lines[first + lines - 1];
    struct anf__plain_lead lead;
    size_t next = first + lines;
    if (level->where != ANF__PLAIN_AT_TOP || last->text[last->length - 1] != ':')
        return 0;
    while (next < end && !own->lines[next].length)
        next++;
    return next > first + lines && next < end &&
           anf__plain_find_lead(own->lines[next].text, own->lines[next].length, &lead) &&
           lead.role == ANF_ROLE_QUESTION;
}

static size_t
read_block(struct level *level, size_t first, size_t end)
{
    struct anf__plain_measure run = measure(level, first, end);
    if (run.kind == ANF__PLAIN_RUN_HEADING) {
        size_t behind = read_heading(level, first, run.lines);
        if (behind)
            return behind;
    } else if (run.kind == ANF__PLAIN_RUN_PARAGRAPH && run.lines &&
               introduces(level, first, run.lines, end)) {
        open(level, ANF_ROLE_INTRODUCTION);
    }
    if (anf_node_role(innermost(level)) == ANF_ROLE_EXCHANGE && !level->stays)
        level->depth--;
    level->pinned = level->labelled = level->asked = 0;
    return anf__plain_read_block(level->own, first, end, innermost(level));
}

/* --- all of it --- */

static int
read_stars(struct level *level, size_t first)
{
    const struct anf__plain_slice *line = &level->own->lines[first];
    size_t stars = anf__plain_stars(line->text, line->length);
    if (!stars)
        return 0;
    settle(level);
    if (stars - 1 > level->depth)
        anf__plain_odd(level->own, line, "not so many sections are open");
    else
        level->depth = stars - 1;
    level->pinned = level->stays = 1;
    level->labelled = level->awaits = level->asked = 0;
    return 1;
}

static void
read_level(struct level *level, size_t first, size_t end)
{
    struct anf__plain_own *own = level->own;
    size_t at = first;
    while (at < end && own->status == ANF_OK) {
        size_t behind = at + 1;
        if (!own->lines[at].length || read_stars(level, at)) {
            at = behind;
            continue;
        }
        behind = read_contacts(level, at, end);
        behind = behind ? behind : read_rights(level, at);
        behind = behind ? behind : anf__plain_read_note(own, at, end);
        int is_heading = measure(level, at, end).kind == ANF__PLAIN_RUN_HEADING;
        behind = behind || is_heading ? behind : read_label(level, at, end);
        behind = behind || is_heading ? behind : read_lead(level, at, end);
        at = behind ? behind : read_block(level, at, end);
    }
    settle(level);
}

void
anf__plain_read_content(struct anf__plain_own *own, size_t first)
{
    struct level level = {
        .own = own, .where = ANF__PLAIN_AT_TOP, .open = {anf_inquiry_root(own->inquiry)}};
    read_level(&level, first, own->count);
}
