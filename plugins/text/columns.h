/* columns.h: tables that stand in a text as aligned columns. */
#ifndef ANF_TEXT_COLUMNS_H
#define ANF_TEXT_COLUMNS_H

#include "lines.h"

enum anf__plain_region_kind {
    ANF__PLAIN_NO_REGION = 0,
    ANF__PLAIN_TABLE, /* its alignment matters */
    ANF__PLAIN_LABELS /* "Label:   value" lines: each line counts, its white space does not */
};

/* Which region begins with line, whose successor stands at next, and how many lines it has. */
enum anf__plain_region_kind anf__plain_region(const struct anf__plain_line *line,
                                              const struct anf__plain_cursor *next,
                                              size_t *ret_lines);

#endif
