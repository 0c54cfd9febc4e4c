/* loader.h: plugins that are linked in, and plugins that are loaded. Either module.c and its
 * helpers are compiled, or no-modules.c and the table that meson makes. */
#ifndef ANF_LOADER_H
#define ANF_LOADER_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include "format.h"

/* Up to a NULL. */
extern const struct anf_plugin *const anf__builtin_plugins[];

/* Load the module of a plugin, check that it says what its description says, and take its
 * functions. ANF_ERR_PLUGIN: refused (reported). */
ANF_CHECKED int anf__plugin_load(struct anf_context *ctx, struct anf__plugin *plugin);

/* Read the description file at path; its module lies beside it. ANF_ERR_PLUGIN: it is no sound
 * description (reported). */
ANF_CHECKED int anf__plugin_describe(struct anf_context *ctx, const char *path,
                                     struct anf__plugin **ret_plugin);

#endif
