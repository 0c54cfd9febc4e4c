/* reading.h: what every part of a reader needs: the inquiry that it fills, where in the file it
 * stands, what it says of the file. */
#ifndef ANF_AKN_READING_H
#define ANF_AKN_READING_H

#include <anfrage/plugin.h>

/* A hostile file has no end of names. */
enum { ANF__AKN_MOST_NAMES = 20, ANF__AKN_NAME = 40 };

struct anf__akn_reading {
    struct anf_call *call;
    struct anf_inquiry *inquiry;
    uint32_t line, column;                          /* of the element at hand */
    char names[ANF__AKN_MOST_NAMES][ANF__AKN_NAME]; /* of elements that were told of */
    unsigned name_count;
    unsigned further; /* elements of other names */
};

/* Report a failure, where there is one, and give it back. */
int anf__akn_failed(struct anf__akn_reading *at, int status);
/* A value that the model refuses: reported, and the reading goes on. */
int anf__akn_note_value(struct anf__akn_reading *at, int status, const char *what);

/* An element that is not known where it stands; one that is known and has no counterpart in the
 * model. Both are told of once a name, and their text is kept. */
void anf__akn_note_unknown(struct anf__akn_reading *at, const char *name);
void anf__akn_note_dropped(struct anf__akn_reading *at, const char *name);
/* How many there were beyond ANF__AKN_MOST_NAMES. */
void anf__akn_note_further(struct anf__akn_reading *at);

/* Append text to a node. Characters that XML has and the model does not become U+FFFD (reported).
 */
ANF_CHECKED int anf__akn_add_characters(struct anf__akn_reading *at, struct anf_node *node,
                                        const char *text, size_t len);

#endif
