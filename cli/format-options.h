/* format-options.h: what --option may say, as the plugins describe it. */
#ifndef CLI_FORMAT_OPTIONS_H
#define CLI_FORMAT_OPTIONS_H

#include "options.h"
#include "report.h"

/* What an option takes, in few words: "yes|no", "0..1000", "a|b", "TEXT". */
void format_option_values(const struct anf_format_option *option, char *buffer, size_t size);

/* Does a format that is to be read or written have each --option, and does the option take its
 * value? from: NULL: any format may be read; to: NULL: none is written. false: the reason was
 * reported. A format that does not describe its options may have any; the library tells later of
 * those that nobody asked for. */
bool format_options_check(const struct options *options, const struct anf_context *ctx,
                          const struct anf_format_info *from, const struct anf_format_info *to,
                          struct report *report);

#endif
