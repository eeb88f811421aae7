"""A small office for journeys: a real hub process, four enrolled laptops, a packet made here."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pymupdf

from reader.app.first_start import Enrolling
from reader.app.laptop import Laptop
from reader.core import preparing
from reader.core.composing.folder import read_folder
from reader.core.enrolling import create
from reader.core.inspecting import check_folder
from reader.core.rulebook import rulebook
from sync.engine.enrolment import contact
from sync.model.ids import MeetingId
from tools.demo.stage import ACTORS, APPROVER, SECRETARY, Actor
from tools.office import HubProcess, Office, make_office, start_hub

PASSPHRASE = "con suối chảy qua bản"
MEETING = MeetingId("hop-thu")
FLOOR_KIB = 64 * 1024


class Town:
    """Four laptops under one folder, and the hub they talk to."""

    def __init__(self, root: Path, *, tls: bool = True) -> None:
        self.root = root
        self.office: Office = make_office(root)
        self.hub: HubProcess = start_hub(self.office.folder, tls=tls)
        self.enrol(*ACTORS)

    def enrol(self, *actors: Actor, url: str = "") -> None:
        """A laptop for each, whose hub answers at ``url``."""
        for actor in actors:
            person = self.office.add(actor.name, *actor.roles)
            found = contact(self.office.invite(person, url or self.hub.url))
            book, _ = create(self.root / actor.key, PASSPHRASE, found, Enrolling(found), memory_kib=FLOOR_KIB)
            book.vault.close()
        self.office.sign_roster()

    def laptop(self, actor: Actor) -> Laptop:
        """That person's laptop, opened; close it."""
        return Laptop(self.root / actor.key, PASSPHRASE)

    def submit(self, folder: Path) -> None:
        """Upload and submit; raises what the line raises, and can be called again."""
        packet = read_folder(folder)
        with self.laptop(SECRETARY) as laptop:
            laptop.sync(documents=False)
            draft = preparing.prepare(laptop.book, packet.table, packet, check_folder(packet), rulebook())
            preparing.submit(laptop.book, draft, laptop.uploads, lambda _: None)
            laptop.sync(documents=False)

    def approve(self, meeting: MeetingId = MEETING) -> None:
        """The approver's signature."""
        with self.laptop(APPROVER) as laptop:
            laptop.sync(documents=False)
            preparing.approve(laptop.book, meeting)
            laptop.sync(documents=False)

    def publish(self, meeting: MeetingId = MEETING) -> None:
        """Visible to readers, once approved."""
        with self.laptop(SECRETARY) as laptop:
            laptop.sync(documents=False)
            preparing.publish(laptop.book, meeting)
            laptop.sync(documents=False)


@contextmanager
def town(root: Path, *, tls: bool = True) -> Iterator[Town]:
    """A town for the length of a ``with`` block."""
    made = Town(root, tls=tls)
    try:
        yield made
    finally:
        made.hub.stop()


def make_folder(
    folder: Path, *, words: str = "đường liên thôn", title: str = "Họp thử", noise: int = 0
) -> Path:
    """A packet folder: a text document, one with ``noise`` incompressible bytes, two motions."""
    folder.mkdir(parents=True)
    font = next((Path(__file__).parents[2] / "resources/third_party").rglob("*Sans*Regular.ttf"))
    text = pymupdf.open()
    for number in range(3):
        page = text.new_page()
        page.insert_text((72, 96), f"Trang {number + 1}: {words}", fontname="plex", fontfile=str(font))
    text.save(folder / "a.pdf")
    heavy = pymupdf.open()
    heavy.new_page().insert_text((72, 96), "Phụ lục", fontname="plex", fontfile=str(font))
    if noise:
        heavy.embfile_add("n", random.Random(7).randbytes(noise))
    heavy.save(folder / "b.pdf")
    now = datetime.now(UTC)
    opens = (now - timedelta(days=1)).isoformat()
    until = (now + timedelta(days=3)).isoformat()
    motions = "".join(
        f'[[motion]]\nid = "{name}"\nitem = "muc-1"\nkind = "written_opinion"\ntitle = "Nội dung {name}"\n'
        f'question = "Có tán thành {name} không?"\nopens = {opens}\nuntil = {until}\n'
        for name in ("m-1", "m-2")
    )
    (folder / "packet.toml").write_text(
        f'[meeting]\nid = "{MEETING}"\ntitle = "{title}"\nstarts = {(now + timedelta(days=4)).isoformat()}\n'
        f"ends = {(now + timedelta(days=4, hours=3)).isoformat()}\n"
        '[[item]]\nid = "muc-1"\nnumber = "1"\ntitle = "Mục một"\n'
        '[[item.document]]\nid = "a"\nfile = "a.pdf"\nname = "Báo cáo"\n'
        '[[item.document]]\nid = "b"\nfile = "b.pdf"\nname = "Phụ lục"\n' + motions,
        "utf-8",
    )
    return folder
