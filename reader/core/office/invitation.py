"""The invitation (giấy mời): what it says, before any format. In Vietnamese, as filed (Decree 30/2020)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reader.core.inviting import Occasion
from reader.core.office.letters import date_of, hour_of, moment_of, place_of, symbol_of
from reader.core.owner import OwnerView
from reader.core.plain import plain_line
from sync.model.ids import PersonId
from sync.model.people import PersonEntry, Role


@dataclass(frozen=True)
class LetterPoint:
    """An item of the agenda: its number, hour, title, who speaks to it; hour and speaker may be empty."""

    number: str
    hour: str
    title: str
    speaker: str


@dataclass(frozen=True)
class Letter:
    """To whom it is, as its head says it and as it is said within a sentence; and what they are told of."""

    to: str
    whom: str
    agenda: tuple[LetterPoint, ...]


@dataclass(frozen=True)
class Invitation:
    """Everything that the letters say. Nothing in it is markup, a formula or unseen."""

    office: str
    symbol: str
    locality: str
    date: str
    meeting: str
    starts: str
    ends: str
    place: str
    chair: str
    attendants: tuple[str, ...]
    signer_title: str
    signer: str
    letters: tuple[Letter, ...]
    emblem: bytes = b""


def invitation(occasion: Occasion, owner: OwnerView, made: datetime, *, each: bool) -> Invitation:
    """One letter to all, or one to ``each`` person. ``made`` is its date.

    An item that only some may read stands in their own letters and in no others.
    """
    chair = occasion.chair
    office = plain_line(owner.office)
    same_day = date_of(occasion.starts) == date_of(occasion.ends)
    return Invitation(
        office=office,
        symbol=symbol_of(office),
        locality=place_of(office),
        date=date_of(made),
        meeting=plain_line(occasion.title),
        starts=moment_of(occasion.starts),
        ends=hour_of(occasion.ends) if same_day else moment_of(occasion.ends),
        place=plain_line(occasion.place),
        chair="" if chair is None else _named(chair),
        attendants=_attendants(occasion),
        signer_title="CHỦ TỌA" if chair is None or not chair.title else plain_line(chair.title).upper(),
        signer="" if chair is None else plain_line(chair.name),
        letters=_each(occasion) if each else (_to_all(occasion),),
        emblem=owner.emblem,
    )


def nothing() -> Invitation:
    """One in which every part is there: to try a template."""
    point = LetterPoint("1", "–", "–", "–")
    return Invitation(
        *("–",) * 9, attendants=("–",), signer_title="–", signer="–", letters=(Letter("–", "–", (point,)),)
    )


def _to_all(occasion: Occasion) -> Letter:
    to = "Các đại biểu và khách mời" if _guests(occasion) else "Các đại biểu"
    return Letter(to, to[:1].lower() + to[1:], _agenda(occasion, None))


def _each(occasion: Occasion) -> tuple[Letter, ...]:
    return tuple(
        Letter(f"Ông (Bà) {_named(one)}", f"ông (bà) {_named(one)}", _agenda(occasion, one.person))
        for one in occasion.people
    )


def _agenda(occasion: Occasion, person: PersonId | None) -> tuple[LetterPoint, ...]:
    return tuple(
        LetterPoint(
            number=str(number),
            hour="" if point.starts is None else hour_of(point.starts),
            title=plain_line(point.title),
            speaker=plain_line(point.speaker),
        )
        for number, point in occasion.agenda(person)
    )


def _attendants(occasion: Occasion) -> tuple[str, ...]:
    """How many delegates, and every guest by name."""
    guests = _guests(occasion)
    delegates = len(occasion.people) - len(guests)
    return (*((f"{delegates} đại biểu",) if delegates else ()), *(_named(one) for one in guests))


def _guests(occasion: Occasion) -> list[PersonEntry]:
    return [one for one in occasion.people if Role.GUEST in one.roles and Role.DELEGATE not in one.roles]


def _named(one: PersonEntry) -> str:
    return plain_line(f"{one.name}, {one.title}" if one.title else one.name)
