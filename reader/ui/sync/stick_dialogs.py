"""The courier's questions and answers: which stick, what is on it, what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.core.line_views import RoomAt
from reader.core.stick_views import StickView, Took, Written
from reader.ui.format import size_text
from reader.ui.plain import plain_line
from reader.ui.stack import Stack
from reader.ui.sync import stick_words as words
from reader.ui.sync.places import Sticks
from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets import Dialog, Paragraph
from reader.ui.widgets.banner import Banner
from reader.ui.widgets.button import Button
from reader.ui.widgets.choice import Choices
from reader.ui.widgets.layout import Column, Flow

_MOST = 8
"""Bundles named; the rest is a number."""


class PlaceDialog(Dialog):
    """Asks for a stick. One that is plugged in is offered; ``chosen`` gives its folder.

    ``find`` looks for sticks, again whenever it is asked to.
    """

    chosen = Signal(object)
    """Path"""

    def __init__(self, title: str, text: str, action: str, find: Sticks, parent: QWidget) -> None:
        super().__init__(title, parent, action=action)
        self.setAccessibleDescription(text)
        self._find = find
        self._places: list[Path] = []
        self._choices: Choices | None = None
        self._holder = QWidget()
        self._column = Column(self._holder)
        self.none = Banner(
            self.tr("Chưa thấy USB nào"),
            self.tr("Cắm USB vào máy, đợi vài giây rồi bấm “Tìm lại”. Hoặc chọn một thư mục."),
            Tone.WAIT,
            icon="usb",
        )
        self.again = Button(self.tr("Tìm lại"), icon="arrows-clockwise")
        self.folder = Button(self.tr("Chọn thư mục…"), icon="folder-open")
        tools = QWidget()
        flow = Flow(tools, 0, 12)
        flow.addWidget(self.again)
        flow.addWidget(self.folder)
        self.body.gap(16)
        self.body.addWidget(self.none)
        self.body.addWidget(self._holder)
        self.body.gap(12)
        self.body.addWidget(tools)
        self.body.gap(16)
        self.body.addWidget(
            Paragraph(text, Role.BODY, Colour.INK2)
        )  # last: with large text it is what scrolls
        self.body.gap(8)
        self.again.clicked.connect(lambda _checked=False: self.look())
        self.folder.clicked.connect(lambda _checked=False: self._browse())
        self.accepted.connect(self._accept)
        self.look()

    def look(self) -> None:
        """Look for sticks again; the first is ticked."""
        found = self._find()
        self._places = [one.path for one in found]
        if self._choices is not None:
            self._column.removeWidget(self._choices)
            self._choices.deleteLater()
            self._choices = None
        self.none.setVisible(not found)
        if found:
            labels = [
                self.tr("{name} – còn trống {size}").format(
                    name=plain_line(one.name), size=size_text(one.free)
                )
                for one in found
            ]
            self._choices = Choices(labels, compact=True, name=self.windowTitle())
            self._choices.set_chosen((0,))
            self._choices.changed.connect(lambda _numbers: self._check())
            self._column.addWidget(self._choices)
        self._check()
        if self.isVisible():
            self.place()

    def _check(self) -> None:
        assert self.action_button is not None
        self.action_button.setEnabled(self._choices is not None and bool(self._choices.chosen))

    def _accept(self) -> None:
        if self._choices is not None and self._choices.chosen:
            self.chosen.emit(self._places[self._choices.chosen[0]])

    def _browse(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.windowTitle(), str(Path.home()))
        if path:
            self.done(Dialog.DialogCode.Rejected)
            self.chosen.emit(Path(path))


class ContentsDialog(Dialog):
    """What is on a stick, before anything of it is opened. ``room`` would take what goes home."""

    def __init__(self, view: StickView, parent: QWidget, *, desk: bool, room: RoomAt | None = None) -> None:
        useful = view.for_us or (desk and view.to_carry > 0)
        title = QCoreApplication.translate("Stick", "Nhận từ USB")
        super().__init__(
            title,
            parent,
            heading=words.contents_heading(view, desk=desk),
            text=words.contents_text(view, desk=desk, room=room),
            action=QCoreApplication.translate("Stick", "Nhận") if useful else "",
            safe="" if useful else QCoreApplication.translate("Stick", "Đóng"),
        )
        self.rows = Stack(side=0, pad=8)
        self.rows.set_entries(words.file_entries(view.files, _MOST))
        self.body.gap(16)
        self.body.addWidget(self.rows)
        self.body.gap(8)


class OutcomeDialog(Dialog):
    """What came of it, each thing a row; what went wrong stands last."""

    def __init__(self, done: Took | Written, parent: QWidget) -> None:
        title, heading, entries, note = words.outcome(done)
        super().__init__(title, parent, heading=heading, safe=QCoreApplication.translate("Stick", "Đóng"))
        self.rows = Stack(side=0, pad=8)
        self.rows.set_entries(entries)
        self.body.gap(16)
        self.body.addWidget(self.rows)
        if note:
            self.body.gap(12)
            self.body.addWidget(Paragraph(note, Role.BODY, Colour.INK2))
        self.body.gap(8)
