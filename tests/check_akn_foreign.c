/* check_akn_foreign.c: Akoma Ntoso that other programs wrote: what becomes of its elements. */
#include "akn_outline.h"
#include "akn_support.h"
#include "generate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A document of somebody else's around a body. */
static struct anf_inquiry *
read_body(const char *body)
{
    char *text = NULL;
    ck_assert_int_gt(asprintf(&text,
                              "<akomaNtoso xmlns=\"" AKN_NAMESPACE "\"><debate><meta>"
                              "<references source=\"#x\"><TLCPerson eId=\"a\" showAs=\"A\"/>"
                              "</references><notes><note eId=\"n\"><p>Note.</p></note></notes>"
                              "</meta><debateBody>%s</debateBody></debate></akomaNtoso>",
                              body),
                     0);
    struct anf_inquiry *inquiry = akn_read_text(text);
    free(text);
    return inquiry;
}

struct sample {
    const char *body;
    const char *outline;
};

static void
assert_outline(const struct sample *sample)
{
    struct anf_inquiry *inquiry = read_body(sample->body);
    char *outline = akn_outline(inquiry);
    char *note = strstr(outline, "other(paragraph(Note.))");
    if (note && !strstr(sample->outline, "Note."))
        *note = '\0';
    ck_assert_str_eq(outline, sample->outline);
    free(outline);
    anf_inquiry_unref(inquiry);
}

static const struct sample blocks[] = {
    {"Text.", "paragraph(Text.)"},
    {"<p>Eins.</p><p/><p>Zwei.</p>", "paragraph(Eins.)paragraph(Zwei.)"},
    {"<p>Eins<p>Zwei</p>Drei</p>", "paragraph(Eins)paragraph(Zwei)paragraph(Drei)"},
    {"<p><i>Eins<p>Zwei</p></i></p>", "paragraph(Eins)paragraph(Zwei)"},
    {"<scene>(Beifall)</scene><narrative><p>Pause.</p></narrative>",
     "paragraph((Beifall))paragraph(Pause.)"},
    {"<section><num>1.</num><heading>A</heading><content><p>B</p></content></section>",
     "chapter number=1.(heading(A)paragraph(B))"},
    {"<paragraph><num>a)</num><content><p>B</p></content></paragraph>",
     "other number=a)(paragraph(B))"},
    {"<section><num>1<authorialNote><p>F</p></authorialNote></num><p>B</p></section>",
     "other(paragraph(1footnote(paragraph(F)))paragraph(B))"},
    {"<container name=\"x\"><p>B</p></container>", "paragraph(B)"},
    {"<section><heading>A</heading><subheading>B</subheading></section>",
     "chapter(heading(A)heading(B))"},
    {"<section><heading>A<p>B</p><ul><li>C</li></ul>D</heading></section>",
     "chapter(heading(A B C D))"},
    {"<quotedStructure><p>A</p><section><num>1</num><p>B</p></section></quotedStructure>",
     "quote(paragraph(A)paragraph(1)paragraph(B))"},
    {"<p>A<img src=\"x.png\" alt=\"B\"/>C</p>", "paragraph(A)image src=x.png alt=B()paragraph(C)"},
    {"<documentRef href=\"x.pdf\" showAs=\"X\"/>", "paragraph(link href=x.pdf(X))"},
    {"<attachment><heading>A</heading><doc><meta><p>no</p></meta><preface><p>B</p></preface>"
     "<mainBody><p>C</p></mainBody></doc></attachment>",
     "annex(heading(A)other(paragraph(B))paragraph(C))"},
    {"<foreign><x xmlns=\"urn:x\"><y>A</y><z>B</z></x></foreign>", "paragraph(A)paragraph(B)"},
    {"<wunder>A</wunder>", "paragraph(A)"},
    {"A<wunder>B</wunder>C", "paragraph(ABC)"},
    {"<debateSection name=\"vorbemerkung-regierung\"><heading>A</heading></debateSection>",
     "preamble-government(heading(A))"},
};

static const struct sample inlines[] = {
    {"<p>A <b>B</b><i>C</i> <u>D</u></p>", "paragraph(A strong(B)emphasis(C) underline(D))"},
    {"<p>\n  A\n  <b> B </b>\n  C\n</p>", "paragraph(A strong(B) C)"},
    {"<p>A<sup>2</sup><sub>i</sub><del>X</del></p>",
     "paragraph(Asuperscript(2)subscript(i)strike(X))"},
    {"<p><ref href=\"/x\">A<a href=\"y\">B</a></ref><ref>C</ref></p>",
     "paragraph(link href=/x(AB)C)"},
    {"<p>A<eol/>B<br/></p>", "paragraph(Abreak()Bbreak())"},
    {"<p>A<authorialNote marker=\"1\"><p>B</p><p>C</p></authorialNote>.</p>",
     "paragraph(Afootnote marker=1(paragraph(B)paragraph(C)).)"},
    {"<p>A<authorialNote>B<authorialNote>C</authorialNote></authorialNote></p>",
     "paragraph(Afootnote(paragraph(B C)))"},
    {"<p>A<noteRef href=\"#n\" marker=\"1\"/>B<noteRef href=\"#n\" marker=\"1\"/></p>",
     "paragraph(Afootnote marker=1(paragraph(Note.))B1)"},
    {"<p>A</p>", "paragraph(A)other(paragraph(Note.))"},
    {"<p><quotedText startQuote=\"»\" endQuote=\"«\">A</quotedText></p>", "paragraph(»A«)"},
    {"<p>A<eop/><marker name=\"x\"/>B <person refersTo=\"#a\">C</person></p>", "paragraph(AB C)"},
    {"<p><b/>A<i> </i>B</p>", "paragraph(A B)"},
};

static const struct sample grids[] = {
    {"<ul><li>A</li><li><p>B</p></li></ul>", "list(item(paragraph(A))item(paragraph(B)))"},
    {"<ol><li value=\"3\">A</li></ol>", "list ordered=true(item number=3(paragraph(A)))"},
    {"<blockList><listIntroduction>I</listIntroduction><item><num>a)</num><p>A</p></item>"
     "<listWrapUp>W</listWrapUp></blockList>",
     "paragraph(I)list ordered=true(item number=a)(paragraph(A)))paragraph(W)"},
    {"<blockList><item><num>–</num><heading>H</heading><p>A</p></item></blockList>",
     "list(item number=–(heading(H)paragraph(A)))"},
    {"<list><intro><p>I</p></intro><point><num>1</num><content><p>A</p></content></point></list>",
     "paragraph(I)list ordered=true(item number=1(paragraph(A)))"},
    {"<ul><li>A</li>x<li>B</li></ul>",
     "list(item(paragraph(A)))paragraph(x)list(item(paragraph(B)))"},
    {"<table><caption>T</caption><tr><th colspan=\"2\">A</th></tr><tr><td/><td><p>B</p></td></tr>"
     "</table>",
     "table(caption(T)row(cell header=true colspan=2(paragraph(A)))row(cell()cell(paragraph(B))))"},
    {"<table><tbody><tr><td>A</td></tr></tbody></table>", "table(row(cell(paragraph(A))))"},
    {"<table><caption>T</caption></table>", "paragraph(T)"},
    {"<table><tr><td>A</td></tr>x<tr>y</tr></table>",
     "table(row(cell(paragraph(A))))paragraph(xy)"},
    {"<table><tr><td rowspan=\"0\">A</td></tr></table>", "table(row(cell(paragraph(A))))"},
    {"<p>A<table><tr><td>B</td></tr></table></p>", "paragraph(A)table(row(cell(paragraph(B))))"},
    {"<tr><td>A</td><td>B</td></tr>", "paragraph(A)paragraph(B)"},
};

#define Q(by, text) "<question by=\"#" by "\"><p>" text "</p></question>"
#define A(by, text) "<answer by=\"#" by "\"><p>" text "</p></answer>"
#define S(by, text) "<speech by=\"#" by "\"><p>" text "</p></speech>"
#define PART(text)  "<debateSection name=\"x\">" text "</debateSection>"

static const struct sample debates[] = {
    {Q("a", "1") A("b", "2"), "exchange(question(paragraph(1))answer(paragraph(2)))"},
    {PART("<num>7</num><heading>H</heading>" Q("a", "1") Q("c", "2") A("b", "3")),
     "exchange number=7(heading(H)question(paragraph(1))question(paragraph(2))"
     "answer(paragraph(3)))"},
    {PART("<heading>H</heading>" Q("a", "1") A("b", "2") Q("a", "3") A("b", "4")),
     "chapter(heading(H)exchange(question(paragraph(1))answer(paragraph(2)))"
     "exchange(question(paragraph(3))answer(paragraph(4))))"},
    {PART(Q("a", "1") S("b", "2") S("b", "3")),
     "exchange(question(paragraph(1))answer(paragraph(2))answer(paragraph(3)))"},
    {PART(Q("a", "1") S("b", "2") S("c", "3") S("b", "4")),
     "exchange(question(paragraph(1))answer(paragraph(2)))other(paragraph(3))other(paragraph(4))"},
    {PART(Q("a", "1") S("a", "2")), "exchange(question(paragraph(1)))other(paragraph(2))"},
    {PART(Q("a", "1") S("c", "2") A("b", "3")),
     "exchange(question(paragraph(1)))other(paragraph(2))other(paragraph(3))"},
    {PART("<question by=\"#a\" to=\"#m\"><p>1</p></question>"
          "<speech by=\"#c\" as=\"#chair\"><p>2</p></speech>"),
     "exchange(question(paragraph(1)))other(paragraph(2))"},
    {PART("<question by=\"#a\" to=\"#m\"><p>1</p></question>"
          "<speech by=\"#c\" as=\"#m\"><p>2</p></speech>"),
     "exchange(question(paragraph(1))answer(paragraph(2)))"},
    {PART(Q("a", "1") "<summary>x</summary>" A("b", "2")),
     "exchange(question(paragraph(1))paragraph(x)answer(paragraph(2)))"},
    {PART(A("b", "1")), "other(paragraph(1))"},
    {PART("<heading>H</heading>" S("a", "1")), "chapter(heading(H)other(paragraph(1)))"},
    {"<question by=\"#a\"><num>1</num><from>A:</from>" PART(
         "<heading>H</heading>" Q("b", "x")) "</question>",
     "exchange(question number=1(heading(A:)chapter(heading(H)other(paragraph(x)))))"},
    {"<questions><heading>H</heading>" PART(Q("a", "1")) "</questions>",
     "chapter(heading(H)exchange(question(paragraph(1))))"},
};

#define SAMPLES(samples) (sizeof(samples) / sizeof *(samples))

START_TEST(blocks_are_read)
{
    assert_outline(&blocks[_i]);
}
END_TEST

START_TEST(inlines_are_read)
{
    assert_outline(&inlines[_i]);
}
END_TEST

START_TEST(lists_and_tables_are_read)
{
    assert_outline(&grids[_i]);
}
END_TEST

START_TEST(debates_are_read)
{
    assert_outline(&debates[_i]);
}
END_TEST

/* --- no text is lost --- */

static void
count_bytes(unsigned counts[static 256], const char *text, int by)
{
    for (; *text; ++text)
        counts[(unsigned char)*text] += (unsigned)by;
}

/* Files of ours without the element that has our fields are somebody else's. */
START_TEST(no_text_is_lost)
{
    static const char end[] = "</proprietary>";
    enum { BYTES = 256 };
    unsigned left[BYTES] = {0};
    struct anf_inquiry *inquiry = generate_inquiry(akn_ctx, (uint64_t)_i);
    char *text = akn_written(inquiry, NULL);
    char *from = strstr(text, "<proprietary");
    char *to = from ? strstr(from, end) + sizeof end - 1 : NULL;
    ck_assert_ptr_nonnull(to);
    memmove(from, to, strlen(to) + 1);
    struct anf_inquiry *found = NULL;
    int status = akn_read_status(text, strlen(text), &found);
    char *expected = akn_letters(inquiry);
    ck_assert(status == ANF_OK || !*expected);
    char *letters = found ? akn_letters(found) : strdup("");
    count_bytes(left, letters, 1);
    count_bytes(left, expected, -1);
    for (int byte = 0; byte < BYTES; ++byte)
        ck_assert_msg((int)left[byte] >= 0, "byte %d is lost in\n%s", byte, text);
    free(letters);
    free(expected);
    anf_free(text);
    anf_inquiry_unref(found);
    anf_inquiry_unref(inquiry);
}
END_TEST

/* --- what is said --- */

START_TEST(each_name_is_told_once)
{
    struct anf_inquiry *inquiry = read_body("<p><wunder>A</wunder><wunder>B</wunder>"
                                            "<ins>C</ins><ins>D</ins><zeichen>E</zeichen></p>");
    ck_assert_uint_eq(log_count(&akn_said, ANF_CODE_AKN_UNKNOWN_ELEMENT), 3);
    ck_assert_uint_eq(log_count(&akn_said, ANF_CODE_AKN_FOREIGN), 1);
    ck_assert_int_eq(log_find(&akn_said, ANF_CODE_AKN_FOREIGN)->severity, ANF_SEVERITY_NOTE);
    anf_inquiry_unref(inquiry);
}
END_TEST

START_TEST(repeated_ids_are_told)
{
    struct anf_inquiry *inquiry = read_body("<p eId=\"p_1\">A</p><p eId=\"p_1\">B</p>");
    ck_assert_uint_eq(log_count(&akn_said, ANF_CODE_AKN_REPEATED_ID), 1);
    anf_inquiry_unref(inquiry);
    log_clear(&akn_said);
    inquiry = read_body("<p eId=\"p_1\">A</p><attachment><doc><mainBody><p eId=\"p_1\">B</p>"
                        "</mainBody></doc></attachment>");
    ck_assert_uint_eq(log_count(&akn_said, ANF_CODE_AKN_REPEATED_ID), 0);
    anf_inquiry_unref(inquiry);
}
END_TEST

/* --- limits --- */

static char *
nest(const char *start, const char *inner, const char *end, int times)
{
    char *text = NULL;
    size_t len;
    FILE *out = open_memstream(&text, &len);
    ck_assert_ptr_nonnull(out);
    for (int i = 0; i < times; ++i)
        fputs(start, out);
    fputs(inner, out);
    for (int i = 0; i < times; ++i)
        fputs(end, out);
    ck_assert_int_eq(fclose(out), 0);
    return text;
}

/* Elements may be nested deeper than nodes: the structure goes, the text stays. */
START_TEST(what_is_too_deep_is_flattened)
{
    static const struct {
        const char *start, *inner, *end;
        int times;
    } nests[] = {
        {"<section><num>1</num><heading>H</heading>", "<p>Text.</p>", "</section>", 240},
        {"<ul><li>", "Text.", "</li></ul>", 120},
        {"<table><tr><td>", "Text.", "</td></tr></table>", 80},
        {"<quotedStructure>", "<p>Text.</p>", "</quotedStructure>", 240},
        {"<b>", "Text.", "</b>", 240},
        {"<question by=\"#a\">", "<p>Text.</p>", "</question>", 240},
        {"<debateSection name=\"x\"><heading>H</heading>",
         "<question by=\"#a\"><p>Text.</p></question>", "</debateSection>", 240},
        {"<p>A<authorialNote>", "Text.", "</authorialNote></p>", 120},
    };
    char *body = nest(nests[_i].start, nests[_i].inner, nests[_i].end, nests[_i].times);
    int limit = _i % 2 ? 20 : 220;
    ck_assert_int_eq(anf_context_set_limit(akn_ctx, ANF_LIMIT_DEPTH, (uint64_t)limit), ANF_OK);
    struct anf_inquiry *inquiry = read_body(body);
    char *letters = akn_letters(inquiry);
    ck_assert_ptr_nonnull(strstr(letters, "Text."));
    ck_assert_uint_le(log_count(&akn_said, ANF_CODE_AKN_FLATTENED), 1);
    free(letters);
    free(body);
    anf_inquiry_unref(inquiry);
}
END_TEST

int
main(void)
{
    enum { SEEDS = 300 };
    Suite *suite = suite_create("akn_foreign");
    TCase *tests = akn_new_case(suite, "elements");
    tcase_add_loop_test(tests, blocks_are_read, 0, SAMPLES(blocks));
    tcase_add_loop_test(tests, inlines_are_read, 0, SAMPLES(inlines));
    tcase_add_loop_test(tests, lists_and_tables_are_read, 0, SAMPLES(grids));
    tcase_add_loop_test(tests, debates_are_read, 0, SAMPLES(debates));
    tcase_add_loop_test(tests, no_text_is_lost, 0, SEEDS);
    tests = akn_new_case(suite, "said");
    tcase_add_test(tests, each_name_is_told_once);
    tcase_add_test(tests, repeated_ids_are_told);
    tests = akn_new_case(suite, "limits");
    tcase_add_loop_test(tests, what_is_too_deep_is_flattened, 0, 8);
    return run_suite(suite);
}
