"""Above the motions, on a laptop that does not vote: which one does, and how this one becomes it."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from reader.core.views import Change, Line, OtherLaptop, VotingView
from reader.ui.ballot import words
from reader.ui.problems import sentence
from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets.button import Button
from reader.ui.widgets.dialog import Dialog
from reader.ui.widgets.layout import Column, Row
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.pill import TONE_FILL, TONE_INK, Glyph
from reader.ui.widgets.surface import Line as Rule
from reader.ui.widgets.surface import Surface
from sync.errors import SohopError
from sync.model.ids import MeetingId


class WhereStrip(Surface):
    """Not there for a person with one laptop, and on the laptop that votes. It says that this one votes only
    after the hub has recorded so. ``clock`` (seconds) is the dialog's."""

    chosen = Signal()
    """The person has confirmed: this laptop is to vote."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None) -> None:
        super().__init__(TONE_FILL[Tone.INFO], None, 0, parent)
        self._clock = clock
        self._view = VotingView()
        self._meeting: MeetingId | None = None
        self._shown = self._online = self._asked = self._done = False
        self._problem = ""
        self._glyph = Glyph("desktop", 24, TONE_INK[Tone.INFO])
        self._where = Paragraph("", Role.BODY_STRONG)
        self._more = Paragraph("", Role.NOTE, Colour.INK)
        self.button = Button("")
        self.button.clicked.connect(lambda _checked=False: self._pressed())
        self.dialog: ChooseDialog | None = None
        whole = Column(self, 0, 0)
        row = Row(spacing=12)
        row.addWidget(self._glyph)
        said = Column(spacing=0)
        said.addWidget(self._where)
        said.addWidget(self._more)
        row.addLayout(said, 1)
        row.addWidget(self.button)
        inside = QWidget()
        Column(inside, (16, 6, 20, 6), 0).addLayout(row)
        whole.addWidget(inside)
        whole.addWidget(Rule())

    def set_view(self, view: VotingView, *, shown: bool, meeting: MeetingId) -> None:
        """How it stands; ``shown``: there are motions to vote on."""
        if meeting != self._meeting:
            self._meeting, self._done = meeting, False
        if (self._asked or self._view.change is Change.WAITING) and view.elsewhere is None:
            self._done = True
        if view.change is not Change.NONE or view.elsewhere is None:
            self._asked = False
        self._view, self._shown = view, shown
        self._show()

    def set_line(self, line: Line) -> None:
        """Whether the hub can be reached; while it is being asked nothing is known anew."""
        if line is not Line.TALKING:
            self._online = line is Line.ONLINE
            self._show()

    def problem(self, error: SohopError) -> None:
        """It could not be written down: nothing has changed."""
        self._asked, self._problem = False, sentence(error)
        self._show()

    def _show(self) -> None:
        other = self._view.elsewhere
        self.setVisible(self._shown and (other is not None or self._done))
        if other is None:
            self._say(
                Tone.OK,
                "check-circle",
                self.tr("Hệ thống đã ghi nhận: từ nội dung mở tiếp theo, bạn biểu quyết trên máy này."),
                self.tr("Nội dung đã mở trước đó thì bỏ phiếu trên máy cũ."),
            )
            self._offer(self.tr("Đã hiểu"))
            return
        waits = self._asked or self._view.change is Change.WAITING
        self._say(
            Tone.WAIT if waits else Tone.INFO,
            "hourglass-medium" if waits else "desktop",
            self.tr("Bạn biểu quyết trên máy “{name}”.").format(name=words.other_name(other)),
            self._said(waits=waits),
        )
        self._offer("" if waits else self.tr("Biểu quyết bằng máy này…"), can=self._online)

    def _say(self, tone: Tone, icon: str, where: str, more: str) -> None:
        self.set_colours(TONE_FILL[tone], None)
        self._glyph.set_icon(icon, TONE_INK[tone])
        self._where.set_text(where)
        self._more.set_text(more)
        self._more.setVisible(bool(more))
        self.setAccessibleName(where)
        self.setAccessibleDescription(more)

    def _offer(self, act: str, *, can: bool = True) -> None:
        self.button.setVisible(bool(act))
        if act:
            self.button.set_text(act)
        self.button.setEnabled(can)

    def _said(self, *, waits: bool) -> str:
        if waits:
            return self.tr(
                "Máy này đang chờ hệ thống ghi nhận. Đến khi hệ thống nhận, máy kia vẫn là máy biểu quyết."
            )
        if self._problem:
            return self._problem
        if not self._online:
            return self.tr("Đổi sang máy này khi có mạng.")
        if self._view.change is Change.REFUSED:
            return self.tr("Hệ thống không nhận lần đổi trước. Xem lý do ở trang Đồng bộ.")
        return ""

    def _pressed(self) -> None:
        other = self._view.elsewhere
        if other is None:
            self._done = False
            self._show()
        elif self._online and self.dialog is None:
            self.dialog = ChooseDialog(other, self, clock=self._clock)
            self.dialog.finished.connect(self._answered)
            self.dialog.open()

    def _answered(self, accepted: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
        # The line may have gone meanwhile: one that waits would take effect at a surprising time.
        if accepted and self._online and self._view.elsewhere is not None:
            self._asked, self._problem = True, ""
            self._show()
            self.chosen.emit()


class ChooseDialog(Dialog):
    """Asks once whether this laptop is to vote."""

    def __init__(
        self, other: OtherLaptop, parent: QWidget, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(
            QCoreApplication.translate("ChooseDialog", "Máy biểu quyết"),
            parent,
            heading=QCoreApplication.translate("ChooseDialog", "Biểu quyết bằng máy này?"),
            safe=QCoreApplication.translate("ChooseDialog", "Giữ như cũ"),
            action=QCoreApplication.translate("ChooseDialog", "Biểu quyết bằng máy này"),
            clock=clock,
        )
        name = words.other_name(other)
        facts = (
            self.tr("Từ nội dung mở tiếp theo, bạn biểu quyết trên máy này. Máy “{name}” thôi biểu quyết."),
            self.tr("Nội dung đang mở thì vẫn bỏ phiếu trên máy “{name}”."),
            self.tr("Có hiệu lực khi hệ thống ghi nhận; muốn đổi lại thì chọn trên máy kia."),
        )
        for fact in facts:
            self.body.gap(12)
            self.body.addWidget(Paragraph(fact.format(name=name), Role.BODY, Colour.INK))
        self.body.gap(8)
