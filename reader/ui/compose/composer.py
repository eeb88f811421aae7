"""One packet being made: what the person does on its screen, done to the draft in the vault."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from reader.core.book import Book
from reader.core.composing import composition as steps
from reader.core.composing import drafting, outline, showing
from reader.core.composing.composition import Composition
from reader.core.composing.showing import ComposeView
from reader.core.composing.tables import MotionTable
from reader.core.composing.taking import Taken
from reader.core.owner import OwnerView
from reader.core.services import Services
from reader.pdf import PdfClient
from reader.ui.compose.files import FilesIn
from reader.ui.compose.first_pages import FirstPages
from reader.ui.compose.preview import Preview
from reader.ui.compose.screen import ComposeScreen
from reader.ui.compose.sending import Sending
from reader.ui.compose.wider import WiderDialog
from reader.ui.compose.words import cut, file_kinds, question_of
from reader.ui.papers.inviting import Inviting
from reader.ui.papers.writer import PaperWriter
from reader.ui.tasks import Asker, BookThread
from reader.ui.widgets import Dialog, Kind, close_dialogs, open_for
from reader.ui.widgets.toast import Toast
from sync.errors import Code, SohopError
from sync.model.ids import MeetingId, new_id
from sync.model.rules import MotionKind


class Composer(QObject):
    """Every step is kept at once; the screen shows what the vault then says."""

    acted = Signal()
    """Something waits to be sent."""
    gone = Signal()
    """The draft is not here any more."""
    followed = Signal(str)
    """MeetingId: it is published, and who has it is to be seen."""

    def __init__(self, services: Services, books: BookThread, pdf: PdfClient, owner: OwnerView) -> None:
        super().__init__()
        self._books = Asker(books)
        self._meeting: MeetingId | None = None
        self._view: ComposeView | None = None
        self._toast: Toast | None = None
        self.dialog: Dialog | None = None
        self.screen = ComposeScreen()
        self.screen.header.set_owner(owner)
        self.files = FilesIn(books.wait, self.screen)
        self.sending = Sending(services, self._books, books.wait, self.screen)
        self.writer = PaperWriter(self._books, self.screen, self.screen.say, self.screen.problem)
        self.inviting = Inviting(self.writer)
        self.pictures = FirstPages(self._books, pdf, self.screen)
        self.preview = Preview(self._books, pdf)
        self.screen.put_over(self.preview)
        self._connect()

    @property
    def view(self) -> ComposeView | None:
        """What the screen shows."""
        return self._view

    def enter(self, meeting: MeetingId, shown: Callable[[], object] = lambda: None) -> None:
        """Show a draft; ``shown`` is called when it is on the screen."""
        if meeting != self._meeting:  # the one before may have been left without a word, as by the indicator
            self.leave()
            self.screen.side.forget()
        self._meeting, self._view = meeting, None
        self.screen.hush()

        def show(view: ComposeView) -> None:
            if self._meeting == meeting:
                self._show(view)
                shown()

        self._books.ask(lambda book: showing.view(book, meeting), show, self._failed)

    def refresh(self) -> None:
        """Ask again how it stands."""
        meeting = self._meeting
        if meeting is not None:
            self._books.ask(lambda book: showing.view(book, meeting), self._show, self._failed)

    def leave(self) -> None:
        """Keep what is still being written."""
        self._close_preview()
        self.screen.side.flush()
        self._end_toast()

    def put_away(self) -> None:
        """The book is being locked: what is being written is kept, what is under way ends."""
        self.leave()
        self.files.stop()
        self.sending.stop()
        self.writer.stop()
        self.pictures.stop()
        self._books.close()

    def step(self, step: Callable[[Composition], Composition], choose: str = "") -> None:
        """Take a step, and go to a row."""
        meeting = self._meeting
        if meeting is None:
            return

        def work(book: Book) -> ComposeView:
            drafting.change(book, meeting, step)
            return showing.view(book, meeting)

        self._books.ask(
            work, lambda view: self._show(view, choose), lambda error: self._failed(error, meeting)
        )

    def move(self, step: Callable[[Composition], Composition], rows: Sequence[str]) -> None:
        """Rows go elsewhere: at once, or after a question where others may read a document there."""
        meeting = self._meeting
        if meeting is None:
            return

        def work(book: Book) -> ComposeView | tuple[outline.Wider, ...]:
            return drafting.change_unless_wider(book, meeting, step) or showing.view(book, meeting)

        def done(made: ComposeView | tuple[outline.Wider, ...]) -> None:
            if isinstance(made, ComposeView):
                self._show(made, rows[0])
            elif meeting == self._meeting:
                dialog = WiderDialog(self.screen, made)
                dialog.accepted.connect(lambda: self.step(step, rows[0]))
                dialog.rejected.connect(lambda: self.screen.list.choose(rows[0]))
                open_for(self, dialog)

        self._books.ask(work, done, lambda error: self._failed(error, meeting))

    def add_item(self) -> None:
        """A new item below the one chosen, to be named at once."""
        view = self._view
        if view is None:
            return
        here = self.screen.list.here
        ids = [one.id for one in view.draft.packet.items]
        at = next((n + 1 for n, one in enumerate(ids) if here is not None and one == here.item), None)
        title = self.tr("Mục mới")
        meeting = view.meeting

        def work(book: Book) -> tuple[ComposeView, str]:
            packet, item = steps.add_item(drafting.packet_of(book, meeting), title, at)
            drafting.save(book, packet)
            return showing.view(book, meeting), item

        self._books.ask(work, lambda made: self._name_now(*made), self._failed)

    def add_motion(self) -> None:
        """A motion on the item chosen, or on the last one; its words are proposed."""
        view, here = self._view, self.screen.list.here
        if view is None or not view.draft.packet.items:
            return
        items = view.draft.packet.items
        item = next((one for one in items if here is not None and one.id == here.item), items[-1])
        motion = MotionTable(
            id=new_id("v"),
            item=item.id,
            kind=MotionKind.RESOLUTION,
            title=item.title,
            question=question_of(item.title),
        )
        self.step(lambda packet: steps.add_motion(packet, motion), motion.id)

    def add_files(self, paths: list[Path], item: str) -> None:
        """Files and folders that were chosen or fell on an item; a folder that fell on none is proposed."""
        view = self._view
        if view is None or not paths:
            return
        have = sum(1 for _ in view.draft.packet.documents())
        if not item and len(paths) == 1 and os.path.isdir(paths[0]):
            self.files.propose(view.meeting, paths[0], have)
            return
        last = view.draft.packet.items[-1].id if view.draft.packet.items else ""
        self.files.add(view.meeting, paths, have, item or last, self.tr("Tài liệu kỳ họp"))

    def remove(self, rows: Sequence[str]) -> None:
        """Rows go; a strip offers to take that back."""
        view = self._view
        if view is None:
            return
        try:
            names = [cut(outline.name_of(view.draft.packet, row)) for row in rows]
        except KeyError:
            return
        self.step(lambda packet: outline.remove_all(packet, rows))
        self._end_toast()
        said = self.tr("Đã gỡ “{name}”").format(name=names[0])
        if len(names) > 1:
            said = self.tr("Đã gỡ {n} dòng", None, len(names)).format(n=len(names))
        toast = self._toast = Toast(said, self.screen.list)
        toast.undone.connect(self.undo)
        toast.gone.connect(lambda: setattr(self, "_toast", None))
        toast.pop()

    def open_file(self, document: str) -> None:
        """A document's pages, as they will be read."""
        view = self._view
        if view is not None:
            found = view.draft.packet.document(document)
            self.screen.show_over(self.preview)
            self.preview.open(found.name, found.file)

    def ask_invitation(self) -> None:
        """Take the invitation to this meeting out, as the draft stands."""
        self.screen.side.flush()
        if self._meeting is not None:
            self.inviting.ask(self._meeting, draft=True)

    def ask_discard(self) -> None:
        """Is the draft not wanted any more?"""
        view = self._view
        if view is None:
            return
        dialog = Dialog(
            self.tr("Bỏ bản soạn"),
            self.screen,
            heading=cut(view.draft.packet.meeting.title),
            text=self.tr(
                "Bản soạn và các tệp của nó bị xóa khỏi máy này, không lấy lại được. "
                "Tài liệu đã phát hành và bản đã trình không thay đổi."
            ),
            safe=self.tr("Giữ lại"),
            action=self.tr("Bỏ bản soạn"),
            kind=Kind.DANGER_FILLED,
        )
        dialog.body.gap(16)
        dialog.accepted.connect(lambda: self._discard(view.meeting))
        open_for(self, dialog)

    def _discard(self, meeting: MeetingId) -> None:
        self._books.ask(lambda book: book.vault.drafts.forget(meeting), lambda _: self._lose(), self._failed)

    def undo(self) -> None:
        """Back one step."""
        self._back(lambda book, meeting: book.vault.drafts.undo(meeting))

    def redo(self) -> None:
        """Forward one step."""
        self._back(lambda book, meeting: book.vault.drafts.redo(meeting))

    def ask_replacement(self, document: str) -> None:
        """Which file in its place?"""
        title = self.tr("Thay bản")
        name, _ = QFileDialog.getOpenFileName(self.screen, title, str(Path.home()), file_kinds())
        if name:
            self.replace(document, Path(name))

    def replace(self, document: str, path: Path) -> None:
        """Another file for a document, whose words stay."""
        if self._view is not None:
            self.files.exchange(self._view.meeting, path, document)

    def submit(self) -> None:
        """Show what would be submitted, with what was written last."""
        self.screen.side.flush()
        meeting = self._meeting
        if meeting is not None:
            self._books.ask(lambda book: showing.view(book, meeting), self.sending.ask, self._failed)

    # ------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        screen, files = self.screen, self.screen.list
        files.rowsMoved.connect(
            lambda rows, gap: self.move(lambda packet: outline.put_all(packet, rows, gap), rows)
        )
        files.rowsMovedInto.connect(
            lambda rows, item: self.move(lambda packet: outline.put_all_into(packet, rows, item), rows)
        )
        files.rowsShifted.connect(
            lambda rows, by: self.move(lambda packet: outline.shift_all(packet, rows, by), rows)
        )
        files.rows.renamed.connect(
            lambda row, name: self.step(lambda packet: outline.renamed(packet, row, name))
        )
        files.rowsRemoved.connect(self.remove)
        files.filesDropped.connect(self.add_files)
        screen.side.edited.connect(self.step)
        screen.side.removed.connect(lambda row: self.remove([row]))
        screen.side.document.replaceRequested.connect(self.ask_replacement)
        screen.side.meeting.discardRequested.connect(self.ask_discard)
        screen.side.meeting.invitationRequested.connect(self.ask_invitation)
        screen.side.document.openRequested.connect(self.open_file)
        self.preview.left.connect(self._close_preview)
        screen.side.document.accessRequested.connect(self._ask_access)
        screen.side.document.pictureWanted.connect(self.pictures.want)
        self.pictures.drawn.connect(screen.side.document.set_picture)
        screen.filesRequested.connect(self._choose_files)
        screen.folderRequested.connect(self._choose_folder)
        screen.itemRequested.connect(self.add_item)
        screen.motionRequested.connect(self.add_motion)
        screen.undoRequested.connect(self.undo)
        screen.redoRequested.connect(self.redo)
        screen.bar.submitRequested.connect(self.submit)
        screen.bar.publishRequested.connect(
            lambda: None if self._view is None else self.sending.ask_publish(self._view)
        )
        screen.bar.followRequested.connect(self._follow)
        self.files.taken.connect(self._taken)
        self.files.failed.connect(self._failed)
        self.files.told.connect(screen.say)
        self.sending.told.connect(screen.say)
        self.sending.signed.connect(self._signed)

    def _show(self, view: ComposeView, choose: str = "") -> None:
        if view.meeting == self._meeting:
            self._view = view
            self.screen.set_view(view, choose)

    def _name_now(self, view: ComposeView, item: str) -> None:
        self._show(view, item)
        index = self.screen.list.rows.index_of(item)
        if index.isValid():
            self.screen.list.edit(index)

    def _taken(self, taken: Taken) -> None:
        meeting, first = self._meeting, next(iter((*taken.items, *taken.documents)), "")
        if meeting is not None:
            self._books.ask(
                lambda book: showing.view(book, meeting), lambda view: self._show(view, first), self._failed
            )

    def _back(self, go: Callable[[Book, MeetingId], object]) -> None:
        self.screen.side.flush()
        self._end_toast()
        meeting = self._meeting
        if meeting is None:
            return

        def work(book: Book) -> ComposeView:
            go(book, meeting)
            return showing.view(book, meeting)

        self._books.ask(work, self._show, self._failed)

    def _choose_files(self) -> None:
        here = self.screen.list.here
        self.add_files(self.files.choose_files(), here.item if here is not None else "")

    def _choose_folder(self) -> None:
        folder = self.files.choose_folder()
        if folder is not None:
            self.add_files([folder], "")

    def _ask_access(self, item: str) -> None:
        view = self._view
        if view is not None:
            page = self.screen.side.item
            page.show_row(view, item)
            page.ask_access()

    def _follow(self) -> None:
        if self._meeting is not None:
            self.leave()
            self.followed.emit(self._meeting)

    def _signed(self) -> None:
        self.screen.hush()
        self.acted.emit()  # upon which what is shown is asked for again

    def _close_preview(self) -> None:
        self.screen.show_over(None)
        self.preview.close_file()

    def _end_toast(self) -> None:
        if self._toast is not None:
            self._toast.leave()

    def _failed(self, error: SohopError, meeting: MeetingId | None = None) -> None:
        """``meeting``: whose step it was, where that may not be the one shown any more."""
        if error.code is not Code.PACKET_UNKNOWN:
            self.screen.problem(error)
        elif meeting in (None, self._meeting):
            self._lose()

    def _lose(self) -> None:
        """The draft is not here any more: nothing of it stays, nor a question about it."""
        self._meeting = self._view = None
        self._close_preview()
        if self.screen.isVisible():
            close_dialogs(self.screen.window())
        self.gone.emit()
