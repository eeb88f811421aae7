"""A room casts at once: 100, then 1,000 delegates in ten seconds, each over a TLS connection of their own."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from _common import Bound, Figure, arguments, show
from _window import share
from support.laptop import Laptop, receipt_of
from support.meetings import Made, make_motion, make_packet
from support.world import ballot, enrol, submission

from sync.model.events import ApprovePacket, CloseMotion, OpenMotion, PublishPacket
from sync.model.ids import PersonId
from sync.model.people import Role
from sync.model.rules import Timing
from sync.trust.acts import accept_closing
from sync.wire.envelope import Envelope, Kind
from sync.wire.statements import Roster
from tools.office import HubProcess, Office, make_office

SECONDS = 10.0
HANDS = 64
"""So many delegates' laptops are played at one time: each is a thread here, on the hub's own two cores."""


def main() -> None:
    """Cast, then count what the closing counted."""
    options = arguments(__doc__ or "", runs=1)
    rooms = (8,) if options.small else (100, 1_000)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as name:
        for delegates in rooms:
            figures += _room(Path(name) / str(delegates), delegates, SECONDS / (5 if options.small else 1))
    show(
        "A room casts at once",
        figures,
        "a line with delays; laptops that have other work; what each does to open its connection",
        as_json=options.json,
    )


def _room(folder: Path, delegates: int, seconds: float) -> list[Figure]:
    folder.mkdir()
    office = make_office(folder)
    hub = HubProcess(office.folder)
    hub.start()
    try:
        roster, secretary, packet, voters = _town(office, hub, delegates)
        motion = packet.manifest.motions[0].id
        opening = OpenMotion(motion=motion, motion_digest=packet.motion_digest(motion))
        assert secretary.act(packet.meeting, opening).accepted
        taken = _cast(packet, voters, seconds)
        assert secretary.act(packet.meeting, CloseMotion(motion=motion, early=True)).accepted
        counts = _closing(voters[0], roster)
        for laptop in (*voters, secretary):
            laptop.close()
    finally:
        hub.stop()
    who = f"{delegates} delegates"
    return [
        Figure(f"{who} in {seconds:.0f} s: acknowledged", len(taken), "", delegates, Bound.AT_LEAST),
        Figure(f"{who}: counted", sum(votes for _, votes in counts), "", delegates, Bound.AT_LEAST),
        Figure(f"{who}: press → receipt, p50", 1000 * share(taken, 0.5), "ms"),
        Figure(f"{who}: press → receipt, p99", 1000 * share(taken, 0.99), "ms", 2_000.0),
    ]


def _town(office: Office, hub: HubProcess, delegates: int) -> tuple[Roster, Laptop, Made, list[Laptop]]:
    secretary = enrol(office, hub.url, office.add("Thư ký", Role.SECRETARY))
    approver = enrol(office, hub.url, office.add("Người duyệt", Role.APPROVER))
    roster = office.sign_roster()
    people = [office.add(f"Đại biểu {number}", Role.DELEGATE) for number in range(delegates)]
    with ThreadPoolExecutor(HANDS) as hands:
        voters = list(hands.map(lambda person: _signed_in(office, hub, person), people))
    motion = make_motion(Timing.STRICT)
    packet = make_packet(secretary.tenant, people, motions=[motion], size=2_000)
    secretary.sign_in()
    secretary.upload(packet.blobs)
    assert secretary.act(packet.meeting, submission(secretary, packet)).accepted
    signature = approver.sign_manifest(packet.payload)
    assert approver.act(packet.meeting, ApprovePacket(manifest=packet.digest, signature=signature)).accepted
    assert secretary.act(packet.meeting, PublishPacket(manifest=packet.digest)).accepted
    approver.close()
    with ThreadPoolExecutor(HANDS) as hands:
        list(hands.map(lambda laptop: laptop.exchange(), voters))
    return roster, secretary, packet, voters


def _signed_in(office: Office, hub: HubProcess, person: PersonId) -> Laptop:
    laptop = enrol(office, hub.url, person)
    laptop.sign_in()
    return laptop


def _cast(packet: Made, voters: Sequence[Laptop], seconds: float) -> list[float]:
    """Each presses at a moment of these seconds; how long each waited for a receipt that says yes."""
    chance = random.Random(7)
    motion = packet.manifest.motions[0].id
    ready = []
    for laptop in voters:
        cast = ballot(packet, motion, chance.choice(("for", "against")))
        ready.append((laptop, laptop.event(packet.meeting, cast)))
    moments = sorted(chance.uniform(0.0, seconds) for _ in voters)
    begun = time.perf_counter()

    def press(one: tuple[tuple[Laptop, Envelope], float]) -> float:
        (laptop, envelope), moment = one
        time.sleep(max(0.0, begun + moment - time.perf_counter()))
        receipt = receipt_of(laptop.exchange(envelope).outcomes, envelope.event_id)
        assert receipt.accepted, receipt
        assert receipt.code is None, receipt
        return time.perf_counter() - begun - moment

    with ThreadPoolExecutor(HANDS) as hands:
        return list(hands.map(press, zip(ready, moments, strict=True)))


def _closing(laptop: Laptop, roster: Roster) -> tuple[tuple[str, int], ...]:
    found = [one.envelope for one in laptop.exchange().events if one.envelope.kind is Kind.CLOSING]
    return accept_closing(found[-1], roster).counts


if __name__ == "__main__":
    main()
