"""The archive as a secretary's laptop makes it: what is in it and what is not, whole or not at all."""

import base64
import errno
import hashlib
import io
import json
import shutil
import subprocess
import zipfile
from datetime import timedelta

import pytest
from support.archives import (
    ANNEX,
    NEW,
    OLD,
    SAID,
    SECRET,
    SECRETLY,
    TAKEN_BACK,
    Filed,
    entries_of,
    make,
)
from support.packets import MEETING, NOON, PaperOffice, code_of

from reader.core import archiving
from reader.core.archive.names import ending, numbered, slug
from reader.core.archive.papers import settled
from reader.core.archive.plan import Wishes
from reader.core.book import Book
from reader.pdf.stopping import StoppedError
from sync import verify
from sync.errors import Code, SohopError
from sync.model.annotation import Audience, Mark, MarkKind
from sync.model.conduct import BeginSpeaking, PointAgenda
from sync.model.events import CheckIn, PutOpinion
from sync.model.opinion import Attendance, OnDocument, OnItem, Opinion, OpinionKind
from sync.model.review import Remark, ReturnPacket
from sync.wire.messages import Receipt


@pytest.fixture
def filed(desk_book, office):
    return Filed(office, desk_book.vault)


@pytest.fixture
def made(filed, desk_book, tmp_path):
    return make(desk_book, tmp_path / "ho-so.zip")


def test_it_holds_the_whole_meeting_and_a_stranger_verifies_it(made, office):
    assert made.broken == ""
    assert (made.motions, made.left_out, made.size) == (1, 0, made.path.stat().st_size)
    entries = entries_of(made.path.read_bytes())
    documents = {name: data for name, data in entries.items() if name.endswith(".pdf")}
    assert documents == {
        "tai-lieu/01-du-toan/01-du-toan-nam-2027.pdf": NEW,
        "tai-lieu/01-du-toan/02-phu-luc-thu-chi.pdf": ANNEX,
        "tai-lieu/02-nhan-su/01-ho-so-nhan-su.pdf": SECRET,
        "tai-lieu-ban-cu/1/01-du-toan-nam-2027.pdf": OLD,
    }
    outcome = verify.check_archive(made.path, office.root_key)
    assert outcome.broken is None
    contents = outcome.contents
    assert [version.number for version in contents.packet.versions] == [1, 2]
    assert contents.motions[0].sentence_en.endswith("carried.")
    assert [item.title for item in contents.packet.items] == ["Dự toán", "Nhân sự"]
    page = entries["muc-luc.html"].decode()
    told = (SAID, "Đã bổ sung", "Bận việc nhà")
    links = ("tai-lieu/01-du-toan/02-phu-luc-thu-chi.pdf", "tai-lieu-ban-cu/1/01-du-toan-nam-2027.pdf")
    for words in (*told, *(f'href="{name}"' for name in links)):
        assert words in page
    acts = entries["chung-thuc/viec.jsonl"].splitlines()
    assert len(acts) == 3 + 9 - 1  # without the opinion that was taken back


def test_common_tools_open_it(made):
    with zipfile.ZipFile(made.path) as zipped:
        assert zipped.testzip() is None
    if shutil.which("unzip"):
        done = subprocess.run(["unzip", "-tqq", made.path], check=False, capture_output=True)
        assert (done.returncode, done.stderr) == (0, b"")


def test_the_same_meeting_gives_the_same_bytes(made, desk_book, tmp_path):
    again = make(desk_book, tmp_path / "again.zip")
    assert again.path.read_bytes() == made.path.read_bytes()


def test_office_files_lose_the_moment_of_their_packing():
    def a_zip(year):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
            written.writestr(zipfile.ZipInfo("a.xml", (year, 5, 4, 3, 2, 0)), "x" * 100)
        return out.getvalue()

    assert a_zip(2026) != a_zip(2027)
    assert settled(a_zip(2026)) == settled(a_zip(2027))


def payloads(entries):
    lines = entries["chung-thuc/viec.jsonl"].splitlines()
    return [base64.b64decode(json.loads(line)["envelope"]["payload"]) for line in lines]


def test_what_is_private_or_was_taken_back_is_not_in_it(filed, desk_book, tmp_path):
    sha256 = filed.story.items[0].documents[0].sha256
    own = Mark(id="k-9", document="d-1", sha256=sha256, page=0, kind=MarkKind.NOTE, text="Riêng tôi")
    desk_book.act(MEETING, desk_book.seal_mark(own))
    (sealed,) = desk_book.vault.outbox.pending(9)
    desk_book.vault.outbox.settle(office_receipt(filed.office, sealed))
    desk_book.act(MEETING, CheckIn(at=NOON, state=Attendance.PRESENT))  # waits: nobody has recorded it
    entries = entries_of(make(desk_book, tmp_path / "x.zip").path.read_bytes())
    said = [json.loads(one) for one in payloads(entries)]
    kinds = [one.get("body", {}).get("type", "closing") for one in said]
    assert not {"ballot", "mark.sealed"} & set(kinds)
    assert kinds.count("checkin") == 2
    assert not any(TAKEN_BACK in json.dumps(one, ensure_ascii=False) for one in said)
    assert TAKEN_BACK not in entries["muc-luc.html"].decode()
    assert len(json.loads(entries["ban-liet-ke.json"])["left_out"]["events"]) == 1


def office_receipt(office, envelope):
    return office.outcome(Receipt(event=envelope.event_id, accepted=True, recorded=NOON))


def test_what_its_author_wrote_anew_is_in_it_in_the_newest_wording_only(filed, desk_book, tmp_path, office):
    lan, first, then = office.lan, "Câu viết vội", "Câu viết lại"
    about = OnItem(item="i-1")
    words = {"id": "o-9", "kind": OpinionKind.COMMENT, "about": about, "audience": Audience.SECRETARY}
    filed.says(lan, PutOpinion(opinion=Opinion(text=first, **words)))
    events = desk_book.vault.events.of_meeting(MEETING)
    (old,) = (one.id for one in events if first in str(one.event))
    filed.says(lan, PutOpinion(opinion=Opinion(text=then, replaces=(old,), **words)))
    filed.says(office.minh, PutOpinion(opinion=Opinion(text=SAID, replaces=(old,), **{**words, "id": "o-8"})))
    made = make(desk_book, tmp_path / "x.zip")
    assert made.broken == ""
    entries = entries_of(made.path.read_bytes())
    said = b"".join(payloads(entries)).decode()
    assert first not in said
    assert then in said
    assert old in json.loads(entries["ban-liet-ke.json"])["left_out"]["events"]


def test_restricted_items_stay_out_with_all_that_was_said_of_them(filed, desk_book, tmp_path, office):
    made = make(desk_book, tmp_path / "x.zip", restricted=False)
    assert made.broken == ""
    data = made.path.read_bytes()
    entries = entries_of(data)
    assert SECRET not in entries.values()
    words = b"".join([*entries.values(), *payloads(entries)])
    for name in ("bien-ban/bien-ban-may-ghi.docx", "y-kien/tong-hop-y-kien.docx"):
        with zipfile.ZipFile(io.BytesIO(entries[name])) as docx:
            words += docx.read("word/document.xml")
    assert SECRETLY.encode() not in words
    assert "Nhân sự".encode() not in words
    contents = verify.check_archive(made.path, office.root_key).contents
    assert (contents.restricted, contents.left_out["items"], contents.left_out["events"]) == (False, 2, 4)
    assert "1 mục hạn chế người xem không có" in entries["muc-luc.html"].decode()


def test_of_a_restricted_item_nobody_learns_who_spoke_or_what_its_approver_said(
    filed, desk_book, tmp_path, office
):
    thu, duyet = office.thu, office.duyet
    turn = {"turn": "t-1", "name": SECRETLY, "at": NOON, "allowed": 300}
    for item in ("i-1", "i-2"):
        filed.says(thu, PointAgenda(item=item, at=NOON))
        filed.says(thu, BeginSpeaking(item=item, **turn))
    for about in ("i-1", "d-1", "i-2", "d-2", ""):
        remark = Remark(about=about, text=SECRETLY if about in ("i-2", "d-2", "") else SAID)
        filed.says(duyet, ReturnPacket(manifest="a" * 64, remarks=(remark,)))
    made = make(desk_book, tmp_path / "x.zip", restricted=False)
    assert made.broken == ""
    told = [json.loads(one).get("body", {}) for one in payloads(entries_of(made.path.read_bytes()))]
    assert [one["item"] for one in told if one.get("type") == "speaker.begin"] == ["i-1"]
    assert [one["item"] for one in told if one.get("type") == "agenda.point"] == ["i-1"]
    remarks = [one["remarks"][0] for one in told if one.get("type") == "packet.return"]
    assert [(one["about"], one["text"]) for one in remarks] == [("i-1", SAID), ("d-1", SAID)]


@pytest.mark.parametrize("about", [OnItem(item="i-9"), OnDocument(document="d-9")])
def test_what_was_said_of_an_item_that_no_version_here_has_stays_out_with_the_restricted_ones(
    filed, desk_book, tmp_path, office, about
):
    opinion = Opinion(
        id="o-9", kind=OpinionKind.COMMENT, about=about, audience=Audience.SECRETARY, text=SECRETLY
    )
    filed.says(office.lan, PutOpinion(opinion=opinion))  # the version that had it was recalled

    def said(data):
        entries = entries_of(data)
        with zipfile.ZipFile(io.BytesIO(entries["y-kien/tong-hop-y-kien.docx"])) as docx:
            words = docx.read("word/document.xml")
        return SECRETLY.encode() in b"".join([*payloads(entries), entries["muc-luc.html"], words])

    assert said(make(desk_book, tmp_path / "all.zip").path.read_bytes())
    assert not said(make(desk_book, tmp_path / "few.zip", restricted=False).path.read_bytes())


def test_finished_minutes_take_the_place_of_the_programs_own(filed, desk_book, tmp_path):
    minutes = tmp_path / "Biên bản (đã ký) \u202e.PDF"
    minutes.write_bytes(b"%PDF- signed")
    made = make(desk_book, tmp_path / "x.zip", minutes=(minutes,))
    assert made.broken == ""
    entries = entries_of(made.path.read_bytes())
    assert {name: data for name, data in entries.items() if name.startswith("bien-ban/")} == {
        "bien-ban/01-bien-ban-da-ky.pdf": b"%PDF- signed"
    }
    assert 'href="bien-ban/01-bien-ban-da-ky.pdf"' in entries["muc-luc.html"].decode()


@pytest.mark.parametrize(
    "names", [["a.pdf", "Bien ban.exe"], ["a.html"], ["a"], [f"{n}.pdf" for n in range(21)]]
)
def test_too_many_minutes_or_those_that_may_run_are_refused_with_a_sentence(
    filed, desk_book, tmp_path, names
):
    paths = tuple(tmp_path / name for name in names)
    for path in paths:
        path.write_bytes(b"%PDF- signed")
    with pytest.raises(SohopError) as refused:
        make(desk_book, tmp_path / "x.zip", minutes=paths)
    assert refused.value.code is Code.MINUTES_REFUSED
    said = refused.value.sentence("en")
    assert "at most 20 files" in said
    assert ("Bien ban.exe" in said) == ("Bien ban.exe" in names)
    assert not (tmp_path / "x.zip").exists()


def test_minutes_that_are_not_there_are_told_and_nothing_is_written(filed, desk_book, tmp_path):
    gone = tmp_path / "gone.docx"
    assert code_of(lambda: make(desk_book, tmp_path / "x.zip", minutes=(gone,))) is Code.FILE_MISSING
    assert list(tmp_path.glob("x.zip*")) == []


def test_a_document_that_is_not_here_keeps_it_from_being_made(filed, desk_book, tmp_path):
    sha256 = filed.story.items[0].documents[1].sha256
    desk_book.vault.documents.damaged(sha256)
    assert code_of(lambda: make(desk_book, tmp_path / "x.zip")) is Code.NOT_DOWNLOADED
    assert list(tmp_path.glob("x.zip*")) == []


def test_an_old_document_that_is_gone_is_named_as_left_out(filed, desk_book, tmp_path):
    desk_book.vault.documents.damaged(hashlib.sha256(OLD).hexdigest())
    made = make(desk_book, tmp_path / "x.zip")
    assert (made.broken, made.left_out) == ("", 1)


def test_only_a_secretary_of_the_office_makes_one(tmp_path, office):
    for member in (office.chu, office.lan):
        book = office.book(tmp_path / member.device, member)
        try:
            Filed(office, book.vault)
            assert code_of(lambda book=book: make(book, tmp_path / "x.zip")) is Code.NOT_PERMITTED
        finally:
            book.vault.close()


def test_a_motion_that_lacks_something_is_named_as_left_out(filed, desk_book, tmp_path):
    database = desk_book.vault.trust._database
    database.run("DELETE FROM event WHERE id = ?", (filed.story.opening.digest,))
    made = make(desk_book, tmp_path / "x.zip")
    assert (made.motions, made.left_out, made.broken) == (0, 1, "")


def test_a_full_disk_is_said_before_anything_is_written(filed, desk_book, tmp_path, monkeypatch):
    monkeypatch.setattr(archiving.shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 9, 1))
    assert code_of(lambda: make(desk_book, tmp_path / "x.zip")) is Code.DISK_FULL
    assert list(tmp_path.glob("x.zip*")) == []


def test_a_disk_that_fills_up_meanwhile_leaves_what_was_there(filed, desk_book, tmp_path, monkeypatch):
    path = tmp_path / "x.zip"
    path.write_bytes(b"the former one")

    def full(*_):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(archiving.ZipWriter, "close", full)
    assert code_of(lambda: make(desk_book, path)) is Code.DISK_FULL
    assert path.read_bytes() == b"the former one"
    assert [one.name for one in tmp_path.glob("x.zip*")] == ["x.zip"]


def test_a_folder_that_is_gone_is_said(filed, desk_book, tmp_path):
    assert code_of(lambda: make(desk_book, tmp_path / "gone" / "x.zip")) is Code.FILE_REFUSED


@pytest.mark.parametrize("share", [0.0, 0.3, 0.7])
def test_it_can_be_stopped_at_any_moment(filed, desk_book, tmp_path, share):
    reached = []

    def stopped():
        return bool(reached) and reached[-1] >= share

    with pytest.raises(StoppedError):
        archiving.make(
            lambda work: work(desk_book), MEETING, tmp_path / "x.zip", Wishes(), reached.append, stopped
        )
    assert list(tmp_path.glob("x.zip*")) == []
    assert archiving.made_at(desk_book, MEETING) == archiving.NEVER


def test_what_a_killed_program_left_is_in_nobodys_way(filed, desk_book, tmp_path):
    (tmp_path / "x.zip.partial").write_bytes(b"half")
    assert make(desk_book, tmp_path / "x.zip").broken == ""
    assert [one.name for one in tmp_path.glob("x.zip*")] == ["x.zip"]
    assert archiving.made_at(desk_book, MEETING) > archiving.NEVER


def test_it_is_asked_for_until_one_with_all_items_was_made_after_the_meeting(filed, desk_book, tmp_path):
    ends = filed.story.manifest.meeting.ends
    last = filed.story.manifest.lease - timedelta(days=1)

    def asked_after(now, **wishes):
        make(Book(desk_book.vault, lambda: now), tmp_path / "x.zip", **wishes)
        return bool(archiving.due(Book(desk_book.vault, lambda: last)))

    assert asked_after(ends - timedelta(hours=1))
    assert asked_after(ends + timedelta(hours=1), restricted=False)
    assert not asked_after(ends + timedelta(hours=1))


def test_the_chair_signs_it_too(made, office, tmp_path):
    book = office.book(tmp_path / "chu", office.chu)
    before = entries_of(made.path.read_bytes())
    try:
        shown = verify.check_archive(made.path).contents.digest
        contents = archiving.countersign(lambda work: work(book), made.path, shown)
        assert contents.signers == ("Thu", "Chu")
        again = code_of(lambda: archiving.countersign(lambda work: work(book), made.path, shown))
        assert again is Code.NOT_PERMITTED
    finally:
        book.vault.close()
    outcome = verify.check_archive(made.path, office.root_key)
    assert outcome.broken is None
    after = entries_of(made.path.read_bytes())
    assert {name for name in after if after[name] != before[name]} == {"chu-ky.json"}


def test_the_chair_signs_nothing_but_what_was_shown(filed, made, desk_book, office, tmp_path):
    shown = verify.check_archive(made.path).contents.digest
    filed.says(office.lan, CheckIn(at=NOON, state=Attendance.ABSENT, reason="Ốm"))
    make(desk_book, made.path)  # another archive in its place, and a good one
    before = made.path.read_bytes()
    book = office.book(tmp_path / "chu", office.chu)
    try:
        refused = code_of(lambda: archiving.countersign(lambda work: work(book), made.path, shown))
    finally:
        book.vault.close()
    assert refused is Code.ARCHIVE_BROKEN
    assert made.path.read_bytes() == before


def test_nobody_signs_a_broken_or_a_strangers_archive(made, office, tmp_path):
    data = bytearray(made.path.read_bytes())
    data[5_000] ^= 1
    broken = tmp_path / "broken.zip"
    broken.write_bytes(data)
    book = office.book(tmp_path / "chu", office.chu)
    stranger = PaperOffice("t-2")
    other = stranger.book(tmp_path / "chu2", stranger.chu)
    secretary = Book(office.vault(tmp_path / "thu2", office.thu))
    try:
        refused = code_of(lambda: archiving.countersign(lambda work: work(book), broken, ""))
        assert refused is Code.ARCHIVE_BROKEN
        for one, code in ((other, Code.ARCHIVE_BROKEN), (secretary, Code.NOT_PERMITTED)):
            sign = lambda one=one: archiving.countersign(lambda work: work(one), made.path, "")  # noqa: E731
            assert code_of(sign) is code
    finally:
        for one in (book, other, secretary):
            one.vault.close()
    assert broken.read_bytes() == data


def test_an_offer_says_what_would_be_in_it(filed, desk_book):
    told = archiving.offer(desk_book, MEETING)
    assert (told.documents, told.restricted, told.running, told.waiting) == (3, 1, 0, False)
    desk_book.act(MEETING, CheckIn(at=NOON, state=Attendance.PRESENT))
    assert archiving.offer(desk_book, MEETING).waiting


def test_names_are_safe_everywhere():
    assert slug("Tờ trình số 12/TTr-UBND: Đề án “CON”") == "to-trinh-so-12-ttr-ubnd-de-an-con"
    assert slug("\u202e../..\\*") == ""
    assert numbered(["Con", "..", "会议"]) == ["01-con", "02", "03"]
    assert len(slug("ă" * 300)) == 60
    assert [ending(name) for name in ("a.PDF", "a.tar.gz", "a", "a.b c", ".x/")] == [
        ".pdf",
        ".gz",
        "",
        "",
        "",
    ]
