/* shown-reading.h: what the readers of elements and of text share while content.xml is read. */
#ifndef ANF_ODT_SHOWN_READING_H
#define ANF_ODT_SHOWN_READING_H

#include "shown-style.h"
#include "shown.h"

/* Elements are nested at most so deep, the XML parser sees to it. */
enum { ANF__ODT_MOST_DEPTH = 257 };

enum anf__odt_ending {
    ANF__ODT_ENDS_NOTHING,
    ANF__ODT_ENDS_NODE,
    ANF__ODT_ENDS_LINE,
    ANF__ODT_ENDS_BODY
};

/* A line whose end is not yet read: a note in it has lines of its own. */
struct anf__odt_open_line {
    uint32_t node;
    char *text;
    size_t length;
    size_t room;
    struct anf__odt_run *runs;
    size_t run_count;
    size_t run_room;
    int spaced; /* white space would add nothing */
};

struct anf__odt_shown_element {
    enum anf__odt_ending ending;
    unsigned marks; /* of the text around it */
    size_t href;
};

struct anf__odt_shown_reading {
    struct anf_call *call;
    const char *member;
    uint64_t spaces; /* that elements stand for */
    struct anf__odt_document *document;
    struct anf__odt_styles *styles;
    struct anf__odt_shown_element elements[ANF__ODT_MOST_DEPTH];
    size_t depth;
    size_t skipped; /* the depth of the element that is left out with all in it; 0: none */
    int body;
    uint32_t at; /* the innermost open node */
    unsigned marks;
    size_t href;
    struct anf__odt_open_line *lines;
    size_t line_count; /* open ones */
    size_t line_room;  /* with buffers to use again */
};

static inline struct anf__odt_shown *
anf__odt_open_node(const struct anf__odt_shown_reading *r)
{
    return &r->document->nodes[r->at];
}

/* Is the innermost open node a line? 1 or 0. */
static inline int
anf__odt_is_in_line(const struct anf__odt_shown_reading *r)
{
    return anf__odt_open_node(r)->kind == ANF__ODT_SHOWN_LINE;
}

/* --- shown-line.c --- */

/* The value of an attribute in whatever namespace; NULL: not there. */
const char *anf__odt_shown_value(const struct anf__xml_element *element, const char *name);
/* A number from 1 to most, also for a larger one; otherwise 1. */
uint32_t anf__odt_shown_number(const struct anf__xml_element *element, const char *name,
                               uint32_t most);
/* Report that a limit is reached; the status that says so. */
int anf__odt_shown_refuse(struct anf__odt_shown_reading *r, const struct anf__xml_element *element,
                          const char *why);

/* What the start of an element does. */
typedef int anf__odt_shown_start(struct anf__odt_shown_reading *r,
                                 const struct anf__xml_element *element);
anf__odt_shown_start anf__odt_shown_spaces, anf__odt_shown_tab, anf__odt_shown_break,
    anf__odt_shown_span, anf__odt_shown_link;

/* --- shown-text.c --- */

/* The node that has just been opened is a line, whose style has these marks. */
ANF_CHECKED int anf__odt_begin_line(struct anf__odt_shown_reading *r, unsigned marks);
ANF_CHECKED int anf__odt_end_line(struct anf__odt_shown_reading *r);
/* Characters of the document, and those that elements stand for. */
ANF_CHECKED int anf__odt_add_folded(struct anf__odt_shown_reading *r, const char *text, size_t len);
ANF_CHECKED int anf__odt_add_special(struct anf__odt_shown_reading *r, char c, uint32_t count);

#endif
