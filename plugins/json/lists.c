/* lists.c: which lists an inquiry has, and what an entry of each is made of. One line a key. An
 * actor is one struct for askers and answerers, but each has keys of its own. */
#include "records.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define PART(key, type, record, part)                                                              \
    {                                                                                              \
        key, ANF__JSON_##type, offsetof(struct record, part), 0                                    \
    }
#define RARE(key, type, record, part)                                                              \
    {                                                                                              \
        key, ANF__JSON_##type, offsetof(struct record, part), 1                                    \
    }

static const struct anf__json_part asker_parts[] = {
    PART("name", TEXT, anf_actor, name),
    PART("party", TEXT, anf_actor, party),
    PART("role", TEXT, anf_actor, role),
    PART("group", FLAG, anf_actor, group),
    RARE("organization", TEXT, anf_actor, organization),
};

static const struct anf__json_part answerer_parts[] = {
    PART("name", TEXT, anf_actor, name),
    PART("role", TEXT, anf_actor, role),
    PART("organization", TEXT, anf_actor, organization),
    RARE("party", TEXT, anf_actor, party),
    RARE("group", FLAG, anf_actor, group),
};

static const struct anf__json_part contact_parts[] = {
    PART("name", TEXT, anf_contact, name),
    PART("email", TEXT, anf_contact, email),
    PART("organization", TEXT, anf_contact, organization),
    PART("address", LINES, anf_contact, address),
};

static const struct anf__json_part repair_parts[] = {
    PART("kind", TEXT, anf_repair, kind),
    PART("was", TEXT, anf_repair, was),
    PART("now", TEXT, anf_repair, now),
};

static const struct anf__json_part discarded_parts[] = {
    PART("reason", TEXT, anf_discarded, reason),
    PART("text", TEXT, anf_discarded, text),
};

static const struct anf__json_part evidence_parts[] = {
    PART("field", FIELD, anf_evidence, field),   PART("rule", TEXT, anf_evidence, rule),
    RARE("member", TEXT, anf_evidence, member),  PART("words", TEXT, anf_evidence, words),
    PART("value", TEXT, anf_evidence, value),    PART("line", COUNT, anf_evidence, line),
    PART("column", COUNT, anf_evidence, column), PART("rejected", FLAG, anf_evidence, rejected),
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
