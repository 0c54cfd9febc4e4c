/* convert.h: bytes in, bytes out. */
#ifndef ANFRAGE_CONVERT_H
#define ANFRAGE_CONVERT_H

#include <anfrage/context.h>
#include <anfrage/page.h>

#ifdef __cplusplus
extern "C" {
#endif

struct anf_source;
struct anf_sink;

/* Up to len bytes into buffer: how many, 0 at the end, < 0 on failure. */
typedef int64_t anf_read_fn(void *user, void *buffer, size_t len);
/* All len bytes, or a negative status. */
typedef int anf_write_fn(void *user, const void *data, size_t len);

/* Sources read nothing before anf_read. NULL: out of memory (or no path, no function).
 * The name is shown in diagnostics and, without its folders, kept as provenance; NULL: "-".
 * A path is bytes, opened with O_CLOEXEC; only regular files, pipes and character devices are
 * read. Data in memory is borrowed and must outlive the source. */
ANF_API struct anf_source *anf_source_new_path(const char *path);
ANF_API struct anf_source *anf_source_new_memory(const char *name, const void *data, size_t len);
ANF_API struct anf_source *anf_source_new_callback(const char *name, anf_read_fn *fn, void *user);
ANF_API struct anf_source *anf_source_ref(struct anf_source *source);
ANF_API struct anf_source *anf_source_unref(struct anf_source *source);
ANF_API const char *anf_source_name(const struct anf_source *source);
/* The charset of the source, from outside (an HTTP header, a person who knows); it overrules
 * whatever the bytes say but a byte order mark. NULL takes it away. */
ANF_API ANF_CHECKED int anf_source_set_charset(struct anf_source *source, const char *charset);

/* A path is written beside its place and appears, whole, with anf_sink_commit; before that, or
 * without it, nothing is there and an older file stays as it was. Memory grows as needed. A
 * callback gets the bytes as they come: use memory where half an output does harm. */
ANF_API struct anf_sink *anf_sink_new_path(const char *path);
ANF_API struct anf_sink *anf_sink_new_memory(void);
ANF_API struct anf_sink *anf_sink_new_callback(const char *name, anf_write_fn *fn, void *user);
ANF_API struct anf_sink *anf_sink_ref(struct anf_sink *sink);
/* The last reference to a path sink that was not committed leaves no file behind. */
ANF_API struct anf_sink *anf_sink_unref(struct anf_sink *sink);
/* ANF_ERR_IO: the output could not be written; errno tells more. Reported to ctx when not NULL. */
ANF_API ANF_CHECKED int anf_sink_commit(struct anf_sink *sink, struct anf_context *ctx);
/* The bytes of a memory sink, which is empty afterwards. Give them to anf_free. ret_len may be
 * NULL; a zero byte follows the last. NULL: no memory sink, or out of memory. */
ANF_API char *anf_sink_steal(struct anf_sink *sink, size_t *ret_len);

/* One inquiry of a source; keep it with anf_inquiry_ref. A negative status ends the reading. */
typedef int anf_inquiry_fn(struct anf_inquiry *inquiry, void *user);

/* Read a source and hand over each inquiry that it holds, in its order; from a scraped page, after
 * the whole page was recognised. format NULL: every plugin bids on the first bytes and the name,
 * and the best bid reads (docs/plugins.md has the scale). options: "key=value" up to a NULL, or
 * NULL. Every failure was reported as a diagnostic before this returns.
 * ANF_ERR_NO_INQUIRY: nothing was handed over, and the diagnostic says why. */
ANF_API ANF_CHECKED int anf_read(struct anf_context *ctx, struct anf_source *source,
                                 const char *format, const char *const *options, anf_inquiry_fn *fn,
                                 void *user);

/* The one inquiry of a source. ANF_ERR_MODEL: it holds several. */
ANF_API ANF_CHECKED int anf_read_one(struct anf_context *ctx, struct anf_source *source,
                                     const char *format, const char *const *options,
                                     struct anf_inquiry **ret_inquiry);

/* The page of a scraped source, its fates decided, also where it holds no inquiry.
 * ANF_ERR_UNSUPPORTED: the format gives the model itself, not a page. */
ANF_API ANF_CHECKED int anf_read_page(struct anf_context *ctx, struct anf_source *source,
                                      const char *format, const char *const *options,
                                      struct anf_page **ret_page);

/* Append the inquiry to the sink; commit it afterwards. The same inquiry and options give the same
 * bytes. What the format cannot hold is a diagnostic. ANF_ERR_MODEL: anf_inquiry_check fails. */
ANF_API ANF_CHECKED int anf_write(struct anf_context *ctx, const struct anf_inquiry *inquiry,
                                  const char *format, const char *const *options,
                                  struct anf_sink *sink);

#ifdef __cplusplus
}
#endif
#endif
