"""How an open book's threads begin and end: not on the window's thread, and holding on to no screen."""

from __future__ import annotations

from collections.abc import Callable

from reader.core.book import Book
from reader.core.indexing import Indexing
from reader.core.services import LineControl, Services
from reader.core.views import LineView
from reader.pdf import PdfClient
from reader.ui.tasks import BookThread


def connect_line(
    services: Services,
    books: BookThread,
    report: Callable[[LineView, bool], None],
    made: list[LineControl],
    book: Book,
) -> LineControl:
    """Make the book's line; it is in ``made`` from then on."""
    made.append(services.connect(book, books.wait, report))
    return made[0]


def stop_all(indexing: Indexing, books: BookThread, made: list[LineControl], pdf: PdfClient) -> None:
    """End what talks, reads and paints; may take some seconds."""
    indexing.stop()
    if not made:
        books.wait(lambda _: None)  # it is being made just now
    for line in made:
        line.stop()
    pdf.close()
