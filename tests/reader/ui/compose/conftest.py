"""The secretary Thu before the window, with a real vault and people of the office."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from support.packets import MEETING
from support.windows import WindowOffice, WindowReader, before_the_window, copied

from reader.core.composing import composition as steps
from reader.core.composing import drafting
from reader.core.composing.showing import ComposeView
from reader.core.preparing import Blob
from reader.ui.compose.composer import Composer
from reader.ui.compose.screen import ComposeScreen
from reader.ui.widgets import Dialog
from sync.errors import Code, SohopError
from sync.model.ids import Digest, MeetingId
from sync.model.people import PersonEntry, Role
from sync.wire.codec import digest

PEOPLE = (
    PersonEntry(person="p-lan", name="Nguyễn Thị Lan", title="Tổ 1", roles=(Role.DELEGATE,)),
    PersonEntry(person="p-minh", name="Đỗ Văn Minh", roles=(Role.DELEGATE,)),
    PersonEntry(person="p-khach", name="Hoàng Khách", roles=(Role.GUEST,)),
)


def a_pdf(path: Path, *words: str) -> Path:
    """A page with these lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    document = pymupdf.open()
    page = document.new_page()
    for number, line in enumerate(words or ("khoa hop",)):
        page.insert_text((72, 72 + 20 * number), line)
    document.save(path)
    return path


class Line:
    """Keeps what is brought; may be cut, or wait until it may go or is stopped."""

    def __init__(self) -> None:
        self.blobs: dict[Digest, bytes] = {}
        self.cut = False
        self.stopped = False
        self.may_go = threading.Event()
        self.may_go.set()

    def __call__(self, blobs: Iterable[Blob], arrived: Callable[[int], None]) -> int:
        sent = 0
        for name, read in blobs:
            assert self.may_go.wait(20)
            if self.cut or self.stopped:
                raise SohopError(Code.OFFLINE)
            data = read()
            assert digest(data) == name
            if name not in self.blobs:
                self.blobs[name] = data
                sent += len(data)
                arrived(len(data))
        return sent

    def stop(self) -> None:
        self.stopped = True
        self.may_go.set()


class Desk(WindowOffice):
    """Thu's laptop, with a published meeting of one document."""

    def __init__(self, profile: Path) -> None:
        super().__init__(profile)
        self.uploading = Line()
        self.data = a_pdf(profile.parent / "cu.pdf", "ban da phat hanh").read_bytes()
        book = self.paper.book(profile, self.paper.thu)
        book.vault.trust.put_people(PEOPLE)
        item = self.paper.item(self.paper.document(self.data))
        manifest = self.paper.manifest(item, starts=datetime.now(UTC) + timedelta(days=1), motions=())
        self.paper.deliver(book.vault, manifest, item)
        self.arrive(book, MEETING, item.documents[0], self.data)
        book.vault.close()

    def uploads(self, _: Any) -> Line:
        self.uploading.stopped = False
        return self.uploading


class Secretary(WindowReader[Desk]):
    """Thu."""

    @property
    def composer(self) -> Composer:
        return self.book.composing.composer

    @property
    def screen(self) -> ComposeScreen:
        return self.composer.screen

    @property
    def view(self) -> ComposeView:
        view = self.composer.view
        assert view is not None
        return view

    def begin(self, title: str = "Kỳ họp mới") -> None:
        """A new meeting from nothing."""
        starts = datetime.now().astimezone() + timedelta(days=7)
        self.book.composing.begin(title, starts, starts + timedelta(hours=3))
        self.wait(lambda: self.screen.isVisible() and self.composer.view is not None, "the draft is shown")

    def with_files(self, tmp_path: Path, *names: str) -> None:
        """A new meeting with one item "Mục một" and these files in it."""
        self.begin()
        self.composer.step(lambda packet: steps.add_item(packet, "Mục một")[0])
        self.wait(lambda: self.view.draft.packet.items, "the item is there")
        paths = [a_pdf(tmp_path / "tep" / name, name) for name in names]
        self.composer.add_files(paths, self.view.draft.packet.items[0].id)
        self.wait(lambda: len(self.names()) == len(names), "the files are in")

    def names(self) -> list[str]:
        """Of all documents, in order."""
        return [one.name.lower() for _, one in self.view.draft.packet.documents()]

    def titles(self) -> list[str]:
        """Of the list's rows, without the meeting's."""
        return [row.title for row in self.screen.list.rows.rows[1:]]

    def row(self, name: str) -> str:
        """The id of the row with that title."""
        return next(row.id for row in self.screen.list.rows.rows if row.title.lower().endswith(name.lower()))

    def write(self, field: QLineEdit, text: str) -> None:
        """Type over what is there, and leave."""
        field.setText(text)
        field.setModified(True)
        field.editingFinished.emit()

    def dialog(self, of: Callable[[], Dialog | None], what: str) -> Dialog:
        """The dialog that comes up."""
        self.wait(lambda: (shown := of()) is not None and shown.isVisible(), what)
        shown = of()
        assert shown is not None
        return shown

    def accept(self, dialog: Dialog) -> None:
        """Press its button."""
        assert dialog.action_button is not None
        self.click(dialog.action_button)

    def saved(self, meeting: MeetingId) -> list[str]:
        """Names of documents as the vault has them."""
        packet = self.window._books.wait(lambda book: drafting.load(book, meeting)).packet
        return [one.name.lower() for _, one in packet.documents()]


@pytest.fixture(scope="module")
def mould(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("office") / "thu")


@pytest.fixture
def secretary(tmp_path: Path, mould: Desk, qtbot: QtBot) -> Iterator[Secretary]:
    office = copied(mould, tmp_path / "thu")
    office.uploading = Line()
    yield from before_the_window(Secretary, office, qtbot)


@pytest.fixture
def pdf() -> Callable[..., Path]:
    """Makes a PDF file."""
    return a_pdf
