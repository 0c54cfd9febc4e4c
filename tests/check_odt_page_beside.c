/* check_odt_page_beside.c: what stands beside the running text of a foreign document: notes,
 * comments, frames, headers and footers, tracked changes, forms, what is hidden; and its other
 * parts. */
#include "odt_support.h"
#include "page_print.h"

#include <stdlib.h>
#include <string.h>

#define NOTE(citation, body)                                                                       \
    "<text:note text:note-class='footnote'><text:note-citation>" citation "</text:note-citation>"  \
    "<text:note-body>" body "</text:note-body></text:note>"

START_TEST(notes)
{
    expect_odt_blocks("<text:p>a" NOTE("1", "<text:p>n</text:p><text:p>m</text:p>") "b" NOTE(
                          "*", "<text:p>o</text:p>") "</text:p><text:p>c</text:p>",
                      "P ab [note 1-1 1] [note 2-2 *]\nnote P n\nnote P m\nnote P o\nP c\n");
}
END_TEST

START_TEST(notes_without_a_paragraph)
{
    expect_odt_blocks("<text:section>" NOTE("1", "<text:p>n</text:p>") "</text:section>"
                                                                       "<text:p>a</text:p>",
                      "group/group P n\nP a\n");
}
END_TEST

START_TEST(comments)
{
    expect_odt_blocks("<text:p>a<office:annotation office:name='c'><dc:creator>X</dc:creator>"
                      "<dc:date>2020-01-01</dc:date><text:p>k</text:p></office:annotation>b"
                      "<office:annotation-end office:name='c'/></text:p>",
                      "P ab\naside P k\n");
}
END_TEST

START_TEST(images)
{
    expect_odt_blocks("<text:p>a<draw:frame><draw:image xlink:href='Pictures/1.svg'/>"
                      "<draw:image xlink:href='Pictures/1.png'/><svg:title>t</svg:title>"
                      "<svg:desc>d\n e</svg:desc></draw:frame>b</text:p>"
                      "<draw:frame><draw:image xlink:href='2.png'/></draw:frame>"
                      "<draw:frame><draw:image/></draw:frame>",
                      "P ab\nfigure IMAGE t d e <Pictures/1.svg>\nfigure IMAGE  <2.png>\n");
}
END_TEST

/* A frame comes behind the paragraph that it is anchored in, with all that is in it. */
START_TEST(frames)
{
    expect_odt_blocks("<text:p>a<draw:frame><draw:text-box><text:p>b" NOTE(
                          "1", "<text:p>n</text:p>") "<draw:frame><draw:image xlink:href='i'/>"
                                                     "</draw:frame>c</text:p><text:p>d</text:p>"
                                                     "</draw:text-box></draw:frame>e</text:p>",
                      "P ae\ngroup P bc [note 1-1 1]\ngroup/note P n\ngroup/figure IMAGE  <i>\n"
                      "group P d\n");
    expect_odt_blocks("<text:p>a<draw:custom-shape><text:p>b</text:p></draw:custom-shape>"
                      "<draw:g><draw:rect><text:p>c</text:p></draw:rect></draw:g></text:p>",
                      "P a\ngroup P b\ngroup P c\n");
}
END_TEST

/* A note within a note within a comment: each behind its own paragraph. */
START_TEST(beside_what_is_beside)
{
    expect_odt_blocks(
        "<text:p>a" NOTE(
            "1", "<text:p>b" NOTE(
                     "2", "<text:p>c</text:p>") "<office:annotation><text:p>d</text:p>"
                                                "</office:annotation>e</text:p>") "f</text:p>",
        "P af [note 1-1 1]\nnote P be [note 1-1 2]\nnote/note P c\n"
        "note/aside P d\n");
}
END_TEST

START_TEST(objects_show_their_picture)
{
    expect_odt_blocks(
        "<text:p>a<draw:frame><draw:object><office:document><office:body><office:text>"
        "<text:p>x</text:p></office:text></office:body></office:document>"
        "</draw:object><draw:image xlink:href='i'/></draw:frame></text:p>",
        "P a\nfigure IMAGE  <i>\n");
}
END_TEST

START_TEST(tracked_changes_count_as_accepted)
{
    expect_odt_blocks("<text:tracked-changes><text:changed-region><text:deletion>"
                      "<office:change-info><dc:creator>X</dc:creator></office:change-info>"
                      "<text:p>gone</text:p></text:deletion></text:changed-region>"
                      "</text:tracked-changes><text:p>a<text:change text:change-id='d'/> "
                      "<text:change-start text:change-id='i'/>new<text:change-end "
                      "text:change-id='i'/></text:p>",
                      "P a new\n");
}
END_TEST

START_TEST(hidden_text)
{
    expect_odt_styled("<style:style style:name='T' style:family='text'><style:text-properties "
                      "text:display='none'/></style:style>"
                      "<style:style style:name='P' style:family='paragraph'>"
                      "<style:text-properties text:display='none'/></style:style>",
                      "<text:p>a<text:span text:style-name='T'>b</text:span>c"
                      "<text:hidden-text text:is-hidden='true'>d</text:hidden-text>"
                      "<text:hidden-text>e</text:hidden-text></text:p>"
                      "<text:p text:style-name='P'>f</text:p>"
                      "<text:section text:display='none'><text:p>g</text:p></text:section>"
                      "<text:section text:display='condition' text:is-hidden='true'>"
                      "<text:p>h</text:p></text:section>"
                      "<text:section text:display='condition'><text:p>i</text:p></text:section>",
                      "P ace\ngroup! P! b\ngroup! P! d\ngroup! P! f\ngroup! P! g\ngroup! P! h\n"
                      "group P i\n");
}
END_TEST

START_TEST(a_table_of_contents_is_navigation)
{
    expect_odt_blocks("<text:table-of-content><text:table-of-content-source>"
                      "<text:index-title-template>x</text:index-title-template>"
                      "</text:table-of-content-source><text:index-body><text:index-title>"
                      "<text:p>Inhalt</text:p></text:index-title><text:p>a<text:tab/>1</text:p>"
                      "</text:index-body></text:table-of-content>",
                      "nav P Inhalt\nnav P a 1\n");
}
END_TEST

START_TEST(forms)
{
    expect_odt_blocks("<office:forms><form:form><form:text form:current-value='v' form:value='w'/>"
                      "<form:checkbox form:label='ja' form:value='1'/><form:hidden form:value='h'/>"
                      "</form:form></office:forms><text:p>a<draw:control/></text:p>",
                      "form BUTTON v\nform BUTTON ja\nP a\n");
}
END_TEST

/* A list is counted on in a frame, and text after it goes on where it was. */
START_TEST(text_goes_on_after_a_frame)
{
    expect_odt_styled("<style:style style:name='B' style:family='text'><style:text-properties "
                      "fo:font-weight='bold'/></style:style>",
                      "<text:p><text:span text:style-name='B'>a<draw:frame><draw:text-box>"
                      "<text:p>b</text:p></draw:text-box></draw:frame>c</text:span></text:p>",
                      "P ac [b 0-2]\ngroup P b\n");
}
END_TEST

/* --- the other parts --- */

#define STYLES                                                                                     \
    "<office:styles><style:style style:name='K' style:family='text'><style:text-properties "       \
    "fo:font-style='italic'/></style:style></office:styles>"                                       \
    "<office:automatic-styles><style:style style:name='A' style:family='text'>"                    \
    "<style:text-properties fo:font-weight='bold'/></style:style></office:automatic-styles>"       \
    "<office:master-styles><style:master-page><style:header><text:p>oben</text:p></style:header>"  \
    "<style:header-left style:display='false'><text:p>links</text:p></style:header-left>"          \
    "<style:footer><text:p>unten</text:p></style:footer></style:master-page>"                      \
    "</office:master-styles>"
#define META                                                                                       \
    "<office:meta><meta:generator>x</meta:generator><dc:title>Titel</dc:title>"                    \
    "<dc:language>de-AT</dc:language><dc:creator>y</dc:creator></office:meta>"

static const char styles[] = "<office:document-styles" ODT_NAMESPACES ">" STYLES
                             "</office:document-styles>";
static const char meta[] = "<office:document-meta" ODT_NAMESPACES ">" META
                           "</office:document-meta>";

#define AUTOMATIC                                                                                  \
    "<style:style style:name='A' style:family='text'><style:text-properties "                      \
    "style:text-underline-style='solid'/></style:style>"
#define TEXT                                                                                       \
    "<text:p><text:span text:style-name='K'>a</text:span><text:span text:style-name='A'>b"         \
    "</text:span></text:p>"

static const char all_parts[] = "head TITLE Titel\nheader P oben\nheader! P! links\n"
                                "group P ab [em 0-1] [u 1-2]\nfooter P unten\n";

START_TEST(styles_and_metadata)
{
    static struct odt_reading reading;
    struct odt_document document = odt_styled_document(AUTOMATIC, TEXT);
    document.members[ODT_MEMBERS] = (struct odt_member){"styles.xml", styles, 0};
    document.members[ODT_MEMBERS + 1] = (struct odt_member){"meta.xml", meta, 0};
    expect_odt_page(document.members, all_parts);
    read_odt_members(document.members, &reading);
    ck_assert_str_eq(anf_page_property(reading.page, ANF_PAGE_LANGUAGE), "de-AT");
    end_odt_reading(&reading);
    odt_document_clear(&document);
}
END_TEST

/* The same in one file: the order of its parts is that of the package. */
START_TEST(a_flat_document)
{
    static struct odt_reading reading;
    static const char flat[] =
        "\xef\xbb\xbf\n<office:document" ODT_NAMESPACES ">" META STYLES
        "<office:automatic-styles>" AUTOMATIC "</office:automatic-styles>"
        "<office:body><office:text>" TEXT "<text:p><draw:frame><draw:image><office:binary-data>QUJD"
        "</office:binary-data></draw:image></draw:frame></text:p></office:text></office:body>"
        "</office:document>";
    read_odt(flat, sizeof flat - 1, 0, 0, &reading);
    ck_assert_int_eq(reading.status, ANF_OK);
    char *printed = print_page(reading.page);
    ck_assert_str_eq(printed, all_parts);
    free(printed);
    end_odt_reading(&reading);
}
END_TEST

/* The text is there, and what was left open before it is closed. */
START_TEST(other_parts_may_be_damaged)
{
    static struct odt_reading reading;
    struct odt_document document = odt_document("<text:p>a</text:p>");
    document.members[ODT_MEMBERS] = (struct odt_member){
        "styles.xml", styles, (size_t)(strstr(styles, "oben") + 4 - styles)};
    read_odt_members(document.members, &reading);
    ck_assert_int_eq(reading.status, ANF_OK);
    ck_assert_int_eq(log_find(&reading.log, ANF_CODE_XML_SYNTAX)->severity, ANF_SEVERITY_WARNING);
    char *printed = print_page(reading.page);
    ck_assert_str_eq(printed, "header P oben\ngroup P a\n");
    free(printed);
    end_odt_reading(&reading);
    odt_document_clear(&document);
}
END_TEST

static void
expect_content(const char *content, int status, uint32_t code)
{
    static struct odt_reading reading;
    struct odt_document document = odt_document("");
    document.members[ODT_CONTENT].data = content;
    read_odt_members(document.members, &reading);
    ck_assert_int_eq(reading.status, status);
    if (code)
        ck_assert_ptr_nonnull(log_find(&reading.log, code));
    end_odt_reading(&reading);
    odt_document_clear(&document);
}

START_TEST(no_text)
{
    expect_content("<a/>", ANF_ERR_UNSUPPORTED, ANF_CODE_ODT_NOT_ODT);
    expect_content("<o:body xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0'>"
                   "<o:spreadsheet/></o:body>",
                   ANF_ERR_UNSUPPORTED, ANF_CODE_ODT_NOT_ODT);
    expect_content("<o:text xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0'/>", ANF_OK,
                   0);
}
END_TEST

START_TEST(depth_is_bounded)
{
    enum { DEEP = 300 };
    char *text = malloc(DEEP * 32);
    ck_assert_ptr_nonnull(text);
    strcpy(text, "<o:text xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0'>");
    for (int i = 0; i < DEEP; i++)
        strcat(text, "<o:a>");
    for (int i = 0; i < DEEP; i++)
        strcat(text, "</o:a>");
    strcat(text, "</o:text>");
    expect_content(text, ANF_ERR_LIMIT, ANF_CODE_TOO_DEEP);
    free(text);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("odt: beside the text");
    TCase *rules = tcase_create("rules");
    tcase_add_test(rules, notes);
    tcase_add_test(rules, notes_without_a_paragraph);
    tcase_add_test(rules, comments);
    tcase_add_test(rules, images);
    tcase_add_test(rules, frames);
    tcase_add_test(rules, beside_what_is_beside);
    tcase_add_test(rules, objects_show_their_picture);
    tcase_add_test(rules, tracked_changes_count_as_accepted);
    tcase_add_test(rules, hidden_text);
    tcase_add_test(rules, a_table_of_contents_is_navigation);
    tcase_add_test(rules, forms);
    tcase_add_test(rules, text_goes_on_after_a_frame);
    tcase_add_test(rules, styles_and_metadata);
    tcase_add_test(rules, a_flat_document);
    tcase_add_test(rules, other_parts_may_be_damaged);
    tcase_add_test(rules, no_text);
    tcase_add_test(rules, depth_is_bounded);
    suite_add_tcase(suite, rules);
    return run_suite(suite);
}
