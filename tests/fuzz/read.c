/* read.c: any bytes, as a file in the format FUZZ_FORMAT. */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_read(FUZZ_FORMAT, NULL, data, size);
    return 0;
}
