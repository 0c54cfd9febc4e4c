/* meta.c: what the head of a page says. */
#include "meta.h"

#include "attribute.h"

#include <stdlib.h>
#include <string.h>

/* --- the time of publication --- */

/* Names of a time of publication, the surest first: Open Graph, schema.org, Dublin Core, and what
 * people wrote before there was either. */
static const char *const publication_names[] = {
    "article:published_time", "datePublished", "dcterms.issued", "DC.date.issued", "date",
};

/* From 1; 0: it is no such name. */
static size_t
publication_rank(const char *name)
{
    for (size_t i = 0; i < sizeof publication_names / sizeof *publication_names; i++)
        if (anf__html_same(name, publication_names[i]))
            return i + 1;
    return 0;
}

/* ISO 8601 begins like this; other ways to write a date say nothing sure. */
static int
starts_with_date(const char *text)
{
    static const char pattern[] = "0000-00-00";
    for (size_t i = 0; pattern[i]; i++) {
        int digit = text[i] >= '0' && text[i] <= '9';
        if (pattern[i] == '0' ? !digit : text[i] != '-')
            return 0;
    }
    return 1;
}

static int
set_published(struct anf__html_reader *r, const char *name, const char *value)
{
    enum { LONGEST = 40 };
    size_t rank = publication_rank(name);
    value += strspn(value, " \t\n\r");
    size_t length = strcspn(value, " \t\n\r");
    if (!rank || (r->meta.published && r->meta.published <= rank) || length > LONGEST ||
        !starts_with_date(value))
        return ANF_OK;
    char date[LONGEST + 1] = "";
    memcpy(date, value, length);
    r->meta.published = rank;
    return anf_page_set_property(r->page, ANF_PAGE_PUBLISHED, date);
}

int
anf__html_time(struct anf__html_reader *r, const xmlChar **attributes)
{
    const char *name = anf__html_attribute(attributes, "itemprop");
    const char *value = anf__html_attribute(attributes, "datetime");
    return name && value ? set_published(r, name, value) : ANF_OK;
}

/* --- the description --- */

static int
describe(struct anf__html_reader *r, const char *text)
{
    int opens = !r->head && !r->flow.hidden;
    int status = anf__html_flow_break(&r->flow);
    if (status == ANF_OK && opens)
        status = anf_page_open_place(r->page, ANF_PLACE_HEAD, 0);
    if (status == ANF_OK)
        status = anf__html_emit(r, ANF_BLOCK_DESCRIPTION, text);
    if (status == ANF_OK && opens)
        anf_page_close_place(r->page);
    r->meta.described = 1;
    return status;
}

int
anf__html_meta_end_head(struct anf__html_reader *r)
{
    if (r->meta.described || !r->meta.social_description)
        return ANF_OK;
    return describe(r, r->meta.social_description);
}

/* --- the address --- */

static int
set_url(struct anf__html_reader *r, const char *href)
{
    char *address = NULL;
    int status = anf__html_resolve(&r->addresses, href, &address);
    if (status == ANF_OK && address)
        status = anf_page_set_property(r->page, ANF_PAGE_URL, address);
    r->meta.has_url |= address != NULL;
    free(address);
    return status;
}

int
anf__html_relation(struct anf__html_reader *r, const xmlChar **attributes)
{
    const char *rel = anf__html_attribute(attributes, "rel");
    const char *href = anf__html_attribute(attributes, "href");
    if (!rel || !href || r->meta.has_url || !anf__html_has_word(rel, "canonical"))
        return ANF_OK;
    return set_url(r, href);
}

/* --- meta elements --- */

static int
keep_first(char **kept, const char *value)
{
    if (*kept)
        return ANF_OK;
    *kept = strdup(value);
    return *kept ? ANF_OK : ANF_ERR_NOMEM;
}

int
anf__html_meta(struct anf__html_reader *r, const xmlChar **attributes)
{
    const char *value = anf__html_attribute(attributes, "content");
    const char *name = anf__html_attribute(attributes, "name");
    if (!name)
        name = anf__html_attribute(attributes, "property");
    if (!name)
        name = anf__html_attribute(attributes, "itemprop");
    if (!name || !value)
        return ANF_OK;
    if (anf__html_same(name, "description"))
        return r->meta.described ? ANF_OK : describe(r, value);
    if (anf__html_same(name, "og:description"))
        return keep_first(&r->meta.social_description, value);
    if (anf__html_same(name, "og:url"))
        return keep_first(&r->meta.social_url, value);
    return set_published(r, name, value);
}

int
anf__html_meta_end(struct anf__html_reader *r)
{
    int status = anf__html_meta_end_head(r);
    if (status == ANF_OK && !r->meta.has_url && r->meta.social_url)
        status = set_url(r, r->meta.social_url);
    return status;
}
