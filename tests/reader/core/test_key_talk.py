"""An exchange about the note key, from what was said in any order, any number of times."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from support.packets import NOON

from reader.core.key_talk import LIFE, Ended, Ground, Said, Stage, talks
from sync.model.events import AskForKey, EndAsk, EndReason, GiveKey, HearAsk, OpenAsk
from sync.trust.note_keys import commitment

TENANT, PERSON = "t-1", "p-lan"
NEW, OLD, THIRD, GONE = "d-new", "d-old", "d-third", "d-gone"
NONCES = {device: bytes([number]) * 32 for number, device in enumerate((NEW, OLD, THIRD, GONE), 1)}
WRONG = b"w" * 32


def an_id(number: int) -> str:
    return f"{number:064x}"


def ask(number: int, device: str = NEW, seq: int = 1, minute: float | None = 0, epoch: int = 1) -> Said:
    committed = commitment(TENANT, PERSON, device, NONCES[device])
    return said(number, device, seq, AskForKey(epoch=epoch, commitment=committed), minute)


def said(number: int, device: str, seq: int, body, minute: float | None = 1) -> Said:
    when = None if minute is None else NOON + timedelta(minutes=minute)
    return Said(an_id(number), device, seq, body, when)


def ground(minute: float = 5, epoch: int = 1) -> Ground:
    return Ground(TENANT, PERSON, epoch, NOON + timedelta(minutes=minute), lambda device: device != GONE)


WHOLE = (
    ask(1),
    said(2, OLD, 1, HearAsk(ask=an_id(1), nonce=NONCES[OLD])),
    said(3, NEW, 2, OpenAsk(ask=an_id(1), heard=an_id(2), nonce=NONCES[NEW]), 2),
    said(4, OLD, 2, GiveKey(ask=an_id(1), opened=an_id(3), sealed=b"s" * 80), 3),
)


def stage_of(*acts: Said, at: Ground | None = None) -> tuple[Stage, Ended | None]:
    talk = next(talk for talk in talks(acts, at or ground()) if talk.ask.id == an_id(1))
    return talk.stage, talk.ended


def test_it_goes_step_by_step() -> None:
    stages = [stage_of(*WHOLE[: number + 1])[0] for number in range(4)]
    assert stages == [Stage.ASKED, Stage.HEARD, Stage.OPENED, Stage.GIVEN]


def test_a_nonce_that_was_not_committed_to_ends_it() -> None:
    opened = said(3, NEW, 2, OpenAsk(ask=an_id(1), heard=an_id(2), nonce=WRONG), 2)
    assert stage_of(*WHOLE[:2], opened) == (Stage.ENDED, Ended.BROKEN)


def test_a_second_opening_counts_for_nothing() -> None:
    """Else who saw the nonce could answer again, with one chosen by it."""
    again = (
        said(7, THIRD, 1, HearAsk(ask=an_id(1), nonce=NONCES[THIRD]), 2),
        said(8, NEW, 3, OpenAsk(ask=an_id(1), heard=an_id(7), nonce=NONCES[NEW]), 3),
    )
    (talk,) = talks((*WHOLE[:3], *again), ground())
    assert talk.heard is not None
    assert talk.heard.device == OLD


def test_a_key_from_another_laptop_than_the_one_compared_with_is_not_given() -> None:
    other = said(9, THIRD, 1, GiveKey(ask=an_id(1), opened=an_id(3), sealed=b"s" * 80), 3)
    assert stage_of(*WHOLE[:3], other) == (Stage.OPENED, None)


def test_it_ends_by_time_but_not_once_the_key_was_given_in_time() -> None:
    late = ground(minute=LIFE.total_seconds() / 60 + 0.1)
    for number in range(1, 4):
        assert stage_of(*WHOLE[:number], at=late) == (Stage.ENDED, Ended.EXPIRED)
    assert stage_of(*WHOLE, at=late) == (Stage.GIVEN, None)


def test_an_ask_that_waits_for_the_line_does_not_end_by_time() -> None:
    assert stage_of(ask(1, minute=None), at=ground(minute=10_000)) == (Stage.ASKED, None)


def test_another_epoch_a_later_ask_and_a_laptop_that_is_gone_end_it() -> None:
    assert stage_of(*WHOLE, at=ground(epoch=2)) == (Stage.ENDED, Ended.RESTORED)
    assert stage_of(*WHOLE, ask(5, seq=9)) == (Stage.ENDED, Ended.NEWER)
    assert stage_of(ask(1, device=GONE)) == (Stage.ENDED, Ended.GONE)
    gone = said(2, GONE, 1, HearAsk(ask=an_id(1), nonce=NONCES[GONE]))
    assert stage_of(WHOLE[0], gone) == (Stage.ASKED, None)


def _acts() -> st.SearchStrategy[Said]:
    """Everything that laptops could say about two asks, sensible or not."""
    devices = st.sampled_from([NEW, OLD, THIRD, GONE])
    asks = st.sampled_from([an_id(1), an_id(5)])
    nonces = st.sampled_from([*NONCES.values(), WRONG])
    heard = st.integers(10, 14).map(an_id)
    opened = st.integers(20, 24).map(an_id)
    minutes = st.one_of(st.none(), st.floats(0, 12))

    def acts(numbers, body):
        return st.builds(said, numbers, devices, st.integers(2, 6), body, minutes)

    return st.one_of(
        acts(st.integers(10, 14), st.builds(HearAsk, ask=asks, nonce=nonces)),
        acts(st.integers(20, 24), st.builds(OpenAsk, ask=asks, heard=heard, nonce=nonces)),
        acts(
            st.integers(30, 34),
            st.builds(GiveKey, ask=asks, opened=opened, sealed=st.just(b"s" * 80)),
        ),
        acts(st.integers(40, 44), st.builds(EndAsk, ask=asks, reason=st.sampled_from(EndReason))),
    )


@settings(max_examples=300)
@given(st.data())
def test_order_and_repetition_change_nothing(data: st.DataObject) -> None:
    acts = data.draw(st.lists(_acts(), max_size=10, unique_by=lambda one: one.id))
    known = [ask(1), ask(5, device=data.draw(st.sampled_from([NEW, OLD])), seq=2, minute=1), *acts]
    mixed = data.draw(st.permutations([*known, *data.draw(st.lists(st.sampled_from(known), max_size=4))]))
    at = ground(minute=data.draw(st.floats(0, 15)))
    assert talks(mixed, at) == talks(known, at)


@settings(max_examples=300)
@given(st.data())
def test_a_key_counts_only_after_one_answer_and_one_opening_to_it(data: st.DataObject) -> None:
    acts = data.draw(st.lists(_acts(), max_size=12, unique_by=lambda one: one.id))
    for talk in talks([ask(1), *acts], ground(minute=data.draw(st.floats(0, 15)))):
        if talk.stage is not Stage.GIVEN:
            continue
        assert talk.given is not None
        assert talk.heard is not None
        assert talk.opened is not None
        assert isinstance(talk.opened.body, OpenAsk)
        assert isinstance(talk.given.body, GiveKey)
        assert talk.opened.device == NEW
        assert talk.opened.body.heard == talk.heard.id
        assert commitment(TENANT, PERSON, NEW, talk.opened.body.nonce) == talk.committed
        assert talk.given.device == talk.heard.device != GONE
        assert talk.given.body.opened == talk.opened.id


@given(st.permutations(WHOLE), st.integers(0, 4))
def test_from_any_part_it_never_goes_back(order: list[Said], known: int) -> None:
    """Each thing that arrives brings it on or leaves it, in any order of arrival."""
    far = [Stage.ASKED, Stage.HEARD, Stage.OPENED, Stage.GIVEN]
    before = -1
    for number in range(known, 5):
        found = talks(order[:number], ground())
        now = far.index(found[0].stage) if found else -1
        assert now >= before
        before = now
