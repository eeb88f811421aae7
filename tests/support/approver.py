"""The approver before the window, with a version that the secretary submitted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pymupdf
from support.packets import MEETING, NOON
from support.windows import WindowOffice, WindowReader

from reader.ui.approve.opened import Approving
from reader.ui.widgets import Paragraph
from sync.model.events import SubmitPacket
from sync.model.people import PersonEntry, Role
from sync.wire.messages import Delivered


def a_pdf(word: str) -> bytes:
    document = pymupdf.open()
    document.new_page().insert_text((72, 72), word)
    return bytes(document.tobytes(garbage=3))


class Desk(WindowOffice):
    """Duyệt's laptop, with a version that Thu submitted."""

    def __init__(self, profile: Path) -> None:
        super().__init__(profile)
        self.data = a_pdf("bo tri 1.850 trieu dong")
        book = self.paper.book(profile, self.paper.duyet)
        book.vault.trust.put_people(
            [PersonEntry(person="p-thu", name="Trần Thị Thu", roles=(Role.SECRETARY,))]
        )
        self.document = self.paper.document(self.data)
        self.item = self.paper.item(self.document)
        self.manifest = self.paper.manifest(self.item, starts=datetime.now(UTC) + timedelta(days=1))
        self.paper.deliver(book.vault, self.manifest, self.item, published=False)
        body = SubmitPacket(manifest=self.paper.signed(self.manifest).digest, signature=bytes(64))
        book.vault.events.add(Delivered(1, NOON, self.paper.event(self.paper.thu, body)))
        book.vault.close()


class Approver(WindowReader[Desk]):
    """Duyệt."""

    @property
    def approving(self) -> Approving:
        return self.book.approving

    def open(self) -> None:
        card = self.book.shelf.approvals
        self.wait(card.isVisible, "what waits is on the shelf")
        self.click(card.stack._rows[0].button)
        self.wait(lambda: self.approving.screen.isVisible(), "it is shown")

    def said(self) -> str:
        return "\n".join(one.text() for one in self.approving.screen.summary.findChildren(Paragraph))

    def documents_arrive(self) -> None:
        self.happens(lambda book: self.office.arrive(book, MEETING, self.office.document, self.office.data))
