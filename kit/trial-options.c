/* trial-options.c: does the writer ask for the options that the format describes, and take their
 * values? What a reader asks for may depend on its input. */
#include "plain.h"
#include "samples.h"

#include <stdio.h>

/* With an option, the call ends as without: it is asked for, and its value is taken. */
static void
judge(const struct bench *bench, int status)
{
    if (bench->heard.unasked) {
        found("ask for it with anf_call_option, whatever the inquiry holds, or do not describe it",
              "nobody asked for it");
    } else if (bench->heard.bad_value) {
        found("take every value that you describe", "the value was refused");
    } else if (status != ANF_OK) {
        found("write with every value that you describe", "the status was \"%s\": %s",
              anf_strerror(status), bench->heard.error);
    }
}

static void
write_with(struct bench *bench, const struct anf_format_info *format, const char *key,
           const char *value)
{
    char text[256];
    const char *const options[] = {text, NULL};
    struct anf_inquiry *inquiry = plain_inquiry(bench->ctx, 2);
    struct anf_sink *sink = anf_sink_new_memory();
    snprintf(text, sizeof text, "%s=%s", key, value);
    deed("writing as %s with the option %s", format->id, text);
    bench->heard = (struct heard){0};
    if (inquiry && sink) {
        judge(bench, anf_write(bench->ctx, inquiry, format->id, options, sink));
    }
    anf_sink_unref(sink);
    anf_inquiry_unref(inquiry);
}

static void
try_option(struct bench *bench, const struct anf_format_info *format,
           const struct anf_format_option *option)
{
    char number[16];
    if (option->otherwise) {
        write_with(bench, format, option->key, option->otherwise);
    }
    switch (option->type) {
    case ANF_OPTION_FLAG:
        write_with(bench, format, option->key, "yes");
        write_with(bench, format, option->key, "no");
        break;
    case ANF_OPTION_NUMBER:
        snprintf(number, sizeof number, "%u", option->least);
        write_with(bench, format, option->key, number);
        snprintf(number, sizeof number, "%u", option->most);
        write_with(bench, format, option->key, number);
        break;
    case ANF_OPTION_CHOICE:
        for (size_t i = 0; option->choices && option->choices[i]; i++) {
            write_with(bench, format, option->key, option->choices[i]);
        }
        break;
    default: /* text: what the plugin makes of it, only its author knows */
        break;
    }
}

void
try_options(const struct subject *subject)
{
    struct bench bench;
    const struct anf_format_info *format;
    bool open = bench_open(&bench, subject);
    for (size_t i = 0; open && (format = bench_format(&bench, i)); i++) {
        for (size_t j = 0; format->writes && format->options && format->options[j]; j++) {
            if (format->options[j]->flags & ANF_OPTION_WRITES) {
                try_option(&bench, format, format->options[j]);
            }
        }
    }
    bench_close(&bench);
}
