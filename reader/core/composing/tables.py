"""A packet as the secretary writes it down: ``packet.toml``, and what the window keeps of one being made."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Annotated, Final

from msgspec import Meta, Struct

from sync.model.ids import ID
from sync.model.meeting import Urgency
from sync.model.motion import Late
from sync.model.rules import MotionKind, Secrecy, Timing
from sync.model.text import Line, Text

URGENCY: Final = {
    "thường": Urgency.NORMAL,
    "khẩn": Urgency.URGENT,
    "thượng khẩn": Urgency.VERY_URGENT,
    "hỏa tốc": Urgency.EXPRESS,
}
_VIETNAM: Final = timezone(timedelta(hours=7))
_Id = Annotated[str, ID]


class MeetingTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[meeting]``."""

    id: _Id
    title: Line
    short: Line = ""
    kind: Line = ""
    place: Line = ""
    starts: datetime
    ends: datetime
    change: Text = ""


class DocumentTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[[item.document]]``."""

    id: _Id
    file: Annotated[str, Meta(min_length=1, max_length=255)]
    name: Line
    symbol: Line = ""
    summary: Line = ""
    issuer: Line = ""
    date: date | None = None
    urgency: str = "thường"


class ItemTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[[item]]``."""

    id: _Id
    number: Annotated[str, Meta(max_length=20)]
    title: Line
    speaker: Line = ""
    starts: datetime | None = None
    access: tuple[_Id, ...] = ()
    """Persons who may have it; empty: everybody who reads the packet."""
    document: tuple[DocumentTable, ...] = ()


class MotionTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[[motion]]``."""

    id: _Id
    item: _Id
    kind: MotionKind
    title: Line
    question: Text
    documents: tuple[_Id, ...] = ()
    choices: Annotated[tuple[Line, ...], Meta(max_length=20)] = ()
    max_choices: Annotated[int, Meta(ge=1, le=200)] = 1
    timing: Timing | None = None
    opens: datetime | None = None
    until: datetime | None = None
    grace_minutes: Annotated[int, Meta(ge=0, le=30 * 1440)] = 0
    late: Late = Late.RECORDED_ONLY
    secrecy: Secrecy = Secrecy.OPEN
    ask_passphrase: bool = False
    chair: _Id | None = None
    """Whose side prevails on a tie, where the rule says so; else the one chair on the roll."""


class PacketTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file."""

    meeting: MeetingTable
    item: tuple[ItemTable, ...]
    motion: tuple[MotionTable, ...] = ()


def in_zone(moment: datetime) -> datetime:
    """A moment written without an offset is in Vietnam's zone."""
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=_VIETNAM)
