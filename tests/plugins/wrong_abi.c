/* wrong_abi.c: a plugin of another ABI, whose description says otherwise. */
#include <anfrage/plugin.h>

extern ANF_API const struct anf_plugin anf_plugin_wrong_abi;

const struct anf_plugin anf_plugin_wrong_abi = {.abi = ANF_PLUGIN_ABI + 8};
