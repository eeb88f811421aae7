"""The summary of opinions as Word and Excel read it: nothing lost, and hostile text is only text."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree

import docx
import pytest
from docx.enum.section import WD_ORIENT
from support.packets import DOCUMENT, MEETING, NOON

from reader.core import collecting, desk, merging, opining
from reader.core.office.docx_file import as_docx
from reader.core.office.summary import Section, Summary, SummaryRow, summarise
from reader.core.office.xlsx_file import LONGEST, as_xlsx
from sync.model.annotation import Audience
from sync.model.events import CheckIn, PutOpinion
from sync.model.opinion import Answer, Attendance, OnDocument, OnItem, Opinion, OpinionKind
from sync.wire.messages import Delivered

NOW = datetime(2026, 11, 26, 3, 0, tzinfo=UTC)
HOSTILE = '=HYPERLINK("http://x")\x00\x07\u202e<w:p/>&amp;{PAGE}\u2066'
CLEAN = '=HYPERLINK("http://x")<w:p/>&amp;{PAGE}'


@pytest.fixture
def thu(desk_book, office):
    """The secretary's book with what delegates said."""
    item = office.item(office.document(b"%PDF- one"))
    office.deliver(desk_book.vault, office.manifest(item), item)
    for number, (member, kind, text) in enumerate(
        (
            (office.lan, OpinionKind.COMMENT, HOSTILE),
            (office.minh, OpinionKind.COMMENT, HOSTILE),
            (office.son, OpinionKind.QUESTION, "Vì sao?"),
            (office.son, OpinionKind.FLOOR, ""),
        ),
        1,
    ):
        about = (
            OnItem(item="i-1")
            if kind is OpinionKind.FLOOR
            else OnDocument(document=DOCUMENT, clause="Điều 5")
        )
        said = Opinion(id=f"o-{number}", kind=kind, about=about, audience=Audience.SECRETARY, text=text)
        hear(desk_book, office, number, member, PutOpinion(opinion=said))
    hear(desk_book, office, 9, office.lan, CheckIn(at=NOON, state=Attendance.ABSENT, reason=HOSTILE))
    return desk_book


def hear(book, office, seq, member, body):
    envelope = office.event(member, body, seq=seq)
    book.vault.events.add(Delivered(seq=seq, recorded=NOW, envelope=envelope))


def the_summary(book):
    return summarise(desk.desk(book, MEETING), NOW)


def test_the_table_counts_names_and_places_what_was_said(thu):
    merging.answer(thu, MEETING, merging.merge(desk.desk(thu, MEETING))[0], Answer.ACCEPTED, "Sẽ sửa")
    made = the_summary(thu)
    assert made.totals == "Tổng số: 3 ý kiến của 3 đại biểu, thuộc 2 nội dung; tiếp thu 2, chưa trả lời 1."
    assert made.place == "Suối Lam"
    (section,) = made.sections
    assert section.title == "Mục 1. Mục 1 – Tờ trình 12/TTr-UBND"
    first, second = section.rows
    assert (first.number, first.place, first.people) == (1, "Điều 5", "Lan\nMinh")
    assert (first.words, first.answer) == (CLEAN, "Tiếp thu. Sẽ sửa")
    assert (second.words, second.answer) == ("Chất vấn:\nVì sao?", "")
    assert made.speakers == (("1. Mục 1", "1", "Son", ""),)
    assert made.attendance[0] == ("Lan", "Vắng có lý do", CLEAN)
    assert made.attendance[1] == ("Minh", "Chưa điểm danh", "")


def test_answers_that_differ_are_each_told(thu):
    opining.reply(thu, MEETING, "o-1", "", on_mark=False, answer=Answer.ACCEPTED)
    (section,) = the_summary(thu).sections
    assert section.rows[0].answer == "Lan: Tiếp thu"


def test_the_word_file_has_the_head_of_the_decree_and_every_word(thu):
    document = docx.Document(io.BytesIO(as_docx(the_summary(thu))))
    section = document.sections[0]
    assert section.orientation is WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    head, table, signature = document.tables
    left, right = (cell.text for cell in head.rows[0].cells)
    assert left.startswith("HĐND XÃ SUỐI LAM")
    assert right.splitlines() == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Suối Lam, ngày 26 tháng 11 năm 2026",
    ]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["STT", "Trang, điều, khoản", "Nội dung ý kiến", "Đại biểu", "Tiếp thu, giải trình"]
    assert rows[2][:4] == ["1", "Điều 5", CLEAN, "Lan\nMinh"]
    assert "THƯ KÝ KỲ HỌP" in signature.rows[0].cells[1].text
    assert signature.rows[0].cells[1].text.endswith("Thu")
    assert document.core_properties.author == "HĐND xã Suối Lam"


def test_nothing_in_the_word_file_is_read_as_markup(thu):
    with zipfile.ZipFile(io.BytesIO(as_docx(the_summary(thu)))) as archive:
        text = archive.read("word/document.xml").decode()
        names = archive.namelist()
    assert "&lt;w:p/&gt;&amp;amp;" in text
    assert not any(hidden in text for hidden in "\x00\x07\u202e\u2066")
    assert "instrText" not in text
    assert not any("external" in name.lower() or name.endswith(".bin") for name in names)


def cells(data, number=1):
    """The rows of a sheet, as Excel reads them; every cell has to be a shared string."""
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        strings = [
            "".join(part.text or "" for part in one.iter(f"{space}t"))
            for one in ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
        ]
        sheet = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
    rows = []
    for row in sheet.iter(f"{space}row"):
        found = []
        for cell in row:
            assert cell.find(f"{space}f") is None
            value = cell.find(f"{space}v")
            if value is not None:
                assert cell.get("t") == "s"
                found.append(strings[int(value.text)])
        rows.append(found)
    return rows


def test_every_cell_of_the_workbook_is_a_string(thu):
    data = as_xlsx(the_summary(thu))
    assert ["1", "Điều 5", CLEAN, "Lan\nMinh", ""] in [[*row, ""][:5] for row in cells(data)]
    assert ["Lan", "Vắng có lý do", CLEAN] in cells(data, 2)
    assert ["1. Mục 1", "1", "Son"] in [row[:3] for row in cells(data, 3)]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not any("external" in name.lower() or "vba" in name.lower() for name in archive.namelist())


def test_what_is_too_long_for_a_cell_goes_on_in_the_next_row():
    long = "từ " * LONGEST
    row = SummaryRow(1, "Cả mục", long, "Lan", "")
    made = Summary("HĐND", "…", NOW, "Kỳ họp", "", "", (Section("Mục 1", (row,)),), (), ())
    said = [
        found[2] for found in cells(as_xlsx(made)) if len(found) > 2 and found[2].startswith(("từ", "ừ", " "))
    ]
    assert "".join(said) == long


def test_a_meeting_where_nothing_was_said_has_its_table_too(desk_book, office):
    item = office.item(office.document(b"%PDF- one"))
    office.deliver(desk_book.vault, office.manifest(item), item)
    made = the_summary(desk_book)
    assert made.totals == "Tổng số: 0 ý kiến của 0 đại biểu, thuộc 0 nội dung."
    assert len(docx.Document(io.BytesIO(as_docx(made))).tables[1].rows) == 1
    assert len(cells(as_xlsx(made))) == 4


def test_the_place_is_the_offices_own_or_left_open(thu):
    view = desk.desk(thu, MEETING)
    places = {
        "Hội đồng nhân dân xã Suối Lam": "Suối Lam",
        "HĐND phường Tân Hòa": "Tân Hòa",
        "Ban Pháp chế": "…………",
    }
    for name, place in places.items():
        owner = replace(view.owner, office=name)
        assert summarise(replace(view, owner=owner), NOW).place == place


def test_the_results_of_a_meeting_hold_all_of_it(thu, tmp_path):
    files = {path.name: path for path in collecting.collect(thu, MEETING, tmp_path)}
    assert {"opinions.csv", "attendance.csv", "tong-hop-y-kien.docx", "tong-hop-y-kien.xlsx"} <= set(files)
    said = files["opinions.csv"].read_text("utf-8-sig")
    assert "'=HYPERLINK" in said
    assert "\n=HYPERLINK" not in said
    assert "Điều 5" in said
    assert files["tong-hop-y-kien.docx"].read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(("name", "part"), [("a.docx", "word/document.xml"), ("a.xlsx", "xl/workbook.xml")])
def test_the_table_alone_is_what_its_name_says(thu, tmp_path, name, part):
    path = collecting.export_summary(thu, MEETING, tmp_path / name)
    with zipfile.ZipFile(path) as archive:
        assert part in archive.namelist()
