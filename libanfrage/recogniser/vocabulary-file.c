/* vocabulary-file.c: a vocabulary file of the user, whose facts join those that are compiled in. It
 * may come from anyone, so every line is looked at before it counts. */
#include "check/numbering.h"
#include "context.h"
#include "diagnostic.h"
#include "field.h"
#include "source.h"
#include "text.h"

#include <stdio.h>
#include <string.h>

/* Who has more faults than these has taken the wrong file. */
enum { MOST_FAULTS = 20, LONGEST_PHRASE = 200, LONGEST_ID = 64, KNOWN_IDS = 400 };

struct reading {
    struct anf_context *ctx;
    const char *name; /* of the file */
    uint32_t line;
    unsigned faults;
    struct vocabulary *words;
};

/* A line taken apart. */
struct fact {
    enum word_class class;
    const char *class_name;
    const char *id;
    const char *phrase;
};

static void report(struct reading *reading, int severity, uint32_t code, const char *fmt, ...)
    ANF_PRINTF(4, 5);

static void
report(struct reading *reading, int severity, uint32_t code, const char *fmt, ...)
{
    struct anf__place_of_report where = {.source = reading->name, .line = reading->line};
    va_list args;
    va_start(args, fmt);
    anf__report_list(reading->ctx, &where, severity, code, fmt, args);
    va_end(args);
    reading->faults += severity == ANF_SEVERITY_ERROR;
}

#define FAULT(reading, ...)                                                                        \
    report(reading, ANF_SEVERITY_ERROR, ANF_CODE_VOCABULARY_LINE, __VA_ARGS__)

/* --- ids --- */

static int
is_reason(const char *id)
{
    return *id && id[strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

/* The ids that facts of the class have, as far as there is room; 1: the id is one of them. */
static int
is_known(const struct vocabulary *words, const struct fact *fact, char list[KNOWN_IDS])
{
    size_t len = 0;
    const char *last = "";
    list[0] = '\0';
    const struct entry *entry = anf__vocabulary_first(words, fact->class);
    for (; entry; entry = anf__vocabulary_next(words, entry)) {
        if (strcmp(entry->id, fact->id) == 0)
            return 1;
        if (strcmp(entry->id, last) != 0 && len < KNOWN_IDS)
            len += (size_t)snprintf(list + len, KNOWN_IDS - len, "%s%s", len ? ", " : "",
                                    entry->id);
        last = entry->id;
    }
    return 0;
}

static int
check_known_id(struct reading *reading, const struct fact *fact)
{
    char list[KNOWN_IDS];
    if (is_known(reading->words, fact, list))
        return 1;
    FAULT(reading, "the class %s has no id \"%s\"; it has %s", fact->class_name, fact->id, list);
    return 0;
}

static int
check_parliament(struct reading *reading, const struct fact *fact)
{
    if (anf__field_takes(ANF_FIELD_PARLIAMENT, fact->id))
        return 1;
    FAULT(reading, "\"%s\" is no ISO 3166-2 code of a parliament, such as DE-NW", fact->id);
    return 0;
}

static int
check_kind(struct reading *reading, const struct fact *fact)
{
    if (anf__field_takes(ANF_FIELD_KIND, fact->id))
        return 1;
    FAULT(reading, "\"%s\" is no kind of inquiry (docs/model.md has all; anfrage is any other)",
          fact->id);
    return 0;
}

static int
check_reason(struct reading *reading, const struct fact *fact)
{
    if (is_reason(fact->id))
        return 1;
    FAULT(reading, "\"%s\" is no reason: lower-case letters, digits and dashes", fact->id);
    return 0;
}

static int
check_party(struct reading *reading, const struct fact *fact)
{
    if (*fact->id && strcmp(fact->id, "-") != 0)
        return 1;
    FAULT(reading, "the id of a party is its usual name");
    return 0;
}

static int
check_office(struct reading *reading, const struct fact *fact)
{
    if (*fact->id)
        return 1;
    FAULT(reading, "the id of an office is its nominative, or - where the phrase is");
    return 0;
}

typedef int check_fn(struct reading *reading, const struct fact *fact);

/* Of all other classes the ids are those that the compiled-in facts have: rules go by them. */
static check_fn *const id_checks[WORD_CLASSES] = {
    [WORD_KIND] = check_kind,
    [WORD_KIND_EXACT] = check_kind,
    [WORD_PARLIAMENT] = check_parliament,
    [WORD_HOST] = check_parliament,
    [WORD_FILE] = check_parliament,
    [WORD_GOVERNMENT] = check_parliament,
    [WORD_CHAMBER] = check_parliament,
    [WORD_NUMBERING] = check_parliament,
    [WORD_ASIDE] = check_reason,
    [WORD_ASIDE_LINE] = check_reason,
    [WORD_ASIDE_REST] = check_reason,
    [WORD_PARTY] = check_party,
    [WORD_OFFICE] = check_office,
};

/* --- phrases --- */

static int
check_numbering(struct reading *reading, const struct fact *fact)
{
    if (anf__numbering_is_form(fact->phrase))
        return 1;
    FAULT(reading,
          "\"%s\" is no form of numbers: {number LEAST-MOST} once or more, {term LEAST-MOST} at "
          "most once, as in {term 1-20}/{number 1-20000}",
          fact->phrase);
    return 0;
}

static int
check_file(struct reading *reading, const struct fact *fact)
{
    if (strstr(fact->phrase, "{term}") && strstr(fact->phrase, "{number}"))
        return 1;
    FAULT(reading, "\"%s\" states no Drucksache: {term} and {number} must stand in it",
          fact->phrase);
    return 0;
}

/* RFC 1123, 2.1 */
static int
check_host(struct reading *reading, const struct fact *fact)
{
    const char *host = fact->phrase;
    size_t len = strspn(host, "abcdefghijklmnopqrstuvwxyz0123456789-.");
    if (!host[len] && strchr(host, '.') && *host != '.')
        return 1;
    FAULT(reading, "\"%s\" is no name of a host in lower case, such as landtag.nrw.de", host);
    return 0;
}

static check_fn *const phrase_checks[WORD_CLASSES] = {
    [WORD_NUMBERING] = check_numbering,
    [WORD_FILE] = check_file,
    [WORD_HOST] = check_host,
};

/* --- lines --- */

static int
check_fact(struct reading *reading, const struct fact *fact)
{
    check_fn *check_id = id_checks[fact->class] ? id_checks[fact->class] : check_known_id;
    check_fn *check_phrase = phrase_checks[fact->class];
    if (strlen(fact->id) > LONGEST_ID || strlen(fact->phrase) > LONGEST_PHRASE) {
        FAULT(reading, "an id has at most %d bytes, a phrase at most %d", LONGEST_ID,
              LONGEST_PHRASE);
        return 0;
    }
    return check_id(reading, fact) && (!check_phrase || check_phrase(reading, fact));
}

static int
add_fact(struct reading *reading, const struct fact *fact)
{
    const struct entry *known = NULL;
    switch (anf__vocabulary_add(reading->words, fact->class, fact->id, fact->phrase, &known)) {
    case ADDED_NOTHING:
        report(reading, ANF_SEVERITY_NOTE, ANF_CODE_VOCABULARY_REPEATED,
               "known already: %s \"%s\"; the line can go", fact->class_name, known->phrase);
        return ANF_OK;
    case ADDED_CONFLICT:
        report(reading, ANF_SEVERITY_ERROR, ANF_CODE_VOCABULARY_CONFLICT,
               "%s \"%s\" stands for %s already, so it cannot stand for %s", fact->class_name,
               known->phrase, known->id, fact->id);
        return ANF_OK;
    case ADDED_NO_WORDS:
        FAULT(reading, "there are no words in the phrase");
        return ANF_OK;
    case ADDED_TOO_MANY:
        report(reading, ANF_SEVERITY_ERROR, ANF_CODE_VOCABULARY_TOO_LARGE,
               "more facts, or facts that begin with one word, than a page can be searched for");
        return ANF_ERR_LIMIT;
    case ADDED_NO_MEMORY:
        return ANF_ERR_NOMEM;
    default:
        return ANF_OK;
    }
}

static int
read_line(struct reading *reading, char *line, size_t len)
{
    struct fact fact = {0};
    if (anf__text_check(line, len, ANF__TEXT_TAB) != ANF_OK) {
        FAULT(reading, "the line is not UTF-8, or has characters that are no text");
        return ANF_OK;
    }
    int cut = anf__vocabulary_cut(line, &fact.class_name, &fact.id, &fact.phrase);
    if (cut == CUT_FAULT)
        FAULT(reading, "a fact is CLASS, ID and PHRASE with a TAB between each");
    if (cut != CUT_LINE)
        return ANF_OK;
    fact.class = anf__word_class(fact.class_name);
    if (!fact.class) {
        FAULT(reading, "there is no class \"%s\" (docs/vocabulary.md has all)", fact.class_name);
        return ANF_OK;
    }
    return check_fact(reading, &fact) ? add_fact(reading, &fact) : ANF_OK;
}

static int
read_lines(struct reading *reading, char *text, size_t len)
{
    static const char mark[] = "\xef\xbb\xbf"; /* byte order mark */
    char *end = text + len;
    int status = ANF_OK;
    text += strncmp(text, mark, sizeof mark - 1) == 0 ? sizeof mark - 1 : 0;
    while (text < end && status == ANF_OK && reading->faults < MOST_FAULTS) {
        char *stop = memchr(text, '\n', (size_t)(end - text));
        char *next = stop ? stop + 1 : end;
        stop = stop ? stop : end;
        if (stop > text && stop[-1] == '\r')
            stop--;
        *stop = '\0';
        reading->line++;
        status = read_line(reading, text, (size_t)(stop - text));
        text = next;
    }
    return status;
}

/* All of the file's facts, or none. */
static int
add_file(struct anf_context *ctx, const struct anf_source *source)
{
    struct vocabulary *words = ctx->words;
    struct reading reading = {.ctx = ctx, .name = source->name, .words = words};
    size_t entries = words->entries.count;
    size_t texts = words->texts.count;
    char *text = anf__vocabulary_keep(words, (const char *)source->data, source->length);
    int status = text ? read_lines(&reading, text, source->length) : ANF_ERR_NOMEM;
    if (reading.faults >= MOST_FAULTS)
        report(&reading, ANF_SEVERITY_NOTE, ANF_CODE_VOCABULARY_LINE,
               "so many faults: the rest was not looked at");
    if (status == ANF_OK && reading.faults)
        status = ANF_ERR_SYNTAX;
    if (status != ANF_OK)
        anf__vocabulary_forget(words, entries, texts);
    return status;
}

int
anf_context_load_vocabulary(struct anf_context *ctx, struct anf_source *source)
{
    if (!ctx || !source)
        return ANF_ERR_ARGUMENT;
    int status = anf__source_load(ctx, source);
    if (status == ANF_OK)
        status = add_file(ctx, source);
    if (status == ANF_ERR_NOMEM)
        anf__report(ctx, NULL, ANF_SEVERITY_ERROR, ANF_CODE_OUT_OF_MEMORY, "%s",
                    anf_strerror(status));
    return status;
}
