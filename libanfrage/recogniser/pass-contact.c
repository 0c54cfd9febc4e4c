/* pass-contact.c: whom the page belongs to: "© Name", an e-mail address, a postal address. */
#include "recogniser/recognition.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_LINE = 12, NEIGHBOURS = 4 };

static int
usable(const struct line *line)
{
    /* What stands in a footer or a sidebar may still be the contact. */
    return line->token_count && line->token_count <= LONGEST_LINE &&
           (line->state == LINE_OPEN || line->state == LINE_BODY || line->aside_by_place);
}

/* --- rights: "© Angela Freimuth", "© 2025 Angela Freimuth" --- */

static int
is_copyright_sign(const char *text, const struct token *token)
{
    return token->end - token->start == 2 && memcmp(text + token->start, "\xc2\xa9", 2) == 0;
}

static int
try_rights(struct recognition *r, uint32_t index)
{
    struct line *line = &r->lines.items[index];
    const struct token *sign = anf__line_token(r, line, 0);
    const char *text = anf__line_text(r, line);
    if (!is_copyright_sign(text, sign))
        return ANF_OK;
    uint32_t at = 1;
    const struct token *token = NULL;
    while ((token = anf__line_token(r, line, at)) && token->kind != TOKEN_WORD)
        at++;
    if (!token)
        return ANF_OK;
    line->state = LINE_FIELD;
    line->field = ANF_FIELD_RIGHTS;
    return anf__propose_words(r, ANF_FIELD_RIGHTS, 80, "rights.sign",
                              (struct extent){index, token->start, line->end});
}

/* --- e-mail: an addr-spec (RFC 5322, section 3.4.1) that is the whole line but for a label --- */

static int
email_of(const struct recognition *r, uint32_t index, struct extent *ret)
{
    const struct line *line = &r->lines.items[index];
    const char *text = anf__line_text(r, line);
    const char *at = memchr(text + line->start, '@', line->end - line->start);
    if (!at || at == text + line->start)
        return 0;
    uint32_t start = (uint32_t)(at - text);
    uint32_t end = start + 1;
    while (start > line->start && (unsigned char)text[start - 1] > ' ' && text[start - 1] != ':')
        start--;
    while (end < line->end && (unsigned char)text[end] > ' ')
        end++;
    const char *dot = memchr(at, '.', (size_t)(text + end - at));
    if (!dot || dot + 1 >= text + end)
        return 0;
    *ret = (struct extent){index, start, end};
    return 1;
}

/* --- postal address: five digits and a town; before it a street with its number --- */

static int
is_town_line(const struct recognition *r, const struct line *line)
{
    const struct token *code = anf__line_token(r, line, 0);
    const struct token *town = anf__line_token(r, line, 1);
    return code && town && code->kind == TOKEN_NUMBER && code->end - code->start == 5 &&
           town->kind == TOKEN_WORD && town->flags & TOKEN_CAPITAL && line->token_count <= 8;
}

static int
is_street_line(const struct recognition *r, const struct line *line)
{
    const struct token *first = anf__line_token(r, line, 0);
    const struct token *last = anf__line_token(r, line, line->token_count - 1);
    const struct token *before = anf__line_token(r, line, line->token_count - 2);
    if (!first || first->kind != TOKEN_WORD || line->token_count < 2)
        return 0;
    return last->kind == TOKEN_NUMBER ||
           (before->kind == TOKEN_NUMBER && last->end - last->start == 1);
}

/* The usable line before, not further than the lines of one address reach. */
static uint32_t
line_before(const struct recognition *r, uint32_t index)
{
    for (uint32_t i = index, steps = 0; i-- > 0 && steps < NEIGHBOURS; steps++) {
        if (usable(&r->lines.items[i]))
            return i;
        if (r->lines.items[i].token_count)
            break;
    }
    return UINT32_MAX;
}

/* The parts of one contact, as lines of the page. */
struct parts {
    uint32_t street, town, organization;
    struct extent email;
    int has_email;
};

static char *
line_words(const struct recognition *r, uint32_t index)
{
    const struct line *line = &r->lines.items[index];
    return anf__clean(anf__line_text(r, line) + line->start, line->end - line->start);
}

static int
add_evidence(struct recognition *r, uint32_t index, const char *rule, const char *value)
{
    struct line *line = &r->lines.items[index];
    line->state = LINE_FIELD;
    line->field = ANF_FIELD_CONTACTS;
    return anf__propose(r, ANF_FIELD_CONTACTS, 50, rule,
                        (struct extent){index, line->start, line->end}, value, strlen(value));
}

static int
add_contact(struct recognition *r, const struct parts *parts)
{
    uint32_t lines[] = {parts->organization, parts->street, parts->town};
    static const char *const rules[] = {"contact.organization", "contact.street", "contact.town"};
    char *words[] = {NULL, NULL, NULL, NULL};
    int status = ANF_OK;
    for (size_t i = 0; i < 3 && status == ANF_OK; i++) {
        if (lines[i] == UINT32_MAX)
            continue;
        words[i] = line_words(r, lines[i]);
        status = words[i] ? add_evidence(r, lines[i], rules[i], words[i]) : ANF_ERR_NOMEM;
    }
    if (parts->has_email && status == ANF_OK) {
        const char *text = anf__line_text(r, &r->lines.items[parts->email.line]);
        words[3] = anf__clean(text + parts->email.start, parts->email.end - parts->email.start);
        status = words[3] ? add_evidence(r, parts->email.line, "contact.email", words[3])
                          : ANF_ERR_NOMEM;
    }
    const char *address[] = {words[1] ? words[1] : words[2], words[1] ? words[2] : NULL, NULL};
    struct anf_contact contact = {ANF_CONTACT_INIT, .organization = words[0], .email = words[3],
                                  .address = address};
    if (status == ANF_OK)
        status = anf_inquiry_add_contact(r->inquiry, &contact);
    for (size_t i = 0; i < 4; i++)
        free(words[i]);
    return status;
}

/* An address around a town line: what precedes it, and an e-mail address nearby. */
static void
gather(const struct recognition *r, uint32_t town, struct parts *parts)
{
    uint32_t before = line_before(r, town);
    *parts = (struct parts){UINT32_MAX, town, UINT32_MAX, {UINT32_MAX, 0, 0}, 0};
    if (before != UINT32_MAX && is_street_line(r, &r->lines.items[before])) {
        parts->street = before;
        before = line_before(r, before);
    }
    if (before != UINT32_MAX && parts->street != UINT32_MAX &&
        anf__line_any_hit(r, &r->lines.items[before], WORD_ORGANIZATION)) {
        parts->organization = before;
        before = line_before(r, before);
    }
    if (before != UINT32_MAX)
        parts->has_email = email_of(r, before, &parts->email);
    for (uint32_t i = town + 1; i < r->lines.count && i <= town + NEIGHBOURS && !parts->has_email;
         i++) {
        if (usable(&r->lines.items[i]))
            parts->has_email = email_of(r, i, &parts->email);
    }
}

static int
try_address(struct recognition *r, uint32_t index)
{
    const struct line *line = &r->lines.items[index];
    if (!is_town_line(r, line))
        return ANF_OK;
    struct parts parts;
    gather(r, index, &parts);
    /* A postal code and a town alone may be a row of a table. */
    return parts.street == UINT32_MAX ? ANF_OK : add_contact(r, &parts);
}

int
anf__pass_contact(struct recognition *r)
{
    int status = ANF_OK;
    for (uint32_t i = 0; i < r->lines.count && status == ANF_OK; i++) {
        if (usable(&r->lines.items[i]))
            status = try_rights(r, i);
        if (usable(&r->lines.items[i]) && status == ANF_OK)
            status = try_address(r, i);
    }
    return status;
}
