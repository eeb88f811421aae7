"""First start: keys are made here, and a recovery code opens private notes on the next laptop."""

from dataclasses import dataclass

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.packets import NOON, PASSPHRASE, PaperOffice, code_of

from reader.core import annotating, enrolling
from reader.core.enrolling import RECOVERY_LENGTH, read_recovery, recovery_code
from reader.store.header import FLOOR_KIB
from reader.store.vault import Vault
from sync.errors import Code, SohopError
from sync.model.annotation import MarkKind
from sync.wire.invitation import ALPHABET
from sync.wire.messages import Delivered, EnrolReply

SECRETS = st.binary(min_size=16, max_size=16)


@given(SECRETS)
def test_a_recovery_code_comes_back(secret):
    code = recovery_code(secret)
    assert len(code) == RECOVERY_LENGTH
    assert set(code) <= set(ALPHABET)
    assert read_recovery(code) == secret


@given(SECRETS)
def test_it_is_read_however_it_was_typed(secret):
    code = recovery_code(secret)
    typed = "\u00a0–".join(code[n : n + 5] for n in range(0, 26, 5)).lower()
    assert read_recovery(typed.replace("1", "l").replace("0", "o")) == secret


@pytest.mark.parametrize("typed", ["", "A" * 25, "A" * 27, "U" * 26, "Đ" * 26])
def test_what_is_no_code_is_refused(typed):
    assert code_of(lambda: read_recovery(typed)) is Code.MALFORMED


def test_three_of_four_slips_of_one_character_are_noticed_wherever_they_are():
    code = recovery_code(bytes(range(16)))
    for place in range(26):
        slips = [code[:place] + other + code[place + 1 :] for other in ALPHABET if other != code[place]]
        noticed = sum(code_of(lambda slip=slip: read_recovery(slip)) is not None for slip in slips)
        assert noticed >= len(slips) / 2


@dataclass(frozen=True)
class Found:
    address: str
    tenant: str
    office: str
    ca: str
    root_key: bytes
    root_number: int = 1


OFFICE = PaperOffice()
FOUND = Found("http://127.0.0.1:9", "t-1", "HĐND xã Suối Lam", "", OFFICE.root_key)


def accepts(sign_key, box_key):
    cert = msgspec.structs.replace(OFFICE.lan.cert, sign_key=sign_key, box_key=box_key)
    return EnrolReply(cert=cert, statement=None, roster=None)


def start(profile, recovery=None, enrol=accepts):
    return enrolling.create(profile, PASSPHRASE, FOUND, enrol, recovery, memory_kib=FLOOR_KIB)


def test_a_new_book_has_keys_that_the_hub_saw_only_the_public_half_of(tmp_path):
    seen = []

    def enrol(sign_key, box_key):
        seen.append((sign_key, box_key))
        return accepts(sign_key, box_key)

    book, code = start(tmp_path, enrol=enrol)
    me = book.identity
    assert (me.person, me.device, me.tenant) == ("p-lan", "d-lan", "t-1")
    assert me.cert.sign_key == seen[0][0]
    assert me.sign_seed not in seen[0]
    assert me.box_seed not in seen[0]
    assert len(code) == RECOVERY_LENGTH
    book.vault.close()


def test_the_recovery_code_opens_old_notes_on_a_new_laptop_and_no_other_does(tmp_path):
    old, code = start(tmp_path / "old")
    fields = {"document": "doc-1", "sha256": "0" * 64, "page": 0, "kind": MarkKind.NOTE}
    annotating.put(old, "m-1", text="riêng", **fields)
    (envelope,) = old.vault.outbox.pending(1)
    old.vault.close()
    for name, recovery, texts in (("new", code.lower(), ["riêng"]), ("without", None, [])):
        book, again = start(tmp_path / name, recovery)
        book.vault.events.add(Delivered(1, NOON, envelope))
        assert [fact.mark.text for fact in book.project("m-1").marks] == texts
        assert (again == code) is bool(texts)
        book.vault.close()


def test_a_refused_enrolment_leaves_no_vault(tmp_path):
    def refuses(sign_key, box_key):
        raise SohopError(Code.CODE_USED)

    assert code_of(lambda: start(tmp_path, enrol=refuses)) is Code.CODE_USED
    assert not Vault.exists(tmp_path)


def test_a_mistyped_recovery_code_is_found_before_the_invitation_is_used_up(tmp_path):
    asked = []

    def enrol(*keys):
        asked.append(keys)
        return accepts(*keys)

    assert code_of(lambda: start(tmp_path, "A" * 20, enrol)) is Code.MALFORMED
    assert asked == []
    assert not Vault.exists(tmp_path)
