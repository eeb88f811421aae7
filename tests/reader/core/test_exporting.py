"""Exports: nothing is lost by them, nothing private is shown by them, and they are whole or not there."""

import errno
import zipfile

import msgspec
import pytest
from support.packets import DOCUMENT, MEETING, MOTION, NOON, code_of

from reader.core import annotating, exporting, voting
from sync.errors import Code
from sync.model.annotation import Audience, MarkKind, Quote
from sync.model.events import OpenMotion, ReportDestroyed
from sync.wire.codec import encode_payload
from sync.wire.digests import motion_digest
from sync.wire.envelope import Envelope
from sync.wire.messages import Delivered, Outcome, Receipt

PRIVATE = "Hỏi riêng về khoản dự phòng"
SHARED = "Đề nghị ghi rõ mốc xong"
QUOTE = "dự phòng chỉ còn 2 %"


@pytest.fixture
def busy(book, office):
    """A private note, a shared one, and a ballot that was refused."""
    item = office.item(office.document(b"a" * 9_000))
    manifest = office.manifest(item)
    office.deliver(book.vault, manifest, item)
    motion = manifest.motions[0]
    opening = OpenMotion(motion=MOTION, motion_digest=motion_digest(manifest, motion))
    opened = office.event(office.chu, opening)
    book.vault.events.add(Delivered(seq=1, recorded=NOON, envelope=opened))
    quote = Quote(exact=QUOTE)
    for text, audience in ((PRIVATE, Audience.PRIVATE), (SHARED, Audience.SECRETARY)):
        annotating.put(
            book,
            MEETING,
            document=DOCUMENT,
            sha256="1" * 64,
            page=4,
            kind=MarkKind.NOTE,
            quote=quote,
            text=text,
            audience=audience,
        )
    ballot = voting.cast(book, MEETING, MOTION, ("c1",))
    receipt = Receipt(event=ballot, accepted=False, recorded=NOON, code=Code.MOTION_CHANGED)
    book.vault.outbox.settle(Outcome(event=ballot, receipt=encode_payload(receipt)))
    return book


def opened(path):
    with zipfile.ZipFile(path) as archive:
        return archive.read(exporting.READABLE).decode("utf-8-sig"), archive.read(exporting.EXACT)


def test_the_exact_envelopes_come_back_from_the_file(busy, tmp_path):
    made = exporting.export_unsent(busy, tmp_path / "unsent.zip", "vi")
    _, exact = opened(made.path)
    read = [msgspec.json.decode(line, type=Envelope) for line in exact.splitlines()]
    assert read == [envelope for envelope, _ in busy.vault.outbox.unsent()]
    assert len(read) == made.count == 3


def test_it_reads_in_words_with_the_reason_and_keeps_private_notes_sealed(busy, tmp_path):
    for refused, _, _ in busy.vault.outbox.quarantine():
        busy.vault.outbox.dismiss(refused)  # read about, and all the same not taken
    text, exact = opened(exporting.export_unsent(busy, tmp_path / "unsent.zip", "vi").path)
    assert "Phiếu biểu quyết: Dự toán năm 2027: Tán thành" in text
    assert "Không được nhận: Nội dung biểu quyết đã đổi" in text
    assert SHARED in text
    assert "ai có tệp này cũng đọc được" in text
    assert PRIVATE not in text
    assert PRIVATE.encode() not in exact


def test_a_laptops_own_report_is_no_work_and_goes_along_in_the_exact_part(busy, tmp_path):
    busy.act(MEETING, ReportDestroyed(version=1))
    made = exporting.export_unsent(busy, tmp_path / "unsent.zip", "vi")
    text, exact = opened(made.path)
    assert (made.count, len(exact.splitlines())) == (3, 4)
    assert "3 việc." in text


def test_it_speaks_english_too(busy, tmp_path):
    text, _ = opened(exporting.export_unsent(busy, tmp_path / "unsent.zip", "en").path)
    assert "whoever has this file can read it" in text
    assert "Refused: The motion has changed" in text


def test_a_place_that_may_not_be_written_is_said_and_leaves_nothing(busy, tmp_path):
    path = tmp_path / "missing" / "unsent.zip"
    assert code_of(lambda: exporting.export_unsent(busy, path, "vi")) is Code.FILE_REFUSED
    (tmp_path / "folder.zip").mkdir()
    assert code_of(lambda: exporting.export_unsent(busy, tmp_path / "folder.zip", "vi")) is Code.FILE_REFUSED
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.endswith(".partial")) == []


def test_a_full_disk_is_said_and_the_old_file_stays(busy, tmp_path, monkeypatch):
    path = tmp_path / "unsent.zip"
    path.write_bytes(b"old")

    def full(_):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("reader.store.files.os.fsync", full)
    assert code_of(lambda: exporting.export_unsent(busy, path, "vi")) is Code.DISK_FULL
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir() if one.name.endswith(".partial")] == []
