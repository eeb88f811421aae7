"""The rows of a packet being made: the meeting, then the agenda from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reader.core.composing import outline
from reader.core.composing.drafting import DraftView
from reader.core.composing.showing import ComposeView
from reader.ui.compose import words
from reader.ui.compose.words import Said, cut
from reader.ui.format import date_text, number_text, size_text, span_text
from reader.ui.theme import Tone

Index = QModelIndex | QPersistentModelIndex
MEETING = "meeting"
"""The id of the first row."""


class RowKind(StrEnum):
    """What a row is."""

    MEETING = "meeting"
    ITEM = "item"
    DOCUMENT = "document"
    MOTION = "motion"


@dataclass(frozen=True)
class ComposeRow:
    """One row. ``check`` is None for items."""

    kind: RowKind
    id: str
    item: str
    title: str
    pages: int | None = None
    size: str = ""
    check: Said | None = None

    def spoken(self, kind: str) -> str:
        """The row as a sentence for a screen reader."""
        said = "" if self.check is None else self.check.text
        return ", ".join(part for part in (kind, self.title, self.pages_number, self.size, said) if part)

    @property
    def pages_number(self) -> str:
        """How many pages it has, for a column; empty where it has none."""
        return "" if self.pages is None else number_text(self.pages)


class ComposeModel(QAbstractListModel):
    """A list that is replaced as a whole; rows that stay keep their place in the view."""

    renamed = Signal(str, str)
    """Row, its new name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ComposeRow, ...] = ()
        self._names: dict[str, str] = {}

    @property
    def rows(self) -> tuple[ComposeRow, ...]:
        """From top to bottom."""
        return self._rows

    def set_view(self, view: ComposeView) -> bool:
        """Show another state; True when rows came, went or moved."""
        made = tuple(rows_of(view.draft))
        names = outline.outline(view.draft.packet)
        self._names = {place.id: outline.name_of(view.draft.packet, place.id) for place in names}
        if [row.id for row in made] == [row.id for row in self._rows]:
            self._rows = made
            self.dataChanged.emit(self.index(0), self.index(len(made) - 1))
            return False
        self.beginResetModel()
        self._rows = made
        self.endResetModel()
        return True

    def row(self, index: Index) -> ComposeRow | None:
        """The row of an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, row: str) -> QModelIndex:
        """Where a row is; invalid for one that is not there."""
        return next((self.index(n) for n, one in enumerate(self._rows) if one.id == row), QModelIndex())

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.EditRole:
            return self._names.get(row.id, "")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken(self._kind(row.kind))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row(index)
        name = str(value).strip()
        if row is None or role != Qt.ItemDataRole.EditRole or not name or name == self._names.get(row.id):
            return False
        self.renamed.emit(row.id, name)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        row = self.row(index)
        return flags if row is None or row.kind is RowKind.MEETING else flags | Qt.ItemFlag.ItemIsEditable

    def _kind(self, kind: RowKind) -> str:
        return {
            RowKind.MEETING: self.tr("Thông tin kỳ họp"),
            RowKind.ITEM: self.tr("Mục"),
            RowKind.DOCUMENT: self.tr("Tài liệu"),
            RowKind.MOTION: self.tr("Biểu quyết"),
        }[kind]


def rows_of(view: DraftView) -> Sequence[ComposeRow]:
    """All of them."""
    meeting = view.packet.meeting
    when = f"{date_text(meeting.starts)}, {span_text(meeting.starts, meeting.ends)}"
    said = cut(f"{when} · {meeting.place}" if meeting.place else when)
    rows = [ComposeRow(RowKind.MEETING, MEETING, "", said)]
    numbers = {item.id: number for number, item in enumerate(view.packet.items, 1)}
    for place in outline.outline(view.packet):
        title = cut(outline.name_of(view.packet, place.id))
        if place.kind is outline.Kind.ITEM:
            title = f"{numbers[view.packet.item(place.id).id]}. {title}"
            rows.append(ComposeRow(RowKind.ITEM, place.id, place.item, title))
        elif place.kind is outline.Kind.DOCUMENT:
            file = view.files.get(view.packet.document(place.id).file)
            pages = file.facts.pages if file is not None else None
            size = size_text(file.size) if file is not None else ""
            check = words.check_word(view.remarks.get(place.id, ()))
            rows.append(ComposeRow(RowKind.DOCUMENT, place.id, place.item, title, pages, size, check))
        else:
            rows.append(
                ComposeRow(RowKind.MOTION, place.id, place.item, title, check=_motion(view, place.id))
            )
    return rows


def _motion(view: DraftView, motion: str) -> Said:
    lacking = view.lacks.get(motion, ())
    if lacking:
        return Said("prohibit", words.lack_text(lacking[0]), Tone.BAD)
    return Said("scales", words.kind_words()[view.packet.motion(motion).kind], Tone.PLAIN)
