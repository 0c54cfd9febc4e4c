/* landlock.c: shut off the files of the machine. The C library has no functions for it. */
#include "landlock.h"

#include <fcntl.h>
#include <limits.h>
#include <link.h>
#include <linux/landlock.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum {
    read_file = LANDLOCK_ACCESS_FS_READ_FILE,
    /* What version 1 knows; later ones add how files are moved, cut and asked of devices, for
     * which a worker would need a descriptor that it may write to. */
    all_access = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1
};

int
landlock_version(void)
{
    return (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

/* What does not exist need not be allowed. */
static void
allow_reading(int rules, const char *path)
{
    struct landlock_path_beneath_attr beneath = {
        .allowed_access = read_file,
        .parent_fd = open(path, O_PATH | O_CLOEXEC),
    };
    if (beneath.parent_fd >= 0) {
        syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
        close(beneath.parent_fd);
    }
}

static void
allow_folder_of(int rules, const char *path)
{
    char folder[PATH_MAX];
    const char *slash = path ? strrchr(path, '/') : NULL;
    if (slash && slash > path && (size_t)(slash - path) < sizeof folder) {
        memcpy(folder, path, (size_t)(slash - path));
        folder[slash - path] = '\0';
        allow_reading(rules, folder);
    }
}

static int
allow_library(struct dl_phdr_info *library, size_t size, void *user)
{
    (void)size;
    allow_folder_of(*(const int *)user, library->dlpi_name);
    return 0;
}

bool
landlock_enter(const struct anf_context *ctx)
{
    struct landlock_ruleset_attr handled = {.handled_access_fs = all_access};
    int rules = (int)syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0);
    if (rules < 0) {
        return false;
    }
    const struct anf_format_info *info;
    for (size_t i = 0; (info = anf_context_format(ctx, i)); i++) {
        allow_folder_of(rules, info->path);
    }
    dl_iterate_phdr(allow_library, &rules);
    allow_reading(rules, "/etc/ld.so.cache");
    bool entered = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    close(rules);
    return entered;
}
