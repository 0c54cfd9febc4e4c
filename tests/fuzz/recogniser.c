/* recogniser.c: pages of any blocks in any places. A line is a block; its first byte says in what
 * place it stands, the second what it is. */
#include "fuzz.h"

#include "page.h"
#include "recogniser/recognise.h"

#include <anfrage/plugin.h>
#include <string.h>

static const int places[] = {
    ANF_PLACE_GROUP, ANF_PLACE_MAIN,   ANF_PLACE_ARTICLE, ANF_PLACE_NAV,   ANF_PLACE_HEADER,
    ANF_PLACE_ASIDE, ANF_PLACE_FOOTER, ANF_PLACE_FORM,    ANF_PLACE_LIST,  ANF_PLACE_ITEM,
    ANF_PLACE_TABLE, ANF_PLACE_ROW,    ANF_PLACE_CELL,    ANF_PLACE_QUOTE,
};
enum { PLACES = sizeof places / sizeof *places, DEEPEST = 16 };

struct builder {
    struct anf_page *page;
    int depth;
};

static void
expect(int status)
{
    if (status != ANF_OK && status != ANF_ERR_LIMIT)
        fuzz_fail("the page refuses a part", anf_strerror(status));
}

/* A letter opens a place, a digit closes as many. */
static void
move(struct builder *builder, unsigned char byte)
{
    if (byte >= 'a' && byte <= 'z' && builder->depth < DEEPEST) {
        expect(anf_page_open_place(builder->page, places[(byte - 'a') % PLACES], 0));
        builder->depth++;
    }
    for (int i = byte >= '0' && byte <= '9' ? byte - '0' : 0; i && builder->depth; i--) {
        anf_page_close_place(builder->page);
        builder->depth--;
    }
}

static void
add_line(struct builder *builder, uint32_t line, const char *text, size_t len)
{
    if (len < 2)
        return;
    move(builder, (unsigned char)text[0]);
    int kind = ANF_BLOCK_PARAGRAPH;
    uint32_t level = 0;
    if (text[1] == '#') {
        kind = ANF_BLOCK_HEADING;
        level = 2;
    } else if (text[1] == '?') {
        kind = ANF_BLOCK_TERM;
    } else if (text[1] == ':') {
        kind = ANF_BLOCK_DEFINITION;
    }
    uint32_t flags = text[1] == '~' ? ANF_BLOCK_WRAPPED : 0;
    expect(anf_page_open_block(builder->page, kind, flags, level, line, 1));
    expect(anf_page_add_text(builder->page, text + 2, len - 2));
    expect(anf_page_close_block(builder->page));
}

/* Every byte of every block has one fate. */
static void
check_fates(const struct anf_page *page)
{
    const struct anf_fate *fate;
    for (uint32_t i = 0; i < anf_page_block_count(page); i++) {
        size_t at = 0;
        for (uint32_t k = 0; (fate = anf_page_fate(page, i, k)); k++) {
            if (fate->start != at || fate->end <= fate->start)
                fuzz_fail("a fate does not follow the one before", NULL);
            at = fate->end;
        }
        if (at != anf_page_block(page, i)->length)
            fuzz_fail("bytes without a fate", anf_page_block(page, i)->text);
    }
}

static void
check_inquiries(const struct anf_page *page)
{
    const struct anf_inquiry *inquiry;
    for (uint32_t i = 0; (inquiry = anf_page_inquiry(page, i)); i++) {
        if (anf_inquiry_check(inquiry, NULL) != ANF_OK)
            fuzz_fail("an inquiry was recognised that the model does not allow", NULL);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct anf_context *ctx = fuzz_context();
    struct builder builder = {.page = anf__page_new(ctx)};
    const char *text = (const char *)data;
    for (uint32_t line = 1; size; line++) {
        const char *end = memchr(text, '\n', size);
        size_t len = end ? (size_t)(end - text) : size;
        add_line(&builder, line, text, len);
        len += end != NULL;
        text += len;
        size -= len;
    }
    expect(anf__page_finish(builder.page));
    int status = anf__recognise(ctx, builder.page, "seite.html");
    if (status == ANF_OK)
        check_inquiries(builder.page);
    else if (status != ANF_ERR_NO_INQUIRY && status != ANF_ERR_LIMIT)
        fuzz_fail("not recognised", anf_strerror(status));
    check_fates(builder.page);
    anf_page_unref(builder.page);
    return 0;
}
