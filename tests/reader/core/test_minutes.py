"""Minutes: what the desk knows of a meeting, by the program's template or the office's own."""

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from support.docx_text import text_of
from support.evidence import deliver, hands
from support.packets import MEETING, NOON, PaperOffice, code_of
from support.pictures import a_png

from reader.core import papers
from reader.core.desk import desk
from reader.core.line_views import Trip
from reader.core.minutes_files import minutes_docx
from reader.core.office.minutes import minutes, nothing
from reader.core.office.template import fill
from reader.core.opinion_views import OpinionView, SaidView
from reader.core.papers import Paper
from reader.core.views import AttendanceView, ConductView, ItemView
from sync.errors import Code, SohopError
from sync.model.annotation import Audience
from sync.model.events import CheckIn
from sync.model.opinion import Attendance, OpinionKind
from sync.model.people import PersonEntry, Role
from sync.wire.messages import Delivered


@pytest.fixture
def counted_book(desk_book):
    """A meeting with a motion that was counted."""
    deliver(hands(PaperOffice()), desk_book.vault)
    return desk_book


def form(*lines: str) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_the_minutes_say_who_came_what_was_on_and_what_was_decided(counted_book):
    said = text_of(minutes_docx(counted_book, MEETING))
    view = desk(counted_book, MEETING)
    result = view.motions[0].motion.result
    assert view.card.title in said
    assert result.sentence_vi in said
    assert "BIÊN BẢN" in said
    assert "Thu về 7/9, không hợp lệ 1." in said
    assert "{{" not in said
    assert "{%" not in said


def test_an_office_writes_by_its_own_template(counted_book, tmp_path):
    own = tmp_path / "mau.docx"
    lines = ("Kỳ họp: {{ meeting }}", "{%p for item in items %}", "Mục {{ item.number }}", "{%p endfor %}")
    own.write_bytes(form(*lines))
    papers.choose_template(counted_book, Paper.MINUTES, own)
    own.unlink()  # it was kept
    said = text_of(minutes_docx(counted_book, MEETING))
    assert said.startswith("Kỳ họp: ")
    assert "BIÊN BẢN" not in said
    papers.choose_template(counted_book, Paper.MINUTES, None)
    assert "BIÊN BẢN" in text_of(minutes_docx(counted_book, MEETING))


def test_the_programs_template_can_be_saved_changed_and_used(counted_book, tmp_path):
    saved = papers.save_template(Paper.MINUTES, tmp_path / "mau.docx")
    papers.choose_template(counted_book, Paper.MINUTES, saved)
    assert papers.own_template(counted_book, Paper.MINUTES) == papers.template(Paper.MINUTES)


@pytest.mark.parametrize(
    "lines",
    [
        ("{{ nobody }}",),
        ("{{ meeting",),
        ("{%p for item in items %}",),
        ("{{ meeting.__class__.__mro__[1].__subclasses__() }}",),
        ("{{ ''.__class__.__base__.__subclasses__() }}",),
        ("{% include '/etc/passwd' %}",),
        ("{% import 'os' as os %}",),
        ("{{ 10 ** 10 ** 10 }}",),
        ("{{ 'x' * 1000000000 }}",),
        ("{{ meeting | center(1000000000) }}",),
        ("{%p for n in range(100000000) %}", "{%p endfor %}"),
    ],
)
def test_a_template_that_cannot_be_filled_or_reaches_out_is_refused(counted_book, tmp_path, lines):
    before = papers.own_template(counted_book, Paper.MINUTES)
    path = tmp_path / "mau.docx"
    path.write_bytes(form(*lines))
    code = code_of(lambda: papers.choose_template(counted_book, Paper.MINUTES, path))
    assert code is Code.TEMPLATE_WRONG
    assert papers.own_template(counted_book, Paper.MINUTES) == before


def test_what_is_no_word_file_is_refused(counted_book, tmp_path):
    path = tmp_path / "mau.docx"
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", b" " * 30_000_000)
    for data in (b"", b"%PDF-1.7", bomb.getvalue()):
        path.write_bytes(data)
        code = code_of(lambda: papers.choose_template(counted_book, Paper.MINUTES, path))
        assert code is Code.TEMPLATE_WRONG
    assert (
        code_of(lambda: papers.choose_template(counted_book, Paper.MINUTES, tmp_path / "không"))
        is Code.FILE_MISSING
    )


def test_peoples_words_are_only_words(counted_book):
    told = replace(nothing(), meeting="{{ chair }} <b>&amp;</b> =1+1")
    assert "{{ chair }} <b>&amp;</b> =1+1" in text_of(fill(told, papers.template(Paper.MINUTES)))


def test_a_template_shows_the_offices_emblem_and_nothing_where_there_is_none():
    own = form("{{ emblem }}{{ office }}")
    shown = docx.Document(io.BytesIO(fill(replace(nothing(), emblem=a_png(64)), own)))
    assert len(shown.inline_shapes) == 1
    assert shown.paragraphs[0].text == "–"
    assert not docx.Document(io.BytesIO(fill(nothing(), own))).inline_shapes


def test_a_meeting_that_is_not_here_has_no_minutes(desk_book):
    with pytest.raises(SohopError) as caught:
        minutes_docx(desk_book, MEETING)
    assert caught.value.code is Code.PACKET_UNKNOWN


def test_everybody_who_was_invited_is_somewhere(counted_book):
    found = minutes(desk(counted_book, MEETING))
    assert found.invited == len(found.silent) + found.present + len(found.absent)


def test_who_is_not_invited_any_more_is_neither_present_nor_absent(counted_book, office):
    invited = minutes(desk(counted_book, MEETING)).invited
    bodies = (
        CheckIn(at=NOON, state=Attendance.PRESENT),
        CheckIn(at=NOON, state=Attendance.ABSENT, reason="ốm"),
    )
    for place, (member, body) in enumerate(zip((office.thu, office.duyet), bodies, strict=True), 900):
        counted_book.vault.events.add(Delivered(place, NOON, office.event(member, body)))
    found = minutes(desk(counted_book, MEETING))
    assert (found.present, found.absent, len(found.silent)) == (0, (), invited)


def said_on(item, text: str, trip: Trip = Trip.SENT) -> OpinionView:
    return OpinionView(
        text, OpinionKind.COMMENT, Audience.MEETING, text, NOON, False, "Bùi Thị Ánh", trip, item=item
    )


def test_of_two_people_with_one_name_the_one_who_came_hides_nobody(counted_book):
    view = desk(counted_book, MEETING)
    one, two, *_ = view.conduct.attendance.rows
    same = (replace(one, name="Nguyễn Văn An", state=Attendance.PRESENT), replace(two, name="Nguyễn Văn An"))
    found = minutes(replace(view, conduct=ConductView(AttendanceView(same))))
    assert (found.invited, found.present, found.silent) == (2, 1, ("Nguyễn Văn An",))


def test_what_a_hub_refused_is_not_in_the_minutes_and_what_has_no_item_any_more_is(counted_book):
    view = desk(counted_book, MEETING)
    item = view.motions[0].motion.item
    view = replace(view, items=(ItemView(item, "1", "Nghị quyết", "", None, ()),))
    opinions = (
        said_on(item, "Đồng ý."),
        said_on(item, "Không ai đọc được.", Trip.REFUSED),
        said_on(None, "Về mục đã bỏ."),
        said_on(None, "Không ai đọc được nữa.", Trip.REFUSED),
    )
    found = minutes(replace(view, said=SaidView(opinions=opinions)))
    assert [one.text for one in found.items[0].said] == ["Đồng ý."]
    assert [one.text for one in found.others_said] == ["Về mục đã bỏ."]
    told = text_of(fill(found, papers.template(Paper.MINUTES)))
    assert "Nội dung không còn trong chương trình\n– Bùi Thị Ánh (góp ý): Về mục đã bỏ." in told
    assert "Không ai đọc được" not in told
    assert "không còn trong chương trình" not in text_of(fill(minutes(view), papers.template(Paper.MINUTES)))


def test_what_several_said_in_the_same_words_is_said_once_with_all_their_names(counted_book):
    view = desk(counted_book, MEETING)
    item = view.motions[0].motion.item
    view = replace(view, items=(ItemView(item, "1", "Nghị quyết", "", None, ()),))
    one = said_on(item, "Ghi rõ mốc xong.")
    opinions = (one, said_on(item, "Khác."), replace(one, id="b", author="Lò Thị Lan"))
    found = minutes(replace(view, said=SaidView(opinions=opinions)))
    assert [(each.who, each.text) for each in found.items[0].said] == [
        ("Bùi Thị Ánh, Lò Thị Lan", "Ghi rõ mốc xong."),
        ("Bùi Thị Ánh", "Khác."),
    ]


def test_the_offices_chair_stands_in_the_minutes(counted_book):
    chair = PersonEntry(person="p-chu", name="Quách Văn Tâm", roles=(Role.CHAIR,))
    assert minutes(desk(counted_book, MEETING), chair).chair == "Quách Văn Tâm"
