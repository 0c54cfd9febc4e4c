/* recognised.c: pages for tests of the recogniser, from a few lines of text. */
#include "recognised.h"

#include "recogniser/recognise.h"

#include <anfrage/plugin.h>
#include <check.h>
#include <stdlib.h>
#include <string.h>

static void
add_flagged_block(struct anf_page *page, int kind, uint32_t flags, uint32_t level, const char *text,
                  size_t len)
{
    ck_assert_int_eq(anf_page_open_block(page, kind, flags, level, 1, 1), ANF_OK);
    ck_assert_int_eq(anf_page_add_text(page, text, len), ANF_OK);
    ck_assert_int_eq(anf_page_close_block(page), ANF_OK);
}

static void
add_block(struct anf_page *page, int kind, uint32_t level, const char *text, size_t len)
{
    add_flagged_block(page, kind, 0, level, text, len);
}

/* A paragraph in a place of its own. */
static void
add_in_place(struct anf_page *page, const int *places, size_t count, const char *text, size_t len)
{
    for (size_t i = 0; i < count; i++)
        ck_assert_int_eq(anf_page_open_place(page, places[i], 0), ANF_OK);
    add_block(page, ANF_BLOCK_PARAGRAPH, 0, text, len);
    for (size_t i = 0; i < count; i++)
        anf_page_close_place(page);
}

/* "[link]https://x.example/ Words": all of a paragraph is a link. */
static void
add_link(struct anf_page *page, const char *text, size_t len)
{
    const char *words = memchr(text, ' ', len);
    ck_assert_ptr_nonnull(words);
    char *target = strndup(text, (size_t)(words - text));
    ck_assert_ptr_nonnull(target);
    words++;
    ck_assert_int_eq(anf_page_open_block(page, ANF_BLOCK_PARAGRAPH, 0, 0, 1, 1), ANF_OK);
    ck_assert_int_eq(anf_page_open_span(page, ANF_SPAN_LINK, target), ANF_OK);
    ck_assert_int_eq(anf_page_add_text(page, words, (size_t)(text + len - words)), ANF_OK);
    anf_page_close_span(page);
    ck_assert_int_eq(anf_page_close_block(page), ANF_OK);
    free(target);
}

static void
add_paragraph(struct anf_page *page, const char *text, size_t len)
{
    static const int nav[] = {ANF_PLACE_NAV};
    static const int item[] = {ANF_PLACE_LIST, ANF_PLACE_ITEM};
    if (strncmp(text, "# ", 2) == 0)
        add_block(page, ANF_BLOCK_HEADING, 1, text + 2, len - 2);
    else if (strncmp(text, "## ", 3) == 0)
        add_block(page, ANF_BLOCK_HEADING, 2, text + 3, len - 3);
    else if (strncmp(text, "- ", 2) == 0)
        add_in_place(page, item, 2, text + 2, len - 2);
    else if (strncmp(text, "[nav]", 5) == 0)
        add_in_place(page, nav, 1, text + 5, len - 5);
    else if (strncmp(text, "[link]", 6) == 0)
        add_link(page, text + 6, len - 6);
    else if (strncmp(text, "[wrapped]", 9) == 0)
        add_flagged_block(page, ANF_BLOCK_PARAGRAPH, ANF_BLOCK_WRAPPED, 0, text + 9, len - 9);
    else
        add_block(page, ANF_BLOCK_PARAGRAPH, 0, text, len);
}

/* "[row]a|b|c": cells of a table, of which rows that follow each other are. */
static void
add_row(struct anf_page *page, const char *text, size_t len)
{
    const char *end = text + len;
    ck_assert_int_eq(anf_page_open_place(page, ANF_PLACE_ROW, 0), ANF_OK);
    while (text <= end) {
        const char *cell = memchr(text, '|', (size_t)(end - text));
        static const int places[] = {ANF_PLACE_CELL};
        size_t size = (size_t)((cell ? cell : end) - text);
        add_in_place(page, places, 1, text, size);
        text += size + 1;
    }
    anf_page_close_place(page);
}

int
recognise_page(struct anf_context *ctx, struct anf_page *page)
{
    ck_assert_int_eq(anf__page_finish(page), ANF_OK);
    return anf__recognise(ctx, page, "seite.html");
}

struct anf_page *
recognised_page(struct anf_context *ctx, const char *text, int *status)
{
    struct anf_page *page = anf__page_new(ctx);
    int in_table = 0;
    ck_assert_ptr_nonnull(page);
    while (*text) {
        const char *end = strstr(text, "\n\n");
        size_t len = end ? (size_t)(end - text) : strlen(text);
        int is_row = strncmp(text, "[row]", 5) == 0;
        if (is_row && !in_table)
            ck_assert_int_eq(anf_page_open_place(page, ANF_PLACE_TABLE, 0), ANF_OK);
        else if (!is_row && in_table)
            anf_page_close_place(page);
        in_table = is_row;
        if (is_row)
            add_row(page, text + 5, len - 5);
        else
            add_paragraph(page, text, len);
        text += len + (end ? 2 : 0);
    }
    if (in_table)
        anf_page_close_place(page);
    *status = recognise_page(ctx, page);
    return page;
}

/* --- text of the content --- */

static void
add_text_below(struct anf__buffer *buffer, const struct anf_node *node)
{
    size_t len = 0;
    const char *text = anf_node_text(node, &len);
    const char *number = anf_node_get(node, ANF_ATTRIBUTE_NUMBER);
    const char *alt = anf_node_get(node, ANF_ATTRIBUTE_ALT);
    ck_assert_int_eq(anf__buffer_add(buffer, text, len), ANF_OK);
    if (number && anf_node_kind(node) == ANF_NODE_SECTION)
        ck_assert_int_eq(anf__buffer_add(buffer, number, strlen(number)), ANF_OK);
    if (alt)
        ck_assert_int_eq(anf__buffer_add(buffer, alt, strlen(alt)), ANF_OK);
    const struct anf_node *child = anf_node_first(node);
    for (; child; child = anf_node_next(child))
        add_text_below(buffer, child);
    if (!anf_node_is_inline(node))
        ck_assert_int_eq(anf__buffer_add(buffer, " ", 1), ANF_OK);
}

char *
text_below(const struct anf_node *node)
{
    struct anf__buffer buffer = {0};
    add_text_below(&buffer, node);
    return buffer.data;
}

static void
add_text(struct anf__buffer *out, const char *text)
{
    ck_assert_int_eq(anf__buffer_add(out, text, strlen(text)), ANF_OK);
}

static void
describe(struct anf__buffer *out, const struct anf_node *node)
{
    size_t len = 0;
    const char *text = anf_node_text(node, &len);
    const char *number = anf_node_get(node, ANF_ATTRIBUTE_NUMBER);
    if (anf_node_kind(node) == ANF_NODE_TEXT) {
        add_text(out, text);
        return;
    }
    int role = anf_node_role(node);
    add_text(out, role ? anf_role_name(role) : anf_node_kind_name(anf_node_kind(node)));
    if (number) {
        add_text(out, "[");
        add_text(out, number);
        add_text(out, "]");
    }
    add_text(out, "(");
    for (const struct anf_node *child = anf_node_first(node); child; child = anf_node_next(child)) {
        describe(out, child);
        if (anf_node_next(child) && !anf_node_is_inline(child))
            add_text(out, " ");
    }
    add_text(out, ")");
}

char *
describe_content(const struct anf_inquiry *inquiry)
{
    struct anf__buffer buffer = {0};
    describe(&buffer, anf_inquiry_content(inquiry));
    return buffer.data;
}

void
check_example(struct anf_context *ctx, const struct page_example *example)
{
    int status = 0;
    struct anf_page *page = recognised_page(ctx, example->page, &status);
    ck_assert_int_eq(status, ANF_OK);
    check_partition(page);
    const struct anf_inquiry *inquiry = anf_page_inquiry(page, 0);
    ck_assert_int_eq(anf_inquiry_check(inquiry, NULL), ANF_OK);
    char *got = describe_content(inquiry);
    ck_assert_str_eq(got, example->content);
    free(got);
    anf_page_unref(page);
}

const struct anf_node *
find_role(const struct anf_node *node, int role)
{
    if (anf_node_role(node) == role)
        return node;
    const struct anf_node *child = anf_node_first(node);
    for (; child; child = anf_node_next(child)) {
        const struct anf_node *found = find_role(child, role);
        if (found)
            return found;
    }
    return NULL;
}

/* --- the partition --- */

enum { MOST_INQUIRIES = 8 };

/* kept gets, of each inquiry by its number, how much of the block is its content. */
static void
check_block(const struct anf_page *page, uint32_t index, size_t *kept)
{
    const struct anf_block *block = anf_page_block(page, index);
    const struct anf_fate *fate = NULL;
    size_t at = 0;
    for (uint32_t i = 0; (fate = anf_page_fate(page, index, i)); i++) {
        ck_assert_uint_eq(fate->start, at);
        ck_assert_uint_gt(fate->end, fate->start);
        if (fate->kind == ANF_FATE_DISCARDED || fate->kind == ANF_FATE_REPAIRED)
            ck_assert_ptr_nonnull(fate->reason);
        if (fate->kind == ANF_FATE_CONTENT)
            ck_assert(fate->inquiry > 0 && fate->inquiry <= MOST_INQUIRIES);
        for (size_t k = fate->start; fate->kind == ANF_FATE_CONTENT && k < fate->end; k++)
            kept[fate->inquiry] += (unsigned char)block->text[k] > ' ' && block->text[k] != ':';
        at = fate->end;
    }
    ck_assert_uint_eq(at, block->length);
}

static size_t
restored_letters(const struct anf_inquiry *inquiry)
{
    size_t count = 0;
    const struct anf_repair *repair = NULL;
    for (size_t i = 0; (repair = anf_inquiry_repair(inquiry, i)); i++)
        count += strlen(repair->now) - strlen(repair->was);
    return count;
}

/* How much of the text below an inquiry's content is no white space and no colon. */
static size_t
kept_letters(const struct anf_inquiry *inquiry)
{
    char *text = text_below(anf_inquiry_content(inquiry));
    size_t kept = 0;
    for (size_t i = 0; text[i]; i++)
        kept += (unsigned char)text[i] > ' ' && text[i] != ':';
    free(text);
    return kept;
}

void
check_partition(const struct anf_page *page)
{
    size_t kept[MOST_INQUIRIES + 1] = {0};
    const struct anf_inquiry *inquiry = NULL;
    for (uint32_t i = 0; i < anf_page_block_count(page); i++)
        check_block(page, i, kept);
    for (uint32_t i = 0; (inquiry = anf_page_inquiry(page, i)); i++)
        ck_assert_uint_eq(kept_letters(inquiry), kept[i + 1] + restored_letters(inquiry));
}

/* --- what an inquiry says --- */

static const struct anf_inquiry *
first_inquiry(struct anf_context *ctx, const char *text, struct anf_page **ret_page)
{
    int status = 0;
    *ret_page = recognised_page(ctx, text, &status);
    ck_assert_msg(status == ANF_OK, "no inquiry in: %s", text);
    check_partition(*ret_page);
    return anf_page_inquiry(*ret_page, 0);
}

void
assert_recognised(struct anf_context *ctx, const char *text, int field, const char *value)
{
    struct anf_page *page = NULL;
    const char *got = anf_inquiry_get(first_inquiry(ctx, text, &page), field);
    ck_assert_msg(value ? got && strcmp(got, value) == 0 : !got, "%s, not %s, in: %s",
                  got ? got : "(none)", value ? value : "(none)", text);
    anf_page_unref(page);
}

static void
add_words(struct anf__buffer *buffer, const char *words)
{
    ck_assert_int_eq(anf__buffer_add(buffer, words, strlen(words)), ANF_OK);
}

static void
add_actor(struct anf__buffer *buffer, const struct anf_actor *actor)
{
    add_words(buffer, actor->group ? "*" : "");
    add_words(buffer, actor->name ? actor->name : actor->organization);
    add_words(buffer, actor->party ? "|" : "");
    add_words(buffer, actor->party ? actor->party : "");
    add_words(buffer, "; ");
}

void
assert_askers(struct anf_context *ctx, const char *text, const char *askers)
{
    struct anf_page *page = NULL;
    const struct anf_inquiry *inquiry = first_inquiry(ctx, text, &page);
    struct anf__buffer got = {0};
    const struct anf_actor *actor = NULL;
    add_words(&got, "");
    for (size_t i = 0; (actor = anf_inquiry_asker(inquiry, i)); i++)
        add_actor(&got, actor);
    add_words(&got, anf_inquiry_more_askers(inquiry) ? "+" : "");
    ck_assert_msg(strcmp(got.data, askers) == 0, "%s, not %s, in: %s", got.data, askers, text);
    anf__buffer_clear(&got);
    anf_page_unref(page);
}

void
assert_answerers(struct anf_context *ctx, const char *text, const char *answerers)
{
    struct anf_page *page = NULL;
    const struct anf_inquiry *inquiry = first_inquiry(ctx, text, &page);
    struct anf__buffer got = {0};
    const struct anf_actor *actor = NULL;
    add_words(&got, "");
    for (size_t i = 0; (actor = anf_inquiry_answerer(inquiry, i)); i++)
        add_actor(&got, actor);
    ck_assert_msg(strcmp(got.data, answerers) == 0, "%s, not %s, in: %s", got.data, answerers,
                  text);
    anf__buffer_clear(&got);
    anf_page_unref(page);
}
