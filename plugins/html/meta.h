/* meta.h: what the head of a page says: its description, its address, when it was published. */
#ifndef ANF_HTML_META_H
#define ANF_HTML_META_H

#include "reader.h"

/* <meta>, <link>, <time>. */
ANF_CHECKED int anf__html_meta(struct anf__html_reader *r, const xmlChar **attributes);
ANF_CHECKED int anf__html_relation(struct anf__html_reader *r, const xmlChar **attributes);
ANF_CHECKED int anf__html_time(struct anf__html_reader *r, const xmlChar **attributes);

/* All of the head was seen; while its place is still open. */
ANF_CHECKED int anf__html_meta_end_head(struct anf__html_reader *r);
/* All of the page was seen. */
ANF_CHECKED int anf__html_meta_end(struct anf__html_reader *r);

#endif
