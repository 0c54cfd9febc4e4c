/* stated.h: what the source states of an inquiry (anf_page_state), beside the text. The text is
 * read as if nothing were stated; then what is stated wins. */
#ifndef ANF_STATED_H
#define ANF_STATED_H

#include "recogniser/recognition.h"

#define ANF__RULE_STATED "stated"

/* --- stated.c --- */

/* Is the field, or something of its list, stated of the record at hand? */
int anf__is_stated(const struct recognition *r, int field);
/* Does the inquiry have the field, or will it by a proposal? */
int anf__is_told(const struct recognition *r, int field);
/* Put what is stated into the inquiry, with its evidence. */
ANF_CHECKED int anf__take_stated(struct recognition *r);
/* Are two values the same but for case, white space and the forms of dashes and quotes? */
ANF_CHECKED int anf__says_the_same(const char *a, const char *b, int *ret_same);
/* Warn of fields that the text states in another way. */
ANF_CHECKED int anf__report_contradictions(struct recognition *r);
/* "ANF-082: what: "theirs"": a warning at the place where the field was stated first. */
void anf__report_other(const struct recognition *r, int field, const char *what,
                       const char *theirs);

/* --- choose-people.c --- */

/* What an actor is called in messages and evidence. */
const char *anf__actor_label(const struct anf_actor *actor);
/* The people of the text, beside those that are stated. */
ANF_CHECKED int anf__choose_people(struct recognition *r);

/* --- choose.c --- */

ANF_CHECKED int anf__add_evidence(struct recognition *r, struct anf_evidence evidence,
                                  struct extent extent);

#endif
