"""Small bars over the page: what can be done with a selection; the address a link names."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.ui.plain import plain_line
from reader.ui.theme import SPACE, Colour, Role
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.layout import Column, Row
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.surface import Surface
from sync.model.annotation import MarkKind


class QuickBar(Surface):
    """Floats over the page it is a child of. Its keys are H, U, S, N and Ctrl+C in the page."""

    mark = Signal(object)
    """MarkKind."""
    note = Signal()
    copy = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Colour.PAPER, Colour.LINE2, SPACE.radius_card, parent)
        row = Row(self, (5, 5, 5, 5), 2)
        highlight = self._button(self.tr("Tô sáng"), "highlighter", "H")
        underline = self._button(self.tr("Gạch chân"), "text-underline", "U", words=False)
        strike = self._button(self.tr("Gạch bỏ"), "text-strikethrough", "S", words=False)
        note = self._button(self.tr("Ghi chú"), "note-pencil", "N")
        copy = self._button(self.tr("Chép chữ"), "copy", "Ctrl+C")
        for kind, button in (
            (MarkKind.HIGHLIGHT, highlight),
            (MarkKind.UNDERLINE, underline),
            (MarkKind.STRIKE, strike),
        ):
            button.clicked.connect(lambda _checked=False, kind=kind: self.mark.emit(kind))
        note.clicked.connect(lambda _checked=False: self.note.emit())
        copy.clicked.connect(lambda _checked=False: self.copy.emit())
        for button in (highlight, underline, strike, note, copy):
            row.addWidget(button)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(self.tr("Việc với đoạn đã chọn"))

    def _button(self, text: str, icon: str, keys: str, *, words: bool = True) -> Button:
        button = Button(text if words else "", Kind.QUIET, icon=icon, name=text)
        button.setToolTip(f"{text} ({keys})")
        # The keyboard stays with the page, where the same things have keys.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button


class AddressBar(Surface):
    """The address behind a link, to be read or copied. The program opens none."""

    copy = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Colour.PAPER, Colour.LINE2, SPACE.radius_card, parent)
        self._uri = ""
        self._words = Paragraph("", Role.NOTE_STRONG, max_lines=4)
        note = Paragraph(self.tr("Sổ Họp không mở địa chỉ ngoài."), Role.NOTE, Colour.INK2)
        button = Button(self.tr("Chép địa chỉ"), Kind.QUIET, icon="copy")
        button.clicked.connect(self._copied)
        column = Column(self, (14, 10, 14, 6), 2)
        column.addWidget(self._words)
        column.addWidget(note)
        row = Row()
        row.addStretch(1)
        row.addWidget(button)
        column.addLayout(row)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def show_address(self, uri: str, at: QPoint) -> None:
        """Show it near a point of the parent."""
        self._uri = uri
        self._words.set_text(plain_line(uri))
        self.setAccessibleName(self.tr("Địa chỉ: {address}").format(address=plain_line(uri)))
        parent = self.parentWidget()
        if parent is None:
            return
        area = parent.rect()
        wide = min(self.px(380), area.width() - self.px(16))
        self.setFixedWidth(wide)
        layout = self.layout()
        tall = layout.heightForWidth(wide) if layout is not None else self.sizeHint().height()
        self.setFixedHeight(tall)
        x = min(max(at.x() - wide // 4, self.px(8)), area.width() - wide - self.px(8))
        y = at.y() + self.px(16)
        if y + tall > area.height():
            y = max(self.px(8), at.y() - tall - self.px(12))
        self.move(x, y)
        self.show()
        self.raise_()

    def _copied(self) -> None:
        self.copy.emit(self._uri)
        self.hide()
