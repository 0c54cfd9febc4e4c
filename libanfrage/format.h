/* format.h: the formats that a context knows, and the plugins that they come from. */
#ifndef ANF_FORMAT_H
#define ANF_FORMAT_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include "arena.h"
#include "array.h"
#include "diagnostic.h"

#include <anfrage/plugin.h>

struct anf__plugin;

/* One format: what its plugin says of it, and its functions once they are there. */
struct anf__format {
    struct anf_format_info info; /* every list is there, if only its NULL */
    struct anf__plugin *plugin;
    const char *const *magic; /* "SCORE WITHIN TEXT" */
    int asks_probe;           /* magic alone does not tell the bid */
    struct anf_format code;   /* zero until anf__format_load */
};

/* Made from a description file or from a plugin's constant; owns what its formats point to. */
struct anf__plugin {
    const char *name;
    const char *version;
    char *path; /* of the module; NULL: linked in */
    int loaded; /* the formats have their functions */
    ANF__ARRAY(struct anf__format *) formats;
    struct anf__arena arena;
};

/* Strings, each from malloc. */
struct anf__names {
    char **items;
    size_t count;
    size_t capacity;
};

struct anf__registry {
    ANF__ARRAY(struct anf__plugin *) plugins;
    ANF__ARRAY(struct anf__format *) formats; /* in the order of their ids; of the plugins */
    struct anf__names refused;                /* files of plugins that were refused */
    struct anf__names folders;                /* that were searched */
};

/* NULL: out of memory. path may be NULL. */
struct anf__plugin *anf__plugin_new(const char *path);
struct anf__plugin *anf__plugin_free(struct anf__plugin *plugin);
/* A new last format; NULL: out of memory. */
struct anf__format *anf__plugin_add_format(struct anf__plugin *plugin);

/* Check a plugin's constant and read it: only the fields that its sizes cover. Reported. */
ANF_CHECKED int anf__plugin_from_constant(struct anf_context *ctx,
                                          const struct anf__place_of_report *where,
                                          const struct anf_plugin *constant,
                                          struct anf__plugin **ret_plugin);

/* The plugin goes to the registry in any case. A format whose id is taken is reported and left
 * out. */
ANF_CHECKED int anf__registry_add(struct anf_context *ctx, struct anf__plugin *plugin);
/* A plugin that is linked in. */
ANF_CHECKED int anf__registry_add_constant(struct anf_context *ctx,
                                           const struct anf_plugin *constant);
ANF_CHECKED int anf__registry_add_builtins(struct anf_context *ctx);
void anf__registry_clear(struct anf__registry *registry);

/* NULL: no such format. */
struct anf__format *anf__registry_find(const struct anf__registry *registry, const char *id);

/* See to it that the format has its functions. ANF_ERR_PLUGIN: refused (reported). */
ANF_CHECKED int anf__format_load(struct anf_context *ctx, struct anf__format *format);

/* Is it a name that a format or a plugin may have: lower-case letters, digits and `also`? */
int anf__is_plugin_name(const char *name, char also);

#endif
