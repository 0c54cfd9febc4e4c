/* suggest.h: the word that a person probably meant. */
#ifndef CLI_SUGGEST_H
#define CLI_SUGGEST_H

#include <stddef.h>

struct suggestion {
    const char *best; /* NULL: nothing known is near to what was typed */
    size_t distance;  /* letters to change, add or drop */
};

/* Keep known if it is nearer to typed than the best so far, and near enough to ask for. */
void suggestion_consider(struct suggestion *suggestion, const char *typed, const char *known);

#endif
