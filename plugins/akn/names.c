/* names.c: names of the model's roles, inlines and fields in Akoma Ntoso. */
#include "names.h"

#include <string.h>

static const char *const section_names[] = {
    [ANF_ROLE_SUMMARY_QUESTION] = "zusammenfassung-anfrage",
    [ANF_ROLE_SUMMARY_ANSWER] = "zusammenfassung-antwort",
    [ANF_ROLE_PREAMBLE_ASKERS] = "vorbemerkung-fragesteller",
    [ANF_ROLE_PREAMBLE_GOVERNMENT] = "vorbemerkung-regierung",
    [ANF_ROLE_INTRODUCTION] = "einleitung",
    [ANF_ROLE_CHAPTER] = "abschnitt",
    [ANF_ROLE_EXCHANGE] = "frage-antwort",
    [ANF_ROLE_ANNEX] = "anlage",
    [ANF_ROLE_OTHER] = "sonstiges",
};
enum { SECTION_NAMES = sizeof section_names / sizeof *section_names };

static const struct {
    int kind;
    const char *name;
} inlines[] = {
    {ANF_NODE_EMPHASIS, "i"},      {ANF_NODE_STRONG, "b"},      {ANF_NODE_UNDERLINE, "u"},
    {ANF_NODE_SUPERSCRIPT, "sup"}, {ANF_NODE_SUBSCRIPT, "sub"},
};
enum { INLINES = sizeof inlines / sizeof *inlines };

const struct anf__akn_place anf__akn_main_fields[] = {
    {ANF_FIELD_KIND, "kind"},
    {ANF_FIELD_KIND_LABEL, "kind_label"},
    {ANF_FIELD_DOCUMENT, "document"},
    {ANF_FIELD_PARLIAMENT, "parliament"},
    {ANF_FIELD_TERM, "term"},
    {ANF_FIELD_REFERENCE, "reference"},
    {ANF_FIELD_ANSWER_REFERENCE, "answer_reference"},
    {ANF_FIELD_INQUIRY_NUMBER, "inquiry_number"},
    {ANF_FIELD_STATUS, "status"},
    {ANF_FIELD_LANGUAGE, "language"},
    {ANF_FIELD_ASKED, "asked"},
    {ANF_FIELD_ANSWERED, "answered"},
    {ANF_FIELD_PUBLISHED, "published"},
    {ANF_FIELD_RIGHTS, "rights"},
    {0, NULL},
};

const struct anf__akn_place anf__akn_link_fields[] = {
    {ANF_FIELD_LINK_DOCUMENT, "document"},
    {ANF_FIELD_LINK_ANSWER, "answer"},
    {ANF_FIELD_LINK_SOURCE, "source"},
    {0, NULL},
};

const struct anf__akn_place anf__akn_provenance_fields[] = {
    {ANF_FIELD_SOURCE, "source"},
    {ANF_FIELD_SHA256, "sha256"},
    {ANF_FIELD_MEDIA_TYPE, "media_type"},
    {ANF_FIELD_CHARSET, "charset"},
    {ANF_FIELD_READER, "reader"},
    {ANF_FIELD_RETRIEVED, "retrieved"},
    {0, NULL},
};

const char *
anf__akn_section_name(int role)
{
    return role < 0 || role >= SECTION_NAMES ? NULL : section_names[role];
}

int
anf__akn_section_role(const char *name)
{
    for (int role = 0; name && role < SECTION_NAMES; ++role) {
        if (section_names[role] && strcmp(section_names[role], name) == 0)
            return role;
    }
    return ANF_ROLE_NONE;
}

const char *
anf__akn_inline_name(int kind)
{
    for (int i = 0; i < INLINES; ++i) {
        if (inlines[i].kind == kind)
            return inlines[i].name;
    }
    return NULL;
}

int
anf__akn_inline_kind(const char *name)
{
    for (int i = 0; i < INLINES; ++i) {
        if (strcmp(inlines[i].name, name) == 0)
            return inlines[i].kind;
    }
    return 0;
}
