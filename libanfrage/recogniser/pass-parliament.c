/* pass-parliament.c: whose inquiry it is: by file names of papers and the hosts that they lie on.
 */
#include "ascii.h"
#include "recogniser/recognition.h"

#include <stdio.h>
#include <string.h>

enum { WEIGHT_HOST = 80, WEIGHT_FILE = 70 };

/* --- file names that state a Drucksache: "MMD{term}-{number}" --- */

/* Up to eight digits at text; how many. */
static size_t
read_digits(const char *text, unsigned *ret_value)
{
    size_t len = 0;
    *ret_value = 0;
    for (; len < 8 && text[len] >= '0' && text[len] <= '9'; len++)
        *ret_value = *ret_value * 10 + (unsigned)(text[len] - '0');
    return len;
}

/* Does the name begin with the pattern, and what are its two numbers? */
static int
matches_file(const char *pattern, const char *name, unsigned *ret_term, unsigned *ret_number)
{
    while (*pattern) {
        size_t digits = 0;
        if (strncmp(pattern, "{term}", 6) == 0) {
            digits = read_digits(name, ret_term);
            pattern += 6;
        } else if (strncmp(pattern, "{number}", 8) == 0) {
            digits = read_digits(name, ret_number);
            pattern += 8;
        } else if (*pattern++ == *name) {
            digits = 1;
        }
        if (!digits)
            return 0;
        name += digits;
    }
    return *name == '.' || !*name;
}

/* The last part of an address or path; of "Dokument?Id=MMD16%2F8246|1|0" nothing fits. */
static const char *
last_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* What a file name states; NULL: nothing. */
static const struct entry *
read_file_name(const struct recognition *r, const char *path, char reference[32])
{
    const char *name = last_part(path);
    const struct entry *entry = anf__vocabulary_first(r->words, WORD_FILE);
    for (; entry; entry = anf__vocabulary_next(r->words, entry)) {
        unsigned term = 0;
        unsigned number = 0;
        if (!matches_file(entry->phrase, name, &term, &number) || !term || !number)
            continue;
        snprintf(reference, 32, "%u/%u", term, number);
        return entry;
    }
    return NULL;
}

static int
try_file(struct recognition *r, const char *path, int32_t field, struct extent extent)
{
    char reference[32];
    const struct entry *entry = read_file_name(r, path, reference);
    if (!entry)
        return ANF_OK;
    int status = anf__propose(r, field, WEIGHT_FILE, "reference.file-name", extent, reference,
                              strlen(reference));
    if (status != ANF_OK)
        return status;
    return anf__propose(r, ANF_FIELD_PARLIAMENT, WEIGHT_FILE, "parliament.file-name", extent,
                        entry->id, strlen(entry->id));
}

/* The name of the source itself. */
static int
try_source(struct recognition *r)
{
    char reference[32];
    const struct entry *entry = r->source ? read_file_name(r, r->source, reference) : NULL;
    if (!entry)
        return ANF_OK;
    const char *name = last_part(r->source);
    int status = anf__propose_beside(r, ANF_FIELD_REFERENCE, WEIGHT_FILE, "reference.file-name",
                                     name, reference);
    if (status != ANF_OK)
        return status;
    return anf__propose_beside(r, ANF_FIELD_PARLIAMENT, WEIGHT_FILE, "parliament.file-name", name,
                               entry->id);
}

/* --- hosts --- */

/* Where the host of an address begins: of the last one that it holds, as archives write the
 * original's into their own; of a mail address, behind the "@". */
static const char *
host_start(const char *url)
{
    const char *start = url;
    const char *next = url;
    while ((next = strstr(next, "://"))) {
        next += 3;
        start = next;
    }
    const char *at = strncmp(url, "mailto:", 7) == 0 ? strchr(url, '@') : NULL;
    return at ? at + 1 : start;
}

/* The entry of the site's host, or of one above it: of landtag.nrw.de for papiere.landtag.nrw.de.
 */
const char *
anf__host_of(const struct recognition *r, const char *url)
{
    enum { LONGEST = 253 }; /* RFC 1035, 2.3.4 */
    char host[LONGEST + 1];
    const char *start = host_start(url);
    size_t len = strcspn(start, "/?#:");
    if (len > LONGEST)
        return NULL;
    for (size_t i = 0; i < len; i++)
        host[i] = (char)anf__ascii_lower((unsigned char)start[i]);
    host[len] = '\0';
    for (const char *at = host; at; at = strchr(at, '.') ? strchr(at, '.') + 1 : NULL) {
        const char *id = anf__vocabulary_fact(r->words, WORD_HOST, at);
        if (id)
            return id;
    }
    return NULL;
}

static int
try_host(struct recognition *r, const char *url, struct extent extent)
{
    const char *id = anf__host_of(r, url);
    if (!id)
        return ANF_OK;
    return anf__propose(r, ANF_FIELD_PARLIAMENT, WEIGHT_HOST, "parliament.host", extent, id,
                        strlen(id));
}

static int
try_link(struct recognition *r, int link, int reference)
{
    const struct proposal *best = anf__best(r, link);
    if (!best)
        return ANF_OK;
    /* Proposing may move the proposals: keep what is needed of this one. */
    const char *url = best->value;
    struct extent extent = best->extent;
    size_t before = r->proposals.count;
    int status = try_file(r, url, reference, extent);
    if (status == ANF_OK)
        status = try_host(r, url, extent);
    for (size_t i = before; i < r->proposals.count; i++)
        r->proposals.items[i].beside = url; /* which tells it, not the words of the link */
    return status;
}

/* The electoral term is the first number of a Drucksache. */
static int
propose_term(struct recognition *r)
{
    const struct proposal *reference = anf__best(r, ANF_FIELD_REFERENCE);
    if (!reference)
        reference = anf__best(r, ANF_FIELD_ANSWER_REFERENCE);
    const char *slash = reference ? strchr(reference->value, '/') : NULL;
    if (!slash)
        return ANF_OK;
    return anf__propose(r, ANF_FIELD_TERM, 60, "term.reference", reference->extent,
                        reference->value, (size_t)(slash - reference->value));
}

int
anf__pass_parliament(struct recognition *r)
{
    int status = try_link(r, ANF_FIELD_LINK_DOCUMENT, ANF_FIELD_REFERENCE);
    if (status == ANF_OK)
        status = try_link(r, ANF_FIELD_LINK_ANSWER, ANF_FIELD_ANSWER_REFERENCE);
    if (status == ANF_OK)
        status = try_source(r);
    return status == ANF_OK ? propose_term(r) : status;
}
