/* fault.h: a plugin that keeps its contract, for plugins that break it in one way each: they put
 * their own function in the place of one of these. Each line is a paragraph. */
#ifndef TESTS_FAULT_H
#define TESTS_FAULT_H

#include <anfrage/plugin.h>

#include <string.h>

static inline int
sound_line(struct anf_page *page, const char *text, size_t len)
{
    int status = anf_page_open_block(page, ANF_BLOCK_PARAGRAPH, 0, 0, 0, 0);
    if (status == ANF_OK)
        status = anf_page_add_text(page, text, len);
    return status == ANF_OK ? anf_page_close_block(page) : status;
}

static inline int
sound_read(struct anf_call *call, struct anf_source *source)
{
    const char *text;
    size_t len;
    int status = anf_source_text(call, source, NULL, 0, &text, &len);
    while (status == ANF_OK && *text) {
        size_t line = strcspn(text, "\n");
        status = sound_line(anf_call_page(call), text, line);
        text += line + (text[line] == '\n');
    }
    return status;
}

static inline int
sound_put(struct anf_sink *sink, const char *text)
{
    int status = text ? anf_sink_puts(sink, text) : ANF_OK;
    return status == ANF_OK ? anf_sink_puts(sink, "\n") : status;
}

static inline int
sound_nodes(struct anf_sink *sink, const struct anf_node *node)
{
    int status = ANF_OK;
    for (; status == ANF_OK && node; node = anf_node_next(node)) {
        if (anf_node_kind(node) == ANF_NODE_TEXT)
            status = sound_put(sink, anf_node_text(node, NULL));
        if (status == ANF_OK)
            status = sound_nodes(sink, anf_node_first(node));
    }
    return status;
}

static inline int
sound_write(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink)
{
    (void)call;
    int status = sound_put(sink, anf_inquiry_get(inquiry, ANF_FIELD_TITLE));
    return status == ANF_OK ? sound_nodes(sink, anf_node_first(anf_inquiry_content(inquiry)))
                            : status;
}

/* The plugin and its one format, whose id is its extension, too. */
#define FAULT(name, its_id, its_probe, its_read, its_write)                                        \
    static const char *const name##_extensions[] = {its_id, NULL};                                 \
    static const struct anf_format name##_format = {                                               \
        ANF_FORMAT_INIT,                                                                           \
        .id = its_id,                                                                              \
        .label = "A plugin with a fault",                                                          \
        .extensions = name##_extensions,                                                           \
        .probe = its_probe,                                                                        \
        .read = its_read,                                                                          \
        .write = its_write,                                                                        \
    };                                                                                             \
    static const struct anf_format *const name##_formats[] = {&name##_format, NULL};               \
    ANF_PLUGIN_DEFINE(name, "1.0", name##_formats)

#endif
