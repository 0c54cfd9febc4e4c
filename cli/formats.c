/* formats.c: the command that lists the formats. It loads no plugin. */
#include "commands.h"

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

int
command_formats(const struct options *options)
{
    struct report report = session_report(options);
    if (options->input_count > 0) {
        usage_error("formats", "takes no arguments, but got \"%s\"", options->inputs[0]);
        return exit_usage;
    }
    struct anf_context *ctx = session_new(options, &report);
    if (!ctx) {
        return exit_failed;
    }
    bool found = anf_context_format(ctx, 0) != NULL;
    if (found) {
        print_table(ctx, options->verbose);
    } else {
        report_error(&report, ANF_CODE_PLUGIN_FOLDER, NULL,
                     "no format plugins were found; --plugin-path or ANFRAGE_PLUGIN_PATH says "
                     "where they are");
    }
    anf_context_unref(ctx);
    return found && report.errors == 0 ? exit_done : exit_failed;
}
