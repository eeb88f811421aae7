"""An office with a running hub, its desk, and as many delegates with laptops as are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from support.laptop import Laptop, receipt_of
from support.meetings import Made, make_packet
from support.world import enrol, submission

from sync.model.events import OFFICE, ApprovePacket, CloseMotion, Closing, OpenMotion, PublishPacket
from sync.model.ids import DeviceId, MotionId, PersonId
from sync.model.motion import Motion
from sync.model.people import Role
from sync.trust.acts import accept_closing
from sync.wire.envelope import Kind
from sync.wire.statements import Roster
from tools.office import HubProcess, Office, make_office
from tools.rooms import RoomProcess

_HANDS = 16
"""So many laptops enrol at a time."""


@dataclass(frozen=True)
class Council:
    """Everybody is signed in, and a packet with these motions is published to all."""

    office: Office
    hub: HubProcess
    roster: Roster
    chair: Laptop
    secretary: Laptop
    voters: list[Laptop]
    packet: Made
    recorder: DeviceId = OFFICE
    """For whom motions are opened."""

    def moved(self, room: RoomProcess, roster: Roster) -> Council:
        """The same people in a room: their laptops talk to its hub, which ``roster`` names."""
        return replace(
            self,
            roster=roster,
            chair=room.seat(self.chair),
            secretary=room.seat(self.secretary),
            voters=[room.seat(laptop) for laptop in self.voters],
            recorder=room.device,
        )

    @property
    def motions(self) -> list[MotionId]:
        """In the order of the packet."""
        return [motion.id for motion in self.packet.manifest.motions]

    def open(self, motion: MotionId) -> None:
        """The chair opens it."""
        opening = OpenMotion(motion=motion, motion_digest=self.packet.motion_digest(motion))
        sent = self.chair.event(self.packet.meeting, opening, self.recorder)
        assert receipt_of(self.chair.exchange(sent).outcomes, sent.event_id).accepted

    def close(self, motion: MotionId) -> Closing:
        """The chair closes it; what the hub signs of it."""
        body = CloseMotion(motion=motion, early=True)
        replies = [self.chair.exchange(self.chair.event(self.packet.meeting, body, self.recorder))]
        while replies[-1].more:
            replies.append(self.chair.exchange())
        events = [one.envelope for reply in replies for one in reply.events]
        closing = next(each for each in reversed(events) if each.kind is Kind.CLOSING)
        return accept_closing(closing, self.roster)

    def leave(self) -> None:
        """Let go of all lines, and stop the hub."""
        for laptop in (*self.voters, self.chair, self.secretary):
            laptop.close()
        self.hub.stop()


def convene(folder: Path, delegates: int, motions: Sequence[Motion], *, tls: bool = True) -> Council:
    """Found, enrol, publish. ``leave`` it in the end."""
    office = make_office(folder)
    hub = HubProcess(office.folder, tls=tls)
    hub.start()
    secretary = enrol(office, hub.url, office.add("Thư ký", Role.SECRETARY))
    approver = enrol(office, hub.url, office.add("Người duyệt", Role.APPROVER))
    chair = enrol(office, hub.url, office.add("Chủ tọa", Role.CHAIR))
    roster = office.sign_roster()
    people = [office.add(f"Đại biểu {number}", Role.DELEGATE) for number in range(delegates)]

    def signed_in(person: PersonId) -> Laptop:
        laptop = enrol(office, hub.url, person)
        laptop.sign_in()
        laptop.close()  # the line; it opens another when it speaks
        return laptop

    with ThreadPoolExecutor(_HANDS) as hands:
        voters = list(hands.map(signed_in, people))
    packet = make_packet(secretary.tenant, people, motions=motions, size=2_000)
    secretary.sign_in()
    secretary.upload(packet.blobs)
    assert secretary.act(packet.meeting, submission(secretary, packet)).accepted
    signature = approver.sign_manifest(packet.payload)
    assert approver.act(packet.meeting, ApprovePacket(manifest=packet.digest, signature=signature)).accepted
    assert secretary.act(packet.meeting, PublishPacket(manifest=packet.digest)).accepted
    approver.close()
    return Council(office, hub, roster, chair, secretary, voters, packet)
