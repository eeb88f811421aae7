"""The vault as a whole: transactions, full disk, damage, versions of the program, small values."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path

import pytest

from reader.store import keys, schema
from reader.store.database import Database
from reader.store.place import Fit, Flow, Place
from reader.store.vault import Vault
from sync.errors import Code, SohopError
from sync.wire.codec import encode_payload
from sync.wire.desk import Cast, ClosedMotion, Reach, Turnout, Way
from sync.wire.envelope import Kind, seal
from sync.wire.messages import MAX_AGAIN, Delivered
from sync.wire.statements import HUB, ROOT, CertStatement, Freshness, NewRoot, Roster


def files_of(profile: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(profile)): path.read_bytes()
        for path in sorted(profile.rglob("*"))
        if path.is_file() and path.name != "vault.lock"
    }


def test_an_outer_transaction_keeps_or_drops_everything(vault, make):
    def stopped():
        with vault.transaction():
            vault.settings.put("a", 1)
            vault.outbox.append(make.an_act())
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        stopped()
    assert vault.settings.get("a", int, 0) == 0
    assert vault.outbox.head() == (0, "")
    with vault.transaction():
        vault.settings.put("a", 1)
        vault.outbox.append(make.an_act())
    assert vault.settings.get("a", int, 0) == 1


def test_a_failure_caught_inside_a_transaction_does_not_keep_the_rest(vault):
    def inner():
        with vault.transaction():
            raise KeyError

    def outer():
        with vault.transaction():
            vault.settings.put("a", 1)
            with pytest.raises(KeyError):
                inner()

    with pytest.raises(RuntimeError, match="in part"):
        outer()
    assert vault.settings.get("a", int, 0) == 0


def test_the_connection_refuses_another_thread(vault):
    caught = []

    def elsewhere():
        try:
            vault.settings.get("a", int, 0)
        except AssertionError as error:
            caught.append(error)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert caught


def test_settings_and_places_survive_and_have_defaults(vault, reopen):
    vault.settings.put("theme", "dark")
    place = Place(page=4, offset=0.25, fit=Fit.FACTOR, zoom=1.5, flow=Flow.BOOK, turn=1)
    vault.places.put("m-1", "doc-1", place)
    vault.close()
    opened = reopen()
    assert opened.settings.get("theme", str, "light") == "dark"
    assert opened.settings.get("theme", int, 7) == 7
    assert opened.settings.get("scale", float, 1.25) == 1.25
    assert opened.places.get("m-1", "doc-1") == place
    assert opened.places.get("m-2", "doc-1") is None


def test_what_is_believed_is_kept_as_it_came(vault, reopen, make):
    roster = Roster(
        tenant="t-1", name="Xã", number=3, issued=make.NOON, online_key=bytes(32), box_key=bytes(32)
    )
    envelope = seal(Kind.ROSTER, "t-1", encode_payload(roster), ROOT, make.KEY)
    cert = CertStatement(tenant="t-1", cert=make.an_identity().cert, issued=make.NOON)
    certified = seal(Kind.DEVICE, "t-1", encode_payload(cert), HUB, make.KEY)
    fresh = seal(
        Kind.FRESHNESS,
        "t-1",
        encode_payload(Freshness(tenant="t-1", time=make.NOON, roster=3)),
        HUB,
        make.KEY,
    )
    assert vault.trust.roster() is None
    assert vault.trust.directory() is None
    assert (vault.trust.cursor(), vault.trust.state()) == (0, b"")
    with vault.transaction():
        vault.trust.put_roster(envelope)
        vault.trust.put_cert(certified)
        vault.trust.put_cert(certified)
        vault.trust.put_freshness(fresh, make.NOON + timedelta(days=365))
        vault.trust.put_cursor(17)
        vault.trust.put_state(b"\x00s")
    vault.close()
    trust = reopen().trust
    assert (trust.roster(), trust.freshness()) == (envelope, fresh)
    assert (trust.cursor(), trust.state()) == (17, b"\x00s")
    assert trust.directory().find("d-1") == make.an_identity().cert
    assert trust.read_freshness().roster == 3
    assert trust.skew() == timedelta(days=365)


def freshness_at(make, time):
    value = Freshness(tenant="t-1", time=time, roster=3)
    return seal(Kind.FRESHNESS, "t-1", encode_payload(value), HUB, make.KEY)


def test_the_best_time_is_the_hubs_word_and_what_passed_since(vault, make):
    now, hour, years = make.NOON, timedelta(hours=1), timedelta(days=3650)
    assert vault.best_time(now) == now
    vault.trust.put_freshness(freshness_at(make, now), now + years)
    assert vault.best_time(now + years + hour) == now + hour
    # A dead battery: the clock begins in the past, and the time does not go behind the hub's word.
    assert vault.best_time(now - years) == now
    vault.trust.put_freshness(freshness_at(make, now + hour), now - years)
    assert vault.best_time(now - years + hour) == now + 2 * hour


def test_the_newest_of_the_roots_is_believed_and_those_before_it_are_kept(vault, reopen, make):
    identity = make.an_identity()
    assert vault.trust.root() == (identity.root_number, identity.root_key)
    made = []
    for number in (2, 3, 10):
        root = NewRoot(tenant="t-1", number=number, root_key=bytes([number]) * 32, issued=make.NOON)
        made.append(seal(Kind.ROOT, "t-1", encode_payload(root), ROOT, make.KEY))
        vault.trust.put_root(made[-1])
    vault.close()
    trust = reopen().trust
    assert trust.root() == (10, bytes([10]) * 32)
    assert trust.roots() == made


def test_a_new_epoch_begins_from_nothing_heard(vault, make):
    trust = vault.trust
    assert (trust.epoch(), trust.again()) == (0, ())
    trust.begin_epoch(1)
    vault.events.add(Delivered(9, make.NOON, make.an_act()(7, "a" * 64)))
    trust.put_cursor(17)
    trust.put_state(b"s")
    trust.put_again([9, 4, 9])
    assert trust.again() == (4, 9)
    trust.begin_epoch(2)
    assert (trust.epoch(), trust.cursor(), trust.state(), trust.again()) == (2, 0, b"", ())
    assert not vault.events.add(Delivered(3, make.NOON, make.an_act()(7, "a" * 64)))
    [known] = vault.events.of_meeting("m-1")
    assert known.hub_seq == 3


def test_of_too_many_refused_places_the_oldest_are_let_go(vault):
    vault.trust.put_again(range(1, MAX_AGAIN + 4))
    assert vault.trust.again() == tuple(range(4, MAX_AGAIN + 4))


def test_the_desk_keeps_how_far_recalls_got(vault):
    reach = [Reach(meeting="m-1", version=2, told=("d-1",)), Reach(meeting="m-2", version=1)]
    vault.trust.put_reach(reach)
    assert vault.trust.reach("m-1") == reach[:1]
    vault.trust.put_reach(reach[1:])
    assert vault.trust.reach("m-1") == []


def test_a_vault_opens_with_its_data_key_and_with_no_other(vault, profile, make, clock):
    vault.settings.put("a", 5)
    vault.close()
    key = keys.unlock(profile, make.PASSPHRASE, clock)
    opened = Vault.open_with_key(profile, key)
    assert opened.settings.get("a", int, 0) == 5
    with pytest.raises(SohopError) as caught:
        Vault.open_with_key(profile, key)
    assert caught.value.code is Code.VAULT_IN_USE
    opened.close()
    with pytest.raises(SohopError) as caught:
        Vault.open_with_key(profile, bytes(32))
    assert caught.value.code is Code.VAULT_DAMAGED
    Vault.open_with_key(profile, key).close()


def test_the_desks_counts_are_replaced_by_motion(vault, make):
    now = make.NOON
    lan, minh = Cast("p-1", now, Way.HUB), Cast("p-2", now, Way.ROOM)
    vault.packets.put_turnout(Turnout(motion="v-1", meeting="m-1", ballots=(lan,)))
    vault.packets.put_turnout(Turnout(motion="v-1", meeting="m-1", ballots=(lan, minh)))
    assert [len(each.voted) for each in vault.packets.turnout("m-1")] == [2]
    envelope = make.an_act()(1, "")
    closed = ClosedMotion(
        meeting="m-1", motion="v-1", closing=envelope, head=envelope, ballots=((envelope, b"leaf"),)
    )
    vault.closed.put(closed)
    vault.closed.put(closed)
    assert vault.closed.of_meeting("m-1") == [closed]
    assert vault.closed.get("m-1", "v-1") == closed
    assert vault.closed.get("m-1", "v-2") is vault.closed.get("m-2", "v-1") is None


def test_a_full_disk_is_an_error_before_the_act_is_acknowledged(vault, reopen, make):
    kept = [vault.outbox.append(make.an_act()) for _ in range(3)]
    [(pages,)] = vault._database.all("PRAGMA page_count")
    vault._database.all(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(SohopError) as caught:
        kept.extend(vault.outbox.append(make.an_act("x" * 3000)) for _ in range(1000))
    assert caught.value.code is Code.DISK_FULL
    assert vault.outbox.pending_count() == len(kept)
    vault._database.all("PRAGMA max_page_count = 1000000")
    kept.append(vault.outbox.append(make.an_act()))
    vault.close()
    opened = reopen()
    assert [envelope.event_id for envelope in opened.outbox.pending(9999)] == kept
    opened.outbox.check_chain()


def test_a_newer_vault_is_refused_untouched(vault, profile, reopen):
    vault._database.run("PRAGMA user_version = 99")
    vault.close()
    before = files_of(profile)
    with pytest.raises(SohopError) as caught:
        reopen()
    assert caught.value.code is Code.VAULT_NEWER
    assert files_of(profile) == before


def test_a_newer_header_is_refused_untouched(vault, profile, reopen):
    vault.close()
    head = profile / "vault.head"
    head.write_text(head.read_text().replace('"format": 1', '"format": 2'))
    before = files_of(profile)
    with pytest.raises(SohopError) as caught:
        reopen()
    assert caught.value.code is Code.VAULT_NEWER
    assert files_of(profile) == before


def test_migrations_go_forward_after_a_backup_without_content_keys(tmp_path):
    key = bytes(range(32))
    database = Database(tmp_path / "vault.db", key)
    schema.migrate(database, key)
    with database.transaction():
        database.run("INSERT INTO setting (key, value) VALUES ('a', x'01')")
        database.run(
            "INSERT INTO document (id, meeting, sha256, size, recipe, file) "
            "VALUES (1, 'm', x'00', 1, x'00', 'f')"
        )
        database.run("INSERT INTO content_key (document, key) VALUES (1, zeroblob(32))")
    schema.migrate(database, key)
    assert not list(tmp_path.glob("*.before-*"))
    further = (*schema.MIGRATIONS, ("CREATE TABLE extra (a INTEGER) STRICT", "INSERT INTO extra VALUES (5)"))
    schema.migrate(database, key, further)
    assert schema.version(database) == len(further)
    assert database.one("SELECT a FROM extra") == (5,)
    assert database.one("SELECT count(*) FROM content_key") == (1,)
    database.close()
    backup = Database(schema.backup_path(tmp_path / "vault.db", len(further) - 1), key)
    assert schema.version(backup) == len(further) - 1
    assert backup.one("SELECT key FROM setting") == ("a",)
    assert backup.one("SELECT count(*) FROM content_key") == (0,)
    backup.close()


def test_a_migration_that_fails_changes_nothing(tmp_path):
    database = Database(tmp_path / "vault.db", bytes(32))
    schema.migrate(database, bytes(32))
    further = (*schema.MIGRATIONS, ("CREATE TABLE extra (a INTEGER) STRICT", "CREATE TABLE identity (a ANY)"))
    with pytest.raises(Exception, match="already exists"):
        schema.migrate(database, bytes(32), further)
    assert schema.version(database) == len(schema.MIGRATIONS)
    assert database.one("SELECT 1 FROM sqlite_schema WHERE name = 'extra'") is None
    database.close()


@pytest.mark.parametrize("place", [0, 40_000])
def test_a_damaged_database_is_said_and_left_as_it_is(vault, profile, reopen, place):
    vault.close()
    path = profile / "vault.db"
    data = bytearray(path.read_bytes())
    data[place + 100] ^= 1
    path.write_bytes(data)
    (profile / "vault.lock").write_bytes(b"open")
    with pytest.raises(SohopError) as caught:
        reopen()
    assert caught.value.code is Code.VAULT_DAMAGED
    assert path.read_bytes() == data


def test_a_lost_database_is_said(vault, profile, reopen):
    vault.close()
    (profile / "vault.db").unlink()
    with pytest.raises(SohopError) as caught:
        reopen()
    assert caught.value.code is Code.VAULT_DAMAGED
    assert not (profile / "vault.db").exists()


def test_locking_leaves_no_log_behind(vault, profile, make):
    vault.outbox.append(make.an_act())
    vault.close()
    assert sorted(path.name for path in profile.iterdir()) == [
        "blocks",
        "vault.db",
        "vault.head",
        "vault.lock",
    ]


def test_a_full_disk_while_locking_loses_nothing(vault, profile, reopen, make, monkeypatch):
    vault.outbox.append(make.an_act())

    def full(self):
        raise SohopError(Code.DISK_FULL)

    monkeypatch.setattr(Database, "checkpoint", full)
    vault.close()
    monkeypatch.undo()
    assert Vault.exists(profile)
    assert reopen().outbox.pending_count() == 1
