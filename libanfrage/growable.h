/* growable.h: structs that grow, as the other side's header knew them. */
#ifndef ANF_GROWABLE_H
#define ANF_GROWABLE_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include <stddef.h>
#include <stdint.h>

/* Up to and with a member: the least size of a struct whose first version ends there. */
#define ANF__SIZE_UP_TO(type, member) (offsetof(type, member) + sizeof(((type *)NULL)->member))

/* Can a compiler have given this size to a struct of ours? Pointers align every struct that others
 * fill in, so that no such size ends within a field; and none will ever be this large. */
int anf__is_struct_size(uint32_t size);

/* Copy what both know of a struct: fields that lie beyond their size are zero, what lies beyond
 * ours is left out. */
void anf__copy_struct(void *own, size_t own_size, const void *theirs, uint32_t their_size);

#endif
