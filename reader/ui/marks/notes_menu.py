"""The menu of what can be done with all notes of a document: out into files, in from files."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reader.ui.widgets import Button


class NotesMenu(QMenu):
    """Says what was chosen and does nothing itself."""

    copyRequested = Signal()
    """A copy of the document with the notes on its pages."""
    listRequested = Signal()
    """The notes alone."""
    importRequested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        for text, chosen in (
            (self.tr("Xuất tài liệu kèm ghi chú (PDF)…"), self.copyRequested),
            (self.tr("Xuất ghi chú (Word, Markdown, XFDF)…"), self.listRequested),
            (self.tr("Nhập ghi chú…"), self.importRequested),
        ):
            action = QAction(text, self)
            action.triggered.connect(lambda _checked=False, chosen=chosen: chosen.emit())
            self.addAction(action)

    def button(self) -> Button:
        """What opens it, above itself: it stands at the foot of a pane."""
        opener = Button("", icon="dots-three", name=self.tr("Xuất và nhập ghi chú"))

        def open_above(_checked: bool = False) -> None:
            corner = opener.mapToGlobal(QPoint(opener.width(), 0))
            size = self.sizeHint()
            self.popup(corner - QPoint(size.width(), size.height()))

        opener.clicked.connect(open_above)
        return opener
