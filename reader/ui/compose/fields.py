"""Fields beside their names, which are kept as soon as they are left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from reader.ui.compose.dates import day_written, moment_written, read_day, read_moment
from reader.ui.theme import Colour, Role
from reader.ui.widgets.base import Themed
from reader.ui.widgets.layout import Column, Row, hold
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.select import Select
from reader.ui.widgets.text_area import TextArea

LONGEST = 500
"""Letters of one line in a packet."""
_NAME = 118

T = TypeVar("T")


class LineInput(QLineEdit, Themed):
    """One line. `kept` comes when it was changed and is left, or Enter was pressed."""

    kept = Signal()

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMaxLength(LONGEST)
        self.setPlaceholderText(hint)
        self.refused = False
        """What is written was not kept: it stays to be corrected."""
        self.editingFinished.connect(self.keep_now)
        self.follow()

    @property
    def line(self) -> str:
        """What is written, without blanks around it."""
        return self.text().strip()

    def put(self, text: str) -> None:
        """Show what is kept; what is being written is left alone."""
        if self.refused or self.isModified():
            return
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)
        self.setModified(False)

    def keep_now(self) -> None:
        """Send `kept` if something was changed."""
        if self.isModified():
            self.setModified(False)
            self.kept.emit()

    def sizeHint(self) -> QSize:
        return QSize(self.px(120), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(72), super().minimumSizeHint().height())

    def restyle(self) -> None:
        self.setFont(self.theme.font(Role.BODY))
        super().restyle()


class TextInput(TextArea):
    """Several lines. What is being written, or could not be kept, is left alone."""

    def __init__(self, name: str, *, least: int, most: int) -> None:
        super().__init__(name, least=least, most=most)
        self._shown: str | None = None

    def put(self, text: str, written: str | None = None) -> None:
        """Show what is kept, once that is another text. ``written``: how what is written would be kept,
        where blanks are left out of it."""
        before, self._shown = self._shown, text
        same = text.strip() == (self.text if written is None else written)
        if before is None or (text != before and not same and not self.waiting):
            self.write(text)

    def empty(self) -> None:
        """What is put next belongs to something else, and is shown whatever is written now."""
        self._shown = None
        self.write("")


class DayInput(LineInput):
    """A day, or nothing."""

    def __init__(self, name: str) -> None:
        super().__init__(name, self.tr("ngày/tháng/năm"))

    @property
    def day(self) -> date | None:
        """None for nothing, and for what is no day."""
        return read_day(self.line)

    @property
    def wrong(self) -> bool:
        """Something is written that is no day."""
        return bool(self.line) and self.day is None

    def put_day(self, day: date | None) -> None:
        """Show it."""
        self.put(day_written(day))


class MomentInput(LineInput):
    """A time and a day, or nothing. Where there is a `usual_day` the time is enough."""

    def __init__(self, name: str) -> None:
        super().__init__(name, self.tr("giờ:phút ngày/tháng/năm"))
        self.usual_day: date | None = None

    @property
    def moment(self) -> datetime | None:
        """None for nothing, and for what is no moment."""
        return read_moment(self.line, self.usual_day)

    @property
    def wrong(self) -> bool:
        """Something is written that is no moment."""
        return bool(self.line) and self.moment is None

    def put_moment(self, moment: datetime | None) -> None:
        """Show it."""
        self.put(moment_written(moment))


class NumberInput(LineInput):
    """A whole number within bounds; what is none of these becomes the nearest, or the least."""

    def __init__(self, name: str, least: int, most: int) -> None:
        super().__init__(name)
        self._least, self._most = least, most
        self.setMaxLength(len(str(most)))

    @property
    def number(self) -> int:
        """Within the bounds."""
        written = int(self.line) if self.line.isdecimal() else self._least
        return min(max(written, self._least), self._most)

    def put_number(self, number: int) -> None:
        """Show it."""
        self.put(str(number))


class OneOf(Select, Generic[T]):
    """One of several values, each with its words. `kept` comes when the person chose."""

    kept = Signal()

    def __init__(self, name: str) -> None:
        super().__init__((), name)
        self._values: list[T] = []
        self.setSizeAdjustPolicy(Select.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda _: self.kept.emit())

    @property
    def value(self) -> T | None:
        """The one shown."""
        here = self.currentIndex()
        return self._values[here] if 0 <= here < len(self._values) else None

    def put(self, options: Sequence[tuple[T, str]], value: T) -> None:
        """Show these, and which of them it is."""
        words = [text for _, text in options]
        if [self.itemText(n) for n in range(self.count())] != words:
            self.clear()
            self.addItems(words)
        self._values = [one for one, _ in options]
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))


class Form(QWidget):
    """Names at the left, fields at the right, below a field what is wrong with it."""

    def __init__(self) -> None:
        super().__init__()
        self._column = Column(self, 0, 10)

    def add(self, name: str, field: QWidget) -> FormRow:
        """One more field."""
        row = FormRow(name, field)
        self._column.addWidget(row)
        return row


class FormRow(QWidget):
    """A name, its field, and what is wrong."""

    def __init__(self, name: str, field: QWidget) -> None:
        super().__init__()
        label = Paragraph(name, Role.NOTE_MEDIUM, Colour.INK2)
        hold(label, width=_NAME)
        label.setBuddy(field)
        self._field = field
        self._wrong = Paragraph("", Role.NOTE_MEDIUM, Colour.BAD)
        self._wrong.hide()
        place = QWidget()
        Column(place, (0, 10, 0, 0)).addWidget(label)
        right = Column(spacing=4)
        right.addWidget(field)
        right.addWidget(self._wrong)
        row = Row(self, 0, 12)
        row.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)

    def say(self, wrong: str) -> None:
        """What is wrong; nothing takes it back."""
        if isinstance(self._field, LineInput):
            self._field.refused = bool(wrong)
        self._wrong.set_text(wrong)
        self._wrong.setVisible(bool(wrong))
        self._field.setAccessibleDescription(wrong)
