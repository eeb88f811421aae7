"""Word files made PDF by the real LibreOffice; hung, missing and broken ones by a stand-in for it."""

from __future__ import annotations

import io
import os
import signal
import socket
import subprocess
import sys
import threading
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx
import pymupdf
import pytest
from support.packets import code_of

from reader.core import converting, scratch
from reader.core.book import Book
from reader.core.converting import choose_program, convert, found, program, try_program
from reader.pdf.stopping import StoppedError
from sync.errors import Code, SohopError

SOFFICE = found()
real = pytest.mark.skipif(SOFFICE is None, reason="no LibreOffice on this computer")
posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


@pytest.fixture(autouse=True)
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Not those of the programs that run at the same time."""
    made = tmp_path / "tam"
    made.mkdir()
    monkeypatch.setattr(scratch, "_places", lambda: [made])
    return made


def a_docx(*lines: str) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def an_odt(body: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        kinds = "".join(
            f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
            for path, kind in (("/", "application/vnd.oasis.opendocument.text"), ("content.xml", "text/xml"))
        )
        parts.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f"{kinds}</manifest:manifest>",
        )
        names = " ".join(
            f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
            for short, long in (
                ("office", "office"),
                ("text", "text"),
                ("draw", "drawing"),
                ("script", "script"),
            )
        )
        more = (
            'xmlns:xlink="http://www.w3.org/1999/xlink" '
            'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
        )
        parts.writestr(
            "content.xml",
            f'<office:document-content {names} {more} office:version="1.2"><office:body><office:text>'
            f"{body}</office:text></office:body></office:document-content>",
        )
    return out.getvalue()


def a_section(name: str, link: str) -> str:
    return f'<text:section text:name="{name}"><text:section-source xlink:href="{link}"/></text:section>'


def words_of(pdf: bytes) -> str:
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        return "\n".join(page.get_text() for page in document)


def stand_in(folder: Path, script: str) -> Path:
    """A program in LibreOffice's place."""
    made = folder / "soffice"
    made.write_text(f"#!/bin/sh\n{script}\n")
    made.chmod(0o755)
    return made


@real
def test_a_word_file_becomes_pdf_and_nothing_is_left(places: Path) -> None:
    made = convert(SOFFICE, a_docx("Tờ trình về dự toán năm 2027"), "Tờ trình.docx")
    assert "Tờ trình về dự toán năm 2027" in words_of(made)
    assert list(places.iterdir()) == []


@real
def test_two_at_once_do_not_meet(places: Path) -> None:
    with ThreadPoolExecutor(2) as threads:
        several = list(threads.map(lambda n: convert(SOFFICE, a_docx(f"Số {n}"), "a.docx"), (1, 2)))
    assert [words_of(one).strip() for one in several] == ["Số 1", "Số 2"]
    assert list(places.iterdir()) == []


@real
def test_links_to_files_and_to_the_network_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "bi-mat.odt"
    secret.write_bytes(an_odt("<text:p>bí mật của thư ký</text:p>"))
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        there = f"http://127.0.0.1:{server.getsockname()[1]}"
        body = (
            "<text:p>đây</text:p>"
            f"{a_section('s', secret.as_uri())}{a_section('t', f'{there}/a.odt')}"
            '<text:p><draw:frame svg:width="5cm" svg:height="5cm" draw:name="i">'
            f'<draw:image xlink:href="{there}/a.png"/></draw:frame></text:p>'
        )
        said = words_of(convert(SOFFICE, an_odt(body), "a.odt"))
        with pytest.raises(BlockingIOError):
            server.accept()
    assert "đây" in said
    assert "bí mật" not in said


@real
@pytest.mark.parametrize("guarded", [True, False])
def test_nothing_is_fetched_also_where_the_system_does_not_keep_the_network_away(
    monkeypatch: pytest.MonkeyPatch, guarded: bool
) -> None:
    if not guarded:
        monkeypatch.setattr(converting, "_guards", tuple)
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        there = f"http://127.0.0.1:{server.getsockname()[1]}/a.png"
        image = (
            f'<draw:frame svg:width="5cm" svg:height="5cm"><draw:image xlink:href="{there}"/></draw:frame>'
        )
        assert convert(SOFFICE, an_odt(f"<text:p>{image}</text:p>"), "a.odt").startswith(b"%PDF")
        with pytest.raises(BlockingIOError):
            server.accept()


@real
@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("trong.docx", b"", Code.CONVERT_DAMAGED),
        ("chu.doc", b"only words", Code.CONVERT_DAMAGED),
        ("cut.docx", a_docx("x")[:2_000], Code.CONVERT_DAMAGED),
        ("ole.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4_000), Code.CONVERT_DAMAGED),
        (
            "khoa.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900) + "EncryptedPackage".encode("utf-16-le"),
            Code.CONVERT_LOCKED,
        ),
    ],
)
def test_what_cannot_be_converted_says_why(places: Path, name: str, data: bytes, code: Code) -> None:
    with pytest.raises(SohopError) as caught:
        convert(SOFFICE, data, name)
    assert caught.value.code is code
    assert name in caught.value.sentence("vi")
    assert list(places.iterdir()) == []


def test_a_locked_open_document_and_a_bomb_are_told_before_anything_is_started() -> None:
    locked, bomb = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(locked, "w") as parts:
        parts.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as parts:
        for number in range(11):
            parts.writestr(f"{number}.xml", bytes(100_000_000))
    nobody = Path("/nobody/starts/this")
    assert code_of(lambda: convert(nobody, locked.getvalue(), "a.odt")) is Code.CONVERT_LOCKED
    assert code_of(lambda: convert(nobody, bomb.getvalue(), "a.docx")) is Code.CONVERT_TOO_LARGE


def test_without_libreoffice_it_is_said_what_to_do() -> None:
    assert code_of(lambda: convert(None, a_docx("x"), "a.docx")) is Code.CONVERTER_MISSING
    gone = Path("/nobody/is/here")
    code = code_of(lambda: convert(gone, a_docx("x"), "a.docx"))
    assert code in (Code.CONVERTER_FAILED, Code.CONVERT_DAMAGED)


@posix
def test_one_that_hangs_is_ended_with_all_that_it_started(tmp_path: Path, places: Path) -> None:
    hung = stand_in(tmp_path, "sleep 1000 & sleep 1000")
    with pytest.raises(SohopError) as caught:
        convert(hung, a_docx("x"), "a.docx", limit_s=0.3)
    assert caught.value.code is Code.CONVERT_TIMEOUT
    assert list(places.iterdir()) == []


@posix
def test_a_person_can_stop_it(tmp_path: Path, places: Path) -> None:
    started = tmp_path / "started"
    hung = stand_in(tmp_path, f"touch {started}; exec sleep 1000")
    with pytest.raises(StoppedError):
        convert(hung, a_docx("x"), "a.docx", started.exists)
    assert list(places.iterdir()) == []


@posix
def test_it_ends_with_a_program_that_was_killed_and_what_it_left_is_swept(tmp_path: Path) -> None:
    mark = tmp_path / "pid"
    hung = stand_in(tmp_path, f'echo "$PWD" > {mark}.new; mv {mark}.new {mark}; exec sleep 1000')
    code = (
        "from pathlib import Path; from reader.core.converting import convert;"
        f"convert(Path({str(hung)!r}), b'{{\\\\rtf1 x}}', 'a.rtf')"
    )
    child = subprocess.Popen([sys.executable, "-c", code], env={**os.environ, "TMPDIR": str(tmp_path)})
    waiting = threading.Event()
    while not mark.exists():
        assert child.poll() is None
        waiting.wait(0.02)
    left = Path(mark.read_text().strip())
    assert (left / "tep.rtf").exists()
    child.send_signal(signal.SIGKILL)
    child.wait()
    scratch._remove(left)
    assert not left.exists()


@posix
def test_the_one_chosen_is_used_while_it_is_there(desk_book: Book, tmp_path: Path) -> None:
    own = stand_in(tmp_path, "exit 0")
    choose_program(desk_book, own)
    assert program(desk_book) == own
    own.unlink()
    assert program(desk_book) == found()
    choose_program(desk_book, None)
    assert program(desk_book) == found()


@posix
def test_a_program_that_makes_no_pdf_is_no_libreoffice(tmp_path: Path) -> None:
    assert code_of(lambda: try_program(stand_in(tmp_path, "exit 0"))) is Code.CONVERTER_FAILED


@real
def test_the_real_one_is_taken(tmp_path: Path) -> None:
    assert SOFFICE is not None
    try_program(SOFFICE)
