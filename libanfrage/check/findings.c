/* findings.c: the search for what is not sound in an inquiry, and what its parts share. */
#include "check/checking.h"

#include "render.h"
#include "context.h"
#include "inquiry.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MESSAGE_SIZE = 512 };

/* Format the message and hand the finding over. */
static int
tell(struct checking *c, struct anf_finding finding, const char *fmt, va_list args)
{
    char message[MESSAGE_SIZE];
    vsnprintf(message, sizeof message, fmt, args);
    finding.size = sizeof finding;
    finding.severity = ANF_SEVERITY_WARNING;
    finding.message = message;
    c->count += c->count < INT_MAX;
    int status = c->fn ? c->fn(&finding, c->user) : ANF_OK;
    return status < 0 ? status : ANF_OK;
}

int
anf__find_field(struct checking *c, uint32_t code, int field, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    struct anf_finding finding = {.code = code, .field = field, .path = anf_field_name(field)};
    int status = tell(c, finding, fmt, args);
    va_end(args);
    return status;
}

int
anf__find_node(struct checking *c, uint32_t code, const struct anf_node *node, const char *fmt, ...)
{
    va_list args;
    c->path.length = 0;
    int status = anf__path_add(&c->paths, node, &c->path);
    if (status != ANF_OK)
        return status;
    va_start(args, fmt);
    struct anf_finding finding = {.code = code, .node = node, .path = c->path.data};
    status = tell(c, finding, fmt, args);
    va_end(args);
    return status;
}

const struct anf_node *
anf__skip_node(const struct anf_node *top, const struct anf_node *node)
{
    while (node != top && !node->next)
        node = node->parent;
    return node == top ? NULL : node->next;
}

const struct anf_node *
anf__next_node(const struct anf_node *top, const struct anf_node *node)
{
    return node->first ? node->first : anf__skip_node(top, node);
}

int
anf__block_text(struct checking *c, const struct anf_node *block)
{
    c->text.length = 0;
    int status = anf__buffer_add(&c->text, "", 0);
    return status == ANF_OK ? anf__render_words(block, &c->text) : status;
}

typedef int check_fn(struct checking *c);

static check_fn *const checks[] = {
    anf__check_fields,  anf__collect_questions, anf__check_questions,
    anf__check_answers, anf__check_references,  anf__check_blocks,
};

int
anf_inquiry_findings(struct anf_context *ctx, const struct anf_inquiry *inquiry, anf_finding_fn *fn,
                     void *user)
{
    if (!ctx || !inquiry)
        return ANF_ERR_ARGUMENT;
    struct checking c = {.words = ctx->words, .inquiry = inquiry, .fn = fn, .user = user};
    int status = anf__paths_init(&c.paths, inquiry);
    for (size_t i = 0; i < sizeof checks / sizeof *checks && status == ANF_OK; ++i)
        status = checks[i](&c);
    anf__paths_clear(&c.paths);
    anf__buffer_clear(&c.path);
    anf__buffer_clear(&c.text);
    free(c.questions.items);
    return status == ANF_OK ? c.count : status;
}
