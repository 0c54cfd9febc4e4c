/* label.h: the charset that an HTML page says it is in. */
#ifndef ANF_HTML_LABEL_H
#define ANF_HTML_LABEL_H

#include <stddef.h>

enum { ANF__HTML_LABEL_ROOM = 64 };

/* Into ret_label: what the first 4,096 bytes say in an XML declaration, or in a meta element as the
 * HTML Standard's "prescan a byte stream" finds it. 1 if they say anything. */
int anf__html_label(const unsigned char *data, size_t len, char ret_label[ANF__HTML_LABEL_ROOM]);

#endif
