/* support.c: what several test programs need. */
#include "support.h"

#include <locale.h>
#include <stdlib.h>

int
run_suite(Suite *suite)
{
    /* A program that uses the library may do this; it must not change a byte of any result. */
    setlocale(LC_ALL, "");
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
