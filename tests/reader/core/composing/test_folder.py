"""A packet's folder: what is wrong is named with its place, what is right becomes bytes to sign."""

from datetime import date, datetime, timedelta, timezone

import pytest
from support.packets import code_of

from reader.core.composing.building import Inspected, build
from reader.core.composing.folder import read_folder
from reader.core.rulebook import rulebook
from reader.resources import resource
from sync.errors import Code, SohopError
from sync.model.meeting import AgendaItem, Manifest, Urgency
from sync.model.motion import Late
from sync.model.people import PersonEntry, Role
from sync.model.rules import MotionKind, Secrecy, Timing
from sync.wire.codec import decode_payload, digest

PDF = b"%PDF-1.7 giay moi"
VIETNAM = timezone(timedelta(hours=7))
RULES = rulebook()
MEETING = """
[meeting]
id = "ky-hop-5"
title = "Kỳ họp thứ năm"
starts = 2026-12-11T08:00:00
ends = 2026-12-11T16:30:00+07:00
"""
ITEM = """
[[item]]
id = "muc-1"
number = "1"
title = "Khai mạc"

[[item.document]]
id = "giay-moi"
file = "giấy mời.pdf"
name = "Giấy mời 47/GM-HĐND"
date = 2026-11-19
urgency = "hỏa tốc"
"""
MOTION = """
[[motion]]
id = "v-1"
item = "muc-1"
kind = "written_opinion"
title = "Dự toán"
question = "Đồng ý?"
documents = ["giay-moi"]
opens = 2026-12-01T08:00:00
until = 2026-12-05T17:00:00
grace_minutes = 30
"""
GOOD = MEETING + ITEM + MOTION
PEOPLE = (
    PersonEntry(person="p-1", name="Đỗ Văn Yên", roles=(Role.DELEGATE,)),
    PersonEntry(person="p-2", name="Trần Thị Ân", roles=(Role.DELEGATE, Role.CHAIR)),
    PersonEntry(person="p-3", name="Khách", roles=(Role.GUEST,)),
    PersonEntry(person="p-4", name="Thu", roles=(Role.SECRETARY,)),
)


@pytest.fixture
def root(tmp_path):
    (tmp_path / "giấy mời.pdf").write_bytes("%PDF-1.7 giấy mời".encode())
    return tmp_path


def read(root, text=GOOD):
    (root / "packet.toml").write_text(text, "utf-8")
    return read_folder(root)


def made(root, text=GOOD, people=PEOPLE, **more):
    inspected = {"giấy mời.pdf": Inspected(pages=2, has_text=True)}
    folder = read(root, text)
    return build(folder.table, folder, inspected, RULES, people, "t-1", **more)


def test_a_good_folder_becomes_a_version_to_sign(root):
    draft = made(root)
    manifest = decode_payload(draft.payload, Manifest)
    assert manifest == draft.manifest
    item = decode_payload(draft.descriptors[0], AgendaItem)
    assert manifest.items == (digest(draft.descriptors[0]),)
    (document,) = item.documents
    assert (document.pages, document.urgency, document.issued) == (2, Urgency.EXPRESS, date(2026, 11, 19))
    assert document.sha256 == digest("%PDF-1.7 giấy mời".encode())
    assert sum(chunk.size for chunk in document.chunks) == document.size
    assert draft.names == ("giấy mời.pdf",)
    assert (manifest.version, manifest.previous, manifest.meeting.short) == (1, "", "Kỳ họp thứ năm")


def test_a_time_without_a_zone_is_vietnams(root):
    meeting = made(root).manifest.meeting
    assert meeting.starts == datetime(2026, 12, 11, 8, tzinfo=VIETNAM)
    assert made(root).manifest.motions[0].window.opens == datetime(2026, 12, 1, 8, tzinfo=VIETNAM)


def test_content_is_hidden_long_after_the_meeting_and_never_before(root):
    manifest = made(root).manifest
    assert manifest.lease >= manifest.meeting.ends + timedelta(hours=24)


def test_delegates_vote_and_guests_only_read(root):
    manifest = made(root).manifest
    assert [entry.name for entry in manifest.roll] == ["Trần Thị Ân", "Đỗ Văn Yên"]
    assert manifest.readers == ("p-2", "p-1", "p-3")


def test_a_motion_takes_what_its_rule_says(root):
    (motion,) = made(root).manifest.motions
    assert motion.rule == RULES[MotionKind.WRITTEN_OPINION]
    assert [choice.free_text for choice in motion.choices] == [False, False, True]
    assert (motion.window.timing, motion.window.grace_s) == (Timing.SEALED_UNTIL, 1_800)
    assert motion.documents[0].sha256 == digest((root / "giấy mời.pdf").read_bytes())


def test_tellers_read_and_do_not_vote(root):
    teller = PersonEntry(person="p-5", name="Kiểm", roles=(Role.TELLER,))
    manifest = made(root, people=(*PEOPLE, teller)).manifest
    assert "p-5" in manifest.readers
    assert all(entry.person != "p-5" for entry in manifest.roll)


COMMITTEE = MOTION.split("opens =")[0].replace("written_opinion", "committee")


def test_the_chair_whose_side_breaks_a_tie_is_the_one_on_the_roll_unless_named(root):
    for more, chair in (("", "p-2"), ('chair = "p-1"', "p-1")):
        (motion,) = made(root, MEETING + ITEM + COMMITTEE + more).manifest.motions
        assert motion.chair == chair
    (plain,) = made(root).manifest.motions
    assert plain.chair is None


def test_a_packet_may_let_late_ballots_be_admitted(root):
    (motion,) = made(root).manifest.motions
    assert motion.window.late is Late.RECORDED_ONLY
    (motion,) = made(root, GOOD + 'late = "may_be_admitted"').manifest.motions
    assert motion.window.late is Late.MAY_BE_ADMITTED


def test_the_next_version_names_the_one_before(root):
    manifest = made(root, previous=(3, "a" * 64)).manifest
    assert (manifest.version, manifest.previous) == (4, "a" * 64)


def test_two_drafts_of_one_folder_do_not_tell_by_their_digests_what_they_hold(root):
    assert made(root).manifest.items != made(root).manifest.items


def test_a_file_saved_by_a_windows_editor_is_read(root):
    (root / "packet.toml").write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert read_folder(root).table.meeting.id == "ky-hop-5"


WRONG = {
    "no TOML": ("[meeting]", "[meeting"),
    "an unknown table": (MEETING, MEETING + "[extra]\n"),
    "an unknown field": ('title = "Kỳ họp', 'titel = "x"\ntitle = "Kỳ họp'),
    "a missing field": ('title = "Kỳ họp thứ năm"\n', ""),
    "a wrong type": ('number = "1"', "number = 1"),
    "an id with a space": ('id = "muc-1"', 'id = "mục 1"'),
    "an id on two lines": ('id = "muc-1"', 'id = "muc-1\\n"'),
    "a title that has no end": ("Khai mạc", "x" * 501),
    "a date where a time belongs": ("starts = 2026-12-11T08:00:00", "starts = 2026-12-11"),
    "an end before the start": ("16:30:00+07:00", "07:30:00+07:00"),
    "a year of no calendar": ("starts = 2026", "starts = 0001"),
    "a window that closes before it opens": ("until = 2026-12-05", "until = 2026-11-05"),
    "an unknown urgency": ("hỏa tốc", "gấp"),
    "two items of one id": (MOTION, '[[item]]\nid = "muc-1"\nnumber = "2"\ntitle = "x"\n'),
    "two documents of one id": (
        MOTION,
        '[[item.document]]\nid = "giay-moi"\nfile = "giấy mời.pdf"\nname = "x"\n',
    ),
    "two motions of one id": (MOTION, MOTION + MOTION),
    "a motion on an item that is not there": ('item = "muc-1"', 'item = "muc-9"'),
    "a motion about a document that is not there": ('["giay-moi"]', '["khac"]'),
    "an unknown kind": ("written_opinion", "referendum"),
    "a path upwards": ("giấy mời.pdf", "../giấy mời.pdf"),
    "a path from the root": ("giấy mời.pdf", "/etc/passwd"),
    "too much grace": ("grace_minutes = 30", "grace_minutes = 99999"),
    "more choices than a ballot holds": ("grace", f"choices = {[str(n) for n in range(21)]}\ngrace"),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_file_is_refused_with_its_place(root, what):
    old, new = WRONG[what]
    assert old in GOOD
    with pytest.raises(SohopError) as caught:
        read(root, GOOD.replace(old, new))
    assert caught.value.code is Code.PACKET_FILE_WRONG
    assert caught.value.fields["where"]
    assert "–" not in caught.value.sentence("en")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("grace", 'timing = "strict"\ngrace', Code.TIMING_REFUSED),
        ("grace", 'secrecy = "secret"\ngrace', Code.TIMING_REFUSED),
        ("until = 2026-12-05T17:00:00\n", "", Code.PACKET_FILE_WRONG),
        ("grace", 'choices = ["Đồng ý"]\ngrace', Code.PACKET_FILE_WRONG),
        ("grace", 'choices = ["Đồng ý", "Đồng ý"]\ngrace', Code.PACKET_FILE_WRONG),
        ("grace", "max_choices = 2\ngrace", Code.PACKET_FILE_WRONG),
        ("grace", "max_choices = 9\ngrace", Code.PACKET_FILE_WRONG),
        ("grace", 'chair = "p-9"\ngrace', Code.PACKET_FILE_WRONG),
        ("grace", 'late = "sometimes"\ngrace', Code.PACKET_FILE_WRONG),
        ("written_opinion", "budget", Code.PACKET_FILE_WRONG),
        ('kind = "written_opinion"', 'kind = "poll"', Code.PACKET_FILE_WRONG),
    ],
)
def test_a_motion_that_its_rule_does_not_allow_is_refused(root, old, new, code):
    assert code_of(lambda: made(root, GOOD.replace(old, new))) is code


def test_a_poll_takes_several_choices(root):
    poll = GOOD.replace("written_opinion", "poll").replace(
        "grace", 'choices = ["Sáng", "Chiều", "Tối"]\nmax_choices = 2\ngrace'
    )
    (motion,) = made(root, poll).manifest.motions
    assert ([choice.label for choice in motion.choices], motion.max_choices) == (["Sáng", "Chiều", "Tối"], 2)
    assert motion.secrecy is Secrecy.OPEN


@pytest.mark.parametrize("gone", ["giấy mời.pdf", ".."])
def test_a_file_that_is_not_there_is_named(root, gone):
    with pytest.raises(SohopError) as caught:
        read(root, GOOD.replace("giấy mời.pdf", "khác.pdf" if gone != ".." else gone))
    assert caught.value.code is Code.FILE_MISSING
    assert caught.value.fields["name"] in {"khác.pdf", ".."}


def test_a_folder_without_packet_toml_is_named(tmp_path):
    with pytest.raises(SohopError) as caught:
        read_folder(tmp_path)
    assert (caught.value.code, caught.value.fields) == (Code.FILE_MISSING, {"name": "packet.toml"})
    file = tmp_path / "a-file"
    file.write_bytes(b"")
    assert code_of(lambda: read_folder(file)) is Code.FILE_MISSING
    assert code_of(lambda: read_folder(tmp_path / "nowhere")) is Code.FILE_MISSING


def test_bytes_that_are_no_text_are_named(root):
    (root / "packet.toml").write_bytes(GOOD.encode("utf-16"))
    assert code_of(lambda: read_folder(root)) is Code.PACKET_FILE_WRONG


def test_the_sample_packet_is_well_formed():
    table = read_folder(resource("sample")).table
    assert len(table.motion) == 3
    assert sum(len(item.document) for item in table.item) >= 8
