"""The approver gives a version back with remarks, before the window."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget
from support.approver import Approver

from reader.core.approving import Turn
from reader.core.reviewing import LONGEST
from reader.ui.approve.remarks import RemarkDialog
from reader.ui.widgets import Dialog, Paragraph
from sync.model.events import Event
from sync.model.ids import DocumentId
from sync.model.review import Remark, ReturnPacket
from sync.wire.codec import decode_payload

Shown = TypeVar("Shown", bound=QWidget)


def dialog(approver: Approver, kind: type[Shown]) -> Shown:
    """The one that is up."""

    def up() -> list[Shown]:
        return [one for one in approver.window.findChildren(kind) if one.isVisible()]

    approver.wait(up, "a dialog")
    (found,) = up()
    return found


def write(approver: Approver, text: str) -> None:
    """Fill in the remark that is asked for, and keep it."""
    asked = dialog(approver, RemarkDialog)
    approver.type(asked.area, text)
    assert asked.action_button is not None
    approver.click(asked.action_button)


def kept(approver: Approver) -> list[tuple[str, str]]:
    view = approver.approving.view
    return [] if view is None else [(one.name, one.text) for one in view.remarks]


def test_a_remark_on_what_is_being_read_is_kept_changed_and_thrown_away(approver: Approver) -> None:
    approver.documents_arrive()
    approver.open()
    screen = approver.approving.screen
    assert not screen.remark_button.isVisible()
    screen.read(DocumentId("doc-1"))
    approver.click(screen.remark_button)
    asked = dialog(approver, RemarkDialog)
    assert asked.action_button is not None
    assert not asked.action_button.isEnabled()
    write(approver, "Thiếu phụ lục 2")
    approver.wait(lambda: kept(approver) == [("Tờ trình 12/TTr-UBND", "Thiếu phụ lục 2")], "it is kept")
    screen.show_tab(0)
    change = screen.summary.remarks.stack._rows[0].button
    approver.wait(lambda: not change.visibleRegion().isEmpty(), "it is on the screen")
    approver.click(change)
    write(approver, " và 3")
    approver.wait(lambda: kept(approver)[0][1] != "Thiếu phụ lục 2", "it is changed")
    approver.click(change)
    approver.click(dialog(approver, RemarkDialog).remove_button)
    approver.wait(lambda: kept(approver) == [], "it is thrown away")


def test_two_remarks_written_before_the_first_is_shown_are_both_kept(approver: Approver) -> None:
    approver.documents_arrive()
    approver.open()
    returning, view = approver.approving.returning, approver.approving.view
    assert returning is not None
    assert view is not None
    for text in ("một", "hai"):
        returning._keep(view, None, Remark(text=text))
    approver.wait(lambda: kept(approver) == [("", "một"), ("", "hai")], "both are kept")


def test_a_remark_that_is_too_long_is_not_cut(approver: Approver) -> None:
    approver.open()
    approver.click(approver.approving.screen.summary.remarks.add_button)
    asked = dialog(approver, RemarkDialog)
    asked.area.write("x" * (LONGEST + 1))
    asked.area.submitted.emit()
    assert asked.isVisible()
    asked.area.write("x" * LONGEST)
    asked.area.submitted.emit()
    approver.wait(lambda: kept(approver) == [("", "x" * LONGEST)], "it is kept whole")


def test_it_is_given_back_only_with_a_word(approver: Approver) -> None:
    approver.documents_arrive()
    approver.open()
    screen = approver.approving.screen
    approver.click(screen.summary.return_button)
    write(approver, "Sửa ngày họp")
    approver.wait(lambda: kept(approver), "it is kept")
    approver.click(screen.summary.return_button)
    asked = dialog(approver, Dialog)
    assert asked.action_button is not None
    approver.click(asked.action_button)

    def turn() -> Turn | None:
        return None if approver.approving.view is None else approver.approving.view.card.turn

    approver.wait(lambda: turn() is Turn.RETURNING, "it waits to be sent")
    assert not screen.summary.approve_button.isVisible()
    assert not screen.summary.return_button.isVisible()
    assert approver.office.book is not None
    sent = approver.window._books.wait(lambda book: list(book.vault.outbox.pending(9)))
    (body,) = [decode_payload(one.payload, Event).body for one in sent]
    assert isinstance(body, ReturnPacket)
    assert [remark.text for remark in body.remarks] == ["Sửa ngày họp"]


def test_who_approves_with_remarks_unsent_is_told(approver: Approver) -> None:
    approver.documents_arrive()
    approver.open()
    screen = approver.approving.screen
    approver.click(screen.summary.remarks.add_button)
    write(approver, "Nhỏ thôi")
    approver.wait(lambda: kept(approver), "it is kept")
    approver.click(screen.summary.approve_button)
    words = dialog(approver, Dialog).findChildren(Paragraph)
    said = "".join(child.text() for child in words)
    assert "1 góp ý đã viết sẽ không được gửi." in said
