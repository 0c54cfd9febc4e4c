/* own-contacts.c: whom to ask about the page: name, office, address, e-mail, a line each. Which
 * line is which is told by what stands in it, or by a label. */
#include "own.h"

#include <stdlib.h>
#include <string.h>

static int
has_digit(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

/* An address of one word. */
static int
is_email(const char *text)
{
    return strchr(text, '@') && !strpbrk(text, " \t:");
}

struct parts {
    struct anf_contact contact;
    const char **address;
    size_t count;
};

static void
add_labelled(struct parts *parts, char *line)
{
    static const struct {
        const char *label;
        size_t offset;
    } labels[] = {
        {"Name: ", offsetof(struct anf_contact, name)},
        {"Organisation: ", offsetof(struct anf_contact, organization)},
        {"E-Mail: ", offsetof(struct anf_contact, email)},
    };
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        size_t length = strlen(labels[i].label);
        if (strncmp(line, labels[i].label, length) != 0)
            continue;
        char *place = (char *)&parts->contact + labels[i].offset;
        const char *value = line + length;
        if (anf__plain_is_guard(value, strlen(value)))
            value += ANF__PLAIN_GUARD_SIZE;
        memcpy(place, &value, sizeof value);
        return;
    }
    const char *value = strncmp(line, "Anschrift: ", 11) == 0 ? line + 11 : line;
    if (anf__plain_is_guard(value, strlen(value)))
        value += ANF__PLAIN_GUARD_SIZE;
    parts->address[parts->count++] = value;
}

/* Name, office, address from the first line with a digit on, e-mail last; of one line before the
 * address nobody knows whether it is a person: it is an office. */
static void
add_plain(struct parts *parts, char **lines, size_t count)
{
    if (count && is_email(lines[count - 1]))
        parts->contact.email = lines[--count];
    size_t names = 0;
    while (names < count && names < 2 && !has_digit(lines[names]))
        names++;
    if (names)
        parts->contact.organization = lines[names - 1];
    if (names == 2)
        parts->contact.name = lines[0];
    for (size_t i = names; i < count; i++)
        parts->address[parts->count++] = lines[i];
}

static int
is_labelled(const char *line)
{
    return strncmp(line, "Name: ", 6) == 0 || strncmp(line, "Organisation: ", 14) == 0 ||
           strncmp(line, "Anschrift: ", 11) == 0 || strncmp(line, "E-Mail: ", 8) == 0;
}

static int
read_contact(struct anf_inquiry *inquiry, char **lines, const char **address, size_t count)
{
    struct parts parts = {.contact = {ANF_CONTACT_INIT}, .address = address};
    int labelled = 0;
    for (size_t i = 0; i < count; i++)
        labelled |= is_labelled(lines[i]);
    for (size_t i = 0; labelled && i < count; i++)
        add_labelled(&parts, lines[i]);
    if (!labelled)
        add_plain(&parts, lines, count);
    parts.contact.address = parts.count ? parts.address : NULL;
    return anf_inquiry_add_contact(inquiry, &parts.contact);
}

int
anf__plain_read_contact(struct anf_inquiry *inquiry, const struct anf__plain_slice *lines,
                        size_t count)
{
    char **own = calloc(count, sizeof *own);
    const char **address = calloc(count + 1, sizeof *address);
    int status = own && address ? ANF_OK : ANF_ERR_NOMEM;
    for (size_t i = 0; status == ANF_OK && i < count; i++) {
        size_t len = lines[i].length;
        if (anf__plain_begins_blank(lines[i].text, len))
            status = ANF_ERR_SYNTAX; /* a paragraph with a guard */
        const char *guard = lines[i].text + len - ANF__PLAIN_GUARD_SIZE;
        if (len >= ANF__PLAIN_GUARD_SIZE && anf__plain_is_guard(guard, ANF__PLAIN_GUARD_SIZE))
            len -= ANF__PLAIN_GUARD_SIZE;
        own[i] = strndup(lines[i].text, len);
        if (!own[i])
            status = ANF_ERR_NOMEM;
    }
    if (status == ANF_OK)
        status = read_contact(inquiry, own, address, count);
    for (size_t i = 0; own && i < count; i++)
        free(own[i]);
    free(own);
    free(address);
    return status;
}
