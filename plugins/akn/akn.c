/* akn.c: inquiries as Akoma Ntoso 3.0, the OASIS Standard of 2018. docs/akn.md has the mapping. */
#include "whose.h"
#include "write.h"

static const char *const extensions[] = {"xml", "akn", NULL};
static const char *const media_types[] = {"application/akn+xml", "application/xml", NULL};
static const char *const magic[] = {"90 4096 <akomaNtoso", "90 1024 :akomaNtoso", "40 64 <?xml",
                                    NULL};

static const struct anf_format_option split = {
    ANF_FORMAT_OPTION_INIT,
    .flags = ANF_OPTION_READS,
    .type = ANF_OPTION_FLAG,
    .key = "split",
    .help = "a document that lists several inquiries is read as several",
    .otherwise = "yes",
};

static const struct anf_format_option date = {
    ANF_FORMAT_OPTION_INIT,
    .flags = ANF_OPTION_WRITES,
    .type = ANF_OPTION_TEXT,
    .key = "date",
    .help = "the day of the conversion to state, as 2025-05-31",
};

static const struct anf_format_option evidence = {
    ANF_FORMAT_OPTION_INIT,
    .flags = ANF_OPTION_WRITES,
    .type = ANF_OPTION_FLAG,
    .key = "evidence",
    .help = "also why each field has its value",
    .otherwise = "no",
};

static const struct anf_format_option discarded = {
    ANF_FORMAT_OPTION_INIT,
    .flags = ANF_OPTION_WRITES,
    .type = ANF_OPTION_FLAG,
    .key = "discarded",
    .help = "also what was set aside, and why",
    .otherwise = "no",
};

static const struct anf_format_option *const options[] = {&split, &date, &evidence, &discarded,
                                                          NULL};

static const struct anf_format akn = {
    ANF_FORMAT_INIT,
    .id = "akn",
    .label = "Akoma Ntoso 3.0",
    .extensions = extensions,
    .media_types = media_types,
    .magic = magic,
    .read = anf__akn_read,
    .write = anf__akn_write,
    .options = options,
};

static const struct anf_format *const formats[] = {&akn, NULL};

ANF_PLUGIN_DEFINE(akn, "0.1.0", formats);
