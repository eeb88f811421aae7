"""``sohop bundle make|open|list``: the USB courier without a window."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from reader.app.courier import OfficeStick
from reader.app.laptop import Laptop
from reader.app.words import Speaker
from reader.core import recorders
from reader.core.book import Book
from reader.core.line_views import RoomAt
from reader.core.stick_views import Kind, StickFile, Took
from sync.engine.rooms import identify
from sync.errors import Code, SohopError
from sync.model.ids import DeviceId, MeetingId

T = TypeVar("T")
_ALL = "all"
_LINES = {
    (Kind.OUT, False): "bundle-line-out",
    (Kind.OUT, True): "bundle-line-room",
    (Kind.HOME, False): "bundle-line-home",
    (Kind.HOME, True): "bundle-line-room-home",
}
"""By whether a room hub made it."""


def make(arguments: argparse.Namespace, laptop: Laptop, say: Speaker) -> int:
    """Write to a stick: this laptop's waiting acts, for a secretary with ``--room`` that room hub's too; or
    with ``--meeting`` the office's bundle for readers. 1 when the room hub's part is not there."""
    stick = _stick(laptop, arguments.room)
    with _bar(say) as tell:
        if not arguments.meeting:
            written = stick.write_home(arguments.place, tell, _never)
            print(say("bundle-home-written", acts=written.acts, folder=written.folder))
            if written.beside is not None:
                print(say("bundle-beside", room=written.beside))
            for trouble in written.troubles:
                print(trouble.sentence(say.language), file=sys.stderr)
            return 1 if written.troubles else 0
        meeting = None if arguments.meeting == _ALL else MeetingId(arguments.meeting)
        devices = tuple(map(DeviceId, arguments.device))
        written = stick.write_out(arguments.place, meeting, devices, tell, _never)
    if written.resumed:
        print(say("bundle-went-on"))
    if written.room:
        print(say("bundle-by-room", room=written.room))
    size = f"{written.size / 1e6:.1f}"
    print(say("bundle-out-written", devices=written.devices, size=size, folder=written.folder))
    return 0


def take(arguments: argparse.Namespace, laptop: Laptop, say: Speaker) -> int:
    """Take what is for this laptop; at the desk, bring what others wrote home. 1 when something failed."""
    with _bar(say) as tell:
        took = _stick(laptop, arguments.room).take(arguments.place, tell, _never)
    for line in _told(took, say):
        print(line)
    for trouble in took.troubles:
        print(trouble.sentence(say.language), file=sys.stderr)
    return 1 if took.troubles else 0


def show(arguments: argparse.Namespace, laptop: Laptop, say: Speaker) -> int:
    """What lies on a stick, without opening it."""
    view = _stick(laptop).look(arguments.place)
    if not view.files:
        raise SohopError(Code.BUNDLE_NONE, name=str(arguments.place))
    for one in view.files:
        print(_line(one, say))
    return 0


def _told(took: Took, say: Speaker) -> Iterator[str]:
    if took.bundles:
        size = f"{took.size / 1e6:.1f}"
        yield say("bundle-took", confirmed=took.confirmed, received=took.received, size=size)
    if took.in_room:
        yield say("bundle-in-room", count=took.in_room)
    if took.on_way:
        yield say("bundle-on-way", count=took.on_way)
    for title in took.versions:
        yield say("bundle-version", title=title)
    for title in took.recalled:
        yield say("bundle-recalled", title=title)
    for one in took.brought:
        key = "bundle-brought" if one.room is None else "bundle-brought-room"
        yield say(
            key if one.receipts else "bundle-brought-of-room",
            device=one.name or one.device,
            room=one.room or "",
            recorded=one.recorded,
            refused=one.refused,
            carried=one.carried,
            waiting=one.waiting,
        )


def _line(one: StickFile, say: Speaker) -> str:
    why = "" if one.code is None else SohopError(one.code).sentence(say.language)
    if one.kind is None or one.made is None:
        return f"{one.name}: {why}"
    line = say(
        _LINES[one.kind, one.room is not None],
        name=one.name,
        office=one.office,
        room=one.room or "?",
        made=f"{one.made.astimezone():%H:%M %d/%m/%Y}",
        devices=one.devices,
        part=one.part,
        parts=one.parts,
        size=f"{one.size / 1e6:.1f}",
    )
    mine = say("bundle-line-mine") if one.mine else ""
    return " ".join(part for part in (line, mine, why) if part)


@contextmanager
def _bar(say: Speaker) -> Iterator[Callable[[float], object]]:
    """A bar on a terminal, nothing elsewhere."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(say("bundle-copying"), total=1.0)
        yield lambda share: bar.update(task, completed=share)


def _stick(laptop: Laptop, address: str = "") -> OfficeStick:
    """``address``: of a room hub that is asked in the office's place."""

    def on_book(work: Callable[[Book], T]) -> T:
        return work(laptop.book)

    if not address:
        return OfficeStick(on_book)
    hub = identify(address, laptop.book.identity.ca)
    room = RoomAt(hub, address, recorders.name_of(laptop.book, hub))
    return OfficeStick(on_book, lambda: room)


def _never() -> bool:
    return False
