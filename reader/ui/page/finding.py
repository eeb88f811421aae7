"""Finding in the document or the whole meeting: what to look for, how many places, and the list of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.core.indexing import IndexView
from reader.core.searching import Found, Search
from reader.pdf import SearchHit
from reader.ui.format import number_text
from reader.ui.lists import RowList
from reader.ui.page.hits import HitDelegate, HitModel
from reader.ui.search import words
from reader.ui.search.results import ResultList
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Button, Check, Field, Kind, Line, Panel, Paragraph, Row
from reader.ui.widgets.tabs import Segments
from sync.model.ids import DocumentId

MOST: Final = 2_000
"""Places listed; a word found more often is not worth reading through."""
_TYPING_MS: Final = 180
_WHOLE, _HERE = 0, 1
"""Where to look: the segments."""


class FindPanel(Panel):
    """The left panel while finding. It keeps what was found; the pane around it asks the document, and who
    has the book the whole meeting."""

    queryChanged = Signal(str)
    """What to look for in the document, when typing pauses; empty: nothing. `exact` says how."""
    wholeChanged = Signal(str, bool)
    """What to look for in the whole meeting, and whether exactly; empty: nothing any more."""
    resultOpened = Signal(object)
    """Found: a place of the meeting to go to."""
    pageWanted = Signal(int)
    """The place aimed at is not among those of the document: its page will do."""
    currentChanged = Signal(int)
    """The place gone to, an index into `hits`; -1: none."""
    closed = Signal()
    left = Signal()
    """Escape: close it, and go back to where the person came from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 0, Colour.PAPER, parent)
        self._query = ""
        self._searching = False
        self._ended_here = False
        """All of the document has been looked through, or as much as is listed."""
        self._full = False
        self._aim: Found | None = None
        """The place on a page to go to when it comes."""
        self._shown: DocumentId | None = None
        """The document whose places are listed."""
        self._wanted: Found | None = None
        """The row to go to when it comes."""
        self._ended: Search | None = None
        self._index = IndexView()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._ask)
        self._model = HitModel(self)
        head = Row(margins=(16, 6, 8, 6), spacing=8)
        self._scope = Segments(
            [self.tr("Cả kỳ họp"), self.tr("Tài liệu này")],
            name=self.tr("Tìm ở đâu"),
        )
        self._scope.choose(_HERE)
        head.addWidget(self._scope)
        head.addStretch(1)
        close = Button(self.tr("Đóng"), Kind.QUIET, icon="x")
        close.clicked.connect(lambda _checked=False: self.closed.emit())
        head.addWidget(close)
        self._field = Field(
            icon="magnifying-glass",
            clearable=True,
            name=self.tr("Từ cần tìm, không cần gõ dấu"),
            placeholder=self.tr("Gõ từ cần tìm, không cần dấu"),
        )
        self._field.changed.connect(self._on_typed)
        self._field.edit.installEventFilter(self)
        line = Row(margins=(16, 0, 16, 4))
        line.addWidget(self._field)
        self._exact = Check(self.tr("Đúng dấu, đúng chữ hoa"))
        how = Row(margins=(16, 0, 16, 4))
        how.addWidget(self._exact)
        self._coming = Paragraph("", Role.NOTE_MEDIUM, Colour.WAIT)
        coming = Row(margins=(16, 0, 16, 0))
        coming.addWidget(self._coming)
        self._said = Paragraph("", Role.NOTE, Colour.INK2)
        self._up = Button("", icon="caret-up", name=self.tr("Chỗ trước (Shift+Enter)"))
        self._down = Button("", icon="caret-down", name=self.tr("Chỗ sau (Enter)"))
        self._up.clicked.connect(lambda _checked=False: self.step(-1))
        self._down.clicked.connect(lambda _checked=False: self.step(1))
        where = Row(margins=(16, 0, 16, 10), spacing=6)
        where.addWidget(self._said, 1)
        where.addWidget(self._up)
        where.addWidget(self._down)
        self._list = RowList(self.tr("Những chỗ tìm thấy"))
        self._list.setUniformItemSizes(True)
        self._list.setModel(self._model)
        self._list.setItemDelegate(HitDelegate(self._list))
        self._list.chosen.connect(lambda index: self._go(index.row()))
        self.results = ResultList(self.tr("Những chỗ tìm thấy trong kỳ họp"), everywhere=False)
        self.results.opened.connect(self._open)
        self.results.leftUpwards.connect(self.take_keyboard)
        self.results.selectionModel().currentChanged.connect(lambda *_: self._say())
        self._lists = QStackedWidget()
        for places in (self.results, self._list):
            self._lists.addWidget(places)
        self._lists.setCurrentWidget(self._list)
        self._scope.changed.connect(self._on_scope)
        self._exact.toggled.connect(self._on_exact)
        for layout in (head, line, how, coming, where):
            self.column.addLayout(layout)
        self.column.addWidget(Line())
        self.column.addWidget(self._lists, 1)
        self._say()

    @property
    def query(self) -> str:
        """What is looked for."""
        return self._query

    @property
    def exact(self) -> bool:
        """Accents and case count."""
        return self._exact.isChecked()

    @property
    def whole(self) -> bool:
        """The whole meeting is looked through."""
        return self._scope.chosen == _WHOLE

    @property
    def hits(self) -> Sequence[SearchHit]:
        """What was found so far, in the order of the pages."""
        return self._model.hits

    @property
    def current(self) -> int | None:
        """The place gone to, an index into `hits`."""
        return self._model.current

    @property
    def full(self) -> bool:
        """As many places are listed as ever are."""
        return self._full

    @property
    def searching(self) -> bool:
        """Not all of the document has been looked through."""
        return self._searching

    @property
    def status(self) -> str:
        """The sentence above the list."""
        return self._said.text()

    def reset(self) -> None:
        """Nothing is looked for, nowhere."""
        self.set_shown(None)
        self._field.set_text("")
        self._ask()

    def set_query(self, query: str) -> None:
        """Type for the person."""
        self._field.set_text(query)

    def look_in_whole(self, query: str | None = None, *, exact: bool = False) -> None:
        """Turn to the whole meeting; ask at once for what came from elsewhere."""
        self._scope.choose(_WHOLE)
        if query is not None:
            self._field.set_text(query)
            self._exact.setChecked(exact)  # asks too, when it is another
            self._ask()

    def want_row(self, found: Found) -> None:
        """Put the list on this place when it comes."""
        self._wanted = found
        self._go_to_row()

    def look_here(self) -> None:
        """Turn to the document."""
        self._scope.choose(_HERE)

    def aim_at(self, found: Found) -> None:
        """Go to this place on its page as soon as the document has it, however late."""
        self._aim = found
        self._go_to_aim()

    def set_index(self, view: IndexView) -> None:
        """How far the index has come."""
        self._index = view
        self._say()

    def add_results(self, found: tuple[Found, ...]) -> None:
        """Some more places of the meeting."""
        self.results.results.add(found)
        self._go_to_row()
        self._say()

    def replace_results(self, found: tuple[Found, ...]) -> None:
        """All places of the meeting, asked again."""
        here = self.results.here()
        if self.results.results.replace(found) and here is not None:
            self.results.go(here)
        self._say()

    def finish_results(self, search: Search) -> None:
        """All of the meeting has been looked through."""
        self._ended = search
        self._say()

    def take_keyboard(self) -> None:
        """Put the keyboard into the field, all of it selected."""
        self._field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.edit.selectAll()

    def set_shown(self, document: DocumentId | None) -> None:
        """Another document is to be looked through."""
        self._shown = document
        self.clear_hits()

    def clear_hits(self) -> None:
        """Forget what was found: another query, or the same again."""
        self._full = False
        self._searching = self._ended_here = False
        self._model.clear()
        self._say()

    def begin(self) -> None:
        """The document is being looked through."""
        self.clear_hits()
        self._searching = True
        self._say()

    def add_hits(self, hits: Sequence[SearchHit]) -> None:
        """Some more places; the first ones ever are gone to at once."""
        first = not self._model.hits
        self._model.add(hits[: MOST - len(self._model.hits)])
        self._full = len(self._model.hits) >= MOST
        self._say()
        if self._aim is not None:
            self._go_to_aim()
        elif first and hits and not self.whole:
            self._go(0)

    def finish(self) -> None:
        """All of the document has been looked through."""
        self._searching = False
        self._say()
        self._ended_here = True
        self._go_to_aim()

    def step(self, way: int) -> None:
        """Go to the next (1) or the last (-1) place, and round."""
        if self._typing.isActive():
            self._typing.stop()
            self._ask()
            return
        if self.whole:
            found = self.results.step(way)
            if found is not None:
                self._open(found)
            return
        count = len(self._model.hits)
        if count:
            now = self._model.current
            self._go((now + way) % count if now is not None else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            shown = self._lists.currentWidget()
            if key == Qt.Key.Key_Down and isinstance(shown, RowList) and shown.model().rowCount():
                shown.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _on_typed(self, _text: str) -> None:
        self._typing.start()

    def _on_scope(self, scope: int) -> None:
        self._lists.setCurrentIndex(scope)
        self._ask_whole()
        if scope == _HERE and self._model.hits and self._model.current is None:
            self._go(0)
        self._say()

    def _on_exact(self, _on: bool) -> None:
        self._ask(again=True)

    def _ask(self, *, again: bool = False) -> None:
        self._typing.stop()
        query = " ".join(self._field.text.split())
        if again or query != self._query:
            self._query = query
            self._aim = self._wanted = None
            self.clear_hits()
            self.currentChanged.emit(-1)
            self.queryChanged.emit(query)
            self._ask_whole()

    def _ask_whole(self) -> None:
        self._ended = None
        self.results.results.clear()
        self.wholeChanged.emit(self._query if self.whole else "", self.exact)
        self._say()

    def _open(self, found: Found) -> None:
        self._say()
        self.resultOpened.emit(found)

    def _go_to_row(self) -> None:
        if self._wanted is not None and self.results.results.has(self._wanted):
            wanted, self._wanted = self._wanted, None
            self.results.go(wanted)

    def _go_to_aim(self) -> None:
        hits = self._model.hits
        aim = self._aim
        if aim is None or aim.document != self._shown:
            return
        place = (aim.page, aim.first)
        row = next((n for n, one in enumerate(hits) if (one.hit.page, one.hit.first) == place), None)
        if row is not None:
            self._aim = None
            self._go(row)
        elif self._ended_here and self._query:
            self._aim = None
            self.pageWanted.emit(aim.page)

    def _go(self, row: int) -> None:
        self._model.set_current(row)
        index = self._model.index(row)
        self._list.setCurrentIndex(index)
        self._list.scrollTo(index)
        self._say()
        self.currentChanged.emit(row)

    def _say(self) -> None:
        results = self.results.results
        count = results.places if self.whole else len(self._model.hits)
        self._up.setEnabled(count > 0)
        self._down.setEnabled(count > 0)
        self._coming.set_text(words.indexing(self._index) if self.whole and self._query else "")
        self._coming.setVisible(bool(self._coming.text()))
        self._said.set_text(self._whole_status() if self.whole else self._status_here())

    def _status_here(self) -> str:
        count, now = len(self._model.hits), self._model.current
        if count and now is not None:
            total = number_text(count) + ("+" if self._searching or self._full else "")
            return self.tr("Chỗ {now}/{total}").format(now=number_text(now + 1), total=total)
        if self._searching:
            return self.tr("Đang tìm…")
        return self.tr("Không có chỗ nào") if self._query and not count else ""

    def _whole_status(self) -> str:
        results, ended = self.results.results, self._ended
        if results.places:
            more, scans = (True, 0) if ended is None else (ended.full, ended.scans)
            now = self.results.position
            if now:
                return words.position(now, results.places, results.documents, more=more)
            return words.status(results.places, results.documents, more=more, scans=scans)
        if not self._query:
            return ""
        if ended is None:
            return self.tr("Đang tìm…")
        said = self.tr("Không có chỗ nào")
        return f"{said} · {words.scans_said(ended.scans)}" if ended.scans else said
