"""A meeting for people's calendars (RFC 5545): one event, known by its UID; later versions replace it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from reader.core.inviting import Occasion
from reader.core.office.letters import VIETNAM
from reader.core.plain import plain_line
from reader.store.recalls import Recalled
from sync.errors import Code, SohopError
from sync.model.ids import TenantId

if TYPE_CHECKING:
    from icalendar import Event

_ZONE: Final = "Asia/Ho_Chi_Minh"
_MADE_BY: Final = "-//Sổ Họp//sohop//VI"


def calendar_of(occasion: Occasion, tenant: TenantId, made: datetime) -> bytes:
    """The invitation; its number rises with each version of the packet.

    It goes to everybody, so it tells only what everybody may know.
    """
    lines = [
        " – ".join(part for part in (f"{number}. {point.title}", point.speaker) if part)
        for number, point in occasion.agenda(None)
    ]
    event = _event(f"{occasion.id}@{tenant}", occasion.title, occasion.starts, occasion.ends, made)
    event.add("sequence", 2 * occasion.version)
    event.add("location", plain_line(occasion.place))
    event.add("description", "\n".join(map(plain_line, lines)))
    event.add("status", "CONFIRMED")
    return _file(event, "PUBLISH")


def cancelled(gone: Recalled, tenant: TenantId, made: datetime) -> bytes:
    """That it does not take place as it was published (RFC 5546, CANCEL); the next version comes after that.

    Raises ``SohopError(PACKET_UNKNOWN)`` when it is not known here when it was to be.
    """
    if gone.starts is None or gone.ends is None:
        raise SohopError(Code.PACKET_UNKNOWN)
    event = _event(f"{gone.meeting}@{tenant}", gone.title, gone.starts, gone.ends, made)
    event.add("sequence", 2 * gone.version + 1)
    event.add("status", "CANCELLED")
    return _file(event, "CANCEL")


def _event(which: str, title: str, starts: datetime, ends: datetime, made: datetime) -> Event:
    # Only here: nobody's window waits for it.
    from icalendar import Event

    event = Event()
    event.add("uid", f"{which}.sohop")
    event.add("dtstamp", made)
    for name, at in (("dtstart", starts), ("dtend", max(ends, starts + timedelta(minutes=1)))):
        # The zone by its name, and no database of zones, which Windows lacks.
        event.add(name, at.astimezone(VIETNAM).replace(tzinfo=None), parameters={"TZID": _ZONE})
    event.add("summary", plain_line(title))
    return event


def _file(event: Event, method: str) -> bytes:
    from icalendar import Calendar, Timezone, TimezoneStandard

    standard = TimezoneStandard()  # Vietnam has had no other since 1975
    standard.add("dtstart", datetime(1975, 6, 13))
    standard.add("tzoffsetfrom", timedelta(hours=8))
    standard.add("tzoffsetto", timedelta(hours=7))
    zone = Timezone()
    zone.add("tzid", _ZONE)
    zone.add_component(standard)
    calendar = Calendar()
    calendar.add("prodid", _MADE_BY)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(zone)
    calendar.add_component(event)
    return bytes(calendar.to_ical())
