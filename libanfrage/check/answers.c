/* answers.c: has every question its answer? */
#include "check/checking.h"
#include "check/mention.h"

#include "inquiry.h"

#include <string.h>

enum { NUMBERS = 1000 };

/* The questions that the text outside of questions speaks of, by number. */
struct mentioned {
    uint32_t begins[NUMBERS]; /* how many ranges begin there */
    uint32_t ends[NUMBERS];
    uint8_t numbers[NUMBERS];
};

/* White space as texts have it: with no-break spaces. */
static int
is_blank(const char *text)
{
    while (*text) {
        const char *next = anf__past_spaces(text);
        next += strspn(next, "\n\t");
        if (next == text)
            return 0;
        text = next;
    }
    return 1;
}

/* Is there a text or an image in the section, beside its headings? */
static int
says_something(const struct anf_node *section)
{
    const struct anf_node *node = anf__next_node(section, section);
    while (node) {
        if (node->kind == ANF_NODE_IMAGE ||
            (node->kind == ANF_NODE_TEXT && !is_blank(node->has.text.data)))
            return 1;
        node = node->kind == ANF_NODE_HEADING ? anf__skip_node(section, node)
                                              : anf__next_node(section, node);
    }
    return 0;
}

static const struct anf_node *
first_answer(const struct anf_node *exchange)
{
    const struct anf_node *child = exchange->first;
    while (child && child->role != ANF_ROLE_ANSWER)
        child = child->next;
    return child;
}

/* Several answers of an exchange are one, whose parts may be headings alone. */
static int
check_empty(struct checking *c, const struct anf_node *exchange)
{
    const struct anf_node *answer = first_answer(exchange);
    for (const struct anf_node *child = answer; child; child = child->next) {
        if (child->role == ANF_ROLE_ANSWER && says_something(child))
            return ANF_OK;
    }
    return answer ? anf__find_node(c, ANF_CODE_EMPTY_ANSWER, answer, "it says nothing") : ANF_OK;
}

static void
mark_mention(struct mentioned *mentioned, const struct mention *mention)
{
    for (size_t i = 0; i < mention->count; ++i) {
        if (mention->ranges[i].first > mention->ranges[i].last)
            continue;
        ++mentioned->begins[mention->ranges[i].first];
        ++mentioned->ends[mention->ranges[i].last];
    }
}

static void
mark_ranges(struct mentioned *mentioned)
{
    uint32_t open = 0;
    for (size_t i = 0; i < NUMBERS; ++i) {
        open += mentioned->begins[i];
        mentioned->numbers[i] = open > 0;
        open -= mentioned->ends[i];
    }
}

static int
mark_block(struct checking *c, struct mentioned *mentioned, const struct anf_node *block)
{
    struct mention mention;
    int status = anf__block_text(c, block);
    const char *at = status == ANF_OK ? c->text.data : "";
    while (anf__find_mention(at, "Frage", &mention)) {
        mark_mention(mentioned, &mention);
        at = mention.end;
    }
    return status;
}

/* "Die Fragen 4 bis 7 werden gemeinsam beantwortet" may stand anywhere but in a question. */
static int
find_mentioned(struct checking *c, struct mentioned *mentioned)
{
    const struct anf_node *root = c->inquiry->root;
    const struct anf_node *node = root;
    int status = ANF_OK;
    while (node && status == ANF_OK) {
        int block = node->first && anf_node_is_inline(node->first);
        if (block)
            status = mark_block(c, mentioned, node);
        node = block || node->role == ANF_ROLE_QUESTION ? anf__skip_node(root, node)
                                                        : anf__next_node(root, node);
    }
    mark_ranges(mentioned);
    return status;
}

/* Which questions may be some of those that are asked together before one answer to all of them?
 * That is how Hamburg prints them, and nothing tells it from a single missing answer, unless the
 * answer has a number. */
static void
find_sharing(struct checking *c)
{
    const struct question *later = NULL;
    for (size_t i = c->questions.count; i-- > 0;) {
        struct question *question = &c->questions.items[i];
        const struct anf_node *answer = first_answer(question->exchange);
        if (answer)
            question->shares = !anf_node_get(answer, ANF_ATTRIBUTE_NUMBER);
        else
            question->shares = later && later->group == question->group && later->shares;
        later = question;
    }
}

/* One alone among questions that have an answer each is more likely to lack its own. */
static void
find_single(struct checking *c)
{
    size_t end;
    for (size_t start = 0; start < c->questions.count; start = end) {
        struct question *sharing = NULL;
        size_t count = 0;
        for (end = start; end < c->questions.count; ++end) {
            struct question *question = &c->questions.items[end];
            if (question->group != c->questions.items[start].group)
                break;
            if (first_answer(question->exchange))
                continue;
            sharing = question;
            ++count;
        }
        if (count == 1 && end - start > 2)
            sharing->shares = 0;
    }
}

static int
check_missing(struct checking *c, size_t index, const struct mentioned *mentioned)
{
    const struct question *question = &c->questions.items[index];
    if (question->value < NUMBERS && mentioned->numbers[question->value])
        return ANF_OK;
    if (question->shares)
        return ANF_OK;
    return anf__find_node(c, ANF_CODE_QUESTION_WITHOUT_ANSWER, question->node,
                          "it has no answer, and other questions have");
}

/* The questions of one exchange stand beside each other. */
static int
check_each(struct checking *c, const struct mentioned *mentioned)
{
    int status = ANF_OK;
    const struct anf_node *before = NULL;
    for (size_t i = 0; i < c->questions.count && status == ANF_OK; ++i) {
        const struct anf_node *exchange = c->questions.items[i].exchange;
        if (!first_answer(exchange))
            status = check_missing(c, i, mentioned);
        else if (exchange != before)
            status = check_empty(c, exchange);
        before = exchange;
    }
    return status;
}

static int
has_answers(const struct checking *c)
{
    for (size_t i = 0; i < c->questions.count; ++i) {
        if (first_answer(c->questions.items[i].exchange))
            return 1;
    }
    return 0;
}

int
anf__check_answers(struct checking *c)
{
    struct mentioned mentioned = {.numbers = {0}};
    if (!has_answers(c))
        return ANF_OK;
    find_sharing(c);
    find_single(c);
    int status = find_mentioned(c, &mentioned);
    return status == ANF_OK ? check_each(c, &mentioned) : status;
}
