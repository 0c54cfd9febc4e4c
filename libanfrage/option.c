/* option.c: the options of a running call. */
#include "call.h"

#include "format-option.h"
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
    struct anf__option *option = find(call, key);
    if (!option)
        return otherwise;
    int value = anf__flag_value(value_of(option));
    if (value < 0)
        report_bad(call, option, "yes or no");
    return value < 0 ? otherwise : value;
}

uint32_t
anf_call_option_number(struct anf_call *call, const char *key, uint32_t least, uint32_t most,
                       uint32_t otherwise)
{
    struct anf__option *option = find(call, key);
    if (!option)
        return otherwise;
    uint32_t number;
    if (anf__parse_decimal(value_of(option), &number) && number >= least && number <= most)
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
