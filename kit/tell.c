/* tell.c: what was found, one line each, told to a person or a program. */
#include "tell.h"

#include "printable.h"

#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>

static void
print_json(json_t *line)
{
    if (line && json_dumpf(line, stdout, JSON_COMPACT | JSON_PRESERVE_ORDER) == 0) {
        putchar('\n');
    }
    json_decref(line);
}

/* A name of a file, or what a plugin said, may be any bytes; JSON takes UTF-8. */
static json_t *
text_of(const char *text)
{
    json_t *value = json_string(text);
    return value ? value : json_string("(what is no UTF-8)");
}

static void
print_part(const char *text, const char *behind)
{
    print_escaped(stdout, text);
    fputs(behind, stdout);
}

void
tell_begin(struct telling *telling, const struct trial *trial)
{
    telling->trials++;
    if (telling->verbose && !telling->json) {
        print_part(telling->plugin, ": ");
        printf("%s: %s\n", trial->name, trial->about);
    } else if (telling->verbose) {
        print_json(json_pack("{s:o, s:s, s:s}", "plugin", text_of(telling->plugin), "trial",
                             trial->name, "about", trial->about));
    }
    fflush(stdout);
}

void
tell_finding(struct telling *telling, const struct trial *trial, const char *done, const char *seen,
             const char *mend)
{
    telling->findings++;
    if (telling->json) {
        print_json(json_pack("{s:o, s:s, s:o, s:o, s:s}", "plugin", text_of(telling->plugin),
                             "trial", trial->name, "done", text_of(done), "seen", text_of(seen),
                             "mend", mend));
        return;
    }
    print_part(telling->plugin, ": ");
    printf("%s: ", trial->name);
    print_part(done, ": ");
    print_part(seen, "; ");
    printf("%s (docs/plugins.md#%s)\n", mend, trial->name);
}

static void
tell_untried(struct telling *telling, const struct trial *trial, const char *why)
{
    telling->untried++;
    if (telling->json) {
        print_json(json_pack("{s:o, s:s, s:o}", "plugin", text_of(telling->plugin), "trial",
                             trial->name, "untried", text_of(why)));
        return;
    }
    print_part(telling->plugin, ": ");
    printf("%s: not tried: ", trial->name);
    print_part(why, "\n");
}

/* So many findings like one that was told. */
static void
tell_more(struct telling *telling, const struct trial *trial, int more, const char *mend)
{
    char seen[64];
    snprintf(seen, sizeof seen, "%d more like this", more);
    tell_finding(telling, trial, trial->about, seen, mend);
}

bool
tell_line(struct telling *telling, const struct trial *trial, const char *line)
{
    int fatal = 0;
    int end = 0;
    int more = 0;
    const char *done = trial->about;
    const char *seen = NULL;
    const char *mend = "";
    const char *why = NULL;
    json_t *object = json_loads(line, 0, NULL);
    if (object && json_unpack(object, "{s?s, s?s, s?s, s?b, s?b, s?s, s?i}", "done", &done, "seen",
                              &seen, "mend", &mend, "fatal", &fatal, "end", &end, "untried", &why,
                              "more", &more) == 0) {
        telling->fatal = telling->fatal || fatal;
        if (seen) {
            tell_finding(telling, trial, done, seen, mend);
        } else if (more > 0) {
            tell_more(telling, trial, more, mend);
        } else if (why) {
            tell_untried(telling, trial, why);
        }
    }
    json_decref(object);
    return end;
}

void
tell_trouble(struct telling *telling, const char *fmt, ...)
{
    char text[1024];
    va_list args;
    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    telling->trouble = true;
    fputs("anfrage plugin check: ", stderr);
    print_escaped(stderr, text);
    fputc('\n', stderr);
}

void
tell_sum(const struct telling *telling)
{
    if (telling->json) {
        print_json(json_pack("{s:o, s:i, s:i, s:i}", "plugin", text_of(telling->plugin), "trials",
                             (int)telling->trials, "findings", (int)telling->findings, "not_tried",
                             (int)telling->untried));
        return;
    }
    print_part(telling->plugin, ": ");
    printf("%u trial%s, %u finding%s", telling->trials, telling->trials == 1 ? "" : "s",
           telling->findings, telling->findings == 1 ? "" : "s");
    if (telling->fatal) {
        fputs("; the other trials need a plugin that loads", stdout);
    }
    putchar('\n');
}
