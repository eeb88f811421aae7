"""An archive opened again: what it holds and whether it verifies, its documents to be read, its readable part
unpacked. Nothing of it is believed before all of it was checked."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from reader.core.exporting import refusal_is_said
from reader.core.plain import plain_line
from reader.pdf.stopping import go_on
from reader.store.files import private, sync_folder
from sync import verify
from sync.errors import Code, SohopError
from sync.model.ids import Digest

Tell = Callable[[float], None]
Stopped = Callable[[], bool]
_FOR_PEOPLE: Final = ("muc-luc.html", "tai-lieu/", "tai-lieu-ban-cu/", "bien-ban/", "ket-qua/", "y-kien/")


@dataclass(frozen=True)
class ArchivedDocument:
    """One document of an archive, as the PDF child's source. ``entry`` is where it lies; None: left out."""

    name: str
    sha256: Digest
    path: Path
    entry: verify.Entry | None

    @property
    def size(self) -> int:
        """In bytes."""
        return 0 if self.entry is None else self.entry.size

    def read_into(self, buffer: memoryview) -> None:
        """Fill ``buffer`` (``size`` bytes) with what was checked.

        Raises ``SohopError(FILE_UNREADABLE)``, also when the file is another by now.
        """
        assert self.entry is not None, "what was left out is not opened"
        try:
            with self.path.open("rb", buffering=0) as file:
                file.seek(self.entry.start)
                filled = 0
                while filled < len(buffer):
                    count = file.readinto(buffer[filled:])
                    if not count:
                        raise SohopError(Code.FILE_UNREADABLE, name=self.path.name)
                    filled += count
        except OSError as error:
            raise SohopError(Code.FILE_UNREADABLE, name=self.path.name) from error
        if hashlib.sha256(buffer).hexdigest() != self.sha256:
            raise SohopError(Code.FILE_UNREADABLE, name=self.path.name)


@dataclass(frozen=True)
class ArchivedItem:
    """One item of the agenda."""

    number: str
    title: str
    documents: tuple[ArchivedDocument, ...]


@dataclass(frozen=True)
class ArchiveView:
    """A good archive, for whoever shows it. ``own``: it begins with the root key that this laptop knows."""

    path: Path
    title: str
    office: str
    starts: str
    """RFC 3339."""
    place: str
    own: bool
    fingerprint: str
    signers: tuple[str, ...]
    items: tuple[ArchivedItem, ...]
    motions: tuple[verify.MotionShown, ...]
    checked: tuple[str, ...]
    """What was checked, a sentence each."""
    sums: Mapping[str, str]
    """SHA-256 of every entry."""
    digest: str
    """SHA-256 of its list."""


def look(
    path: Path,
    root_key: bytes | None,
    language: str,
    tell: Tell = lambda _: None,
    stopped: Stopped = lambda: False,
) -> ArchiveView:
    """Check an archive and say what it holds. One of another office is checked by its own root key.

    Raises ``SohopError(ARCHIVE_BROKEN)`` with the place and the reason; ``StoppedError``.
    """

    def heard(share: float) -> None:
        go_on(stopped)
        tell(share)

    english, own = language == "en", root_key is not None
    outcome = verify.check_archive(path, root_key, heard)
    if outcome.broken is not None and outcome.broken.why is verify.Why.OTHER_ROOT:
        own, outcome = False, verify.check_archive(path, None, heard)
    if outcome.broken is not None or outcome.contents is None:
        assert outcome.broken is not None
        why = verify.reason(outcome.broken, english=english)
        raise SohopError(Code.ARCHIVE_BROKEN, name=path.name, why=why)
    contents = outcome.contents
    return ArchiveView(
        path=path,
        title=plain_line(contents.packet.title),
        office=plain_line(contents.office),
        starts=contents.packet.starts,
        place=plain_line(contents.packet.place),
        own=own,
        fingerprint=contents.fingerprint,
        signers=tuple(map(plain_line, contents.signers)),
        items=tuple(_item(path, item) for item in contents.packet.items),
        motions=contents.motions,
        checked=tuple(verify.lines(outcome, english=english)),
        sums=contents.sums,
        digest=contents.digest,
    )


def unpack(
    view: ArchiveView,
    folder: Path,
    language: str,
    tell: Tell = lambda _: None,
    stopped: Stopped = lambda: False,
) -> int:
    """Write what people read into a new folder, whole or not at all; how many files. Only what was checked
    is written, whatever became of the file since.

    Raises ``SohopError``: ``FILE_REFUSED`` for a folder that is there and not empty, or can't be written to;
    ``DISK_FULL``; ``ARCHIVE_BROKEN``. ``StoppedError``.
    """
    partial: Path | None = None
    with refusal_is_said(folder), view.path.open("rb") as file:
        try:
            zipped = verify.Container(file)
            entries = [entry for entry in zipped.entries if entry.name.startswith(_FOR_PEOPLE)]
            total = sum(entry.size for entry in entries)
            if shutil.disk_usage(folder.parent).free < total:
                raise SohopError(Code.DISK_FULL)
            with suppress(FileNotFoundError):
                folder.rmdir()  # one that is empty
            partial = Path(mkdtemp(".partial", f"{folder.name[:80]}.", folder.parent))
            done = 0
            for entry in entries:
                target = partial.joinpath(*entry.name.split("/"))
                target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                sha256 = hashlib.sha256()
                with open(target, "xb", opener=private) as out:
                    for piece in zipped.pieces(entry):
                        go_on(stopped)
                        out.write(piece)
                        sha256.update(piece)
                        done += len(piece)
                        tell(done / max(1, total))
                    out.flush()
                    os.fsync(out.fileno())
                if sha256.hexdigest() != view.sums.get(entry.name):
                    raise verify.BrokenError(entry.name, verify.Why.DIGEST)
            os.replace(partial, folder)
            sync_folder(folder.parent)
        except verify.BrokenError as broken:
            why = verify.reason(broken, english=language == "en")
            raise SohopError(Code.ARCHIVE_BROKEN, name=view.path.name, why=why) from broken
        finally:
            if partial is not None:
                shutil.rmtree(partial, ignore_errors=True)
    return len(entries)


def _item(path: Path, item: verify.ItemShown) -> ArchivedItem:
    documents = tuple(
        ArchivedDocument(plain_line(one.name), Digest(one.sha256), path, one.entry) for one in item.documents
    )
    return ArchivedItem(plain_line(item.number), plain_line(item.title), documents)
