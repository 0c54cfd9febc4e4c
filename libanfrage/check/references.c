/* references.c: does the text speak of a question, an annex or a footnote that is not there?
 *
 * Most texts speak of questions and annexes of other papers, too. So only what is said in the words
 * of a reference within this paper counts, in a block that names no other one, and only where the
 * things themselves are numbered without a gap.
 */
#include "check/checking.h"
#include "check/mention.h"

#include "inquiry.h"
#include "text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* What can be referred to. */
struct target {
    const char *word;
    const char *const *before; /* a reference within the paper ends so before the word */
    const char *const *after;  /* and goes on so behind the number; up to a NULL */
    const char *noun;
};

static const char *const question_before[] = {"Antwort zu ",
                                              "Antworten zu ",
                                              "Antwort auf ",
                                              "Antworten auf ",
                                              "Antwort zu den ",
                                              "Antworten zu den ",
                                              "Antwort auf die ",
                                              "Antworten auf die ",
                                              "Antwort zu der ",
                                              "Antwort zur ",
                                              NULL};
static const char *const question_after[] = {".", ",", ";", ")", "verwiesen", "wird", NULL};
static const struct target questions = {"Frage", question_before, question_after, "question"};

static const char *const annex_before[] = {"siehe ", "Siehe ", "vgl. ", "s. ",
                                           "(",      "in ",    "der ",  NULL};
static const char *const annex_after[] = {
    ".", ")", ";", "beigefügt", "verwiesen", "ersichtlich", "zu entnehmen", NULL};
static const struct target annexes = {"Anlage", annex_before, annex_after, "annex"};

/* A block with one of these may speak of another paper, or of a law. */
static const char *const elsewhere[] = {"rucksache", "Drs",    "nfrage", "ragebogen",   "rotokoll",
                                        "chreiben",  "ericht", "§",      "esetz",       "erordnung",
                                        "ichtlinie", "atzung", "ertrag", "ereinbarung", "Plenar",
                                        "Artikel",   "http",   NULL};

static int
has_any(const char *text, const char *const *words)
{
    for (; *words; ++words) {
        if (strstr(text, *words))
            return 1;
    }
    return 0;
}

static int
ends_with_any(const char *text, const char *end, const char *const *words)
{
    for (; *words; ++words) {
        size_t len = strlen(*words);
        if ((size_t)(end - text) >= len && strncmp(end - len, *words, len) == 0)
            return 1;
    }
    return 0;
}

/* The end of the text counts as one of the words. */
static int
begins_with_any(const char *text, const char *const *words)
{
    if (!*text)
        return 1;
    for (; *words; ++words) {
        if (strncmp(text, *words, strlen(*words)) == 0)
            return 1;
    }
    return 0;
}

/* The references of the block whose words are in c->text; there are numbers 1 to last. */
static int
check_mentions(struct checking *c, const struct target *target, uint32_t last,
               const struct anf_node *block)
{
    struct mention mention;
    int status = ANF_OK;
    const char *at = c->text.data;
    while (status == ANF_OK && anf__find_mention(at, target->word, &mention)) {
        uint32_t number = anf__highest_mentioned(&mention);
        at = mention.end;
        if (number > last && ends_with_any(c->text.data, mention.start, target->before) &&
            begins_with_any(anf__past_spaces(mention.end), target->after))
            status = anf__find_node(c, ANF_CODE_DANGLING_REFERENCE, block,
                                    "it refers to %s %" PRIu32 ", and there are only %" PRIu32,
                                    target->noun, number, last);
    }
    return status;
}

/* --- annexes --- */

/* The number of an annex, as its section or its heading has it; 0: none. */
static int
annex_number(struct checking *c, const struct anf_node *annex, uint32_t *ret_number)
{
    const char *printed = anf_node_get(annex, ANF_ATTRIBUTE_NUMBER);
    struct mention mention;
    *ret_number = printed ? anf__parse_number(printed, 1, 999) : 0;
    if (*ret_number > 0 || !annex->first || annex->first->kind != ANF_NODE_HEADING)
        return ANF_OK;
    int status = anf__block_text(c, annex->first);
    if (status == ANF_OK && anf__find_mention(c->text.data, annexes.word, &mention))
        *ret_number = mention.ranges[0].first;
    return status;
}

/* The number of the last annex where they are numbered 1, 2, 3 …; 0: they are not. */
static int
find_last_annex(struct checking *c, uint32_t *ret_last)
{
    const struct anf_node *root = c->inquiry->root;
    uint32_t last = 0;
    int status = ANF_OK;
    *ret_last = 0;
    for (const struct anf_node *node = root; node && status == ANF_OK;
         node = anf__next_node(root, node)) {
        uint32_t number = 0;
        if (node->role != ANF_ROLE_ANNEX)
            continue;
        status = annex_number(c, node, &number);
        if (status != ANF_OK || number != last + 1)
            return status;
        last = number;
    }
    *ret_last = last;
    return status;
}

/* --- footnotes --- */

enum { MARKERS = 1000 };

/* "1", "1)", "[1]": the number of a footnote; 0: its marker is another. */
static uint32_t
read_marker(const char *marker)
{
    char digits[4] = "";
    size_t count = strspn(marker += strspn(marker, "[("), "0123456789");
    if (count == 0 || count >= sizeof digits || marker[count + strspn(marker + count, "])")])
        return 0;
    memcpy(digits, marker, count);
    return anf__parse_number(digits, 1, MARKERS - 1);
}

/* ret_known gets a 1 for each number. Gives how many footnotes have one. */
static size_t
find_markers(const struct checking *c, uint8_t *known)
{
    const struct anf_node *root = c->inquiry->root;
    size_t count = 0;
    for (const struct anf_node *node = root; node; node = anf__next_node(root, node)) {
        const char *marker = anf_node_get(node, ANF_ATTRIBUTE_MARKER);
        uint32_t number = marker ? read_marker(marker) : 0;
        known[number] = 1;
        count += number > 0;
    }
    return count;
}

/* Does a raised number behind this text refer to a footnote? Behind a word or a sentence it does;
 * in "m²", "km²", "10⁶" it does not. */
static int
may_have_note(const struct anf_node *node)
{
    size_t length;
    const char *text = anf_node_text(node, &length);
    size_t letters = 0;
    if (length > 1 && strchr(".,;:)", text[length - 1]))
        return text[length - 2] < '0' || text[length - 2] > '9';
    while (letters < length && (anf__is_alpha(text[length - letters - 1]) ||
                                (unsigned char)text[length - letters - 1] >= 0x80))
        ++letters;
    return letters > 4;
}

static int
check_raised(struct checking *c, const struct anf_node *node, const uint8_t *known)
{
    const struct anf_node *raised = node->next;
    const struct anf_node *inner = raised->first;
    if (!inner || inner->next || inner->kind != ANF_NODE_TEXT || !may_have_note(node))
        return ANF_OK;
    uint32_t number = read_marker(inner->has.text.data);
    if (number == 0 || known[number])
        return ANF_OK;
    return anf__find_node(c, ANF_CODE_DANGLING_REFERENCE, raised,
                          "it refers to footnote %" PRIu32 ", which is not there", number);
}

static int
check_footnotes(struct checking *c)
{
    uint8_t known[MARKERS] = {0};
    const struct anf_node *root = c->inquiry->root;
    int status = ANF_OK;
    if (find_markers(c, known) == 0)
        return ANF_OK;
    for (const struct anf_node *node = root; node && status == ANF_OK;
         node = anf__next_node(root, node)) {
        if (node->next && node->next->kind == ANF_NODE_SUPERSCRIPT)
            status = check_raised(c, node, known);
    }
    return status;
}

/* --- all --- */

static int
check_block(struct checking *c, const struct anf_node *block, uint32_t last_question,
            uint32_t last_annex)
{
    int status = anf__block_text(c, block);
    if (status != ANF_OK || has_any(c->text.data, elsewhere))
        return status;
    if (last_question > 0)
        status = check_mentions(c, &questions, last_question, block);
    if (last_annex > 0 && status == ANF_OK)
        status = check_mentions(c, &annexes, last_annex, block);
    return status;
}

int
anf__check_references(struct checking *c)
{
    const struct anf_node *root = c->inquiry->root;
    const struct anf_node *node = root;
    uint32_t last_question = anf__last_question(c);
    uint32_t last_annex = 0;
    int status = find_last_annex(c, &last_annex);
    while (node && status == ANF_OK && (last_question > 0 || last_annex > 0)) {
        int block = node->first && anf_node_is_inline(node->first);
        if (block)
            status = check_block(c, node, last_question, last_annex);
        node = block ? anf__skip_node(root, node) : anf__next_node(root, node);
    }
    return status == ANF_OK ? check_footnotes(c) : status;
}
