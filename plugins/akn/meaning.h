/* meaning.h: what the elements of Akoma Ntoso mean for an inquiry, over all versions. */
#ifndef ANF_AKN_MEANING_H
#define ANF_AKN_MEANING_H

enum anf__akn_meaning {
    ANF__MEANS_UNKNOWN = 0,
    /* blocks */
    ANF__MEANS_THROUGH, /* blocks around what stands in it, a paragraph around its text */
    ANF__MEANS_APART,   /* meta and such: no text of the document */
    ANF__MEANS_FRONT,   /* preface and such: holds fields */
    ANF__MEANS_BACK,    /* conclusions */
    ANF__MEANS_PART,    /* of a debate */
    ANF__MEANS_LEVEL,   /* of the hierarchy of a document */
    ANF__MEANS_SPEECH,
    ANF__MEANS_QUESTION,
    ANF__MEANS_ANSWER,
    ANF__MEANS_NUMBER,
    ANF__MEANS_TITLE, /* heading and such */
    ANF__MEANS_LIST,
    ANF__MEANS_ITEM,
    ANF__MEANS_TABLE,
    ANF__MEANS_ROW,
    ANF__MEANS_CELL,
    ANF__MEANS_CAPTION,
    ANF__MEANS_QUOTATION, /* of blocks */
    ANF__MEANS_PICTURE,
    ANF__MEANS_ATTACHED, /* another document */
    ANF__MEANS_REFERRED, /* another document, by its address */
    ANF__MEANS_ALIEN,    /* in another markup */
    /* inlines from here on */
    ANF__MEANS_MARKED,
    ANF__MEANS_LINKED,
    ANF__MEANS_BROKEN, /* a line */
    ANF__MEANS_NOTED,  /* a footnote */
    ANF__MEANS_NOTE_REFERENCE,
    ANF__MEANS_QUOTED,
    ANF__MEANS_EMPTY_MARK, /* where a page ends, and such */
    ANF__MEANS_WORDS,      /* text like any other */
    ANF__MEANS_DROPPED     /* text whose meaning the model does not hold */
};

/* ANF__MEANS_UNKNOWN for what is not known. */
enum anf__akn_meaning anf__akn_meaning(const char *name);

int anf__akn_is_block(enum anf__akn_meaning meaning);

#endif
