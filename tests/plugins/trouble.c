/* trouble.c: a reader of lines that does what a line asks for, so that a test can see what is left
 * of the command: "!crash", "!loop", "!sleep", "!memory", "!exit", "!open PATH", "!connect". */
#include <anfrage/plugin.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* Not one piece, which the machine would refuse before it is touched. */
static int
take_memory(struct anf_call *call)
{
    enum { PIECE = 16 << 20 };
    for (;;) {
        char *piece = malloc(PIECE);
        if (!piece) {
            anf_call_report(call, ANF_SEVERITY_ERROR, 0, NULL, 0, 0, "no more memory");
            return ANF_ERR_NOMEM;
        }
        memset(piece, 1, PIECE);
    }
}

static void
tell(struct anf_call *call, const char *what, int descriptor)
{
    anf_call_report(call, ANF_SEVERITY_WARNING, 0, NULL, 0, 0, "%s: %s", what,
                    descriptor < 0 ? strerrordesc_np(errno) : "done");
}

static int
obey(struct anf_call *call, const char *line)
{
    if (strcmp(line, "!crash") == 0)
        abort();
    if (strcmp(line, "!exit") == 0)
        exit(0);
    for (volatile int i = 0; strcmp(line, "!loop") == 0; i++)
        ;
    while (strcmp(line, "!sleep") == 0)
        poll(NULL, 0, -1);
    if (strcmp(line, "!memory") == 0)
        return take_memory(call);
    if (strncmp(line, "!open ", 6) == 0)
        tell(call, "open", open(line + 6, O_RDONLY | O_CLOEXEC));
    if (strcmp(line, "!connect") == 0)
        tell(call, "connect", socket(AF_INET, SOCK_STREAM, 0));
    return ANF_OK;
}

static int
add_line(struct anf_call *call, const char *line, uint32_t number)
{
    struct anf_page *page = anf_call_page(call);
    if (*line == '!')
        return obey(call, line);
    int status = anf_page_open_block(page, ANF_BLOCK_PARAGRAPH, 0, 0, number, 1);
    if (status == ANF_OK)
        status = anf_page_add_text(page, line, strlen(line));
    return status == ANF_OK ? anf_page_close_block(page) : status;
}

static int
trouble_read(struct anf_call *call, struct anf_source *source)
{
    const char *text;
    size_t len;
    int status = anf_source_text(call, source, NULL, 0, &text, &len);
    char *copy = status == ANF_OK ? strdup(text) : NULL;
    if (!copy)
        return status == ANF_OK ? ANF_ERR_NOMEM : status;
    char *rest = copy;
    char *line;
    for (uint32_t number = 1; status == ANF_OK && (line = strsep(&rest, "\n")); number++)
        status = add_line(call, line, number);
    free(copy);
    return status;
}

static const char *const extensions[] = {"trouble", NULL};

static const struct anf_format trouble = {
    ANF_FORMAT_INIT,          .id = "trouble",      .label = "Lines that ask for trouble",
    .extensions = extensions, .read = trouble_read,
};

static const struct anf_format *const formats[] = {&trouble, NULL};

ANF_PLUGIN_DEFINE(trouble, "1.0", formats);
