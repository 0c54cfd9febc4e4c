/* lists.c: what an inquiry has several of: people, subjects, links, contacts, repairs, what was
 * set aside, evidence. */
#include "growable.h"
#include "inquiry.h"
#include "text.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* A struct of the caller's, which begins with its size, as base.h promises. */
static int
take_struct(void *own, size_t size, const void *theirs, size_t least)
{
    uint32_t their_size;
    memcpy(&their_size, theirs, sizeof their_size);
    if (their_size < least || !anf__is_struct_size(their_size))
        return ANF_ERR_ARGUMENT;
    anf__copy_struct(own, size, theirs, their_size);
    uint32_t own_size = (uint32_t)size;
    memcpy(own, &own_size, sizeof own_size);
    return ANF_OK;
}

/* Replace the caller's strings by our copies. */
static int
own_lines(struct anf_inquiry *inquiry, const char **const *lines, size_t count)
{
    int status = ANF_OK;
    for (size_t i = 0; i < count && status == ANF_OK; ++i)
        status = anf__inquiry_copy(inquiry, *lines[i], 0, lines[i]);
    return status;
}

static int
own_text(struct anf_inquiry *inquiry, const char **text)
{
    return anf__inquiry_copy(inquiry, *text, ANF__TEXT_LF | ANF__TEXT_TAB, text);
}

static int
take_actor(struct anf_inquiry *inquiry, const struct anf_actor *theirs, struct anf_actor *own)
{
    int status = take_struct(own, sizeof *own, theirs, ANF__SIZE_UP_TO(struct anf_actor, name));
    if (status != ANF_OK)
        return status;
    const char **lines[] = {&own->name, &own->party, &own->role, &own->organization};
    status = own_lines(inquiry, lines, COUNT(lines));
    if (status != ANF_OK)
        return status;
    own->group = own->group != 0;
    return own->name || own->party || own->organization ? ANF_OK : ANF_ERR_MODEL;
}

int
anf_inquiry_add_asker(struct anf_inquiry *inquiry, const struct anf_actor *asker)
{
    if (!inquiry || !asker)
        return ANF_ERR_ARGUMENT;
    struct anf_actor own;
    int status = take_actor(inquiry, asker, &own);
    if (status != ANF_OK)
        return status;
    struct anf_actor *entry = ANF__ARRAY_PUSH(&inquiry->askers);
    if (!entry)
        return ANF_ERR_NOMEM;
    *entry = own;
    return ANF_OK;
}

const struct anf_actor *
anf_inquiry_asker(const struct anf_inquiry *inquiry, size_t index)
{
    return inquiry && index < inquiry->askers.count ? &inquiry->askers.items[index] : NULL;
}

void
anf_inquiry_set_more_askers(struct anf_inquiry *inquiry, int more)
{
    if (inquiry)
        inquiry->more_askers = more != 0;
}

int
anf_inquiry_more_askers(const struct anf_inquiry *inquiry)
{
    return inquiry && inquiry->more_askers;
}

int
anf_inquiry_add_answerer(struct anf_inquiry *inquiry, const struct anf_actor *answerer)
{
    if (!inquiry || !answerer)
        return ANF_ERR_ARGUMENT;
    struct anf_actor own;
    int status = take_actor(inquiry, answerer, &own);
    if (status != ANF_OK)
        return status;
    struct anf_actor *entry = ANF__ARRAY_PUSH(&inquiry->answerers);
    if (!entry)
        return ANF_ERR_NOMEM;
    *entry = own;
    return ANF_OK;
}

const struct anf_actor *
anf_inquiry_answerer(const struct anf_inquiry *inquiry, size_t index)
{
    return inquiry && index < inquiry->answerers.count ? &inquiry->answerers.items[index] : NULL;
}

/* A line that is an entry by itself cannot be absent. */
static int
take_line(struct anf_inquiry *inquiry, const char *line, const char **ret_own)
{
    if (!inquiry || !line)
        return ANF_ERR_ARGUMENT;
    return *line ? anf__inquiry_copy(inquiry, line, 0, ret_own) : ANF_ERR_MODEL;
}

int
anf_inquiry_add_subject(struct anf_inquiry *inquiry, const char *subject)
{
    const char *own;
    int status = take_line(inquiry, subject, &own);
    if (status != ANF_OK)
        return status;
    const char **entry = ANF__ARRAY_PUSH(&inquiry->subjects);
    if (!entry)
        return ANF_ERR_NOMEM;
    *entry = own;
    return ANF_OK;
}

const char *
anf_inquiry_subject(const struct anf_inquiry *inquiry, size_t index)
{
    return inquiry && index < inquiry->subjects.count ? inquiry->subjects.items[index] : NULL;
}

int
anf_inquiry_add_link(struct anf_inquiry *inquiry, const char *url)
{
    const char *own;
    int status = take_line(inquiry, url, &own);
    if (status != ANF_OK)
        return status;
    const char **entry = ANF__ARRAY_PUSH(&inquiry->links);
    if (!entry)
        return ANF_ERR_NOMEM;
    *entry = own;
    return ANF_OK;
}

const char *
anf_inquiry_link(const struct anf_inquiry *inquiry, size_t index)
{
    return inquiry && index < inquiry->links.count ? inquiry->links.items[index] : NULL;
}

/* Lines that are "" are absent; a list without lines is none. */
static int
own_address(struct anf_inquiry *inquiry, const char *const **address)
{
    const char *const *theirs = *address;
    *address = NULL;
    size_t count = 0;
    while (theirs && theirs[count])
        ++count;
    if (!count)
        return ANF_OK;
    const char **own = anf__arena_take(&inquiry->arena, (count + 1) * sizeof *own);
    if (!own)
        return ANF_ERR_NOMEM;
    size_t kept = 0;
    for (size_t i = 0; i < count; ++i) {
        int status = anf__inquiry_copy(inquiry, theirs[i], 0, &own[kept]);
        if (status != ANF_OK)
            return status;
        kept += own[kept] != NULL;
    }
    *address = kept ? own : NULL;
    return ANF_OK;
}

int
anf_inquiry_add_contact(struct anf_inquiry *inquiry, const struct anf_contact *contact)
{
    if (!inquiry || !contact)
        return ANF_ERR_ARGUMENT;
    struct anf_contact own;
    int status = take_struct(&own, sizeof own, contact, ANF__SIZE_UP_TO(struct anf_contact, name));
    if (status != ANF_OK)
        return status;
    const char **lines[] = {&own.name, &own.email, &own.organization};
    status = own_lines(inquiry, lines, COUNT(lines));
    if (status == ANF_OK)
        status = own_address(inquiry, &own.address);
    if (status != ANF_OK)
        return status;
    if (!own.name && !own.email && !own.organization && !own.address)
        return ANF_ERR_MODEL;
    struct anf_contact *entry = ANF__ARRAY_PUSH(&inquiry->contacts);
    if (!entry)
        return ANF_ERR_NOMEM;
    *entry = own;
    return ANF_OK;
}

const struct anf_contact *
anf_inquiry_contact(const struct anf_inquiry *inquiry, size_t index)
{
    return inquiry && index < inquiry->contacts.count ? &inquiry->contacts.items[index] : NULL;
}

int
anf_inquiry_add_repair(struct anf_inquiry *inquiry, const struct anf_repair *repair)
{
    if (!inquiry || !repair)
        return ANF_ERR_ARGUMENT;
    struct anf_repair own;
    int status = take_struct(&own, sizeof own, repair, ANF__SIZE_UP_TO(struct anf_repair, kind));
    if (status != ANF_OK)
        return status;
    if (own.node && own.node->inquiry != inquiry)
        return ANF_ERR_ARGUMENT;
    const char **lines[] = {&own.kind, &own.was, &own.now};
    status = own_lines(inquiry, lines, COUNT(lines));
    if (status != ANF_OK)
        return status;
    if (!own.kind)
        return ANF_ERR_MODEL;
    struct anf_repair *entry = ANF__ARRAY_PUSH(&inquiry->repairs);
    if (!entry)
        return ANF_ERR_NOMEM;
    *entry = own;
    return ANF_OK;
}

const struct anf_repair *
anf_inquiry_repair(const struct anf_inquiry *inquiry, size_t index)
{
    return inquiry && index < inquiry->repairs.count ? &inquiry->repairs.items[index] : NULL;
}

int
anf_inquiry_add_discarded(struct anf_inquiry *inquiry, const struct anf_discarded *discarded)
{
    if (!inquiry || !discarded)
        return ANF_ERR_ARGUMENT;
    struct anf_discarded own;
    int status = take_struct(&own, sizeof own, discarded,
                             ANF__SIZE_UP_TO(struct anf_discarded, reason));
    if (status != ANF_OK)
        return status;
    const char **lines[] = {&own.reason};
    status = own_lines(inquiry, lines, COUNT(lines));
    if (status == ANF_OK)
        status = own_text(inquiry, &own.text);
    if (status != ANF_OK)
        return status;
    if (!own.reason)
        return ANF_ERR_MODEL;
    struct anf_discarded *entry = ANF__ARRAY_PUSH(&inquiry->discarded);
    if (!entry)
        return ANF_ERR_NOMEM;
    *entry = own;
    return ANF_OK;
}

const struct anf_discarded *
anf_inquiry_discarded(const struct anf_inquiry *inquiry, size_t index)
{
    return inquiry && index < inquiry->discarded.count ? &inquiry->discarded.items[index] : NULL;
}

int
anf_inquiry_add_evidence(struct anf_inquiry *inquiry, const struct anf_evidence *evidence)
{
    if (!inquiry || !evidence)
        return ANF_ERR_ARGUMENT;
    struct anf_evidence own;
    int status = take_struct(&own, sizeof own, evidence,
                             ANF__SIZE_UP_TO(struct anf_evidence, rule));
    if (status != ANF_OK)
        return status;
    if (!anf_field_name(own.field))
        return ANF_ERR_ARGUMENT;
    const char **lines[] = {&own.rule, &own.value, &own.member};
    status = own_lines(inquiry, lines, COUNT(lines));
    if (status == ANF_OK)
        status = own_text(inquiry, &own.words);
    if (status != ANF_OK)
        return status;
    if (!own.rule)
        return ANF_ERR_MODEL;
    own.rejected = own.rejected != 0;
    struct anf_evidence *entry = ANF__ARRAY_PUSH(&inquiry->evidence);
    if (!entry)
        return ANF_ERR_NOMEM;
    *entry = own;
    return ANF_OK;
}

const struct anf_evidence *
anf_inquiry_evidence(const struct anf_inquiry *inquiry, size_t index)
{
    return inquiry && index < inquiry->evidence.count ? &inquiry->evidence.items[index] : NULL;
}
