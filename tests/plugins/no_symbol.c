/* no_symbol.c: a module that holds no plugin of its name. */
#include <anfrage/plugin.h>

static const struct anf_format *const formats[] = {NULL};

ANF_PLUGIN_DEFINE(another_name, "0.0.1", formats);
