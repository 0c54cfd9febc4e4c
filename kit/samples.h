/* samples.h: inputs of the plugin's formats: what it writes, and what its author gives. */
#ifndef KIT_SAMPLES_H
#define KIT_SAMPLES_H

#include "bench.h"

typedef void sample_fn(struct bench *bench, const struct anf_format_info *format,
                       const struct bytes *sample);

/* Call fn with each sample of each format that the plugin reads: what it writes of a plain
 * inquiry, and the files of the command line that this format bids most for. Gives how many. */
unsigned each_sample(struct bench *bench, sample_fn *fn);

/* The same with the files of the command line alone, of one format. */
unsigned each_given_sample(struct bench *bench, const struct anf_format_info *format,
                           sample_fn *fn);

/* Open a bench, call fn with each sample, close it. A plugin that only reads needs samples: that
 * there are none is told. */
void try_samples(const struct subject *subject, sample_fn *fn);

/* A file of the command line. false: it cannot be read. */
bool sample_load(const char *path, struct bytes *ret_bytes);

#endif
