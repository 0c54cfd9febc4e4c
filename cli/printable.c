/* printable.c: text from anywhere, shown so that it cannot act on a terminal, and wrapped. */
#include "printable.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utf8proc.h>

enum { narrowest = 40 };

/* Cf holds the bidirectional controls, with which a page could show other words than it has
 * (Unicode Technical Report 36, section 3.1). */
static bool
is_shown(utf8proc_int32_t character)
{
    switch (utf8proc_category(character)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CN:
        return false;
    default:
        return true;
    }
}

static void
escape_character(struct glyph *glyph, utf8proc_int32_t character)
{
    const char *form = character < 0x80 ? "\\x%02x" : character < 0x10000 ? "\\u%04x" : "\\U%06x";
    if (character == '\n') {
        memcpy(glyph->text, "\\n", 3);
    } else {
        snprintf(glyph->text, sizeof glyph->text, form, (unsigned)character);
    }
    glyph->length = strlen(glyph->text);
    glyph->columns = (unsigned)glyph->length;
}

struct glyph
glyph_at(const char *text, size_t len)
{
    struct glyph glyph = {.used = 1};
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text;
    utf8proc_ssize_t window = len < 4 ? (utf8proc_ssize_t)len : 4;
    utf8proc_int32_t character;
    utf8proc_ssize_t used = utf8proc_iterate(bytes, window, &character);

    if (used <= 0) {
        snprintf(glyph.text, sizeof glyph.text, "\\x%02x", (unsigned)bytes[0]);
        glyph.length = strlen(glyph.text);
        glyph.columns = (unsigned)glyph.length;
        return glyph;
    }
    glyph.used = (size_t)used;
    if (!is_shown(character)) {
        escape_character(&glyph, character);
        return glyph;
    }
    memcpy(glyph.text, text, glyph.used);
    glyph.length = glyph.used;
    int columns = utf8proc_charwidth(character);
    glyph.columns = columns > 0 ? (unsigned)columns : 0;
    return glyph;
}

static unsigned
measure(const char *text, size_t len)
{
    unsigned columns = 0;
    while (len > 0) {
        struct glyph glyph = glyph_at(text, len);
        columns += glyph.columns;
        text += glyph.used;
        len -= glyph.used;
    }
    return columns;
}

void
print_escaped_bytes(FILE *out, const char *text, size_t len)
{
    while (len > 0) {
        struct glyph glyph = glyph_at(text, len);
        fwrite(glyph.text, 1, glyph.length, out);
        text += glyph.used;
        len -= glyph.used;
    }
}

void
print_escaped(FILE *out, const char *text)
{
    if (text) {
        print_escaped_bytes(out, text, strlen(text));
    }
}

unsigned
escaped_columns(const char *text)
{
    return measure(text, strlen(text));
}

void
print_wrapped(FILE *out, unsigned width, unsigned indent, const char *text)
{
    unsigned column = indent;
    while (*text) {
        size_t spaces = strspn(text, " ");
        size_t word = strcspn(text + spaces, " \n");
        unsigned columns = measure(text + spaces, word);
        bool breaks = width > 0 && column > indent && column + spaces + columns > width;
        if (breaks) {
            fprintf(out, "\n%*s", (int)indent, "");
            column = indent;
        } else if (column > indent) {
            fprintf(out, "%*s", (int)spaces, "");
            column += (unsigned)spaces;
        }
        print_escaped_bytes(out, text + spaces, word);
        column += columns;
        text += spaces + word;
        if (*text == '\n') {
            text++;
            fprintf(out, "\n%*s", *text ? (int)indent : 0, "");
            column = indent;
        }
    }
    fputc('\n', out);
}

void
print_beginning(FILE *out, unsigned columns, const char *text)
{
    unsigned column = 0;
    while (*text) {
        size_t spaces = strspn(text, " \n");
        size_t word = strcspn(text + spaces, " \n");
        unsigned needed = (column > 0) + measure(text + spaces, word);
        if (column > 0 && column + needed + 2 > columns) {
            fputs(" …", out);
            return;
        }
        if (column > 0 && word > 0) {
            fputc(' ', out);
        }
        print_escaped_bytes(out, text + spaces, word);
        column += needed;
        text += spaces + word;
    }
}

/* COLUMNS overrules the terminal, as POSIX has it (XBD, 8.3). */
static unsigned
stated_columns(void)
{
    const char *text = getenv("COLUMNS");
    char *end;
    if (!text || *text < '1' || *text > '9') {
        return 0;
    }
    unsigned long columns = strtoul(text, &end, 10);
    return *end == '\0' && columns < 10000 ? (unsigned)columns : 0;
}

unsigned
terminal_width(FILE *stream)
{
    if (!isatty(fileno(stream))) {
        return 0;
    }
    struct winsize size = {0};
    unsigned columns = stated_columns();
    if (columns == 0 && ioctl(fileno(stream), TIOCGWINSZ, &size) == 0) {
        columns = size.ws_col;
    }
    if (columns == 0) {
        columns = 80;
    }
    return columns < narrowest ? narrowest : columns;
}
