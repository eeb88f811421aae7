"""A packet of a reply: believed where the rules allow it, and completed from what is here."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from sync.engine.applied import Applied
from sync.engine.ports import PacketsPort, Who
from sync.errors import Code, SohopError
from sync.model.meeting import Manifest
from sync.trust.directory import Directory
from sync.trust.packets import accept_descriptors, accept_draft, accept_manifest, check_version
from sync.trust.recall import check_recalled
from sync.wire.messages import Packet


class PacketChecks:
    """For one reply, inside its transaction. ``desk``: this laptop is shown drafts."""

    def __init__(self, packets: PacketsPort, who: Who, desk: bool, applied: Applied) -> None:
        self._packets = packets
        self._who = who
        self._desk = desk
        self._applied = applied
        self.halved = False
        """A packet leaves out a descriptor that is not here; at its place it is to be had whole."""

    def check(self, packet: Packet, directory: Directory) -> Callable[[], None]:
        """What keeps it. Raises ``SohopError`` with the rule that refuses it."""
        name, packets = packet.manifest.digest, self._packets
        newest = 0
        if packet.published:
            manifest = accept_manifest(packet.manifest, directory)
            meeting = manifest.meeting.id
            newest = packets.newest_version(meeting)
            here = packets.manifest_of(meeting, manifest.version)
            check_version(manifest, name, newest, here, packets.tombstone(meeting))
        elif self._desk:
            manifest = accept_draft(packet.manifest, directory)
            check_recalled(manifest.version, packets.tombstone(manifest.meeting.id))
        else:
            raise SohopError(Code.ONE_SIGNATURE)
        whole = self._completed(packet, manifest)
        items = accept_descriptors(
            whole.descriptors, manifest, self._who.person, desk=self._desk, whole=not packet.published
        )

        def keep() -> None:
            packets.put(whole, manifest, items)
            if packet.published and newest < manifest.version:
                self._applied.new_versions.append(manifest.meeting.id)

        return keep

    def _completed(self, packet: Packet, manifest: Manifest) -> Packet:
        """With the descriptors that the hub left out, from the versions that are here.

        Raises ``SohopError(MALFORMED)``; ``PACKET_INCOMPLETE`` when one is not here.
        """
        descriptors = list(packet.descriptors)
        for place in packet.kept:
            if place >= len(manifest.items):
                raise SohopError(Code.MALFORMED)
            data = self._packets.descriptor(manifest.items[place])
            if data is None:
                self.halved = True
                raise SohopError(Code.PACKET_INCOMPLETE)
            descriptors.append(data)
        return replace(packet, descriptors=tuple(descriptors), kept=())
