"""Marks on a new version: how many went along, and what can be done where a place has to be looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from reader.core.views import Fate, MarkView
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Button, Column, Glyph, Kind, Line, Paragraph, Row, Surface
from sync.model.annotation import MarkKind
from sync.model.ids import MarkId

ON_WORDS: Final = frozenset({MarkKind.HIGHLIGHT, MarkKind.UNDERLINE, MarkKind.STRIKE})
"""Marks that lie on words: to be placed they need a selection."""


class Placing(QObject):
    """`summary` belongs above the list of notes, `strip` below it: that is about the one chosen."""

    chosen = Signal(str)
    """MarkId: the next one whose place has to be looked at."""
    seen = Signal(object)
    """Tuple of MarkView that moved, and the person knows."""
    accepted = Signal(str)
    """MarkId: the guess is right."""
    placed = Signal(str)
    """MarkId: put it where the selection is, or on this page."""
    oldWanted = Signal(str)
    """MarkId: show it on the version it was made on."""
    kept = Signal(str)
    """MarkId of one that was deleted elsewhere: it is to stay."""
    dropped = Signal(str)
    """MarkId of one that was deleted elsewhere: so be it."""
    begun = Signal()
    stopped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[MarkView, ...] = ()
        self._mark: MarkView | None = None
        self._share: float | None = None
        self.summary, self.strip = Surface(Colour.WAIT_TINT, None, 0), QWidget()
        self._lay_out_summary()
        self._lay_out_strip()
        self.set_marks(())
        self.set_mark(None)

    def set_marks(self, marks: Sequence[MarkView]) -> None:
        """All marks of the document, once each."""
        self._marks = tuple(marks)
        said = self._told()
        self.summary.setVisible(bool(said))
        self._words.set_text(said)
        self._all_seen.setVisible(any(not mark.seen for mark in marks))
        self._next.setVisible(any(mark.needs_care for mark in marks))
        self._stop.setVisible(self._share is not None)
        coming = any(mark.fate is Fate.COMING for mark in marks)
        self._begin.setVisible(self._share is None and coming)

    def set_mark(self, mark: MarkView | None) -> None:
        """The one chosen."""
        self._mark = mark
        self.strip.setVisible(self.cares)
        if mark is None or not self.cares:
            return
        mine, fate = mark.mine, mark.fate
        self._about.set_text(self._sentence(mark))
        self._right.setVisible(mine and fate is Fate.UNSURE)
        self._place.setVisible(mine and fate in (Fate.UNSURE, Fate.LOST))
        on_words = mark.kind in ON_WORDS
        self._place.set_text(self.tr("Đặt vào đoạn đang chọn") if on_words else self.tr("Đặt ở trang này"))
        self._known.setVisible(not mark.seen)
        deleted = fate is Fate.DELETED
        self._keep.setVisible(deleted)
        self._away.setVisible(deleted)
        self._old.setVisible(not deleted)

    @property
    def cares(self) -> bool:
        """The place of the one chosen has to be looked at."""
        return self._mark is not None and self._mark.needs_care

    def set_progress(self, share: float | None) -> None:
        """How far the search for places is; None: none is under way."""
        self._share = share
        self.set_marks(self._marks)

    def needs_selection(self) -> None:
        """There is nothing to place the chosen one on yet."""
        self._about.set_text(self.tr("Chọn đoạn chữ trên trang trước, rồi bấm lại nút này."))
        self._place.setFocus()

    def _told(self) -> str:
        if self._share is not None:
            return self.tr("Đang tìm chỗ cho ghi chú trên bản mới… {share} %").format(
                share=int(self._share * 100)
            )
        count = {fate: sum(mark.fate is fate for mark in self._marks) for fate in Fate}
        moved = sum(not mark.seen for mark in self._marks)
        parts = [
            words.format(n=n)
            for n, words in (
                (moved, self.tr("{n} đã chuyển theo")),
                (count[Fate.UNSURE], self.tr("{n} chưa chắc chỗ")),
                (count[Fate.LOST], self.tr("{n} chưa khớp")),
                (count[Fate.COMING], self.tr("{n} chưa tìm chỗ")),
                (count[Fate.DELETED], self.tr("{n} đã xóa ở máy khác")),
            )
            if n
        ]
        return self.tr("Ghi chú cần xem: {parts}").format(parts=", ".join(parts)) if parts else ""

    def _sentence(self, mark: MarkView) -> str:
        if not mark.seen:
            return self.tr("Ghi chú đã chuyển theo. Chữ ở đây hoặc quanh đây đã đổi.")
        said = {
            Fate.UNSURE: self.tr("Có lẽ là chỗ có khung nét đứt. Đúng thì giữ, không thì đặt lại."),
            Fate.LOST: self.tr("Không tìm thấy chỗ này trong bản mới. Ghi chú vẫn còn ở bản cũ."),
            Fate.DELETED: self.tr("Ghi chú này bị xóa ở máy khác trong khi được viết ở đây. Giữ lại không?"),
            Fate.COMING: self.tr("Chưa biết chỗ này ở đâu trong bản mới. Ghi chú vẫn còn ở bản cũ."),
        }
        return said[mark.fate]

    def _lay_out_summary(self) -> None:
        self._words = Paragraph("", Role.NOTE)
        self._next = Button(self.tr("Xem lần lượt"), Kind.LINK)
        self._all_seen = Button(self.tr("Đã xem cả"), Kind.LINK)
        self._begin = Button(self.tr("Tìm chỗ"), Kind.LINK)
        self._stop = Button(self.tr("Dừng"), Kind.LINK)
        self._next.clicked.connect(lambda _checked=False: self._go_on())
        self._all_seen.clicked.connect(
            lambda _checked=False: self.seen.emit(tuple(mark for mark in self._marks if not mark.seen))
        )
        self._begin.clicked.connect(lambda _checked=False: self.begun.emit())
        self._stop.clicked.connect(lambda _checked=False: self.stopped.emit())
        row = Row(margins=(16, 9, 12, 9), spacing=10)
        row.addWidget(Glyph("arrows-left-right", 18, Colour.WAIT), 0, Qt.AlignmentFlag.AlignTop)
        words = Column(spacing=4)
        words.addWidget(self._words)
        acts = Row(spacing=16)
        for button in (self._next, self._all_seen, self._begin, self._stop):
            acts.addWidget(button)
        acts.addStretch(1)
        words.addLayout(acts)
        row.addLayout(words, 1)
        column = Column(self.summary)
        column.addLayout(row)
        column.addWidget(Line())

    def _lay_out_strip(self) -> None:
        self._about = Paragraph("", Role.NOTE, Colour.INK2)
        self._right = Button(self.tr("Đúng chỗ"), icon="check")
        self._place = Button("", icon="arrow-down")
        self._known = Button(self.tr("Đã xem"), icon="check")
        self._old = Button(self.tr("Bản cũ"), icon="clock-counter-clockwise", name=self.tr("Xem ở bản cũ"))
        column = Column(self.strip, 0, 8)
        column.addWidget(self._about)
        column.addWidget(self._place)
        row = Row(spacing=8)
        self._keep = Button(self.tr("Giữ lại"), icon="check")
        self._away = Button(self.tr("Xóa hẳn"), icon="trash")
        for button in (self._right, self._known, self._old, self._keep, self._away):
            row.addWidget(button, 1)
        column.addLayout(row)
        self._known.clicked.connect(lambda _checked=False: self.seen.emit((self._mark,)))
        for button, signal in (
            (self._right, self.accepted),
            (self._place, self.placed),
            (self._old, self.oldWanted),
            (self._keep, self.kept),
            (self._away, self.dropped),
        ):
            button.clicked.connect(lambda _checked=False, signal=signal: self._send(signal))

    def _send(self, signal: SignalInstance) -> None:
        if self._mark is not None:
            signal.emit(self._mark.id)

    def _go_on(self) -> None:
        """From the one chosen to the next one that needs it, round and round."""
        ids = [mark.id for mark in self._marks if mark.needs_care]
        here: MarkId | None = None if self._mark is None else self._mark.id
        at = ids.index(here) + 1 if here in ids else 0
        self.chosen.emit(ids[at % len(ids)])
