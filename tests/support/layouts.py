"""Counts what is laid out again: a screen that shows the same again must lay out nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

Relaid = Callable[[QWidget], AbstractContextManager[list[str]]]


class _Ear(QObject):
    def __init__(self, screen: QWidget, heard: list[str]) -> None:
        super().__init__()
        self._screen, self._heard = screen, heard

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        asked = event.type() is QEvent.Type.LayoutRequest and isinstance(watched, QWidget)
        if asked and (watched is self._screen or self._screen.isAncestorOf(watched)):
            self._heard.append(type(watched).__name__)
        return False


@contextmanager
def relaid(screen: QWidget) -> Iterator[list[str]]:
    """The widgets of ``screen`` that are laid out again meanwhile."""
    heard: list[str] = []
    ear = _Ear(screen, heard)
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(ear)
    try:
        yield heard
    finally:
        application.removeEventFilter(ear)


def settle() -> None:
    """Let everything be laid out and painted: one layout asks for the next a few times over."""
    for _ in range(12):
        QApplication.processEvents()
