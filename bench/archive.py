"""The archive of a meeting with 400 MB of documents beside ``zip -0``: how fast, and in how much memory.

Ours decrypts, writes, hashes and signs, then reads it all again and checks it; ``zip -0`` only copies files
that lie there in clear.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from _common import Bound, Figure, arguments, show
from support.packets import MEETING, PASSPHRASE, PaperOffice

from reader.core import archiving
from reader.core.archive.plan import Wishes
from reader.core.book import Book
from reader.store.chunk_lists import ChunkList
from reader.store.packets import recipe
from reader.store.vault import Vault
from sync import verify

_COUNT = 20
_MB = 1024**2


def main() -> None:
    """Measure both, ours in a process of its own."""
    if len(sys.argv) == 4 and sys.argv[1] == "make":
        _make(Path(sys.argv[2]), Path(sys.argv[3]))
        return
    options = arguments(__doc__ or "", runs=3)
    size = (2 if options.small else 400) * _MB // _COUNT
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _prepare(folder, size)
        ours = [_ours(folder) for _ in range(options.runs)]
        peers = [_zip(folder) for _ in range(options.runs)] if shutil.which("zip") else []
    megabytes = size * _COUNT / 1e6
    made, checked, memory = (min(each[number] for each in ours) for number in range(3))
    goal = None if options.small else 50.0
    figures = [
        Figure("made and checked", megabytes / made, "MB/s", goal, Bound.AT_LEAST),
        Figure("checked alone", megabytes / checked, "MB/s"),
        Figure("memory above that of the opened book", memory, "MB", 64.0),
    ]
    if peers:
        figures.append(Figure("zip -0 of plain files", megabytes / min(peers), "MB/s"))
    show(
        f"Archive of {_COUNT} documents, {megabytes:.0f} MB",
        figures,
        "unlocking the book, starting Python; votes and opinions (there are none)"
        + ("" if peers else "; zip is not installed"),
        as_json=options.json,
    )


def _prepare(folder: Path, size: int) -> None:
    """The secretary's book with the documents in it, and the same documents in clear for the peer."""
    office, dice = PaperOffice(), random.Random(11)
    book = office.book(folder / "thu", office.thu)
    plain = folder / "plain"
    plain.mkdir()
    documents = []
    for number in range(_COUNT):
        data = b"%PDF-1.7 " + dice.randbytes(size - 9)
        (plain / f"{number:02}.pdf").write_bytes(data)
        documents.append(office.document(data, f"d-{number}", f"Tài liệu {number}"))
    item = office.item(*documents)
    office.deliver(book.vault, office.manifest(item, motions=()), item)
    for number, document in enumerate(documents):
        chunks = ChunkList.of(document.chunks)
        kept = book.vault.documents.begin(MEETING, document.sha256, document.size, recipe(chunks))
        book.vault.documents.fill(kept, (plain / f"{number:02}.pdf").read_bytes(), chunks)
    book.vault.close()


def _ours(folder: Path) -> tuple[float, float, float]:
    """Seconds to make it, seconds to check it, megabytes that it took."""
    command = [sys.executable, __file__, "make", str(folder / "thu"), str(folder / "a.zip")]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=dict(os.environ))
    made, checked, memory = map(float, done.stdout.split())
    return made, checked, memory


def _make(profile: Path, path: Path) -> None:
    book = Book(Vault.open(profile, PASSPHRASE))
    archiving.offer(book, MEETING)
    before = _memory(forget=True)
    began = time.perf_counter()
    made = archiving.make(lambda work: work(book), MEETING, path, Wishes())
    took = time.perf_counter() - began
    memory = _memory() - before
    began = time.perf_counter()
    outcome = verify.check_archive(path, book.identity.root_key)
    checked = time.perf_counter() - began
    assert made.broken == "", made
    assert outcome.broken is None, outcome.broken
    book.vault.close()
    print(took, checked, memory)


def _memory(*, forget: bool = False) -> float:
    """The most that this process ever had, or has now after `forget`; in MB, as Linux counts it."""
    if forget:
        Path("/proc/self/clear_refs").write_text("5", "ascii")
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def _zip(folder: Path) -> float:
    path = folder / "peer.zip"
    path.unlink(missing_ok=True)
    began = time.perf_counter()
    subprocess.run(["zip", "-0", "-q", "-r", str(path), "plain"], check=True, cwd=folder)
    with path.open("rb") as file:
        os.fsync(file.fileno())
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
