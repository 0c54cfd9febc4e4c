/* zip-memory.h: what libzip says where there is no memory. */
#ifndef ANF_ODT_ZIP_MEMORY_H
#define ANF_ODT_ZIP_MEMORY_H

#include <zip.h>
#include <zlib.h>

/* libzip's own memory, or that of zlib, which packs for it. */
static inline int
anf__odt_zip_has_no_memory(const zip_error_t *error)
{
    int code = zip_error_code_zip(error);
    return code == ZIP_ER_MEMORY ||
           (code == ZIP_ER_ZLIB && zip_error_code_system(error) == Z_MEM_ERROR);
}

#endif
