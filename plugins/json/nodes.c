/* nodes.c: the content of an inquiry in JSON: every node is its type, its attributes, its
 * children; a child that is a string is text. Both directions recurse, as deep as the model
 * allows (ANF_LIMIT_DEPTH). */
#include "nodes.h"

#include <string.h>

enum { ATTRIBUTES_MOST = 3 };

/* Which attributes a kind of node has, in the order in which they are written. */
static const struct {
    int kind;
    int attributes[ATTRIBUTES_MOST];
} shapes[] = {
    {ANF_NODE_SECTION, {ANF_ATTRIBUTE_NUMBER}},
    {ANF_NODE_HEADING, {ANF_ATTRIBUTE_LEVEL}},
    {ANF_NODE_LIST, {ANF_ATTRIBUTE_ORDERED}},
    {ANF_NODE_ITEM, {ANF_ATTRIBUTE_NUMBER}},
    {ANF_NODE_CELL, {ANF_ATTRIBUTE_HEADER, ANF_ATTRIBUTE_COLSPAN, ANF_ATTRIBUTE_ROWSPAN}},
    {ANF_NODE_IMAGE, {ANF_ATTRIBUTE_SRC, ANF_ATTRIBUTE_ALT}},
    {ANF_NODE_LINK, {ANF_ATTRIBUTE_HREF}},
    {ANF_NODE_FOOTNOTE, {ANF_ATTRIBUTE_MARKER}},
};

/* Up to a 0 or ATTRIBUTES_MOST. */
static const int *
attributes_of(int kind)
{
    static const int none[ATTRIBUTES_MOST];
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        if (shapes[i].kind == kind)
            return shapes[i].attributes;
    return none;
}

/* What an attribute is in JSON; to the model all are text. */
static enum anf__json_type
attribute_type(int attribute)
{
    switch (attribute) {
    case ANF_ATTRIBUTE_LEVEL:
    case ANF_ATTRIBUTE_COLSPAN:
    case ANF_ATTRIBUTE_ROWSPAN:
        return ANF__JSON_INTEGER;
    case ANF_ATTRIBUTE_ORDERED:
    case ANF_ATTRIBUTE_HEADER:
        return ANF__JSON_TRUE;
    default:
        return ANF__JSON_STRING;
    }
}

/* --- writing --- */

static void
write_attribute(struct anf__json_emitter *emitter, const struct anf_node *node, int attribute)
{
    uint32_t number = anf_node_get_number(node, attribute);
    enum anf__json_type type = attribute_type(attribute);
    anf__json_emit_key(emitter, anf_attribute_name(attribute));
    if (type == ANF__JSON_TRUE)
        anf__json_emit_bool(emitter, number != 0);
    else if (type == ANF__JSON_STRING)
        anf__json_emit_text(emitter, anf_node_get(node, attribute));
    else if (number)
        anf__json_emit_number(emitter, number);
    else
        anf__json_emit_null(emitter);
}

static void
write_node(struct anf__json_emitter *emitter, const struct anf_node *node)
{
    int kind = anf_node_kind(node);
    if (kind == ANF_NODE_TEXT) {
        size_t length;
        const char *text = anf_node_text(node, &length);
        anf__json_emit_text_n(emitter, text, length);
        return;
    }
    anf__json_emit_open(emitter, '{');
    anf__json_emit_key(emitter, "type");
    anf__json_emit_text(emitter, anf_node_kind_name(kind));
    if (kind == ANF_NODE_SECTION) {
        anf__json_emit_key(emitter, "role");
        anf__json_emit_text(emitter, anf_role_name(anf_node_role(node)));
    }
    const int *attributes = attributes_of(kind);
    for (size_t i = 0; i < ATTRIBUTES_MOST && attributes[i]; i++)
        write_attribute(emitter, node, attributes[i]);
    anf__json_emit_key(emitter, "children");
    anf__json_write_children(emitter, node);
    anf__json_emit_close(emitter, '}');
}

void
anf__json_write_children(struct anf__json_emitter *emitter, const struct anf_node *parent)
{
    anf__json_emit_open(emitter, '[');
    for (const struct anf_node *node = anf_node_first(parent); node; node = anf_node_next(node))
        write_node(emitter, node);
    anf__json_emit_close(emitter, ']');
}

/* --- reading --- */

enum { TYPE, ROLE, CHILDREN, FIRST_ATTRIBUTE, SLOTS = FIRST_ATTRIBUTE + ATTRIBUTES_MOST };

/* The slot of a key of a node; table is its kind. */
static int
find_key(const void *table, const char *key)
{
    const int *kind = table;
    if (strcmp(key, "type") == 0)
        return TYPE;
    if (strcmp(key, "role") == 0 && *kind == ANF_NODE_SECTION)
        return ROLE;
    if (strcmp(key, "children") == 0)
        return CHILDREN;
    const int *attributes = attributes_of(*kind);
    for (int i = 0; i < ATTRIBUTES_MOST && attributes[i]; i++)
        if (strcmp(key, anf_attribute_name(attributes[i])) == 0)
            return FIRST_ATTRIBUTE + i;
    return -1;
}

/* The value of the key "type"; 0: there is none, or it is null. */
static uint32_t
find_type(const struct anf__json_reader *reader, uint32_t object)
{
    const struct anf__json_index *index = &reader->index;
    uint32_t end = index->values[object].next;
    for (uint32_t i = object + 1; i < end; i = index->values[i + 1].next) {
        char key[ANF__JSON_KEY_SIZE];
        anf__json_decode(index, i, key, sizeof key);
        if (strcmp(key, "type") == 0)
            return anf__json_type(index, i + 1) == ANF__JSON_NULL ? 0 : i + 1;
    }
    return 0;
}

/* The string under key (value 0: there is none) and what from_name makes of it. */
static int
read_name(struct anf__json_reader *reader, const struct anf__json_path *path, const char *key,
          uint32_t value, int (*from_name)(const char *name), int *ret_value)
{
    struct anf__json_path step = {path, key, 0, value};
    char name[ANF__JSON_KEY_SIZE];
    if (!value)
        return anf__json_bad(reader, path, ANF_ERR_SYNTAX, "has no \"%s\"", key);
    int status = anf__json_expect(reader, &step, ANF__JSON_STRING);
    if (status != ANF_OK)
        return status;
    anf__json_decode(&reader->index, value, name, sizeof name);
    int found = from_name(name);
    if (!found)
        return anf__json_bad(reader, &step, ANF_ERR_MODEL, "there is no %s \"%s\"", key, name);
    *ret_value = found;
    return ANF_OK;
}

static int
read_attribute(struct anf__json_reader *reader, const struct anf__json_path *path, uint32_t value,
               struct anf_node *node, int attribute)
{
    enum anf__json_type type = attribute_type(attribute);
    struct anf__json_path step = {path, anf_attribute_name(attribute), 0, value};
    char digits[ANF__JSON_KEY_SIZE];
    const char *text = NULL;
    int status = anf__json_expect(reader, &step, type);
    if (status == ANF_OK && type == ANF__JSON_STRING)
        status = anf__json_make_room(reader, value);
    if (status != ANF_OK)
        return status;
    if (type == ANF__JSON_STRING)
        text = anf__json_text(reader, value, NULL);
    else if (type == ANF__JSON_INTEGER)
        text = anf__json_number(reader, value, digits);
    else if (anf__json_type(&reader->index, value) == ANF__JSON_TRUE)
        text = "true";
    status = anf_node_set(node, attribute, text);
    return status == ANF_OK ? ANF_OK : anf__json_refused(reader, &step, status);
}

static int
add_node(struct anf__json_reader *reader, const struct anf__json_path *path, int kind,
         uint32_t role_value, struct anf_node *parent, struct anf_node **ret_node)
{
    int role, status;
    if (kind == ANF_NODE_TEXT)
        return anf__json_bad(reader, path, ANF_ERR_MODEL, "text is a string here, not an object");
    if (kind == ANF_NODE_SECTION) {
        status = read_name(reader, path, "role", role_value, anf_role_from_name, &role);
        if (status != ANF_OK)
            return status;
        status = anf_node_add_section(parent, role, ret_node);
    } else {
        status = anf_node_add(parent, kind, ret_node);
    }
    return status == ANF_OK ? ANF_OK : anf__json_refused(reader, path, status);
}

static int
read_object(struct anf__json_reader *reader, const struct anf__json_path *path,
            struct anf_node *parent)
{
    struct anf_node *node;
    uint32_t slots[SLOTS];
    int kind;
    int status = anf__json_expect(reader, path, ANF__JSON_OBJECT);
    if (status == ANF_OK)
        status = read_name(reader, path, "type", find_type(reader, path->value),
                           anf_node_kind_from_name, &kind);
    if (status == ANF_OK)
        status = anf__json_sort_keys(reader, path, anf_node_kind_name(kind), find_key, &kind, slots,
                                     SLOTS);
    if (status == ANF_OK)
        status = add_node(reader, path, kind, slots[ROLE], parent, &node);
    if (status != ANF_OK)
        return status;
    const int *attributes = attributes_of(kind);
    for (int i = 0; status == ANF_OK && i < ATTRIBUTES_MOST && attributes[i]; i++)
        if (slots[FIRST_ATTRIBUTE + i])
            status = read_attribute(reader, path, slots[FIRST_ATTRIBUTE + i], node, attributes[i]);
    struct anf__json_path step = {path, "children", 0, slots[CHILDREN]};
    if (status == ANF_OK && slots[CHILDREN])
        status = anf__json_read_children(reader, &step, node);
    return status;
}

static int
read_text(struct anf__json_reader *reader, const struct anf__json_path *path,
          struct anf_node *parent)
{
    size_t length;
    int status = anf__json_make_room(reader, path->value);
    if (status != ANF_OK)
        return status;
    const char *text = anf__json_text(reader, path->value, &length);
    status = anf_node_add_text(parent, text, length);
    return status == ANF_OK ? ANF_OK : anf__json_refused(reader, path, status);
}

int
anf__json_read_children(struct anf__json_reader *reader, const struct anf__json_path *path,
                        struct anf_node *parent)
{
    const struct anf__json_value *values = reader->index.values;
    int status = anf__json_expect(reader, path, ANF__JSON_ARRAY);
    struct anf__json_path step = {path, NULL, 0, path->value + 1};
    for (; status == ANF_OK && step.value < values[path->value].next; step.index++) {
        if (anf__json_type(&reader->index, step.value) == ANF__JSON_STRING)
            status = read_text(reader, &step, parent);
        else
            status = read_object(reader, &step, parent);
        step.value = values[step.value].next;
    }
    return status;
}
