/* memo.c: a complete plugin. Every line of a memo is a paragraph; docs/plugins.md explains it. */
#include <anfrage/plugin.h>

#include <string.h>

/* Reading: say what stands where; the library knows what an inquiry looks like. */
static int
memo_read(struct anf_call *call, struct anf_source *source)
{
    struct anf_page *page = anf_call_page(call);
    const char *text;
    size_t len;
    int status = anf_source_text(call, source, NULL, 0, &text, &len);
    uint32_t line = 1;

    for (const char *end = text; status == ANF_OK && *text; text = *end ? end + 1 : end, line++) {
        end = text + strcspn(text, "\n");
        status = anf_page_open_block(page, ANF_BLOCK_PARAGRAPH, 0, 0, line, 1);
        if (status == ANF_OK)
            status = anf_page_add_text(page, text, (size_t)(end - text));
        if (status == ANF_OK)
            status = anf_page_close_block(page);
    }
    return status;
}

/* Writing: the tree's depth is limited, so that this may recurse. */
static int
write_nodes(struct anf_sink *sink, const struct anf_node *node)
{
    int status = ANF_OK;
    for (; status == ANF_OK && node; node = anf_node_next(node)) {
        status = anf_sink_puts(sink, anf_node_text(node, NULL));
        if (status == ANF_OK)
            status = write_nodes(sink, anf_node_first(node));
        int ends_line = anf_node_kind(node) == ANF_NODE_PARAGRAPH ||
                        anf_node_kind(node) == ANF_NODE_HEADING;
        if (status == ANF_OK && ends_line)
            status = anf_sink_puts(sink, "\n");
    }
    return status;
}

static int
memo_write(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink)
{
    const char *title = anf_inquiry_get(inquiry, ANF_FIELD_TITLE);
    int status = ANF_OK;

    if (!title)
        anf_call_report(call, ANF_SEVERITY_NOTE, 0, NULL, 0, 0, "the inquiry has no title");
    else if (anf_call_option_bool(call, "title", 1))
        status = anf_sink_puts(sink, title);
    if (status == ANF_OK)
        status = anf_sink_puts(sink, "\n");
    if (status == ANF_OK)
        status = write_nodes(sink, anf_node_first(anf_inquiry_content(inquiry)));
    return status;
}

static const char *const extensions[] = {"memo", NULL};
static const char *const media_types[] = {"text/x-memo", NULL};

static const struct anf_format memo = {
    ANF_FORMAT_INIT,
    .id = "memo",
    .label = "Memo, one paragraph a line",
    .extensions = extensions,
    .media_types = media_types,
    .read = memo_read,
    .write = memo_write,
};

static const struct anf_format *const formats[] = {&memo, NULL};

ANF_PLUGIN_DEFINE(memo, "1.0", formats);
