/* tree.c: a document in memory, built from the parser's calls. */
#include "tree.h"

#include "read.h"
#include "whose.h"

#include <stdlib.h>
#include <string.h>

/* --- elements --- */

/* In one piece of memory, with room for bytes of what belongs to it. */
static struct anf__akn_element *
make(struct anf__akn_tree *tree, size_t bytes)
{
    struct anf__akn_element *element = calloc(1, sizeof *element + bytes);
    if (!element)
        return NULL;
    element->made_before = tree->made_last;
    tree->made_last = element;
    element->parent = tree->open;
    if (!element->parent)
        return element;
    if (element->parent->last)
        element->parent->last->next = element;
    else
        element->parent->first = element;
    element->parent->last = element;
    return element;
}

void
anf__akn_tree_clear(struct anf__akn_tree *tree)
{
    while (tree->made_last) {
        struct anf__akn_element *before = tree->made_last->made_before;
        free(tree->made_last);
        tree->made_last = before;
    }
    free(tree->known);
}

static size_t
bytes_of(const struct anf__xml_element *element)
{
    size_t bytes = strlen(element->name) + 1;
    for (size_t i = 0; i < element->attribute_count; ++i)
        bytes += sizeof *element->attributes + strlen(element->attributes[i].name) +
                 strlen(element->attributes[i].value) + 2;
    return bytes;
}

static char *
keep(char **end, const char *text)
{
    char *kept = *end;
    *end = stpcpy(kept, text) + 1;
    return kept;
}

static void
keep_names(struct anf__akn_element *made, const struct anf__xml_element *element)
{
    struct anf__xml_attribute *attributes = (struct anf__xml_attribute *)(made + 1);
    char *end = (char *)(attributes + element->attribute_count);
    made->name = keep(&end, element->name);
    made->attributes = attributes;
    for (size_t i = 0; i < element->attribute_count; ++i) {
        if (element->attributes[i].ns)
            continue;
        struct anf__xml_attribute *kept = &attributes[made->attribute_count++];
        kept->name = keep(&end, element->attributes[i].name);
        kept->value = keep(&end, element->attributes[i].value);
    }
}

/* --- what an element says of those around it --- */

static int
is_image(const struct anf__akn_element *element)
{
    const char *src = anf__akn_tree_value(element, "src");
    return element->meaning == ANF__MEANS_PICTURE && src && *src;
}

/* Elements that say something by being there. */
static int
is_word(const struct anf__akn_element *element)
{
    return is_image(element) || element->meaning == ANF__MEANS_REFERRED ||
           element->meaning == ANF__MEANS_NOTE_REFERENCE || element->meaning == ANF__MEANS_QUOTED;
}

/* The blocks of a footnote are its own. */
static void
tell_parent(const struct anf__akn_element *element)
{
    struct anf__akn_element *parent = element->parent;
    int is_note = element->meaning == ANF__MEANS_NOTED ||
                  element->meaning == ANF__MEANS_NOTE_REFERENCE;
    if (!parent || element->meaning == ANF__MEANS_APART)
        return;
    parent->has_words |= element->has_words;
    parent->has_objects |= element->has_objects || is_note || is_image(element);
    if (!is_note)
        parent->has_blocks |= element->has_blocks || anf__akn_is_block(element->meaning);
}

/* --- the parser's calls --- */

static int
on_start(void *user, const struct anf__xml_element *raw)
{
    struct anf__akn_tree *tree = user;
    struct anf__xml_element element;
    void *memory;
    int status = anf__akn_decode_attributes(raw, &element, &memory);
    if (status != ANF_OK)
        return status;
    struct anf__akn_element *made = make(tree, bytes_of(&element));
    if (made) {
        keep_names(made, &element);
        made->meaning = anf__akn_version(element.ns) ? anf__akn_meaning(made->name)
                                                     : ANF__MEANS_UNKNOWN;
        made->line = element.line;
        made->column = element.column;
        made->has_words = (unsigned)is_word(made);
        tree->has_questions |= made->meaning == ANF__MEANS_QUESTION;
        tree->has_answers |= made->meaning == ANF__MEANS_ANSWER;
        tree->open = made;
    }
    free(memory);
    return made ? ANF_OK : ANF_ERR_NOMEM;
}

static int
on_end(void *user, const char *ns, const char *name)
{
    struct anf__akn_tree *tree = user;
    struct anf__akn_element *ended = tree->open;
    (void)ns;
    (void)name;
    tell_parent(ended);
    tree->open = ended->parent;
    if (!tree->open)
        tree->root = ended;
    return ANF_OK;
}

static int
on_text(void *user, const char *text, size_t len)
{
    struct anf__akn_tree *tree = user;
    struct anf__akn_element *made = make(tree, len + 1);
    if (!made)
        return ANF_ERR_NOMEM;
    made->text = memcpy(made + 1, text, len);
    made->length = len;
    made->has_words = strspn(made->text, " \t\n\r") < len;
    made->parent->has_words |= made->has_words;
    return ANF_OK;
}

int
anf__akn_tree_read(struct anf__akn_tree *tree, struct anf_call *call, const unsigned char *data,
                   size_t len)
{
    static const struct anf__xml_handler handler = {
        .start = on_start, .end = on_end, .text = on_text};
    int status = anf__xml_parse(call, NULL, data, len, &handler, tree);
    return status == ANF_OK ? anf__akn_tree_index(tree) : status;
}

/* --- looking around --- */

const char *
anf__akn_tree_value(const struct anf__akn_element *element, const char *name)
{
    for (size_t i = 0; i < element->attribute_count; ++i) {
        if (strcmp(element->attributes[i].name, name) == 0)
            return element->attributes[i].value;
    }
    return NULL;
}

static struct anf__akn_element *
this_or_next(struct anf__akn_element *element, const char *name)
{
    while (element && (!element->name || strcmp(element->name, name) != 0))
        element = element->next;
    return element;
}

struct anf__akn_element *
anf__akn_tree_child(const struct anf__akn_element *element, const char *name)
{
    return element ? this_or_next(element->first, name) : NULL;
}

struct anf__akn_element *
anf__akn_tree_next(const struct anf__akn_element *element, const char *name)
{
    return this_or_next(element->next, name);
}

struct anf__akn_element *
anf__akn_tree_pass(const struct anf__akn_element *element, const struct anf__akn_element *top)
{
    while (element != top && !element->next)
        element = element->parent;
    return element == top ? NULL : element->next;
}

struct anf__akn_element *
anf__akn_tree_step(const struct anf__akn_element *element, const struct anf__akn_element *top)
{
    return element->first ? element->first : anf__akn_tree_pass(element, top);
}

/* --- words --- */

struct words {
    char *begin, *end;
    int gap; /* white space, or the edge of a block, came before */
};

static size_t
most_bytes(const struct anf__akn_element *top)
{
    size_t bytes = 1;
    for (const struct anf__akn_element *e = top; e; e = anf__akn_tree_step(e, top))
        bytes += e->length + 1;
    return bytes;
}

static void
add_text(struct words *words, const struct anf__akn_element *text)
{
    for (size_t i = 0; i < text->length; ++i) {
        int is_blank = strchr(" \t\n\r", text->text[i]) != NULL;
        if (!is_blank && words->gap && words->end > words->begin)
            *words->end++ = ' ';
        if (!is_blank)
            *words->end++ = text->text[i];
        words->gap = is_blank;
    }
}

static void
add_words(struct words *words, const struct anf__akn_element *parent)
{
    for (const struct anf__akn_element *e = parent->first; e; e = e->next) {
        int is_apart = e->meaning == ANF__MEANS_APART || e->meaning == ANF__MEANS_NOTED;
        int is_edge = anf__akn_is_block(e->meaning) || e->meaning == ANF__MEANS_BROKEN;
        words->gap |= is_edge;
        if (!e->name)
            add_text(words, e);
        else if (!is_apart)
            add_words(words, e);
        words->gap |= is_edge;
    }
}

int
anf__akn_tree_words(const struct anf__akn_element *element, char **ret_words)
{
    struct words words = {.begin = malloc(most_bytes(element))};
    if (!words.begin)
        return ANF_ERR_NOMEM;
    words.end = words.begin;
    add_words(&words, element);
    *words.end = '\0';
    *ret_words = words.begin;
    return ANF_OK;
}
