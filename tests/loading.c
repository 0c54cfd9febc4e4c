/* loading.c: a context and a folder for the tests of the loader. */
#include "loading.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOLDER "/tmp/anfrage-loader-XXXXXX"

struct anf_context *ctx;
struct log messages;
char plugins[PATH_MAX];
char folder[sizeof FOLDER];
char description[PATH_MAX];
char module[PATH_MAX];

/* The modules stand in the folder plugins beside this program. */
static void
find_plugins(void)
{
    ssize_t len = readlink("/proc/self/exe", plugins, sizeof plugins - 16);
    ck_assert_int_gt(len, 0);
    plugins[len] = '\0';
    strcpy(strrchr(plugins, '/'), "/plugins");
}

void
set_up(void)
{
    umask(022);
    log_clear(&messages);
    ctx = anf_context_new();
    ck_assert_ptr_nonnull(ctx);
    anf_context_set_diagnostic_fn(ctx, log_diagnostic, &messages);
    find_plugins();
    strcpy(folder, FOLDER);
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(description, sizeof description, "%s/anf-probe.plugin", folder);
    snprintf(module, sizeof module, "%s/anf-probe.so", folder);
}

void
tear_down(void)
{
    ctx = anf_context_unref(ctx);
    unlink(description);
    unlink(module);
    rmdir(folder);
}

static int
ignore(struct anf_inquiry *inquiry, void *user)
{
    (void)inquiry;
    ++*(int *)user;
    return ANF_OK;
}

/* Read a text, by its magic; how many inquiries came. */
int
read_text(const char *text, const char *format, int *ret_count)
{
    int count = 0;
    struct anf_source *source = anf_source_new_memory("text", text, strlen(text));
    int status = anf_read(ctx, source, format, NULL, ignore, &count);
    anf_source_unref(source);
    if (ret_count)
        *ret_count = count;
    return status;
}
