"""Who may say what: every rule with the attacks it is there for."""

from datetime import timedelta

import msgspec
import pytest
from support.packets import MEETING, NOON, PaperOffice, a_key, a_member, code_of

from sync.errors import Code
from sync.model.events import DropMark
from sync.model.people import Role
from sync.trust.acts import accept_closed, accept_closing, accept_event, accept_head
from sync.trust.directory import Directory
from sync.trust.freshness import accept_freshness
from sync.trust.packets import accept_descriptor, accept_manifest, read_manifest
from sync.trust.rosters import accept_cert, accept_roster
from sync.wire.codec import digest, encode_payload
from sync.wire.envelope import Envelope, Kind, seal, sign
from sync.wire.statements import HUB, ROOT, CertStatement, Freshness, Head, Retired, Version

OFFICE = PaperOffice()
OTHER = PaperOffice(tenant="t-2")
ROSTER = OFFICE.roster(number=3)
ITEM = OFFICE.item(OFFICE.document(b"%PDF- one"))
MANIFEST = OFFICE.manifest(ITEM, version=2)
TENANT = OFFICE.tenant


def replaced(value, **fields):
    return msgspec.structs.replace(value, **fields)


def altered(envelope):
    """The same signatures under one changed byte."""
    payload = bytearray(envelope.payload)
    place = payload.index(b"2026")
    payload[place + 3] = ord("7")
    return Envelope(envelope.kind, bytes(payload), envelope.signatures)


def outcome(rule, *arguments):
    return code_of(lambda: rule(*arguments))


# --- rosters


def accept_roster(envelope, newest=0, tenant=TENANT, root=None):
    return outcome(accept_roster, envelope, tenant, root or OFFICE.root_key, newest)


def test_a_roster_by_the_root_is_believed():
    assert accept_roster(OFFICE.by_root(ROSTER), TENANT, OFFICE.root_key, 3) == ROSTER


def test_an_old_roster_is_not():
    assert accept_roster(OFFICE.by_root(ROSTER), newest=4) is Code.OLD_ROSTER


def test_a_roster_of_another_office_is_not():
    foreign = OTHER.by_root(OTHER.roster())
    assert accept_roster(foreign) is Code.BAD_SIGNATURE
    assert accept_roster(foreign, root=OTHER.root_key) is Code.BAD_SIGNATURE
    # The root of two offices signs for each apart; a payload that names the other is refused all the same.
    mixed = seal(Kind.ROSTER, TENANT, encode_payload(OTHER.roster()), ROOT, OFFICE.root)
    assert accept_roster(mixed) is Code.OTHER_TENANT


def test_a_roster_by_anybody_but_the_root_is_not():
    payload = encode_payload(ROSTER)
    assert accept_roster(OFFICE.by_hub(Kind.ROSTER, ROSTER)) is Code.BAD_SIGNATURE
    assert accept_roster(seal(Kind.ROSTER, TENANT, payload, ROOT, OFFICE.online)) is Code.BAD_SIGNATURE
    assert accept_roster(seal(Kind.ROSTER, TENANT, payload, HUB, OFFICE.root)) is Code.BAD_SIGNATURE
    assert accept_roster(altered(OFFICE.by_root(ROSTER))) is Code.BAD_SIGNATURE
    assert accept_roster(seal(Kind.DEVICE, TENANT, payload, ROOT, OFFICE.root)) is Code.BAD_SIGNATURE


def test_signed_nonsense_is_malformed():
    assert accept_roster(seal(Kind.ROSTER, TENANT, b"{}", ROOT, OFFICE.root)) is Code.MALFORMED


# --- certificates


def accept_cert(envelope):
    return outcome(accept_cert, envelope, ROSTER)


def test_the_online_key_vouches_for_delegates_and_guests():
    assert accept_cert(OFFICE.cert(OFFICE.lan), ROSTER) == OFFICE.lan.cert
    assert accept_cert(OFFICE.cert(a_member("khach", Role.GUEST))) is None


@pytest.mark.parametrize("role", [Role.SECRETARY, Role.APPROVER, Role.CHAIR, Role.TELLER, Role.ADMIN])
def test_the_online_key_makes_nobody_an_officer(role):
    assert accept_cert(OFFICE.cert(a_member("x", role))) is Code.NOT_PERMITTED
    assert accept_cert(OFFICE.cert(a_member("x", Role.DELEGATE, role))) is Code.NOT_PERMITTED


def test_a_certificate_by_another_key_or_office_is_not_believed():
    statement = CertStatement(tenant=TENANT, cert=OFFICE.lan.cert, issued=NOON)
    by_root = seal(Kind.DEVICE, TENANT, encode_payload(statement), HUB, OFFICE.root)
    assert accept_cert(by_root) is Code.BAD_SIGNATURE
    assert accept_cert(OTHER.cert(OTHER.lan)) is Code.BAD_SIGNATURE
    assert accept_cert(OFFICE.by_hub(Kind.DEVICE, replaced(statement, tenant="t-2"))) is Code.OTHER_TENANT
    assert accept_cert(altered(OFFICE.cert(OFFICE.lan))) is Code.BAD_SIGNATURE


def test_a_certificate_never_replaces_a_roster_device():
    false = a_member("lan", Role.DELEGATE, device=OFFICE.thu.device)
    directory = Directory(ROSTER, [false.cert])
    assert directory.find(OFFICE.thu.device) == OFFICE.thu.cert


# --- freshness


def accept_freshness(value, newest=None, roster=ROSTER):
    envelope = OFFICE.by_hub(Kind.FRESHNESS, value)
    return outcome(accept_freshness, envelope, roster, newest)


FRESH = OFFICE.freshness(MANIFEST, roster=3)


def test_freshness_goes_forward():
    later = OFFICE.freshness(replaced(MANIFEST, version=3), roster=3, hours=1)
    assert accept_freshness(FRESH) is None
    assert accept_freshness(later, FRESH) is None
    assert accept_freshness(FRESH, FRESH) is None


def test_freshness_never_goes_back():
    assert accept_freshness(replaced(FRESH, time=NOON - timedelta(seconds=1)), FRESH) is Code.STALE
    older = Version(meeting=MEETING, version=1, manifest="0" * 64)
    back = replaced(FRESH, manifests=(older,), time=NOON + timedelta(hours=1))
    assert accept_freshness(back, FRESH) is Code.OLD_VERSION


@pytest.mark.parametrize("number", [2, 4])
def test_freshness_speaks_of_the_very_roster_we_have(number):
    assert accept_freshness(replaced(FRESH, roster=number)) is Code.OLD_ROSTER


def test_freshness_is_the_hubs_and_this_offices():
    assert accept_freshness(replaced(FRESH, tenant="t-2")) is Code.OTHER_TENANT
    forged = seal(Kind.FRESHNESS, TENANT, encode_payload(FRESH), HUB, a_key("nobody"))
    assert outcome(accept_freshness, forged, ROSTER, None) is Code.BAD_SIGNATURE
    assert isinstance(FRESH, Freshness)


# --- packets

DIRECTORY = Directory(ROSTER, [member.cert for member in OFFICE.delegates])


def accept_manifest(envelope, directory=DIRECTORY, newest=0):
    return outcome(accept_manifest, envelope, directory, newest)


def test_a_packet_by_a_secretary_and_an_approver_is_believed():
    for signers in ((OFFICE.thu, OFFICE.duyet), (OFFICE.duyet, OFFICE.thu)):
        assert accept_manifest(OFFICE.signed(MANIFEST, *signers), DIRECTORY, 2) == MANIFEST


def test_one_signature_is_not_enough():
    for signer in (OFFICE.thu, OFFICE.duyet):
        assert accept_manifest(OFFICE.signed(MANIFEST, signer)) is Code.ONE_SIGNATURE
        assert accept_manifest(OFFICE.signed(MANIFEST, signer, signer)) is Code.ONE_SIGNATURE
    assert accept_manifest(Envelope(Kind.MANIFEST, encode_payload(MANIFEST), ())) is Code.ONE_SIGNATURE


def test_two_secretaries_are_not_a_secretary_and_an_approver():
    second = a_member("hoa", Role.SECRETARY)
    directory = Directory(OFFICE.roster(office=(OFFICE.thu, second)))
    assert accept_manifest(OFFICE.signed(MANIFEST, OFFICE.thu, second), directory) is Code.ONE_SIGNATURE


def test_a_chair_or_a_delegate_does_not_stand_in_for_an_approver():
    for member in (OFFICE.chu, OFFICE.lan):
        assert accept_manifest(OFFICE.signed(MANIFEST, OFFICE.thu, member)) is Code.ONE_SIGNATURE


def test_one_person_with_both_roles_and_two_devices_is_one_person():
    first = a_member("kiem", Role.SECRETARY, Role.APPROVER, device="d-k1")
    second = a_member("kiem", Role.SECRETARY, Role.APPROVER, device="d-k2")
    directory = Directory(OFFICE.roster(office=(first, second, OFFICE.duyet)))
    assert accept_manifest(OFFICE.signed(MANIFEST, first), directory) is Code.ONE_SIGNATURE
    assert accept_manifest(OFFICE.signed(MANIFEST, first, second), directory) is Code.ONE_SIGNATURE
    assert accept_manifest(OFFICE.signed(MANIFEST, first, OFFICE.duyet), directory) is None


def test_a_signature_by_a_stranger_is_left_out():
    stranger = a_member("la", Role.APPROVER)
    assert accept_manifest(OFFICE.signed(MANIFEST, OFFICE.thu, stranger)) is Code.ONE_SIGNATURE
    assert accept_manifest(OFFICE.signed(MANIFEST, OFFICE.thu, OFFICE.duyet, stranger)) is None


def test_a_stranger_who_signs_in_an_approvers_name_is_found_out():
    false = a_member("x", Role.APPROVER)
    payload = encode_payload(MANIFEST)
    forged = Envelope(
        Kind.MANIFEST,
        payload,
        (
            sign(Kind.MANIFEST, TENANT, payload, OFFICE.thu.device, OFFICE.thu.key),
            sign(Kind.MANIFEST, TENANT, payload, OFFICE.duyet.device, false.key),
        ),
    )
    assert accept_manifest(forged) is Code.BAD_SIGNATURE


def test_one_changed_byte_is_found_out():
    assert accept_manifest(altered(OFFICE.signed(MANIFEST))) is Code.BAD_SIGNATURE


def test_signatures_for_an_act_are_none_for_a_packet():
    payload = encode_payload(MANIFEST)
    signatures = tuple(sign(Kind.EVENT, TENANT, payload, m.device, m.key) for m in (OFFICE.thu, OFFICE.duyet))
    assert accept_manifest(Envelope(Kind.MANIFEST, payload, signatures)) is Code.BAD_SIGNATURE
    assert accept_manifest(Envelope(Kind.EVENT, payload, signatures)) is Code.BAD_SIGNATURE


def test_an_old_version_is_named_and_the_same_one_is_welcome():
    assert accept_manifest(OFFICE.signed(MANIFEST), newest=3) is Code.OLD_VERSION
    assert accept_manifest(OFFICE.signed(MANIFEST), newest=2) is None


def test_another_offices_packet_is_named():
    foreign = replaced(MANIFEST, tenant="t-2")
    assert accept_manifest(OFFICE.signed(foreign)) is Code.OTHER_TENANT


def retired_roster(*manifests):
    gone = Retired(cert=OFFICE.thu.cert, manifests=manifests)
    return Directory(OFFICE.roster(4, office=(OFFICE.duyet, OFFICE.chu), retired=(gone,)))


def test_a_retired_devices_packet_stays_valid_only_when_the_roster_keeps_it():
    signed = OFFICE.signed(MANIFEST)
    assert accept_manifest(signed, retired_roster(signed.digest)) is None
    assert accept_manifest(signed, retired_roster()) is Code.ONE_SIGNATURE
    assert accept_manifest(signed, retired_roster("0" * 64)) is Code.ONE_SIGNATURE
    fresh = OFFICE.signed(replaced(MANIFEST, version=3))
    assert accept_manifest(fresh, retired_roster(signed.digest)) is Code.ONE_SIGNATURE


def test_a_retired_device_is_in_no_good_standing_but_its_old_acts_can_be_read():
    directory = retired_roster()
    assert code_of(lambda: directory.find(OFFICE.thu.device)) is Code.UNKNOWN_DEVICE
    assert directory.author_of(OFFICE.thu.device) == OFFICE.thu.cert
    assert directory.author_of(OFFICE.duyet.device) == OFFICE.duyet.cert
    assert code_of(lambda: directory.author_of("d-nobody")) is Code.UNKNOWN_DEVICE


def test_a_draft_reads_without_approval_but_not_another_kind_or_office():
    assert read_manifest(OFFICE.signed(MANIFEST, OFFICE.thu), TENANT) == MANIFEST
    assert outcome(read_manifest, OFFICE.signed(MANIFEST), "t-2") is Code.OTHER_TENANT
    event = OFFICE.event(OFFICE.lan, DropMark(id="k-1"))
    assert outcome(read_manifest, event, TENANT) is Code.MALFORMED


def test_a_descriptor_belongs_to_its_manifest():
    assert accept_descriptor(encode_payload(ITEM), MANIFEST) == ITEM
    other = encode_payload(replaced(ITEM, title="Mục khác"))
    assert outcome(accept_descriptor, other, MANIFEST) is Code.WRONG_DIGEST
    named = replaced(MANIFEST, items=(digest(b"[]"),))
    assert outcome(accept_descriptor, b"[]", named) is Code.MALFORMED


# --- acts

EVENT = OFFICE.event(OFFICE.lan, DropMark(id="k-1"))


def accept_event(envelope, member=OFFICE.lan):
    return outcome(accept_event, envelope, member.cert, TENANT)


def test_an_act_is_signed_by_the_device_it_names():
    event = accept_event(EVENT, OFFICE.lan.cert, TENANT)
    assert (event.person, event.device) == (OFFICE.lan.person, OFFICE.lan.device)
    assert accept_event(EVENT, OFFICE.minh) is Code.BAD_SIGNATURE
    assert accept_event(altered(EVENT)) is Code.BAD_SIGNATURE


def test_nobody_acts_in_anothers_name():
    lans, minhs = OFFICE.lan, OFFICE.minh
    in_his_name = a_member("lan", person=minhs.person, device=lans.device)
    on_his_device = a_member("lan", person=lans.person, device=minhs.device)
    for false in (in_his_name, on_his_device):
        payload = OFFICE.event(false, DropMark(id="k-1")).payload
        forged = seal(Kind.EVENT, TENANT, payload, lans.device, lans.key)
        assert accept_event(forged) is Code.BAD_SIGNATURE


def test_an_act_in_another_office_is_refused():
    payload = OTHER.event(OFFICE.lan, DropMark(id="k-1")).payload
    assert (
        accept_event(seal(Kind.EVENT, TENANT, payload, OFFICE.lan.device, OFFICE.lan.key))
        is Code.OTHER_TENANT
    )


# --- the recorder's word

BALLOTS = (
    (OFFICE.lan, OFFICE.ballot(OFFICE.lan, MANIFEST)),
    (OFFICE.minh, OFFICE.ballot(OFFICE.minh, MANIFEST, "c2")),
)
CLOSED = OFFICE.closed(MANIFEST, *BALLOTS)
LEAVES = OFFICE.leaves(*BALLOTS)
CLOSING = OFFICE.closing(MANIFEST, LEAVES)


def test_a_closing_and_a_head_are_the_recorders():
    assert accept_closing(CLOSED.closing, ROSTER) == CLOSING
    assert accept_head(CLOSED.head, ROSTER).size == 2


@pytest.mark.parametrize("rule", [accept_closing, accept_head])
def test_a_forged_closing_or_head_is_refused(rule):
    good = CLOSED.closing if rule is accept_closing else CLOSED.head
    kind = good.kind
    by_secretary = seal(kind, TENANT, good.payload, HUB, OFFICE.thu.key)
    assert outcome(rule, by_secretary, ROSTER) is Code.BAD_SIGNATURE
    assert outcome(rule, altered(good), ROSTER) is Code.BAD_SIGNATURE
    other = Kind.HEAD if kind is Kind.CLOSING else Kind.CLOSING
    assert outcome(rule, seal(other, TENANT, good.payload, HUB, OFFICE.online), ROSTER) is Code.BAD_SIGNATURE
    foreign = good.payload.replace(b'"t-1"', b'"t-2"', 1)
    assert outcome(rule, seal(kind, TENANT, foreign, HUB, OFFICE.online), ROSTER) is Code.OTHER_TENANT


def accept_closed(closed, directory=DIRECTORY):
    return outcome(accept_closed, closed, directory)


def test_all_ballots_of_a_closed_motion_are_believed_together():
    assert accept_closed(CLOSED, DIRECTORY) == CLOSING
    assert accept_closed(OFFICE.closed(MANIFEST)) is None


def test_a_ballot_cannot_be_dropped_added_changed_or_moved():
    one, two = CLOSED.ballots
    added = (OFFICE.ballot(OFFICE.son, MANIFEST), OFFICE.leaves((OFFICE.son, one[0]))[0])
    for ballots in ((one,), (), (two, one), (one, two, added), (one, one)):
        assert accept_closed(replaced(CLOSED, ballots=ballots)) is Code.WRONG_DIGEST
    changed = OFFICE.ballot(OFFICE.lan, MANIFEST, "c2")
    assert accept_closed(replaced(CLOSED, ballots=((changed, one[1]), two))) is Code.WRONG_DIGEST
    assert accept_closed(replaced(CLOSED, ballots=((altered(one[0]), one[1]), two))) is Code.BAD_SIGNATURE
    swapped = ((two[0], one[1]), (one[0], two[1]))
    assert accept_closed(replaced(CLOSED, ballots=swapped)) is Code.BAD_SIGNATURE


def test_a_hub_that_makes_up_a_voter_is_found_out():
    invented = a_member("ma", Role.DELEGATE)
    closed = OFFICE.closed(MANIFEST, (invented, OFFICE.ballot(invented, MANIFEST)))
    assert accept_closed(closed) is Code.UNKNOWN_DEVICE
    # In the name of a known device, with a key of the hub's own:
    false = a_member("lan", person=OFFICE.lan.person)
    forged = seal(Kind.EVENT, TENANT, BALLOTS[0][1].payload, false.device, OFFICE.online)
    assert accept_closed(OFFICE.closed(MANIFEST, (OFFICE.lan, forged))) is Code.BAD_SIGNATURE


def test_a_ballot_credited_to_somebody_else_is_found_out():
    credited = a_member("lan", person=OFFICE.minh.person, device=OFFICE.lan.device)
    assert accept_closed(OFFICE.closed(MANIFEST, (credited, BALLOTS[0][1]))) is Code.WRONG_DIGEST


def test_only_ballots_of_this_motion_stand_in_its_log():
    act = OFFICE.event(OFFICE.lan, DropMark(id="k-1"))
    assert accept_closed(OFFICE.closed(MANIFEST, (OFFICE.lan, act))) is Code.MALFORMED
    elsewhere = OFFICE.manifest(ITEM, motions=(OFFICE.motion(name="v-2"),))
    ballot = OFFICE.ballot(OFFICE.lan, elsewhere)
    assert accept_closed(OFFICE.closed(MANIFEST, (OFFICE.lan, ballot))) is Code.WRONG_DIGEST


def test_a_closing_with_the_head_of_another_log_is_found_out():
    assert accept_closed(replaced(CLOSED, head=OFFICE.head(LEAVES[:1]))) is Code.WRONG_DIGEST
    assert accept_closed(replaced(CLOSED, head=OFFICE.head(LEAVES, "v-2"))) is Code.WRONG_DIGEST
    assert accept_closed(replaced(CLOSED, motion="v-2")) is Code.WRONG_DIGEST
    assert accept_closed(replaced(CLOSED, meeting="m-2")) is Code.WRONG_DIGEST


def test_ballots_of_a_device_that_was_retired_since_stay_counted():
    both = a_member("thu", Role.SECRETARY, Role.DELEGATE)
    closed = OFFICE.closed(MANIFEST, (both, OFFICE.ballot(both, MANIFEST)))
    assert accept_closed(closed, retired_roster()) is None


def test_a_head_says_how_long_the_log_is():
    head = accept_head(OFFICE.head(LEAVES), ROSTER)
    assert isinstance(head, Head)
    assert (head.size, head.motion) == (2, "v-1")
