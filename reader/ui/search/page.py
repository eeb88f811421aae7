"""The page of results over everything on the laptop, in the shelf's place while the field has words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.core.indexing import IndexView
from reader.core.searching import Found, Query, Search
from reader.ui.search import words
from reader.ui.search.results import ResultList
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Card, Check, Column, Field, Paragraph, Row, hold
from reader.ui.widgets.empty import Empty

TYPING_MS = 180
"""So long after the last key the question is asked."""
_WIDEST = 1100


class SearchPage(QWidget):
    """Shows what was found for the words in `field`, which stands elsewhere."""

    queryChanged = Signal(str, bool)
    """What to look for, and whether exactly; empty: nothing any more."""
    opened = Signal(object)
    """Found."""
    left = Signal()
    """Back to what was there before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = Field(
            icon="magnifying-glass",
            clearable=True,
            name=self.tr("Tìm trong máy, không cần gõ dấu (Ctrl+Shift+F)"),
            placeholder=self.tr("Tìm trong máy, không cần gõ dấu"),
        )
        hold(self.field, height=44)
        self._asked = ("", False)
        self._ended: Search | None = None
        self._index = IndexView()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._ask)
        self._said = Paragraph("", Role.BODY_STRONG)
        self.exact = Check(self.tr("Đúng dấu, đúng chữ hoa"))
        self._coming = Paragraph("", Role.NOTE_MEDIUM, Colour.WAIT)
        self.list = ResultList(self.tr("Những chỗ tìm thấy"), everywhere=True)
        self._card = Card(4)  # within the round corners
        self._card.column.addWidget(self.list)
        self._empty: QWidget = QWidget()
        self._below = QStackedWidget()
        self._below.addWidget(self._card)
        self._below.addWidget(self._empty)
        head = Row(None, 0, 16)
        head.addWidget(self._said, 1)
        head.addWidget(self.exact)
        inner = QWidget()
        column = Column(inner, 0, 8)
        column.addLayout(head)
        column.addWidget(self._coming)
        column.addWidget(self._below, 1)
        hold(inner, max_width=_WIDEST)
        whole = Row(self, (26, 16, 24, 20))
        whole.addStretch(1)
        whole.addWidget(inner, 1000)
        whole.addStretch(1)
        self.field.changed.connect(self._on_typed)
        self.field.edit.installEventFilter(self)
        self.exact.toggled.connect(lambda _on: self._ask())
        self.list.opened.connect(self.opened)
        self.list.leftUpwards.connect(self.take_keyboard)
        self._say()

    @property
    def query(self) -> str:
        """What is looked for."""
        return self._asked[0]

    @property
    def index(self) -> IndexView:
        """How far the index has come."""
        return self._index

    @property
    def status(self) -> str:
        """The sentence above the results."""
        return self._said.text()

    @property
    def coming(self) -> str:
        """What is said of the index; empty when everything is in it."""
        return self._coming.text()

    def take_keyboard(self) -> None:
        """Put the keyboard into the field, all of it selected."""
        self.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.edit.selectAll()

    def take_up(self, found: Found) -> None:
        """Come back from a place: the keyboard is on it again."""
        self.list.go(found)
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def set_index(self, view: IndexView) -> None:
        """How far the index has come."""
        self._index = view
        self._say()

    def add(self, found: tuple[Found, ...]) -> None:
        """Some more places."""
        first = self.list.results.places == 0
        self.list.results.add(found)
        if first:
            self.list.go(None)
        self._say()

    def replace(self, found: tuple[Found, ...]) -> None:
        """All places, asked again: where the keyboard was, it stays."""
        here = self.list.here()
        if self.list.results.replace(found):
            self.list.go(here)

    def finish(self, search: Search) -> None:
        """No more will come."""
        self._ended = search
        self.list.results.more = search.full
        self._say()

    def leave(self) -> None:
        """Empty the field: the shelf is shown again."""
        self.field.set_text("")
        self._ask()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._enter()
                return True
            if key == Qt.Key.Key_Down and self.list.results.places:
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if key == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _on_typed(self, text: str) -> None:
        # Nothing of what is being composed by an input method is in the text yet: it is asked for when it is.
        self._typing.start()
        if not text.strip():
            self._ask()

    def _ask(self) -> None:
        self._typing.stop()
        asked = (" ".join(self.field.text.split()), self.exact.isChecked())
        if asked == self._asked:
            return
        self._asked, self._ended = asked, None
        self.list.results.clear()
        self._say()
        self.queryChanged.emit(*asked)

    def _enter(self) -> None:
        """Go to the place shown as the first; what was typed since is asked for before."""
        if self._typing.isActive():
            self._ask()
        elif (found := self.list.here()) is not None:
            self.opened.emit(found)

    def _say(self) -> None:
        results = self.list.results
        self._coming.set_text(words.indexing(self._index))
        self._coming.setVisible(bool(self._coming.text()))
        self._below.setCurrentWidget(self._card)
        if results.places:
            scans = self._ended.scans if self._ended is not None else 0
            more = self._ended is None or results.more
            self._said.set_text(words.status(results.places, results.documents, more=more, scans=scans))
        elif self._ended is None:
            self._said.set_text(self.tr("Đang tìm…") if self.query else "")
        else:
            self._said.set_text("")
            self._show_empty(self._ended)

    def _show_empty(self, search: Search) -> None:
        if not Query(self.query).tokens:
            title, text = self.tr("Gõ ít nhất một chữ cái hoặc chữ số"), ""
        else:
            title = self.tr("Không thấy “{query}” trong máy này").format(query=self.query)
            if not self._index.complete:
                text = self.tr("Chưa lập chỉ mục xong. Kết quả tự hiện khi có.")
            elif search.query.exact:
                text = self.tr("Bỏ chọn ô “Đúng dấu, đúng chữ hoa” để tìm rộng hơn.")
            else:
                text = self.tr("Thử ít chữ hơn: các chữ phải đứng liền nhau như trong tài liệu.")
        if search.scans:
            scanned = self.tr("{n} tài liệu là bản quét: không có chữ để tìm.", None, search.scans)
            text = f"{text} {scanned.format(n=search.scans)}".strip()
        empty = Empty("magnifying-glass", title, text)
        self._below.removeWidget(self._empty)
        self._empty.deleteLater()
        self._empty = empty
        self._below.addWidget(empty)
        self._below.setCurrentWidget(empty)
