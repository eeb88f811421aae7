"""What the approver wants changed in the version submitted last: above the panel until it is sent anew."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from reader.core.composing.sent import Stage
from reader.core.composing.showing import ComposeView
from reader.ui.approve.words import about_text, return_head
from reader.ui.plain import plain
from reader.ui.stack import Entry, Stack
from reader.ui.theme import current
from reader.ui.widgets.layout import Column, Scroll
from reader.ui.widgets.surface import Line, Panel

_MOST = 240
_OVER = (Stage.COMPOSING, Stage.PUBLISHED, Stage.OVERTAKEN)


class ReturnedPane(Panel):
    """Hidden while nothing was given back."""

    rowChosen = Signal(str)
    """What a remark is about."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = Stack(side=20, pad=10)
        inside = QWidget()
        self._words = Column(inside)
        self._words.addWidget(self.stack)
        self._scroll = Scroll(inside)
        self.column.addWidget(self._scroll)
        self.column.addWidget(Line())
        self.setAccessibleName(self.tr("Góp ý của người phê duyệt"))
        self.stack.pressed.connect(self.rowChosen)
        self.hide()

    def set_view(self, view: ComposeView) -> None:
        """Show what was said since the version was submitted last, until it is published."""
        shown = () if view.standing.stage in _OVER else view.returns
        here = {one.id for one in view.draft.packet.items} | {
            str(d.id) for _, d in view.draft.packet.documents()
        }
        self.stack.set_entries(
            [
                Entry(
                    "note-pencil",
                    plain(remark.text),
                    about_text(remark),
                    head=return_head(one) if number == 0 else "",
                    act=self.tr("Đến chỗ này") if remark.about in here else "",
                    key=remark.about,
                )
                for one in shown
                for number, remark in enumerate(one.remarks)
            ]
        )
        self.setVisible(bool(shown))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the remarks; many of them scroll."""
        self._words.invalidate()
        high = self._words.totalHeightForWidth(self.width())
        if high <= 0:  # nothing in it
            return
        self._scroll.setFixedHeight(min(high, current().px(_MOST)))
