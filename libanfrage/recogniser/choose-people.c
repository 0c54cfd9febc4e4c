/* choose-people.c: who asks and who answers: those whom the source states, and those whom the rules
 * found in the text. */
#include "inquiry.h"
#include "recogniser/stated.h"

/* Askers or answerers. */
struct list {
    int field;
    const struct person *people; /* that the rules found */
    size_t count;
    const struct anf_actor *(*get)(const struct anf_inquiry *inquiry, size_t index);
    int (*add)(struct anf_inquiry *inquiry, const struct anf_actor *actor);
    int stated; /* the source names some */
    int open;   /* and the list goes on, or it names none */
    size_t added;
};

const char *
anf__actor_label(const struct anf_actor *actor)
{
    if (actor->name)
        return actor->name;
    return actor->organization ? actor->organization : actor->party;
}

/* "Dr. Eva Muster" and "Eva Muster": titles stand before a name. */
static int
is_same_name(const char *a, const char *b)
{
    size_t a_length = strlen(a);
    size_t b_length = strlen(b);
    if (a_length < b_length)
        return is_same_name(b, a);
    const char *end = a + (a_length - b_length);
    return strcmp(end, b) == 0 && (end == a || end[-1] == ' ');
}

static int
is_same_party(const struct recognition *r, const char *a, const char *b)
{
    const char *x = a ? anf_context_meaning(r->ctx, "party", a) : NULL;
    const char *y = b ? anf_context_meaning(r->ctx, "party", b) : NULL;
    return a && b && (strcmp(a, b) == 0 || (x && y && strcmp(x, y) == 0));
}

/* Is a stated one the one that the text names? */
static int
is_same(const struct recognition *r, const struct anf_actor *stated, const struct anf_actor *named)
{
    if (stated->group || named->group)
        return stated->group == named->group && is_same_party(r, stated->party, named->party);
    return is_same_name(anf__actor_label(stated), anf__actor_label(named));
}

static int
is_stated(const struct recognition *r, const struct list *list, const struct anf_actor *named)
{
    const struct anf_actor *actor;
    for (size_t i = 0; list->stated && (actor = list->get(r->inquiry, i)); i++) {
        if (is_same(r, actor, named))
            return 1;
    }
    return 0;
}

static int
is_known(const struct list *list, size_t index)
{
    const char *label = anf__actor_label(&list->people[index].actor);
    for (size_t i = 0; i < index; i++) {
        if (strcmp(anf__actor_label(&list->people[i].actor), label) == 0)
            return 1;
    }
    return 0;
}

static int
choose(struct recognition *r, struct list *list, size_t index)
{
    const struct person *person = &list->people[index];
    const char *label = anf__actor_label(&person->actor);
    int status = ANF_OK;
    int known = is_known(list, index) || is_stated(r, list, &person->actor);
    struct anf_evidence evidence = {.field = list->field,
                                    .rule = person->rule,
                                    .value = label,
                                    .rejected = !known && !list->open};
    if (!known && list->open) {
        status = list->add(r->inquiry, &person->actor);
        list->added++;
    } else if (!known) {
        anf__report_other(r, list->field, "the text names one more than is stated", label);
    }
    return status == ANF_OK ? anf__add_evidence(r, evidence, person->extent) : status;
}

static int
choose_all(struct recognition *r, struct list *list)
{
    int status = ANF_OK;
    for (size_t i = 0; i < list->count && status == ANF_OK; i++)
        status = choose(r, list, i);
    return status;
}

/* People first, as papers have it: the text may have added some behind a group that is stated. */
static void
put_groups_last(struct anf_inquiry *inquiry)
{
    struct anf_actor *items = inquiry->askers.items;
    for (size_t i = 1; i < inquiry->askers.count; i++) {
        for (size_t j = i; j && items[j - 1].group && !items[j].group; j--) {
            struct anf_actor group = items[j - 1];
            items[j - 1] = items[j];
            items[j] = group;
        }
    }
}

static int
choose_askers(struct recognition *r)
{
    int stated = anf__is_stated(r, ANF_FIELD_ASKERS);
    struct list list = {ANF_FIELD_ASKERS,
                        r->askers.items,
                        r->askers.count,
                        anf_inquiry_asker,
                        anf_inquiry_add_asker,
                        stated,
                        !stated || anf_inquiry_more_askers(r->inquiry),
                        0};
    int status = choose_all(r, &list);
    int more = anf__best(r, ANF_FIELD_MORE_ASKERS) != NULL;
    if (stated)
        put_groups_last(r->inquiry);
    /* Where the text goes on with a stated list, it says whether there are still more. */
    if (list.open && (more || (stated && list.added)))
        anf_inquiry_set_more_askers(r->inquiry, more);
    return status;
}

int
anf__choose_people(struct recognition *r)
{
    int stated = anf__is_stated(r, ANF_FIELD_ANSWERERS);
    struct list answerers = {ANF_FIELD_ANSWERERS,
                             r->answerers.items,
                             r->answerers.count,
                             anf_inquiry_answerer,
                             anf_inquiry_add_answerer,
                             stated,
                             !stated,
                             0};
    int status = choose_askers(r);
    return status == ANF_OK ? choose_all(r, &answerers) : status;
}
