/* round-trip.c: an inquiry, given as JSON, through every format that holds all of it. */
#include "fuzz.h"

static const char *const formats[] = {"json", "akn", "html", "odt"};

static int
take_inquiry(struct anf_inquiry *inquiry, void *user)
{
    (void)user;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        fuzz_round_trip(formats[i], inquiry);
    return ANF_OK;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct anf_source *source = anf_source_new_memory("fuzz", data, size);
    (void)!anf_read(fuzz_context(), source, "json", NULL, take_inquiry, NULL);
    anf_source_unref(source);
    return 0;
}
