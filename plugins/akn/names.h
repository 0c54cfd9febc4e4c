/* names.h: what things of the model are called in Akoma Ntoso, for the writer and the reader. */
#ifndef ANF_AKN_NAMES_H
#define ANF_AKN_NAMES_H

#include <anfrage/plugin.h>

#define ANF__AKN_NAMESPACE "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
/* Of what Akoma Ntoso has no place for. */
#define ANF__AKN_OWN_NAMESPACE "tag:libanfrage,2026:meta"
#define ANF__AKN_SCHEMA        "anfrage-json/1"

/* Classes and names of elements. */
#define ANF__AKN_LOOSE        "inhalt"        /* debateSection around blocks at the top */
#define ANF__AKN_EMPTY        "leer"          /* p where the schema wants a block */
#define ANF__AKN_HEADING      "ueberschrift"  /* block */
#define ANF__AKN_LEVEL        "ebene-"        /* class of headings, before the level */
#define ANF__AKN_QUOTE        "zitat"         /* blockContainer */
#define ANF__AKN_PREFORMATTED "vorformatiert" /* block */
#define ANF__AKN_IMAGE        "bild"          /* block */
#define ANF__AKN_STRIKE       "gestrichen"    /* inline */
#define ANF__AKN_ORDERED      "geordnet"      /* blockList */
#define ANF__AKN_UNORDERED    "ungeordnet"    /* blockList */

/* debateSection/@name, and blockContainer/@class within a question or answer; NULL and
 * ANF_ROLE_NONE for what does not exist. */
const char *anf__akn_section_name(int role);
int anf__akn_section_role(const char *name);

/* The element of an inline kind that has no attributes; NULL and 0 for all others. */
const char *anf__akn_inline_name(int kind);
int anf__akn_inline_kind(const char *name);

/* An attribute or element in which a field stands. */
struct anf__akn_place {
    int field;
    const char *name;
};
/* Up to a field 0: attributes of anf:anfrage, anf:links, anf:provenance. */
extern const struct anf__akn_place anf__akn_main_fields[];
extern const struct anf__akn_place anf__akn_link_fields[];
extern const struct anf__akn_place anf__akn_provenance_fields[];

#endif
