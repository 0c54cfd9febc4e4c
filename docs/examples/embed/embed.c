/* embed.c: from memory: prints each question and its answers, gives Akoma Ntoso to a function. */
#include <anfrage/anfrage.h>
#include <stdio.h>

static const char page[] = "<h1>Radwege</h1><p>Kleine Anfrage der Abgeordneten Ida Weber (SPD)</p>"
                           "<p>1. Wie viele sind es?</p><p>Antwort: Es sind vier.</p>";

static void
on_diagnostic(const struct anf_diagnostic *diagnostic, void *user)
{
    fprintf((FILE *)user, "ANF-%03u %s\n", (unsigned)diagnostic->code, diagnostic->message);
}

static int
on_bytes(void *user, const void *data, size_t len)
{
    return fwrite(data, 1, len, (FILE *)user) == len ? ANF_OK : ANF_ERR_IO;
}

static int
print_sections(const struct anf_node *top, int role)
{
    const struct anf_node *section = NULL;
    int status = ANF_OK;
    while (status == ANF_OK && (section = anf_node_next_section(top, role, section))) {
        const char *number = anf_node_get(section, ANF_ATTRIBUTE_NUMBER);
        char *words = anf_node_copy_words(section, NULL);
        printf("%s\t%s\n", number ? number : "", words ? words : "");
        status = words ? ANF_OK : ANF_ERR_NOMEM;
        if (words && role == ANF_ROLE_QUESTION)
            status = print_sections(anf_node_parent(section), ANF_ROLE_ANSWER);
        anf_free(words);
    }
    return status;
}

int
main(void)
{
    struct anf_context *ctx = anf_context_new();
    struct anf_source *source = anf_source_new_memory("radwege.html", page, sizeof page - 1);
    struct anf_sink *sink = anf_sink_new_callback("standard output", on_bytes, stdout);
    struct anf_inquiry *inquiry = NULL;
    anf_context_set_diagnostic_fn(ctx, on_diagnostic, stderr);
    int status = anf_context_load_plugins(ctx, NULL);
    if (status == ANF_OK)
        status = anf_read_one(ctx, source, NULL, NULL, &inquiry);
    if (status == ANF_OK)
        status = print_sections(anf_inquiry_content(inquiry), ANF_ROLE_QUESTION);
    if (status == ANF_OK)
        status = anf_write(ctx, inquiry, "akn", NULL, sink);
    if (status != ANF_OK)
        fprintf(stderr, "embed: %s\n", anf_strerror(status));
    anf_inquiry_unref(inquiry);
    anf_sink_unref(sink);
    anf_source_unref(source);
    anf_context_unref(ctx);
    return status != ANF_OK || fflush(stdout) != 0 || ferror(stdout);
}
