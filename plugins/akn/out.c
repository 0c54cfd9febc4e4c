/* out.c: indentation. */
#include "out.h"

static void
start_line(struct anf__akn_out *out)
{
    static const char blanks[] = "                                ";
    if (out->flat)
        return;
    anf__markup_puts(&out->markup, "\n");
    size_t wanted = (size_t)out->level * 2;
    for (size_t n; wanted; wanted -= n) {
        n = wanted < sizeof blanks - 1 ? wanted : sizeof blanks - 1;
        anf__markup_raw(&out->markup, blanks, n);
    }
}

void
anf__akn_out_start(struct anf__akn_out *out, const char *name)
{
    start_line(out);
    anf__markup_start(&out->markup, name);
    ++out->level;
}

void
anf__akn_out_start_line(struct anf__akn_out *out, const char *name)
{
    anf__akn_out_start(out, name);
    ++out->flat;
}

void
anf__akn_out_end(struct anf__akn_out *out, const char *name)
{
    --out->level;
    if (!out->markup.tag_is_open)
        start_line(out);
    anf__markup_end(&out->markup, name);
}

void
anf__akn_out_end_line(struct anf__akn_out *out, const char *name)
{
    --out->level;
    anf__markup_end(&out->markup, name);
    --out->flat;
}

void
anf__akn_out_value(struct anf__akn_out *out, const char *name, const char *attribute,
                   const char *value)
{
    if (!value)
        return;
    anf__akn_out_start(out, name);
    anf__markup_attribute(&out->markup, attribute, value);
    anf__akn_out_end(out, name);
}
