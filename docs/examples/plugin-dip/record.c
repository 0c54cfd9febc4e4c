/* record.c: what each kind of record states, as the description of DIP's interface has it
 * (https://dip.bundestag.de/über-dip/hilfe/api). */
#include "record.h"

#include <stdio.h>
#include <string.h>

/* Where a kind of record has what. The same place is another field in a record of the question
 * than in one of the answer; 0: none. */
struct rule {
    const char *path;
    dip_fn *fn;
    int question, answer;
};

/* --- what several rules do --- */

int
dip_state(struct dip_record *record, int field, const char *value, const char *member)
{
    int status = anf_page_state(anf_call_page(record->call), field, value, member);
    if (status != ANF_ERR_MODEL && status != ANF_ERR_SYNTAX)
        return status;
    anf_call_report(record->call, ANF_SEVERITY_WARNING, 0, member, 0, 0,
                    "\"%s\" is no value of the field %s, and is left out", value,
                    anf_field_name(field));
    return ANF_OK;
}

static int
state_value(struct dip_record *record, const json_t *value, const char *member, int field)
{
    char number[32];
    if (!json_is_integer(value))
        return dip_state(record, field, json_string_value(value), member);
    snprintf(number, sizeof number, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    return dip_state(record, field, number, member);
}

/* "Kleine Anfrage": the kind, and what it is called. */
static int
state_kind(struct dip_record *record, const json_t *value, const char *member, int field)
{
    const char *label = json_string_value(value);
    const char *kind = label ? anf_call_meaning(record->call, "kind", label) : NULL;
    int status = kind ? dip_state(record, field, kind, member) : ANF_OK;
    return kind && status == ANF_OK ? dip_state(record, ANF_FIELD_KIND_LABEL, label, member)
                                    : status;
}

/* The Bundestag counts its papers anew in each term: "21/7563" is of the 21st. */
static int
state_term(struct dip_record *record, const json_t *value, const char *member, int field)
{
    const char *number = json_string_value(value);
    const char *end = number ? strchr(number, '/') : NULL;
    char term[DIP_MEMBER];
    if (!end)
        return ANF_OK;
    snprintf(term, sizeof term, "%.*s", (int)(end - number), number);
    return dip_state(record, field, term, member);
}

/* Without the text, the day of the paper is all that is known of asking and answering; the text has
 * the day itself. */
static int
state_day(struct dip_record *record, const json_t *value, const char *member, int field)
{
    if (dip_text(record->object, "text"))
        field = ANF_FIELD_PUBLISHED;
    return state_value(record, value, member, field);
}

/* The full text, and the abstract with its markup, are for the formats that can read them. */
static int
read_part(struct dip_record *record, const json_t *value, const char *member, const char *format)
{
    return anf_call_read_page(record->call, member, json_string_value(value),
                              json_string_length(value), format);
}

static int
add_text(struct dip_record *record, const json_t *value, const char *member, int field)
{
    (void)field;
    return read_part(record, value, member, "text");
}

static int
add_abstract(struct dip_record *record, const json_t *value, const char *member, int field)
{
    (void)field;
    return read_part(record, value, member, "html");
}

/* --- the kinds of records --- */

/* GET /drucksache, /drucksache-text: a printed paper. */
static const struct rule paper[] = {
    {"drucksachetyp", state_kind, ANF_FIELD_KIND, 0},
    {"vorgangsbezug[].vorgangstyp", state_kind, ANF_FIELD_KIND, ANF_FIELD_KIND},
    {"titel", state_value, ANF_FIELD_TITLE, 0}, /* an answer's begins with "auf die …" */
    {"vorgangsbezug[].titel", state_value, 0, ANF_FIELD_TITLE},
    {"wahlperiode", state_value, ANF_FIELD_TERM, ANF_FIELD_TERM},
    {"dokumentnummer", state_value, ANF_FIELD_REFERENCE, ANF_FIELD_ANSWER_REFERENCE},
    {"datum", state_day, ANF_FIELD_ASKED, ANF_FIELD_ANSWERED},
    {"fundstelle.pdf_url", state_value, ANF_FIELD_LINK_DOCUMENT, ANF_FIELD_LINK_ANSWER},
    {"autoren_anzeige[]", dip_state_member, ANF_FIELD_ASKERS, 0},
    {"urheber[]", dip_state_group, ANF_FIELD_ASKERS, 0},
    {"ressort[]", dip_state_department, 0, ANF_FIELD_ANSWERERS},
    {"text", add_text, 0, 0},
    {NULL, NULL, 0, 0},
};

/* GET /vorgangsposition: a step of a procedure, with its paper. */
static const struct rule position[] = {
    {"vorgangstyp", state_kind, ANF_FIELD_KIND, ANF_FIELD_KIND},
    {"titel", state_value, ANF_FIELD_TITLE, ANF_FIELD_TITLE},
    {"fundstelle.dokumentnummer", state_term, ANF_FIELD_TERM, ANF_FIELD_TERM},
    {"fundstelle.dokumentnummer", state_value, ANF_FIELD_REFERENCE, ANF_FIELD_ANSWER_REFERENCE},
    {"datum", state_day, ANF_FIELD_ASKED, ANF_FIELD_ANSWERED},
    {"fundstelle.pdf_url", state_value, ANF_FIELD_LINK_DOCUMENT, ANF_FIELD_LINK_ANSWER},
    {"aktivitaet_anzeige[]", dip_state_member, ANF_FIELD_ASKERS, 0},
    {"urheber[]", dip_state_group, ANF_FIELD_ASKERS, 0},
    {"ressort[]", dip_state_department, 0, ANF_FIELD_ANSWERERS},
    {"abstract", add_abstract, 0, 0},
    {NULL, NULL, 0, 0},
};

/* GET /vorgang: a procedure. */
static const struct rule procedure[] = {
    {"vorgangstyp", state_kind, ANF_FIELD_KIND, 0},
    {"titel", state_value, ANF_FIELD_TITLE, 0},
    {"wahlperiode", state_value, ANF_FIELD_TERM, 0},
    {"beratungsstand", state_value, ANF_FIELD_STATUS, 0},
    {"initiative[]", dip_state_group, ANF_FIELD_ASKERS, 0},
    {"sachgebiet[]", state_value, ANF_FIELD_SUBJECTS, 0},
    {"deskriptor[].name", state_value, ANF_FIELD_SUBJECTS, 0},
    {"abstract", add_abstract, 0, 0},
    {NULL, NULL, 0, 0},
};

static const struct kind {
    const char *type;  /* its "typ" */
    const char *about; /* the key that says whether it is the question or the answer */
    const char *list;  /* of members who ask, */
    const char *count; /* and how many they are in all */
    const struct rule *rules;
} kinds[] = {
    {"Dokument", "drucksachetyp", "autoren_anzeige", "autoren_anzahl", paper},
    {"Vorgangsposition", "vorgangsposition", "aktivitaet_anzeige", "aktivitaet_anzahl", position},
    {"Vorgang", "vorgangstyp", NULL, NULL, procedure},
};

static const struct kind *
kind_of(const struct dip_record *record)
{
    const char *type = dip_text(record->object, "typ");
    for (size_t i = 0; type && i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(type, kinds[i].type) == 0)
            return &kinds[i];
    }
    return NULL;
}

/* --- is it an inquiry's? --- */

static int
names_kind(const struct dip_record *record, const json_t *object, const char *key)
{
    const char *label = dip_text(object, key);
    return label && anf_call_meaning(record->call, "kind", label);
}

/* An answer may be one to something else; what it answers is named in the procedures that it
 * belongs to, if any. */
static int
answers_inquiry(const struct dip_record *record)
{
    const json_t *related = json_object_get(record->object, "vorgangsbezug");
    if (json_object_get(record->object, "vorgangstyp"))
        return names_kind(record, record->object, "vorgangstyp");
    for (size_t i = 0; i < json_array_size(related); i++) {
        if (names_kind(record, json_array_get(related, i), "vorgangstyp"))
            return 1;
    }
    return json_array_size(related) == 0;
}

static int
is_answer(const struct dip_record *record, const struct kind *kind)
{
    const char *about = dip_text(record->object, kind->about);
    return about && strcmp(about, "Antwort") == 0;
}

const char *
dip_refusal(const struct dip_record *record)
{
    const struct kind *kind = kind_of(record);
    if (!kind)
        return "this is no Drucksache, Vorgang or Vorgangsposition";
    if (is_answer(record, kind))
        return answers_inquiry(record) ? NULL : "this is an answer, but to no inquiry";
    return names_kind(record, record->object, kind->about)
               ? NULL
               : "this is neither an inquiry nor an answer to one";
}

/* --- all of it --- */

/* Only the Bundestag is asked. */
static int
state_whole(struct dip_record *record, const struct kind *kind)
{
    const char *document = kind->rules != paper ? "vorgang"
                           : record->is_answer  ? "antwort"
                                                : "anfrage";
    int status = dip_state(record, ANF_FIELD_PARLIAMENT, "DE", record->member);
    if (status == ANF_OK)
        status = dip_state(record, ANF_FIELD_DOCUMENT, document, record->member);
    return status == ANF_OK && kind->list && !record->is_answer
               ? dip_state_more(record, kind->list, kind->count)
               : status;
}

int
dip_state_record(struct dip_record *record)
{
    const struct kind *kind = kind_of(record);
    record->is_answer = is_answer(record, kind);
    int status = state_whole(record, kind);
    for (const struct rule *rule = kind->rules; rule->path && status == ANF_OK; rule++) {
        int field = record->is_answer ? rule->answer : rule->question;
        int adds = !rule->question && !rule->answer; /* to the page, and is of no field */
        if (field || adds)
            status = dip_walk(record, rule->path, rule->fn, field);
    }
    return status;
}
