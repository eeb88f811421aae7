"""The second person reads what was entered by name, or counts again without seeing the first figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from reader.core.count_views import EntryView
from reader.core.views import MotionView
from reader.ui.desk import count_words as words
from reader.ui.desk.figures import FiguresForm, labels, numbers_of
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets.banner import Banner
from reader.ui.widgets.button import Button, Kind, Size
from reader.ui.widgets.dialog import Dialog
from reader.ui.widgets.layout import hold
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.surface import Card
from reader.ui.widgets.tick_list import TickList, TickRow
from sync.model.counts import Named, Totals
from sync.model.ids import EventId
from sync.model.names import given_name_key


class ConfirmNamed(Dialog):
    """Accepted with those entries that are left ticked: all of them at first."""

    def __init__(self, motion: MotionView, entries: Sequence[EntryView], parent: QWidget) -> None:
        authors = sorted({plain_line(entry.author) for entry in entries}, key=given_name_key)
        super().__init__(
            QCoreApplication.translate("ConfirmNamed", "Xác nhận phiếu ghi theo tên"),
            parent,
            heading=f"{motion.number}. {plain_line(motion.title)}",
            text=QCoreApplication.translate(
                "ConfirmNamed",
                "{author} đã ghi. Đọc từng dòng, bỏ dấu ở dòng chưa chắc; "
                "dòng sai thì rút trong bảng đối chiếu.",
            ).format(author=", ".join(authors)),
            action=QCoreApplication.translate("ConfirmNamed", "Xác nhận"),
        )
        self._entries = sorted(entries, key=lambda one: (_choices(one), given_name_key(_name(one))))
        self.list = TickList(self.tr("Phiếu chờ xác nhận"))
        self.list.set_rows(
            [TickRow(entry.id, _name(entry), words.entry_text(motion, entry)) for entry in self._entries]
        )
        self.list.set_ticked(entry.id for entry in entries)
        self.list.changed.connect(self._check)
        frame = Card((1, 1, 1, 1))
        frame.column.addWidget(self.list)
        hold(frame, height=min(360, 44 * len(entries) + 2))
        self.body.gap(16)
        self.body.addWidget(frame)
        self.body.gap(8)
        self._check()

    @property
    def confirmed(self) -> tuple[EventId, ...]:
        """The entries that the person vouches for."""
        on = self.list.ticked
        return tuple(entry.id for entry in self._entries if entry.id in on)

    def accept(self) -> None:
        if self.confirmed:
            super().accept()

    def _check(self) -> None:
        if self.action_button is not None:
            count = len(self.confirmed)
            self.action_button.setEnabled(bool(count))
            self.action_button.set_text(self.tr("Xác nhận {n} phiếu").format(n=count))


class ConfirmTotals(Dialog):
    """Accepted only with the very figures of the first person. Until all are typed those are not shown."""

    withdrawWanted = Signal()
    """The two counts differ, and the first one is to be taken back."""

    def __init__(self, motion: MotionView, entry: EntryView, votes: Totals, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("ConfirmTotals", "Kiểm lại số đếm chung"),
            parent,
            heading=f"{motion.number}. {plain_line(motion.title)}",
            text=QCoreApplication.translate(
                "ConfirmTotals",
                "{author} đã ghi số đếm chung của {n} người ({means}). Đếm lại rồi nhập ở đây; "
                "chỉ xác nhận được khi hai lần đếm như nhau.",
                None,
                len(votes.persons),
            ).format(
                author=plain_line(entry.author),
                n=len(votes.persons),
                means=words.means_name(entry.means).lower() if entry.means is not None else "",
            ),
            action=QCoreApplication.translate("ConfirmTotals", "So hai lần đếm"),
        )
        self._motion = motion
        self._first = numbers_of(votes)
        self._given = len(votes.persons)
        self._compared: Mapping[str, int] | None = None
        self.figures = FiguresForm(motion)
        self.figures.changed.connect(self._touch)
        self._said = Paragraph("", Role.BODY_MEDIUM, Colour.BAD)
        self.banner = Banner("", tone=Tone.WAIT, icon="warning")
        self.withdraw_button = Button(self.tr("Rút lần ghi trước…"), size=Size.MAIN)
        self.withdraw_button.clicked.connect(lambda _checked=False: self._withdraw())
        self.withdraw_button.hide()
        self.extra.addWidget(self.withdraw_button)
        self.body.gap(16)
        self.body.addWidget(self.figures)
        self.body.gap(8)
        self.body.addWidget(self._said)
        self.body.addWidget(self.banner)
        self._touch()

    @property
    def differing(self) -> list[str]:
        """The keys of the lines on which the two counts differ, once they were compared."""
        compared = self._compared
        if compared is None:
            return []
        return [key for key, _ in labels(self._motion) if compared.get(key) != self._first[key]]

    def accept(self) -> None:
        typed = self.figures.typed
        if self.figures.missing or typed.misfits(self._motion, self._given):
            return
        self._compared = typed.numbers
        if not self.differing:
            super().accept()
            return
        self._show()

    def _withdraw(self) -> None:
        self.withdrawWanted.emit()
        super().reject()

    def _touch(self) -> None:
        self._compared = None
        self._show()

    def _show(self) -> None:
        typed = self.figures.typed
        misfits = typed.misfits(self._motion, self._given)
        self._said.set_text(" ".join(misfits))
        self._said.setVisible(bool(misfits))
        differ = self.differing
        self.banner.setVisible(bool(differ))
        self.withdraw_button.setVisible(bool(differ))
        self.figures.compare(self._first if differ else None)
        if differ:
            self.banner.set_words(
                self.tr("Hai lần đếm khác nhau, chưa xác nhận"),
                self.tr("Đếm lại các dòng có dấu ≠. Sai ở đây thì sửa số; sai lần trước thì rút lần ghi ấy."),
            )
        if self.action_button is not None:
            self.action_button.setEnabled(not self.figures.missing and not misfits and not differ)
        if self.isVisible():
            self.place()


class ConfirmLate(Dialog):
    """A late ballot is to count: names whose, why, and who put it forward."""

    def __init__(self, motion: MotionView, entry: EntryView, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("ConfirmLate", "Xác nhận tính phiếu đến muộn"),
            parent,
            heading=f"{motion.number}. {plain_line(motion.title)}",
            text=QCoreApplication.translate(
                "ConfirmLate", "Phiếu của {voter}. {author} đề nghị tính, lý do: {reason}"
            ).format(
                voter=", ".join(plain_line(name) for name in entry.names),
                author=plain_line(entry.author),
                reason=plain_line(entry.reason),
            ),
            action=QCoreApplication.translate("ConfirmLate", "Xác nhận tính phiếu này"),
            kind=Kind.PRIMARY,
        )


def _name(entry: EntryView) -> str:
    return ", ".join(plain_line(name) for name in entry.names)


def _choices(entry: EntryView) -> tuple[str, ...]:
    return entry.votes.choices if isinstance(entry.votes, Named) else ()
