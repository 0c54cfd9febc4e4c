/* round_trip.h: does what a format wrote read back as the same inquiry, whatever the inquiry? */
#ifndef TESTS_ROUND_TRIP_H
#define TESTS_ROUND_TRIP_H

#include <anfrage/anfrage.h>

/* Write and read back the inquiries of count seeds from first_seed on. options: the writer's, or
 * NULL. The first failure is made as small as leaving out parts and nodes makes it, and printed
 * to standard error with its seed. 1: every one came back; 0: not. */
int check_round_trip(struct anf_context *ctx, const char *format, const char *const *options,
                     uint64_t count, uint64_t first_seed);

/* The same for text, which holds less: what comes back is what project_to_text makes of an inquiry,
 * and if and only if that is less, the writer says that something is lost. */
int check_round_trip_as_text(struct anf_context *ctx, const char *const *options, uint64_t count,
                             uint64_t first_seed);

/* One inquiry, also one that no seed makes. A warning counts as a failure. 1 or 0; what went wrong
 * is printed if loud. */
int round_trip_holds(struct anf_context *ctx, const char *format, const char *const *options,
                     const struct anf_inquiry *inquiry, int loud);

#endif
