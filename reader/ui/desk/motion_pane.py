"""One motion while the meeting is conducted: its state, its acts, who has voted, and its result."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.core.views import DeskMotion, DeskView
from reader.ui.ballot.result import ResultBody
from reader.ui.ballot.words import pill_state, secrecy_state, timing_text
from reader.ui.desk import count_words, words
from reader.ui.desk.acts import MotionActs
from reader.ui.desk.projection import GOING
from reader.ui.desk.sheet import refused_of
from reader.ui.lists import RowList
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role, current
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.empty import Empty
from reader.ui.widgets.layout import Column, Flow, Row, Scroll
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.pill import Pill
from reader.ui.widgets.progress import Bar
from reader.ui.widgets.rows import RowData, RowDelegate, RowModel
from reader.ui.widgets.surface import Card
from sync.model.ids import MotionId


class MotionPane(QStackedWidget):
    """`acts` are those of the page of votes; `wholeRequested` asks for that page."""

    wholeRequested = Signal(str)
    """MotionId"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._motion: MotionId | None = None
        self.addWidget(Empty("list-checks", self.tr("Mục này không có nội dung biểu quyết")))
        self._state, self._secrecy = Pill(""), Pill("")
        self._when = Paragraph("", Role.NOTE, Colour.INK2)
        pills = QWidget()
        flow = Flow(pills, 0, 8)
        for sign in (self._state, self._secrecy, self._when):
            flow.addWidget(sign)
        self._title = Paragraph("", Role.SERIF_TITLE, max_lines=5)
        self._turnout = Paragraph("", Role.PAGE_TITLE)
        self._bar = Bar(total=True)
        self.acts = MotionActs()
        self._head = Paragraph(self.tr("Chưa thấy phiếu"), Role.BODY_STRONG)
        self.whole_button = Button("", Kind.QUIET, trailing="caret-right")
        self.whole_button.clicked.connect(lambda _checked=False: self._ask_whole())
        over = Row(spacing=8)
        over.addWidget(self._head, 1)
        over.addWidget(self.whole_button, 0, Qt.AlignmentFlag.AlignRight)
        self._model = RowModel(parent=self)
        self.left = _Short(self.tr("Chưa thấy phiếu"))
        self.left.setModel(self._model)
        self.left.setItemDelegate(RowDelegate(self.left))
        self._result = ResultBody()
        inside = QWidget()
        upper = Column(inside, (23, 14, 23, 12), 8)
        for part in (pills, self._title, self._turnout, self._bar):
            upper.addWidget(part)
        upper.addLayout(over)
        upper.addWidget(self.left, 1)
        upper.addWidget(self._result)
        upper.addWidget(self.acts)
        upper.addStretch(0)
        card = Card(1)
        card.column.addWidget(Scroll(inside), 1)
        self.addWidget(card)

    @property
    def motion(self) -> MotionId | None:
        """The one shown."""
        return self._motion

    @property
    def turnout(self) -> str:
        """How many votes there are, in words."""
        return self._turnout.text()

    def set_motion(self, view: DeskView, shown: DeskMotion | None) -> None:
        """Show this one, or that there is none."""
        self.setCurrentIndex(0 if shown is None else 1)
        self._motion = None if shown is None else shown.motion.id
        if shown is None:
            return
        motion = shown.motion
        for pill, state in ((self._state, pill_state(motion)), (self._secrecy, secrecy_state(motion))):
            pill.set_state(state.text, state.tone, state.icon)
        self._when.set_text(timing_text(motion) if motion.state in GOING else "")
        self._title.set_text(plain_line(motion.question or motion.title))
        going = motion.state in GOING
        self._turnout.set_text(words.turnout(shown))
        self._bar.set_share(words.turned_out(shown) / shown.roll if shown.roll else 0.0)
        self._bar.setAccessibleName(words.turnout(shown))
        lacking = _lacking(shown) if going else []
        for part in (self._turnout, self._bar):
            part.setVisible(going)
        self._head.setVisible(bool(lacking))
        self.left.setVisible(bool(lacking))
        self.whole_button.set_text(
            self.tr("Bảng đối chiếu, ghi phiếu…") if going else self.tr("Chi tiết biểu quyết")
        )
        self._model.set_rows(lacking)
        self.left.scheduleDelayedItemsLayout()
        self._result.setVisible(motion.result is not None)
        self._result.set_motion(motion)
        self.acts.set_motion(view, shown)

    def _ask_whole(self) -> None:
        if self._motion is not None:
            self.wholeRequested.emit(self._motion)


def _lacking(shown: DeskMotion) -> list[RowData]:
    """Those of whom no vote has come, each with what is known of it, or of their laptop."""
    if not shown.sheet.rows:
        return [RowData(plain_line(name)) for name in words.left(shown)]
    rows = []
    for row in words.left_rows(shown):
        note = count_words.row_note(shown.motion, replace(row, title=""), refused_of(shown, row))
        rows.append(RowData(plain_line(row.name), note.text, note.icon, note.tone))
    return rows


class _Short(RowList):
    """At least two rows high; the pane scrolls where there is no more room."""

    def sizeHint(self) -> QSize:
        return QSize(current().px(160), current().px(104))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
