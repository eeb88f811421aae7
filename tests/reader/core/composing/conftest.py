"""A packet that is just begun, and a PDF child for files on their way into it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from support.packets import NOON

from reader.core.book import Book
from reader.core.composing import beginning
from reader.pdf import PdfClient
from sync.model.ids import MeetingId


@pytest.fixture(scope="module")
def client() -> Iterator[PdfClient]:
    made = PdfClient()
    yield made
    made.close()


@pytest.fixture
def meeting(desk_book: Book) -> MeetingId:
    return beginning.begin(desk_book, "Kỳ họp mới", NOON, NOON + timedelta(hours=4))
