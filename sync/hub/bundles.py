"""``sohop-hub bundle …``: bundles made, listed and taken at the machine of the hub itself."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress

from sync.courier.handing import hand_in
from sync.courier.resuming import unfinished
from sync.courier.stick import Found, folder_on, look
from sync.courier.writing import Sheet, write
from sync.errors import Code, SohopError
from sync.hub import bringing
from sync.hub.asking import CommandError
from sync.hub.catalogue import say
from sync.hub.doorstep import bring
from sync.hub.hub import Hub, Layout, open_hub
from sync.hub.outward import BlobSource, Wanted, make_sheet, writer_of
from sync.hub.sayable import Say
from sync.model.ids import DeviceId, MeetingId
from sync.wire.bundle import Way


def make_out(options: argparse.Namespace) -> None:
    """Letters and content for laptops. A copy that was cut goes on."""
    folder = folder_on(options.place)
    hub = open_hub(options.dir, tls=False, beside=True)
    try:
        sheet = unfinished(look(folder), writer_of(hub))
        if sheet is not None:
            print(say(Say.BUNDLE_GOES_ON, options.lang))
        else:
            meeting = MeetingId(options.meeting) if options.meeting else None
            sheet = make_sheet(hub, Wanted(meeting, tuple(map(DeviceId, options.device))))
        _write(options, hub, folder, sheet)
    finally:
        hub.close()


def make_home(options: argparse.Namespace) -> None:
    """What this room hub has for its office."""
    folder = folder_on(options.place)
    hub = open_hub(options.dir, tls=False, beside=True)
    try:
        sheet = bringing.make_sheet(hub)
    finally:
        hub.close()
    write(folder, sheet)
    print(say(Say.BUNDLE_ROOM_WRITTEN, options.lang, size=f"{sheet.size / 1e6:.1f}", dir=folder))


def take_in(options: argparse.Namespace) -> None:
    """What laptops wrote home; receipts go onto the same stick."""
    found, layout = look(options.place), Layout(options.dir)
    lang, failed, count = options.lang, 0, 0
    taken = Say.BUNDLE_TAKEN_ROOM if layout.box_key.exists() else Say.BUNDLE_TAKEN
    for one, said in hand_in(found, partial(bring, layout)):
        count += 1
        if isinstance(said, SohopError):
            failed += 1
            print(f"{one.path.name}: {said.sentence(lang)}")
            continue
        sentence = taken if said.answer else Say.BUNDLE_OF_ROOM
        numbers = {name: getattr(said, name) for name in ("recorded", "refused", "carried", "waiting")}
        print(say(sentence, lang, file=one.path.name, device=said.device, **numbers))
    if not count:
        raise SohopError(Code.BUNDLE_NONE, name=str(options.place))
    if failed:
        raise CommandError(say(Say.E_BUNDLES, lang, count=failed))


def show(options: argparse.Namespace) -> None:
    """What lies on a stick, without opening it."""
    found = look(options.place)
    if not found:
        raise SohopError(Code.BUNDLE_NONE, name=str(options.place))
    for one in found:
        print(_line(one, options.lang))


def _line(one: Found, lang: str) -> str:
    if one.opened is None:
        return f"{one.path.name}: {SohopError(one.code or Code.BUNDLE_BROKEN).sentence(lang)}"
    head = one.head
    said = Say.BUNDLE_OUT if head.way is Way.OUT else Say.BUNDLE_HOME
    line = say(
        said,
        lang,
        file=one.path.name,
        office=head.office,
        made=f"{head.made.astimezone():%H:%M %d/%m/%Y}",
        devices=head.devices,
        size=f"{one.length / 1e6:.1f}",
        part=head.part,
        parts=head.parts,
    )
    return line if one.code is None else f"{line} {SohopError(one.code).sentence(lang)}"


def _write(options: argparse.Namespace, hub: Hub, folder: Path, sheet: Sheet) -> None:
    columns = (BarColumn(), DownloadColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=sheet.size)
        paths = write(folder, sheet, BlobSource(hub.blobs), lambda size: bar.advance(task, size))
    size = f"{sheet.size / 1e6:.1f}"
    devices = sheet.parts[0].head.devices
    print(say(Say.BUNDLE_WRITTEN, options.lang, files=len(paths), devices=devices, size=size, dir=folder))
