"""Submitting from the window: what is said, and when."""

from __future__ import annotations

from pathlib import Path

from support.packets import MEETING

from reader.core.book import Book
from reader.core.composing.submitting import Stage
from reader.ui.theme import Tone
from reader.ui.widgets import Paragraph
from sync.errors import Code


def said(dialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(Paragraph))


def submit(secretary):
    secretary.click(secretary.screen.bar.button)
    return secretary.dialog(lambda: secretary.composer.sending.dialog, "what would be submitted")


def test_it_is_submitted_when_the_hubs_receipt_is_here(secretary, tmp_path: Path) -> None:
    secretary.with_files(tmp_path, "a.pdf", "b.pdf")
    dialog = submit(secretary)
    assert "Bản 1" in said(dialog)
    assert "2 tệp · 2 trang" in said(dialog)
    secretary.accept(dialog)
    secretary.wait(lambda: secretary.view.standing.stage is Stage.SENDING, "it is signed")
    assert "Đã trình" not in secretary.screen.bar.state.text()
    secretary.hub_answers()
    secretary.wait(lambda: secretary.screen.bar.state.text() == "Đã trình, chờ phê duyệt", "it is submitted")
    assert not secretary.screen.bar.button.isEnabled()
    secretary.composer.remove([secretary.row("b")])
    secretary.wait(secretary.screen.bar.button.isEnabled, "what was changed can be submitted again")
    assert "đã sửa thêm" in secretary.screen.bar.state.text()


def test_without_a_line_the_draft_is_kept_and_nothing_is_queued(secretary, tmp_path: Path) -> None:
    secretary.with_files(tmp_path, "a.pdf")
    secretary.office.uploading.cut = True
    secretary.accept(submit(secretary))
    secretary.wait(secretary.screen.banner.isVisible, "it is said")
    told = secretary.screen.banner.accessibleDescription()
    assert "Bản soạn vẫn ở trên máy này" in told
    assert "bấm trình lại" in told
    assert secretary.window._books.wait(lambda book: book.vault.outbox.pending_count()) == 0
    assert secretary.screen.bar.button.isEnabled()
    secretary.office.uploading.cut = False
    secretary.accept(submit(secretary))
    secretary.wait(lambda: secretary.view.standing.stage is Stage.SENDING, "it goes when there is a line")
    assert not secretary.screen.banner.isVisible()


def test_an_upload_can_be_stopped(secretary, tmp_path: Path) -> None:
    secretary.with_files(tmp_path, "a.pdf")
    secretary.office.uploading.may_go.clear()
    secretary.accept(submit(secretary))
    work = secretary.composer.sending.work
    secretary.wait(lambda: work._dialog is not None, "how far it is")
    work._dialog.safe_button.click()
    secretary.wait(lambda: not work.busy, "it has stopped")
    secretary.settle()
    assert secretary.view.standing.stage is Stage.COMPOSING
    assert secretary.window._books.wait(lambda book: book.vault.outbox.pending_count()) == 0
    assert not secretary.screen.banner.isVisible()


def test_a_refusal_is_told_with_its_reason(secretary, tmp_path: Path) -> None:
    secretary.with_files(tmp_path, "a.pdf")
    secretary.accept(submit(secretary))
    secretary.wait(lambda: secretary.view.standing.stage is Stage.SENDING, "it is signed")
    secretary.hub_answers(Code.PACKET_SUPERSEDED)
    secretary.wait(lambda: secretary.screen.bar.state.text().startswith("Không được nhận."), "it is told")
    assert secretary.screen.bar.button.isEnabled()


def test_what_must_be_put_right_is_named_and_nothing_goes(secretary) -> None:
    secretary.begin()
    dialog = submit(secretary)
    assert dialog.action_button is None
    assert "Chưa có tài liệu nào." in said(dialog)


def test_a_late_replacement_needs_a_reason_that_delegates_read(secretary, tmp_path: Path, pdf) -> None:
    secretary.wait(lambda: secretary.book.shelf_view is not None, "the shelf is drawn")
    secretary.book.shelf.deskOpened.emit(MEETING)
    desk = secretary.desk
    secretary.wait(desk.ready.revise_button.isVisible, "the desk is shown")
    secretary.click(desk.ready.revise_button)
    secretary.wait(
        lambda: secretary.screen.isVisible() and secretary.composer.view is not None, "a new version"
    )
    assert secretary.screen.header._title.text().endswith("bản 2")
    (document,) = [one for _, one in secretary.view.draft.packet.documents()]
    secretary.composer.replace(document.id, pdf(tmp_path / "moi.pdf", "ban moi"))
    secretary.wait(lambda: secretary.view.changes.replaced, "it is replaced")
    dialog = submit(secretary)
    assert f"Thay: {document.name}" in said(dialog)
    assert not dialog.action_button.isEnabled()
    dialog.reason.setPlainText("Sửa số liệu bảng 2")
    secretary.accept(dialog)
    secretary.wait(lambda: secretary.view.standing.stage is Stage.SENDING, "it is signed")
    blobs = secretary.office.uploading.blobs.values()
    assert any("Sửa số liệu bảng 2".encode() in blob for blob in blobs)


def test_a_scan_is_told_before_it_is_submitted(secretary, tmp_path: Path) -> None:
    import pymupdf

    scan = pymupdf.open()
    scan.new_page().draw_rect((50, 50, 200, 200), fill=(0, 0, 0))
    scan.save(tmp_path / "quet.pdf")
    secretary.begin()
    secretary.composer.add_files([tmp_path / "quet.pdf"], "")
    secretary.wait(lambda: secretary.names() == ["quet"], "it is in")
    (check,) = [row.check for row in secretary.screen.list.rows.rows if row.check is not None]
    assert (check.text, check.tone) == ("Bản quét, không có chữ", Tone.BAD)
    assert secretary.screen.bar.state.text() == "1 tệp cần xem"


def test_that_another_version_came_up_is_told_and_the_draft_stays(secretary, tmp_path: Path, pdf) -> None:
    secretary.wait(lambda: secretary.book.shelf_view is not None, "the shelf is drawn")
    secretary.book.composing.revise(MEETING)
    secretary.wait(lambda: secretary.composer.view is not None and secretary.screen.isVisible(), "a draft")
    secretary.composer.add_item()
    secretary.wait(lambda: len(secretary.view.draft.packet.items) == 2, "something of her own")
    paper, office = secretary.office.paper, secretary.office

    def arrive(book: Book) -> None:
        stored = book.vault.packets.current(MEETING)
        item = paper.item(paper.document(office.data))
        paper.deliver(book.vault, paper.manifest(item, after=stored.manifest, motions=()), item)

    secretary.happens(arrive)
    secretary.wait(lambda: secretary.view.standing.stage is Stage.OVERTAKEN, "it is told")
    assert secretary.screen.bar.state.text() == "Bản khác đã phát hành trong lúc soạn"
    dialog = submit(secretary)
    assert dialog.action_button is None
    assert "bản 2 của kỳ họp đã được phát hành" in said(dialog)
    assert len(secretary.view.draft.packet.items) == 2
