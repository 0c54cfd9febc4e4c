/* breaks_contract.c: a plugin that returns what is no status. */
#include <anfrage/plugin.h>

static int
breaks_contract_read(struct anf_call *call, struct anf_source *source)
{
    (void)call;
    (void)source;
    return 7;
}

static const char *const magic[] = {"80 1 breaks_contract", NULL};

static const struct anf_format format = {
    ANF_FORMAT_INIT, .id = "breaks-contract",      .label = "Breaks the contract",
    .magic = magic,  .read = breaks_contract_read,
};

static const struct anf_format *const formats[] = {&format, NULL};

ANF_PLUGIN_DEFINE(breaks_contract, "0.0.1", formats);
