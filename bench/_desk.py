"""An office that speaks the bare protocol: packets by the hundred, without any vault."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, insert, update
from support.laptop import Laptop, receipt_of
from support.meetings import Made

from sync.hub import tables
from sync.hub.database import Database
from sync.hub.stored import keep, milliseconds
from sync.hub.tables import PacketState, To
from sync.model.events import ApprovePacket, Body, PublishPacket, SubmitPacket
from sync.model.ids import TenantId
from sync.model.people import Role
from sync.wire.codec import digest
from sync.wire.envelope import Envelope, Kind
from sync.wire.messages import MAX_EVENTS
from tools.office import HubProcess, Office, make_office, start_hub


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
        """Submit, approve, publish through the hub's ledger: many events an exchange."""
        secretary, approver = self.secretary, self.approver
        for start in range(0, len(packets), MAX_EVENTS):
            some = packets[start : start + MAX_EVENTS]
            self._lay(some)
            submitted = [
                SubmitPacket(manifest=one.digest, signature=secretary.sign_manifest(one.payload))
                for one in some
            ]
            approved = [
                ApprovePacket(manifest=one.digest, signature=approver.sign_manifest(one.payload))
                for one in some
            ]
            _act(secretary, some, submitted)
            _act(approver, some, approved)
            _act(secretary, some, [PublishPacket(manifest=one.digest) for one in some])

    def fill(self, packets: Sequence[Made]) -> None:
        """Rows as submitting, approving and publishing leave them, for more packets than can be sent here.

        Without the desk's events: the desk's laptops are not to talk afterwards. The hub is started again.
        """
        self._lay(packets)
        self.hub.stop()
        database = Database(self.office.folder / "hub.db")
        try:
            for start in range(0, len(packets), MAX_EVENTS):
                with database.write() as connection:
                    for packet in packets[start : start + MAX_EVENTS]:
                        self._insert(connection, packet)
        finally:
            database.close()
        self.hub.start()

    def _insert(self, connection: Connection, packet: Made) -> None:
        manifest = packet.manifest
        signatures = tuple(by.manifest_signature(packet.payload) for by in (self.secretary, self.approver))
        made = milliseconds(manifest.made.timestamp())
        connection.execute(
            insert(tables.packets).values(
                manifest=packet.digest,
                meeting=packet.meeting,
                version=manifest.version,
                previous=manifest.previous,
                state=PacketState.PUBLISHED,
                submitter=self.secretary.cert.person,
                envelope=keep(Envelope(Kind.MANIFEST, packet.payload, signatures)),
                lease=milliseconds(manifest.lease.timestamp()),
                changed=0,
                published=made,
            )
        )
        readers = sorted({*manifest.readers, *(entry.person for entry in manifest.roll)})
        connection.execute(
            insert(tables.readers), [{"meeting": packet.meeting, "person": person} for person in readers]
        )
        places = [
            connection.execute(
                insert(tables.deliveries)
                .values(packet=packet.digest, audience=audience, meeting=packet.meeting)
                .returning(tables.deliveries.c.seq)
            ).scalar_one()
            for audience in (To.DESK, To.DESK, To.MEETING)
        ]
        connection.execute(
            update(tables.packets)
            .where(tables.packets.c.manifest == packet.digest)
            .values(changed=places[-1])
        )

    def close(self) -> None:
        """Stop the hub."""
        self.secretary.close()
        self.approver.close()
        self.hub.stop()

    def _lay(self, packets: Sequence[Made]) -> None:
        """Blobs straight into the hub's folder: an upload would make each durable, which takes minutes."""
        for blob in (blob for packet in packets for blob in packet.blobs):
            name = digest(blob)
            (self.office.folder / "blobs" / name[:2] / name).write_bytes(blob)


@contextmanager
def bare_office(root: Path, *, tls: bool) -> Iterator[BareOffice]:
    """One for the length of a ``with`` block."""
    made = BareOffice(root, tls=tls)
    try:
        yield made
    finally:
        made.close()


def _act(laptop: Laptop, packets: Sequence[Made], bodies: Sequence[Body]) -> None:
    """One event a packet, all in one exchange; every one must be accepted."""
    events = [laptop.event(packet.meeting, body) for packet, body in zip(packets, bodies, strict=True)]
    reply = laptop.exchange(*events)
    for event in events:
        receipt = receipt_of(reply.outcomes, event.event_id)
        assert receipt.accepted, receipt
