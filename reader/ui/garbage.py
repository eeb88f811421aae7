"""Garbage is collected on the window's thread only: there may be Qt objects in it, which must go where they
live. Python by itself collects on whichever thread happens to ask for memory, and then the program may end
with a fault.
"""

from __future__ import annotations

import gc
from functools import cache
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY_MS: Final = 250
_FULL: Final = 40
"""Collections of what is younger between two of everything."""


class Collector(QObject):
    """Collects in Python's stead as long as it lives, when Python would."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(collect_some)
        self._timer.start()


def collect_some() -> None:
    """What is due by Python's thresholds."""
    young, middle, old = gc.get_count()
    most_young, most_middle, _ = gc.get_threshold()
    if old > _FULL:
        gc.collect()
    elif middle > most_middle:
        gc.collect(1)
    elif young > most_young:
        gc.collect(0)


@cache
def spare_what_is_loaded() -> None:
    """Never look again at what is there now: modules and classes, which stay. Once."""
    gc.collect(1)
    gc.freeze()
