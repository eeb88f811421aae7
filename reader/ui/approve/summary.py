"""What a submitted version is and what is different in it; and the one button."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.core.approving import ApprovalView, Turn
from reader.core.composing.changes import Changes
from reader.ui.approve.remarks import Remarks
from reader.ui.approve.words import turn_said
from reader.ui.compose.words import change_lines, cut, kind_words, question_of
from reader.ui.format import date_text, files_text, items_text, pages_text, size_text, span_text
from reader.ui.plain import plain
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Button, Card, Column, Flow, Kind, Paragraph, Row, Size
from reader.ui.widgets.layout import Grid, Scroll, clear
from reader.ui.widgets.pill import TONE_INK, Glyph
from reader.ui.widgets.surface import Line, Panel
from sync.model.motion import Motion

_MOST_REASON = 2_000


class Summary(QWidget):
    """`approveRequested`, `returnRequested` and `readRequested` by its buttons."""

    approveRequested = Signal()
    readRequested = Signal()
    returnRequested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: ApprovalView | None = None
        self._title = Paragraph("", Role.PAGE_TITLE)
        self._when = Paragraph("", Role.BODY, Colour.INK2)
        self._glyph = Glyph("info", 24)
        self.state = Paragraph("", Role.BODY_STRONG)
        self._pairs = Column(spacing=0)
        self.read_button = Button(self.tr("Đọc tài liệu"), icon="book-open", size=Size.MAIN)
        self.approve_button = Button(self.tr("Xác nhận phê duyệt…"), Kind.PRIMARY, size=Size.MAIN)
        self.approve_button.setEnabled(False)
        self.return_button = Button(self.tr("Trả lại…"), size=Size.MAIN)
        self.remarks = Remarks()
        card = Card((28, 24, 28, 24), 0)
        card.column.addWidget(self._title)
        card.column.addWidget(self._when)
        card.column.gap(16)
        card.column.addWidget(Line())
        card.column.addLayout(self._pairs)
        card.column.gap(16)
        card.column.addWidget(self.remarks)
        middle = Row(None, 0, 0)
        middle.addStretch(1)
        middle.addWidget(card, 8)
        middle.addStretch(1)
        inside = QWidget()
        column = Column(inside, (24, 20, 24, 20))
        column.addLayout(middle)
        column.addStretch(1)
        whole = Column(self)
        whole.addWidget(Scroll(inside), 1)
        whole.addWidget(self._make_bar())
        self.read_button.clicked.connect(lambda _checked=False: self.readRequested.emit())
        self.approve_button.clicked.connect(lambda _checked=False: self.approveRequested.emit())
        self.return_button.clicked.connect(lambda _checked=False: self.returnRequested.emit())

    def _make_bar(self) -> QWidget:
        """How it stands and what can be done: always in sight, however many motions there are."""
        bar = Panel()
        inner = QWidget()
        flow = Grid(inner, (24, 10, 24, 10), 16, 8)
        state = Row(spacing=8)
        state.addWidget(self._glyph)
        state.addWidget(self.state, 1)
        acts = QWidget()
        buttons = Flow(acts, 0, 12)
        for button in (self.read_button, self.return_button, self.approve_button):
            buttons.addWidget(button)
        flow.addLayout(state, 0, 0)
        flow.addWidget(acts, 0, 1)
        flow.setColumnStretch(0, 1)
        bar.column.addWidget(Line())
        bar.column.addWidget(inner)
        return bar

    def set_view(self, view: ApprovalView) -> None:
        """Show a version."""
        card, meeting = view.card, view.meeting.card
        said = turn_said(card)
        self._glyph.set_icon(said.icon, TONE_INK[said.tone])
        self.state.set_text(said.text)
        self.state.set_colour(TONE_INK[said.tone])
        self.approve_button.setVisible(card.turn is Turn.MINE)
        self.approve_button.setEnabled(card.complete)
        self.return_button.setVisible(card.turn in (Turn.MINE, Turn.APPROVED))
        self.remarks.set_view(view)
        if view == self._shown:
            return
        self._shown = view
        self._title.set_text(cut(card.title))
        when = f"{date_text(meeting.starts)}, {span_text(meeting.starts, meeting.ends)}"
        self._when.set_text(cut(f"{when} · {meeting.place}" if meeting.place else when))
        clear(self._pairs)
        for name, text in self._told(view):
            self._pairs.gap(14)
            self._pairs.addWidget(Paragraph(name, Role.NOTE_STRONG, Colour.INK2))
            self._pairs.addWidget(Paragraph(text, Role.BODY))

    def _told(self, view: ApprovalView) -> list[tuple[str, str]]:
        files = sum(len(item.documents) for item in view.meeting.items)
        amount = " · ".join(
            (
                items_text(len(view.meeting.items)),
                files_text(files),
                pages_text(view.pages),
                size_text(view.size),
            )
        )
        by = cut(view.card.by)
        told = [(self.tr("Bản {n}, {by} trình").format(n=view.card.version, by=by or "–"), amount)]
        if view.reason:
            told.append((self.tr("Lý do có bản mới, đại biểu sẽ đọc"), plain(view.reason)[:_MOST_REASON]))
        if view.published:
            lines = change_lines(view.changes) if view.changes != Changes() else []
            said = "\n".join(lines) or self.tr("Không thêm, bớt hay thay tài liệu nào.")
            told.append((self.tr("So với bản {n} đã phát hành").format(n=view.published), said))
        if view.motions:
            lines = [
                f"{number}. {_asked(motion)} ({kind_words()[motion.rule.kind]})"
                for number, motion in enumerate(view.motions, 1)
            ]
            told.append((self.tr("Biểu quyết"), "\n".join(lines)))
        return told


def _asked(motion: Motion) -> str:
    """Its title, and its question where that says more."""
    same = motion.question == question_of(motion.title)
    return cut(motion.title) if same else f"{cut(motion.title)}: {cut(motion.question)}"
