/* check_html_parser.c: a parser that gives up. libxml2's takes what it gets, so that this program
 * has one of its own in its place: the plugin finds the functions of the program first. */
#include "log.h"
#include "support.h"

#include <libxml/HTMLparser.h>

#include <string.h>

static int (*parse)(htmlParserCtxtPtr ctxt);

ANF_API int
htmlParseDocument(htmlParserCtxtPtr ctxt)
{
    return parse(ctxt);
}

static int
stop_at_once(htmlParserCtxtPtr ctxt)
{
    (void)ctxt;
    return 0;
}

static int
tell_of_an_error(htmlParserCtxtPtr ctxt)
{
    xmlError error = {.domain = XML_FROM_HTML, .code = XML_ERR_INTERNAL_ERROR, .ctxt = ctxt};
    ctxt->sax->serror(ctxt->userData, &error);
    return -1;
}

static void
expect(const char *message)
{
    static const char text[] = "<html><body><p>Kleine Anfrage</p></body></html>";
    static struct log messages;
    log_clear(&messages);
    struct anf_context *ctx = anf_context_new();
    anf_context_set_diagnostic_fn(ctx, log_diagnostic, &messages);
    ck_assert_int_eq(anf_context_load_plugins(ctx, NULL), ANF_OK);
    struct anf_source *source = anf_source_new_memory("seite.html", text, strlen(text));
    struct anf_page *page = NULL;
    ck_assert_int_eq(anf_read_page(ctx, source, "html", NULL, &page), ANF_ERR_SYNTAX);
    ck_assert_ptr_null(page);
    ck_assert_str_eq(log_message(&messages, ANF_CODE_HTML_PARSER), message);
    anf_source_unref(source);
    anf_context_unref(ctx);
}

START_TEST(stops)
{
    parse = stop_at_once;
    expect("the HTML parser stopped before the end");
}
END_TEST

START_TEST(gives_up)
{
    parse = tell_of_an_error;
    expect("the HTML parser gave up");
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("html: parser");
    TCase *all = tcase_create("all");
    tcase_add_test(all, stops);
    tcase_add_test(all, gives_up);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
