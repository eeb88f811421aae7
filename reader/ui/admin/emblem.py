"""The office's emblem: a picture of any size made small and plain."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from sync.errors import Code, SohopError
from sync.model.emblem import MOST_BYTES, MOST_PIXELS, check_emblem, only_pixels

_MOST_FILE: Final = 8 * 1024 * 1024
_MOST_SIDE: Final = 8_000
_SIDES: Final = (MOST_PIXELS, 192, 144, 112, 80, 64, 48)
"""The largest that fits into ``MOST_BYTES`` is taken."""


def emblem_of(path: Path) -> bytes:
    """The picture as an emblem. Raises ``SohopError(EMBLEM_WRONG | FILE_MISSING | FILE_UNREADABLE)``."""
    try:
        if not path.is_file():
            raise SohopError(Code.FILE_MISSING, name=path.name)
        with path.open("rb") as file:
            data = file.read(_MOST_FILE + 1)
    except OSError as error:
        raise SohopError(Code.FILE_UNREADABLE, name=path.name) from error
    if len(data) > _MOST_FILE:
        raise SohopError(Code.EMBLEM_WRONG)
    image = _within(_read(data), _SIDES[0])
    for side in _SIDES:
        made = only_pixels(_png(_square(image, side)))
        if len(made) <= MOST_BYTES:
            check_emblem(made)
            return made
    raise SohopError(Code.EMBLEM_WRONG)


def _read(data: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    kind = b"png" if data.startswith(b"\x89PNG") else b"jpeg" if data.startswith(b"\xff\xd8") else b""
    reader = QImageReader(buffer, QByteArray(kind))
    size = reader.size() if kind else QSize()
    if not size.isValid() or max(size.width(), size.height()) > _MOST_SIDE:
        raise SohopError(Code.EMBLEM_WRONG)
    image = reader.read()
    if image.isNull() or min(image.width(), image.height()) < 1:
        raise SohopError(Code.EMBLEM_WRONG)
    return image


def _square(image: QImage, side: int) -> QImage:
    """In the middle of a transparent square: a long emblem keeps its proportions."""
    square = QImage(side, side, QImage.Format.Format_RGBA8888)
    square.fill(Qt.GlobalColor.transparent)
    small = _within(image, side)
    painter = QPainter(square)
    painter.drawImage((side - small.width()) // 2, (side - small.height()) // 2, small)
    painter.end()
    return square


def _within(image: QImage, side: int) -> QImage:
    how = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(side, side, *how)


def _png(image: QImage) -> bytes:
    """Eight bits a channel, with its transparency: what ``check_emblem`` knows."""
    out = QByteArray()
    buffer = QBuffer(out)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(out.data())
