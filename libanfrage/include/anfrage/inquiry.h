/* inquiry.h: a parliamentary inquiry: fields, people, content, provenance, evidence.
 *
 * What each field means, and where the rule comes from, is in docs/model.md. A fact that the
 * source does not state is absent: NULL, or an empty list. Text of fields follows the rule of
 * anf_node_add_text, is one line (no LF, no TAB), and "" is the same as absent.
 *
 * Nothing here has a context to report to: the status is all there is. What fails changes nothing.
 * Fields can be set again; lists only grow. Every function that sets or adds copies what it gets,
 * also structs and the strings that they point to, and returns ANF_ERR_NOMEM when it cannot.
 */
#ifndef ANFRAGE_INQUIRY_H
#define ANFRAGE_INQUIRY_H

#include <anfrage/content.h>

#ifdef __cplusplus
extern "C" {
#endif

struct anf_context;
struct anf_inquiry;

/* An empty inquiry with the limits that ctx has now, and no further tie to it. NULL: out of memory,
 * or ctx is NULL. */
ANF_API struct anf_inquiry *anf_inquiry_new(struct anf_context *ctx);
ANF_API struct anf_inquiry *anf_inquiry_ref(struct anf_inquiry *inquiry);
ANF_API struct anf_inquiry *anf_inquiry_unref(struct anf_inquiry *inquiry);

enum anf_field {
    ANF_FIELD_KIND = 1,         /* "kleine-anfrage" … (anf_inquiry_set lists them) */
    ANF_FIELD_KIND_LABEL,       /* as printed: "Kleine Anfrage" */
    ANF_FIELD_DOCUMENT,         /* "anfrage", "antwort", "zusammenfassung", "vorgang" */
    ANF_FIELD_PARLIAMENT,       /* ISO 3166-2; a national one ISO 3166-1: "DE-NW", "DE" */
    ANF_FIELD_TERM,             /* electoral term, 1 to 999, no leading zero: "18" */
    ANF_FIELD_REFERENCE,        /* Drucksache of the question: "18/14241" */
    ANF_FIELD_ANSWER_REFERENCE, /* Drucksache of the answer */
    ANF_FIELD_INQUIRY_NUMBER,   /* in its own series, never a Drucksache: "5678" */
    ANF_FIELD_STATUS,           /* as stated: "beantwortet" */
    ANF_FIELD_TITLE,
    ANF_FIELD_LANGUAGE,      /* BCP 47: "de" */
    ANF_FIELD_ASKED,         /* dates: ISO 8601 calendar date, "2025-05-12" */
    ANF_FIELD_ANSWERED,      /* " */
    ANF_FIELD_PUBLISHED,     /* " */
    ANF_FIELD_RIGHTS,        /* who holds them: "Angela Freimuth" */
    ANF_FIELD_LINK_DOCUMENT, /* URL of the question's paper, or of the one paper for both */
    ANF_FIELD_LINK_ANSWER,   /* URL of the answer's paper */
    ANF_FIELD_LINK_SOURCE,   /* URL of the page itself */
    /* provenance: where this inquiry was read from */
    ANF_FIELD_SOURCE = 32, /* name of the source, without folders */
    ANF_FIELD_SHA256,      /* of its bytes, 64 lower-case hexadecimal digits (FIPS 180-4) */
    ANF_FIELD_MEDIA_TYPE,  /* "text/html" */
    ANF_FIELD_CHARSET,     /* that its text was decoded from: "windows-1252" */
    ANF_FIELD_READER,      /* plugin and version: "html 0.1.0" */
    ANF_FIELD_RETRIEVED,   /* time of retrieval as the source tells it, RFC 3339 */
    /* names for evidence only; their values are lists */
    ANF_FIELD_ASKERS = 64,
    ANF_FIELD_MORE_ASKERS,
    ANF_FIELD_ANSWERERS,
    ANF_FIELD_SUBJECTS,
    ANF_FIELD_LINKS_OTHER,
    ANF_FIELD_CONTACTS
};

/* The key in JSON ("kind", "link_document", "sha256" …), never to be freed; NULL and 0 for what
 * does not exist, as for NULL. */
ANF_API const char *anf_field_name(int field);
ANF_API int anf_field_from_name(const char *name);

/* Set a field of the first two groups; NULL or "" takes it away.
 * ANF_ERR_MODEL: not a value for this field. What each takes is in docs/model.md with the source of
 * the rule: a kind is kleine-anfrage, grosse-anfrage, schriftliche-anfrage, muendliche-anfrage,
 * dringliche-anfrage, interpellation or anfrage; a date one of the Gregorian calendar as ISO 8601-1
 * writes it (5.2.2.1, extended format); a language has the shape of RFC 5646, 2.1; a parliament
 * that of ISO 3166. References, addresses, names and the time of retrieval are kept as they come.
 * ANF_ERR_SYNTAX: not a line of text.
 * ANF_ERR_ARGUMENT: no such field, or one of the third group; inquiry NULL. */
ANF_API ANF_CHECKED int anf_inquiry_set(struct anf_inquiry *inquiry, int field, const char *text);
/* Borrowed until the field is set again. NULL: absent, or no field with a value of its own. */
ANF_API const char *anf_inquiry_get(const struct anf_inquiry *inquiry, int field);

/* A member, a Fraktion, an office. Unstated parts are NULL; one of name, party, organization must
 * be there. */
struct anf_actor {
    uint32_t size;
    uint32_t group;           /* 1: a Fraktion or another group asks */
    const char *name;         /* given name first, with titles: "Dr. Bernd Muster" */
    const char *party;        /* as the page spells it */
    const char *role;         /* "Sprecherin für Digitales", "Ministerin" */
    const char *organization; /* "Ministerium des Innern"; answerers */
};
#define ANF_ACTOR_INIT .size = sizeof(struct anf_actor)

/* A postal line, an address, whom to ask about the page. One part must be there. */
struct anf_contact {
    uint32_t size;
    const char *name;
    const char *email;
    const char *organization;
    const char *const *address; /* lines, up to a NULL; NULL: none */
};
#define ANF_CONTACT_INIT .size = sizeof(struct anf_contact)

/* The lists. add appends a copy; the getters give the entry at an index, NULL past the end,
 * borrowed until the next add to the same list. ANF_ERR_MODEL: a part that must be there is not.
 * ANF_ERR_SYNTAX: not a line of text. ANF_ERR_ARGUMENT: also a struct whose size is not one: too
 * small to hold its first pointer, or what no compiler gives. */
ANF_API ANF_CHECKED int anf_inquiry_add_asker(struct anf_inquiry *inquiry,
                                              const struct anf_actor *asker);
ANF_API const struct anf_actor *anf_inquiry_asker(const struct anf_inquiry *inquiry, size_t index);
/* Does the source say that there are further askers ("und andere")? 1 or 0; 0 at first. All that is
 * not 0 is 1. */
ANF_API void anf_inquiry_set_more_askers(struct anf_inquiry *inquiry, int more);
ANF_API int anf_inquiry_more_askers(const struct anf_inquiry *inquiry);
ANF_API ANF_CHECKED int anf_inquiry_add_answerer(struct anf_inquiry *inquiry,
                                                 const struct anf_actor *answerer);
ANF_API const struct anf_actor *anf_inquiry_answerer(const struct anf_inquiry *inquiry,
                                                     size_t index);
ANF_API ANF_CHECKED int anf_inquiry_add_subject(struct anf_inquiry *inquiry, const char *subject);
ANF_API const char *anf_inquiry_subject(const struct anf_inquiry *inquiry, size_t index);
/* Further links of the page that belong to the inquiry; kept as they come, resolved or not. */
ANF_API ANF_CHECKED int anf_inquiry_add_link(struct anf_inquiry *inquiry, const char *url);
ANF_API const char *anf_inquiry_link(const struct anf_inquiry *inquiry, size_t index);
ANF_API ANF_CHECKED int anf_inquiry_add_contact(struct anf_inquiry *inquiry,
                                                const struct anf_contact *contact);
ANF_API const struct anf_contact *anf_inquiry_contact(const struct anf_inquiry *inquiry,
                                                      size_t index);

/* The content: one root, made with the inquiry and borrowed from it; NULL for NULL. The first is
 * for whoever adds to it, the second for whoever reads. */
ANF_API struct anf_node *anf_inquiry_root(struct anf_inquiry *inquiry);
ANF_API const struct anf_node *anf_inquiry_content(const struct anf_inquiry *inquiry);
/* How many nodes there are, the root among them. */
ANF_API uint32_t anf_inquiry_node_count(const struct anf_inquiry *inquiry);

/* A place where the text was set right; part of the provenance. */
struct anf_repair {
    uint32_t size;
    const char *kind;            /* "lost-initial", "joined-word" … */
    const char *was;             /* NULL: nothing stood there */
    const char *now;             /* NULL: nothing stands there */
    const struct anf_node *node; /* the node that holds it; NULL: in a field, or unknown */
};
#define ANF_REPAIR_INIT .size = sizeof(struct anf_repair)
/* As the other lists; kind must be there. ANF_ERR_ARGUMENT: also a node of another inquiry. */
ANF_API ANF_CHECKED int anf_inquiry_add_repair(struct anf_inquiry *inquiry,
                                               const struct anf_repair *repair);
ANF_API const struct anf_repair *anf_inquiry_repair(const struct anf_inquiry *inquiry,
                                                    size_t index);

/* What the source held and the inquiry does not. Text may have several lines (LF). */
struct anf_discarded {
    uint32_t size;
    const char *reason; /* "navigation", "cookie-notice" … (docs/recogniser.md lists them) */
    const char *text;
};
#define ANF_DISCARDED_INIT .size = sizeof(struct anf_discarded)
/* As the other lists; reason must be there. */
ANF_API ANF_CHECKED int anf_inquiry_add_discarded(struct anf_inquiry *inquiry,
                                                  const struct anf_discarded *discarded);
ANF_API const struct anf_discarded *anf_inquiry_discarded(const struct anf_inquiry *inquiry,
                                                          size_t index);

/* Why a field has its value: kept for recognised inquiries. */
struct anf_evidence {
    uint32_t size;
    int32_t field;     /* enum anf_field */
    uint32_t rejected; /* 0: gave the value; 1: was considered and not taken */
    uint32_t line;     /* of the words; from 1; 0 when unknown */
    uint32_t column;
    uint32_t block;     /* of the page; UINT32_MAX: not on the page (the file name) */
    uint32_t weight;    /* the heaviest value is taken, then the first: 1 to 100; 0: not weighed, or
                         * refused by the field */
    const char *rule;   /* "reference.file-name" … (docs/recogniser.md lists them) */
    const char *words;  /* that the rule fired on; may have several lines */
    const char *value;  /* that it gave */
    const char *member; /* the part of the source that states it (rule "stated"), or that line and
                         * column count in: "documents[0].titel"; NULL: the source itself */
};
#define ANF_EVIDENCE_INIT .size = sizeof(struct anf_evidence)
/* As the other lists; rule must be there. ANF_ERR_ARGUMENT: also a field that does not exist. */
ANF_API ANF_CHECKED int anf_inquiry_add_evidence(struct anf_inquiry *inquiry,
                                                 const struct anf_evidence *evidence);
ANF_API const struct anf_evidence *anf_inquiry_evidence(const struct anf_inquiry *inquiry,
                                                        size_t index);

/* Is the content complete: has every list an item, every table a row, every row a cell, every
 * exchange a question, every image a source? ANF_ERR_MODEL when not; then, other than elsewhere,
 * ret_node (may be NULL) gets the first node that falls short, in the order of reading. */
ANF_API int anf_inquiry_check(const struct anf_inquiry *inquiry, const struct anf_node **ret_node);

/* Are fields, lists, content and provenance (repairs included, but for their nodes) the same?
 * Discarded text and evidence do not count. 1 or 0; NULL is the same as nothing, not even NULL.
 * anf_inquiry_compare tells in what they differ. */
ANF_API int anf_inquiry_equal(const struct anf_inquiry *a, const struct anf_inquiry *b);

#ifdef __cplusplus
}
#endif
#endif
