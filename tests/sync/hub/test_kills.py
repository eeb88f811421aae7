"""An acknowledged act survives SIGKILL of the hub at any moment, once.

``SOHOP_KILLS`` in the environment makes it longer.
"""

from __future__ import annotations

import os
import secrets
import threading
from collections.abc import Callable, Iterator

import pytest
import requests
from support.laptop import Laptop, acts_in, receipt_of
from support.meetings import Made, make_motion, make_packet
from support.world import ballot, enrol, submission

from sync.model.events import ApprovePacket, CloseMotion, PublishPacket, PutSealedMark
from sync.model.ids import Digest, MarkId, MotionId, new_id
from sync.model.people import Role
from sync.trust.acts import accept_closing
from sync.trust.receipts import check_inclusion
from sync.wire.codec import decode_payload, digest
from sync.wire.envelope import Envelope
from sync.wire.messages import Outcome
from sync.wire.statements import Roster
from tools.office import HubProcess, Office

KILLS = int(os.environ.get("SOHOP_KILLS", "4"))


class Storm:
    """A hub that is killed while clients work. Who loses the line waits until it is back."""

    def __init__(self, hub: HubProcess) -> None:
        self.hub = hub
        self.acknowledged = 0
        self.ended = False
        self.failures: list[BaseException] = []
        self._changed = threading.Condition()
        self._starts = 0

    def run(self, workers: list[Callable[[], None]], kills: int) -> None:
        """Kill after every few acknowledgements, while the workers work."""
        threads = [threading.Thread(target=self._guarded, args=(worker,)) for worker in workers]
        for thread in threads:
            thread.start()
        for number in range(kills):
            with self._changed:
                goal = self.acknowledged + 3 + number % 4
                self._changed.wait_for(lambda goal=goal: self.acknowledged >= goal or self.failures, 60)
            self.hub.kill()
            self.hub.start()
            with self._changed:
                self._starts += 1
                self._changed.notify_all()
        with self._changed:
            self.ended = True
            self._changed.notify_all()
        for thread in threads:
            thread.join(60)
        assert not self.failures, self.failures

    def insist(self, ask: Callable[[], object]) -> None:
        """Ask until there is an answer."""
        while True:
            with self._changed:
                seen = self._starts
            try:
                ask()
            except requests.exceptions.RequestException:
                with self._changed:
                    assert self._changed.wait_for(lambda seen=seen: self._starts > seen or self.ended, 60)
                continue
            with self._changed:
                self.acknowledged += 1
                self._changed.notify_all()
            return

    def _guarded(self, worker: Callable[[], None]) -> None:
        try:
            worker()
        except (AssertionError, ValueError, OSError, RuntimeError) as error:
            with self._changed:
                self.failures.append(error)
                self._changed.notify_all()


@pytest.fixture
def hub(office: Office) -> Iterator[HubProcess]:
    # Without TLS: a handshake cut in the middle leaves an unclosed socket to the client library's collector.
    process = HubProcess(office.folder, tls=False)
    process.start()
    yield process
    process.stop()


def publish(office: Office, hub: HubProcess, voters: list[Laptop], motion: MotionId) -> tuple[Laptop, Made]:
    """A packet with one motion, and the secretary's laptop."""
    secretary = enrol(office, hub.url, office.add("Thư ký", Role.SECRETARY))
    approver = enrol(office, hub.url, office.add("Người duyệt", Role.APPROVER))
    office.sign_roster()
    packet = make_packet(
        secretary.tenant, [v.cert.person for v in voters], motions=[make_motion(motion_id=motion)]
    )
    secretary.sign_in()
    secretary.upload(packet.blobs)
    assert secretary.act(packet.meeting, submission(secretary, packet)).accepted
    signature = approver.sign_manifest(packet.payload)
    assert approver.act(packet.meeting, ApprovePacket(manifest=packet.digest, signature=signature)).accepted
    assert secretary.act(packet.meeting, PublishPacket(manifest=packet.digest)).accepted
    approver.close()
    return secretary, packet


@pytest.mark.storm
def test_no_acknowledged_act_is_lost_or_doubled_by_sigkill(office: Office, hub: HubProcess) -> None:
    voters = [enrol(office, hub.url, office.add(f"Đại biểu {n}", Role.DELEGATE)) for n in range(3)]
    motion = MotionId(new_id("mo"))
    secretary, packet = publish(office, hub, voters, motion)
    storm = Storm(hub)
    sent: dict[str, list[Envelope]] = {}
    receipts: dict[str, bytes] = {}
    uploaded: list[Digest] = []

    def vote(laptop: Laptop) -> None:
        mine = sent.setdefault(laptop.cert.person, [])
        laptop.sign_in()
        while not storm.ended:
            number = len(mine) + 1
            body = (
                ballot(packet, motion, "for", number=number)
                if number % 2
                else PutSealedMark(id=MarkId(new_id("k")), sealed=secrets.token_bytes(64))
            )
            mine.append(laptop.event(packet.meeting, body))

            def ask(event: Envelope = mine[-1]) -> None:
                (outcome,) = laptop.exchange(event).outcomes
                assert receipts.setdefault(event.digest, outcome.receipt) == outcome.receipt

            storm.insist(ask)

    def upload() -> None:
        while not storm.ended:
            blobs = [secrets.token_bytes(5_000) for _ in range(8)]
            storm.insist(lambda blobs=blobs: secretary.upload(blobs))
            uploaded.extend(digest(blob) for blob in blobs)

    storm.run([*(lambda v=voter: vote(v) for voter in voters), upload], KILLS)

    assert secretary.missing(uploaded) == ()
    for laptop in voters:
        mine = sent[laptop.cert.person]
        again: tuple[Outcome, ...] = laptop.exchange(*mine).outcomes
        assert {each.event: each.receipt for each in again} == {e.digest: receipts[e.digest] for e in mine}
        laptop.forget()
        reply = laptop.exchange()
        assert [d.envelope for d in acts_in(reply)] == mine
        assert reply.roster is not None
        roster = decode_payload(reply.roster.payload, Roster)
        for event in mine[::2]:
            receipt = receipt_of(again, event.event_id)
            assert check_inclusion(receipt, motion, roster).ballot == event.digest
        laptop.close()
    assert secretary.act(packet.meeting, CloseMotion(motion=motion, early=True)).accepted
    secretary.forget()
    (closed,) = secretary.exchange().closed
    ballots = {event.digest for mine in sent.values() for event in mine[::2]}
    assert sorted(envelope.digest for envelope, _ in closed.ballots) == sorted(ballots)
    assert dict(accept_closing(closed.closing, roster).counts)["for"] == len(voters)
    secretary.close()
