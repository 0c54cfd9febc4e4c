/* format-option.h: the options that a format describes, in its constant or in its description. */
#ifndef ANF_FORMAT_OPTION_H
#define ANF_FORMAT_OPTION_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include "arena.h"

#include <anfrage/context.h>

/* What an option's word says that is "yes" or "no": 1, 0; -1: neither. */
int anf__flag_value(const char *word);

/* Up to a NULL; NULL: the plugin does not say. */
typedef const struct anf_format_option *const *anf__option_list;

/* Take what a plugin's constant describes, which an older or newer header may have shaped; theirs
 * is not NULL. ret_fault: NULL, or why an option is unsound; then the list is of no use. */
ANF_CHECKED int anf__options_take(struct anf__arena *arena, anf__option_list theirs,
                                  anf__option_list *ret_list, const char **ret_fault);
/* Put what a line of a description says, "KEY USE VALUES DEFAULT HELP" or "none", behind the list.
 */
ANF_CHECKED int anf__options_describe(struct anf__arena *arena, anf__option_list *list,
                                      const char *line, const char **ret_fault);

/* 1: the two do not say the same. */
int anf__options_differ(anf__option_list a, anf__option_list b);

#endif
