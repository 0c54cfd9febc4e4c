/* repair.h: text that libxml2's HTML parser would cut, drop or misread, set right before it. */
#ifndef ANF_HTML_REPAIR_H
#define ANF_HTML_REPAIR_H

#include <anfrage/plugin.h>

/* Zero bytes (the parser stops there), control and non-characters (it drops them), references out
 * of range (it drops them), references and characters U+0080 to U+009F (it takes them literally;
 * the HTML Standard, 13.2.5.80, and every browser mean windows-1252), references without a
 * semicolon (it shows them as text), comments that the standard calls abrupt or incorrectly opened
 * (it hides what follows, or shows them as text).
 * *ret_repaired is NULL where nothing was to be done, else for free(). */
ANF_CHECKED int anf__html_repair(const char *text, size_t len, char **ret_repaired,
                                 size_t *ret_len);

#endif
