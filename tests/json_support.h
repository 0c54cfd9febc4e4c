/* json_support.h: what the tests of JSON share. */
#ifndef TESTS_JSON_SUPPORT_H
#define TESTS_JSON_SUPPORT_H

#include "support.h"

enum { TEXT_SIZE = 512, SAID_MOST = 8 };

/* The first diagnostics of a test. */
struct said {
    size_t count; /* of all */
    struct {
        int severity;
        uint32_t code, line, column;
        char message[TEXT_SIZE];
    } items[SAID_MOST];
};
extern struct said said;

extern struct anf_context *ctx;

/* The checked fixture: a context that knows the plugins and notes what is said. */
void set_up(void);
void tear_down(void);

struct output {
    struct anf_sink *sink;
    const char *const *options;
    int inquiries;
};
/* An anf_inquiry_fn that writes JSON; user is the output. */
int write_on(struct anf_inquiry *inquiry, void *user);

/* Read JSON and write what it holds as JSON again: the status, and the text, for anf_free. */
int rewrite_bytes(const char *json, size_t len, const char *const *options, char **ret_text);
int status_of(const char *json, size_t len);
/* The last inquiry of JSON that is sound. */
struct anf_inquiry *read_json(const char *json);
/* A file of fixtures/json, to be freed. */
char *fixture(const char *name);

/* A small inquiry. */
#define ONE "{\"schema\":\"anfrage-json/1\",\"title\":\"Titel\"}"

#endif
