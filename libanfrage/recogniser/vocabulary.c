/* vocabulary.c: the data files as a table of phrases, by their first word. */
#include "recogniser/vocabulary.h"

#include "data.h"
#include "hash.h"

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
    [WORD_QUESTION_VERB] = "question-verb",
    [WORD_NUMBER_JOIN] = "number-join",
    [WORD_ORDINAL] = "ordinal",
    [WORD_JOINT] = "joint",
    [WORD_JOINTLY] = "jointly",
    [WORD_ANSWERING] = "answering",
    [WORD_PENDING] = "pending",
    [WORD_WISH] = "wish",
    [WORD_BEHIND] = "behind",
    [WORD_BEHIND_WITHIN] = "behind-within",
    [WORD_CONTACT] = "contact",
    [WORD_PRINT] = "print",
    [WORD_PRINT_SENTENCE] = "print-sentence",
    [WORD_PRINT_WITHIN] = "print-within",
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
    [WORD_REGISTER] = "register",
    [WORD_REGISTER_OF] = "register-of",
    [WORD_COLUMN] = "column",
    [WORD_LAND] = "land",
    [WORD_LETTER] = "letter",
    [WORD_ONE_PAPER] = "one-paper",
    [WORD_PAPER] = "paper",
    [WORD_BEHALF] = "behalf",
    [WORD_ORGANIZATION] = "organization",
    [WORD_MONTH] = "month",
    [WORD_FILE] = "file",
    [WORD_CHAMBER] = "chamber",
    [WORD_NUMBERING] = "numbering",
    [WORD_COLLECTION] = "collection",
};

/* More would make a page dear to search: a vocabulary may come from anyone. */
enum { MOST_ENTRIES = 20000, LONGEST_CHAIN = 1000, FEWEST_BUCKETS = 1024 };

enum word_class
anf__word_class(const char *name)
{
    for (int i = 1; i < WORD_CLASSES; i++) {
        if (class_names[i][0] == name[0] && strcmp(class_names[i], name) == 0)
            return (enum word_class)i;
    }
    return 0;
}

/* Facts that are compared as they are, and not word by word. */
static int is_words(enum word_class class)
{
    return class != WORD_HOST && class != WORD_FILE && class != WORD_CHAMBER &&
           class != WORD_NUMBERING;
}

/* Of how many parliaments may the same be true? */
static int may_be_shared(enum word_class class)
{
    return class == WORD_CHAMBER || class == WORD_NUMBERING;
}

/* --- the table: chains by first word and by class, each in the order of the entries --- */

static void
chain(struct vocabulary *words, uint32_t index)
{
    struct entry *entry = &words->entries.items[index];
    uint32_t *link = &words->buckets[entry->key & words->mask];
    while (*link)
        link = &words->entries.items[*link].next;
    *link = index;
    entry->next = 0;
}

static void
chain_class(struct vocabulary *words, uint32_t index)
{
    struct entry *entry = &words->entries.items[index];
    uint32_t last = words->last_of[entry->class];
    if (last)
        words->entries.items[last].next_alike = index;
    else
        words->first_of[entry->class] = index;
    words->last_of[entry->class] = index;
    entry->next_alike = 0;
}

static void
chain_all(struct vocabulary *words)
{
    memset(words->buckets, 0, (words->mask + 1) * sizeof *words->buckets);
    memset(words->first_of, 0, sizeof words->first_of);
    memset(words->last_of, 0, sizeof words->last_of);
    for (uint32_t i = 1; i < words->entries.count; i++) {
        chain(words, i);
        chain_class(words, i);
    }
}

/* About two buckets an entry keep the chains short. */
static int
make_room(struct vocabulary *words)
{
    uint32_t size = words->mask + 1;
    if (words->buckets && words->entries.count * 2 < size)
        return ANF_OK;
    size = words->buckets ? size * 2 : FEWEST_BUCKETS;
    uint32_t *buckets = reallocarray(words->buckets, size, sizeof *buckets);
    if (!buckets)
        return ANF_ERR_NOMEM;
    words->buckets = buckets;
    words->mask = size - 1;
    chain_all(words);
    return ANF_OK;
}

/* --- adding --- */

static int
is_same_phrase(const struct vocabulary *words, const struct entry *a, const struct entry *b)
{
    if (a->class != b->class || a->key != b->key || a->count != b->count)
        return 0;
    if (!a->count)
        return strcmp(a->phrase, b->phrase) == 0 &&
               (!may_be_shared(a->class) || strcmp(a->id, b->id) == 0);
    for (uint32_t i = 1; i < a->count; i++) {
        if (words->tokens.items[a->first + i].hash != words->tokens.items[b->first + i].hash)
            return 0;
    }
    return 1;
}

/* What the vocabulary has says against another entry. */
static enum addition
compare(const struct vocabulary *words, const struct entry *entry, const struct entry **ret_known)
{
    size_t length = 0;
    const struct entry *known = anf__vocabulary_find(words, entry->key);
    for (; known; known = known->next ? &words->entries.items[known->next] : NULL) {
        length++;
        if (!is_same_phrase(words, known, entry))
            continue;
        *ret_known = known;
        return strcmp(known->id, entry->id) == 0 ? ADDED_NOTHING : ADDED_CONFLICT;
    }
    int full = words->entries.count >= MOST_ENTRIES || length >= LONGEST_CHAIN;
    return full ? ADDED_TOO_MANY : ADDED;
}

static enum addition
prepare(struct vocabulary *words, struct entry *entry)
{
    size_t len = strlen(entry->phrase);
    entry->first = (uint32_t)words->tokens.count;
    if (!is_words(entry->class)) {
        entry->key = anf__hash(ANF__HASH, entry->phrase, len);
        return len ? ADDED : ADDED_NO_WORDS;
    }
    if (anf__tokenise(&words->tokens, entry->phrase, 0, (uint32_t)len) != ANF_OK)
        return ADDED_NO_MEMORY;
    entry->count = (uint32_t)words->tokens.count - entry->first;
    if (!entry->count)
        return ADDED_NO_WORDS;
    entry->key = words->tokens.items[entry->first].hash;
    return ADDED;
}

/* Headings are set so, and what a paper is; short forms are not. */
static int
may_be_spaced(const struct entry *entry)
{
    enum word_class class = entry->class;
    return !strchr(entry->phrase, '.') &&
           (class == WORD_SECTION || class == WORD_KIND || class == WORD_ANSWER_STEP ||
            class == WORD_KIND_EXACT || class == WORD_ANSWER_OPENER);
}

/* The phrase once more, as one word of letters with blanks between them. */
static enum addition
add_spaced(struct vocabulary *words, struct entry entry)
{
    uint64_t hash = 0;
    int status = anf__spaced_hash(entry.phrase, strlen(entry.phrase), &hash);
    if (status == ANF_ERR_LIMIT)
        return ADDED;
    struct token *token = status == ANF_OK ? ANF__ARRAY_PUSH(&words->tokens) : NULL;
    if (!token || make_room(words) != ANF_OK)
        return ADDED_NO_MEMORY;
    *token = (struct token){.hash = hash, .kind = TOKEN_WORD, .flags = TOKEN_SPACED};
    struct entry *slot = ANF__ARRAY_PUSH(&words->entries);
    if (!slot)
        return ADDED_NO_MEMORY;
    entry.key = hash;
    entry.first = (uint32_t)words->tokens.count - 1;
    entry.count = 1;
    entry.spaced = 1;
    *slot = entry;
    chain(words, (uint32_t)words->entries.count - 1);
    chain_class(words, (uint32_t)words->entries.count - 1);
    return ADDED;
}

enum addition
anf__vocabulary_add(struct vocabulary *words, enum word_class class, const char *id,
                    const char *phrase, const struct entry **ret_known)
{
    struct entry entry = {.class = class, .id = id, .phrase = phrase};
    size_t tokens = words->tokens.count;
    enum addition result = prepare(words, &entry);
    if (result == ADDED && make_room(words) != ANF_OK)
        result = ADDED_NO_MEMORY;
    if (result == ADDED)
        result = compare(words, &entry, ret_known);
    struct entry *slot = result == ADDED ? ANF__ARRAY_PUSH(&words->entries) : NULL;
    if (result == ADDED && !slot)
        result = ADDED_NO_MEMORY;
    if (result != ADDED) {
        words->tokens.count = tokens;
        return result;
    }
    *slot = entry;
    chain(words, (uint32_t)words->entries.count - 1);
    chain_class(words, (uint32_t)words->entries.count - 1);
    return may_be_spaced(&entry) ? add_spaced(words, entry) : ADDED;
}

char *
anf__vocabulary_keep(struct vocabulary *words, const char *text, size_t len)
{
    char **slot = ANF__ARRAY_PUSH(&words->texts);
    char *copy = slot ? malloc(len + 1) : NULL;
    if (!copy)
        return NULL;
    memcpy(copy, text, len);
    copy[len] = '\0';
    *slot = copy;
    return copy;
}

void
anf__vocabulary_forget(struct vocabulary *words, size_t entries, size_t texts)
{
    if (entries < words->entries.count)
        words->tokens.count = words->entries.items[entries].first;
    words->entries.count = entries;
    while (words->texts.count > texts)
        free(words->texts.items[--words->texts.count]);
    if (words->buckets)
        chain_all(words);
}

/* --- lines --- */

int
anf__vocabulary_cut(char *line, const char **ret_class, const char **ret_id,
                    const char **ret_phrase)
{
    if (*line == '#' || !line[strspn(line, " \t")])
        return CUT_NOTHING;
    char *id = strchr(line, '\t');
    char *phrase = id ? strchr(id + 1, '\t') : NULL;
    if (!phrase || strchr(phrase + 1, '\t'))
        return CUT_FAULT;
    *id++ = '\0';
    *phrase++ = '\0';
    *ret_class = line;
    *ret_id = id;
    *ret_phrase = phrase;
    return CUT_LINE;
}

static enum addition
add_line(struct vocabulary *words, char *line)
{
    const char *class = NULL;
    const char *id = NULL;
    const char *phrase = NULL;
    const struct entry *known = NULL;
    if (anf__vocabulary_cut(line, &class, &id, &phrase) != CUT_LINE)
        return ADDED;
    return anf__vocabulary_add(words, anf__word_class(class), id, phrase, &known);
}

/* What is compiled in is sound: tests/vocabulary.py looks at it. */
static int
add_compiled_in(struct vocabulary *words)
{
    char *text = anf__vocabulary_keep(words, anf__data_vocabulary, anf__data_vocabulary_size);
    enum addition result = text ? ADDED : ADDED_NO_MEMORY;
    while (text && result != ADDED_NO_MEMORY)
        result = add_line(words, strsep(&text, "\n"));
    return result == ADDED_NO_MEMORY ? ANF_ERR_NOMEM : ANF_OK;
}

struct vocabulary *
anf__vocabulary_new(void)
{
    struct vocabulary *words = calloc(1, sizeof *words);
    if (!words)
        return NULL;
    struct entry *unused = ANF__ARRAY_PUSH(&words->entries);
    if (!unused || add_compiled_in(words) != ANF_OK)
        return anf__vocabulary_free(words);
    return words;
}

struct vocabulary *
anf__vocabulary_free(struct vocabulary *words)
{
    if (!words)
        return NULL;
    for (size_t i = 0; i < words->texts.count; i++)
        free(words->texts.items[i]);
    free(words->texts.items);
    free(words->tokens.items);
    free(words->entries.items);
    free(words->buckets);
    free(words);
    return NULL;
}

/* --- looking --- */

const struct entry *
anf__vocabulary_find(const struct vocabulary *words, uint64_t hash)
{
    uint32_t index = words->buckets[hash & words->mask];
    return index ? &words->entries.items[index] : NULL;
}

const char *
anf__vocabulary_phrase(const struct vocabulary *words, enum word_class class, const char *id)
{
    const struct entry *entry = anf__vocabulary_first(words, class);
    while (entry && strcmp(entry->id, id) != 0)
        entry = anf__vocabulary_next(words, entry);
    return entry ? entry->phrase : NULL;
}

const char *
anf__vocabulary_meaning(const struct vocabulary *words, enum word_class class, const char *phrase)
{
    const struct entry *entry = anf__vocabulary_first(words, class);
    while (entry && strcmp(entry->phrase, phrase) != 0)
        entry = anf__vocabulary_next(words, entry);
    return entry ? entry->id : NULL;
}

const char *
anf__vocabulary_fact(const struct vocabulary *words, enum word_class class, const char *phrase)
{
    uint64_t key = anf__hash(ANF__HASH, phrase, strlen(phrase));
    const struct entry *entry = anf__vocabulary_find(words, key);
    for (; entry; entry = entry->next ? &words->entries.items[entry->next] : NULL) {
        if (entry->class == class && entry->key == key && strcmp(entry->phrase, phrase) == 0)
            return entry->id;
    }
    return NULL;
}
