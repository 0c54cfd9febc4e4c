/* session.h: a context as the command line wants it. */
#ifndef CLI_SESSION_H
#define CLI_SESSION_H

#include "options.h"
#include "report.h"

/* Where and how this command line wants its diagnostics. */
struct report session_report(const struct options *options);

/* Is what goes to this file descriptor to be coloured? */
bool session_colour(const struct options *options, int fd);

/* A context that reports to report (NULL: to nobody), with the plugins found, the limits set and
 * the vocabularies loaded. The options' sources are read here, so one session comes after another.
 * NULL: the reason was reported. */
struct anf_context *session_new(const struct options *options, struct report *report);

enum direction { to_list, to_read, to_write };

/* The format of that name; NULL, and the reason was reported: there is none, or the plugin does
 * not go in this direction. */
const struct anf_format_info *session_format(const struct anf_context *ctx, const char *name,
                                             enum direction direction, struct report *report);

/* Is there the format to read, and do the formats have the options? to: the format to write;
 * NULL: none. false: the reason was reported. */
bool session_formats_fit(const struct options *options, const struct anf_context *ctx,
                         const struct anf_format_info *to, struct report *report);

#endif
