/* href.c: percent-encoding by RFC 3986. xmlURIEscapeStr encodes a component that it is given, and
 * every '%' in it; here the components have to be found first, and what is encoded stays so. */
#include "href.h"

#include "xml.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/uri.h>

#define DIGITS     "0123456789"
#define LETTERS    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
#define UNRESERVED LETTERS DIGITS "-._~"
#define SUB_DELIMS "!$&'()*+,;="

/* What may stand in a component (RFC 3986, appendix A). */
static const char in_user[] = UNRESERVED SUB_DELIMS ":";
static const char in_name[] = UNRESERVED SUB_DELIMS;
static const char in_literal[] = UNRESERVED SUB_DELIMS ":[]";
static const char in_segment[] = UNRESERVED SUB_DELIMS "@";
static const char in_path[] = UNRESERVED SUB_DELIMS ":@/";
static const char in_query[] = UNRESERVED SUB_DELIMS ":@/?";

struct encoded {
    char *end;
    int changed;
};

static int
is_encoded(const char *text)
{
    static const char hexadecimal[] = DIGITS "ABCDEFabcdef";
    return text[0] == '%' && text[1] && strchr(hexadecimal, text[1]) && text[2] &&
           strchr(hexadecimal, text[2]);
}

static void
encode(struct encoded *to, const char *text, size_t len, const char *allowed)
{
    static const char hexadecimal[] = "0123456789ABCDEF";
    for (size_t i = 0; i < len; ++i) {
        if (strchr(allowed, text[i]) || is_encoded(text + i)) {
            *to->end++ = text[i];
            continue;
        }
        unsigned byte = (unsigned char)text[i];
        *to->end++ = '%';
        *to->end++ = hexadecimal[byte >> 4];
        *to->end++ = hexadecimal[byte & 15];
        to->changed = 1;
    }
}

static void
copy(struct encoded *to, const char *text, size_t len)
{
    memcpy(to->end, text, len);
    to->end += len;
}

/* scheme ":" (3.1); 0: there is none. */
static size_t
scheme_length(const char *url)
{
    size_t len = strspn(url, LETTERS DIGITS "+-.");
    return len && url[len] == ':' && strchr(LETTERS, url[0]) ? len + 1 : 0;
}

/* The last c of len bytes; NULL: none. */
static const char *
last(const char *text, size_t len, char c)
{
    return memrchr(text, c, len);
}

/* "//" [ userinfo "@" ] host [ ":" port ] (3.2). */
static size_t
encode_authority(struct encoded *to, const char *url)
{
    size_t len = strcspn(url + 2, "/?#");
    const char *host = url + 2;
    const char *end = host + len;
    copy(to, "//", 2);
    const char *at = last(host, len, '@');
    if (at) {
        encode(to, host, (size_t)(at - host), in_user);
        copy(to, "@", 1);
        host = at + 1;
    }
    const char *colon = last(host, (size_t)(end - host), ':');
    if (colon && colon + 1 + strspn(colon + 1, DIGITS) < end)
        colon = NULL;
    const char *stop = colon ? colon : end;
    int literal = stop > host && host[0] == '[' && stop[-1] == ']';
    encode(to, host, (size_t)(stop - host), literal ? in_literal : in_name);
    copy(to, stop, (size_t)(end - stop));
    return len + 2;
}

/* The first segment of a relative reference holds no colon (4.2). */
static size_t
encode_first_segment(struct encoded *to, const char *url)
{
    size_t len = strcspn(url, "/?#");
    encode(to, url, len, in_segment);
    return len;
}

static void
encode_url(struct encoded *to, const char *url)
{
    size_t scheme = scheme_length(url);
    copy(to, url, scheme);
    url += scheme;
    if (url[0] == '/' && url[1] == '/')
        url += encode_authority(to, url);
    else if (!scheme)
        url += encode_first_segment(to, url);
    size_t len = strcspn(url, "?#");
    encode(to, url, len, in_path);
    url += len;
    for (char mark = '?'; *url; mark = '#') {
        if (*url != mark)
            continue;
        copy(to, url, 1);
        len = mark == '?' ? strcspn(url + 1, "#") : strlen(url + 1);
        encode(to, url + 1, len, in_query);
        url += 1 + len;
    }
}

static void
ignore(void *user, xmlErrorPtr error)
{
    (void)user, (void)error;
}

/* Once more, by the parser that the schema's validator uses: a port may be too large. It prints
 * what it cannot allocate, and takes the address for a wrong one then. */
static int
check(const char *href, int *ret_is_valid)
{
    struct anf__xml_guarded guarded;
    int status = anf__xml_prepare();
    if (status != ANF_OK)
        return status;
    anf__xml_guard(&guarded, ignore, NULL);
    xmlURIPtr uri = xmlCreateURI();
    *ret_is_valid = uri && xmlParseURIReference(uri, href) == 0;
    xmlFreeURI(uri);
    status = anf__xml_unguard(&guarded);
    return uri ? status : ANF_ERR_NOMEM;
}

int
anf__href(const char *url, char **ret_href)
{
    int is_valid = 1;
    char *href = malloc(strlen(url) * 3 + 1);
    if (!href)
        return ANF_ERR_NOMEM;
    struct encoded to = {href, 0};
    encode_url(&to, url);
    *to.end = '\0';
    int status = check(href, &is_valid);
    int is_same = is_valid && !to.changed && url[0] != '#';
    if (!is_valid || url[0] == '#')
        href[0] = '\0';
    if (status != ANF_OK || is_same) {
        free(href);
        href = NULL;
    }
    if (status == ANF_OK)
        *ret_href = href;
    return status;
}
