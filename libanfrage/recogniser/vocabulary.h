/* vocabulary.h: what the recogniser knows of the language of parliaments: data, not code. */
#ifndef ANF_VOCABULARY_H
#define ANF_VOCABULARY_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include "recogniser/token.h"

/* The classes of data/vocabulary; docs/recogniser.md says what each is for. */
enum word_class {
    WORD_KIND = 1,
    WORD_KIND_EXACT,
    WORD_PARLIAMENT,
    WORD_HOST,
    WORD_GOVERNMENT,
    WORD_PARTY,
    WORD_LABEL,
    WORD_ASKER_INTRO,
    WORD_ASKER_MORE,
    WORD_GROUP,
    WORD_NAME_TAIL,
    WORD_NAME_PARTICLE,
    WORD_ACADEMIC,
    WORD_FILLER,
    WORD_SECTION,
    WORD_ASKING,
    WORD_ANSWER_OPENER,
    WORD_ANSWER_TO,
    WORD_QUESTION_OPENER,
    WORD_QUESTION_WORD,
    WORD_NUMBER_JOIN,
    WORD_ORDINAL,
    WORD_JOINT,
    WORD_JOINTLY,
    WORD_ANSWERING,
    WORD_WISH,
    WORD_ABBREVIATION,
    WORD_ASIDE,
    WORD_ASIDE_LINE,
    WORD_ASIDE_REST,
    WORD_OPENER,
    WORD_OFFICE,
    WORD_OFFICE_ORIGIN,
    WORD_OFFICE_LINK,
    WORD_OFFICE_SHORT,
    WORD_ANSWER_STEP,
    WORD_WITH_ANSWER,
    WORD_OTHER_STEP,
    WORD_STEP_WORD,
    WORD_TO_QUESTION,
    WORD_PROCEDURE,
    WORD_ORGANIZATION,
    WORD_MONTH,
    WORD_FILE,
    WORD_CLASSES /* how many, and one more */
};

struct entry {
    enum word_class class;
    const char *id;     /* "-" where the class needs none */
    const char *phrase; /* as written in the file */
    uint32_t first;     /* its tokens, in the vocabulary's list */
    uint32_t count;
    uint32_t next; /* in the chain of entries that begin with the same word; 0: none */
};

struct vocabulary {
    char *text; /* of all files, cut into strings */
    struct token_list tokens;
    ANF__ARRAY(struct entry) entries; /* the first is unused, so that 0 means none */
    uint32_t *buckets;
    uint32_t mask;
};

/* The vocabulary that is compiled in. NULL: out of memory. */
struct vocabulary *anf__vocabulary_new(void);
struct vocabulary *anf__vocabulary_free(struct vocabulary *words);

/* The first of the entries that may begin with a token of this hash; follow with entry->next. */
const struct entry *anf__vocabulary_find(const struct vocabulary *words, uint64_t hash);

#endif
