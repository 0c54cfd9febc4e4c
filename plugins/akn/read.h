/* read.h: the reader: a stack of open elements, each of which knows what may stand in it. */
#ifndef ANF_AKN_READ_H
#define ANF_AKN_READ_H

#include "names.h"
#include "reading.h"
#include "xml.h"

/* What an open element makes of what stands in it. */
enum anf__akn_mode {
    ANF__AKN_SKIP = 0, /* nothing: a view, computed from what is read elsewhere */
    ANF__AKN_OUTSIDE,  /* the document itself */
    ANF__AKN_ROOT,     /* akomaNtoso */
    ANF__AKN_DOCUMENT, /* doc */
    ANF__AKN_META,
    ANF__AKN_KEYWORDS, /* classification */
    ANF__AKN_PROPRIETARY,
    ANF__AKN_ASKERS,
    ANF__AKN_ANSWERERS,
    ANF__AKN_LINKS,
    ANF__AKN_CONTACT,
    ANF__AKN_PROVENANCE,
    ANF__AKN_PREFACE,
    ANF__AKN_COLLECT, /* text, for the end of the element that asked for it */
    ANF__AKN_BLOCKS,  /* blocks and sections, of frame.node */
    ANF__AKN_ITEMS,   /* of a list that is made with the first */
    ANF__AKN_ROWS,    /* of a table, likewise */
    ANF__AKN_CELLS,   /* of a row, likewise */
    ANF__AKN_MAYBE,   /* inlines of a paragraph that is made with the first, or an image */
    ANF__AKN_INLINES  /* of frame.node */
};

struct anf__akn_reader;
struct anf__akn_target;
typedef int anf__akn_start_fn(struct anf__akn_reader *r, const struct anf__xml_element *element);
typedef int anf__akn_end_fn(struct anf__akn_reader *r);

struct anf__akn_frame {
    enum anf__akn_mode mode;
    struct anf_node *node; /* that holds what comes; of ITEMS, ROWS, CELLS, MAYBE: around */
    struct anf_node *made; /* of these: the node, once it is there */
    struct anf__akn_target *target; /* of these: to be told of it; or NULL */
    struct anf_node *loose;         /* the paragraph of text that stands in no block */
    int is_ordered;                 /* of ITEMS */
    int keeps_lines;                /* of INLINES: LF means itself */
    int ends_line;                  /* likewise, but not one at the end */
    anf__akn_end_fn *end;           /* NULL: nothing to do */
};

struct anf__akn_rule {
    enum anf__akn_mode mode; /* of the element that it stands in */
    const char *ns;
    const char *name;
    anf__akn_start_fn *start;
};

/* libxml2 opens no more elements than 256 within each other. */
enum { ANF__AKN_MOST_FRAMES = 260 };

/* Strings that wait for the end of their element, or of the document. */
struct anf__akn_lines {
    char **items;
    size_t count;
    size_t room;
};

struct anf__akn_repair {
    char *kind, *was, *now, *ref; /* ref: an eId; NULL where there is none */
};

/* An eId of interest, and what has it. */
struct anf__akn_target {
    const char *eid;
    struct anf_node *node; /* NULL: not met yet */
};

struct anf__akn_reader {
    struct anf__akn_reading at;
    unsigned depth;
    struct anf__akn_frame frames[ANF__AKN_MOST_FRAMES]; /* frames[depth]: the innermost */
    int has_document;                                   /* one was met */
    /* what is collected, for COLLECT; in the content, text up to the next tag */
    char *text;
    size_t length, room;
    /* what belongs to it */
    struct anf__akn_lines held;
    struct anf_evidence evidence;
    /* text of the block at hand */
    int starts;   /* there is none, or none behind the last break */
    int line_end; /* white space with a line end came last */
    /* where the element at hand puts its node, and whether that holds inlines */
    struct anf_node *parent;
    enum anf__akn_mode parent_mode;
    /* repairs wait for the nodes that they refer to */
    struct anf__akn_repair *repairs;
    size_t repair_count, repair_room;
    struct anf__akn_target *targets; /* by eId; NULL where no repair refers to one */
    size_t target_count;
};

/* Emit the inquiry of a document of ours. */
ANF_CHECKED int anf__akn_read_own(struct anf_call *call, const unsigned char *data, size_t len);

/* Every start function opens one frame. NULL: ANF_ERR_LIMIT, reported. */
struct anf__akn_frame *anf__akn_open(struct anf__akn_reader *r, enum anf__akn_mode mode);
/* The frame of the element that the one at hand stands in, or of the one at hand at its end. */
struct anf__akn_frame *anf__akn_top(struct anf__akn_reader *r);
/* For elements without further ado. */
int anf__akn_open_status(struct anf__akn_reader *r, enum anf__akn_mode mode);
/* Collect text until the end of the element. */
int anf__akn_collect(struct anf__akn_reader *r, anf__akn_end_fn *end);
int anf__akn_add_collected(struct anf__akn_reader *r, const char *text, size_t len);

/* The element with the values of its attributes as they are; memory is to be freed after it. */
ANF_CHECKED int anf__akn_decode_attributes(const struct anf__xml_element *element,
                                           struct anf__xml_element *ret_element, void **ret_memory);
/* An attribute in our namespace. NULL: not there. */
const char *anf__akn_own(const struct anf__xml_element *element, const char *name);
/* One in our namespace, where the schema did not take the value as it was; else one without. */
const char *anf__akn_exact(const struct anf__xml_element *element, const char *name);

/* The rule for an element; NULL: none. The lists end with a rule without a name. */
const struct anf__akn_rule *anf__akn_find_rule(const struct anf__akn_rule *rules,
                                               enum anf__akn_mode mode,
                                               const struct anf__xml_element *element);
/* Of the modes before ANF__AKN_COLLECT, and of those after it. */
extern const struct anf__akn_rule anf__akn_meta_rules[];
extern const struct anf__akn_rule anf__akn_content_rules[];

/* Line ends, which no field holds, come from programs that wrap lines: they become spaces. */
void anf__akn_unwrap(char *text, const char *unwanted);

/* Repairs refer to nodes by their eIds: begin to look out for these when meta ends; find one of
 * them (NULL: nothing refers to this element); add the repairs at the end. */
int anf__akn_expect_targets(struct anf__akn_reader *r);
struct anf__akn_target *anf__akn_find_target(struct anf__akn_reader *r,
                                             const struct anf__xml_element *element);
int anf__akn_add_repairs(struct anf__akn_reader *r);
void anf__akn_free_meta(struct anf__akn_reader *r);

/* Elements and text in the content. */
int anf__akn_start_content(struct anf__akn_reader *r, const struct anf__xml_element *element);
int anf__akn_add_text(struct anf__akn_reader *r);
/* Where a block begins: what there was of white space is layout. */
void anf__akn_start_block(struct anf__akn_reader *r);
int anf__akn_end_footnote(struct anf__akn_reader *r);
/* Before a node of this kind comes to where the element at hand puts it. */
int anf__akn_before_node(struct anf__akn_reader *r, int kind);
/* What stands in the element at hand comes where the element stands. */
int anf__akn_look_through(struct anf__akn_reader *r);
int anf__akn_look_through_unknown(struct anf__akn_reader *r,
                                  const struct anf__xml_element *element);

#endif
