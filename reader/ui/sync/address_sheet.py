"""The room hub's addresses on this screen: to be read out, copied, or shown on the whole of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from reader.ui.admin.qr import QrPicture
from reader.ui.clipboard import copy
from reader.ui.sync.addresses import Place, heading, how_to
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Button, Dialog, Kind, Paragraph
from reader.ui.widgets.layout import Column, Row, clear

_SQUARE, _SMALL = 200, 120
"""Of one, and of several: in large letters too the next one is seen to follow."""


class AddressSheet(Dialog):
    """Follows what is set. Its action shows them on the whole screen."""

    def __init__(self, parent: QWidget, shown: tuple[Place, ...]) -> None:
        super().__init__(
            heading(),
            parent,
            safe=QCoreApplication.translate("AddressSheet", "Đóng"),
            action=QCoreApplication.translate("AddressSheet", "Toàn màn hình"),
            kind=Kind.SECONDARY,
            width=760,
        )
        self.shown: tuple[Place, ...] = ()
        self._places = Column()
        self.body.gap(12)
        self.body.addLayout(self._places)
        self.body.addWidget(Paragraph(how_to(), Role.BODY, Colour.INK2))
        self.body.gap(12)
        self.set_places(shown)

    def set_places(self, shown: tuple[Place, ...]) -> None:
        """Show these."""
        if shown == self.shown:
            return
        self.shown = shown
        clear(self._places)
        for place in shown:
            self._places.addWidget(self._row(place))
            self._places.gap(12)
        if self.isVisible():
            self.place()

    def _row(self, place: Place) -> QWidget:
        whole = QWidget()
        row = Row(whole, spacing=20)
        alone = len(self.shown) == 1
        square = QrPicture(_SQUARE if alone else _SMALL)
        square.set_text(place.scanned, self.tr("Mã vuông: {address}").format(address=place.scanned))
        row.addWidget(square, 0, Qt.AlignmentFlag.AlignVCenter)
        beside = Column()
        beside.addStretch(1)
        beside.addWidget(Paragraph(place.network, Role.BODY, Colour.INK2))
        beside.addWidget(Paragraph(place.typed, Role.NUMBER if alone else Role.PAGE_TITLE))
        button = Button(self.tr("Chép địa chỉ"), icon="copy")
        button.clicked.connect(lambda _checked=False: copy(place.scanned))
        beside.addStretch(1)
        row.addLayout(beside, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return whole
