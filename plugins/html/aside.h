/* aside.h: blocks that wait for the end of the running text; flow.c decides when. */
#ifndef ANF_HTML_ASIDE_H
#define ANF_HTML_ASIDE_H

#include "flow.h"

/* A new last one, in the flow's context and place in the source; NULL: out of memory. */
struct anf__html_aside *anf__html_aside_new(struct anf__html_flow *flow, uint32_t kind);
/* A line feed is white space like any other. */
ANF_CHECKED int anf__html_aside_add(struct anf__html_aside *aside, const char *text, size_t len);
/* The text to come begins a line. */
void anf__html_aside_end_line(struct anf__html_aside *aside);
/* A link around the text to come, until it is closed; links do not nest. Copies target. */
ANF_CHECKED int anf__html_aside_open_link(struct anf__html_aside *aside, const char *target);
void anf__html_aside_close_link(struct anf__html_aside *aside);
/* The last one, as if it had never been. */
void anf__html_aside_drop(struct anf__html_flow *flow);
/* All of them become blocks; none may be open. */
ANF_CHECKED int anf__html_asides_flush(struct anf__html_flow *flow);

#endif
