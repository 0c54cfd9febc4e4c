/* charset-label.c: what the label of a charset means. */
#include "charset.h"

#include "ascii.h"
#include "data.h"
#include "text.h"

#include <iconv.h>
#include <string.h>

/* Labels are trimmed of ASCII white space (Encoding Standard, section 4.2). */
static const char *const WHITE = " \t\n\f\r";

static const char *
trim(const char *label, size_t *ret_len)
{
    label += strspn(label, WHITE);
    size_t len = strlen(label);
    while (len && strchr(WHITE, label[len - 1]))
        --len;
    *ret_len = len;
    return label;
}

/* Copy len bytes; 0: they do not fit. */
static int
copy(char ret[ANF__CHARSET_NAME], const char *text, size_t len)
{
    if (len >= ANF__CHARSET_NAME)
        return 0;
    memcpy(ret, text, len);
    ret[len] = '\0';
    return 1;
}

/* line: label TAB name TAB name for iconv LF */
static int
read_line(const char *line, struct anf__charset *ret_charset)
{
    const char *name = strchr(line, '\t') + 1;
    const char *iconv_name = strchr(name, '\t') + 1;
    if (*iconv_name == '-')
        return 0;
    return copy(ret_charset->name, name, (size_t)(iconv_name - 1 - name)) &&
           copy(ret_charset->iconv, iconv_name, strcspn(iconv_name, "\n"));
}

int
anf__charset_by_label(const char *label, struct anf__charset *ret_charset)
{
    size_t len;
    label = trim(label, &len);
    for (const char *line = anf__data_charsets; *line; line = strchr(line, '\n') + 1)
        if (strcspn(line, "\t") == len && anf__ascii_same(line, label, len))
            return read_line(line, ret_charset);
    return 0;
}

/* iconv_open(3) takes more than names: "" and "char" are the locale's charset, a slash begins an
 * option. UTF-7 hides markup from whoever looks at the bytes (Encoding Standard, section 4.2). */
static int
is_plain_name(const char *name, size_t len)
{
    static const char *const refused[] = {"char", "wchar_t", "internal"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (len == strlen(refused[i]) && anf__ascii_same(name, refused[i], len))
            return 0;
    for (size_t i = 0; i < len; i++) {
        if (!anf__is_alnum(name[i]) && !strchr("-_.:", name[i]))
            return 0;
        if (len - i >= 5 && anf__ascii_same(name + i, "utf-7", 5))
            return 0;
    }
    return len && !(len >= 4 && anf__ascii_same(name, "utf7", 4));
}

int
anf__charset_by_iconv(const char *name, struct anf__charset *ret_charset)
{
    size_t len;
    name = trim(name, &len);
    if (!is_plain_name(name, len) || !copy(ret_charset->iconv, name, len))
        return 0;
    iconv_t cd = iconv_open("UTF-8", ret_charset->iconv);
    if (cd == (iconv_t)-1)
        return 0;
    iconv_close(cd);
    for (size_t i = 0; i <= len; i++)
        ret_charset->name[i] = (char)anf__ascii_lower((unsigned char)ret_charset->iconv[i]);
    return 1;
}
