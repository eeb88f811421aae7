"""Reading documents through the child, and what happens when it dies."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import threading
import unicodedata
from concurrent.futures import CancelledError, Future
from pathlib import Path

import pymupdf
import pytest

from reader.pdf import PdfClient, PdfError, PdfErrorCode, Priority, Rect, turned

LINES = ["UBND xã Đồng Thuận", "Nâng cấp đường liên", "thôn Hoà Bình, hòa giải ở cơ sở", "đỏ đủ ếch ườm"]


@pytest.fixture(scope="session")
def vietnamese(make_text_pdf):
    return make_text_pdf([LINES, ["trang sau: Đường liên thôn"], ["không có gì"]])


def opened(client, source):
    return client.open(source).result(30)


def rgb(pixels):
    out = bytearray(pixels.width * pixels.height * 3)
    for channel in range(3):
        out[channel::3] = pixels.data[2 - channel :: 4]
    return bytes(out)


@pytest.mark.parametrize("rotation", [0, 90])
@pytest.mark.parametrize("zoom", [0.5, 1.0, 1.7])
def test_a_page_looks_as_mupdf_paints_it(client, make_source, make_text_pdf, rotation, zoom):
    data = make_text_pdf([LINES], rotation)
    info = opened(client, make_source(data))
    pixels = client.render(info.document, 0, zoom).result(30)
    with pymupdf.open(stream=data, filetype="pdf") as plain:
        expected = plain[0].get_pixmap(matrix=pymupdf.Matrix(zoom, zoom))
        assert (pixels.width, pixels.height) == (expected.width, expected.height)
        assert rgb(pixels) == expected.samples
        assert (info.pages[0].width, info.pages[0].height) == (plain[0].rect.width, plain[0].rect.height)
    client.release(info.document)


def test_a_part_of_a_page_is_that_part(client, make_source, vietnamese):
    info = opened(client, make_source(vietnamese))
    whole = client.render(info.document, 0, 1.0).result(30)
    part = client.render(info.document, 0, 1.0, (50.0, 40.0, 250.0, 140.0)).result(30)
    assert (part.width, part.height) == (200, 100)
    rows = [whole.data[y * whole.stride + 200 : y * whole.stride + 1000] for y in range(40, 140)]
    assert part.data == b"".join(rows)
    client.release(info.document)


@pytest.mark.parametrize("rotation", [90, 180, 270])
@pytest.mark.parametrize("own", [0, 90])
def test_a_page_turned_by_the_person_looks_as_if_the_file_had_turned_it(
    client, make_source, make_text_pdf, rotation, own
):
    info = opened(client, make_source(make_text_pdf([LINES], own)))
    turned_by_file = opened(client, make_source(make_text_pdf([LINES], (own + rotation) % 360)))
    ours = client.render(info.document, 0, 1.3, rotation=rotation).result(30)
    theirs = client.render(turned_by_file.document, 0, 1.3).result(30)
    assert (ours.width, ours.height) == (theirs.width, theirs.height)
    differ = sum(abs(a - b) > 8 for a, b in zip(ours.data, theirs.data, strict=True))
    assert differ < len(ours.data) / 500
    words = client.words(info.document, 0).result(30)
    seen = client.words(turned_by_file.document, 0).result(30)
    for word, as_seen in zip(words, seen, strict=True):
        box = turned(Rect(*word[:4]), info.pages[0], rotation)
        assert tuple(box) == pytest.approx(as_seen[:4], abs=0.01)
    client.release(info.document)
    client.release(turned_by_file.document)


def test_a_part_of_a_turned_page_is_that_part(client, make_source, vietnamese):
    info = opened(client, make_source(vietnamese))
    clip = (50.0, 40.0, 250.0, 140.0)
    upright = client.render(info.document, 0, 1.0, clip).result(30)
    upside_down = client.render(info.document, 0, 1.0, clip, rotation=180).result(30)
    pixels = [upside_down.data[n : n + 4] for n in range(0, len(upside_down.data), 4)]
    differ = sum(abs(a - b) > 8 for a, b in zip(b"".join(reversed(pixels)), upright.data, strict=True))
    assert len(set(pixels)) > 10
    assert differ < len(upright.data) / 100
    client.release(info.document)


def test_words_of_a_turned_page_lie_where_they_are_seen(client, make_source, make_text_pdf):
    info = opened(client, make_source(make_text_pdf([LINES], 90)))
    words = client.words(info.document, 0).result(30)
    with pymupdf.open(stream=make_text_pdf([LINES]), filetype="pdf") as upright:
        first = upright[0].get_text("words")[0]
    assert words[0].text == "UBND"
    assert words[0].y0 == pytest.approx(first[0], abs=0.5)
    assert words[0].x1 == pytest.approx(info.pages[0].width - first[1], abs=0.5)
    client.release(info.document)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("query", ["dong lien thon", "duong lien thon", "ĐƯỜNG LIÊN THÔN", "đường liên thôn"])
def test_a_phrase_is_found_without_accents_across_lines(client, make_source, make_text_pdf, form, query):
    pages = [[*LINES], ["x đồng liên thôn"]]
    lines = [[unicodedata.normalize(form, line) for line in page] for page in pages]
    info = opened(client, make_source(make_text_pdf(lines)))
    hits = []
    total = client.find(info.document, query, hits.extend).result(30)
    expected = [1] if query.startswith("dong") else [0]
    assert [found.hit.page for found in hits] == expected
    assert total == 1
    assert len(hits[0].hit.rects) == (2 if expected == [0] else 1)
    client.release(info.document)


def test_a_search_begins_at_the_page_shown_and_goes_round(client, make_source, make_text_pdf):
    info = opened(client, make_source(make_text_pdf([[f"họp {n}"] for n in range(150)])))
    pages = []
    total = client.find(
        info.document, "HOP", lambda hits: pages.extend(h.hit.page for h in hits), start=140
    ).result(30)
    assert pages == [*range(140, 150), *range(140)]
    assert total == 150
    client.release(info.document)


def test_links_and_outline_lead_inside_or_are_shown_as_text(client, make_source):
    document = pymupdf.open()
    for _ in range(3):
        document.new_page()
    page = document[0]
    box = pymupdf.Rect(10, 10, 60, 30)
    page.insert_link({"kind": pymupdf.LINK_GOTO, "from": box, "page": 2, "to": pymupdf.Point(0, 100)})
    page.insert_link(
        {"kind": pymupdf.LINK_URI, "from": pymupdf.Rect(10, 60, 60, 80), "uri": "https://example.vn/"}
    )
    page.insert_link(
        {"kind": pymupdf.LINK_URI, "from": pymupdf.Rect(10, 100, 60, 120), "uri": "javascript:alert(1)"}
    )
    page.insert_link(
        {"kind": pymupdf.LINK_LAUNCH, "from": pymupdf.Rect(10, 140, 60, 160), "file": "calc.exe"}
    )
    document.set_toc([[1, "Mở đầu", 1], [2, "Phần một", 2], [1, "Kết", 3]])
    info = opened(client, make_source(document.tobytes()))
    links = client.links(info.document, 0).result(30)
    assert [(link.page, link.uri) for link in links] == [(2, None), (None, "https://example.vn/")]
    outline = client.outline(info.document).result(30)
    expected = [(0, "Mở đầu", 0), (1, "Phần một", 1), (0, "Kết", 2)]
    assert [(entry.level, entry.title, entry.page) for entry in outline] == expected
    client.release(info.document)


def test_a_document_s_own_page_numbers(client, make_source, make_text_pdf):
    with pymupdf.open(stream=make_text_pdf([[str(n)] for n in range(7)]), filetype="pdf") as document:
        document.set_page_labels(
            [
                {"startpage": 0, "prefix": "", "style": "r", "firstpagenum": 3},
                {"startpage": 2, "prefix": "PL-", "style": "D", "firstpagenum": 1},
                {"startpage": 4, "prefix": "", "style": "A", "firstpagenum": 26},
                {"startpage": 6, "prefix": "Bìa", "style": "", "firstpagenum": 1},
            ]
        )
        labelled = document.tobytes()
    info = opened(client, make_source(labelled))
    labels = client.labels(info.document).result(30)
    assert labels == ("iii", "iv", "PL-1", "PL-2", "Z", "AA", "Bìa")
    client.release(info.document)


def test_pages_that_are_just_numbered_have_no_labels(client, make_source, vietnamese):
    info = opened(client, make_source(vietnamese))
    assert client.labels(info.document).result(30) == ()
    client.release(info.document)


def test_a_killed_child_is_not_noticed(client, make_source, vietnamese):
    info = opened(client, make_source(vietnamese))
    before = client.render(info.document, 0, 1.1).result(30)
    victim = client.child_pid
    os.kill(victim, signal.SIGKILL)
    after = client.render(info.document, 1, 1.1).result(30)
    assert client.child_pid != victim
    assert after.height == before.height
    assert client.words(info.document, 0).result(30)[0].text == "UBND"
    client.release(info.document)


def test_a_child_killed_in_the_middle_of_a_page_is_replaced(client, make_source, vietnamese):
    info = opened(client, make_source(vietnamese))
    os.kill(client.child_pid, signal.SIGSTOP)
    waiting = client.render(info.document, 0, 2.3)
    os.kill(client.child_pid, signal.SIGKILL)
    assert waiting.result(30).width > 0
    client.release(info.document)


def test_a_page_being_painted_when_the_document_is_released_is_not_kept(
    client, make_source, make_text_pdf, vietnamese
):
    info = opened(client, make_source(vietnamese))
    other = opened(client, make_source(make_text_pdf([LINES])))
    os.kill(client.child_pid, signal.SIGSTOP)
    try:
        painting = client.render(info.document, 0, 0.47)
        client.release(info.document)
    finally:
        os.kill(client.child_pid, signal.SIGCONT)
    painting.result(30)
    client.render(other.document, 0, 0.5, priority=Priority.PREFETCH).result(30)
    assert client.cached(info.document, 0, 0.47) is None
    client.release(other.document)


def test_a_visible_page_overtakes_and_a_waiting_one_can_be_cancelled(client, make_source, vietnamese):
    info = opened(client, make_source(vietnamese))
    pid = client.child_pid
    os.kill(pid, signal.SIGSTOP)
    order = []
    try:
        client.render(info.document, 0, 0.31)
        words = client.words(info.document, 0)
        ahead = client.render(info.document, 1, 0.31, priority=Priority.PREFETCH)
        visible = client.render(info.document, 2, 0.31)
        dropped = client.render(info.document, 2, 0.32)
        for name, future in (("words", words), ("ahead", ahead), ("visible", visible)):
            future.add_done_callback(lambda _, name=name: order.append(name))
        assert dropped.cancel()
    finally:
        os.kill(pid, signal.SIGCONT)
    words.result(30)
    assert order == ["visible", "ahead", "words"]
    client.release(info.document)


def test_a_page_seen_before_is_at_hand_until_released(client, make_source, vietnamese):
    info = opened(client, make_source(vietnamese))
    painted = client.render(info.document, 0, 1.23).result(30)
    assert client.render(info.document, 0, 1.23).result(0) is painted
    client.release(info.document)
    assert client.cached(info.document, 0, 1.23) is None


def test_two_who_opened_it_each_release_it(client, make_source, vietnamese):
    info = opened(client, make_source(vietnamese))
    assert opened(client, make_source(vietnamese)) == info
    client.release(info.document)
    assert client.words(info.document, 2).result(30)
    client.release(info.document)
    with pytest.raises(LookupError):
        client.words(info.document, 2)


def test_what_the_source_raises_reaches_who_opened_it(client, make_source):
    class Locked(type(make_source(b""))):
        def read_into(self, buffer):
            raise PermissionError("locked")

    with pytest.raises(PermissionError):
        client.open(Locked(b"%PDF-1.7 a")).result(30)


def test_more_documents_than_the_child_holds(client, make_source, make_text_pdf):
    infos = [opened(client, make_source(make_text_pdf([[f"tệp {n}"]]))) for n in range(15)]
    for n, info in enumerate(infos):
        assert client.words(info.document, 0).result(30)[1].text == str(n)
    for info in infos:
        client.release(info.document)


def test_handles_do_not_leak(client, make_source, make_text_pdf):
    def handles(pid):
        return len(os.listdir(f"/proc/{pid}/fd"))

    sources = [make_source(make_text_pdf([[f"mở {n}"]])) for n in range(25)]
    opened(client, sources[0])
    client.release(sources[0].sha256)
    client.warm().result(30)
    ours, theirs = handles("self"), handles(client.child_pid)
    for source in sources * 2:
        info = opened(client, source)
        client.render(info.document, 0, 0.2).result(30)
        client.release(info.document)
    client.warm().result(30)
    assert handles("self") == ours
    assert handles(client.child_pid) == theirs


def test_closing_leaves_no_process_and_cancels_what_waits(make_source, vietnamese):
    others = set(threading.enumerate())
    client = PdfClient()
    info = opened(client, make_source(vietnamese))
    pid = client.child_pid
    os.kill(pid, signal.SIGSTOP)
    client.render(info.document, 0, 1.0)
    waiting: Future = client.words(info.document, 0)
    client.close()
    assert not Path(f"/proc/{pid}").exists()
    with pytest.raises(CancelledError):
        waiting.result(0)
    assert client.open(make_source(vietnamese)).cancelled()
    assert set(threading.enumerate()) <= others


def test_a_slow_child_is_ended_and_the_next_page_comes(make_source, vietnamese):
    client = PdfClient(seconds=0.6)
    try:
        info = opened(client, make_source(vietnamese))
        os.kill(client.child_pid, signal.SIGSTOP)
        with pytest.raises(PdfError) as stuck:
            client.render(info.document, 0, 1.0).result(30)
        assert stuck.value.code is PdfErrorCode.TIMEOUT
        assert client.render(info.document, 1, 1.0).result(30).width > 0
    finally:
        client.close()


def test_the_child_ends_when_its_parent_is_killed():
    script = """
import signal, os
from reader.pdf import PdfClient
client = PdfClient()
client.warm().result(30)
print(client.child_pid, flush=True)
signal.pause()
"""
    root = Path(__file__).parents[3]
    with subprocess.Popen([sys.executable, "-c", script], cwd=root, stdout=subprocess.PIPE) as parent:
        child = os.pidfd_open(int(parent.stdout.readline()))
        parent.kill()
        gone, _, _ = select.select([child], [], [], 10)
    os.close(child)
    assert gone
