"""What the rules let in: the other side of ``test_attacks.py``."""

from datetime import timedelta
from itertools import pairwise

import msgspec
import pytest
from support.packets import MEETING, NOON, Member, PaperOffice, a_key, a_member, code_of

from sync.errors import Code
from sync.model.events import CastBallot, DropMark, OpenMotion, RecallPacket
from sync.model.people import Role
from sync.trust.acts import accept_closed, accept_closing, accept_delivered, accept_event, accept_head
from sync.trust.directory import Directory
from sync.trust.freshness import STALE_AFTER, accept_freshness, age, withheld
from sync.trust.leases import best_time, check_lease, hidden, lease_over
from sync.trust.packets import (
    accept_descriptor,
    accept_descriptors,
    accept_draft,
    accept_manifest,
    check_version,
    read_manifest,
)
from sync.trust.recall import check_recalled
from sync.trust.roots import accept_root
from sync.trust.rosters import accept_cert, accept_roster, check_epoch
from sync.wire.codec import digest, encode_payload
from sync.wire.envelope import Kind, seal
from sync.wire.messages import Delivered
from sync.wire.statements import ROOT, Retired, Version

OFFICE = PaperOffice()
TENANT = OFFICE.tenant
ROSTER = OFFICE.roster(3)
ITEM = OFFICE.item(OFFICE.document(b"%PDF- one"))
FIRST = OFFICE.manifest(ITEM)
SECOND = OFFICE.manifest(ITEM, after=FIRST)
DIRECTORY = Directory(ROSTER, [member.cert for member in OFFICE.delegates])
MARK = DropMark(id="k-1")
LATER = NOON + timedelta(hours=1)


def replaced(value, **fields):
    return msgspec.structs.replace(value, **fields)


def public(key):
    return key.public_key().public_bytes_raw()


# --- roots


def test_each_new_root_leads_to_the_next():
    keys = [OFFICE.root, a_key("second"), a_key("third")]
    number, key = 1, OFFICE.root_key
    for old, new in pairwise(keys):
        root = accept_root(OFFICE.new_root(number + 1, old, new), TENANT, number, key)
        number, key = root.number, root.root_key
    assert (number, key) == (3, public(keys[2]))


def test_a_laptop_enrolled_after_two_rotations_accepts_the_third():
    third, fourth = a_key("third"), a_key("fourth")
    assert accept_root(OFFICE.new_root(4, third, fourth), TENANT, 3, public(third)).number == 4


# --- rosters


def test_a_roster_by_the_root_is_believed():
    here = OFFICE.by_root(ROSTER)
    for newest in (None, OFFICE.by_root(OFFICE.roster(2)), here):
        assert accept_roster(here, TENANT, OFFICE.root_key, newest) == ROSTER


def test_a_new_epoch_may_begin_with_a_lower_number():
    begun = OFFICE.by_root(OFFICE.roster(1, epoch=2))
    assert accept_roster(begun, TENANT, OFFICE.root_key, OFFICE.by_root(ROSTER)).epoch == 2


def test_the_root_rotates_and_signs_the_same_roster_anew():
    old, new = OFFICE.by_root(ROSTER), a_key("second")
    office = PaperOffice()
    office.root = new
    assert accept_roster(office.by_root(ROSTER), TENANT, public(new), old) == ROSTER


def test_the_same_person_may_have_two_devices_of_the_office():
    second = a_member("thu", Role.SECRETARY, device="d-thu-2")
    roster = OFFICE.roster(4, office=(OFFICE.thu, second, OFFICE.duyet))
    assert accept_roster(OFFICE.by_root(roster), TENANT, OFFICE.root_key, None) == roster


def test_an_epoch_begins_when_the_hub_and_the_root_both_say_so():
    assert check_epoch(2, 1, OFFICE.roster(epoch=2))
    assert not check_epoch(2, 2, OFFICE.roster(epoch=2))


# --- certificates


def test_the_online_key_vouches_for_delegates_and_guests():
    assert accept_cert(OFFICE.cert(OFFICE.lan), Directory(ROSTER)) == OFFICE.lan.cert
    guest = a_member("khach", Role.GUEST)
    assert accept_cert(OFFICE.cert(guest), DIRECTORY) == guest.cert


def test_a_delegate_may_be_certified_again_under_a_new_title():
    titled = Member(replaced(OFFICE.lan.cert, title="Tổ trưởng"), OFFICE.lan.key)
    assert accept_cert(OFFICE.cert(titled), DIRECTORY).title == "Tổ trưởng"


def test_a_certificate_never_replaces_a_device_of_the_roster_nor_brings_back_a_retired_one():
    false = a_member("gia", Role.DELEGATE, device=OFFICE.thu.device)
    assert Directory(ROSTER, [false.cert]).find(OFFICE.thu.device) == OFFICE.thu.cert
    retired = OFFICE.roster(4, office=(OFFICE.duyet,), retired=(Retired(cert=OFFICE.thu.cert),))
    directory = Directory(retired, [false.cert])
    assert code_of(lambda: directory.find(OFFICE.thu.device)) is Code.UNKNOWN_DEVICE


# --- freshness

FRESH = OFFICE.freshness(SECOND, roster=3)


def accepted(value, newest=None, roster=ROSTER):
    return accept_freshness(OFFICE.by_hub(Kind.FRESHNESS, value), roster, newest) == value


def test_freshness_goes_forward():
    third = OFFICE.manifest(ITEM, after=SECOND)
    assert accepted(FRESH)
    assert accepted(FRESH, FRESH)
    assert accepted(OFFICE.freshness(third, roster=3, hours=1), FRESH)


def test_a_meeting_whose_lease_has_ended_is_no_longer_named():
    assert accepted(OFFICE.freshness(roster=3, hours=1), FRESH)


def test_a_new_epoch_heals_a_clock_and_a_version_that_were_run_forward():
    ahead = Version(meeting=MEETING, version=2**31, manifest="0" * 64)
    wild = replaced(FRESH, time=NOON + timedelta(days=9_999), manifests=(ahead,))
    assert accepted(wild, FRESH)
    restored = OFFICE.roster(1, epoch=2)
    assert accepted(OFFICE.freshness(SECOND, roster=1, epoch=2), wild, restored)


def test_nothing_is_withheld_when_all_that_is_named_is_here():
    here = (2, digest(encode_payload(SECOND)))
    assert withheld(FRESH, {MEETING: here}) == ()
    assert withheld(FRESH, {MEETING: (3, "1" * 64)}) == ()
    assert withheld(OFFICE.freshness(roster=3), {MEETING: here}) == ()


def test_what_was_recalled_is_not_withheld():
    assert withheld(FRESH, {}, lambda meeting: 2) == ()
    assert withheld(FRESH, {}, lambda meeting: 1) == (MEETING,)


def test_the_age_of_what_is_shown_is_said_after_three_missed_signatures():
    assert age(FRESH, NOON + timedelta(hours=11)) < STALE_AFTER
    assert age(FRESH, NOON + timedelta(hours=12)) >= STALE_AFTER
    assert age(FRESH, NOON - timedelta(days=1)) == timedelta()


# --- leases


def test_a_lease_ends_a_day_after_the_meeting_at_the_earliest():
    check_lease(replaced(FIRST, lease=FIRST.meeting.ends + timedelta(hours=24)))


def test_the_end_of_a_lease_hides_and_destroys_at_the_same_moment_of_different_clocks():
    before = FIRST.lease - timedelta(seconds=1)
    assert not hidden(FIRST, before)
    assert not lease_over(FIRST, before)
    assert hidden(FIRST, FIRST.lease)
    assert lease_over(FIRST, FIRST.lease)


@pytest.mark.parametrize("wrong", [timedelta(), timedelta(days=-3_650), timedelta(days=3_650)])
def test_a_clock_that_is_years_wrong_does_not_change_the_time(wrong):
    heard = LATER + wrong
    assert best_time(NOON, heard, heard + timedelta(minutes=3)) == NOON + timedelta(minutes=3)


def test_a_clock_that_is_turned_back_makes_no_time_pass():
    assert best_time(NOON, LATER, LATER - timedelta(days=400)) == NOON


# --- packets


def test_a_packet_by_a_secretary_and_an_approver_is_believed():
    for signers in ((OFFICE.thu, OFFICE.duyet), (OFFICE.duyet, OFFICE.thu)):
        assert accept_manifest(OFFICE.signed(SECOND, *signers), DIRECTORY) == SECOND


def test_one_person_with_both_roles_may_sign_beside_another():
    both = a_member("kiem", Role.SECRETARY, Role.APPROVER)
    directory = Directory(OFFICE.roster(office=(both, OFFICE.duyet)))
    assert accept_manifest(OFFICE.signed(SECOND, both, OFFICE.duyet), directory) == SECOND


def test_a_strangers_signature_beside_two_good_ones_is_passed_over():
    stranger = a_member("la", Role.APPROVER)
    assert accept_manifest(OFFICE.signed(SECOND, OFFICE.thu, OFFICE.duyet, stranger), DIRECTORY) == SECOND


def test_the_last_version_that_there_can_be():
    last = OFFICE.manifest(ITEM, version=2**31)
    assert accept_manifest(OFFICE.signed(last), DIRECTORY).version == 2**31


def test_newer_versions_and_those_already_here_are_welcome():
    name = digest(encode_payload(SECOND))
    check_version(SECOND, name)
    check_version(SECOND, name, newest=1)
    check_version(SECOND, name, newest=2, here=name)
    check_version(SECOND, name, newest=3, here=name)
    check_version(SECOND, name, tombstone=1)
    check_recalled(3, 2)


def without_thu(*manifests, issued=NOON):
    gone = Retired(cert=OFFICE.thu.cert, manifests=manifests)
    roster = OFFICE.roster(4, office=(OFFICE.duyet, OFFICE.chu), retired=(gone,))
    return Directory(replaced(roster, issued=issued))


def test_a_retired_devices_packet_stays_valid_when_the_roster_keeps_it():
    signed = OFFICE.signed(SECOND)
    assert accept_manifest(signed, without_thu(signed.digest)) == SECOND


def test_a_revoked_devices_packet_stays_valid_while_the_hub_names_it():
    directory = Directory(ROSTER)
    directory.hear(OFFICE.freshness(SECOND, roster=3, revoked=(OFFICE.thu,)))
    assert accept_manifest(OFFICE.signed(SECOND), directory) == SECOND


def test_a_draft_wants_a_secretarys_signature():
    assert accept_draft(OFFICE.signed(SECOND, OFFICE.thu), DIRECTORY) == SECOND


def test_a_draft_reads_without_approval_but_not_another_kind_or_office():
    assert read_manifest(OFFICE.signed(SECOND, OFFICE.thu), TENANT) == SECOND
    assert code_of(lambda: read_manifest(OFFICE.signed(SECOND), "t-2")) is Code.OTHER_TENANT
    event = OFFICE.event(OFFICE.lan, MARK)
    assert code_of(lambda: read_manifest(event, TENANT)) is Code.MALFORMED


def test_a_descriptor_belongs_to_its_manifest_and_to_whom_it_is_permitted():
    minhs = OFFICE.item(number=2, access=[OFFICE.minh])
    manifest = OFFICE.manifest(ITEM, minhs)
    one, two = encode_payload(ITEM), encode_payload(minhs)
    assert accept_descriptor(one, manifest) == ITEM
    assert accept_descriptors([two, one], manifest, OFFICE.minh.person, desk=False) == [minhs, ITEM]
    assert accept_descriptors([one], manifest, OFFICE.lan.person, desk=False) == [ITEM]
    assert accept_descriptors([one, two], manifest, OFFICE.thu.person, desk=True, whole=True) == [ITEM, minhs]


# --- acts

EVENT = OFFICE.event(OFFICE.lan, MARK)


def heard(envelope, directory=DIRECTORY, recorded=NOON):
    return accept_delivered(Delivered(1, recorded, envelope), directory)


def test_an_act_is_signed_by_the_device_it_names():
    event = accept_event(EVENT, OFFICE.lan.cert, TENANT)
    assert (event.person, event.device) == (OFFICE.lan.person, OFFICE.lan.device)
    assert heard(EVENT) == event


@pytest.mark.parametrize("member", [OFFICE.chu, OFFICE.thu], ids=["chair", "secretary"])
def test_the_chair_or_the_secretary_opens_a_motion(member):
    opened = OFFICE.event(member, OpenMotion(motion="v-1", motion_digest="1" * 64))
    assert heard(opened).person == member.person


@pytest.mark.parametrize("member", [OFFICE.thu, OFFICE.duyet], ids=["secretary", "approver"])
def test_a_secretary_or_an_approver_recalls(member):
    recall = OFFICE.event(member, RecallPacket(version=2, reason="Có sai sót"))
    assert heard(recall).body.version == 2


def test_what_a_device_did_before_it_was_retired_stays_true_its_recall_too():
    recall = OFFICE.event(OFFICE.thu, RecallPacket(version=2, reason="Có sai sót"))
    directory = without_thu(issued=LATER)
    assert heard(recall, directory, NOON).body.version == 2
    assert directory.author_of(OFFICE.thu.device) == OFFICE.thu.cert
    assert code_of(lambda: directory.find(OFFICE.thu.device)) is Code.UNKNOWN_DEVICE
    assert directory.author_of(OFFICE.duyet.device) == OFFICE.duyet.cert
    assert code_of(lambda: directory.author_of("d-nobody")) is Code.UNKNOWN_DEVICE


def test_what_a_device_did_before_it_was_revoked_stays_true_however_often_that_is_repeated():
    directory = Directory(ROSTER, [OFFICE.lan.cert])
    for hours in (0, 2):
        directory.hear(OFFICE.freshness(roster=3, hours=hours, revoked=(OFFICE.lan,)))
    assert heard(EVENT, directory, NOON).person == OFFICE.lan.person
    assert code_of(lambda: heard(EVENT, directory, LATER)) is Code.DEVICE_REVOKED


def test_a_revoked_devices_ballot_can_be_read_the_closing_says_that_it_does_not_count():
    directory = Directory(ROSTER, [OFFICE.lan.cert])
    directory.hear(OFFICE.freshness(roster=3, revoked=(OFFICE.lan,)))
    assert isinstance(heard(OFFICE.ballot(OFFICE.lan, FIRST), directory, LATER).body, CastBallot)


# --- the recorder's word

BALLOTS = (
    (OFFICE.lan, OFFICE.ballot(OFFICE.lan, FIRST)),
    (OFFICE.minh, OFFICE.ballot(OFFICE.minh, FIRST, "c2")),
)
CLOSED = OFFICE.closed(FIRST, *BALLOTS)
CLOSING = OFFICE.closing(FIRST, OFFICE.leaves(*BALLOTS))


def test_a_closing_and_a_head_are_the_recorders():
    assert accept_closing(CLOSED.closing, ROSTER) == CLOSING
    assert heard(CLOSED.closing) == CLOSING
    head = accept_head(CLOSED.head, ROSTER)
    assert (head.size, head.motion) == (2, "v-1")


def test_all_ballots_of_a_closed_motion_are_believed_together():
    assert accept_closed(CLOSED, DIRECTORY) == CLOSING
    assert accept_closed(OFFICE.closed(FIRST), DIRECTORY).size == 0


def test_ballots_of_a_device_that_was_retired_since_stay_counted():
    both = a_member("thu", Role.SECRETARY, Role.DELEGATE)
    closed = OFFICE.closed(FIRST, (both, OFFICE.ballot(both, FIRST)))
    assert accept_closed(closed, without_thu()).size == 1


def test_signed_nonsense_is_malformed():
    for nonsense in (b"{}", b"", b"\xff", b"[" * 100_000):
        sealed = seal(Kind.ROSTER, TENANT, nonsense, ROOT, OFFICE.root)
        assert code_of(lambda sealed=sealed: accept_roster(sealed, TENANT, OFFICE.root_key, None)) is (
            Code.MALFORMED
        )
