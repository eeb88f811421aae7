"""The USB courier of an open book: what is on a stick, writing to it, taking from it (docs/BUNDLE.md)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from reader.app.hubs import Hubs
from reader.app.laptop import who
from reader.app.taking import Taking
from reader.core import outstanding, recorders, work
from reader.core.book import Book
from reader.core.line_views import RoomAt
from reader.core.services import OnBook
from reader.core.stick_views import Brought, Kind, StickFile, StickView, Took, Trouble, Written
from reader.pdf.stopping import StoppedError
from sync.courier import writing
from sync.courier.handing import hand_in
from sync.courier.opening import Recipient
from sync.courier.resuming import unfinished
from sync.courier.sealing import homeward_sheet
from sync.courier.stick import Found, folder_on, look, stick_errors, usable
from sync.courier.writing import Sheet
from sync.engine import courier
from sync.errors import Code, SohopError
from sync.model.ids import DeviceId, Digest, EventId, MeetingId, PersonId
from sync.model.people import DESK_ROLES, Role
from sync.trust.bundles import check_head, open_box
from sync.wire.bundle import Head, Way, hint
from sync.wire.codec import decode_payload
from sync.wire.letters import BundleAsk, BundleSheet, BundleTaken, Letter
from sync.wire.statements import HUB, Roster

T = TypeVar("T")
Tell = Callable[[float], object]
Stopped = Callable[[], bool]


class OfficeStick:
    """``reader.core.services.Stick``: for a thread that may wait, neither the window's nor the vault's."""

    def __init__(self, on_book: OnBook, room: Callable[[], RoomAt | None] = lambda: None) -> None:
        """``room``: the room hub that is in reach, if one is."""
        self._on_book = on_book
        self._who = on_book(who)
        self._identity = on_book(lambda book: book.identity)
        self._hubs = Hubs(on_book, room)

    def look(self, place: Path) -> StickView:
        """What is on it, without opening anything. Raises ``SohopError(STICK_GONE)``."""
        makers = self._on_book(_makers)
        return StickView(str(place), tuple(self._row(one, makers) for one in look(place)))

    def write_home(self, place: Path, tell: Tell, stopped: Stopped) -> Written:
        """This laptop's waiting acts, sealed to the office's hubs. They go on waiting, and are known to be on
        the stick once they are there durably; what it wrote there before goes. For a secretary in a room also
        what its room hub has for the office.

        Raises ``SohopError(STICK_FULL | STICK_GONE | NOT_YET_ON_ROSTER)``, ``StoppedError``.
        """

        def compose(book: Book) -> tuple[Sheet, list[EventId]]:
            home = courier.compose_homeward(book.vault, self._who)
            office, hubs = _roster(book).name, courier.known_hubs(book.vault)
            sheet = homeward_sheet(home, self._who.tenant, office, hubs, book.sign, book.local_time())
            return sheet, courier.carried(home)

        sheet, acts = self._on_book(compose)
        folder = folder_on(place)
        paths = _write(folder, sheet, None, tell, stopped)
        self._on_book(lambda book: book.vault.outbox.note_carried(acts, book.local_time()))
        self._drop_former(folder, sheet.parts[0].head, self._identity.cert.sign_key)
        done = self._on_book(lambda book: work.count(book, acts))
        written = Written(str(folder), len(paths), sheet.size, acts=done)
        room = self._hubs.room() if Role.SECRETARY in self._who.roles else None
        return written if room is None else self._beside(written, room, folder, tell, stopped)

    def write_out(
        self,
        place: Path,
        meeting: MeetingId | None,
        devices: Sequence[DeviceId],
        tell: Tell,
        stopped: Stopped,
    ) -> Written:
        """An outward bundle: letters from a hub, content from this laptop. One that was cut goes on first.

        Raises ``SohopError`` of the line and of the stick; ``PACKET_INCOMPLETE`` when this laptop lacks a
        document; ``PACKET_UNKNOWN``, ``NOTHING_TO_CARRY``; ``StoppedError``.
        """
        folder = folder_on(place)
        sheet = unfinished(look(folder), self._recipient())
        resumed = sheet is not None
        if sheet is None:
            ask = BundleAsk(meeting=meeting or MeetingId(""), devices=tuple(devices))
            room, asked = self._hubs.ask(lambda line: line.ask_bundle(ask))
            sheet = self._planned(asked, HUB if room is None else room.hub)
        paths = _write(folder, sheet, _VaultSource(self._on_book), tell, stopped)
        head, plan, wanted = sheet.parts[0].head, sheet.plan, None if resumed else meeting
        self._on_book(lambda book: outstanding.note_copied(book, head, plan, wanted, book.now()))
        name = self._on_book(lambda book: recorders.name_of(book, head.maker))
        return Written(str(folder), len(paths), sheet.size, devices=head.devices, resumed=resumed, room=name)

    def take(self, place: Path, tell: Tell, stopped: Stopped) -> Took:
        """Take all that is for this laptop. At the desk, also bring what laptops wrote home to the hub, and
        put its answers on the stick.

        Raises ``SohopError``: ``BUNDLE_NONE``; ``STICK_GONE``; of this laptop's disk. What is wrong with one
        bundle is in ``troubles`` and stops no other.
        """
        found = look(place)
        if not found:
            raise SohopError(Code.BUNDLE_NONE, name=place.name or str(place))
        taking = Taking(self._on_book, self._recipient(), tell, stopped)
        taking.troubles += [Trouble.of(SohopError(one.code)) for one in found if one.code is not None]
        outward = usable(found, Way.OUT)
        for parts in outward:
            if not stopped():
                taking.take(parts)
        brought = self._bring(found, taking.troubles, stopped)
        if outward and not (taking.bundles or brought or taking.troubles):
            taking.troubles.append(Trouble.of(SohopError(Code.BUNDLE_OTHER)))
        return taking.took(brought)

    def halt(self) -> None:
        """From any thread: nobody waits for the line any more."""
        self._hubs.halt()

    def _beside(self, written: Written, room: RoomAt, folder: Path, tell: Tell, stopped: Stopped) -> Written:
        """Also what this room hub has for the office, where it has anything."""
        name = room.name or self._on_book(lambda book: recorders.name_of(book, room.hub))
        try:
            asked = self._hubs.at(room, lambda line: line.ask_room_bundle())
            sheet, recipient = Sheet(asked.heads, asked.boxes), self._recipient()
            head = _head_of(asked, recipient, room.hub, Way.HOME)
            paths = _write(folder, sheet, None, tell, stopped)
        except SohopError as error:
            if error.code is Code.NOTHING_TO_CARRY:
                return written
            return replace(written, troubles=(Trouble.of(error),))
        self._drop_former(folder, head, recipient.makers[room.hub])
        return replace(written, files=written.files + len(paths), size=written.size + sheet.size, beside=name)

    # --- homeward bundles at the desk

    def _bring(
        self, found: Sequence[Found], troubles: list[Trouble], stopped: Stopped
    ) -> tuple[Brought, ...]:
        brought: list[Brought] = []
        if not DESK_ROLES & set(self._who.roles):
            return ()
        to: list[RoomAt | None] = []
        """Which hub took each: None for the office's."""

        def bring(data: bytes) -> BundleTaken:
            room, taken = self._hubs.ask(lambda line: line.bring_bundle(data))
            to.append(room)
            return taken

        for _, said in hand_in(found, bring):
            if isinstance(said, SohopError):
                troubles.append(Trouble.of(said))
            else:
                brought.append(self._brought(said, to[-1]))
            if stopped():
                break
        return tuple(brought)

    def _brought(self, taken: BundleTaken, room: RoomAt | None) -> Brought:
        return Brought(
            device=taken.device,
            name=self._on_book(partial(_owner, device=taken.device, person=taken.person)),
            recorded=taken.recorded,
            refused=taken.refused,
            waiting=taken.waiting,
            carried=taken.carried,
            receipts=bool(taken.answer),
            room=None if room is None else room.name,
        )

    def _drop_former(self, folder: Path, newest: Head, key: bytes) -> None:
        """What its maker, whose key this is, had written to this stick before is in the newest, or has its
        receipts."""
        for one in look(folder):
            if one.opened is None or one.head.way is not Way.HOME or one.head.id == newest.id:
                continue
            try:
                if one.head.maker == newest.maker:
                    check_head(one.opened.envelope, one.head, self._who.tenant, key)
                    with stick_errors():
                        one.path.unlink()
            except SohopError:
                continue  # not ours, or it cannot be deleted: it does no harm

    # --- what both ways need

    def _planned(self, sheet: BundleSheet, hub: DeviceId) -> Sheet:
        """With the plan that is in this laptop's own box. Raises ``SohopError``: ``BUNDLE_BROKEN`` for what
        ``hub`` did not make, ``BUNDLE_STRANGE_HUB``."""
        recipient = self._recipient()
        head = _head_of(sheet, recipient, hub, Way.OUT)
        mine = hint(head.id, recipient.device)
        place = next((at for at, box in enumerate(head.boxes) if box.hint == mine), len(sheet.boxes))
        if place == len(sheet.boxes):
            raise SohopError(Code.BUNDLE_BROKEN)
        letter = open_box(sheet.boxes[place], head, recipient.device, recipient.box_seed, Letter)
        if letter.plan is None:
            raise SohopError(Code.BUNDLE_BROKEN)
        return Sheet((sheet.heads[0], *letter.plan.heads), sheet.boxes, letter.plan.items)

    def _recipient(self) -> Recipient:
        makers = self._on_book(_makers)
        if not makers:
            raise SohopError(Code.NOT_YET_ON_ROSTER)
        return Recipient(self._who.tenant, self._who.device, self._identity.box_seed, makers)

    def _row(self, one: Found, makers: Mapping[DeviceId, bytes]) -> StickFile:
        if one.opened is None:
            return StickFile(one.path.name, one.length, code=one.code)
        head, device = one.head, self._who.device
        ours = head.maker == device or hint(head.id, device) in {box.hint for box in head.boxes}
        code = Code.OTHER_TENANT if head.tenant != self._who.tenant else one.code
        by_room = head.maker in makers if head.way is Way.HOME else head.maker != HUB
        if by_room and ours and head.maker not in makers:
            code = code or Code.BUNDLE_STRANGE_HUB
        return StickFile(
            name=one.path.name,
            size=one.length,
            kind=Kind(head.way.value),
            office=head.office,
            made=head.made,
            devices=head.devices,
            part=head.part,
            parts=head.parts,
            mine=ours,
            room=self._on_book(lambda book: recorders.name_of(book, head.maker)) if by_room else None,
            code=code,
        )


class _VaultSource:
    """This laptop's documents as the content of a bundle (``courier.writing.Source``)."""

    def __init__(self, on_book: OnBook) -> None:
        self._on_book = on_book

    def descriptor(self, name: Digest) -> bytes:
        return _here(self._on_book(lambda book: book.vault.packets.descriptor(name)))

    def chunk(self, name: bytes, size: int) -> bytes:
        return _here(self._on_book(lambda book: book.vault.documents.chunk((name, size))))


def _owner(book: Book, device: DeviceId, person: PersonId) -> str:
    """A room hub as the roster calls it; else whose laptop it is as the desk's list of people has it, where a
    person taken off it has none."""
    if room := recorders.name_of(book, device):
        return room
    return next((one.name for one in book.vault.trust.people() if one.person == person), "")


def _head_of(sheet: BundleSheet, recipient: Recipient, hub: DeviceId, way: Way) -> Head:
    """Raises ``SohopError``: ``BUNDLE_BROKEN`` for what ``hub`` did not make, ``BUNDLE_STRANGE_HUB``."""
    head = decode_payload(sheet.heads[0].payload, Head)
    recipient.check(sheet.heads[0], head)
    if (head.maker, head.way, len(head.boxes)) != (hub, way, len(sheet.boxes)):
        raise SohopError(Code.BUNDLE_BROKEN)
    return head


def _here(data: bytes | None) -> bytes:
    if data is None:
        raise SohopError(Code.PACKET_INCOMPLETE)
    return data


def _roster(book: Book) -> Roster:
    roster = book.vault.trust.read_roster()
    if roster is None:
        raise SohopError(Code.NOT_YET_ON_ROSTER)
    return roster


def _makers(book: Book) -> dict[DeviceId, bytes]:
    """The hubs whose bundles this laptop takes, with their signing keys; none before it has a roster."""
    if book.vault.trust.read_roster() is None:
        return {}
    return {hub: keys.sign for hub, keys in courier.known_hubs(book.vault).items()}


def _write(
    folder: Path, sheet: Sheet, source: writing.Source | None, tell: Tell, stopped: Stopped
) -> list[Path]:
    done = 0

    def progress(size: int) -> None:
        nonlocal done
        done += size
        tell(min(1.0, done / max(1, sheet.size)))

    try:
        return writing.write(folder, sheet, source, progress, stopped)
    except writing.StoppedError as error:
        raise StoppedError from error
