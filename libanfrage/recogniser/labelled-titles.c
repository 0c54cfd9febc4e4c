/* labelled-titles.c: titles behind a label: how far they go, and which are a mail's subject. */
#include "recogniser/recognition.h"

#include <string.h>

/* "eingereicht am …", "beantwortet vom …": what stands below a title. */
static int
states_procedure(const struct recognition *r, const struct line *line)
{
    static const char *const ids[] = {"asked", "answered", "published", "askers", "answerers"};
    const struct hit *label = anf__line_hit(r, line, 0, WORD_LABEL);
    for (size_t i = 0; label && i < sizeof ids / sizeof *ids; i++) {
        if (strcmp(label->entry->id, ids[i]) == 0)
            return 1;
    }
    return 0;
}

uint32_t
anf__labelled_title_end(struct recognition *r, uint32_t index)
{
    uint32_t last = index;
    while (anf__line_runs_on(r, last) && r->lines.items[last + 1].state == LINE_OPEN &&
           !states_procedure(r, &r->lines.items[last + 1])) {
        last++;
        r->lines.items[last].state = LINE_FIELD;
        r->lines.items[last].field = ANF_FIELD_TITLE;
    }
    return r->lines.items[last].end;
}

static int
is_of_mail(const struct recognition *r, uint32_t index)
{
    const struct hit *label = index < r->lines.count
                                  ? anf__line_hit(r, &r->lines.items[index], 0, WORD_LABEL)
                                  : NULL;
    return label && strcmp(label->entry->id, "mail") == 0;
}

int
anf__is_mail_subject(const struct recognition *r, uint32_t index)
{
    return is_of_mail(r, index + 1) || (index > 0 && is_of_mail(r, index - 1));
}
