/* own-shown.c: values as the page shows them, and what becomes of those in its script: what people
 * see, and may have edited, counts. */
#include "own-fields.h"
#include "own.h"
#include "words.h"

#include <string.h>

void
anf__own_fold(char *text)
{
    static const char blanks[] = " \t\r\n";
    char *to = text;
    for (const char *from = text + strspn(text, blanks); *from;) {
        size_t len = strspn(from, blanks);
        if (!len) {
            *to++ = *from++;
            continue;
        }
        from += len;
        if (*from)
            *to++ = ' ';
    }
    *to = '\0';
}

/* --- words in place of values --- */

/* "3. März 2025" for "2025-03-03", "Landtag Nordrhein-Westfalen" for "DE-NW": the machine's form
 * counts as long as the page shows what we write for it. No field holds line ends or TABs. */
json_t *
anf__own_shown_value(struct anf__own_reader *r)
{
    if (strpbrk(r->text, "\n\r\t"))
        anf__own_fold(r->text);
    if (!r->machine[0])
        return json_string_nocheck(r->text);
    struct anf__words_date german = anf__words_date(r->machine);
    struct anf__words_date iso = anf__words_iso_date(r->text);
    const char *word = german.text[0] ? german.text : anf__words_of(r->call, r->machine);
    if (strcmp(word ? word : r->machine, r->text) == 0)
        return json_string_nocheck(r->machine);
    const char *value = iso.text[0] ? iso.text : anf__words_value(r->call, r->text);
    /* Written with a vocabulary that we do not have: a value without a word of ours. */
    const char *otherwise = word ? r->text : r->machine;
    return json_string_nocheck(value ? value : otherwise);
}

/* --- fields --- */

/* A number stands in the script as one, and on the page as text. */
static int
is_same(const json_t *script, const json_t *shown)
{
    char digits[ANF__OWN_KEY_SIZE];
    if (!json_is_integer(script))
        return json_equal(script, shown);
    snprintf(digits, sizeof digits, "%" JSON_INTEGER_FORMAT, json_integer_value(script));
    return json_is_string(shown) && strcmp(digits, json_string_value(shown)) == 0;
}

static int
merge(struct anf__own_reader *r, const char *path, int is_always_shown)
{
    json_t *script = anf__own_fields_get(r->script, path);
    json_t *shown = anf__own_fields_get(r->shown, path);
    int is_hidden = !shown && (!script || json_is_null(script) || !is_always_shown);
    if (is_hidden || (shown && script && is_same(script, shown)))
        return ANF_OK;
    anf_call_report(r->call, ANF_SEVERITY_NOTE, ANF_CODE_HTML_OWN_SHOWN, NULL, 0, 0,
                    shown ? "%s: the page shows something else than its script holds; what it "
                            "shows was read"
                          : "%s: the script of the page holds it, but the page does not show it "
                            "any more; left out",
                    path);
    return anf__own_fields_set(r->script, path, shown ? json_incref(shown) : json_null());
}

int
anf__own_merge(struct anf__own_reader *r)
{
    int has_askers = json_object_get(r->shown, "askers") != NULL;
    int status = merge(r, "more_askers", has_askers);
    for (const struct anf__own_field *field = anf__own_fields; status == ANF_OK && field->path;
         field++)
        status = merge(r, field->path, (field->flags & ANF__OWN_ALWAYS_SHOWN) != 0);
    for (const struct anf__own_list *list = anf__own_lists; status == ANF_OK && list->path; list++)
        status = merge(r, list->path, (list->flags & ANF__OWN_ALWAYS_SHOWN) != 0);
    for (const struct anf__own_line_list *list = anf__own_line_lists;
         status == ANF_OK && list->path; list++)
        status = merge(r, list->path, 1);
    return status;
}
