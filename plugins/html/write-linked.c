/* write-linked.c: the inquiry for search engines: schema.org in JSON-LD. A paper is a CreativeWork,
 * no FAQPage and no QAPage, which are pages where users ask; its questions and answers are parts of
 * it. What an answer says is on the page and not repeated. */
#include "write.h"

#include "words.h"

#include <stdlib.h>
#include <string.h>

/* An object under construction; failed: out of memory. jansson's functions take NULL for a value
 * that could not be made, and fail. */
struct object {
    json_t *json;
    int failed;
};

static struct object
new_object(const char *type)
{
    struct object object = {.json = json_object()};
    object.failed = json_object_set_new(object.json, "@type", json_string(type)) != 0;
    return object;
}

static void
set(struct object *object, const char *key, json_t *value)
{
    object->failed |= json_object_set_new(object->json, key, value) != 0;
}

static void
set_text(struct object *object, const char *key, const char *text)
{
    if (text)
        set(object, key, json_string_nocheck(text));
}

/* What was built, or NULL. */
static json_t *
finish(struct object object)
{
    if (object.failed) {
        json_decref(object.json);
        return NULL;
    }
    return object.json;
}

static void
append(struct object *object, const char *key, json_t *value)
{
    json_t *array = json_object_get(object->json, key);
    if (!array) {
        set(object, key, json_array());
        array = json_object_get(object->json, key);
    }
    object->failed |= json_array_append_new(array, value) != 0;
}

/* --- people --- */

static json_t *
new_named(const char *type, const char *name)
{
    struct object object = new_object(type);
    set_text(&object, "name", name);
    return finish(object);
}

static json_t *
new_actor(const struct anf_actor *actor)
{
    if (!actor->name || actor->group) {
        const char *name = actor->name           ? actor->name
                           : actor->organization ? actor->organization
                                                 : actor->party;
        return new_named("Organization", name);
    }
    struct object person = new_object("Person");
    set_text(&person, "name", actor->name);
    set_text(&person, "jobTitle", actor->role);
    if (actor->party)
        set(&person, "memberOf", new_named("Organization", actor->party));
    if (actor->organization)
        set(&person, "worksFor", new_named("GovernmentOrganization", actor->organization));
    return finish(person);
}

/* --- questions --- */

struct text {
    char *data;
    size_t length;
    size_t room;
};

static int
add_bytes(struct text *text, const char *bytes, size_t len)
{
    if (text->length + len + 1 > text->room) {
        size_t room = (text->length + len + 1) * 2;
        char *grown = realloc(text->data, room);
        if (!grown)
            return ANF_ERR_NOMEM;
        text->data = grown;
        text->room = room;
    }
    memcpy(text->data + text->length, bytes, len);
    text->length += len;
    text->data[text->length] = '\0';
    return ANF_OK;
}

/* The words of a node, without its footnotes; a space where a block ends. */
static int
add_words(struct text *text, const struct anf_node *node)
{
    size_t len;
    const char *words = anf_node_text(node, &len);
    int kind = anf_node_kind(node);
    if (kind == ANF_NODE_FOOTNOTE)
        return ANF_OK;
    if (kind == ANF_NODE_BREAK || (!anf_node_is_inline(node) && text->length))
        return add_bytes(text, " ", 1);
    return add_bytes(text, words, len);
}

/* The next node in the order of reading, within top; NULL after the last. */
static const struct anf_node *
following(const struct anf_node *node, const struct anf_node *top)
{
    if (anf_node_first(node) && anf_node_kind(node) != ANF_NODE_FOOTNOTE)
        return anf_node_first(node);
    while (node != top && !anf_node_next(node))
        node = anf_node_parent(node);
    return node == top ? NULL : anf_node_next(node);
}

static json_t *
new_words(const struct anf_node *top)
{
    struct text text = {0};
    int status = add_bytes(&text, "", 0);
    for (const struct anf_node *node = top; node && status == ANF_OK; node = following(node, top))
        status = add_words(&text, node);
    json_t *words = status == ANF_OK ? json_string_nocheck(text.data) : NULL;
    free(text.data);
    return words;
}

/* The numbers are those of write-content.c: sections of a role are counted in order of reading. */
static json_t *
new_anchor(const char *name, unsigned long number)
{
    return json_sprintf("#%s-%lu", name, number);
}

static json_t *
new_answer(const struct anf_inquiry *inquiry, unsigned long number)
{
    struct object answer = new_object("Answer");
    set(&answer, "url", new_anchor("antwort", number));
    set_text(&answer, "dateCreated", anf_inquiry_get(inquiry, ANF_FIELD_ANSWERED));
    return finish(answer);
}

/* The answers of an exchange answer all of its questions. */
static void
append_questions(struct object *work, const struct anf_inquiry *inquiry,
                 const struct anf_node *exchange, unsigned long *questions, unsigned long *answers)
{
    unsigned long first_answer = *answers + 1;
    for (const struct anf_node *part = anf_node_first(exchange); part; part = anf_node_next(part))
        *answers += anf_node_role(part) == ANF_ROLE_ANSWER;
    for (const struct anf_node *part = anf_node_first(exchange); part; part = anf_node_next(part)) {
        if (anf_node_role(part) != ANF_ROLE_QUESTION)
            continue;
        struct object question = new_object("Question");
        set(&question, "url", new_anchor("frage", ++*questions));
        set(&question, "text", new_words(part));
        if (*answers >= first_answer)
            set(&question, "acceptedAnswer", new_answer(inquiry, first_answer));
        append(work, "hasPart", finish(question));
    }
}

static void
set_questions(struct object *work, const struct anf_inquiry *inquiry)
{
    unsigned long questions = 0, answers = 0;
    const struct anf_node *top = anf_inquiry_content(inquiry);
    for (const struct anf_node *node = top; node && !work->failed; node = following(node, top)) {
        if (anf_node_role(node) == ANF_ROLE_EXCHANGE)
            append_questions(work, inquiry, node, &questions, &answers);
    }
}

/* --- the work --- */

static json_t *
new_identifier(const struct anf_call *call, const struct anf_inquiry *inquiry, const char *number)
{
    struct object identifier = new_object("PropertyValue");
    set_text(&identifier, "propertyID", "Drucksache");
    set_text(&identifier, "value", number);
    const char *parliament = anf_inquiry_get(inquiry, ANF_FIELD_PARLIAMENT);
    const char *name = anf__words_parliament(call, parliament);
    set_text(&identifier, "description", name ? name : parliament);
    return finish(identifier);
}

static void
set_fields(struct object *work, const struct anf_call *call, const struct anf_inquiry *inquiry)
{
    const char *label = anf_inquiry_get(inquiry, ANF_FIELD_KIND_LABEL);
    const char *kind = anf__words_kind(call, anf_inquiry_get(inquiry, ANF_FIELD_KIND));
    const char *question = anf_inquiry_get(inquiry, ANF_FIELD_REFERENCE);
    const char *answer = anf_inquiry_get(inquiry, ANF_FIELD_ANSWER_REFERENCE);
    const char *rights = anf_inquiry_get(inquiry, ANF_FIELD_RIGHTS);
    set_text(work, "name", anf_inquiry_get(inquiry, ANF_FIELD_TITLE));
    set_text(work, "genre", label ? label : kind);
    set_text(work, "inLanguage", anf_inquiry_get(inquiry, ANF_FIELD_LANGUAGE));
    set_text(work, "dateCreated", anf_inquiry_get(inquiry, ANF_FIELD_ASKED));
    set_text(work, "datePublished", anf_inquiry_get(inquiry, ANF_FIELD_PUBLISHED));
    set_text(work, "url", anf_inquiry_get(inquiry, ANF_FIELD_LINK_SOURCE));
    if (question)
        append(work, "identifier", new_identifier(call, inquiry, question));
    if (answer && (!question || strcmp(question, answer) != 0))
        append(work, "identifier", new_identifier(call, inquiry, answer));
    if (rights)
        set(work, "copyrightHolder", new_named("Thing", rights));
}

static void
set_lists(struct object *work, const struct anf_inquiry *inquiry)
{
    const struct anf_actor *actor;
    const char *subject;
    for (size_t i = 0; (actor = anf_inquiry_asker(inquiry, i)); i++)
        append(work, "author", new_actor(actor));
    for (size_t i = 0; (actor = anf_inquiry_answerer(inquiry, i)); i++)
        append(work, "contributor", new_actor(actor));
    for (size_t i = 0; (subject = anf_inquiry_subject(inquiry, i)); i++)
        append(work, "about", new_named("Thing", subject));
}

json_t *
anf__html_linked_data(const struct anf_call *call, const struct anf_inquiry *inquiry)
{
    struct object work = {.json = json_object()};
    set_text(&work, "@context", "https://schema.org");
    set_text(&work, "@type", "CreativeWork");
    set_fields(&work, call, inquiry);
    set_lists(&work, inquiry);
    set_questions(&work, inquiry);
    return finish(work);
}
