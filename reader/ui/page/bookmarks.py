"""Pages to come back to: set and taken away, gone to one after another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from reader.core.views import MarkView
from reader.ui.marks.tools import MarkTools
from reader.ui.marks.wanted import MarkAct, Wanted
from reader.ui.page.thumbnails import Thumbnails
from reader.ui.page.view import PageView
from sync.model.annotation import MarkKind


class Bookmarks(QObject):
    """This person's, on the version of the document that is shown."""

    acted = Signal(object)
    """MarkAct: one is wanted, or those of a page are not any more."""

    def __init__(self, view: PageView, tools: MarkTools, thumbnails: Thumbnails) -> None:
        super().__init__(view)
        self._view, self._tools, self._thumbnails = view, tools, thumbnails
        self._marks: tuple[MarkView, ...] = ()
        tools.bookmarkRequested.connect(self.toggle)
        view.pageChanged.connect(lambda _page: self._tell())

    def set_marks(self, marks: Sequence[MarkView]) -> None:
        """The marks of the document."""
        self._marks = tuple(
            mark for mark in marks if mark.kind is MarkKind.BOOKMARK and mark.mine and mark.current
        )
        self._thumbnails.set_bookmarks(frozenset(mark.page for mark in self._marks))
        self._tell()

    def toggle(self) -> None:
        """On the page that is shown."""
        view = self._view
        if view.pages == 0:
            return
        here = tuple(mark.id for mark in self._marks if mark.page == view.page)
        new = () if here else (Wanted(view.page, MarkKind.BOOKMARK, view.ink),)
        said = self.tr("Đã bỏ dấu trang {page}") if here else self.tr("Đã đặt dấu trang {page}")
        view.announce(said.format(page=view.page + 1))
        self.acted.emit(MarkAct(made=new, gone=here))

    def step(self, way: int) -> None:
        """To the next page that has one, or the one before; from the last to the first."""
        pages = sorted({mark.page for mark in self._marks})
        if not pages:
            self._view.announce(self.tr("Tài liệu này chưa có dấu trang"))
            return
        now = self._view.page
        if way > 0:
            target = next((page for page in pages if page > now), pages[0])
        else:
            target = next((page for page in reversed(pages) if page < now), pages[-1])
        self._view.leap(target)

    def _tell(self) -> None:
        self._tools.set_bookmark(any(mark.page == self._view.page for mark in self._marks))
