"""A program that includes <anfrage/anfrage.h>, compiled as README.md says."""

PROGRAM = """#include <anfrage/anfrage.h>
#include <stdio.h>

int
main(void)
{
    struct anf_context *ctx = anf_context_new();
    int status = ctx ? anf_context_load_plugins(ctx, NULL) : ANF_ERR_NOMEM;
    if (status == ANF_OK || status == ANF_ERR_UNSUPPORTED)
        puts(anf_context_find_format(ctx, "html")->label);
    anf_context_unref(ctx);
}
"""


def run(place):
    place.write("program.c", PROGRAM)
    place.shell(place.page("README.md").section("Use the library").command("cc "))
    place.shell("./program", says="HTML")
