"""A packet while it is made: every step keeps what it does not name, and ids stay with what hangs on them."""

from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.composing import composition as c
from reader.core.composing.composition import ComposedDocument, Composition
from reader.core.composing.tables import MeetingTable, MotionTable
from sync.model.meeting import Urgency
from sync.model.rules import MotionKind

NOON = datetime(2026, 11, 3, 5, 0, tzinfo=UTC)
EMPTY = Composition(meeting=MeetingTable(id="m-1", title="Kỳ họp", starts=NOON, ends=NOON))


def doc(name):
    return ComposedDocument(id=f"d-{name}", file=name[0] * 64, name=name)


@pytest.fixture
def packet():
    """Two items, three documents, a motion on the second with two of them."""
    made, first = c.add_item(EMPTY, "Khai mạc")
    made, second = c.add_item(made, "Ngân sách")
    made = c.add_documents(made, first, [doc("a")])
    made = c.add_documents(made, second, [doc("b"), doc("c")])
    motion = MotionTable(
        id="v-1", item=second, kind=MotionKind.RESOLUTION, title="NQ", question="?", documents=("d-b", "d-c")
    )
    return c.add_motion(made, motion)


def names(packet):
    return [[document.name for document in item.documents] for item in packet.items]


def test_documents_stand_where_they_were_put(packet):
    second = packet.items[1].id
    assert names(c.add_documents(packet, second, [doc("f"), doc("e")], at=1)) == [["a"], ["b", "f", "e", "c"]]


def test_a_document_moves_within_an_item_and_to_another(packet):
    first, second = (item.id for item in packet.items)
    assert names(c.move_document(packet, "d-c", second, 0)) == [["a"], ["c", "b"]]
    assert names(c.move_document(packet, "d-c", first)) == [["a", "c"], ["b"]]


def test_an_item_moves_with_all_that_is_its(packet):
    assert names(c.move_item(packet, packet.items[0].id, 1)) == [["b", "c"], ["a"]]
    assert names(c.move_item(packet, packet.items[0].id, 99)) == [["b", "c"], ["a"]]


def test_a_replaced_file_leaves_id_and_motion(packet):
    replaced = c.set_document(packet, "d-b", file="f" * 64)
    assert replaced.document("d-b").file == "f" * 64
    assert replaced.motions == packet.motions


def test_a_document_that_goes_goes_from_its_motion_too(packet):
    assert c.remove_document(packet, "d-b").motion("v-1").documents == ("d-c",)


def test_an_item_that_goes_takes_its_motions(packet):
    left = c.remove_item(packet, packet.items[1].id)
    assert (names(left), left.motions) == ([["a"]], ())


def test_what_is_not_there_is_named(packet):
    for step in (
        lambda: c.set_item(packet, "i-9", title="x"),
        lambda: c.set_document(packet, "d-9", name="x"),
        lambda: c.remove_motion(packet, "v-9"),
        lambda: c.move_document(packet, "d-a", "i-9"),
    ):
        with pytest.raises(KeyError):
            step()


def test_numbers_are_places_and_files_are_digests(packet):
    table = c.as_table(c.set_document(packet, "d-a", urgency=Urgency.URGENT))
    assert [item.number for item in table.item] == ["1", "2"]
    assert table.item[0].document[0].file == "a" * 64
    assert table.item[0].document[0].urgency == "khẩn"


def test_it_is_kept_as_bytes_and_read_back(packet):
    assert msgspec.json.decode(msgspec.json.encode(packet), type=Composition) == packet


STEPS = st.lists(
    st.tuples(st.sampled_from(["item", "document", "move item", "move document", "go"]), st.integers(0, 9)),
    max_size=30,
)


@given(STEPS)
def test_whatever_is_done_no_document_is_lost_or_doubled_but_by_a_removal(steps):
    packet, made, removed = EMPTY, 0, set()
    for what, number in steps:
        items = packet.items
        documents = [document.id for _, document in packet.documents()]
        item = items[number % len(items)].id if items else ""
        document = documents[number % len(documents)] if documents else ""
        if what == "item":
            packet, _ = c.add_item(packet, "x", number)
        elif what == "document" and items:
            packet = c.add_documents(packet, item, [doc(f"a{made}")], number)
            made += 1
        elif what == "move item" and items:
            packet = c.move_item(packet, item, number)
        elif what == "move document" and documents:
            packet = c.move_document(packet, document, item, number)
        elif what == "go" and documents:
            packet = c.remove_document(packet, document)
            removed.add(document)
    there = [document.id for _, document in packet.documents()]
    assert sorted([*there, *removed]) == sorted(f"d-a{number}" for number in range(made))
