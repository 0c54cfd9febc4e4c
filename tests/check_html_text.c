/* check_html_text.c: how running text in an HTML page becomes blocks and spans. */
#include "html_support.h"

START_TEST(a_block_element_splits_text)
{
    expect_blocks("<p>eins</p>zwei<div>drei<p>vier</div>fünf",
                  ". P eins\n. P zwei\ngroup P drei\ngroup P vier\n. P fünf\n");
    /* libxml2 keeps one p open around the footer */
    expect_blocks("<p>b<footer>f</footer>c", ". P b\nfooter P f\n. P c\n");
    expect_blocks("a<hr>b", ". P a\n. P b\n");
}
END_TEST

START_TEST(white_space_folds)
{
    expect_blocks("<p>\n  eins\n\tzwei  </p>  \n", ". P eins zwei\n");
    expect_blocks("<p>&nbsp;</p><p> \n </p>", "");
    expect_blocks("<p>ein<b>s</b>zwei <i> drei </i> vier</p>",
                  ". P einszwei drei vier [b 3-4] [em 9-13]\n");
}
END_TEST

START_TEST(elements_side_by_side)
{
    expect_blocks("<div><span>Fragestellerin</span><span>Eva Muster</span></div>",
                  "group P Fragestellerin Eva Muster\n");
    expect_blocks("<p><b><i>größ</i></b><u>Öl</u>", ". P größ Öl [b 0-6] [em 0-6] [u 7-10]\n");
    /* one word in parts: an initial, an emphasis, an index, a small letter that goes on */
    expect_blocks("<p><b>D</b><i>ie</i>", ". P Die [b 0-1] [em 1-3]\n");
    expect_blocks("<p>Bürger<b>Innen</b>", ". P BürgerInnen [b 7-12]\n");
    expect_blocks("<p><b>Deich</b>A", ". P DeichA [b 0-5]\n");
    expect_blocks("<p><b>Deich</b><sup>A</sup>", ". P DeichA [b 0-5] [sup 5-6]\n");
    expect_blocks("<p><b>Deich</b><i>bau</i>", ". P Deichbau [b 0-5] [em 5-8]\n");
}
END_TEST

START_TEST(line_breaks)
{
    expect_blocks("<p>a<br>b", ". P a|b\n");
    expect_blocks("<p>a<br><br>b", ". P a\n. P b\n");
    expect_blocks("<h2>a<br>\n&nbsp;<br/>b</h2>", ". H2 a\n. H2 b\n");
    expect_blocks("<br>a<br></p>", ". P a\n");
    expect_blocks("<p><b>a<br><br>b</b>", ". P a [b 0-1]\n. P b [b 0-1]\n");
}
END_TEST

START_TEST(headings)
{
    expect_blocks("<h1>a</h1><h6>b</h6>", ". H1 a\n. H6 b\n");
    expect_blocks("<h2><div>a</div></h2>", "group H2 a\n");
    expect_blocks("<div role=heading aria-level=4>a</div>", ". H4 a\n");
    expect_blocks("<div role=heading aria-level=x>a</div>b", ". H2 a\n. P b\n");
}
END_TEST

START_TEST(kinds_of_blocks)
{
    expect_blocks("<figure><img src=a.png alt=Bild><figcaption>c</figcaption></figure>",
                  "figure IMAGE Bild <a.png>\nfigure CAPTION c\n");
    expect_blocks("<dl><dt>t<dd>d<p>e</dl>f", "defs TERM t\ndefs DEF d\ndefs DEF e\n. P f\n");
    expect_blocks("<button><b>Los</b></button><input type=submit value=Ab><input value=nie>",
                  ". BUTTON Los [b 0-3]\n. BUTTON Ab\n");
    expect_blocks("<form><fieldset><legend>l</legend><label>m</label>"
                  "<select><option>1<option>2</select><textarea>t <h1>u</h1></textarea></form>",
                  "form/group CAPTION l\nform/group P m\nform/group P 1\nform/group P 2\n"
                  "form/group P t u\n");
    expect_blocks("<noscript>a</noscript><iframe>b</iframe><object>c</object>",
                  ". P a\n. P b\n. P c\n");
}
END_TEST

START_TEST(preformatted_text_stays)
{
    expect_blocks("<pre>\n  a\n b <b>c</b>\n\n</pre>d", ". PRE   a| b c [b 7-8]\n. P d\n");
    expect_blocks("<pre>a<br>b</pre>", ". PRE a|b\n");
}
END_TEST

START_TEST(what_is_not_seen)
{
    expect_blocks("<script>if (a<b) '<p>x</p>'</script><style>p{}</style>"
                  "<template><p>y</p></template><!-- <p>z</p> --><p>da",
                  ". P da\n");
    expect_blocks("<svg><style>s</style><title>Titel</title><text>a<tspan>b</tspan></text></svg>",
                  ". P Titel\n. P ab\n");
}
END_TEST

START_TEST(comments_as_browsers_see_them)
{
    expect_blocks("<!--><p>a</p><!---><p>b</p><!-- - -- --!><p>c", ". P a\n. P b\n. P c\n");
    expect_blocks("<!--[if !IE]><!--><p>a</p><!--<![endif]--><![if x]>b<![endif]>",
                  ". P a\n. P b\n");
}
END_TEST

START_TEST(spans)
{
    expect_blocks("<p><em>a</em><strong>b</strong><u>c</u><del>d</del><sup>e</sup><sub>f</sub>",
                  ". P abcdef [em 0-1] [b 1-2] [u 2-3] [s 3-4] [sup 4-5] [sub 5-6]\n");
    expect_blocks("<p><b><i>a</i> c</b>", ". P a c [b 0-3] [em 0-1]\n");
    expect_blocks("<p>a<b> </b>c", ". P a c\n");
    /* a span around blocks is in each of them */
    expect_blocks("<a href=x><h3>a</h3><p>b</p></a>", ". H3 a [a 0-1 x]\n. P b [a 0-1 x]\n");
    expect_blocks("<b>a<b>c</b></b>", ". P ac [b 0-2]\n");
}
END_TEST

START_TEST(links)
{
    expect_blocks("<a href=' a b.html '>x</a>", ". P x [a 0-1 a b.html]\n");
    expect_blocks("<a href='JavaScript:x()'>x</a><a name=y>y</a><a href=''>z</a>", ". P xyz\n");
    expect_document("<base href='../'><base href='https://a.example/b/c'>"
                    "<base href='https://d.example/'><p><a href='ü e?f=1&amp;g'>x</a>",
                    ". P x [a 0-1 https://a.example/b/%C3%BC%20e?f=1&g]\n");
}
END_TEST

START_TEST(drop_caps_in_an_element)
{
    expect_blocks("<p><span class=dropcap>D</span>ie Anfrage", ". P Die Anfrage\n");
    expect_blocks("<div>D</div><p>ie Anfrage", ". P Die Anfrage\n");
    expect_blocks("<div><b>D</b></div>\n<div><span>ie</span> Anfrage</div>",
                  "group P Die Anfrage\n");
    expect_blocks("<table><tr><td>Ä</td></tr></table>rzte", ". P Ärzte\n");
}
END_TEST

START_TEST(a_lone_capital_is_not_always_a_drop_cap)
{
    expect_blocks("<p>A</p><p>Abgeordnete", ". P A\n. P Abgeordnete\n");
    expect_blocks("<h2>A</h2><p>abc", ". H2 A\n. P abc\n");
    expect_blocks("<p>A</p><ul><li>abc</ul>", ". P A\nlist/item P abc\n");
    expect_blocks("<p><b>A</b> abc", ". P A abc [b 0-1]\n");
    expect_blocks("<p>A</p>", ". P A\n");
}
END_TEST

START_TEST(drop_caps_as_pictures)
{
    expect_blocks("<p><img src=d.png alt=D>ie Anfrage", ". P Die Anfrage\n");
    expect_blocks("<p><img src=d.png alt=D><b>IE</b> Anfrage", ". P DIE Anfrage [b 0-3]\n");
    expect_blocks("<p><img src=d.png alt=D> ie Anfrage", ". P ie Anfrage\n. IMAGE D <d.png>\n");
    expect_blocks("<p><img src=d.png alt=Da>ch", ". IMAGE Da <d.png>\n. P ch\n");
}
END_TEST

START_TEST(images)
{
    /* they wait for the end of the paragraph that they stand in */
    expect_blocks("<p>a <img src=b.png alt='B b'> c</p>d", ". P a c\n. IMAGE B b <b.png>\n. P d\n");
    expect_blocks("<img src=a.png><img alt=b>", ". IMAGE  <a.png>\n. IMAGE b\n");
    expect_blocks("<img src=a.gif width=1><img src=b.gif height=0><img src=''>", "");
    expect_blocks("<img src=data:image/gif;base64,R0lG><img src=data:, alt=a>", ". IMAGE a\n");
    expect_blocks("<a href=x><img src=a.png alt=PDF></a>", ". IMAGE PDF [a 0-3 x] <a.png>\n");
    expect_blocks("<map><area href=x alt=Nord></map>", ". IMAGE Nord [a 0-4 x]\n");
}
END_TEST

START_TEST(hidden_text)
{
    expect_blocks("<div hidden><p>a</div><p style='Display : NONE'>b<p style='color:red'>c",
                  "group! P! a\n. P! b\n. P c\n");
    expect_blocks("<p>a<span style='visibility:hidden'>b\nc</span>d", ". P ad\n. P! b c\n");
    expect_blocks("<p><span hidden>b<div>c</div></span>d", ". P! b|c\n. P d\n");
    /* its lines and links are kept, and leave no mark on what is shown */
    expect_blocks("<p>a<span hidden><br>b<br> <br>c <a href=x>d</a> e<br></span>f",
                  ". P af\n. P! b|c d e [a 4-5 x]\n");
    expect_blocks("<p>a<span hidden><a href=x><b>b</b></a><a href=y></a></span>",
                  ". P a\n. P! b [a 0-1 x]\n");
    expect_blocks("<dialog>a</dialog><dialog open>b</dialog>", "dialog! P! a\ndialog P b\n");
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("html: text");
    TCase *rules = tcase_create("rules");
    tcase_add_test(rules, a_block_element_splits_text);
    tcase_add_test(rules, white_space_folds);
    tcase_add_test(rules, elements_side_by_side);
    tcase_add_test(rules, line_breaks);
    tcase_add_test(rules, headings);
    tcase_add_test(rules, kinds_of_blocks);
    tcase_add_test(rules, preformatted_text_stays);
    tcase_add_test(rules, what_is_not_seen);
    tcase_add_test(rules, comments_as_browsers_see_them);
    tcase_add_test(rules, spans);
    tcase_add_test(rules, links);
    tcase_add_test(rules, drop_caps_in_an_element);
    tcase_add_test(rules, a_lone_capital_is_not_always_a_drop_cap);
    tcase_add_test(rules, drop_caps_as_pictures);
    tcase_add_test(rules, images);
    tcase_add_test(rules, hidden_text);
    suite_add_tcase(suite, rules);
    return run_suite(suite);
}
