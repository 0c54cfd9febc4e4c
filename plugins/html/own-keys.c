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
    {"askers", actor_parts, get_asker, add_asker},
    {"answerers", actor_parts, get_answerer, add_answerer},
    {"contacts", contact_parts, get_contact, add_contact},
    {"provenance.repairs", repair_parts, get_repair, add_repair},
    {NULL, NULL, NULL, NULL},
};

const struct anf__own_line_list anf__own_line_lists[] = {
    {"subjects", anf_inquiry_subject, anf_inquiry_add_subject},
    {"links.other", anf_inquiry_link, anf_inquiry_add_link},
    {NULL, NULL, NULL},
};

const struct anf__own_field anf__own_fields[] = {
    {"kind", ANF_FIELD_KIND, 0},
    {"kind_label", ANF_FIELD_KIND_LABEL, 0},
    {"document", ANF_FIELD_DOCUMENT, 0},
    {"parliament", ANF_FIELD_PARLIAMENT, 0},
    {"term", ANF_FIELD_TERM, 1},
    {"reference", ANF_FIELD_REFERENCE, 0},
    {"answer_reference", ANF_FIELD_ANSWER_REFERENCE, 0},
    {"inquiry_number", ANF_FIELD_INQUIRY_NUMBER, 0},
    {"status", ANF_FIELD_STATUS, 0},
    {"title", ANF_FIELD_TITLE, 0},
    {"language", ANF_FIELD_LANGUAGE, 0},
    {"asked", ANF_FIELD_ASKED, 0},
    {"answered", ANF_FIELD_ANSWERED, 0},
    {"published", ANF_FIELD_PUBLISHED, 0},
    {"rights", ANF_FIELD_RIGHTS, 0},
    {"links.document", ANF_FIELD_LINK_DOCUMENT, 0},
    {"links.answer", ANF_FIELD_LINK_ANSWER, 0},
    {"links.source", ANF_FIELD_LINK_SOURCE, 0},
    {"provenance.source", ANF_FIELD_SOURCE, 0},
    {"provenance.sha256", ANF_FIELD_SHA256, 0},
    {"provenance.media_type", ANF_FIELD_MEDIA_TYPE, 0},
    {"provenance.charset", ANF_FIELD_CHARSET, 0},
    {"provenance.reader", ANF_FIELD_READER, 0},
    {"provenance.retrieved", ANF_FIELD_RETRIEVED, 0},
    {NULL, 0, 0},
};
