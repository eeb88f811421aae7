"""All pages in small: which one is shown, and one press to go to another."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.pdf import PageSize, PdfErrorCode, Priority
from reader.ui.lists import RowList, draw_ring
from reader.ui.page.feed import Picture, PictureFeed, PictureKey
from reader.ui.page.geometry import turned
from reader.ui.page.night import NightInk
from reader.ui.page.ribbon import paint_ribbon
from reader.ui.page.source import PageSource
from reader.ui.theme import Colour, Role, current
from reader.ui.widgets.text import lay_out

_WIDE, _TALL = 92, 128
_AROUND: Final = 8
_KEPT: Final = 160
_SETTLE_MS: Final = 90
_AHEAD: Final = 4
"""Pages asked for beyond those in sight."""

_Index = QModelIndex | QPersistentModelIndex


class Thumbnails(RowList):
    """Nothing is asked for while it is hidden, and what is waits behind everything else."""

    gone_to = Signal(int)
    """Page."""

    def __init__(self) -> None:
        super().__init__(self.tr("Hình các trang"))
        self.page = 0
        self._source: PageSource | None = None
        self._feed: PictureFeed | None = None
        self._kept: OrderedDict[PictureKey, Picture] = OrderedDict()
        self._refused: set[PictureKey] = set()
        self._night: NightInk | None = None
        self._turn = 0
        self._model = _Pages(self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._ask)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setSpacing(0)
        self.chosen.connect(lambda index: self.gone_to.emit(index.row()))

    def set_source(self, source: PageSource | None) -> None:
        """The pages of another document, or none."""
        if self._feed is not None:
            self._feed.close()
        self._kept.clear()
        self._refused.clear()
        self._feed = None if source is None else source.feed()
        if self._feed is not None:
            self._feed.painted.connect(self._on_painted)
            self._feed.refused.connect(self._on_refused)
        if self._source is not None and self._source is not source:
            self._source.labelsReady.disconnect(self.viewport().update)
        if source is not None and self._source is not source:
            source.labelsReady.connect(self.viewport().update)
        self._source = source
        self._model.set_sizes(() if source is None else source.sizes)
        self._settle.start()

    def set_page(self, page: int) -> None:
        """The page that is shown."""
        if page == self.page and self.currentIndex().row() == page:
            return
        self.page = page
        index = self._model.index(page)
        if index.isValid():
            if not self.hasFocus():
                self.setCurrentIndex(index)
            self.scrollTo(index)
        self.viewport().update()

    def set_look(self, night: NightInk | None, turn: int) -> None:
        """Paint them as the pages are."""
        if (night, turn) != (self._night, self._turn):
            self._night, self._turn = night, turn
            self._settle.start()
            self.viewport().update()

    def set_bookmarks(self, pages: frozenset[int]) -> None:
        """The pages that bear one."""
        if pages != self._model.bookmarks:
            self._model.bookmarks = pages
            self.viewport().update()

    def has_bookmark(self, page: int) -> bool:
        """Whether it bears one."""
        return page in self._model.bookmarks

    def label(self, page: int) -> str:
        """What stands under a page: its name in the document, or its number."""
        return (self._source.label(page) if self._source is not None else "") or str(page + 1)

    def picture(self, page: int) -> Picture | None:
        """The small picture of a page, if it has come."""
        return self._kept.get(self._key(page))

    def picture_size(self, page: int) -> tuple[float, float]:
        """How large the small picture is shown, in pixels."""
        width, height = turned(self._model.sizes[page], self._turn)
        share = min(current().px(_WIDE) / width, current().px(_TALL) / height)
        return width * share, height * share

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._settle.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.scrollTo(self._model.index(self.page), QListView.ScrollHint.PositionAtCenter)
        self._settle.start()

    def _key(self, page: int) -> PictureKey:
        size = self._model.sizes[page]
        wide, _tall = turned(size, self._turn)
        zoom = self.picture_size(page)[0] / wide * self.devicePixelRatioF()
        return PictureKey(page, max(10, round(zoom * 1000)), None, self._night, self._turn)

    def _ask(self) -> None:
        if self._feed is None or not self.isVisible() or not self._model.sizes:
            return
        shown = self._shown()
        around = range(max(0, shown.start - _AHEAD), min(len(self._model.sizes), shown.stop + _AHEAD))
        keys = [self._key(page) for page in (*shown, *(p for p in around if p not in shown))]
        self._feed.keep_only(set(keys))
        for key in keys:
            if key in self._kept:
                self._kept.move_to_end(key)
            elif key not in self._refused:
                self._feed.paint(key, Priority.THUMBNAIL)

    def _shown(self) -> range:
        """The pages in sight."""
        area, half = self.viewport().rect(), current().px(40)
        first = self.indexAt(area.topLeft() + QPointF(half, 2).toPoint())
        step = max(1, self.sizeHintForIndex(self._model.index(0)).height())
        across = max(1, area.width() // max(1, self.sizeHintForIndex(self._model.index(0)).width()))
        start = first.row() if first.isValid() else 0
        return range(start, min(len(self._model.sizes), start + (area.height() // step + 2) * across))

    def _on_painted(self, key: PictureKey, picture: Picture) -> None:
        self._kept[key] = picture
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.update(self._model.index(key.page))

    def _on_refused(self, key: PictureKey, _code: PdfErrorCode) -> None:
        self._refused.add(key)


class _Pages(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.sizes: tuple[PageSize, ...] = ()
        self.bookmarks: frozenset[int] = frozenset()

    def set_sizes(self, sizes: tuple[PageSize, ...]) -> None:
        self.beginResetModel()
        self.sizes = sizes
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.sizes)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            marked = index.row() in self.bookmarks
            said = self.tr("Trang {page}, có dấu trang") if marked else self.tr("Trang {page}")
            return said.format(page=index.row() + 1)
        return None


class _Delegate(QStyledItemDelegate):
    """The page with its number under it; the one shown has a frame and a strong number."""

    def __init__(self, view: Thumbnails) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        theme = current()
        return QSize(theme.px(_WIDE + 2 * _AROUND), theme.px(_TALL + 2 * _AROUND) + theme.line(Role.NOTE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, page = current(), index.row()
        place = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        here = page == self._view.page
        painter.save()
        if here:
            painter.fillRect(place, theme.colour(Colour.PRIMARY_TINT))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, theme.colour(Colour.HOVER))
        width, height = self._view.picture_size(page)
        tall = theme.px(_TALL)
        paper = QRectF(
            round(place.center().x() - width / 2),
            round(place.top() + theme.px(_AROUND) + (tall - height) / 2),
            round(width),
            round(height),
        )
        picture = self._view.picture(page)
        painter.fillRect(paper, theme.colour(Colour.PAGE))
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(paper, picture.image)
        if self._view.has_bookmark(page):
            ribbon = QRectF(paper.right() - theme.px(18), paper.top(), theme.px(11), theme.px(18))
            paint_ribbon(painter, ribbon, theme.colour(Colour.MARK_YELLOW), theme.colour(Colour.INK2))
        painter.setPen(
            QPen(theme.colour(Colour.PRIMARY if here else Colour.LINE2), theme.px(2) if here else 1)
        )
        painter.drawRect(paper)
        role = Role.NOTE_STRONG if here else Role.NOTE
        number = lay_out(
            self._view.label(page),
            theme.font(role),
            theme.line(role),
            place.width(),
            max_lines=1,
            align=Qt.AlignmentFlag.AlignHCenter,
        )
        ink = theme.colour(Colour.PRIMARY_TEXT if here else Colour.INK2)
        number.draw(painter, QPointF(place.left(), place.top() + tall + theme.px(_AROUND + 3)), ink)
        draw_ring(painter, self._view, index, option.rect)
        painter.restore()
