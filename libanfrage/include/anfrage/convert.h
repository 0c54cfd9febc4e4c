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

/* Up to len bytes into buffer: how many, 0 at the end, < 0 on failure, which is ANF_ERR_IO to
 * whoever reads. */
typedef int64_t anf_read_fn(void *user, void *buffer, size_t len);
/* Take all len bytes, or return a negative status, which becomes the call's (what is no status
 * counts as ANF_ERR_IO); errno is shown to the reader of messages. Not called again after that. */
typedef int anf_write_fn(void *user, const void *data, size_t len);

/* Sources read nothing before anf_read, and then all of it; what was read is kept for as long as
 * the source, so that it can be read again. NULL: out of memory; no path, no data for len bytes, no
 * function.
 * The name is copied, shown in diagnostics and, without its folders, kept as provenance; NULL: "-".
 * A path is bytes, opened with O_CLOEXEC; only regular files, pipes and character devices are
 * read. A descriptor is read from where it stands, once, is never closed here, and stays the
 * caller's. Data in memory is borrowed and must outlive the source. */
ANF_API struct anf_source *anf_source_new_path(const char *path);
ANF_API struct anf_source *anf_source_new_fd(const char *name, int fd);
ANF_API struct anf_source *anf_source_new_memory(const char *name, const void *data, size_t len);
ANF_API struct anf_source *anf_source_new_callback(const char *name, anf_read_fn *fn, void *user);
ANF_API struct anf_source *anf_source_ref(struct anf_source *source);
ANF_API struct anf_source *anf_source_unref(struct anf_source *source);
/* As given, or "-"; lives as long as the source. */
ANF_API const char *anf_source_name(const struct anf_source *source);
/* The charset of the source, from outside (an HTTP header, a person who knows); it overrules
 * whatever the bytes say but a byte order mark. A label of the WHATWG Encoding Standard (4.2), or
 * any other name that iconv(3) has; one that nobody knows is reported when the source is decoded
 * (docs/charsets.md, rule 2). Copied; NULL takes it away. */
ANF_API ANF_CHECKED int anf_source_set_charset(struct anf_source *source, const char *charset);

/* A path is written beside its place and appears, whole, with anf_sink_commit; before that, or
 * without it, nothing is there and an older file stays as it was. Memory grows as needed. A
 * callback gets the bytes as they come: use memory where half an output does harm. Paths and names
 * are copied. NULL: out of memory; no path, no function. A callback's name may be NULL: "-". */
ANF_API struct anf_sink *anf_sink_new_path(const char *path);
ANF_API struct anf_sink *anf_sink_new_memory(void);
ANF_API struct anf_sink *anf_sink_new_callback(const char *name, anf_write_fn *fn, void *user);
ANF_API struct anf_sink *anf_sink_ref(struct anf_sink *sink);
/* The last reference to a path sink that was not committed leaves no file behind. */
ANF_API struct anf_sink *anf_sink_unref(struct anf_sink *sink);
/* Append len bytes, as writers do. ANF_ERR_ARGUMENT: data is NULL for some, or the sink was
 * committed. What else fails is the sink's. */
ANF_API ANF_CHECKED int anf_sink_write(struct anf_sink *sink, const void *data, size_t len);
/* The same for a terminated string, which may not be NULL. */
ANF_API ANF_CHECKED int anf_sink_puts(struct anf_sink *sink, const char *text);
/* The end of an output. A path appears, and the sink takes no more; once more is ANF_OK. Memory and
 * callbacks have nothing to do, and give the failure that a callback returned earlier. ctx is told
 * of failures; it may be NULL.
 * ANF_ERR_IO: the output could not be written; errno tells more. An older file is as it was, and
 * commit may be tried again. */
ANF_API ANF_CHECKED int anf_sink_commit(struct anf_sink *sink, struct anf_context *ctx);
/* The bytes of a memory sink, which is empty afterwards and may be used anew. Yours: give them to
 * anf_free. ret_len may be NULL; a zero byte follows the last. NULL: no memory sink, or out of
 * memory; the sink is then as it was. */
ANF_API char *anf_sink_steal(struct anf_sink *sink, size_t *ret_len);

/* One inquiry of a source, borrowed for the call; keep it with anf_inquiry_ref. A negative number
 * ends the reading, and is what anf_read returns. */
typedef int anf_inquiry_fn(struct anf_inquiry *inquiry, void *user);

/* Read a source and hand over each inquiry that it holds, in its order; from a scraped page, after
 * the whole page was recognised. format NULL: every plugin bids on the first bytes and the name,
 * and the best bid reads (docs/plugins.md has the scale). options: "key=value" up to a NULL, or
 * NULL; borrowed for the call, and docs/formats.md has those of our formats. One that the format
 * does not have, or not with this value, is a warning. On failure some inquiries may have been
 * handed over.
 *  - ANF_ERR_IO: the source cannot be read.
 *  - ANF_ERR_LIMIT: it is larger or deeper than ctx allows.
 *  - ANF_ERR_UNSUPPORTED: no such format, or no plugin reads this.
 *  - ANF_ERR_PLUGIN: the plugin was refused, or broke its contract.
 *  - ANF_ERR_SYNTAX: the bytes are not of the format, or there are none.
 *  - ANF_ERR_MODEL: the content of an inquiry is not complete.
 *  - ANF_ERR_NO_INQUIRY: nothing was handed over, and the diagnostic says why. */
ANF_API ANF_CHECKED int anf_read(struct anf_context *ctx, struct anf_source *source,
                                 const char *format, const char *const *options, anf_inquiry_fn *fn,
                                 void *user);

/* The one inquiry of a source; its reference is yours. ANF_ERR_MODEL: it holds several. Else as
 * anf_read. */
ANF_API ANF_CHECKED int anf_read_one(struct anf_context *ctx, struct anf_source *source,
                                     const char *format, const char *const *options,
                                     struct anf_inquiry **ret_inquiry);

/* The page of a scraped source, its fates decided, also where it holds no inquiry, which is told
 * and is ANF_OK here; its reference is yours. ANF_ERR_UNSUPPORTED: also of a format that gives the
 * model itself, not a page. Else as anf_read. */
ANF_API ANF_CHECKED int anf_read_page(struct anf_context *ctx, struct anf_source *source,
                                      const char *format, const char *const *options,
                                      struct anf_page **ret_page);

/* Append the inquiry to the sink; commit it afterwards. The same inquiry and options give the same
 * bytes. What the format cannot hold is a diagnostic. format is needed; options are as of anf_read.
 * On failure a sink of a path or in memory is as it was; a callback may have got a part.
 *  - ANF_ERR_MODEL: anf_inquiry_check fails.
 *  - ANF_ERR_UNSUPPORTED: no such format, none that can be written, or one that holds a single
 *    inquiry and the sink has one.
 *  - ANF_ERR_PLUGIN: the plugin was refused, or broke its contract.
 *  - ANF_ERR_IO: the function of a callback sink failed. */
ANF_API ANF_CHECKED int anf_write(struct anf_context *ctx, const struct anf_inquiry *inquiry,
                                  const char *format, const char *const *options,
                                  struct anf_sink *sink);

#ifdef __cplusplus
}
#endif
#endif
