/* view-outline.c: the content of an inquiry as an outline, and what was left out of it. */
#include "view.h"

#include "printable.h"

#include <string.h>

enum { step = 2, reason_count = 32 };

/* The beginning of a section's text. */
struct words {
    char text[512];
    size_t length;
};

static const char *const role_labels[] = {
    [ANF_ROLE_NONE] = "Section",
    [ANF_ROLE_SUMMARY_QUESTION] = "Summary of the inquiry",
    [ANF_ROLE_SUMMARY_ANSWER] = "Summary of the answer",
    [ANF_ROLE_PREAMBLE_ASKERS] = "Preamble of the askers",
    [ANF_ROLE_PREAMBLE_GOVERNMENT] = "Preamble of the government",
    [ANF_ROLE_INTRODUCTION] = "Introduction",
    [ANF_ROLE_CHAPTER] = "Chapter",
    [ANF_ROLE_EXCHANGE] = "Exchange",
    [ANF_ROLE_QUESTION] = "Question",
    [ANF_ROLE_ANSWER] = "Answer",
    [ANF_ROLE_ANNEX] = "Annex",
    [ANF_ROLE_OTHER] = "Other",
};

unsigned
view_line(const struct view *view)
{
    return view->width > 0 && view->width < 100 ? view->width : 100;
}

/* Cut at a whole character, so that the end is not shown as broken bytes. */
static void
add_words(struct words *words, const char *text, size_t length)
{
    size_t room = sizeof words->text - 1 - words->length;
    size_t kept = length < room ? length : room;
    while (kept < length && kept > 0 && ((unsigned char)text[kept] & 0xc0) == 0x80) {
        kept--;
    }
    memcpy(words->text + words->length, text, kept);
    words->length += kept;
    words->text[words->length] = '\0';
}

static void
collect_words(struct words *words, const struct anf_node *node)
{
    size_t length;
    const char *text = anf_node_text(node, &length);
    add_words(words, text, length);
    if (anf_node_kind(node) == ANF_NODE_IMAGE) {
        add_words(words, "(image)", strlen("(image)"));
    }
    for (const struct anf_node *child = anf_node_first(node); child; child = anf_node_next(child)) {
        collect_words(words, child);
    }
    if (!anf_node_is_inline(node) || anf_node_kind(node) == ANF_NODE_BREAK) {
        add_words(words, " ", 1);
    }
}

static unsigned
columns_left(const struct view *view, unsigned indent)
{
    unsigned line = view_line(view);
    return line > indent + 40 ? line - indent : 40;
}

static void
print_block(const struct view *view, const struct anf_node *block, unsigned indent)
{
    struct words words = {.length = 0};
    collect_words(&words, block);
    if (anf_node_kind(block) != ANF_NODE_PARAGRAPH) {
        fprintf(view->out, "[%s] ", anf_node_kind_name(anf_node_kind(block)));
    }
    print_beginning(view->out, columns_left(view, indent + 16), words.text);
    fputc('\n', view->out);
}

static bool
is_section(const struct anf_node *node)
{
    return node && anf_node_kind(node) == ANF_NODE_SECTION;
}

/* The first block that is no section, and how many more follow it. */
static void
print_blocks(const struct view *view, const struct anf_node *first, unsigned indent)
{
    size_t more = 0;
    const struct anf_node *shown = NULL;
    for (const struct anf_node *node = first; node; node = anf_node_next(node)) {
        if (is_section(node)) {
            continue;
        }
        if (shown) {
            more++;
        } else {
            shown = node;
            fprintf(view->out, "%*s", (int)indent, "");
            print_block(view, node, indent);
        }
    }
    if (more > 0) {
        fprintf(view->out, "%*s(%zu more block%s)\n", (int)indent, "", more, more > 1 ? "s" : "");
    }
}

/* The label of a section, with the words of its heading. What follows the heading. */
static const struct anf_node *
print_label(const struct view *view, const struct anf_node *section, unsigned indent)
{
    const struct anf_node *first = anf_node_first(section);
    const char *number = anf_node_get(section, ANF_ATTRIBUTE_NUMBER);
    int role = anf_node_role(section);
    bool known = role > ANF_ROLE_NONE && role <= ANF_ROLE_OTHER;
    fprintf(view->out, "%*s%s", (int)indent, "", role_labels[known ? role : ANF_ROLE_NONE]);
    if (number) {
        fputc(' ', view->out);
        print_escaped(view->out, number);
    }
    if (first && anf_node_kind(first) == ANF_NODE_HEADING) {
        struct words words = {.length = 0};
        collect_words(&words, first);
        fputs(" \"", view->out);
        print_beginning(view->out, columns_left(view, indent + 24), words.text);
        fputc('"', view->out);
        first = anf_node_next(first);
    }
    fputc('\n', view->out);
    return first;
}

static void
print_section(const struct view *view, const struct anf_node *section, unsigned indent)
{
    const struct anf_node *body = print_label(view, section, indent);
    print_blocks(view, body, indent + step);
    for (const struct anf_node *node = body; node; node = anf_node_next(node)) {
        if (is_section(node)) {
            print_section(view, node, indent + step);
        }
    }
}

void
view_outline(const struct view *view, const struct anf_inquiry *inquiry)
{
    const struct anf_node *first = anf_node_first(anf_inquiry_content(inquiry));
    fputs(first ? "\nContent:\n" : "\nContent: none\n", view->out);
    print_blocks(view, first, step);
    for (const struct anf_node *node = first; node; node = anf_node_next(node)) {
        if (is_section(node)) {
            print_section(view, node, step);
        }
    }
}

/* --- what was set aside --- */

struct tally {
    const char *reason;
    size_t texts;
};

/* What finds no place of its own is counted with the last reason, "others". */
static void
count_reason(struct tally *tallies, const char *reason)
{
    size_t i = 0;
    while (i < reason_count - 1 && tallies[i].reason && strcmp(tallies[i].reason, reason) != 0) {
        i++;
    }
    tallies[i].reason = i < reason_count - 1 ? reason : "others";
    tallies[i].texts++;
}

static void
print_tallies(const struct view *view, const struct anf_inquiry *inquiry, size_t total)
{
    struct tally tallies[reason_count] = {{0}};
    const struct anf_discarded *discarded;
    for (size_t i = 0; (discarded = anf_inquiry_discarded(inquiry, i)); i++) {
        count_reason(tallies, discarded->reason);
    }
    fprintf(view->out, "\nSet aside: %zu text%s (", total, total == 1 ? "" : "s");
    for (size_t i = 0; i < reason_count && tallies[i].reason; i++) {
        fputs(i > 0 ? ", " : "", view->out);
        print_escaped(view->out, tallies[i].reason);
        fprintf(view->out, " %zu", tallies[i].texts);
    }
    fputs(")\n", view->out);
}

/* One line a text: its reason and how it begins. */
static void
print_discarded_line(const struct view *view, const struct anf_discarded *discarded)
{
    enum { reason_width = 20 };
    unsigned columns = escaped_columns(discarded->reason);
    fputs("  ", view->out);
    print_escaped(view->out, discarded->reason);
    fprintf(view->out, "%*s \"", columns < reason_width ? (int)(reason_width - columns) : 0, "");
    print_beginning(view->out, columns_left(view, reason_width + 6), discarded->text);
    fputs("\"\n", view->out);
}

static void
print_discarded_text(const struct view *view, const struct anf_discarded *discarded)
{
    fputs("  ", view->out);
    print_escaped(view->out, discarded->reason);
    fputs("\n    ", view->out);
    print_wrapped(view->out, view->width, 4, discarded->text);
}

void
view_discarded(const struct view *view, const struct anf_inquiry *inquiry)
{
    const struct anf_discarded *discarded;
    size_t total = 0;
    while (anf_inquiry_discarded(inquiry, total)) {
        total++;
    }
    if (total == 0) {
        return;
    }
    print_tallies(view, inquiry, total);
    for (size_t i = 0; (discarded = anf_inquiry_discarded(inquiry, i)); i++) {
        if (view->discarded) {
            print_discarded_text(view, discarded);
        } else if (view->explain) {
            print_discarded_line(view, discarded);
        }
    }
}
