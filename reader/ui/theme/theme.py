"""The theme: which colours and sizes hold now, and the signal that says they changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from reader.ui.theme import fonts, icons, qss, style
from reader.ui.theme.icons import Drawing
from reader.ui.theme.tokens import DARK, LIGHT, TYPE, Colour, Role, SystemColours, Tokens, contrast

MIN_SCALE: Final = 1.0
MAX_SCALE: Final = 2.0


class Mode(StrEnum):
    """What the person chose; SYSTEM follows the desktop's light or dark setting."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"
    CONTRAST = "contrast"


class Theme(QObject):
    """Colours, sizes and fonts at present. Widgets read it when they paint and repaint on `changed`.

    Must be made and used on the window's thread.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode = Mode.LIGHT
        self._scale = 1.0
        self._tokens = LIGHT
        self._app: QApplication | None = None
        self._fonts: dict[tuple[Role, int | None], QFont] = {}
        """Made at this scale. Copies share what Qt has looked up for them: a list asks hundreds of times."""

    @property
    def tokens(self) -> Tokens:
        """The colours that hold now."""
        return self._tokens

    @property
    def mode(self) -> Mode:
        """What was chosen (not what it led to: see `tokens.dark`)."""
        return self._mode

    @property
    def scale(self) -> float:
        """Text scale, 1.0–2.0; every size in the window is multiplied by it."""
        return self._scale

    def apply(self, app: QApplication) -> None:
        """Dress `app`: bundled fonts, Fusion, palette, style sheet, focus ring. Safe to call again."""
        first = self._app is None
        self._app = app
        fonts.register()
        if first:
            app.setStyle("Fusion")
            style.install_ring(app, self)
            QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._dress()

    @contextmanager
    def undressed(self) -> Iterator[None]:
        """While many widgets are made: under a style sheet Qt goes through all that a widget holds whenever
        that is put into another one, which takes three times as long as the rest."""
        if self._app is None:
            yield
            return
        sheet = self._app.styleSheet()
        self._app.setStyleSheet("")
        try:
            yield
        finally:
            self._app.setStyleSheet(sheet)

    def set_mode(self, mode: Mode | str) -> None:
        """Choose light, dark, system or contrast. Raises ValueError for any other word."""
        wanted = Mode(mode)
        if wanted is not self._mode:
            self._mode = wanted
            self._dress()

    def set_scale(self, scale: float) -> None:
        """Set the text scale, held within 1.0–2.0."""
        wanted = min(MAX_SCALE, max(MIN_SCALE, float(scale)))
        if wanted != self._scale:
            self._scale = wanted
            self._dress()

    def px(self, n: float) -> int:
        """`n` pixels of the design, times the scale, rounded."""
        return round(n * self._scale)

    def colour(self, colour: Colour) -> QColor:
        """The present value of `colour`."""
        return QColor(self._tokens.of(colour))

    def font(self, role: Role, weight: int | None = None) -> QFont:
        """The font of `role` at the present scale; `weight` (100–900) overrides the table's."""
        made = self._fonts.get((role, weight))
        if made is None:
            row = TYPE[role]
            made = self._fonts[role, weight] = fonts.make(row, self.px(row.size), weight)
        return QFont(made)

    def line(self, role: Role) -> int:
        """The height of one line of `role` in pixels."""
        return self.px(TYPE[role].line)

    def pixmap(
        self,
        name: str,
        size: int,
        colour: Colour,
        ratio: float = 1.0,
        drawing: Drawing = Drawing.AUTO,
    ) -> QPixmap:
        """The icon `name`, `size` design pixels wide, in `colour`. See icons.pixmap."""
        if drawing is Drawing.AUTO:
            drawing = Drawing.BOLD if size <= 24 else Drawing.REGULAR
        return icons.pixmap(name, self.px(size), self._tokens.of(colour), ratio, drawing)

    def icon(self, name: str, size: int = 20, colour: Colour = Colour.INK) -> QIcon:
        """The icon `name` as a QIcon, for menus and Qt's own widgets."""
        return icons.icon(name, self.px(size), self._tokens.of(colour), self._tokens.of(Colour.INK3))

    def _system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._mode in (Mode.SYSTEM, Mode.CONTRAST):
            self._dress()

    def _dress(self) -> None:
        self._fonts.clear()
        self._tokens = self._choose()
        if self._app is not None:
            self._app.setPalette(_palette(self._tokens))
            self._app.setFont(self.font(Role.BODY))
            self._app.setStyleSheet(qss.build(self))
        self.changed.emit()

    def _choose(self) -> Tokens:
        if self._mode is Mode.LIGHT:
            return LIGHT
        if self._mode is Mode.DARK:
            return DARK
        if self._mode is Mode.SYSTEM:
            return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
        if self._app is not None:
            self._app.setPalette(QPalette())
        system = QGuiApplication.palette()
        role = QPalette.ColorRole
        return contrast(
            SystemColours(
                window=system.color(role.Window).name(),
                base=system.color(role.Base).name(),
                text=system.color(role.Text).name(),
                highlight=system.color(role.Highlight).name(),
                on_highlight=system.color(role.HighlightedText).name(),
                dark=system.color(role.Base).lightness() < system.color(role.Text).lightness(),
            )
        )


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: Colour.DESK,
        role.WindowText: Colour.INK,
        role.Base: Colour.PAPER,
        role.AlternateBase: Colour.DESK,
        role.Text: Colour.INK,
        role.PlaceholderText: Colour.INK3,
        role.Button: Colour.PAPER,
        role.ButtonText: Colour.INK,
        role.BrightText: Colour.BAD,
        role.ToolTipBase: Colour.INK,
        role.ToolTipText: Colour.PAPER,
        role.Highlight: Colour.PRIMARY,
        role.HighlightedText: Colour.ON_PRIMARY,
        role.Link: Colour.PRIMARY_TEXT,
        role.LinkVisited: Colour.PRIMARY_TEXT,
        role.Accent: Colour.PRIMARY,
        role.Light: Colour.PAPER,
        role.Midlight: Colour.HOVER,
        role.Mid: Colour.LINE,
        role.Dark: Colour.LINE2,
        role.Shadow: Colour.INK3,
    }
    for where, colour in pairs.items():
        palette.setColor(where, QColor(tokens.of(colour)))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(tokens.of(Colour.INK3)))
    return palette


class _Present:
    """Holds the one theme of the program; a window has exactly one look."""

    theme: Theme | None = None


def current() -> Theme:
    """The program's theme. The first call makes it (light, scale 1.0); the composition root applies it."""
    if _Present.theme is None:
        _Present.theme = Theme()
    return _Present.theme
