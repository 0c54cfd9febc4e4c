/* own-events.c: the stack of open elements, whichever parser opens and closes them. */
#include "bounds.h"
#include "own.h"

#include <stdlib.h>
#include <string.h>

/* --- frames --- */

struct anf__own_frame *
anf__own_top(struct anf__own_reader *r)
{
    return &r->frames[r->depth];
}

static int
is_too_deep(const struct anf__own_reader *r)
{
    return anf__html_is_too_deep(r->call, r->depth + 1);
}

static int
make_room(struct anf__own_reader *r)
{
    if (r->depth + 1 < r->room)
        return ANF_OK;
    size_t room = r->room ? r->room * 2 : 64;
    void *grown = realloc(r->frames, room * sizeof *r->frames);
    if (!grown)
        return ANF_ERR_NOMEM;
    r->frames = grown;
    r->room = room;
    return ANF_OK;
}

struct anf__own_frame *
anf__own_open(struct anf__own_reader *r, enum anf__own_mode mode)
{
    if (is_too_deep(r)) {
        anf_call_report(r->call, ANF_SEVERITY_ERROR, ANF_CODE_TOO_DEEP, NULL, r->line, r->column,
                        ANF__HTML_TOO_DEEP);
        return NULL;
    }
    if (make_room(r) != ANF_OK)
        return NULL;
    struct anf__own_frame *frame = &r->frames[++r->depth];
    *frame = (struct anf__own_frame){.mode = mode};
    return frame;
}

int
anf__own_open_failed(const struct anf__own_reader *r)
{
    return is_too_deep(r) ? ANF_ERR_LIMIT : ANF_ERR_NOMEM;
}

/* --- attributes --- */

int
anf__own_says(const struct anf__xml_element *element, const char *name, const char *value)
{
    const char *found = anf__xml_value(element, name);
    return found && strcmp(found, value) == 0;
}

static int
make_value_room(struct anf__own_reader *r, size_t size)
{
    if (size <= r->value_room)
        return ANF_OK;
    char *grown = realloc(r->value, size * 2);
    if (!grown)
        return ANF_ERR_NOMEM;
    r->value = grown;
    r->value_room = size * 2;
    return ANF_OK;
}

/* libxml2's XML parser hands over an ampersand in an attribute as "&#38;", for a tree builder that
 * would expand it (xmlParseAttValueComplex, replaceEntities unset). */
const char *
anf__own_value(struct anf__own_reader *r, const struct anf__xml_element *element, const char *name)
{
    static const char escaped[] = "&#38;";
    const char *value = anf__xml_value(element, name);
    if (!value || !r->is_xml || !strstr(value, escaped))
        return value;
    if (make_value_room(r, strlen(value) + 1) != ANF_OK)
        return NULL;
    char *to = r->value;
    for (const char *found; (found = strstr(value, escaped)); value = found + sizeof escaped - 1) {
        to = mempcpy(to, value, (size_t)(found - value));
        *to++ = '&';
    }
    strcpy(to, value);
    return r->value;
}

/* --- text that is collected --- */

static int
add_collected(struct anf__own_reader *r, const char *text, size_t len)
{
    if (r->length + len + 1 > r->text_room) {
        size_t room = (r->length + len + 1) * 2;
        char *grown = realloc(r->text, room);
        if (!grown)
            return ANF_ERR_NOMEM;
        r->text = grown;
        r->text_room = room;
    }
    memcpy(r->text + r->length, text, len);
    r->length += len;
    r->text[r->length] = '\0';
    return ANF_OK;
}

int
anf__own_collect(struct anf__own_reader *r, anf__own_end_fn *end)
{
    struct anf__own_frame *frame = anf__own_open(r, ANF__OWN_COLLECT);
    if (!frame)
        return anf__own_open_failed(r);
    frame->end = end;
    r->length = 0;
    return add_collected(r, "", 0);
}

/* --- events --- */

static int
start_within(struct anf__own_reader *r, enum anf__own_mode mode)
{
    return anf__own_open(r, mode) ? ANF_OK : anf__own_open_failed(r);
}

static int
start(struct anf__own_reader *r, const struct anf__xml_element *element)
{
    switch (anf__own_top(r)->mode) {
    case ANF__OWN_AROUND:
        return anf__own_start_around(r, element);
    case ANF__OWN_SKIP:
        return start_within(r, ANF__OWN_SKIP);
    case ANF__OWN_COLLECT:
        return start_within(r, ANF__OWN_COLLECT);
    case ANF__OWN_LABEL:
    case ANF__OWN_CONTENT:
        break;
    }
    return anf__own_start_content(r, element);
}

/* Text comes in pieces of any size; in the content it waits for the next tag. */
static int
end_text(struct anf__own_reader *r)
{
    int waits = anf__own_top(r)->mode == ANF__OWN_CONTENT && r->length;
    int status = waits ? anf__own_add_text(r) : ANF_OK;
    if (waits)
        r->length = 0;
    return status;
}

int
anf__own_start(struct anf__own_reader *r, const struct anf__xml_element *element)
{
    int status = end_text(r);
    r->line = element->line;
    r->column = element->column;
    return status == ANF_OK ? start(r, element) : status;
}

int
anf__own_end(struct anf__own_reader *r)
{
    struct anf__own_frame *frame = anf__own_top(r);
    struct anf__own_frame *parent = frame - 1;
    int status = end_text(r);
    if (status == ANF_OK && frame->end)
        status = frame->end(r);
    if (status == ANF_OK && frame->mode == ANF__OWN_CONTENT && !frame->through)
        status = anf__own_complete(r, frame->node);
    if (frame->through && frame->mode == ANF__OWN_CONTENT)
        parent->loose = frame->loose;
    if (frame->mode == ANF__OWN_COLLECT && parent->mode != ANF__OWN_COLLECT)
        r->length = 0;
    r->depth--;
    return status;
}

int
anf__own_text(struct anf__own_reader *r, const char *text, size_t len)
{
    enum anf__own_mode mode = anf__own_top(r)->mode;
    int counts = mode == ANF__OWN_COLLECT || mode == ANF__OWN_CONTENT;
    return counts ? add_collected(r, text, len) : ANF_OK;
}

static int
on_start(void *user, const struct anf__xml_element *element)
{
    return anf__own_start(user, element);
}

static int
on_end(void *user, const char *ns, const char *name)
{
    (void)ns, (void)name;
    return anf__own_end(user);
}

static int
on_text(void *user, const char *text, size_t len)
{
    return anf__own_text(user, text, len);
}

const struct anf__xml_handler anf__own_events = {.start = on_start, .end = on_end, .text = on_text};
