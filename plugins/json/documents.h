/* documents.h: a JSON input as inquiries, one after another. */
#ifndef ANF_JSON_DOCUMENTS_H
#define ANF_JSON_DOCUMENTS_H

#include "reader.h"

/* Objects one after another (NDJSON, or indented as they like), or one array of objects: emit an
 * inquiry for each. */
ANF_CHECKED int anf__json_read_documents(struct anf__json_reader *reader, const unsigned char *data,
                                         size_t len);

#endif
