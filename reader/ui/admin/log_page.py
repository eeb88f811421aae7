"""The hub's audit: what was done, by whom, filtered and page by page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Signal

from reader.core.admin_views import OfficeView
from reader.ui.admin import words
from reader.ui.admin.page import Page
from reader.ui.admin.records import Record, RecordList
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Button, Card, Paragraph, Row, hold
from reader.ui.widgets.select import Select
from sync.wire.admin import AuditAsk, AuditPage, AuditRow

_DAYS = (0, 1, 7, 30)
_SHORT = 48


class LogPage(Page):
    """`asked` sends an AuditAsk; `set_page` shows its answer, `add_page` more of the same."""

    asked = Signal(object, bool)
    """AuditAsk, and whether it goes on below what is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._view: OfficeView | None = None
        self._rows: tuple[AuditRow, ...] = ()
        self._people: tuple[str, ...] = ("",)
        self._laptops: tuple[str, ...] = ("",)
        self.kind = Select(words.kind_names(), self.tr("Loại việc"))
        days = [
            self.tr("Mọi lúc"),
            self.tr("24 giờ qua"),
            self.tr("7 ngày qua"),
            self.tr("30 ngày qua"),
        ]
        self.days = Select(days, self.tr("Thời gian"))
        self.person = Select([self.tr("Mọi người")], self.tr("Người"))
        self.laptop = Select([self.tr("Mọi máy")], self.tr("Máy"))
        for select in (self.kind, self.days, self.person, self.laptop):
            hold(select, min_width=200, max_width=300, height=40)
            select.activated.connect(lambda _: self.ask())
            self.tools.addWidget(select)
        self.list = RecordList(self.tr("Nhật ký"))
        card = Card((1, 1, 1, 1))
        card.column.addWidget(self.list)
        hold(card, min_height=150)
        self._none = Paragraph(self.tr("Không có việc nào như vậy."), Role.BODY, Colour.INK2)
        self._none.hide()
        self.more_button = Button(self.tr("Xem việc cũ hơn"), icon="caret-down")
        self.more_button.clicked.connect(lambda _checked=False: self.ask(further=True))
        self.more_button.hide()
        self.column.addWidget(self._none)
        self.column.addWidget(card, 1)
        self.column.gap(8)
        foot = Row()
        foot.addWidget(self.more_button)
        foot.addStretch(1)
        self.column.addLayout(foot)
        self._card = card
        self.set_head(self.tr("Nhật ký"), self.tr("Mọi việc quan trọng, do máy chủ ghi; không sửa được."))

    def set_view(self, view: OfficeView) -> None:
        """Whom and what it can be filtered by; what is chosen stays."""
        self._view = view
        names = [(row.entry.person, plain_line(row.entry.name)[:_SHORT]) for row in view.people]
        self._people = _fill(self.person, self.tr("Mọi người"), names, self._people)
        laptops = [(one.row.device, words.laptop_title(one)[:_SHORT]) for one in view.laptops]
        self._laptops = _fill(self.laptop, self.tr("Mọi máy"), laptops, self._laptops)
        self._show()

    def ask(self, *, further: bool = False) -> None:
        """Ask for what is chosen, or for what is older than the last row shown."""
        days = _DAYS[self.days.currentIndex()]
        asked = AuditAsk(
            before=self._rows[-1].seq if further and self._rows else 0,
            kinds=words.KINDS[words.LogKind(self.kind.currentIndex())],
            person=self._people[self.person.currentIndex()],
            device=self._laptops[self.laptop.currentIndex()],
            since=datetime.now(UTC) - timedelta(days=days) if days else None,
        )
        self.asked.emit(asked, further)

    def set_page(self, page: AuditPage, *, further: bool) -> None:
        """Show this page, below the others when it goes on from them."""
        self._rows = (*self._rows, *page.rows) if further else page.rows
        self.more_button.setVisible(page.more)
        self._show()

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        records = [
            Record(str(row.seq), words.log_title(row), words.log_note(row, view)) for row in self._rows
        ]
        self.list.set_records(records)
        self._none.setVisible(not records)
        self._card.setVisible(bool(records))


def _fill(
    select: Select, everybody: str, names: Sequence[tuple[str, str]], before: tuple[str, ...]
) -> tuple[str, ...]:
    chosen = before[max(0, select.currentIndex())]
    keys = ("", *(key for key, _ in names))
    select.clear()
    select.addItems([everybody, *(name for _, name in names)])
    select.setCurrentIndex(keys.index(chosen) if chosen in keys else 0)
    return keys
