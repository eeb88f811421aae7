"""The same on a real vault: one commit, and what is on the disk after it."""

from datetime import timedelta

import pytest
from support.packets import MEETING, NOON, a_key, a_member
from support.settling import FIRST, ITEM, OFFICE, SECOND, a_mark, delivered, fresh, hear, packet, replaced

from sync.engine.asking import compose_request
from sync.errors import Code, SohopError
from sync.model.events import RecallPacket
from sync.model.people import Role
from sync.wire.messages import ChainHead, Receipt

RECALL = OFFICE.event(OFFICE.thu, RecallPacket(version=2, reason="Có sai sót"))


@pytest.fixture
def vault(tmp_path):
    """It has heard of two versions and of somebody's act; one own act is settled, one waits."""
    made = OFFICE.vault(tmp_path / "lan", OFFICE.lan)
    made.trust.begin_epoch(1)
    made.outbox.append(lambda seq, prev: a_mark(OFFICE.lan, seq))
    first = made.outbox.pending(1)[0]
    applied = hear(
        made,
        roster=OFFICE.by_root(OFFICE.roster(2)),
        packets=(packet(SECOND, seq=4), packet(FIRST, seq=1)),
        events=(delivered(2, a_mark(OFFICE.minh)),),
        outcomes=(OFFICE.outcome(Receipt(event=first.event_id, accepted=True, recorded=NOON)),),
        freshness=fresh(SECOND, roster=2),
        cursor=4,
    )
    assert (applied.refused, len(applied.received), len(applied.sent)) == ([], 1, 1)
    made.outbox.append(
        lambda seq, prev: OFFICE.event(OFFICE.lan, RecallPacket(version=1, reason="x"), seq=seq, prev=prev)
    )
    yield made
    made.close()


def test_what_is_asked_is_what_is_there(vault):
    request = compose_request(vault)
    assert (request.epoch, request.cursor, request.root, request.roster, request.head) == (1, 4, 1, 2, 2)
    assert len(request.events) == 1
    assert vault.packets.current(MEETING).manifest == SECOND


def test_a_lie_is_passed_and_asked_for_again_until_it_heals(vault):
    stranger = a_member("moi", Role.DELEGATE)
    act = (delivered(5, a_mark(stranger)),)
    assert hear(vault, events=act, cursor=6, state=b"2").refused == [Code.UNKNOWN_DEVICE]
    request = compose_request(vault)
    assert (request.cursor, request.again, request.state) == (6, (5,), b"2")
    hear(vault, events=act, certs=(OFFICE.cert(stranger),), cursor=6, state=b"3")
    assert compose_request(vault).again == ()


def test_a_fork_and_a_rollback_are_told_apart(vault):
    fork = packet(replaced(SECOND, change="khác"), seq=5)
    assert hear(vault, packets=(fork,), cursor=5).refused == [Code.OTHER_VERSION]
    assert hear(vault, packets=(packet(FIRST, seq=6),), cursor=6).refused == []
    assert vault.packets.current(MEETING).manifest == SECOND


def test_a_recall_destroys_what_is_here_and_is_remembered(vault):
    applied = hear(vault, events=(delivered(5, RECALL),), cursor=5)
    assert (applied.refused, applied.destroyed) == ([], [(MEETING, 2)])
    assert vault.packets.current(MEETING) is None
    assert hear(vault, packets=(packet(SECOND, seq=6),), cursor=6).refused == [Code.RECALLED]
    third = OFFICE.manifest(ITEM, after=SECOND)
    assert hear(vault, packets=(packet(third, seq=7),), cursor=7).new_versions == [MEETING]


def test_a_full_disk_leaves_recall_and_cursor_as_they_were(vault, monkeypatch):
    def full(*_):
        raise SohopError(Code.DISK_FULL)

    with monkeypatch.context() as patched:
        patched.setattr(vault.trust, "put_state", full)
        with pytest.raises(SohopError):
            hear(vault, events=(delivered(5, RECALL),), cursor=5)
    assert (vault.trust.cursor(), vault.packets.tombstone(MEETING)) == (4, 0)
    assert vault.packets.current(MEETING).manifest == SECOND


def test_a_lease_over_by_the_hubs_time_and_a_revocation_erase_once(vault):
    late = (SECOND.lease - NOON + timedelta(days=1)) / timedelta(hours=1)
    assert hear(vault, freshness=fresh(roster=2, hours=late), cursor=5, state=b"2").erased == [MEETING]
    assert hear(vault, freshness=fresh(roster=2, hours=late), cursor=6, state=b"3").erased == []


def test_a_revoked_laptop_keeps_only_the_persons_own_acts(vault):
    vault.drafts.save("m-soan", b"{}", NOON)
    file = vault.drafts.put_file("m-soan", "a.pdf", b"a" * 70_000, b"")
    (block,) = (vault.profile / "blocks").iterdir()
    revoked = fresh(SECOND, roster=2, revoked=(OFFICE.lan,))
    applied = hear(vault, freshness=revoked, cursor=5, state=b"2")
    assert (applied.revoked, applied.erased) == (True, [MEETING])
    assert vault.outbox.pending_count() == 1
    assert vault.drafts.meetings() == []
    assert (vault.documents.is_complete(file.sha256), block.exists()) == (False, False)


def test_a_restored_hub_gets_again_what_it_lost(vault):
    applied = hear(
        vault,
        epoch=2,
        roster=OFFICE.by_root(OFFICE.roster(1, epoch=2)),
        chain=ChainHead(seq=0),
        cursor=1,
        state=b"2",
    )
    assert (applied.refused, applied.restored, applied.more) == ([], True, True)
    request = compose_request(vault)
    assert (request.epoch, request.cursor, len(request.events)) == (2, 1, 2)


def test_a_new_root_is_followed(vault):
    second = a_key("second")
    applied = hear(vault, roots=(OFFICE.new_root(2, OFFICE.root, second),), cursor=5)
    assert applied.refused == []
    assert vault.trust.root() == (2, second.public_key().public_bytes_raw())
