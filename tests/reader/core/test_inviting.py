"""Invitations: the letters of Decree 30/2020, and the calendar file of RFC 5545."""

from __future__ import annotations

import re
from datetime import timedelta

import docx
import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.docx_text import text_of
from support.packets import MEETING, NOON, PaperOffice, code_of

from reader.core import papers
from reader.core.book import Book
from reader.core.composing import beginning, drafting
from reader.core.composing import composition as steps
from reader.core.inviting import Occasion, Point, calendar_file, invitation_docx, occasion
from reader.core.office.calendar_file import calendar_of
from reader.core.office.invitation import invitation
from reader.core.office.template import fill
from reader.core.owner import OwnerView
from reader.core.papers import Paper
from sync.errors import Code
from sync.model.ids import MeetingId, PersonId, TenantId
from sync.model.people import PersonEntry, Role

HOSTILE = "=1+1\u202e {{ office }} <b>&amp;</b>\r\nATTENDEE:mailto:x@y.vn;\\n,"
OWNER = OwnerView("Trần Thị Thu", "", "Hội đồng nhân dân xã Suối Lam", "", (Role.SECRETARY,))


def a_person(name: str, title: str = "", role: Role = Role.DELEGATE) -> PersonEntry:
    return PersonEntry(
        person=PersonId(f"p-{name.encode().hex()[:40]}"), name=name, title=title, roles=(role,)
    )


def an_occasion(**changes: object) -> Occasion:
    values: dict[str, object] = {
        "id": MeetingId(MEETING),
        "title": "Kỳ họp thứ sáu",
        "place": "Hội trường",
        "starts": NOON,
        "ends": NOON + timedelta(hours=4),
        "points": (Point("Khai mạc"),),
        "people": (a_person("Lan"), a_person("Minh", "Trưởng thôn", Role.GUEST)),
        "chair": None,
        "version": 1,
    }
    return Occasion(**{**values, **changes})  # type: ignore[arg-type]


def letters(made: Occasion, *, each: bool = False) -> str:
    return text_of(fill(invitation(made, OWNER, NOON, each=each), papers.template(Paper.INVITATION)))


def event_in(data: bytes) -> icalendar.Event:
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return event


@pytest.fixture
def invited(desk_book: Book, office: PaperOffice) -> Book:
    """A published meeting with an item for everybody and one for Lan."""
    desk_book.vault.trust.put_people(
        [a_person("Thu", role=Role.SECRETARY), a_person("Chủ", "Chủ tịch", Role.CHAIR)]
    )
    items = (office.item(number=1), office.item(number=2, access=(office.lan,)))
    office.deliver(desk_book.vault, office.manifest(*items), *items)
    return desk_book


def test_the_letter_has_the_form_of_the_decree_and_says_when_and_where() -> None:
    said = letters(an_occasion(chair=a_person("Đinh Văn Chủ", "Chủ tịch HĐND xã", Role.CHAIR)))
    for words in (
        "HỘI ĐỒNG NHÂN DÂN XÃ SUỐI LAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "/GM-HĐND",
        "Suối Lam, ngày",
        "GIẤY MỜI",
        "Kính gửi: Các đại biểu và khách mời",
        "1. Khai mạc;",
        "Thành phần: 1 đại biểu; Minh, Trưởng thôn.",
        "Địa điểm: Hội trường.",
        "Chủ trì: Đinh Văn Chủ, Chủ tịch HĐND xã.",
        "CHỦ TỊCH HĐND XÃ",
    ):
        assert words in said
    assert "{{" not in said
    assert "{%" not in said


def test_each_person_gets_a_letter_with_what_they_may_know(invited: Book, office: PaperOffice) -> None:
    to_all = text_of(invitation_docx(invited, MeetingId(MEETING)))
    assert "1. Mục 1" in to_all
    assert "Mục 2" not in to_all
    to_each = text_of(invitation_docx(invited, MeetingId(MEETING), each=True))
    assert to_each.count("Kính gửi: Ông (Bà)") == len(office.delegates)
    assert to_each.count("1. Mục 1") == len(office.delegates)
    assert to_each.count("2. Mục 2") == 1


def test_a_meeting_of_which_nothing_is_known_but_its_time_has_a_letter_all_the_same() -> None:
    said = letters(an_occasion(points=(), people=(), place=""))
    assert "Chương trình" not in said
    assert "Địa điểm: ………" in said
    assert "{{" not in letters(an_occasion(people=()), each=True)


def test_a_draft_is_invited_to_as_it_stands(invited: Book) -> None:
    meeting = beginning.begin(invited, "Kỳ họp mới", NOON, NOON + timedelta(hours=4))
    drafting.change(invited, meeting, lambda packet: steps.add_item(packet, "Bàn về đường liên thôn")[0])
    assert "1. Bàn về đường liên thôn" in text_of(invitation_docx(invited, meeting, draft=True))
    assert occasion(invited, meeting).title == "Kỳ họp mới"
    beginning.revise(invited, MeetingId(MEETING))
    assert occasion(invited, MeetingId(MEETING)).version == 1
    assert occasion(invited, MeetingId(MEETING), draft=True).version == 2


def test_a_meeting_that_is_not_here_has_no_invitation(desk_book: Book) -> None:
    assert code_of(lambda: invitation_docx(desk_book, MeetingId(MEETING))) is Code.PACKET_UNKNOWN
    assert code_of(lambda: calendar_file(desk_book, MeetingId(MEETING))) is Code.PACKET_UNKNOWN


def test_a_letter_by_the_offices_own_template(invited: Book, tmp_path) -> None:
    form = docx.Document()
    for line in ("{%p for letter in letters %}", "Gửi {{ letter.to }}", "{%p endfor %}"):
        form.add_paragraph(line)
    form.save(str(tmp_path / "mau.docx"))
    papers.choose_template(invited, Paper.INVITATION, tmp_path / "mau.docx")
    assert text_of(invitation_docx(invited, MeetingId(MEETING))).strip() == "Gửi Các đại biểu"
    assert papers.own_template(invited, Paper.MINUTES) is None


def test_the_words_of_strangers_are_only_words_in_a_letter() -> None:
    people = (a_person(HOSTILE, HOSTILE, Role.GUEST),)
    made = an_occasion(title=HOSTILE, place=HOSTILE, points=(Point(HOSTILE, HOSTILE),), people=people)
    for each in (False, True):
        said = letters(made, each=each)
        assert "{{ office }} <b>&amp;</b>" in said
        assert "\u202e" not in said


def test_the_calendar_file_is_the_same_event_at_each_version_and_later_ones_replace_it() -> None:
    first, second = (
        event_in(calendar_of(an_occasion(version=version), TenantId("t-1"), NOON)) for version in (1, 2)
    )
    assert first["UID"] == second["UID"] == f"{MEETING}@t-1.sohop"
    assert first["SEQUENCE"] < second["SEQUENCE"]
    assert first["DTSTART"].dt == NOON
    assert first["DTSTART"].params["TZID"] == "Asia/Ho_Chi_Minh"
    assert first["DTEND"].dt == NOON + timedelta(hours=4)
    assert first["LOCATION"] == "Hội trường"
    assert first["DESCRIPTION"] == "1. Khai mạc"


def test_a_recalled_meeting_is_cancelled_between_its_version_and_the_next(
    invited: Book, office: PaperOffice
) -> None:
    before = event_in(calendar_file(invited, MeetingId(MEETING)))
    assert before["DESCRIPTION"] == "1. Mục 1"
    invited.vault.packets.recall(MeetingId(MEETING), 1)
    data = calendar_file(invited, MeetingId(MEETING))
    after = event_in(data)
    assert b"METHOD:CANCEL" in data
    assert (after["STATUS"], after["UID"]) == ("CANCELLED", before["UID"])
    following = event_in(calendar_of(an_occasion(version=2), office.tenant, NOON))
    assert before["SEQUENCE"] < after["SEQUENCE"] < following["SEQUENCE"]


@given(st.text(max_size=400))
def test_no_words_break_out_of_their_line_in_a_calendar_file(words: str) -> None:
    made = an_occasion(title=words + HOSTILE, place=words, points=(Point(words, HOSTILE),))
    data = calendar_of(made, TenantId("t-1"), NOON)
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    for line in lines:
        line.decode()  # no letter is cut in two
    unfolded = data.replace(b"\r\n ", b"").decode().split("\r\n")
    assert not [line for line in unfolded if re.match("ATTENDEE", line)]
    event = event_in(data)
    assert sorted(event) == sorted(
        ["SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "SEQUENCE", "DESCRIPTION", "LOCATION", "STATUS"]
    )
    assert "\u202e" not in data.decode()
