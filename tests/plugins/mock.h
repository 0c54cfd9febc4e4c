/* mock.h: a format whose input tells its plugin what to do. */
#ifndef TESTS_MOCK_H
#define TESTS_MOCK_H

#include <anfrage/plugin.h>

/* Reads and writes "mock" (magic "mock:", a line a command) and writes "mock-many", which holds
 * several inquiries. Commands: mock.c. */
extern const struct anf_plugin anf_plugin_mock;

#endif
