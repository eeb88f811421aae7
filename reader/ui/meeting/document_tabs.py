"""The documents open in a meeting, side by side above the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTabBar, QWidget

from reader.ui.theme import Role
from reader.ui.widgets.base import Themed
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.layout import hold
from sync.model.ids import DocumentId

_HEIGHT, _LEAST, _MOST = 40, 120, 240


class DocumentTabs(QTabBar, Themed):
    """Shows what it is given and says what the person wants. With one document it takes no room."""

    chosen = Signal(str)
    """DocumentId to bring to the front."""
    closed = Signal(str)
    """DocumentId to close."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._documents: tuple[DocumentId, ...] = ()
        self._pressed = -1
        self.setAccessibleName(self.tr("Tài liệu đang mở"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.currentChanged.connect(self._chosen)
        self.hide()
        self.follow()

    @property
    def documents(self) -> tuple[DocumentId, ...]:
        """Those shown, from left to right."""
        return self._documents

    def set_documents(self, documents: Sequence[tuple[DocumentId, str]], front: DocumentId | None) -> None:
        """Show these (id, name). Sends nothing."""
        self.blockSignals(True)
        ids = tuple(document for document, _ in documents)
        if ids != self._documents:
            while self.count():
                self.removeTab(0)
            self._documents = ids
            for _, name in documents:
                self.addTab(name)
                self.setTabButton(self.count() - 1, QTabBar.ButtonPosition.RightSide, self._closer(name))
        for at, (document, name) in enumerate(documents):
            self.setTabText(at, name.replace("&", "&&"))
            self.setTabToolTip(at, name)
            if document == front:
                self.setCurrentIndex(at)
        self.blockSignals(False)
        self.setVisible(len(ids) > 1)

    def tabSizeHint(self, index: int) -> QSize:
        wide = super().tabSizeHint(index).width()
        return QSize(min(max(wide, self.px(_LEAST)), self.px(_MOST)), self.px(_HEIGHT))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return QSize(self.px(_LEAST), self.px(_HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.tabAt(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and at >= 0 and at == self._pressed:
            self.closed.emit(self._documents[at])
            return
        super().mouseReleaseEvent(event)

    def restyle(self) -> None:
        self.setFont(self.theme.font(Role.NOTE_MEDIUM))
        super().restyle()

    def _chosen(self, at: int) -> None:
        if 0 <= at < len(self._documents):
            self.chosen.emit(self._documents[at])

    def _closer(self, name: str) -> Button:
        button = Button("", Kind.QUIET, icon="x", name=self.tr("Đóng {name} (Ctrl+W)").format(name=name))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        hold(button, width=28, height=28)
        button.clicked.connect(lambda: self._close(button))
        return button

    def _close(self, button: QWidget) -> None:
        side = QTabBar.ButtonPosition.RightSide
        at = next(n for n in range(self.count()) if self.tabButton(n, side) is button)
        self.closed.emit(self._documents[at])
