"""The middle of the page of conducting: the item with what belongs to it, its vote, notes for the minutes.

What is written is kept at every pause, and when it is left.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.core.views import DeskMotion, DeskView, ItemView
from reader.ui import sitting_words
from reader.ui.ballot.words import list_state
from reader.ui.desk.motion_pane import MotionPane
from reader.ui.desk.projection import voted_on
from reader.ui.format import time_text
from reader.ui.lists import RowList
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role
from reader.ui.widgets.empty import Empty
from reader.ui.widgets.layout import Column, Scroll, hold
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.rows import RowData, RowDelegate, RowModel
from reader.ui.widgets.surface import Card
from reader.ui.widgets.tabs import Segments
from reader.ui.widgets.text_area import TextArea
from sync.model.ids import ItemId, MeetingId, MotionId

ITEM, VOTE, NOTES = range(3)
_LEAST = 140
"""Design pixels of the item's list."""


class CoursePane(QWidget):
    """Turns to the vote when one is opened, unless somebody is writing."""

    documentOpened = Signal(str)
    """DocumentId"""
    noteKept = Signal(str, str, str)
    """MeetingId, ItemId, text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: DeskView | None = None
        self._item: ItemView | None = None
        self._going: MotionId | None = None
        self._chosen: MotionId | None = None
        self._keys: list[tuple[str, str]] = []
        """What each row of the item's list stands for: ("document" | "motion" | "", id)."""
        self._of: tuple[MeetingId, ItemId] | None = None
        """Whose notes are in the field."""
        self._written: dict[tuple[MeetingId, ItemId], str] = {}
        """What was written here last: a view may have been made before it was kept, or it could not be."""
        self.names = (self.tr("Mục đang bàn"), self.tr("Biểu quyết"), self.tr("Ghi biên bản"))
        self.parts = Segments(self.names, name=self.tr("Phần giữa"))
        self.motion = MotionPane()
        self._pages = QStackedWidget()
        # With large text there is less room than the words need: then the whole page scrolls.
        self._pages.addWidget(Scroll(self._make_item()))
        self._pages.addWidget(self.motion)
        self._pages.addWidget(Scroll(self._make_notes()))
        self.parts.changed.connect(self._turned)
        column = Column(self, (20, 12, 20, 16), 12)
        column.addWidget(self.parts)
        column.addWidget(self._pages, 1)

    @property
    def shown(self) -> tuple[RowData, ...]:
        """The rows under the item."""
        return self._model.rows

    def set_view(self, view: DeskView) -> None:
        """Show another state. What is being written stays."""
        self._view = view
        point = view.sitting.point
        items = view.items
        pointed = next((one for one in items if point is not None and one.id == point.item), None)
        self._item = pointed or (items[0] if items else None)
        self._show_item()
        now = voted_on(view)
        going = None if now is None else now.motion.id
        if going is not None and going != self._going:
            self._chosen = going
            if not self.notes.hasFocus():
                self.parts.choose(VOTE)
        self._going = going
        self._show_motion()
        self._show_notes(view.conduct.notes)

    def keep(self) -> None:
        """Keep what is written now."""
        self.notes.keep_now()

    def leave(self) -> None:
        """The meeting is left: nothing of it stays here."""
        self.keep()
        self._view = self._item = self._of = self._going = self._chosen = None
        self._written.clear()
        self.notes.write("")

    def failed(self) -> None:
        """What was written could not be kept."""
        self._saved.set_colour(Colour.BAD)
        self._saved.set_text(self.tr("Chưa lưu được. Chữ vẫn ở đây; chép ra chỗ khác nếu cần."))

    def kept(self) -> None:
        """It was."""
        self._saved.set_colour(Colour.INK2)
        self._saved.set_text(self.tr("Đã lưu trên máy này"))

    # --- the item -----------------------------------------------------------------------------------------

    def _make_item(self) -> QWidget:
        self.title = Paragraph("", Role.SERIF_TITLE, max_lines=4)
        self._reports = Paragraph("", Role.BODY, Colour.INK2)
        self._model = RowModel(parent=self)
        self.rows = RowList(self.tr("Tài liệu, nội dung biểu quyết, người đã phát biểu"))
        self.rows.setModel(self._model)
        self.rows.setItemDelegate(RowDelegate(self.rows))
        self.rows.chosen.connect(self._pressed)
        hold(self.rows, min_height=_LEAST)
        self._nothing = Empty("files", self.tr("Mục này không có tài liệu"))
        card = Card(1)
        head = QWidget()
        column = Column(head, (23, 17, 23, 14), 4)
        column.addWidget(self.title)
        column.addWidget(self._reports)
        card.column.addWidget(head)
        card.column.addWidget(self.rows, 1)
        card.column.addWidget(self._nothing, 1)
        return card

    def _show_item(self) -> None:
        view, item = self._view, self._item
        if view is None or item is None:
            return
        self.title.set_text(plain_line(f"{item.number}. {item.title}"))
        self._reports.set_text(self.tr("Báo cáo: {name}").format(name=plain_line(item.speaker)))
        self._reports.setVisible(bool(item.speaker))
        rows: list[RowData] = []
        self._keys = []

        def add(key: tuple[str, str], row: RowData) -> None:
            self._keys.append(key)
            rows.append(row)

        motions = [one for one in view.motions if one.motion.item == item.id]
        spoken = [one for one in view.sitting.spoken if one.item == item.id]
        if item.documents:
            add(("", ""), RowData(self.tr("Tài liệu"), header=True))
        for document in item.documents:
            name = plain_line(document.name)
            add(("document", document.id), RowData(name, icon="file-text"))
        if motions:
            add(("", ""), RowData(self.tr("Biểu quyết"), header=True))
        for one in motions:
            state = list_state(one.motion)
            add(
                ("motion", one.motion.id),
                RowData(
                    plain_line(one.motion.title),
                    note=state.text,
                    note_icon=state.icon,
                    note_tone=state.tone,
                    icon="scales",
                ),
            )
        if spoken:
            add(("", ""), RowData(self.tr("Đã phát biểu: {n}").format(n=len(spoken)), header=True))
        for turn in spoken:
            if turn.began is not None and turn.ended is not None:
                said = sitting_words.clock_text(turn.spoken(turn.ended))
                began = time_text(turn.began)
                add(("", ""), RowData(plain_line(turn.name), right=f"{began} · {said}", icon="microphone"))
        if self._model.set_rows(rows):
            self.rows.scheduleDelayedItemsLayout()
        self.rows.setVisible(bool(rows))
        self._nothing.setVisible(not rows)

    def _pressed(self, index: QModelIndex) -> None:
        kind, which = self._keys[index.row()] if 0 <= index.row() < len(self._keys) else ("", "")
        if kind == "document":
            self.documentOpened.emit(which)
        elif kind == "motion":
            self._chosen = MotionId(which)
            self._show_motion()
            self.parts.choose(VOTE)

    # --- the vote -----------------------------------------------------------------------------------------

    def _show_motion(self) -> None:
        view, item = self._view, self._item
        if view is None:
            return
        found = self._find(view, self._going) or self._find(view, self._chosen)
        if found is None or (self._going is None and item is not None and found.motion.item != item.id):
            of_item = [one for one in view.motions if item is not None and one.motion.item == item.id]
            found = of_item[0] if of_item else None
        self.motion.set_motion(view, found)

    def _find(self, view: DeskView, motion: MotionId | None) -> DeskMotion | None:
        return next((one for one in view.motions if one.motion.id == motion), None)

    # --- the notes ----------------------------------------------------------------------------------------

    def _make_notes(self) -> QWidget:
        self._notes_of = Paragraph("", Role.BODY_STRONG, max_lines=2)
        self.notes = TextArea(self.tr("Ghi diễn biến cho biên bản"), least=120, most=4_000)
        self.notes.setPlaceholderText(self.tr("Diễn biến, ý kiến, kết luận của chủ tọa…"))
        self.notes.kept.connect(self._keep)
        self.notes.rested.connect(self._rested)
        self._saved = Paragraph("", Role.NOTE, Colour.INK2)
        card = Card((24, 18, 24, 14), 8)
        card.column.addWidget(self._notes_of)
        card.column.addWidget(self.notes, 1)
        card.column.addWidget(self._saved)
        return card

    def _show_notes(self, kept: Mapping[ItemId, str]) -> None:
        """What is in the field is this laptop's newest word: it is only changed with the item, and not while
        somebody writes, whoever moves the meeting on."""
        view, item = self._view, self._item
        if view is None or item is None:
            return
        of = (view.card.id, item.id)
        if of != self._of and self._of is not None and self.notes.hasFocus():
            return
        self._notes_of.set_text(plain_line(f"{item.number}. {item.title}"))
        if of == self._of:
            return
        self.keep()
        self._of = of
        self.notes.write(self._written.get(of, kept.get(item.id, "")))
        self._saved.set_colour(Colour.INK2)
        self._saved.set_text(self.tr("Lưu ngay khi gõ, chỉ trên máy này; vào biên bản khi xuất."))
        if of in self._written:
            self.notes.touch()

    def _keep(self) -> None:
        if self._of is not None:
            meeting, item = self._of
            text = self._written[meeting, item] = self.notes.toPlainText()
            self.noteKept.emit(meeting, item, text)

    def _rested(self) -> None:
        if self._view is not None:
            self._show_notes(self._view.conduct.notes)

    def _turned(self, part: int) -> None:
        self._pages.setCurrentIndex(part)
        if part != NOTES:
            self.keep()
