/* words.h: what German parliaments and their papers call things, for writers whose readers are
 * people. */
#ifndef ANF_PLUGIN_WORDS_H
#define ANF_PLUGIN_WORDS_H

struct anf_call;

/* "Landtag Nordrhein-Westfalen" for "DE-NW", "Kleine Anfrage" for "kleine-anfrage", by the
 * vocabulary; "Antwort" for "antwort" (ANF_FIELD_DOCUMENT). NULL: not known. */
const char *anf__words_parliament(const struct anf_call *call, const char *code);
const char *anf__words_kind(const struct anf_call *call, const char *kind);
const char *anf__words_document(const char *document);
/* The word for a value of any of these fields, and the value for a word. NULL: not known. */
const char *anf__words_of(const struct anf_call *call, const char *value);
const char *anf__words_value(const struct anf_call *call, const char *word);

/* What stands above a section of this role (enum anf_role) whose source has no heading for it;
 * NULL: nothing. */
const char *anf__words_section(int role);

/* "12. Mai 2025" for "2025-05-12". */
struct anf__words_date {
    char text[24];
};
struct anf__words_date anf__words_date(const char *iso);
/* The other way round, also from "12.05.2025"; "" where that is no such date. */
struct anf__words_date anf__words_iso_date(const char *german);

#endif
