/* nodes.c: the content of an inquiry in JSON: every node is its type, its attributes, its
 * children; a child that is a string is text. Both directions recurse, as deep as the model
 * allows (ANF_LIMIT_DEPTH). */
#include "nodes.h"

#include <stdio.h>
#include <string.h>

enum { ATTRIBUTES_MOST = 3, DIGITS_SIZE = 32 };

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
static json_type
attribute_type(int attribute)
{
    switch (attribute) {
    case ANF_ATTRIBUTE_LEVEL:
    case ANF_ATTRIBUTE_COLSPAN:
    case ANF_ATTRIBUTE_ROWSPAN:
        return JSON_INTEGER;
    case ANF_ATTRIBUTE_ORDERED:
    case ANF_ATTRIBUTE_HEADER:
        return JSON_TRUE;
    default:
        return JSON_STRING;
    }
}

/* --- writing --- */

static void
write_attribute(struct anf__json_emitter *emitter, const struct anf_node *node, int attribute)
{
    uint32_t number = anf_node_get_number(node, attribute);
    json_type type = attribute_type(attribute);
    anf__json_emit_key(emitter, anf_attribute_name(attribute));
    if (type == JSON_TRUE)
        anf__json_emit_bool(emitter, number != 0);
    else if (type == JSON_STRING)
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

static int
knows_key(const void *table, const char *key)
{
    const int *kind = table;
    if (strcmp(key, "type") == 0 || strcmp(key, "children") == 0)
        return 1;
    if (strcmp(key, "role") == 0)
        return *kind == ANF_NODE_SECTION;
    const int *attributes = attributes_of(*kind);
    for (size_t i = 0; i < ATTRIBUTES_MOST && attributes[i]; i++)
        if (strcmp(key, anf_attribute_name(attributes[i])) == 0)
            return 1;
    return 0;
}

/* The value as the model wants it; NULL: absent. digits is room for a number. */
static int
attribute_text(struct anf__json_reader *reader, const struct anf__json_path *path,
               const json_t *value, json_type type, char digits[static DIGITS_SIZE],
               const char **ret_text)
{
    int status = type == JSON_TRUE ? anf__json_expect_bool(reader, path, value)
                                   : anf__json_expect(reader, path, value, type);
    if (status != ANF_OK)
        return status;
    if (type == JSON_TRUE) {
        *ret_text = json_is_true(value) ? "true" : NULL;
    } else if (type == JSON_INTEGER) {
        snprintf(digits, DIGITS_SIZE, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        *ret_text = digits;
    } else {
        *ret_text = json_string_value(value);
    }
    return ANF_OK;
}

static int
read_attribute(struct anf__json_reader *reader, const struct anf__json_path *path,
               const json_t *object, struct anf_node *node, int attribute)
{
    const char *key = anf_attribute_name(attribute);
    const json_t *value = json_object_get(object, key);
    if (!value || json_is_null(value))
        return ANF_OK;
    struct anf__json_path step = {path, key, 0};
    char digits[DIGITS_SIZE];
    const char *text;
    int status = attribute_text(reader, &step, value, attribute_type(attribute), digits, &text);
    if (status != ANF_OK)
        return status;
    status = anf_node_set(node, attribute, text);
    return status == ANF_OK ? ANF_OK : anf__json_refused(reader, &step, status);
}

/* The string under key and what from_name makes of it; 0 is the error that there is no such. */
static int
read_name(struct anf__json_reader *reader, const struct anf__json_path *path, const json_t *object,
          const char *key, int (*from_name)(const char *name), int *ret_value)
{
    struct anf__json_path step = {path, key, 0};
    const json_t *name = json_object_get(object, key);
    if (!name)
        return anf__json_bad(reader, path, ANF_ERR_SYNTAX, "has no \"%s\"", key);
    int status = anf__json_expect(reader, &step, name, JSON_STRING);
    if (status != ANF_OK)
        return status;
    int value = from_name(json_string_value(name));
    if (!value)
        return anf__json_bad(reader, &step, ANF_ERR_MODEL, "there is no %s \"%s\"", key,
                             json_string_value(name));
    *ret_value = value;
    return ANF_OK;
}

static int
add_node(struct anf__json_reader *reader, const struct anf__json_path *path, const json_t *object,
         struct anf_node *parent, struct anf_node **ret_node)
{
    int kind, role;
    int status = read_name(reader, path, object, "type", anf_node_kind_from_name, &kind);
    if (status != ANF_OK)
        return status;
    if (kind == ANF_NODE_TEXT)
        return anf__json_bad(reader, path, ANF_ERR_MODEL, "text is a string here, not an object");
    if (kind == ANF_NODE_SECTION) {
        status = read_name(reader, path, object, "role", anf_role_from_name, &role);
        if (status != ANF_OK)
            return status;
        status = anf_node_add_section(parent, role, ret_node);
    } else {
        status = anf_node_add(parent, kind, ret_node);
    }
    return status == ANF_OK ? ANF_OK : anf__json_refused(reader, path, status);
}

static int
read_node(struct anf__json_reader *reader, const struct anf__json_path *path, json_t *value,
          struct anf_node *parent)
{
    int status;
    if (json_is_string(value)) {
        status = anf_node_add_text(parent, json_string_value(value), json_string_length(value));
        return status == ANF_OK ? ANF_OK : anf__json_refused(reader, path, status);
    }
    struct anf_node *node;
    status = anf__json_expect(reader, path, value, JSON_OBJECT);
    if (status == ANF_OK)
        status = add_node(reader, path, value, parent, &node);
    if (status != ANF_OK)
        return status;
    int kind = anf_node_kind(node);
    status = anf__json_check_keys(reader, value, anf_node_kind_name(kind), knows_key, &kind);
    const int *attributes = attributes_of(kind);
    for (size_t i = 0; status == ANF_OK && i < ATTRIBUTES_MOST && attributes[i]; i++)
        status = read_attribute(reader, path, value, node, attributes[i]);
    json_t *children = json_object_get(value, "children");
    struct anf__json_path step = {path, "children", 0};
    if (status == ANF_OK && children && !json_is_null(children))
        status = anf__json_read_children(reader, &step, children, node);
    return status;
}

int
anf__json_read_children(struct anf__json_reader *reader, const struct anf__json_path *path,
                        json_t *array, struct anf_node *parent)
{
    int status = anf__json_expect(reader, path, array, JSON_ARRAY);
    for (size_t i = 0; status == ANF_OK && i < json_array_size(array); i++) {
        struct anf__json_path step = {path, NULL, i};
        status = read_node(reader, &step, json_array_get(array, i), parent);
    }
    return status;
}
