"""The Word and Excel files in an archive: minutes, result sheets, opinions; the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from reader.core.book import Book
from reader.core.papers import Paper, written
from reader.core.result_files import result_files
from reader.core.views import DeskView

_THEN: Final = (1980, 1, 1, 0, 0, 0)


def papers(book: Book, view: DeskView, until: datetime, *, minutes: bool) -> Iterator[tuple[str, bytes]]:
    """Each with its name, in an archive's order; ``minutes``: also those that the program writes.

    Raises ``SohopError(TEMPLATE_WRONG)``.
    """
    # Only here: nobody's window waits for what writes Word and Excel files.
    from reader.core.office.docx_file import as_docx
    from reader.core.office.minutes import minutes as told
    from reader.core.office.summary import summarise
    from reader.core.office.xlsx_file import as_xlsx

    if minutes:
        made = written(book, Paper.MINUTES, told(view))
        yield "bien-ban/bien-ban-may-ghi.docx", settled(made)
    for name, data in sorted(result_files(book, view, until).items()):
        yield f"ket-qua/{name}", settled(data)
    summary = summarise(view, until)
    yield "y-kien/tong-hop-y-kien.docx", settled(as_docx(summary))
    yield "y-kien/tong-hop-y-kien.xlsx", settled(as_xlsx(summary))


def settled(data: bytes) -> bytes:
    """The same Office file without the moment at which its parts were packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as read, zipfile.ZipFile(out, "w") as packed:
        for part in read.infolist():
            named = zipfile.ZipInfo(part.filename, _THEN)
            named.compress_type, named.external_attr = part.compress_type, part.external_attr
            packed.writestr(named, read.read(part))
    return out.getvalue()
