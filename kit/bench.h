/* bench.h: the plugin, loaded by the library as any program has it, and what came of a call. */
#ifndef KIT_BENCH_H
#define KIT_BENCH_H

#include "kit.h"

#include <anfrage/plugin.h>

/* What the library and the plugin reported during the last call. */
struct heard {
    unsigned reports;
    bool not_a_page;
    bool unasked;     /* an option for which nobody asked */
    bool bad_value;   /* of an option */
    char error[256];  /* the last one */
    char broken[256]; /* the last word of the library that the plugin broke its contract */
};

/* Not shared between threads. */
struct bench {
    const struct subject *subject;
    struct anf_context *ctx;
    struct heard heard;
    bool silent;                         /* do not tell what a call did wrong */
    size_t inquiries;                    /* that came of all readings so far */
    const struct anf_format_info *model; /* the format last seen to give inquiries, not a page */
};

/* Nothing is told: try_load was there before. false: there is no such plugin. */
bool bench_open(struct bench *bench, const struct subject *subject);
void bench_close(struct bench *bench);

/* The formats of the plugin; NULL past the end. */
const struct anf_format_info *bench_format(const struct bench *bench, size_t index);
/* The plugin's constant, from its module. NULL: it has none. */
const struct anf_plugin *bench_constant(const struct subject *subject);

struct bytes {
    char name[256];
    unsigned char *data;
    size_t length;
};
void bytes_clear(struct bytes *bytes);
bool bytes_are_same(const struct bytes *a, const struct bytes *b);

/* What a reading gave. */
struct outcome {
    int status;
    struct anf_page *page; /* of a format that fills one; NULL: it gives inquiries itself */
    size_t count;
    struct anf_inquiry *kept[4]; /* the first ones */
};
void outcome_clear(struct outcome *outcome);
bool outcomes_are_same(const struct outcome *a, const struct outcome *b);

/* Read and write. A broken contract is told as a finding. ret_bytes is named for the format. */
int bench_read(struct bench *bench, const struct anf_format_info *format, const struct bytes *input,
               struct outcome *ret_outcome);
int bench_write(struct bench *bench, const struct anf_format_info *format,
                const struct anf_inquiry *inquiry, struct bytes *ret_bytes);
/* Read, and drop what came. */
void bench_read_only(struct bench *bench, const struct anf_format_info *format,
                     const struct bytes *input);

#endif
