/* foreign-people.c: who asks and who answers, by what the speeches refer to in meta/references. */
#include "foreign.h"

#include <stdlib.h>
#include <string.h>

/* --- noting --- */

static const char *
name_of(const struct anf__akn_element *who)
{
    const char *name = who ? anf__akn_tree_value(who, "showAs") : NULL;
    return name && *name ? name : NULL;
}

/* "Mr. Muster:" is a label for "Mr. Muster". NULL in ret_label: there is none. */
static int
label_of(const struct anf__akn_element *speech, char **ret_label)
{
    const struct anf__akn_element *from = anf__akn_tree_child(speech, "from");
    *ret_label = NULL;
    if (!from || !from->has_words)
        return ANF_OK;
    int status = anf__akn_tree_words(from, ret_label);
    if (status != ANF_OK)
        return status;
    size_t len = strlen(*ret_label);
    while (len && strchr(" :", (*ret_label)[len - 1]))
        (*ret_label)[--len] = '\0';
    return ANF_OK;
}

static struct anf__akn_speaker *
add_speaker(struct anf__akn_speakers *speakers)
{
    if (speakers->count == speakers->room) {
        size_t room = speakers->room ? speakers->room * 2 : 8;
        struct anf__akn_speaker *grown = realloc(speakers->items, room * sizeof *grown);
        if (!grown)
            return NULL;
        speakers->items = grown;
        speakers->room = room;
    }
    struct anf__akn_speaker *speaker = &speakers->items[speakers->count];
    *speaker = (struct anf__akn_speaker){.order = speakers->count++};
    return speaker;
}

int
anf__akn_note_speaker(struct anf__akn_foreign *f, struct anf__akn_speakers *speakers,
                      const struct anf__akn_element *speech)
{
    const char *by = anf__akn_tree_value(speech, "by");
    struct anf__akn_speaker *speaker = add_speaker(speakers);
    if (!speaker)
        return ANF_ERR_NOMEM;
    speaker->as = anf__akn_tree_value(speech, "as");
    if (name_of(anf__akn_tree_find(&f->tree, by))) {
        speaker->by = by;
        return ANF_OK;
    }
    return label_of(speech, &speaker->label);
}

/* --- each once --- */

static int
compare_texts(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "");
}

static int
compare_speakers(const struct anf__akn_speaker *a, const struct anf__akn_speaker *b)
{
    int order = compare_texts(a->by, b->by);
    if (order == 0)
        order = compare_texts(a->label, b->label);
    return order ? order : compare_texts(a->as, b->as);
}

static int
by_identity(const void *a, const void *b)
{
    const struct anf__akn_speaker *left = a, *right = b;
    int order = compare_speakers(left, right);
    return order ? order : (left->order > right->order) - (left->order < right->order);
}

static int
by_order(const void *a, const void *b)
{
    const struct anf__akn_speaker *left = a, *right = b;
    return (left->order > right->order) - (left->order < right->order);
}

static void
keep_each_once(struct anf__akn_speakers *speakers)
{
    size_t kept = 0;
    if (speakers->count)
        qsort(speakers->items, speakers->count, sizeof *speakers->items, by_identity);
    for (size_t i = 0; i < speakers->count; ++i) {
        if (kept && compare_speakers(&speakers->items[kept - 1], &speakers->items[i]) == 0)
            free(speakers->items[i].label);
        else
            speakers->items[kept++] = speakers->items[i];
    }
    speakers->count = kept;
    if (kept)
        qsort(speakers->items, kept, sizeof *speakers->items, by_order);
}

/* --- actors --- */

static int
is_called(const struct anf__akn_element *who, const char *name)
{
    return who && strcmp(who->name, name) == 0;
}

static struct anf_actor
actor_of(const struct anf__akn_foreign *f, const struct anf__akn_speaker *speaker)
{
    const struct anf__akn_element *who = anf__akn_tree_find(&f->tree, speaker->by);
    const struct anf__akn_element *as = anf__akn_tree_find(&f->tree, speaker->as);
    struct anf_actor actor = {ANF_ACTOR_INIT, .name = speaker->label};
    if (speaker->by)
        actor.name = name_of(who);
    if (is_called(as, "TLCOrganization"))
        actor.organization = name_of(as);
    else
        actor.role = name_of(as);
    return actor;
}

static int
take_asker(struct anf__akn_foreign *f, const struct anf__akn_speaker *speaker)
{
    struct anf_actor asker = actor_of(f, speaker);
    asker.group = is_called(anf__akn_tree_find(&f->tree, speaker->by), "TLCOrganization");
    return anf_inquiry_add_asker(f->at.inquiry, &asker);
}

/* An office answers, whoever speaks for it. */
static int
take_answerer(struct anf__akn_foreign *f, const struct anf__akn_speaker *speaker)
{
    struct anf_actor answerer = actor_of(f, speaker);
    const struct anf__akn_element *who = anf__akn_tree_find(&f->tree, speaker->by);
    if (is_called(who, "TLCOrganization") || is_called(who, "TLCRole")) {
        answerer.organization = answerer.name;
        answerer.name = NULL;
    }
    return anf_inquiry_add_answerer(f->at.inquiry, &answerer);
}

typedef int take_fn(struct anf__akn_foreign *f, const struct anf__akn_speaker *speaker);

static int
take_all(struct anf__akn_foreign *f, struct anf__akn_speakers *speakers, take_fn *take,
         const char *what)
{
    int status = ANF_OK;
    keep_each_once(speakers);
    for (size_t i = 0; i < speakers->count && status == ANF_OK; ++i) {
        const struct anf__akn_speaker *speaker = &speakers->items[i];
        if (speaker->by || speaker->label)
            status = anf__akn_note_value(&f->at, take(f, speaker), what);
    }
    return status;
}

static void
forget(struct anf__akn_speakers *speakers)
{
    while (speakers->count)
        free(speakers->items[--speakers->count].label);
}

int
anf__akn_take_speakers(struct anf__akn_foreign *f)
{
    int status = take_all(f, &f->askers, take_asker, "asker");
    if (status == ANF_OK)
        status = take_all(f, &f->answerers, take_answerer, "answerer");
    forget(&f->askers);
    forget(&f->answerers);
    return status;
}

void
anf__akn_free_speakers(struct anf__akn_foreign *f)
{
    forget(&f->askers);
    forget(&f->answerers);
    free(f->askers.items);
    free(f->answerers.items);
}
