"""The thread under the notes: what was said to the shared mark that is chosen, and a field to answer."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.core.views import MarkView, OpinionView
from reader.ui.said.draft import OpinionDraft
from reader.ui.said.rows import SaidList, SaidRow
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Button, Kind, Line, Panel, Paragraph, Row, hold
from reader.ui.widgets.text_area import TextArea
from sync.model.annotation import Audience
from sync.model.ids import MarkId, OpinionId


class ThreadPane(Panel):
    """Hidden while no shared mark is chosen, and while a note is being written (`set_away`)."""

    sent = Signal(object)
    """OpinionDraft: a reply to be sent."""
    draftChanged = Signal(object)
    """OpinionDraft, within a second of every change."""
    deleteRequested = Signal(str)
    """OpinionId of a reply of one's own."""
    markShown = Signal(str)
    """MarkId whose thread is shown now: a draft may be kept for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 0, Colour.PAPER, parent)
        self._mark: MarkView | None = None
        self._written_to: MarkId | None = None
        self._away = False
        self._replies: Mapping[MarkId, tuple[OpinionView, ...]] = {}
        self._title = Paragraph("", Role.NOTE_STRONG, Colour.INK2, max_lines=1)
        self.list = SaidList(self.tr("Trả lời cho ghi chú này"))
        self.list.picked.connect(self._offer)
        self.list.removed.connect(self._remove)
        self.field = TextArea(self.tr("Trả lời"), least=52, most=96)
        self.field.setPlaceholderText(self.tr("Trả lời ở đây…"))
        self.field.kept.connect(lambda: self.draftChanged.emit(self._draft()))
        self.field.textChanged.connect(self._offer)
        self.field.submitted.connect(self._send)
        self.send = Button(self.tr("Gửi"), name=self.tr("Gửi trả lời"))
        self.send.clicked.connect(lambda _checked=False: self._send())
        self.remove = Button(self.tr("Xóa"), Kind.QUIET, icon="trash", name=self.tr("Xóa trả lời"))
        self.remove.clicked.connect(lambda _checked=False: self._remove())
        head = QWidget()
        above = Row(head, (16, 0, 8, 0), 8)
        above.addWidget(self._title, 1)
        above.addWidget(self.remove)
        hold(head, min_height=34)
        foot = QWidget()
        below = Row(foot, (16, 8, 12, 12), 8)
        below.addWidget(self.field, 1)
        below.addWidget(self.send, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addWidget(Line())
        self.column.addWidget(head)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(foot)
        self.hide()

    def set_replies(self, replies: Mapping[MarkId, tuple[OpinionView, ...]]) -> None:
        """All replies to shared marks of the meeting."""
        self._replies = replies
        self._show()

    def set_mark(self, mark: MarkView | None) -> None:
        """The mark chosen in the list."""
        shared = mark is not None and mark.audience is not Audience.PRIVATE
        self._mark = mark if shared else None
        shown = None if self._mark is None else self._mark.id
        if shown != self._written_to:
            self.keep()
            self.field.write("")
            self._written_to = shown
            if shown is not None:
                self.markShown.emit(shown)
        self._show()

    def set_away(self, away: bool) -> None:
        """Give its place to something else, or take it again."""
        self._away = away
        self._show()

    def keep(self) -> None:
        """What is being written goes to the disk now."""
        self.field.keep_now()

    def resume(self, draft: OpinionDraft) -> None:
        """Go on with what was being written to this mark; what stands in the field meanwhile stays."""
        if self._mark is not None and draft.mark == self._mark.id and not self.field.text:
            self.field.write(draft.text)

    def _show(self) -> None:
        mark = self._mark
        self.setVisible(mark is not None and not self._away)
        replies = self._replies.get(mark.id, ()) if mark is not None else ()
        self.list.set_rows([SaidRow(opinion=reply) for reply in replies])
        self.list.setVisible(bool(replies))
        more = QSizePolicy.Policy.Expanding if replies else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, more)
        count = self.tr("Trao đổi: {n} trả lời", None, len(replies)).format(n=len(replies))
        self._title.set_text(count if replies else self.tr("Chưa ai trả lời"))
        self._offer()

    def _draft(self) -> OpinionDraft:
        return OpinionDraft(mark=self._written_to, text=self.field.text)

    def _offer(self) -> None:
        self.send.setEnabled(bool(self.field.text))
        row = self.list.current
        self.remove.setVisible(row is not None and row.opinion is not None and row.opinion.mine)

    def _send(self) -> None:
        draft = self._draft()
        if draft.text:
            self.field.write("")
            self.sent.emit(draft)

    def _remove(self) -> None:
        row = self.list.current
        if row is not None and row.opinion is not None and row.opinion.mine:
            self.deleteRequested.emit(OpinionId(row.opinion.id))
