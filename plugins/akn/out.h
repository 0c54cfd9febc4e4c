/* out.h: XML into a sink as it is written, in one layout: elements that hold elements on lines of
 * their own, elements that hold text on one line. */
#ifndef ANF_AKN_OUT_H
#define ANF_AKN_OUT_H

#include <anfrage/plugin.h>

struct anf__akn_out {
    struct anf_sink *sink; /* NULL: nothing is written, as in a rehearsal */
    int status;            /* the first failure; whatever follows it does nothing */
    unsigned level;        /* of indentation */
    unsigned flat;         /* > 0: within an element that stands on one line */
    int tag_is_open;       /* a start tag still lacks its end */
    size_t used;
    char buffer[8192];
};

/* Write out what is still held back. */
void anf__akn_out_flush(struct anf__akn_out *out);
/* As it is. */
void anf__akn_out_raw(struct anf__akn_out *out, const char *data, size_t len);

/* An element, and one whose content stands on one line. Neither starts a line where it stands
 * within an element of the second kind. */
void anf__akn_out_start(struct anf__akn_out *out, const char *name);
void anf__akn_out_start_line(struct anf__akn_out *out, const char *name);
void anf__akn_out_end(struct anf__akn_out *out, const char *name);
void anf__akn_out_end_line(struct anf__akn_out *out, const char *name);

/* Of the element just started. NULL: no attribute. */
void anf__akn_out_attribute(struct anf__akn_out *out, const char *name, const char *value);
void anf__akn_out_attribute_format(struct anf__akn_out *out, const char *name, const char *fmt, ...)
    ANF_PRINTF(3, 4);
/* In parts. */
void anf__akn_out_attribute_start(struct anf__akn_out *out, const char *name);
void anf__akn_out_attribute_part(struct anf__akn_out *out, const char *value);
void anf__akn_out_attribute_end(struct anf__akn_out *out);

void anf__akn_out_text(struct anf__akn_out *out, const char *text, size_t len);
void anf__akn_out_string(struct anf__akn_out *out, const char *text);

/* An element that has one attribute and no content; nothing for the value NULL. */
void anf__akn_out_value(struct anf__akn_out *out, const char *name, const char *attribute,
                        const char *value);

#endif
