"""The result leaves the vault as the person asked: a PDF that reads right, a word before, no file lost."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pypdf
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.office.result_sheet import ResultSheet, result_sheet
from reader.core.views import DeskMotion, EntryState, EntryView
from reader.ui.desk.result_export import ResultExport
from reader.ui.desk.result_pdf import result_pdf
from reader.ui.desk.screen import DeskScreen
from reader.ui.widgets.paragraph import Paragraph
from sync.model.counts import Means, Totals
from sync.model.ids import EventId, MeetingId, PersonId
from sync.model.rules import MotionKind, Secrecy

NOW = datetime(2026, 12, 11, 4, 0, tzinfo=UTC)
LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"


def sheet(make: Any, shown: DeskMotion) -> ResultSheet:
    made = result_sheet(make.desk(shown), shown, NOW)
    assert made is not None
    return made


def read(data: bytes) -> list[str]:
    """The words of each page."""
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    return [" ".join(unicodedata.normalize("NFC", page.extract_text()).split()) for page in pages]


def test_every_vietnamese_letter_of_the_pdf_reads_as_itself(qapp: QApplication, make: Any) -> None:
    one = make.closed(1)
    # A break after each: what is read back may begin a line anywhere.
    text = " ".join(LETTERS + LETTERS.upper())
    shown = replace(one, motion=replace(one.motion, title=text, question=text))
    said = " ".join(read(result_pdf(sheet(make, shown))))
    assert said.count(text) == 2


def test_the_pdf_says_what_the_word_sheet_says(qapp: QApplication, make: Any) -> None:
    (first, *_) = read(result_pdf(sheet(make, make.closed(1))))
    for words in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "BIÊN BẢN Kết quả biểu quyết: Dự toán và phân bổ ngân sách năm 2027",
        "Tổng số đại biểu trong danh sách biểu quyết 26",
        "Số đại biểu có mặt lúc mở biểu quyết 24",
        "Tán thành 1 3,85 %",
        "Kết luận: Không thông qua",
    ):
        assert words in first
    data = result_pdf(sheet(make, make.closed(1)))
    said = " ".join(read(data))
    assert "THƯ KÝ" in said
    assert "CHỦ TỌA" in said
    fonts = {
        str(font["/BaseFont"])
        for page in pypdf.PdfReader(io.BytesIO(data)).pages
        for font in (one.get_object() for one in page["/Resources"]["/Font"].values())  # type: ignore[index]
    }
    assert fonts
    assert all("SourceSerif4" in name for name in fonts)


def test_hands_and_paper_stand_in_the_pdf(qapp: QApplication, make: Any) -> None:
    box = Totals(
        persons=tuple(PersonId(f"p-{n}") for n in range(20)),
        returned=19,
        invalid=1,
        counts=(("for", 12), ("against", 6), ("other", 0)),
        tellers=("Bùi Thị Kiểm", "Vũ Văn Đếm"),
    )
    entry = EntryView(
        id=EventId("e" * 64),
        state=EntryState.COUNTS,
        means=Means.PAPER,
        votes=box,
        persons=box.persons,
        names=(),
        reason="",
        author="Trần Thị Thu",
        entered_at=NOW,
        sent=True,
        confirmer="Phạm Văn Chủ",
    )
    said = " ".join(read(result_pdf(sheet(make, replace(make.closed(1), entries=(entry,))))))
    for words in (
        "Đếm chung Phát ra Thu về Hợp lệ Không hợp lệ Phiếu giấy 20 19 18 1",
        "Tổ kiểm phiếu: Bùi Thị Kiểm, Vũ Văn Đếm",
        "phiếu giấy, đếm chung: 19 phiếu (Trần Thị Thu ghi, Phạm Văn Chủ xác nhận)",
    ):
        assert words in said


def test_markup_in_a_name_stays_what_was_written(qapp: QApplication, make: Any) -> None:
    one = make.closed(1)
    motion = replace(one.motion, title="<b>In đậm</b> &amp; <img src=x>")
    said = read(result_pdf(sheet(make, replace(one, motion=motion))))[0]
    assert "<b>In đậm</b> &amp; <img src=x>" in said


def test_a_long_list_goes_on_with_its_head_and_the_number_of_the_page(qapp: QApplication, make: Any) -> None:
    names = tuple(f"Nguyễn Thị Minh {n}" for n in range(40))
    motion = make.counted(MotionKind.ELECTION, (1,) * 40, labels=names, seats=2)
    pages = read(result_pdf(sheet(make, DeskMotion(motion, (), 26))))
    assert len(pages) > 1
    assert pages[1].startswith("2 Lựa chọn Số phiếu") or pages[1].endswith(" 2")
    assert all(any(f"{name} 1" in page for page in pages) for name in names)


class Asked:
    """Takes what would be asked of the book."""

    def __init__(self) -> None:
        self.asked = 0

    def ask(self, *_: Any) -> None:
        self.asked += 1


@pytest.fixture
def desk(qtbot: QtBot) -> DeskScreen:
    made = DeskScreen()
    qtbot.addWidget(made)
    made.resize(1360, 640)
    made.show()
    return made


def test_before_it_is_said_who_can_read_it(desk: DeskScreen, make: Any) -> None:
    export = ResultExport(Asked(), desk, lambda: MeetingId("m-1"))  # type: ignore[arg-type]
    desk.set_view(make.desk(make.closed(1)), ())
    desk.votes.acts.export_button.click()
    assert export.dialog is not None
    said = export.dialog.accessibleDescription() + _words(export)
    assert "Ai có tệp cũng đọc được." in said
    assert "ghi rõ ai chọn gì" in said
    export.dialog.reject()


def test_a_secret_vote_offers_no_ballots(desk: DeskScreen, make: Any) -> None:
    export = ResultExport(Asked(), desk, lambda: MeetingId("m-1"))  # type: ignore[arg-type]
    one = make.closed(1)
    secret = replace(one, motion=replace(one.motion, secrecy=Secrecy.SECRET))
    export.ask(secret)
    assert "ai chọn gì" not in _words(export)
    assert export.dialog is not None
    export.dialog.reject()


def test_only_a_result_can_be_taken_out(desk: DeskScreen, make: Any) -> None:
    desk.set_view(make.desk(DeskMotion(make.motion(1), make.names[:2], 26, make.names[2:])), ())
    assert desk.votes.acts.export_button.isHidden()
    desk.set_view(make.desk(make.closed(1)), ())
    assert not desk.votes.acts.export_button.isHidden()


def _words(export: ResultExport) -> str:
    assert export.dialog is not None
    return " ".join(one.text() for one in export.dialog.findChildren(Paragraph))
