"""Who may read a mark: asked once for each change, and it names what is shared."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from reader.core.views import MarkView
from reader.ui.marks.words import mark_name
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Dialog, Paragraph
from reader.ui.widgets.choice import Choices
from sync.model.annotation import Audience

_AUDIENCES: Final = (Audience.PRIVATE, Audience.SECRETARY, Audience.MEETING)
_LONGEST: Final = 160


class ShareDialog(Dialog):
    """`chosen` is sent with the Audience when it is another one and the person says so."""

    chosen = Signal(object)

    def __init__(self, mark: MarkView, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("ShareDialog", "Ai đọc được"),
            parent,
            heading=mark_name(mark),
            text=_words(mark),
            safe=QCoreApplication.translate("ShareDialog", "Giữ như cũ"),
            action=QCoreApplication.translate("ShareDialog", "Gửi thư ký"),
        )
        self._mark = mark
        self.choices = Choices(
            [self.tr("Riêng tôi"), self.tr("Thư ký và chủ tọa"), self.tr("Cả kỳ họp")],
            compact=True,
            name=self.tr("Ai đọc được"),
        )
        self._told = Paragraph("", Role.BODY, Colour.INK2)
        self.body.gap(16)
        self.body.addWidget(self.choices)
        self.body.gap(12)
        self.body.addWidget(self._told)
        self.choices.set_chosen((_AUDIENCES.index(mark.audience),))
        self.choices.changed.connect(lambda _numbers: self._show())
        self.accepted.connect(self._on_accepted)
        self._show()

    def _wanted(self) -> Audience:
        numbers = self.choices.chosen
        return _AUDIENCES[numbers[0]] if numbers else self._mark.audience

    def _on_accepted(self) -> None:
        if self._wanted() is not self._mark.audience:
            self.chosen.emit(self._wanted())

    def _show(self) -> None:
        now, wanted = self._mark.audience, self._wanted()
        narrower = _AUDIENCES.index(wanted) < _AUDIENCES.index(now)
        if wanted is now:
            said = {
                Audience.PRIVATE: self.tr("Hiện không ai khác đọc được."),
                Audience.SECRETARY: self.tr("Hiện thư ký và chủ tọa đọc được."),
                Audience.MEETING: self.tr("Hiện mọi người dự kỳ họp đọc được."),
            }[now]
        elif narrower:
            said = self.tr(
                "Rút lại khi máy có mạng: máy khác sẽ gỡ đi cùng các trả lời. Ai đã đọc thì đã đọc rồi."
            )
        elif wanted is Audience.SECRETARY:
            said = self.tr("Thư ký và chủ tọa sẽ đọc được đoạn đánh dấu và ghi chú, ghi tên người viết.")
        else:
            said = self.tr("Mọi người dự kỳ họp sẽ đọc được đoạn đánh dấu và ghi chú, ghi tên người viết.")
        self._told.set_text(said)
        if self.action_button is not None:
            act = {
                Audience.PRIVATE: self.tr("Rút lại"),
                Audience.SECRETARY: self.tr("Rút lại, chỉ để thư ký") if narrower else self.tr("Gửi thư ký"),
                Audience.MEETING: self.tr("Gửi cả kỳ họp"),
            }[wanted]
            self.action_button.set_text(act)
            self.action_button.setEnabled(wanted is not now)
        if self.isVisible():
            self.place()


def _words(mark: MarkView) -> str:
    """What would be read: the note, or the words marked."""
    said = plain_line(mark.text) or (plain_line(mark.quote.exact) if mark.quote is not None else "")
    if len(said) > _LONGEST:
        said = said[:_LONGEST].rstrip() + "…"
    return f"“{said}”" if said else ""
