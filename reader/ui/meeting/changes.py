"""What is different in this version of the packet: the office's words, then the documents."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.core.views import DocumentView, MeetingView
from reader.ui.comparison import ComparisonView
from reader.ui.format import moment_text
from reader.ui.lists import RowList
from reader.ui.meeting.differences import Differences
from reader.ui.plain import plain, plain_line
from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets.empty import Empty
from reader.ui.widgets.layout import Column
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.rows import RowData, RowDelegate, RowModel
from reader.ui.widgets.surface import Line, Panel

_UNBOUNDED = 16_777_215


class _Documents(RowList):
    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class ChangesPane(Panel):
    """New and changed documents of the version shown; a click opens one."""

    documentOpened = Signal(str)
    """DocumentId"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._documents: tuple[DocumentView, ...] = ()
        self._any = self._compared = False
        self._when = Paragraph("", Role.NOTE_STRONG, Colour.INK2)
        self._words = Paragraph("")
        self._model = RowModel(parent=self)
        self.rows = _Documents(self.tr("Tài liệu mới và đổi bản"))
        self.rows.setModel(self._model)
        self.rows.setItemDelegate(RowDelegate(self.rows))
        self.rows.chosen.connect(self._choose)
        listed = QWidget()
        column = Column(listed, 0)
        head = QWidget()
        words = Column(head, (16, 12, 16, 12), 4)
        words.addWidget(self._when)
        words.addWidget(self._words)
        column.addWidget(head)
        column.addWidget(Line())
        column.addWidget(self.rows, 2)
        self._between = Line()
        self.differences = Differences()
        column.addWidget(self._between)
        column.addWidget(self.differences, 3)
        empty = Empty(
            "files",
            self.tr("Chưa có thay đổi"),
            self.tr("Văn phòng đổi tài liệu thì hiện ở đây."),
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self._pages.addWidget(listed)
        self.column.addWidget(self._pages, 1)
        self.rows.resized.connect(self._fit)
        self.theme.changed.connect(self._fit)

    def set_view(self, view: MeetingView) -> None:
        """Show another state of the meeting."""
        card = view.card
        everything = [document for item in view.items for document in item.documents]
        # One that was opened since stays, without its pill: what changed in it can be looked at again.
        self._documents = tuple(one for one in everything if one.new or one.changed or one.before is not None)
        said = plain(card.change)
        self._when.set_text(
            self.tr("Bản {version}, lúc {time}").format(version=card.version, time=moment_text(card.made))
        )
        self._words.set_text(said or self.tr("Văn phòng không ghi lý do."))
        self._model.set_rows([self._row(document) for document in self._documents])
        self._any = bool(said or self._documents)
        self._show()

    def set_comparison(self, view: ComparisonView | None) -> None:
        """Show how the open document differs from the version before it; None: there is none."""
        self._compared = view is not None
        self.differences.set_view(view)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The documents take no more room than they need, and leave most of it to the differences."""
        needed = sum(self.rows.sizeHintForRow(row) for row in range(self._model.rowCount()))
        self.rows.setMaximumHeight(min(needed, self.height() * 2 // 5) if self._compared else _UNBOUNDED)

    def _show(self) -> None:
        self.rows.setVisible(bool(self._documents) or not self._compared)
        self._between.setVisible(self._compared and bool(self._documents))
        self._pages.setCurrentIndex(1 if self._any or self._compared else 0)
        self._fit()

    def _row(self, document: DocumentView) -> RowData:
        if not document.new and not document.changed:
            return RowData(plain_line(document.name), note=plain_line(document.summary), icon="file-text")
        return RowData(
            plain_line(document.name),
            note=plain_line(document.summary),
            icon="file-text",
            pill=self.tr("Mới") if document.new else self.tr("Đổi bản"),
            pill_icon="file-plus" if document.new else "arrows-left-right",
            pill_tone=Tone.INFO if document.new else Tone.WAIT,
        )

    def _choose(self, index: QModelIndex) -> None:
        if index.row() < len(self._documents):
            self.documentOpened.emit(self._documents[index.row()].id)
