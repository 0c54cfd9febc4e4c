/* label.c: the HTML Standard's "prescan a byte stream to determine its encoding", 13.2.3.2. */
#include "label.h"

#include <libxml/xmlstring.h>
#include <string.h>

struct scan {
    const unsigned char *at;
    const unsigned char *end;
};

/* A name or a value, in the bytes scanned. */
struct part {
    const unsigned char *start;
    size_t length;
};

static int
is_space(unsigned char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static int
is_letter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static int
at_word(const struct scan *s, const char *word)
{
    size_t length = strlen(word);
    return (size_t)(s->end - s->at) >= length &&
           !xmlStrncasecmp(s->at, (const xmlChar *)word, (int)length);
}

static int
is(struct part part, const char *word)
{
    return part.length == strlen(word) &&
           !xmlStrncasecmp(part.start, (const xmlChar *)word, (int)part.length);
}

static void
skip_past(struct scan *s, const char *what)
{
    size_t length = strlen(what);
    const unsigned char *found = memmem(s->at, (size_t)(s->end - s->at), what, length);
    s->at = found ? found + length : s->end;
}

static void
skip_spaces(struct scan *s)
{
    while (s->at < s->end && is_space(*s->at))
        s->at++;
}

static struct part
quoted(struct scan *s)
{
    unsigned char quote = *s->at++;
    struct part part = {.start = s->at};
    const unsigned char *found = memchr(s->at, quote, (size_t)(s->end - s->at));
    part.length = (size_t)((found ? found : s->end) - s->at);
    s->at = found ? found + 1 : s->end;
    return part;
}

static struct part
unquoted(struct scan *s, const char *stops)
{
    struct part part = {.start = s->at};
    while (s->at < s->end && !is_space(*s->at) && *s->at && !strchr(stops, *s->at))
        s->at++;
    part.length = (size_t)(s->at - part.start);
    return part;
}

/* The next attribute of a tag; 0 at its end. */
static int
next_attribute(struct scan *s, struct part *ret_name, struct part *ret_value)
{
    while (s->at < s->end && (is_space(*s->at) || *s->at == '/'))
        s->at++;
    if (s->at >= s->end || *s->at == '>')
        return 0;
    *ret_name = unquoted(s, "=/>");
    *ret_value = (struct part){.start = s->at};
    if (!ret_name->length)
        s->at++; /* a stray "=" or a zero byte */
    skip_spaces(s);
    if (s->at >= s->end || *s->at != '=')
        return 1;
    s->at++;
    skip_spaces(s);
    if (s->at < s->end && (*s->at == '"' || *s->at == '\''))
        *ret_value = quoted(s);
    else
        *ret_value = unquoted(s, ">");
    return 1;
}

/* "text/html; charset=utf-8": what follows the "=". */
static struct part
charset_of(struct part content)
{
    struct scan s = {content.start, content.start + content.length};
    for (; s.at < s.end; s.at++) {
        if (!at_word(&s, "charset"))
            continue;
        s.at += strlen("charset");
        skip_spaces(&s);
        if (s.at >= s.end || *s.at != '=')
            continue;
        s.at++;
        skip_spaces(&s);
        if (s.at < s.end && (*s.at == '"' || *s.at == '\''))
            return quoted(&s);
        return unquoted(&s, ";");
    }
    return (struct part){0};
}

static struct part
label_of_meta(struct scan *s)
{
    struct part name, value, charset = {0}, content = {0};
    int pragma = 0;
    while (next_attribute(s, &name, &value)) {
        if (is(name, "charset") && !charset.start)
            charset = value;
        else if (is(name, "content") && !content.start)
            content = value;
        else if (is(name, "http-equiv") && is(value, "content-type"))
            pragma = 1;
    }
    if (charset.length)
        return charset;
    return pragma && content.start ? charset_of(content) : (struct part){0};
}

static void
skip_tag(struct scan *s)
{
    struct part name, value;
    while (s->at < s->end && !is_space(*s->at) && *s->at != '>')
        s->at++;
    while (next_attribute(s, &name, &value))
        continue;
}

/* The encoding of an XML declaration: XHTML pages carry it. */
static struct part
label_of_declaration(struct scan *s)
{
    struct part name, value;
    s->at += strlen("<?xml");
    while (next_attribute(s, &name, &value))
        if (is(name, "encoding"))
            return value;
    return (struct part){0};
}

static struct part
find_label(struct scan *s)
{
    if (at_word(s, "<?xml")) {
        struct part label = label_of_declaration(s);
        if (label.length)
            return label;
    }
    while (s->at < s->end) {
        if (at_word(s, "<!--")) {
            skip_past(s, "-->");
        } else if (at_word(s, "<meta") && s->end - s->at > 5 &&
                   (is_space(s->at[5]) || s->at[5] == '/')) {
            s->at += 5;
            struct part label = label_of_meta(s);
            if (label.length)
                return label;
        } else if (*s->at == '<' && s->end - s->at > 1 && is_letter(s->at[1])) {
            skip_tag(s);
        } else {
            s->at++;
        }
    }
    return (struct part){0};
}

int
anf__html_label(const unsigned char *data, size_t len, char ret_label[ANF__HTML_LABEL_ROOM])
{
    struct scan s = {data, data + (len < 4096 ? len : 4096)};
    struct part label = find_label(&s);
    if (!label.length || label.length >= ANF__HTML_LABEL_ROOM ||
        memchr(label.start, 0, label.length))
        return 0;
    memcpy(ret_label, label.start, label.length);
    ret_label[label.length] = '\0';
    return 1;
}
