/* package-directory.c: what the end record and the central directory of a ZIP archive say of where
 * its members lie (APPNOTE 6.3, 4.3), which libzip does not compare with one another. */
#include "package-directory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Sizes of the fixed parts of records, and where their fields stand. */
enum {
    END_SIZE = 22,
    LONGEST_COMMENT = 0xffff,
    END_DIRECTORY_SIZE = 12,
    END_DIRECTORY_OFFSET = 16,
    ENTRY_SIZE = 46,
    ENTRY_PACKED_SIZE = 20,
    ENTRY_NAME_LENGTH = 28,
    ENTRY_EXTRA_LENGTH = 30,
    ENTRY_COMMENT_LENGTH = 32,
    ENTRY_OFFSET = 42,
    LOCAL_SIZE = 30,
    LOCAL_NAME_LENGTH = 26,
    LOCAL_EXTRA_LENGTH = 28
};

struct range {
    uint64_t start, end;
};

static uint64_t
short_at(const unsigned char *bytes)
{
    return (uint64_t)bytes[0] | (uint64_t)bytes[1] << 8;
}

static uint64_t
long_at(const unsigned char *bytes)
{
    return short_at(bytes) | short_at(bytes + 2) << 16;
}

/* NULL: there is none. */
static const unsigned char *
find_end(const unsigned char *data, size_t len)
{
    static const unsigned char signature[] = {'P', 'K', 5, 6};
    size_t most = END_SIZE + LONGEST_COMMENT;
    size_t least = len > most ? len - most : 0;
    for (size_t at = len < END_SIZE ? 0 : len - END_SIZE + 1; at-- > least;)
        if (memcmp(data + at, signature, sizeof signature) == 0)
            return data + at;
    return NULL;
}

/* Where the directory lies, if it ends at its end record. */
static int
find_directory(const unsigned char *data, size_t len, struct range *ret_directory)
{
    const unsigned char *end = find_end(data, len);
    if (!end)
        return 0;
    uint64_t start = long_at(end + END_DIRECTORY_OFFSET);
    uint64_t size = long_at(end + END_DIRECTORY_SIZE);
    if (start + size != (uint64_t)(end - data))
        return 0;
    *ret_directory = (struct range){start, start + size};
    return 1;
}

int
anf__odt_archive_alone(const unsigned char *data, size_t len)
{
    static const unsigned char signature[] = {'P', 'K', 3, 4};
    struct range directory;
    return len >= sizeof signature && memcmp(data, signature, sizeof signature) == 0 &&
           find_directory(data, len, &directory);
}

/* The bytes of a member, from its local header on; past every end where it is not inside. */
static struct range
member_of(const unsigned char *data, const unsigned char *entry, uint64_t directory)
{
    uint64_t start = long_at(entry + ENTRY_OFFSET);
    if (start + LOCAL_SIZE > directory)
        return (struct range){start, UINT64_MAX};
    const unsigned char *local = data + start;
    uint64_t names = short_at(local + LOCAL_NAME_LENGTH) + short_at(local + LOCAL_EXTRA_LENGTH);
    return (struct range){start, start + LOCAL_SIZE + names + long_at(entry + ENTRY_PACKED_SIZE)};
}

static int
compare_starts(const void *a, const void *b)
{
    const struct range *first = a, *second = b;
    return (first->start > second->start) - (first->start < second->start);
}

/* The count is libzip's; an archive that has another one by its directory is not consistent. */
static size_t
list_members(const unsigned char *data, struct range directory, struct range *members, size_t most)
{
    size_t count = 0;
    for (uint64_t at = directory.start; at + ENTRY_SIZE <= directory.end && count < most; count++) {
        const unsigned char *entry = data + at;
        members[count] = member_of(data, entry, directory.start);
        at += ENTRY_SIZE + short_at(entry + ENTRY_NAME_LENGTH) +
              short_at(entry + ENTRY_EXTRA_LENGTH) + short_at(entry + ENTRY_COMMENT_LENGTH);
    }
    return count;
}

int
anf__odt_members_overlap(const unsigned char *data, size_t len, size_t count, int *ret_overlap)
{
    struct range directory;
    if (!find_directory(data, len, &directory)) {
        *ret_overlap = 1;
        return ANF_OK;
    }
    struct range *members = calloc(count + 1, sizeof *members);
    if (!members)
        return ANF_ERR_NOMEM;
    count = list_members(data, directory, members, count);
    qsort(members, count, sizeof *members, compare_starts);
    members[count].start = directory.start;
    int overlap = 0;
    for (size_t i = 0; i < count && !overlap; i++)
        overlap = members[i].end > members[i + 1].start;
    free(members);
    *ret_overlap = overlap;
    return ANF_OK;
}
