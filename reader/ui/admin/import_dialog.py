"""What a list would change, before anything is written."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reader.ui.admin import words
from reader.ui.admin.asking import AskingDialog
from reader.ui.admin.records import Record, RecordList
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets import Card, Paragraph, hold
from reader.ui.widgets.tabs import Segments
from sync.model.people import PersonEntry
from sync.personnel.columns import Line
from sync.personnel.plan import Change, Plan

_WIDE = 860


class ImportDialog(AskingDialog):
    """Three lists: added, changed, doubtful. Nothing is written before the button is pressed."""

    def __init__(self, parent: QWidget, name: str, plan: Plan) -> None:
        count = len(plan.entries)
        action = QCoreApplication.translate("ImportDialog", "Ghi {n} người", None, count).format(n=count)
        super().__init__(
            QCoreApplication.translate("ImportDialog", "Nhập danh sách"),
            parent,
            heading=plain_line(name)[:120],
            safe=QCoreApplication.translate("ImportDialog", "Không ghi"),
            action=action if count else "",
            width=_WIDE,
        )
        self._lists = (
            [_added(one) for one in plan.added],
            [_changed(one) for one in plan.changed],
            [_doubtful(line) for line in plan.doubtful],
        )
        said = ""
        if plan.same:
            said = self.tr("{n} người đã đúng như danh sách.", None, plan.same).format(n=plan.same)
        if plan.doubtful:
            left_out = self.tr(
                "{n} dòng đáng ngờ bị bỏ qua: sửa trong tệp rồi nhập lại; ai đã ghi thì không bị ghi hai "
                "lần.",
                None,
                len(plan.doubtful),
            )
            said += " " * bool(said) + left_out.format(n=len(plan.doubtful))
        self.body.gap(12)
        if said:
            self.body.addWidget(Paragraph(said, Role.BODY, Colour.INK2))
        self.which = Segments(
            [
                self.tr("Thêm {n}").format(n=len(plan.added)),
                self.tr("Sửa {n}").format(n=len(plan.changed)),
                self.tr("Đáng ngờ {n}").format(n=len(plan.doubtful)),
            ],
            name=self.tr("Phần của danh sách"),
        )
        self.list = RecordList(self.tr("Dòng của danh sách"))
        card = Card((1, 1, 1, 1))
        card.column.addWidget(self.list)
        hold(card, min_height=280)
        self._none = Paragraph(self.tr("Không có dòng nào."), Role.BODY, Colour.INK2)
        self.body.gap(12)
        self.body.addWidget(self.which)
        self.body.gap(8)
        self.body.addWidget(self._none)
        self.body.addWidget(card)
        self.make_room()
        self.which.changed.connect(self._show)
        first = next((number for number, rows in enumerate(self._lists) if rows), 0)
        self.which.choose(first)
        self._show(first)

    def _show(self, number: int) -> None:
        self.list.set_records(self._lists[number])
        self._none.setVisible(not self._lists[number])
        if self.isVisible():
            self.place()


def _entry_note(entry: PersonEntry) -> str:
    parts = (entry.title, *entry.groups, words.roles_text(entry.roles), entry.code)
    return plain_line(" · ".join(part for part in parts if part))


def _why(line: Line) -> str:
    return "; ".join(words.doubt_text(doubt) for doubt in line.doubts)


def _added(one: Change) -> Record:
    return Record(
        str(one.line.number), plain_line(one.after.name), _entry_note(one.after), _why(one.line), Tone.WAIT
    )


def _changed(one: Change) -> Record:
    """What is another, before and after."""
    before, after = one.before or one.after, one.after
    pairs = (
        (before.name, after.name),
        (before.title, after.title),
        ("; ".join(before.groups), "; ".join(after.groups)),
        (words.roles_text(before.roles), words.roles_text(after.roles)),
        (before.code, after.code),
    )
    said = " · ".join(f"{was or '–'} → {now or '–'}" for was, now in pairs if was != now)
    return Record(str(one.line.number), plain_line(after.name), plain_line(said), _why(one.line), Tone.WAIT)


def _doubtful(line: Line) -> Record:
    where = QCoreApplication.translate("ImportDialog", "Dòng {n}").format(n=line.number)
    name = plain_line(line.name)[:80]
    return Record(
        str(line.number), f"{where}: {name}" if name else where, "", _why(line), Tone.BAD, "warning"
    )
