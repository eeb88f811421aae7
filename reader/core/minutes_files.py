"""The minutes of a meeting as a Word file, by the office's own template where it has one. In clear."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from reader.core.book import Book
from reader.core.desk import desk
from reader.core.exporting import write_export
from sync.errors import Code, SohopError
from sync.model.ids import MeetingId

_TEMPLATE: Final = "minutes.template"


def export_minutes(book: Book, meeting: MeetingId, path: Path) -> Path:
    """Write them, whole or not at all.

    Raises ``SohopError``: ``PACKET_UNKNOWN``; ``TEMPLATE_WRONG`` (``what``); ``DISK_FULL | FILE_REFUSED``.
    """
    from reader.core.office.minutes import minutes
    from reader.core.office.minutes_docx import minutes_docx, template

    view = desk(book, meeting)
    if view is None:
        raise SohopError(Code.PACKET_UNKNOWN)
    write_export(path, minutes_docx(minutes(view), own_template(book) or template()))
    return path


def own_template(book: Book) -> bytes | None:
    """The office's, where one was chosen on this laptop."""
    return book.vault.settings.get(_TEMPLATE, bytes, b"") or None


def choose_template(book: Book, path: Path | None) -> None:
    """Use this Word file from now on, None for the program's own. It is tried at once, with nothing in it.

    Raises ``SohopError(FILE_… | TEMPLATE_WRONG | DISK_FULL)``; then the former one stays.
    """
    from reader.core.inspecting import FileSource
    from reader.core.office.minutes_docx import minutes_docx, nothing

    if path is None:
        book.vault.settings.put(_TEMPLATE, b"")
        return
    source = FileSource(path)
    if source.size > 10 * 1024 * 1024:
        raise SohopError(Code.TEMPLATE_WRONG, what=f"{source.size // 1024**2} MB")
    data = bytearray(source.size)
    source.read_into(memoryview(data))
    minutes_docx(nothing(), bytes(data))
    book.vault.settings.put(_TEMPLATE, bytes(data))


def save_template(path: Path) -> Path:
    """Write the program's own template, to be changed in Word.

    Raises ``SohopError(DISK_FULL | FILE_REFUSED)``.
    """
    from reader.core.office.minutes_docx import template

    write_export(path, template())
    return path
