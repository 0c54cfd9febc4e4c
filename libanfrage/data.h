/* data.h: the files of data/, compiled in: lines of fields between TABs, without comments. */
#ifndef ANF_DATA_H
#define ANF_DATA_H

#include <stddef.h>

extern const char *const anf__data_charsets; /* label, WHATWG name, glibc name */
extern const size_t anf__data_charsets_size;
extern const char *const anf__data_magic; /* first bytes of formats that no plugin reads */
extern const size_t anf__data_magic_size;
extern const char *const anf__data_vocabulary; /* class, id, phrase: data/vocabulary/ */
extern const size_t anf__data_vocabulary_size;

#endif
