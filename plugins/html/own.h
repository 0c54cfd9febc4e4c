/* own.h: reading a page that our writer wrote, also after a person has edited it: a stack of open
 * elements, each of which knows what it makes of what stands in it. docs/html.md has the rules. */
#ifndef ANF_HTML_OWN_H
#define ANF_HTML_OWN_H

#include "xml.h"

#include <jansson.h>

/* What an open element makes of what stands in it. */
enum anf__own_mode {
    ANF__OWN_AROUND = 0, /* around the content: fields and lists are looked for, text is ours */
    ANF__OWN_SKIP,       /* nothing */
    ANF__OWN_COLLECT,    /* text, for the end of the element that asked for it */
    ANF__OWN_LABEL,      /* in the content: text is ours, but values of the node are looked for */
    ANF__OWN_CONTENT     /* children of frame.node */
};

struct anf__own_reader;
typedef int anf__own_end_fn(struct anf__own_reader *r);

enum { ANF__OWN_KEY_SIZE = 32 };

struct anf__own_frame {
    enum anf__own_mode mode;
    struct anf_node *node;        /* of CONTENT and LABEL */
    struct anf_node *loose;       /* made for what may not stand in the node itself, or NULL */
    int through;                  /* the element is not there: its children are the parent's */
    int keeps_lines;              /* LF means itself */
    int begins;                   /* preformatted: a LF that comes now is none */
    anf__own_end_fn *end;         /* NULL: nothing to do */
    int attribute;                /* of the node that collects it */
    char name[ANF__OWN_KEY_SIZE]; /* of the element, for the HTML parser */
};

struct anf__own_reader {
    struct anf_call *call;
    struct anf_inquiry *inquiry;
    int is_xml;
    struct anf__own_frame *frames; /* frames[depth]: the innermost; frames[0]: the document */
    size_t depth;
    size_t room;
    uint32_t line, column; /* of the element at hand */
    /* what is collected, or text of the content up to the next tag */
    char *text;
    size_t length, text_room;
    char *value; /* room for a decoded attribute */
    size_t value_room;
    /* text of the block at hand */
    int starts;   /* there is none, or none behind the last break */
    int line_end; /* white space with a line end came last */
    /* fields: those of the script, and those that the page shows, which win */
    json_t *script;
    json_t *shown;
    json_t *list;  /* that is open; borrowed */
    json_t *entry; /* likewise */
    char list_key[ANF__OWN_KEY_SIZE];
    char key[ANF__OWN_KEY_SIZE];     /* of what is collected */
    char machine[ANF__OWN_KEY_SIZE]; /* its value for machines, "": the text is the value */
    /* footnotes by number, from their marks; NULL: none, or its blocks were met */
    struct anf_node **notes;
    size_t note_room;
    int has_content; /* the element that holds it was met */
};

/* Do the first bytes say that the page is ours? */
int anf__own_is(const unsigned char *data, size_t len);
/* anf_format.read for such a page. ret_is_own: 0 where nothing on it marks the content; then it is
 * like any other page. */
ANF_CHECKED int anf__own_read(struct anf_call *call, struct anf_source *source, int *ret_is_own);

/* own-events.c: what parsers call. */
extern const struct anf__xml_handler anf__own_events;
ANF_CHECKED int anf__own_start(struct anf__own_reader *r, const struct anf__xml_element *element);
ANF_CHECKED int anf__own_end(struct anf__own_reader *r);
ANF_CHECKED int anf__own_text(struct anf__own_reader *r, const char *text, size_t len);
/* A frame for the element at hand; NULL: out of memory, or (reported) too deep. */
struct anf__own_frame *anf__own_open(struct anf__own_reader *r, enum anf__own_mode mode);
struct anf__own_frame *anf__own_top(struct anf__own_reader *r);
ANF_CHECKED int anf__own_collect(struct anf__own_reader *r, anf__own_end_fn *end);
/* What went wrong in anf__own_open. */
int anf__own_open_failed(const struct anf__own_reader *r);
/* The value of an attribute; NULL: not there. Until the next call. */
const char *anf__own_value(struct anf__own_reader *r, const struct anf__xml_element *element,
                           const char *name);
/* Is that its value? */
int anf__own_says(const struct anf__xml_element *element, const char *name, const char *value);

/* own-html.c: the same events from libxml2's HTML parser. */
ANF_CHECKED int anf__own_parse_html(struct anf__own_reader *r, const char *text, size_t len);

/* own-around.c: an element around the content. */
ANF_CHECKED int anf__own_start_around(struct anf__own_reader *r,
                                      const struct anf__xml_element *element);
/* own-shown.c: what the page shows in place of a value, as that value. NULL: out of memory. */
json_t *anf__own_shown_value(struct anf__own_reader *r);
/* The fields of the script, but those that the page shows as it shows them; differences are
 * reported. */
ANF_CHECKED int anf__own_merge(struct anf__own_reader *r);
/* White space with line ends is of an editor who wrapped the text: one space. */
void anf__own_fold(char *text);

/* own-content.c, own-text.c: an element and text in it; its end. */
ANF_CHECKED int anf__own_start_content(struct anf__own_reader *r,
                                       const struct anf__xml_element *element);
ANF_CHECKED int anf__own_add_text(struct anf__own_reader *r);
/* Where a block begins: what there was of white space belongs to the lines of the file. */
void anf__own_start_block(struct anf__own_reader *r);
/* Before a node of this kind comes into the parent. */
ANF_CHECKED int anf__own_before_inline(struct anf__own_reader *r, struct anf_node *parent,
                                       int kind);
/* The node that the next child of this kind belongs to; NULL: it may not stand here. */
ANF_CHECKED int anf__own_find_parent(struct anf__own_reader *r, struct anf__own_frame *frame,
                                     int kind, int role, struct anf_node **ret_parent);
ANF_CHECKED int anf__own_complete(struct anf__own_reader *r, struct anf_node *node);
/* Report a failure of the model, where there is one, and give it back. */
ANF_CHECKED int anf__own_failed(struct anf__own_reader *r, int status);

#endif
