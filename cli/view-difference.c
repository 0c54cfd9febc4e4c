/* view-difference.c: in what two inquiries differ, for a person or a program. */
#include "view-difference.h"

#include "printable.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* What is the same at the beginning and the end of two long texts is not printed twice. */
enum { context = 60, slack = 30 };

struct excerpt {
    const char *text;
    size_t length;
    bool exact;      /* show by their numbers what looks like others */
    bool cut_before; /* text before it was left out */
    bool cut_after;
};

static void
colour(const struct difference_view *view, const char *code)
{
    if (view->colour) {
        fputs(code, view->out);
    }
}

static void
begin(struct difference_view *view)
{
    if (!view->begun) {
        colour(view, "\033[1m");
        fputs("--- ", view->out);
        print_escaped(view->out, view->a);
        fputs("\n+++ ", view->out);
        print_escaped(view->out, view->b);
        colour(view, "\033[0m");
        fputc('\n', view->out);
    }
    view->begun = true;
}

static void
print_place(struct difference_view *view, size_t inquiry, const char *path, const char *new_path)
{
    begin(view);
    colour(view, "\033[36m");
    fputs("@@ ", view->out);
    if (inquiry > 0) {
        fprintf(view->out, "inquiry %zu%s", inquiry, path ? ", " : "");
    }
    print_escaped(view->out, path);
    if (new_path) {
        fputs(", moved to ", view->out);
        print_escaped(view->out, new_path);
    }
    fputs(" @@", view->out);
    colour(view, "\033[0m");
    fputc('\n', view->out);
}

/* --- excerpts --- */

static bool
is_continuation(char byte)
{
    return ((unsigned char)byte & 0xc0) == 0x80;
}

/* Back to the beginning of a word, if one is near, else of a character. */
static size_t
word_start(const char *text, size_t at)
{
    size_t start = at;
    while (start > 0 && at - start < slack && text[start - 1] != ' ' && text[start - 1] != '\n') {
        start--;
    }
    if (start > 0 && text[start - 1] != ' ' && text[start - 1] != '\n') {
        start = at;
    }
    while (start > 0 && is_continuation(text[start])) {
        start--;
    }
    return start;
}

/* On to the end of a word, if one is near, else of a character. */
static size_t
word_end(const char *text, size_t at)
{
    size_t end = at;
    while (text[end] && end - at < slack && text[end] != ' ' && text[end] != '\n') {
        end++;
    }
    if (text[end] && text[end] != ' ' && text[end] != '\n') {
        end = at;
    }
    while (is_continuation(text[end])) {
        end++;
    }
    return end;
}

static size_t
same_beginning(const char *a, const char *b)
{
    size_t same = 0;
    while (a[same] && a[same] == b[same]) {
        same++;
    }
    return same;
}

static size_t
same_end(const char *a, size_t a_length, const char *b, size_t b_length, size_t most)
{
    size_t same = 0;
    while (same < most && a[a_length - same - 1] == b[b_length - same - 1]) {
        same++;
    }
    return same;
}

/* Leave out start bytes at the beginning, and all but the bytes up to end. */
static struct excerpt
cut(const char *text, size_t length, size_t start, size_t end)
{
    return (struct excerpt){
        .text = text + start,
        .length = end - start,
        .cut_before = start > 0,
        .cut_after = end < length,
    };
}

static void
excerpts_of(const char *was, const char *now, struct excerpt *ret_was, struct excerpt *ret_now)
{
    size_t was_length = strlen(was);
    size_t now_length = strlen(now);
    size_t shorter = was_length < now_length ? was_length : now_length;
    size_t head = same_beginning(was, now);
    size_t tail = same_end(was, was_length, now, now_length, shorter - head);
    size_t start = head > context + slack ? word_start(was, head - context) : 0;
    size_t was_end = was_length;
    size_t now_end = now_length;
    if (tail > context + slack) {
        was_end = word_end(was, was_length - tail + context);
        now_end = now_length - (was_length - was_end);
    }
    *ret_was = cut(was, was_length, start, was_end);
    *ret_now = cut(now, now_length, start, now_end);
}

/* Would a person see no difference: other blanks, letters put together in another way? */
static bool
look_the_same(const char *was, const char *now)
{
    utf8proc_uint8_t *a = utf8proc_NFKC((const utf8proc_uint8_t *)was);
    utf8proc_uint8_t *b = utf8proc_NFKC((const utf8proc_uint8_t *)now);
    bool same = a && b && strcmp((const char *)a, (const char *)b) == 0;
    free(a);
    free(b);
    return same;
}

/* Blanks, accents apart from their letters, raised digits … */
static bool
looks_like_another(utf8proc_int32_t character)
{
    switch (utf8proc_category(character)) {
    case UTF8PROC_CATEGORY_ZS:
        return character != ' ';
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return true;
    default:
        return false;
    }
}

static void
print_character(FILE *out, const char *text, size_t length, bool exact, size_t *ret_used)
{
    utf8proc_int32_t character = 0;
    struct glyph glyph = glyph_at(text, length);
    *ret_used = glyph.used;
    utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)glyph.used, &character);
    if (exact && looks_like_another(character)) {
        fprintf(out, "\\u%04x", (unsigned)character);
    } else {
        fwrite(glyph.text, 1, glyph.length, out);
    }
}

/* Each line of the text with a sign before it. */
static void
print_excerpt(const struct difference_view *view, const char *sign, const char *code,
              const struct excerpt *excerpt)
{
    const char *at = excerpt->text;
    const char *end = at + excerpt->length;
    colour(view, code);
    fprintf(view->out, "%s%s", sign, excerpt->cut_before ? "… " : "");
    while (at < end) {
        size_t used = 1;
        if (*at == '\n') {
            colour(view, "\033[0m");
            fputc('\n', view->out);
            colour(view, code);
            fputs(sign, view->out);
        } else {
            print_character(view->out, at, (size_t)(end - at), excerpt->exact, &used);
        }
        at += used;
    }
    fputs(excerpt->cut_after ? " …" : "", view->out);
    colour(view, "\033[0m");
    fputc('\n', view->out);
}

static void
print_texts(const struct difference_view *view, const struct anf_difference *difference)
{
    struct excerpt was = {.text = difference->was};
    struct excerpt now = {.text = difference->now};
    if (was.text && now.text) {
        excerpts_of(difference->was, difference->now, &was, &now);
        was.exact = now.exact = look_the_same(difference->was, difference->now);
    } else {
        was.length = was.text ? strlen(was.text) : 0;
        now.length = now.text ? strlen(now.text) : 0;
    }
    if (was.text) {
        print_excerpt(view, "- ", "\033[31m", &was);
    }
    if (now.text) {
        print_excerpt(view, "+ ", "\033[32m", &now);
    }
}

static void
print_moved(const struct difference_view *view, const char *text)
{
    fputs("  ", view->out);
    print_beginning(view->out, 76, text);
    fputc('\n', view->out);
}

/* --- JSON --- */

static void
print_json(const struct difference_view *view, size_t inquiry,
           const struct anf_difference *difference)
{
    const char *part = anf_difference_part_name(difference->part);
    json_t *line = json_pack("{s:o*, s:s, s:s, s:s*, s:s*, s:s*, s:s*}", "inquiry",
                             inquiry > 0 ? json_integer((json_int_t)inquiry) : NULL, "kind",
                             anf_difference_kind_name(difference->kind), "part",
                             part ? part : "inquiry", "path", difference->path, "new_path",
                             difference->new_path, "was", difference->was, "now", difference->now);
    if (line && json_dumpf(line, view->out, JSON_COMPACT | JSON_PRESERVE_ORDER) == 0) {
        fputc('\n', view->out);
    }
    json_decref(line);
}

void
view_difference(struct difference_view *view, size_t inquiry,
                const struct anf_difference *difference)
{
    if (view->json) {
        print_json(view, inquiry, difference);
        return;
    }
    print_place(view, inquiry, difference->path, difference->new_path);
    if (difference->kind == ANF_DIFFERENCE_MOVED) {
        print_moved(view, difference->was);
    } else {
        print_texts(view, difference);
    }
}

void
view_lone_inquiry(struct difference_view *view, size_t inquiry, int kind,
                  const struct anf_inquiry *lone)
{
    const char *reference = anf_inquiry_get(lone, ANF_FIELD_REFERENCE);
    const char *title = anf_inquiry_get(lone, ANF_FIELD_TITLE);
    const char *text = title ? title : reference ? reference : "an inquiry without title";
    bool added = kind == ANF_DIFFERENCE_ADDED;
    struct anf_difference difference = {
        .size = sizeof difference,
        .kind = kind,
        .was = added ? NULL : text,
        .now = added ? text : NULL,
    };
    view_difference(view, inquiry, &difference);
}
