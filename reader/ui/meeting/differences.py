"""The lower half of the pane of changes: what differs inside the document that is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.core.comparing import PageChange, PageState
from reader.core.versions import Compared, Spot
from reader.ui.comparison import ComparisonView
from reader.ui.lists import RowList
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.layout import Column, Row
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.progress import Bar
from reader.ui.widgets.rows import RowData, RowDelegate, RowModel
from reader.ui.widgets.surface import Line, Panel

_QUOTED = 12
"""Words shown of one change."""
_SPELLED = 3
"""Changes of one page spelled out in its row."""


@dataclass(frozen=True)
class _Line:
    """A row, and the pages it is about; -1 where they are not in this version."""

    first: int
    last: int
    row: RowData


class Differences(Panel):
    """Pages that changed, one row for each; a click goes there. Steps from change to change with F7."""

    spotChosen = Signal(object)
    """Spot to bring into sight."""
    begun = Signal()
    """Compare, please."""
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._spots: tuple[Spot, ...] = ()
        self._lines: tuple[_Line, ...] = ()
        self._at: int | None = None
        self._said = Paragraph("", Role.NOTE_STRONG, Colour.INK2)
        self._bar = Bar()
        self._begin = Button(self.tr("So với bản trước"), icon="arrows-left-right")
        self._begin.clicked.connect(self.begun)
        self._stop = Button(self.tr("Dừng"), Kind.QUIET)
        self._stop.clicked.connect(self.stopped)
        self._before = Button("", Kind.QUIET, icon="caret-up", name=self.tr("Chỗ đổi trước (Shift+F7)"))
        self._next = Button("", Kind.QUIET, icon="caret-down", name=self.tr("Chỗ đổi sau (F7)"))
        self._before.clicked.connect(lambda: self.step(-1))
        self._next.clicked.connect(lambda: self.step(1))
        self._model = RowModel(parent=self)
        self.rows = RowList(self.tr("Trang có thay đổi"))
        self.rows.setModel(self._model)
        self.rows.setItemDelegate(RowDelegate(self.rows))
        self.rows.chosen.connect(self._choose)
        head = QWidget()
        column = Column(head, (16, 8, 8, 8), 6)
        first = Row(spacing=4)
        first.addWidget(self._said, 1)
        for button in (self._before, self._next, self._stop):
            first.addWidget(button)
        column.addLayout(first)
        column.addWidget(self._bar)
        column.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(head)
        self.column.addWidget(Line())
        self.column.addWidget(self.rows, 1)
        self.set_view(None)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The changes that can be gone to."""
        return self._spots

    def set_view(self, view: ComparisonView | None) -> None:
        """Show how the comparison stands; None: there is nothing to compare."""
        self.setVisible(view is not None)
        done = None if view is None else view.done
        working = view is not None and view.share is not None
        self._bar.setVisible(working)
        self._stop.setVisible(working)
        self._begin.setVisible(view is not None and not working and done is None)
        self._before.setVisible(done is not None and bool(done.spots))
        self._next.setVisible(done is not None and bool(done.spots))
        self.rows.setVisible(done is not None)
        self._at = None
        self._spots = () if done is None else done.spots
        if view is not None:
            self._said.set_text(comparison_text(view))
            self._bar.set_share(view.share or 0.0)
            self._bar.setAccessibleName(self._said.text())
        self._lines = () if done is None else tuple(_lines(done))
        self._model.set_rows([line.row for line in self._lines])

    def step(self, way: int) -> None:
        """Go to the next change, or the one before; round at the ends."""
        if not self._spots:
            return
        count = len(self._spots)
        self._go((0 if way > 0 else count - 1) if self._at is None else (self._at + way) % count)

    def _go(self, at: int) -> None:
        self._at = at
        spot = self._spots[at]
        row = next(n for n, line in enumerate(self._lines) if line.first <= spot.page <= line.last)
        self.rows.setCurrentIndex(self._model.index(row))
        self.spotChosen.emit(spot)

    def _choose(self, index: QModelIndex) -> None:
        line = self._lines[index.row()]
        at = next((n for n, spot in enumerate(self._spots) if line.first <= spot.page <= line.last), None)
        if at is not None:
            self._go(at)
        elif line.first >= 0:
            self.spotChosen.emit(Spot(line.first, (), (), ()))


def _lines(done: Compared) -> Iterator[_Line]:
    """Pages in order, new ones that follow each other together; then what is gone."""
    told = done.comparison
    for state, run in groupby(told.pages, key=lambda page: page.state):
        pages = list(run)
        if state is PageState.NEW or state is PageState.BLIND:
            yield _run(pages, state)
        elif state is not PageState.SAME:
            yield from (_page(page, done.spots) for page in pages)
    for _, gone in groupby(enumerate(told.removed), key=lambda one: one[1] - one[0]):
        numbers = [page for _, page in gone]
        title = _tr("Bỏ trang {pages} của bản trước").format(pages=_numbers(numbers[0], numbers[-1]))
        yield _Line(-1, -1, RowData(title, icon="minus"))


def _run(pages: Sequence[PageChange], state: PageState) -> _Line:
    first, last = pages[0].page, pages[-1].page
    said = _tr("Trang {pages}: mới") if state is PageState.NEW else _tr("Trang {pages}: không có chữ để so")
    icon = "file-plus" if state is PageState.NEW else "file-dashed"
    return _Line(first, last, RowData(said.format(pages=_numbers(first, last)), icon=icon))


def _page(page: PageChange, spots: Iterable[Spot]) -> _Line:
    number = page.page
    if page.state is PageState.MOVED and page.was is not None:
        title = _tr("Trang {page}: chuyển từ trang {was}").format(page=number + 1, was=page.was + 1)
        return _Line(number, number, RowData(title, icon="arrows-left-right"))
    here = [spot for spot in spots if spot.page == number]
    said = "; ".join(_edit(spot) for spot in here[:_SPELLED])
    if len(here) > _SPELLED:
        said += "; …"
    title = _tr("Trang {page}: sửa {n} chỗ").format(page=number + 1, n=len(here))
    return _Line(number, number, RowData(title, note=said, icon="pencil-simple"))


def _edit(spot: Spot) -> str:
    """One change in words."""
    if not spot.removed:
        return _tr("thêm “{words}”").format(words=_quoted(spot.added))
    if not spot.added:
        return _tr("bỏ “{words}”").format(words=_quoted(spot.removed))
    return _tr("“{old}” thành “{new}”").format(old=_quoted(spot.removed), new=_quoted(spot.added))


def _quoted(words: Sequence[str]) -> str:
    said = plain_line(" ".join(words[:_QUOTED]))
    return f"{said}…" if len(words) > _QUOTED else said


def _numbers(first: int, last: int) -> str:
    return str(first + 1) if first == last else f"{first + 1}–{last + 1}"


def comparison_text(view: ComparisonView) -> str:
    """How a comparison stands, and what came of it, in a sentence."""
    if view.share is not None:
        return _tr("Đang so với bản trước…")
    if view.failed:
        return _tr("Không so được: một trong hai bản không mở được.")
    if view.done is None:
        return _tr("Bản trước vẫn còn trên máy này.")
    told = view.done.comparison
    parts = []
    for state, words in (
        (PageState.CHANGED, _tr("sửa {n} trang")),
        (PageState.NEW, _tr("thêm {n} trang")),
        (PageState.MOVED, _tr("chuyển {n} trang")),
    ):
        if count := sum(page.state is state for page in told.pages):
            parts.append(words.format(n=count))
    if told.removed:
        parts.append(_tr("bỏ {n} trang").format(n=len(told.removed)))
    if parts:
        return _tr("So với bản trước: {changes}").format(changes=", ".join(parts))
    if any(page.state is PageState.BLIND for page in told.pages):
        return _tr("Không có chữ để so với bản trước.")
    return _tr("Chữ trên các trang giống hệt bản trước.")


def _tr(words: str) -> str:
    return QCoreApplication.translate("Differences", words)
