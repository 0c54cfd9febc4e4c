/* magic.c: bids by the first bytes. */
#include "bid.h"

#include "ascii.h"
#include "text.h"

#include <string.h>

/* A magic text is short: what is longer is no sign but a document. */
enum { LONGEST_MAGIC = 128, MOST_SCORE = 100, MOST_WITHIN = 4096 };

struct magic {
    int score;
    size_t within;
    unsigned char text[LONGEST_MAGIC];
    size_t len;
};

static int
hex_value(char c)
{
    if (anf__is_digit(c))
        return c - '0';
    c = (char)anf__ascii_lower((unsigned char)c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* One byte of a magic text, perhaps \xNN, \r, \n or \t; NULL: unsound. */
static const char *
read_byte(const char *c, unsigned char *ret_byte)
{
    static const char letters[] = "rnt";
    static const char meanings[] = "\r\n\t";
    *ret_byte = (unsigned char)*c;
    if (*c != '\\')
        return c + 1;
    const char *letter = c[1] ? strchr(letters, c[1]) : NULL;
    if (letter) {
        *ret_byte = (unsigned char)meanings[letter - letters];
        return c + 2;
    }
    if (c[1] != 'x' || hex_value(c[2]) < 0 || hex_value(c[3]) < 0)
        return NULL;
    *ret_byte = (unsigned char)(hex_value(c[2]) * 16 + hex_value(c[3]));
    return c + 4;
}

/* Up to the end of the line or a TAB. NULL: sound. */
static const char *
read_text(const char *c, struct magic *ret)
{
    while (c && *c && *c != '\t' && *c != '\n') {
        if (ret->len == LONGEST_MAGIC)
            return "its text is too long";
        c = read_byte(c, &ret->text[ret->len++]);
    }
    return c ? NULL : "its text has an escape that is not \\xNN, \\r, \\n or \\t";
}

/* A number from 1 on and the blank behind it; NULL: none. */
static const char *
read_number(const char *c, int most, int *ret_number)
{
    int number = 0;
    for (; anf__is_digit(*c) && number <= most; c++)
        number = number * 10 + (*c - '0');
    if (number < 1 || number > most || (*c != ' ' && *c))
        return NULL;
    *ret_number = number;
    return *c ? c + 1 : c;
}

/* NULL: sound. */
static const char *
read_magic(const char *line, struct magic *ret)
{
    int within = 0;
    *ret = (struct magic){0};
    const char *c = read_number(line, MOST_SCORE, &ret->score);
    if (!c)
        return "it does not begin with a score from 1 to 100";
    c = read_number(c, MOST_WITHIN, &within);
    if (!c)
        return "it has no number of offsets from 1 to 4096";
    ret->within = (size_t)within;
    return read_text(c, ret);
}

const char *
anf__fault_of_magic(const char *line)
{
    struct magic magic;
    return read_magic(line, &magic);
}

static int
stands_in(const struct magic *magic, const unsigned char *data, size_t len)
{
    for (size_t i = 0; i < magic->within && i + magic->len <= len; i++)
        if (anf__ascii_same(data + i, magic->text, magic->len))
            return 1;
    return 0;
}

void
anf__head_init(struct anf__head *head, const unsigned char *data, size_t len)
{
    head->data = data;
    head->len = len;
    head->squeezed_len = 0;
    if (!memchr(data, '\0', len < sizeof head->squeezed ? len : sizeof head->squeezed))
        return;
    /* In UTF-16, every other byte of a markup language's names is zero. */
    for (size_t i = 0; i < len && i < 2 * sizeof head->squeezed; i++)
        if (data[i] && head->squeezed_len < sizeof head->squeezed)
            head->squeezed[head->squeezed_len++] = data[i];
}

int
anf__bid_by_magic(const struct anf__head *head, const char *line)
{
    struct magic magic;
    if (read_magic(line, &magic))
        return 0;
    if (stands_in(&magic, head->data, head->len) ||
        stands_in(&magic, head->squeezed, head->squeezed_len))
        return magic.score;
    return 0;
}
