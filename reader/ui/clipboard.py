"""Words put on the clipboard: kept out of its history, and taken off it again when their time is over."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

LIFE_MS: Final = 30_000
_NOT_KEPT: Final = {
    # Windows: clipboard history, its copy in the cloud, and programs that watch.
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': bytes(4),
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': bytes(4),
    # KDE's Klipper and those that follow it.
    "x-kde-passwordManagerHint": b"secret",
}


def copy(text: str, life_ms: int = LIFE_MS) -> None:
    """Put ``text`` on the clipboard for half a minute; what others put there meanwhile stays."""
    _ours().put(text, life_ms)


def take_off() -> None:
    """Now, whatever its time: the book is being locked."""
    _ours().take_off()


class _Ours(QObject):
    def __init__(self) -> None:
        super().__init__()
        self._data: QMimeData | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.take_off)

    def put(self, text: str, life_ms: int) -> None:
        data = self._data = QMimeData()
        data.setText(text)
        for kind, value in _NOT_KEPT.items():
            data.setData(kind, value)
        QGuiApplication.clipboard().setMimeData(data)
        self._timer.start(life_ms)

    def take_off(self) -> None:
        self._timer.stop()
        data, self._data = self._data, None
        clipboard = QGuiApplication.clipboard()
        # Nothing is read: another program that hangs would hold up the lock.
        ours = data is not None and (clipboard.ownsClipboard() or clipboard.mimeData() is data)
        if ours:
            clipboard.clear()


@cache
def _ours() -> _Ours:
    return _Ours()
