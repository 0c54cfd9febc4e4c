/* own-around.c: what stands around the content: fields, lists and their entries, where the page
 * shows them, the script with all of them, and the blocks of footnotes. */
#include "own.h"

#include "json-load.h"
#include "own-fields.h"

#include <stdlib.h>
#include <string.h>

static int
open_around(struct anf__own_reader *r, anf__own_end_fn *end)
{
    struct anf__own_frame *frame = anf__own_open(r, ANF__OWN_AROUND);
    if (!frame)
        return anf__own_open_failed(r);
    frame->end = end;
    return ANF_OK;
}

static void
keep(char kept[static ANF__OWN_KEY_SIZE], const char *value)
{
    size_t len = value ? strlen(value) : 0;
    if (len >= ANF__OWN_KEY_SIZE)
        len = 0;
    memcpy(kept, value ? value : "", len);
    kept[len] = '\0';
}

/* --- fields --- */

static int
knows_field(const char *path)
{
    const struct anf__own_field *field = anf__own_fields;
    while (field->path && strcmp(field->path, path) != 0)
        field++;
    return field->path != NULL;
}

static int
end_field(struct anf__own_reader *r)
{
    return anf__own_fields_set(r->shown, r->key, anf__own_shown_value(r));
}

static int
start_field(struct anf__own_reader *r, const struct anf__xml_element *element)
{
    keep(r->key, anf__xml_value(element, "data-anf-key"));
    const char *machine = anf__xml_value(element, "datetime");
    keep(r->machine, machine ? machine : anf__xml_value(element, "data-anf-value"));
    return knows_field(r->key) ? anf__own_collect(r, end_field) : open_around(r, NULL);
}

/* --- lists --- */

static int
end_list(struct anf__own_reader *r)
{
    r->list = NULL;
    return ANF_OK;
}

static int
knows_lines(const char *path)
{
    const struct anf__own_line_list *list = anf__own_line_lists;
    while (list->path && strcmp(list->path, path) != 0)
        list++;
    return list->path != NULL;
}

static int
knows_list(const char *path)
{
    const struct anf__own_list *list = anf__own_lists;
    while (list->path && strcmp(list->path, path) != 0)
        list++;
    return list->path != NULL;
}

static int
start_list(struct anf__own_reader *r, const struct anf__xml_element *element)
{
    keep(r->list_key, anf__xml_value(element, "data-anf-key"));
    if (r->list || (!knows_list(r->list_key) && !knows_lines(r->list_key)))
        return open_around(r, NULL);
    r->list = json_array();
    int status = anf__own_fields_set(r->shown, r->list_key, r->list);
    return status == ANF_OK ? open_around(r, end_list) : status;
}

static int
end_line(struct anf__own_reader *r)
{
    return json_array_append_new(r->list, anf__own_shown_value(r)) == 0 ? ANF_OK : ANF_ERR_NOMEM;
}

static int
end_entry(struct anf__own_reader *r)
{
    r->entry = NULL;
    return ANF_OK;
}

static int
append_entry(struct anf__own_reader *r)
{
    r->entry = json_object();
    return json_array_append_new(r->list, r->entry) == 0 ? ANF_OK : ANF_ERR_NOMEM;
}

static int
start_entry(struct anf__own_reader *r, const struct anf__xml_element *element)
{
    if (!r->list || r->entry)
        return open_around(r, NULL);
    int status = append_entry(r);
    if (status == ANF_OK && anf__own_says(element, "data-anf-group", "true"))
        status = anf__own_fields_set(r->entry, "group", json_true());
    if (status == ANF_OK && anf__own_says(element, "data-anf-same", "party"))
        status = anf__own_fields_set(r->entry, "party", json_string(""));
    return status == ANF_OK ? open_around(r, end_entry) : status;
}

/* The lines of an address are an array; a group whose party is its name shows it once. */
static int
end_part(struct anf__own_reader *r)
{
    json_t *value = anf__own_shown_value(r);
    json_t *party = json_object_get(r->entry, "party");
    if (strcmp(r->key, "address") == 0) {
        json_t *lines = json_object_get(r->entry, r->key);
        if (lines)
            return json_array_append_new(lines, value) == 0 ? ANF_OK : ANF_ERR_NOMEM;
        value = json_pack("[o]", value);
    } else if (strcmp(r->key, "name") == 0 && party && !json_string_length(party)) {
        int status = anf__own_fields_set(r->entry, "party", json_incref(value));
        if (status != ANF_OK) {
            json_decref(value);
            return status;
        }
    }
    return anf__own_fields_set(r->entry, r->key, value);
}

static int
start_part(struct anf__own_reader *r, const struct anf__xml_element *element)
{
    keep(r->key, anf__xml_value(element, "data-anf-key"));
    keep(r->machine, NULL);
    return r->entry && r->key[0] && !strchr(r->key, '.') ? anf__own_collect(r, end_part)
                                                         : open_around(r, NULL);
}

/* An entry that a person has added by hand. */
static int
end_added(struct anf__own_reader *r)
{
    int status = append_entry(r);
    if (status == ANF_OK)
        status = anf__own_fields_set(r->entry, "name", anf__own_shown_value(r));
    r->entry = NULL;
    return status;
}

static int
start_line(struct anf__own_reader *r, const struct anf__xml_element *element)
{
    (void)element;
    if (!r->list || r->entry)
        return open_around(r, NULL);
    keep(r->machine, NULL);
    return anf__own_collect(r, knows_lines(r->list_key) ? end_line : end_added);
}

/* "und weitere" */
static int
start_more(struct anf__own_reader *r, const struct anf__xml_element *element)
{
    (void)element;
    int status = anf__own_fields_set(r->shown, "more_askers", json_true());
    if (status == ANF_OK && !anf__own_open(r, ANF__OWN_SKIP))
        status = anf__own_open_failed(r);
    return status;
}

/* --- the script --- */

static int
is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n")] == '\0';
}

/* An empty array is two bytes of input and a hundred times that in jansson. */
static int
end_script(struct anf__own_reader *r)
{
    json_error_t error;
    struct anf__json_extent extent = anf__json_measure(r->text, r->length);
    if (extent.containers > anf_call_limit(r->call, ANF_LIMIT_NODES))
        return anf__own_failed(r, ANF_ERR_LIMIT);
    json_decref(r->script);
    r->script = NULL;
    if (!extent.has_end || !is_blank(r->text + extent.length))
        return ANF_OK;
    r->script = anf__json_load(r->text, &extent, 0, &error);
    return !r->script && json_error_code(&error) == json_error_out_of_memory ? ANF_ERR_NOMEM
                                                                             : ANF_OK;
}

static int
start_script(struct anf__own_reader *r, const struct anf__xml_element *element)
{
    if (anf__own_says(element, "id", "anfrage"))
        return anf__own_collect(r, end_script);
    return anf__own_open(r, ANF__OWN_SKIP) ? ANF_OK : anf__own_open_failed(r);
}

/* --- content --- */

static int
start_blocks(struct anf__own_reader *r, struct anf_node *node)
{
    struct anf__own_frame *frame = anf__own_open(r, ANF__OWN_CONTENT);
    if (!frame)
        return anf__own_open_failed(r);
    frame->node = node;
    return ANF_OK;
}

static int
start_root(struct anf__own_reader *r, const struct anf__xml_element *element)
{
    (void)element;
    r->has_content = 1;
    return start_blocks(r, anf_inquiry_root(r->inquiry));
}

/* The blocks of a footnote whose mark was deleted stay, behind the content. */
static int
start_note(struct anf__own_reader *r, const struct anf__xml_element *element)
{
    enum { DECIMAL = 10 };
    const char *digits = anf__xml_value(element, "data-anf-note");
    size_t number = digits ? strtoul(digits, NULL, DECIMAL) : 0;
    struct anf_node *node = number < r->note_room ? r->notes[number] : NULL;
    if (node) {
        r->notes[number] = NULL;
        return start_blocks(r, node);
    }
    anf_call_report(r->call, ANF_SEVERITY_WARNING, ANF_CODE_HTML_OWN_EDITED, NULL, r->line,
                    r->column, "nothing refers to this footnote; it is kept behind the content");
    return start_root(r, element);
}

static int
start_label(struct anf__own_reader *r, const struct anf__xml_element *element)
{
    (void)element;
    return anf__own_open(r, ANF__OWN_SKIP) ? ANF_OK : anf__own_open_failed(r);
}

static const struct {
    const char *anf;  /* the attribute data-anf; NULL: there is none */
    const char *name; /* the element; NULL: any */
    int (*start)(struct anf__own_reader *r, const struct anf__xml_element *element);
} rules[] = {
    {"field", NULL, start_field},   {"list", NULL, start_list},   {"entry", NULL, start_entry},
    {"part", NULL, start_part},     {"line", NULL, start_line},   {"label", NULL, start_label},
    {"content", NULL, start_root},  {"note", NULL, start_note},   {"more", NULL, start_more},
    {NULL, "script", start_script}, {NULL, "style", start_label}, {NULL, "li", start_line},
};

int
anf__own_start_around(struct anf__own_reader *r, const struct anf__xml_element *element)
{
    const char *anf = anf__xml_value(element, "data-anf");
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (rules[i].anf ? anf && strcmp(anf, rules[i].anf) == 0
                         : !anf && strcmp(element->name, rules[i].name) == 0)
            return rules[i].start(r, element);
    }
    return open_around(r, NULL);
}
