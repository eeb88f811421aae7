"""The agenda of a packet being made: adding, moving, renaming, removing, and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from reader.core.composing import drafting
from reader.core.composing.composition import add_item, set_item, set_meeting
from reader.store.drafts import Drafts
from reader.ui.compose.dates import moment_written
from reader.ui.compose.model import MEETING
from reader.ui.theme import Tone
from reader.ui.widgets import Dialog, Paragraph
from sync.errors import Code, SohopError

Pdf = Callable[..., Path]


def drop(secretary, data: QMimeData, at: QPoint) -> None:
    """Let something go over the list, as the system does."""
    event = QDropEvent(
        QPointF(at), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    secretary.screen.list.dropEvent(event)


def middle(secretary, row: str) -> QPoint:
    files = secretary.screen.list
    return files.visualRect(files.rows.index_of(row)).center()


def urls(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_a_new_meeting_is_begun_from_the_shelf(secretary) -> None:
    secretary.wait(secretary.book.shelf.drafts.isVisible, "drafts are offered")
    secretary.click(secretary.book.shelf.drafts.button)
    dialog = secretary.dialog(lambda: secretary.book.composing.dialog, "how it begins")
    assert not dialog.action_button.isEnabled()
    dialog.name.set_text("Kỳ họp thứ sáu")
    dialog.to_time.set_text("07:00")
    assert not dialog.action_button.isEnabled()
    dialog.to_time.set_text("11h30")
    secretary.accept(dialog)
    secretary.wait(secretary.screen.isVisible, "the draft is shown")
    assert secretary.view.draft.packet.meeting.title == "Kỳ họp thứ sáu"
    assert secretary.screen.saved.text().startswith("Đã lưu trên máy lúc")
    secretary.screen.backRequested.emit()
    entries = secretary.book.shelf.drafts.stack
    secretary.wait(lambda: any(r.isVisible() for r in entries._rows), "it is on the shelf")
    secretary.click(entries._rows[0].button)
    secretary.wait(secretary.screen.isVisible, "it is shown again")


def test_an_agenda_can_be_taken_from_an_earlier_meeting(secretary) -> None:
    secretary.click(secretary.book.shelf.drafts.button)
    dialog = secretary.dialog(lambda: secretary.book.composing.dialog, "how it begins")
    dialog.name.set_text("Kỳ họp thứ sáu")
    dialog.which.choose(1)
    secretary.accept(dialog)
    secretary.wait(secretary.screen.isVisible, "the draft is shown")
    assert secretary.titles() == ["1. Mục 1"]


def test_an_item_is_added_named_in_place_and_renamed(secretary) -> None:
    secretary.begin()
    secretary.click(secretary.screen.item_button)
    files = secretary.screen.list
    secretary.wait(lambda: files.findChild(QLineEdit), "its name is asked for")
    editor = files.findChild(QLineEdit)
    editor.setText("Khai mạc")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    secretary.wait(lambda: secretary.titles() == ["1. Khai mạc"], "it is called so")
    page = secretary.screen.side.item
    secretary.wait(page.isVisible, "its page is shown")
    page.title.setText("Khai mạc kỳ họp")
    page.title.setModified(True)
    page.title.editingFinished.emit()
    secretary.wait(lambda: secretary.titles() == ["1. Khai mạc kỳ họp"], "it is renamed")


def test_a_name_that_is_being_typed_survives_news(secretary) -> None:
    secretary.begin()
    secretary.click(secretary.screen.item_button)
    files = secretary.screen.list
    secretary.wait(lambda: files.findChild(QLineEdit), "its name is asked for")
    editor = files.findChild(QLineEdit)
    QTest.keyClicks(editor, "Khai")
    before = secretary.view
    secretary.composer.refresh()
    secretary.wait(lambda: secretary.view is not before, "the draft is shown again")
    QTest.keyClicks(editor, " mac")
    assert editor.text() == "Khai mac"


def test_files_fall_on_an_item_and_on_none(secretary, tmp_path: Path, pdf: Pdf) -> None:
    secretary.with_files(tmp_path, "a.pdf")
    secretary.click(secretary.screen.item_button)
    secretary.wait(lambda: len(secretary.titles()) == 3, "a second item is there")
    drop(secretary, urls(pdf(tmp_path / "b.pdf", "b")), middle(secretary, secretary.row("a")))
    secretary.wait(lambda: secretary.names() == ["a", "b"], "it is under the first item")
    drop(secretary, urls(pdf(tmp_path / "c.pdf", "c")), QPoint(10, secretary.screen.list.height() - 3))
    secretary.wait(lambda: secretary.names() == ["a", "b", "c"], "it is under the last item")
    items = [item.title for item, _ in secretary.view.draft.packet.documents()]
    assert items == ["Mục một", "Mục một", "Mục mới"]


def test_files_fall_on_the_strip_below_the_agenda(secretary, tmp_path: Path, pdf: Pdf) -> None:
    secretary.with_files(tmp_path, "a.pdf")
    strip = secretary.screen._strip.layout().itemAt(0).widget()
    data, here = urls(pdf(tmp_path / "b.pdf", "b")), QPointF(5, 5)
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    strip.dropEvent(QDropEvent(here, action, data, button, keys))
    secretary.wait(lambda: secretary.names() == ["a", "b"], "it is under the last item")


def test_files_go_in_and_are_exchanged_whatever_the_reading_in_the_background_does(
    secretary, tmp_path: Path, pdf: Pdf
) -> None:
    secretary.book.pdf.background.close()
    secretary.with_files(tmp_path, "a.pdf")
    (document,) = [one for _, one in secretary.view.draft.packet.documents()]
    secretary.composer.files.exchange(secretary.view.meeting, pdf(tmp_path / "b.pdf", "b"), document.id)
    secretary.wait(
        lambda: secretary.view.draft.packet.document(document.id).file != document.file, "it is another file"
    )


def test_rows_are_dragged_to_other_places(secretary, tmp_path: Path) -> None:
    secretary.with_files(tmp_path, "a.pdf", "b.pdf", "c.pdf")
    files = secretary.screen.list
    data = QMimeData()
    data.setData("application/x-sohop-agenda-row", secretary.row("c").encode())
    place = files.visualRect(files.rows.index_of(secretary.row("a")))
    drop(secretary, data, QPoint(place.center().x(), place.top() + 2))
    secretary.wait(lambda: secretary.names() == ["c", "a", "b"], "it is the first")
    data.setData("application/x-sohop-agenda-row", secretary.row("c").encode())
    drop(secretary, data, middle(secretary, secretary.row("Mục một")))
    secretary.wait(lambda: secretary.names() == ["a", "b", "c"], "let go on the item it is the last")
    assert files.here.id == secretary.row("c")


def test_several_rows_move_and_go_at_once(secretary, tmp_path: Path) -> None:
    secretary.with_files(tmp_path, "a.pdf", "b.pdf", "c.pdf", "d.pdf")
    files = secretary.screen.list
    files.choose(secretary.row("c"))
    files.setFocus()
    QTest.keyClick(files, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert files.marked == [secretary.row("c"), secretary.row("d")]
    QTest.keyClick(files, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    secretary.wait(lambda: secretary.names() == ["a", "c", "d", "b"], "both went up")
    assert files.marked == [secretary.row("c"), secretary.row("d")]
    data = QMimeData()
    data.setData("application/x-sohop-agenda-row", "\n".join(files.marked).encode())
    place = files.visualRect(files.rows.index_of(secretary.row("a")))
    drop(secretary, data, QPoint(place.center().x(), place.top() + 2))
    secretary.wait(lambda: secretary.names() == ["c", "d", "a", "b"], "both are let go above the first")
    assert files.marked == [secretary.row("c"), secretary.row("d")]
    QTest.keyClick(files, Qt.Key.Key_Delete)
    secretary.wait(lambda: secretary.names() == ["a", "b"], "both are gone")
    assert secretary.composer._toast.accessibleName() == "Đã gỡ 2 dòng"
    secretary.composer._toast.button.click()
    secretary.wait(lambda: secretary.names() == ["c", "d", "a", "b"], "one step took them back")


def test_one_question_comes_before_documents_go_where_everybody_reads_them(secretary, tmp_path: Path) -> None:
    secretary.with_files(tmp_path, "a.pdf", "b.pdf")
    few = secretary.view.draft.packet.items[0].id
    secretary.composer.step(
        lambda packet: add_item(set_item(packet, few, access=("p-lan",)), "Báo cáo")[0], secretary.row("a")
    )
    secretary.wait(lambda: len(secretary.view.draft.packet.items) == 2, "an open item is there")
    files = secretary.screen.list

    def under() -> list[int]:
        return [len(item.documents) for item in secretary.view.draft.packet.items]

    files.choose(secretary.row("b"))
    files.setFocus()
    QTest.keyClick(files, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    dialog = secretary.dialog(lambda: secretary.composer.dialog, "it is asked, by the keys too")
    said = " ".join(one.text() for one in dialog.findChildren(Paragraph))
    assert "“B”" in said
    assert "Mục này ai cũng đọc được: “Báo cáo”" in said
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    secretary.wait(lambda: secretary.composer.dialog is None, "it is called off")
    assert secretary.saved(secretary.view.meeting) == ["a", "b"]
    assert (under(), files.here.id) == ([2, 0], secretary.row("b"))
    data = QMimeData()
    rows = [secretary.row("a"), secretary.row("b")]
    data.setData("application/x-sohop-agenda-row", "\n".join(rows).encode())
    drop(secretary, data, middle(secretary, secretary.row("Báo cáo")))
    dialog = secretary.dialog(lambda: secretary.composer.dialog, "it is asked once for both")
    said = " ".join(one.text() for one in dialog.findChildren(Paragraph))
    assert "“A”, “B”" in said
    assert under() == [2, 0]
    secretary.accept(dialog)
    secretary.wait(lambda: under() == [0, 2], "both went")
    assert files.marked == rows
    QTest.keyClick(files, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    secretary.wait(lambda: under() == [2, 0], "back to where fewer read it is not asked")


def test_keys_move_remove_and_take_back(secretary, tmp_path: Path) -> None:
    secretary.with_files(tmp_path, "a.pdf", "b.pdf")
    files = secretary.screen.list
    files.choose(secretary.row("b"))
    files.setFocus()
    QTest.keyClick(files, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    secretary.wait(lambda: secretary.names() == ["b", "a"], "it went up")
    assert files.here.id == secretary.row("b")
    QTest.keyClick(files, Qt.Key.Key_Delete)
    secretary.wait(lambda: secretary.names() == ["a"], "it is gone")
    assert secretary.saved(secretary.view.meeting) == ["a"]
    secretary.window.activateWindow()
    secretary.wait(secretary.window.isActiveWindow, "the window has the keyboard")
    files.setFocus()
    QTest.keyClick(files, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    secretary.wait(lambda: secretary.names() == ["b", "a"], "it is back")
    QTest.keyClick(files, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    secretary.wait(lambda: secretary.names() == ["a", "b"], "it is where it was")
    QTest.keyClick(files, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    secretary.wait(lambda: secretary.names() == ["b", "a"], "done again")


def test_what_was_removed_is_offered_back(secretary, tmp_path: Path) -> None:
    secretary.with_files(tmp_path, "a.pdf")
    secretary.composer.remove([secretary.row("Mục một")])
    secretary.wait(lambda: secretary.titles() == [], "the item went with its documents")
    secretary.composer._toast.button.click()
    secretary.wait(lambda: secretary.names() == ["a"], "it is back")


def test_a_folder_is_proposed_taken_and_undone_as_one_step(secretary, tmp_path: Path, pdf: Pdf) -> None:
    folder = tmp_path / "ho so"
    for name in ("2. Ngân sách/10.pdf", "2. Ngân sách/9.pdf", "1. Khai mạc/moi.pdf"):
        pdf(folder / name, name)
    (folder / "1. Khai mạc/to trinh.txt").write_bytes(b"x")
    secretary.begin()
    drop(secretary, urls(folder), QPoint(10, secretary.screen.list.height() - 3))
    dialog = secretary.dialog(lambda: secretary.composer.files.dialog, "the proposal")
    assert dialog.windowTitle() == "Đề xuất: 2 mục, 3 tệp"
    assert secretary.titles() == []
    secretary.accept(dialog)
    secretary.wait(lambda: len(secretary.names()) == 3, "the files are in")
    assert [t for t in secretary.titles() if ". " in t] == ["1. Khai mạc", "2. Ngân sách"]
    told = secretary.dialog(lambda: secretary.composer.files.dialog, "what did not go in")
    assert told.windowTitle() == "Không thêm được 1 tệp"
    told.reject()
    secretary.screen.undoRequested.emit()
    secretary.wait(lambda: secretary.titles() == [], "all of it is taken back at once")


def test_too_many_files_are_refused_with_a_sentence(secretary, tmp_path: Path) -> None:
    folder = tmp_path / "nhieu"
    folder.mkdir()
    for number in range(5_000):
        (folder / f"{number}.pdf").write_bytes(b"x")
    secretary.begin()
    secretary.composer.add_files([folder], "")
    secretary.wait(secretary.screen.banner.isVisible, "it is said")
    assert "500" in secretary.screen.banner.accessibleDescription()
    assert secretary.names() == []


def test_names_of_strangers_are_shown_plain_and_cut(secretary, tmp_path: Path, pdf: Pdf) -> None:
    name = "<b>xin</b>".replace("/", "") + "\u202e" + "x" * 200 + ".pdf"
    secretary.with_files(tmp_path, name)
    (title,) = [row.title for row in secretary.screen.list.rows.rows if row.kind.value == "document"]
    assert title.startswith("<b>xin")
    assert "\u202e" not in title
    assert len(title) <= 120


def test_the_same_file_twice_is_told(secretary, tmp_path: Path, pdf: Pdf) -> None:
    secretary.with_files(tmp_path, "a.pdf")
    secretary.composer.add_files([tmp_path / "tep/a.pdf"], "")
    secretary.wait(lambda: len(secretary.names()) == 2, "it is in")
    secretary.wait(secretary.screen.banner.isVisible, "it is said")
    checks = [row.check for row in secretary.screen.list.rows.rows if row.check is not None]
    assert [one.text.startswith("Trùng tệp khác") for one in checks] == [False, True]
    assert checks[1].tone is Tone.WAIT


def test_rows_speak(secretary, tmp_path: Path) -> None:
    secretary.with_files(tmp_path, "a.pdf")
    files = secretary.screen.list
    index = files.rows.index_of(secretary.row("a"))
    assert files.rows.data(index, Qt.ItemDataRole.AccessibleTextRole).startswith("Tài liệu, A, 1, ")
    assert files.rows.index_of(MEETING).row() == 0


def test_what_is_written_is_kept_when_the_book_is_locked(secretary) -> None:
    secretary.begin()
    meeting = secretary.view.meeting
    page = secretary.screen.side.meeting
    page.place.setFocus()
    page.place.setText("Hội trường")
    page.place.setModified(True)
    secretary.lock()
    secretary.unlock("một câu đủ dài")
    secretary.book.composing.open(meeting)
    secretary.wait(secretary.screen.isVisible, "the draft is shown")
    assert secretary.view.draft.packet.meeting.place == "Hội trường"


def test_a_draft_that_is_not_wanted_goes_after_one_question(secretary, tmp_path: Path) -> None:
    secretary.with_files(tmp_path, "a.pdf")
    secretary.screen.list.choose(MEETING)
    secretary.click(secretary.screen.side.meeting.discard_button)
    dialog = secretary.dialog(lambda: secretary.composer.dialog, "whether it goes")
    secretary.accept(dialog)
    secretary.wait(secretary.book.shelf.isVisible, "the shelf is shown")
    assert secretary.window._books.wait(lambda book: book.vault.drafts.meetings()) == []


def test_a_draft_that_is_gone_leads_back_to_the_shelf(secretary) -> None:
    secretary.begin()
    meeting = secretary.view.meeting
    secretary.happens(lambda book: book.vault.drafts.forget(meeting))
    secretary.wait(secretary.book.shelf.isVisible, "the shelf is shown")
    secretary.composer.step(lambda packet: set_meeting(packet, title="Muộn"))


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_has_a_name(secretary, tmp_path: Path, scale: float) -> None:
    from reader.ui.theme import current
    from reader.ui.widgets import Button

    secretary.with_files(tmp_path, "a.pdf")
    current().set_scale(scale)
    try:
        secretary.settle()
        nameless = [
            one
            for one in secretary.screen.findChildren(Button)
            if one.isVisible() and not (one.text().strip() or one.accessibleName().strip())
        ]
        assert nameless == []
    finally:
        current().set_scale(1.0)


def test_nothing_of_one_draft_is_left_on_the_screen_of_another(secretary, tmp_path: Path) -> None:
    secretary.with_files(tmp_path, "a.pdf")
    first = secretary.view.meeting
    secretary.screen.list.choose(MEETING)
    page = secretary.screen.side.meeting
    secretary.write(page.ends, "07:00 01/01/2020")
    secretary.write(page.title, "  ")
    page.place.setText("Hội trường A")
    page.place.setModified(True)
    secretary.composer.open_file(secretary.row("a"))
    secretary.wait(lambda: secretary.composer.preview.file.shown != "", "its file is open")
    secretary.screen.header.syncOpened.emit()
    secretary.begin("Kỳ họp khác")
    secretary.wait(lambda: secretary.view.meeting != first, "the other one is shown")
    meeting = secretary.view.draft.packet.meeting
    assert (page.title.text(), page.place.text()) == ("Kỳ họp khác", "")
    assert page.ends.accessibleDescription() == page.title.accessibleDescription() == ""
    assert page.ends.text() == moment_written(meeting.ends)
    assert secretary.composer.preview.file.shown == ""
    assert secretary.screen.list.isVisible()
    kept = secretary.window._books.wait(lambda book: drafting.load(book, first)).packet.meeting
    assert kept.place == "Hội trường A"


def test_a_draft_is_shown_though_the_one_before_it_is_gone(secretary, tmp_path: Path) -> None:
    secretary.with_files(tmp_path, "a.pdf")
    first = secretary.view.meeting
    secretary.screen.list.choose(MEETING)
    page = secretary.screen.side.meeting
    page.place.setText("Hội trường A")
    page.place.setModified(True)
    secretary.screen.header.syncOpened.emit()
    secretary.window._books.wait(lambda book: book.vault.drafts.forget(first))
    secretary.begin("Kỳ họp khác")
    secretary.settle()
    assert secretary.screen.isVisible()
    assert secretary.view.meeting != first


def test_a_file_that_is_open_goes_with_its_draft(secretary, tmp_path: Path) -> None:
    secretary.with_files(tmp_path, "a.pdf")
    secretary.composer.open_file(secretary.row("a"))
    secretary.wait(lambda: secretary.composer.preview.file.shown != "", "its file is open")
    secretary.composer.ask_discard()
    secretary.dialog(lambda: secretary.composer.dialog, "is it not wanted?")
    first = secretary.view.meeting
    secretary.happens(lambda book: book.vault.drafts.forget(first))
    secretary.wait(secretary.book.shelf.isVisible, "the shelf")
    assert secretary.composer.preview.file.shown == ""
    assert not any(one.isVisible() for one in secretary.window.findChildren(Dialog))


def test_a_draft_that_could_not_be_discarded_is_kept_on_with(secretary, monkeypatch) -> None:
    secretary.begin()
    meeting, place = secretary.view.meeting, secretary.screen.side.meeting.place

    def fails(*_: object) -> None:
        raise SohopError(Code.DISK_FULL)

    with monkeypatch.context() as patch:
        patch.setattr(Drafts, "forget", fails)
        secretary.composer.ask_discard()
        secretary.accept(secretary.dialog(lambda: secretary.composer.dialog, "is it not wanted?"))
        secretary.wait(secretary.screen.banner.isVisible, "it is told")
    assert secretary.screen.isVisible()
    secretary.write(place, "Hội trường A")
    secretary.wait(lambda: secretary.view.draft.packet.meeting.place == "Hội trường A", "words are kept")
    secretary.composer.ask_discard()
    secretary.accept(secretary.dialog(lambda: secretary.composer.dialog, "is it not wanted?"))
    secretary.wait(secretary.book.shelf.isVisible, "the shelf")
    assert secretary.window._books.wait(lambda book: book.vault.drafts.get(meeting)) is None
