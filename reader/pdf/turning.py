"""Where a box of a page is seen when the person has turned the page."""

from __future__ import annotations

from reader.pdf.documents import PageSize
from reader.pdf.protocol import Rotation
from reader.pdf.text import Rect


def turned(box: Rect, page: PageSize, rotation: Rotation) -> Rect:
    """``box`` of a page of size ``page``, in points on that page turned clockwise by ``rotation``.

    The way back is the turn by 360 less ``rotation``, of the page with width and height exchanged for 90
    and 270.
    """
    x0, y0, x1, y1 = box
    match rotation:
        case 0:
            return box
        case 90:
            return Rect(page.height - y1, x0, page.height - y0, x1)
        case 180:
            return Rect(page.width - x1, page.height - y1, page.width - x0, page.height - y0)
        case 270:
            return Rect(y0, page.width - x1, y1, page.width - x0)
