"""XFDF: all kinds come back, other programs' files are read, hostile ones are refused and cost little."""

from __future__ import annotations

import time
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.annotated import a_mark, every_mark

from reader.core.interchange import xfdf
from reader.core.interchange.annotations import annotations_of, drawn_of
from reader.core.interchange.safe_xml import NotSafeError
from reader.pdf import PageSize
from reader.pdf.annotations import AnnotationKind, Frame
from sync.model.annotation import MarkKind

SIZE = PageSize(842.0, 595.0)
FRAME = Frame(0.0, 1.0, 1.0, 0.0, -20.0, -50.0)
"""Of a turned page, cut out of a larger sheet."""


def made():
    return annotations_of(every_mark(), [FRAME], [SIZE])


def test_every_kind_comes_back():
    back = xfdf.read(xfdf.write(made(), "Tờ trình.pdf", ("AB12", "CD34")), 99)
    assert (back.others, back.whole) == (0, True)
    before = [drawn_of(one, FRAME, SIZE) for one in made()]
    after = [drawn_of(one, FRAME, SIZE) for one in back.annotations]
    for (a,), (b,) in zip(before, after, strict=True):
        assert (a.kind, a.text, a.colour, a.author, a.name, a.key) == (
            b.kind, b.text, b.colour, b.author, b.name, b.key,
        )  # fmt: skip
        numbers = [[n for r in one.rects for n in (r.x0, r.y0, r.x1, r.y1)] for one in (a, b)]
        assert numbers[0] == pytest.approx(numbers[1], abs=0.01)
        assert [s.path for s in a.strokes] == [pytest.approx(s.path, abs=0.01) for s in b.strokes]
        assert a.width == pytest.approx(b.width, abs=0.01) or not a.strokes


def test_it_is_what_the_standard_asks_for():
    root = ElementTree.fromstring(xfdf.write(made(), "Tờ trình.pdf", ("AB12", "CD34")))
    space = "{http://ns.adobe.com/xfdf/}"
    assert root.tag == f"{space}xfdf"
    assert root.find(f"{space}f").get("href") == "Tờ trình.pdf"
    assert root.find(f"{space}ids").attrib == {"original": "AB12", "modified": "CD34"}
    kinds = [one.tag.removeprefix(space) for one in root.find(f"{space}annots")]
    assert set(kinds) == {
        "highlight", "underline", "strikeout", "text", "ink", "square", "circle", "line", "freetext",
    }  # fmt: skip
    assert all(one.get("page") == "0" and one.get("rect") for one in root.find(f"{space}annots"))


OTHER = b"""<?xml version="1.0" encoding="UTF-8"?>
<xfdf xmlns="http://ns.adobe.com/xfdf/" xml:space="preserve"><annots>
<highlight page="0" color="#FCED8C" title="An" rect="68.4,611.5,233.6,680" flags="print" name="A"
 coords="68.4,680,233.6,680,68.4,611.5,233.6,611.5,"/>
<freetext page="1" title="An" rect="400,480,560,570" name="B" width="2" intent="FreeTextCallout"
 callout="400,487,505,527,505,543" fringe="48,56,0,0"><contents-richtext>
 <body xmlns="http://www.w3.org/1999/xhtml"><p>D\xc3\xb2ng m\xe1\xbb\x99t</p><p>hai</p></body>
 </contents-richtext><defaultappearance>/Helvetica 12 Tf 0.1 0.5 0.7 rg</defaultappearance></freetext>
<text page="0" rect="1,2,3,4" statemodel="Review" state="Accepted"/>
<text page="0" rect="1,2,3,4" flags="hidden"><contents>hidden</contents></text>
<text page="0" rect="1,2,3,4" date="D:20150415150510+07'00'"><contents>seen</contents></text>
<line page="0" rect="1,2,3,4" start="5,6" end="7,8" head="OpenArrow" tail="None"/>
<polygon page="0" rect="1,2,3,4"><vertices>1,1;9,1;9,9</vertices></polygon>
<link page="0" rect="1,2,3,4"/><popup page="0" rect="1,2,3,4"/>
<stamp page="0" rect="1,2,3,4"/><sound page="0" rect="1,2,3,4"/>
</annots></xfdf>"""


def test_another_program_is_understood():
    told = xfdf.read(OTHER, 99)
    assert told.others == 2  # stamp and sound; links, popups, states and hidden ones are no remarks
    highlight, text, seen, line, polygon = told.annotations
    assert highlight.quads == ((68.4, 680.0, 233.6, 680.0, 68.4, 611.5, 233.6, 611.5),)
    assert (text.contents, text.colour) == ("Dòng một\nhai", (0.1, 0.5, 0.7))
    assert text.box == (448.0, 480.0, 560.0, 514.0)
    assert (seen.contents, seen.changed) == ("seen", 1429085110)
    assert (line.kind, line.strokes) == (AnnotationKind.LINE, ((7.0, 8.0, 5.0, 6.0),))
    assert (polygon.kind, polygon.strokes) == (
        AnnotationKind.INK,
        ((1.0, 1.0, 9.0, 1.0, 9.0, 9.0, 1.0, 1.0),),
    )


@pytest.mark.parametrize(
    "attack",
    [
        b"",
        b"%FDF-1.4\n1 0 obj<</FDF<<>>>>endobj",
        b"<xfdf>",
        b"<svg/>",
        b'<!DOCTYPE x [<!ENTITY a "b">]><xfdf>&a;</xfdf>',
        b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><xfdf/>',
        b'<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1/x">%a;]><xfdf/>',
        b'<?xml version="1.0" encoding="no-such"?><xfdf/>',
        b"\xff\xfe\x00",
        b"<xfdf>" + b"<a>" * 50 + b"</a>" * 50 + b"</xfdf>",
        b"<xfdf " + b" ".join(b'a%d="1"' % n for n in range(100)) + b"/>",
        b"<xfdf>" + b"<a/>" * 500_000 + b"</xfdf>",
        b"<xfdf>&undefined;</xfdf>",
    ],
)
def test_what_is_no_xfdf_or_an_attack_is_refused(attack):
    with pytest.raises(NotSafeError):
        xfdf.read(attack, 99)


def test_a_bomb_of_entities_is_refused_at_once():
    levels = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 12))
    bomb = b'<!DOCTYPE x [<!ENTITY l0 "lol">' + levels + b"]><xfdf>&l11;</xfdf>"
    began = time.monotonic()
    with pytest.raises(NotSafeError):
        xfdf.read(bomb, 99)
    assert time.monotonic() - began < 1.0


def test_more_than_are_wanted_are_not_read():
    many = b"<xfdf><annots>" + b'<text page="0" rect="1,2,3,4"/>' * 50 + b"</annots></xfdf>"
    told = xfdf.read(many, 20)
    assert (len(told.annotations), told.whole) == (20, False)


@pytest.mark.parametrize(
    "place",
    ['page="-1" rect="1,2,3,4"', 'page="99999999" rect="1,2,3,4"', 'page="²" rect="1,2,3,4"', 'page="0"',
     'page="0" rect="nan,1,2,3"', 'page="0" rect="1e308,1,2,3"', 'page="0" rect="1,2,3"'],
)  # fmt: skip
def test_what_has_no_place_is_passed_over(place):
    told = xfdf.read(f"<xfdf><annots><square {place}/></annots></xfdf>".encode(), 9)
    assert (told.annotations, told.others) == ((), 1)


@given(st.text(max_size=200), st.text(max_size=60))
def test_any_words_make_a_file_that_is_read(contents, author):
    (one,) = annotations_of([a_mark(MarkKind.NOTE, text=contents, author=author)], [FRAME], [SIZE])
    (back,) = xfdf.read(xfdf.write([one], contents, None), 9).annotations
    kept = "".join(c for c in contents.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
                   if c.isprintable() or c == "\n")  # fmt: skip
    assert back.contents == kept
