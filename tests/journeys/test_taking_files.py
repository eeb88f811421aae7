"""Files on their way into a packet when the disk is full, or the program is killed: the draft is as it was or
as it should become, and the same files go in the next time."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pymupdf
import pytest
from support.packets import NOON, PASSPHRASE, PaperOffice

from reader.core.book import Book
from reader.core.composing import beginning, drafting
from reader.core.composing import composition as steps
from reader.store.vault import Vault
from sync.model.ids import MeetingId

pytestmark = pytest.mark.skipif(os.name == "nt", reason="limits and kills are those of POSIX")

KILLS = 2 + int(os.environ.get("SOHOP_RANDOM_KILLS", "0")) // 30
FILES = 24
PROGRAM = """
import resource, signal, sys
from pathlib import Path
from reader.core.book import Book
from reader.core.composing import drafting
from reader.core.composing.taking import Basket, take
from reader.pdf import PdfClient
from reader.store.vault import Vault
from sync.errors import SohopError
from sync.model.ids import MeetingId

profile, passphrase, meeting, folder, room = sys.argv[1:]
book = Book(Vault.open(Path(profile), passphrase))
files = tuple(sorted(Path(folder).glob("*.pdf")))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

def on_book(room):
    def run(work):
        # Only what the vault writes: the PDF child and its pages are not the disk.
        largest = max(one.stat().st_size for one in Path(profile).rglob("*") if one.is_file())
        most = largest + room if room else resource.RLIM_INFINITY
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
        try:
            return work(book)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    return run

def put(room):
    client = PdfClient(background=True)
    try:
        tell = lambda share: print(f"{share:.3f}", flush=True)
        take([Basket(files, title="Hai")], client, on_book(room), MeetingId(meeting), tell)
        print("taken", flush=True)
    except SohopError as error:
        print(error.code, flush=True)
    finally:
        client.close()

put(int(room))
if int(room):
    print(len(drafting.load(book, MeetingId(meeting)).packet.items), flush=True)
    put(0)
book.vault.close()
"""


@pytest.fixture
def draft(tmp_path: Path) -> MeetingId:
    """A meeting with one item of its own, in a closed vault; and a folder of files."""
    office = PaperOffice()
    book = office.book(tmp_path / "thu", office.thu)
    meeting = beginning.begin(book, "Kỳ họp mới", NOON, NOON.replace(hour=23))
    drafting.change(book, meeting, lambda packet: steps.add_item(packet, "Một")[0])
    book.vault.close()
    noise = random.Random(3)
    (tmp_path / "files").mkdir()
    for number in range(FILES):
        document = pymupdf.open()
        document.new_page().insert_text((72, 72), f"so {number}")
        document.embfile_add("n", noise.randbytes(60_000))
        document.save(tmp_path / "files" / f"{number:02}.pdf")
    return meeting


def child(tmp_path: Path, meeting: MeetingId, room: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [
            *(sys.executable, "-c", PROGRAM),
            *(str(tmp_path / "thu"), PASSPHRASE, meeting, str(tmp_path / "files"), str(room)),
        ],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
    )


def titles(book: Book, meeting: MeetingId) -> list[tuple[str, int]]:
    packet = drafting.load(book, meeting).packet
    return [(item.title, len(item.documents)) for item in packet.items]


def test_a_full_disk_leaves_the_draft_as_it_was_and_the_files_go_in_later(
    tmp_path: Path, draft: MeetingId
) -> None:
    with child(tmp_path, draft, 40_000) as made:
        assert made.stdout is not None
        said = made.stdout.read().split()
    assert "disk_full" in said
    assert said[said.index("disk_full") + 1] == "1"
    assert said[-1] == "taken"
    book = Book(Vault.open(tmp_path / "thu", PASSPHRASE))
    try:
        assert titles(book, draft) == [("Một", 0), ("Hai", FILES)]
        view = drafting.load(book, draft)
        assert all(one.file in view.files for _, one in view.packet.documents())
    finally:
        book.vault.close()


@pytest.mark.parametrize(
    "seed", [*range(2), *(pytest.param(seed, marks=pytest.mark.storm) for seed in range(2, KILLS))]
)
def test_a_kill_leaves_the_draft_whole_and_no_file_that_nobody_names(
    seed: int, tmp_path: Path, draft: MeetingId
) -> None:
    after = random.Random(seed).randint(1, FILES)
    with child(tmp_path, draft, 0) as made:
        assert made.stdout is not None
        seen = list(islice(made.stdout, after))
        made.kill()
        seen += list(made.stdout)
    assert len(seen) >= after
    book = Book(Vault.open(tmp_path / "thu", PASSPHRASE))
    try:
        whole = [("Một", 0), ("Hai", FILES)]
        assert titles(book, draft) in ([("Một", 0)], whole)
        if "taken\n" in seen:
            assert titles(book, draft) == whole
        drafting.sweep(book, draft)  # as the next start does
        named = {one.file for _, one in drafting.load(book, draft).packet.documents()}
        assert set(book.vault.drafts.files(draft)) == named
        for digest in named:
            assert book.vault.drafts.read(draft, digest).startswith(b"%PDF")
    finally:
        book.vault.close()
