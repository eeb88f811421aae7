"""The window's way up for a packet, without a hub."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.on_book import OnBook
from support.packets import PaperOffice

from reader.app.hubs import HubUploads
from reader.core.book import Book
from sync.errors import Code, SohopError
from sync.wire.codec import digest


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    office = PaperOffice()
    made = office.book(tmp_path / "thu", office.thu)
    yield made
    made.vault.close()


def test_stopping_ends_the_wait_for_a_line_at_once(book: Book) -> None:
    uploads = HubUploads(OnBook(book))
    threading.Timer(0.3, uploads.stop).start()
    began = time.monotonic()
    with pytest.raises(SohopError) as failed:
        uploads([(digest(b"a"), lambda: b"a")], lambda _: None)
    assert failed.value.code is Code.OFFLINE
    assert time.monotonic() - began < 5
