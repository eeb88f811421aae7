"""The owner's menu behind the initials: how the window looks, language, locking, passphrase, about."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from reader.core.owner import OwnerView
from reader.ui.format import language
from reader.ui.owner import role_text
from reader.ui.plain import plain_line
from reader.ui.theme import SPACE, Colour, Mode, Role
from reader.ui.widgets import Button, Column, Kind, Line, Paragraph, Row, Scroll, hold
from reader.ui.widgets.base import Themed, begin, box
from reader.ui.widgets.corners import Corners
from reader.ui.widgets.marks import Avatar
from reader.ui.widgets.tabs import Segments

MODES: Final = (Mode.LIGHT, Mode.DARK, Mode.SYSTEM, Mode.CONTRAST)
LANGUAGES: Final = ("vi", "en")
STEPS: Final = (100, 110, 125, 150, 175, 200)
"""Text sizes offered, in percent."""
_WIDTH = 376


class OwnerMenu(QFrame, Themed):
    """A popover. It says what the person chose and changes nothing itself; Escape or a click elsewhere
    closes it."""

    modeChosen = Signal(str)
    """A `Mode`: light, dark, system, contrast."""
    scaleChosen = Signal(float)
    """1.0–2.0."""
    languageChosen = Signal(str)
    """``vi`` or ``en``."""
    lockRequested = Signal()
    passphraseRequested = Signal()
    """Open the dialog that changes the passphrase."""
    aboutRequested = Signal()
    laptopsRequested = Signal()
    """Show the laptops in this person's name, and get the note key."""
    archiveRequested = Signal()
    """Open the archive of a meeting."""

    adminRequested = Signal()
    """Show administration; offered to administrators only."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._corners = Corners()
        self.setAccessibleName(self.tr("Máy này và cách hiển thị"))
        self._avatar = Avatar("", 48)
        self._name = Paragraph("", Role.BODY_STRONG)
        self._office = Paragraph("", Role.NOTE, Colour.INK2)
        self._modes = Segments((self.tr("Sáng"), self.tr("Tối"), self.tr("Theo máy")), stretch=True)
        self._contrast = Button(self.tr("Tương phản cao"), icon="circle-half", checkable=True)
        self._smaller = Button("", icon="minus", name=self.tr("Chữ nhỏ hơn"))
        self._larger = Button("", icon="plus", name=self.tr("Chữ to hơn"))
        self._percent = Paragraph("", Role.BODY_STRONG, align=Qt.AlignmentFlag.AlignHCenter)
        self._languages = Segments(("Tiếng Việt", "English"), stretch=True)
        self.admin = Button(self.tr("Quản trị…"), Kind.QUIET, icon="gear", align_left=True)
        self.admin.hide()
        self._inside = self._build()
        self._scroll = Scroll(self._inside)
        self._whole = Column(self, (1, 1, 1, 1))
        self._whole.addWidget(self._scroll)
        self._connect()
        self.follow()
        self._show_choices()

    def set_owner(self, owner: OwnerView) -> None:
        """Whose laptop this is."""
        self._avatar.set_name(owner.person)
        self._name.set_text(plain_line(owner.person))
        self.admin.setVisible(owner.administers)
        called = owner.title or role_text(owner)
        self._office.set_text(plain_line(f"{called[:1].upper()}{called[1:]}, {owner.office}"))

    def open_under(self, anchor: QWidget) -> None:
        """Show it below `anchor`, within the anchor's window."""
        self._show_choices()
        window = anchor.window()
        frame = QRect(window.mapToGlobal(QPoint(0, 0)), window.size())
        corner = anchor.mapToGlobal(QPoint(anchor.width(), anchor.height() + self.px(4)))
        width = min(self.px(_WIDTH), frame.width() - 2 * self.px(8))
        layout = self._inside.layout()
        needed = layout.heightForWidth(width - 2) if layout is not None else 0
        height = min(needed + self.px(4), frame.bottom() - corner.y() - self.px(8))
        left = max(frame.left() + self.px(8), min(corner.x(), frame.right() - self.px(8)) - width)
        self.setGeometry(left, corner.y(), width, height)
        self._take_corners()
        self.show()
        self._modes.setFocus(Qt.FocusReason.PopupFocusReason)

    def restyle(self) -> None:
        super().restyle()
        self._show_choices()
        if self.isVisible():
            self._take_corners()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._corners.forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        self._corners.draw(painter)
        colour = self.theme.colour
        radius = self.px(SPACE.radius_card)
        box(painter, self.rect().toRectF(), colour(Colour.PAPER), colour(Colour.LINE2), radius)
        painter.end()

    def _take_corners(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self._corners.take(self.geometry(), parent.window(), self.px(SPACE.radius_card))

    def _build(self) -> QWidget:
        inside = QWidget()
        column = Column(inside, (16, 16, 16, 12), 0)
        head = Row(spacing=12)
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        words = Column()
        words.addWidget(self._name)
        words.addWidget(self._office)
        head.addLayout(words, 1)
        column.addLayout(head)
        for label, content in (
            (self.tr("Màu nền"), self._modes),
            ("", self._contrast),
            (self.tr("Cỡ chữ"), self._sizes()),
            (self.tr("Ngôn ngữ"), self._languages),
        ):
            column.gap(12 if label else 8)
            if label:
                column.addWidget(Paragraph(label, Role.NOTE_STRONG, Colour.INK2))
                column.gap(4)
                content.setAccessibleName(label)
            column.addWidget(content)
        column.gap(12)
        column.addWidget(Line())
        column.gap(8)
        for button in self._acts():
            column.addWidget(button)
        return inside

    def _sizes(self) -> QWidget:
        sizes = QWidget()
        row = Row(sizes, 0, 8)
        row.addWidget(self._smaller)
        row.addWidget(self._percent, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._larger)
        hold(sizes, min_height=SPACE.control)
        return sizes

    def _acts(self) -> tuple[Button, ...]:
        passphrase = Button(self.tr("Đổi mật khẩu…"), Kind.QUIET, icon="key", align_left=True)
        laptops = Button(self.tr("Máy của tôi…"), Kind.QUIET, icon="desktop", align_left=True)
        archive = Button(self.tr("Mở hồ sơ lưu trữ…"), Kind.QUIET, icon="folder-open", align_left=True)
        about = Button(self.tr("Giới thiệu"), Kind.QUIET, icon="info", align_left=True)
        lock = Button(self.tr("Khóa sổ (Ctrl+L)"), Kind.QUIET, icon="lock-simple", align_left=True)
        for button, signal in (
            (self.admin, self.adminRequested),
            (laptops, self.laptopsRequested),
            (passphrase, self.passphraseRequested),
            (archive, self.archiveRequested),
            (about, self.aboutRequested),
            (lock, self.lockRequested),
        ):
            button.clicked.connect(self.close)
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit())
        return self.admin, laptops, passphrase, archive, about, lock

    def _connect(self) -> None:
        self._modes.changed.connect(lambda number: self.modeChosen.emit(MODES[number].value))
        self._contrast.clicked.connect(self._contrast_clicked)
        self._smaller.clicked.connect(lambda: self._step(-1))
        self._larger.clicked.connect(lambda: self._step(1))
        self._languages.changed.connect(lambda number: self.languageChosen.emit(LANGUAGES[number]))

    def _contrast_clicked(self, on: bool) -> None:
        before = MODES[max(0, self._modes.chosen)]
        self.modeChosen.emit((Mode.CONTRAST if on else before).value)

    def _step(self, way: int) -> None:
        now = round(self.theme.scale * 100)
        further = [step for step in STEPS if (step - now) * way > 0]
        if further:
            self.scaleChosen.emit((further[0] if way > 0 else further[-1]) / 100)

    def _show_choices(self) -> None:
        """Put every control where the theme is, without saying that somebody chose it."""
        now = round(self.theme.scale * 100)
        self._percent.set_text(self.tr("{n} %").format(n=now))
        self._smaller.setEnabled(now > STEPS[0])
        self._larger.setEnabled(now < STEPS[-1])
        contrast = self.theme.mode is Mode.CONTRAST
        self._contrast.setChecked(contrast)
        self._modes.setEnabled(not contrast)
        for segments, number in (
            (self._modes, 0 if contrast else MODES.index(self.theme.mode)),
            (self._languages, LANGUAGES.index(language()) if language() in LANGUAGES else 0),
        ):
            segments.blockSignals(True)
            segments.choose(number)
            segments.blockSignals(False)
