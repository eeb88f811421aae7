"""The papers around a meeting that are written by templates; the office's own templates where it has some.

Each becomes a Word file, or a PDF where LibreOffice is installed. In clear.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.book import Book
from reader.core.converting import convert
from reader.core.exporting import write_export
from reader.resources import resource
from sync.errors import Code, SohopError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


class Paper(StrEnum):
    """A paper, by the name under which an office's own template is kept."""

    MINUTES = "minutes"
    INVITATION = "invitation"
    RESOLUTION = "resolution"
    RESULT = "result"


_FILES = {
    Paper.MINUTES: "bien-ban",
    Paper.INVITATION: "giay-moi",
    Paper.RESOLUTION: "nghi-quyet",
    Paper.RESULT: "ket-qua",
}
_LARGEST = 10 * 1024 * 1024


def written(book: Book, paper: Paper, values: DataclassInstance) -> bytes:
    """The paper as a Word file, by the office's template or the program's.

    Raises ``SohopError(TEMPLATE_WRONG)`` (``what``).
    """
    from reader.core.office.template import fill

    return fill(values, own_template(book, paper) or template(paper))


def save_paper(
    path: Path, data: bytes, soffice: Path | None, stopped: Callable[[], bool] = lambda: False
) -> Path:
    """Write a paper, as PDF where ``path`` ends in ``.pdf``; whole or not at all. May take seconds.

    A name that ends in neither ``.pdf`` nor ``.docx`` gets the latter.

    Raises ``SohopError``: ``DISK_FULL | FILE_REFUSED``; for a PDF as ``convert``; ``StoppedError``.
    """
    if path.suffix.lower() not in (".pdf", ".docx"):
        path = path.with_name(f"{path.name}.docx")
    if path.suffix.lower() == ".pdf":
        data = convert(soffice, data, f"{path.stem}.docx", stopped)
    write_export(path, data)
    return path


def template(paper: Paper) -> bytes:
    """The template that comes with the program."""
    return Path(resource(f"templates/{_FILES[paper]}.docx")).read_bytes()


def own_template(book: Book, paper: Paper) -> bytes | None:
    """The office's, where one was chosen on this laptop."""
    return book.vault.settings.get(_key(paper), bytes, b"") or None


def choose_template(book: Book, paper: Paper, path: Path | None) -> None:
    """Use this Word file from now on, None for the program's own. It is tried at once, with nothing in it.

    Raises ``SohopError(FILE_… | TEMPLATE_WRONG | DISK_FULL)``; then the former one stays.
    """
    from reader.core.inspecting import FileSource
    from reader.core.office.template import fill

    if path is None:
        book.vault.settings.put(_key(paper), b"")
        return
    source = FileSource(path)
    if source.size > _LARGEST:
        raise SohopError(Code.TEMPLATE_WRONG, what=f"{source.size // 1024**2} MB")
    data = bytearray(source.size)
    source.read_into(memoryview(data))
    fill(nothing(paper), bytes(data))
    book.vault.settings.put(_key(paper), bytes(data))


def save_template(paper: Paper, path: Path) -> Path:
    """Write the program's own template, to be changed in Word.

    Raises ``SohopError(DISK_FULL | FILE_REFUSED)``.
    """
    write_export(path, template(paper))
    return path


def nothing(paper: Paper) -> DataclassInstance:
    """Values in which every part that a template can name is there: to try one."""
    from reader.core.office import invitation, minutes, resolution, result_paper

    makers: dict[Paper, Callable[[], DataclassInstance]] = {
        Paper.MINUTES: minutes.nothing,
        Paper.INVITATION: invitation.nothing,
        Paper.RESOLUTION: resolution.nothing,
        Paper.RESULT: result_paper.nothing,
    }
    return makers[paper]()


def _key(paper: Paper) -> str:
    return f"{paper}.template"
