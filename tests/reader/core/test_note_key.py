"""The note key's way from one laptop of a person to another: what each does, whatever happens between."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from support.own_laptops import Post, an_own_laptop
from support.packets import DOCUMENT, MEETING, PaperOffice, a_key, code_of

from reader.core import annotating, note_key, own_laptops, sealing, undoing
from reader.core.book import Book
from reader.core.enrolling import note_key as key_of
from reader.core.enrolling import recovery_code
from reader.core.key_talk import Ended, Stage
from reader.store.events import read_event
from sync.errors import Code, SohopError
from sync.model.annotation import Mark, MarkKind
from sync.model.events import OWN, EndReason, GiveKey, HearAsk, PutSealedMark
from sync.model.ids import MarkId, new_id
from sync.trust import note_keys
from sync.trust.proposals import key_mark
from sync.wire.envelope import Kind

OLD, NEW, THIRD = an_own_laptop("d-old"), an_own_laptop("d-new"), an_own_laptop("d-third")
MINH = an_own_laptop("d-minh", "p-minh")
SECRET = b"0123456789abcdef"


@pytest.fixture
def post(tmp_path):
    made = Post(PaperOffice(), tmp_path)
    yield made
    made.close()


@pytest.fixture
def old(post: Post) -> Book:
    return post.laptop(OLD)


@pytest.fixture
def new(post: Post, old: Book) -> Book:
    return post.laptop(NEW, SECRET)


def note(book: Book, text: str, mark: MarkId | None = None) -> MarkId:
    return annotating.put(
        book,
        MEETING,
        document=DOCUMENT,
        sha256="ab" * 32,
        page=0,
        kind=MarkKind.NOTE,
        text=text,
        mark=mark,
    )


def texts(book: Book) -> list[str]:
    return sorted(fact.mark.text for fact in book.project(MEETING).marks)


def compare(post: Post, old: Book, new: Book):
    """Up to the moment when both show digits."""
    asked = note_key.ask(new)
    post.round()
    note_key.hear(old, asked)
    post.round()
    return asked


def shown(book: Book, asked):
    keys = note_key.keys(book)
    mine = [keys.asking] if keys.asking is not None else []
    return next(talk for talk in (*mine, *keys.asked) if talk.ask == asked)


def test_the_key_comes_after_both_said_that_the_digits_are_the_same(post, old, new):
    note(old, "của máy cũ")
    post.round()
    assert (texts(new), note_key.keys(new).temporary) == ([], True)
    asked = compare(post, old, new)
    there, here = shown(old, asked), shown(new, asked)
    assert there.digits == here.digits
    assert len(here.digits) == 6
    assert (there.other.name, here.other.name) == ("Máy d-new", "Máy d-old")
    note_key.same(old, asked)
    post.round()
    assert texts(new) == []  # its owner has not said so there yet
    note_key.same(new, asked)
    assert texts(new) == ["của máy cũ"]
    keys = note_key.keys(new)
    assert (keys.temporary, keys.asking) == (False, None)


def test_it_is_taken_by_itself_when_the_new_laptop_said_so_first(post, old, new):
    asked = compare(post, old, new)
    assert note_key.same(new, asked) is None
    note_key.same(old, asked)
    post.round()
    assert new.identity.note_key == old.identity.note_key


def test_nothing_is_given_before_the_owner_of_the_old_laptop_says_so(post, old, new):
    asked = compare(post, old, new)
    note_key.same(new, asked)
    post.round()
    assert not [d for d in post.order if isinstance(_body(d), GiveKey)]
    assert new.identity.temporary == SECRET


def _body(delivered):
    return read_event(delivered.envelope).body


def test_notes_written_before_the_key_came_are_read_on_all_laptops_afterwards(post, old, new):
    first = note(new, "viết trước")
    note(new, "viết trước, sửa", first)
    note(new, "cái thứ hai")
    post.round()
    assert texts(old) == []
    asked = compare(post, old, new)
    note_key.same(old, asked)
    note_key.same(new, asked)
    post.round()
    assert texts(new) == texts(old) == ["cái thứ hai", "viết trước, sửa"]
    assert {fact.mark.id for fact in old.project(MEETING).marks} == {
        fact.mark.id for fact in new.project(MEETING).marks
    }


def test_what_was_done_before_the_key_came_is_undone_and_done_again_after(post, old, new):
    made = undoing.act(new, MEETING, DOCUMENT, [_mark("một")])
    (old_mark,) = undoing.act(new, MEETING, DOCUMENT, [_mark("hai", made[0])])
    asked = compare(post, old, new)
    note_key.same(old, asked)
    note_key.same(new, asked)
    post.round()
    assert texts(old) == ["hai"]
    assert undoing.undo(new, MEETING, DOCUMENT).left == 0
    assert texts(new) == ["một"]
    assert undoing.undo(new, MEETING, DOCUMENT).left == 0
    assert texts(new) == []
    assert undoing.redo(new, MEETING, DOCUMENT).left == 0
    assert undoing.redo(new, MEETING, DOCUMENT).left == 0
    post.round()
    assert texts(new) == texts(old) == ["hai"]
    assert old_mark == made[0]


def _mark(text: str, identity: MarkId | None = None) -> Mark:
    return Mark(
        id=identity or MarkId(new_id("m")),
        document=DOCUMENT,
        sha256="ab" * 32,
        page=0,
        kind=MarkKind.NOTE,
        text=text,
    )


def test_what_was_deleted_before_the_key_came_is_deleted_for_all(post, old, new):
    gone = note(new, "xóa đi")
    annotating.drop(new, MEETING, gone)
    post.round()
    asked = compare(post, old, new)
    note_key.same(old, asked)
    note_key.same(new, asked)
    post.round()
    for book in (old, new):
        projection = book.project(MEETING)
        assert (projection.marks, projection.late) == ([], [])


def test_a_crash_while_notes_are_written_anew_leaves_all_as_it_was(post, old, new, monkeypatch):
    for number in range(5):
        note(new, f"ghi chú {number}")
    asked = compare(post, old, new)
    note_key.same(old, asked)
    post.round()
    written, act = [], Book.act

    def cut(book, meeting, body):
        if isinstance(body, PutSealedMark):
            written.append(body)
            if len(written) == 3:
                raise SohopError(Code.DISK_FULL)
        return act(book, meeting, body)

    monkeypatch.setattr(Book, "act", cut)
    assert code_of(lambda: note_key.same(new, asked)) is Code.DISK_FULL
    monkeypatch.undo()
    assert new.identity.temporary == SECRET
    again = post.restart(new)
    assert again.identity.temporary == SECRET
    assert texts(again) == [f"ghi chú {number}" for number in range(5)]
    post.round()  # the owner's word was kept: it goes on by itself
    assert again.identity.note_key == old.identity.note_key
    assert texts(again) == texts(old) == [f"ghi chú {number}" for number in range(5)]


def test_a_note_that_is_too_long_to_name_one_version_more_holds_nothing_up(post, old, new, monkeypatch):
    note(new, "ngắn")
    note(new, "dài " * 100)
    asked = compare(post, old, new)
    note_key.same(old, asked)
    post.round()
    seal = Book.seal_mark

    def bounded(book, mark, key=b""):
        if len(mark.text) > 100 and mark.replaces:
            raise SohopError(Code.MALFORMED)
        return seal(book, mark, key)

    monkeypatch.setattr(Book, "seal_mark", bounded)
    note_key.same(new, asked)
    post.round()
    assert texts(old) == ["ngắn"]
    assert texts(new) == sorted(["ngắn", "dài " * 100])  # with the former key


@pytest.mark.parametrize(("stop", "taken"), [(1, False), (7, False), (12, False), (99, True)])
def test_a_kill_while_notes_are_written_anew_leaves_all_or_nothing(post, old, new, stop, taken):
    notes = [note(new, f"ghi chú {number}") for number in range(6)]
    for mark in notes:
        undoing.act(new, MEETING, DOCUMENT, [_mark("sửa", mark)])
    secret = b"fedcba9876543210"

    def killed(folder: Path, key: bytes) -> None:
        program = Path(__file__).with_name("taking_key.py")
        child = subprocess.Popen(
            [sys.executable, str(program), str(folder), str(stop), recovery_code(secret)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        with child:
            child.stdin.write(key.hex() + "\n")
            child.stdin.flush()
            said = child.stdout.readline().strip()
            child.kill()
        assert said == ("done" if taken else "stopped")

    again = post.while_closed(new, killed)
    assert again.identity.note_key == (key_of(secret) if taken else key_of(SECRET))
    assert bool(again.identity.temporary) is not taken
    assert again.vault.outbox.pending_count() == (24 if taken else 12)
    assert texts(again) == ["sửa"] * 6
    for _ in range(6):
        assert undoing.undo(again, MEETING, DOCUMENT).left == 0
    assert texts(again) == [f"ghi chú {number}" for number in range(6)]


@pytest.mark.parametrize("when", range(5))
def test_a_restart_of_both_at_any_step_changes_nothing(post, old, new, when):
    note(new, "trước")
    books = {"old": old, "new": new}

    def again(step):
        if step == when:
            books.update({name: post.restart(book) for name, book in books.items()})

    asked = note_key.ask(new)
    again(0)
    post.round()
    again(1)
    note_key.hear(books["old"], asked)
    again(2)
    post.round()
    again(3)
    note_key.same(books["new"], asked)
    note_key.same(books["old"], asked)
    again(4)
    post.round()
    assert texts(books["old"]) == texts(books["new"]) == ["trước"]


def test_different_digits_end_it_for_both(post, old, new):
    asked = compare(post, old, new)
    note_key.end(old, asked, EndReason.DIFFERENT)
    note_key.same(new, asked)
    post.round()
    assert shown(old, asked).ended is Ended.DIFFERENT
    assert shown(new, asked).ended is Ended.DIFFERENT
    note_key.same(old, asked)
    post.round()
    assert not [d for d in post.order if isinstance(_body(d), GiveKey)]


def test_an_ask_ends_after_ten_minutes_by_the_hubs_time(post, old, new):
    asked = note_key.ask(new)
    post.round()
    post.clock.pass_by(minutes=11)
    assert shown(old, asked).ended is Ended.EXPIRED
    assert shown(new, asked).ended is Ended.EXPIRED
    note_key.hear(old, asked)
    post.round()
    assert not [d for d in post.order if isinstance(_body(d), HearAsk)]


def test_a_key_that_was_given_in_time_counts_however_late_it_arrives(post, old, new):
    asked = compare(post, old, new)
    note_key.same(new, asked)
    note_key.same(old, asked)
    post.collect(old)
    post.clock.pass_by(days=1)
    post.round()
    assert new.identity.note_key == old.identity.note_key


def test_a_key_that_reached_the_hub_too_late_is_not_taken(post, old, new):
    asked = compare(post, old, new)
    note_key.same(new, asked)
    note_key.same(old, asked)
    post.clock.pass_by(minutes=11)
    post.round()
    assert new.identity.temporary == SECRET
    assert shown(new, asked).ended is Ended.EXPIRED


def test_a_second_ask_of_the_same_laptop_ends_the_first(post, old, new):
    first = compare(post, old, new)
    second = note_key.ask(new)
    post.round()
    assert shown(old, first).ended is Ended.NEWER
    note_key.same(old, first)
    post.round()
    assert not [d for d in post.order if isinstance(_body(d), GiveKey)]
    assert shown(new, second).stage is Stage.ASKED


def test_two_new_laptops_ask_at_once_and_each_gets_its_own(post, old, new):
    third = post.laptop(THIRD, b"f" * 16)
    one, two = note_key.ask(new), note_key.ask(third)
    post.round()
    for asked in (one, two):
        note_key.hear(old, asked)
    post.round()
    assert shown(old, one).digits == shown(new, one).digits
    assert shown(old, two).digits == shown(third, two).digits
    assert shown(old, one).digits != shown(old, two).digits
    note_key.same(old, two)
    note_key.same(third, two)
    post.round()
    assert third.identity.note_key == old.identity.note_key
    assert new.identity.temporary == SECRET


def test_of_two_laptops_that_answer_at_once_one_goes_on(post, old, new):
    third = post.laptop(THIRD)
    asked = note_key.ask(new)
    post.round()
    note_key.hear(old, asked)
    note_key.hear(third, asked)
    post.round()
    ends = {shown(old, asked).ended, shown(third, asked).ended}
    assert ends == {None, Ended.ELSEWHERE}
    helper, other = (old, third) if shown(old, asked).ended is None else (third, old)
    assert shown(helper, asked).digits == shown(new, asked).digits
    note_key.same(other, asked)
    note_key.same(new, asked)
    post.round()
    assert new.identity.temporary == SECRET
    note_key.same(helper, asked)
    post.round()
    assert new.identity.note_key == helper.identity.note_key


def test_an_answer_that_comes_after_the_nonce_was_opened_changes_nothing(post, old, new):
    third = post.laptop(THIRD)
    asked = compare(post, old, new)
    before = shown(new, asked).digits
    third.act(OWN, HearAsk(ask=asked, nonce=bytes(32)))
    post.round()
    assert shown(new, asked).digits == before == shown(old, asked).digits


def test_a_laptop_with_a_temporary_key_gives_none(post, old, new):
    third = post.laptop(THIRD, b"f" * 16)
    asked = note_key.ask(third)
    post.round()
    assert code_of(lambda: note_key.hear(new, asked)) is Code.NOT_PERMITTED


@pytest.mark.parametrize("gone", [OLD, NEW])
def test_a_revoked_laptop_takes_no_part(post, old, new, gone):
    asked = compare(post, old, new)
    said = post.office.freshness(revoked=[gone])
    for book in (old, new):
        book.vault.trust.put_freshness(post.office.by_hub(Kind.FRESHNESS, said), post.clock.now)
    note_key.same(old, asked)
    note_key.same(new, asked)
    post.round()
    assert new.identity.temporary == SECRET


def test_an_ask_from_before_a_restoration_of_the_hub_is_over(post, old, new):
    asked = compare(post, old, new)
    for book in (old, new):
        book.vault.trust.put_roster(post.office.by_root(post.office.roster(1, epoch=2)))
    assert shown(old, asked).ended is Ended.RESTORED
    note_key.same(old, asked)
    note_key.same(new, asked)
    post.round()
    assert new.identity.temporary == SECRET
    again = compare(post, old, new)
    assert shown(old, again).digits == shown(new, again).digits


def test_a_hub_between_two_laptops_makes_them_show_different_digits(post, old, new):
    """It has certified a laptop of its own for each side, and plays the other's part with its own keys."""
    false = an_own_laptop("d-false")
    mallory = post.laptop(false)
    asked = note_key.ask(new)
    post.collect(new)
    ours = note_key.ask(mallory)
    post.round()
    note_key.hear(mallory, asked)
    post.round()
    note_key.hear(old, ours)
    post.round()
    seen, told = shown(new, asked).digits, shown(old, ours).digits
    assert seen
    assert told
    assert seen != told
    assert shown(old, ours).other.name == "Máy d-false"


def test_a_hub_that_gives_a_key_of_its_own_is_stopped_by_who_compares(post, old, new):
    mallory = post.laptop(an_own_laptop("d-false"))
    asked = note_key.ask(new)
    post.round()
    note_key.hear(mallory, asked)
    post.round()
    note_key.same(mallory, asked)
    post.round()
    assert new.identity.temporary == SECRET  # nobody said on this laptop that the digits are the same


def test_a_key_sealed_to_somebody_else_ends_it(post, old, new, monkeypatch):
    asked = compare(post, old, new)
    wrong = an_own_laptop("d-other").cert.box_key

    def other(key, exchange):
        side = msgspec.structs.replace(exchange.asker, box_key=wrong)
        return note_keys.seal_key(key, msgspec.structs.replace(exchange, asker=side))

    monkeypatch.setattr(note_key, "seal_key", other)
    note_key.same(old, asked)
    note_key.same(new, asked)
    post.round()
    assert shown(new, asked).ended is Ended.BROKEN
    assert new.identity.temporary == SECRET


def test_a_recovery_code_does_the_same_later(post, old, new):
    note(old, "của máy cũ")
    note(new, "của máy mới")
    post.round()
    secret = b"fedcba9876543210"
    assert code_of(lambda: note_key.by_code(new, recovery_code(secret))) is Code.CODE_WRONG
    assert code_of(lambda: note_key.by_code(new, "ABC")) is Code.MALFORMED
    with old.vault.changed_identity(msgspec.structs.replace(old.identity, note_key=key_of(secret))):
        sealing.seal_anew(old, key_of(secret))
    post.round()
    assert note_key.by_code(new, recovery_code(secret)) == 1
    post.round()
    assert texts(new) == texts(old) == ["của máy cũ", "của máy mới"]


def test_a_laptop_whose_others_are_gone_keeps_its_own_key(post, new):
    assert note_key.own_code(new) == recovery_code(SECRET)
    note_key.keep(new)
    assert not note_key.keys(new).temporary
    assert (note_key.own_code(new), new.identity.note_key) == ("", key_of(SECRET))
    assert not post.restart(new).identity.temporary


def test_every_laptop_in_this_persons_name_is_told_until_it_was_said_to_be_theirs(post, old, new):
    minh = post.laptop(MINH)
    assert [one.device for one in note_key.keys(old).strangers] == ["d-new"]
    own_laptops.acknowledge(old, NEW.device)
    assert note_key.keys(old).strangers == ()
    assert note_key.keys(minh).strangers == ()
    said = post.office.freshness(revoked=[OLD])
    new.vault.trust.put_freshness(post.office.by_hub(Kind.FRESHNESS, said), post.clock.now)
    (stranger,) = note_key.keys(new).strangers
    assert (stranger.device, stranger.revoked) == ("d-old", True)  # to have it revoked again hides nothing


def test_who_is_signed_by_the_root_can_read_the_mark_of_their_key_aloud(tmp_path, old):
    office = PaperOffice()
    thu = office.book(tmp_path / "thu-mark", office.thu)
    assert note_key.keys(thu).mark == key_mark(office.thu.cert.sign_key)
    assert note_key.keys(old).mark == ""
    thu.vault.close()


def test_a_colleagues_certificate_makes_no_helper(post, old, new):
    post.laptop(MINH)
    assert own_laptops.certificate(old, MINH.device) is None
    assert own_laptops.certificate(old, NEW.device) == NEW.cert
    assert a_key("d-new").public_key().public_bytes_raw() == NEW.cert.sign_key
