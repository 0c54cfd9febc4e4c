/* format-options.c: what --option may say, as the plugins describe it. */
#include "format-options.h"

#include "suggest.h"

#include <stdio.h>
#include <string.h>

/* One --option, and what the formats in question say of it. */
struct asked {
    const char *key; /* not terminated */
    size_t key_length;
    const char *value; /* NULL: a bare key */
    const struct anf_format_info *from;
    const struct anf_format_info *to;
    const struct anf_format_option *known; /* NULL: none has it */
    const struct anf_format_info *whose;   /* of known, or of the suggestion */
    bool fits;
    bool perhaps; /* one of them does not describe its options */
    struct suggestion near;
};

void
format_option_values(const struct anf_format_option *option, char *buffer, size_t size)
{
    size_t length = 0;
    switch (option->type) {
    case ANF_OPTION_FLAG:
        snprintf(buffer, size, "yes|no");
        break;
    case ANF_OPTION_NUMBER:
        snprintf(buffer, size, "%u..%u", option->least, option->most);
        break;
    case ANF_OPTION_CHOICE:
        for (size_t i = 0; option->choices[i] && length < size; i++) {
            length += (size_t)snprintf(buffer + length, size - length, "%s%s", i > 0 ? "|" : "",
                                       option->choices[i]);
        }
        break;
    default:
        snprintf(buffer, size, "TEXT");
    }
}

static bool
is_key(const struct asked *asked, const char *key)
{
    return strncmp(asked->key, key, asked->key_length) == 0 && key[asked->key_length] == '\0';
}

/* What the format is in question for: enum anf_option_flag. */
static uint32_t
uses_of(const struct asked *asked, const struct anf_format_info *info)
{
    uint32_t uses = 0;
    if (asked->from ? info == asked->from : info->reads) {
        uses |= ANF_OPTION_READS;
    }
    if (info == asked->to) {
        uses |= ANF_OPTION_WRITES;
    }
    return uses;
}

static void
consider(struct asked *asked, const struct anf_format_info *info,
         const struct anf_format_option *option)
{
    char typed[64];
    if (is_key(asked, option->key)) {
        asked->known = option;
        asked->whose = info;
        asked->fits |= anf_format_option_takes(option, asked->value ? asked->value : "yes") != 0;
        return;
    }
    const char *before = asked->near.best;
    snprintf(typed, sizeof typed, "%.*s", (int)asked->key_length, asked->key);
    suggestion_consider(&asked->near, typed, option->key);
    if (!asked->known && asked->near.best != before) {
        asked->whose = info;
    }
}

static void
look_up(struct asked *asked, const struct anf_context *ctx)
{
    const struct anf_format_info *info;
    for (size_t i = 0; (info = anf_context_format(ctx, i)); i++) {
        uint32_t uses = uses_of(asked, info);
        asked->perhaps |= uses != 0 && !info->options;
        for (size_t j = 0; info->options && info->options[j]; j++) {
            if (info->options[j]->flags & uses) {
                consider(asked, info, info->options[j]);
            }
        }
    }
}

/* "text has it, for writing": a format that is not in question. */
static bool
find_elsewhere(const struct asked *asked, const struct anf_context *ctx, char *buffer, size_t size)
{
    const struct anf_format_info *info;
    for (size_t i = 0; (info = anf_context_format(ctx, i)); i++) {
        for (size_t j = 0; info->options && info->options[j]; j++) {
            if (is_key(asked, info->options[j]->key)) {
                snprintf(buffer, size, "%s has it, for %s", info->id,
                         info->options[j]->flags & ANF_OPTION_READS ? "reading" : "writing");
                return true;
            }
        }
    }
    return false;
}

static void
report_unknown(const struct asked *asked, const struct anf_context *ctx, struct report *report)
{
    char hint[256];
    const char *some = asked->to ? asked->to->id : asked->from ? asked->from->id : "FORMAT";
    if (!find_elsewhere(asked, ctx, hint, sizeof hint)) {
        if (asked->near.best) {
            snprintf(hint, sizeof hint, "did you mean %s, which %s has?", asked->near.best,
                     asked->whose->id);
        } else {
            snprintf(hint, sizeof hint, "'anfrage formats %s' lists what there is", some);
        }
    }
    report_error(report, ANF_CODE_UNKNOWN_OPTION, NULL,
                 "no option \"%.*s\" for reading%s%s%s%s; %s", (int)asked->key_length, asked->key,
                 asked->from ? " " : "", asked->from ? asked->from->id : "",
                 asked->to ? ", nor for writing " : "", asked->to ? asked->to->id : "", hint);
}

static void
report_unfit(const struct asked *asked, struct report *report)
{
    char values[256];
    format_option_values(asked->known, values, sizeof values);
    if (asked->value) {
        report_error(report, ANF_CODE_BAD_OPTION_VALUE, NULL,
                     "option %s of %s takes %s, not \"%s\"", asked->known->key, asked->whose->id,
                     values, asked->value);
    } else {
        report_error(report, ANF_CODE_BAD_OPTION_VALUE, NULL,
                     "option %s of %s needs a value: %s=%s", asked->known->key, asked->whose->id,
                     asked->known->key, values);
    }
}

static bool
check(struct asked *asked, const struct anf_context *ctx, struct report *report)
{
    look_up(asked, ctx);
    if (asked->known && !asked->fits) {
        report_unfit(asked, report);
    } else if (!asked->known && !asked->perhaps) {
        report_unknown(asked, ctx, report);
    }
    return asked->known ? asked->fits : asked->perhaps;
}

bool
format_options_check(const struct options *options, const struct anf_context *ctx,
                     const struct anf_format_info *from, const struct anf_format_info *to,
                     struct report *report)
{
    bool sound = true;
    for (size_t i = 0; options->format_options[i]; i++) {
        const char *text = options->format_options[i];
        struct asked asked = {
            .key = text, .key_length = strcspn(text, "="), .from = from, .to = to};
        if (text[asked.key_length] == '=') {
            asked.value = text + asked.key_length + 1;
        }
        sound = check(&asked, ctx, report) && sound;
    }
    return sound;
}
