/* bid.h: which format the input is. docs/plugins.md has the scale. */
#ifndef ANF_BID_H
#define ANF_BID_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include "format.h"

/* What anf__bid_by_magic looks at. */
struct anf__head {
    const unsigned char *data; /* the whole input */
    size_t len;
    unsigned char squeezed[4096]; /* its beginning without zeros, where it looks like UTF-16 */
    size_t squeezed_len;
};
void anf__head_init(struct anf__head *head, const unsigned char *data, size_t len);

/* The bid of one line "SCORE WITHIN TEXT"; 0: TEXT stands nowhere, or the line is unsound. */
int anf__bid_by_magic(const struct anf__head *head, const char *line);
/* NULL: a sound line of magic. */
const char *anf__fault_of_magic(const char *line);

/* The readable format with the best bid. ANF_ERR_UNSUPPORTED: none, or a format that no plugin
 * reads bids more (reported). ANF_ERR_PLUGIN: the plugin that was to be asked was refused. */
ANF_CHECKED int anf__choose_format(struct anf_context *ctx, const char *source,
                                   const unsigned char *data, size_t len,
                                   struct anf__format **ret_format);

/* An error that names the formats there are, the plugins refused and the folders searched.
 * id: of the format that was asked for; NULL: none was. */
void anf__report_no_format(struct anf_context *ctx, const char *source, uint32_t code,
                           const char *id);

#endif
