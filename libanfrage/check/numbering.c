/* numbering.c: how parliaments number their Drucksachen. */
#include "check/numbering.h"

#include "text.h"

#include <string.h>

/* A form that is compared with a reference. */
struct match {
    const char *form;
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

/* A number of a form: "{term 1-25}" */
struct range {
    int is_term;
    uint32_t least, most;
};

/* The range whose brace the form stands behind; 0: there is none. */
static int
read_range(const char **form, struct range *ret_range)
{
    static const char term[] = "term ";
    static const char number[] = "number ";
    const char *end = *form + strlen(*form);
    ret_range->is_term = strncmp(*form, term, sizeof term - 1) == 0;
    if (!ret_range->is_term && strncmp(*form, number, sizeof number - 1) != 0)
        return 0;
    *form += ret_range->is_term ? sizeof term - 1 : sizeof number - 1;
    ret_range->least = read_digits(form, end);
    if (ret_range->least == UINT32_MAX || *(*form)++ != '-')
        return 0;
    ret_range->most = read_digits(form, end);
    return ret_range->most != UINT32_MAX && ret_range->least <= ret_range->most &&
           *(*form)++ == '}';
}

int
anf__numbering_is_form(const char *form)
{
    size_t terms = 0;
    size_t numbers = 0;
    while (*form) {
        struct range range;
        if (*form++ != '{')
            continue;
        if (!read_range(&form, &range))
            return 0;
        terms += range.is_term != 0;
        numbers += !range.is_term;
    }
    return terms <= 1 && numbers >= 1;
}

static int
match_number(struct match *m)
{
    struct range range;
    if (!read_range(&m->form, &range))
        return 0;
    uint32_t value = read_number(&m->at);
    if (range.is_term)
        m->term = value;
    return value >= range.least && value <= range.most;
}

static int
fits(struct match *m)
{
    while (*m->form) {
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

int
anf__numbering_fits(const struct vocabulary *words, const char *parliament, const char *reference,
                    const char **ret_form, uint32_t *ret_term)
{
    const char *usual = NULL;
    *ret_term = 0;
    const struct entry *entry = anf__vocabulary_first(words, WORD_NUMBERING);
    for (; entry; entry = anf__vocabulary_next(words, entry)) {
        if (strcmp(entry->id, parliament) != 0)
            continue;
        struct match match = {.form = entry->phrase, .at = reference};
        if (fits(&match)) {
            *ret_term = match.term;
            return 1;
        }
        usual = usual ? usual : entry->phrase;
    }
    *ret_form = usual;
    return usual == NULL;
}
