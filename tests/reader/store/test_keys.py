"""The passphrase, the header, and who may open the vault."""

from __future__ import annotations

import json
import unicodedata

import pytest

from reader.store.header import FLOOR_KIB, Greeting
from reader.store.vault import Vault
from sync.errors import Code, SohopError
from sync.wire.codec import encode_payload
from sync.wire.envelope import Kind, seal
from sync.wire.statements import ROOT, Roster


def refusal(act, *args, **fields):
    with pytest.raises(SohopError) as caught:
        act(*args, **fields)
    return caught.value


def test_a_vault_opens_again_with_its_identity(vault, profile, reopen, make):
    vault.close()
    assert Vault.exists(profile)
    assert reopen().identity == make.an_identity()


def test_a_missing_vault_is_said(profile):
    assert not Vault.exists(profile)
    assert refusal(Vault.open, profile, "x").code is Code.VAULT_MISSING
    assert refusal(Vault.greeting, profile).code is Code.VAULT_MISSING


def test_creating_over_a_vault_is_refused(vault, profile, make):
    vault.close()
    with pytest.raises(FileExistsError):
        make.new_vault(profile)


def test_a_creation_cut_short_can_be_begun_again(vault, profile, make):
    vault.close()
    (profile / "vault.head").unlink()
    (profile / "blocks" / "left").write_bytes(b"x")
    make.new_vault(profile).close()
    assert list((profile / "blocks").iterdir()) == []


def test_wrong_passphrases_wait_longer_and_destroy_nothing(profile, make, clock):
    made = make.new_vault(profile, clock)
    made.outbox.append(make.an_act())
    made.close()
    waits = []
    for _ in range(7):
        error = refusal(Vault.open, profile, "sai", clock=clock)
        assert error.code is Code.WRONG_PASSPHRASE
        waits.append(error.fields["seconds"])
        clock.now += waits[-1]
    assert waits == [1, 2, 4, 8, 16, 30, 30]
    opened = Vault.open(profile, make.PASSPHRASE, clock=clock)
    assert opened.outbox.pending_count() == 1
    opened.close()
    assert refusal(Vault.open, profile, "sai", clock=clock).fields["seconds"] == 1


def test_the_right_passphrase_waits_too_and_a_clock_set_back_does_not_lengthen_it(profile, make, clock):
    make.new_vault(profile, clock).close()
    for _ in range(3):
        clock.now += refusal(Vault.open, profile, "sai", clock=clock).fields["seconds"]
    refusal(Vault.open, profile, "sai", clock=clock)
    assert refusal(Vault.open, profile, make.PASSPHRASE, clock=clock).fields["seconds"] == 8
    clock.now -= 86_400
    assert refusal(Vault.open, profile, make.PASSPHRASE, clock=clock).fields["seconds"] == 8


def test_asking_again_before_casting(vault, make):
    vault.check_passphrase(make.PASSPHRASE)
    assert refusal(vault.check_passphrase, "sai").code is Code.WRONG_PASSPHRASE


def test_composed_and_decomposed_letters_are_the_same_passphrase(vault, make):
    vault.check_passphrase(unicodedata.normalize("NFD", make.PASSPHRASE))


def test_changing_the_passphrase_keeps_the_content(vault, profile, reopen, make, clock):
    vault.outbox.append(make.an_act())
    assert refusal(vault.change_passphrase, "sai", "mới").code is Code.WRONG_PASSPHRASE
    (profile / "vault.tries").unlink()
    vault.change_passphrase(make.PASSPHRASE, "mật khẩu mới")
    vault.outbox.append(make.an_act())
    vault.close()
    assert refusal(reopen, make.PASSPHRASE).code is Code.WRONG_PASSPHRASE
    (profile / "vault.tries").unlink()
    assert reopen("mật khẩu mới").outbox.pending_count() == 2


@pytest.mark.parametrize(
    "kdf",
    [{"m": 8}, {"m": FLOOR_KIB - 1}, {"m": 2 * 1024 * 1024}, {"t": 1}, {"t": 10**6}, {"p": 0}, {"p": 99}],
)
def test_parameters_out_of_bounds_are_refused(vault, profile, reopen, kdf):
    vault.close()
    head = json.loads((profile / "vault.head").read_bytes())
    head["kdf"] |= kdf
    (profile / "vault.head").write_text(json.dumps(head))
    assert refusal(reopen).code is Code.VAULT_DAMAGED


def test_parameters_changed_within_bounds_do_not_unwrap(vault, profile, reopen):
    vault.close()
    head = json.loads((profile / "vault.head").read_bytes())
    head["kdf"]["m"] = FLOOR_KIB + 1024
    (profile / "vault.head").write_text(json.dumps(head))
    assert refusal(reopen).code is Code.WRONG_PASSPHRASE


def test_memory_below_the_floor_is_not_used_for_a_new_vault(profile, make):
    with pytest.raises(ValueError, match="out of bounds"):
        Vault.create(profile, "x", make.an_identity(), memory_kib=FLOOR_KIB - 1)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1}', "\x00" * 100])
def test_a_header_that_is_none_is_damage(vault, profile, reopen, text):
    vault.close()
    (profile / "vault.head").write_text(text)
    assert refusal(reopen).code is Code.VAULT_DAMAGED


def test_a_second_opener_is_told_that_the_vault_is_in_use(vault, profile, reopen):
    assert refusal(reopen).code is Code.VAULT_IN_USE
    vault.close()
    reopen()


def test_the_unlock_screen_greets_by_name_and_can_be_told_not_to(vault, profile, reopen, make):
    assert Vault.greeting(profile).person_name == "Lò Văn Sơn"
    roster = Roster(
        tenant="t-1",
        name="HĐND xã mới",
        term="2026–2031",
        number=1,
        issued=make.NOON,
        online_key=bytes(32),
        box_key=bytes(32),
    )
    vault.trust.put_roster(seal(Kind.ROSTER, "t-1", encode_payload(roster), ROOT, make.KEY))
    vault.close()
    expected = Greeting(person_name="Lò Văn Sơn", tenant_name="HĐND xã mới", term="2026–2031")
    assert Vault.greeting(profile) == expected
    reopen().show_greeting(False)
    assert Vault.greeting(profile) == Greeting()
    assert "Mường Lạn" not in (profile / "vault.head").read_text()


def test_secrets_do_not_show_in_what_a_crash_report_prints(make):
    assert "sign_seed" not in repr(make.an_identity())
    assert "sign_seed" not in f"{make.an_identity()}"
