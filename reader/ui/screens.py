"""Which screen a window is on, and which one is free to be shown to the room."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def screen_of(widget: QWidget) -> QScreen | None:
    """The one under the middle of its window, or the first where that is on none.

    Not ``QWidget.screen``: PySide takes what that gives for a child of the widget, and the screen itself is
    deleted when Python collects the widget (seen in 6.11); the program then ends with a fault.
    """
    middle = widget.window().frameGeometry().center()
    return QGuiApplication.screenAt(middle) or QGuiApplication.primaryScreen()


def free_screen(taken: QScreen | None) -> QScreen | None:
    """A screen other than ``taken``, or that one where there is no other."""
    screens = QGuiApplication.screens()
    return next((screen for screen in screens if screen is not taken), taken)


def go_to(screen: QScreen | None, window: QWidget) -> None:
    """Cover ``screen`` with ``window``; None: where its parent is not, if there is such a one."""
    parent = window.parentWidget()
    chosen = screen or free_screen(screen_of(parent) if parent is not None else None)
    if chosen is not None:
        window.setScreen(chosen)
        window.setGeometry(chosen.geometry())
