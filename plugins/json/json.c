/* json.c: inquiries as JSON, anfrage-json/1: one object each, one line each (NDJSON). The keys
 * are in members.c, lists.c and nodes.c; docs/formats.md describes them. */
#include "documents.h"
#include "members.h"

static int
json_read(struct anf_call *call, struct anf_source *source)
{
    const unsigned char *data;
    size_t length;
    int status = anf_source_bytes(call, source, &data, &length);
    if (status != ANF_OK)
        return status;
    struct anf__json_reader reader = {.call = call, .unknown = json_object()};
    if (!reader.unknown)
        return ANF_ERR_NOMEM;
    status = anf__json_read_documents(&reader, data, length);
    json_decref(reader.unknown);
    return status;
}

static int
json_write(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink)
{
    struct anf__json_emitter emitter;
    anf__json_emit_start(&emitter, sink, anf_call_option_bool(call, "pretty", 0));
    anf__json_write_members(&emitter, inquiry,
                            anf_call_option_bool(call, "evidence", 0)
                                ? &anf__json_inquiry_with_evidence
                                : &anf__json_inquiry);
    return anf__json_emit_finish(&emitter);
}

static const char *const extensions[] = {"json", "ndjson", "jsonl", NULL};
static const char *const media_types[] = {"application/json", "application/x-ndjson", NULL};
/* The key, too: Akoma Ntoso has the name of the schema in an attribute. */
static const char *const magic[] = {"90 4096 \"schema\":\"anfrage-json/1",
                                    "90 4096 \"schema\": \"anfrage-json/1", "35 4 {", NULL};

static const struct anf_format_option pretty = {
    ANF_FORMAT_OPTION_INIT,
    .flags = ANF_OPTION_WRITES,
    .type = ANF_OPTION_FLAG,
    .key = "pretty",
    .help = "one member a line, for people",
    .otherwise = "no",
};

static const struct anf_format_option evidence = {
    ANF_FORMAT_OPTION_INIT,
    .flags = ANF_OPTION_WRITES,
    .type = ANF_OPTION_FLAG,
    .key = "evidence",
    .help = "also why each field has its value",
    .otherwise = "no",
};

static const struct anf_format_option *const options[] = {&pretty, &evidence, NULL};

static const struct anf_format json = {
    ANF_FORMAT_INIT,
    .flags = ANF_FORMAT_MANY,
    .id = "json",
    .label = "JSON (anfrage-json/1)",
    .extensions = extensions,
    .media_types = media_types,
    .magic = magic,
    .read = json_read,
    .write = json_write,
    .options = options,
};

static const struct anf_format *const formats[] = {&json, NULL};

ANF_PLUGIN_DEFINE(json, "0.1.0", formats);
