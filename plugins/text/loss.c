/* loss.c: what text cannot hold, said once each. */
#include "writer.h"

static const struct {
    int severity;
    const char *message;
} losses[ANF__PLAIN_LOSSES] = {
    [ANF__PLAIN_LOSS_MARKS] = {ANF_SEVERITY_NOTE,
                               "text has no emphasis, underlining, superscript and the like; "
                               "only the words are kept"},
    [ANF__PLAIN_LOSS_SPANS] = {ANF_SEVERITY_WARNING,
                               "text has no table cells that span columns or rows; each is "
                               "written as one cell"},
    [ANF__PLAIN_LOSS_HEADER_CELLS] = {ANF_SEVERITY_NOTE,
                                      "text shows header cells only where they fill the first "
                                      "rows of a table"},
    [ANF__PLAIN_LOSS_LEVELS] = {ANF_SEVERITY_NOTE, "text has no levels of headings"},
    [ANF__PLAIN_LOSS_BREAKS] = {ANF_SEVERITY_NOTE,
                                "line breaks in preformatted text are written as line feeds"},
    [ANF__PLAIN_LOSS_PROVENANCE] = {ANF_SEVERITY_NOTE,
                                    "text does not say where the inquiry was read from"},
};

void
anf__plain_lose(struct anf__plain_writer *writer, enum anf__plain_loss loss)
{
    if (writer->lost[loss])
        return;
    writer->lost[loss] = 1;
    anf_call_report(writer->call, losses[loss].severity, ANF_CODE_TEXT_CANNOT_HOLD, NULL, 0, 0,
                    "%s", losses[loss].message);
}
