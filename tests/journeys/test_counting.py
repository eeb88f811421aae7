"""Counting over a real hub: the laptops of two persons and of the voter, each told what became of a vote."""

from support.packets import code_of
from support.world import ballot

from reader.core import counting, library, running
from reader.core.count_views import EntryState, RunAct, Source
from reader.core.desk import desk
from reader.core.views import BallotState
from sync.errors import Code
from sync.model.counts import Means, Named, Totals
from sync.model.motion import MotionState

from .test_evidence import Reader, a_scene, mould, world

__all__ = ["Reader", "mould", "world"]


def shown(scene, name):
    """The motion on that person's page, after a talk with the hub."""
    reader = scene.readers[name]
    assert reader.sync() == []
    (motion,) = desk(reader.book, scene.packet.meeting).motions
    return motion


def test_an_early_end_is_refused_by_the_hubs_clock_and_said_then_confirmed(world, tmp_path):
    with a_scene(world, tmp_path, "chair") as scene:
        chair = scene.readers["chair"]
        shown(scene, "chair")
        running.end_voting(chair.book, *scene.where)
        chair.talk.round()
        motion = shown(scene, "chair")
        assert (motion.last.act, motion.last.refusal) == (RunAct.END, Code.ENDED_EARLY)
        assert motion.motion.state is MotionState.OPEN
        running.end_voting(chair.book, *scene.where, early=True)
        assert shown(scene, "chair").last is None
        assert shown(scene, "chair").motion.state is MotionState.ENDED


def test_a_vote_by_hand_is_entered_confirmed_and_told_to_its_voter(world, tmp_path):
    with a_scene(world, tmp_path, "lan", "secretary", "chair") as scene:
        lan, secretary, chair = (scene.readers[name] for name in ("lan", "secretary", "chair"))
        for name in scene.readers:
            shown(scene, name) if name != "lan" else lan.sync()
        world.minh.act(scene.packet.meeting, ballot(scene.packet, scene.motion.id, "for"))
        hers = lan.book.identity.person
        counting.enter(secretary.book, *scene.where, Means.HAND, [Named(person=hers, choices=("for",))])
        assert shown(scene, "secretary").sheet.waiting == 1
        (entry,) = shown(scene, "chair").sheet.entries
        assert entry.may_confirm
        counting.confirm(chair.book, *scene.where, [entry.id])
        for name in ("chair", "secretary"):
            sources = {row.source for row in shown(scene, name).sheet.rows}
            assert sources == {Source.HAND, Source.BALLOT}
        lan.sync()
        (seen,) = library.meeting(lan.book, scene.packet.meeting).motions
        assert (seen.by_hand.state, seen.by_hand.choices) == (EntryState.COUNTS, ("for",))
        scene.vote("lan", "against")  # sealed before the word came: kept, and said not to count
        (seen,) = library.meeting(lan.book, scene.packet.meeting).motions
        assert (seen.ballot.state, seen.ballot.reason) == (BallotState.NOT_COUNTED, "by_hand")


def test_a_count_of_the_box_waits_for_a_second_person_and_frees_who_is_withdrawn(world, tmp_path):
    with a_scene(world, tmp_path, "secretary", "chair") as scene:
        secretary, chair = scene.readers["secretary"], scene.readers["chair"]
        shown(scene, "secretary"), shown(scene, "chair")
        votes = Totals(
            persons=tuple(world.roll),
            returned=2,
            counts=tuple((choice.id, 2 if n == 0 else 0) for n, choice in enumerate(scene.motion.choices)),
        )
        (entry,) = counting.enter(secretary.book, *scene.where, Means.PAPER, [votes])
        shown(scene, "secretary")
        code = code_of(lambda: counting.confirm(secretary.book, *scene.where, [entry]))
        assert code is Code.SECOND_PERSON
        shown(scene, "chair")
        counting.withdraw(chair.book, *scene.where, entry, "đếm nhầm")
        shown(scene, "chair")
        motion = shown(scene, "secretary")
        (taken_back,) = motion.sheet.entries
        assert (taken_back.state, taken_back.withdrawal) == (EntryState.WITHDRAWN, "đếm nhầm")
        assert len(motion.sheet.empty) == 2
