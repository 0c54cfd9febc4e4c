/* @name@.c: the format "@id@" for libanfrage. It works as it is; change it to what your files are.
 *
 * A file is a line "%%@id@", then text: a line that begins with "# " is a heading, every other line
 * is a paragraph, and empty lines do not count. */
#include <anfrage/plugin.h>

#include <string.h>

static const char first_line[] = "%%@id@";

/* --- reading: say what stands where; the library knows what an inquiry looks like --- */

/* One line as a block of its own. Each function of the library gives a status: hand it on. */
static int
read_line(struct anf_page *page, const char *line, size_t len, uint32_t number)
{
    int is_heading = len > 2 && memcmp(line, "# ", 2) == 0;
    size_t mark = is_heading ? 2 : 0;
    int status = anf_page_open_block(page, is_heading ? ANF_BLOCK_HEADING : ANF_BLOCK_PARAGRAPH, 0,
                                     is_heading ? 1 : 0, number, 1);
    if (status == ANF_OK)
        status = anf_page_add_text(page, line + mark, len - mark);
    return status == ANF_OK ? anf_page_close_block(page) : status;
}

static int
read_file(struct anf_call *call, struct anf_source *source)
{
    const char *text; /* decoded to UTF-8; it ends with a zero byte */
    size_t len;
    uint32_t number = 1;
    int status = anf_source_text(call, source, NULL, 0, &text, &len);
    if (status != ANF_OK)
        return status;
    if (strncmp(text, first_line, strlen(first_line)) != 0) {
        /* A failure is reported, once, and then returned. */
        anf_call_report(call, ANF_SEVERITY_ERROR, 0, NULL, 1, 1, "the first line is not \"%s\"",
                        first_line);
        return ANF_ERR_SYNTAX;
    }
    for (text += strcspn(text, "\n"); status == ANF_OK && *text; text += strcspn(text, "\n")) {
        text++;
        number++;
        status = read_line(anf_call_page(call), text, strcspn(text, "\n"), number);
    }
    return status;
}

/* --- writing: the model's grammar and depth are checked, so this may recurse --- */

static int
write_nodes(struct anf_sink *sink, const struct anf_node *node)
{
    int status = ANF_OK;
    for (; status == ANF_OK && node; node = anf_node_next(node)) {
        int kind = anf_node_kind(node);
        int is_line = kind == ANF_NODE_PARAGRAPH || kind == ANF_NODE_HEADING;
        const char *number = anf_node_get(node, ANF_ATTRIBUTE_NUMBER);
        if (kind == ANF_NODE_HEADING)
            status = anf_sink_puts(sink, "# ");
        if (status == ANF_OK && number)
            status = anf_sink_puts(sink, number);
        if (status == ANF_OK && number)
            status = anf_sink_puts(sink, " ");
        if (status == ANF_OK)
            status = anf_sink_puts(sink, anf_node_text(node, NULL));
        if (status == ANF_OK)
            status = write_nodes(sink, anf_node_first(node));
        if (status == ANF_OK && is_line)
            status = anf_sink_puts(sink, "\n\n");
    }
    return status;
}

static int
write_file(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink)
{
    const char *title = anf_inquiry_get(inquiry, ANF_FIELD_TITLE); /* absent is NULL */
    int status = anf_sink_puts(sink, first_line);
    if (status == ANF_OK)
        status = anf_sink_puts(sink, title ? "\n# " : "\n");
    if (status == ANF_OK && title)
        status = anf_sink_puts(sink, title);
    if (status == ANF_OK)
        status = anf_sink_puts(sink, "\n\n");
    /* What the format cannot hold is reported. */
    if (anf_inquiry_asker(inquiry, 0))
        anf_call_report(call, ANF_SEVERITY_NOTE, 0, NULL, 0, 0, "who asks is not written");
    return status == ANF_OK ? write_nodes(sink, anf_node_first(anf_inquiry_content(inquiry)))
                            : status;
}

/* --- what the plugin is; anf-@name@.plugin says the same --- */

static const char *const extensions[] = {"@id@", NULL};
static const char *const media_types[] = {"text/x-@id@", NULL};
/* "SCORE WITHIN TEXT": sure (90) when the text stands at the first byte. */
static const char *const magic[] = {"90 1 %%@id@", NULL};

static const struct anf_format format = {
    ANF_FORMAT_INIT,
    .id = "@id@",
    .label = "The format @id@",
    .extensions = extensions,
    .media_types = media_types,
    .magic = magic,
    .read = read_file,
    .write = write_file,
};

static const struct anf_format *const formats[] = {&format, NULL};

ANF_PLUGIN_DEFINE(@name@, "0.1", formats);
