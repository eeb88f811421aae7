"""The panel beside the agenda: what is changed in it is kept, and only what may be chosen is offered."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reader.core.composing import drafting
from reader.ui.compose.dates import day_written, moment_written, read_day, read_moment
from sync.errors import Code, SohopError
from sync.model.meeting import Urgency
from sync.model.rules import MotionKind, Secrecy, Timing


def document(secretary):
    (found,) = [one for _, one in secretary.view.draft.packet.documents()]
    return found


def test_a_documents_metadata_is_kept(secretary, tmp_path: Path) -> None:
    secretary.with_files(tmp_path, "a.pdf")
    secretary.screen.list.choose(secretary.row("a"))
    page = secretary.screen.side.document
    secretary.wait(page.isVisible, "its page is shown")
    secretary.write(page.symbol, "12/TTr-UBND")
    secretary.write(page.issued, "27-11-2026")
    page.summary.setPlainText("Về dự toán\nnăm 2027")
    page.summary.keep_now()
    page.kind.setCurrentText("Tờ trình")
    page.kind.activated.emit(page.kind.currentIndex())
    page.urgency.setCurrentIndex(1)
    page.urgency.activated.emit(1)
    secretary.wait(lambda: document(secretary).urgency is Urgency.URGENT, "the last is kept")
    kept = document(secretary)
    assert (kept.symbol, kept.issued, kept.kind) == ("12/TTr-UBND", date(2026, 11, 27), "Tờ trình")
    assert kept.summary == "Về dự toán năm 2027"
    secretary.wait(lambda: page.leaf.drawn, "its first page is painted")
    secretary.write(page.issued, "31/02/2026")
    secretary.settle()
    assert document(secretary).issued == date(2026, 11, 27)
    assert page.issued.accessibleDescription() != ""


def test_who_may_read_an_item_is_chosen_from_the_office(secretary, tmp_path: Path) -> None:
    secretary.with_files(tmp_path, "a.pdf")
    secretary.screen.list.choose(secretary.row("a"))
    page = secretary.screen.side.document
    assert page.access.text() == "Mọi người: 2 đại biểu, 1 khách"
    secretary.click(page.access)
    dialog = secretary.dialog(lambda: secretary.screen.side.item.dialog, "who may read it")
    dialog.which.choose(1)
    dialog.checks["p-khach"].setChecked(False)
    secretary.accept(dialog)
    secretary.wait(lambda: secretary.view.draft.packet.items[0].access, "it is kept")
    assert set(secretary.view.draft.packet.items[0].access) == {"p-lan", "p-minh"}
    assert page.access.text() == "Chỉ 2 người"


def test_the_meetings_times_run_forward(secretary) -> None:
    secretary.begin()
    page = secretary.screen.side.meeting
    before = secretary.view.draft.packet.meeting
    secretary.write(page.ends, "07:00 01/01/2020")
    secretary.settle()
    assert secretary.view.draft.packet.meeting == before
    assert page.ends.accessibleDescription() == "Kết thúc phải sau lúc bắt đầu."
    secretary.write(page.title, "  ")
    secretary.settle()
    assert secretary.view.draft.packet.meeting.title == before.title
    secretary.write(page.title, "Kỳ họp thứ bảy")
    secretary.write(page.short, "Kỳ 7")
    secretary.wait(lambda: secretary.view.draft.packet.meeting.short == "Kỳ 7", "it is kept")
    assert secretary.screen.header._title.text() == "Kỳ 7"


def test_a_motion_offers_only_what_its_rule_allows(secretary, tmp_path: Path) -> None:
    secretary.with_files(tmp_path, "a.pdf")
    secretary.click(secretary.screen.motion_button)
    page = secretary.screen.side.motion
    secretary.wait(page.isVisible, "the motion's page is shown")
    (motion,) = secretary.view.draft.packet.motions
    assert (motion.question, secretary.view.draft.lacks) == ("Thông qua: Mục một?", {})
    assert page.choices.text == "Tán thành\nKhông tán thành\nKhông biểu quyết"
    offered = [page.kind.itemText(n) for n in range(page.kind.count())]
    assert "Lấy phiếu tín nhiệm" not in offered
    assert [page.timing.itemText(n) for n in range(page.timing.count())] == ["Tại phiên họp"]
    assert page.until.isHidden() or not page.until.isVisible()
    page.kind.setCurrentText("Ý kiến bằng văn bản")
    page.kind.activated.emit(page.kind.currentIndex())
    secretary.wait(lambda: secretary.view.draft.packet.motions[0].kind is MotionKind.WRITTEN_OPINION, "kept")
    motion = secretary.view.draft.packet.motions[0]
    assert (motion.timing, motion.secrecy) == (Timing.SEALED_UNTIL, Secrecy.OPEN)
    assert page.until.isVisible()
    assert [page.secrecy.itemText(n) for n in range(page.secrecy.count())] == ["Công khai, ghi tên"]
    assert "2" not in secretary.screen.bar.state.text()
    assert secretary.screen.bar.state.text() == "1 chỗ phải sửa"
    secretary.write(page.until, "17:00 20/12/2026")
    secretary.wait(lambda: not secretary.view.draft.lacks, "nothing is lacking")
    next(iter(page.documents.values())).click()
    secretary.wait(lambda: secretary.view.draft.packet.motions[0].documents, "a document is attached")
    secretary.write(page.grace, "90")
    secretary.wait(lambda: secretary.view.draft.packet.motions[0].grace_minutes == 90, "grace")
    secretary.write(page.grace, "mười")
    secretary.wait(lambda: secretary.view.draft.packet.motions[0].grace_minutes == 0, "no number is none")
    secretary.wait(lambda: page.grace.text() == "0", "what is kept is shown")
    page.choices.setPlainText("Một\n\nHai")
    page.choices.keep_now()
    secretary.wait(lambda: secretary.view.draft.packet.motions[0].choices == ("Một", "Hai"), "choices")


def take_keyboard(secretary, field: QWidget) -> None:
    secretary.window.activateWindow()
    secretary.wait(secretary.window.isActiveWindow, "the window has the keyboard")
    field.setFocus()
    assert field.hasFocus()


def test_words_stay_with_the_row_that_they_were_written_for(secretary, tmp_path: Path, pdf) -> None:
    secretary.with_files(tmp_path, "a.pdf")
    secretary.screen.list.choose(secretary.row("a"))
    page = secretary.screen.side.document
    take_keyboard(secretary, page.summary)
    page.summary.setPlainText("Của a")
    page.summary.keep_now()
    secretary.composer.add_files([pdf(tmp_path / "b.pdf", "b")], "")
    secretary.wait(lambda: secretary.names() == ["a", "b"], "it is in")
    secretary.wait(lambda: page.row == secretary.row("b"), "what was added is shown")
    assert page.summary.text == ""
    page.summary.setPlainText("Của b")
    secretary.screen.list.choose(secretary.row("a"))
    secretary.wait(lambda: page.summary.text == "Của a", "its own words")
    secretary.wait(
        lambda: [one.summary for _, one in secretary.view.draft.packet.documents()] == ["Của a", "Của b"],
        "each has its own",
    )


def test_what_is_taken_back_goes_from_the_field_that_it_was_written_in(secretary, tmp_path: Path) -> None:
    secretary.with_files(tmp_path, "a.pdf")
    secretary.screen.list.choose(secretary.row("a"))
    page = secretary.screen.side.document
    take_keyboard(secretary, page.summary)
    page.summary.setPlainText("Về\ndự toán")
    page.summary.keep_now()
    secretary.wait(lambda: document(secretary).summary == "Về dự toán", "it is kept")
    assert page.summary.toPlainText() == "Về\ndự toán", "as it was written, while it is being written"
    secretary.composer.undo()
    secretary.wait(lambda: document(secretary).summary == "", "it is taken back")
    secretary.wait(lambda: page.summary.text == "", "the field shows it")


def test_what_could_not_be_kept_stays_written(secretary, tmp_path: Path, monkeypatch) -> None:
    secretary.with_files(tmp_path, "a.pdf")
    secretary.screen.list.choose(secretary.row("a"))
    page = secretary.screen.side.document

    def fails(*_: object) -> None:
        raise SohopError(Code.DISK_FULL)

    monkeypatch.setattr(drafting, "change", fails)
    page.summary.setPlainText("Về dự toán")
    page.summary.keep_now()
    secretary.wait(secretary.screen.banner.isVisible, "it is said")
    secretary.composer.refresh()
    secretary.settle()
    assert page.summary.text == "Về dự toán"


def test_emptied_choices_are_those_of_the_rule(secretary, tmp_path: Path) -> None:
    secretary.with_files(tmp_path, "a.pdf")
    secretary.click(secretary.screen.motion_button)
    page = secretary.screen.side.motion
    secretary.wait(page.isVisible, "the motion's page is shown")
    take_keyboard(secretary, page.choices)
    page.choices.setPlainText("Một\n\nHai\n")
    page.choices.keep_now()
    secretary.wait(lambda: secretary.view.draft.packet.motions[0].choices == ("Một", "Hai"), "choices")
    assert page.choices.toPlainText() == "Một\n\nHai\n"
    page.choices.setPlainText("")
    page.choices.keep_now()
    secretary.wait(lambda: secretary.view.draft.packet.motions[0].choices == (), "the rule's")
    secretary.settle()
    assert (page.choices.text, page.choices.placeholderText()[:9]) == ("", "Tán thành")


def test_a_proposed_question_goes_with_its_title_and_a_written_one_stays(secretary, tmp_path: Path) -> None:
    secretary.with_files(tmp_path, "a.pdf")
    secretary.click(secretary.screen.motion_button)
    page = secretary.screen.side.motion
    secretary.wait(page.isVisible, "the motion's page is shown")

    def rename(title: str) -> str:
        page.title.setText(title)
        page.title.setModified(True)
        page.title.keep_now()
        secretary.wait(lambda: secretary.view.draft.packet.motions[0].title == title, "it is kept")
        return secretary.view.draft.packet.motions[0].question

    assert rename("Dự toán") == "Thông qua: Dự toán?"
    page.question.setPlainText("Có đồng ý không?")
    page.question.keep_now()
    secretary.wait(
        lambda: secretary.view.draft.packet.motions[0].question == "Có đồng ý không?", "it is written"
    )
    assert rename("Ngân sách") == "Có đồng ý không?"


def test_a_file_of_the_draft_is_read_in_its_pages(secretary, tmp_path: Path) -> None:
    secretary.with_files(tmp_path, "a.pdf")
    secretary.screen.list.choose(secretary.row("a"))
    secretary.click(secretary.screen.side.document.open_button)
    preview = secretary.composer.preview
    secretary.wait(lambda: preview.file.shown == document(secretary).file, "it is open")
    secretary.wait(lambda: preview.file.view.is_sharp, "its page is painted")
    assert not secretary.screen.list.isVisible()
    secretary.window.activateWindow()
    secretary.wait(secretary.window.isActiveWindow, "the window has the keyboard")
    QTest.keyClick(preview.file.view, Qt.Key.Key_Escape)
    secretary.wait(secretary.screen.list.isVisible, "the agenda is back")
    assert preview.file.shown == ""


def test_a_document_is_replaced_and_its_words_stay(secretary, tmp_path: Path, pdf) -> None:
    secretary.with_files(tmp_path, "a.pdf")
    before = document(secretary)
    secretary.composer.replace(before.id, pdf(tmp_path / "moi.pdf", "ban moi"))
    secretary.wait(lambda: document(secretary).file != before.file, "the file is another one")
    assert (document(secretary).id, document(secretary).name) == (before.id, before.name)
    (tmp_path / "hong.pdf").write_bytes(b"khong phai pdf")
    after = document(secretary)
    secretary.composer.replace(before.id, tmp_path / "hong.pdf")
    secretary.dialog(lambda: secretary.composer.files.dialog, "why it can't be").reject()
    assert document(secretary) == after


@pytest.mark.parametrize("text", ["27/11/2026", "27.11.2026", "27-11-2026"])
def test_days_are_read_as_they_are_written(text: str) -> None:
    assert read_day(text) == date(2026, 11, 27)


def test_what_is_no_day_and_no_moment_is_none() -> None:
    for text in ("", "30/02/2026", "1/1/26", "mai", "27/11/2026 08:00"):
        assert read_day(text) is None
    for text in ("", "27/11/2026", "25:00 27/11/2026", "08:00", "08:61 27/11/2026"):
        assert read_moment(text) is None


def test_moments_come_back_as_they_were() -> None:
    moment = datetime(2026, 11, 27, 8, 5).astimezone()
    assert read_moment(moment_written(moment)) == moment
    assert read_moment("27/11/2026, 8h05") == moment
    assert read_moment("8h 27/11/2026") == datetime(2026, 11, 27, 8, 0).astimezone()
    assert (day_written(None), moment_written(None)) == ("", "")
