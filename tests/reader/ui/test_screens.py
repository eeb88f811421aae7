"""Where a window is, without taking the screen along when the window goes."""

from __future__ import annotations

import gc

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from reader.ui.screens import free_screen, go_to, screen_of


class Looped(QFrame):
    """A window that only the collector can take away."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def test_a_screen_outlives_the_windows_that_asked_for_it(qapp: QApplication) -> None:
    screens = len(qapp.screens())
    for _ in range(3):
        window = Looped()
        window.show()
        assert screen_of(window) is qapp.primaryScreen()
        window.close()
        del window
        gc.collect()
        qapp.processEvents()
        assert len(qapp.screens()) == screens


def test_a_window_beside_every_screen_is_on_the_first(qapp: QApplication) -> None:
    window = QWidget()
    window.move(100_000, 100_000)
    assert screen_of(window) is qapp.primaryScreen()


def test_with_one_screen_it_is_the_free_one_too(qapp: QApplication) -> None:
    only = QGuiApplication.primaryScreen()
    assert free_screen(only) is only
    window = QWidget()
    go_to(None, window)
    assert window.geometry() == only.geometry()
