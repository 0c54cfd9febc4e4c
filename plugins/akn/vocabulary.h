/* vocabulary.h: facts about parliaments, kinds of inquiries and languages that Akoma Ntoso asks
 * for and the model does not hold. */
#ifndef ANF_AKN_VOCABULARY_H
#define ANF_AKN_VOCABULARY_H

struct anf__akn_parliament {
    const char *code;  /* ISO 3166-2, national ones 3166-1 */
    const char *actor; /* that numbers the papers, in a URI */
    const char *name;
};
/* NULL: not known. */
const struct anf__akn_parliament *anf__akn_parliament(const char *code);

/* "Kleine Anfrage" for "kleine-anfrage"; NULL: not known. */
const char *anf__akn_kind_label(const char *kind);
/* The other way round, also from "kleineAnfrage". */
const char *anf__akn_kind_from_words(const char *words);

/* ISO 639-2 of a BCP 47 tag; "und" where it is not known, or for NULL. */
struct anf__akn_language {
    char code[4];
};
struct anf__akn_language anf__akn_language(const char *tag);
/* A BCP 47 tag for a code of ISO 639; "" for "und", or what is no code. */
struct anf__akn_language anf__akn_language_tag(const char *code);

#endif
