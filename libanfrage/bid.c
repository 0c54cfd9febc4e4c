/* bid.c: every format bids for the input, and the best bid reads. */
#include "bid.h"

#include "ascii.h"
#include "context.h"
#include "data.h"

#include <stdio.h>
#include <string.h>

/* A name says less than bytes, but more than that the input might be any text. */
enum { BID_BY_EXTENSION = 30, PROBE_BYTES = 4096 };

struct bid {
    struct anf__format *format; /* NULL: nobody bid */
    int bytes;                  /* by what the input holds */
    int score;                  /* by that or the name */
};

static int
has_extension(const char *name, const char *const *extensions)
{
    size_t name_len = strlen(name);
    for (size_t i = 0; extensions[i]; i++) {
        size_t len = strlen(extensions[i]);
        if (name_len > len && name[name_len - len - 1] == '.' &&
            anf__ascii_same(name + name_len - len, extensions[i], len))
            return 1;
    }
    return 0;
}

static int
probe(struct anf_context *ctx, struct anf__format *format, const struct anf__head *head, int *bid)
{
    if (!format->asks_probe)
        return ANF_OK;
    int status = anf__format_load(ctx, format);
    if (status != ANF_OK)
        return status;
    int score = format->code.probe(head->data, head->len < PROBE_BYTES ? head->len : PROBE_BYTES);
    if (score > *bid)
        *bid = score < 100 ? score : 100;
    return ANF_OK;
}

static int
bid_of(struct anf_context *ctx, struct anf__format *format, const char *source,
       const struct anf__head *head, struct bid *ret_bid)
{
    struct bid bid = {.format = format};
    for (size_t i = 0; format->magic[i]; i++) {
        int score = anf__bid_by_magic(head, format->magic[i]);
        bid.bytes = score > bid.bytes ? score : bid.bytes;
    }
    int status = probe(ctx, format, head, &bid.bytes);
    if (status != ANF_OK)
        return status;
    bid.score = bid.bytes;
    if (bid.score < BID_BY_EXTENSION && has_extension(source, format->info.extensions))
        bid.score = BID_BY_EXTENSION;
    *ret_bid = bid;
    return ANF_OK;
}

int
anf_context_bid(struct anf_context *ctx, const char *id, const char *name, const void *data,
                size_t len)
{
    if (!ctx || !id || (!data && len))
        return ANF_ERR_ARGUMENT;
    struct anf__format *format = anf__registry_find(&ctx->registry, id);
    if (!format)
        return ANF_ERR_UNSUPPORTED;
    if (!format->info.reads)
        return 0;
    struct anf__head head;
    struct bid bid;
    anf__head_init(&head, len ? data : (const void *)"", len);
    int status = bid_of(ctx, format, name ? name : "-", &head, &bid);
    return status == ANF_OK ? bid.score : status;
}

static int
best_bid(struct anf_context *ctx, const char *source, const struct anf__head *head,
         struct bid *ret_best)
{
    for (size_t i = 0; i < ctx->registry.formats.count; i++) {
        struct anf__format *format = ctx->registry.formats.items[i];
        struct bid bid;
        if (!format->info.reads)
            continue;
        int status = bid_of(ctx, format, source, head, &bid);
        if (status != ANF_OK)
            return status;
        if (bid.score > ret_best->score ||
            (bid.score == ret_best->score && bid.bytes > ret_best->bytes))
            *ret_best = bid;
    }
    return ANF_OK;
}

/* The best bid of data/magic.tsv, if it is more than what a format's bytes bid; NULL: none. */
static const char *
foreign_format(const struct anf__head *head, int best)
{
    const char *name = NULL;
    for (const char *line = anf__data_magic; *line; line = strchr(line, '\n') + 1) {
        int score = anf__bid_by_magic(head, line);
        if (score > best) {
            best = score;
            name = strchr(line, '\t') + 1;
        }
    }
    return name;
}

int
anf__choose_format(struct anf_context *ctx, const char *source, const unsigned char *data,
                   size_t len, struct anf__format **ret_format)
{
    struct anf__place_of_report where = {.source = source};
    struct anf__head head;
    struct bid best = {0};
    anf__head_init(&head, data, len);
    int status = best_bid(ctx, source, &head, &best);
    if (status != ANF_OK)
        return status;
    const char *foreign = foreign_format(&head, best.bytes);
    if (foreign) {
        anf__report(ctx, &where, ANF_SEVERITY_ERROR, ANF_CODE_FOREIGN_FORMAT,
                    "this is %.*s, which no plugin reads", (int)strcspn(foreign, "\n"), foreign);
        return ANF_ERR_UNSUPPORTED;
    }
    if (!best.score) {
        anf__report_no_format(ctx, source, ANF_CODE_NO_BID, NULL);
        return ANF_ERR_UNSUPPORTED;
    }
    *ret_format = best.format;
    return ANF_OK;
}

/* "; WHAT: A, B", cut where it does not fit: the report cuts long lines anyway. */
static void
add_list(char *text, size_t room, const char *what, const struct anf__names *names)
{
    for (size_t i = 0; i < names->count; i++) {
        size_t used = strlen(text);
        snprintf(text + used, room - used, "%s%s%s", i ? ", " : "; ", i ? "" : what,
                 names->items[i]);
    }
}

void
anf__report_no_format(struct anf_context *ctx, const char *source, uint32_t code, const char *id)
{
    const struct anf__registry *registry = &ctx->registry;
    struct anf__place_of_report where = {.source = source};
    char text[1024] = "; known formats:";
    for (size_t i = 0; i < registry->formats.count; i++) {
        size_t used = strlen(text);
        snprintf(text + used, sizeof text - used, "%s %s", i ? "," : "",
                 registry->formats.items[i]->info.id);
    }
    if (!registry->formats.count)
        snprintf(text, sizeof text, "; there are no plugins");
    add_list(text, sizeof text, "refused: ", &registry->refused);
    add_list(text, sizeof text, "searched: ", &registry->folders);
    if (id)
        anf__report(ctx, &where, ANF_SEVERITY_ERROR, code, "no plugin has the format \"%s\"%s", id,
                    text);
    else
        anf__report(ctx, &where, ANF_SEVERITY_ERROR, code, "no plugin knows this format%s", text);
}
