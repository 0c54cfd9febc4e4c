/* module.h: what an ELF module says of itself, read from its file. */
#ifndef KIT_MODULE_H
#define KIT_MODULE_H

#include <stdbool.h>
#include <stddef.h>

/* Called with the name of each dynamic symbol; defined: the module exports it. */
typedef void module_symbol_fn(const char *name, bool defined, void *user);

struct module;

/* NULL: no ELF file of this machine's kind, or no memory. */
struct module *module_open(const char *path);
struct module *module_close(struct module *module);

void module_each_symbol(const struct module *module, module_symbol_fn *fn, void *user);
bool module_needs(const struct module *module, const char *library);
/* Functions that run when it is loaded, and when the process ends: of the compiler's own there is
 * one each. */
size_t module_constructors(const struct module *module);
size_t module_destructors(const struct module *module);
bool module_has_thread_storage(const struct module *module);

#endif
