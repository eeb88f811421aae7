"""Which page is shown; pressed, a field for another one: its number, or what the document calls it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QStackedWidget, QToolTip

from reader.ui.page.source import PageSource
from reader.ui.theme import Role, current
from reader.ui.widgets import Button, Kind, Themed

_LABEL: Final = 12
"""Letters of a page's own name."""
_LONGEST: Final = 40


class PageNumber(QStackedWidget, Themed):
    """ "Trang 2/9"."""

    chosen = Signal(int)
    """From 0."""
    left = Signal()
    """The keyboard may go back to the pages."""

    def __init__(self) -> None:
        super().__init__()
        self._page, self._pages = 0, 0
        self._source: PageSource | None = None
        self._label = Button("", Kind.QUIET, tight=True)
        self._label.clicked.connect(lambda _checked=False: self.edit())
        self._field = QLineEdit()
        self._field.setMaxLength(_LONGEST)
        self._field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._field.setAccessibleName(self.tr("Đến trang số"))
        self._field.installEventFilter(self)
        self._field.editingFinished.connect(self._to_label)
        self.addWidget(self._label)
        self.addWidget(self._field)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow()

    def set_source(self, source: PageSource | None) -> None:
        """The document that knows what its pages are called."""
        self._source = source

    def set_page(self, page: int, pages: int, label: str) -> None:
        """Page from 0, of so many; ``label`` is what the document calls it, if that is not its number."""
        self._page, self._pages = page, pages
        text = self.tr("Trang {page}/{pages}").format(page=page + 1, pages=pages) if pages else "–"
        if label:
            text = self.tr("Trang {label} ({page}/{pages})").format(
                label=label[:_LABEL], page=page + 1, pages=pages
            )
        if text != self._label.text():
            self._label.set_text(text)
            self._label.setToolTip(self.tr("Đến trang… (Ctrl+G)"))
            self._label.setEnabled(pages > 0)
            self.restyle()

    def edit(self) -> None:
        """Let the person type."""
        if self._pages:
            self._field.setText(str(self._page + 1))
            self._field.setAccessibleDescription("")
            self.setCurrentWidget(self._field)
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._field.selectAll()

    def _go(self) -> None:
        page = None if self._source is None else self._source.page_called(self._field.text())
        if page is None:
            self._refuse()
        else:
            self.chosen.emit(page)
            self._leave()

    def _refuse(self) -> None:
        said = self.tr("Không có trang này. Tài liệu có {n} trang.", None, self._pages).format(n=self._pages)
        self._field.setAccessibleDescription(said)
        self._field.selectAll()
        QToolTip.showText(self._field.mapToGlobal(self._field.rect().bottomLeft()), said, self._field)

    def restyle(self) -> None:
        self._field.setFont(current().font(Role.BODY_MEDIUM))
        # As wide as the last page's words, so that nothing moves while pages are turned.
        longest = self.tr("Trang {page}/{pages}").format(page=self._pages, pages=self._pages)
        metrics = QFontMetrics(self._label.font())
        shown = self._label.text()
        wide = max(map(metrics.horizontalAdvance, (longest, shown))) if self._pages else 0
        self.setFixedSize(max(wide + self.px(14), self.px(64)), self.px(40))
        super().restyle()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
        return super().eventFilter(watched, event)

    def _leave(self) -> None:
        self._to_label()
        self.left.emit()

    def _to_label(self) -> None:
        """Also when the keyboard goes elsewhere: the same as Escape."""
        QToolTip.hideText()
        self.setCurrentWidget(self._label)
