"""Ending a vote: at once with its result, or first for the count; and announcing it afterwards.

Hardly opened, it asks a second, explicit time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from reader.core.running import is_early
from reader.core.views import DeskMotion, MotionView
from reader.ui.desk import count_words, words
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets.banner import Banner
from reader.ui.widgets.button import Kind
from reader.ui.widgets.check import Check
from reader.ui.widgets.choice import Choices
from reader.ui.widgets.dialog import Dialog
from reader.ui.widgets.layout import Column
from reader.ui.widgets.paragraph import Paragraph
from sync.model.rules import Secrecy

_TICK_MS: Final = 1_000


class EndDialog(Dialog):
    """Accepted with one of two ways, and with the box for an early end ticked where it is early.

    ``now`` gives the best known time; ``refused`` says that the hub found an end too early a moment ago.
    """

    def __init__(
        self, shown: DeskMotion, parent: QWidget, *, now: Callable[[], datetime], refused: bool = False
    ) -> None:
        motion = shown.motion
        super().__init__(
            QCoreApplication.translate("EndDialog", "Kết thúc biểu quyết"),
            parent,
            heading=_named(motion),
            text=_stand(shown),
            safe=QCoreApplication.translate("EndDialog", "Biểu quyết tiếp"),
            action=QCoreApplication.translate("EndDialog", "Kết thúc và công bố"),
            kind=Kind.DANGER_FILLED,
        )
        self._motion = motion
        self._now = now
        self._refused = refused
        self.ways = Choices(
            [self.tr("Kết thúc và công bố kết quả ngay"), self.tr("Ngừng nhận phiếu, kiểm phiếu trước")],
            compact=True,
            name=self.tr("Cách kết thúc"),
        )
        self.ways.changed.connect(lambda _numbers: self._chosen())
        self._means = Paragraph("", Role.BODY, Colour.INK2)
        self.early = Banner("", tone=Tone.WAIT, icon="clock")
        self.confirm = Check(self.tr("Tôi xác nhận kết thúc sớm"))
        self.confirm.toggled.connect(lambda _on: self._check())
        self.body.gap(16)
        self.body.addWidget(self.ways)
        self.body.gap(8)
        self.body.addWidget(self._means)
        self._waits = _Lines(count_words.still_waits(shown.sheet))
        self.body.addWidget(self._waits)
        self.body.gap(12)
        self.body.addWidget(self.early)
        self.body.addWidget(self.confirm)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._check)
        self._timer.start()
        self._check()

    @property
    def count_first(self) -> bool:
        """No more ballots, but no result yet."""
        return self.ways.chosen == (1,)

    @property
    def is_early(self) -> bool:
        """The person has confirmed a second time."""
        return self.confirm.isChecked() and self._asks

    @property
    def _asks(self) -> bool:
        return self._refused or is_early(self._motion.timing, self._motion.opened_at, self._now())

    def accept(self) -> None:
        if self.ways.chosen and (self.confirm.isChecked() or not self._asks):
            super().accept()

    def _chosen(self) -> None:
        self._check()
        if self._asks and self.isVisible():  # in a small window it is below the fold
            self._scroll.ensureWidgetVisible(self.confirm)

    def _check(self) -> None:
        asks = self._asks
        self.early.setVisible(asks)
        self.confirm.setVisible(asks)
        if asks:
            self.early.set_words(self._opened_for(), self.tr("Có người có thể chưa kịp bỏ phiếu."))
        self._waits.setVisible(self.ways.chosen == (0,) and self._waits.some)
        self._means.set_text(
            ""
            if not self.ways.chosen
            else self.tr(
                "Chưa có kết quả. Ghi phiếu giơ tay, phiếu giấy, xét phiếu đến muộn, rồi bấm Công bố kết quả."
            )
            if self.count_first
            else self.tr("Kết quả được tính và báo cho mọi người; không ghi thêm hay mở lại được.")
        )
        self._means.setVisible(bool(self.ways.chosen))
        button = self.action_button
        if button is not None:
            button.set_text(
                self.tr("Ngừng nhận phiếu") if self.count_first else self.tr("Kết thúc và công bố")
            )
            button.setEnabled(bool(self.ways.chosen) and (self.confirm.isChecked() or not asks))
        if self.isVisible():
            self.place()

    def _opened_for(self) -> str:
        opened = self._motion.opened_at
        seconds = int((self._now() - opened).total_seconds()) if opened is not None else -1
        if seconds < 0 or not is_early(self._motion.timing, opened, self._now()):
            return self.tr("Hệ thống báo biểu quyết mở chưa đủ 30 giây")
        return self.tr("Mới mở được {n} giây", None, seconds).format(n=seconds)


class CloseDialog(Dialog):
    """The count is done: the result is announced, with what still waits and will not count."""

    def __init__(self, shown: DeskMotion, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("CloseDialog", "Công bố kết quả"),
            parent,
            heading=_named(shown.motion),
            text=QCoreApplication.translate(
                "CloseDialog",
                "{turnout}. Kết quả được tính và báo cho mọi người; không ghi thêm hay mở lại được.",
            ).format(turnout=words.turnout(shown)),
            safe=QCoreApplication.translate("CloseDialog", "Kiểm phiếu tiếp"),
            action=QCoreApplication.translate("CloseDialog", "Công bố kết quả"),
        )
        self.waits = _Lines(count_words.still_waits(shown.sheet))
        self.waits.setVisible(self.waits.some)
        self.body.addWidget(self.waits)


class _Lines(QWidget):
    """What will not count, one below another."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__()
        self.some = bool(lines)
        column = Column(self, (0, 12, 0, 0))
        first = QCoreApplication.translate("CloseDialog", "Còn chưa xong")
        self.banner = Banner(first, "\n".join(lines), Tone.WAIT, icon="warning")
        column.addWidget(self.banner)


def _named(motion: MotionView) -> str:
    return f"{motion.number}. {plain_line(motion.title)}"


def _stand(shown: DeskMotion) -> str:
    if shown.motion.secrecy is Secrecy.SECRET:
        return words.turnout(shown) + "."
    return QCoreApplication.translate(
        "EndDialog", "{turnout}. Phiếu tới sau lúc kết thúc được lưu, không tính."
    ).format(turnout=words.turnout(shown))
