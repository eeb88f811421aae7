"""Folders that nobody made for a packet, and names that are made to deceive: told apart, told in words."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
import tracemalloc
import unicodedata
from pathlib import Path

import pytest
from support.on_book import OnBook
from support.packets import code_of
from support.pdfs import a_pdf

from reader.core.book import Book
from reader.core.composing import drafting, taking
from reader.core.composing.arranging import propose
from reader.core.composing.folder import read_folder
from reader.core.composing.looking import look
from reader.core.composing.taking import DEEPEST, Basket, Reason, exchange, list_files, take
from reader.core.inspecting import check_folder
from reader.core.plain import DROPPED
from reader.pdf import PdfClient
from reader.pdf.stopping import StoppedError
from sync.errors import Code
from sync.model.ids import MeetingId

NAMES = {
    "=cmd|' C calc'!A0.pdf": "=cmd|' C calc'!A0",
    "+1 @SUM(A1).pdf": "+1 @SUM(A1)",
    "<b>dam <img src=x>.pdf": "<b>dam <img src=x>",
    "&amp; &lt;i&gt;.pdf": "&amp; &lt;i&gt;",
    "gia\u202efdp.exe.pdf": "Giafdp.exe",
    "an\u200b\u200cdanh.pdf": "Andanh",
    "Nghi\u0323\u0302 trang.pdf": "Nghị\u0302 trang",
    "\U0001f4c4 hop.pdf": "\U0001f4c4 hop",
    "cham cuoi.pdf. .": "Cham cuoi",
    "blank .pdf ": "Blank",
    "CON.pdf": "CON",
    "NUL .pdf": "NUL",
    "x" * 251 + ".pdf": "X" + "x" * 250,
    "ệ" * 83 + ".pdf": "Ệ" + "ệ" * 82,
    "zz\nxuong dong.pdf": "Zz xuong dong",
}
"""Names of files, and what the documents would be called."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="such files can only be made on POSIX")


def test_names_made_to_deceive_go_in_as_plain_words(
    tmp_path: Path, desk_book: Book, meeting: MeetingId, client: PdfClient
) -> None:
    root = tmp_path / "ho so"
    folder = root / "=HYPERLINK(1) <i>\u202e muc"
    for number, name in enumerate(NAMES):
        a_pdf(folder / name, f"so {number}")
    listing = list_files([root], 0)
    assert listing.wrong == ()
    (group,) = propose(dict(listing.files))
    assert group.title == "=HYPERLINK(1) <i> muc"
    files = dict(listing.files)
    taken = take(
        [Basket(tuple(files[one] for one in group.files), title=group.title)],
        client,
        OnBook(desk_book),
        meeting,
    )
    assert taken.wrong == ()
    view = drafting.load(desk_book, meeting)
    assert {one.name for _, one in view.packet.documents()} == set(NAMES.values())
    for file in view.files.values():
        assert not [one for one in file.name if unicodedata.category(one) in DROPPED]


def test_a_name_that_is_no_text_goes_in(
    tmp_path: Path, desk_book: Book, meeting: MeetingId, client: PdfClient
) -> None:
    """Out of an archive of another age: bytes that are no UTF-8."""
    folder = os.fsencode(tmp_path) + b"/T\xee tr\xecnh"
    os.mkdir(folder)
    os.link(a_pdf(tmp_path / "x" / "a.pdf"), folder + b"/B\xe1o c\xe1o.pdf")
    listing = list_files([Path(os.fsdecode(folder))], 0)
    taken = take(
        [Basket(tuple(path for _, path in listing.files), title=taking.shown(os.fsdecode(folder)))],
        client,
        OnBook(desk_book),
        meeting,
    )
    assert taken.wrong == ()
    (document,) = [one for _, one in drafting.load(desk_book, meeting).packet.documents()]
    assert document.name == "Bo co"


def test_a_name_longer_than_any_disk_allows_is_not_found(
    tmp_path: Path, desk_book: Book, meeting: MeetingId, client: PdfClient
) -> None:
    long = tmp_path / ("a" * 296 + ".pdf")
    assert [path for _, path in list_files([long], 0).files] == [long]
    (wrong,) = take([Basket((long,), title="Một")], client, OnBook(desk_book), meeting).wrong
    assert wrong.error is not None
    assert wrong.error.code is Code.FILE_MISSING
    assert len(wrong.name) <= 120


def test_what_is_no_file_is_told_and_nobody_waits_for_it(
    tmp_path: Path, desk_book: Book, meeting: MeetingId, client: PdfClient
) -> None:
    os.mkfifo(tmp_path / "ong.pdf")
    (tmp_path / "vong.pdf").symlink_to(tmp_path / "vong.pdf")
    (tmp_path / "gone.pdf").symlink_to(tmp_path / "nowhere.pdf")
    short = tempfile.mkdtemp(dir="/tmp")  # a socket's address has little room
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind(f"{short}/s.pdf")
        shutil.move(f"{short}/s.pdf", tmp_path / "o-cam.pdf")
    os.rmdir(short)
    files = tuple(path for _, path in list_files([tmp_path], 0).files)
    taken = take([Basket(files, title="Một")], client, OnBook(desk_book), meeting)
    assert {one.name: one.error and one.error.code for one in taken.wrong} == {
        "ong.pdf": Code.FILE_NOT_ONE,
        "o-cam.pdf": Code.FILE_NOT_ONE,
        "vong.pdf": Code.FILE_MISSING,
        "gone.pdf": Code.FILE_MISSING,
    }


def test_folders_nested_without_end_are_told_with_what_is_left_out(tmp_path: Path) -> None:
    here = tmp_path
    for depth in range(50):
        a_pdf(here / f"{depth}.pdf")
        here = here / "sau"
    (tmp_path / "sau" / "vong").symlink_to(tmp_path, target_is_directory=True)
    listing = list_files([tmp_path], 0)
    assert len(listing.files) == DEEPEST + 1
    assert [(one.name, one.reason) for one in listing.wrong] == [
        ("sau", Reason.TOO_DEEP),
        ("vong", Reason.NOT_PDF),
    ]


def test_a_folder_that_may_not_be_read_is_told() -> None:
    place = Path(tempfile.mkdtemp())
    try:
        a_pdf(place / "a.pdf")
        a_pdf(place / "kin" / "b.pdf")
        (place / "kin").chmod(0)
        place.chmod(0o755)
        root = os.geteuid() == 0  # who may read everything
        if root:
            os.seteuid(65534)
        try:
            listing = list_files([place], 0)
        finally:
            if root:
                os.seteuid(0)
        assert [name for name, _ in listing.files] == ["a.pdf"]
        assert [(one.name, one.reason) for one in listing.wrong] == [("kin", Reason.CLOSED)]
    finally:
        (place / "kin").chmod(0o700)
        shutil.rmtree(place)


def test_a_hundred_documents_among_thousands_of_other_files_are_found(tmp_path: Path) -> None:
    for number in range(4_900):
        (tmp_path / f"{number}.jpg").touch()
    for number in range(100):
        (tmp_path / f"{number}.pdf").write_bytes(b"x")
    listing = list_files([tmp_path], 0)
    assert (len(listing.files), len(listing.wrong), listing.over) == (100, 4_900, None)


def test_a_folder_that_nobody_looks_through_is_told_and_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "MOST_ENTRIES", 50)
    for number in range(51):
        (tmp_path / f"{number}.jpg").touch()
    assert list_files([tmp_path], 0).over is Reason.ENDLESS


def test_looking_through_a_folder_can_be_called_off(tmp_path: Path) -> None:
    for number in range(100):
        (tmp_path / f"{number}.jpg").touch()
    asked: list[int] = []

    def stopped() -> bool:
        asked.append(1)
        return len(asked) > 20

    with pytest.raises(StoppedError):
        list_files([tmp_path], 0, stopped)
    assert len(asked) == 21


def test_a_file_of_three_gigabytes_is_refused_by_its_size_and_takes_no_memory(
    tmp_path: Path, desk_book: Book, meeting: MeetingId, client: PdfClient
) -> None:
    large, small = tmp_path / "lon.pdf", a_pdf(tmp_path / "nho.pdf")
    with large.open("wb") as file:
        file.truncate(3 * 2**30)  # sparse
    take([Basket((small,), title="Mục")], client, OnBook(desk_book), meeting)
    document = next(drafting.load(desk_book, meeting).packet.documents())[1]
    tracemalloc.start()
    try:
        assert [one.reason for one in list_files([large], 0).wrong] == [Reason.TOO_LARGE]
        (wrong,) = take([Basket((large,), title="Mục")], client, OnBook(desk_book), meeting).wrong
        assert wrong.reason is Reason.TOO_LARGE
        (wrong,) = exchange(large, document.id, client, OnBook(desk_book), meeting)
        assert wrong.reason is Reason.TOO_LARGE
        assert code_of(lambda: look(large, client)) is Code.TOO_LARGE
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 2_000_000


def test_a_packet_written_down_with_a_file_of_three_gigabytes_is_refused_before_it_is_read(
    tmp_path: Path,
) -> None:
    written_down(tmp_path, "lon.pdf")
    with (tmp_path / "lon.pdf").open("wb") as file:
        file.truncate(3 * 2**30)
    tracemalloc.start()
    try:
        assert code_of(lambda: check_folder(read_folder(tmp_path))) is Code.PDF_REFUSED
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 2_000_000


def test_a_name_with_its_marks_apart_is_the_file_that_the_packet_names(tmp_path: Path) -> None:
    composed, apart = "Báo cáo.pdf", "Ba\u0301o ca\u0301o.pdf"
    written_down(tmp_path, composed)
    a_pdf(tmp_path / apart)
    packet = read_folder(tmp_path)
    ((document, path),) = packet.files()
    assert (document.file, path.name) == (composed, apart)
    assert packet.read(composed).startswith(b"%PDF")
    assert packet.span(composed, 1, 3) == b"PDF"
    assert check_folder(packet)[composed].pages == 1
    (tmp_path / apart).unlink()
    assert code_of(lambda: read_folder(tmp_path)) is Code.FILE_MISSING


def written_down(folder: Path, file: str) -> None:
    (folder / "packet.toml").write_text(
        '[meeting]\nid = "m"\ntitle = "Họp"\nstarts = 2026-12-11T08:00:00+07:00\n'
        'ends = 2026-12-11T11:00:00+07:00\n[[item]]\nid = "i"\nnumber = "1"\ntitle = "Mục"\n'
        f'[[item.document]]\nid = "d"\nfile = "{file}"\nname = "Báo cáo"\n',
        "utf-8",
    )
