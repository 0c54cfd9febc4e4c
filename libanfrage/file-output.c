/* file-output.c: a file that appears whole or not at all. */
#include "sink.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TRIES = 16 };

/* 0, or errno. */
static int
write_all(int fd, const char *data, size_t len)
{
    while (len) {
        ssize_t written = write(fd, data, len);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return written ? errno : EIO;
        data += written;
        len -= (size_t)written;
    }
    return 0;
}

/* A device or a FIFO: there is nothing to replace. */
static int
write_in_place(const char *path, const char *data, size_t len)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return errno;
    int error = write_all(fd, data, len);
    if (close(fd) < 0 && !error && errno != EINTR)
        error = errno;
    return error;
}

/* A new file beside path, opened, its name in ret_name. Not mkostemp(3), whose mode is 0600: the
 * kernel applies the umask, which a library cannot ask for without changing it for all threads. */
static int
open_beside(const char *path, char **ret_name, int *ret_fd)
{
    const char *slash = strrchr(path, '/');
    int folder = slash ? (int)(slash - path) + 1 : 0;
    for (int i = 0; i < TRIES; i++) {
        unsigned long long number;
        if (getrandom(&number, sizeof number, 0) != (ssize_t)sizeof number)
            return errno;
        char *name;
        if (asprintf(&name, "%.*s.anfrage-%016llx", folder, path, number) < 0)
            return ENOMEM;
        *ret_fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (*ret_fd >= 0) {
            *ret_name = name;
            return 0;
        }
        int error = errno;
        free(name);
        if (error != EEXIST)
            return error;
    }
    return EEXIST;
}

/* Contents, mode and a place on the disk; closes fd in any case. */
static int
fill(int fd, const struct stat *old, const char *data, size_t len)
{
    int error = write_all(fd, data, len);
    if (!error && old && fchmod(fd, old->st_mode & 0777) < 0)
        error = errno;
    /* EINVAL: the file system has no fsync. */
    if (!error && fsync(fd) < 0 && errno != EINVAL)
        error = errno;
    if (close(fd) < 0 && !error && errno != EINTR)
        error = errno;
    return error;
}

/* old: what is known of the file that is replaced; NULL: there is none. */
static int
replace(const char *path, const struct stat *old, const char *data, size_t len)
{
    char *name = NULL;
    int fd = -1;
    int error = open_beside(path, &name, &fd);
    if (error)
        return error;
    error = fill(fd, old, data, len);
    if (!error && rename(name, path) < 0)
        error = errno;
    if (error)
        unlink(name);
    free(name);
    return error;
}

int
anf__write_file(const char *path, const void *data, size_t len)
{
    struct stat st;
    if (stat(path, &st) < 0) {
        if (errno != ENOENT)
            return errno;
        /* A link to nowhere must not be replaced by a file. */
        return lstat(path, &st) < 0 ? replace(path, NULL, data, len) : ENOENT;
    }
    if (S_ISDIR(st.st_mode))
        return EISDIR;
    if (!S_ISREG(st.st_mode))
        return write_in_place(path, data, len);
    /* rename(2) asks the folder only, but who may not write a file must not replace it either. */
    if (faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) < 0)
        return errno;
    char *target = realpath(path, NULL); /* of a link, replace what it points to */
    if (!target)
        return errno;
    int error = replace(target, &st, data, len);
    free(target);
    return error;
}
