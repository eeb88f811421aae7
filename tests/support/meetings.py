"""Small packets for tests: a meeting with one document a delegate and motions of each timing."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sync.model.ids import Digest, DocumentId, ItemId, MeetingId, MotionId, PersonId, TenantId, new_id
from sync.model.meeting import AgendaItem, Document, Manifest, Meeting
from sync.model.motion import Choice, Late, Motion, Window
from sync.model.people import RollEntry
from sync.model.rules import Base, MotionKind, Rule, Secrecy, Threshold, Timing
from sync.wire.chunks import pieces
from sync.wire.codec import digest, encode_payload
from sync.wire.digests import motion_digest

CHOICES = (
    Choice(id="for", label="Tán thành"),
    Choice(id="against", label="Không tán thành"),
    Choice(id="other", label="Ý kiến khác"),
)


@dataclass(frozen=True)
class Made:
    """A packet ready to be uploaded."""

    manifest: Manifest
    payload: bytes
    blobs: tuple[bytes, ...]
    documents: dict[DocumentId, bytes]

    @property
    def digest(self) -> Digest:
        """The manifest's digest."""
        return digest(self.payload)

    @property
    def meeting(self) -> MeetingId:
        """The meeting's id."""
        return self.manifest.meeting.id

    def motion_digest(self, motion: MotionId) -> Digest:
        """What a ballot on that motion binds."""
        found = self.manifest.motion(motion)
        assert found is not None
        return motion_digest(self.manifest, found)


def make_packet(
    tenant: TenantId,
    roll: Sequence[PersonId],
    *,
    readers: Sequence[PersonId] = (),
    motions: Sequence[Motion] = (),
    previous: Made | None = None,
    restricted: dict[str, Sequence[PersonId]] | None = None,
    size: int = 60_000,
    content: dict[DocumentId, bytes] | None = None,
    now: datetime | None = None,
) -> Made:
    """A packet with the document ``d-all`` for everybody and one more for each entry of ``restricted``.

    Their bytes are ``content``'s, or ``size`` random ones.
    """
    blobs: list[bytes] = []
    documents: dict[DocumentId, bytes] = {}
    items: list[Digest] = []
    for name, access in {"d-all": (), **(restricted or {})}.items():
        data = (content or {}).get(DocumentId(name)) or secrets.token_bytes(size)
        chunks = []
        for chunk, piece in pieces(data):
            chunks.append(chunk)
            blobs.append(piece)
        documents[DocumentId(name)] = data
        document = Document(
            id=DocumentId(name),
            name=name,
            pages=1,
            size=len(data),
            sha256=digest(data),
            chunks=tuple(chunks),
        )
        item = AgendaItem(
            salt=secrets.token_hex(16),
            id=ItemId(f"i-{name}"),
            number="1",
            title="Nội dung",
            documents=(document,),
            access=tuple(access),
        )
        blobs.append(encode_payload(item))
        items.append(digest(blobs[-1]))
    now = now or datetime.now(UTC)
    meeting = (
        previous.manifest.meeting
        if previous is not None
        else Meeting(
            id=MeetingId(new_id("m")),
            title="Kỳ họp thử",
            starts=now + timedelta(hours=1),
            ends=now + timedelta(hours=4),
        )
    )
    manifest = Manifest(
        tenant=tenant,
        meeting=meeting,
        version=1 if previous is None else previous.manifest.version + 1,
        previous="" if previous is None else previous.digest,
        made=now,
        lease=meeting.ends + timedelta(days=7),
        items=tuple(items),
        motions=tuple(motions),
        roll=tuple(RollEntry(person=person, name="Đại biểu") for person in roll),
        readers=tuple(readers),
    )
    payload = encode_payload(manifest)
    return Made(manifest, payload, (*blobs, payload), documents)


def make_motion(
    timing: Timing = Timing.SEALED_UNTIL,
    *,
    until: datetime | None = None,
    opens: datetime | None = None,
    grace_s: int = 0,
    late: Late = Late.RECORDED_ONLY,
    secrecy: Secrecy = Secrecy.OPEN,
    question: str = "Đồng ý không?",
    motion_id: str = "",
) -> Motion:
    """A motion of three choices that needs more than half of all."""
    rule = Rule(
        id="thu",
        version=1,
        kind=MotionKind.WRITTEN_OPINION,
        title="Phiếu lấy ý kiến",
        title_en="Written opinion",
        article="",
        base=Base.TOTAL,
        threshold=Threshold(num=1, den=2),
        timings=(Timing.STRICT, Timing.SEALED_UNTIL),
        secrecies=(Secrecy.OPEN, Secrecy.SECRET),
    )
    if timing is Timing.SEALED_UNTIL and until is None:
        until = datetime.now(UTC) + timedelta(days=1)
    return Motion(
        id=MotionId(motion_id or new_id("mo")),
        item=ItemId("i-d-all"),
        title="Nội dung",
        question=question,
        choices=CHOICES,
        rule=rule,
        window=Window(timing=timing, until=until, opens=opens, grace_s=grace_s, late=late),
        secrecy=secrecy,
    )
