"""Undoing what was done to marks: without end, after a restart, and never over what another device did."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.packets import DOCUMENT, MEETING, NOON, PASSPHRASE

from reader.core import sharing, undoing
from reader.core.book import Book
from reader.store.vault import Vault
from sync.errors import SohopError
from sync.model.annotation import Audience, Colour, Mark, MarkKind
from sync.model.events import DropMark, PutMark
from sync.wire.messages import Delivered

OTHER = "doc-2"


def a_mark(text="một", **more):
    fields = {"document": DOCUMENT, "sha256": "1" * 64, "page": 4, "kind": MarkKind.NOTE, "text": text}
    return Mark(id="", **{**fields, **more})


def standing(book):
    return sorted(fact.mark.text for fact in book.project(MEETING).marks)


def the_mark(book):
    (fact,) = book.project(MEETING).marks
    return fact.mark


def act(book, *puts, drops=()):
    return undoing.act(book, MEETING, DOCUMENT, puts, drops)


def undo(book, document=DOCUMENT):
    return undoing.undo(book, MEETING, document)


def redo(book, document=DOCUMENT):
    return undoing.redo(book, MEETING, document)


def ways(book):
    found = undoing.ways(book, MEETING, DOCUMENT)
    return found.back, found.on


def again(book):
    """The same book after a restart."""
    profile = book.vault.profile
    book.vault.close()
    book.vault = Vault.open(profile, PASSPHRASE)
    return Book(book.vault)


def make_change_delete(book):
    (mark,) = act(book, a_mark())
    act(book, msgspec.structs.replace(the_mark(book), text="hai", colour=Colour.PINK))
    act(book, drops=[mark])


@pytest.mark.parametrize("restarts", [False, True])
def test_all_is_undone_and_done_again_twice_over(book, restarts):
    make_change_delete(book)
    after = [["một"], ["hai"], []]
    for _ in range(2):
        for wanted in [["hai"], ["một"], []]:
            now = again(book) if restarts else book
            assert undo(now).left == 0
            assert standing(now) == wanted
        assert ways(book) == (False, True)
        assert undo(book) is None
        for wanted in after:
            now = again(book) if restarts else book
            assert redo(now).left == 0
            assert standing(now) == wanted
        assert ways(book) == (True, False)
        assert redo(book) is None


def test_what_is_brought_back_is_all_that_it_was_under_a_fresh_id(book):
    (mark,) = act(book, a_mark(colour=Colour.BLUE))
    before = the_mark(book)
    act(book, drops=[mark])
    (brought,) = undo(book).marks
    now = the_mark(book)
    assert now.id == brought != mark  # a tombstone is for ever
    assert now == msgspec.structs.replace(before, id=brought)


def test_many_marks_of_one_act_go_and_come_together(book):
    act(book, a_mark("a"), a_mark("b"))
    first, second = (fact.mark for fact in book.project(MEETING).marks)
    act(book, msgspec.structs.replace(first, text="c"), a_mark("d"), drops=[second.id])
    assert standing(book) == ["c", "d"]
    undo(book)
    assert standing(book) == ["a", "b"]
    undo(book)
    assert standing(book) == []
    redo(book)
    redo(book)
    assert standing(book) == ["c", "d"]


def test_however_many_marks_go_at_once_the_meeting_is_read_no_oftener(book, monkeypatch):
    read = []
    project = Book.project
    monkeypatch.setattr(Book, "project", lambda self, meeting: read.append(1) or project(self, meeting))

    def readings(doing):
        read.clear()
        doing()
        return len(read)

    act(book, a_mark("a"))
    act(book, *(a_mark(str(n)) for n in range(5)))
    undo_many = readings(lambda: undo(book))
    assert undo_many == readings(lambda: undo(book))
    one, many = act(book, a_mark("a")), act(book, *(a_mark(str(n)) for n in range(5)))
    assert readings(lambda: act(book, drops=many)) == readings(lambda: act(book, drops=one))
    assert standing(book) == []


def test_a_new_act_ends_what_could_be_done_again(book):
    act(book, a_mark("a"))
    undo(book)
    act(book, a_mark("b"))
    assert ways(book) == (True, False)
    assert redo(book) is None
    assert standing(book) == ["b"]


def test_each_document_has_its_own(book):
    act(book, a_mark("a"))
    undoing.act(book, MEETING, OTHER, [a_mark("b", document=OTHER)])
    undo(book)
    assert standing(book) == ["b"]
    assert undo(book) is None
    undo(book, OTHER)
    assert standing(book) == []


def from_another_device(book, office, body, place=1):
    book.vault.events.add(Delivered(place, NOON, office.event(office.lan, body)))


def changed_elsewhere(book, office, text, mark=None):
    """Another laptop of the same person has written its own version over the one that stands."""
    (fact,) = [fact for fact in book.project(MEETING).marks if mark is None or fact.mark.id == mark]
    changed = msgspec.structs.replace(fact.mark, text=text, replaces=(fact.event,))
    from_another_device(book, office, book.seal_mark(changed))


def test_what_another_device_changed_meanwhile_stays_and_is_told(book, office):
    act(book, a_mark())
    act(book, msgspec.structs.replace(the_mark(book), text="hai"))
    changed_elsewhere(book, office, "của máy kia")
    turned = undo(book)
    assert (turned.marks, turned.left) == ((), 1)
    assert standing(book) == ["của máy kia"]
    assert ways(book) == (True, False)  # the act is gone, the one before it is next
    assert undo(book).left == 1
    assert standing(book) == ["của máy kia"]
    assert ways(book) == (False, False)


def test_what_was_changed_here_and_there_at_once_is_not_merged_by_undoing(book, office):
    act(book, a_mark())
    (fact,) = book.project(MEETING).marks
    act(book, msgspec.structs.replace(fact.mark, text="ở đây"))
    theirs = msgspec.structs.replace(fact.mark, text="ở kia", replaces=(fact.event,))
    from_another_device(book, office, book.seal_mark(theirs))
    assert standing(book) == ["ở kia", "ở đây"]
    assert undo(book).left == 1
    assert standing(book) == ["ở kia", "ở đây"]


def test_the_rest_of_an_act_is_undone_and_done_again_where_one_mark_changed_elsewhere(book, office):
    first, _ = act(book, a_mark("a"), a_mark("b"))
    act(book, drops=[fact.mark.id for fact in book.project(MEETING).marks])
    assert undo(book).left == 0
    first = next(fact.mark.id for fact in book.project(MEETING).marks if fact.mark.text == "a")
    changed_elsewhere(book, office, "của máy kia", first)
    assert redo(book).left == 1
    assert standing(book) == ["của máy kia"]
    assert undo(book).left == 0
    assert standing(book) == ["b", "của máy kia"]


def test_both_versions_of_a_conflict_come_back_when_its_deletion_is_undone(book, office):
    (mark,) = act(book, a_mark())
    (fact,) = book.project(MEETING).marks
    act(book, msgspec.structs.replace(fact.mark, text="ở đây"))
    theirs = msgspec.structs.replace(fact.mark, text="ở kia", replaces=(fact.event,))
    from_another_device(book, office, book.seal_mark(theirs))
    act(book, drops=[mark])
    assert standing(book) == []
    undo(book)
    assert standing(book) == ["ở kia", "ở đây"]
    redo(book)
    assert standing(book) == []


def test_what_is_written_on_a_mark_that_another_device_deletes_is_not_lost(book, office):
    (mark,) = act(book, a_mark())
    seen = the_mark(book)
    from_another_device(book, office, DropMark(id=mark))
    (kept,) = act(book, msgspec.structs.replace(seen, text="viết dở"))
    assert kept != mark
    assert standing(book) == ["viết dở"]


def test_sharing_is_not_undone_and_what_was_before_it_still_is(book):
    act(book, a_mark())
    act(book, msgspec.structs.replace(the_mark(book), text="hai"))
    sharing.share(book, MEETING, the_mark(book), Audience.SECRETARY)
    assert undo(book).left == 0
    assert (the_mark(book).text, the_mark(book).audience) == ("một", Audience.SECRETARY)
    redo(book)
    assert (the_mark(book).text, the_mark(book).audience) == ("hai", Audience.SECRETARY)


def test_an_act_that_is_refused_leaves_nothing_to_undo(book):
    with pytest.raises(SohopError):
        act(book, a_mark("giữ"), a_mark("x" * 20_001))
    assert standing(book) == []
    assert ways(book) == (False, False)


def test_deleting_what_is_gone_is_no_act(book):
    (mark,) = act(book, a_mark())
    act(book, drops=[mark])
    act(book, drops=[mark])
    undo(book)
    assert standing(book) == ["một"]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.integers(0, 9), min_size=1, max_size=25))
def test_any_history_is_walked_back_and_forth_exactly(office, tmp_path_factory, moves):
    book = office.book(tmp_path_factory.mktemp("history") / "lan", office.lan)
    try:
        states, at = [standing(book)], 0
        for number, move in enumerate(moves):
            marks = [fact.mark for fact in book.project(MEETING).marks]
            if move >= 6:
                turned = undo(book) if move < 8 else redo(book)
                there = at - 1 if move < 8 else at + 1
                assert (turned is None) == (not 0 <= there < len(states))
                at = at if turned is None else there
            else:
                if move < 2 or not marks:
                    act(book, a_mark(str(number)))
                elif move < 4:
                    act(book, msgspec.structs.replace(marks[move % len(marks)], text=str(number)))
                else:
                    act(book, a_mark(str(number)), drops=[marks[0].id])
                del states[at + 1 :]
                states.append(standing(book))
                at += 1
            assert standing(book) == states[at]
    finally:
        book.vault.close()


def test_others_marks_are_none_of_ones_own(book, office):
    shared = a_mark("của người khác", audience=Audience.MEETING)
    theirs = PutMark(mark=msgspec.structs.replace(shared, id="k-9"))
    book.vault.events.add(Delivered(1, NOON, office.event(office.minh, theirs)))
    act(book, drops=["k-9"])
    assert standing(book) == ["của người khác"]
    assert ways(book) == (False, False)
