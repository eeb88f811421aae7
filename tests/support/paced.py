"""A hand that uses mouse and keys only, and counts them: how long a slow person would be busy."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QWidget,
)

from reader.ui.compose.list import ComposeList
from reader.ui.widgets import Dialog
from reader.ui.widgets.tabs import Segments
from tools.hand import Hand

CLICK_S, KEY_S = 4.0, 0.5
"""Of somebody who looks for every button, and types with two fingers."""
_FINDING = 4
"""Clicks to find a file or a folder in a list of them."""


class PacedHand(Hand):
    """Counts clicks and keys. One way to do a thing: that of a person who knows no short cut."""

    clicks = 0
    keys = 0

    @property
    def seconds(self) -> float:
        """What these take at a slow pace."""
        return self.clicks * CLICK_S + self.keys * KEY_S

    def click(self, button: QAbstractButton, what: str = "button") -> None:
        super().click(button, what)
        self.clicks += 1

    def press(self, widget: QWidget) -> None:
        """Click anything in its middle."""
        self.wait(widget.isVisible, f"{widget.accessibleName()} is shown")
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.clicks += 1

    def choose(self, segments: Segments, number: int) -> None:
        """Click one of a row of choices."""
        button = segments.findChildren(QAbstractButton)[number]
        self.click(button)

    def write(self, field: QWidget, text: str) -> None:
        """Click into a field, and type over what is there."""
        self.press(field)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(field, text)
        self.keys += 1 + len(text)

    def enter(self, field: QWidget) -> None:
        """Press Enter in it."""
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.keys += 1

    def accept(self, dialog: Dialog) -> None:
        """Press the button of a dialog."""
        assert dialog.action_button is not None
        self.click(dialog.action_button)

    def choose_row(self, rows: ComposeList, title: str) -> None:
        """Click the row whose title ends so."""
        at = self._place(rows, title)
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
        self.clicks += 1

    def rename_row(self, rows: ComposeList, title: str, name: str) -> None:
        """Double click on a row, type another name, Enter."""
        at = self._place(rows, title)
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
        self.clicks += 2
        self.name_row(rows, name)

    def name_row(self, rows: ComposeList, name: str) -> None:
        """Type the name of a row that is being named, Enter. What is there is chosen: it is typed over."""
        self.wait(lambda: rows.state() == QAbstractItemView.State.EditingState, "the name can be written")
        (editor,) = rows.viewport().findChildren(QLineEdit)
        self.type(editor, name)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        self.keys += len(name) + 1

    def drop(self, path: Path, rows: ComposeList) -> None:
        """Pull a file or a folder out of the file manager onto the list."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        at = QPointF(rows.viewport().rect().center())
        copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        for event in (
            QDragEnterEvent(at.toPoint(), copy, data, left, none),
            QDragMoveEvent(at.toPoint(), copy, data, left, none),
            QDropEvent(at, copy, data, left, none),
        ):
            QApplication.sendEvent(rows.viewport(), event)
        self.clicks += _FINDING + 2

    def find_in_dialog(self, path: Path, button: QAbstractButton) -> None:
        """Press a button that asks for a file or a folder, and find it in the dialog that comes up."""
        found: list[QFileDialog] = []

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QFileDialog):
                QTimer.singleShot(20, answer)
                return
            found.append(dialog)
            (name,) = (one for one in dialog.findChildren(QLineEdit) if one.objectName() == "fileNameEdit")
            name.setText(str(path))
            (box,) = dialog.findChildren(QDialogButtonBox)
            wanted = QDialogButtonBox.StandardButton.Open
            opening = box.button(wanted) or box.button(QDialogButtonBox.StandardButton.Save)
            QTest.mouseClick(opening, Qt.MouseButton.LeftButton)

        QTimer.singleShot(20, answer)
        self.click(button)
        assert found, "nothing asked for a file"
        self.clicks += _FINDING + 1

    def _place(self, rows: ComposeList, title: str) -> object:
        def row() -> int | None:
            return next((n for n, one in enumerate(rows.rows.rows) if one.title.endswith(title)), None)

        self.wait(lambda: row() is not None, f"a row “{title}”")
        index = rows.rows.index(row() or 0)
        rows.scrollTo(index)
        return rows.visualRect(index).center()
