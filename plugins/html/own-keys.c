/* own-keys.c: which fields and lists an inquiry has in JSON, and what each is made of. One line a
 * key. */
#include "own-fields.h"

static const struct anf__own_part actor_parts[] = {
    {"name", ANF__OWN_TEXT, offsetof(struct anf_actor, name)},
    {"party", ANF__OWN_TEXT, offsetof(struct anf_actor, party)},
    {"role", ANF__OWN_TEXT, offsetof(struct anf_actor, role)},
    {"organization", ANF__OWN_TEXT, offsetof(struct anf_actor, organization)},
    {"group", ANF__OWN_FLAG, offsetof(struct anf_actor, group)},
    {NULL, ANF__OWN_TEXT, 0},
};
static const struct anf__own_part contact_parts[] = {
    {"name", ANF__OWN_TEXT, offsetof(struct anf_contact, name)},
    {"email", ANF__OWN_TEXT, offsetof(struct anf_contact, email)},
    {"organization", ANF__OWN_TEXT, offsetof(struct anf_contact, organization)},
    {"address", ANF__OWN_LINES, offsetof(struct anf_contact, address)},
    {NULL, ANF__OWN_TEXT, 0},
};
static const struct anf__own_part repair_parts[] = {
    {"kind", ANF__OWN_TEXT, offsetof(struct anf_repair, kind)},
    {"was", ANF__OWN_TEXT, offsetof(struct anf_repair, was)},
    {"now", ANF__OWN_TEXT, offsetof(struct anf_repair, now)},
    {NULL, ANF__OWN_TEXT, 0},
};

static const void *
get_asker(const struct anf_inquiry *inquiry, size_t index)
{
    return anf_inquiry_asker(inquiry, index);
}

static const void *
get_answerer(const struct anf_inquiry *inquiry, size_t index)
{
    return anf_inquiry_answerer(inquiry, index);
}

static const void *
get_contact(const struct anf_inquiry *inquiry, size_t index)
{
    return anf_inquiry_contact(inquiry, index);
}

static const void *
get_repair(const struct anf_inquiry *inquiry, size_t index)
{
    return anf_inquiry_repair(inquiry, index);
}

static int
add_asker(struct anf_inquiry *inquiry, union anf__own_entry *entry)
{
    entry->actor.size = sizeof entry->actor;
    return anf_inquiry_add_asker(inquiry, &entry->actor);
}

static int
add_answerer(struct anf_inquiry *inquiry, union anf__own_entry *entry)
{
    entry->actor.size = sizeof entry->actor;
    return anf_inquiry_add_answerer(inquiry, &entry->actor);
}

static int
add_contact(struct anf_inquiry *inquiry, union anf__own_entry *entry)
{
    entry->contact.size = sizeof entry->contact;
    return anf_inquiry_add_contact(inquiry, &entry->contact);
}

static int
add_repair(struct anf_inquiry *inquiry, union anf__own_entry *entry)
{
    entry->repair.size = sizeof entry->repair;
    return anf_inquiry_add_repair(inquiry, &entry->repair);
}

const struct anf__own_list anf__own_lists[] = {
    {"askers", actor_parts, get_asker, add_asker, ANF__OWN_ALWAYS_SHOWN},
    {"answerers", actor_parts, get_answerer, add_answerer, ANF__OWN_ALWAYS_SHOWN},
    {"contacts", contact_parts, get_contact, add_contact, ANF__OWN_ALWAYS_SHOWN},
    {"provenance.repairs", repair_parts, get_repair, add_repair, 0},
    {NULL, NULL, NULL, NULL, 0},
};

const struct anf__own_line_list anf__own_line_lists[] = {
    {"subjects", anf_inquiry_subject, anf_inquiry_add_subject},
    {"links.other", anf_inquiry_link, anf_inquiry_add_link},
    {NULL, NULL, NULL},
};

/* Not always shown: a kind whose label is, and the language. */
const struct anf__own_field anf__own_fields[] = {
    {"kind", ANF_FIELD_KIND, 0},
    {"kind_label", ANF_FIELD_KIND_LABEL, ANF__OWN_ALWAYS_SHOWN},
    {"document", ANF_FIELD_DOCUMENT, ANF__OWN_ALWAYS_SHOWN},
    {"parliament", ANF_FIELD_PARLIAMENT, ANF__OWN_ALWAYS_SHOWN},
    {"term", ANF_FIELD_TERM, ANF__OWN_NUMBER | ANF__OWN_ALWAYS_SHOWN},
    {"reference", ANF_FIELD_REFERENCE, ANF__OWN_ALWAYS_SHOWN},
    {"answer_reference", ANF_FIELD_ANSWER_REFERENCE, ANF__OWN_ALWAYS_SHOWN},
    {"inquiry_number", ANF_FIELD_INQUIRY_NUMBER, ANF__OWN_ALWAYS_SHOWN},
    {"status", ANF_FIELD_STATUS, ANF__OWN_ALWAYS_SHOWN},
    {"title", ANF_FIELD_TITLE, ANF__OWN_ALWAYS_SHOWN},
    {"language", ANF_FIELD_LANGUAGE, 0},
    {"asked", ANF_FIELD_ASKED, ANF__OWN_ALWAYS_SHOWN},
    {"answered", ANF_FIELD_ANSWERED, ANF__OWN_ALWAYS_SHOWN},
    {"published", ANF_FIELD_PUBLISHED, ANF__OWN_ALWAYS_SHOWN},
    {"rights", ANF_FIELD_RIGHTS, ANF__OWN_ALWAYS_SHOWN},
    {"links.document", ANF_FIELD_LINK_DOCUMENT, ANF__OWN_ALWAYS_SHOWN},
    {"links.answer", ANF_FIELD_LINK_ANSWER, ANF__OWN_ALWAYS_SHOWN},
    {"links.source", ANF_FIELD_LINK_SOURCE, ANF__OWN_ALWAYS_SHOWN},
    {"provenance.source", ANF_FIELD_SOURCE, ANF__OWN_ALWAYS_SHOWN},
    {"provenance.sha256", ANF_FIELD_SHA256, ANF__OWN_ALWAYS_SHOWN},
    {"provenance.media_type", ANF_FIELD_MEDIA_TYPE, ANF__OWN_ALWAYS_SHOWN},
    {"provenance.charset", ANF_FIELD_CHARSET, ANF__OWN_ALWAYS_SHOWN},
    {"provenance.reader", ANF_FIELD_READER, ANF__OWN_ALWAYS_SHOWN},
    {"provenance.retrieved", ANF_FIELD_RETRIEVED, ANF__OWN_ALWAYS_SHOWN},
    {NULL, 0, 0},
};
