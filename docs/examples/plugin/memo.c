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
    for (uint32_t line = 1; status == ANF_OK && *text; line++) {
        size_t length = strcspn(text, "\n");
        status = anf_page_open_block(page, ANF_BLOCK_PARAGRAPH, 0, 0, line, 1);
        if (status == ANF_OK)
            status = anf_page_add_text(page, text, length);
        if (status == ANF_OK)
            status = anf_page_close_block(page);
        text += length + (text[length] == '\n');
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
        if (status == ANF_OK && !anf_node_is_inline(node))
            status = anf_sink_puts(sink, "\n");
    }
    return status;
}

static int
memo_write(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink)
{
    anf_call_report(call, ANF_SEVERITY_NOTE, 0, NULL, 0, 0, "a memo holds the text alone");
    return write_nodes(sink, anf_node_first(anf_inquiry_content(inquiry)));
}

static const char *const extensions[] = {"memo", NULL};
static const struct anf_format memo = {
    ANF_FORMAT_INIT,
    .id = "memo", /* what -f and -t take */
    .label = "Memo, one paragraph a line",
    .extensions = extensions,
    .read = memo_read,
    .write = memo_write,
};
static const struct anf_format *const formats[] = {&memo, NULL};

ANF_PLUGIN_DEFINE(memo, "1.0", formats);
