/* page-place.c: the places of a page that hold paragraphs: the text itself, headers and footers,
 * sections, frames, footnotes, comments. */
#include "page-reading.h"

#include <string.h>

int
anf__odt_close_places(struct anf__odt_reading *r)
{
    struct anf__odt_step step = {.kind = ANF__ODT_CLOSE_PLACE};
    struct anf__odt_open_element *element = anf__odt_element(r);
    int status = ANF_OK;
    for (; element->places && status == ANF_OK; element->places--)
        status = anf__odt_do(&r->out, &step);
    for (; element->queues; element->queues--)
        anf__odt_queue_close(&r->out);
    return status;
}

/* If a paragraph is open here, it waits for that to end. */
static void
step_aside(struct anf__odt_reading *r)
{
    struct anf__odt_paragraph *paragraph = anf__odt_paragraph(r);
    if (!paragraph)
        return;
    anf__odt_queue_open(&r->out, &paragraph->beside);
    anf__odt_element(r)->queues++;
}

static int
open_place(struct anf__odt_reading *r, const struct anf__odt_step *step)
{
    struct anf__odt_open_element *element = anf__odt_element(r);
    element->places++;
    element->end = anf__odt_close_places;
    return anf__odt_do(&r->out, step);
}

int
anf__odt_open_place(struct anf__odt_reading *r, int kind, uint32_t flags)
{
    struct anf__odt_step step = {.kind = ANF__ODT_OPEN_PLACE, .what = kind, .number = flags};
    step_aside(r);
    return open_place(r, &step);
}

/* --- where text begins --- */

static int
end_body(struct anf__odt_reading *r)
{
    r->body--;
    return anf__odt_close_places(r);
}

static int
start_body(struct anf__odt_reading *r, int place, uint32_t flags)
{
    int status = anf__odt_open_place(r, place, flags);
    r->body++;
    anf__odt_element(r)->end = end_body;
    return status;
}

int
anf__odt_on_text(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    r->has_text = 1;
    return start_body(r, ANF_PLACE_GROUP, 0);
}

/* A header that is switched off keeps its text. */
static uint32_t
flags_of(const struct anf__xml_element *element)
{
    const char *display = anf__odt_value(element, "display");
    return display && strcmp(display, "false") == 0 ? ANF_PLACE_HIDDEN : 0;
}

int
anf__odt_on_header(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    return start_body(r, ANF_PLACE_HEADER, flags_of(element));
}

/* Footers stand in styles.xml as well, and come behind the text. */
int
anf__odt_on_footer(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    anf__odt_queue_open(&r->out, &r->at_end);
    anf__odt_element(r)->queues++;
    return start_body(r, ANF_PLACE_FOOTER, flags_of(element));
}

/* --- within the text --- */

int
anf__odt_on_group(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    return anf__odt_open_place(r, ANF_PLACE_GROUP, 0);
}

int
anf__odt_on_index(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    return anf__odt_open_place(r, ANF_PLACE_NAV, 0);
}

static int
is(const struct anf__xml_element *element, const char *name, const char *wanted)
{
    const char *value = anf__odt_value(element, name);
    return value && strcmp(value, wanted) == 0;
}

/* A section is hidden always, or while its condition holds (OpenDocument 1.3, part 3, 19.840). */
int
anf__odt_on_section(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    int hidden = is(element, "display", "none") ||
                 (is(element, "display", "condition") && is(element, "is-hidden", "true"));
    return anf__odt_open_place(r, ANF_PLACE_GROUP, hidden ? ANF_PLACE_HIDDEN : 0);
}

int
anf__odt_on_comment(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    return anf__odt_open_place(r, ANF_PLACE_ASIDE, 0);
}

int
anf__odt_on_forms(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    return anf__odt_open_place(r, ANF_PLACE_FORM, 0);
}

/* The citation came before, and is kept. A note that belongs to no paragraph is a group of them. */
int
anf__odt_on_note_body(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    struct anf__odt_step open = {.kind = ANF__ODT_OPEN_NOTE};
    struct anf__odt_paragraph *paragraph = anf__odt_paragraph(r);
    const char *marker = r->kept_length ? r->kept : NULL;
    r->kept_length = 0;
    if (!paragraph)
        return anf__odt_open_place(r, ANF_PLACE_GROUP, 0);
    int status = anf__odt_need_block(r, paragraph);
    if (status == ANF_OK)
        status = anf__odt_add_note(&r->out, marker, &open.number);
    step_aside(r);
    return status == ANF_OK ? open_place(r, &open) : status;
}

/* --- left out --- */

int
anf__odt_on_skipped(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    r->skipping = r->depth;
    return ANF_OK;
}
