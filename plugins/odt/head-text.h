/* head-text.h: the words in which the document shows fields; its reader takes an edited field when
 * it would be shown in just the words that it finds. */
#ifndef ANF_ODT_HEAD_TEXT_H
#define ANF_ODT_HEAD_TEXT_H

#include "markup.h"

struct anf__odt_field_label {
    int field; /* enum anf_field; 0: the end */
    const char *label;
};
/* What stands before a row of the table above the content, and at the beginning of a line below. */
extern const struct anf__odt_field_label anf__odt_row_labels[];
extern const struct anf__odt_field_label anf__odt_line_labels[];
const char *anf__odt_label_of(const struct anf__odt_field_label *labels, int field);

#define ANF__ODT_PAPER        "Drucksache "
#define ANF__ODT_TERM         ". Wahlperiode"
#define ANF__ODT_MORE_ASKERS  "und weitere"
#define ANF__ODT_SUBJECTS_END "; "

/* Each appends to a buffer, without markup; nothing where the fields are absent. */

/* "Landtag Nordrhein-Westfalen · 18. Wahlperiode", and after a tab "Drucksache 18/14241" */
void anf__odt_paper_text(const struct anf_call *call, const struct anf_inquiry *inquiry,
                         struct anf__markup_out *out);
/* "Kleine Anfrage 5441" */
void anf__odt_kind_text(const struct anf_call *call, const struct anf_inquiry *inquiry,
                        struct anf__markup_out *out);
/* "Angela Freimuth (FDP, Sprecherin für Digitales)", "Fraktion der FDP" */
void anf__odt_actor_text(struct anf__markup_out *out, const struct anf_actor *actor, int answers);
void anf__odt_subjects_text(struct anf__markup_out *out, const struct anf_inquiry *inquiry);
void anf__odt_contact_text(struct anf__markup_out *out, const struct anf_contact *contact);

#endif
