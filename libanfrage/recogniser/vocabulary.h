/* vocabulary.h: what the recogniser knows of the language of parliaments: data, not code. */
#ifndef ANF_VOCABULARY_H
#define ANF_VOCABULARY_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include "recogniser/token.h"

/* The classes of data/vocabulary; docs/vocabulary.md says what each is for. At most 64, so that a
 * word has a bit for each. */
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
    WORD_QUESTION_VERB,
    WORD_NUMBER_JOIN,
    WORD_ORDINAL,
    WORD_JOINT,
    WORD_JOINTLY,
    WORD_ANSWERING,
    WORD_PENDING,
    WORD_WISH,
    WORD_BEHIND,
    WORD_BEHIND_WITHIN,
    WORD_CONTACT,
    WORD_PRINT,
    WORD_PRINT_SENTENCE,
    WORD_PRINT_WITHIN,
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
    WORD_REGISTER,
    WORD_REGISTER_OF,
    WORD_COLUMN,
    WORD_LAND,
    WORD_LETTER,
    WORD_ONE_PAPER,
    WORD_PAPER,
    WORD_BEHALF,
    WORD_ORGANIZATION,
    WORD_MONTH,
    WORD_FILE,
    WORD_CHAMBER,
    WORD_NUMBERING,
    WORD_COLLECTION,
    WORD_CLASSES /* how many, and one more */
};

struct entry {
    enum word_class class;
    const char *id;      /* "-" where the class needs none */
    const char *phrase;  /* as written in the file */
    uint64_t key;        /* hash of its first word; of the whole where it is no words */
    uint32_t first;      /* its tokens, in the vocabulary's list */
    uint32_t count;      /* 0: it is no words, such as a host, and is not looked for in text */
    uint32_t next;       /* in the chain of entries with such a key; 0: none */
    uint32_t next_alike; /* of its class; 0: none */
    int spaced;          /* the fact before it, as one word of letters with blanks between them */
};

_Static_assert(WORD_CLASSES <= 64, "a token has a bit for each class");

struct vocabulary {
    ANF__ARRAY(char *) texts; /* of all files, cut into strings */
    struct token_list tokens;
    ANF__ARRAY(struct entry) entries; /* the first is unused, so that 0 means none */
    uint32_t *buckets;
    uint32_t mask;
    uint32_t first_of[WORD_CLASSES], last_of[WORD_CLASSES]; /* of each class; 0: none */
};

/* The vocabulary that is compiled in. NULL: out of memory. */
struct vocabulary *anf__vocabulary_new(void);
struct vocabulary *anf__vocabulary_free(struct vocabulary *words);

/* The first of the entries that may begin with a token of this hash; follow with entry->next. */
const struct entry *anf__vocabulary_find(const struct vocabulary *words, uint64_t hash);

/* The first entry of a class, in the order of the files, and the one behind an entry; NULL: none.
 */
static inline const struct entry *
anf__vocabulary_first(const struct vocabulary *words, enum word_class class)
{
    return words->first_of[class] ? &words->entries.items[words->first_of[class]] : NULL;
}
static inline const struct entry *
anf__vocabulary_next(const struct vocabulary *words, const struct entry *entry)
{
    return entry->next_alike ? &words->entries.items[entry->next_alike] : NULL;
}

/* The first phrase of a class with this id, which is its usual form; NULL: none. */
const char *anf__vocabulary_phrase(const struct vocabulary *words, enum word_class class,
                                   const char *id);
/* The id of a class that exactly this phrase has; NULL: none. */
const char *anf__vocabulary_meaning(const struct vocabulary *words, enum word_class class,
                                    const char *phrase);
/* The id of exactly this phrase in a class whose facts are no words, such as hosts; NULL: none. */
const char *anf__vocabulary_fact(const struct vocabulary *words, enum word_class class,
                                 const char *phrase);

/* --- for those that fill it --- */

/* 0: no such class. */
enum word_class anf__word_class(const char *name);

/* What came of an addition. */
enum addition {
    ADDED = 0,
    ADDED_NOTHING,  /* the fact is there already */
    ADDED_CONFLICT, /* the phrase of that class has another id */
    ADDED_NO_WORDS, /* the phrase is nothing but white space */
    ADDED_TOO_MANY, /* more facts, or more that begin with one word, than text is searched for */
    ADDED_NO_MEMORY
};

/* Add a fact, whose strings must live as long as the vocabulary. ret_known gets the entry that is
 * in the way. */
enum addition anf__vocabulary_add(struct vocabulary *words, enum word_class class, const char *id,
                                  const char *phrase, const struct entry **ret_known);
/* A copy of a file's text that lives as long as the vocabulary, or until it is forgotten. NULL: out
 * of memory. */
char *anf__vocabulary_keep(struct vocabulary *words, const char *text, size_t len);
/* Back to when there were so many entries and texts. */
void anf__vocabulary_forget(struct vocabulary *words, size_t entries, size_t texts);

enum { CUT_LINE = 1, CUT_NOTHING = 0, CUT_FAULT = -1 };
/* Cut "class TAB id TAB phrase" at its TABs; CUT_NOTHING: a comment, or empty; CUT_FAULT: not three
 * parts. */
int anf__vocabulary_cut(char *line, const char **ret_class, const char **ret_id,
                        const char **ret_phrase);

#endif
