"""How old the news are, what is kept from this laptop, and whether the office still takes its acts."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from support.packets import MEETING, NOON

from reader.core import library, standing
from reader.core.views import DeviceState
from sync.errors import Code
from sync.model.events import DropMark
from sync.trust.freshness import STALE_AFTER
from sync.wire.codec import encode_payload
from sync.wire.envelope import Kind
from sync.wire.messages import Outcome, Receipt


def hear(book, office, freshness):
    """The hub's signed word arrives as it is signed, read on a clock that is right."""
    book.vault.trust.put_freshness(office.by_hub(Kind.FRESHNESS, freshness), freshness.time)


def word(office, ago, *manifests, **changes):
    statement = office.freshness(*manifests)
    return msgspec.structs.replace(statement, time=datetime.now(UTC) - ago, **changes)


def settle(book, code=None):
    act = book.act(MEETING, DropMark(id="k-1"))
    receipt = Receipt(event=act, accepted=code is None, recorded=NOON, code=code)
    book.vault.outbox.settle(Outcome(event=act, receipt=encode_payload(receipt)))
    return act


def test_before_the_first_word_nothing_is_called_old(book):
    assert standing.stale(book) is None
    assert standing.withheld(book) == frozenset()
    assert standing.device_state(book) is DeviceState.FINE


@pytest.mark.parametrize(("share", "old"), [(0.5, False), (1.5, True)])
def test_an_old_word_is_named_with_its_time(book, office, share, old):
    ago = STALE_AFTER * share
    hear(book, office, word(office, ago))
    assert (standing.stale(book) is not None) is old
    assert library.shelf(book).stale == standing.stale(book)


def test_a_newer_version_that_the_hub_names_and_does_not_hand_over_is_known_of(book, office):
    item = office.item(office.document(b"a" * 9_000))
    first = office.manifest(item, starts=datetime.now(UTC) + timedelta(days=1))
    office.deliver(book.vault, first, item)
    hear(book, office, word(office, timedelta(0), first))
    assert not library.meeting(book, MEETING).card.newer
    second = msgspec.structs.replace(first, version=2)
    hear(book, office, word(office, timedelta(0), second))
    assert standing.withheld(book) == {MEETING}
    assert library.meeting(book, MEETING).card.newer
    office.deliver(book.vault, second, item)
    assert not library.shelf(book).cards[0].newer


def test_a_signed_revocation_of_this_device_is_seen(book, office):
    hear(book, office, word(office, timedelta(0), revoked=("d-minh",)))
    assert standing.device_state(book) is DeviceState.FINE
    hear(book, office, word(office, timedelta(0), revoked=(book.identity.device,)))
    assert library.shelf(book).device is DeviceState.REVOKED


def test_a_copy_is_known_by_the_hubs_last_word_on_an_act_also_when_it_was_read(book):
    settle(book, Code.NOT_ON_ROLL)
    assert standing.device_state(book) is DeviceState.FINE
    copied = settle(book, Code.DEVICE_COPIED)
    book.vault.outbox.dismiss(copied)
    assert standing.device_state(book) is DeviceState.COPIED
    assert library.shelf(book).unsent
    settle(book)
    assert standing.device_state(book) is DeviceState.FINE


def test_what_an_exchange_showed_of_a_copy_is_remembered(book):
    standing.heard_copied(book, copied=True)
    assert standing.device_state(book) is DeviceState.COPIED
    standing.heard_copied(book, copied=False)
    assert standing.device_state(book) is DeviceState.FINE


def test_a_dismissed_refusal_is_shown_no_more(book):
    settle(book, Code.NOT_ON_ROLL)
    (shown,) = library.waiting(book)
    assert shown.code is Code.NOT_ON_ROLL
    book.vault.outbox.dismiss(shown.event)
    assert library.waiting(book) == ()
