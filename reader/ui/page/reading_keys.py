"""The keys that move through a document and change its size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from reader.ui.page.geometry import Fit, Zoom

if TYPE_CHECKING:
    from reader.ui.page.column_view import PageColumn

_Key = Qt.Key


def press(view: PageColumn, event: QKeyEvent) -> bool:
    """Do what the key says; False when it is none of these.

    Page Up/Down and Space move by a screen, the arrows by a few lines or a page, Home and End to the ends;
    Ctrl with +, - and 0 changes the size.
    """
    modifiers = event.modifiers()
    if modifiers & Qt.KeyboardModifier.AltModifier:
        return False
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        return _zoom(view, event.key()) or _to_end(view, event.key())
    back = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    return _scroll(view, event.key(), back) or _to_end(view, event.key())


def _zoom(view: PageColumn, key: int) -> bool:
    if key in (_Key.Key_Plus, _Key.Key_Equal):
        view.zoom_in()
    elif key == _Key.Key_Minus:
        view.zoom_out()
    elif key == _Key.Key_0:
        view.set_zoom(Zoom())
    else:
        return False
    return True


def _to_end(view: PageColumn, key: int) -> bool:
    bar = view.verticalScrollBar()
    if key == _Key.Key_Home:
        bar.setValue(bar.minimum())
    elif key == _Key.Key_End:
        bar.setValue(bar.maximum())
    else:
        return False
    return True


def _scroll(view: PageColumn, key: int, back: bool) -> bool:
    bar, across = view.verticalScrollBar(), view.horizontalScrollBar()
    step = bar.singleStep()
    screen = max(step, view.viewport().height() - step)
    if key == _Key.Key_PageDown or (key == _Key.Key_Space and not back):
        bar.setValue(bar.value() + screen)
    elif key == _Key.Key_PageUp or (key == _Key.Key_Space and back):
        bar.setValue(bar.value() - screen)
    elif key == _Key.Key_Down:
        bar.setValue(bar.value() + step)
    elif key == _Key.Key_Up:
        bar.setValue(bar.value() - step)
    elif key in (_Key.Key_Left, _Key.Key_Right):
        way = 1 if key == _Key.Key_Right else -1
        if view.zoom.fit is Fit.FACTOR and across.maximum() > 0:
            across.setValue(across.value() + way * across.singleStep())
        else:
            view.go_to(view.page + way)
    else:
        return False
    return True
