"""Dark pages."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage

from reader.ui.page.night import NightInk, darken, mostly_white

NIGHT = NightInk("#211E1A", "#DDD5C6")


def sheet(*colours: str) -> QImage:
    image = QImage(50, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for x, colour in enumerate(colours):
        image.setPixelColor(x, 0, QColor(colour))
    return image


def test_paper_becomes_the_dark_page_and_letters_its_ink() -> None:
    dark = darken(sheet("#000000"), NIGHT)
    assert dark.pixelColor(0, 0).name().upper() == NIGHT.ink
    assert dark.pixelColor(9, 9).name().upper() == NIGHT.page


def test_a_red_stamp_stays_red() -> None:
    stamp = darken(sheet("#C81414"), NIGHT).pixelColor(0, 0)
    assert stamp.red() > stamp.green() + 60
    assert stamp.red() > stamp.blue() + 60


def test_a_photograph_is_not_a_page_of_text() -> None:
    photograph = QImage(80, 80, QImage.Format.Format_RGB32)
    photograph.fill(QColor("#5A6E82"))
    assert not mostly_white(photograph)
    assert mostly_white(sheet("#000000"))
