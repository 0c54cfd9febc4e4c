/* formats.c: the command that lists the formats. It loads no plugin. */
#include "commands.h"

#include "format-options.h"
#include "printable.h"
#include "session.h"

#include <stdio.h>
#include <string.h>

enum { column_count = 5 };

struct widths {
    unsigned columns[column_count];
};

struct row {
    char cells[column_count][160];
};

static const struct row titles = {{"FORMAT", "DOES", "EXTENSIONS", "PLUGIN", "NAME"}};

static struct row
row_of(const struct anf_format_info *info)
{
    struct row row = {{{0}}};
    size_t length = 0;
    snprintf(row.cells[0], sizeof row.cells[0], "%s", info->id);
    snprintf(row.cells[1], sizeof row.cells[1], "%s%s%s", info->reads ? "read" : "",
             info->reads && info->writes ? ", " : "", info->writes ? "write" : "");
    for (size_t i = 0; info->extensions && info->extensions[i]; i++) {
        if (length < sizeof row.cells[2]) {
            length += (size_t)snprintf(row.cells[2] + length, sizeof row.cells[2] - length, "%s%s",
                                       i > 0 ? " " : "", info->extensions[i]);
        }
    }
    snprintf(row.cells[3], sizeof row.cells[3], "%s %s", info->plugin ? info->plugin : "-",
             info->version ? info->version : "");
    snprintf(row.cells[4], sizeof row.cells[4], "%s", info->label ? info->label : "");
    return row;
}

static void
widen(struct widths *widths, const struct row *row)
{
    for (size_t i = 0; i < column_count; i++) {
        unsigned columns = escaped_columns(row->cells[i]);
        widths->columns[i] = columns > widths->columns[i] ? columns : widths->columns[i];
    }
}

static void
print_row(const struct widths *widths, const struct row *row)
{
    for (size_t i = 0; i + 1 < column_count; i++) {
        print_escaped(stdout, row->cells[i]);
        printf("%*s", (int)(widths->columns[i] - escaped_columns(row->cells[i]) + 2), "");
    }
    print_escaped(stdout, row->cells[column_count - 1]);
    putchar('\n');
}

static void
print_table(const struct anf_context *ctx, bool verbose)
{
    struct widths widths = {{0}};
    const struct anf_format_info *info;
    widen(&widths, &titles);
    for (size_t i = 0; (info = anf_context_format(ctx, i)); i++) {
        struct row row = row_of(info);
        widen(&widths, &row);
    }
    print_row(&widths, &titles);
    for (size_t i = 0; (info = anf_context_format(ctx, i)); i++) {
        struct row row = row_of(info);
        print_row(&widths, &row);
        if (verbose) {
            printf("  %s", info->path ? "" : "linked in");
            print_escaped(stdout, info->path);
            putchar('\n');
        }
    }
}

/* --- one format in full --- */

static void
print_words(const char *title, const char *const *words)
{
    printf("  %-12s", title);
    for (size_t i = 0; words && words[i]; i++) {
        fputs(i > 0 ? ", " : "", stdout);
        print_escaped(stdout, words[i]);
    }
    puts(words && words[0] ? "" : "none");
}

/* As it is typed. */
static void
write_option(const struct anf_format_option *option, char *buffer, size_t size)
{
    char values[256];
    format_option_values(option, values, sizeof values);
    snprintf(buffer, size, "--option %s=%s", option->key, values);
}

static void
print_option(const struct anf_format_option *option, unsigned width)
{
    static const char *const uses[] = {
        [ANF_OPTION_READS] = "reading",
        [ANF_OPTION_WRITES] = "writing",
        [ANF_OPTION_READS | ANF_OPTION_WRITES] = "reading and writing",
    };
    char typed[320];
    write_option(option, typed, sizeof typed);
    fputs("  ", stdout);
    print_escaped(stdout, typed);
    printf("%*s", (int)(width - escaped_columns(typed) + 2), "");
    print_escaped(stdout, option->help);
    printf(" (%s", uses[option->flags & (ANF_OPTION_READS | ANF_OPTION_WRITES)]);
    fputs(option->otherwise ? "; default " : "", stdout);
    print_escaped(stdout, option->otherwise);
    puts(")");
}

static void
print_options(const struct anf_format_info *info)
{
    unsigned width = 0;
    char typed[320];
    if (!info->options) {
        puts("Options: the plugin does not say");
        return;
    }
    puts(info->options[0] ? "Options:" : "Options: none");
    for (size_t i = 0; info->options[i]; i++) {
        write_option(info->options[i], typed, sizeof typed);
        width = escaped_columns(typed) > width ? escaped_columns(typed) : width;
    }
    for (size_t i = 0; info->options[i]; i++) {
        print_option(info->options[i], width);
    }
}

static void
print_format(const struct anf_format_info *info)
{
    struct row row = row_of(info);
    printf("%s: ", info->id);
    print_escaped(stdout, info->label);
    printf("\n  %-12s%s%s\n", "does", row.cells[1],
           info->many ? ", several inquiries in one output" : "");
    print_words("extensions", info->extensions);
    print_words("media types", info->media_types);
    printf("  %-12s", "plugin");
    print_escaped(stdout, row.cells[3]);
    fputs(info->path ? ", " : ", linked in", stdout);
    print_escaped(stdout, info->path);
    putchar('\n');
    print_options(info);
}

static bool
print_named(const struct options *options, const struct anf_context *ctx, struct report *report)
{
    bool begun = false;
    bool all = true;
    for (int i = 0; i < options->input_count; i++) {
        const struct anf_format_info *info = session_format(ctx, options->inputs[i], to_list,
                                                            report);
        all = all && info;
        if (info) {
            fputs(begun ? "\n" : "", stdout);
            print_format(info);
            begun = true;
        }
    }
    return all;
}

/* --- the command --- */

static bool
print_all(const struct options *options, const struct anf_context *ctx, struct report *report)
{
    if (anf_context_format(ctx, 0)) {
        print_table(ctx, options->verbose);
        return true;
    }
    report_error(report, ANF_CODE_PLUGIN_FOLDER, NULL,
                 "no format plugins were found; --plugin-path or ANFRAGE_PLUGIN_PATH says "
                 "where they are");
    return false;
}

int
command_formats(const struct options *options)
{
    struct report report = session_report(options);
    struct anf_context *ctx = session_new(options, &report);
    if (!ctx) {
        return exit_failed;
    }
    bool found = options->input_count > 0 ? print_named(options, ctx, &report)
                                          : print_all(options, ctx, &report);
    anf_context_unref(ctx);
    if (!found && options->input_count > 0) {
        return exit_usage;
    }
    return found && report.errors == 0 ? exit_done : exit_failed;
}
