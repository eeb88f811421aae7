"""The evidence as a real hub and real vaults make it: exported on laptops, proved without them."""

import io
import json
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec
import pytest
from support.meetings import make_motion, make_packet
from support.moulds import mould_of
from support.packets import PASSPHRASE, code_of
from support.world import ballot, make_mould, make_world, sign_roster

from reader.app.laptop import runner
from reader.core import archiving, evidence, library
from reader.core.archive import plan
from reader.core.book import Book
from reader.core.desk import desk
from reader.store.identity import Identity
from sync import verify
from sync.audit import Audit
from sync.engine.status import Wishes
from sync.errors import Code
from sync.hub import tables
from sync.hub.stored import keep
from sync.model.counts import AdmitBallot, ConfirmVotes, EnterVotes, Means, Named, Totals, WithdrawVotes
from sync.model.events import CastBallot, CloseMotion, Closing, EndVoting, OpenMotion
from sync.model.motion import Late
from sync.model.people import Role
from sync.model.rules import Secrecy, Timing
from sync.wire.codec import decode_payload, encode_payload
from sync.wire.envelope import Kind


@pytest.fixture(scope="session")
def mould(tmp_path_factory):
    return make_mould(tmp_path_factory.mktemp("mould"))


@pytest.fixture
def world(tmp_path, mould):
    made = make_world(tmp_path, mould)
    yield made
    made.close()


class Reader:
    """A person's vault and engine, with the keys that the world enrolled."""

    def __init__(self, world, laptop, profile):
        office = world.office
        identity = Identity(
            tenant=world.tenant,
            tenant_name="HĐND",
            hub=world.served.url,
            ca=office.ca_path.read_text("ascii"),
            root_key=self._root(world),
            root_number=1,
            person=laptop.cert.person,
            person_name=laptop.cert.name,
            device=laptop.cert.device,
            roles=laptop.cert.roles,
            sign_seed=laptop.key.private_bytes_raw(),
            box_seed=b"b" * 32,
            note_key=b"n" * 32,
            cert=laptop.cert,
        )
        self.book = Book(mould_of(identity, PASSPHRASE).cast(profile))
        self.applied = []
        self.talk = runner(self.book, lambda work: work(self.book.vault), Wishes(), self._happened)

    @staticmethod
    def _root(world):
        with world.hub.database.read() as connection:
            return connection.execute(tables.office.select()).one().root_key

    def _happened(self, happened):
        if happened.applied is not None:
            self.applied.append(happened.applied)

    def sync(self):
        self.applied.clear()
        self.talk.round()
        return [code for applied in self.applied for code in applied.refused]

    def close(self):
        self.talk.stop()
        self.book.vault.close()


@dataclass
class Scene:
    world: object
    packet: object
    motion: object
    readers: dict

    @property
    def where(self):
        return self.packet.meeting, self.motion.id

    def vote(self, name, choice, number=1):
        """From the person's real book, which gets the receipt."""
        reader = self.readers[name]
        body = ballot(self.packet, self.motion.id, choice, number=number)
        reader.book.act(self.packet.meeting, body)
        assert reader.sync() == []

    def close_motion(self):
        self.world.chair.act(self.packet.meeting, CloseMotion(motion=self.motion.id, early=True))

    def enter(self, votes, means, by=None, confirmer=None):
        """Two of the desk write votes down; the entry's id."""
        digest = self.packet.motion_digest(self.motion.id)
        body = EnterVotes(motion=self.motion.id, motion_digest=digest, means=means, votes=votes)
        return self.agree(body, by or self.world.secretary, confirmer or self.world.chair)

    def agree(self, body, by, confirmer):
        entered = by.act(self.packet.meeting, body)
        assert entered.accepted, entered
        word = ConfirmVotes(motion=self.motion.id, entry=entered.event)
        assert confirmer.act(self.packet.meeting, word).accepted
        return entered.event

    def export(self, name, path):
        return evidence.export(self.readers[name].book, *self.where, path, "en")


def second_device(world, name):
    """A laptop that has done nothing yet: the desk's own have acts that a new vault does not know."""
    laptop = getattr(world, name)
    if Role.DELEGATE in laptop.cert.roles:
        return laptop
    made = world.enrol(laptop.cert.person)
    made.close()
    world.office.sign_roster()
    return made


@contextmanager
def a_scene(world, tmp_path, *names, motion=None, roll=None):
    motion = motion or make_motion(Timing.STRICT)
    roll = roll or world.roll
    devices = {name: second_device(world, name) for name in names}
    packet = world.publish(make_packet(world.tenant, roll, motions=[motion], size=3_000))
    digest = packet.motion_digest(motion.id)
    if motion.window.timing is Timing.STRICT:
        present = tuple(roll)
        opening = OpenMotion(motion=motion.id, motion_digest=digest, present=present)
        assert world.chair.act(packet.meeting, opening).accepted
    readers = {name: Reader(world, devices[name], tmp_path / name) for name in names}
    try:
        yield Scene(world, packet, motion, readers)
    finally:
        for reader in readers.values():
            reader.close()


def told(path, root=""):
    out = io.StringIO()
    return verify.run(path, root, "en", out), out.getvalue()


def test_the_secretary_and_a_delegate_export_what_a_stranger_can_prove(world, tmp_path):
    with a_scene(world, tmp_path, "lan", "secretary") as scene:
        scene.vote("lan", "against")
        world.minh.act(scene.packet.meeting, ballot(scene.packet, scene.motion.id, "for"))
        scene.vote("lan", "for", number=2)
        scene.close_motion()
        for reader in scene.readers.values():
            assert reader.sync() == []
        full, own = tmp_path / "full.json", tmp_path / "own.json"
        made = scene.export("secretary", full)
        assert (made.named, made.ballots, made.broken) == (True, 3, "")
        mine = scene.export("lan", own)
        assert (mine.named, mine.ballots, mine.broken) == (False, 2, "")
        root = scene.readers["lan"].book.identity.root_key.hex()
        for path in (full, own):
            status, text = told(path, root)
            assert status == 0, text
            assert "has 2; 0 to spare" in text
        marks = {
            line.split("Mark of the log:")[1]
            for path in (full, own)
            for line in told(path)[1].splitlines()
            if "Mark of the log:" in line
        }
        assert len(marks) == 1
        assert world.minh.cert.device not in own.read_text("utf-8")


def test_a_motion_without_a_ballot_of_ones_own_gives_a_delegate_no_file(world, tmp_path):
    with a_scene(world, tmp_path, "lan") as scene:
        scene.close_motion()
        scene.readers["lan"].sync()
        assert code_of(lambda: scene.export("lan", tmp_path / "x.json")) is Code.EVIDENCE_LACKING
        assert not (tmp_path / "x.json").exists()


def test_an_open_motion_gives_nobody_a_file(world, tmp_path):
    with a_scene(world, tmp_path, "lan", "secretary") as scene:
        scene.vote("lan", "for")
        scene.readers["secretary"].sync()
        for name in scene.readers:
            assert code_of(lambda name=name: scene.export(name, tmp_path / "x.json")) is Code.EVIDENCE_LACKING


def test_a_teller_exports_all_ballots_and_an_approver_does_not(world, tmp_path):
    person = world.office.add("Bùi Thị Kiểm", Role.TELLER)
    world.teller = world.enrol(person)
    world.office.sign_roster()
    motion = make_motion(Timing.STRICT)
    packet = make_packet(world.tenant, world.roll, motions=[motion], size=3_000, readers=[person])
    world.publish(packet)
    digest = packet.motion_digest(motion.id)
    world.chair.act(packet.meeting, OpenMotion(motion=motion.id, motion_digest=digest))
    world.minh.act(packet.meeting, ballot(packet, motion.id, "for"))
    world.chair.act(packet.meeting, CloseMotion(motion=motion.id, early=True))
    teller = Reader(world, world.teller, tmp_path / "teller")
    approver = Reader(world, second_device(world, "approver"), tmp_path / "approver")
    try:
        for reader in (teller, approver):
            assert reader.sync() == []
        made = evidence.export(teller.book, packet.meeting, motion.id, tmp_path / "t.json")
        assert (made.named, made.ballots, made.broken) == (True, 1, "")
        lacking = code_of(
            lambda: evidence.export(approver.book, packet.meeting, motion.id, tmp_path / "a.json")
        )
        assert lacking is Code.EVIDENCE_LACKING
    finally:
        for reader in (teller, approver):
            reader.close()
        world.teller.close()


def test_the_file_outlives_new_roots_rosters_and_retired_devices(world, tmp_path):
    with a_scene(world, tmp_path, "secretary") as scene:
        world.minh.act(scene.packet.meeting, ballot(scene.packet, scene.motion.id, "for"))
        scene.close_motion()
        world.office.revoke(world.approver.cert.device)
        world.office.revoke(world.minh.cert.device)
        later = world.office.rotate_root()
        later.sign_roster()
        reader = scene.readers["secretary"]
        assert reader.sync() == []
        made = scene.export("secretary", tmp_path / "full.json")
        assert made.broken == ""
        file = json.loads((tmp_path / "full.json").read_text("utf-8"))
        assert len(file["roots"]) == 1
        assert told(tmp_path / "full.json", reader.book.identity.root_key.hex())[0] == 0


def test_a_recorder_that_counts_falsely_is_found_by_who_exports(world, tmp_path):
    with a_scene(world, tmp_path, "secretary") as scene:
        world.minh.act(scene.packet.meeting, ballot(scene.packet, scene.motion.id, "for"))
        scene.close_motion()
        reader = scene.readers["secretary"]
        reader.sync()
        (closed,) = reader.book.vault.closed.of_meeting(scene.packet.meeting)
        said = decode_payload(closed.closing.payload, Closing)
        false = msgspec.structs.replace(said, counts=(("for", 0), ("against", 1), ("other", 0)))
        forged = world.hub.recorder.seal(Kind.CLOSING, encode_payload(false))
        reader.book.vault.closed.put(msgspec.structs.replace(closed, closing=forged))
        made = scene.export("secretary", tmp_path / "full.json")
        assert made.broken.startswith("REFUSED at closing.payload.counts")
        assert told(tmp_path / "full.json")[0] == 1


def test_a_whole_meeting_is_archived_and_a_stranger_verifies_it(world, tmp_path):
    with a_scene(world, tmp_path, "lan", "secretary") as scene:
        scene.vote("lan", "for")
        scene.close_motion()
        reader = scene.readers["secretary"]
        book = reader.book
        reader.talk.stop()
        order = Wishes(order=lambda: library.order(book))
        reader.talk = runner(book, lambda work: work(book.vault), order, reader._happened)
        assert reader.sync() == []
        made = archiving.make(
            lambda work: work(book), scene.packet.meeting, tmp_path / "a.zip", plan.Wishes()
        )
        assert (made.broken, made.motions, made.left_out) == ("", 1, 0)
        status, text = told(made.path, book.identity.root_key.hex())
        assert status == 0, text
        assert "Recorded acts, each signed" in text
        outcome = verify.check_archive(made.path, book.identity.root_key)
        assert [version.number for version in outcome.contents.packet.versions] == [1]
        again = archiving.make(
            lambda work: work(book), scene.packet.meeting, tmp_path / "b.zip", plan.Wishes()
        )
        assert again.path.read_bytes() == made.path.read_bytes()


def test_all_closed_motions_of_a_meeting_are_exported_at_once(world, tmp_path):
    with a_scene(world, tmp_path, "secretary", "approver") as scene:
        scene.close_motion()
        for reader in scene.readers.values():
            reader.sync()
        folder = tmp_path / "out"
        folder.mkdir()
        made, lacking = evidence.export_all(
            scene.readers["secretary"].book, scene.packet.meeting, folder, "vi"
        )
        assert ([one.path.name for one in made], lacking) == ([f"evidence-{scene.motion.id}.json"], [])
        assert evidence.export_all(scene.readers["approver"].book, scene.packet.meeting, folder, "vi") == (
            [],
            [],
        )


def test_a_restored_hub_is_no_fork(world, tmp_path):
    with a_scene(world, tmp_path, "lan") as scene:
        scene.vote("lan", "for")
        sign_roster(world, 2, 9)
        scene.close_motion()
        assert scene.readers["lan"].sync() == []
        assert scene.readers["lan"].book.vault.heads.forks() == []


# --- votes by hand and on paper


def delegates(world, *names):
    return [world.office.add(name, Role.DELEGATE) for name in names]


def totals(persons, returned, numbers, invalid=0):
    return Totals(
        persons=tuple(persons),
        returned=returned,
        invalid=invalid,
        counts=tuple(zip(("for", "against", "other"), numbers, strict=True)),
        tellers=("Bùi Thị Kiểm",),
    )


def test_laptops_hands_paper_and_a_late_ballot_are_proved_together(world, tmp_path):
    hand, one, other = delegates(world, "Vũ Thị Tay", "Ngô Văn Giấy", "Lý Thị Giấy")
    world.hand = world.enrol(hand)
    strict = make_motion(Timing.STRICT)
    window = msgspec.structs.replace(strict.window, late=Late.MAY_BE_ADMITTED)
    motion = msgspec.structs.replace(strict, window=window)
    roll = [*world.roll, hand, one, other]
    with a_scene(
        world, tmp_path, "lan", "minh", "hand", "secretary", "approver", motion=motion, roll=roll
    ) as scene:
        scene.vote("lan", "for")
        world.clock.ahead += 31
        assert world.chair.act(scene.packet.meeting, EndVoting(motion=motion.id)).accepted
        scene.vote("minh", "for")  # too late
        wrong = scene.enter(Named(person=hand, choices=("for",)), Means.HAND)
        take_back = WithdrawVotes(motion=motion.id, entry=wrong)
        assert world.secretary.act(scene.packet.meeting, take_back).accepted
        scene.enter(Named(person=hand, choices=("against",)), Means.HAND)
        scene.enter(totals([one, other], 2, (1, 0, 0), invalid=1), Means.PAPER, world.chair, world.secretary)
        (ballot,) = (
            known.id
            for known in scene.readers["minh"].book.vault.events.of_meeting(scene.packet.meeting)
            if isinstance(known.event.body, CastBallot)
        )
        late = AdmitBallot(motion=motion.id, ballot=ballot, reason="Mất điện ở bản Nà Ngần")
        scene.agree(late, world.secretary, world.chair)
        present = tuple(roll[:4])
        assert world.chair.act(scene.packet.meeting, CloseMotion(motion=motion.id, present=present)).accepted
        for reader in scene.readers.values():
            assert reader.sync() == []
        root = scene.readers["lan"].book.identity.root_key.hex()
        made = {
            name: scene.export(name, tmp_path / f"{name}.json")
            for name in ("lan", "minh", "hand", "secretary")
        }
        texts = {}
        for name, file in made.items():
            assert (file.broken, file.named) == ("", name == "secretary")
            status, texts[name] = told(file.path, root)
            assert status == 0, texts[name]
            assert "has 3; 0 to spare: carried" in texts[name]
        assert {name: (file.ballots, file.entries) for name, file in made.items()} == {
            "secretary": (2, 3),
            "lan": (1, 0),
            "minh": (1, 1),
            "hand": (0, 1),
        }
        assert "Phạm Văn Chủ ended the voting at" in texts["lan"]
        assert "By hand, by name: 1; entered by Trần Thị Thu, confirmed by Phạm Văn Chủ." in texts["hand"]
        assert (
            "Paper ballots: 2 given out, 2 returned, 1 valid, 1 invalid; counted by Bùi Thị Kiểm; entered by "
            "Phạm Văn Chủ, confirmed by Trần Thị Thu."
        ) in texts["secretary"]
        assert "“Mất điện ở bản Nà Ngần”" in texts["minh"]
        file = json.loads(made["secretary"].path.read_text("utf-8"))
        assert file["result"]["routes"] == [["hand", 1], ["hub", 2], ["paper", 2]]
        assert hand not in made["lan"].path.read_text("utf-8").replace("\n", "")
        lacking = code_of(lambda: scene.export("approver", tmp_path / "a.json"))
        assert lacking is Code.EVIDENCE_LACKING
        world.hand.close()


def test_a_form_that_comes_back_has_forgotten_that_its_voting_had_ended(world, tmp_path):
    with a_scene(world, tmp_path, "secretary") as scene:
        meeting, motion = scene.packet.meeting, scene.motion
        assert world.chair.act(meeting, EndVoting(motion=motion.id, early=True)).accepted
        late = world.minh.act(meeting, ballot(scene.packet, motion.id, "for"))
        assert (late.accepted, late.code) == (True, Code.MOTION_NOT_OPEN)
        other = msgspec.structs.replace(motion, question="Câu khác?")
        second = make_packet(world.tenant, world.roll, motions=[other], previous=scene.packet)
        world.publish(second)
        third = make_packet(world.tenant, world.roll, motions=[motion], previous=second)
        world.publish(third)
        digest = third.motion_digest(motion.id)
        assert digest == scene.packet.motion_digest(motion.id)
        assert world.chair.act(meeting, OpenMotion(motion=motion.id, motion_digest=digest)).accepted
        scene.close_motion()
        assert scene.readers["secretary"].sync() == []
        made = scene.export("secretary", tmp_path / "full.json")
        assert (made.broken, made.ballots) == ("", 1)
        assert "ballots that count: 1 of 1" in told(made.path)[1]


def test_a_secret_motion_is_proved_from_its_box_alone(world, tmp_path):
    motion = make_motion(Timing.STRICT, secrecy=Secrecy.SECRET)
    with a_scene(world, tmp_path, "lan", "secretary", motion=motion) as scene:
        scene.enter(totals(world.roll, 2, (2, 0, 0)), Means.PAPER)
        scene.close_motion()
        for reader in scene.readers.values():
            assert reader.sync() == []
        made = scene.export("secretary", tmp_path / "full.json")
        assert (made.broken, made.ballots, made.entries) == ("", 0, 1)
        status, text = told(made.path)
        assert status == 0, text
        assert "Paper ballots: 2 given out, 2 returned, 2 valid, 0 invalid" in text
        assert "has 2; 0 to spare: carried" in text
        assert code_of(lambda: scene.export("lan", tmp_path / "own.json")) is Code.EVIDENCE_LACKING


def test_an_entry_that_is_not_here_yet_is_lacking(world, tmp_path):
    motion = make_motion(Timing.STRICT, secrecy=Secrecy.SECRET)
    with a_scene(world, tmp_path, "secretary", motion=motion) as scene:
        entry = scene.enter(totals(world.roll, 2, (2, 0, 0)), Means.PAPER)
        scene.close_motion()
        reader = scene.readers["secretary"]
        assert reader.sync() == []
        with reader.book.vault.transaction():
            reader.book.vault.events._database.run("DELETE FROM event WHERE id = ?", (entry,))
        assert code_of(lambda: scene.export("secretary", tmp_path / "x.json")) is Code.EVIDENCE_LACKING
        assert not (tmp_path / "x.json").exists()
        (shown,) = desk(reader.book, scene.packet.meeting).motions
        assert shown.motion.result.counts[0] == ("for", 2)  # the recorder's word for it


# --- a hub that shows two logs


def other_closing(scene, size):
    """What a hub with another log in its drawer would sign."""
    now = datetime.now(UTC)
    return scene.world.hub.recorder.seal(
        Kind.CLOSING,
        encode_payload(
            Closing(
                tenant=scene.world.tenant,
                meeting=scene.packet.meeting,
                motion=scene.motion.id,
                motion_digest=scene.packet.motion_digest(scene.motion.id),
                opened=now,
                closed=now,
                closed_by=scene.world.chair.cert.person,
                manifest=scene.packet.digest,
                epoch=1,
                roster=1,
                act="0" * 64,
                size=size,
                root="0" * 64,
            )
        ),
    )


def show_instead(world, scene, envelope):
    """The hub's own tables are changed: it hands this closing to those who ask from now on."""

    def change(connection, now):
        events = tables.events
        connection.execute(
            events.update()
            .where(events.c.kind == "closing", events.c.motion == scene.motion.id)
            .values(envelope=keep(envelope))
        )

    world.hub.ledger.change(change).result()


@pytest.mark.parametrize("size", [0, 1, 2])
def test_a_hub_that_shows_two_logs_to_two_laptops_is_caught(world, tmp_path, size):
    with a_scene(world, tmp_path, "lan", "secretary") as scene:
        scene.vote("lan", "for")
        scene.close_motion()
        assert scene.readers["secretary"].sync() == []  # is shown the one log
        show_instead(world, scene, other_closing(scene, size))
        codes = scene.readers["lan"].sync()  # is shown the other
        lan = scene.readers["lan"].book.vault
        if size < 2:  # it contradicts the receipt by itself
            assert Code.LOG_FORKED in codes
            (fork,) = lan.heads.forks()
            assert fork.motion == scene.motion.id
            assert {fork.one.kind, fork.other.kind} == {Kind.HEAD, Kind.CLOSING}
            # Neither is the other believed, nor is the alarm ever lost.
            assert scene.readers["lan"].book.project(scene.packet.meeting).motion(fork.motion).closing is None
            scene.readers["lan"].sync()
            assert lan.heads.forks() == [fork]
            # The desk hears of it, once, and the hub has written it down.
            assert evidence.report_forks(scene.readers["lan"].book)
            assert not evidence.report_forks(scene.readers["lan"].book)
            scene.readers["lan"].sync()
            scene.readers["secretary"].sync()
            (motion,) = desk(scene.readers["secretary"].book, scene.packet.meeting).motions
            assert motion.forked == ("Nguyễn Thị Lan",)
            with world.hub.database.read() as connection:
                audited = connection.execute(tables.audit.select()).all()
            assert [row.subject for row in audited if row.kind == Audit.LOG_FORKED] == [scene.motion.id]
        else:  # the hub would have to prove that it grew, and cannot
            assert Code.LOG_NOT_SHOWN in codes
            assert code_of(lambda: scene.export("lan", tmp_path / "x.json")) is Code.EVIDENCE_LACKING
            assert scene.readers["lan"].sync() == [Code.LOG_NOT_SHOWN]  # said until it is shown
