"""How a mark is called and where it is on its way, in words and an icon."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reader.core.views import Fate, MarkView, Trip
from reader.ui.passing import shortly
from reader.ui.theme import Colour
from sync.model.annotation import Audience, MarkKind
from sync.model.annotation import Colour as Ink


@dataclass(frozen=True, slots=True)
class Standing:
    """Who may read a mark, or why not yet: words, an icon and the colour of both."""

    text: str
    icon: str
    colour: Colour


def standing(mark: MarkView) -> Standing:
    """Where a mark stands: only mine, on its way, with the secretary, or refused."""
    if not mark.mine:
        return Standing(mark.author, "user", Colour.INK2)
    if mark.audience is Audience.PRIVATE:
        return Standing(_tr("Riêng tôi"), "lock-simple", Colour.INK2)
    if mark.trip is Trip.WAITING and (on := shortly(mark.passage)) is not None:
        if on.with_hub:
            return Standing(on.text, on.icon, Colour.PRIMARY_TEXT)
        return Standing(_tr("Đã chép ra USB, chưa ghi nhận"), on.icon, Colour.WAIT)  # the pane is narrow
    if mark.trip is Trip.WAITING:
        return Standing(_tr("Chờ gửi"), "clock", Colour.WAIT)
    if mark.trip is Trip.REFUSED:
        return Standing(_tr("Không gửi được"), "warning-circle", Colour.BAD)
    if mark.audience is Audience.SECRETARY:
        return Standing(_tr("Đã gửi thư ký"), "paper-plane-tilt", Colour.PRIMARY_TEXT)
    return Standing(_tr("Đã gửi cả kỳ họp"), "users", Colour.PRIMARY_TEXT)


def ink_name(ink: Ink) -> str:
    """The name of a mark colour: vàng."""
    names = {
        Ink.YELLOW: _tr("vàng"),
        Ink.GREEN: _tr("xanh lá"),
        Ink.PINK: _tr("hồng"),
        Ink.BLUE: _tr("xanh dương"),
    }
    return names[ink]


def mark_name(mark: MarkView) -> str:
    """What a mark is and where: Đoạn tô vàng, trang 2."""
    said = {
        MarkKind.HIGHLIGHT: _tr("Đoạn tô {colour}, trang {page}"),
        MarkKind.UNDERLINE: _tr("Đoạn gạch chân {colour}, trang {page}"),
        MarkKind.STRIKE: _tr("Đoạn gạch bỏ {colour}, trang {page}"),
        MarkKind.NOTE: _tr("Ghi chú, trang {page}"),
        MarkKind.PEN: _tr("Nét bút {colour}, trang {page}"),
        MarkKind.RECTANGLE: _tr("Khung {colour}, trang {page}"),
        MarkKind.ELLIPSE: _tr("Vòng tròn {colour}, trang {page}"),
        MarkKind.ARROW: _tr("Mũi tên {colour}, trang {page}"),
        MarkKind.TEXT: _tr("Chữ viết trên trang {page}"),
        MarkKind.BOOKMARK: _tr("Dấu trang {page}"),
    }
    return said[mark.kind].format(colour=ink_name(mark.colour), page=mark.page + 1)


def kind_name(kind: MarkKind) -> str:
    """What a kind of mark is called, where neither its colour nor its page matters."""
    said = {
        MarkKind.HIGHLIGHT: _tr("Tô sáng"),
        MarkKind.UNDERLINE: _tr("Gạch chân"),
        MarkKind.STRIKE: _tr("Gạch bỏ"),
        MarkKind.NOTE: _tr("Ghi chú"),
        MarkKind.PEN: _tr("Nét bút"),
        MarkKind.RECTANGLE: _tr("Khung"),
        MarkKind.ELLIPSE: _tr("Vòng tròn"),
        MarkKind.ARROW: _tr("Mũi tên"),
        MarkKind.TEXT: _tr("Chữ trên trang"),
        MarkKind.BOOKMARK: _tr("Dấu trang"),
    }
    return said[kind]


def place_words(mark: MarkView) -> str:
    """Where a mark is on the version shown: Trang 2."""
    said = {
        Fate.HERE: _tr("Trang {page}"),
        Fate.EXACT: _tr("Trang {page}"),
        Fate.MOVED: _tr("Trang {page}") if mark.seen else _tr("Đã chuyển theo · trang {page}"),
        Fate.UNSURE: _tr("Chưa chắc chỗ · trang {page}"),
        Fate.LOST: _tr("Chưa khớp bản mới · trang {page} cũ"),
        Fate.COMING: _tr("Chưa tìm chỗ · trang {page} cũ"),
        Fate.DELETED: _tr("Đã xóa ở máy khác · trang {page}"),
    }
    return said[mark.fate].format(page=mark.page + 1)


def place_icon(mark: MarkView) -> str:
    """The sign of a mark whose place has to be looked at; empty for others."""
    if not mark.seen:
        return "arrows-left-right"
    signs = {
        Fate.UNSURE: "question",
        Fate.LOST: "warning-circle",
        Fate.COMING: "hourglass-medium",
        Fate.DELETED: "trash",
    }
    return signs.get(mark.fate, "")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Marks", text)
