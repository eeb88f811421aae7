"""What the root's signature is put under: the next roster as the office has it, and nothing that a lying hub
would slip in."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace
from support.packets import NOON, PaperOffice, a_key, a_member, code_of
from support.pictures import a_png

from sync.errors import Code
from sync.model.people import Role
from sync.trust.proposals import Proposal, check_proposal
from sync.wire.codec import encode_payload
from sync.wire.statements import Retired, Roster

OFFICE = PaperOffice()
KNOWN = OFFICE.roster(3, retired=[Retired(cert=a_member("cu", Role.SECRETARY).cert, manifests=("a" * 64,))])
NEXT = replace(KNOWN, number=4, issued=NOON + timedelta(days=1))
NEW = a_member("moi", Role.SECRETARY).cert
EMBLEM = a_png()
THU, *OTHERS = KNOWN.office


def proposed(roster: Roster) -> Proposal:
    return check_proposal(encode_payload(roster), KNOWN, OFFICE.root_key)


def test_a_new_laptop_a_revoked_one_and_a_new_name_are_told() -> None:
    retired = (*KNOWN.retired, Retired(cert=THU))
    made = proposed(replace(NEXT, name="HĐND phường", emblem=EMBLEM, office=(*OTHERS, NEW), retired=retired))
    assert made.added == (NEW,)
    assert made.ended == (THU,)
    assert made.renamed
    assert made.emblem


def test_nothing_new_says_so() -> None:
    made = proposed(NEXT)
    assert (made.added, made.ended, made.called, made.renamed, made.emblem) == ((), (), (), False, False)


@pytest.mark.parametrize("change", [{"name": "Thu Hà"}, {"title": "Chủ tịch"}, {"laptop": "may-moi"}])
def test_a_person_who_is_called_otherwise_is_no_other_person_and_is_told(change: dict[str, str]) -> None:
    made = proposed(replace(NEXT, office=(replace(THU, **change), *OTHERS)))
    assert (made.added, made.called) == ((), ((THU, replace(THU, **change)),))


def test_a_retired_laptop_may_have_signed_less_than_was_known() -> None:
    assert proposed(replace(NEXT, retired=(replace(KNOWN.retired[0], manifests=()),))).roster.number == 4


@pytest.mark.parametrize(
    "lie",
    [
        pytest.param(replace(NEXT, tenant="t-2"), id="another office"),
        pytest.param(replace(NEXT, epoch=2), id="an epoch that nobody began"),
        pytest.param(replace(NEXT, number=5), id="a number that leaves room for another"),
        pytest.param(KNOWN, id="the roster of now"),
        pytest.param(
            replace(NEXT, online_key=a_key("thief").public_key().public_bytes_raw()), id="another hub's key"
        ),
        pytest.param(replace(NEXT, box_key=bytes(32)), id="another key for what goes home by stick"),
        pytest.param(replace(NEXT, office=OTHERS), id="a laptop that disappears"),
        pytest.param(
            replace(NEXT, office=(replace(THU, sign_key=NEW.sign_key), *OTHERS)),
            id="another key",
        ),
        pytest.param(replace(NEXT, office=(replace(THU, person="p-x"), *OTHERS)), id="another person"),
        pytest.param(
            replace(NEXT, office=(replace(THU, roles=(*THU.roles, Role.APPROVER)), *OTHERS)), id="more roles"
        ),
        pytest.param(replace(NEXT, retired=()), id="a retired laptop that is forgotten"),
        pytest.param(
            replace(NEXT, retired=(replace(KNOWN.retired[0], manifests=("a" * 64, "b" * 64)),)),
            id="a packet that a thief of a retired laptop made",
        ),
        pytest.param(
            replace(NEXT, office=(*KNOWN.office, KNOWN.retired[0].cert), retired=()), id="one that comes back"
        ),
        pytest.param(
            replace(NEXT, retired=(*KNOWN.retired, Retired(cert=NEW))), id="a retired one that never was"
        ),
        pytest.param(replace(NEXT, office=(*KNOWN.office, replace(NEW, device=THU.device))), id="twice"),
        pytest.param(
            replace(NEXT, office=(*KNOWN.office, replace(NEW, sign_key=OFFICE.root_key))),
            id="the root",
        ),
    ],
)
def test_what_does_not_follow_is_not_signed(lie: Roster) -> None:
    assert code_of(lambda: proposed(lie)) is Code.PROPOSAL_REFUSED


def test_an_emblem_that_is_more_than_pixels_is_not_signed() -> None:
    assert code_of(lambda: proposed(replace(NEXT, emblem=b"<svg onload='x'/>"))) is Code.EMBLEM_WRONG


def test_bytes_that_are_no_roster_are_not_signed() -> None:
    assert code_of(lambda: check_proposal(b"{}", KNOWN, OFFICE.root_key)) is Code.MALFORMED
