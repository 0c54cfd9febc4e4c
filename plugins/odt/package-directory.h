/* package-directory.h: where the members of a ZIP archive lie. */
#ifndef ANF_ODT_PACKAGE_DIRECTORY_H
#define ANF_ODT_PACKAGE_DIRECTORY_H

#include <anfrage/plugin.h>

/* Is there one archive, from the first byte to the directory and the end record behind it?
 * Something else before it, such as a second archive, makes readers differ in which of the two they
 * show. */
int anf__odt_archive_alone(const unsigned char *data, size_t len);

/* Of an archive that libzip found consistent, with so many members: do two of them share bytes? A
 * small file whose members overlap unpacks to any size. */
ANF_CHECKED int anf__odt_members_overlap(const unsigned char *data, size_t len, size_t count,
                                         int *ret_overlap);

#endif
