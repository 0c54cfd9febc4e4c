/* option.c: the options of a running call. */
#include "call.h"

#include "text.h"

#include <stdio.h>
#include <string.h>

static size_t
key_length(const struct anf__option *option)
{
    return strcspn(option->text, "=");
}

static const char *
value_of(const struct anf__option *option)
{
    size_t len = key_length(option);
    return option->text[len] ? option->text + len + 1 : "yes";
}

/* The last one counts. NULL: not given. */
static struct anf__option *
find(struct anf_call *call, const char *key)
{
    struct anf__option *found = NULL;
    if (!call || !key)
        return NULL;
    for (size_t i = 0; i < call->options.count; i++) {
        struct anf__option *option = &call->options.items[i];
        size_t len = key_length(option);
        if (strncmp(option->text, key, len) == 0 && !key[len]) {
            option->asked = 1;
            found = option;
        }
    }
    return found;
}

const char *
anf_call_option(struct anf_call *call, const char *key)
{
    const struct anf__option *option = find(call, key);
    return option ? value_of(option) : NULL;
}

static void
report_bad(struct anf_call *call, struct anf__option *option, const char *wanted)
{
    if (option->reported)
        return;
    option->reported = 1;
    anf_call_report(call, ANF_SEVERITY_WARNING, ANF_CODE_BAD_OPTION_VALUE, NULL, 0, 0,
                    "option %.*s: \"%s\" is not %s, and is left out of account",
                    (int)key_length(option), option->text, value_of(option), wanted);
}

int
anf_call_option_bool(struct anf_call *call, const char *key, int otherwise)
{
    static const struct {
        const char *word;
        int value;
    } words[] = {{"yes", 1}, {"true", 1}, {"1", 1}, {"no", 0}, {"false", 0}, {"0", 0}};
    struct anf__option *option = find(call, key);
    if (!option)
        return otherwise;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(value_of(option), words[i].word) == 0)
            return words[i].value;
    report_bad(call, option, "yes or no");
    return otherwise;
}

/* A decimal number of digits alone; 0: it is none, or too large. */
static int
parse_decimal(const char *text, uint32_t *ret_number)
{
    uint64_t number = 0;
    const char *c = text;
    for (; anf__is_digit(*c) && number <= UINT32_MAX; c++)
        number = number * 10 + (uint64_t)(*c - '0');
    if (c == text || *c || number > UINT32_MAX)
        return 0;
    *ret_number = (uint32_t)number;
    return 1;
}

uint32_t
anf_call_option_number(struct anf_call *call, const char *key, uint32_t least, uint32_t most,
                       uint32_t otherwise)
{
    struct anf__option *option = find(call, key);
    if (!option)
        return otherwise;
    uint32_t number;
    if (parse_decimal(value_of(option), &number) && number >= least && number <= most)
        return number;
    char wanted[64];
    snprintf(wanted, sizeof wanted, "a number from %u to %u", least, most);
    report_bad(call, option, wanted);
    return otherwise;
}

void
anf__call_report_unasked(struct anf_call *call)
{
    struct anf__place_of_report where = {.source = call->place};
    for (size_t i = 0; i < call->options.count; i++) {
        const struct anf__option *option = &call->options.items[i];
        if (!option->asked)
            anf__report(call->ctx, &where, ANF_SEVERITY_WARNING, ANF_CODE_UNKNOWN_OPTION,
                        "the format %s has no option \"%.*s\"", call->format->info.id,
                        (int)key_length(option), option->text);
    }
}
