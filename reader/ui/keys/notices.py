"""Quiet banners on the shelf: a key to get, a laptop that asks for it, a laptop one should know of."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.core.key_talk import Stage
from reader.core.key_views import KeysView, TalkView
from reader.ui.keys import words
from reader.ui.theme import Tone
from reader.ui.widgets import Banner, Column

_NAMED = 3


class KeyNotices(QWidget):
    """Hidden while there is nothing to say. ``set_view`` shows how it stands."""

    keyWanted = Signal()
    """Get the key, or look how far it is."""
    looked = Signal(str)
    """Look at another laptop's ask."""
    refused = Signal(str)
    """That laptop is not this person's."""
    known = Signal()
    """All laptops named are this person's."""
    strange = Signal()
    """One of them is not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._later = False
        self._view = KeysView()
        self._ask: TalkView | None = None
        self.asked = Banner(
            "", tone=Tone.WAIT, icon="key", buttons=(self.tr("Xem và so chữ số…"), self.tr("Không phải tôi"))
        )
        self.lacking = Banner("", icon="key", buttons=(self.tr("Lấy khóa…"), self.tr("Để sau")))
        self.strangers = Banner(
            "", icon="desktop", buttons=(self.tr("Đúng là của tôi"), self.tr("Không phải tôi…"))
        )
        column = Column(self, (26, 20, 24, 0), 12)
        for banner in (self.asked, self.lacking, self.strangers):
            column.addWidget(banner)
        self.asked.pressed.connect(self._answer)
        self.lacking.pressed.connect(self._lacking)
        self.strangers.pressed.connect(lambda which: (self.strange if which else self.known).emit())
        self.set_view(KeysView())

    def set_view(self, view: KeysView) -> None:
        """Show what there is to say."""
        self._view = view
        live = [talk for talk in view.asked if talk.stage not in (Stage.ENDED, Stage.GIVEN)]
        self._ask = live[0] if live and not view.temporary else None
        shown = (
            self._show_asked(self._ask),
            self._show_lacking(view),
            self._show_strangers(view),
        )
        self.setVisible(any(shown))

    def _show_asked(self, talk: TalkView | None) -> bool:
        self.asked.setVisible(talk is not None)
        if talk is not None:
            title = self.tr("Máy “{name}” xin khóa ghi chú riêng của bạn")
            text = self.tr("Chỉ đồng ý khi chính bạn đang dùng máy đó. Hai máy sẽ hiện sáu chữ số để so.")
            self.asked.set_words(title.format(name=words.laptop_name(talk.other)), text)
        return talk is not None

    def _show_lacking(self, view: KeysView) -> bool:
        shown = view.asking is not None or (view.temporary and not self._later)
        self.lacking.setVisible(shown)
        if view.asking is not None:
            self.lacking.buttons[0].set_text(self.tr("Xem…"))
            self.lacking.set_words(self.tr("Đang lấy khóa ghi chú riêng"), self._how_far(view.asking))
        else:
            self.lacking.buttons[0].set_text(self.tr("Lấy khóa…"))
            self.lacking.set_words(
                self.tr("Ghi chú riêng ở máy khác chưa đọc được ở đây"),
                self.tr(
                    "Lấy khóa từ máy đó bằng cách so sáu chữ số, hoặc dùng mã khôi phục. "
                    "Ghi chú viết ở đây trong lúc này vẫn được giữ."
                ),
            )
        self.lacking.buttons[1].setVisible(view.asking is None)
        return shown

    def _how_far(self, talk: TalkView) -> str:
        if talk.ended is not None:
            return words.ended_text(talk.ended)[0]
        if talk.digits and not talk.same:
            return self.tr("Hai máy đang hiện sáu chữ số. So rồi chọn giống hay khác.")
        return self.tr("Chờ máy kia.")

    def _show_strangers(self, view: KeysView) -> bool:
        found = view.strangers
        self.strangers.setVisible(bool(found))
        if len(found) == 1:
            title = self.tr("Máy khác mang tên bạn: “{name}”").format(name=words.laptop_name(found[0]))
            self.strangers.set_words(title, words.laptop_since(found[0]))
        elif found:
            lines = [f"“{words.laptop_name(one)}”: {words.laptop_since(one)}" for one in found[:_NAMED]]
            if len(found) > _NAMED:
                lines.append(self.tr("và {n} máy nữa, xem “Máy của tôi”").format(n=len(found) - _NAMED))
            title = self.tr("{n} máy khác mang tên bạn", None, len(found)).format(n=len(found))
            self.strangers.set_words(title, "\n".join(lines))
        return bool(found)

    def _answer(self, which: int) -> None:
        if self._ask is not None:
            (self.refused if which else self.looked).emit(self._ask.ask)

    def _lacking(self, which: int) -> None:
        if which == 0:
            self.keyWanted.emit()
            return
        self._later = True
        self.set_view(self._view)
