/* records.c: a page as one record, or as several that are recognised one by one. */
#include "recogniser/records.h"

#include "context.h"
#include "diagnostic.h"
#include "recogniser/recognise.h"

#include <stdlib.h>

/* The page's records while they are recognised. */
struct records {
    struct anf_context *ctx;
    struct anf_page *page;
    const char *source;
    const char *refused; /* why the last one that was refused holds no inquiry; NULL: none was */
};

static int
is_in_record(const struct anf_page *page, uint32_t block, uint32_t record)
{
    uint32_t place = page->blocks.items[block].block.place;
    while (place && place != record)
        place = page->places.items[place].parent;
    return place == record;
}

void
anf__leave_outside(struct recognition *r)
{
    for (size_t i = 0; r->record && i < r->lines.count; i++) {
        struct line *line = &r->lines.items[i];
        if (is_in_record(r->page, line->block, r->record))
            continue;
        line->state = LINE_ASIDE;
        line->reason = "outside-of-record";
    }
}

/* Does nothing stand in it, and is nothing stated? */
static int
is_empty(const struct anf_page *page, uint32_t record, uint32_t first, uint32_t end)
{
    int empty = !anf__page_statement(page, record);
    for (uint32_t i = first; i < end && empty; i++)
        empty = !is_in_record(page, i, record);
    return empty;
}

/* --- the verdict --- */

/* A record is named by the first that it states. */
static void
report_left_out(const struct records *records, uint32_t record)
{
    const struct anf_inquiry *stated = anf__page_statement(records->page, record);
    const struct anf_evidence *evidence = anf_inquiry_evidence(stated, 0);
    struct anf__place_of_report where = {.source = records->source,
                                         .member = evidence ? evidence->member : NULL};
    anf__report(records->ctx, &where, ANF_SEVERITY_WARNING, ANF_CODE_RECORD_LEFT_OUT,
                "no parliamentary inquiry in this record: %s", records->refused);
}

static int
report_refusal(const struct records *records)
{
    struct anf__place_of_report where = {.source = records->source};
    records->page->refusal = strdup(records->refused);
    if (!records->page->refusal)
        return ANF_ERR_NOMEM;
    anf__report(records->ctx, &where, ANF_SEVERITY_ERROR, ANF_CODE_NO_INQUIRY,
                "no parliamentary inquiry on this page: %s", records->refused);
    return ANF_ERR_NO_INQUIRY;
}

static int
recognise(struct records *records, uint32_t record, uint32_t first, uint32_t end)
{
    const char *refused = NULL;
    struct recognition r = {.ctx = records->ctx,
                            .page = records->page,
                            .source = records->source,
                            .record = record,
                            .first = {first, 0},
                            .end = {end, 0}};
    int status = anf__recognise_record(&r, &refused);
    if (status != ANF_OK || !refused)
        return status;
    records->refused = refused;
    if (records->page->records.count > 1 && !is_empty(records->page, record, first, end))
        report_left_out(records, record);
    return ANF_OK;
}

/* What stands before the first record is with the first, what stands behind one is with it. */
static int
recognise_records(struct records *records)
{
    const struct anf_page *page = records->page;
    int status = ANF_OK;
    for (size_t i = 0; i < page->records.count && status == ANF_OK; i++) {
        const struct anf__record *record = &page->records.items[i];
        uint32_t first = i ? record->first_block : 0;
        uint32_t end = i + 1 < page->records.count ? record[1].first_block
                                                   : anf_page_block_count(page);
        status = recognise(records, record->place, first, end);
    }
    return status;
}

int
anf__recognise(struct anf_context *ctx, struct anf_page *page, const char *source)
{
    struct records records = {ctx, page, source, NULL};
    int status = page->records.count ? recognise_records(&records)
                                     : recognise(&records, 0, 0, anf_page_block_count(page));
    if (status == ANF_OK && !page->inquiries.count)
        return report_refusal(&records);
    return status;
}
