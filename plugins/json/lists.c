/* lists.c: which lists an inquiry has, and what an entry of each is made of. One line a key. An
 * actor is one struct for askers and answerers, but each has keys of its own. */
#include "records.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct anf__json_part asker_parts[] = {
    {"name", ANF__JSON_TEXT, offsetof(struct anf_actor, name)},
    {"party", ANF__JSON_TEXT, offsetof(struct anf_actor, party)},
    {"role", ANF__JSON_TEXT, offsetof(struct anf_actor, role)},
    {"group", ANF__JSON_FLAG, offsetof(struct anf_actor, group)},
    {"organization", ANF__JSON_TEXT, offsetof(struct anf_actor, organization), .rare = 1},
};

static const struct anf__json_part answerer_parts[] = {
    {"name", ANF__JSON_TEXT, offsetof(struct anf_actor, name)},
    {"role", ANF__JSON_TEXT, offsetof(struct anf_actor, role)},
    {"organization", ANF__JSON_TEXT, offsetof(struct anf_actor, organization)},
    {"party", ANF__JSON_TEXT, offsetof(struct anf_actor, party), .rare = 1},
    {"group", ANF__JSON_FLAG, offsetof(struct anf_actor, group), .rare = 1},
};

static const struct anf__json_part contact_parts[] = {
    {"name", ANF__JSON_TEXT, offsetof(struct anf_contact, name)},
    {"email", ANF__JSON_TEXT, offsetof(struct anf_contact, email)},
    {"organization", ANF__JSON_TEXT, offsetof(struct anf_contact, organization)},
    {"address", ANF__JSON_LINES, offsetof(struct anf_contact, address)},
};

static const struct anf__json_part repair_parts[] = {
    {"kind", ANF__JSON_TEXT, offsetof(struct anf_repair, kind)},
    {"was", ANF__JSON_TEXT, offsetof(struct anf_repair, was)},
    {"now", ANF__JSON_TEXT, offsetof(struct anf_repair, now)},
};

static const struct anf__json_part discarded_parts[] = {
    {"reason", ANF__JSON_TEXT, offsetof(struct anf_discarded, reason)},
    {"text", ANF__JSON_TEXT, offsetof(struct anf_discarded, text)},
};

static const struct anf__json_part evidence_parts[] = {
    {"field", ANF__JSON_FIELD, offsetof(struct anf_evidence, field)},
    {"rule", ANF__JSON_TEXT, offsetof(struct anf_evidence, rule)},
    {"words", ANF__JSON_TEXT, offsetof(struct anf_evidence, words)},
    {"value", ANF__JSON_TEXT, offsetof(struct anf_evidence, value)},
    {"line", ANF__JSON_COUNT, offsetof(struct anf_evidence, line)},
    {"column", ANF__JSON_COUNT, offsetof(struct anf_evidence, column)},
    {"rejected", ANF__JSON_FLAG, offsetof(struct anf_evidence, rejected)},
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

static const void *
get_discarded(const struct anf_inquiry *inquiry, size_t index)
{
    return anf_inquiry_discarded(inquiry, index);
}

static const void *
get_evidence(const struct anf_inquiry *inquiry, size_t index)
{
    return anf_inquiry_evidence(inquiry, index);
}

static int
add_asker(struct anf_inquiry *inquiry, const void *record)
{
    struct anf_actor actor = *(const struct anf_actor *)record;
    actor.size = sizeof actor;
    return anf_inquiry_add_asker(inquiry, &actor);
}

static int
add_answerer(struct anf_inquiry *inquiry, const void *record)
{
    struct anf_actor actor = *(const struct anf_actor *)record;
    actor.size = sizeof actor;
    return anf_inquiry_add_answerer(inquiry, &actor);
}

static int
add_contact(struct anf_inquiry *inquiry, const void *record)
{
    struct anf_contact contact = *(const struct anf_contact *)record;
    contact.size = sizeof contact;
    return anf_inquiry_add_contact(inquiry, &contact);
}

static int
add_repair(struct anf_inquiry *inquiry, const void *record)
{
    struct anf_repair repair = *(const struct anf_repair *)record;
    repair.size = sizeof repair;
    return anf_inquiry_add_repair(inquiry, &repair);
}

static int
add_discarded(struct anf_inquiry *inquiry, const void *record)
{
    struct anf_discarded discarded = *(const struct anf_discarded *)record;
    discarded.size = sizeof discarded;
    return anf_inquiry_add_discarded(inquiry, &discarded);
}

static int
add_evidence(struct anf_inquiry *inquiry, const void *record)
{
    struct anf_evidence evidence = *(const struct anf_evidence *)record;
    evidence.size = sizeof evidence;
    evidence.block = UINT32_MAX; /* the page is not here */
    return anf_inquiry_add_evidence(inquiry, &evidence);
}

const struct anf__json_records anf__json_askers = {
    "askers", asker_parts, COUNT(asker_parts), get_asker, add_asker,
};
const struct anf__json_records anf__json_answerers = {
    "answerers", answerer_parts, COUNT(answerer_parts), get_answerer, add_answerer,
};
const struct anf__json_records anf__json_contacts = {
    "contacts", contact_parts, COUNT(contact_parts), get_contact, add_contact,
};
const struct anf__json_records anf__json_repairs = {
    "repairs", repair_parts, COUNT(repair_parts), get_repair, add_repair,
};
const struct anf__json_records anf__json_discarded = {
    "discarded", discarded_parts, COUNT(discarded_parts), get_discarded, add_discarded,
};
const struct anf__json_records anf__json_evidence = {
    "evidence", evidence_parts, COUNT(evidence_parts), get_evidence, add_evidence,
};
const struct anf__json_lines anf__json_subjects = {anf_inquiry_subject, anf_inquiry_add_subject};
const struct anf__json_lines anf__json_other_links = {anf_inquiry_link, anf_inquiry_add_link};
