/* vocabulary.h: kinds of inquiries and languages as Akoma Ntoso has them. */
#ifndef ANF_AKN_VOCABULARY_H
#define ANF_AKN_VOCABULARY_H

/* "kleine-anfrage" for "Kleine Anfrage", also for "kleineAnfrage"; NULL: not known. */
const char *anf__akn_kind_from_words(const char *words);

/* ISO 639-2 of a BCP 47 tag; "und" where it is not known, or for NULL. */
struct anf__akn_language {
    char code[4];
};
struct anf__akn_language anf__akn_language(const char *tag);
/* A BCP 47 tag for a code of ISO 639; "" for "und", or what is no code. */
struct anf__akn_language anf__akn_language_tag(const char *code);

#endif
