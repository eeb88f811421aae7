"""The pages of a document as they are seen: pictures asked for ahead, words, painting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QWidget

from reader.core.views import Place
from reader.pdf import Priority, Word
from reader.ui.page import failures, painting
from reader.ui.page.column_view import PageColumn
from reader.ui.page.geometry import look_of
from reader.ui.page.night import NightInk
from reader.ui.page.page_words import PageWords
from reader.ui.page.pictures import Pictures, Scene
from reader.ui.page.sheet import Sheet
from reader.ui.page.source import PageSource
from reader.ui.page.spoken import speak_pages
from reader.ui.page.touch import Touch
from reader.ui.theme import Colour, Tokens, current
from reader.ui.theme.tokens import DARK, LIGHT

_SETTLE_MS: Final = 120
_DECIDE_MS: Final = 200
_FAST_PAGES: Final = 1.5
"""Panes passed between two moves beyond which sharp pictures are not worth asking for."""
_AHEAD: Final = 2


class PageScroller(PageColumn):
    """The pages alone; what lies on them is `PageView`'s."""

    placeChanged = Signal(object)
    """Place, when scrolling or zooming has come to rest."""
    pageChanged = Signal(int)
    """The page at the middle of the pane, from 0; at once."""
    nightChanged = Signal(bool)
    firstPainted = Signal()
    """The first sharp page of a document is on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        speak_pages(PageScroller)
        super().__init__(parent)
        self.words = PageWords()
        """The words of the pages looked at."""
        self._source: PageSource | None = None
        self._pictures = Pictures(self)
        self._pictures.arrived.connect(self._on_picture)
        self._forward = True
        self._moving = False
        self._first_due = False
        self._night: bool | None = None
        self._by_keyboard = False
        self._touch = Touch(self)
        self._settle = _timer(self, _SETTLE_MS, self._settled)
        self._decide = _timer(self, _DECIDE_MS, self._waited)
        self.setProperty("ring", False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._hush()
        self.follow()

    # -- the document ------------------------------------------------------------------------------------

    def set_document(self, source: PageSource | None, place: Place | None = None) -> None:
        """Show a document from ``place`` on; without one, stay at the page the last document was at.

        The source stays the caller's: it is to be closed only after another (or None) was set here.
        """
        kept = place or (self.place() if self._column is not None else Place())
        if self._source is not None:
            self._source.wordsReady.disconnect(self._on_words)
            self._source.labelsReady.disconnect(self._on_labels)
        self._source = source
        self._sizes = () if source is None else source.sizes
        self._pictures.set_source(source)
        self.words.clear()
        self._column = None
        self._page = -1
        self._first_due = source is not None
        self._hush()
        if source is None:
            self.viewport().update()
            return
        source.wordsReady.connect(self._on_words)
        source.labelsReady.connect(self._on_labels)
        source.ask_labels()
        kept = replace(kept, page=min(kept.page, len(source.sizes) - 1))
        self._asked = kept.page
        if place is not None:
            self._set_look(look_of(place))
        for page, urgent in self._text_fit.begin(source.sizes, kept.page):
            self.need_words(page, Priority.VISIBLE if urgent else Priority.TEXT)
        self._decide.start()
        self._lay(kept)

    @property
    def bytes_kept(self) -> int:
        """Memory of the pictures kept here."""
        return self._pictures.bytes_kept

    # -- night -------------------------------------------------------------------------------------------

    @property
    def night(self) -> bool:
        """Pages are dark."""
        return current().tokens.dark if self._night is None else self._night

    @property
    def night_ink(self) -> NightInk | None:
        """How dark pages are inked; None: they are white."""
        tokens = self._page_tokens()
        return NightInk(tokens.of(Colour.PAGE), tokens.of(Colour.PAGE_INK)) if self.night else None

    def set_night(self, night: bool | None) -> None:
        """Dark pages or white ones; None: as the window is."""
        self._night = night
        self.nightChanged.emit(self.night)
        self._plan()
        self.viewport().update()

    # -- for those who draw on the pages -----------------------------------------------------------------

    def around(self) -> QColor:
        """The colour around pages."""
        return current().colour(Colour.WELL)

    def paint_over(self, painter: QPainter, sheet: Sheet) -> None:
        """Paint what lies on a page; its picture is there already. Extended by `PageView`."""

    def sheets(self) -> list[Sheet]:
        """The pages on the screen."""
        if self._column is None:
            return []
        window = self._window()
        night, tokens = self.night, self._page_tokens()
        # A strip of the well stays visible at the sides even where pages are wider than the pane.
        side = self.px(8)
        area = QRectF(self.viewport().rect()).adjusted(side, 0, -side, 0)
        return [Sheet(frame, self._origin(frame), area, night, tokens) for frame in self._visible(window)]

    def sheet_of(self, page: int) -> Sheet | None:
        """A page on the screen, or None."""
        return next((sheet for sheet in self.sheets() if sheet.frame.page == page), None)

    def need_words(self, page: int, priority: Priority = Priority.TEXT) -> None:
        """Have the words of a page come, unless they are here; `on_words` hears of them."""
        if self._source is not None and page not in self.words:
            self._source.ask_words(page, priority)

    def on_words(self, page: int) -> None:
        """The words of a page have come. Extended by `PageView`."""

    def on_settled(self, pages: Sequence[int]) -> None:
        """Scrolling has come to rest on these pages. Extended by `PageView`."""

    def tapped(self, point: QPointF) -> None:
        """A finger touched a point of the viewport. Extended by `PageView`."""

    def held_down(self, point: QPointF) -> None:
        """A finger is held on a point of the viewport. Extended by `PageView`."""

    # -- Qt ----------------------------------------------------------------------------------------------

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            self._touch.touched(event)
            return True
        return super().viewportEvent(event)

    def restyle(self) -> None:
        step = self.px(48)
        self.verticalScrollBar().setSingleStep(step)
        self.horizontalScrollBar().setSingleStep(step)
        if self._column is not None:
            self._lay(self.place())
        self.viewport().update()
        super().restyle()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._laying or self._column is None:
            return
        top = self.verticalScrollBar().value()
        passed = top - self._last_top
        rest = round(self._column.rest(top, forward=passed > 0))
        if rest != top:
            self.verticalScrollBar().setValue(rest)
            return
        self._last_top = top
        if passed:
            self._forward = passed > 0
            fast = abs(passed) > _FAST_PAGES * max(1, self.viewport().height())
            self._moving = fast and not self._jumping
        self._moved()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.around())
        window = self._window()
        for sheet in self.sheets():
            painter.save()
            painter.setClipRect(sheet.seen, Qt.ClipOperation.IntersectClip)
            painting.paint_paper(painter, sheet)
            self._pictures.paint(painter, sheet.frame, sheet.origin, window)
            code = self._pictures.error(sheet.frame)
            if code is not None:
                painting.paint_failure(painter, sheet, failures.page(code))
            else:
                self.paint_over(painter, sheet)
            painter.restore()
            painting.paint_edge(painter, sheet)
        if self.hasFocus() and self._by_keyboard:
            painting.paint_focus(painter, self.viewport().rect())
        painter.end()
        if self._first_due and self.is_sharp:
            self._first_due = False
            self.firstPainted.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        by = Qt.FocusReason
        self._by_keyboard = event.reason() in (by.TabFocusReason, by.BacktabFocusReason)
        self.viewport().update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()
        super().focusOutEvent(event)

    # -- inside ------------------------------------------------------------------------------------------

    def _moved(self) -> None:
        assert self._column is not None
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        row = self._column.row(self._column.page_at(middle))
        page = self._asked if self._asked in row else row.start
        self._plan()
        self.viewport().update()
        if page != self._page:
            self._page = page
            self.pageChanged.emit(page)
        self._settle.start()

    def _settled(self) -> None:
        self._moving = False
        if self._column is None:
            return
        self._plan()
        pages = [frame.page for frame in self._visible(self._window())]
        for page in pages:
            self.need_words(page)
        self.on_settled(pages)
        self._speak()
        self.placeChanged.emit(self.place())

    def _plan(self) -> None:
        if self._column is None or self._held_back:
            return
        window = self._window()
        visible = self._visible(window)
        first, last = visible[0].page, visible[-1].page
        after = [last + step for step in range(1, _AHEAD + 1)]
        before = [first - step for step in range(1, _AHEAD + 1)]
        order = [*after, before[0]] if self._forward else [*before, after[0]]
        ahead = tuple(self._column.frame(page) for page in order if 0 <= page < len(self._column))
        self._pictures.plan(
            Scene(tuple(visible), ahead, window, self.devicePixelRatioF(), self.night_ink, self._moving)
        )

    def label(self, page: int) -> str:
        """What the document calls a page; empty where that is its number."""
        return "" if self._source is None else self._source.label(page)

    def _on_labels(self) -> None:
        if self._page >= 0:
            self.pageChanged.emit(self._page)

    def _on_words(self, page: int, words: tuple[Word, ...]) -> None:
        assert self._source is not None
        self.words.put(page, words)
        if self._text_fit.take(page, self._source.sizes[page], words) and self._look.fills_text:
            self._decided()
        if page == self._page:
            self._speak()
        self.on_words(page)

    def _decided(self) -> None:
        """It is known how large pages are, or takes too long to find out."""
        if not self._text_fit.deciding:
            self._decide.stop()
        if self._column is not None:
            self._lay(self.place())

    def _waited(self) -> None:
        self._text_fit.give_up()
        self._decided()

    def _on_picture(self, page: int) -> None:
        if any(frame.page == page for frame in self._visible(self._window())):
            self.viewport().update()

    @property
    def _held_back(self) -> bool:
        """Pictures are not asked for while it is about to be known how large they must be."""
        return self._look.fills_text and self._text_fit.deciding

    @property
    def is_sharp(self) -> bool:
        """Everything on the screen is painted sharp."""
        window = self._window()
        return not self._held_back and all(
            self._pictures.is_sharp(frame, window) for frame in self._visible(window)
        )

    def _page_tokens(self) -> Tokens:
        tokens = current().tokens
        if tokens.dark == self.night:
            return tokens
        return DARK if self.night else LIGHT

    def announce(self, words: str) -> None:
        """Have a screen reader say something."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _speak(self) -> None:
        """What a screen reader says of the page."""
        if self._column is None:
            return
        name = self.tr("Trang {page} trên {pages}").format(page=self.page + 1, pages=self.pages)
        if self.hasFocus() and name != self.accessibleName():
            self.announce(name)
        self.setAccessibleName(name)

    def _hush(self) -> None:
        """Of no page any more, or not yet."""
        self.setAccessibleName(self.tr("Trang tài liệu"))


def _timer(parent: QWidget, ms: int, run: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(ms)
    timer.timeout.connect(run)
    return timer
