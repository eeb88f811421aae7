"""Some of a meeting's marks and notes, by what they are and by words. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from reader.core.views import MarkView
from reader.pdf import fold
from sync.model.annotation import Audience, MarkKind


class Which(StrEnum):
    """What a list of notes can be narrowed to."""

    ALL = "all"
    WRITTEN = "written"
    """With words of somebody's own."""
    PRIVATE = "private"
    SHARED = "shared"
    """Mine, and others may read it."""
    OTHERS = "others"
    CARE = "care"
    """Its place in a new version has to be looked at."""
    BOOKMARKS = "bookmarks"


def choose(marks: Iterable[MarkView], which: Which, words: str = "") -> tuple[MarkView, ...]:
    """Those of that kind that have all of ``words`` in their text, quotation or author's name.

    Case and accents do not matter.
    """
    wanted = fold(words).split()
    return tuple(mark for mark in marks if _is(mark, which) and _has(mark, wanted))


def _is(mark: MarkView, which: Which) -> bool:
    match which:
        case Which.ALL:
            return True
        case Which.WRITTEN:
            return bool(mark.text)
        case Which.PRIVATE:
            return mark.mine and mark.audience is Audience.PRIVATE
        case Which.SHARED:
            return mark.mine and mark.audience is not Audience.PRIVATE
        case Which.OTHERS:
            return not mark.mine
        case Which.CARE:
            return mark.needs_care
        case Which.BOOKMARKS:
            return mark.kind is MarkKind.BOOKMARK


def _has(mark: MarkView, wanted: list[str]) -> bool:
    said = fold(f"{mark.text} {mark.quote.exact if mark.quote else ''} {'' if mark.mine else mark.author}")
    return all(word in said for word in wanted)
