"""The result sheet as Word reads it, named ballots as Excel does: every number and name, and only text."""

import csv
import io
import json
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree

import docx
import pytest
from msgspec import structs
from support.counted import counted
from support.evidence import deliver, hands, paper
from support.packets import MEETING, MOTION, NOON, PaperOffice, code_of

from reader.core import desk, recounting
from reader.core.book import Book
from reader.core.collecting import collect
from reader.core.office.result_paper import result_paper
from reader.core.office.result_sheet import result_sheet
from reader.core.office.template import fill
from reader.core.papers import Paper, choose_template, template
from reader.core.result_files import export_result, sheet_of
from reader.core.views import DeskMotion
from sync.errors import Code
from sync.model.events import Closing, Event, Status
from sync.model.ids import MotionId
from sync.model.people import Role
from sync.model.rules import MotionKind, Secrecy
from sync.wire.envelope import Kind
from sync.wire.messages import Delivered
from sync.wire.statements import Leaf

NOW = datetime(2026, 11, 26, 3, 0, tzinfo=UTC)
HOSTILE = '=HYPERLINK("http://x")\x00\x07\u202e<w:p/>&amp;{PAGE}\u2066'
CLEAN = '=HYPERLINK("http://x")<w:p/>&amp;{PAGE}'


@pytest.fixture
def closed_book(desk_book, office):
    """A closed motion of three people: Lan and Minh voted, Son did not."""
    item = office.item(office.document(b"%PDF- one"))
    manifest = office.manifest(item)
    office.deliver(desk_book.vault, manifest, item)
    ballots = (
        (office.lan, office.ballot(office.lan, manifest)),
        (office.minh, office.ballot(office.minh, manifest)),
    )
    leaves = office.leaves(*ballots)
    statuses = tuple(Status(ballot=ballot.digest, counted=True) for _, ballot in ballots)
    closing = office.by_hub(Kind.CLOSING, office.closing(manifest, leaves, statuses=statuses))
    desk_book.vault.events.add(Delivered(60, NOON, closing))
    desk_book.vault.closed.put(office.closed(manifest, *ballots))
    return desk_book


def shown(book):
    view = desk.desk(book, MEETING)
    return view, view.motions[0]


def text_of(document):
    parts = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        parts += [cell.text for row in table.rows for cell in row.cells]
    return "\n".join(parts)


def cells(data):
    """Every cell of the one sheet, row by row; all of them must be strings."""
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        strings = [
            "".join(part.text or "" for part in one.iter(f"{space}t"))
            for one in ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
        ]
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    assert not list(sheet.iter(f"{space}f"))
    found = []
    for row in sheet.iter(f"{space}row"):
        values = []
        for cell in row:
            value = cell.find(f"{space}v")
            if value is not None:
                assert cell.get("t") == "s"
                values.append(strings[int(value.text)])
            else:
                values.append("")
        found.append(values)
    return found


def test_the_word_sheet_has_the_head_the_numbers_and_who_did_not_vote(closed_book, tmp_path):
    path = export_result(closed_book, MEETING, MOTION, tmp_path / "bien-ban.docx")
    document = docx.Document(str(path))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    head, totals, choices, signatures = document.tables
    assert head.rows[0].cells[0].text.startswith("HĐND XÃ SUỐI LAM")
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc" in head.rows[0].cells[1].text
    assert {row.cells[0].text: row.cells[1].text for row in totals.rows} == {
        "Tổng số đại biểu trong danh sách biểu quyết": "3",
        "Số đại biểu có mặt lúc mở biểu quyết": "3",
        "Số phiếu thu về": "2",
        "Số phiếu hợp lệ": "2",
        "Số phiếu không hợp lệ": "0",
        "Số phiếu đến muộn, không tính": "0",
        "Số đại biểu không có phiếu được ghi nhận trong thời hạn": "1",
    }
    assert [[cell.text for cell in row.cells] for row in choices.rows][1] == ["Tán thành", "2", "66,67 %", ""]
    said = text_of(document)
    assert (
        "Căn cứ kết luận: Cần 2/3 phiếu tán thành (quá nửa tổng số đại biểu); có 2; dư 0: thông qua." in said
    )
    assert "Kết luận: Thông qua" in said
    assert "Đại biểu không có phiếu (1): Son" in said
    assert "Câu hỏi biểu quyết: Thông qua Nghị quyết về dự toán năm 2027?" in said
    assert [cell.text.split("\n")[0] for cell in signatures.rows[0].cells] == ["THƯ KÝ", "CHỦ TỌA"]


def test_an_article_that_nobody_compared_says_so(closed_book):
    view, one = shown(closed_book)
    for checked in (False, True):
        rule = structs.replace(one.motion.rule, article="Điều 91.", checked=checked)
        sheet = result_sheet(view, replace(one, motion=replace(one.motion, rule=rule)), NOW)
        assert sheet.rule.endswith("Điều 91.") is checked
        assert sheet.rule.endswith("Điều 91 (chưa đối chiếu).") is not checked


def test_a_secret_vote_names_nobody(closed_book):
    view, one = shown(closed_book)
    secret = replace(one, motion=replace(one.motion, secrecy=Secrecy.SECRET))
    sheet = result_sheet(view, secret, NOW)
    assert (sheet.without_ballot, sheet.not_counted, sheet.secrecy) == ((), (), "Bỏ phiếu kín")


def test_who_voted_without_effect_is_told_with_the_reason(closed_book):
    view, one = shown(closed_book)
    late = replace(one.ballots[0], counted=False, reason="late")
    sheet = result_sheet(view, replace(one, ballots=(late, one.ballots[1])), NOW)
    assert sheet.not_counted == ("Lan (đến muộn)",)
    twice = (replace(one.ballots[0], counted=False, reason="late"), *one.ballots)
    assert result_sheet(view, replace(one, ballots=twice), NOW).not_counted == ()


@pytest.fixture
def counted_book(desk_book):
    """Laptops, hands, a box of paper and late ballots, as ``support.evidence.hands`` tells."""
    deliver(hands(PaperOffice()), desk_book.vault)
    return desk_book


def test_hands_and_paper_stand_in_the_sheet_with_who_vouches_for_them(counted_book, tmp_path):
    path = export_result(counted_book, MEETING, MOTION, tmp_path / "bien-ban.docx")
    document = docx.Document(str(path))
    _head, totals, counts, choices, _signatures = document.tables
    numbers = {row.cells[0].text: row.cells[1].text for row in totals.rows}
    assert (numbers["Số phiếu thu về"], numbers["Số phiếu hợp lệ"], numbers["Số phiếu không hợp lệ"]) == (
        "7",
        "6",
        "1",
    )
    assert [[cell.text for cell in row.cells] for row in counts.rows] == [
        ["Đếm chung", "Phát ra", "Thu về", "Hợp lệ", "Không hợp lệ"],
        ["Phiếu giấy", "3", "2", "1", "1"],
    ]
    assert [row.cells[1].text for row in choices.rows] == ["Số phiếu", "4", "1", "1"]
    said = text_of(document)
    assert "Ngừng nhận phiếu: " in said
    assert "Phiếu đến bằng: giơ tay 2, qua mạng 3, phiếu giấy 2" in said
    assert "Tổ kiểm phiếu: Bùi Kiểm, Vũ Đếm" in said
    assert (
        "Phiếu giơ tay, phiếu giấy: giơ tay, ghi theo tên: 1 phiếu (Kiem ghi, Thu xác nhận); giơ tay, ghi "
        "theo tên: 1 phiếu (Thu ghi, Chu xác nhận); phiếu giấy, đếm chung: 2 phiếu (Thu ghi, Chu xác nhận)"
    ) in said
    assert (
        "Phiếu đến muộn được chấp nhận (1): Son (Mất điện lúc biểu quyết; Chu đề nghị, Thu xác nhận)"
    ) in said
    assert "Có phiếu nhưng không được tính (1): Hoa (đến muộn)" in said
    assert "Đại biểu không có phiếu" not in said


def test_named_tables_list_votes_by_name_and_who_vouches_for_them(counted_book, tmp_path):
    path = export_result(counted_book, MEETING, MOTION, tmp_path / "phieu.xlsx")
    _, *rows = cells(path.read_bytes())
    assert [(row[1], row[2], row[4], row[5], row[7], row[8]) for row in rows] == [
        ("Hoa", "Không tán thành", "Không", "đến muộn", "qua mạng", ""),
        ("Lan", "Tán thành", "Có", "", "qua mạng", ""),
        ("Ma", "Không tán thành", "Không", "đã tính theo phiếu giơ tay hoặc phiếu giấy", "qua mạng", ""),
        ("Ma", "Tán thành", "Có", "", "giơ tay", "Thu ghi, Chu xác nhận"),
        ("Minh", "Không tán thành", "Có", "", "qua mạng", ""),
        (
            "Son",
            "Tán thành",
            "Có",
            "",
            "qua mạng",
            "đến muộn, được chấp nhận: Mất điện lúc biểu quyết; Chu đề nghị, Thu xác nhận",
        ),
        ("Ty", "Không biểu quyết", "Có", "", "giơ tay", "Kiem ghi, Thu xác nhận"),
    ]
    path = export_result(counted_book, MEETING, MOTION, tmp_path / "phieu.csv")
    table = list(csv.DictReader(io.StringIO(path.read_bytes().decode()[1:], newline="")))
    assert [(row["via"], row["entered_by"], row["confirmed_by"], row["admitted"]) for row in table][-2:] == [
        ("hub", "Chu", "Thu", "Mất điện lúc biểu quyết"),
        ("hand", "Kiem", "Thu", ""),
    ]


def test_a_secret_vote_has_the_box_and_no_name(desk_book, tmp_path):
    deliver(paper(PaperOffice()), desk_book.vault)
    view, one = shown(desk_book)
    sheet = result_sheet(view, one, NOW)
    assert [(line.given, line.returned, line.valid, line.invalid) for line in sheet.counts] == [
        ("3", "3", "2", "1")
    ]
    assert (sheet.without_ballot, sheet.admitted, sheet.secrecy) == ((), (), "Bỏ phiếu kín")
    names = {path.name for path in collect(desk_book, MEETING, tmp_path)}
    assert "phieu-ghi-ten.xlsx" not in names
    told = json.loads((tmp_path / "meeting.json").read_text("utf-8"))["motions"][0]
    assert (told["result"]["entered"], told["result"]["entered_invalid"], told["ballots"]) == (3, 1, [])
    (entry,) = told["entries"]
    assert (entry["means"], entry["votes"]["returned"], entry["by"]) == ("paper", 3, ["Kiem", "Chu"])


def test_candidates_have_their_seats_and_no_quorum_has_no_conclusion(closed_book):
    view, one = shown(closed_book)

    def sheet(kind, votes, **changes):
        rule, choices, result = counted(kind, votes, **changes)
        seats = changes.get("seats", 1)
        motion = replace(one.motion, rule=rule, choices=choices, max_choices=seats, result=result)
        return result_sheet(view, DeskMotion(motion, (), 26), NOW)

    made = sheet(MotionKind.ELECTION, (15, 20, 15), labels=("Lan", "Minh", "Sơn"), seats=2)
    assert [(line.label, line.votes, line.note) for line in made.choices] == [
        ("Minh", "20", "Trúng"),
        ("Lan", "15", "Bằng phiếu, phải bầu lại"),
        ("Sơn", "15", "Bằng phiếu, phải bầu lại"),
    ]
    assert made.conclusion == ""
    assert sheet(MotionKind.RESOLUTION, (12, 0, 0), present=12).conclusion.startswith("Không đủ số người")
    assert sheet(MotionKind.REMOVAL, (18, 0, 0)).conclusion == "Bãi nhiệm"


def test_hostile_words_are_only_words(closed_book):
    view, one = shown(closed_book)
    ballots = tuple(replace(ballot, name=HOSTILE, text=HOSTILE) for ballot in one.ballots)
    motion = replace(one.motion, title=HOSTILE, question=HOSTILE)
    hostile = replace(one, motion=motion, ballots=ballots, not_voted=(HOSTILE,))
    sheet = result_sheet(view, hostile, NOW)
    assert (sheet.title, sheet.question, sheet.without_ballot) == (CLEAN, CLEAN, (CLEAN,))
    document = docx.Document(io.BytesIO(fill(result_paper(sheet), template(Paper.RESULT))))
    assert f"Đại biểu không có phiếu (1): {CLEAN}" in text_of(document)


def test_an_office_has_its_own_form_of_the_sheet(closed_book, tmp_path):
    own = docx.Document()
    own.add_paragraph("Theo mẫu xã: {{ title }}, {{ choices[0][0] }} {{ choices[0][1] }}")
    own.save(str(tmp_path / "mau.docx"))
    choose_template(closed_book, Paper.RESULT, tmp_path / "mau.docx")
    path = export_result(closed_book, MEETING, MOTION, tmp_path / "bien-ban.docx")
    assert "Theo mẫu xã:" in (said := text_of(docx.Document(str(path))))
    assert "Tán thành 2" in said
    choose_template(closed_book, Paper.RESULT, None)
    path = export_result(closed_book, MEETING, MOTION, tmp_path / "bien-ban.docx")
    assert "CỘNG HÒA XÃ HỘI" in text_of(docx.Document(str(path)))


def test_the_workbook_has_every_named_ballot_as_strings(closed_book, tmp_path):
    path = export_result(closed_book, MEETING, MOTION, tmp_path / "phieu.xlsx")
    head, *rows = cells(path.read_bytes())
    assert head[:3] == ["Nội dung biểu quyết", "Đại biểu", "Lựa chọn"]
    assert [(row[1], row[2], row[4]) for row in rows] == [
        ("Lan", "Tán thành", "Có"),
        ("Minh", "Tán thành", "Có"),
    ]


def test_the_table_for_programs_holds_the_same_ballots(closed_book, tmp_path):
    path = export_result(closed_book, MEETING, MOTION, tmp_path / "phieu.csv")
    table = list(csv.DictReader(io.StringIO(path.read_bytes().decode()[1:], newline="")))
    assert [(row["name"], row["choices"], row["counted"]) for row in table] == [
        ("Lan", "Tán thành", "yes"),
        ("Minh", "Tán thành", "yes"),
    ]


def test_collecting_brings_a_sheet_for_each_result_and_all_named_ballots(closed_book, tmp_path):
    names = {path.name for path in collect(closed_book, MEETING, tmp_path)}
    assert {"bien-ban-01.docx", "phieu-ghi-ten.xlsx"} <= names
    assert "Kết luận: Thông qua" in text_of(docx.Document(str(tmp_path / "bien-ban-01.docx")))


def test_what_cannot_be_written_leaves_what_was_there(closed_book, tmp_path):
    folder = tmp_path / "out" / "file.docx"
    folder.mkdir(parents=True)
    refused = code_of(lambda: export_result(closed_book, MEETING, MOTION, folder))
    assert refused is Code.FILE_REFUSED
    assert list(folder.parent.iterdir()) == [folder]


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.csv"])
def test_a_file_reads_the_meeting_once_and_opens_each_ballot_once(closed_book, tmp_path, monkeypatch, name):
    read = []
    project, decode = Book.project, recounting.decode_payload
    monkeypatch.setattr(Book, "project", lambda self, meeting: read.append(Book) or project(self, meeting))
    monkeypatch.setattr(recounting, "decode_payload", lambda *given: read.append(given[1]) or decode(*given))
    export_result(closed_book, MEETING, MOTION, tmp_path / name)
    assert Counter(read) == {Book: 1, Closing: 1, Event: 2, Leaf: 2}


def test_a_motion_without_a_result_has_no_sheet(desk_book, office, tmp_path):
    item = office.item(office.document(b"%PDF- one"))
    office.deliver(desk_book.vault, office.manifest(item), item)
    assert code_of(lambda: sheet_of(desk_book, MEETING, MOTION)) is Code.NOT_DOWNLOADED
    for name in ("a.docx", "a.xlsx", "a.csv"):
        refused = code_of(lambda name=name: export_result(desk_book, MEETING, MOTION, tmp_path / name))
        assert refused is Code.NOT_DOWNLOADED
    unknown = MotionId("v-none")
    assert code_of(lambda: sheet_of(desk_book, MEETING, unknown)) is Code.PACKET_UNKNOWN


@pytest.mark.parametrize(("role", "signs"), [(Role.SECRETARY, "secretary"), (Role.CHAIR, "chair")])
def test_the_name_of_whose_laptop_it_is_stands_where_that_person_signs(closed_book, role, signs):
    view, one = shown(closed_book)
    view = replace(view, owner=replace(view.owner, person="Trần Thị Hạnh", roles=(role,)))
    sheet = result_sheet(view, one, NOW)
    assert {"secretary": sheet.secretary, "chair": sheet.chair}[signs] == "Trần Thị Hạnh"
    assert sheet.secretary == "" or sheet.chair == ""
