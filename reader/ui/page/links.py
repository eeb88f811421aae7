"""Links on pages: where they are, and what is said of them. An address is shown, never opened."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.pdf import Link, PageSize
from reader.ui.plain import plain_line

_PAGES_KEPT = 400
_SLACK = 1.0
"""Points around a link that still count as it."""
_ABOVE = 9.0
"""Points kept free above the place a link leads to."""


class PageLinks:
    """The links of the pages looked at."""

    def __init__(self) -> None:
        self._pages: dict[int, tuple[Link, ...]] = {}

    def __contains__(self, page: int) -> bool:
        return page in self._pages

    def put(self, page: int, links: tuple[Link, ...]) -> None:
        """The links of ``page`` have come."""
        if len(self._pages) >= _PAGES_KEPT:
            self._pages.pop(next(iter(self._pages)))
        self._pages[page] = links

    def of(self, page: int) -> tuple[Link, ...]:
        """The links of ``page`` in reading order; none while they are not known."""
        return tuple(sorted(self._pages.get(page, ()), key=lambda link: (link.box[1], link.box[0])))

    def clear(self) -> None:
        """Another document."""
        self._pages.clear()

    def at(self, page: int, x: float, y: float) -> Link | None:
        """The link at a point of ``page``, the one drawn last where several lie over one another."""
        for link in reversed(self._pages.get(page, ())):
            x0, y0, x1, y1 = link.box
            if x0 - _SLACK <= x <= x1 + _SLACK and y0 - _SLACK <= y <= y1 + _SLACK:
                return link
        return None


def link_words(link: Link) -> str:
    """Where it leads, in words."""
    if link.page is not None:
        return QCoreApplication.translate("Links", "Đến trang {page}").format(page=link.page + 1)
    return plain_line(link.uri or "")


def share_of(size: PageSize, y: float | None, turn: int) -> float:
    """A height on a page as a share of the page turned so, a little above: what stands there is seen whole.
    Of a page that lies on its side it says nothing."""
    if y is None or turn % 2:
        return 0.0
    at = y if turn == 0 else size.height - y
    return min(max((at - _ABOVE) / size.height, 0.0), 1.0)
