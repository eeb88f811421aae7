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
from reader.core import evidence
from reader.core.book import Book
from reader.core.desk import desk
from reader.store.identity import Identity
from sync import verify
from sync.audit import Audit
from sync.engine.status import Wishes
from sync.errors import Code
from sync.hub import tables
from sync.hub.stored import keep
from sync.model.events import CloseMotion, Closing, OpenMotion
from sync.model.people import Role
from sync.model.rules import Timing
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

    def export(self, name, path):
        return evidence.export(self.readers[name].book, *self.where, path, "en")


def second_device(world, name):
    """A laptop that has done nothing yet: the desk's own have acts that a new vault does not know."""
    laptop = getattr(world, name)
    if name == "lan":
        return laptop
    made = world.enrol(laptop.cert.person)
    made.close()
    world.office.sign_roster()
    return made


@contextmanager
def a_scene(world, tmp_path, *names, motion=None):
    motion = motion or make_motion(Timing.STRICT)
    devices = {name: second_device(world, name) for name in names}
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[motion], size=3_000))
    digest = packet.motion_digest(motion.id)
    if motion.window.timing is Timing.STRICT:
        present = tuple(world.roll)
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
