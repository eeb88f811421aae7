"""On a laptop that has the note key: another one in this person's name asks for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from reader.core.key_talk import Stage
from reader.core.key_views import KeysView, TalkView
from reader.ui.keys import words
from reader.ui.keys.talk_dialog import TalkDialog
from sync.model.events import EndReason
from sync.model.ids import EventId


class GiveKeyDialog(TalkDialog):
    """Follows one ask until it is over."""

    hearRequested = Signal(str)

    def __init__(self, ask: EventId, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("GiveKeyDialog", "Khóa ghi chú riêng"), parent)
        self._ask = ask
        self._heard = False
        self.body.gap(8)

    def set_view(self, view: KeysView) -> None:
        """How it stands now."""
        self._view = view
        talk = next((one for one in view.asked if one.ask == self._ask), None)
        if talk is not None:
            self._show(talk)

    def _show(self, talk: TalkView) -> None:
        if talk.ended is not None:
            self.page(*words.ended_text(talk.ended))
            self.buttons((self.tr("Đóng"), self.reject))
        elif talk.same or talk.stage is Stage.GIVEN:
            self.page(
                self.tr("Đã gửi khóa cho máy “{name}”").format(name=words.laptop_name(talk.other)),
                self.tr("Bấm “Giống nhau” cả trên máy đó: khi ấy nó mới dùng khóa."),
            )
            self.buttons((self.tr("Đóng"), self.reject))
        elif talk.digits:
            self.compare(talk, lambda: self.ended.emit(talk.ask, EndReason.DIFFERENT.value))
        elif self._heard or talk.stage is Stage.HEARD:
            self.page(
                self.tr("Chờ máy “{name}”").format(name=words.laptop_name(talk.other)),
                self.tr("Sáu chữ số hiện ra ở cả hai máy ngay khi máy đó trả lời."),
                waits=self.tr("Chờ máy kia"),
                until=self.until(talk),
            )
            self.buttons((self.tr("Hủy"), lambda: self._end(talk)))
        else:
            since = words.laptop_since(talk.other) if talk.other is not None else ""
            self.page(
                self.tr("Máy “{name}” xin khóa ghi chú riêng của bạn").format(
                    name=words.laptop_name(talk.other)
                ),
                since
                + " "
                + self.tr(
                    "Có khóa, máy đó đọc được mọi ghi chú riêng của bạn. Chỉ tiếp tục khi chính bạn đang "
                    "ngồi trước máy đó và vừa xin khóa."
                ),
            )
            self.buttons(
                (self.tr("Để sau"), self.reject), (self.tr("Tôi đang dùng máy đó"), lambda: self._hear(talk))
            )

    def _hear(self, talk: TalkView) -> None:
        self._heard = True
        self.hearRequested.emit(talk.ask)
        self._show(talk)

    def _end(self, talk: TalkView) -> None:
        self.ended.emit(talk.ask, EndReason.CANCELLED.value)
        self.reject()
