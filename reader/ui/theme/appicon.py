"""The program's own icon, drawn from resources/icons/sohop.svg.

Run as a script it writes sohop.png and sohop.ico beside the drawing.
"""

from __future__ import annotations

import pathlib
import struct
import sys

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QImageWriter, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reader.resources import resource

_SIZES = (16, 20, 24, 32, 48, 64, 128, 256)


def app_icon() -> QIcon:
    """The icon for windows and the task bar. Needs a QGuiApplication."""
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(QPixmap.fromImage(drawn(size)))
    return icon


def drawn(size: int) -> QImage:
    """The icon as a transparent picture of `size` by `size` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(resource("icons/sohop.svg"))).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def ico() -> bytes:
    """A Windows .ico with every size as PNG: a 6-byte head, 16 bytes a picture, then the pictures."""
    pictures = [_png(drawn(size)) for size in _SIZES]
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    entries = b""
    for size, picture in zip(_SIZES, pictures, strict=True):
        # In the table 256 is written as 0.
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return head + entries + b"".join(pictures)


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"PNG")).write(image):
        raise OSError("Qt cannot write PNG here")
    buffer.close()
    return bytes(data.data())


def main(folder: pathlib.Path) -> None:
    """Write both files into `folder`."""
    (folder / "sohop.png").write_bytes(_png(drawn(256)))
    (folder / "sohop.ico").write_bytes(ico())


if __name__ == "__main__":
    _app = QGuiApplication(sys.argv)
    main(resource("icons"))
