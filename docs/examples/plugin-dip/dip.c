/* dip.c: inquiries out of DIP, the documentation system of the Bundestag: what its interface
 * answers, one record or a list of them, as JSON. What is stated there is stated on the page; the
 * questions and answers are found by the library, in the text of the paper. */
#include "record.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* --- JSON --- */

/* A value is two bytes of input and fifty times that in memory, so that values are counted before
 * any is made. */
static int
is_bounded(struct anf_call *call, const char *text)
{
    uint64_t left = anf_call_limit(call, ANF_LIMIT_NODES);
    int in_string = 0;
    for (; *text && left; text++) {
        if (*text == '"')
            in_string = !in_string;
        else if (in_string && *text == '\\' && text[1])
            text++;
        else if (!in_string && strchr(",[{", *text))
            left--;
    }
    return left > 0;
}

static int
parse(struct anf_call *call, struct anf_source *source, json_t **ret_root)
{
    const char *text;
    size_t len;
    json_error_t error;
    int status = anf_source_text(call, source, "utf-8", ANF_DECODE_STRICT, &text, &len);
    if (status != ANF_OK)
        return status;
    if (!is_bounded(call, text))
        return ANF_ERR_LIMIT;
    errno = 0;
    json_t *root = json_loadb(text, len, JSON_REJECT_DUPLICATES, &error);
    /* Where memory ends within a token, jansson 2.14 says that the token is bad. */
    if (errno == ENOMEM || (!root && json_error_code(&error) == json_error_out_of_memory)) {
        json_decref(root);
        return ANF_ERR_NOMEM;
    }
    if (!root) {
        anf_call_report(call, ANF_SEVERITY_ERROR, 0, NULL, (uint32_t)error.line,
                        (uint32_t)error.column, "%s", error.text);
        return ANF_ERR_SYNTAX;
    }
    *ret_root = root;
    return ANF_OK;
}

/* --- records --- */

/* The answer of the interface that is read. */
struct answer {
    struct anf_call *call;
    const json_t *records; /* "documents" of a list; NULL: the answer is the one record */
    size_t taken;          /* records that are some inquiry's */
};

static int
take_record(struct answer *answer, const json_t *object, const char *member)
{
    struct dip_record record = {.call = answer->call, .object = object, .member = member};
    const char *refusal = dip_refusal(&record);
    if (refusal) {
        anf_call_report(answer->call, answer->records ? ANF_SEVERITY_WARNING : ANF_SEVERITY_ERROR,
                        0, *member ? member : NULL, 0, 0, "%s", refusal);
        return ANF_OK;
    }
    answer->taken++;
    return dip_state_record(&record);
}

/* What the records of one inquiry share; NULL: it has one record. */
static const char *
procedure_of(const struct answer *answer, size_t index)
{
    return dip_text(json_array_get(answer->records, index), "vorgang_id");
}

static int
is_same_procedure(const struct answer *answer, size_t a, size_t b)
{
    const char *x = procedure_of(answer, a);
    const char *y = procedure_of(answer, b);
    return a == b || (x && y && strcmp(x, y) == 0);
}

/* Question and answer are steps of one procedure, one behind the other in the list. */
static int
take_procedure(struct answer *answer, size_t *index)
{
    struct anf_page *page = anf_call_page(answer->call);
    size_t first = *index;
    int status = anf_page_open_place(page, ANF_PLACE_RECORD, 0);
    for (; status == ANF_OK && *index < json_array_size(answer->records) &&
           is_same_procedure(answer, first, *index);
         ++*index) {
        char member[DIP_MEMBER];
        snprintf(member, sizeof member, "documents[%zu]", *index);
        status = take_record(answer, json_array_get(answer->records, *index), member);
    }
    anf_page_close_place(page);
    return status;
}

static int
take_list(struct answer *answer)
{
    int status = ANF_OK;
    for (size_t i = 0; i < json_array_size(answer->records) && status == ANF_OK;)
        status = take_procedure(answer, &i);
    if (status == ANF_OK && !answer->taken) {
        anf_call_report(answer->call, ANF_SEVERITY_ERROR, 0, NULL, 0, 0,
                        "none of %zu records is an inquiry's", json_array_size(answer->records));
        return ANF_ERR_NO_INQUIRY;
    }
    return status;
}

static int
dip_read(struct anf_call *call, struct anf_source *source)
{
    json_t *root;
    int status = parse(call, source, &root);
    if (status != ANF_OK)
        return status;
    struct answer answer = {call, json_object_get(root, "documents"), 0};
    if (answer.records)
        status = take_list(&answer);
    else
        status = take_record(&answer, root, "");
    json_decref(root);
    return status == ANF_OK && !answer.taken ? ANF_ERR_NO_INQUIRY : status;
}

/* --- the plugin --- */

static const char *const extensions[] = {"json", NULL};
static const char *const media_types[] = {"application/json", NULL};
static const char *const magic[] = {
    "80 4096 \"drucksachetyp\"",
    "80 4096 \"vorgangstyp\"",
    NULL,
};

static const struct anf_format dip = {
    ANF_FORMAT_INIT,
    .id = "dip",
    .label = "DIP (interface of the Bundestag)",
    .extensions = extensions,
    .media_types = media_types,
    .magic = magic,
    .read = dip_read,
};

static const struct anf_format *const formats[] = {&dip, NULL};

ANF_PLUGIN_DEFINE(dip, "1.0", formats);
