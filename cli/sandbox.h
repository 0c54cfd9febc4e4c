/* sandbox.h: what a worker may do, and what it may cost. docs/security.md says what is promised. */
#ifndef CLI_SANDBOX_H
#define CLI_SANDBOX_H

#include <anfrage/anfrage.h>

#include <stdbool.h>
#include <stdio.h>
#include <sys/types.h>

enum sandbox_wish {
    sandbox_on, /* what this machine can enforce */
    sandbox_off,
    sandbox_required /* all of it, or nothing is converted */
};

struct sandbox_limits {
    uint64_t memory;  /* bytes of a worker's address space */
    uint64_t seconds; /* of processor time for one input */
};

/* What is not enforced here: one English phrase; NULL: nothing is missing. */
const char *sandbox_missing(void);
/* For a person: one line for each power. */
void sandbox_describe(FILE *out);

/* In a worker, once: from here on it reads libraries and plugins, and opens nothing else. false:
 * this machine refused what sandbox_missing said it has; errno tells. */
bool sandbox_enter(const struct sandbox_limits *limits, struct anf_context *ctx);

/* A worker gets so many more seconds of processor time from now on. */
void sandbox_extend_time(pid_t worker, const struct sandbox_limits *limits);

#endif
