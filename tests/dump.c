/* dump.c: an inquiry, line by line, for a person who looks for a difference. */
#include "dump.h"

#include <stdlib.h>
#include <string.h>

static void
dump_text(FILE *out, const char *text)
{
    fputc('"', out);
    for (; *text; ++text) {
        unsigned char c = (unsigned char)*text;
        if (c < 0x20 || c > 0x7E || c == '"' || c == '\\')
            fprintf(out, "\\x%02X", c);
        else
            fputc(c, out);
    }
    fputc('"', out);
}

static void
dump_part(FILE *out, const char *name, const char *text)
{
    if (!text)
        return;
    fprintf(out, " %s=", name);
    dump_text(out, text);
}

static void
dump_fields(FILE *out, const struct anf_inquiry *inquiry)
{
    for (int field = ANF_FIELD_KIND; field <= ANF_FIELD_RETRIEVED; ++field) {
        if (!anf_inquiry_get(inquiry, field))
            continue;
        dump_part(out, anf_field_name(field), anf_inquiry_get(inquiry, field));
        fputc('\n', out);
    }
}

static void
dump_actor(FILE *out, const char *what, const struct anf_actor *actor)
{
    fprintf(out, " %s%s:", what, actor->group ? " (group)" : "");
    dump_part(out, "name", actor->name);
    dump_part(out, "party", actor->party);
    dump_part(out, "role", actor->role);
    dump_part(out, "organization", actor->organization);
    fputc('\n', out);
}

static void
dump_people(FILE *out, const struct anf_inquiry *inquiry)
{
    const struct anf_actor *actor;
    for (size_t i = 0; (actor = anf_inquiry_asker(inquiry, i)); ++i)
        dump_actor(out, "asker", actor);
    if (anf_inquiry_more_askers(inquiry))
        fputs(" more askers\n", out);
    for (size_t i = 0; (actor = anf_inquiry_answerer(inquiry, i)); ++i)
        dump_actor(out, "answerer", actor);
}

static void
dump_contact(FILE *out, const struct anf_contact *contact)
{
    fputs(" contact:", out);
    dump_part(out, "name", contact->name);
    dump_part(out, "email", contact->email);
    dump_part(out, "organization", contact->organization);
    for (size_t i = 0; contact->address && contact->address[i]; ++i)
        dump_part(out, "line", contact->address[i]);
    fputc('\n', out);
}

static void
dump_lists(FILE *out, const struct anf_inquiry *inquiry)
{
    const char *line;
    const struct anf_contact *contact;
    const struct anf_repair *repair;
    for (size_t i = 0; (line = anf_inquiry_subject(inquiry, i)); ++i) {
        dump_part(out, "subject", line);
        fputc('\n', out);
    }
    for (size_t i = 0; (line = anf_inquiry_link(inquiry, i)); ++i) {
        dump_part(out, "link", line);
        fputc('\n', out);
    }
    for (size_t i = 0; (contact = anf_inquiry_contact(inquiry, i)); ++i)
        dump_contact(out, contact);
    for (size_t i = 0; (repair = anf_inquiry_repair(inquiry, i)); ++i) {
        dump_part(out, "repair", repair->kind);
        dump_part(out, "was", repair->was);
        dump_part(out, "now", repair->now);
        fputc('\n', out);
    }
}

static void
dump_node(FILE *out, const struct anf_node *node, int depth)
{
    fprintf(out, " %*s%s", 2 * depth, "", anf_node_kind_name(anf_node_kind(node)));
    if (anf_node_role(node))
        fprintf(out, " %s", anf_role_name(anf_node_role(node)));
    for (int i = ANF_ATTRIBUTE_NUMBER; i <= ANF_ATTRIBUTE_MARKER; ++i)
        dump_part(out, anf_attribute_name(i), anf_node_get(node, i));
    if (anf_node_kind(node) == ANF_NODE_TEXT) {
        fputc(' ', out);
        dump_text(out, anf_node_text(node, NULL));
    }
    fputc('\n', out);
    for (const struct anf_node *child = anf_node_first(node); child; child = anf_node_next(child))
        dump_node(out, child, depth + 1);
}

void
dump_inquiry(FILE *out, const struct anf_inquiry *inquiry)
{
    dump_fields(out, inquiry);
    dump_people(out, inquiry);
    dump_lists(out, inquiry);
    dump_node(out, anf_inquiry_content(inquiry), 0);
}

/* NULL: out of memory. */
static char *
dump_to_string(const struct anf_inquiry *inquiry)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        return NULL;
    dump_inquiry(out, inquiry);
    fclose(out);
    return text;
}

static int
line_length(const char *line)
{
    enum { MOST = 2000 };
    size_t len = strcspn(line, "\n");
    return len < MOST ? (int)len : MOST;
}

void
dump_difference(const struct anf_inquiry *a, const struct anf_inquiry *b)
{
    char *first = dump_to_string(a);
    char *second = dump_to_string(b);
    if (first && second) {
        size_t line = 0;
        for (size_t i = 0; first[i] && first[i] == second[i]; ++i)
            line = first[i] == '\n' ? i + 1 : line;
        fprintf(stderr, "first difference:\n-%.*s\n+%.*s\n", line_length(first + line),
                first + line, line_length(second + line), second + line);
        fprintf(stderr, "--- expected\n%s--- found\n%s---\n", first, second);
    }
    free(first);
    free(second);
}
