"""Notes in files: all of them and nothing else, in words that do no harm, whole or not there."""

from __future__ import annotations

import errno
import io
from xml.etree import ElementTree

import docx
import pypdf
import pytest
from markdown_it import MarkdownIt
from support.annotated import LETTERS, a_mark, every_mark, odd_pdf
from support.packets import DOCUMENT, MEETING, NOON, code_of

from reader.core import annotating, carrying
from reader.core.carrying import Due, Found
from reader.core.interchange import taking_in, taking_out, xfdf
from reader.core.interchange.markdown import escaped
from reader.core.interchange.taking_out import Format
from reader.core.mark_views import Elsewhere, Fate, MarkPiece
from reader.pdf.stopping import StoppedError
from sync.errors import Code
from sync.model.annotation import Audience, Mark, MarkKind, Quote, Rect
from sync.model.events import PutMark
from sync.model.ids import MeetingId
from sync.wire.messages import Delivered

HOSTILE = (
    "<script>x</script> [a](http://a.vn) # b *c* `d` ![e](f) | g ~h~ 1. i &amp; \\ www.k.vn \u202ebáo\u202c"
)
SHOWN = "<script>x</script> [a](http://a.vn) # b *c* `d` ![e](f) | g ~h~ 1. i &amp; \\ www.k.vn báo"


def test_a_copy_of_the_document_has_the_marks_made_on_this_version(hold, pdf):
    held = hold(odd_pdf())
    held.put_every_kind()
    held.put(a_mark(MarkKind.NOTE, text="bản trước"), sha256="2" * 64)
    gathered = taking_out.gather(held.book, MEETING, DOCUMENT, pages=True)
    made = taking_out.make_on_pages(pdf, gathered.document, Format.PDF, "vi")
    reader = pypdf.PdfReader(io.BytesIO(made.data))
    assert (made.count, gathered.elsewhere) == (len(every_mark()), 1)
    assert len(reader.pages[0]["/Annots"]) == made.count
    assert reader.metadata.title == "Tờ trình 12/TTr-UBND – bản có ghi chú"
    assert "không phải bản gốc đã ký" in reader.metadata.subject
    held.book.vault.documents.source(held.sha256).read_into(memoryview(kept := bytearray(len(held.data))))
    assert bytes(kept) == held.data


OLD = "2" * 64
HERE = (Rect(60.0, 700.0, 180.0, 714.0),)
BELOW = (Rect(60.0, 40.0, 120.0, 54.0),)


def carry(held, **places):
    """Marks of the version before, and what became of each on this one: its words say it."""
    for number, fate in enumerate(places):
        rects = (Rect(50.0, 90.0 + number, 250.0, 104.0),)
        held.put(a_mark(MarkKind.HIGHLIGHT, rects=rects, text=fate), sha256=OLD)
    facts = held.book.project(MEETING).marks
    marks = annotating.views(held.book, MEETING, facts, {}, {DOCUMENT: held.sha256})
    found = tuple(Elsewhere(held.sha256, Fate(mark.text), places[mark.text]) for mark in marks)
    carrying.keep(held.book, Found(Due(MEETING, DOCUMENT, OLD, held.sha256, marks), found))


@pytest.mark.parametrize("form", [Format.PDF, Format.XFDF])
def test_a_mark_that_moved_stands_in_it_where_it_is_now_on_every_page(hold, pdf, form, tmp_path):
    held = hold(odd_pdf())
    carry(held, moved=(MarkPiece(0, HERE), MarkPiece(1, BELOW)))
    gathered = taking_out.gather(held.book, MEETING, DOCUMENT, pages=True)
    made = taking_out.make_on_pages(pdf, gathered.document, form, "vi")
    assert (made.count, gathered.elsewhere) == (1, 0)
    taking_out.written(made, path := tmp_path / f"notes.{form.value}")
    found = [one.drawn for one in taking_in.offered_by_file(pdf, path, held.source, "a").found]
    assert [(one.page, one.rects, one.name.partition("~")[2]) for one in found] == [
        (0, pytest.approx(HERE), ""),
        (1, pytest.approx(BELOW), "2"),
    ]
    assert a_list(held, Format.MARKDOWN).count == 1


def test_marks_without_a_certain_place_on_this_version_are_counted_and_not_in_it(hold):
    held = hold(odd_pdf())
    carry(held, unsure=(MarkPiece(0, BELOW),), lost=(), exact=(MarkPiece(0, HERE),))
    held.put(a_mark(MarkKind.STRIKE, text="coming"), sha256=OLD)
    gathered = taking_out.gather(held.book, MEETING, DOCUMENT, pages=True)
    assert [(mark.text, mark.rects) for mark in gathered.document.marks] == [("exact", HERE)]
    assert gathered.elsewhere == 3


def test_what_others_shared_is_in_it_only_by_choice(hold, pdf, office):
    held = hold(odd_pdf())
    held.put(a_mark(MarkKind.NOTE, text="của tôi"))
    shared = Mark(
        id="m-thu",
        document=DOCUMENT,
        sha256=held.sha256,
        page=0,
        kind=MarkKind.NOTE,
        text="của Thu",
        audience=Audience.MEETING,
    )
    act = office.event(office.thu, PutMark(mark=shared))
    held.book.vault.events.add(Delivered(seq=1, recorded=NOON, envelope=act))
    mine = taking_out.gather(held.book, MEETING, DOCUMENT, pages=True)
    both = taking_out.gather(held.book, MEETING, DOCUMENT, pages=True, others=True)
    assert [mark.text for mark in mine.document.marks] == ["của tôi"]
    assert {mark.text: mark.author for mark in both.document.marks} == {"của tôi": "Lan", "của Thu": "Thu"}


def test_xfdf_has_the_same_marks(hold, pdf):
    held = hold(odd_pdf())
    held.put_every_kind()
    gathered = taking_out.gather(held.book, MEETING, DOCUMENT, pages=True)
    made = taking_out.make_on_pages(pdf, gathered.document, Format.XFDF, "vi")
    assert len(xfdf.read(made.data, 99).annotations) == len(every_mark())
    named = ElementTree.fromstring(made.data).find(f"{{{xfdf.NAMESPACE}}}f")
    assert named.get("href") == "Tờ trình 12/TTr-UBND.pdf"


def a_list(held, form, language="vi", **which):
    gathered = taking_out.gather(held.book, which.pop("meeting", MEETING), **which)
    return taking_out.make_list(gathered, form, language)


def hostile(held):
    rects = (Rect(50.0, 50.0, 90.0, 60.0),)
    held.put(
        a_mark(MarkKind.HIGHLIGHT, 2, rects=rects, quote=Quote(exact=HOSTILE), text=f"- {HOSTILE}\n1. hai")
    )
    held.put(a_mark(MarkKind.NOTE, 0, text=LETTERS), audience=Audience.SECRETARY)


def test_markdown_says_document_page_words_kind_colour_who_and_when(hold):
    held = hold(odd_pdf())
    hostile(held)
    made = a_list(held, Format.MARKDOWN)
    text = made.data.decode()
    assert made.count == 2
    assert "### Tờ trình 12/TTr-UBND\n" in text
    assert text.index("#### Trang 1\n") < text.index("#### Trang 3\n")
    assert "**Tô sáng** · xanh lá · riêng tôi · " in text
    assert "**Ghi chú** · xanh lá · tôi và thư ký · " in text
    assert LETTERS in text
    assert "ai có tệp này cũng đọc được" in text
    assert "only me" in a_list(held, Format.MARKDOWN, "en").data.decode()


def test_hostile_words_make_no_markup(hold):
    held = hold(odd_pdf())
    hostile(held)
    text = a_list(held, Format.MARKDOWN).data.decode()
    for rules in (MarkdownIt("commonmark"), MarkdownIt("gfm-like", {"linkify": False})):
        tokens = rules.parse(text)
        inside = [one for token in tokens for one in token.children or ()]
        kinds = {one.type for one in (*tokens, *inside)}
        assert not kinds & {
            "html_block",
            "html_inline",
            "link_open",
            "image",
            "code_inline",
            "table_open",
            "s_open",
        }
        assert [t.tag for t in tokens if t.type == "heading_open"] == ["h1", "h2", "h3", "h4", "h4"]
        assert sum(t.type == "list_item_open" for t in tokens) == 2
        said = ["".join(one.content for one in token.children) for token in tokens if token.children]
        assert SHOWN in said
        assert f"- {SHOWN}1. hai" in said
    assert "\u202e" not in text


@pytest.mark.parametrize(
    "line", ["# a", "- a", "+ a", "1) a", "23. a", "> a", "=== ", "--- ", "~~~", "```", ": a"]
)
def test_a_line_of_somebodys_stays_one_line_of_text(line):
    tokens = MarkdownIt("commonmark").parse(escaped(line))
    assert [t.type for t in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(one.content for one in tokens[1].children) == line.strip()


def test_bare_addresses_are_no_links():
    for text in ("http://a.vn", "https://a.vn", "www.a.vn"):
        rules = MarkdownIt("commonmark")
        assert text not in escaped(text)
        assert "".join(one.content for one in rules.parse(escaped(text))[1].children) == text


def test_word_has_a_table_for_the_document(hold):
    held = hold(odd_pdf())
    hostile(held)
    made = a_list(held, Format.WORD)
    document = docx.Document(io.BytesIO(made.data))
    (table,) = document.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["Trang", "Đoạn trích và ghi chú", "Loại", "Ai đọc được", "Lúc"]
    assert rows[1][:4] == ["1", LETTERS, "Ghi chú, xanh lá", "tôi và thư ký"]
    assert rows[2][:2] == ["3", f"“{SHOWN}”\n- {SHOWN}\n1. hai"]
    words = [paragraph.text for paragraph in document.paragraphs]
    assert words[0] == "Ghi chú của Lan"
    assert "Tờ trình 12/TTr-UBND" in words
    assert document.core_properties.author == "Lan"
    assert document.styles["Normal"].font.name == "Times New Roman"


def test_a_packet_taken_back_gives_no_word_of_its_documents(hold):
    held = hold(odd_pdf())
    hostile(held)
    held.book.vault.packets.recall(MEETING, 1)
    text = a_list(held, Format.MARKDOWN, meeting=None).data.decode()
    assert "Kỳ họp thứ năm" in text
    assert "Trang 3" in text
    assert LETTERS in text
    assert text.count("k&#46;vn") + text.count("www") == 1  # in the note; the quotation has it too
    assert code_of(lambda: taking_out.gather(held.book, MEETING, DOCUMENT, pages=True)) is Code.NOT_DOWNLOADED


def test_a_meeting_that_is_not_here_is_said(book):
    assert code_of(lambda: taking_out.gather(book, MeetingId("m-none"))) is Code.PACKET_UNKNOWN


def test_a_list_can_be_stopped(hold):
    held = hold(odd_pdf())
    held.put_every_kind()
    gathered = taking_out.gather(held.book, MEETING)
    with pytest.raises(StoppedError):
        taking_out.make_list(gathered, Format.WORD, "vi", stopped=lambda: True)


def test_the_name_decides_the_format(tmp_path):
    assert taking_out.format_of(tmp_path / "a.PDF") is Format.PDF
    assert taking_out.format_of(tmp_path / "a.docx") is Format.WORD
    assert code_of(lambda: taking_out.format_of(tmp_path / "a.txt")) is Code.FORMAT_UNKNOWN


def test_a_full_disk_leaves_the_old_file(hold, tmp_path, monkeypatch):
    held = hold(odd_pdf())
    made = a_list(held, Format.MARKDOWN)
    path = tmp_path / "notes.md"
    taking_out.written(made, path)
    before = path.read_bytes()

    def full(_):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("reader.store.files.os.fsync", full)
    assert code_of(lambda: taking_out.written(made, path)) is Code.DISK_FULL
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.glob("notes*")] == ["notes.md"]
