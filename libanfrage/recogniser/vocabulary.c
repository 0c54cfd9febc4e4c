/* vocabulary.c: the data files as a table of phrases, by their first word. */
#include "recogniser/vocabulary.h"

#include "data.h"

#include <stdlib.h>
#include <string.h>

static const char *const class_names[WORD_CLASSES] = {
    [WORD_KIND] = "kind",
    [WORD_KIND_EXACT] = "kind-exact",
    [WORD_PARLIAMENT] = "parliament",
    [WORD_HOST] = "host",
    [WORD_GOVERNMENT] = "government",
    [WORD_PARTY] = "party",
    [WORD_LABEL] = "label",
    [WORD_ASKER_INTRO] = "asker-intro",
    [WORD_ASKER_MORE] = "asker-more",
    [WORD_GROUP] = "group",
    [WORD_NAME_TAIL] = "name-tail",
    [WORD_NAME_PARTICLE] = "name-particle",
    [WORD_ACADEMIC] = "academic",
    [WORD_FILLER] = "filler",
    [WORD_SECTION] = "section",
    [WORD_ASKING] = "asking",
    [WORD_ANSWER_OPENER] = "answer-opener",
    [WORD_ANSWER_TO] = "answer-to",
    [WORD_QUESTION_OPENER] = "question-opener",
    [WORD_QUESTION_WORD] = "question-word",
    [WORD_NUMBER_JOIN] = "number-join",
    [WORD_ORDINAL] = "ordinal",
    [WORD_JOINT] = "joint",
    [WORD_JOINTLY] = "jointly",
    [WORD_ANSWERING] = "answering",
    [WORD_WISH] = "wish",
    [WORD_ABBREVIATION] = "abbreviation",
    [WORD_ASIDE] = "aside",
    [WORD_ASIDE_LINE] = "aside-line",
    [WORD_ASIDE_REST] = "aside-rest",
    [WORD_OPENER] = "opener",
    [WORD_OFFICE] = "office",
    [WORD_OFFICE_ORIGIN] = "office-origin",
    [WORD_OFFICE_LINK] = "office-link",
    [WORD_OFFICE_SHORT] = "office-short",
    [WORD_ANSWER_STEP] = "answer-step",
    [WORD_WITH_ANSWER] = "with-answer",
    [WORD_OTHER_STEP] = "other-step",
    [WORD_STEP_WORD] = "step-word",
    [WORD_TO_QUESTION] = "to-question",
    [WORD_PROCEDURE] = "procedure",
    [WORD_ORGANIZATION] = "organization",
    [WORD_MONTH] = "month",
    [WORD_FILE] = "file",
};

static enum word_class
class_of(const char *name)
{
    for (int i = 1; i < WORD_CLASSES; i++) {
        if (strcmp(class_names[i], name) == 0)
            return (enum word_class)i;
    }
    return 0;
}

/* Cut "class TAB id TAB phrase" at its TABs; 1 when it has all three. */
static int
cut_line(char *line, char **id, char **phrase)
{
    *id = strchr(line, '\t');
    if (!*id)
        return 0;
    *(*id)++ = '\0';
    *phrase = strchr(*id, '\t');
    if (!*phrase)
        return 0;
    *(*phrase)++ = '\0';
    return 1;
}

static int
add_line(struct vocabulary *words, char *line)
{
    char *id = NULL;
    char *phrase = NULL;
    enum word_class class = cut_line(line, &id, &phrase) ? class_of(line) : 0;
    if (!class)
        return ANF_ERR_SYNTAX;
    uint32_t first = (uint32_t)words->tokens.count;
    int status = anf__tokenise(&words->tokens, phrase, 0, (uint32_t)strlen(phrase));
    struct entry *entry = status == ANF_OK ? ANF__ARRAY_PUSH(&words->entries) : NULL;
    if (!entry)
        return ANF_ERR_NOMEM;
    *entry = (struct entry){.class = class,
                            .id = id,
                            .phrase = phrase,
                            .first = first,
                            .count = (uint32_t)words->tokens.count - first};
    return entry->count ? ANF_OK : ANF_ERR_SYNTAX;
}

static int
add_lines(struct vocabulary *words, char *text)
{
    int status = ANF_OK;
    while (*text && status == ANF_OK) {
        char *end = strchr(text, '\n');
        if (end)
            *end = '\0';
        status = add_line(words, text);
        text = end ? end + 1 : text + strlen(text);
    }
    return status;
}

/* Chains by first word; about two buckets an entry keep them short. */
static int
make_table(struct vocabulary *words)
{
    uint32_t size = 16;
    while (size < words->entries.count * 2)
        size *= 2;
    words->buckets = calloc(size, sizeof *words->buckets);
    if (!words->buckets)
        return ANF_ERR_NOMEM;
    words->mask = size - 1;
    for (uint32_t i = (uint32_t)words->entries.count - 1; i > 0; i--) {
        struct entry *entry = &words->entries.items[i];
        uint32_t *bucket = &words->buckets[words->tokens.items[entry->first].hash & words->mask];
        entry->next = *bucket;
        *bucket = i;
    }
    return ANF_OK;
}

struct vocabulary *
anf__vocabulary_new(void)
{
    struct vocabulary *words = calloc(1, sizeof *words);
    if (!words)
        return NULL;
    words->text = malloc(anf__data_vocabulary_size + 1);
    struct entry *unused = ANF__ARRAY_PUSH(&words->entries);
    if (!words->text || !unused)
        return anf__vocabulary_free(words);
    memcpy(words->text, anf__data_vocabulary, anf__data_vocabulary_size + 1);
    if (add_lines(words, words->text) != ANF_OK || make_table(words) != ANF_OK)
        return anf__vocabulary_free(words);
    return words;
}

struct vocabulary *
anf__vocabulary_free(struct vocabulary *words)
{
    if (!words)
        return NULL;
    free(words->text);
    free(words->tokens.items);
    free(words->entries.items);
    free(words->buckets);
    free(words);
    return NULL;
}

const struct entry *
anf__vocabulary_find(const struct vocabulary *words, uint64_t hash)
{
    uint32_t index = words->buckets[hash & words->mask];
    return index ? &words->entries.items[index] : NULL;
}
