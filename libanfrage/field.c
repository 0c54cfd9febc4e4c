/* field.c: the names of fields and which values they take. docs/model.md has the sources of the
 * rules. */
#include "field.h"
#include "text.h"

#include <string.h>

typedef int value_fn(const char *text);

static int
is_one_of(const char *text, const char *const *list)
{
    while (*list && strcmp(*list, text) != 0)
        ++list;
    return *list != NULL;
}

static int
is_kind(const char *text)
{
    static const char *const kinds[] = {
        "kleine-anfrage",
        "grosse-anfrage",
        "schriftliche-anfrage",
        "muendliche-anfrage",
        "dringliche-anfrage",
        "interpellation",
        "anfrage",
        NULL,
    };
    return is_one_of(text, kinds);
}

static int
is_document(const char *text)
{
    static const char *const documents[] = {"anfrage", "antwort", "zusammenfassung", "vorgang",
                                            NULL};
    return is_one_of(text, documents);
}

/* ISO 3166-1 alpha-2, and for a parliament below that the ISO 3166-2 code of its place. */
static int
is_parliament(const char *text)
{
    if (!anf__is_upper(text[0]) || !anf__is_upper(text[1]))
        return 0;
    if (!text[2])
        return 1;
    if (text[2] != '-')
        return 0;
    size_t len = strspn(text + 3, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    return len >= 1 && len <= 3 && !text[3 + len];
}

static int
is_term(const char *text)
{
    return anf__parse_number(text, 1, 999) != 0;
}

/* BCP 47 (RFC 5646, 2.1): the shape of subtags, not their registry, which grows. */
static int
is_language(const char *text)
{
    enum { LONGEST = 8 };
    size_t len = 0;
    while (anf__is_alpha(text[len]))
        ++len;
    if (len < 2 || len > LONGEST)
        return 0;
    while (text[len] == '-') {
        text += len + 1;
        len = 0;
        while (anf__is_alnum(text[len]))
            ++len;
        if (len < 1 || len > LONGEST)
            return 0;
    }
    return !text[len];
}

static int
is_sha256(const char *text)
{
    enum { DIGITS = 64 };
    return strspn(text, "0123456789abcdef") == DIGITS && !text[DIGITS];
}

static int
is_any(const char *text)
{
    (void)text;
    return 1;
}

/* The third group has no value of its own. */
static const struct {
    const char *name;
    value_fn *takes;
} fields[] = {
    [ANF_FIELD_KIND] = {"kind", is_kind},
    [ANF_FIELD_KIND_LABEL] = {"kind_label", is_any},
    [ANF_FIELD_DOCUMENT] = {"document", is_document},
    [ANF_FIELD_PARLIAMENT] = {"parliament", is_parliament},
    [ANF_FIELD_TERM] = {"term", is_term},
    [ANF_FIELD_REFERENCE] = {"reference", is_any},
    [ANF_FIELD_ANSWER_REFERENCE] = {"answer_reference", is_any},
    [ANF_FIELD_INQUIRY_NUMBER] = {"inquiry_number", is_any},
    [ANF_FIELD_STATUS] = {"status", is_any},
    [ANF_FIELD_TITLE] = {"title", is_any},
    [ANF_FIELD_LANGUAGE] = {"language", is_language},
    [ANF_FIELD_ASKED] = {"asked", anf__is_date},
    [ANF_FIELD_ANSWERED] = {"answered", anf__is_date},
    [ANF_FIELD_PUBLISHED] = {"published", anf__is_date},
    [ANF_FIELD_RIGHTS] = {"rights", is_any},
    [ANF_FIELD_LINK_DOCUMENT] = {"link_document", is_any},
    [ANF_FIELD_LINK_ANSWER] = {"link_answer", is_any},
    [ANF_FIELD_LINK_SOURCE] = {"link_source", is_any},
    [ANF_FIELD_SOURCE] = {"source", is_any},
    [ANF_FIELD_SHA256] = {"sha256", is_sha256},
    [ANF_FIELD_MEDIA_TYPE] = {"media_type", is_any},
    [ANF_FIELD_CHARSET] = {"charset", is_any},
    [ANF_FIELD_READER] = {"reader", is_any},
    [ANF_FIELD_RETRIEVED] = {"retrieved", is_any},
    [ANF_FIELD_ASKERS] = {"askers", NULL},
    [ANF_FIELD_MORE_ASKERS] = {"more_askers", NULL},
    [ANF_FIELD_ANSWERERS] = {"answerers", NULL},
    [ANF_FIELD_SUBJECTS] = {"subjects", NULL},
    [ANF_FIELD_LINKS_OTHER] = {"links_other", NULL},
    [ANF_FIELD_CONTACTS] = {"contacts", NULL},
};

enum { FIELD_SLOTS = sizeof fields / sizeof *fields };

const char *
anf_field_name(int field)
{
    return field < 0 || field >= FIELD_SLOTS ? NULL : fields[field].name;
}

int
anf_field_from_name(const char *name)
{
    for (int field = 0; name && field < FIELD_SLOTS; ++field) {
        if (fields[field].name && strcmp(fields[field].name, name) == 0)
            return field;
    }
    return 0;
}

int
anf__field_has_value(int field)
{
    return anf_field_name(field) && fields[field].takes;
}

int
anf__field_takes(int field, const char *text)
{
    return fields[field].takes(text);
}
