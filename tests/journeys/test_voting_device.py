"""Two laptops of one delegate and a real hub: one votes, then the other; no motion takes both."""

from __future__ import annotations

from pathlib import Path

from support.packets import code_of
from support.town import FLOOR_KIB, MEETING, PASSPHRASE, Town, make_folder, town

from reader.app.first_start import Enrolling
from reader.app.laptop import Laptop
from reader.core import evidence, library, running, voting, voting_device
from reader.core.enrolling import create
from reader.core.views import BallotState, Change, MotionView
from sync.engine.enrolment import contact
from sync.errors import Code
from sync.model.events import CastBallot
from sync.model.ids import MotionId
from sync.wire.digests import motion_digest
from tools.demo.stage import DELEGATE, SECRETARY

ONE, TWO = MotionId("m-1"), MotionId("m-2")


def test_the_other_laptop_votes_on_what_opens_after_it_was_chosen(tmp_path: Path) -> None:
    with town(tmp_path) as place:
        place.submit(_strict(make_folder(tmp_path / "packet")))
        place.approve()
        place.publish()
        with place.laptop(DELEGATE) as home:
            _talk(home)
            assert _voting(home) == (None, Change.NONE)
            _enrol_another(place, home, "phong-hop")
        with place.laptop(DELEGATE) as home, Laptop(tmp_path / "phong-hop", PASSPHRASE) as room:
            _opens(place, ONE)
            _talk(home, room)
            assert (_motion(home, ONE).can_vote, _motion(room, ONE).can_vote) == (True, False)
            assert code_of(lambda: _cast(room, ONE)) is Code.OTHER_DEVICE_VOTES

            voting_device.choose(room.book)
            assert _voting(room)[1] is Change.WAITING  # nothing has changed before the hub has it
            assert _voting(room)[0] is not None
            _talk(room, home)
            assert _voting(room) == (None, Change.NONE)
            assert _voting(home)[0] is not None

            _opens(place, TWO)
            _talk(home, room)
        # Both know it over a restart.
        with place.laptop(DELEGATE) as home, Laptop(tmp_path / "phong-hop", PASSPHRASE) as room:
            can = {
                (laptop is home, motion): _motion(laptop, motion).can_vote
                for laptop in (home, room)
                for motion in (ONE, TWO)
            }
            assert can == {(True, ONE): True, (True, TWO): False, (False, ONE): False, (False, TWO): True}
            _cast(home, ONE)
            _cast(room, TWO)
            _insist(home, TWO)
            _talk(home)
            refused = _motion(home, TWO).ballot
            assert (refused.state, refused.reason) == (BallotState.REFUSED, Code.OTHER_DEVICE_VOTES)
            _talk(room, home)
            for laptop in (home, room):
                states = [_motion(laptop, motion).ballot.state for motion in (ONE, TWO)]
                assert states == [BallotState.RECEIVED] * 2
            (quarantined,) = home.book.vault.outbox.quarantine()
            assert quarantined[2] is Code.OTHER_DEVICE_VOTES
            with place.laptop(SECRETARY) as desk:
                desk.sync(documents=False)
                for motion in (ONE, TWO):
                    running.close_motion(desk.book, MEETING, motion, early=True)
                desk.sync(documents=False)
                desk.sync(documents=False)
                for motion in (ONE, TWO):
                    made = evidence.export(desk.book, MEETING, motion, tmp_path / f"{motion}.json", "en")
                    assert (made.broken, made.ballots) == ("", 1)
            _talk(home, room)
            for laptop, motion in ((home, ONE), (room, TWO)):
                assert _motion(laptop, motion).ballot.state is BallotState.COUNTED


def _voting(laptop: Laptop) -> tuple[object, Change]:
    view = library.meeting(laptop.book, MEETING)
    assert view is not None
    return view.voting.elsewhere, view.voting.change


def _motion(laptop: Laptop, motion: MotionId) -> MotionView:
    view = library.meeting(laptop.book, MEETING)
    assert view is not None
    found = view.motion(motion)
    assert found is not None
    return found


def _cast(laptop: Laptop, motion: MotionId) -> None:
    choice = _motion(laptop, motion).choices[0].id
    voting.cast(laptop.book, MEETING, motion, (choice,))


def _insist(laptop: Laptop, motion: MotionId) -> None:
    """A ballot as a laptop seals it that was not told yet."""
    stored = laptop.book.vault.packets.current(MEETING)
    assert stored is not None
    found = stored.manifest.motion(motion)
    assert found is not None
    laptop.book.act(
        MEETING,
        CastBallot(
            motion=motion,
            motion_digest=motion_digest(stored.manifest, found),
            choices=(found.choices[1].id,),
            ballot_seq=1,
            nonce="0" * 32,
        ),
    )


def _opens(place: Town, motion: MotionId) -> None:
    with place.laptop(SECRETARY) as desk:
        desk.sync(documents=False)
        running.open_motion(desk.book, MEETING, motion)
        desk.sync(documents=False)


def _enrol_another(place: Town, laptop: Laptop, name: str) -> None:
    found = contact(place.office.invite(laptop.book.identity.person, place.hub.url))
    book, _ = create(place.root / name, PASSPHRASE, found, Enrolling(found), memory_kib=FLOOR_KIB)
    book.vault.close()


def _talk(*laptops: Laptop) -> None:
    for laptop in laptops:
        laptop.sync(documents=False)


def _strict(folder: Path) -> Path:
    """The folder with motions that the chair opens."""
    packet = folder / "packet.toml"
    lines = packet.read_text("utf-8").replace("written_opinion", "resolution").splitlines()
    packet.write_text("\n".join(one for one in lines if not one.startswith(("opens", "until"))), "utf-8")
    return folder
