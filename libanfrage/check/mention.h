/* mention.h: places of a text that speak of something by its number: "Fragen 1, 3 und 5 bis 7". */
#ifndef ANF_MENTION_H
#define ANF_MENTION_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include <stddef.h>
#include <stdint.h>

enum { MENTION_RANGES = 8 };

struct mention {
    const char *start; /* of the word, in the text */
    const char *end;   /* behind the last number */
    size_t count;
    struct {
        uint32_t first, last;
    } ranges[MENTION_RANGES]; /* what is listed further on is not read */
};

/* The first mention of the word ("Frage"; "Fragen" is the same), from text on. 1 or 0. */
int anf__find_mention(const char *text, const char *word, struct mention *ret_mention);
uint32_t anf__highest_mentioned(const struct mention *mention);

/* Past spaces and no-break spaces. */
const char *anf__past_spaces(const char *text);

#endif
