"""Who attends, as they said themselves, and who asks for the word, by item in the order of arrival."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from reader.core.views import CheckInView, DeskView, OpinionView, Trip
from reader.ui.desk.lines import LineList, LineRow, Part
from reader.ui.format import moment_text
from reader.ui.plain import plain_line
from reader.ui.said import words
from reader.ui.theme import Colour, Role, current
from reader.ui.widgets.layout import Column, Row
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.surface import Panel
from reader.ui.widgets.tabs import Segments
from sync.model.names import given_name_key
from sync.model.opinion import Attendance, OpinionKind

_NARROW = 860
_ORDER = (Attendance.ABSENT, Attendance.DELEGATED, None, Attendance.PRESENT)
"""Whoever something must be done about comes first."""


class AttendancePage(QWidget):
    """Two lists beside one another; one of them where there is no room for both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = Paragraph("", Role.BODY_STRONG)
        self.people = LineList(self.tr("Điểm danh"))
        self._asking = Paragraph("", Role.BODY_STRONG)
        self.speakers = LineList(self.tr("Đăng ký phát biểu"))
        self._which = Segments([self.tr("Điểm danh"), self.tr("Phát biểu")], name=self.tr("Danh sách nào"))
        self._which.changed.connect(lambda _number: self._fit())
        whole = Column(self, (26, 12, 24, 16), 12)
        whole.addWidget(self._which)
        both = Row(spacing=16)
        self._sides: list[QWidget] = []
        for head, rows in ((self._counts, self.people), (self._asking, self.speakers)):
            side = QWidget()
            column = Column(side, 0, 8)
            column.addWidget(head)
            panel = Panel()
            panel.column.addWidget(rows)
            column.addWidget(panel, 1)
            both.addWidget(side, 1)
            self._sides.append(side)
        whole.addLayout(both, 1)
        self._fit()

    @property
    def headline(self) -> str:
        """The counts in words."""
        return self._counts.text()

    def set_view(self, view: DeskView) -> None:
        """Show another state; what is chosen and the place scrolled to stay."""
        said = {one.person: one for one in view.said.check_ins}
        missing = [row.name for row in view.rows if row.person not in said]
        self._counts.set_text(self._headline(view, len(missing)))
        self.people.set_rows(_people(view.said.check_ins, missing))
        asking = [one for one in view.said.opinions if one.kind is OpinionKind.FLOOR]
        asking = [one for one in asking if one.trip is not Trip.REFUSED]
        some = self.tr("{n} lượt đăng ký phát biểu").format(n=len(asking))
        self._asking.set_text(some if asking else self.tr("Chưa ai đăng ký phát biểu"))
        self.speakers.set_rows(_speakers(view, asking))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < current().px(_NARROW)
        self._which.setVisible(narrow)
        for number, side in enumerate(self._sides):
            side.setVisible(not narrow or number == self._which.chosen)

    def _headline(self, view: DeskView, missing: int) -> str:
        many = {state: sum(one.state is state for one in view.said.check_ins) for state in Attendance}
        parts = [
            self.tr("Có mặt {n}/{all}").format(
                n=many[Attendance.PRESENT], all=missing + len(view.said.check_ins)
            )
        ]
        if many[Attendance.ABSENT]:
            parts.append(self.tr("vắng {n}").format(n=many[Attendance.ABSENT]))
        if many[Attendance.DELEGATED]:
            parts.append(self.tr("ủy quyền {n}").format(n=many[Attendance.DELEGATED]))
        if missing:
            parts.append(self.tr("chưa điểm danh {n}").format(n=missing))
        return " · ".join(parts)


def _people(check_ins: tuple[CheckInView, ...], missing: list[str]) -> list[LineRow]:
    made: list[LineRow] = []
    for state in _ORDER:
        if state is None:
            rows = [
                LineRow(key=f"-{name}", title=plain_line(name))
                for name in sorted(missing, key=given_name_key)
            ]
            head = words.attendance_line(None)
        else:
            rows = [_person(one) for one in check_ins if one.state is state]
            head = words.attendance_name(state)
        if rows:
            made += [LineRow(head=f"{head}: {len(rows)}"), *rows]
    return made


def _person(one: CheckInView) -> LineRow:
    proxy, reason = plain_line(one.proxy), plain_line(one.reason)
    said = [Part(text, Role.BODY, lines=4) for text in (proxy, reason) if text]
    return LineRow(key=one.person, title=plain_line(one.name), side=moment_text(one.at), parts=tuple(said))


def _speakers(view: DeskView, asking: list[OpinionView]) -> list[LineRow]:
    """By item in the agenda's order; within it in order of arrival, with their number."""
    made: list[LineRow] = []
    names = {document.id: document.name for item in view.items for document in item.documents}
    titles: list[tuple[str | None, str]] = [
        (item.id, plain_line(f"{item.number}. {item.title}")) for item in view.items
    ]
    for item, title in [*titles, (None, words.gone_head())]:
        rows = [one for one in asking if one.item == item]
        if rows:
            made.append(LineRow(head=title))
        for number, one in enumerate(rows, 1):
            name = names.get(one.document, "") if one.document is not None else ""
            place = " · ".join(part for part in (plain_line(one.clause), plain_line(name)) if part)
            parts = [Part(place, Role.NOTE, Colour.INK2, 2)] if place else []
            if text := words.text_of(one):
                parts.append(Part(text, lines=6))
            made.append(
                LineRow(
                    key=one.id,
                    title=f"{number}. {plain_line(one.author)}",
                    side=moment_text(one.at),
                    parts=tuple(parts),
                )
            )
    return made
