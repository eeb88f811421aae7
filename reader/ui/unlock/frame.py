"""The frame of everything before the shelf: the cover at the left, one narrow column at the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from reader.core.owner import OwnerView
from reader.ui.owner import greeting
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role, current
from reader.ui.widgets import (
    Avatar,
    Button,
    Column,
    Cover,
    Gap,
    Kind,
    Paragraph,
    Row,
    Scroll,
    Surface,
    Themed,
    hold,
)
from reader.ui.widgets.base import begin, box

_COVER = 560
_COLUMN = 480
_BESIDE = 960
_STEP_MS = 40


class Frame(QWidget):
    """Cover and column. Below an effective width of 960 the cover goes and the office's name stands above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cover = Cover("Sổ Họp")
        self.office = Paragraph("", Role.NOTE_MEDIUM, Colour.INK2)
        self._inside = QWidget()
        self.column = Column(self._inside)
        hold(self._inside, max_width=_COLUMN)
        desk = Surface(Colour.DESK)
        middle = Row(desk, (24, 24, 24, 24), 0)
        middle.addStretch(1)
        middle.addWidget(self._inside, 100)
        middle.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.cover)
        whole.addWidget(Scroll(desk), 1)
        self.column.addStretch(1)
        self.column.addWidget(self.office)
        self._office_gap = Gap(height=16)
        self.column.addWidget(self._office_gap)
        current().changed.connect(self._fit)
        self._fit()

    def set_office(self, office: str, term: str, emblem: bytes = b"") -> None:
        """Whose register it is."""
        self.cover.set_owner(plain_line(office), plain_line(term), emblem)
        self.office.set_text(" · ".join(part for part in ("Sổ Họp", plain_line(office)) if part))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = self.width() >= current().px(_BESIDE)
        self.cover.setVisible(beside)
        self.cover.setFixedWidth(min(current().px(_COVER), max(1, round(self.width() * 0.41))))
        self.office.setVisible(not beside)
        self._office_gap.setVisible(not beside)


class Owner(QWidget):
    """Initials, "Máy này của đại biểu", and the name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._avatar = Avatar("", 64)
        self._greeting = Paragraph("", Role.BODY, Colour.INK2)
        self._name = Paragraph("", Role.PAGE_TITLE)
        row = Row(self, 0, 16)
        row.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        words = Column()
        words.addWidget(self._greeting)
        words.addWidget(self._name)
        row.addLayout(words, 1)

    def set_owner(self, owner: OwnerView, said: str = "") -> None:
        """Show this person; `said` replaces the words before the name."""
        self._avatar.set_name(plain_line(owner.person))
        self._greeting.set_text(said or greeting(owner))
        self._name.set_text(plain_line(owner.person))


class Working(QWidget, Themed):
    """A thin bar that moves while something of unknown length lasts. It keeps its place while idle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at = 0.0
        self._on = False
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._move)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow()

    @property
    def on(self) -> bool:
        """Whether it says that something is going on."""
        return self._on

    def set_on(self, on: bool, text: str = "") -> None:
        """Start or stop; `text` is what is going on, for who does not see it."""
        self._on = on
        self.setAccessibleName(text if on else "")
        self._run()
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def sizeHint(self) -> QSize:
        return QSize(self.px(120), self.px(4))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(40), self.px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._on:
            return
        painter = begin(self)
        radius = self.height() / 2
        box(painter, QRectF(self.rect()), self.theme.colour(Colour.TRACK), None, radius)
        part = self.width() * 0.3
        left = (self.width() + part) * self._at - part
        piece = QRectF(left, 0, part, self.height()).intersected(QRectF(self.rect()))
        box(painter, piece, self.theme.colour(Colour.PRIMARY), None, radius)
        painter.end()

    def _run(self) -> None:
        if self._on and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    def _move(self) -> None:
        self._at = (self._at + _STEP_MS / 1400) % 1.0
        self.update()


class ThemeButton(Button):
    """ "Sáng" or "Tối": what holds now; `toggled_theme` asks for the other."""

    toggled_theme = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Kind.QUIET, icon="sun", parent=parent)
        self.clicked.connect(lambda _checked=False: self.toggled_theme.emit())
        current().changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        dark = current().tokens.dark
        self.set_icon("moon" if dark else "sun")
        self.set_text(self.tr("Tối") if dark else self.tr("Sáng"))
        self.setAccessibleName(self.tr("Đổi sang nền sáng") if dark else self.tr("Đổi sang nền tối"))
        self.setToolTip(self.accessibleName())
