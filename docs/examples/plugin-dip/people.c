/* people.c: who asks and who answers. */
#include "record.h"

#include <stdio.h>
#include <string.h>

/* The name of {"titel": …}, of a member also "title" (the interface's description and its answers
 * differ), or of a bare string; NULL: none. */
static const char *
name_of(const json_t *value)
{
    if (json_is_string(value))
        return json_string_value(value);
    const char *name = dip_text(value, "titel");
    return name ? name : dip_text(value, "title");
}

static int
state_actor(struct dip_record *record, int field, const struct anf_actor *actor, const char *member)
{
    int status = anf_page_state_actor(anf_call_page(record->call), field, actor, member);
    if (status != ANF_ERR_MODEL && status != ANF_ERR_SYNTAX)
        return status;
    anf_call_report(record->call, ANF_SEVERITY_WARNING, 0, member, 0, 0,
                    "this is no name, and is left out");
    return ANF_OK;
}

/* "Dr. Eva Muster, MdB, SPD"; who is no member asks nothing. */
int
dip_state_member(struct dip_record *record, const json_t *value, const char *member, int field)
{
    static const char between[] = ", MdB, ";
    const char *name = name_of(value);
    const char *end = name ? strstr(name, between) : NULL;
    if (!end)
        return ANF_OK;
    json_t *only_name = json_stringn(name, (size_t)(end - name));
    if (!only_name)
        return ANF_ERR_NOMEM;
    struct anf_actor actor = {ANF_ACTOR_INIT, .name = json_string_value(only_name),
                              .party = end + sizeof between - 1};
    int status = state_actor(record, field, &actor, member);
    json_decref(only_name);
    return status;
}

/* "Fraktion DIE LINKE", "Fraktion der SPD": the party is what follows. */
static const char *
party_of(const char *group)
{
    static const char *const before[] = {"Fraktion der ", "Fraktion des ", "Fraktion ",
                                         "Gruppe der ",   "Gruppe des ",   "Gruppe "};
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        if (strncmp(group, before[i], strlen(before[i])) == 0)
            return group + strlen(before[i]);
    }
    return NULL;
}

/* Members are originators, too, where no group is; they are listed elsewhere. */
int
dip_state_group(struct dip_record *record, const json_t *value, const char *member, int field)
{
    const char *name = name_of(value);
    const char *party = name ? party_of(name) : NULL;
    struct anf_actor actor = {ANF_ACTOR_INIT, .group = 1, .name = name, .party = party};
    return party ? state_actor(record, field, &actor, member) : ANF_OK;
}

/* Others than the one in charge take part in the answer, and do not give it. */
int
dip_state_department(struct dip_record *record, const json_t *value, const char *member, int field)
{
    struct anf_actor actor = {ANF_ACTOR_INIT, .organization = name_of(value)};
    if (!actor.organization || !json_is_true(json_object_get(value, "federfuehrend")))
        return ANF_OK;
    return state_actor(record, field, &actor, member);
}

int
dip_state_more(struct dip_record *record, const char *list, const char *count)
{
    char number[32];
    char member[DIP_MEMBER];
    json_int_t all = json_integer_value(json_object_get(record->object, count));
    size_t listed = json_array_size(json_object_get(record->object, list));
    if (!listed || all <= (json_int_t)listed)
        return ANF_OK;
    snprintf(number, sizeof number, "%" JSON_INTEGER_FORMAT, all);
    snprintf(member, sizeof member, "%s%s%s", record->member, *record->member ? "." : "", count);
    return dip_state(record, ANF_FIELD_MORE_ASKERS, number, member);
}
