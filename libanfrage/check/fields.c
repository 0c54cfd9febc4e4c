/* fields.c: are the fields of an inquiry there, and do they agree with each other? */
#include "check/checking.h"
#include "check/numbering.h"

#include "inquiry.h"
#include "text.h"

#include <inttypes.h>
#include <string.h>
#include <time.h>

static const char *
get(const struct checking *c, int field)
{
    return anf_inquiry_get(c->inquiry, field);
}

static int
check_presence(struct checking *c)
{
    int numbered = get(c, ANF_FIELD_REFERENCE) || get(c, ANF_FIELD_ANSWER_REFERENCE) ||
                   get(c, ANF_FIELD_INQUIRY_NUMBER);
    int asked_by = c->inquiry->askers.count > 0 || c->inquiry->more_askers;
    int status = ANF_OK;
    if (!get(c, ANF_FIELD_TITLE))
        status = anf__find_field(c, ANF_CODE_NO_TITLE, ANF_FIELD_TITLE, "there is no title");
    if (status == ANF_OK && !get(c, ANF_FIELD_KIND))
        status = anf__find_field(c, ANF_CODE_NO_KIND, ANF_FIELD_KIND,
                                 "it is not said which kind of inquiry this is");
    if (status == ANF_OK && !asked_by)
        status = anf__find_field(c, ANF_CODE_NO_ASKERS, ANF_FIELD_ASKERS, "nobody asks");
    if (status == ANF_OK && !numbered)
        status = anf__find_field(c, ANF_CODE_NO_REFERENCE, ANF_FIELD_REFERENCE,
                                 "there is neither a Drucksache nor a number of the inquiry");
    return status;
}

/* --- dates --- */

/* Days since some day of a date that the model took. */
static int64_t
days_of(const char *date)
{
    int parts[3] = {0};
    size_t part = 0;
    for (; *date && part < 3; ++date) {
        if (anf__is_digit(*date))
            parts[part] = parts[part] * 10 + (*date - '0');
        else
            ++part;
    }
    struct tm tm = {.tm_year = parts[0] - 1900, .tm_mon = parts[1] - 1, .tm_mday = parts[2]};
    return (int64_t)timegm(&tm) / (24 * 60 * 60);
}

/* A page may be published on the day that the questions are sent off, and parliament dates them by
 * their arrival or by the next sitting: what is that little earlier is sound. */
enum { MOST_DAYS_BEFORE = 14 };

static int
check_dates(struct checking *c)
{
    const char *asked = get(c, ANF_FIELD_ASKED);
    const char *answered = get(c, ANF_FIELD_ANSWERED);
    const char *published = get(c, ANF_FIELD_PUBLISHED);
    int status = ANF_OK;
    if (asked && answered && strcmp(answered, asked) < 0)
        status = anf__find_field(c, ANF_CODE_ANSWERED_BEFORE_ASKED, ANF_FIELD_ANSWERED,
                                 "answered on %s, before it was asked on %s", answered, asked);
    if (status == ANF_OK && asked && published &&
        days_of(asked) - days_of(published) > MOST_DAYS_BEFORE)
        status = anf__find_field(c, ANF_CODE_PUBLISHED_BEFORE_ASKED, ANF_FIELD_PUBLISHED,
                                 "published on %s, long before it was asked on %s", published,
                                 asked);
    return status;
}

/* --- Drucksachen --- */

static int
check_term(struct checking *c, int field, const char *reference, uint32_t stated)
{
    const char *term = get(c, ANF_FIELD_TERM);
    if (!term || !stated || anf__parse_number(term, 1, 999) == stated)
        return ANF_OK;
    return anf__find_field(c, ANF_CODE_TERM_DIFFERS, field,
                           "%s belongs to term %" PRIu32 ", but the term is %s", reference, stated,
                           term);
}

static int
check_numbering(struct checking *c, int field)
{
    const char *parliament = get(c, ANF_FIELD_PARLIAMENT);
    const char *reference = get(c, field);
    const char *form = NULL;
    uint32_t term = 0;
    if (!parliament || !reference)
        return ANF_OK;
    if (anf__numbering_fits(c->words, parliament, reference, &form, &term))
        return check_term(c, field, reference, term);
    return anf__find_field(c, ANF_CODE_UNUSUAL_REFERENCE, field,
                           "%s does not fit the numbering of %s, which is %s", reference,
                           parliament, form);
}

int
anf__check_fields(struct checking *c)
{
    int status = check_presence(c);
    if (status == ANF_OK)
        status = check_dates(c);
    if (status == ANF_OK)
        status = check_numbering(c, ANF_FIELD_REFERENCE);
    if (status == ANF_OK)
        status = check_numbering(c, ANF_FIELD_ANSWER_REFERENCE);
    return status;
}
