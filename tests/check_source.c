/* check_source.c: sources are read whole, once, within the limit, or fail with a reason. */
#include "source.h"

#include "log.h"
#include "support.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

static struct anf_context *ctx;
static struct log messages;
#define FOLDER "/tmp/anfrage-source-XXXXXX"

static char folder[sizeof FOLDER];
static char path[64];

static void
set_up(void)
{
    log_clear(&messages);
    ctx = anf_context_new();
    ck_assert_ptr_nonnull(ctx);
    anf_context_set_diagnostic_fn(ctx, log_diagnostic, &messages);
    strcpy(folder, FOLDER);
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/eingabe", folder);
}

static void
tear_down(void)
{
    anf_context_unref(ctx);
    unlink(path);
    rmdir(folder);
}

static void
make_file(const char *data, size_t len)
{
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(data, 1, len, file), len);
    ck_assert_int_eq(fclose(file), 0);
}

/* The status of loading a path, and the one message about it. */
static int
load_path(const char *name)
{
    struct anf_source *source = anf_source_new_path(name);
    ck_assert_ptr_nonnull(source);
    int status = anf__source_load(ctx, source);
    anf_source_unref(source);
    return status;
}

START_TEST(regular_file)
{
    make_file("Kleine\0Anfrage", 14);
    struct anf_source *source = anf_source_new_path(path);
    ck_assert_str_eq(anf_source_name(source), path);
    ck_assert_str_eq(anf__source_base_name(source), "eingabe");
    ck_assert_int_eq(anf__source_load(ctx, source), ANF_OK);
    ck_assert_uint_eq(source->length, 14);
    ck_assert_mem_eq(source->data, "Kleine\0Anfrage", 15); /* and a zero byte */
    /* Only once: what happens to the file later is of no concern. */
    make_file("x", 1);
    ck_assert_int_eq(anf__source_load(ctx, source), ANF_OK);
    ck_assert_uint_eq(source->length, 14);
    ck_assert_uint_eq(messages.count, 0);
    anf_source_unref(source);
}
END_TEST

START_TEST(large_file)
{
    size_t len = 300001; /* more than the pieces it may be read in */
    char *data = malloc(len);
    ck_assert_ptr_nonnull(data);
    for (size_t i = 0; i < len; i++)
        data[i] = (char)(i * 7);
    make_file(data, len);
    struct anf_source *source = anf_source_new_path(path);
    ck_assert_int_eq(anf__source_load(ctx, source), ANF_OK);
    ck_assert_uint_eq(source->length, len);
    ck_assert_int_eq(memcmp(source->data, data, len), 0);
    anf_source_unref(source);
    free(data);
}
END_TEST

START_TEST(file_without_size)
{
    ck_assert_int_eq(load_path("/proc/self/status"), ANF_OK);
}
END_TEST

START_TEST(descriptor)
{
    make_file("Kleine Anfrage", 14);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ck_assert_int_eq(lseek(fd, 7, SEEK_SET), 7);
    struct anf_source *source = anf_source_new_fd("seite.html", fd);
    ck_assert_str_eq(anf_source_name(source), "seite.html");
    ck_assert_int_eq(anf__source_load(ctx, source), ANF_OK);
    ck_assert_uint_eq(source->length, 7);
    ck_assert_mem_eq(source->data, "Anfrage", 8);
    anf_source_unref(source);
    /* It stays the caller's, and open. */
    ck_assert_int_eq(lseek(fd, 0, SEEK_CUR), 14);
    ck_assert_int_eq(close(fd), 0);
    ck_assert_uint_eq(messages.count, 0);
    ck_assert_ptr_null(anf_source_new_fd("seite.html", -1));
}
END_TEST

START_TEST(descriptor_fails)
{
    make_file("Kleine Anfrage", 14);
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    struct anf_source *source = anf_source_new_fd(NULL, fd);
    ck_assert_int_eq(anf__source_load(ctx, source), ANF_ERR_IO);
    ck_assert_int_eq(anf__source_load(ctx, source), ANF_ERR_IO);
    ck_assert_uint_eq(messages.count, 2);
    anf_source_unref(source);
    close(fd);
}
END_TEST

static void *
feed(void *unused)
{
    (void)unused;
    int fd = open(path, O_WRONLY);
    for (int i = 0; i < 3 && fd >= 0; i++)
        if (write(fd, "Stück", 6) != 6)
            break;
    close(fd);
    return NULL;
}

START_TEST(pipe_file)
{
    pthread_t writer;
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    ck_assert_int_eq(pthread_create(&writer, NULL, feed, NULL), 0);
    struct anf_source *source = anf_source_new_path(path);
    ck_assert_int_eq(anf__source_load(ctx, source), ANF_OK);
    ck_assert_uint_eq(source->length, 18);
    pthread_join(writer, NULL);
    anf_source_unref(source);
}
END_TEST

START_TEST(unreadable)
{
    ck_assert_int_eq(load_path(path), ANF_ERR_IO);
    ck_assert_str_eq(log_message(&messages, ANF_CODE_CANNOT_READ),
                     "cannot be read: No such file or directory");
    ck_assert_str_eq(messages.entries[0].source, path);
    log_clear(&messages);
    ck_assert_int_eq(load_path(folder), ANF_ERR_IO);
    ck_assert_str_eq(log_message(&messages, ANF_CODE_CANNOT_READ),
                     "cannot be read: Is a directory");
}
END_TEST

START_TEST(socket_file)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    snprintf(address.sun_path, sizeof address.sun_path, "%s", path);
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    ck_assert_int_eq(bind(fd, (struct sockaddr *)&address, sizeof address), 0);
    ck_assert_int_eq(load_path(path), ANF_ERR_IO);
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_CANNOT_READ), 1);
    close(fd);
}
END_TEST

START_TEST(too_large)
{
    make_file("123456", 6);
    ck_assert_int_eq(anf_context_set_limit(ctx, ANF_LIMIT_INPUT_BYTES, 6), ANF_OK);
    ck_assert_int_eq(load_path(path), ANF_OK);
    ck_assert_int_eq(anf_context_set_limit(ctx, ANF_LIMIT_INPUT_BYTES, 5), ANF_OK);
    ck_assert_int_eq(load_path(path), ANF_ERR_LIMIT);
    ck_assert_str_eq(log_message(&messages, ANF_CODE_INPUT_TOO_LARGE),
                     "more than 5 bytes, the limit input-bytes");
    /* A device never ends. */
    ck_assert_int_eq(load_path("/dev/zero"), ANF_ERR_LIMIT);
    /* 8 GiB of nothing are refused without being read: the test would time out. */
    ck_assert_int_eq(truncate(path, (off_t)8 << 30), 0);
    ck_assert_int_eq(load_path(path), ANF_ERR_LIMIT);
    struct anf_source *source = anf_source_new_memory("m", "123456", 6);
    ck_assert_int_eq(anf__source_load(ctx, source), ANF_ERR_LIMIT);
    ck_assert_int_eq(anf_context_set_limit(ctx, ANF_LIMIT_INPUT_BYTES, 6), ANF_OK);
    ck_assert_int_eq(anf__source_load(ctx, source), ANF_OK);
    anf_source_unref(source);
}
END_TEST

START_TEST(empty)
{
    make_file("", 0);
    ck_assert_int_eq(load_path(path), ANF_ERR_SYNTAX);
    ck_assert_int_eq(load_path("/dev/null"), ANF_ERR_SYNTAX);
    struct anf_source *source = anf_source_new_memory(NULL, NULL, 0);
    ck_assert_str_eq(anf_source_name(source), "-");
    ck_assert_int_eq(anf__source_load(ctx, source), ANF_ERR_SYNTAX);
    ck_assert_int_eq(anf__source_load(ctx, source), ANF_ERR_SYNTAX);
    anf_source_unref(source);
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_EMPTY_INPUT), 4);
}
END_TEST

/* Gives a text in pieces of one to five bytes, and fails when told to. */
struct giver {
    const char *rest;
    size_t piece;
    int64_t failure; /* given at the end, instead of 0 */
};

static int64_t
give(void *user, void *buffer, size_t len)
{
    struct giver *giver = user;
    size_t left = strlen(giver->rest);
    giver->piece = giver->piece % 5 + 1;
    size_t given = giver->piece < left ? giver->piece : left;
    ck_assert_uint_ge(len, given);
    memcpy(buffer, giver->rest, given);
    giver->rest += given;
    return given ? (int64_t)given : giver->failure;
}

START_TEST(callback)
{
    struct giver giver = {.rest = "Antwort der Landesregierung"};
    struct anf_source *source = anf_source_new_callback("x/y/netz", give, &giver);
    ck_assert_str_eq(anf__source_base_name(source), "netz");
    ck_assert_int_eq(anf__source_load(ctx, source), ANF_OK);
    ck_assert_int_eq(anf__source_load(ctx, source), ANF_OK);
    ck_assert_uint_eq(source->length, 27);
    ck_assert_mem_eq(source->data, "Antwort der Landesregierung", 28);
    anf_source_unref(source);
}
END_TEST

START_TEST(callback_fails)
{
    struct giver giver = {.rest = "halb", .failure = -1};
    struct anf_source *source = anf_source_new_callback("netz", give, &giver);
    ck_assert_int_eq(anf__source_load(ctx, source), ANF_ERR_IO);
    /* Half of it is gone: a second attempt must not take the rest for the whole. */
    giver = (struct giver){.rest = "Rest"};
    ck_assert_int_eq(anf__source_load(ctx, source), ANF_ERR_IO);
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_CANNOT_READ), 2);
    anf_source_unref(source);
    giver = (struct giver){.rest = "", .failure = INT64_MAX};
    source = anf_source_new_callback("netz", give, &giver);
    ck_assert_int_eq(anf__source_load(ctx, source), ANF_ERR_IO);
    anf_source_unref(source);
}
END_TEST

START_TEST(callback_never_ends)
{
    static char text[100001];
    memset(text, 'a', sizeof text - 1);
    struct giver giver = {.rest = text};
    ck_assert_int_eq(anf_context_set_limit(ctx, ANF_LIMIT_INPUT_BYTES, 1000), ANF_OK);
    struct anf_source *source = anf_source_new_callback("netz", give, &giver);
    ck_assert_int_eq(anf__source_load(ctx, source), ANF_ERR_LIMIT);
    ck_assert_uint_gt(strlen(giver.rest), 98000); /* it stopped reading */
    anf_source_unref(source);
}
END_TEST

START_TEST(arguments)
{
    ck_assert_ptr_null(anf_source_new_path(NULL));
    ck_assert_ptr_null(anf_source_new_callback("x", NULL, NULL));
    ck_assert_ptr_null(anf_source_new_memory("x", NULL, 3));
    ck_assert_ptr_null(anf_source_ref(NULL));
    ck_assert_ptr_null(anf_source_unref(NULL));
    ck_assert_ptr_null(anf_source_name(NULL));
    ck_assert_int_eq(anf_source_set_charset(NULL, "utf-8"), ANF_ERR_ARGUMENT);
    struct anf_source *source = anf_source_new_memory("x", "y", 1);
    ck_assert_int_eq(anf_source_set_charset(source, "utf-8"), ANF_OK);
    ck_assert_int_eq(anf_source_set_charset(source, NULL), ANF_OK);
    ck_assert_ptr_eq(anf_source_ref(source), source);
    ck_assert_ptr_null(anf_source_unref(source));
    ck_assert_str_eq(anf_source_name(source), "x");
    anf_source_unref(source);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("source");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, regular_file);
    tcase_add_test(all, large_file);
    tcase_add_test(all, file_without_size);
    tcase_add_test(all, descriptor);
    tcase_add_test(all, descriptor_fails);
    tcase_add_test(all, pipe_file);
    tcase_add_test(all, unreadable);
    tcase_add_test(all, socket_file);
    tcase_add_test(all, too_large);
    tcase_add_test(all, empty);
    tcase_add_test(all, callback);
    tcase_add_test(all, callback_fails);
    tcase_add_test(all, callback_never_ends);
    tcase_add_test(all, arguments);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
