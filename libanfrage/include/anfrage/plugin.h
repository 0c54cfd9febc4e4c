/* plugin.h: for people who write a format plugin. Start with docs/plugins.md.
 *
 * A plugin is one constant, anf_plugin_<name>, in anf-<name>.so or linked in. It runs no code of
 * its own when loaded, keeps no state between calls, and is never unloaded. Beside the module lies
 * anf-<name>.plugin, a text file that says the same as the constant, so that listing formats and
 * bidding load no code. A plugin is a pure function of its arguments: it opens no file, reads no
 * environment, prints nothing; its functions may run in several threads at once.
 *
 * How far a plugin that errs is contained. It is code in the caller's process, and no sandbox.
 *
 *  - The library sees a module that cannot be loaded, or says something else than its description;
 *    a status that is none; a failure that was not reported; both a page and inquiries. It refuses
 *    content that the grammar of the model forbids, text that is no UTF-8, and what goes beyond a
 *    limit, and makes U+FFFD of what a page's text may not hold. It takes back what was written
 *    when write fails, takes a bid below 0 for 0 and above 100 for 100, and shows control
 *    characters in messages as escapes. The call ends with a status, and the diagnostic names the
 *    plugin.
 *  - Only another process sees a crash, a call that does not end, memory without bounds, exit. Who
 *    must outlive them reads in a process of its own, as "anfrage plugin check" does for each
 *    trial, with a limit of time and memory.
 *  - Nobody sees memory of the caller that is written over without a crash, or files, signals and
 *    a locale that are not the plugin's: that it does not do so is what "anfrage plugin check"
 *    tries before it is installed.
 *
 * Growth: a new field comes last and means "absent" when zero; the library copies the smaller of
 * the two sizes. ANF_PLUGIN_ABI changes only when an existing field changes its meaning; plugins
 * built for another number are refused with a message that says so.
 */
#ifndef ANFRAGE_PLUGIN_H
#define ANFRAGE_PLUGIN_H

#include <anfrage/anfrage.h>

#ifdef __cplusplus
extern "C" {
#endif

#define ANF_PLUGIN_ABI 1

/* One running read or write. It is for the thread that runs it, and gone when your function
 * returns; so is all that these functions lend. ANF_ERR_NOMEM and ANF_ERR_LIMIT of any function may
 * be returned as they are, and so may whatever anf_source_bytes, anf_source_text, anf_call_emit,
 * anf_call_write, anf_call_read, anf_call_read_page and the functions of a sink return: it is, or
 * will be, reported. Text and values of the input that the model refuses (ANF_ERR_SYNTAX and
 * ANF_ERR_MODEL of anf_page_state, anf_inquiry_set, anf_node_add_text and their like) are yours to
 * report: only you know where in the input they stand. */
struct anf_call;

/* --- what a running call may ask --- */

/* The value of an option that the caller gave, the last one where there are several, borrowed;
 * "yes" for a bare key; NULL: not given. Options that no one asks for are reported by the library
 * after the call. */
ANF_API const char *anf_call_option(struct anf_call *call, const char *key);
/* 1 or 0 for an option that is "yes" or "no" (also "true", "1", "false", "0"; a bare key is "yes");
 * otherwise where it was not given. Anything else is reported and counts as not given. */
ANF_API int anf_call_option_bool(struct anf_call *call, const char *key, int otherwise);
/* A decimal option; what is no number from least to most is reported and counts as not given. */
ANF_API uint32_t anf_call_option_number(struct anf_call *call, const char *key, uint32_t least,
                                        uint32_t most, uint32_t otherwise);
/* anf_context_limit of the running call's context: for what only the plugin can count. */
ANF_API uint64_t anf_call_limit(const struct anf_call *call, int limit);
/* anf_context_phrase and anf_context_meaning of the running call's context: what to call a
 * parliament or a kind, and back. */
ANF_API const char *anf_call_phrase(const struct anf_call *call, const char *class_name,
                                    const char *id);
ANF_API const char *anf_call_meaning(const struct anf_call *call, const char *class_name,
                                     const char *phrase);
/* Report to the caller's diagnostic function. severity: enum anf_severity; what is none is an
 * error. code: of codes.h for the project's own plugins, 0 for all others. line and column from 1,
 * or 0. member: part of the source, or NULL. The message is as of printf(3), one English line
 * without a full stop; after 1,000 bytes it is cut. Characters that could forge or hide what a
 * terminal shows (UTR 36, 3.2) are shown as escapes. Nothing happens where call or fmt is NULL. */
ANF_API void anf_call_report(struct anf_call *call, int severity, uint32_t code, const char *member,
                             uint32_t line, uint32_t column, const char *fmt, ...) ANF_PRINTF(7, 8);

/* --- reading --- */

/* The whole input, at least one byte and within the limit; borrowed until read returns.
 * ANF_ERR_ARGUMENT: a source that is not the call's, or NULL for any of the four. */
ANF_API ANF_CHECKED int anf_source_bytes(struct anf_call *call, struct anf_source *source,
                                         const unsigned char **ret_data, size_t *ret_len);

enum anf_decode_flag {
    ANF_DECODE_STRICT = 1 /* overlong and five-byte forms are an error, not U+FFFD */
};
/* The whole input as UTF-8 without byte order mark, decoded by the rules of
 * docs/charsets.md: a byte order mark, the caller's charset, valid UTF-8, the label, else
 * windows-1252. label: what the bytes say of themselves, or NULL. Sets the provenance's charset.
 * The text ends with a zero byte (not counted) and may hold NUL, which is reported; borrowed
 * until read returns. ANF_ERR_SYNTAX: this is no text, which is reported. ANF_ERR_ARGUMENT as of
 * anf_source_bytes. */
ANF_API ANF_CHECKED int anf_source_text(struct anf_call *call, struct anf_source *source,
                                        const char *label, uint32_t flags, const char **ret_text,
                                        size_t *ret_len);

/* A structured format: a new inquiry to fill, whose reference is yours, and to hand over with
 * anf_call_emit, which takes the reference in any case, checks the content and gives the inquiry to
 * the reader's caller. A format that reads provenance from the file sets it itself; whatever is
 * absent stays absent. When emit fails, the reading is over: return what it returned, which is the
 * caller's own number, ANF_ERR_MODEL for content that is not complete, or ANF_ERR_UNSUPPORTED where
 * a page is wanted. ANF_ERR_ARGUMENT: the call writes. */
ANF_API ANF_CHECKED int anf_call_new_inquiry(struct anf_call *call,
                                             struct anf_inquiry **ret_inquiry);
ANF_API ANF_CHECKED int anf_call_emit(struct anf_call *call, struct anf_inquiry *inquiry);
/* For a format that reads an inquiry from a file which says nothing of provenance: this source, the
 * SHA-256 of its bytes (FIPS 180-4), this format's first media type, the charset that
 * anf_source_text used, this plugin. ANF_ERR_ARGUMENT: the call writes. */
ANF_API ANF_CHECKED int anf_call_set_provenance(struct anf_call *call, struct anf_inquiry *inquiry);

/* A scraped format: the page of this call, to be filled and not to be kept. The library
 * recognises what is on it after read has returned ANF_OK. NULL while writing, and for a format
 * that reads within another (anf_call_read). */
ANF_API struct anf_page *anf_call_page(struct anf_call *call);

/* Places open and close like elements; what follows stands in the innermost open one, and what is
 * still open when read returns is closed. A call between anf_page_open_block and
 * anf_page_close_block that opens or closes a place closes the block first. A place within a hidden
 * one is hidden. ANF_ERR_LIMIT: deeper, or more places, than the context allows. ANF_ERR_ARGUMENT:
 * no such kind, or the root. To close where nothing is open does nothing. */
ANF_API ANF_CHECKED int anf_page_open_place(struct anf_page *page, int kind, uint32_t flags);
ANF_API void anf_page_close_place(struct anf_page *page);
/* For the innermost open place: a cell's spans (0 counts as 1), an item's number. Nothing happens
 * where that is no cell, or no item. */
ANF_API void anf_page_set_spans(struct anf_page *page, uint32_t colspan, uint32_t rowspan);
ANF_API void anf_page_set_number(struct anf_page *page, int32_t number);
/* Flags of enum anf_block_flag; level: of a heading, else 0; line and column from 1, or 0. Closes
 * the block that is open. ANF_ERR_LIMIT: more blocks than the context allows. ANF_ERR_ARGUMENT: no
 * such kind. */
ANF_API ANF_CHECKED int anf_page_open_block(struct anf_page *page, int kind, uint32_t flags,
                                            uint32_t level, uint32_t line, uint32_t column);
/* len bytes of UTF-8 into the open block. The page folds runs of SPACE, TAB, CR and FF to one SPACE
 * and takes white space at the edges of lines away (but in preformatted text); LF is a line end.
 * What is not UTF-8 and characters that the model refuses (anf_node_add_text) become U+FFFD.
 * ANF_ERR_ARGUMENT: no block is open. */
ANF_API ANF_CHECKED int anf_page_add_text(struct anf_page *page, const char *text, size_t len);
/* Spans of the open block close in the reverse order of opening; those still open close with the
 * block, and those without text are dropped. kind: of enum anf_span_kind, but for notes; target: a
 * link's address, which may be "", and is of no account for others. ANF_ERR_ARGUMENT: no block is
 * open, no such kind, a link without an address. To close where nothing is open does nothing. */
ANF_API ANF_CHECKED int anf_page_open_span(struct anf_page *page, int kind, const char *target);
ANF_API void anf_page_close_span(struct anf_page *page);
/* A footnote is referred to here, in the open block. Its own blocks come after the block, in a
 * place that anf_page_open_note opens and anf_page_close_place closes; a note that is never opened
 * is as if it had not been added. marker: as printed, or NULL. ANF_ERR_ARGUMENT: no block is open;
 * no such note, or one that was opened before. Else as anf_page_open_place. */
ANF_API ANF_CHECKED int anf_page_add_note(struct anf_page *page, const char *marker,
                                          uint32_t *ret_note);
ANF_API ANF_CHECKED int anf_page_open_note(struct anf_page *page, uint32_t note);
/* An image's address, for the open block. ANF_ERR_ARGUMENT: no block is open, or src is NULL. */
ANF_API ANF_CHECKED int anf_page_set_src(struct anf_page *page, const char *src);
/* A block without text is dropped, unless it is an image with an address. ANF_OK where none is
 * open. */
ANF_API ANF_CHECKED int anf_page_close_block(struct anf_page *page);
/* Of enum anf_page_property, copied; NULL takes it away. ANF_ERR_ARGUMENT: no such property. */
ANF_API ANF_CHECKED int anf_page_set_property(struct anf_page *page, int property,
                                              const char *value);

/* A source that is a record, or holds one beside a text, states fields beyond doubt. What is stated
 * is taken as it is, whatever the text seems to say; the library tells where the two differ
 * (ANF-082), and evidence has the rule "stated". Of a page with blocks as of one without.
 *
 * anf_page_state: a field of the first group of enum anf_field, ANF_FIELD_RETRIEVED, one more of
 * ANF_FIELD_SUBJECTS or ANF_FIELD_LINKS_OTHER, or, with any words, ANF_FIELD_MORE_ASKERS: the list
 * of askers goes on, as the text may. White space in value is folded; NULL or "" states nothing. A
 * field that has one value keeps the first. member: where it stands, "documents[0].titel", or NULL.
 * Both strings are copied.
 *
 * anf_page_state_actor: one more of ANF_FIELD_ASKERS or ANF_FIELD_ANSWERERS; copied. A list of
 * which something is stated is complete, unless more askers are stated.
 *
 * ANF_ERR_MODEL: no value that the field can have (kinds, dates: anf_inquiry_set). ANF_ERR_SYNTAX:
 * no line of text. ANF_ERR_ARGUMENT: also a field that cannot be stated. Then nothing is stated,
 * nothing reported, and the reader may go on. */
ANF_API ANF_CHECKED int anf_page_state(struct anf_page *page, int field, const char *value,
                                       const char *member);
ANF_API ANF_CHECKED int anf_page_state_actor(struct anf_page *page, int field,
                                             const struct anf_actor *actor, const char *member);
/* Several records: each in an ANF_PLACE_RECORD (anf_page_open_place), which stands in no other
 * place, and is recognised by itself, with its blocks and what is stated in it, as if it were a
 * page of its own. What is stated outside holds of all; blocks outside are set aside. A title is
 * one inquiry's: where one is stated, one inquiry at most is recognised, else as many as the text
 * holds. */

/* --- one format within another --- */

/* Write the inquiry in another format of the same context into sink, such as one made by
 * anf_sink_new_memory; and read the one inquiry of a part of the input (data, borrowed for the
 * call) that another format reads as the model itself; its reference is yours. Diagnostics name the
 * part: member, for a file in an archive; NULL: none. options: as of anf_write, or NULL. Failures
 * were reported when these return, but for ANF_ERR_ARGUMENT: NULL for anything else.
 * ANF_ERR_UNSUPPORTED: no such format. ANF_ERR_PLUGIN: it cannot do this, or is the running one.
 * ANF_ERR_SYNTAX: the part is empty, or not of the format. ANF_ERR_MODEL: it holds several.
 * ANF_ERR_NO_INQUIRY: it holds none. */
ANF_API ANF_CHECKED int anf_call_write(struct anf_call *call, const char *member,
                                       const struct anf_inquiry *inquiry, const char *format,
                                       const char *const *options, struct anf_sink *sink);
ANF_API ANF_CHECKED int anf_call_read(struct anf_call *call, const char *member, const void *data,
                                      size_t len, const char *format,
                                      struct anf_inquiry **ret_inquiry);
/* Let another format read a part of the input into this call's page, such as a text in a record or
 * a page in an archive: its blocks follow those that are there, in the place that is open. Evidence
 * and diagnostics name the part: member, which is copied. Without bytes nothing is read. What the
 * format leaves open is closed. ANF_ERR_UNSUPPORTED: the format is not there, or it holds inquiries
 * themselves (reported). */
ANF_API ANF_CHECKED int anf_call_read_page(struct anf_call *call, const char *member,
                                           const void *data, size_t len, const char *format);

/* --- what a plugin is --- */

struct anf_format {
    uint32_t size;                  /* ANF_FORMAT_INIT */
    uint32_t flags;                 /* enum anf_format_flag */
    const char *id;                 /* "akn": lower-case letters, digits, dash */
    const char *label;              /* "Akoma Ntoso 3.0" */
    const char *const *extensions;  /* "xml", "akn", NULL; no dot */
    const char *const *media_types; /* up to a NULL, or NULL */
    /* Magic bytes: "SCORE WITHIN TEXT" up to a NULL, or NULL. The bid is SCORE (1 to 100) when
     * TEXT stands at one of the first WITHIN offsets of the input, ASCII case ignored; \xNN is a
     * byte. docs/plugins.md has the scale. */
    const char *const *magic;
    /* 0 to 100: how sure you are, from the first bytes alone (4 KiB, or less where the input
     * ends; at least one). More counts as 100, less as 0. NULL: the magic bytes say it all. */
    int (*probe)(const unsigned char *head, size_t len);
    /* Emit inquiries, or fill the call's page. A status; whatever is none is reported, and is
     * ANF_ERR_PLUGIN to the caller. NULL: cannot read. */
    int (*read)(struct anf_call *call, struct anf_source *source);
    /* Same inquiry and options, same bytes. NULL: cannot write. */
    int (*write)(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink);
    /* What read and write ask anf_call_option for, up to a NULL: so that users see it, and a
     * misspelt option is told before anything is read. NULL: not described. */
    const struct anf_format_option *const *options; /* of pointers, so an option may grow */
};
#define ANF_FORMAT_INIT .size = sizeof(struct anf_format)

enum anf_format_flag {
    ANF_FORMAT_MANY = 1 /* what write appends may follow another inquiry in the same output */
};

struct anf_plugin {
    uint32_t abi; /* these four: ANF_PLUGIN_DEFINE */
    uint32_t size;
    const char *name;
    const char *version;
    const struct anf_format *const *formats; /* of pointers up to a NULL, so a format may grow */
};

#define ANF_PLUGIN_DEFINE(plugin, plugin_version, plugin_formats)                                  \
    extern ANF_API const struct anf_plugin anf_plugin_##plugin;                                    \
    const struct anf_plugin anf_plugin_##plugin = {ANF_PLUGIN_ABI, sizeof(struct anf_plugin),      \
                                                   #plugin, plugin_version, plugin_formats}

#ifdef __cplusplus
}
#endif
#endif
