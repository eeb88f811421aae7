"""The tokens are readable, the typefaces hold every Vietnamese letter, the theme follows what is chosen."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from support.layouts import settle

from reader.resources import resource
from reader.ui.desk.screen import DeskScreen
from reader.ui.meeting.screen import MeetingScreen
from reader.ui.shelf.shelf import ShelfScreen
from reader.ui.sync.screen import SyncScreen
from reader.ui.theme import Colour, Drawing, Mode, Role, Theme, Tokens, Tone, current
from reader.ui.theme.fonts import SANS, SERIF, font_files
from reader.ui.theme.qss import build
from reader.ui.theme.tokens import DARK, LIGHT, TYPE, SystemColours, contrast
from reader.ui.widgets import Button
from reader.ui.widgets.field import Field

BLACK_ON_WHITE = SystemColours("#FFFFFF", "#FFFFFF", "#000000", "#000080", "#FFFFFF", dark=False)
WHITE_ON_BLACK = SystemColours("#000000", "#000000", "#FFFFFF", "#1AEBFF", "#000000", dark=True)

# Text colour, and everything it is painted on.
PAIRS: list[tuple[Colour, tuple[Colour, ...]]] = [
    (Colour.INK, (Colour.DESK, Colour.PAPER, Colour.WELL, Colour.HOVER, Colour.PRESS, Colour.PRIMARY_TINT)),
    (Colour.INK, (Colour.OK_TINT, Colour.WAIT_TINT, Colour.BAD_TINT)),
    (Colour.INK2, (Colour.DESK, Colour.PAPER, Colour.WELL, Colour.HOVER, Colour.PRESS, Colour.PRIMARY_TINT)),
    (Colour.INK3, (Colour.DESK, Colour.PAPER, Colour.HOVER)),
    (Colour.PRIMARY_TEXT, (Colour.DESK, Colour.PAPER, Colour.HOVER, Colour.PRIMARY_TINT)),
    (Colour.ON_PRIMARY, (Colour.PRIMARY, Colour.PRIMARY_HOVER, Colour.PRIMARY_PRESS)),
    (Colour.OK, (Colour.DESK, Colour.PAPER, Colour.OK_TINT, Colour.PRIMARY_TINT)),
    (Colour.WAIT, (Colour.DESK, Colour.PAPER, Colour.WAIT_TINT, Colour.PRIMARY_TINT)),
    (Colour.BAD, (Colour.DESK, Colour.PAPER, Colour.BAD_TINT, Colour.PRIMARY_TINT)),
    (Colour.ON_STATE, (Colour.OK, Colour.BAD)),
    (Colour.PAPER, (Colour.INK,)),
    (Colour.FOIL, (Colour.COVER,)),
    (Colour.COVER_INK, (Colour.COVER,)),
    (Colour.COVER_INK2, (Colour.COVER,)),
]
MARKS = (Colour.MARK_YELLOW, Colour.MARK_GREEN, Colour.MARK_PINK, Colour.MARK_BLUE)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = current()
    made.apply(qapp)
    yield made
    made.set_mode(Mode.LIGHT)
    made.set_scale(1.0)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda t: t.name)
def test_every_text_has_a_contrast_of_four_and_a_half(tokens: Tokens) -> None:
    pairs = [(text, ground) for text, grounds in PAIRS for ground in grounds]
    pairs += [(Colour.PAGE_INK, mark) for mark in MARKS] + [(Colour.PAGE_INK, Colour.PAGE)]
    low = {
        f"{text} on {ground}": round(found, 2)
        for text, ground in pairs
        if (found := ratio(tokens.of(text), tokens.of(ground))) < 4.5
    }
    assert low == {}


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda t: t.name)
def test_edges_of_controls_stand_out_from_what_they_are_on(tokens: Tokens) -> None:
    for ground in (Colour.DESK, Colour.PAPER):
        assert ratio(tokens.of(Colour.LINE2), tokens.of(ground)) >= 3.0
        assert ratio(tokens.of(Colour.PRIMARY), tokens.of(ground)) >= 3.0


@pytest.mark.parametrize("tokens", [LIGHT, DARK, contrast(WHITE_ON_BLACK)], ids=lambda t: t.name)
def test_lines_of_marks_stand_out_from_the_page(tokens: Tokens) -> None:
    for line in (Colour.LINE_YELLOW, Colour.LINE_GREEN, Colour.LINE_PINK, Colour.LINE_BLUE):
        assert ratio(tokens.of(line), tokens.of(Colour.PAGE)) >= 3.0, line


@pytest.mark.parametrize("system", [BLACK_ON_WHITE, WHITE_ON_BLACK])
def test_high_contrast_keeps_to_the_systems_colours(system: SystemColours) -> None:
    tokens = contrast(system)
    for text, grounds in PAIRS:
        for ground in grounds:
            assert ratio(tokens.of(text), tokens.of(ground)) >= 7.0, (text, ground)


@pytest.mark.parametrize("tokens", [LIGHT, DARK, contrast(WHITE_ON_BLACK)], ids=lambda t: t.name)
def test_a_theme_has_a_value_for_every_colour(tokens: Tokens) -> None:
    for colour in Colour:
        assert re.fullmatch(r"#[0-9A-Fa-f]{6}", tokens.of(colour))
    for tone in Tone:
        assert tokens.tone(tone).text


def vietnamese() -> set[str]:
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
    marks = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
    plain = {
        unicodedata.normalize("NFC", letter + mark)
        for letter, mark in itertools.product("aăâeêioôơuưy", marks)
    }
    plain |= set(letters)
    return plain | {letter.upper() for letter in plain} | set("0123456789–…“”·₫²%°±×")


def test_every_bundled_font_has_every_vietnamese_letter(qapp: QApplication) -> None:
    files = font_files()
    assert len(files) == 5
    for path in files:
        font = QRawFont(str(path), 16)
        assert {letter for letter in vietnamese() if not font.supportsCharacter(ord(letter))} == set(), (
            path.name
        )


def test_each_role_is_set_in_its_own_face_and_weight(theme: Theme) -> None:
    for role in Role:
        raw = QRawFont.fromFont(theme.font(role))
        assert raw.familyName().startswith(SERIF if TYPE[role].serif else SANS)
        styles = {400: "Regular", 500: "Medium", 600: "SemiBold"}
        assert raw.styleName() == styles[TYPE[role].weight]
        assert TYPE[role].size >= 14


def test_scale_multiplies_sizes_and_is_held_between_one_and_two(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_scale(1.5)
    assert (theme.px(16), theme.line(Role.BODY), theme.font(Role.BODY).pixelSize()) == (24, 36, 24)
    theme.set_scale(9)
    assert theme.scale == 2.0
    theme.set_scale(0.2)
    assert theme.scale == 1.0


def test_a_change_that_changes_nothing_is_not_announced(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_mode("light")
        theme.set_scale(1.0)


def test_the_palette_and_the_sheet_follow_the_mode(theme: Theme, qapp: QApplication) -> None:
    theme.set_mode("dark")
    assert qapp.palette().window().color().name().upper() == DARK.of(Colour.DESK)
    assert DARK.of(Colour.PAPER) in qapp.styleSheet()
    theme.set_mode("contrast")
    assert theme.tokens.name == "contrast"
    theme.set_mode("light")
    assert qapp.palette().window().color().name().upper() == LIGHT.of(Colour.DESK)
    with pytest.raises(ValueError):
        theme.set_mode("sepia")


def test_the_style_sheet_has_no_unfilled_place_and_its_lengths_scale(theme: Theme) -> None:
    assert "$" not in build(theme)
    assert "min-height: 38px" in build(theme)
    theme.set_scale(2.0)
    assert "min-height: 76px" in build(theme)


def _fields() -> QWidget:
    """What the style sheet has rules for."""
    window, inside, area, rows = QMainWindow(), QWidget(), QScrollArea(), QListWidget()
    rows.addItems([f"Mục {number}" for number in range(30)])
    column = QVBoxLayout(inside)
    for widget in (QLineEdit("Tờ trình"), QComboBox(), Field("Tên"), Button("Mở sổ"), QLabel("Kệ"), rows):
        column.addWidget(widget)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    window.setCentralWidget(area)
    return window


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("make", [_fields, ShelfScreen, SyncScreen, MeetingScreen, DeskScreen])
def test_what_is_made_undressed_looks_like_all_else(
    theme: Theme, mode: Mode, make: Callable[[], QWidget], qtbot: QtBot, qapp: QApplication
) -> None:
    theme.set_mode(mode)
    sheet = qapp.styleSheet()
    with theme.undressed():
        assert not qapp.styleSheet()
        undressed = make()
    assert qapp.styleSheet() == sheet
    seen = []
    for screen in (make(), undressed):
        qtbot.addWidget(screen)
        screen.resize(1360, 640)
        screen.show()
        settle()
        seen.append(screen.grab().toImage())
        screen.hide()
    assert seen[0] == seen[1]


def test_an_icon_is_tinted_sized_and_kept(theme: Theme) -> None:
    made = theme.pixmap("check-circle", 20, Colour.OK, 2.0)
    assert (made.width(), made.devicePixelRatio()) == (40, 2.0)
    picture = made.toImage()
    seen = {
        picture.pixelColor(x, y).name().upper()
        for x in range(40)
        for y in range(40)
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert seen == {LIGHT.of(Colour.OK)}
    again = theme.pixmap("check-circle", 20, Colour.OK, 2.0)
    assert again.cacheKey() == made.cacheKey()
    assert theme.pixmap("check-circle", 20, Colour.OK, 2.0, Drawing.FILL).cacheKey() != made.cacheKey()
    theme.set_scale(2.0)
    assert theme.pixmap("note-pencil", 36, Colour.INK).width() == 72


def test_an_icon_that_is_not_bundled_is_a_mistake(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        theme.pixmap("no-such-icon", 20, Colour.INK)


def test_third_party_files_come_with_their_licences() -> None:
    for folder in ("ibm-plex-sans", "source-serif-4", "phosphor"):
        assert resource(f"third_party/{folder}/LICENSE").stat().st_size > 500


def test_a_resource_name_cannot_leave_the_folder() -> None:
    with pytest.raises(ValueError):
        resource("../pyproject.toml")
    with pytest.raises(FileNotFoundError):
        resource("themes/none.qss")
