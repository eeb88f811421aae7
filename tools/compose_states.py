"""A packet being made and one to be approved, from the sample: for the pictures of ``make shots``."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from PySide6.QtWidgets import QWidget

from reader.core.composing import composition as steps
from reader.core.composing.changes import Changes
from reader.core.composing.checking import FileFacts, check
from reader.core.composing.composition import ComposedDocument, ComposedItem, Composition
from reader.core.composing.drafting import DraftFile, DraftView
from reader.core.composing.folder import read_folder
from reader.core.composing.guessing import guess
from reader.core.composing.motions import Lack
from reader.core.composing.showing import ComposeView
from reader.core.composing.submitting import Stage, Standing
from reader.core.composing.tables import URGENCY
from reader.resources import resource
from reader.ui.compose.model import MEETING
from reader.ui.compose.screen import ComposeScreen
from sync.model.ids import Digest, DocumentId, ItemId, MeetingId, PersonId
from sync.model.people import PersonEntry, Role

_FACTS: dict[str, dict[str, Any]] = {
    "08_": {"has_text": False},
    "06_": {"wants_annex": True},
    "04_": {"signed": True},
}
"""What is found out about some files, by the beginning of their name."""


def composing(**changes: Any) -> ComposeView:
    """The sample's packet as a second version that is being made."""
    packet, files = _sample()
    if lacking := changes.pop("lacking", False):
        packet = steps.set_motion(packet, packet.motions[-1].id, question="")
    facts = {digest: file.facts for digest, file in files.items()}
    draft = DraftView(
        packet=packet,
        files=files,
        remarks=check(packet, facts),
        saved_at=datetime.now(UTC),
        can_undo=True,
        can_redo=False,
        version=2,
        lacks={packet.motions[-1].id: (Lack.QUESTION,)} if lacking else {},
    )
    people = tuple(
        PersonEntry(person=PersonId(f"p-{n}"), name=f"Đại biểu {n}", roles=(Role.DELEGATE,))
        for n in range(26)
    )
    values: dict[str, Any] = {
        "meeting": MeetingId(packet.meeting.id),
        "draft": draft,
        "people": people,
        "standing": Standing(),
        "published": 1,
        "changes": Changes(),
    }
    return ComposeView(**{**values, **changes})


def document_chosen() -> QWidget:
    """The panel shows a document."""
    view = composing()
    return _screen(view, next(one.id for _, one in view.draft.packet.documents() if "12/TTr" in one.symbol))


def meeting_chosen() -> QWidget:
    """The panel shows the meeting itself."""
    return _screen(composing(), MEETING)


def motion_chosen() -> QWidget:
    """The panel shows a motion that lacks its question."""
    view = composing(lacking=True)
    return _screen(view, view.draft.packet.motions[-1].id)


def submitted() -> QWidget:
    """The hub has it; the approver's turn."""
    view = composing(standing=Standing(Stage.SUBMITTED))
    return _screen(view, view.draft.packet.items[1].id)


def published_in_room() -> QWidget:
    """The room has it, the office not yet."""
    view = composing(standing=Standing(Stage.PUBLISHED, in_room=True))
    return _screen(view, view.draft.packet.items[1].id)


def _screen(view: ComposeView, row: str) -> ComposeScreen:
    screen = ComposeScreen()
    screen.set_view(view, row)
    return screen


def _sample() -> tuple[Composition, dict[Digest, DraftFile]]:
    folder = read_folder(resource("sample"))
    files: dict[Digest, DraftFile] = {}
    items = []
    for item in folder.table.item:
        documents = []
        for document in item.document:
            digest = Digest(f"{len(files):064x}")
            facts: dict[str, Any] = {"pages": 9, "has_text": True, **_FACTS.get(document.file[:3], {})}
            size = (folder.root / document.file).stat().st_size
            files[digest] = DraftFile(document.file, size, FileFacts(**facts))
            documents.append(
                ComposedDocument(
                    id=DocumentId(document.id),
                    file=digest,
                    name=document.name,
                    kind=guess(document.name.replace("/", "-")).kind,
                    symbol=document.symbol,
                    summary=document.summary,
                    issuer=document.issuer,
                    issued=document.date,
                    urgency=URGENCY[document.urgency],
                )
            )
        items.append(
            ComposedItem(
                id=ItemId(item.id),
                title=item.title,
                speaker=item.speaker,
                starts=item.starts,
                documents=tuple(documents),
            )
        )
    packet = Composition(meeting=folder.table.meeting, items=tuple(items), motions=folder.table.motion)
    return packet, files
