"""The second child: work that nobody waits for, beside the window's and never in its way."""

from __future__ import annotations

import os
import select
import signal
import threading
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from reader.pdf import PdfClient, PdfError, PdfErrorCode, extract


@pytest.fixture(scope="session")
def report(make_text_pdf):
    return make_text_pdf([[f"trang thứ {n}", "kiến nghị cử tri"] for n in range(30)])


@pytest.fixture(scope="module")
def window():
    client = PdfClient()
    yield client
    client.close()


def niceness(pid):
    return os.getpriority(os.PRIO_PROCESS, pid)


def test_the_words_of_every_page_come_in_order(window, make_source, report):
    pages = []
    info = extract(window.background, make_source(report), pages.append).result(60)
    assert len(info.pages) == 30
    assert [(text.page, text.pages, text.error) for text in pages] == [(n, 30, None) for n in range(30)]
    assert [text.words[2].text for text in pages] == [str(n) for n in range(30)]
    with pytest.raises(LookupError):
        window.background.words(info.document, 0)


def test_it_goes_on_where_it_was_left(window, make_source, report):
    pages = []
    extract(window.background, make_source(report), pages.append, start=27).result(60)
    assert [text.page for text in pages] == [27, 28, 29]


def test_a_cancelled_one_stops_and_releases_the_document(window, make_source, report):
    background = window.background
    pages = []
    second, go_on = threading.Event(), threading.Event()

    def read(text):
        pages.append(text.page)
        if text.page == 1:
            second.set()
            assert go_on.wait(60)

    source = make_source(report)
    extracting = extract(background, source, read)
    assert second.wait(60)
    assert extracting.cancel()
    go_on.set()
    background.warm().result(60)
    assert pages == [0, 1]
    with pytest.raises(LookupError):
        background.words(source.sha256, 0)


def test_the_window_s_child_is_another_and_goes_first(window, make_source, report):
    window.warm().result(60)
    window.background.warm().result(60)
    ours, theirs = window.child_pid, window.background.child_pid
    assert ours != theirs
    assert niceness(theirs) > niceness(ours) == niceness(0)


def test_a_crash_in_the_background_is_not_noticed_in_the_window(window, make_source, report):
    info = window.open(make_source(report)).result(60)
    window.background.warm().result(60)
    mine = window.child_pid
    pages = []

    def read(text):
        pages.append(text.error)
        if text.page == 4:
            os.kill(window.background.child_pid, signal.SIGKILL)

    extract(window.background, make_source(report), read).result(60)
    assert pages == [None] * 30
    assert window.render(info.document, 3, 0.5).result(60).width > 0
    assert window.child_pid == mine
    window.release(info.document)


def test_a_page_that_is_painted_does_not_wait_for_the_background(window, make_source, report):
    info = window.open(make_source(report)).result(60)
    window.background.warm().result(60)
    stopped = window.background.child_pid
    os.kill(stopped, signal.SIGSTOP)
    try:
        extracting = extract(window.background, make_source(report), lambda text: None)
        assert window.render(info.document, 5, 0.6).result(60).width > 0
        assert not extracting.done()
    finally:
        os.kill(stopped, signal.SIGCONT)
    extracting.result(60)
    window.release(info.document)


def test_a_page_that_costs_the_child_is_handed_over_with_its_error(make_source, report):
    client = PdfClient(background=True, seconds=0.7)
    errors = {}

    def read(text):
        errors[text.page] = text.error
        if text.page == 6:
            os.kill(client.child_pid, signal.SIGSTOP)

    try:
        extract(client, make_source(report), read).result(60)
    finally:
        client.close()
    assert errors.pop(7) is PdfErrorCode.TIMEOUT
    assert set(errors.values()) == {None}


def test_a_document_that_keeps_costing_the_child_is_given_up(make_source, report):
    client = PdfClient(background=True, seconds=0.7)
    errors = []

    def read(text):
        errors.append(text.error)
        client.warm().add_done_callback(lambda _: os.kill(client.child_pid, signal.SIGSTOP))

    source = make_source(report)
    try:
        with pytest.raises(PdfError) as given_up:
            extract(client, source, read).result(60)
        with pytest.raises(LookupError):
            client.words(source.sha256, 0)
    finally:
        client.close()
    assert given_up.value.code is PdfErrorCode.TIMEOUT
    assert errors == [None, PdfErrorCode.TIMEOUT, PdfErrorCode.TIMEOUT]


def test_what_the_reader_of_pages_raises_ends_it(window, make_source, report):
    def read(text):
        raise PermissionError("locked")

    with pytest.raises(PermissionError):
        extract(window.background, make_source(report), read).result(60)


def test_a_document_that_does_not_open_says_why(window, make_source):
    with pytest.raises(PdfError) as error:
        extract(window.background, make_source(b"no PDF"), lambda text: None).result(60)
    assert error.value.code is PdfErrorCode.DAMAGED


def test_its_child_ends_when_there_is_nothing_to_do_and_comes_back(make_source, report):
    client = PdfClient(background=True, rest_seconds=0.05)
    try:
        children = []
        opening = client.open(make_source(report))
        # On the client's own thread, which does not rest meanwhile.
        opening.add_done_callback(lambda _: children.append(os.pidfd_open(client.child_pid)))
        info = opening.result(60)
        ended, _, _ = select.select(children, [], [], 30)
        assert ended == children
        os.close(children[0])
        assert client.words(info.document, 29).result(60)[2].text == "29"
    finally:
        client.close()


def test_closing_the_window_s_client_closes_it_too(make_source, report):
    client = PdfClient()
    client.background.warm().result(60)
    pid = client.background.child_pid
    os.kill(pid, signal.SIGSTOP)
    extracting = extract(client.background, make_source(report), lambda text: None)
    client.close()
    assert not Path(f"/proc/{pid}").exists()
    with pytest.raises((CancelledError, PdfError)):
        extracting.result(10)
    assert client.background.open(make_source(report)).cancelled()
