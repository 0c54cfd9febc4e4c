/* mention.c: places of a text that speak of something by its number. */
#include "check/mention.h"

#include "text.h"

#include <string.h>

const char *
anf__past_spaces(const char *text)
{
    for (;;) {
        if (*text == ' ')
            text += 1;
        else if (strncmp(text, "\xC2\xA0", 2) == 0)
            text += 2;
        else
            return text;
    }
}

/* A number of one to three digits, and what follows; 0: none. */
static uint32_t
read_number(const char *text, const char **ret_end)
{
    uint32_t value = 0;
    size_t digits = 0;
    while (anf__is_digit(text[digits]) && digits < 4)
        value = value * 10 + (uint32_t)(text[digits++] - '0');
    *ret_end = text + digits;
    return digits < 4 ? value : 0;
}

/* What joins two numbers; 0: nothing does. ret_range: those between them are meant, too. */
static size_t
joint_length(const char *text, int *ret_range)
{
    static const struct {
        const char *text;
        int range;
    } joints[] = {
        {"bis", 1}, {"-", 1}, {"\xE2\x80\x93", 1}, {"und", 0}, {"sowie", 0},
        {",", 0},   {"/", 0}, {"oder", 0},
    };
    for (size_t i = 0; i < sizeof joints / sizeof *joints; ++i) {
        size_t len = strlen(joints[i].text);
        if (strncmp(text, joints[i].text, len) == 0) {
            *ret_range = joints[i].range;
            return len;
        }
    }
    return 0;
}

/* The numbers from text on. */
static void
read_list(const char *text, struct mention *mention)
{
    const char *end;
    int range = 0;
    uint32_t value = read_number(text, &end);
    while (value > 0) {
        mention->end = end;
        if (range && mention->count > 0)
            mention->ranges[mention->count - 1].last = value;
        else if (mention->count == MENTION_RANGES)
            return;
        else
            mention->ranges[mention->count].first = mention->ranges[mention->count].last = value;
        mention->count += !range;
        text = anf__past_spaces(end);
        size_t joint = joint_length(text, &range);
        value = joint ? read_number(anf__past_spaces(text + joint), &end) : 0;
    }
}

int
anf__find_mention(const char *text, const char *word, struct mention *ret_mention)
{
    size_t len = strlen(word);
    for (const char *at = strstr(text, word); at; at = strstr(at + len, word)) {
        const char *behind = at + len + (at[len] == 'n');
        const char *number = anf__past_spaces(behind);
        struct mention mention = {.start = at};
        if ((at > text && anf__is_alnum(at[-1])) || number == behind)
            continue;
        read_list(number, &mention);
        if (mention.count == 0)
            continue;
        *ret_mention = mention;
        return 1;
    }
    return 0;
}

uint32_t
anf__highest_mentioned(const struct mention *mention)
{
    uint32_t highest = 0;
    for (size_t i = 0; i < mention->count; ++i) {
        if (mention->ranges[i].last > highest)
            highest = mention->ranges[i].last;
    }
    return highest;
}
