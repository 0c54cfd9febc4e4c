/* view.h: what the public parts of a document say of an inquiry: numbers, dates and names made fit
 * for URIs, and who is referred to by which eId. Nothing in it is read back. */
#ifndef ANF_AKN_VIEW_H
#define ANF_AKN_VIEW_H

#include "slug.h"
#include "vocabulary.h"

#include <anfrage/plugin.h>

struct anf__akn_view {
    const struct anf_inquiry *inquiry;
    const char *parliament;           /* its name; NULL: unknown */
    struct anf__akn_slug chamber;     /* "landtag": who numbers the papers */
    char country[8];                  /* "de-nw"; "zz": unknown */
    char place[112];                  /* "de-nw/landtag", "zz": before what is there */
    const char *subtype;              /* kind, or "anfrage" */
    const char *kind_label;           /* NULL: not stated */
    const char *number;               /* as printed; NULL: none */
    struct anf__akn_slug number_slug; /* also where there is none */
    const char *date;                 /* of the work; the sentinel where unknown */
    const char *date_name;
    struct anf__akn_language language;
    int has_askers;
    int has_answerers;     /* known by name */
    int names_answerers;   /* someone answers: known, or the document has questions */
    int has_questions;     /* "questions_1" is an eId of the document */
    int answers_reference; /* the answer has a Drucksache of its own */
};

#define ANF__AKN_NO_DATE      "0001-01-01"
#define ANF__AKN_NO_DATE_NAME "unbekannt"

void anf__akn_view_init(struct anf__akn_view *view, const struct anf_call *call,
                        const struct anf_inquiry *inquiry);

/* eIds of people and bodies, given in the order of the lists. */
struct anf__akn_counts {
    unsigned persons, groups, offices;
};
struct anf__akn_eid_text {
    char text[24]; /* "" : none */
};
struct anf__akn_who {
    struct anf__akn_eid_text person; /* "person-1" */
    struct anf__akn_eid_text body;   /* "fraktion-1" of an asker, "ressort-1" of an answerer */
    const char *person_name;
    const char *body_name;
};
/* The next asker or answerer; counts begin at zero, askers come first. */
struct anf__akn_who anf__akn_who_asks(struct anf__akn_counts *counts,
                                      const struct anf_actor *asker);
struct anf__akn_who anf__akn_who_answers(struct anf__akn_counts *counts,
                                         const struct anf_actor *answerer);
/* By whom the document refers to him: the body where one is named. */
const char *anf__akn_who_eid(const struct anf__akn_who *who);
const char *anf__akn_who_name(const struct anf__akn_who *who);

#endif
