/* field.c: memory between pages that cannot be read. */
#include "field.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static size_t
page_size(void)
{
    return (size_t)sysconf(_SC_PAGESIZE);
}

bool
field_open(struct field *field, size_t length)
{
    size_t page = page_size();
    field->length = (length / page + 1) * page;
    unsigned char *all = mmap(NULL, field->length + 2 * page, PROT_NONE,
                              MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (all == MAP_FAILED) {
        return false;
    }
    field->first = all + page;
    if (mprotect(field->first, field->length, PROT_READ | PROT_WRITE) == 0) {
        return true;
    }
    field_close(field);
    return false;
}

void
field_close(struct field *field)
{
    munmap(field->first - page_size(), field->length + 2 * page_size());
}

static unsigned char *
put(const struct field *field, unsigned char *at, const void *data, size_t length)
{
    memset(field->first, 0, field->length);
    if (length > 0) {
        memcpy(at, data, length);
    }
    return at;
}

unsigned char *
field_put_last(const struct field *field, const void *data, size_t length)
{
    return put(field, field->first + field->length - length, data, length);
}

unsigned char *
field_put_first(const struct field *field, const void *data, size_t length)
{
    return put(field, field->first, data, length);
}
