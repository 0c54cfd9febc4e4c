/* pass-links.c: links and addresses of papers: "Antwort herunterladen", "PDF" behind a step of a
 * register, and whose paper each is. */
#include "recogniser/steps.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    WEIGHT_WORDS = 60, /* the line says whose paper it is */
    WEIGHT_STEP = 50,  /* the step before it does */
    WEIGHT_PAPER = 40, /* it says that it is a paper */
    NEAR = 4           /* lines */
};

/* --- what an address leads to --- */

/* A PDF, or something on the site of a parliament. */
static int
is_paper(const struct recognition *r, const char *url)
{
    return strncmp(url, "mailto:", 7) != 0 &&
           (strcasestr(url, ".pdf") != NULL || anf__host_of(r, url) != NULL);
}

/* The digits at *at, behind which it then stands; 0 at the end. */
static unsigned long
next_number(const char **at)
{
    while (**at && (**at < '0' || **at > '9'))
        ++*at;
    char *end = NULL;
    unsigned long number = **at ? strtoul(*at, &end, 10) : 0;
    *at = end ? end : *at;
    return number;
}

/* Does the file's name hold the term and the number of a Drucksache: "12438-18", "1803190"? */
static int
names_reference(const char *url, const struct proposal *reference)
{
    const char *slash = strrchr(url, '/');
    const char *at = slash ? slash + 1 : url;
    char *end = NULL;
    if (!reference)
        return 0;
    unsigned long term = strtoul(reference->value, &end, 10);
    unsigned long number = *end == '/' ? strtoul(end + 1, NULL, 10) : 0;
    int has_term = 0;
    int has_number = 0;
    while (*at) {
        unsigned long found = next_number(&at);
        has_term |= found == term;
        has_number |= found == number;
        if (number && found == term * 100000 + number)
            return 1;
    }
    return number && has_term && has_number;
}

/* --- whose it is --- */

/* By the first word of its line: "Antwort als PDF" is the answer's. */
static int
field_of_words(const struct recognition *r, const struct line *line)
{
    for (uint32_t i = 0; i < line->token_count; i++) {
        if (anf__line_hit(r, line, i, WORD_ANSWER_STEP))
            return ANF_FIELD_LINK_ANSWER;
        if (anf__line_hit(r, line, i, WORD_KIND) || anf__line_hit(r, line, i, WORD_KIND_EXACT) ||
            anf__line_hit(r, line, i, WORD_QUESTION_OPENER))
            return ANF_FIELD_LINK_DOCUMENT;
    }
    return 0;
}

static int
field_of_step(const struct recognition *r, uint32_t index)
{
    for (uint32_t i = index; i-- > 0 && index - i <= NEAR;) {
        if (r->lines.items[i].is_step)
            return r->lines.items[i].link;
    }
    return 0;
}

static int
is_searched(const struct line *line)
{
    static const char *const others[] = {"related",    "share",      "comments",
                                         "newsletter", "navigation", "before-procedure"};
    if (line->state != LINE_ASIDE)
        return 1;
    if (line->aside_by_place)
        return 0;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (strcmp(line->reason, others[i]) == 0)
            return 0;
    }
    return 1;
}

/* Whose the papers of a line are. */
struct owner {
    int field; /* 0: nobody's that is known */
    uint32_t weight;
};

static struct owner
owner_of(const struct recognition *r, uint32_t index)
{
    const struct line *line = &r->lines.items[index];
    int field = line->is_step ? 0 : field_of_words(r, line);
    if (field)
        return (struct owner){field, WEIGHT_WORDS};
    field = line->is_step ? line->link : field_of_step(r, index);
    if (field)
        return (struct owner){field, WEIGHT_STEP};
    return (struct owner){anf__line_any_hit(r, line, WORD_PAPER) ? ANF_FIELD_LINK_DOCUMENT : 0,
                          WEIGHT_PAPER};
}

static int
try_url(struct recognition *r, struct owner owner, struct extent extent, const char *url)
{
    if (!owner.field || !is_paper(r, url))
        return ANF_OK;
    return anf__propose(r, owner.field, owner.weight, "link.paper", extent, url, strlen(url));
}

static int
try_spans(struct recognition *r, uint32_t index, struct owner owner)
{
    const struct line *line = &r->lines.items[index];
    const struct anf_span *span = NULL;
    int status = ANF_OK;
    for (uint32_t i = anf__first_span(r, line->block, line->start);
         status == ANF_OK && (span = anf_page_span(r->page, line->block, i)) &&
         span->start <= line->end;
         i++) {
        struct extent extent = {index, (uint32_t)span->start, (uint32_t)span->end};
        if (span->kind == ANF_SPAN_LINK && span->end <= line->end)
            status = try_url(r, owner, extent, span->target);
    }
    return status;
}

/* An address among the words. */
static int
try_text(struct recognition *r, uint32_t index, struct owner owner)
{
    const struct line *line = &r->lines.items[index];
    const char *text = anf__line_text(r, line);
    const char *scheme = NULL;
    for (uint32_t i = 0; i < line->token_count && !scheme; i++) {
        const char *word = text + anf__line_token(r, line, i)->start;
        if (*word == 'h' && strncmp(word, "http", 4) == 0)
            scheme = word;
    }
    uint32_t start = scheme ? (uint32_t)(scheme - text) : 0;
    uint32_t end = scheme ? anf__read_url(r, line, start) : 0;
    char *url = end ? strndup(scheme, end - start) : NULL;
    if (!url)
        return end ? ANF_ERR_NOMEM : ANF_OK;
    int status = try_url(r, owner, (struct extent){index, start, end}, url);
    free(url);
    return status;
}

/* --- what the numbers tell --- */

/* A paper whose name holds the answer's number is the answer's, whatever was said of it. */
static void
go_by_names(struct recognition *r)
{
    const struct proposal *question = anf__best(r, ANF_FIELD_REFERENCE);
    const struct proposal *answer = anf__best(r, ANF_FIELD_ANSWER_REFERENCE);
    if (!answer || (question && strcmp(question->value, answer->value) == 0))
        return;
    for (size_t i = 0; i < r->proposals.count; i++) {
        struct proposal *p = &r->proposals.items[i];
        if (p->field == ANF_FIELD_LINK_DOCUMENT && names_reference(p->value, answer) &&
            !names_reference(p->value, question))
            p->field = ANF_FIELD_LINK_ANSWER;
    }
}

/* One address for both: of one paper it is the document's, else whose the number is. */
static void
part_same(struct recognition *r)
{
    const struct proposal *document = anf__best(r, ANF_FIELD_LINK_DOCUMENT);
    const struct proposal *answer = anf__best(r, ANF_FIELD_LINK_ANSWER);
    const struct proposal *question = anf__best(r, ANF_FIELD_REFERENCE);
    const struct proposal *number = anf__best(r, ANF_FIELD_ANSWER_REFERENCE);
    if (!document || !answer || strcmp(document->value, answer->value) != 0)
        return;
    int both = question && number && strcmp(question->value, number->value) == 0;
    int field = both || document->weight > answer->weight ? ANF_FIELD_LINK_ANSWER
                                                          : ANF_FIELD_LINK_DOCUMENT;
    char *url = document->value;
    for (size_t i = 0; i < r->proposals.count; i++) {
        struct proposal *p = &r->proposals.items[i];
        if (p->field == field && strcmp(p->value, url) == 0)
            p->weight = 0;
    }
}

int
anf__pass_links(struct recognition *r)
{
    int status = ANF_OK;
    for (uint32_t i = 0; i < r->lines.count && status == ANF_OK; i++) {
        if (!is_searched(&r->lines.items[i]))
            continue;
        struct owner owner = owner_of(r, i);
        status = try_spans(r, i, owner);
        if (status == ANF_OK)
            status = try_text(r, i, owner);
    }
    if (status != ANF_OK)
        return status;
    go_by_names(r);
    part_same(r);
    return ANF_OK;
}
