/* numbering.c: how parliaments number their Drucksachen. */
#include "check/numbering.h"

#include "data.h"
#include "text.h"

#include <string.h>

/* A form that is compared with a reference. */
struct match {
    const char *form;
    const char *form_end;
    const char *at; /* in the reference */
    uint32_t term;
};

static void
skip_spaces(const char **at)
{
    for (;;) {
        if (**at == ' ')
            *at += 1;
        else if (strncmp(*at, "\xC2\xA0", 2) == 0) /* no-break space */
            *at += 2;
        else
            return;
    }
}

static size_t
count_digits(const char *text)
{
    size_t count = 0;
    while (anf__is_digit(text[count]))
        ++count;
    return count;
}

/* At most nine digits; UINT32_MAX: more, or none. */
static uint32_t
read_digits(const char **at, const char *end)
{
    size_t left = (size_t)(end - *at);
    size_t count = count_digits(*at);
    uint32_t value = 0;
    if (count == 0 || count > 9 || count > left)
        return UINT32_MAX;
    for (; count > 0; --count)
        value = value * 10 + (uint32_t)(*(*at)++ - '0');
    return value;
}

/* A number of the reference: "14241", "007", and "10 041", where a space groups the digits. */
static uint32_t
read_number(const char **at)
{
    const char *end = *at + strlen(*at);
    size_t head = count_digits(*at);
    uint32_t value = read_digits(at, end);
    const char *next = *at;
    skip_spaces(&next);
    if (value == UINT32_MAX || head > 3 || next == *at || count_digits(next) != 3)
        return value;
    *at = next;
    return value * 1000 + read_digits(at, end);
}

/* "{term 1-25}", "{number 1-65000}": the form stands behind its brace. 0: the number is another. */
static int
match_number(struct match *m)
{
    int is_term = strncmp(m->form, "term ", 5) == 0;
    const char *range = memchr(m->form, ' ', (size_t)(m->form_end - m->form));
    const char *close = memchr(m->form, '}', (size_t)(m->form_end - m->form));
    if (!range || !close || range > close)
        return 0;
    ++range;
    uint32_t least = read_digits(&range, close);
    ++range; /* the dash */
    uint32_t most = read_digits(&range, close);
    m->form = close + 1;
    uint32_t value = read_number(&m->at);
    if (is_term)
        m->term = value;
    return value >= least && value <= most;
}

static int
fits(struct match *m)
{
    while (m->form < m->form_end) {
        char sign = *m->form++;
        skip_spaces(&m->at);
        if (sign == ' ')
            continue;
        if (sign == '{' ? !match_number(m) : *m->at++ != sign)
            return 0;
    }
    skip_spaces(&m->at);
    return *m->at == '\0';
}

/* The form of a line "numbering TAB parliament TAB form"; NULL: of another parliament. */
static const char *
form_of(const char *line, const char *end, const char *parliament)
{
    static const char class[] = "numbering\t";
    size_t len = strlen(parliament);
    size_t left = (size_t)(end - line);
    if (left < sizeof class + len || strncmp(line, class, sizeof class - 1) != 0)
        return NULL;
    line += sizeof class - 1;
    return strncmp(line, parliament, len) == 0 && line[len] == '\t' ? line + len + 1 : NULL;
}

int
anf__numbering_fits(const char *parliament, const char *reference, struct numbering_form *ret_form,
                    uint32_t *ret_term)
{
    const char *line = anf__data_numbering;
    const char *end = line + anf__data_numbering_size;
    struct numbering_form usual = {NULL, 0};
    *ret_term = 0;
    while (line < end) {
        const char *line_end = memchr(line, '\n', (size_t)(end - line));
        const char *form = form_of(line, line_end, parliament);
        struct match match = {.form = form, .form_end = line_end, .at = reference};
        if (form && fits(&match)) {
            *ret_term = match.term;
            return 1;
        }
        if (form && !usual.text)
            usual = (struct numbering_form){form, (size_t)(line_end - form)};
        line = line_end + 1;
    }
    *ret_form = usual;
    return usual.text == NULL;
}
