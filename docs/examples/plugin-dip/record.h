/* record.h: one record of DIP on its way into the page. dip.c finds the records, record.c knows
 * what each kind of them states, people.c who asks and answers, walk.c where in a record things
 * stand. */
#ifndef DIP_RECORD_H
#define DIP_RECORD_H

#include <anfrage/plugin.h>

#include <jansson.h>

enum { DIP_MEMBER = 256 };

struct dip_record {
    struct anf_call *call;
    const json_t *object;
    const char *member; /* where the record stands: "documents[3]"; "" where it is all there is */
    int is_answer;      /* of the government's, so that its number and day are the answer's */
};

/* --- record.c --- */

/* Why the record is no inquiry's; NULL: it is one's. */
const char *dip_refusal(const struct dip_record *record);
/* State what the record does, and add its text to the page. */
ANF_CHECKED int dip_state_record(struct dip_record *record);
/* State a field. A value that the field cannot have is reported and left out. */
ANF_CHECKED int dip_state(struct dip_record *record, int field, const char *value,
                          const char *member);

/* --- walk.c --- */

/* What is done with a value; field: of the rule that led here. */
typedef int dip_fn(struct dip_record *record, const json_t *value, const char *member, int field);
/* Do it with every value at a path: "titel", "fundstelle.pdf_url", "deskriptor[].name". */
ANF_CHECKED int dip_walk(struct dip_record *record, const char *path, dip_fn *fn, int field);
/* The text at a key; NULL: none. */
const char *dip_text(const json_t *object, const char *key);

/* --- people.c --- */

/* {"titel": "Dr. Eva Muster, MdB, SPD"}: a member who asks. */
dip_fn dip_state_member;
/* {"titel": "Fraktion der SPD"}, or the name alone: a group that asks. */
dip_fn dip_state_group;
/* {"federfuehrend": true, "titel": "Bundesministerium …"}: who answers. */
dip_fn dip_state_department;
/* How many ask, where that is more than are listed at the key. */
ANF_CHECKED int dip_state_more(struct dip_record *record, const char *list, const char *count);

#endif
