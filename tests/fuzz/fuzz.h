/* fuzz.h: what the fuzz targets share. A target is one function that gets any bytes; libFuzzer
 * calls it (option fuzz of meson), or replay.c, which makes an ordinary test of it. A fault is an
 * abort. */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <anfrage/anfrage.h>

/* The function that libFuzzer asks for (LLVM, "libFuzzer", Fuzz Target). Always 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* One for the whole program, with all plugins, and limits that keep one input under a second. */
struct anf_context *fuzz_context(void);

/* Stop with a message: the program did what it promises not to do. */
_Noreturn void fuzz_fail(const char *what, const char *detail);

/* Read the bytes in a format (NULL: by the bytes) from a source of that charset (NULL: none given).
 * Whatever is read must be a sound inquiry, and come back from JSON as it is; what cannot be read
 * must be refused with a reason. */
void fuzz_read(const char *format, const char *charset, const void *data, size_t size);

/* Write the inquiry in a format that holds all of it, and read it back. */
void fuzz_round_trip(const char *format, const struct anf_inquiry *inquiry);

#endif
