/* eid.h: the eId of each element, in the order in which the elements are written.
 *
 * The rules are those of the naming convention (Akoma Ntoso Naming Convention 1.0, chapter 5) as
 * @lawsafrica/indigo-akn carries them out: parent's eId, "__", name, "_", number; the number is the
 * cleaned text of the element's num, else a running count. */
#ifndef ANF_AKN_EID_H
#define ANF_AKN_EID_H

#include <anfrage/plugin.h>

/* Elements that have an eId; whatever is not listed has none. */
enum anf__akn_eid {
    ANF__AKN_EID_A,
    ANF__AKN_EID_ANSWER,
    ANF__AKN_EID_AUTHORIAL_NOTE,
    ANF__AKN_EID_BLOCK,
    ANF__AKN_EID_BLOCK_CONTAINER,
    ANF__AKN_EID_BLOCK_LIST,
    ANF__AKN_EID_CAPTION,
    ANF__AKN_EID_CONTAINER,
    ANF__AKN_EID_DEBATE_SECTION,
    ANF__AKN_EID_DOC_NUMBER,
    ANF__AKN_EID_DOC_PROPONENT,
    ANF__AKN_EID_DOC_STATUS,
    ANF__AKN_EID_DOC_TITLE,
    ANF__AKN_EID_DOC_TYPE,
    ANF__AKN_EID_ITEM,
    ANF__AKN_EID_LEGISLATURE,
    ANF__AKN_EID_LI,
    ANF__AKN_EID_LONG_TITLE,
    ANF__AKN_EID_OL,
    ANF__AKN_EID_P,
    ANF__AKN_EID_QUESTION,
    ANF__AKN_EID_QUESTIONS,
    ANF__AKN_EID_TABLE,
    ANF__AKN_EID_UL,
    ANF__AKN_EIDS
};

struct anf__akn_eids;

/* NULL: out of memory. */
struct anf__akn_eids *anf__akn_eids_new(void);
struct anf__akn_eids *anf__akn_eids_free(struct anf__akn_eids *eids);

/* Forget every element, as at the start of a document. */
void anf__akn_eids_reset(struct anf__akn_eids *eids);
/* Enter an element; number: the text of its num, of len bytes, or NULL. */
ANF_CHECKED int anf__akn_eids_open(struct anf__akn_eids *eids, enum anf__akn_eid element,
                                   const char *number, size_t len);
/* Enter an element that has no eId but gives its name to the eIds within: "preface". */
ANF_CHECKED int anf__akn_eids_open_prefix(struct anf__akn_eids *eids, const char *name);
void anf__akn_eids_close(struct anf__akn_eids *eids);
/* The eId of the innermost open element, "" at the top; until the next call. It holds no character
 * that XML has to escape. */
const char *anf__akn_eids_path(const struct anf__akn_eids *eids);

#endif
