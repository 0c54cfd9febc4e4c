/* mock.c: a format whose input tells its plugin what to do.
 *
 *     mock:               the first line
 *     emit TITLE          hand over an inquiry
 *     incomplete          hand over one with an empty list
 *     ignore              the same, and go on whatever the library says
 *     block TEXT          a paragraph of the page
 *     part FORMAT WORDS   let a format read the words into the page, as the part "teil"
 *     place               open a place, and leave it open
 *     close               close one
 *     text                decode the source, label latin1
 *     ask KEY             ask for an option, and report it
 *     report WORDS        a warning
 *     error WORDS         an error
 *     return NUMBER       end with this status
 */
#include "mock.h"

#include <stdlib.h>
#include <string.h>

static int
emit(struct anf_call *call, const char *title, int list)
{
    struct anf_inquiry *inquiry;
    int status = anf_call_new_inquiry(call, &inquiry);
    if (status != ANF_OK)
        return status;
    status = anf_inquiry_set(inquiry, ANF_FIELD_TITLE, title);
    if (status == ANF_OK && list)
        status = anf_node_add(anf_inquiry_root(inquiry), ANF_NODE_LIST, NULL);
    if (status == ANF_OK)
        return anf_call_emit(call, inquiry);
    anf_inquiry_unref(inquiry);
    return status;
}

static int
do_emit(struct anf_call *call, struct anf_source *source, const char *rest)
{
    (void)source;
    return emit(call, rest, 0);
}

static int
do_incomplete(struct anf_call *call, struct anf_source *source, const char *rest)
{
    (void)source;
    return emit(call, rest, 1);
}

static int
do_ignore(struct anf_call *call, struct anf_source *source, const char *rest)
{
    (void)source;
    int ignored = emit(call, rest, 1);
    return ignored * 0;
}

static int
do_block(struct anf_call *call, struct anf_source *source, const char *rest)
{
    struct anf_page *page = anf_call_page(call);
    (void)source;
    int status = anf_page_open_block(page, ANF_BLOCK_PARAGRAPH, 0, 0, 1, 1);
    if (status == ANF_OK)
        status = anf_page_add_text(page, rest, strlen(rest));
    return status == ANF_OK ? anf_page_close_block(page) : status;
}

static int
do_part(struct anf_call *call, struct anf_source *source, const char *rest)
{
    char format[32] = "";
    size_t len = strcspn(rest, " ");
    (void)source;
    if (len >= sizeof format)
        return ANF_ERR_ARGUMENT;
    memcpy(format, rest, len);
    rest += len + (rest[len] == ' ');
    return anf_call_read_page(call, "teil", rest, strlen(rest), format);
}

static int
do_place(struct anf_call *call, struct anf_source *source, const char *rest)
{
    (void)source;
    (void)rest;
    return anf_page_open_place(anf_call_page(call), ANF_PLACE_GROUP, 0);
}

static int
do_close(struct anf_call *call, struct anf_source *source, const char *rest)
{
    (void)source;
    (void)rest;
    anf_page_close_place(anf_call_page(call));
    return ANF_OK;
}

static int
do_text(struct anf_call *call, struct anf_source *source, const char *rest)
{
    const char *text;
    size_t len;
    (void)rest;
    return anf_source_text(call, source, "latin1", 0, &text, &len);
}

static int
do_ask(struct anf_call *call, struct anf_source *source, const char *rest)
{
    const char *value = anf_call_option(call, rest);
    (void)source;
    anf_call_report(call, ANF_SEVERITY_NOTE, 0, NULL, 0, 0, "%s is %s, %d, %u", rest,
                    value ? value : "(null)", anf_call_option_bool(call, rest, -1),
                    anf_call_option_number(call, rest, 2, 20, 99));
    return ANF_OK;
}

static int
do_report(struct anf_call *call, struct anf_source *source, const char *rest)
{
    (void)source;
    anf_call_report(call, ANF_SEVERITY_WARNING, 0, "teil", 7, 8, "%s", rest);
    return ANF_OK;
}

static int
do_error(struct anf_call *call, struct anf_source *source, const char *rest)
{
    (void)source;
    anf_call_report(call, ANF_SEVERITY_ERROR, 0, NULL, 0, 0, "%s", rest);
    return ANF_OK;
}

static int
do_return(struct anf_call *call, struct anf_source *source, const char *rest)
{
    (void)call;
    (void)source;
    return atoi(rest);
}

static const struct {
    const char *name;
    int (*act)(struct anf_call *call, struct anf_source *source, const char *rest);
} commands[] = {
    {"emit", do_emit},     {"incomplete", do_incomplete},
    {"ignore", do_ignore}, {"block", do_block},
    {"text", do_text},     {"ask", do_ask},
    {"report", do_report}, {"error", do_error},
    {"return", do_return}, {"part", do_part},
    {"place", do_place},   {"close", do_close},
};

static int
act(struct anf_call *call, struct anf_source *source, char *line)
{
    char *rest = line + strcspn(line, " ");
    if (*rest)
        *rest++ = '\0';
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strcmp(line, commands[i].name) == 0)
            return commands[i].act(call, source, rest);
    return ANF_OK;
}

static int
mock_read(struct anf_call *call, struct anf_source *source)
{
    const unsigned char *data;
    size_t len;
    int status = anf_source_bytes(call, source, &data, &len);
    char *text = status == ANF_OK ? strndup((const char *)data, len) : NULL;
    char *rest = text;
    while (status == ANF_OK && rest)
        status = act(call, source, strsep(&rest, "\n"));
    free(text);
    return status;
}

static int
mock_write(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink)
{
    const char *fail = anf_call_option(call, "fail");
    int status = anf_sink_puts(sink, anf_inquiry_get(inquiry, ANF_FIELD_TITLE));
    if (status == ANF_OK)
        status = anf_sink_puts(sink, "\n");
    return fail ? atoi(fail) : status;
}

static const char *const extensions[] = {"mock", NULL};
static const char *const media_types[] = {"text/x-mock", NULL};
static const char *const magic[] = {"50 4 mock:", NULL};

static const struct anf_format mock = {
    ANF_FORMAT_INIT,
    .id = "mock",
    .label = "Mock",
    .extensions = extensions,
    .media_types = media_types,
    .magic = magic,
    .read = mock_read,
    .write = mock_write,
};

static const struct anf_format mock_many = {
    ANF_FORMAT_INIT,       .flags = ANF_FORMAT_MANY, .id = "mock-many",
    .label = "Mock, many", .write = mock_write,
};

static const struct anf_format mock_blind = {
    ANF_FORMAT_INIT,
    .id = "mock-blind",
    .label = "Mock that cannot write",
    .read = mock_read,
};

static const struct anf_format *const formats[] = {&mock, &mock_many, &mock_blind, NULL};

ANF_PLUGIN_DEFINE(mock, "1.2.3", formats);
