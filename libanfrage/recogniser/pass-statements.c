/* pass-statements.c: lines that state a fact behind a label: "Drucksache 18/14241 vom 12.05.2025",
 * "Link zum Dokument: www.…". One small function reads each kind of value. */
#include "recogniser/recognition.h"

#include <string.h>

enum {
    WEIGHT_LABEL = 80,
    WEIGHT_TOPIC = 72,
    WEIGHT_BEHIND = 60,
    WEIGHT_SUBJECT = 50,
    WEIGHT_LATE = 45,
    LONGEST_STATEMENT = 40
};

/* A label on a line, and where its value should begin. */
struct statement {
    struct recognition *r;
    uint32_t index; /* of the line */
    uint32_t at;    /* token */
    int32_t field;
    uint32_t weight;
    int read; /* was a value found? */
};

static const struct line *
line_of(const struct statement *s)
{
    return &s->r->lines.items[s->index];
}

/* "Antwort der Landesregierung: Drucksache 18/9688": what the line states is the answer's. */
static int
is_of_answer(const struct recognition *r, const struct line *line)
{
    return anf__line_hit(r, line, 0, WORD_ANSWER_OPENER) != NULL;
}

/* --- values --- */

/* "Drucksache 18/12250 vom 20.05.2025": the day of asking, or, of an answer's Drucksache, of
 * answering. */
static int
read_date_of_reference(struct statement *s)
{
    const struct line *line = line_of(s);
    s->at += (uint32_t)anf__line_has_sign(s->r, line, s->at, ")");
    const struct hit *from = anf__line_hit(s->r, line, s->at, WORD_FILLER);
    char date[11];
    uint32_t at = from ? s->at + from->count : s->at;
    uint32_t read = from ? anf__read_date(s->r, line, at, date) : 0;
    if (!read)
        return ANF_OK;
    int32_t field = s->field == ANF_FIELD_REFERENCE ? ANF_FIELD_ASKED : ANF_FIELD_ANSWERED;
    struct extent extent = anf__extent_of_tokens(s->r, line, at, read);
    return anf__propose(s->r, field, WEIGHT_BEHIND, "date.behind-reference", extent, date,
                        strlen(date));
}

static int
read_reference(struct statement *s)
{
    char reference[32];
    const struct line *line = line_of(s);
    uint32_t read = anf__read_reference(s->r, line, s->at, reference);
    if (!read)
        return ANF_OK;
    s->read = 1;
    if (s->field == ANF_FIELD_REFERENCE && is_of_answer(s->r, line))
        s->field = ANF_FIELD_ANSWER_REFERENCE;
    struct extent extent = anf__extent_of_tokens(s->r, line, s->at, read);
    int status = anf__propose(s->r, s->field, s->weight, "reference.label", extent, reference,
                              strlen(reference));
    s->at += read;
    return status == ANF_OK ? read_date_of_reference(s) : status;
}

static int
read_date(struct statement *s)
{
    char date[11];
    const struct line *line = line_of(s);
    uint32_t read = anf__read_date(s->r, line, s->at, date);
    if (!read)
        return ANF_OK;
    s->read = 1;
    struct extent extent = anf__extent_of_tokens(s->r, line, s->at, read);
    return anf__propose(s->r, s->field, s->weight, "date.label", extent, date, strlen(date));
}

/* A link under the words, else an address among them. */
static int
read_link(struct statement *s)
{
    struct recognition *r = s->r;
    const struct line *line = line_of(s);
    const char *text = anf__line_text(r, line);
    const struct anf_span *span = NULL;
    for (uint32_t i = anf__first_span(r, line->block, line->start);
         (span = anf_page_span(r->page, line->block, i)) && span->start <= line->end; i++) {
        if (span->kind != ANF_SPAN_LINK || span->end > line->end)
            continue;
        struct extent extent = {s->index, (uint32_t)span->start, (uint32_t)span->end};
        s->read = 1;
        return anf__propose(r, s->field, s->weight, "link.label", extent, span->target,
                            strlen(span->target));
    }
    const struct token *token = anf__line_token(r, line, s->at);
    uint32_t end = token ? anf__read_url(r, line, token->start) : 0;
    if (!end)
        return ANF_OK;
    struct extent extent = {s->index, token->start, end};
    s->read = 1;
    if (strncmp(text + token->start, "http", 4) == 0)
        return anf__propose_words(r, s->field, s->weight, "link.label", extent);
    char url[2048] = "https://";
    size_t len = end - token->start;
    if (len > sizeof url - 9)
        return ANF_OK;
    memcpy(url + 8, text + token->start, len);
    return anf__propose(r, s->field, s->weight, "link.without-scheme", extent, url, len + 8);
}

/* All the rest of the line. */
static int
read_rest(struct statement *s)
{
    const struct line *line = line_of(s);
    const struct token *token = anf__line_token(s->r, line, s->at);
    if (!token)
        return ANF_OK;
    s->read = 1;
    int is_title = s->field == ANF_FIELD_TITLE;
    uint32_t end = is_title ? anf__labelled_title_end(s->r, s->index) : line->end;
    if (is_title && anf__is_mail_subject(s->r, s->index))
        s->weight = WEIGHT_SUBJECT;
    return anf__propose_words(s->r, s->field, s->weight, "text.label",
                              (struct extent){s->index, token->start, end});
}

/* "Thema" may be the title's label or a subject's. */
static int
read_topic(struct statement *s)
{
    s->weight = s->weight > WEIGHT_TOPIC ? WEIGHT_TOPIC : s->weight;
    return read_rest(s);
}

/* "6/223", "5441": in the inquiry's own series. */
static int
read_number(struct statement *s)
{
    char reference[32];
    const struct line *line = line_of(s);
    const struct token *token = anf__line_token(s->r, line, s->at);
    if (!token || token->kind != TOKEN_NUMBER)
        return ANF_OK;
    uint32_t read = anf__read_reference(s->r, line, s->at, reference);
    s->read = 1;
    return anf__propose_words(s->r, s->field, s->weight, "number.label",
                              anf__extent_of_tokens(s->r, line, s->at, read ? read : 1));
}

/* "Wahlperiode 18", "WP: 18" */
static int
read_term(struct statement *s)
{
    const struct line *line = line_of(s);
    const struct token *token = anf__line_token(s->r, line, s->at);
    uint32_t term = token ? anf__token_number(anf__line_text(s->r, line), token) : UINT32_MAX;
    if (term < 1 || term > 99)
        return ANF_OK;
    s->read = 1;
    return anf__propose_words(s->r, s->field, s->weight, "term.label",
                              anf__extent_of_tokens(s->r, line, s->at, 1));
}

static int
read_people(struct statement *s)
{
    uint32_t read = 0;
    size_t before = s->r->askers.count;
    int status = anf__read_people(s->r, line_of(s), s->at, "askers.label", &read);
    s->read = s->r->askers.count > before;
    return status;
}

/* "beantwortet vom Ministerium der Finanzen am 5. November 2024" */
static int
read_day_of_answer(struct statement *s)
{
    const struct line *line = line_of(s);
    const struct hit *on = anf__line_hit(s->r, line, s->at, WORD_FILLER);
    uint32_t at = on ? s->at + on->count : s->at;
    char date[11];
    uint32_t read = on ? anf__read_date(s->r, line, at, date) : 0;
    if (!read)
        return ANF_OK;
    return anf__propose(s->r, ANF_FIELD_ANSWERED, WEIGHT_BEHIND, "date.behind-office",
                        anf__extent_of_tokens(s->r, line, at, read), date, strlen(date));
}

static int
read_office(struct statement *s)
{
    const struct line *line = line_of(s);
    uint32_t read = 0;
    int status = ANF_OK;
    /* "die Landesregierung"; several in a row */
    uint32_t start = s->at;
    for (uint32_t at = start; at < line->token_count && status == ANF_OK; at += read ? read : 1) {
        status = anf__read_office(s->r, line, at, "answerers.label", &read);
        if (!read && at > start + 1 && !s->read)
            break;
        s->read |= read != 0;
        s->at = s->read && read ? at + read : s->at;
    }
    return status == ANF_OK && s->read ? read_day_of_answer(s) : status;
}

/* A register's abstract: the summary of the question. Elsewhere the words may head anything. */
static int
read_abstract(struct statement *s)
{
    struct line *line = &s->r->lines.items[s->index];
    if (!s->r->has_register || s->at || !line->token_count)
        return ANF_OK;
    line->state = LINE_BODY;
    line->part = PART_SECTION;
    line->role = ANF_ROLE_SUMMARY_QUESTION;
    if (s->r->body_start > s->index)
        s->r->body_start = s->index;
    for (uint32_t i = s->index + 1;
         i < s->r->lines.count && line[i - s->index].block == line->block; i++)
        line[i - s->index].state = LINE_BODY;
    s->read = 1;
    return ANF_OK;
}

static int
read_nothing(struct statement *s)
{
    s->read = 1;
    return ANF_OK;
}

static const struct {
    const char *id; /* of the label in the vocabulary */
    int32_t field;
    int (*read)(struct statement *s);
} readers[] = {
    {"reference", ANF_FIELD_REFERENCE, read_reference},
    {"answer-reference", ANF_FIELD_ANSWER_REFERENCE, read_reference},
    {"asked", ANF_FIELD_ASKED, read_date},
    {"answered", ANF_FIELD_ANSWERED, read_date},
    {"published", ANF_FIELD_PUBLISHED, read_date},
    {"link-document", ANF_FIELD_LINK_DOCUMENT, read_link},
    {"link-answer", ANF_FIELD_LINK_ANSWER, read_link},
    {"askers", ANF_FIELD_ASKERS, read_people},
    {"answerers", ANF_FIELD_ANSWERERS, read_office},
    {"subjects", ANF_FIELD_SUBJECTS, read_rest},
    {"status", ANF_FIELD_STATUS, read_rest},
    {"title", ANF_FIELD_TITLE, read_rest},
    {"topic", ANF_FIELD_TITLE, read_topic},
    {"number", ANF_FIELD_INQUIRY_NUMBER, read_number},
    {"term", ANF_FIELD_TERM, read_term},
    {"abstract", 0, read_abstract},
    {"deadline", 0, read_nothing},
    {"stamp", 0, read_nothing},
};

/* --- labels --- */

static uint32_t
skip_signs(const struct recognition *r, const struct line *line, uint32_t at)
{
    const struct token *token = NULL;
    const char *text = anf__line_text(r, line);
    while ((token = anf__line_token(r, line, at)) &&
           (anf__token_is_sign(text, token, ':') || anf__token_is_sign(text, token, '.')))
        at++;
    return at;
}

static int
read_by(struct statement *s, const struct hit *label, int *read)
{
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        if (strcmp(readers[i].id, label->entry->id) != 0)
            continue;
        s->field = readers[i].field;
        int status = readers[i].read(s);
        *read = s->read;
        return status;
    }
    return ANF_OK;
}

/* Read what a label promises; *read tells whether it was there. */
static int
read_label(struct recognition *r, uint32_t index, const struct hit *label, uint32_t weight,
           int *read)
{
    const struct line *line = &r->lines.items[index];
    struct statement s = {r, index, 0, 0, weight, 0};
    s.at = skip_signs(r, line, anf__hit_index(line, label) + label->count);
    return read_by(&s, label, read);
}

int
anf__read_value(struct recognition *r, uint32_t index, const struct hit *label, int *ret_read)
{
    struct statement s = {r, index, 0, 0, WEIGHT_LABEL, 0};
    *ret_read = 0;
    int status = read_by(&s, label, ret_read);
    struct line *line = &r->lines.items[index];
    if (*ret_read && line->state == LINE_OPEN) {
        line->state = LINE_FIELD;
        line->field = s.field;
    }
    return status;
}

/* The field of the line's first label; 0: of none. */
static int32_t
label_field(const struct recognition *r, const struct line *line)
{
    const struct hit *label = anf__line_any_hit(r, line, WORD_LABEL);
    for (size_t i = 0; label && i < sizeof readers / sizeof *readers; i++) {
        if (strcmp(readers[i].id, label->entry->id) == 0)
            return readers[i].field;
    }
    return 0;
}

/* The labels of a line, wherever they stand on it, each the longest where it begins; a line with
 * one that states something becomes a line of fields. */
static int
read_statements(struct recognition *r, uint32_t index, uint32_t weight)
{
    struct line *line = &r->lines.items[index];
    int status = ANF_OK;
    int any = 0;
    for (uint32_t at = 0; at < line->token_count && status == ANF_OK;) {
        const struct hit *label = anf__line_hit(r, line, at, WORD_LABEL);
        int read = 0;
        if (label)
            status = read_label(r, index, label, at ? WEIGHT_BEHIND : weight, &read);
        any |= read;
        at += label ? label->count : 1;
    }
    if (any && line->state == LINE_OPEN)
        line->state = LINE_FIELD;
    if (any && !line->field)
        line->field = label_field(r, line);
    return status;
}

/* A label of a Drucksache with one behind it */
static int
holds_reference(const struct recognition *r, const struct line *line)
{
    char reference[32];
    for (uint32_t at = 0; at < line->token_count; at++) {
        const struct hit *label = anf__line_hit(r, line, at, WORD_LABEL);
        if (label && strcmp(label->entry->id, "reference") == 0 &&
            anf__read_reference(r, line, skip_signs(r, line, at + label->count), reference))
            return 1;
    }
    return 0;
}

/* Does the line begin with a label, so that it is a statement and not a sentence? */
static int
is_statement(const struct recognition *r, const struct line *line)
{
    uint32_t at = 0;
    /* "– Drucksache 21/63 –" */
    while (at + 1 < line->token_count && anf__line_token(r, line, at)->kind == TOKEN_SIGN)
        at++;
    if (line->token_count > LONGEST_STATEMENT)
        return 0;
    /* "Landtag Brandenburg, 8. Wahlperiode, Drucksache 8/5", "Antwort: Drucksache 8/7" */
    int heads = anf__line_hit(r, line, at, WORD_PARLIAMENT) || is_of_answer(r, line);
    return anf__line_hit(r, line, at, WORD_LABEL) || (heads && holds_reference(r, line));
}

int
anf__pass_statements(struct recognition *r)
{
    int status = ANF_OK;
    for (uint32_t i = 0; i < r->lines.count && status == ANF_OK; i++) {
        struct line *line = &r->lines.items[i];
        /* Behind the questions, a page speaks of other papers, too. */
        uint32_t weight = i > r->head_end ? WEIGHT_LATE : WEIGHT_LABEL;
        if (line->state == LINE_OPEN && is_statement(r, line) && !anf__line_is_amid(r, i))
            status = read_statements(r, i, weight);
    }
    return status;
}
