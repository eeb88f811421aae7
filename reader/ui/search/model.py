"""Rows of results: a heading for each document, and its places below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.core.searching import Found, Where
from reader.ui.plain import plain_in_place
from reader.ui.search import words

Index = QModelIndex | QPersistentModelIndex


@dataclass
class Heading:
    """Stands above the places of one document, above names, or above notes."""

    key: tuple[str, ...]
    text: str
    count: int = 0


class ResultModel(QAbstractListModel):
    """`everywhere`: places are of more than one meeting, so that each is named."""

    def __init__(self, *, everywhere: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.everywhere = everywhere
        self._rows: list[Heading | Found] = []
        self._heads: dict[tuple[str, ...], int] = {}
        self.more = False
        """There may be more places than are listed."""

    @property
    def places(self) -> int:
        """How many places are listed."""
        return len(self._rows) - len(self._heads)

    @property
    def documents(self) -> int:
        """In how many documents."""
        found = (row for row in self._rows if isinstance(row, Found))
        return len({(one.meeting, one.document) for one in found if one.document is not None})

    def row(self, index: Index) -> Heading | Found | None:
        """What stands in a row."""
        return self._rows[index.row()] if index.isValid() else None

    def found(self, index: Index) -> Found | None:
        """The place of a row, None for a heading."""
        row = self.row(index)
        return row if isinstance(row, Found) else None

    def position(self, index: Index) -> int:
        """Which of the places this row is, from 1; 0 for none."""
        if self.found(index) is None:
            return 0
        return sum(isinstance(row, Found) for row in self._rows[: index.row() + 1])

    def has(self, found: Found) -> bool:
        """Whether this place is listed."""
        return found in self._rows

    def index_of(self, found: Found | None) -> QModelIndex:
        """The row of this place, or of the first place there is."""
        wanted = [number for number, row in enumerate(self._rows) if row == found]
        first = [number for number, row in enumerate(self._rows[:2]) if isinstance(row, Found)]
        return self.index(next(iter((*wanted, *first)), -1))

    def clear(self) -> None:
        """Another query."""
        self.beginResetModel()
        self._rows, self._heads, self.more = [], {}, False
        self.endResetModel()

    def replace(self, found: Sequence[Found]) -> bool:
        """The same query again, later; False when nothing is different."""
        if [row for row in self._rows if isinstance(row, Found)] == list(found):
            return False
        self.clear()
        self.add(found)
        return True

    def add(self, found: Sequence[Found]) -> None:
        """Some more places, after those that are here."""
        rows: list[Heading | Found] = []
        start = len(self._rows)
        touched: list[int] = []
        for one in found:
            key = _group(one)
            at = self._heads.get(key)
            if at is None:
                at = self._heads[key] = start + len(rows)
                rows.append(Heading(key, words.heading(one, everywhere=self.everywhere)))
            head = rows[at - start] if at >= start else self._rows[at]
            assert isinstance(head, Heading)
            head.count += 1
            if at < start:
                touched.append(at)
            rows.append(one)
        if rows:
            self.beginInsertRows(QModelIndex(), start, start + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()
        for at in touched:
            self.dataChanged.emit(self.index(at), self.index(at))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.found(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if isinstance(row, Heading):
            return f"{row.text}, {words.count(row.count, more=False)}"
        below = words.detail(row, everywhere=self.everywhere) if row.where is not Where.PAGE else ""
        return ". ".join(part for part in (f"{words.lead(row)}: {plain_in_place(row.text)}", below) if part)


def _group(found: Found) -> tuple[str, ...]:
    """Places follow one another by group, but for a document that stands in two items."""
    if found.where is Where.PAGE:
        return (found.where, found.meeting, found.document or "")
    return (Where.NOTE,) if found.where is Where.NOTE else (Where.DOCUMENT,)
