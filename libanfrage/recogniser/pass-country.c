/* pass-country.c: whose inquiry it is, by the words of the page: names of the parliament, of its
 * register, of the government that is asked, of the country. pass-parliament.c goes by papers and
 * their addresses. */
#include "recogniser/recognition.h"

#include <stdlib.h>
#include <string.h>

enum {
    WEIGHT_NAME = 60,
    WEIGHT_REGISTER = 55,
    WEIGHT_PAGE_NAME = 50, /* in the page's own head, foot or title */
    WEIGHT_ASKED = 48,     /* the government that is asked or answers */
    WEIGHT_OFFICE = 46,
    WEIGHT_LINK = 42,
    WEIGHT_GOVERNMENT = 30, /* one that is named somewhere */
    WEIGHT_LAND = 20,
    WEIGHT_NATIONAL = 15, /* the national government is spoken of everywhere */
    MOST_LANDS = 32
};

static int
propose(struct recognition *r, uint32_t weight, const char *rule, const struct line *line,
        const struct hit *hit)
{
    struct extent extent = anf__extent_of_tokens(r, line, anf__hit_index(line, hit), hit->count);
    const char *id = hit->entry->id;
    return anf__propose(r, ANF_FIELD_PARLIAMENT, weight, rule, extent, id, strlen(id));
}

/* --- names --- */

static int
is_of_page(const struct line *line)
{
    return line->state == LINE_ASIDE && line->aside_by_place;
}

/* The first name of a class, in what the page is about (or in the page's own parts). */
static int
try_names(struct recognition *r, enum word_class class, int of_page, uint32_t weight,
          const char *rule)
{
    for (uint32_t i = 0; i < r->lines.count; i++) {
        const struct line *line = &r->lines.items[i];
        const struct hit *hit = is_of_page(line) == of_page ? anf__line_any_hit(r, line, class)
                                                            : NULL;
        if (hit)
            return propose(r, weight, rule, line, hit);
    }
    return ANF_OK;
}

/* --- governments and their offices --- */

/* "Wir fragen die Bundesregierung:", "Vorbemerkung der Staatsregierung": not only spoken of. */
static int
is_addressed(const struct recognition *r, const struct line *line)
{
    return line->state == LINE_FIELD || line->part || anf__line_any_hit(r, line, WORD_ASKING);
}

static int
try_governments(struct recognition *r, int addressed)
{
    for (uint32_t i = 0; i < r->lines.count; i++) {
        const struct line *line = &r->lines.items[i];
        const struct hit *hit = is_of_page(line) ? NULL
                                                 : anf__line_any_hit(r, line, WORD_GOVERNMENT);
        if (!hit || (addressed && !is_addressed(r, line)))
            continue;
        int national = strchr(hit->entry->id, '-') == NULL;
        uint32_t weight = addressed ? WEIGHT_ASKED : national ? WEIGHT_NATIONAL : WEIGHT_GOVERNMENT;
        return propose(r, weight, "parliament.government", line, hit);
    }
    return ANF_OK;
}

/* "Niedersächsisches Ministerium": an office of this country. */
static int
try_offices(struct recognition *r)
{
    for (uint32_t i = 0; i < r->lines.count; i++) {
        const struct line *line = &r->lines.items[i];
        const struct hit *hit = is_addressed(r, line)
                                    ? anf__line_any_hit(r, line, WORD_OFFICE_ORIGIN)
                                    : NULL;
        if (hit && anf__line_hit(r, line, anf__hit_index(line, hit) + hit->count, WORD_OFFICE))
            return propose(r, WEIGHT_OFFICE, "parliament.office", line, hit);
    }
    return ANF_OK;
}

/* --- the country --- */

struct land {
    const char *id;
    uint32_t count;
    uint32_t line;
    const struct hit *hit;
};

static void
count_land(struct land *lands, size_t *known, uint32_t line, const struct hit *hit)
{
    size_t i = 0;
    while (i < *known && strcmp(lands[i].id, hit->entry->id) != 0)
        i++;
    if (i == MOST_LANDS)
        return;
    if (i == *known)
        lands[(*known)++] = (struct land){hit->entry->id, 0, line, hit};
    lands[i].count++;
}

/* The one country that is named more often than all others together. */
static int
try_land(struct recognition *r)
{
    struct land lands[MOST_LANDS];
    size_t known = 0;
    size_t best = 0;
    uint32_t all = 0;
    for (uint32_t i = 0; i < r->lines.count; i++) {
        const struct hit *hit = anf__line_any_hit(r, &r->lines.items[i], WORD_LAND);
        if (hit)
            count_land(lands, &known, i, hit);
    }
    for (size_t i = 0; i < known; i++) {
        all += lands[i].count;
        best = lands[i].count > lands[best].count ? i : best;
    }
    if (!known || lands[best].count * 2 <= all)
        return ANF_OK;
    return propose(r, WEIGHT_LAND, "parliament.land", &r->lines.items[lands[best].line],
                   lands[best].hit);
}

/* --- links of the page, its mail addresses included --- */

static int
try_links(struct recognition *r)
{
    for (uint32_t i = 0; i < r->lines.count; i++) {
        const struct line *line = &r->lines.items[i];
        const struct anf_span *span = NULL;
        for (uint32_t k = anf__first_span(r, line->block, line->start);
             (span = anf_page_span(r->page, line->block, k)) && span->start <= line->end; k++) {
            const char *id = span->kind == ANF_SPAN_LINK ? anf__host_of(r, span->target) : NULL;
            struct extent extent = {i, (uint32_t)span->start, (uint32_t)span->end};
            if (id && span->end <= line->end)
                return anf__propose(r, ANF_FIELD_PARLIAMENT, WEIGHT_LINK, "parliament.link", extent,
                                    id, strlen(id));
        }
    }
    return ANF_OK;
}

int
anf__pass_country(struct recognition *r)
{
    int status = try_names(r, WORD_PARLIAMENT, 0, WEIGHT_NAME, "parliament.name");
    if (status == ANF_OK)
        status = try_names(r, WORD_PARLIAMENT, 1, WEIGHT_PAGE_NAME, "parliament.page");
    for (int of_page = 0; of_page < 2 && status == ANF_OK; of_page++)
        status = try_names(r, WORD_REGISTER_OF, of_page, WEIGHT_REGISTER, "parliament.register");
    for (int addressed = 0; addressed < 2 && status == ANF_OK; addressed++)
        status = try_governments(r, addressed);
    if (status == ANF_OK)
        status = try_offices(r);
    if (status == ANF_OK)
        status = try_links(r);
    return status == ANF_OK && !anf__best(r, ANF_FIELD_PARLIAMENT) ? try_land(r) : status;
}
