"""The root changes hands, a hub comes back from a backup: no step of it leaves an office stuck."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from support.laptop import Laptop, Line

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import office as offices
from sync.hub import rosters, tables
from sync.hub.keys import read_root
from sync.hub.office import Office as Administration
from sync.hub.stored import kept
from sync.model.people import Role
from sync.wire.codec import decode_payload
from sync.wire.envelope import Envelope, Kind, verify
from sync.wire.statements import ROOT, NewRoot, Roster
from tools.office import Office, make_office, running_hub


def state(office: Office) -> tuple[bytes, Roster, Envelope, list[Envelope], list[str]]:
    """The office's root key, newest roster, the statements of new roots, and the audit."""
    administration = Administration(office.folder)
    with administration.read() as connection:
        key = connection.execute(tables.office.select()).one().root_key
        roster, envelope = rosters.newest(connection)
        roots = connection.execute(tables.roots.select().order_by(tables.roots.c.number)).all()
        audit = connection.execute(tables.audit.select().order_by(tables.audit.c.seq)).all()
    administration.close()
    return key, roster, envelope, [kept(row.envelope) for row in roots], [row.kind for row in audit]


def code_of(act: Callable[[], object]) -> Code:
    with pytest.raises(SohopError) as error:
        act()
    return error.value.code


def test_a_new_root_is_signed_by_both_and_signs_the_next_roster(office: Office) -> None:
    person = office.add("Lan", Role.DELEGATE)
    office.invite(person)
    old_file = office.root_file.read_bytes()
    old_key, before, *_ = state(office)
    later = office.rotate_root()
    key, roster, envelope, roots, audit = state(office)
    assert key == read_root(later.root_file, later.passphrase).public != old_key
    (statement,) = roots
    for each in (old_key, key):
        verify(statement, Kind.ROOT, roster.tenant, ROOT, each)
    said = decode_payload(statement.payload, NewRoot)
    assert (said.number, said.root_key, said.tenant) == (2, key, roster.tenant)
    verify(envelope, Kind.ROSTER, roster.tenant, ROOT, key)
    assert (roster.epoch, roster.number) == (before.epoch, before.number + 1)
    assert audit[-3:] == [Audit.ROOT_CHANGED, Audit.CODE_VOIDED, Audit.ROSTER_SIGNED]
    assert office.root_file.read_bytes() == old_file


def test_the_old_root_signs_nothing_more_and_the_new_one_has_the_ca(office: Office) -> None:
    later = office.rotate_root()
    assert code_of(office.sign_roster) is Code.OLD_ROOT
    assert code_of(office.renew_tls) is Code.OLD_ROOT
    assert code_of(office.restored) is Code.OLD_ROOT
    assert later.sign_roster().number == 3
    later.renew_tls()
    third = later.rotate_root()
    assert [decode_payload(each.payload, NewRoot).number for each in state(third)[3]] == [2, 3]
    third.sign_roster()


def test_laptops_enrol_under_the_new_root_and_older_codes_are_void(office: Office) -> None:
    old_key = state(office)[0]
    with running_hub(office.folder) as hub:
        person = office.add("Lan", Role.DELEGATE)
        voided = office.invite(person, hub.url)
        line = Line(hub.url, office.ca_path)
        proof = line.hello(voided.secret, bytes(32))
        assert proof.root_key == old_key
        later = office.rotate_root()
        assert code_of(lambda: line.hello(voided.secret, bytes(32))) is Code.CODE_USED
        invitation = later.invite(person, hub.url)
        proof = line.hello(invitation.secret, bytes(32))
        assert proof.root_key.hex() == invitation.root_key
        assert proof.root_key == state(later)[0]
        with Laptop.enrol(hub.url, office.ca_path, invitation) as laptop:
            assert laptop.enrolled.roster is not None
            verify(laptop.enrolled.roster, Kind.ROSTER, proof.tenant, ROOT, proof.root_key)
        line.close()


def cut(*_: object) -> None:
    raise OSError("cut")


@pytest.mark.parametrize(
    ("where", "name"),
    [
        (os, "fsync"),
        (Path, "replace"),
        (offices, "follow_root"),
        (offices, "void_invitations"),
        (offices, "sign_roster"),
    ],
)
def test_a_change_of_root_cut_off_anywhere_leaves_the_old_root_and_can_be_finished(
    office: Office, monkeypatch: pytest.MonkeyPatch, where: object, name: str
) -> None:
    before = state(office)
    with monkeypatch.context() as patched:
        patched.setattr(where, name, cut)
        with pytest.raises(OSError, match="cut"):
            office.rotate_root()
    assert state(office) == before
    office.sign_roster()
    later = office.rotate_root()
    assert later.sign_roster().number == 4


def test_once_done_the_same_command_changes_nothing(office: Office) -> None:
    later = office.rotate_root()
    done = state(later)
    assert office.rotate_root() == later
    assert state(later) == done


def test_a_file_that_holds_no_next_root_is_left_alone(office: Office, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = make_office(tmp_path / "other")
    second = office.rotate_root()
    before = state(office)
    administration = Administration(office.folder)
    for file, passphrase in (
        (office.root_file, office.passphrase),  # an earlier root
        (second.root_file, second.passphrase),  # itself
        (other.root_file, other.passphrase),  # another office's
    ):
        with pytest.raises(FileExistsError):
            administration.rotate_root(second.root_file, second.passphrase, file, passphrase)
    administration.close()
    assert state(office) == before


def test_a_restored_hub_begins_a_new_epoch_and_asks_everybody_to_sign_in(office: Office) -> None:
    with running_hub(office.folder) as hub:
        person = office.add("Lan", Role.DELEGATE)
        with Laptop.enrol(hub.url, office.ca_path, office.invite(person, hub.url)) as laptop:
            laptop.sign_in()
            unused = office.invite(person, hub.url)
            before = state(office)[1]
            roster = office.restored()
            assert (roster.epoch > before.epoch, roster.number) == (True, before.number + 1)
            key, newest, envelope, _, audit = state(office)
            assert newest == roster
            verify(envelope, Kind.ROSTER, roster.tenant, ROOT, key)
            assert audit[-3:] == [Audit.CODE_VOIDED, Audit.HUB_RESTORED, Audit.ROSTER_SIGNED]
            assert code_of(lambda: laptop.missing([])) is Code.TOKEN_EXPIRED
            assert code_of(lambda: laptop.line.hello(unused.secret, bytes(32))) is Code.CODE_USED
            laptop.sign_in()
    assert office.sign_roster().epoch == roster.epoch


def test_one_backup_put_back_twice_never_gives_the_same_epoch(office: Office, tmp_path: Path) -> None:
    office.back_up(tmp_path / "copy")
    epochs = []
    for minutes in (1, 2):
        office.put_back(tmp_path / "copy")
        administration = Administration(office.folder, lambda minutes=minutes: 1_800_000_000 + 60 * minutes)
        epochs.append(administration.restored(office.root_file, office.passphrase).epoch)
        administration.close()
    assert epochs[1] > epochs[0] > 1


def test_an_epoch_rises_although_the_clock_does_not(office: Office) -> None:
    administration = Administration(office.folder, lambda: 0)
    assert [administration.restored(office.root_file, office.passphrase).epoch for _ in "ab"] == [2, 3]
    administration.close()


def test_a_backup_older_than_the_root_is_led_to_it_by_the_roots_own_file(
    office: Office, tmp_path: Path
) -> None:
    office.back_up(tmp_path / "copy")
    third = office.rotate_root().rotate_root()
    wanted = state(third)
    office.put_back(tmp_path / "copy")
    assert code_of(third.sign_roster) is Code.OLD_ROOT
    third.restored()
    key, roster, envelope, roots, _ = state(third)
    assert (key, roots) == (wanted[0], wanted[3])
    verify(envelope, Kind.ROSTER, roster.tenant, ROOT, key)
    third.sign_roster()


def test_a_restoration_cut_off_has_not_happened(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    before = state(office)
    with monkeypatch.context() as patched:
        patched.setattr(offices, "sign_roster", cut)
        with pytest.raises(OSError, match="cut"):
            office.restored()
    assert state(office) == before
    office.restored()
