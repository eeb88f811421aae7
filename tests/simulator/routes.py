"""All ways at once: laptops of the meeting and the approver's, the office's hub, a room hub, two sticks;
whatever the order of routes and whatever dies on the way, the end is one state."""

from __future__ import annotations

import random
import shutil
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import rule
from simulator.office import DUYET, LAN, MINH, SEALED, STRICT, THU, Scene
from simulator.rooms import ADDED, RoomMould, RoomScene, Seat
from simulator.rules import HOUR, YEAR, _edited, delegates, faults, hub_fates, laptops, line_fates, unless
from simulator.sticks import Sticks, courier, sticks
from simulator.truth import Truth
from simulator.wire import Fault
from simulator.witnesses import Witnesses

from reader.core import attending, opining, preparing, running
from sync.courier.writing import StoppedError, write
from sync.errors import Code
from sync.hub import bringing
from sync.model.events import ApprovePacket, PublishPacket, SubmitPacket
from sync.model.ids import MotionId
from sync.model.opinion import Attendance

_ROOM_IS_FAR = 10 * 60
"""Seconds after which a room hub that was not spoken to is not taken to be in the room any more."""


class Routes(Sticks):
    """What ``Sticks`` does, and a room."""

    made: ClassVar[RoomMould]
    scene: RoomScene
    replaced: bool = False
    """A packet was submitted in the room."""
    ran_ahead: bool = False
    """The clock of a hub."""
    copied_chair: bool = False
    """The chair's disk was put back to before what the office knows: what she says from then on the office
    refuses as a copy's, also an opening that the room hub, which cannot know, has taken."""

    def begin(self, folder: Path) -> tuple[Scene, Truth]:
        scene = RoomScene(self.made, folder, self.loop)
        return scene, Witnesses(scene)

    def seat(self, name: str) -> Seat:
        """A laptop in the room."""
        self.touched.add(name)
        return self.scene.seats[name]

    # --- people

    @rule(name=delegates)
    def come(self, name: str) -> None:
        """Somebody who comes after all."""
        opining.check_in(self.laptop(name).book, self.scene.meeting, Attendance.PRESENT)

    @rule()
    def presume_present(self) -> None:
        """The desk writes down as present all of whom it has heard nothing."""
        people = [self.scene.mould.people[name] for name in (LAN, MINH)]
        attending.put_present(self.laptop(THU).book, self.scene.meeting, people)

    @rule()
    def end_voting(self) -> None:
        """The chair ends the voting and goes on counting."""
        with unless(Code.PACKET_UNKNOWN):
            running.end_voting(self.laptop(THU).book, self.scene.meeting, STRICT, early=True)

    @rule(minutes=st.sampled_from([1, 20]))
    def time_passes(self, minutes: int) -> None:
        self.scene.clock.time += 60 * minutes

    # --- the room

    @rule(name=laptops)
    def sit(self, name: str) -> None:
        """A good line to the room hub."""
        self.seat(name).sync()
        self.laptop(name).report()

    @rule(name=laptops, fates=faults(line_fates))
    def sit_badly(self, name: str, fates: list[Fault]) -> None:
        """A bad one."""
        self.seat(name).sync(fates)

    @rule(name=laptops, fates=faults([*hub_fates, *line_fates]))
    def sit_by_a_hub_that_dies(self, name: str, fates: list[Fault]) -> None:
        self.seat(name).sync(fates)

    @rule(name=laptops, writes=st.integers(0, 60))
    def die_in_the_room(self, name: str, writes: int) -> None:
        self.seat(name).sync(dies_after=writes)

    @rule()
    def meet(self) -> None:
        """The room hub meets the office."""
        self.scene.meet()

    @rule(fates=faults([*hub_fates, *line_fates]))
    def meet_badly(self, fates: list[Fault]) -> None:
        """On a bad line, and the office may die."""
        self.scene.meet(fates)

    @rule(after=st.integers(0, 4))
    def meet_and_die(self, after: int) -> None:
        """The room hub dies somewhere in the middle."""
        self.scene.meet_and_die(after)

    @rule(ahead=st.sampled_from([-13 * HOUR, 0.0, 0.0, 13 * HOUR]))
    def room_clock_jumps(self, ahead: float) -> None:
        if not (ahead > 0 and self.scene.cut_off):
            self.scene.room.clock.ahead = ahead
            self.ran_ahead = self.ran_ahead or ahead > 0

    @rule(ahead=st.sampled_from([-10 * YEAR, -13 * HOUR, 0.0, 0.0, 13 * HOUR]))
    def hub_clock_jumps(self, ahead: float) -> None:
        if not (ahead > 0 and self.scene.cut_off):
            super().hub_clock_jumps(ahead)
            self.ran_ahead = self.ran_ahead or ahead > 0

    @rule(name=delegates, really=st.integers(0, 9))
    def revoke(self, name: str, really: int) -> None:
        """Not where a hub's clock ran ahead: of what was said then the desk can't tell that it was before
        (docs/STATUS.md)."""
        if not self.ran_ahead:
            super().revoke(name, really)

    @rule(motion=st.sampled_from([STRICT, SEALED]))
    def open_motion(self, motion: MotionId) -> None:
        """By whichever hub is in reach."""
        if not self.copied_chair:
            super().open_motion(motion)

    @rule()
    def begin_a_vote_in_the_room(self) -> None:
        """The chair opens the strict motion for the room hub, and those who are there hear of it."""
        if self.copied_chair:
            return
        thu = self.seat(THU)
        thu.sync()
        with unless(Code.PACKET_UNKNOWN):
            running.open_motion(thu.laptop.book, self.scene.meeting, STRICT)
        thu.sync()
        for name in (LAN, MINH):
            self.seat(name).sync()

    @rule(name=delegates, choice=st.sampled_from(["for", "against"]), fates=faults(line_fates))
    def vote_in_the_room(self, name: str, choice: str, fates: list[Fault]) -> None:
        """A ballot goes to the room hub, as well as it can."""
        self.seat(name).sync()
        self.cast(name, STRICT, choice)
        self.seat(name).sync(fates)

    @rule(name=delegates, choice=st.sampled_from(["for", "against"]), faults=faults(line_fates))
    def vote_on_what_was_added(self, name: str, choice: str, faults: list[Fault]) -> None:
        """Who has the replaced packet votes on its new motion, and may reach the office before it does."""
        stored = self.laptop(name).vault.packets.current(self.scene.meeting)
        if stored is not None and stored.manifest.motion(ADDED) is not None:
            self.cast(name, ADDED, choice)
            self.sync_badly(name, faults)

    @rule(really=st.integers(0, 2))
    def end_a_vote_in_the_room(self, really: int) -> None:
        """The chair closes what the room hub records."""
        thu = self.seat(THU)
        thu.sync()
        if not really:
            with unless(Code.PACKET_UNKNOWN):
                running.close_motion(thu.laptop.book, self.scene.meeting, STRICT, early=True)
            thu.sync()

    @rule(seed=st.integers(0, 10**6))
    def replace_in_the_room(self, seed: int) -> None:
        """A late replacement: submitted, approved and published where the office is out of reach."""
        thu, duyet = self.seat(THU), self.seat(DUYET)
        if not thu.sync() or thu.laptop.vault.packets.drafts(self.scene.meeting):
            return
        newest = list(self.scene.made.values())[-1]
        dice = random.Random(seed)
        content = {name: _edited(data, dice, whole=False) for name, data in newest.documents.items()}
        version, _ = preparing.previous(thu.laptop.book, self.scene.meeting)
        if version < newest.manifest.version:
            return  # her laptop has not heard of all that she has made
        made = self.scene.make_next(content)
        self.scene.room.hub.blobs.put(made.blobs)
        book = thu.laptop.book
        signature = book.sign_manifest(made.payload)
        book.act(made.meeting, SubmitPacket(manifest=made.digest, signature=signature))
        thu.sync()
        signature = duyet.laptop.book.sign_manifest(made.payload)
        duyet.laptop.book.act(made.meeting, ApprovePacket(manifest=made.digest, signature=signature))
        duyet.sync()
        self.truth.approved.add(made.digest)
        self.replaced = True
        book.act(made.meeting, PublishPacket(manifest=made.digest))
        thu.sync()

    # --- sticks

    @rule(name=laptops, stick=sticks, frames=st.integers(0, 1))
    def write_home_and_pull_out(self, name: str, stick: str, frames: int) -> None:
        """The stick is pulled out while a laptop writes."""
        left = iter([False] * frames)
        writes = courier(self.laptop(name))
        with suppress(StoppedError):
            writes.write_home(self.stick(stick), lambda share: None, lambda: next(left, True))

    @rule(stick=sticks)
    def carry_to_the_room(self, stick: str) -> None:
        """The room hub settles what laptops wrote, as far as it is for it."""
        self.hand_in(stick, self.scene.room.hub, Code.BUNDLE_OTHER_HUB)

    @rule(stick=sticks, who=st.sampled_from([(), (LAN,), (THU, LAN, MINH)]), stops=st.integers(0, 12))
    def write_out_in_the_room(self, stick: str, who: tuple[str, ...], stops: int) -> None:
        """The room hub writes for laptops without any line."""
        self.write_for(stick, self.scene.room.hub, who, stops)

    @rule(stick=sticks)
    def write_home_in_the_room(self, stick: str) -> None:
        """The room hub writes what its office may lack."""
        with unless(Code.NOTHING_TO_CARRY):
            write(self.stick(stick), bringing.make_sheet(self.scene.room.hub))

    @rule(one=sticks)
    def copy_stick(self, one: str) -> None:
        """All of a stick is copied to the other, beside what is there."""
        other = "b" if one == "a" else "a"
        shutil.copytree(self.stick(one), self.stick(other), dirs_exist_ok=True)

    @rule(stick=sticks)
    def put_away(self, stick: str) -> None:
        """What is on a stick is kept in a drawer,"""
        drawer = self.scene.folder / f"drawer-{stick}"
        shutil.rmtree(drawer, ignore_errors=True)
        shutil.copytree(self.stick(stick), drawer)

    @rule(stick=sticks)
    def find_again(self, stick: str) -> None:
        """and comes back when everything has moved on."""
        drawer = self.scene.folder / f"drawer-{stick}"
        if drawer.exists():
            shutil.copytree(drawer, self.stick(stick), dirs_exist_ok=True)

    # --- disks

    @rule(name=laptops)
    def put_disk_back(self, name: str) -> None:
        """Not the chair's once a motion was opened or a packet published in the room: of two recorders
        come two logs, and what the office refuses as a copy's stays there (docs/decisions/0023)."""
        motion = self.scene.thu.book.project(self.scene.meeting).motion(STRICT)
        if name != THU or (motion.recorder is None and not self.replaced):
            super().put_disk_back(name)
            self.copied_chair = self.copied_chair or THU in self.truth.set_back

    # --- the end

    def come_to_rest(self) -> None:
        self.scene.room.clock.ahead = 0.0
        super().come_to_rest()
