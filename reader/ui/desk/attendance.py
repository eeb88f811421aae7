"""Who is there, as they said or as the desk wrote down, and the desk's word on each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from reader.core.views import AttendanceRow, AttendanceView, Trip
from reader.pdf import fold
from reader.ui.desk import conduct_words as words
from reader.ui.lists import RowList
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.dialog import Dialog, open_for
from reader.ui.widgets.field import Field
from reader.ui.widgets.layout import Column, Row
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.rows import RowData, RowDelegate, RowModel
from reader.ui.widgets.surface import Line, Panel
from sync.model.ids import PersonId
from sync.model.opinion import Attendance

_LONGEST = 300


class AttendancePane(Panel):
    """The numbers in words, and everybody who is expected. Pressing a row asks what is to be written down;
    where somebody may not write, it does nothing."""

    put = Signal(str, object, str, str)
    """PersonId, Attendance, reason, who comes instead."""
    allPresent = Signal(object)
    """PersonIds of whom nobody has said anything: they are there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 0, Colour.PAPER, parent)
        self._view = AttendanceView()
        self._may = False
        self._shown: list[AttendanceRow] = []
        self._counts = Paragraph("", Role.BODY_STRONG, max_lines=2)
        self._quorum = Paragraph("", Role.NOTE, Colour.INK2)
        self.search_button = Button(
            "", Kind.QUIET, icon="magnifying-glass", name=self.tr("Tìm theo tên"), checkable=True
        )
        self.search_button.clicked.connect(self._toggle_search)
        self.search = Field(placeholder=self.tr("Tìm theo tên"), icon="magnifying-glass", clearable=True)
        self.search.changed.connect(lambda _text: self._list_people())
        self.search.hide()
        self.all_button = Button("", icon="user-check")
        self.all_button.clicked.connect(lambda _checked=False: self._ask_all())
        self._model = RowModel(parent=self)
        self.rows = RowList(self.tr("Điểm danh"))
        self.rows.setModel(self._model)
        self.rows.setItemDelegate(RowDelegate(self.rows))
        self.rows.chosen.connect(self._pressed)
        self.menu: QMenu | None = None
        self.dialog: Dialog | None = None
        head = QWidget()
        column = Column(head, (16, 10, 12, 10), 6)
        top = Row(spacing=8)
        top.addWidget(self._counts, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.search_button)
        column.addLayout(top)
        column.addWidget(self._quorum)
        column.addWidget(self.search)
        column.addWidget(self.all_button)
        self.column.addWidget(head)
        self.column.addWidget(Line())
        self.column.addWidget(self.rows, 1)

    @property
    def headline(self) -> str:
        """The numbers in words."""
        return self._counts.text()

    @property
    def quorum(self) -> str:
        """Whether enough are there, in words."""
        return self._quorum.text()

    @property
    def shown(self) -> tuple[RowData, ...]:
        """The rows of the list."""
        return self._model.rows

    def set_view(self, view: AttendanceView, *, may: bool) -> None:
        """Show another state; ``may``: this person writes down who is there."""
        self._view, self._may = view, may
        self._counts.set_text(words.counts(view))
        said, short = words.quorum(view)
        self._quorum.set_text(said)
        self._quorum.set_colour(Colour.WAIT if short else Colour.INK2)
        self._quorum.setVisible(bool(said))
        silent = [row for row in view.silent if row.on_roll]
        self.all_button.set_text(self.tr("Ghi có mặt {n} người…").format(n=len(silent)))
        self.all_button.setVisible(may and bool(silent))
        self._list_people()

    def press(self, person: PersonId, state: Attendance) -> None:
        """What the menu of that person does."""
        row = next(one for one in self._view.rows if one.person == person)
        self._choose(row, state)

    def _list_people(self) -> None:
        wanted = fold(self.search.text).split()
        self._shown = [row for row in self._view.rows if all(word in fold(row.name) for word in wanted)]
        if self._model.set_rows([self._row(row) for row in self._shown]):
            self.rows.scheduleDelayedItemsLayout()  # of hundreds it takes a while

    def _row(self, row: AttendanceRow) -> RowData:
        text, icon, tone = words.state(row)
        waits = row.trip is Trip.WAITING
        return RowData(
            plain_line(row.name),
            note=self.tr("Chờ gửi") if waits else words.why(row),
            note_icon="clock" if waits else "",
            note_tone=Tone.WAIT if waits else Tone.PLAIN,
            right=text,
            right_icon=icon,
            right_tone=tone,
            strong=row.state is not Attendance.PRESENT and row.state is not None,
            menu=self._may,
        )

    def _toggle_search(self, on: bool) -> None:
        self.search.setVisible(on)
        if on:
            self.search.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.search.set_text("")
            self._list_people()

    def _pressed(self, index: QModelIndex) -> None:
        if not self._may or not 0 <= index.row() < len(self._shown):
            return
        row = self._shown[index.row()]
        menu = self.menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if who := words.written(row):
            menu.addAction(who).setEnabled(False)
            menu.addSeparator()
        acts: tuple[tuple[str, Callable[[], None]], ...] = (
            (self.tr("Có mặt"), lambda: self._choose(row, Attendance.PRESENT)),
            (self.tr("Vắng, chưa rõ lý do"), lambda: self.put.emit(row.person, Attendance.ABSENT, "", "")),
            (self.tr("Vắng, có lý do…"), lambda: self._choose(row, Attendance.ABSENT)),
            (self.tr("Có người dự thay…"), lambda: self._choose(row, Attendance.DELEGATED)),
        )
        for text, act in acts:
            menu.addAction(text).triggered.connect(lambda _checked=False, act=act: act())
        place = self.rows.visualRect(index)
        menu.popup(self.rows.viewport().mapToGlobal(QPoint(place.left() + self.px(16), place.bottom())))

    def _choose(self, row: AttendanceRow, state: Attendance) -> None:
        if state is Attendance.PRESENT:
            self.put.emit(row.person, state, "", "")
            return
        dialog = WhyDialog(row, state, self)
        dialog.accepted.connect(lambda: self.put.emit(row.person, state, dialog.reason, dialog.proxy))
        self._open(dialog)

    def _ask_all(self) -> None:
        silent = [row for row in self._view.silent if row.on_roll]
        dialog = Dialog(
            self.tr("Điểm danh"),
            self,
            heading=self.tr("Ghi có mặt {n} người chưa điểm danh").format(n=len(silent)),
            text=", ".join(plain_line(row.name) for row in silent),
            action=self.tr("Ghi có mặt"),
        )
        dialog.accepted.connect(lambda: self.allPresent.emit([row.person for row in silent]))
        self._open(dialog)

    def _open(self, dialog: Dialog) -> None:
        open_for(self, dialog)


class WhyDialog(Dialog):
    """Why somebody is away, or who comes instead."""

    def __init__(self, row: AttendanceRow, state: Attendance, parent: QWidget) -> None:
        instead = state is Attendance.DELEGATED
        super().__init__(
            QCoreApplication.translate("WhyDialog", "Điểm danh"),
            parent,
            heading=plain_line(row.name),
            action=QCoreApplication.translate("WhyDialog", "Ghi"),
        )
        self._instead = instead
        self.field = Field(
            self.tr("Ai dự thay (họ tên, chức vụ)") if instead else self.tr("Lý do vắng"),
            hint=self.tr("Người dự thay không biểu quyết thay.")
            if instead
            else self.tr("Chỉ thư ký, chủ tọa và người này đọc được."),
        )
        self.field.edit.setMaxLength(_LONGEST)
        self.field.set_text(row.proxy if instead else row.reason)
        self.field.changed.connect(lambda _text: self._check())
        self.body.gap(16)
        self.body.addWidget(self.field)
        self._check()

    @property
    def reason(self) -> str:
        """Why; empty for who sends somebody."""
        return "" if self._instead else self.field.text.strip()

    @property
    def proxy(self) -> str:
        """Who comes instead."""
        return self.field.text.strip() if self._instead else ""

    def _check(self) -> None:
        if self.action_button is not None:
            self.action_button.setEnabled(bool(self.field.text.strip()))
