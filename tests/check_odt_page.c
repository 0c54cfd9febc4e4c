/* check_odt_page.c: the text of a foreign document as a page: paragraphs, spans, lists, tables. */
#include "odt_support.h"

#include <stdio.h>

/* --- paragraphs --- */

START_TEST(paragraphs_and_headings)
{
    expect_odt_blocks("<text:p>a</text:p><text:p/><text:h text:outline-level='3'>b</text:h>"
                      "<text:h>c</text:h><text:p text:style-name='Title'>d</text:p>"
                      "<text:section><text:p>e</text:p></text:section>",
                      "P a\nH3 b\nH1 c\nH1 d\ngroup P e\n");
}
END_TEST

/* Some programs make headings of text:p. */
START_TEST(headings_by_style)
{
    expect_odt_styled("<style:style style:name='Heading_20_2' style:family='paragraph' "
                      "style:default-outline-level='2'/>"
                      "<style:style style:name='P1' style:family='paragraph' "
                      "style:parent-style-name='Heading_20_2'/>",
                      "<text:p text:style-name='P1'>a</text:p>"
                      "<text:h text:style-name='P1' text:outline-level='4'>b</text:h>",
                      "H2 a\nH4 b\n");
}
END_TEST

START_TEST(quotations_and_preformatted_text)
{
    expect_odt_styled("<style:style style:name='P1' style:family='paragraph' "
                      "style:parent-style-name='Preformatted_20_Text'/>",
                      "<text:p text:style-name='Quotations'>a</text:p>"
                      "<text:p text:style-name='P1'>  b <text:s text:c='3'/>c<text:tab/>d\n e"
                      "<text:line-break/>f</text:p>",
                      "quote P a\nPRE b    c\td e|f\n");
}
END_TEST

START_TEST(white_space)
{
    expect_odt_blocks("<text:p>\n  a\n\tb <text:span> c</text:span><text:s text:c='2'/>d"
                      "<text:tab/>e<text:line-break/> f </text:p>",
                      "P a b c d e|f\n");
    expect_odt_blocks("<text:p>a<text:s text:c='0'/>b<text:s/>c</text:p>", "P ab c\n");
}
END_TEST

/* What stands for a place in a paragraph, and fields, whose text is what they showed last. */
START_TEST(marks_and_fields)
{
    expect_odt_blocks("<text:p>a<text:bookmark/>b<text:soft-page-break/>c<text:reference-mark/>"
                      "<text:page-number>7</text:page-number> <text:date>1. Mai</text:date>"
                      "<text:script>alert()</text:script></text:p>",
                      "P abc7 1. Mai\n");
    expect_odt_blocks("<text:p><text:ruby><text:ruby-base>a</text:ruby-base>"
                      "<text:ruby-text>b</text:ruby-text></text:ruby>c</text:p>",
                      "P a (b)c\n");
}
END_TEST

/* Not valid, and nothing of it is lost. */
START_TEST(a_paragraph_in_a_paragraph)
{
    expect_odt_blocks("<text:p>a<text:p>b</text:p>c</text:p>", "P a\nP b\nP c\n");
    expect_odt_blocks("<text:p>a<text:list><text:list-item><text:p>b</text:p></text:list-item>"
                      "</text:list>c</text:p>",
                      "P ac\nlist/item P b\n");
}
END_TEST

/* --- spans --- */

#define TEXT_STYLE(name, properties)                                                               \
    "<style:style style:name='" name "' style:family='text'><style:text-properties " properties    \
    "/></style:style>"

static const char text_styles[] = TEXT_STYLE("B", "fo:font-weight='bold'")
    TEXT_STYLE("I", "fo:font-style='italic'") TEXT_STYLE("U", "style:text-underline-style='solid'")
        TEXT_STYLE("S", "style:text-line-through-style='solid'")
            TEXT_STYLE("H", "style:text-position='super 58%'")
                TEXT_STYLE("L", "style:text-position='-33% 58%'")
                    TEXT_STYLE("N", "fo:font-weight='normal' style:text-underline-style='none'");

START_TEST(looks)
{
    expect_odt_styled(text_styles,
                      "<text:p><text:span text:style-name='B'>b</text:span>"
                      "<text:span text:style-name='I'>i</text:span>"
                      "<text:span text:style-name='U'>u</text:span>"
                      "<text:span text:style-name='S'>s</text:span>"
                      "<text:span text:style-name='H'>h</text:span>"
                      "<text:span text:style-name='L'>l</text:span>"
                      "<text:span text:style-name='unknown'>x</text:span></text:p>",
                      "P biushlx [b 0-1] [em 1-2] [u 2-3] [s 3-4] [sup 4-5] [sub 5-6]\n");
}
END_TEST

/* Word makes a span of each run that a person typed. */
START_TEST(neighbours_are_one_span)
{
    expect_odt_styled(text_styles,
                      "<text:p><text:span text:style-name='B'>a</text:span>"
                      "<text:span text:style-name='B'>b </text:span>"
                      "<text:span text:style-name='B'><text:span text:style-name='I'>c</text:span>d"
                      "</text:span></text:p>",
                      "P ab cd [b 0-5] [em 3-4]\n");
}
END_TEST

START_TEST(a_style_can_take_a_look_away)
{
    expect_odt_styled(text_styles,
                      "<text:p><text:span text:style-name='B'>a<text:span text:style-name='N'>b"
                      "</text:span>c</text:span></text:p>",
                      "P abc [b 0-1] [b 2-3]\n");
}
END_TEST

/* A paragraph that a person made bold as a whole is bold; that its style is so says nothing of it.
 */
START_TEST(looks_of_paragraphs)
{
    static const char bold[] = "<style:text-properties fo:font-weight='bold'/></style:style>";
    char automatic[200], common[300];
    snprintf(automatic, sizeof automatic,
             "<style:style style:name='P1' style:family='paragraph'>%s", bold);
    expect_odt_styled(automatic,
                      "<text:p text:style-name='P1'>a</text:p>"
                      "<text:h text:style-name='P1'>b</text:h>",
                      "P a [b 0-1]\nH1 b\n");
    snprintf(common, sizeof common,
             "</office:automatic-styles><office:styles>"
             "<style:style style:name='P1' style:family='paragraph'>%s"
             "</office:styles><office:automatic-styles>",
             bold);
    expect_odt_styled(common, "<text:p text:style-name='P1'>a</text:p>", "P a\n");
}
END_TEST

START_TEST(chains_of_styles_end)
{
    expect_odt_styled("<style:style style:name='A' style:family='paragraph' "
                      "style:parent-style-name='B'/><style:style style:name='B' "
                      "style:family='paragraph' style:parent-style-name='A'/>"
                      "<style:style style:name='A' style:family='text' "
                      "style:parent-style-name='A'/>",
                      "<text:p text:style-name='A'><text:span text:style-name='A'>x</text:span>"
                      "</text:p>",
                      "P x\n");
}
END_TEST

START_TEST(links)
{
    expect_odt_styled(text_styles,
                      "<text:p>a<text:a xlink:href='x.html'>b<text:span text:style-name='B'>c"
                      "</text:span></text:a><text:a xlink:href='y'>d</text:a><text:a>e</text:a>"
                      "</text:p>",
                      "P abcde [a 1-3 x.html] [b 2-3] [a 3-4 y]\n");
}
END_TEST

/* --- lists --- */

#define NUMBERS(name, first)                                                                       \
    "<text:list-style style:name='" name "'><text:list-level-style-number text:level='1' "         \
    "style:num-format='1'" first "/><text:list-level-style-bullet text:level='2'/>"                \
    "<text:list-level-style-number text:level='3' style:num-format='a'/>"                          \
    "<text:list-level-style-number text:level='4' style:num-format=''/></text:list-style>"
#define ITEM(content)           "<text:list-item>" content "</text:list-item>"
#define LIST(attributes, items) "<text:list " attributes ">" items "</text:list>"

START_TEST(lists)
{
    expect_odt_styled(
        NUMBERS("L", ""),
        LIST("text:style-name='L'",
             "<text:list-header><text:p>h</text:p></text:list-header>" ITEM(
                 "<text:p>a</text:p><text:p>b</text:p>")
                 ITEM("<text:h text:outline-level='2'>c</text:h>" LIST(
                     "", ITEM("<text:p>d</text:p>" LIST("", ITEM("<text:p>e</text:p>"))))))
            LIST("text:style-name='unknown'", ITEM("<text:p>f</text:p>")),
        "list#/group P h\nlist#/item1 P a\nlist#/item1 P b\nlist#/item2 H2 c\n"
        "list#/item2/list/item P d\nlist#/item2/list/item/list#/item1 P e\n"
        "list/item P f\n");
}
END_TEST

START_TEST(numbers_that_the_document_says)
{
    expect_odt_styled(NUMBERS("L", " text:start-value='5'"),
                      LIST("text:style-name='L'",
                           ITEM("<text:p>a</text:p>") "<text:list-item "
                                                      "text:start-value='9'><text:p>b</text:p></"
                                                      "text:list-item>" ITEM("<text:p>c</text:p>")),
                      "list#/item5 P a\nlist#/item9 P b\nlist#/item10 P c\n");
}
END_TEST

/* A list that a paragraph interrupts goes on; Word wraps items of lower levels in lists. */
START_TEST(numbers_that_go_on)
{
    expect_odt_styled(
        NUMBERS("L", ""),
        LIST("text:style-name='L'", ITEM("<text:p>a</text:p>")) "<text:p>x</text:p>" LIST(
            "text:style-name='L' text:continue-numbering='true'", ITEM("<text:p>b</text:p>"))
            LIST("text:style-name='L' text:continue-list='i'", ITEM("<text:p>c</text:p>"))
                LIST("text:style-name='L'", ITEM("<text:p>d</text:p>")),
        "list#/item1 P a\nP x\nlist#/item2 P b\nlist#/item3 P c\nlist#/item1 P d\n");
#define ON         "text:continue-numbering='true'"
#define DEEP(text) LIST("text:style-name='L' " ON, ITEM(LIST(ON, ITEM(LIST(ON, ITEM(text))))))
#define FLAT(text) LIST("text:style-name='L' " ON, ITEM(text))
    expect_odt_styled(NUMBERS("L", ""),
                      FLAT("<text:p>a</text:p>") DEEP("<text:p>b</text:p>")
                          DEEP("<text:p>c</text:p>") FLAT("<text:p>d</text:p>")
                              DEEP("<text:p>e</text:p>"),
                      "list#/item1 P a\nlist#/item/list/item/list#/item1 P b\n"
                      "list#/item/list/item/list#/item2 P c\nlist#/item2 P d\n"
                      "list#/item/list/item/list#/item1 P e\n");
}
END_TEST

/* --- tables --- */

#define CELL(attributes, text)                                                                     \
    "<table:table-cell " attributes "><text:p>" text "</text:p></table:table-cell>"
#define ROW(cells)  "<table:table-row>" cells "</table:table-row>"
#define TABLE(rows) "<table:table><table:table-column/>" rows "</table:table>"

START_TEST(tables)
{
    expect_odt_blocks(
        TABLE("<table:table-header-rows>" ROW(CELL("", "a")) "</table:table-header-rows>" ROW(
            CELL("table:number-columns-spanned='2'", "b") "<table:covered-table-cell/>")
                  ROW(CELL("table:number-rows-spanned='3'",
                           "c") "<table:table-cell><text:p>d</text:p><text:p>e</text:p>"
                                "</table:table-cell>")),
        "table/row/cell^ P a\ntable/row/cell2x1 P b\ntable/row/cell1x3 P c\n"
        "table/row/cell P d\ntable/row/cell P e\n");
}
END_TEST

START_TEST(tables_in_tables)
{
    expect_odt_blocks(TABLE(ROW("<table:table-cell>" TABLE(
                          ROW(CELL("", "a"))) "</table:table-cell>" CELL("", "b"))),
                      "table/row/cell/table/row/cell P a\ntable/row/cell P b\n");
}
END_TEST

START_TEST(what_a_span_covers_is_hidden)
{
    expect_odt_blocks(TABLE(ROW(CELL("table:number-columns-spanned='2'",
                                     "a") "<table:covered-table-cell><text:p>b</text:p>"
                                          "</table:covered-table-cell>")),
                      "table/row/cell2x1 P a\ntable/row/group! P! b\n");
}
END_TEST

START_TEST(repeated_cells_and_rows)
{
    expect_odt_blocks(
        TABLE("<table:table-row table:number-rows-repeated='2'>" CELL(
            "table:number-columns-repeated='2'",
            "a<text:note>"
            "<text:note-citation>1</text:note-citation><text:note-body>"
            "<text:p>n</text:p></text:note-body></text:note>") CELL("", "b") "</table:table-row>"),
        "table/row/cell P a [note 1-1 1]\ntable/row/cell/note P n\n"
        "table/row/cell P a [note 1-1 1]\ntable/row/cell/note P n\n"
        "table/row/cell P b\n"
        "table/row/cell P a [note 1-1 1]\ntable/row/cell/note P n\n"
        "table/row/cell P a [note 1-1 1]\ntable/row/cell/note P n\n"
        "table/row/cell P b\n");
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("odt: page");
    TCase *rules = tcase_create("rules");
    tcase_add_test(rules, paragraphs_and_headings);
    tcase_add_test(rules, headings_by_style);
    tcase_add_test(rules, quotations_and_preformatted_text);
    tcase_add_test(rules, white_space);
    tcase_add_test(rules, marks_and_fields);
    tcase_add_test(rules, a_paragraph_in_a_paragraph);
    tcase_add_test(rules, looks);
    tcase_add_test(rules, neighbours_are_one_span);
    tcase_add_test(rules, a_style_can_take_a_look_away);
    tcase_add_test(rules, looks_of_paragraphs);
    tcase_add_test(rules, chains_of_styles_end);
    tcase_add_test(rules, links);
    tcase_add_test(rules, lists);
    tcase_add_test(rules, numbers_that_the_document_says);
    tcase_add_test(rules, numbers_that_go_on);
    tcase_add_test(rules, tables);
    tcase_add_test(rules, tables_in_tables);
    tcase_add_test(rules, what_a_span_covers_is_hidden);
    tcase_add_test(rules, repeated_cells_and_rows);
    suite_add_tcase(suite, rules);
    return run_suite(suite);
}
