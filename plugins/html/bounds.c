/* bounds.c: limits of pages, for both readers of them. */
#include "bounds.h"

#include "xml.h"

#include <limits.h>

int
anf__html_check_size(struct anf_call *call, const char *text, size_t len)
{
    if (len > INT_MAX) {
        anf_call_report(call, ANF_SEVERITY_ERROR, ANF_CODE_INPUT_TOO_LARGE, NULL, 0, 0,
                        "too large for the HTML parser");
        return ANF_ERR_LIMIT;
    }
    if (anf__xml_most_attributes(ANF__MARKUP_HTML, (const unsigned char *)text, len) >
        anf_call_limit(call, ANF_LIMIT_ATTRIBUTES)) {
        anf_call_report(call, ANF_SEVERITY_ERROR, ANF_CODE_HTML_ATTRIBUTES, NULL, 0, 0,
                        ANF__HTML_TOO_MANY_ATTRIBUTES);
        return ANF_ERR_LIMIT;
    }
    return ANF_OK;
}

uint64_t
anf__html_most_elements(const struct anf_call *call)
{
    return ANF__HTML_LEFT_OPEN * anf_call_limit(call, ANF_LIMIT_ELEMENT_DEPTH);
}

int
anf__html_is_too_deep(const struct anf_call *call, size_t depth)
{
    return depth > anf__html_most_elements(call);
}
