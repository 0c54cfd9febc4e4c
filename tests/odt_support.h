/* odt_support.h: OpenDocument packages made in memory, and what reading them gave. */
#ifndef TESTS_ODT_SUPPORT_H
#define TESTS_ODT_SUPPORT_H

#include "log.h"
#include "support.h"

#include <stddef.h>

#define ODT_TYPE "application/vnd.oasis.opendocument.text"

/* A member of a package. The list of them ends with a NULL name. */
struct odt_member {
    const char *name;
    const char *data;
    size_t len; /* 0: data is a terminated string */
};

/* A package, for free(). Members are stored, so that tests can find their bytes. */
struct odt_bytes {
    unsigned char *data;
    size_t len;
};
struct odt_bytes odt_pack(const struct odt_member *members);

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

#endif
