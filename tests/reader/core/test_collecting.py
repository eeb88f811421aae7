"""The export: whole, exact, and nothing in it runs in a spreadsheet."""

import csv
import io
import json
import zipfile

import pytest
from support.packets import DOCUMENT, MEETING, MOTION, NOON, code_of

from reader.core.collecting import collect, export_summary
from sync.errors import Code
from sync.model.annotation import Audience, Mark, MarkKind
from sync.model.events import PutMark, ReportReady, Status
from sync.wire.envelope import Kind
from sync.wire.messages import Delivered

FORMULAS = ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"]


def a_note(number, text, audience=Audience.SECRETARY):
    return Mark(
        id=f"k-{number}",
        document=DOCUMENT,
        sha256="0" * 64,
        page=number,
        kind=MarkKind.NOTE,
        text=text,
        audience=audience,
    )


@pytest.fixture
def full(desk_book, office):
    """A packet, notes of Minh's, Lan's report, and a closed motion with two ballots."""
    item = office.item(office.document(b"%PDF- one"))
    manifest = office.manifest(item)
    vault = desk_book.vault
    office.deliver(vault, manifest, item)
    for number, text in enumerate(["một ghi chú", *FORMULAS]):
        act = office.event(office.minh, PutMark(mark=a_note(number, text)), seq=number + 1)
        vault.events.add(Delivered(number + 1, NOON, act))
    ready = ReportReady(manifest=office.signed(manifest).digest, version=1, documents=1, complete=1)
    vault.events.add(Delivered(50, NOON, office.event(office.lan, ready)))
    ballots = (
        (office.lan, office.ballot(office.lan, manifest)),
        (office.minh, office.ballot(office.minh, manifest)),
    )
    leaves = office.leaves(*ballots)
    statuses = tuple(Status(ballot=ballot.digest, counted=True) for _, ballot in ballots)
    closing = office.by_hub(Kind.CLOSING, office.closing(manifest, leaves, statuses=statuses))
    vault.events.add(Delivered(60, NOON, closing))
    vault.closed.put(office.closed(manifest, *ballots))
    return desk_book


def rows(path):
    text = path.read_bytes().decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def contents(path):
    """The bytes of a file, or of every part of one that is packed."""
    if path.suffix not in (".docx", ".xlsx"):
        return [path.read_bytes()]
    with zipfile.ZipFile(path) as archive:
        return [archive.read(name) for name in archive.namelist()]


def test_everything_that_the_meeting_brought_is_there(full, tmp_path):
    paths = collect(full, MEETING, tmp_path / "out" / "here")
    assert {path.name for path in paths} == {
        "meeting.json",
        "notes.csv",
        "opinions.csv",
        "ballots.csv",
        "attendance.csv",
        "readiness.csv",
        "tong-hop-y-kien.docx",
        "tong-hop-y-kien.xlsx",
        "bien-ban-01.docx",
        "phieu-ghi-ten.xlsx",
    }
    whole = json.loads((tmp_path / "out" / "here" / "meeting.json").read_text("utf-8"))
    assert [note["text"] for note in whole["notes"]] == ["một ghi chú", *FORMULAS]
    assert whole["notes"][0]["page"] == 1
    (motion,) = whole["motions"]
    assert motion["id"] == MOTION
    assert motion["result"]["counts"] == {"Tán thành": 2, "Không tán thành": 0, "Không biểu quyết": 0}
    assert motion["result"]["sentence"] == (
        "Cần 2/3 phiếu tán thành (quá nửa tổng số đại biểu); có 2; dư 0: thông qua."
    )
    assert sorted(ballot["name"] for ballot in motion["ballots"]) == ["Lan", "Minh"]
    assert {row["person"]: row["state"] for row in whole["readiness"]} == {
        "p-lan": "ready",
        "p-minh": "nothing",
        "p-son": "nothing",
    }


def test_no_cell_of_a_table_runs(full, tmp_path):
    collect(full, MEETING, tmp_path)
    texts = [row["text"] for row in rows(tmp_path / "notes.csv")]
    assert texts == ["một ghi chú", *("'" + formula for formula in FORMULAS)]
    for name in ("notes.csv", "ballots.csv", "readiness.csv"):
        for row in rows(tmp_path / name):
            assert not any(value[:1] in "=+-@\t\r\n＝＋－＠" for value in row.values() if value)


def test_ballots_are_a_table_too(full, tmp_path):
    collect(full, MEETING, tmp_path)
    table = rows(tmp_path / "ballots.csv")
    assert [(row["name"], row["choices"], row["counted"]) for row in table] == [
        ("Lan", "Tán thành", "yes"),
        ("Minh", "Tán thành", "yes"),
    ]


def test_collecting_again_replaces_whole_files_and_leaves_nothing_beside_them(full, tmp_path):
    collect(full, MEETING, tmp_path)
    before = (tmp_path / "meeting.json").read_bytes()
    collect(full, MEETING, tmp_path)
    assert (tmp_path / "meeting.json").read_bytes() == before
    assert not list(tmp_path.glob("*.part*"))


def test_a_place_that_may_not_be_written_is_said_as_that(full, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    assert code_of(lambda: collect(full, MEETING, tmp_path / "file")) is Code.FILE_REFUSED
    path = tmp_path / "missing" / "tong-hop.docx"
    assert code_of(lambda: export_summary(full, MEETING, path)) is Code.FILE_REFUSED
    assert (tmp_path / "file").read_bytes() == b""
    assert not path.parent.exists()


def test_a_private_mark_of_the_secretarys_own_is_not_exported(full, tmp_path):
    full.act(MEETING, full.seal_mark(a_note(99, "riêng của thư ký", Audience.PRIVATE)))
    collect(full, MEETING, tmp_path)
    for path in tmp_path.glob("*.*"):
        for data in contents(path):
            assert "riêng của thư ký".encode() not in data


def test_a_meeting_that_is_not_here_is_named(desk_book, tmp_path):
    assert code_of(lambda: collect(desk_book, MEETING, tmp_path / "out")) is Code.PACKET_UNKNOWN
    assert not (tmp_path / "out").exists()
