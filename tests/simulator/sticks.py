"""Two sticks go between the office and its laptops, beside good lines and bad ones and programs that die."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import rule
from simulator.laptop import Laptop
from simulator.office import LAN, MINH, THU
from simulator.rules import Mortal, laptops

from reader.app.courier import OfficeStick
from reader.app.taking import Taking
from sync.courier.handing import hand_in
from sync.courier.stick import look, usable
from sync.courier.writing import StoppedError, write
from sync.errors import Code, SohopError
from sync.hub import homeward
from sync.hub.hub import Hub
from sync.hub.outward import BlobSource, Wanted, make_sheet
from sync.model.ids import DeviceId
from sync.wire.bundle import Way

sticks = st.sampled_from(["a", "b"])


class Sticks(Mortal):
    """Whatever the order of routes, the end is one state."""

    def stick(self, name: str) -> Path:
        """The folder of a stick."""
        place = self.scene.folder / f"stick-{name}"
        place.mkdir(exist_ok=True)
        return place

    @rule(name=laptops, stick=sticks)
    def write_home(self, name: str, stick: str) -> None:
        """A laptop writes what waits, and goes on as before."""
        courier(self.laptop(name)).write_home(self.stick(stick), lambda share: None, lambda: False)

    @rule(stick=sticks)
    def carry_to_the_office(self, stick: str) -> None:
        """What laptops wrote is settled; the answers are on the stick."""
        self.hand_in(stick, self.scene.hub.hub)

    @rule(stick=sticks, who=st.sampled_from([(), (LAN,), (THU, LAN, MINH)]), stops=st.integers(0, 12))
    def write_out(self, stick: str, who: tuple[str, ...], stops: int) -> None:
        """The hub writes for these, or for all readers; sometimes the copy is cut."""
        self.write_for(stick, self.scene.hub.hub, who, stops)

    def hand_in(self, stick: str, hub: Hub, *strangers: Code) -> None:
        """A hub settles what it can open. ``strangers``: why it may not take one."""
        for _, said in hand_in(look(self.stick(stick)), lambda data: homeward.take_in(hub, data)):
            assert not isinstance(said, SohopError) or said.code in strangers, said

    def write_for(self, stick: str, hub: Hub, who: tuple[str, ...], stops: int) -> None:
        """A hub's outward bundle; the copy is cut before its so-many-th frame, if that is less than ten."""
        devices = tuple(DeviceId(self.scene.laptops[name].book.identity.device) for name in who)
        left = iter([False] * stops)
        cut = stops < 10
        try:
            sheet = make_sheet(hub, Wanted(devices=devices))
            write(self.stick(stick), sheet, BlobSource(hub.blobs), stop=lambda: cut and next(left, True))
        except StoppedError:
            pass
        except SohopError as error:
            if error.code is not Code.NOTHING_TO_CARRY:
                raise

    @rule(name=laptops, stick=sticks)
    def open_stick(self, name: str, stick: str) -> None:
        """A laptop takes what is for it, be it old or new, the first time or again."""
        self.take(self.laptop(name), stick)

    @rule(stick=sticks, seed=st.integers(0, 10**6))
    def damage(self, stick: str, seed: int) -> None:
        """A file on a stick is altered: what it says is refused."""
        dice = random.Random(seed)
        files = sorted(path for path in self.stick(stick).rglob("*.sohop") if path.is_file())
        if files:
            path = dice.choice(files)
            data = bytearray(path.read_bytes())
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
            whole = look(path)[0].head.way if look(path)[0].opened else None
            if whole is not Way.HOME:  # the hub's answer to an altered one is tested elsewhere
                path.write_bytes(bytes(data))

    @rule(stick=sticks)
    def lose(self, stick: str) -> None:
        """A stick is lost."""
        shutil.rmtree(self.stick(stick))

    def take(self, laptop: Laptop, stick: str) -> None:
        """All outward bundles, the oldest first."""
        if laptop.vault.trust.read_roster() is None:
            return
        opens = courier(laptop)
        taking = Taking(opens._on_book, opens._recipient(), lambda share: None, lambda: False)
        for parts in usable(look(self.stick(stick)), Way.OUT):
            taking.take(parts)


def courier(laptop: Laptop) -> OfficeStick:
    """A laptop's own writing to sticks and reading of them."""
    return OfficeStick(lambda work: work(laptop.book))
