"""The keys that move through a document and change its size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from reader.core.views import Fit, Flow
from reader.ui.page.geometry import Zoom

if TYPE_CHECKING:
    from reader.ui.page.column_view import PageColumn

_Key = Qt.Key
_SIZES: Final[dict[int, Zoom]] = {
    _Key.Key_T: Zoom(),
    _Key.Key_W: Zoom(Fit.WIDTH),
    _Key.Key_P: Zoom(Fit.PAGE),
}


def press(view: PageColumn, event: QKeyEvent) -> bool:
    """Do what the key says; False when it is none of these.

    Page Up/Down and Space move by a screen, the arrows by a few lines or a page, Home and End to the ends;
    Ctrl with +, - and 0 changes the size, T, W and P fit text, width and page, R turns the pages.
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
    if key == _Key.Key_Home:
        view.leap(0)
    elif key == _Key.Key_End:
        view.leap(view.pages - 1, 1.0)
    else:
        return False
    return True


def _scroll(view: PageColumn, key: int, back: bool) -> bool:
    bar, across = view.verticalScrollBar(), view.horizontalScrollBar()
    step = bar.singleStep()
    screen = max(step, view.viewport().height() - step)
    if key in (_Key.Key_PageDown, _Key.Key_PageUp, _Key.Key_Space):
        way = -1 if key == _Key.Key_PageUp or (key == _Key.Key_Space and back) else 1
        if view.zoom.fit is Fit.PAGE:
            view.turn_pages(way)
        else:
            view.scroll_by(way * screen)
    elif key in (_Key.Key_Down, _Key.Key_Up):
        way = 1 if key == _Key.Key_Down else -1
        if view.look.flow is Flow.SINGLE and view.room[way > 0] < 1:
            view.turn_pages(way)
        else:
            view.scroll_by(way * step)
    elif key in (_Key.Key_Left, _Key.Key_Right):
        way = 1 if key == _Key.Key_Right else -1
        if view.zoom.fit is Fit.FACTOR and across.maximum() > 0:
            across.setValue(across.value() + way * across.singleStep())
        else:
            view.turn_pages(way)
    elif key in _SIZES:
        view.set_zoom(_SIZES[key])
    elif key == _Key.Key_R:
        view.rotate(-1 if back else 1)
    else:
        return False
    return True
