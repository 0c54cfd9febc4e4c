/* foot.c: what stands below the content: rights and contact, and the name of the grammar. */
#include "own.h"
#include "writer.h"

#include <stdlib.h>
#include <string.h>

static int
is_same(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static int
are_same(const struct anf_contact *a, const struct anf_contact *b)
{
    static const char *const none[] = {NULL};
    const char *const *one = a->address ? a->address : none;
    const char *const *other = b->address ? b->address : none;
    while (*one && *other && strcmp(*one, *other) == 0)
        one++, other++;
    return !*one && !*other && is_same(a->name, b->name) && is_same(a->email, b->email) &&
           is_same(a->organization, b->organization);
}

/* Does the reader tell from the lines alone which one is which? */
static int
reads_back(struct anf__plain_writer *writer, const struct anf_contact *contact,
           const struct anf__plain_buffer *text)
{
    struct anf_context *ctx = anf_context_new();
    struct anf_inquiry *back = anf_inquiry_new(ctx);
    size_t count = 0;
    for (size_t i = 0; i < text->length; i++)
        count += text->data[i] == '\n';
    struct anf__plain_slice *lines = calloc(count ? count : 1, sizeof *lines);
    int same = back && lines && count;
    const char *at = text->data;
    for (size_t i = 0; same && i < count; i++) {
        const char *end = strchr(at, '\n');
        lines[i] = (struct anf__plain_slice){.text = at, .length = (size_t)(end - at)};
        same = !anf__plain_begins_blank(at, lines[i].length) &&
               !anf__plain_ends_blank(at, lines[i].length) &&
               !anf__plain_needs_guard(at, lines[i].length, ANF__PLAIN_AT_TOP);
        at = end + 1;
    }
    if (same && anf__plain_read_contact(back, lines, count) == ANF_OK)
        same = are_same(anf_inquiry_contact(back, 0), contact);
    else
        same = 0;
    writer->failed |= !back || !lines;
    free(lines);
    anf_inquiry_unref(back);
    anf_context_unref(ctx);
    return same;
}

static void
add_line(struct anf__plain_buffer *text, const char *line)
{
    if (!line)
        return;
    anf__plain_puts(text, line);
    anf__plain_puts(text, "\n");
}

static void
write_value(struct anf__plain_writer *writer, const char *label, const char *value)
{
    if (value)
        anf__plain_value(writer->layout, label, value);
}

static void
write_contact(struct anf__plain_writer *writer, const struct anf_contact *contact)
{
    struct anf__plain_buffer text = {0};
    const char *const *address = contact->address;
    add_line(&text, contact->name);
    add_line(&text, contact->organization);
    for (; address && *address; address++)
        add_line(&text, *address);
    add_line(&text, contact->email);
    anf__plain_add(&text, "", 1); /* the zero byte */
    anf__plain_space(writer->layout);
    if (!text.failed && reads_back(writer, contact, &text)) {
        size_t wrap = writer->layout->wrap;
        writer->layout->wrap = 0; /* a line is a part */
        anf__plain_paragraph(writer->layout, text.data, text.length - 2, 0);
        writer->layout->wrap = wrap;
    } else {
        write_value(writer, "Name: ", contact->name);
        write_value(writer, "Organisation: ", contact->organization);
        for (address = contact->address; address && *address; address++)
            write_value(writer, "Anschrift: ", *address);
        write_value(writer, "E-Mail: ", contact->email);
    }
    writer->failed |= text.failed;
    anf__plain_clear(&text);
}

/* "anfrage-text/1 lang=de wrap=72" */
static void
write_name(struct anf__plain_writer *writer)
{
    struct anf__plain_buffer line = {0};
    const char *language = anf_inquiry_get(writer->inquiry, ANF_FIELD_LANGUAGE);
    anf__plain_puts(&line, ANF__PLAIN_NAME);
    if (language) {
        anf__plain_puts(&line, " lang=");
        anf__plain_puts(&line, language);
    }
    if (writer->layout->wrap)
        anf__plain_puts(&line, " wrapped");
    anf__plain_space(writer->layout);
    anf__plain_line(writer->layout, line.data, line.length);
    writer->failed |= line.failed;
    anf__plain_clear(&line);
}

void
anf__plain_write_foot(struct anf__plain_writer *writer)
{
    static const char heading[] = "Kontakt";
    const struct anf_contact *contact;
    anf__plain_space(writer->layout);
    write_value(writer, "© ", anf_inquiry_get(writer->inquiry, ANF_FIELD_RIGHTS));
    for (size_t i = 0; (contact = anf_inquiry_contact(writer->inquiry, i)) != NULL; i++) {
        if (!i) {
            anf__plain_space(writer->layout);
            anf__plain_line(writer->layout, heading, sizeof heading - 1);
            anf__plain_underline(writer, heading, sizeof heading - 1, '-');
        }
        write_contact(writer, contact);
    }
    write_name(writer);
}
