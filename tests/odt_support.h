/* odt_support.h: OpenDocument packages made in memory, and what reading them gave. */
#ifndef TESTS_ODT_SUPPORT_H
#define TESTS_ODT_SUPPORT_H

#include "log.h"
#include "support.h"

#include <stddef.h>

#define ODT_TYPE "application/vnd.oasis.opendocument.text"

/* The namespaces of a part, as attributes of its document element. */
#define ODT_PARTS "urn:oasis:names:tc:opendocument:xmlns:"
#define ODT_NAMESPACES                                                                             \
    " xmlns:office='" ODT_PARTS "office:1.0' xmlns:text='" ODT_PARTS "text:1.0'"                   \
    " xmlns:table='" ODT_PARTS "table:1.0' xmlns:draw='" ODT_PARTS "drawing:1.0'"                  \
    " xmlns:style='" ODT_PARTS "style:1.0' xmlns:form='" ODT_PARTS "form:1.0'"                     \
    " xmlns:fo='" ODT_PARTS "xsl-fo-compatible:1.0' xmlns:svg='" ODT_PARTS "svg-compatible:1.0'"   \
    " xmlns:meta='" ODT_PARTS "meta:1.0' xmlns:xlink='http://www.w3.org/1999/xlink'"               \
    " xmlns:dc='http://purl.org/dc/elements/1.1/'"

/* A member of a package. The list of them ends with a NULL name. */
struct odt_member {
    const char *name;
    const char *data;
    size_t len; /* 0: data is a terminated string */
};

/* A package, for free(). Members are stored, so that tests can find their bytes; or deflated. */
struct odt_bytes {
    unsigned char *data;
    size_t len;
};
struct odt_bytes odt_pack(const struct odt_member *members);
struct odt_bytes odt_deflate(const struct odt_member *members);

/* The members of a sound document whose office:text holds this. */
enum { ODT_MIMETYPE, ODT_CONTENT, ODT_MANIFEST, ODT_MEMBERS };
struct odt_document {
    struct odt_member members[ODT_MEMBERS + 3]; /* room for two more */
    char *content;
};
struct odt_document odt_document(const char *text);
void odt_document_clear(struct odt_document *document);

/* A text that the recogniser takes for an inquiry. */
extern const char odt_inquiry[];

/* A document: its automatic styles, and what office:text holds. For odt_document_clear. */
struct odt_document odt_styled_document(const char *styles, const char *text);

/* What reading gave. ANF_CODE_NO_INQUIRY is left out of the log. */
struct odt_reading {
    int status;
    struct log log;
    struct anf_page *page; /* NULL: none */
};
/* limit 0: all limits at their defaults. */
void read_odt(const void *data, size_t len, int limit, uint64_t value, struct odt_reading *ret);
void read_odt_members(const struct odt_member *members, struct odt_reading *ret);
void end_odt_reading(struct odt_reading *reading);
/* It failed with this status, and an error with this code and these words in it. */
void expect_odt_refused(const struct odt_reading *reading, int status, uint32_t code,
                        const char *words);

/* office:text holds this, and gives these blocks as print_page prints them; all stand in the group
 * that is the text, which is left out at the start of each line. */
void expect_odt_blocks(const char *text, const char *expected);
void expect_odt_styled(const char *styles, const char *text, const char *expected);
/* The same for all blocks of a document, places and all. */
void expect_odt_page(const struct odt_member *members, const char *expected);

#endif
