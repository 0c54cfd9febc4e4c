/* generate.c: random inquiries: chance, fields, lists. */
#include "generator.h"

#include <string.h>

/* Sebastiano Vigna's SplitMix64 (public domain): small, and the same everywhere. */
static uint64_t
next_number(struct generator *g)
{
    g->state += UINT64_C(0x9E3779B97F4A7C15);
    uint64_t z = g->state;
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

uint32_t
generator_below(struct generator *g, uint32_t count)
{
    return (uint32_t)((next_number(g) >> 32) * count >> 32);
}

int
generator_chance(struct generator *g, unsigned percent)
{
    return generator_below(g, 100) < percent;
}

void
generator_note(struct generator *g, int status)
{
    if (g->status == ANF_OK)
        g->status = status;
}

static void
make_fields(struct generator *g, struct anf_inquiry *inquiry)
{
    unsigned percent = generator_chance(g, 10) ? 0 : 60;
    for (int field = ANF_FIELD_KIND; field <= ANF_FIELD_RETRIEVED; ++field) {
        if (anf_field_name(field) && generator_chance(g, percent))
            generator_note(g, anf_inquiry_set(inquiry, field, generator_field(g, field)));
    }
}

/* The texts of one entry outlive the next call of generator_text. */
enum { LINES = 4 };
static char lines[LINES][GENERATOR_TEXT_SIZE];

/* NULL now and then. */
static const char *
maybe_line(struct generator *g, size_t slot, unsigned percent)
{
    if (!generator_chance(g, percent))
        return NULL;
    const char *text = generator_text(g, GENERATOR_LINE);
    memcpy(lines[slot], text, strlen(text) + 1);
    return lines[slot];
}

static struct anf_actor
make_actor(struct generator *g)
{
    struct anf_actor actor = {ANF_ACTOR_INIT};
    actor.group = (uint32_t)generator_chance(g, 25);
    actor.name = maybe_line(g, 0, 80);
    actor.party = maybe_line(g, 1, 50);
    actor.role = maybe_line(g, 2, 30);
    actor.organization = maybe_line(g, 3, 40);
    if (!actor.name && !actor.party && !actor.organization)
        actor.name = "Dr. Berta Muster";
    return actor;
}

static void
make_people(struct generator *g, struct anf_inquiry *inquiry)
{
    for (uint32_t count = generator_below(g, 4); count; --count) {
        struct anf_actor asker = make_actor(g);
        generator_note(g, anf_inquiry_add_asker(inquiry, &asker));
    }
    for (uint32_t count = generator_below(g, 3); count; --count) {
        struct anf_actor answerer = make_actor(g);
        generator_note(g, anf_inquiry_add_answerer(inquiry, &answerer));
    }
    anf_inquiry_set_more_askers(inquiry, generator_chance(g, 20));
}

static void
make_contact(struct generator *g, struct anf_inquiry *inquiry)
{
    const char *address[] = {maybe_line(g, 0, 60), NULL, NULL};
    address[1] = address[0] ? "12345 Musterstadt" : NULL;
    struct anf_contact contact = {ANF_CONTACT_INIT};
    contact.name = maybe_line(g, 1, 50);
    contact.email = maybe_line(g, 2, 50);
    contact.organization = maybe_line(g, 3, 50);
    contact.address = address;
    if (!contact.name && !contact.email && !contact.organization && !address[0])
        contact.email = "info@example.org";
    generator_note(g, anf_inquiry_add_contact(inquiry, &contact));
}

static void
make_lists(struct generator *g, struct anf_inquiry *inquiry)
{
    for (uint32_t count = generator_below(g, 4); count; --count)
        generator_note(g, anf_inquiry_add_subject(inquiry, generator_text(g, GENERATOR_LINE)));
    for (uint32_t count = generator_below(g, 4); count; --count) {
        const char *url = generator_href(g);
        int usable = *url && !strchr(url, '\t');
        generator_note(g, anf_inquiry_add_link(inquiry, usable ? url : "https://example.org/"));
    }
    for (uint32_t count = generator_below(g, 3); count; --count)
        make_contact(g, inquiry);
}

static const struct anf_node *
random_node(struct generator *g, const struct anf_inquiry *inquiry)
{
    const struct anf_node *node = anf_inquiry_content(inquiry);
    while (anf_node_first(node) && generator_chance(g, 80)) {
        node = anf_node_first(node);
        while (anf_node_next(node) && generator_chance(g, 50))
            node = anf_node_next(node);
    }
    return node;
}

static void
make_repairs(struct generator *g, struct anf_inquiry *inquiry)
{
    for (uint32_t count = generator_below(g, 3); count; --count) {
        struct anf_repair repair = {ANF_REPAIR_INIT};
        repair.kind = generator_chance(g, 80) ? "lost-initial" : "joined-word";
        repair.was = maybe_line(g, 0, 80);
        repair.now = maybe_line(g, 1, 80);
        repair.node = generator_chance(g, 70) ? random_node(g, inquiry) : NULL;
        generator_note(g, anf_inquiry_add_repair(inquiry, &repair));
    }
}

static void
make_aside(struct generator *g, struct anf_inquiry *inquiry)
{
    for (uint32_t count = generator_below(g, 3); count; --count) {
        struct anf_discarded discarded = {ANF_DISCARDED_INIT};
        discarded.reason = "navigation";
        discarded.text = generator_text(g, GENERATOR_LINES);
        generator_note(g, anf_inquiry_add_discarded(inquiry, &discarded));
    }
    for (uint32_t count = generator_below(g, 3); count; --count) {
        struct anf_evidence evidence = {ANF_EVIDENCE_INIT};
        evidence.field = generator_chance(g, 80) ? ANF_FIELD_TITLE : ANF_FIELD_ASKERS;
        evidence.rejected = (uint32_t)generator_chance(g, 30);
        evidence.line = generator_below(g, 1000);
        evidence.column = generator_below(g, 80);
        evidence.block = generator_chance(g, 10) ? UINT32_MAX : generator_below(g, 100);
        evidence.rule = "title.heading";
        evidence.value = maybe_line(g, 0, 90);
        evidence.member = evidence.line % 3 ? NULL : "documents[0].titel";
        evidence.words = generator_text(g, GENERATOR_LINES);
        generator_note(g, anf_inquiry_add_evidence(inquiry, &evidence));
    }
}

/* Mostly small, so that thousands are quick and a failure is readable. */
static void
make_content(struct generator *g, struct anf_inquiry *inquiry)
{
    uint32_t size = generator_below(g, 100);
    g->nodes_left = 1 + generator_below(g, size < 60 ? 60 : size < 97 ? 250 : 1200);
    generator_content(g, anf_inquiry_root(inquiry));
}

typedef void make_fn(struct generator *g, struct anf_inquiry *inquiry);

/* Repairs come after the content, whose nodes they name. */
static const struct {
    unsigned part;
    make_fn *make;
} parts[] = {
    {GENERATE_FIELDS, make_fields},   {GENERATE_PEOPLE, make_people},
    {GENERATE_LISTS, make_lists},     {GENERATE_CONTENT, make_content},
    {GENERATE_REPAIRS, make_repairs}, {GENERATE_ASIDE, make_aside},
};

struct anf_inquiry *
generate_inquiry_without(struct anf_context *ctx, uint64_t seed, unsigned leave_out)
{
    struct anf_inquiry *inquiry = anf_inquiry_new(ctx);
    if (!inquiry)
        return NULL;
    struct generator g = {
        .leave_out = leave_out,
        .most_depth = anf_context_limit(ctx, ANF_LIMIT_DEPTH),
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; ++i) {
        g.state = seed * UINT64_C(0xD1342543DE82EF95) + parts[i].part;
        if (!(leave_out & parts[i].part))
            parts[i].make(&g, inquiry);
    }
    return g.status == ANF_OK ? inquiry : anf_inquiry_unref(inquiry);
}

struct anf_inquiry *
generate_inquiry(struct anf_context *ctx, uint64_t seed)
{
    return generate_inquiry_without(ctx, seed, 0);
}
