/* support.h: what several test programs need. */
#ifndef TESTS_SUPPORT_H
#define TESTS_SUPPORT_H

#include <anfrage/anfrage.h>

#include <check.h>

/* main() of a test program: run the suite, exit status 0 when every test passed. */
int run_suite(Suite *suite);

#endif
