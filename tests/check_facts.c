/* check_facts.c: every fact of the vocabulary does its work. fixtures/facts/facts.tsv has each once
 * more, and fixtures/facts/pages.tsv the smallest pages in which those of a class matter: with the
 * fact a page says what it should, and without it, and nothing else changed, something else. */
#include "recognised.h"
#include "support.h"

#include "buffer.h"
#include "context.h"
#include "recogniser/vocabulary.h"

#include <anfrage/plugin.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_FACTS = 4000, MOST_PAGES = 400, PARTS = 4 };

/* A line of a file, cut at its TABs. */
struct row {
    char *parts[PARTS];
};

static struct anf_context *ctx;
static char *texts[2];
static struct row facts[MOST_FACTS]; /* class, id, phrase */
static struct row pages[MOST_PAGES]; /* class, id or *, what is said, the page */
static size_t fact_count, page_count;

/* --- the files --- */

static char *
read_fixture(const char *name)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/fixtures/facts/%s", getenv("ANFRAGE_TESTS"), name);
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file != NULL, "%s", path);
    struct anf__buffer text = {0};
    char piece[4096];
    size_t read = 0;
    while ((read = fread(piece, 1, sizeof piece, file)))
        ck_assert_int_eq(anf__buffer_add(&text, piece, read), ANF_OK);
    fclose(file);
    return text.data;
}

/* "\n" written out, as in a string of C */
static void
unescape(char *text)
{
    char *to = text;
    for (; *text; text++) {
        int is_escape = text[0] == '\\' && text[1] == 'n';
        *to++ = is_escape ? '\n' : *text;
        text += is_escape;
    }
    *to = '\0';
}

static size_t
cut_rows(char *text, struct row *rows, size_t most)
{
    size_t count = 0;
    char *line = NULL;
    while ((line = strsep(&text, "\n"))) {
        if (!*line || *line == '#')
            continue;
        ck_assert_uint_lt(count, most);
        for (size_t i = 0; i < PARTS; i++)
            rows[count].parts[i] = strsep(&line, "\t");
        if (rows[count].parts[3])
            unescape(rows[count].parts[3]);
        count++;
    }
    return count;
}

static void
set_up(void)
{
    ctx = anf_context_new();
    texts[0] = read_fixture("facts.tsv");
    texts[1] = read_fixture("pages.tsv");
    fact_count = cut_rows(texts[0], facts, MOST_FACTS);
    page_count = cut_rows(texts[1], pages, MOST_PAGES);
}

static void
tear_down(void)
{
    free(texts[0]);
    free(texts[1]);
    ctx = anf_context_unref(ctx);
}

/* --- what a page says --- */

static void
add(struct anf__buffer *out, const char *text)
{
    if (text)
        ck_assert_int_eq(anf__buffer_add(out, text, strlen(text)), ANF_OK);
}

static void
add_line(struct anf__buffer *out, const char *name, const char *value, const char *more)
{
    add(out, name);
    add(out, ": ");
    add(out, value);
    add(out, more ? "|" : NULL);
    add(out, more);
    add(out, "\n");
}

static void
add_inquiry(struct anf__buffer *out, const struct anf_inquiry *inquiry)
{
    const struct anf_actor *actor = NULL;
    const struct anf_discarded *gone = NULL;
    for (int field = ANF_FIELD_KIND; field <= ANF_FIELD_RETRIEVED; field++) {
        if (anf_inquiry_get(inquiry, field))
            add_line(out, anf_field_name(field), anf_inquiry_get(inquiry, field), NULL);
    }
    for (size_t i = 0; (actor = anf_inquiry_asker(inquiry, i)); i++)
        add_line(out, actor->group ? "group" : "asker", actor->name, actor->party);
    if (anf_inquiry_more_askers(inquiry))
        add_line(out, "more", "askers", NULL);
    for (size_t i = 0; (actor = anf_inquiry_answerer(inquiry, i)); i++)
        add_line(out, "answerer", actor->organization, NULL);
    for (size_t i = 0; anf_inquiry_subject(inquiry, i); i++)
        add_line(out, "subject", anf_inquiry_subject(inquiry, i), NULL);
    char *content = describe_content(inquiry);
    add_line(out, "content", content, NULL);
    free(content);
    for (size_t i = 0; (gone = anf_inquiry_discarded(inquiry, i)); i++)
        add_line(out, "discarded", gone->reason, gone->text);
}

/* All that is said of the inquiries of a page. Give it to free. */
static char *
said_of(const char *text)
{
    struct anf__buffer out = {0};
    int status = 0;
    struct anf_page *page = recognised_page(ctx, text, &status);
    add(&out, status == ANF_OK ? "" : "refused\n");
    for (uint32_t i = 0; anf_page_inquiry(page, i); i++)
        add_inquiry(&out, anf_page_inquiry(page, i));
    anf_page_unref(page);
    return out.data;
}

/* --- one fact on one page --- */

/* {id}, {phrase} and {rest}, which is the phrase without its first character, filled in. */
static char *
filled(const char *form, const struct row *fact)
{
    struct anf__buffer out = {0};
    const char *phrase = fact->parts[2];
    size_t first = (unsigned char)*phrase < 0x80 ? 1 : 2;
    struct {
        const char *name, *value;
    } const names[] = {{"{id}", fact->parts[1]}, {"{phrase}", phrase}, {"{rest}", phrase + first}};
    while (*form) {
        size_t i = 0;
        while (i < 3 && strncmp(form, names[i].name, strlen(names[i].name)) != 0)
            i++;
        if (i < 3)
            add(&out, names[i].value);
        else
            ck_assert_int_eq(anf__buffer_add(&out, form, 1), ANF_OK);
        form += i < 3 ? strlen(names[i].name) : 1;
    }
    return out.data;
}

static struct entry *
entry_of(const struct row *fact)
{
    enum word_class class = anf__word_class(fact->parts[0]);
    const struct entry *entry = anf__vocabulary_first(ctx->words, class);
    while (entry &&
           (strcmp(entry->phrase, fact->parts[2]) != 0 || strcmp(entry->id, fact->parts[1]) != 0))
        entry = anf__vocabulary_next(ctx->words, entry);
    return entry ? &ctx->words->entries.items[entry - ctx->words->entries.items] : NULL;
}

/* As if the fact were in no file: no word begins it, and no phrase is it. */
static char *
said_without(const char *text, struct entry *entry)
{
    struct entry *twin = entry + 1; /* with blanks between its letters */
    int is_spaced = entry + 1 < ctx->words->entries.items + ctx->words->entries.count &&
                    twin->spaced;
    struct entry kept[2] = {*entry, is_spaced ? *twin : *entry};
    entry->key = ~entry->key;
    entry->phrase = "";
    if (is_spaced)
        twin->key = ~twin->key;
    char *said = said_of(text);
    *entry = kept[0];
    if (is_spaced)
        *twin = kept[1];
    return said;
}

static int
works_on(const struct row *fact, struct entry *entry, const struct row *page)
{
    char *text = filled(page->parts[3], fact);
    char *wanted = filled(page->parts[2], fact);
    char *said = said_of(text);
    char *without = said_without(text, entry);
    int works = (strcmp(wanted, "-") == 0 || strstr(said, wanted)) && strcmp(said, without) != 0;
    free(text);
    free(wanted);
    free(said);
    free(without);
    return works;
}

static int
works(const struct row *fact)
{
    struct entry *entry = entry_of(fact);
    int found = 0;
    for (size_t i = 0; entry && i < page_count && !found; i++) {
        const struct row *page = &pages[i];
        int is_for_it = strcmp(page->parts[0], fact->parts[0]) == 0 &&
                        (strcmp(page->parts[1], "*") == 0 ||
                         strcmp(page->parts[1], fact->parts[1]) == 0);
        found = is_for_it && works_on(fact, entry, page);
    }
    return found;
}

/* The usual names of a parliament and its government are printed and asked for, whatever else finds
 * them on a page. */
static int
is_usual_name(const struct row *fact)
{
    enum word_class class = anf__word_class(fact->parts[0]);
    const char *usual = class == WORD_PARLIAMENT || class == WORD_GOVERNMENT
                            ? anf__vocabulary_phrase(ctx->words, class, fact->parts[1])
                            : NULL;
    return usual && strcmp(usual, fact->parts[2]) == 0;
}

/* --- the tests --- */

/* Classes of facts that no page is searched for: check_findings.c and check_akn_write.c have them.
 */
static int
is_of_pages(const char *class)
{
    return strcmp(class, "chamber") != 0 && strcmp(class, "numbering") != 0;
}

START_TEST(every_fact_does_its_work)
{
    size_t count = 0;
    for (size_t i = 0; i < fact_count; i++) {
        if (!is_of_pages(facts[i].parts[0]) || works(&facts[i]) || is_usual_name(&facts[i]))
            continue;
        fprintf(stderr, "does nothing: %s %s %s\n", facts[i].parts[0], facts[i].parts[1],
                facts[i].parts[2]);
        count++;
    }
    ck_assert_msg(!count, "%zu facts do nothing", count);
}
END_TEST

/* What is compiled in is what the fixtures have, no more and no less. */
START_TEST(every_fact_has_its_fixture)
{
    size_t known = 0;
    for (size_t i = 1; i < ctx->words->entries.count; i++)
        known += !ctx->words->entries.items[i].spaced;
    for (size_t i = 0; i < fact_count; i++)
        ck_assert_msg(entry_of(&facts[i]) != NULL, "%s %s %s is no fact", facts[i].parts[0],
                      facts[i].parts[1], facts[i].parts[2]);
    ck_assert_msg(known == fact_count, "%zu facts, and fixtures/facts/facts.tsv has %zu", known,
                  fact_count);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("facts");
    TCase *tests = tcase_create("facts");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, every_fact_has_its_fixture);
    tcase_add_test(tests, every_fact_does_its_work);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
