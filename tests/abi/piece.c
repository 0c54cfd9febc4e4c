/* piece.c: a plugin of the museum. The header says which, and what its authors knew of: HEADER is
 * one that doctor.py made. */
#include HEADER

#include <stdlib.h>

#ifndef PIECE_ABI
#define PIECE_ABI ANF_PLUGIN_ABI
#endif
#ifndef SIZE_OF_FORMAT
#define SIZE_OF_FORMAT sizeof(struct anf_format)
#endif
#ifndef SIZE_OF_PLUGIN
#define SIZE_OF_PLUGIN sizeof(struct anf_plugin)
#endif
#ifndef PIECE_FORMATS
#define PIECE_FORMATS &piece.format
#endif
#ifndef PIECE_LABEL
#define PIECE_LABEL "A piece of the museum"
#endif
#ifndef PIECE_NAME
#define PIECE_NAME QUOTED(PIECE)
#endif
#ifndef PIECE_VERSION
#define PIECE_VERSION "1"
#endif
#define QUOTED_(name)   #name
#define QUOTED(name)    QUOTED_(name)
#define SYMBOL_(name)   anf_plugin_##name
#define SYMBOL_OF(name) SYMBOL_(name)
#define SYMBOL          SYMBOL_OF(PIECE)

/* What stands behind our structs and in fields of the future: whoever calls it has overrun. */
static void
trap(void)
{
    abort();
}

#ifdef HAS_anf_format_read
static int
piece_read(struct anf_call *call, struct anf_source *source)
{
    struct anf_inquiry *inquiry;
    (void)source;
    int status = anf_call_new_inquiry(call, &inquiry);
    return status == ANF_OK ? anf_call_emit(call, inquiry) : status;
}
#endif

#ifdef HAS_anf_format_write
static int
piece_write(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink)
{
    (void)call;
    (void)inquiry;
    return anf_sink_puts(sink, "written\n");
}
#endif

#ifdef HAS_anf_format_extensions
static const char *const extensions[] = {QUOTED(PIECE), NULL};
#endif

static const struct {
    struct anf_format format;
    void (*behind[8])(void);
} piece = {
    .format =
        {
            .size = SIZE_OF_FORMAT,
            .id = PIECE_ID,
            .label = PIECE_LABEL,
#ifdef HAS_anf_format_extensions
            .extensions = extensions,
#endif
#ifdef HAS_anf_format_read
            .read = piece_read,
#endif
#ifdef HAS_anf_format_write
            .write = piece_write,
#endif
#ifdef HAS_anf_format_museum_more
            .museum_more = trap,
#endif
        },
    .behind = {trap, trap, trap, trap, trap, trap, trap, trap},
};

static const struct anf_format *const formats[] = {PIECE_FORMATS, NULL};

extern ANF_API const struct anf_plugin SYMBOL;

const struct anf_plugin SYMBOL = {
    .abi = PIECE_ABI,
    .size = SIZE_OF_PLUGIN,
    .name = PIECE_NAME,
    .version = PIECE_VERSION,
    .formats = formats,
#ifdef HAS_anf_plugin_museum_more
    .museum_more = trap,
#endif
};
