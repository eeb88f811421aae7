"""Files made to hurt: each ends in its own outcome, and the next document opens as if nothing had been."""

from __future__ import annotations

import os
import zlib
from pathlib import Path

import pymupdf
import pytest

from reader.pdf import PdfClient, PdfError, PdfErrorCode, PdfOutcome, inspect

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<<%s>>>>>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"


@pytest.fixture(scope="session")
def good(make_text_pdf):
    return make_text_pdf([["Nghị quyết về đường liên thôn"]])


def code_of(client, source):
    with pytest.raises(PdfError) as error:
        client.open(source).result(30)
    return error.value.code


def test_a_good_file_is_fine(client, make_source, good):
    report = inspect(make_source(good), client)
    assert (report.outcome, report.pages, report.has_text) == (PdfOutcome.FINE, 1, True)


def test_a_scan_is_fine_without_text(client, make_source):
    document = pymupdf.open()
    pixmap = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 200, 280))
    pixmap.clear_with(200)
    document.new_page().insert_image(pymupdf.Rect(0, 0, 595, 842), pixmap=pixmap)
    report = inspect(make_source(document.tobytes()), client)
    assert (report.outcome, report.has_text) == (PdfOutcome.NO_TEXT, False)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a PDF at all",
        b"PK\x03\x04" + b"\0" * 200,
        b"<html><body>%PDF-1.7</body></html>",
        b"%PDF-1.7\n%%EOF",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
    ],
)
def test_what_is_no_pdf_is_damaged(client, make_source, data):
    assert code_of(client, make_source(data)) is PdfErrorCode.DAMAGED


def test_a_truncated_file_is_damaged_or_repaired_never_fine(client, make_source, good):
    outcomes = {inspect(make_source(good[: len(good) * k // 8]), client).outcome for k in range(8)}
    assert outcomes <= {PdfOutcome.DAMAGED, PdfOutcome.REPAIRED}
    assert PdfOutcome.DAMAGED in outcomes


def test_an_encrypted_file_asks_for_its_password(client, make_source, good):
    with pymupdf.open(stream=good, filetype="pdf") as plain:
        locked = plain.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="u", owner_pw="o")
        only_owner = plain.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="", owner_pw="o")
    assert code_of(client, make_source(locked)) is PdfErrorCode.PASSWORD
    assert inspect(make_source(only_owner), client).outcome is PdfOutcome.FINE


def test_a_file_locked_for_certificates_is_not_called_damaged(client, make_source, make_raw_pdf):
    lock = b"<</Filter/Adobe.PubSec/SubFilter/adbe.pkcs7.s4/V 1/Recipients[(x)]>>"
    data = make_raw_pdf(CATALOG, PAGES, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>", lock)
    data = data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt 4 0 R/ID[(a)(a)]")
    assert code_of(client, make_source(data)) is PdfErrorCode.PASSWORD


def test_pages_that_the_table_does_not_lead_to_are_found(client, make_source, make_raw_pdf):
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>"
    data = make_raw_pdf(CATALOG, PAGES, page).replace(b"%010d" % 9, b"%010d" % 11)
    nothing = make_raw_pdf(b"<</Type/Catalog>>", b"null", b"null")
    assert code_of(client, make_source(nothing)) is PdfErrorCode.DAMAGED
    report = inspect(make_source(data), client)
    assert (report.outcome, report.pages) == (PdfOutcome.REPAIRED, 1)


def test_a_page_tree_that_contains_itself_ends(client, make_source, make_raw_pdf):
    loop = make_raw_pdf(CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>", b"null")
    report = inspect(make_source(loop), client)
    assert not report.outcome.readable
    assert report.seconds < 10


def test_an_image_of_two_thousand_million_pixels_is_bounded(client, make_source, make_raw_pdf, make_stream):
    image = make_stream(
        b"/Type/XObject/Subtype/Image/Width 46341/Height 46341/ColorSpace/DeviceRGB"
        b"/BitsPerComponent 8/Filter/FlateDecode",
        zlib.compress(b"\0" * 4_000_000),
    )
    page = PAGE % b"/I 5 0 R"
    data = make_raw_pdf(CATALOG, PAGES, page, make_stream(b"", b"q 595 0 0 842 0 0 cm /I Do Q"), image)
    report = inspect(make_source(data), client)
    assert report.seconds < 11
    peak = Path(f"/proc/{client.child_pid}/status").read_text().split("VmHWM:")[1].split()[0]
    assert int(peak) * 1024 < 1.3 * 1024**3


def test_a_huge_page_at_high_zoom_is_refused_and_a_small_part_painted(client, make_source, make_raw_pdf):
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 14400 14400]>>"
    info = client.open(make_source(make_raw_pdf(CATALOG, PAGES, page))).result(30)
    with pytest.raises(PdfError) as error:
        client.render(info.document, 0, 8.0).result(30)
    assert error.value.code is PdfErrorCode.REFUSED
    assert client.render(info.document, 0, 8.0, (14000.0, 14000.0, 14100.0, 14050.0)).result(30).width == 800
    client.release(info.document)


@pytest.mark.parametrize("box", [b"[0 0 1e30 1e30]", b"[0 0 0 0]", b"[5 5 -1e9 nan]", b"[(a) null 3]"])
def test_a_page_of_impossible_size_is_still_a_page(client, make_source, make_raw_pdf, box):
    data = make_raw_pdf(CATALOG, PAGES, b"<</Type/Page/Parent 2 0 R/MediaBox" + box + b">>")
    info = client.open(make_source(data)).result(30)
    assert 1.0 <= info.pages[0].width <= 14_400
    assert 1.0 <= info.pages[0].height <= 14_400
    client.release(info.document)


def test_a_page_that_never_ends_times_out_and_is_not_tried_again(
    make_source, make_raw_pdf, make_stream, good
):
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]"
    levels = [
        make_stream(form + b"/Resources<</XObject<</F %d 0 R>>>>" % (6 + n), b"/F Do " * 20) for n in range(9)
    ]
    last = make_stream(form, b"0 0 500 800 re f " * 10)
    page = PAGE % b"/F 5 0 R"
    data = make_raw_pdf(CATALOG, PAGES, page, make_stream(b"", b"/F Do"), *levels, last)
    client = PdfClient(seconds=1.0)
    try:
        info = client.open(make_source(data)).result(30)
        with pytest.raises(PdfError) as error:
            client.render(info.document, 0, 1.0).result(30)
        assert error.value.code is PdfErrorCode.TIMEOUT
        child = client.child_pid
        assert client.find(info.document, "gì", lambda hits: None).result(30) == 0
        with pytest.raises(PdfError):
            client.render(info.document, 0, 1.0).result(30)
        assert inspect(make_source(good), client).outcome is PdfOutcome.FINE
        assert child is None
    finally:
        client.close()


def test_scripts_and_launches_in_a_file_do_nothing(client, make_source, make_raw_pdf, tmp_path):
    mark = tmp_path / "mark"
    action = b"<</S/Launch/F(/bin/sh)/P(-c touch %s)>>" % os.fsencode(mark)
    catalog = b"<</Type/Catalog/Pages 2 0 R/OpenAction 4 0 R/AA<</WC 5 0 R>>>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/AA<</O 4 0 R>>>>"
    data = make_raw_pdf(catalog, PAGES, page, action, b"<</S/JavaScript/JS(app.launchURL('file:///'))>>")
    assert inspect(make_source(data), client).outcome is PdfOutcome.NO_TEXT
    assert not mark.exists()


def test_the_child_has_given_up_its_rights(client):
    client.warm().result(30)
    status = Path(f"/proc/{client.child_pid}/status").read_text()
    limits = Path(f"/proc/{client.child_pid}/limits").read_text()
    assert "NoNewPrivs:\t1" in status
    for name in ("Max file size", "Max core file size"):
        row = next(line for line in limits.splitlines() if line.startswith(name))
        assert row.split()[-3:-1] == ["0", "0"]
    assert "unlimited" not in next(line for line in limits.splitlines() if line.startswith("Max address"))


def test_a_document_is_written_to_no_file(client, make_source, make_text_pdf, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    info = client.open(make_source(make_text_pdf([["từ chim hoàng yến"]]))).result(30)
    client.render(info.document, 0, 1.0).result(30)
    client.words(info.document, 0).result(30)
    open_files = [
        os.readlink(entry)
        for entry in Path(f"/proc/{client.child_pid}/fd").iterdir()
        if not os.readlink(entry).startswith(("socket:", "pipe:", "anon_inode:"))
    ]
    itself = {f"/proc/{client.child_pid}/{name}" for name in ("statm", "clear_refs")}
    assert all(name == "/dev/null" or name.startswith("/memfd:") or name in itself for name in open_files), (
        open_files
    )
    assert not list(tmp_path.iterdir())
    client.release(info.document)
