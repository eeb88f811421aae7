"""What is found in documents before they are signed: each finding has its ground."""

import unicodedata
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from reader.core.composing import composition as c
from reader.core.composing.checking import FileFacts, Finding, Remark, check, minutes, read_text
from reader.core.composing.composition import ComposedDocument, Composition
from reader.core.composing.tables import MeetingTable

NOON = datetime(2026, 11, 3, 5, 0, tzinfo=UTC)
GOOD = FileFacts(pages=2, has_text=True, signed=True)


def packet_of(*documents: ComposedDocument) -> Composition:
    made, item = c.add_item(
        Composition(meeting=MeetingTable(id="m-1", title="Kỳ họp", starts=NOON, ends=NOON)), "Ngân sách"
    )
    return c.add_documents(made, item, documents)


def doc(name: str, file: str = "a", **more: object) -> ComposedDocument:
    return ComposedDocument(id=f"d-{len(name)}-{file}", file=file * 64, name=name, **more)


def remarks(document: ComposedDocument, facts: FileFacts, *beside: ComposedDocument) -> list[Finding]:
    packet = packet_of(document, *beside)
    known = {document.file: facts, **{one.file: GOOD for one in beside}}
    return [one.finding for one in check(packet, known)[document.id]]


@pytest.mark.parametrize(
    ("symbol", "facts", "found"),
    [
        ("12/TTr-UBND", GOOD, []),
        ("12/TTr-UBND", replace(GOOD, signed=False), [Finding.UNSIGNED]),
        ("", replace(GOOD, signed=False), []),
        ("", replace(GOOD, has_text=False), [Finding.SCAN]),
        ("", replace(GOOD, fonts_lacking=2), [Finding.FONTS]),
        ("", replace(GOOD, repaired=True, converted=True), [Finding.REPAIRED, Finding.CONVERTED]),
        ("9/TTr-UBND", replace(GOOD, signed=False, wants_annex=True), [Finding.NO_ANNEX, Finding.UNSIGNED]),
        ("", replace(GOOD, secret="Mật", has_text=False), [Finding.CLASSIFIED, Finding.SCAN]),
    ],
)
def test_each_remark_has_its_ground_and_the_worst_stands_first(symbol, facts, found):
    assert remarks(doc("Tờ trình", symbol=symbol), facts) == found


def test_the_same_bytes_twice_are_told_at_the_second():
    one, other = doc("Tờ trình"), doc("Tờ trình lặp")
    found = check(packet_of(one, other), {one.file: GOOD})
    assert (found[one.id], found[other.id]) == ((), (Remark(Finding.TWICE, "Tờ trình"),))


def test_a_file_that_is_not_here_any_more_keeps_the_packet_back():
    document = doc("Tờ trình")
    (remark,) = check(packet_of(document), {})[document.id]
    assert (remark.finding, remark.refuses) == (Finding.LOST, True)


def test_an_annex_is_missed_unless_it_is_in_the_file_or_beside_it():
    wants = replace(GOOD, wants_annex=True)
    assert remarks(doc("Tờ trình"), wants) == [Finding.NO_ANNEX]
    assert remarks(doc("Tờ trình"), replace(wants, has_annex=True)) == []
    assert remarks(doc("Tờ trình"), wants, doc("Phụ lục 1", "b")) == []


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["ỦY BAN NHÂN DÂN", "MẬT", "TỜ TRÌNH"], "Mật"),
        (["TUYỆT MẬT"], "Tuyệt mật"),
        (["Độ mật: Tối mật"], "Tối mật"),
        (["bí mật nhà nước", "Công tác bảo mật", "Mật", "mật ong"], ""),
        (["BẢO MẬT"], ""),
        ([], ""),
    ],
)
def test_a_marking_is_a_line_of_its_own(lines, found):
    assert read_text([lines])[0] == found


@pytest.mark.parametrize("line", ["MẶT", "MẮT", "MẤT", "MÁT", "TỐI MẶT", "TUYỆT MẤT", "Độ mật: mặt"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_word_that_differs_by_its_mark_is_no_marking(line, form):
    assert read_text([[unicodedata.normalize(form, line)]])[0] == ""


def marks_lost(word: str) -> st.SearchStrategy[str]:
    """A word as a scan may read it: any of its marks may be missing."""
    letters = [
        st.just(char) if not unicodedata.combining(char) else st.sampled_from(("", char))
        for char in unicodedata.normalize("NFD", word)
    ]
    return st.tuples(*letters).map("".join)


@given(
    st.sampled_from([("Mật", "MẬT"), ("Tối mật", "TỐI MẬT"), ("Tuyệt mật", "TUYỆT MẬT")]),
    st.sampled_from(["", "ĐỘ MẬT: ", "Độ mật ", "Do mat:"]),
    st.sampled_from(["NFC", "NFD"]),
    st.sampled_from(["", " ", "\u00a0"]),
    st.data(),
)
def test_a_marking_is_found_in_either_form_and_with_marks_lost(marking, before, form, after, data):
    said, stamp = marking
    read = data.draw(marks_lost(stamp if before in ("", "ĐỘ MẬT: ") else data.draw(st.sampled_from(marking))))
    line = unicodedata.normalize(form, f"{before}{read}{after}")
    assert read_text([["ỦY BAN NHÂN DÂN", line]])[0] == said


def test_annexes_are_heard_of_and_seen():
    assert read_text([["Danh mục (Phụ lục số 1 kèm theo)."]]) == ("", True, False)
    assert read_text([["kèm theo Tờ trình này là Phụ lục"], ["PHỤ LỤC I", "DANH MỤC"]]) == ("", True, True)
    assert read_text([["không có gì kèm theo"]]) == ("", False, False)


def test_minutes_are_rounded_up():
    assert [minutes(size) for size in (0, 1, 960_000, 960_001)] == [0, 1, 1, 2]
