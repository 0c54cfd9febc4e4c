/* questions.c: the questions of an inquiry, and whether their numbers and words make sense. */
#include "check/checking.h"

#include "hash.h"
#include "inquiry.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

/* A question of this many bytes nobody asks twice; "Wenn nein, warum nicht?" everybody does. */
enum { LONG_QUESTION = 100 };

/* --- collecting --- */

/* The number at the beginning of what is printed: "7." and "7)" are 7 and no more, "7.1" and "7a"
 * begin with it. ret_plain tells which. */
static uint32_t
read_number(const char *printed, int *ret_plain)
{
    uint32_t value = 0;
    size_t digits = 0;
    while (anf__is_digit(printed[digits]) && digits < 4)
        value = value * 10 + (uint32_t)(printed[digits++] - '0');
    size_t signs = strspn(printed + digits, ".):");
    *ret_plain = value > 0 && signs <= 1 && printed[digits + signs] == '\0';
    return anf__is_digit(printed[digits]) ? 0 : value;
}

static int
add_question(struct checking *c, const struct anf_node *node)
{
    struct question *question = ANF__ARRAY_PUSH(&c->questions);
    if (!question)
        return ANF_ERR_NOMEM;
    question->node = node;
    question->exchange = node->parent;
    question->number = anf_node_get(node, ANF_ATTRIBUTE_NUMBER);
    if (question->number)
        question->value = read_number(question->number, &question->plain);
    /* The count begins anew: a chapter whose heading was not recognised. */
    if (c->questions.count > 1 && question->value == 1 && question[-1].value > 1)
        ++c->groups;
    question->group = c->groups;
    return ANF_OK;
}

static int
collect_from(struct checking *c, const struct anf_node *exchange)
{
    int status = ANF_OK;
    for (const struct anf_node *child = exchange->first; child && status == ANF_OK;
         child = child->next) {
        if (child->role == ANF_ROLE_QUESTION)
            status = add_question(c, child);
    }
    return status;
}

/* Exchanges in one section, with neither a heading nor another section between them, are numbered
 * together. */
static int
collect_below(struct checking *c, const struct anf_node *parent)
{
    int status = ANF_OK;
    ++c->groups;
    for (const struct anf_node *child = parent->first; child && status == ANF_OK;
         child = child->next) {
        if (child->role == ANF_ROLE_EXCHANGE) {
            status = collect_from(c, child);
        } else if (child->kind == ANF_NODE_SECTION) {
            status = collect_below(c, child);
            ++c->groups;
        } else {
            c->groups += child->kind == ANF_NODE_HEADING;
        }
    }
    return status;
}

int
anf__collect_questions(struct checking *c)
{
    return collect_below(c, c->inquiry->root);
}

uint32_t
anf__last_question(const struct checking *c)
{
    for (size_t i = 0; i < c->questions.count; ++i) {
        const struct question *question = &c->questions.items[i];
        if (!question->plain || question->value != i + 1)
            return 0;
    }
    return (uint32_t)c->questions.count;
}

/* --- by group --- */

/* What a question is compared by with others of its group. */
struct key {
    uint32_t group;
    uint32_t index; /* of the question */
    uint64_t hash;
};

static int
compare_keys(const void *a, const void *b)
{
    const struct key *x = a;
    const struct key *y = b;
    if (x->group != y->group)
        return x->group < y->group ? -1 : 1;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

/* The number without the sign that ends it; its length. */
static size_t
bare_length(const char *number)
{
    size_t len = strlen(number);
    while (len > 0 && strchr(".):", number[len - 1]))
        --len;
    return len;
}

/* Papers print a question again above its answer: the two stand in one exchange. */
static int
is_repeated(const struct checking *c, const struct key *first, const struct key *second)
{
    return first->group == second->group && first->hash == second->hash &&
           c->questions.items[first->index].exchange != c->questions.items[second->index].exchange;
}

static void
mark_repeated(struct checking *c, const struct key *keys, size_t count)
{
    for (size_t i = 1; i < count; ++i) {
        const struct question *first = &c->questions.items[keys[i - 1].index];
        struct question *second = &c->questions.items[keys[i].index];
        size_t len = bare_length(second->number);
        second->repeated = is_repeated(c, &keys[i - 1], &keys[i]) &&
                           len == bare_length(first->number) &&
                           strncmp(first->number, second->number, len) == 0;
    }
}

static int
tell_repeated(struct checking *c)
{
    int status = ANF_OK;
    for (size_t i = 0; i < c->questions.count && status == ANF_OK; ++i) {
        const struct question *question = &c->questions.items[i];
        if (question->repeated)
            status = anf__find_node(c, ANF_CODE_REPEATED_NUMBER, question->node,
                                    "an earlier question has the number %.*s already",
                                    (int)bare_length(question->number), question->number);
    }
    return status;
}

/* "a)" comes again below each question; only what begins with a digit is a number of its own. */
static int
check_numbers(struct checking *c)
{
    size_t count = 0;
    struct key *keys = calloc(c->questions.count + 1, sizeof *keys);
    if (!keys)
        return ANF_ERR_NOMEM;
    for (size_t i = 0; i < c->questions.count; ++i) {
        const struct question *question = &c->questions.items[i];
        if (question->value)
            keys[count++] = (struct key){
                question->group, (uint32_t)i,
                anf__hash(ANF__HASH, question->number, bare_length(question->number))};
    }
    qsort(keys, count, sizeof *keys, compare_keys);
    mark_repeated(c, keys, count);
    free(keys);
    return tell_repeated(c);
}

static int
check_order(struct checking *c)
{
    int status = ANF_OK;
    const struct question *before = NULL;
    for (size_t i = 0; i < c->questions.count && status == ANF_OK; ++i) {
        const struct question *question = &c->questions.items[i];
        if (!question->plain || question->repeated)
            continue;
        if (before && before->group == question->group && question->value < before->value)
            status = anf__find_node(c, ANF_CODE_QUESTIONS_OUT_OF_ORDER, question->node,
                                    "it comes after question %s", before->number);
        before = question;
    }
    return status;
}

/* Some of the group's questions have numbers, and this one has not. Where not even most have one,
 * the numbers mean something else. */
static int
check_group_for_gaps(struct checking *c, size_t start, size_t end)
{
    size_t numbered = 0;
    for (size_t i = start; i < end; ++i)
        numbered += c->questions.items[i].value > 0;
    if (numbered <= (end - start) / 2)
        return ANF_OK;
    int status = ANF_OK;
    for (size_t i = start; i < end && status == ANF_OK; ++i) {
        const struct question *question = &c->questions.items[i];
        if (!question->number)
            status = anf__find_node(c, ANF_CODE_QUESTION_WITHOUT_NUMBER, question->node,
                                    "it has no number, and the questions beside it have");
    }
    return status;
}

static int
check_unnumbered(struct checking *c)
{
    int status = ANF_OK;
    size_t end;
    for (size_t start = 0; start < c->questions.count && status == ANF_OK; start = end) {
        uint32_t group = c->questions.items[start].group;
        end = start + 1;
        while (end < c->questions.count && c->questions.items[end].group == group)
            ++end;
        status = check_group_for_gaps(c, start, end);
    }
    return status;
}

/* --- words --- */

/* A hash of the words of a question, without its number; 0: it is short. */
static int
hash_words(struct checking *c, const struct question *question, uint64_t *ret_hash)
{
    uint64_t hash = ANF__HASH;
    size_t length = 0;
    int status = ANF_OK;
    for (const struct anf_node *block = question->node->first; block && status == ANF_OK;
         block = block->next) {
        status = anf__block_text(c, block);
        if (status == ANF_OK) {
            hash = anf__hash(hash, c->text.data, c->text.length + 1);
            length += c->text.length;
        }
    }
    *ret_hash = length >= LONG_QUESTION ? hash : 0;
    return status;
}

static int
make_word_keys(struct checking *c, struct key *keys, size_t *ret_count)
{
    size_t count = 0;
    int status = ANF_OK;
    for (size_t i = 0; i < c->questions.count && status == ANF_OK; ++i) {
        struct key *key = &keys[count];
        *key = (struct key){c->questions.items[i].group, (uint32_t)i, 0};
        status = hash_words(c, &c->questions.items[i], &key->hash);
        count += key->hash != 0;
    }
    *ret_count = count;
    return status;
}

static int
check_words(struct checking *c)
{
    size_t count = 0;
    struct key *keys = calloc(c->questions.count + 1, sizeof *keys);
    int status = keys ? make_word_keys(c, keys, &count) : ANF_ERR_NOMEM;
    if (status == ANF_OK)
        qsort(keys, count, sizeof *keys, compare_keys);
    for (size_t i = 1; i < count && status == ANF_OK; ++i)
        c->questions.items[keys[i].index].has_same_words = is_repeated(c, &keys[i - 1], &keys[i]);
    for (size_t i = 0; i < c->questions.count && status == ANF_OK; ++i) {
        const struct question *question = &c->questions.items[i];
        if (question->has_same_words)
            status = anf__find_node(c, ANF_CODE_REPEATED_QUESTION, question->node,
                                    "an earlier question has the same words");
    }
    free(keys);
    return status;
}

int
anf__check_questions(struct checking *c)
{
    int status = check_numbers(c);
    if (status == ANF_OK)
        status = check_order(c);
    if (status == ANF_OK)
        status = check_unnumbered(c);
    if (status == ANF_OK)
        status = check_words(c);
    return status;
}
