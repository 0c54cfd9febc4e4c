/* foreign-debate.c: parts of a debate, and which questions and answers belong together. Some
 * parliaments write replies as answers, others (Ireland) as speeches after the questions. */
#include "foreign.h"
#include "names.h"

#include <string.h>

/* --- whose turn it is --- */

static int
is_same(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

/* Where a document has no answers, whom a question is addressed to replies in a speech; so does who
 * speaks first after it, if no one is addressed. */
static int
is_reply(const struct anf__akn_foreign *f, const struct anf__akn_turns *turns,
         const struct anf__akn_element *speech)
{
    const char *by = anf__akn_tree_value(speech, "by");
    const char *as = anf__akn_tree_value(speech, "as");
    if (!turns->question || f->tree.has_answers || !by || !by[0] || strcmp(by, "#") == 0)
        return 0;
    if (turns->is_answered)
        return is_same(by, turns->answerer);
    const char *to = anf__akn_tree_value(turns->question, "to");
    if (to && as)
        return is_same(to, as) || is_same(to, by);
    return !is_same(anf__akn_tree_value(turns->question, "by"), by) &&
           !is_same(anf__akn_tree_value(turns->last_question, "by"), by);
}

static enum anf__akn_turn
ask(struct anf__akn_turns *turns, const struct anf__akn_element *question)
{
    int opens = !turns->question || turns->is_answered;
    if (opens)
        *turns = (struct anf__akn_turns){.question = question};
    turns->last_question = question;
    return opens ? ANF__AKN_OPENS : ANF__AKN_ASKS;
}

enum anf__akn_turn
anf__akn_next_turn(const struct anf__akn_foreign *f, struct anf__akn_turns *turns,
                   const struct anf__akn_element *element)
{
    int is_answer = element->meaning == ANF__MEANS_ANSWER;
    if (element->meaning == ANF__MEANS_QUESTION)
        return ask(turns, element);
    if (!is_answer && element->meaning != ANF__MEANS_SPEECH)
        return ANF__AKN_NO_TURN;
    if (is_answer ? turns->question != NULL : is_reply(f, turns, element)) {
        turns->is_answered = 1;
        turns->answerer = anf__akn_tree_value(element, "by");
        return ANF__AKN_REPLIES;
    }
    *turns = (struct anf__akn_turns){0};
    return ANF__AKN_SPEAKS;
}

/* --- turns --- */

/* What is said outside of an exchange ends the one that is open. */
static int
add_statement(struct anf__akn_foreign *f, struct anf__akn_flow *flow,
              struct anf__akn_element *element)
{
    if (flow->exchange != flow->node)
        flow->exchange = NULL;
    f->has_statements = 1;
    return anf__akn_flow_section(f, flow, element, ANF_ROLE_OTHER);
}

static int
add_turn(struct anf__akn_foreign *f, struct anf__akn_flow *flow, struct anf__akn_element *element,
         int role)
{
    struct anf__akn_flow exchange = {.node = flow->exchange};
    return anf__akn_flow_section(f, &exchange, element, role);
}

static int
open_exchange(struct anf__akn_foreign *f, struct anf__akn_flow *flow)
{
    enum { LEVELS = 4 };
    if (flow->exchange == flow->node && flow->exchange)
        return ANF_OK;
    flow->exchange = NULL;
    if (!anf__akn_fits(f, flow->node, ANF_NODE_SECTION, ANF_ROLE_EXCHANGE, LEVELS))
        return ANF_OK;
    int status = anf_node_add_section(flow->node, ANF_ROLE_EXCHANGE, &flow->exchange);
    return anf__akn_failed(&f->at, status);
}

int
anf__akn_block_question(struct anf__akn_foreign *f, struct anf__akn_flow *flow,
                        struct anf__akn_element *element)
{
    int opens = anf__akn_next_turn(f, &flow->turns, element) == ANF__AKN_OPENS;
    int status = anf__akn_note_speaker(f, &f->askers, element);
    if (status == ANF_OK && opens)
        status = open_exchange(f, flow);
    if (status != ANF_OK)
        return status;
    if (flow->exchange)
        return add_turn(f, flow, element, ANF_ROLE_QUESTION);
    return add_statement(f, flow, element);
}

int
anf__akn_block_answer(struct anf__akn_foreign *f, struct anf__akn_flow *flow,
                      struct anf__akn_element *element)
{
    int replies = anf__akn_next_turn(f, &flow->turns, element) == ANF__AKN_REPLIES;
    int status = replies ? anf__akn_note_speaker(f, &f->answerers, element) : ANF_OK;
    if (status != ANF_OK)
        return status;
    if (replies && flow->exchange)
        return add_turn(f, flow, element, ANF_ROLE_ANSWER);
    return add_statement(f, flow, element);
}

int
anf__akn_block_speech(struct anf__akn_foreign *f, struct anf__akn_flow *flow,
                      struct anf__akn_element *element)
{
    return anf__akn_block_answer(f, flow, element);
}

/* --- parts --- */

/* Sections end what is open, and stand in no exchange. */
static int
is_section(const struct anf__akn_element *element)
{
    int is_part = element->meaning == ANF__MEANS_PART || element->meaning == ANF__MEANS_ATTACHED;
    return is_part || (element->meaning == ANF__MEANS_LEVEL && anf__akn_is_titled(element));
}

/* One group of questions and what replies to it, and no other speech or section: the part is the
 * exchange. */
static int
is_exchange(const struct anf__akn_foreign *f, const struct anf__akn_element *part)
{
    struct anf__akn_turns turns = {0};
    unsigned exchanges = 0;
    for (const struct anf__akn_element *e = part->first; e; e = e->next) {
        enum anf__akn_turn turn = e->has_words ? anf__akn_next_turn(f, &turns, e)
                                               : ANF__AKN_NO_TURN;
        if (turn == ANF__AKN_SPEAKS || (e->has_words && is_section(e)))
            return 0;
        exchanges += turn == ANF__AKN_OPENS;
    }
    return exchanges == 1;
}

int
anf__akn_block_part(struct anf__akn_foreign *f, struct anf__akn_flow *flow,
                    struct anf__akn_element *element)
{
    enum { LEVELS = 4 };
    int role = anf__akn_section_role(anf__akn_tree_value(element, "name"));
    if (flow->exchange != flow->node)
        flow->exchange = NULL;
    flow->turns = (struct anf__akn_turns){0};
    if (is_exchange(f, element) &&
        anf__akn_fits(f, flow->node, ANF_NODE_SECTION, ANF_ROLE_EXCHANGE, LEVELS))
        return anf__akn_flow_section(f, flow, element, ANF_ROLE_EXCHANGE);
    if (role == ANF_ROLE_NONE || role == ANF_ROLE_EXCHANGE)
        role = ANF_ROLE_CHAPTER;
    if (!anf__akn_is_titled(element))
        return anf__akn_flow_children(f, flow, element);
    return anf__akn_flow_section(f, flow, element, role);
}
