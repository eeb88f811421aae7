"""The bridge between the PDF child and the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable

from pytestqt.qtbot import QtBot

from reader.pdf import PdfClient, PdfErrorCode, Priority
from reader.ui.page.feed import Picture, PictureKey
from reader.ui.page.source import Opening, PageSource
from sync.errors import Code, SohopError

Opener = Callable[[bytes], PageSource]
Maker = Callable[..., bytes]


class Bytes:
    """A document in memory that may refuse to be read."""

    def __init__(self, data: bytes, error: SohopError | None = None) -> None:
        self._data = data
        self._error = error
        self.size = len(data)
        self.sha256 = f"{hash(data) & 0xFFFF:064x}"

    def read_into(self, buffer: memoryview) -> None:
        if self._error is not None:
            raise self._error
        buffer[:] = self._data


def test_what_comes_back_comes_on_the_window_s_thread(
    qtbot: QtBot, open_pdf: Opener, make_pdf: Maker
) -> None:
    source = open_pdf(make_pdf(2))
    threads: list[threading.Thread] = []
    feed = source.feed()
    feed.painted.connect(lambda _key, _picture: threads.append(threading.current_thread()))
    source.wordsReady.connect(lambda _page, _words: threads.append(threading.current_thread()))
    feed.paint(PictureKey(0, 1000), Priority.VISIBLE)
    source.ask_words(1)
    qtbot.waitUntil(lambda: len(threads) == 2, timeout=20_000)
    assert set(threads) == {threading.main_thread()}
    assert source.waiting == 0


def test_what_is_not_wanted_any_more_is_cancelled(qtbot: QtBot, open_pdf: Opener, make_pdf: Maker) -> None:
    source = open_pdf(make_pdf(30))
    got: list[PictureKey] = []
    feed, other = source.feed(), source.feed()
    feed.painted.connect(lambda key, _picture: got.append(key))
    others: list[PictureKey] = []
    other.painted.connect(lambda key, _picture: others.append(key))
    keys = [PictureKey(page, 1500) for page in range(30)]
    for key in keys:
        feed.paint(key, Priority.PREFETCH)
    other.paint(keys[5], Priority.TEXT)
    feed.keep_only({keys[-1]})
    qtbot.waitUntil(lambda: keys[-1] in got and keys[5] in others, timeout=20_000)
    assert len(got) < 30
    assert source.waiting == 0


def test_after_closing_nothing_comes(qtbot: QtBot, open_pdf: Opener, make_pdf: Maker) -> None:
    source = open_pdf(make_pdf(3))
    got: list[Picture] = []
    feed = source.feed()
    feed.painted.connect(lambda _key, picture: got.append(picture))
    feed.paint(PictureKey(0, 1000), Priority.VISIBLE)
    source.ask_words(0)
    source.ask_links(0)
    source.ask_outline()
    source.ask_labels()
    source.close()
    feed.paint(PictureKey(1, 1000), Priority.VISIBLE)
    qtbot.wait(100)
    assert got == []
    assert source.waiting == 0


def test_a_file_that_is_no_pdf_fails_with_a_code(qtbot: QtBot, pdf_client: PdfClient) -> None:
    opening = Opening(pdf_client, Bytes(b"no PDF at all"))
    with qtbot.waitSignal(opening.failed, timeout=20_000) as failed:
        pass
    assert failed.args == [PdfErrorCode.DAMAGED]


def test_a_document_that_cannot_be_read_fails_with_its_own_error(qtbot: QtBot, pdf_client: PdfClient) -> None:
    error = SohopError(Code.WRONG_DIGEST)
    opening = Opening(pdf_client, Bytes(b"%PDF-1.7 whatever", error))
    with qtbot.waitSignal(opening.failed, timeout=20_000) as failed:
        pass
    assert failed.args == [error]
