"""Documents that are full of one thing, as much of it as one likes: what shapes.py measures.

A shape is (before, each, behind): "each" comes as often as asked for, {n} in it counts up, {m} down.
"""
import io
import zipfile

HEAD = ["Kleine Anfrage 12 der Abgeordneten Eva Muster (SPD)", "Drucksache 18/77 vom 3. April 2025",
        "Wie steht es um die Brücken?"]

# What people write. BLOCKS: each a paragraph, or several where there are line feeds. RUNS: all of it one line.
BLOCKS = {
    "questions": "{n}. Wie viele Brücken sind gesperrt?",
    "questions and answers": "{n}. Wie viele Brücken sind gesperrt?\nZu Frage {n}: Gesperrt sind {n}.",
    "headings of questions": "Frage {n}\nWie viele?\nAntwort\nZwei.",
    "questions of one number": "1. Wie viele Brücken sind gesperrt?",
    "questions backwards": "{m}. Wie viele Brücken sind gesperrt?",
    "questions of huge numbers": "{n}999999999. Wie viele?",
    "questions with parts": "{n}. Wie viele?\na) Wo?\nb) Warum?",
    "numbers alone": "{n}.",
    "numbers in numbers": "1.{n}.1. Wie viele?",
    "answer labels": "Antwort:",
    "answers to many": "Zu den Fragen 1 bis {n}:\nJa.",
    "questions answered together": "Die Fragen {n} bis {m} werden gemeinsam beantwortet.",
    "members": "der Abgeordneten Eva Muster (SPD) und Bernd Beispiel (CDU)",
    "labels": "Drucksache: 18/{n}\nEingereicht am: 03.04.2025\nSchlagwörter: Brücken",
    "footnotes": "Text{n} [{n}]\n[{n}] Fußnote",
    "kinds": "Kleine Anfrage",
    "answers of the government": "Antwort der Landesregierung auf die Kleine Anfrage {n}",
    "preliminary remarks": "Vorbemerkung der Fragesteller",
    "letters": "Sehr geehrte Frau Präsidentin,\nMit freundlichen Grüßen\nEva Muster",
    "steps": "Kleine Anfrage {n} Eva Muster (SPD) 03.04.2025 Drucksache 18/{n} (1 S.)\n"
             "Antwort Ministerium der Finanzen 02.05.2025 Drucksache 18/{n}",
    "ministers": "Der Minister der Finanzen\nDr. Eva Muster",
    "addresses": "Eva Muster\nStraße {n}\n40221 Düsseldorf\nTel. 0211 {n}",
    "lost initials": "W\nie viele?",
    "lines that repeat": "Startseite",
}
RUNS = {
    "one long line": "Wort ",
    "one long word": "a",
    "letters with blanks": "A ",
    "commas": ", ",
    "brackets": "(",
    "dates": "3. April 2025, ",
    "papers": "Drucksache 18/{n}, ",
    "ranges": "Fragen {n} bis 9, ",
    "names with parties": "Eva Muster{n} (SPD), ",
    "names": "Eva Muster{n}, ",
    "names and names": "Eva Muster und ",
    "members in one line": "der Abgeordneten Eva Muster (SPD) und ",
    "labels in one line": "Drucksache: ",
    "sentences": "Die Regierung hat geprüft. ",
    "kinds in one line": "Kleine Anfrage ",
    "steps in one line": "Antwort 02.05.2025 Drucksache 18/{n} ",
    "offices": "Ministerium der Finanzen ",
    "parliaments": "Landtag Nordrhein-Westfalen ",
    "addresses of pages": "https://www.example.org/{n} ",
    "footnote marks": "Wort¹ ",
    "soft hyphens": "\u00ad",
}

HTML = {
    "paragraphs without end": ("", "<p>a", ""),
    "empty paragraphs": ("", "<p></p>", ""),
    "marks": ("<p>", "<b>a<i>b</i></b>c", "</p>"),
    "marks that cross": ("", "<b><i>a</b></i>", ""),
    "marks on lines": ("<p>", "Wort <b>b</b><br>", "</p>"),
    "links on lines": ("<p>", "Wort <a href='/x{n}'>b</a><br>", "</p>"),
    "links in a mark": ("<p><b>", "Wort <a href='/MMD18-{n}.pdf'>b</a><br>", "</b></p>"),
    "links in one line": ("<p>", "<a href='/MMD18-{n}.pdf'>Drucksache 18/{n}</a> ", "</p>"),
    "links to links": ("", "<p>a<sup><a href='#f{n}' id='r{n}'>{n}</a></sup></p><p id='f{n}'><a href='#r{n}'>{n}</a> b</p>", ""),
    "base and steps back": ("<base href='http://a.de/b/'><a href='", "../", "'>a</a>"),
    "items without end": ("<ul>", "<li>a", ""),
    "rows": ("<table>", "<tr><td>{n}. Wie viele?<td>Zwei.", "</table>"),
    "cells": ("<table><tr>", "<td>a", "</table>"),
    "cells that span": ("<table>", "<tr><td colspan=1000 rowspan=1000>a", "</table>"),
    "terms": ("<dl>", "<dt>Drucksache<dd>18/{n}", "</dl>"),
    "stray end tags": ("", "</i></p></x>", ""),
    "attributes": ("<p", " a{n}=b", ">a</p>"),
    "long attribute": ("<p title='", "a&amp;", "'>a</p>"),
    "classes": ("<p class='", "a{n} ", "'>a</p>"),
    "ampersands": ("<p>", "&", "</p>"),
    "references": ("<p>", "&#x80;&auml&foo;", "</p>"),
    "open brackets": ("<p>", "<", "</p>"),
    "declarations": ("", "<!", ""),
    "comments": ("", "a <!-- b --> <!--> ", ""),
    "comments without end": ("", "a <!-- b ", ""),
    "dashes in a comment": ("<!--", "--!", ""),
    "scripts": ("", "<script>a</scrip", ""),
    "metadata": ("", "<meta name=description content=b{n}><meta property='og:url' content='/{n}'>", ""),
    "deep": ("", "<div>", "a"),
    "deep marks": ("", "<b>", "a"),
    "articles": ("", "<article><h2>Kleine Anfrage {n}</h2><p>Drucksache 18/{n}</p><p>1. Wie?</p></article>", ""),
    "entries of a list": ("<ul>", "<li>Titel {n}<br>Kleine Anfrage {n} Eva Muster (SPD) 03.04.2025 Drucksache 18/{n}", "</ul>"),
    "preformatted lines": ("<pre>", "a\n", "</pre>"),
    "pictures": ("", "<img src='a{n}' alt=b>", ""),
}

CELL = "<table:table-cell><text:p>a</text:p></table:table-cell>"
NOTE = "<text:note><text:note-citation>{n}</text:note-citation><text:note-body><text:p>b</text:p></text:note-body></text:note>"
ODT = {
    "paragraphs": ("", "<text:p>a</text:p>", ""),
    "marks": ("<text:p>", "<text:span text:style-name='B'>a</text:span>b", "</text:p>"),
    "spaces": ("<text:p>a", "<text:s text:c='100'/>", "</text:p>"),
    "line breaks": ("<text:p>", "a<text:line-break/>", "</text:p>"),
    "styles": ("", "<style:style style:name='S{n}' style:family='paragraph' style:parent-style-name='S{m}'/><text:p text:style-name='S{n}'>a</text:p>", ""),
    "items": ("<text:list>", "<text:list-item><text:p>a</text:p></text:list-item>", "</text:list>"),
    "rows": ("<table:table>", f"<table:table-row>{CELL}</table:table-row>", "</table:table>"),
    "cells": ("<table:table><table:table-row>", CELL, "</table:table-row></table:table>"),
    "footnotes": ("<text:p>", "a" + NOTE, "</text:p>"),
    "long citation": ("<text:p>a<text:note><text:note-citation>", "1<text:s/>", "</text:note-citation></text:note></text:p>"),
    "links": ("<text:p>", "<text:a xlink:href='x{n}'>a</text:a> ", "</text:p>"),
    "sections": ("", "<text:section text:name='S{n}'><text:p>a</text:p></text:section>", ""),
    "frames": ("<text:p>", "<draw:frame><draw:text-box><text:p>a</text:p></draw:text-box></draw:frame>", "</text:p>"),
    "deep": ("", "<text:section>", ""),
    "attributes": ("<text:p", " a{n}='b'", ">a</text:p>"),
    "names of elements": ("", "<text:x{n}>a</text:x{n}>", ""),
    "CDATA": ("<text:p>", "<![CDATA[a]]>&amp;", "</text:p>"),
}

AKN = {
    "questions": ("<questions>", "<question by='#p{n}' eId='q{n}'><num>{n}</num><p>Wie?</p></question><answer eId='a{n}'><p>Ja</p></answer>", "</questions>"),
    "sections": ("", "<debateSection eId='s{n}'><heading>h</heading><p>a</p></debateSection>", ""),
    "one identifier": ("<debateSection>", "<p eId='a'>a</p>", "</debateSection>"),
    "footnotes": ("<debateSection><p>", "a<authorialNote marker='{n}'><p>b</p></authorialNote>", "</p></debateSection>"),
    "references": ("<debateSection><p>", "<ref href='/a{n}'>a</ref>", "</p></debateSection>"),
    "speeches": ("", "<speech by='#p{n}'><from>Eva</from><p>a</p></speech>", ""),
    "unknown elements": ("", "<x{n}>a</x{n}>", ""),
    "deep": ("", "<a>", ""),
    "attributes": ("<p", " a{n}='b'", ">a</p>"),
}


def P(text):
    return '{"type": "paragraph", "children": [%s]}' % text


EXCHANGE = ('{"type": "section", "role": "exchange", "children": ['
            '{"type": "section", "role": "question", "number": "NUMBER", "children": [' + P('"Wie viele?"') + ']}, '
            '{"type": "section", "role": "answer", "children": [' + P('"Zwei."') + "]}]}")
CONTENT = {
    "paragraphs": ("", P('"a"'), ""),
    "questions": ("", EXCHANGE.replace("NUMBER", "{n}."), ""),
    "questions of one number": ("", EXCHANGE.replace("NUMBER", "1."), ""),
    "sections": ("", '{"type": "section", "role": "other", "children": [' + P('"a"') + "]}", ""),
    "headings": ("", '{"type": "heading", "level": 2, "children": ["H"]}', ""),
    "texts": (*P('|').split("|")[:1], '"Wort "', "]}"),
    "marks": (*P('|').split("|")[:1], '"a", {"type": "strong", "children": ["b"]}', "]}"),
    "breaks": (*P('|').split("|")[:1], '"a", {"type": "break"}, "b"', "]}"),
    "links": (*P('|').split("|")[:1], '"a", {"type": "link", "href": "http://a.de/{n}", "children": ["b"]}', "]}"),
    "footnotes": (*P('|').split("|")[:1], '"a", {"type": "footnote", "marker": "{n}", "children": [' + P('"N"') + "]}", "]}"),
    "items": ('{"type": "list", "ordered": true, "children": [', '{"type": "item", "number": "{n}.", "children": [' + P('"a"') + "]}", "]}"),
    "rows": ('{"type": "table", "children": [', '{"type": "row", "children": [{"type": "cell", "children": [' + P('"a"') + "]}]}", "]}"),
    "cells": ('{"type": "table", "children": [{"type": "row", "children": [', '{"type": "cell", "children": [' + P('"a"') + "]}", "]}]}"),
    "cells that span": ('{"type": "table", "children": [', '{"type": "row", "children": [{"type": "cell", "colspan": 1000, "rowspan": 1000, "children": [' + P('"a"') + "]}]}", "]}"),
    "quotes": ("", '{"type": "quote", "children": [' + P('"a"') + "]}", ""),
    "pictures": ("", P('{"type": "image", "src": "a{n}", "alt": "b"}'), ""),
    "deep": ('{"type": "quote", "children": [' * 150, P('"a"'), "]}" * 150),
}
FIELDS = {
    "askers": ("askers", '{"name": "Eva Muster{n}", "party": "SPD"}'),
    "answerers": ("answerers", '{"name": "Eva {n}", "organization": "Ministerium {n}"}'),
    "subjects": ("subjects", '"Brücke {n}"'),
    "contacts": ("contacts", '{"name": "Eva {n}", "address": ["x", "y"]}'),
    "discarded texts": ("discarded", '{"reason": "navigation", "text": "a"}'),
}


def fill(shape, count, joiner=""):
    before, each, behind = shape
    every = (each.replace("{n}", str(n)).replace("{m}", str(count - n + 1)) for n in range(1, count + 1))
    return before + joiner.join(every) + behind


def page(body):
    head = "".join(f"<p>{line}</p>" for line in HEAD)
    return f"<!DOCTYPE html><html lang=de><meta charset=utf-8><title>Anfrage</title><body>{head}{body}".encode()


def text(body):
    return ("\n\n".join(HEAD) + "\n\n" + body + "\n").encode()


def document(body, members=0):
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = "".join(f' xmlns:{p}="{urn}:{name}:1.0"' for p, name in [
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing")])
    head = "".join(f"<text:p>{line}</text:p>" for line in HEAD)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("content.xml", f'<office:document-content{spaces} xmlns:xlink="http://www.w3.org/1999/xlink">'
                         f"<office:body><office:text>{head}{body}</office:text></office:body></office:document-content>")
        archive.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{urn}:manifest:1.0"><m:file-entry m:full-path="/" '
                         'm:media-type="application/vnd.oasis.opendocument.text"/>'
                         '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>')
        for n in range(members):
            archive.writestr(f"Pictures/{n}.png", b"a")
    return out.getvalue()


def debate(body):
    return (f'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate name="a"><meta/>'
            f"<debateBody>{body}</debateBody></debate></akomaNtoso>").encode()


def inquiry(content, fields=""):
    return ('{"schema": "anfrage-json/1", "kind": "kleine-anfrage", "title": "T", "reference": "18/77", '
            f'{fields}"content": [{content}]' + "}").encode()


def wrapped(lines, before, behind, line_end):
    return "".join(before + line_end.join(line.split("\n")) + behind for line in lines)


def worded(how, each, count):
    """The paragraphs of a shape of words."""
    filled = fill(("", each, ""), count, "" if how == "run" else "\x00")
    return [filled] if how == "run" else [line for part in filled.split("\x00") for line in part.split("\n")]


def pages():
    """(words for it, suffix, function of how much) of what is read like a page"""
    for name, each, how in [(n, e, "block") for n, e in BLOCKS.items()] + [(n, e, "run") for n, e in RUNS.items()]:
        yield name, "html", lambda count, e=each, h=how: page(wrapped(worded(h, e, count), "<p>", "</p>", "<br>"))
        yield name, "txt", lambda count, e=each, h=how: text("\n\n".join(worded(h, e, count)))
    for shapes, suffix, whole in [(HTML, "html", page), (ODT, "odt", document), (AKN, "xml", debate)]:
        for name, shape in shapes.items():
            yield name, suffix, lambda count, s=shape, w=whole: w(fill(s, count))
    yield "members of the archive", "odt", lambda count: document("", count)


def inquiries():
    """(words for it, function of how much) of inquiries, as JSON"""
    for name, shape in CONTENT.items():
        yield name, lambda count, s=shape: inquiry(fill(s, count, ", "))
    for name, (key, each) in FIELDS.items():
        yield name, lambda count, k=key, e=each: inquiry(P('"a"'), fill((f'"{k}": [', e, "], "), count, ", "))
