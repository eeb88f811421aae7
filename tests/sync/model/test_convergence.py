"""Three laptops of one person, offline as long as they like: marks end the same, and no words are lost."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import permutations
from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.packets import NOON, PaperOffice

from sync.model.annotation import Mark, MarkKind
from sync.model.events import DropMark, Event, PutMark
from sync.model.projection import Fact, Projection, Standing, project

OFFICE = PaperOffice()
LAN, MARKS = OFFICE.lan, ("k-1", "k-2")

Op = tuple[str, int, int]
"""What, on which laptop, on which mark."""
OPS = st.lists(
    st.tuples(
        st.sampled_from(["write", "write", "write", "delete", "sync", "colour"]),
        st.integers(0, 2),
        st.integers(0, 1),
    ),
    max_size=30,
)


@dataclass
class Laptop:
    """Knows what it did and what it was told."""

    facts: dict[str, Fact] = field(default_factory=dict)
    unsent: list[Fact] = field(default_factory=list)

    def state(self) -> Projection:
        return project(self.facts.values())

    def versions(self, mark: str) -> tuple[str, ...]:
        """What a person at it has before their eyes."""
        state = self.state()
        return tuple(fact.event for fact in (*state.marks, *state.late) if fact.mark.id == mark)


@dataclass
class History:
    """What happened, and what each act knew of."""

    laptops: tuple[Laptop, ...] = field(default_factory=lambda: (Laptop(), Laptop(), Laptop()))
    hub: list[Fact] = field(default_factory=list)
    knew: dict[str, frozenset[str]] = field(default_factory=dict)

    def play(self, ops: Iterable[Op]) -> History:
        for what, who, which in ops:
            laptop, mark = self.laptops[who], MARKS[which]
            if what == "sync":
                self.sync(laptop)
            elif what == "delete":
                if laptop.versions(mark):
                    self.act(laptop, DropMark(id=mark, versions=laptop.versions(mark)))
            else:
                self.put(laptop, mark, colour=what == "colour")
        for laptop in (*self.laptops, *self.laptops):
            self.sync(laptop)
        return self

    def put(self, laptop: Laptop, mark: str, *, colour: bool) -> None:
        standing = [fact for fact in laptop.state().marks if fact.mark.id == mark]
        if any(isinstance(fact.event.body, DropMark) and fact.event.body.id == mark for fact in told(laptop)):
            return  # the program writes it under another id
        text = standing[0].mark.text if colour and standing else f"chữ {len(self.knew)}"
        made = Mark(
            id=mark,
            document="doc-1",
            sha256="0" * 64,
            page=0,
            kind=MarkKind.NOTE,
            text=text,
            replaces=tuple(fact.event for fact in standing),
        )
        self.act(laptop, PutMark(mark=made))

    def act(self, laptop: Laptop, body: PutMark | DropMark) -> None:
        name = hashlib.sha256(str(len(self.knew)).encode()).hexdigest()
        event = Event(
            tenant="t-1", meeting="m-1", person=LAN.person, device=LAN.device, seq=1, at=NOON, body=body
        )
        self.knew[name] = frozenset(laptop.facts)
        laptop.facts[name] = Fact(name, Standing.PENDING, event=event)
        laptop.unsent.append(laptop.facts[name])

    def sync(self, laptop: Laptop) -> None:
        self.hub += laptop.unsent
        laptop.unsent = []
        for fact in self.hub:
            laptop.facts[fact.id] = Fact(fact.id, Standing.ACCEPTED, event=fact.event, recorded=NOON)


def told(laptop: Laptop) -> Iterable[Fact]:
    return laptop.facts.values()


def digest(state: Projection) -> str:
    """The whole state."""
    return hashlib.sha256(msgspec.json.encode((state.marks, state.late))).hexdigest()


def check(history: History) -> None:
    """All laptops show the same; words that are not to be seen were before somebody's eyes who wrote others
    over them or deleted them."""
    states = [laptop.state() for laptop in history.laptops]
    assert len({digest(state) for state in states}) == 1
    seen = {fact.mark.text for fact in (*states[0].marks, *states[0].late)}
    events = {fact.id: fact.event for fact in history.hub}
    bodies = {name: event.body for name, event in events.items() if event is not None}
    for body in bodies.values():
        if isinstance(body, PutMark) and body.mark.text not in seen:
            same = {
                other
                for other, put in bodies.items()
                if isinstance(put, PutMark)
                and put.mark.text == body.mark.text
                and put.mark.id == body.mark.id
            }
            assert any(
                same & history.knew[later]
                for later, act in bodies.items()
                if (act.mark.id if isinstance(act, PutMark) else act.id) == body.mark.id
            ), f"{body.mark.text} is lost"


@given(OPS)
def test_laptops_that_were_apart_show_the_same_and_no_words_are_lost(ops: list[Op]) -> None:
    check(History().play(ops))


@settings(max_examples=10)
@given(OPS)
def test_every_order_of_up_to_six_acts_ends_the_same(ops: list[Op]) -> None:
    acts = [one for one in ops if one[0] != "sync"][:6]
    facts = History().play(acts).hub[:6]
    assert len({digest(project(order)) for order in permutations(facts)}) <= 1


@pytest.mark.storm
@pytest.mark.parametrize("seed", range(10))
def test_ten_thousand_stories_end_the_same(seed: int) -> None:
    random = Random(seed)
    whats = ["write", "write", "write", "delete", "sync", "colour"]
    for _ in range(1_000):
        check(
            History().play(
                (random.choice(whats), random.randrange(3), random.randrange(2))
                for _ in range(random.randrange(40))
            )
        )
