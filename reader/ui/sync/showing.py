"""Shows the room where this laptop's room hub is: on the projector, or in a sheet where there is none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from reader.core.line_views import RoomHubView
from reader.ui.screens import free_screen, screen_of
from reader.ui.sync.address_projector import AddressProjector
from reader.ui.sync.address_sheet import AddressSheet
from reader.ui.sync.addresses import Place, places


class Addresses(QObject):
    """Follows the room hub: other addresses are shown at once, and nothing when it ends."""

    projected = Signal(bool)

    def __init__(
        self, parent: QWidget, other_screen: Callable[[QScreen | None], QScreen | None] = free_screen
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._other_screen = other_screen
        self._shown: tuple[Place, ...] = ()
        self.projector: AddressProjector | None = None
        self.sheet: AddressSheet | None = None

    def set_hub(self, hub: RoomHubView) -> None:
        """How it stands now. Between two networks there is no address: what was shown stays."""
        self._shown = places(hub) or (self._shown if hub.is_running else ())
        if not self._shown:
            self.end()
        if self.projector is not None:
            self.projector.set_places(self._shown)
        if self.sheet is not None:
            self.sheet.set_places(self._shown)

    def toggle(self) -> None:
        """On the projector, if there is one; the sheet otherwise; nothing, when it is shown."""
        if self.projector is not None:
            self.end()
            return
        here = screen_of(self._parent)
        other = self._other_screen(here)
        if other is None or other is here:
            self._open_sheet()
        else:
            self._project(other)

    def end(self) -> None:
        """Nobody is shown it any more."""
        if self.projector is not None:
            self.projector.end()
        if self.sheet is not None:
            self.sheet.reject()

    def _project(self, screen: QScreen | None) -> None:
        made = self.projector = AddressProjector(self._parent.window())
        made.set_places(self._shown)
        made.ended.connect(self._ended)
        made.begin(screen)
        self.projected.emit(True)

    def _ended(self) -> None:
        self.projector = None
        self.projected.emit(False)

    def _open_sheet(self) -> None:
        made = self.sheet = AddressSheet(self._parent, self._shown)
        made.accepted.connect(lambda: self._project(screen_of(self._parent)))
        made.finished.connect(self._closed)
        made.open()

    def _closed(self) -> None:
        made, self.sheet = self.sheet, None
        if made is not None:
            made.deleteLater()
