"""An office that speaks the bare protocol: packets by the hundred, without any vault."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from support.laptop import Laptop, receipt_of
from support.meetings import Made

from sync.model.events import ApprovePacket, Body, PublishPacket, SubmitPacket
from sync.model.ids import TenantId
from sync.model.people import Role
from sync.wire.messages import MAX_EVENTS
from tools.office import HubProcess, Office, make_office, start_hub

_UPLOAD = 8 * 1024 * 1024
_MOST = 1_000
"""Blobs in one upload."""


def cpu_seconds(pid: int) -> float | None:
    """Processor time of a process so far, all its threads; None where the system does not tell."""
    try:
        tasks = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/schedstat")]
    except OSError:
        return None
    return sum(int(text.split()[0]) for text in tasks) / 1e9 if tasks else None


class BareOffice:
    """A hub process with a secretary and an approver."""

    def __init__(self, root: Path, *, tls: bool) -> None:
        self.office: Office = make_office(root)
        self.hub: HubProcess = start_hub(self.office.folder, tls=tls)
        self.secretary = self.enrol("Trần Thị Thu", Role.SECRETARY)
        self.approver = self.enrol("Lê Văn Duyệt", Role.APPROVER)
        self.office.sign_roster()

    @property
    def tenant(self) -> TenantId:
        """The office."""
        return self.secretary.tenant

    def enrol(self, name: str, *roles: Role) -> Laptop:
        """A new person's laptop."""
        invitation = self.office.invite(self.office.add(name, *roles), self.hub.url)
        return Laptop.enrol(self.hub.url, self.office.ca_path, invitation)

    def publish(self, packets: Sequence[Made]) -> None:
        """Upload, submit, approve, publish: many events an exchange."""
        self.secretary.sign_in()
        for blobs in _groups([blob for packet in packets for blob in packet.blobs]):
            self.secretary.upload(blobs)
        secretary, approver = self.secretary, self.approver
        self._act(
            secretary,
            packets,
            [
                SubmitPacket(manifest=each.digest, signature=secretary.sign_manifest(each.payload))
                for each in packets
            ],
        )
        self._act(
            approver,
            packets,
            [
                ApprovePacket(manifest=each.digest, signature=approver.sign_manifest(each.payload))
                for each in packets
            ],
        )
        self._act(secretary, packets, [PublishPacket(manifest=each.digest) for each in packets])

    def close(self) -> None:
        """Stop the hub."""
        self.secretary.close()
        self.approver.close()
        self.hub.stop()

    def _act(self, laptop: Laptop, packets: Sequence[Made], bodies: Sequence[Body]) -> None:
        pairs = list(zip(packets, bodies, strict=True))
        for start in range(0, len(pairs), MAX_EVENTS):
            events = [
                laptop.event(packet.meeting, body) for packet, body in pairs[start : start + MAX_EVENTS]
            ]
            reply = laptop.exchange(*events)
            for event in events:
                receipt = receipt_of(reply.outcomes, event.event_id)
                assert receipt.accepted, receipt


@contextmanager
def bare_office(root: Path, *, tls: bool) -> Iterator[BareOffice]:
    """One for the length of a ``with`` block."""
    made = BareOffice(root, tls=tls)
    try:
        yield made
    finally:
        made.close()


def _groups(blobs: Sequence[bytes]) -> Iterator[list[bytes]]:
    """As many as go into one upload."""
    group: list[bytes] = []
    size = 0
    for blob in blobs:
        if group and (size + len(blob) > _UPLOAD or len(group) == _MOST):
            yield group
            group, size = [], 0
        group.append(blob)
        size += len(blob)
    if group:
        yield group
