/* base.c: what base.h promises beside diagnostics. */
#include <anfrage/base.h>

#include <stdlib.h>

const char *
anf_strerror(int status)
{
    static const char *const phrases[] = {
        [-ANF_OK] = "no error",
        [-ANF_ERR_NOMEM] = "out of memory",
        [-ANF_ERR_ARGUMENT] = "a function was called against its contract",
        [-ANF_ERR_IO] = "input or output failed",
        [-ANF_ERR_SYNTAX] = "the bytes are not of the format that they claim to be",
        [-ANF_ERR_MODEL] = "the model of an inquiry does not allow it",
        [-ANF_ERR_LIMIT] = "larger or deeper than a limit allows",
        [-ANF_ERR_UNSUPPORTED] = "no plugin can do this",
        [-ANF_ERR_PLUGIN] = "a plugin was refused or broke its contract",
        [-ANF_ERR_NO_INQUIRY] = "no parliamentary inquiry found",
    };
    if (status > ANF_OK || status < ANF_ERR_NO_INQUIRY)
        return "unknown status";
    return phrases[-status];
}

const char *
anf_version(void)
{
    return ANF_VERSION;
}

void
anf_free(void *memory)
{
    free(memory);
}
