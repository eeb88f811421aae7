"""All that can happen in the office, as rules of a state machine; what must be true is asked after each."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import ClassVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from simulator.again import same_again
from simulator.laptop import Laptop
from simulator.lies import LIES, MADE_UP, Liar
from simulator.office import (
    LAN,
    MINH,
    OPEN,
    OPEN_ITEM,
    SEALED,
    SECRET,
    SECRET_ITEM,
    STRICT,
    THU,
    Mould,
    Scene,
)
from simulator.truth import Truth, folder_of
from simulator.wire import Fate, Fault, Loop
from sqlalchemy import select

from reader.core import annotating, attending, conducting, library, opining, recalling, running, voting
from sync.errors import Code, SohopError
from sync.hub import tables
from sync.model.annotation import Audience, MarkKind
from sync.model.ids import DocumentId, MotionId
from sync.model.opinion import Answer, Attendance, OnDocument, OpinionKind
from sync.wire.codec import digest

HOUR = 3_600.0
YEAR = 365 * 24 * HOUR
STEPS = 50
SHARE = 25
"""Stories of each kind where `make storm` asks for no number; six kinds share some minutes of CI."""

laptops = st.sampled_from([THU, LAN, MINH])
delegates = st.sampled_from([LAN, MINH])
line_fates = [Fate.LOST, Fate.UNANSWERED, Fate.TWICE, Fate.CUT, Fate.CUT, Fate.CORRUPTED, Fate.LATE]
hub_fates = [Fate.KILLED_BEFORE, Fate.KILLED_INSIDE, Fate.KILLED_AFTER]


def faults(fates: list[Fate]) -> st.SearchStrategy[list[Fault]]:
    """What becomes of the first few requests of a round."""
    one = st.builds(Fault, st.sampled_from([Fate.HONEST, *fates]), st.floats(0, 1))
    return st.lists(one, min_size=1, max_size=6)


@contextmanager
def unless(code: Code) -> Iterator[None]:
    """This may be refused, for this reason alone."""
    try:
        yield
    except SohopError as error:
        if error.code is not code:
            raise


def examples(number: int) -> settings:
    """So many stories of fifty steps, the same ones every time; ``SOHOP_EXAMPLES`` asks for others, and for
    so many of them. One that fails is shortened for a few minutes."""
    asked = os.environ.get("SOHOP_EXAMPLES")
    return settings(
        max_examples=int(asked) if asked else number,
        stateful_step_count=STEPS,
        derandomize=not asked,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )


class OfficeMachine(RuleBasedStateMachine):
    """What people do, on lines that are good or bad. Subclasses add what goes wrong."""

    loop: ClassVar[Loop]
    mould: ClassVar[Mould]
    number: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        type(self).number += 1
        folder = self.mould.folder.parent / f"{type(self).__name__}{self.number}"
        self.story = ExitStack()
        self.dice = self.story.enter_context(same_again(1))
        self.scene, self.truth = self.begin(folder)
        self.story.callback(self.scene.close)
        self.touched: set[str] = set()
        self.notes = 0

    def begin(self, folder: Path) -> tuple[Scene, Truth]:
        """The office as it is when the story begins, and what is known of it."""
        scene = Scene(self.mould, folder, self.loop)
        return scene, Truth(scene)

    def laptop(self, name: str) -> Laptop:
        """The laptop, whose state is looked at after this step."""
        self.touched.add(name)
        return self.scene.laptops[name]

    @initialize(number=st.integers(0, 2**32))
    def choose_keys(self, number: int) -> None:
        """Other keys and ids than in other stories, and than the office was made with."""
        self.dice.seed(f"story {number}")

    # --- people

    @rule(name=laptops, audience=st.sampled_from(list(Audience)), number=st.integers(0, 10**9))
    def note(self, name: str, audience: Audience, number: int) -> None:
        """A note."""
        self.notes += 1
        # No other note is this one, or begins with it.
        text = f"chim-hoàng-yến-{number}-{self.notes}."
        if audience is Audience.PRIVATE:
            self.truth.canaries.append(text)
        annotating.put(
            self.laptop(name).book,
            self.scene.meeting,
            document=OPEN,
            sha256=digest(b""),
            page=0,
            kind=MarkKind.NOTE,
            text=text,
            audience=audience,
        )

    @rule(name=laptops, which=st.integers(0, 100))
    def drop_note(self, name: str, which: int) -> None:
        """One of one's own notes is deleted."""
        book = self.laptop(name).book
        mine = [f for f in book.project(self.scene.meeting).marks if f.person == book.identity.person]
        if mine:
            annotating.drop(book, self.scene.meeting, mine[which % len(mine)].mark.id)

    @rule(
        name=laptops,
        audience=st.sampled_from([Audience.SECRETARY, Audience.MEETING]),
        about=st.sampled_from([OPEN, SECRET]),
        number=st.integers(0, 10**9),
    )
    def say(self, name: str, audience: Audience, about: DocumentId, number: int) -> None:
        """An opinion; on the restricted document it is for those who may have that."""
        opining.put(
            self.laptop(name).book,
            self.scene.meeting,
            kind=OpinionKind.COMMENT,
            about=OnDocument(document=about),
            audience=audience,
            text=f"{about} {number}",
        )

    @rule(name=laptops, which=st.integers(0, 100))
    def reply(self, name: str, which: int) -> None:
        """To a shared mark or an opinion that is to be seen here; the desk answers."""
        book = self.laptop(name).book
        projection = book.project(self.scene.meeting)
        marks = [(True, f.mark.id) for f in projection.marks if f.mark.audience is not Audience.PRIVATE]
        roots = [f.opinion for f in projection.opinions if f.opinion.kind is not OpinionKind.REPLY]
        threads = [*marks, *((False, one.id) for one in roots)]
        if threads:
            on_mark, to = threads[which % len(threads)]
            answer = Answer.ACCEPTED if name == THU else None
            opining.reply(book, self.scene.meeting, to, f"{which}", on_mark=on_mark, answer=answer)

    @rule(name=laptops, which=st.integers(0, 100))
    def take_back(self, name: str, which: int) -> None:
        """One of one's own opinions or replies is deleted."""
        book = self.laptop(name).book
        mine = [f for f in book.project(self.scene.meeting).opinions if f.person == book.identity.person]
        if mine:
            opining.drop(book, self.scene.meeting, mine[which % len(mine)].opinion.id)

    @rule(name=delegates, number=st.integers(0, 10**9))
    def check_in(self, name: str, number: int) -> None:
        """A delegate does not come, for a reason that is nobody else's business."""
        book = self.laptop(name).book
        opining.check_in(book, self.scene.meeting, Attendance.ABSENT, reason=f"ốm {number}")

    @rule(secret=st.booleans())
    def point(self, secret: bool) -> None:
        """The meeting goes to an item, perhaps one that only Lan and the desk may have."""
        item = SECRET_ITEM if secret else OPEN_ITEM
        conducting.point(self.laptop(THU).book, self.scene.meeting, item)

    @rule(name=delegates, there=st.booleans())
    def put_attendance(self, name: str, there: bool) -> None:
        """The desk writes down whether a delegate is there."""
        person = self.scene.laptops[name].book.identity.person
        state = Attendance.PRESENT if there else Attendance.ABSENT
        attending.put(self.laptop(THU).book, self.scene.meeting, person, state)

    @rule(secret=st.booleans(), number=st.integers(0, 10**9))
    def add_speaker(self, secret: bool, number: int) -> None:
        """Somebody asks for the word in the room."""
        with unless(Code.PACKET_UNKNOWN):
            item = SECRET_ITEM if secret else OPEN_ITEM
            conducting.add_speaker(self.laptop(THU).book, self.scene.meeting, item, f"{item} {number}")

    @rule(done=st.booleans())
    def next_speaker(self, done: bool) -> None:
        """The next one has the word; or who has it ends."""
        book = self.laptop(THU).book
        view = library.meeting(book, self.scene.meeting)
        if view is None:
            return
        if done and view.sitting.speaking is not None:
            conducting.end(book, self.scene.meeting, view.sitting.speaking.turn)
        elif view.sitting.waiting:
            conducting.begin(book, self.scene.meeting, view.sitting.waiting[0].turn, 300)

    @rule(
        name=delegates, motion=st.sampled_from([STRICT, SEALED]), choice=st.sampled_from(["for", "against"])
    )
    def cast(self, name: str, motion: MotionId, choice: str) -> None:
        """A ballot, or another one."""
        with unless(Code.MOTION_NOT_OPEN):
            voting.cast(self.laptop(name).book, self.scene.meeting, motion, (choice,))

    @rule(motion=st.sampled_from([STRICT, SEALED]))
    def open_motion(self, motion: MotionId) -> None:
        """The chair opens a motion."""
        with unless(Code.PACKET_UNKNOWN):
            running.open_motion(self.laptop(THU).book, self.scene.meeting, motion)

    @rule(name=delegates, motion=st.sampled_from([STRICT, SEALED]), fates=faults(line_fates))
    def vote(self, name: str, motion: MotionId, fates: list[Fault]) -> None:
        """A ballot goes up at once, as well as it can."""
        self.sync(THU)
        self.sync(name)
        self.cast(name, motion, "for" if len(fates) % 2 else "against")
        self.sync_badly(name, fates)

    @rule(motion=st.sampled_from([STRICT, SEALED]), really=st.integers(0, 4))
    def close_motion(self, motion: MotionId, really: int) -> None:
        """The chair closes it, but not too soon."""
        if really:
            return
        with unless(Code.PACKET_UNKNOWN):
            running.close_motion(self.laptop(THU).book, self.scene.meeting, motion, early=True)

    @rule(seed=st.integers(0, 10**6), whole=st.booleans())
    def publish(self, seed: int, whole: bool) -> None:
        """The next version: a part changed, a part put in, or all of it another. The secretary's last word
        waits in her laptop."""
        thu = self.laptop(THU)
        self.sync(THU)
        drafts = thu.vault.packets.drafts(self.scene.meeting)
        waiting = drafts[-1].digest if drafts else None
        if waiting is None:
            dice = random.Random(seed)
            newest = list(self.scene.made.values())[-1]
            content = {name: _edited(data, dice, whole) for name, data in newest.documents.items()}
            made = self.scene.make_next(content)
            self.scene.submit(made)
        else:
            made = self.scene.made[waiting]
        self.scene.approve(made)
        self.truth.approved.add(made.digest)
        self.scene.publish(made)
        self.touched |= {THU, "duyet"}

    @rule(really=st.integers(0, 3), newest=st.booleans())
    def recall(self, really: int, newest: bool) -> None:
        """The secretary takes a packet back."""
        book = self.laptop(THU).book
        version = book.vault.packets.newest_version(self.scene.meeting)
        if really or version == 0:
            return
        version = version if newest or version == 1 else version - 1
        recalling.recall(book, self.scene.meeting, "nhầm", version)
        self.truth.recalls.add(version)

    # --- lines

    @rule(name=laptops)
    def sync(self, name: str) -> None:
        """A good line."""
        laptop = self.laptop(name)
        self._settle_down(laptop, laptop.sync())
        laptop.report()

    @rule(name=laptops, fates=faults(line_fates))
    def sync_badly(self, name: str, fates: list[Fault]) -> None:
        """A bad line."""
        laptop = self.laptop(name)
        self._settle_down(laptop, laptop.sync(fates))

    # --- what must be true

    @invariant()
    def what_must_be_true(self) -> None:
        touched, self.touched = sorted(self.touched), set()
        for name in touched:
            self.truth.note(self.scene.laptops[name])
        for name in touched:
            self.truth.check(self.scene.laptops[name])

    def teardown(self) -> None:
        """Good lines until all is quiet; then everything must be true."""
        with self.story:
            self.come_to_rest()
            self.truth.check_all()

    def come_to_rest(self) -> None:
        """As long as the administrator has something to do, he does it."""
        self.scene.hub.clock.ahead = 0.0
        for laptop in self.scene.laptops.values():
            laptop.ahead = 0.0
            known = laptop.vault.trust.read_freshness()
            if known is not None and known.time.timestamp() > self.scene.hub.clock():
                self.truth.needs_epoch = True  # a hub's clock that ran ahead is healed so
        if self.truth.needs_epoch:
            self.truth.out_of_order = True
            self.scene.new_epoch()
        self.scene.quiesce()

    def _settle_down(self, laptop: Laptop, reached: bool) -> None:
        """A laptop that was set back is told so when it meets the hub."""
        if reached and laptop.name in self.truth.set_back and laptop.name not in self.scene.cut_off:
            assert laptop.is_copied(), f"{laptop.name} was set back, and nobody says so"
            self.truth.set_back.discard(laptop.name)


class Hostile(OfficeMachine):
    """The hub lies."""

    @rule(name=laptops, lie=st.sampled_from(sorted(LIES)), seed=st.integers(0, 10**6))
    def sync_with_a_liar(self, name: str, lie: str, seed: int) -> None:
        laptop = self.laptop(name)
        liar = Liar(self.scene, laptop, lie, random.Random(seed))
        reached = laptop.sync(lie=liar)
        self.truth.needs_epoch = self.truth.needs_epoch or liar.lasts
        self.truth.betrayed = self.truth.betrayed or liar.told
        if liar.told and lie in MADE_UP and reached:
            assert laptop.refused, f"{lie} was not named"


class Mortal(OfficeMachine):
    """Programs are killed, disks are put back, clocks jump, laptops are revoked."""

    @rule(name=laptops, fates=faults([*hub_fates, *line_fates]))
    def sync_with_a_hub_that_dies(self, name: str, fates: list[Fault]) -> None:
        laptop = self.laptop(name)
        self._settle_down(laptop, laptop.sync(fates))

    @rule(name=laptops, writes=st.integers(0, 60))
    def die_while_syncing(self, name: str, writes: int) -> None:
        laptop = self.laptop(name)
        self._settle_down(laptop, laptop.sync(dies_after=writes))

    @rule(name=laptops)
    def copy_disk(self, name: str) -> None:
        self.laptop(name).copy_disk(folder_of(self.scene, name))

    @rule(name=laptops)
    def put_disk_back(self, name: str) -> None:
        """What was done on it since, and did not go up, is gone with the disk."""
        copy = folder_of(self.scene, name)
        if not copy.exists():
            return
        laptop = self.laptop(name)
        laptop.put_disk_back(copy)
        self.truth.acts[name] = set(laptop.acts())
        self.truth.highest.pop(name, None)
        self.truth._opened = {each for each in self.truth._opened if each[0] != name}
        devices = tables.devices.c
        with self.scene.hub.hub.database.read() as connection:
            query = select(devices.head_seq).where(devices.id == laptop.book.identity.device)
            known = connection.execute(query).scalar_one()
        if known > laptop.vault.outbox.head()[0]:
            self.truth.set_back.add(name)
        else:
            self.truth.set_back.discard(name)

    @rule(name=laptops, ahead=st.sampled_from([-10 * YEAR, -13 * HOUR, 0.0, 13 * HOUR, 10 * YEAR]))
    def laptop_clock_jumps(self, name: str, ahead: float) -> None:
        self.laptop(name).ahead = ahead

    @rule(ahead=st.sampled_from([-10 * YEAR, -13 * HOUR, 0.0, 0.0, 13 * HOUR]))
    def hub_clock_jumps(self, ahead: float) -> None:
        self.scene.hub.clock.ahead = ahead

    @rule(name=delegates, really=st.integers(0, 9))
    def revoke(self, name: str, really: int) -> None:
        if really or self.scene.cut_off:
            return
        self.scene.office.revoke(self.scene.laptops[name].book.identity.device)
        self.scene.cut_off.add(name)


class Restored(Mortal):
    """The hub comes back from a backup, as its administrator says, or as an attacker does without a word."""

    copied: bool = False

    @initialize()
    def back_up(self) -> None:
        self.copy = self.scene.back_up_hub()

    @rule(really=st.integers(0, 3))
    def back_up_again(self, really: int) -> None:
        if not really and not self.truth.out_of_order:
            self.copy = self.scene.back_up_hub()

    @rule(really=st.integers(0, 3))
    @precondition(lambda self: not self.scene.cut_off)
    def put_hub_back(self, really: int) -> None:
        if really > 1:
            return
        said = really == 1
        self.truth.out_of_order = self.truth.put_back = True
        self.truth.needs_epoch = not said
        self.truth.set_back.clear()
        self.scene.put_hub_back(self.copy, said=said)


def _edited(data: bytes, dice: random.Random, whole: bool) -> bytes:
    if whole:
        return dice.randbytes(len(data))
    at = dice.randrange(len(data))
    fresh = dice.randbytes(dice.randrange(1, 3_000))
    return data[:at] + fresh + data[at + dice.choice([0, len(fresh)]) :]
