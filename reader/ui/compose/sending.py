"""Submitting and publishing: what goes is shown first, the upload can be stopped, and nothing is said to have
arrived before the hub's receipt is here."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.core.composing import submitting
from reader.core.composing.showing import ComposeView
from reader.core.composing.submitting import Stage
from reader.core.preparing import Submitted
from reader.core.services import OnBook, Services, Uploading
from reader.pdf.stopping import StoppedError
from reader.ui.compose.words import amount, change_lines, cut, download, lack_text, remark_word
from reader.ui.long_work import LongWork, Stopped, Tell, Work
from reader.ui.problems import sentence, tone
from reader.ui.tasks import Asker
from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets import Dialog, Paragraph, open_for
from reader.ui.widgets.text_area import TextArea
from sync.errors import Code, SohopError

_NAMES: Final = 8
"""Of what must be put right."""
_LONGEST: Final = 2_000


class SubmitDialog(Dialog):
    """What is submitted, what it changes, and why; or what must be put right before."""

    def __init__(self, view: ComposeView, parent: QWidget) -> None:
        draft = view.draft
        blocked = _blocked(view)
        super().__init__(
            QCoreApplication.translate("SubmitDialog", "Trình phê duyệt"),
            parent,
            heading=cut(draft.packet.meeting.title),
            safe=QCoreApplication.translate("SubmitDialog", "Soạn tiếp"),
            action="" if blocked else QCoreApplication.translate("SubmitDialog", "Ký và trình"),
        )
        self.reason: TextArea | None = None
        if blocked:
            self._pair(self.tr("Phải sửa trước"), "\n".join(blocked[:_NAMES]))
        self._pair(self.tr("Bản {n}").format(n=draft.version), f"{amount(draft)}\n{download(draft)}")
        if doubtful := _doubtful(view):
            more = len(doubtful) - _NAMES
            lines = doubtful[:_NAMES]
            if more > 0:
                lines.append(self.tr("Và {n} tệp nữa.", None, more).format(n=more))
            self._pair(self.tr("Nên xem lại trước khi ký"), "\n".join(lines))
        if view.published:
            said = "\n".join(change_lines(view.changes)) or self.tr("Không thêm, bớt hay thay tài liệu nào.")
            self._pair(self.tr("So với bản {n} đã phát hành").format(n=view.published), said)
        if view.published and not blocked:
            self.reason = TextArea(self.tr("Lý do có bản mới"), least=76, most=112)
            self.body.gap(16)
            self.body.addWidget(Paragraph(self.tr("Lý do có bản mới, đại biểu sẽ đọc"), Role.BODY_STRONG))
            self.body.gap(8)
            self.body.addWidget(self.reason)
            self.reason.textChanged.connect(self._check)
        if not blocked:
            self.body.gap(16)
            told = self.tr(
                "Người phê duyệt, là người khác, xem đúng bản này rồi xác nhận. Đại biểu chưa thấy gì."
            )
            self.body.addWidget(Paragraph(told, Role.NOTE, Colour.INK2))
        self.body.gap(16)
        self._check()

    @property
    def change(self) -> str:
        """The reason."""
        return "" if self.reason is None else self.reason.text[:_LONGEST]

    def _check(self) -> None:
        if self.action_button is not None:
            self.action_button.setEnabled(self.reason is None or bool(self.reason.text))

    def _pair(self, name: str, said: str) -> None:
        self.body.gap(16)
        self.body.addWidget(Paragraph(name, Role.NOTE_STRONG, Colour.INK2))
        self.body.addWidget(Paragraph(said, Role.BODY))


class Sending(QObject):
    """One packet at a time, for one window."""

    signed = Signal()
    """The upload is done and the signature waits for the next round."""
    told = Signal(str, str, object)
    """Title, text, tone."""

    def __init__(self, services: Services, books: Asker, on_book: OnBook, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._books = books
        self._on_book = on_book
        self._window = window
        self.work = LongWork(window)
        self.dialog: Dialog | None = None

    def ask(self, view: ComposeView) -> None:
        """Show what would be submitted."""
        dialog = SubmitDialog(view, self._window)
        dialog.accepted.connect(lambda: self.send(view, dialog.change))
        open_for(self, dialog)

    def send(self, view: ComposeView, change: str) -> None:
        """Upload and sign."""
        on_book, meeting, size = self._on_book, view.meeting, max(1, view.draft.size)
        services = self._services
        under_way: list[Uploading] = []

        def run(tell: Tell, stopped: Stopped) -> Submitted:
            uploads = services.uploads(on_book)
            under_way.append(uploads)
            done = 0

            def arrived(more: int) -> None:
                nonlocal done
                done += more
                tell(min(0.99, done / size))

            try:
                if stopped():
                    raise StoppedError
                return submitting.submit(on_book, meeting, change, uploads, arrived)
            except SohopError as error:
                if stopped():
                    raise StoppedError from error
                raise

        def halt() -> None:
            for uploads in under_way:
                uploads.stop()

        self.work.start(Work(self.tr("Đang tải lên"), run, lambda _: self.signed.emit(), self._failed, halt))

    def ask_publish(self, view: ComposeView) -> None:
        """Let readers have the approved version?"""
        dialog = Dialog(
            self.tr("Phát hành"),
            self._window,
            heading=cut(view.draft.packet.meeting.title),
            text=self.tr(
                "Đã đủ hai người ký. Từ lúc phát hành, máy của đại biểu tự tải bản này về; muốn rút lại phải "
                "thu hồi tài liệu."
            ),
            safe=self.tr("Chưa phát hành"),
            action=self.tr("Phát hành"),
        )
        dialog.body.gap(16)
        meeting = view.meeting
        dialog.accepted.connect(
            lambda: self._books.ask(
                lambda book: submitting.publish(book, meeting), lambda _: self.signed.emit(), self._refused
            )
        )
        open_for(self, dialog)

    def stop(self) -> None:
        """The screen goes: the upload ends, and goes on from there the next time."""
        self.work.stop()

    def _refused(self, error: SohopError) -> None:
        self.told.emit(self.tr("Chưa phát hành được"), sentence(error), tone(error))

    def _failed(self, error: SohopError) -> None:
        said = tone(error)
        kept = self.tr("Bản soạn vẫn ở trên máy này và không mất gì.")
        again = self.tr("Khi có mạng, bấm trình lại: phần đã lên không phải gửi nữa.")
        text = " ".join((sentence(error), kept, again) if said is Tone.WAIT else (sentence(error), kept))
        self.told.emit(self.tr("Chưa trình được"), text, said)


def _doubtful(view: ComposeView) -> list[str]:
    """What should be looked at: each file that keeps nothing back, with the worst that was found."""
    return [
        f"{cut(document.name)}: {word.text}"
        for _, document in view.draft.packet.documents()
        for remark in view.draft.remarks.get(document.id, ())[:1]
        for word in (remark_word(remark),)
        if not remark.refuses and word.tone is not Tone.PLAIN
    ]


def _blocked(view: ComposeView) -> list[str]:
    """What must be put right, each with its place."""
    packet = view.draft.packet
    if view.standing.stage is Stage.OVERTAKEN:
        return [sentence(SohopError(Code.PACKET_OVERTAKEN, version=view.published))]
    lines = [
        f"{cut(document.name)}: {remark_word(remark).text}"
        for _, document in packet.documents()
        for remark in view.draft.remarks.get(document.id, ())
        if remark.refuses
    ]
    lines += [
        f"{cut(motion.title)}: {lack_text(lack)}"
        for motion in packet.motions
        for lack in view.draft.lacks.get(motion.id, ())
    ]
    if not any(True for _ in packet.documents()):
        lines.append(QCoreApplication.translate("SubmitDialog", "Chưa có tài liệu nào."))
    return lines
