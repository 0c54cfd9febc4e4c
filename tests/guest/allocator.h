/* allocator.h: the allocator of a program, in place of the C library's and of libxml2's. */
#ifndef TESTS_ALLOCATOR_H
#define TESTS_ALLOCATOR_H

struct in_use {
    long blocks;  /* of malloc() and its relatives */
    long libxml;  /* of the functions that libxml2 was given */
    long foreign; /* blocks that came to the wrong one of the two */
};

/* Give libxml2 functions of ours; 1: it took them. malloc() is replaced by linking this. */
int allocator_replace(void);
struct in_use allocator_in_use(void);

/* Let the allocation of this number, from 1, fail in the calling thread; 0: none. */
void allocator_fail_at(unsigned long number);
/* Was it reached? Of the last thread that asked for one. */
int allocator_has_failed(void);

#endif
