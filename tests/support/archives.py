"""A meeting that is over, on the secretary's laptop, and the archive that is made of it.

Two versions, one item whose access the second restricts, a vote, opinions and notes.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from msgspec import structs
from support.evidence import Cast, Story, a_motion
from support.packets import MEETING, NOON, Member, PaperOffice

from reader.core import archiving
from reader.core.archive.plan import Wishes
from reader.core.archive.zip_writer import ZipWriter
from reader.core.book import Book
from reader.store.chunk_lists import ChunkList
from reader.store.packets import recipe
from reader.store.vault import Vault
from sync.model.annotation import Audience, Mark, MarkKind
from sync.model.events import Body, CheckIn, DropOpinion, PutMark, PutOpinion
from sync.model.ids import DocumentId, ItemId
from sync.model.meeting import AgendaItem, Document
from sync.model.opinion import Answer, Attendance, OnDocument, OnItem, OnMark, OnOpinion, Opinion, OpinionKind
from sync.wire.envelope import Envelope, Kind, sign
from sync.wire.messages import Delivered

OLD, NEW, SECRET, ANNEX = (
    b"%PDF-1.7 du toan " + name * 3_000 for name in (b"old ", b"new ", b"secret ", b"annex ")
)
TAKEN_BACK, SECRETLY, SAID = "Câu này xin rút lại", "Về nhân sự: không nên", "Đề nghị tăng chi cho y tế"


@dataclass
class Filed:
    """Everything that this laptop knows of the meeting."""

    office: PaperOffice
    vault: Vault
    new: bytes = NEW
    """The document of the newest version."""
    story: Story = field(init=False)
    seq: int = 0

    def __post_init__(self) -> None:
        office = self.office
        old = self._item(1, "Dự toán", (office.document(OLD, "d-1", "Dự toán năm 2027"),))
        new = self._item(1, "Dự toán", (office.document(self.new, "d-1", "Dự toán năm 2027"), self._annex()))
        few = self._item(
            2, "Nhân sự", (office.document(SECRET, "d-2", "Hồ sơ nhân sự"),), access=(office.lan,)
        )
        before = structs.replace(few, access=(), salt="f" * 32)
        first = office.manifest(old, before)
        lan, minh = office.lan, office.minh
        self.story = Story(
            office,
            a_motion(office, office.motion().rule),
            [Cast(lan, ("c1",)), Cast(minh, ("c2",)), Cast(minh, ("c1",), 2)],
            items=(new, few),
            after=first,
            new_roots=1,
        )
        ground = self.story.ground
        for root in ground.roots:
            self.vault.trust.put_root(root)
        self.vault.trust.put_roster(ground.roster)
        for manifest, items in ((first, (old, before)), (self.story.manifest, (new, few))):
            self.office.deliver(self.vault, manifest, *items)
        for data, document in ((OLD, old), (self.new, new), (ANNEX, new), (SECRET, few)):
            self._arrive(document, data)
        for envelope in (ground.opening, ground.close, ground.closing):
            assert envelope is not None
            self.hear(envelope)
        self.vault.closed.put(self.story.closed)
        self._speak()

    def _annex(self) -> Document:
        return self.office.document(ANNEX, "d-3", "Phụ lục: thu, chi")

    def _item(
        self, number: int, title: str, documents: tuple[Document, ...], access: Iterable[Member] = ()
    ) -> AgendaItem:
        return structs.replace(self.office.item(*documents, number=number, access=access), title=title)

    def _arrive(self, item: AgendaItem, data: bytes) -> None:
        document = next(one for one in item.documents if one.size == len(data) and _has(one, data))
        chunks = ChunkList.of(document.chunks)
        kept = self.vault.documents.begin(MEETING, document.sha256, document.size, recipe(chunks))
        self.vault.documents.fill(kept, data, chunks)

    def hear(self, envelope: Envelope) -> None:
        """The hub hands this on."""
        self.seq += 1
        self.vault.events.add(Delivered(self.seq, NOON + timedelta(minutes=self.seq), envelope))

    def says(self, member: Member, body: Body) -> None:
        """Somebody's act arrives."""
        self.hear(self.office.event(member, body, seq=100 + self.seq))

    def _speak(self) -> None:
        lan, minh, thu = self.office.lan, self.office.minh, self.office.thu
        self.says(lan, CheckIn(at=NOON, state=Attendance.PRESENT))
        self.says(minh, CheckIn(at=NOON, state=Attendance.ABSENT, reason="Bận việc nhà"))
        self.says(lan, PutOpinion(opinion=_opinion("o-1", OnItem(item=ItemId("i-1")), SAID)))
        answer = _opinion("o-2", OnOpinion(opinion="o-1"), "Đã bổ sung", Answer.ACCEPTED)
        self.says(thu, PutOpinion(opinion=answer))
        self.says(lan, PutOpinion(opinion=_opinion("o-3", OnItem(item=ItemId("i-1")), TAKEN_BACK)))
        self.says(lan, DropOpinion(id="o-3"))
        about = OnDocument(document=DocumentId("d-2"), clause="Mục 1")
        self.says(lan, PutOpinion(opinion=_opinion("o-4", about, SECRETLY)))
        mark = Mark(
            id="k-1", document="d-2", sha256=self.story.items[1].documents[0].sha256, page=0,
            kind=MarkKind.NOTE, text=SECRETLY, audience=Audience.SECRETARY,
        )  # fmt: skip
        self.says(lan, PutMark(mark=mark))
        reply = _opinion("o-5", OnMark(mark="k-1"), SECRETLY)
        self.says(thu, PutOpinion(opinion=reply))


def make(book: Book, path: Path, **wishes: object) -> archiving.Made:
    """The archive of it, without threads."""
    return archiving.make(lambda work: work(book), MEETING, path, Wishes(**wishes), language="en")


def entries_of(data: bytes) -> dict[str, bytes]:
    """All of an archive, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        return {one.filename: zipped.read(one) for one in zipped.infolist()}


def packed(entries: dict[str, bytes]) -> bytes:
    """An archive of these, in the one form that there is."""
    out = io.BytesIO()
    writer = ZipWriter(out)
    for name, data in entries.items():
        writer.add(name, [data])
    writer.close()
    return out.getvalue()


def signed(
    entries: dict[str, bytes],
    office: PaperOffice,
    *signers: Member,
    change: Callable[[dict[str, object]], None] = lambda _: None,
) -> dict[str, bytes]:
    """The same with its list written and signed anew: by the secretary unless told otherwise."""
    said = json.loads(entries["ban-liet-ke.json"])
    parts = {name: data for name, data in entries.items() if name not in ("ban-liet-ke.json", "chu-ky.json")}
    said["entries"] = [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in parts.items()
    ]
    change(said)
    payload = json.dumps(said, ensure_ascii=False, indent=1).encode()
    rows = []
    for member in signers or (office.thu,):
        value = sign(Kind.ARCHIVE, office.tenant, payload, member.device, member.key).value
        rows.append(f'{{"signer":"{member.device}","value":"{base64.b64encode(value).decode()}"}}')
    signatures = f'{{"signatures":[{",".join(rows)}]}}\n'.encode()
    return {**parts, "ban-liet-ke.json": payload, "chu-ky.json": signatures}


def _opinion(name: str, about: object, text: str, answer: Answer | None = None) -> Opinion:
    kind = OpinionKind.REPLY if isinstance(about, OnMark | OnOpinion) else OpinionKind.COMMENT
    return Opinion(id=name, kind=kind, about=about, audience=Audience.SECRETARY, text=text, answer=answer)


def _has(document: Document, data: bytes) -> bool:
    return document.sha256 == hashlib.sha256(data).hexdigest()
