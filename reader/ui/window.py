"""The one window: the gate, then the open book; locking, look, language."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QInputEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from reader.core.owner import OwnerView
from reader.ui import clipboard
from reader.ui.application import speak
from reader.ui.garbage import spare_what_is_loaded
from reader.ui.gate import Gate
from reader.ui.tasks import BookThread
from reader.ui.theme import Mode, current
from reader.ui.widgets import Spine, close_dialogs

if TYPE_CHECKING:
    from reader.core.book import Book
    from reader.core.services import Services
    from reader.ui.open_book import OpenBook

IDLE_LOCK_MS = 15 * 60 * 1000
_WARM_MS = 50
"""After the first paint: what the open book needs is read while the passphrase is typed."""
_ACTIVITY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class MainWindow(QWidget):
    """Shows the gate first. ``shut_down`` must be called before the program ends."""

    def __init__(self, services: Services, *, link: str = "") -> None:
        super().__init__()
        self._services = services
        self._books = BookThread()
        self._open: OpenBook | None = None
        self._stack = QStackedWidget()
        self._spine = Spine()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._spine)
        row.addWidget(self._stack, 1)
        self._gate = Gate(services, self._books, self._stack)
        self._gate.opened.connect(self._on_opened)
        self._gate.themeToggled.connect(self._toggle_theme)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_LOCK_MS)
        self._idle.timeout.connect(self.lock)
        QShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_L), self, self.lock)
        self.setWindowTitle("Sổ Họp")
        self.setMinimumSize(800, 600)
        self.resize(1366, 696)
        self._warming: threading.Thread | None = None
        self._spine.hide()
        self._gate.show(link)

    @property
    def gate(self) -> Gate:
        """The screens before the book is open."""
        return self._gate

    @property
    def book(self) -> OpenBook | None:
        """The open book's screens, None while locked."""
        return self._open

    def lock(self) -> None:
        """Hide everything at once, put the book away, and ask for the passphrase again."""
        opened, self._open = self._open, None
        if opened is None:
            return
        self._idle.stop()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self._spine.hide()
        self._gate.show()
        clipboard.take_off()
        close_dialogs(self)
        self.repaint()
        self._books.lock(opened.put_away(), lambda: self._locked(opened))

    def _locked(self, opened: OpenBook) -> None:
        """The vault is closed, and nothing reports to these screens any more."""
        opened.deleteLater()
        self._gate.greet()
        QTimer.singleShot(_WARM_MS, gc.collect)

    def shut_down(self) -> None:
        """Stop the lanes, close the vault; waits until that is done."""
        opened, self._open = self._open, None
        if opened is not None:
            self._books.lock(opened.put_away(), opened.deleteLater)
        self._gate.stop()
        self._books.stop()
        if self._warming is not None and self._warming.ident is not None:
            self._warming.join()  # a thread that is cut off in the middle ends the program with a fault

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._warming is None:
            self._warming = threading.Thread(target=_warm, name="sohop-warm")
            QTimer.singleShot(_WARM_MS, self._warming.start)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.hide()
        super().closeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Of every event in the program, thousands when a dialog comes up: the kind alone is quick to tell.
        if isinstance(event, QInputEvent) and event.type() in _ACTIVITY:
            self._idle.start()
        return False

    def _on_opened(self, owner: OwnerView) -> None:
        # Read here, not above: pages, PDF engine and network are not needed to ask for a passphrase.
        from reader.ui.open_book import OpenBook

        spare_what_is_loaded()
        with current().undressed():
            self._open = OpenBook(self._services, self._books, owner, self._stack)
        self._open.modeChosen.connect(self._choose_mode)
        self._open.scaleChosen.connect(self._choose_scale)
        self._open.languageChosen.connect(self._choose_language)
        self._open.lockRequested.connect(self.lock)
        self._open.fullScreenChanged.connect(self._set_full_screen)
        self._spine.show()
        self._idle.start()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self._books.ask(_look, self._dress)

    def _dress(self, look: tuple[str, float, str]) -> None:
        mode, scale, _ = look
        if mode:
            current().set_mode(mode)
        current().set_scale(scale)

    def _choose_mode(self, mode: str) -> None:
        current().set_mode(mode)
        self._books.ask(lambda book: book.vault.settings.put("look/mode", mode))

    def _choose_scale(self, scale: float) -> None:
        current().set_scale(scale)
        self._books.ask(lambda book: book.vault.settings.put("look/scale", scale))

    def _choose_language(self, language: str) -> None:
        self._books.ask(lambda book: book.vault.settings.put("look/language", language))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            speak(application, language)
        opened = self._open
        if opened is not None:
            self.lock()

    def _set_full_screen(self, on: bool) -> None:
        full, state = Qt.WindowState.WindowFullScreen, self.windowState()
        self.setWindowState(state | full if on else state & ~full)
        self._spine.setVisible(not on and self._open is not None)

    def _toggle_theme(self) -> None:
        current().set_mode(Mode.LIGHT if current().tokens.dark else Mode.DARK)


def _look(book: Book) -> tuple[str, float, str]:
    settings = book.vault.settings
    return (
        settings.get("look/mode", str, ""),
        settings.get("look/scale", float, 1.0),
        settings.get("look/language", str, ""),
    )


def _warm() -> None:
    """On a thread of its own, at leisure."""
    import reader.ui.open_book  # noqa: F401
