/* context.h: formats, limits, and where diagnostics go. */
#ifndef ANFRAGE_CONTEXT_H
#define ANFRAGE_CONTEXT_H

#include <anfrage/base.h>

#ifdef __cplusplus
extern "C" {
#endif

struct anf_context;
struct anf_source; /* anfrage/convert.h */

/* A new context knows the formats that are linked in, has every limit at its default and tells
 * nobody of diagnostics. NULL: out of memory. */
ANF_API struct anf_context *anf_context_new(void);
/* A running call and a page hold a reference of their own. */
ANF_API struct anf_context *anf_context_ref(struct anf_context *ctx);
ANF_API struct anf_context *anf_context_unref(struct anf_context *ctx);

/* Where diagnostics go from now on; fn NULL drops them, which is the default. user is handed to fn
 * and is the program's to keep. */
ANF_API void anf_context_set_diagnostic_fn(struct anf_context *ctx, anf_diagnostic_fn *fn,
                                           void *user);

/* Bounds on what hostile input may cost. */
enum anf_limit {
    ANF_LIMIT_INPUT_BYTES = 1, /* bytes of one source; default 64 MiB */
    ANF_LIMIT_UNPACKED_BYTES,  /* bytes that an archive may unpack to; default 256 MiB */
    ANF_LIMIT_DEPTH,           /* levels of nesting, in input and model; default and most 220 */
    ANF_LIMIT_NODES,           /* nodes of one inquiry, blocks of one page; default 5,000,000 */
    ANF_LIMIT_ATTRIBUTES,      /* attributes of one element; default 1,024 */
    ANF_LIMIT_PART_BYTES,      /* bytes that one part of an archive may unpack to, and that may be
                                  repeated in it; default 64 MiB */
    ANF_LIMIT_PARTS,           /* parts of one archive; default 4,096, most 65,535 */
    ANF_LIMIT_ELEMENT_DEPTH,   /* XML elements within one another; default and most 256; of HTML,
                                  whose pages leave elements open, four times as many */
    ANF_LIMIT_SPACES,          /* spaces that one element stands for; default 10,000 */
    ANF_LIMIT_CELLS            /* cells of a document's tables, repeated ones as often; default
                                  1,000,000 */
};
/* For sources, inquiries and pages that are begun from now on. ANF_ERR_ARGUMENT: no such limit, or
 * a value of 0 or beyond what the library can keep to (depth: 220, element-depth: 256). */
ANF_API int anf_context_set_limit(struct anf_context *ctx, int limit, uint64_t value);
/* 0 for a limit that does not exist. */
ANF_API uint64_t anf_context_limit(const struct anf_context *ctx, int limit);
/* "input-bytes", "depth" … and back, never to be freed; NULL and 0 for what does not exist. */
ANF_API const char *anf_limit_name(int limit);
ANF_API int anf_limit_from_name(const char *name);

/* Find the plugins of every directory in a colon-separated path. NULL means
 * $ANFRAGE_PLUGIN_PATH where it is set and the process is not privileged (secure_getenv(3)), else
 * the plugins of the build folder that the library lies in, else the installed
 * directory. Only the small text files beside the modules are read; a module is loaded when its
 * format is chosen. A refused plugin is reported and skipped, and the others are still found; one
 * that others than the user and root could have changed is refused. May be called again, for other
 * directories or for plugins that have come since; the first plugin that has a format keeps it.
 * ANF_ERR_IO: a directory of the path cannot be read; the others are still searched.
 * ANF_ERR_UNSUPPORTED: a path, for a library whose plugins are linked in (NULL is ANF_OK there). */
ANF_API int anf_context_load_plugins(struct anf_context *ctx, const char *path);

/* Open now what a later call would open when it is needed: the module of a format (NULL: of every
 * format; one may use another, as odt uses akn), and the converters of all charsets that the
 * library tells by itself. After that, reading from memory or a descriptor and writing to memory
 * opens no file, for a program that gives up the right to do so. A plugin that was refused is
 * reported, and the others are opened. ANF_ERR_UNSUPPORTED: no such format. */
ANF_API ANF_CHECKED int anf_context_preload(struct anf_context *ctx, const char *format);

/* --- formats --- */

enum anf_option_type {
    ANF_OPTION_TEXT = 0, /* any text; so is a type that the library does not know yet */
    ANF_OPTION_FLAG,     /* yes or no; a bare key is yes */
    ANF_OPTION_NUMBER,   /* a decimal number from least to most */
    ANF_OPTION_CHOICE    /* one of choices */
};
enum anf_option_flag { ANF_OPTION_READS = 1, ANF_OPTION_WRITES = 2 }; /* when it is asked for */

/* What a format may be asked to do in another way: "key=value" of anf_read and anf_write. Plugins
 * describe their options with it, and the library hands it out in anf_format_info. */
struct anf_format_option {
    uint32_t size;  /* ANF_FORMAT_OPTION_INIT */
    uint32_t flags; /* enum anf_option_flag: one of them, or both */
    uint32_t type;  /* enum anf_option_type */
    uint32_t least; /* of a number */
    uint32_t most;
    const char *key;            /* "wrap": lower-case letters, digits, dash */
    const char *help;           /* what it does, in one line of English without a full stop */
    const char *otherwise;      /* the value that counts when none is given; NULL: none does */
    const char *const *choices; /* of a choice: words of at least two, up to a NULL */
};
#define ANF_FORMAT_OPTION_INIT .size = sizeof(struct anf_format_option)
/* 1: the option takes this value; 0: it does not, or something is NULL. A text takes any. */
ANF_API int anf_format_option_takes(const struct anf_format_option *option, const char *value);

/* What is known of a format without loading its plugin. Borrowed from the context, and lives as
 * long. */
struct anf_format_info {
    uint32_t size;
    uint32_t reads;  /* 1: can be read */
    uint32_t writes; /* 1: can be written */
    uint32_t many;   /* 1: one output holds several inquiries */
    const char *id;  /* "akn" */
    const char *label;
    const char *plugin;
    const char *version;
    const char *path;               /* of the module; NULL: linked in */
    const char *const *extensions;  /* without dot, up to a NULL; the first is the usual one */
    const char *const *media_types; /* up to a NULL; the first is the usual one */
    /* In the order in which the plugin lists them, up to a NULL. NULL: the plugin does not say
     * which options it has. */
    const struct anf_format_option *const *options;
};
/* Formats in the order of their ids, counted from 0; NULL past the end. */
ANF_API const struct anf_format_info *anf_context_format(const struct anf_context *ctx,
                                                         size_t index);
/* By its id, in exactly these letters. NULL: no such format. */
ANF_API const struct anf_format_info *anf_context_find_format(const struct anf_context *ctx,
                                                              const char *id);
/* What a format bids for an input: 0 to 100, on the scale of docs/plugins.md, from its first 4096
 * bytes and its name (NULL: none). anf_read gives the input to the best bid, so this tells which
 * format that is, and how sure it is. A format that cannot be read bids 0.
 * ANF_ERR_UNSUPPORTED: no such format. ANF_ERR_PLUGIN: its plugin, whose probe was to be asked, was
 * refused (reported). */
ANF_API int anf_context_bid(struct anf_context *ctx, const char *id, const char *name,
                            const void *data, size_t len);

/* Add the facts of a vocabulary file (docs/vocabulary.md) to those that are compiled in: words and
 * labels, a party, a whole parliament. They count for this context alone, from its next call on,
 * and cannot be taken away. All facts of the source, or none: every fault is reported with its
 * line. The source may be loaded into several contexts, one after another.
 * ANF_ERR_SYNTAX: it has faults, or nothing in it. ANF_ERR_LIMIT: larger than
 * ANF_LIMIT_INPUT_BYTES, or more facts than a page can be searched for. ANF_ERR_IO: it cannot be
 * read. */
ANF_API ANF_CHECKED int anf_context_load_vocabulary(struct anf_context *ctx,
                                                    struct anf_source *source);
/* The usual phrase that the vocabulary has in a class for an id: for "parliament" and "DE-NW" the
 * name "Landtag Nordrhein-Westfalen". docs/vocabulary.md has the classes. NULL: none, or no such
 * class. Lives as long as the context. */
ANF_API const char *anf_context_phrase(const struct anf_context *ctx, const char *class_name,
                                       const char *id);
/* The other way round, by exactly these bytes: "DE-NW" for "parliament" and "Landtag NRW". */
ANF_API const char *anf_context_meaning(const struct anf_context *ctx, const char *class_name,
                                        const char *phrase);

#ifdef __cplusplus
}
#endif
#endif
