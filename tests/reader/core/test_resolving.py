"""Drafts of resolutions: only of what was adopted, with the numbers as they were counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from support.docx_text import text_of
from support.evidence import deliver, hands
from support.packets import MEETING, MOTION, NOON, PaperOffice, code_of

from reader.core import papers
from reader.core.book import Book
from reader.core.desk import desk
from reader.core.office.resolution import is_adopted, resolution
from reader.core.office.template import fill
from reader.core.papers import Paper
from reader.core.resolving import resolution_docx
from reader.core.views import DeskMotion, DeskView, DocumentView, ItemView
from sync.errors import Code
from sync.model.ids import Digest, DocumentId, ItemId, MeetingId, MotionId
from sync.model.meeting import Urgency
from sync.model.motion import MotionState
from sync.model.people import PersonEntry, Role
from sync.model.rules import MotionKind


@pytest.fixture
def counted(desk_book: Book) -> tuple[DeskView, DeskMotion]:
    """A motion that was counted, here told as carried."""
    deliver(hands(PaperOffice()), desk_book.vault)
    view = desk(desk_book, MeetingId(MEETING))
    assert view is not None
    shown = view.motions[0]
    assert shown.motion.result is not None
    motion = replace(shown.motion, result=replace(shown.motion.result, carried=True))
    return view, replace(shown, motion=motion)


def a_document(name: str, **changes: object) -> DocumentView:
    values: dict[str, object] = {
        "id": DocumentId(name),
        "meeting": MeetingId(MEETING),
        "name": name,
        "symbol": "",
        "summary": "",
        "issuer": "",
        "issued": None,
        "urgency": Urgency.NORMAL,
        "pages": 1,
        "size": 1,
        "have": 1,
        "sha256": Digest("0" * 64),
        "has_text": True,
    }
    return DocumentView(**{**values, **changes})  # type: ignore[arg-type]


def written(view: DeskView, shown: DeskMotion) -> str:
    chair = PersonEntry(person="p-c", name="Đinh Văn Chủ", title="Chủ tịch HĐND xã", roles=(Role.CHAIR,))
    return text_of(fill(resolution(view, shown, chair, NOON), papers.template(Paper.RESOLUTION)))


def test_a_title_that_begins_with_the_word_does_not_say_it_twice(counted) -> None:
    view, shown = counted
    titled = replace(shown, motion=replace(shown.motion, title="Nghị quyết về dự toán năm 2027"))
    assert "NGHỊ QUYẾT\nVề dự toán năm 2027" in written(view, titled)


def test_the_draft_says_what_was_decided_by_how_many_and_who_signs(counted) -> None:
    view, shown = counted
    result = shown.motion.result
    said = written(view, shown)
    for words in (
        "DỰ THẢO",
        "NGHỊ QUYẾT",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "QUYẾT NGHỊ:",
        "Điều 1. ",
        f"Tổng số đại biểu trong danh sách: {result.total}",
        f"số phiếu thu về: {result.total - result.not_voted}; không hợp lệ: {result.invalid}",
        result.sentence_vi,
        "CHỦ TỊCH HĐND XÃ",
        "Đinh Văn Chủ",
    ):
        assert words in said
    assert "?" not in next(line for line in said.split("\n") if line.startswith("Điều 1."))
    assert "{" not in said


def test_the_grounds_are_the_papers_of_the_item_as_they_are_cited(counted) -> None:
    view, shown = counted
    documents = (
        a_document(
            "Tờ trình 12/TTr-UBND",
            issued=date(2026, 12, 1),
            issuer="Ủy ban nhân dân xã",
            summary="Về dự toán năm 2027",
        ),
        a_document("Dự thảo Nghị quyết"),
        a_document("Nghị quyết 05/NQ-HĐND", summary="Kế hoạch đầu tư công;"),
    )
    item = ItemView(shown.motion.item, "1", "Dự toán", "", None, documents)
    found = resolution(replace(view, items=(item,)), shown, None, NOON)
    assert found.grounds == (
        "Xét Tờ trình 12/TTr-UBND ngày 01 tháng 12 năm 2026 của Ủy ban nhân dân xã về dự toán năm 2027",
        "Căn cứ Nghị quyết 05/NQ-HĐND về kế hoạch đầu tư công",
    )
    other = ItemView(ItemId("khac"), "2", "Khác", "", None, documents)
    assert resolution(replace(view, items=(other,)), shown, None, NOON).grounds == ()


def test_only_what_was_adopted_and_decides_something_has_a_draft(counted) -> None:
    _, shown = counted
    motion, result = shown.motion, shown.motion.result
    assert is_adopted(shown)
    for other in (
        replace(motion, result=None),
        replace(motion, result=replace(result, carried=False)),
        replace(motion, result=replace(result, carried=None)),
        replace(motion, state=MotionState.ANNULLED),
    ):
        assert not is_adopted(replace(shown, motion=other))


def test_a_poll_and_a_point_of_procedure_have_none(counted) -> None:
    import msgspec

    _, shown = counted
    for kind in (MotionKind.POLL, MotionKind.PROCEDURAL):
        rule = msgspec.structs.replace(shown.motion.rule, kind=kind)
        assert not is_adopted(replace(shown, motion=replace(shown.motion, rule=rule)))


def test_what_is_not_here_or_was_not_adopted_is_said(desk_book: Book) -> None:
    meeting, motion = MeetingId(MEETING), MotionId(MOTION)
    assert code_of(lambda: resolution_docx(desk_book, meeting, motion)) is Code.PACKET_UNKNOWN
    office = PaperOffice()
    item = office.item()
    office.deliver(desk_book.vault, office.manifest(item), item)
    assert code_of(lambda: resolution_docx(desk_book, meeting, motion)) is Code.NOT_ADOPTED
    assert code_of(lambda: resolution_docx(desk_book, meeting, MotionId("khac"))) is Code.PACKET_UNKNOWN


def test_the_words_of_strangers_are_only_words(counted) -> None:
    view, shown = counted
    bad = "=1+1\u202e {{ office }} <b>&amp;</b>"
    motion = replace(shown.motion, title=bad, question=bad)
    item = ItemView(motion.item, "1", bad, bad, None, (a_document(bad, summary=bad, issuer=bad),))
    said = written(replace(view, items=(item,)), replace(shown, motion=motion))
    assert said.count("{{ office }} <b>&amp;</b>") >= 4
    assert "\u202e" not in said
