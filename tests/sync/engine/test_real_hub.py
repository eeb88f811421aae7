"""The engine and a real hub: enrolled, uploaded, fetched, and told of news."""

import threading

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from support.meetings import make_packet
from support.memory import PaperMemory
from support.shelf import Shelf
from support.world import make_world

from sync.engine.enrolment import contact, enrol
from sync.engine.ports import Who
from sync.engine.runner import Runner
from sync.engine.status import Wishes
from sync.engine.transport import Transport
from sync.engine.uploads import Uploader
from sync.model.people import Role
from sync.wire.codec import digest

LONG_S = 30.0


@pytest.fixture
def world(tmp_path, mould):
    made = make_world(tmp_path, mould)
    yield made
    made.close()


class Laptop:
    """Enrolled by the engine; its memory has a lock instead of a thread."""

    def __init__(self, world, name):
        invitation = world.office.invite(world.office.add(name, Role.DELEGATE), world.served.url)
        self.key = Ed25519PrivateKey.generate()
        found = contact(invitation)
        self.cert = enrol(found, self.key.public_key().public_bytes_raw(), b"b" * 32).cert
        self.memory = PaperMemory(found.root_key, found.root_number)
        self.memory.downloads = Shelf()
        self.lock = threading.Lock()
        self.changed = threading.Condition()
        self.runner = Runner(
            Transport(found.address, found.ca),
            Who(found.tenant, self.cert.person, self.cert.device, self.cert.roles),
            self.key.sign,
            self.on_memory,
            Wishes(order=lambda: ("m",)),
            self.report,
        )

    def on_memory(self, work):
        with self.lock:
            return work(self.memory)

    def report(self, happened):
        with self.changed:
            self.changed.notify_all()

    def until(self, holds):
        with self.changed:
            assert self.changed.wait_for(holds, LONG_S)


def uploaded(world, packet):
    """The secretary's engine brings what the hub lacks; the rest is signed as usual."""
    secretary = world.secretary
    line = Transport(world.served.url, "")
    uploader = Uploader(
        line, lambda: line.authenticate(world.tenant, secretary.cert.device, secretary.key.sign)
    )
    blobs = [(digest(blob), lambda blob=blob: blob) for blob in packet.blobs]
    sent = uploader.upload(blobs)
    assert uploader.upload(blobs) == 0
    line.close()
    return sent


def test_documents_come_and_a_new_version_shows_by_itself(world):
    laptop = Laptop(world, "Bùi Văn Đọc")
    readers = [*world.roll, laptop.cert.person]
    packet = make_packet(world.tenant, readers, size=400_000)
    assert uploaded(world, packet) == sum(map(len, packet.blobs))
    world.publish(packet)
    shelf = Shelf(**packet.documents)
    shelf.manifest = packet.digest
    laptop.memory.downloads = shelf
    try:
        laptop.runner.start()
        laptop.until(lambda: shelf.complete)
        laptop.until(lambda: laptop.runner.status().listening)
        assert laptop.memory.packets.newest_version(packet.meeting) == 1
        assert laptop.runner.status().problem is None
        world.publish(make_packet(world.tenant, readers, previous=packet))
        laptop.until(lambda: laptop.memory.packets.newest_version(packet.meeting) == 2)
    finally:
        laptop.runner.stop()


def test_an_idle_laptop_asks_again_on_the_same_line_and_is_told_nothing_new(world):
    laptop = Laptop(world, "Bùi Văn Đọc")
    laptop.runner.round()
    talk = laptop.runner._lines[0]
    opened, exchange, said = talk.wires.opened, talk.exchange, []
    talk.exchange = lambda request, now: said.append(exchange(request, now)) or said[-1]
    laptop.runner.round()
    laptop.runner.round()
    request, reply = said[-1].request, said[-1].reply
    assert (reply.state, reply.events, reply.packets) == (request.state, (), ())
    assert talk.wires.opened == opened
    laptop.runner.stop()


def test_a_laptop_enrolled_after_two_rotations_of_the_root_follows_the_third(world):
    office = world.office.rotate_root().rotate_root()
    laptop = Laptop(world, "Bùi Văn Đọc")
    assert laptop.memory.trust.root()[0] == 3
    laptop.runner.round()
    assert laptop.memory.trust.read_roster().number == 4
    office.rotate_root()
    laptop.runner.round()
    assert laptop.memory.trust.root()[0] == 4
    assert laptop.memory.trust.read_roster().number == 5
    assert laptop.runner.status().problem is None
    laptop.runner.stop()
