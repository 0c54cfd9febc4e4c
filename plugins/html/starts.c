/* starts.c: what the start of an element does to the page, one function for each type. */
#include "attribute.h"
#include "meta.h"
#include "reader.h"

#include <string.h>

/* --- text --- */

static int
start_inline(struct anf__html_reader *r, struct anf__html_frame *frame,
             const struct anf__html_element *element, const xmlChar **attributes)
{
    (void)element;
    if (!anf__html_is_hidden(frame->name, attributes))
        return ANF_OK;
    int status = anf__html_flow_open_hidden(&r->flow);
    frame->hides = status == ANF_OK;
    return status;
}

static int
open_span(struct anf__html_reader *r, struct anf__html_frame *frame, int kind, char *target)
{
    int opened = 0;
    int status = anf__html_flow_open_span(&r->flow, kind, target, &opened);
    frame->spans = (uint8_t)opened;
    return status;
}

static int
start_span(struct anf__html_reader *r, struct anf__html_frame *frame,
           const struct anf__html_element *element, const xmlChar **attributes)
{
    int status = start_inline(r, frame, element, attributes);
    return status == ANF_OK ? open_span(r, frame, element->kind, NULL) : status;
}

static int
open_link(struct anf__html_reader *r, struct anf__html_frame *frame, const xmlChar **attributes)
{
    const char *href = anf__html_attribute(attributes, "href");
    char *target = NULL;
    if (!href)
        return ANF_OK;
    int status = anf__html_resolve(&r->addresses, href, &target);
    return status == ANF_OK && target ? open_span(r, frame, ANF_SPAN_LINK, target) : status;
}

static int
start_link(struct anf__html_reader *r, struct anf__html_frame *frame,
           const struct anf__html_element *element, const xmlChar **attributes)
{
    int status = start_inline(r, frame, element, attributes);
    return status == ANF_OK ? open_link(r, frame, attributes) : status;
}

static int
start_time(struct anf__html_reader *r, struct anf__html_frame *frame,
           const struct anf__html_element *element, const xmlChar **attributes)
{
    int status = anf__html_time(r, attributes);
    return status == ANF_OK ? start_inline(r, frame, element, attributes) : status;
}

static int
start_line_break(struct anf__html_reader *r, struct anf__html_frame *frame,
                 const struct anf__html_element *element, const xmlChar **attributes)
{
    (void)frame, (void)element, (void)attributes;
    anf__html_flow_line(&r->flow);
    return ANF_OK;
}

/* --- blocks --- */

static void
set_context(struct anf__html_reader *r, uint32_t kind, uint32_t level)
{
    r->flow.context.kind = kind;
    r->flow.context.level = level;
}

static int
start_block(struct anf__html_reader *r, struct anf__html_frame *frame,
            const struct anf__html_element *element, const xmlChar **attributes)
{
    frame->breaks = 1;
    int status = anf__html_flow_break(&r->flow);
    uint32_t level = element->level;
    if (element->kind == ANF_BLOCK_HEADING)
        level = (uint32_t)anf__html_number(anf__html_attribute(attributes, "aria-level"), 1, 99,
                                           element->level);
    if (element->kind)
        set_context(r, element->kind, level);
    if (anf__html_is_hidden(frame->name, attributes))
        r->flow.context.flags |= ANF_BLOCK_HIDDEN;
    /* A link that plays another part, such as a button, still leads somewhere. */
    if (status == ANF_OK && !strcmp(frame->name, "a"))
        status = open_link(r, frame, attributes);
    return status;
}

int
anf__html_emit(struct anf__html_reader *r, uint32_t kind, const char *text)
{
    struct anf__html_context before = r->flow.context;
    int status = anf__html_flow_break(&r->flow);
    set_context(r, kind, 0);
    if (status == ANF_OK)
        status = anf__html_flow_text(&r->flow, text, strlen(text));
    if (status == ANF_OK)
        status = anf__html_flow_break(&r->flow);
    r->flow.context = before;
    return status;
}

static int
start_input(struct anf__html_reader *r, struct anf__html_frame *frame,
            const struct anf__html_element *element, const xmlChar **attributes)
{
    (void)frame, (void)element;
    const char *type = anf__html_attribute(attributes, "type");
    const char *text = NULL;
    if (anf__html_same(type, "submit") || anf__html_same(type, "button") ||
        anf__html_same(type, "reset"))
        text = anf__html_attribute(attributes, "value");
    else if (anf__html_same(type, "image"))
        text = anf__html_attribute(attributes, "alt");
    return text ? anf__html_emit(r, ANF_BLOCK_BUTTON, text) : ANF_OK;
}

/* A picture of one pixel counts visitors; a short one inside of its own address stands in for one
 * that a script would load. */
static int
is_no_picture(const char *src, const xmlChar **attributes)
{
    enum { SHORT = 200 };
    return anf__html_number(anf__html_attribute(attributes, "width"), 0, 2, 2) < 2 ||
           anf__html_number(anf__html_attribute(attributes, "height"), 0, 2, 2) < 2 ||
           (!xmlStrncasecmp((const xmlChar *)src, (const xmlChar *)"data:", 5) &&
            strlen(src) < SHORT);
}

static int
start_image(struct anf__html_reader *r, struct anf__html_frame *frame,
            const struct anf__html_element *element, const xmlChar **attributes)
{
    (void)element;
    const char *alt = anf__html_attribute(attributes, "alt");
    const char *src = anf__html_attribute(attributes, "src");
    char *address = NULL;
    int status = ANF_OK;
    if (src && !is_no_picture(src, attributes))
        status = anf__html_resolve(&r->addresses, src, &address);
    if (status != ANF_OK || (!address && !(alt && *alt)))
        return status;
    struct anf__html_context before = r->flow.context;
    if (anf__html_is_hidden(frame->name, attributes))
        r->flow.context.flags |= ANF_BLOCK_HIDDEN;
    status = anf__html_flow_image(&r->flow, alt ? alt : "", address);
    r->flow.context = before;
    return status;
}

/* A part of a picture that is a link of its own. */
static int
start_area(struct anf__html_reader *r, struct anf__html_frame *frame,
           const struct anf__html_element *element, const xmlChar **attributes)
{
    (void)element;
    const char *alt = anf__html_attribute(attributes, "alt");
    if (!alt || !*alt)
        return ANF_OK;
    int status = open_link(r, frame, attributes);
    return status == ANF_OK ? anf__html_flow_image(&r->flow, alt, NULL) : status;
}

/* --- places --- */

static int
open_place(struct anf__html_reader *r, struct anf__html_frame *frame, int kind, uint32_t flags,
           const xmlChar **attributes)
{
    frame->breaks = 1;
    int status = anf__html_flow_break(&r->flow);
    if (kind != ANF_PLACE_GROUP)
        set_context(r, ANF_BLOCK_PARAGRAPH, 0);
    if (anf__html_is_hidden(frame->name, attributes))
        flags |= ANF_PLACE_HIDDEN;
    if (status != ANF_OK || r->flow.hidden)
        return status;
    if (r->levels >= anf_call_limit(r->call, ANF_LIMIT_DEPTH))
        return anf__html_too_deep(r);
    status = anf_page_open_place(r->page, kind, flags);
    frame->places = status == ANF_OK;
    r->levels += frame->places;
    return status;
}

static int
start_place(struct anf__html_reader *r, struct anf__html_frame *frame,
            const struct anf__html_element *element, const xmlChar **attributes)
{
    return open_place(r, frame, element->kind, 0, attributes);
}

static int
start_list(struct anf__html_reader *r, struct anf__html_frame *frame,
           const struct anf__html_element *element, const xmlChar **attributes)
{
    int ordered = element->flags & ANF__HTML_ORDERED;
    const char *start = anf__html_attribute(attributes, "start");
    int reversed = anf__html_attribute(attributes, "reversed") != NULL;
    frame->number = anf__html_number(start, INT32_MIN, INT32_MAX, 1);
    /* Where a reversed list begins is known only at its end, unless it says so. */
    frame->step = !ordered || (reversed && !start) ? 0 : reversed ? -1 : 1;
    r->list = r->depth;
    return open_place(r, frame, ANF_PLACE_LIST, ordered ? ANF_PLACE_ORDERED : 0, attributes);
}

static int
start_item(struct anf__html_reader *r, struct anf__html_frame *frame,
           const struct anf__html_element *element, const xmlChar **attributes)
{
    (void)element;
    int status = open_place(r, frame, ANF_PLACE_ITEM, 0, attributes);
    struct anf__html_frame *list = r->list ? &r->frames[r->list - 1] : NULL;
    if (status != ANF_OK || !frame->places || !list || !list->step)
        return status;
    int32_t number = anf__html_number(anf__html_attribute(attributes, "value"), INT32_MIN,
                                      INT32_MAX, list->number);
    anf_page_set_number(r->page, number);
    if (number > INT32_MIN && number < INT32_MAX)
        list->number = number + list->step;
    return ANF_OK;
}

/* The bounds are those of the HTML Standard, 4.9.11. */
static int
start_cell(struct anf__html_reader *r, struct anf__html_frame *frame,
           const struct anf__html_element *element, const xmlChar **attributes)
{
    int header = element->flags & ANF__HTML_HEADER_CELL;
    int status = open_place(r, frame, ANF_PLACE_CELL, header ? ANF_PLACE_HEADING : 0, attributes);
    int32_t columns = anf__html_number(anf__html_attribute(attributes, "colspan"), 1, 1000, 1);
    int32_t rows = anf__html_number(anf__html_attribute(attributes, "rowspan"), 1, 65534, 1);
    if (status == ANF_OK && frame->places)
        anf_page_set_spans(r->page, (uint32_t)columns, (uint32_t)rows);
    return status;
}

/* --- the document --- */

static int
start_skip(struct anf__html_reader *r, struct anf__html_frame *frame,
           const struct anf__html_element *element, const xmlChar **attributes)
{
    (void)element, (void)attributes;
    frame->skips = 1;
    r->skipping++;
    return ANF_OK;
}

/* BCP 47; many pages write an underscore as locales do. */
static int
start_root(struct anf__html_reader *r, struct anf__html_frame *frame,
           const struct anf__html_element *element, const xmlChar **attributes)
{
    enum { LONGEST = 35 }; /* BCP 47, 4.4.1 */
    (void)frame, (void)element;
    const char *language = anf__html_attribute(attributes, "lang");
    if (!language)
        language = anf__html_attribute(attributes, "xml:lang");
    char tag[LONGEST + 1] = "";
    if (!language || !*language || strlen(language) > LONGEST)
        return ANF_OK;
    for (size_t i = 0; language[i]; i++)
        tag[i] = language[i] == '_' ? '-' : language[i];
    return anf_page_set_property(r->page, ANF_PAGE_LANGUAGE, tag);
}

static int
start_head(struct anf__html_reader *r, struct anf__html_frame *frame,
           const struct anf__html_element *element, const xmlChar **attributes)
{
    (void)element, (void)attributes;
    int status = open_place(r, frame, ANF_PLACE_HEAD, 0, NULL);
    r->head = frame->places ? r->depth : 0;
    return status;
}

static int
start_title(struct anf__html_reader *r, struct anf__html_frame *frame,
            const struct anf__html_element *element, const xmlChar **attributes)
{
    (void)element, (void)attributes;
    if (r->svg || r->head) {
        frame->breaks = 1;
        int status = anf__html_flow_break(&r->flow);
        if (!r->svg)
            set_context(r, ANF_BLOCK_TITLE, 0);
        return status;
    }
    int status = open_place(r, frame, ANF_PLACE_HEAD, 0, NULL);
    set_context(r, ANF_BLOCK_TITLE, 0);
    return status;
}

static int
start_meta(struct anf__html_reader *r, struct anf__html_frame *frame,
           const struct anf__html_element *element, const xmlChar **attributes)
{
    (void)frame, (void)element;
    return anf__html_meta(r, attributes);
}

static int
start_relation(struct anf__html_reader *r, struct anf__html_frame *frame,
               const struct anf__html_element *element, const xmlChar **attributes)
{
    (void)frame, (void)element;
    return anf__html_relation(r, attributes);
}

static int
start_base(struct anf__html_reader *r, struct anf__html_frame *frame,
           const struct anf__html_element *element, const xmlChar **attributes)
{
    (void)frame, (void)element;
    const char *href = anf__html_attribute(attributes, "href");
    return href ? anf__html_set_base(&r->addresses, href) : ANF_OK;
}

static int
start_svg(struct anf__html_reader *r, struct anf__html_frame *frame,
          const struct anf__html_element *element, const xmlChar **attributes)
{
    frame->svg = 1;
    r->svg++;
    return start_inline(r, frame, element, attributes);
}

/* --- all of them --- */

typedef int start_fn(struct anf__html_reader *r, struct anf__html_frame *frame,
                     const struct anf__html_element *element, const xmlChar **attributes);

static start_fn *const starts[ANF__HTML_TYPES] = {
    [ANF__HTML_INLINE] = start_inline,     [ANF__HTML_SPAN] = start_span,
    [ANF__HTML_LINK] = start_link,         [ANF__HTML_TIME] = start_time,
    [ANF__HTML_BLOCK] = start_block,       [ANF__HTML_PLACE] = start_place,
    [ANF__HTML_LIST] = start_list,         [ANF__HTML_ITEM] = start_item,
    [ANF__HTML_CELL] = start_cell,         [ANF__HTML_LINE_BREAK] = start_line_break,
    [ANF__HTML_IMAGE] = start_image,       [ANF__HTML_AREA] = start_area,
    [ANF__HTML_INPUT] = start_input,       [ANF__HTML_SKIP] = start_skip,
    [ANF__HTML_ROOT] = start_root,         [ANF__HTML_HEAD] = start_head,
    [ANF__HTML_TITLE] = start_title,       [ANF__HTML_META] = start_meta,
    [ANF__HTML_RELATION] = start_relation, [ANF__HTML_BASE] = start_base,
    [ANF__HTML_SVG] = start_svg,
};

static int
is_inline(const struct anf__html_element *element)
{
    return element->type == ANF__HTML_INLINE || element->type == ANF__HTML_SPAN ||
           element->type == ANF__HTML_LINK || element->type == ANF__HTML_TIME;
}

int
anf__html_start(struct anf__html_reader *r, struct anf__html_frame *frame,
                const xmlChar **attributes)
{
    static const struct anf__html_element unknown = {"", ANF__HTML_INLINE, 0, 0, 0};
    const struct anf__html_element *element = r->plain ? NULL : anf__html_element(frame->name);
    if (!element)
        element = &unknown;
    const char *roles = attributes && !r->plain && !(element->flags & ANF__HTML_FIXED)
                            ? anf__html_attribute(attributes, "role")
                            : NULL;
    const struct anf__html_element *role = roles ? anf__html_role(roles) : NULL;
    if (role)
        element = role;
    frame->plain = (element->flags & ANF__HTML_PLAIN) != 0;
    r->plain += frame->plain;
    int status = ANF_OK;
    if (r->head && !is_inline(element) && !(element->flags & ANF__HTML_IN_HEAD))
        status = anf__html_leave_head(r);
    return status == ANF_OK ? starts[element->type](r, frame, element, attributes) : status;
}
