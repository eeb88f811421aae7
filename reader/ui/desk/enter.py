"""Writing votes down: by name, or counted together. What is half filled in survives every refresh."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from reader.core.views import DeskMotion, DeskView
from reader.ui.desk.enter_named import NamedForm
from reader.ui.desk.enter_totals import TotalsForm
from reader.ui.desk.people import Candidate
from reader.ui.plain import plain_line
from reader.ui.problems import sentence
from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets.banner import Banner
from reader.ui.widgets.button import Kind
from reader.ui.widgets.dialog import Dialog
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.tabs import Segments
from sync.errors import SohopError
from sync.model.ids import MotionId
from sync.model.motion import OVER
from sync.model.names import given_name_key
from sync.model.opinion import Attendance
from sync.model.rules import Secrecy

_WIDTH = 1080
_ROOMY = 480
"""A window at least so high has room for words that only remind."""


class EnterDialog(Dialog):
    """`wanted` is sent with [(Means, [Named or Totals])]; then `saved` or `problem` answers."""

    wanted = Signal(object)

    def __init__(self, view: DeskView, shown: DeskMotion, parent: QWidget) -> None:
        motion = shown.motion
        super().__init__(
            QCoreApplication.translate("EnterDialog", "Ghi phiếu"),
            parent,
            heading=f"{motion.number}. {plain_line(motion.title)}",
            safe=QCoreApplication.translate("EnterDialog", "Đóng"),
            action=QCoreApplication.translate("EnterDialog", "Ghi phiếu"),
            width=_WIDTH,
        )
        self._motion = motion
        self._busy = self._over = False
        self.asking: Dialog | None = None
        self.banner = Banner("", tone=Tone.WAIT)
        self.banner.hide()
        self.forms = Segments([self.tr("Theo tên"), self.tr("Đếm chung")], name=self.tr("Cách ghi"))
        self.named = NamedForm(motion)
        self.together = TotalsForm(motion)
        self.forms.changed.connect(self._turn)
        for form in (self.named, self.together):
            form.changed.connect(self._check)
        self._note = Paragraph("", Role.BODY_MEDIUM, Colour.INK2)
        self.body.gap(12)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.forms)
        self.body.gap(12)
        for form in (self.named, self.together):
            self.body.addWidget(form, 1)
        self.together.hide()
        self.pinned.gap(8)
        self.pinned.addWidget(self._note)
        if motion.secrecy is Secrecy.SECRET:
            self.forms.choose(1)
            self.forms.hide()
        self.set_motion(view, shown)

    @property
    def motion(self) -> MotionId:
        """Whose votes these are."""
        return self._motion.id

    def set_motion(self, view: DeskView, shown: DeskMotion) -> None:
        """Another state: who has a vote by now can't be entered any more."""
        if shown.motion.state in OVER:
            self._over = True
            self._tell(Tone.BAD, self.tr("Nội dung này đã kết thúc, không ghi thêm được"))
            self._check()
            return
        said = {one.person: one.state for one in view.said.check_ins}
        people = [
            Candidate(
                row.person,
                row.name,
                self.tr("báo vắng") if _away(said.get(row.person)) else plain_line(row.title),
                _away(said.get(row.person)),
            )
            for row in sorted(shown.sheet.empty, key=lambda row: given_name_key(row.name))
        ]
        gone = {*self.named.set_people(people), *self.together.set_people(people)}
        if gone and not self._busy:
            names = ", ".join(sorted(gone, key=given_name_key))
            self._tell(
                Tone.WAIT, self.tr("Đã có phiếu, bỏ khỏi danh sách đang ghi: {names}").format(names=names)
            )
        self._check()

    def saved(self) -> None:
        """It is written: nothing is lost by closing."""
        super().accept()

    def problem(self, error: SohopError) -> None:
        """Nothing was written; all that is filled in is still there."""
        self._busy = False
        self._tell(Tone.BAD, self.tr("Chưa ghi được"), sentence(error))
        self._check()

    def accept(self) -> None:
        votes = self._votes()
        if votes and not self._busy:
            self._busy = True
            self._check()
            self.wanted.emit(votes)

    def reject(self) -> None:
        if self._busy:
            return
        if not (self.named.dirty or self.together.dirty):
            super().reject()
            return
        self.asking = Dialog(
            self.tr("Đóng mà không ghi?"),
            self,
            text=self.tr("Những gì đã nhập ở đây chưa được ghi và sẽ mất."),
            safe=self.tr("Nhập tiếp"),
            action=self.tr("Bỏ những gì đã nhập"),
            kind=Kind.DANGER_FILLED,
        )
        self.asking.accepted.connect(lambda: self.done(0))
        self.asking.finished.connect(self.asking.deleteLater)
        self.asking.open()

    def _votes(self) -> list[tuple[object, list[object]]]:
        if self.forms.chosen == 0:
            return [] if self.named.lacks else [(means, [*made]) for means, made in self.named.votes]
        together = self.together.votes
        return [] if together is None else [(together[0], [together[1]])]

    def _turn(self, number: int) -> None:
        self.named.setVisible(number == 0)
        self.together.setVisible(number == 1)
        self._check()

    def _check(self) -> None:
        votes = self._votes()
        button = self.action_button
        if button is None:
            return
        button.setEnabled(bool(votes) and not self._busy and not self._over)
        self.safe_button.setEnabled(not self._busy)
        for form in (self.named, self.together):
            form.setEnabled(not self._busy)
        count = sum(len(made) for _, made in votes)
        if self._busy:
            button.set_text(self.tr("Đang ghi…"))
        elif self.forms.chosen == 0 and count:
            button.set_text(self.tr("Ghi phiếu của {n} người", None, count).format(n=count))
        else:
            button.set_text(self.tr("Ghi phiếu"))
        by_name = self.forms.chosen == 0
        lacks = self.named.lacks if by_name else self.together.lacks
        roomy = self._window.height() / self.theme.scale >= _ROOMY
        self._note.setVisible(bool(lacks) or roomy)
        wrong = not by_name and self.together.wrong
        self._note.set_colour(Colour.BAD if wrong else Colour.INK2)
        self._note.set_text(
            lacks or self.tr("Chỉ được tính sau khi người thứ hai xác nhận; rút lại được đến lúc công bố.")
        )

    def _tell(self, tone: Tone, title: str, text: str = "") -> None:
        self.banner.set_tone(tone)
        self.banner.set_words(title, text)
        self.banner.show()


def _away(state: Attendance | None) -> bool:
    return state in (Attendance.ABSENT, Attendance.DELEGATED)
