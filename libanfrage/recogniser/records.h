/* records.h: a page as one record, or as several that are recognised one by one. */
#ifndef ANF_RECORDS_H
#define ANF_RECORDS_H

#include "recogniser/recognition.h"

/* --- recognise.c --- */

/* Recognise the lines from r->first to r->end and what is stated of r->record. *ret_refused: why
 * there is no inquiry; NULL: there is. Empties r. */
ANF_CHECKED int anf__recognise_record(struct recognition *r, const char **ret_refused);

/* --- records.c --- */

/* On a page of records, what stands in none of them belongs to no inquiry. */
void anf__leave_outside(struct recognition *r);

#endif
