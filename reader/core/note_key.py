"""The note key: a new laptop asks for it, and another of the same person's gives it after six digits were
compared.

The owner's word is needed on both: the giving laptop gives nothing before it was said there that the digits
are the same, and the asking one takes nothing before, or a hub could give it a key of the hub's own.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import timedelta
from typing import Final

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from msgspec import Struct

from reader.core import own_laptops, sealing
from reader.core.book import Book
from reader.core.enrolling import note_key, read_recovery, recovery_code
from reader.core.key_talk import Ended, Ground, Said, Stage, Talk, talks
from reader.core.key_views import KeysView, LaptopView, TalkView
from reader.store.events import EventState
from sync.errors import Code, SohopError
from sync.model.events import (
    KEY_ACTS,
    OWN,
    AskForKey,
    EndAsk,
    EndReason,
    Event,
    GiveKey,
    HearAsk,
    OpenAsk,
)
from sync.model.ids import DeviceId, EventId
from sync.trust.note_keys import Exchange, Side, commitment, digits, open_key, seal_key

_ASKING: Final = "key/asking"
_SHOWN: Final = timedelta(days=1)
"""So long another laptop's ask is spoken of after it ended."""


class Asking(Struct, frozen=True):
    """This laptop's own ask: what it must remember over a restart."""

    ask: EventId
    nonce: bytes
    opened: bool = False
    same: bool = False
    broken: bool = False
    """What came cannot be opened."""


def keys(book: Book) -> KeysView:
    """How it stands, with all laptops in this person's name."""
    known = own_laptops.laptops(book)
    asking = _asking(book)
    found = _talks(book)
    mine = next((talk for talk in found if asking is not None and talk.ask.id == asking.ask), None)
    me, now = book.identity.device, book.now()
    return KeysView(
        laptops=known,
        temporary=bool(book.identity.temporary),
        mark=own_laptops.mark(book),
        asking=None if asking is None else _asked_here(book, asking, mine, known),
        asked=tuple(
            _asked_there(book, talk, known)
            for talk in found
            if talk.ask.device != me and talk.until is not None and now < talk.until + _SHOWN
        ),
    )


def ask(book: Book) -> EventId:
    """Ask the person's other laptops for the key. An earlier ask is over. ``SohopError(DISK_FULL)``."""
    identity = book.identity
    nonce = secrets.token_bytes(32)
    committed = commitment(identity.tenant, identity.person, identity.device, nonce)
    with book.vault.transaction():
        event = book.act(OWN, AskForKey(epoch=_epoch(book), commitment=committed))
        book.vault.settings.put(_ASKING, [Asking(event, nonce)])
    return event


def hear(book: Book, asked: EventId) -> None:
    """The owner of this laptop has the other at hand and will compare. Nothing when it is too late.

    Raises ``SohopError(NOT_PERMITTED)`` on a laptop whose own key is temporary.
    """
    if book.identity.temporary:
        raise SohopError(Code.NOT_PERMITTED)
    me = book.identity.device
    talk = _talk(book, asked)
    if talk is None or talk.stage not in (Stage.ASKED, Stage.HEARD) or talk.ask.device == me:
        return
    answered = (one.body.ask for one in _said(book) if one.device == me and isinstance(one.body, HearAsk))
    if asked not in answered:
        book.act(OWN, HearAsk(ask=asked, nonce=secrets.token_bytes(32)))


def same(book: Book, asked: EventId) -> int | None:
    """The owner has compared, and the digits are the same on both. What is left to do is done now or when
    the rest has come; gives how many notes were written anew when this laptop has the key now."""
    asking, talk = _asking(book), _talk(book, asked)
    if talk is None or talk.stage not in (Stage.OPENED, Stage.GIVEN):
        return None
    if asking is not None and asking.ask == asked:
        book.vault.settings.put(_ASKING, [msgspec.structs.replace(asking, same=True)])
        return _take(book)
    exchange = _exchange(book, talk)
    ours = talk.heard is not None and talk.heard.device == book.identity.device
    if exchange is not None and ours and talk.given is None and talk.opened is not None:
        sealed = seal_key(book.identity.note_key, exchange)
        book.act(OWN, GiveKey(ask=asked, opened=talk.opened.id, sealed=sealed))
    return None


def end(book: Book, asked: EventId, reason: EndReason) -> None:
    """Nothing is to come of it any more, on no laptop."""
    talk = _talk(book, asked)
    if talk is not None and talk.stage is not Stage.ENDED:
        book.act(OWN, EndAsk(ask=asked, reason=reason))


def put_away(book: Book) -> None:
    """What became of this laptop's own ask has been read."""
    book.vault.settings.put(_ASKING, [])


def go_on(book: Book) -> bool:
    """What follows by itself once something came: open the commitment, take the key. True when it acted."""
    asking = _asking(book)
    if asking is None:
        return False
    talk = _talk(book, asking.ask)
    if talk is not None and talk.stage is Stage.HEARD and talk.heard is not None and not asking.opened:
        # Once, and to one: who saw the nonce could choose his own by it.
        with book.vault.transaction():
            book.act(OWN, OpenAsk(ask=asking.ask, heard=talk.heard.id, nonce=asking.nonce))
            book.vault.settings.put(_ASKING, [msgspec.structs.replace(asking, opened=True)])
        return True
    return _take(book) is not None


def by_code(book: Book, typed: str) -> int:
    """Take the key that a recovery code stands for; gives how many notes were written anew.

    Raises ``SohopError``: ``MALFORMED`` for a code that was mistyped, ``CODE_WRONG`` for one that opens none
    of the private notes that wait here to be read, ``DISK_FULL``.
    """
    key = note_key(read_recovery(typed))
    if not sealing.may_open(book, key):
        raise SohopError(Code.CODE_WRONG, left=0)
    return _adopt(book, key)


def own_code(book: Book) -> str:
    """The recovery code of this laptop's own temporary key; empty when it has none."""
    return recovery_code(book.identity.temporary) if book.identity.temporary else ""


def keep(book: Book) -> None:
    """There is no other laptop any more: this laptop's own key is the person's from now on."""
    with book.vault.changed_identity(msgspec.structs.replace(book.identity, temporary=b"")):
        put_away(book)


def _take(book: Book) -> int | None:
    """Take the key that came, when both owners' words are there; None when not."""
    asking = _asking(book)
    if asking is None or not asking.same:
        return None
    talk = _talk(book, asking.ask)
    if talk is None or talk.given is None or talk.stage is not Stage.GIVEN:
        return None
    exchange, body = _exchange(book, talk), talk.given.body
    assert exchange is not None
    assert isinstance(body, GiveKey)
    try:
        key = open_key(body.sealed, exchange, book.identity.box_seed)
    except SohopError:
        if not asking.broken:
            book.vault.settings.put(_ASKING, [msgspec.structs.replace(asking, broken=True)])
        return None
    return _adopt(book, key)


def _adopt(book: Book, key: bytes) -> int:
    """From now on this is the note key. Private notes sealed with the former are written anew, in one commit
    with the change of keys; the former stays to read what it sealed: acts to be undone name it."""
    me = book.identity
    former = tuple(dict.fromkeys(one for one in (me.note_key, *me.former_keys) if one != key))
    identity = msgspec.structs.replace(me, note_key=key, temporary=b"", former_keys=former)
    with book.vault.changed_identity(identity):
        written = sealing.seal_anew(book, key) if key != me.note_key else 0
        put_away(book)
    return written


def _asked_here(book: Book, asking: Asking, talk: Talk | None, known: Iterable[LaptopView]) -> TalkView:
    if talk is None:  # a hub refused the ask
        return TalkView(asking.ask, None, Stage.ENDED, Ended.GONE)
    ended = Ended.BROKEN if asking.broken else talk.ended
    other = None if talk.heard is None else talk.heard.device
    return _view(book, talk, other, known, ended, same=asking.same)


def _asked_there(book: Book, talk: Talk, known: Iterable[LaptopView]) -> TalkView:
    elsewhere = talk.opened is not None and (talk.heard is None or talk.heard.device != book.identity.device)
    ended = talk.ended or (Ended.ELSEWHERE if elsewhere else None)
    return _view(book, talk, talk.ask.device, known, ended, same=talk.given is not None)


def _view(
    book: Book,
    talk: Talk,
    other: DeviceId | None,
    known: Iterable[LaptopView],
    ended: Ended | None,
    *,
    same: bool,
) -> TalkView:
    exchange = None if ended else _exchange(book, talk)
    return TalkView(
        ask=talk.ask.id,
        other=next((one for one in known if one.device == other), None),
        stage=Stage.ENDED if ended else talk.stage,
        ended=ended,
        digits=digits(exchange) if exchange is not None else "",
        until=talk.until,
        same=same,
    )


def _exchange(book: Book, talk: Talk) -> Exchange | None:
    """What both must agree on, as this laptop knows it: its own keys from its own secrets, the other's from
    the certificate. None while something is lacking."""
    identity = book.identity
    if talk.heard is None or talk.nonces is None:
        return None
    asker, helper = _side(book, talk.ask.device), _side(book, talk.heard.device)
    if asker is None or helper is None:
        return None
    return Exchange(
        tenant=identity.tenant,
        person=identity.person,
        ask=talk.ask.id,
        heard=talk.heard.id,
        asker=asker,
        helper=helper,
        asker_nonce=talk.nonces[0],
        helper_nonce=talk.nonces[1],
    )


def _side(book: Book, device: DeviceId) -> Side | None:
    me = book.identity
    if device == me.device:
        sign_key = Ed25519PrivateKey.from_private_bytes(me.sign_seed).public_key().public_bytes_raw()
        box_key = X25519PrivateKey.from_private_bytes(me.box_seed).public_key().public_bytes_raw()
        return Side(device, sign_key, box_key)
    cert = own_laptops.certificate(book, device)
    return None if cert is None else Side(device, cert.sign_key, cert.box_key)


def _talk(book: Book, asked: EventId) -> Talk | None:
    return next((talk for talk in _talks(book) if talk.ask.id == asked), None)


def _talks(book: Book) -> list[Talk]:
    identity = book.identity
    stands: dict[DeviceId, bool] = {}

    def may(device: DeviceId) -> bool:
        if device not in stands:
            stands[device] = own_laptops.may_take_part(book, device)
        return stands[device]

    ground = Ground(identity.tenant, identity.person, _epoch(book), book.now(), may)
    return talks(_said(book), ground)


def _said(book: Book) -> list[Said]:
    """What was ever said between this person's laptops, but for what a hub refused."""
    return [
        Said(known.id, known.event.device, known.event.seq, known.event.body, known.recorded)
        for known in book.vault.events.of_meeting(OWN)
        if isinstance(known.event, Event)
        and isinstance(known.event.body, KEY_ACTS)
        and known.state is not EventState.REFUSED
    ]


def _asking(book: Book) -> Asking | None:
    return next(iter(book.vault.settings.get(_ASKING, list[Asking], [])), None)


def _epoch(book: Book) -> int:
    """The root's word: a hub cannot begin one."""
    roster = book.vault.trust.read_roster()
    return 0 if roster is None else roster.epoch
