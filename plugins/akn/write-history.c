/* write-history.c: what happened to the paper: publication, keywords, life cycle, workflow, and the
 * paper that answers it. */
#include "write.h"

static void
start_sourced(struct anf__akn_writer *w, const char *name)
{
    anf__akn_out_start(&w->out, name);
    anf__markup_attribute(&w->out.markup, "source", "#libanfrage");
}

static void
write_publication(struct anf__akn_writer *w, const char *date)
{
    const char *number = w->view.number;
    anf__akn_out_start(&w->out, "publication");
    anf__markup_attribute(&w->out.markup, "date", date);
    anf__markup_attribute(&w->out.markup, "name", number ? "drucksache" : "veroeffentlichung");
    if (number) {
        anf__markup_attribute(&w->out.markup, "number", number);
        anf__markup_attribute_format(&w->out.markup, "showAs", "Drucksache %s", number);
    } else {
        anf__markup_attribute(&w->out.markup, "showAs", "Veröffentlichung");
    }
    anf__akn_out_end(&w->out, "publication");
}

static void
write_keywords(struct anf__akn_writer *w)
{
    const char *subject;
    if (!anf_inquiry_subject(w->inquiry, 0))
        return;
    start_sourced(w, "classification");
    for (size_t i = 0; (subject = anf_inquiry_subject(w->inquiry, i)); ++i) {
        anf__akn_out_start(&w->out, "keyword");
        anf__markup_attribute_format(&w->out.markup, "eId", "keyword_%zu", i + 1);
        anf__markup_attribute(&w->out.markup, "dictionary", "#schlagwoerter");
        anf__markup_attribute(&w->out.markup, "value", anf__akn_slug(subject, "schlagwort").text);
        anf__markup_attribute(&w->out.markup, "showAs", subject);
        anf__akn_out_end(&w->out, "keyword");
    }
    anf__akn_out_end(&w->out, "classification");
}

static void
write_lifecycle(struct anf__akn_writer *w, const char *published)
{
    start_sourced(w, "lifecycle");
    anf__akn_out_start(&w->out, "eventRef");
    anf__markup_attribute(&w->out.markup, "eId", "eref_1");
    anf__markup_attribute(&w->out.markup, "date", published);
    anf__markup_attribute(&w->out.markup, "type", "generation");
    anf__markup_attribute(&w->out.markup, "source",
                          w->view.parliament ? "#parlament" : "#libanfrage");
    anf__markup_attribute(&w->out.markup, "refersTo", "#veroeffentlicht");
    anf__markup_attribute(&w->out.markup, "originatingExpression", "true");
    anf__akn_out_end(&w->out, "eventRef");
    anf__akn_out_end(&w->out, "lifecycle");
}

struct step {
    const char *date; /* NULL: not known, no step */
    const char *by;   /* NULL: not known, and a step needs one */
    const char *as;
    const char *event;
};

enum { ASKED, ANSWERED, PUBLISHED, STEPS };

static int
is_known(const struct step *step)
{
    return step->date && step->by;
}

/* The status belongs to the answer; without one, to the last thing that is known. */
static int
step_of_status(const struct step *steps)
{
    if (is_known(&steps[ANSWERED]))
        return ANSWERED;
    return is_known(&steps[PUBLISHED]) ? PUBLISHED : ASKED;
}

static void
write_workflow(struct anf__akn_writer *w)
{
    const struct anf_inquiry *inquiry = w->inquiry;
    const struct step steps[STEPS] = {
        {anf_inquiry_get(inquiry, ANF_FIELD_ASKED), "#fragestellende", "#fragesteller",
         "#gestellt"},
        {anf_inquiry_get(inquiry, ANF_FIELD_ANSWERED), "#antwortende", "#antwortgeber",
         "#beantwortet"},
        {anf_inquiry_get(inquiry, ANF_FIELD_PUBLISHED), w->view.parliament ? "#parlament" : NULL,
         "#herausgeber", "#veroeffentlicht"},
    };
    int has_status = anf_inquiry_get(inquiry, ANF_FIELD_STATUS) != NULL;
    unsigned written = 0;
    for (int i = 0; i < STEPS; ++i) {
        if (!is_known(&steps[i]))
            continue;
        if (!written++)
            start_sourced(w, "workflow");
        anf__akn_out_start(&w->out, "step");
        anf__markup_attribute_format(&w->out.markup, "eId", "step_%u", written);
        anf__markup_attribute(&w->out.markup, "date", steps[i].date);
        anf__markup_attribute(&w->out.markup, "by", steps[i].by);
        anf__markup_attribute(&w->out.markup, "as", steps[i].as);
        anf__markup_attribute(&w->out.markup, "refersTo", steps[i].event);
        if (has_status && step_of_status(steps) == i)
            anf__markup_attribute(&w->out.markup, "outcome", "#status");
        anf__akn_out_end(&w->out, "step");
    }
    if (written)
        anf__akn_out_end(&w->out, "workflow");
}

/* The answer's own Drucksache, as a work beside this one. */
static void
write_analysis(struct anf__akn_writer *w)
{
    const struct anf__akn_view *view = &w->view;
    const char *answer = anf_inquiry_get(w->inquiry, ANF_FIELD_ANSWER_REFERENCE);
    struct anf__akn_slug number = anf__akn_slug(answer, "antwort");
    start_sourced(w, "analysis");
    start_sourced(w, "otherReferences");
    anf__akn_out_start(&w->out, "implicitReference");
    if (view->has_questions)
        anf__markup_attribute(&w->out.markup, "for", "#questions_1");
    anf__markup_attribute_format(&w->out.markup, "href", "/akn/%s/doc/%s%s%s/%s/%s", view->country,
                                 view->subtype, view->parliament ? "/" : "", view->chamber.text,
                                 view->date, number.text);
    anf__markup_attribute(&w->out.markup, "refersTo", "#beantwortet");
    anf__markup_attribute_format(&w->out.markup, "showAs", "Drucksache %s", answer);
    anf__akn_out_end(&w->out, "implicitReference");
    anf__akn_out_end(&w->out, "otherReferences");
    anf__akn_out_end(&w->out, "analysis");
}

void
anf__akn_write_history(struct anf__akn_writer *w)
{
    const char *published = anf_inquiry_get(w->inquiry, ANF_FIELD_PUBLISHED);
    if (published)
        write_publication(w, published);
    write_keywords(w);
    if (published)
        write_lifecycle(w, published);
    write_workflow(w);
    if (w->view.answers_reference)
        write_analysis(w);
}
