/* emit.h: JSON (RFC 8259) piece by piece into a sink.
 *
 * Nothing is built in memory but one string at a time, so an inquiry costs no more than its
 * longest text. The first failure is kept in status, and everything after it does nothing: ask
 * once, at the end. */
#ifndef ANF_JSON_EMIT_H
#define ANF_JSON_EMIT_H

#include <anfrage/plugin.h>

enum { ANF__JSON_EMIT_BUFFER = 8192 };

struct anf__json_emitter {
    struct anf_sink *sink;
    int status;
    int pretty;     /* one member a line, for people; else all on one line */
    unsigned depth; /* of open objects and arrays */
    int after_key;  /* the next value belongs to the key just written */
    int first;      /* nothing stands in the innermost object or array yet */
    size_t used;
    char buffer[ANF__JSON_EMIT_BUFFER];
};

void anf__json_emit_start(struct anf__json_emitter *emitter, struct anf_sink *sink, int pretty);
/* The line end behind the document; returns the status of all. */
ANF_CHECKED int anf__json_emit_finish(struct anf__json_emitter *emitter);

void anf__json_emit_open(struct anf__json_emitter *emitter, char bracket);
void anf__json_emit_close(struct anf__json_emitter *emitter, char bracket);
/* Keys are ours: ASCII, nothing to escape. */
void anf__json_emit_key(struct anf__json_emitter *emitter, const char *key);
/* A string; NULL: null. */
void anf__json_emit_text(struct anf__json_emitter *emitter, const char *text);
void anf__json_emit_text_n(struct anf__json_emitter *emitter, const char *text, size_t len);
void anf__json_emit_bool(struct anf__json_emitter *emitter, int value);
void anf__json_emit_number(struct anf__json_emitter *emitter, uint32_t number);
void anf__json_emit_null(struct anf__json_emitter *emitter);

#endif
