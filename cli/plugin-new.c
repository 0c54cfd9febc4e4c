/* plugin-new.c: a plugin to begin with, written into a folder of its name from template/. */
#include "plugin.h"

#include "session.h"
#include "template.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LONGEST_NAME = 32 };

/* What stands in the place of @name@ and @id@: a name for C, and one for people. */
struct names {
    const char *name;
    char id[LONGEST_NAME + 1]; /* dashes for the underscores */
};

static bool
is_name(const char *text)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789_";
    size_t length = strlen(text);
    return length > 0 && length <= LONGEST_NAME && strspn(text, allowed) == length &&
           text[0] >= 'a' && text[0] <= 'z' && text[length - 1] != '_' && !strstr(text, "__");
}

static void
names_of(const char *name, struct names *ret_names)
{
    ret_names->name = name;
    snprintf(ret_names->id, sizeof ret_names->id, "%s", name);
    for (char *at = ret_names->id; *at; at++) {
        *at = *at == '_' ? '-' : *at;
    }
}

/* --- the template --- */

static void
put(FILE *out, const char *text, const struct names *names)
{
    const struct {
        const char *mark;
        const char *value;
    } marks[] = {{"@name@", names->name}, {"@id@", names->id}};
    while (*text) {
        size_t length = strcspn(text, "@");
        fwrite(text, 1, length, out);
        text += length;
        const char *value = NULL;
        for (size_t i = 0; i < 2 && !value; i++) {
            size_t mark = strlen(marks[i].mark);
            bool is_mark = strncmp(text, marks[i].mark, mark) == 0;
            value = is_mark ? marks[i].value : NULL;
            text += is_mark ? mark : 0;
        }
        if (value) {
            fputs(value, out);
        } else if (*text) {
            fputc(*text++, out);
        }
    }
}

/* To be freed; NULL: no memory. */
static char *
filled(const char *text, const struct names *names)
{
    char *result = NULL;
    size_t length;
    FILE *out = open_memstream(&result, &length);
    if (out) {
        put(out, text, names);
        fclose(out);
    }
    return result;
}

/* --- files --- */

/* Others may not write what will be loaded: the library would refuse it. */
static int
write_file(int folder, const char *name, const char *text)
{
    int fd = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    FILE *file = fd >= 0 ? fdopen(fd, "w") : NULL;
    if (!file) {
        return errno;
    }
    int failed = fputs(text, file) < 0;
    failed |= fclose(file) != 0;
    return failed ? errno : 0;
}

static int
write_from(int folder, const struct template_file *file, const struct names *names)
{
    char *name = filled(file->name, names);
    char *text = filled(file->text, names);
    int error = name && text ? write_file(folder, name, text) : ENOMEM;
    free(name);
    free(text);
    return error;
}

static int
write_all(int folder, const struct names *names)
{
    int error = 0;
    for (const struct template_file *file = template_files; !error && file->name; file++) {
        error = write_from(folder, file, names);
    }
    return error;
}

static int
write_plugin(const struct names *names)
{
    if (mkdir(names->name, 0755) != 0) {
        return errno;
    }
    int folder = open(names->name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) {
        return errno;
    }
    int error = write_all(folder, names);
    close(folder);
    return error;
}

int
plugin_new(const struct options *options)
{
    struct report report = session_report(options);
    struct names names;
    if (options->input_count != 2) {
        usage_error("plugin", "new takes one NAME");
        return exit_usage;
    }
    if (!is_name(options->inputs[1])) {
        usage_error("plugin",
                    "a plugin's name begins with a lower-case letter, and has at most %d of them, "
                    "digits and single underscores: not \"%s\"",
                    LONGEST_NAME, options->inputs[1]);
        return exit_usage;
    }
    names_of(options->inputs[1], &names);
    int error = write_plugin(&names);
    if (error) {
        report_error(&report, 0, names.name, "cannot be written: %s", strerrordesc_np(error));
        return exit_failed;
    }
    printf("%s: a plugin for the format \"%s\"; its README.md says what to do with it\n",
           names.name, names.id);
    return exit_done;
}
