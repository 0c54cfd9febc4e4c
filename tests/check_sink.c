/* check_sink.c: an output appears whole or not at all. */
#include "log.h"
#include "support.h"

#include <anfrage/plugin.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct anf_context *ctx;
static struct log messages;
#define FOLDER "/tmp/anfrage-sink-XXXXXX"

static char folder[sizeof FOLDER];
static char path[256];
static char other[256];

static void
set_up(void)
{
    log_clear(&messages);
    ctx = anf_context_new();
    ck_assert_ptr_nonnull(ctx);
    anf_context_set_diagnostic_fn(ctx, log_diagnostic, &messages);
    strcpy(folder, FOLDER);
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/ausgabe", folder);
    snprintf(other, sizeof other, "%s/ziel", folder);
}

static void
tear_down(void)
{
    anf_context_unref(ctx);
    unlink(path);
    unlink(other);
    ck_assert_int_eq(rmdir(folder), 0); /* nothing else was left behind */
}

static size_t
files_in_folder(void)
{
    size_t count = 0;
    DIR *open_folder = opendir(folder);
    ck_assert_ptr_nonnull(open_folder);
    for (struct dirent *entry; (entry = readdir(open_folder));)
        count += entry->d_name[0] != '.' || entry->d_name[1] == 'a';
    closedir(open_folder);
    return count;
}

static const char *
contents(const char *name)
{
    static char text[64];
    FILE *file = fopen(name, "rb");
    ck_assert_ptr_nonnull(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    return text;
}

static void
make_file(const char *name, const char *text, mode_t mode)
{
    FILE *file = fopen(name, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(text, file), 0);
    ck_assert_int_eq(fclose(file), 0);
    ck_assert_int_eq(chmod(name, mode), 0);
}

static mode_t
mode_of(const char *name)
{
    struct stat st;
    ck_assert_int_eq(lstat(name, &st), 0);
    return st.st_mode & 07777;
}

/* Write a text to a path, and commit it. */
static int
put(const char *name, const char *text)
{
    struct anf_sink *sink = anf_sink_new_path(name);
    ck_assert_ptr_nonnull(sink);
    ck_assert_int_eq(anf_sink_puts(sink, text), ANF_OK);
    int status = anf_sink_commit(sink, ctx);
    int error = errno;
    anf_sink_unref(sink);
    errno = error;
    return status;
}

START_TEST(new_file)
{
    umask(027);
    struct anf_sink *sink = anf_sink_new_path(path);
    ck_assert_int_eq(anf_sink_write(sink, "Ant", 3), ANF_OK);
    ck_assert_int_eq(anf_sink_puts(sink, "wort"), ANF_OK);
    ck_assert_uint_eq(files_in_folder(), 0);
    ck_assert_int_eq(anf_sink_commit(sink, ctx), ANF_OK);
    ck_assert_str_eq(contents(path), "Antwort");
    ck_assert_uint_eq(mode_of(path), 0640);
    ck_assert_uint_eq(files_in_folder(), 1);
    /* It is finished. */
    ck_assert_int_eq(anf_sink_write(sink, "x", 1), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_sink_commit(sink, ctx), ANF_OK);
    ck_assert_str_eq(contents(path), "Antwort");
    anf_sink_unref(sink);
    ck_assert_uint_eq(messages.count, 0);
}
END_TEST

START_TEST(without_commit)
{
    make_file(path, "alt", 0644);
    struct anf_sink *sink = anf_sink_new_path(path);
    ck_assert_int_eq(anf_sink_puts(sink, "neu"), ANF_OK);
    anf_sink_unref(sink);
    ck_assert_str_eq(contents(path), "alt");
    ck_assert_uint_eq(files_in_folder(), 1);
}
END_TEST

START_TEST(keeps_the_mode)
{
    make_file(path, "alt", 0604);
    ck_assert_int_eq(put(path, "neu"), ANF_OK);
    ck_assert_str_eq(contents(path), "neu");
    ck_assert_uint_eq(mode_of(path), 0604);
}
END_TEST

START_TEST(empty_file)
{
    ck_assert_int_eq(put(path, ""), ANF_OK);
    ck_assert_str_eq(contents(path), "");
}
END_TEST

START_TEST(link_to_a_file)
{
    make_file(other, "alt", 0644);
    ck_assert_int_eq(symlink("ziel", path), 0);
    ck_assert_int_eq(put(path, "neu"), ANF_OK);
    struct stat st;
    ck_assert_int_eq(lstat(path, &st), 0);
    ck_assert(S_ISLNK(st.st_mode));
    ck_assert_str_eq(contents(other), "neu");
}
END_TEST

START_TEST(link_to_nowhere)
{
    ck_assert_int_eq(symlink("ziel", path), 0);
    ck_assert_int_eq(put(path, "neu"), ANF_ERR_IO);
    ck_assert_int_eq(errno, ENOENT);
}
END_TEST

START_TEST(folders)
{
    ck_assert_int_eq(put(folder, "x"), ANF_ERR_IO);
    ck_assert_int_eq(errno, EISDIR);
    ck_assert_str_eq(log_message(&messages, ANF_CODE_CANNOT_WRITE),
                     "cannot be written: Is a directory");
    ck_assert_str_eq(messages.entries[0].source, folder);
    char deep[300];
    snprintf(deep, sizeof deep, "%s/fehlt/datei", folder);
    ck_assert_int_eq(put(deep, "x"), ANF_ERR_IO);
    ck_assert_int_eq(errno, ENOENT);
}
END_TEST

START_TEST(relative_path)
{
    ck_assert_int_eq(chdir(folder), 0);
    ck_assert_int_eq(put("ausgabe", "hier"), ANF_OK);
    ck_assert_str_eq(contents(path), "hier");
}
END_TEST

START_TEST(devices)
{
    ck_assert_int_eq(put("/dev/null", "weg"), ANF_OK);
    ck_assert_int_eq(put("/dev/full", "voll"), ANF_ERR_IO);
    ck_assert_int_eq(errno, ENOSPC);
    ck_assert_str_eq(log_message(&messages, ANF_CODE_CANNOT_WRITE),
                     "cannot be written: No space left on device");
}
END_TEST

static void *
drain(void *text)
{
    int fd = open(path, O_RDONLY);
    ssize_t got = read(fd, text, 63);
    close(fd);
    return got > 0 ? text : NULL;
}

START_TEST(fifo)
{
    char text[64] = "";
    pthread_t reader;
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    ck_assert_int_eq(pthread_create(&reader, NULL, drain, text), 0);
    ck_assert_int_eq(put(path, "Rohr"), ANF_OK);
    pthread_join(reader, NULL);
    ck_assert_str_eq(text, "Rohr");
}
END_TEST

START_TEST(nobody_to_tell)
{
    struct anf_sink *sink = anf_sink_new_path(folder);
    ck_assert_int_eq(anf_sink_commit(sink, NULL), ANF_ERR_IO);
    anf_sink_unref(sink);
}
END_TEST

START_TEST(memory)
{
    struct anf_sink *sink = anf_sink_new_memory();
    for (int i = 0; i < 1000; i++)
        ck_assert_int_eq(anf_sink_write(sink, "abc\0", 4), ANF_OK);
    ck_assert_int_eq(anf_sink_commit(sink, ctx), ANF_OK);
    size_t len = 0;
    char *text = anf_sink_steal(sink, &len);
    ck_assert_uint_eq(len, 4000);
    ck_assert_mem_eq(text + 3996, "abc\0\0", 5);
    anf_free(text);
    /* Empty afterwards, and still of use. */
    text = anf_sink_steal(sink, &len);
    ck_assert_uint_eq(len, 0);
    ck_assert_str_eq(text, "");
    anf_free(text);
    ck_assert_int_eq(anf_sink_puts(sink, "neu"), ANF_OK);
    text = anf_sink_steal(sink, NULL);
    ck_assert_str_eq(text, "neu");
    anf_free(text);
    anf_sink_unref(sink);
}
END_TEST

/* Collects; fails when the text is "halt". */
static int
collect(void *user, const void *data, size_t len)
{
    if (len == 4 && memcmp(data, "halt", 4) == 0)
        return -77;
    strncat(user, data, len);
    return ANF_OK;
}

START_TEST(callback)
{
    char text[64] = "";
    struct anf_sink *sink = anf_sink_new_callback(NULL, collect, text);
    ck_assert_int_eq(anf_sink_puts(sink, "eins "), ANF_OK);
    ck_assert_int_eq(anf_sink_puts(sink, ""), ANF_OK);
    ck_assert_int_eq(anf_sink_commit(sink, ctx), ANF_OK);
    ck_assert_str_eq(text, "eins ");
    ck_assert_ptr_null(anf_sink_steal(sink, NULL));
    /* After a failure nothing more is given: there must not be a gap. */
    ck_assert_int_eq(anf_sink_puts(sink, "halt"), ANF_ERR_IO);
    ck_assert_int_eq(anf_sink_puts(sink, "drei"), ANF_ERR_IO);
    ck_assert_int_eq(anf_sink_commit(sink, ctx), ANF_ERR_IO);
    ck_assert_str_eq(text, "eins ");
    anf_sink_unref(sink);
}
END_TEST

START_TEST(arguments)
{
    ck_assert_ptr_null(anf_sink_new_path(NULL));
    ck_assert_ptr_null(anf_sink_new_callback("x", NULL, NULL));
    ck_assert_ptr_null(anf_sink_ref(NULL));
    ck_assert_ptr_null(anf_sink_unref(NULL));
    ck_assert_ptr_null(anf_sink_steal(NULL, NULL));
    ck_assert_int_eq(anf_sink_commit(NULL, ctx), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_sink_write(NULL, "x", 1), ANF_ERR_ARGUMENT);
    struct anf_sink *sink = anf_sink_new_memory();
    ck_assert_int_eq(anf_sink_write(sink, NULL, 1), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_sink_write(sink, NULL, 0), ANF_OK);
    ck_assert_int_eq(anf_sink_puts(sink, NULL), ANF_ERR_ARGUMENT);
    ck_assert_ptr_eq(anf_sink_ref(sink), sink);
    ck_assert_ptr_null(anf_sink_unref(sink));
    ck_assert_int_eq(anf_sink_puts(sink, "x"), ANF_OK);
    anf_sink_unref(sink);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("sink");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, new_file);
    tcase_add_test(all, without_commit);
    tcase_add_test(all, keeps_the_mode);
    tcase_add_test(all, empty_file);
    tcase_add_test(all, link_to_a_file);
    tcase_add_test(all, link_to_nowhere);
    tcase_add_test(all, folders);
    tcase_add_test(all, relative_path);
    tcase_add_test(all, devices);
    tcase_add_test(all, fifo);
    tcase_add_test(all, nobody_to_tell);
    tcase_add_test(all, memory);
    tcase_add_test(all, callback);
    tcase_add_test(all, arguments);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
