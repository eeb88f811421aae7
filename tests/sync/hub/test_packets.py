"""Two persons, one order of versions, and nobody gets what is not theirs."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from support.laptop import Laptop, acts_in
from support.meetings import Made, make_motion, make_packet
from support.world import World, ballot, submission

from sync.errors import Code, SohopError
from sync.model.events import ApprovePacket, CloseMotion, Event, OpenMotion, PublishPacket
from sync.model.ids import DocumentId
from sync.model.people import Role
from sync.model.review import Remark, ReturnPacket
from sync.model.rules import Secrecy, Timing
from sync.trust.directory import Directory
from sync.trust.freshness import accept_freshness
from sync.trust.packets import accept_descriptor, accept_manifest
from sync.wire.codec import decode_payload, digest
from sync.wire.statements import CertStatement, Roster


def test_a_packet_is_visible_only_after_secretary_and_approver(world: World) -> None:
    packet = make_packet(world.tenant, world.roll)
    assert world.submit(packet).accepted
    assert world.lan.exchange().packets == ()
    refused = world.secretary.act(packet.meeting, PublishPacket(manifest=packet.digest))
    assert (refused.accepted, refused.code) == (False, Code.PACKET_NOT_APPROVED)
    assert world.approve(packet).accepted
    assert world.lan.exchange().packets == ()
    assert world.secretary.act(packet.meeting, PublishPacket(manifest=packet.digest)).accepted

    reply = world.minh.exchange()
    assert reply.roster is not None
    assert reply.freshness is not None
    roster = decode_payload(reply.roster.payload, Roster)
    (got,) = reply.packets
    manifest = accept_manifest(got.manifest, Directory(roster))
    accept_descriptor(got.descriptors[0], manifest)
    freshness = accept_freshness(reply.freshness, roster, None)
    assert [version.manifest for version in freshness.manifests] == [packet.digest]
    assert len(world.lan.exchange().packets) == 1


def test_the_desk_sees_drafts_with_their_signatures_as_they_come(world: World) -> None:
    packet = make_packet(world.tenant, world.roll)
    world.submit(packet)
    (draft,) = world.approver.exchange().packets
    assert (draft.published, len(draft.manifest.signatures)) == (False, 1)
    world.approve(packet)
    (draft,) = world.chair.exchange().packets
    assert (draft.published, len(draft.manifest.signatures)) == (False, 2)
    world.secretary.act(packet.meeting, PublishPacket(manifest=packet.digest))
    (published,) = world.chair.exchange().packets
    assert published.published


def test_one_person_with_both_roles_cannot_approve_the_own_packet(world: World) -> None:
    both = world.office.add("Người hai vai", Role.SECRETARY, Role.APPROVER)
    with world.enrol(both) as laptop:
        world.office.sign_roster()
        packet = make_packet(world.tenant, world.roll)
        laptop.sign_in()
        laptop.upload(packet.blobs)
        assert laptop.act(packet.meeting, submission(laptop, packet)).accepted
        body = ApprovePacket(manifest=packet.digest, signature=laptop.sign_manifest(packet.payload))
        for act in (body, back(packet, "Không")):
            assert laptop.act(packet.meeting, act).code is Code.SAME_PERSON


def back(packet: Made, *words: str) -> ReturnPacket:
    return ReturnPacket(manifest=packet.digest, remarks=tuple(Remark(text=each) for each in words))


def returns(laptop: Laptop) -> list[ReturnPacket]:
    acts = (decode_payload(each.envelope.payload, Event) for each in acts_in(laptop.exchange()))
    bodies = [act.body for act in acts]
    return [body for body in bodies if isinstance(body, ReturnPacket)]


def test_an_approver_returns_a_version_with_remarks_that_the_desk_reads(world: World) -> None:
    packet = make_packet(world.tenant, world.roll)
    world.submit(packet)
    world.chair.exchange()
    assert world.approver.act(packet.meeting, back(packet, "Thiếu phụ lục 2")).accepted
    (act,) = returns(world.secretary)
    assert [remark.text for remark in act.remarks] == ["Thiếu phụ lục 2"]
    assert returns(world.chair) == [act]
    assert returns(world.lan) == []
    assert world.approve(packet).code is Code.PACKET_RETURNED
    again = world.approver.act(packet.meeting, back(packet, "Và thiếu chữ ký"))
    assert again.accepted


def test_a_return_ends_the_approval_until_the_same_is_submitted_and_approved_anew(world: World) -> None:
    packet = make_packet(world.tenant, world.roll)
    publish = PublishPacket(manifest=packet.digest)
    world.submit(packet)
    world.approve(packet)
    assert world.approver.act(packet.meeting, back(packet, "Xin xem lại")).accepted
    assert world.secretary.act(packet.meeting, publish).code is Code.PACKET_RETURNED
    assert world.submit(packet).accepted
    assert world.secretary.act(packet.meeting, publish).code is Code.PACKET_NOT_APPROVED
    assert world.approve(packet).accepted
    assert world.secretary.act(packet.meeting, publish).accepted


def test_only_another_person_who_approves_returns_and_only_before_it_is_published(world: World) -> None:
    packet = make_packet(world.tenant, world.roll)
    world.submit(packet)
    for laptop in (world.secretary, world.chair, world.lan):
        assert laptop.act(packet.meeting, back(packet, "Không")).code is Code.NOT_PERMITTED
    unknown = make_packet(world.tenant, world.roll)
    assert world.approver.act(packet.meeting, back(unknown, "Không")).code is Code.PACKET_UNKNOWN
    world.approve(packet)
    assert world.secretary.act(packet.meeting, PublishPacket(manifest=packet.digest)).accepted
    assert world.approver.act(packet.meeting, back(packet, "Muộn")).code is Code.PACKET_SUPERSEDED
    assert len(world.lan.exchange().packets) == 1


def test_a_packet_with_missing_bytes_is_refused_and_can_be_submitted_again(world: World) -> None:
    packet = make_packet(world.tenant, world.roll)
    world.secretary.sign_in()
    lacking = packet.blobs[0]
    world.secretary.upload([blob for blob in packet.blobs if blob != lacking])
    assert world.secretary.act(packet.meeting, submission(world.secretary, packet)).code is (
        Code.PACKET_INCOMPLETE
    )
    world.secretary.upload([lacking])
    assert world.secretary.act(packet.meeting, submission(world.secretary, packet)).accepted


def test_of_what_is_submitted_only_the_last_is_approved(world: World) -> None:
    before = world.publish(make_packet(world.tenant, world.roll))
    first, second = (make_packet(world.tenant, world.roll, previous=before) for _ in range(2))
    world.submit(first)
    world.submit(second)
    assert world.approve(first).code is Code.PACKET_SUPERSEDED
    assert world.submit(first).accepted
    assert world.approve(second).code is Code.PACKET_SUPERSEDED
    assert world.approve(first).accepted


def test_a_version_must_follow_the_newest_published_one(world: World) -> None:
    first = world.publish(make_packet(world.tenant, world.roll))
    second = make_packet(world.tenant, world.roll, previous=first)
    rival = make_packet(world.tenant, world.roll, previous=first)
    world.submit(rival)
    world.publish(second)
    assert world.approve(rival).code is Code.PACKET_SUPERSEDED
    assert world.submit(first).code is Code.PACKET_SUPERSEDED
    skipping = make_packet(world.tenant, world.roll, previous=make_packet(world.tenant, [], previous=second))
    assert world.submit(skipping).code is Code.PACKET_SUPERSEDED
    with world.enrol(world.approver.cert.person) as fresh:
        world.office.sign_roster()
        (only,) = fresh.exchange().packets
        assert only.manifest.digest == second.digest


def test_a_wrong_signature_on_the_manifest_is_refused(world: World) -> None:
    packet = make_packet(world.tenant, world.roll)
    world.upload(packet)
    body = submission(world.approver, packet)  # by another key than the event's
    assert world.secretary.act(packet.meeting, body).code is Code.BAD_SIGNATURE


def test_a_delegate_can_neither_upload_nor_submit(world: World) -> None:
    packet = make_packet(world.tenant, world.roll)
    world.upload(packet)
    assert world.lan.act(packet.meeting, submission(world.lan, packet)).code is Code.NOT_PERMITTED
    with pytest.raises(SohopError) as refused:
        world.lan.upload(packet.blobs)
    assert refused.value.code is Code.NOT_PERMITTED
    with pytest.raises(SohopError) as refused:
        world.lan.missing([packet.digest])
    assert refused.value.code is Code.NOT_PERMITTED


def test_a_signer_revoked_before_publication_does_not_count(world: World) -> None:
    packet = make_packet(world.tenant, world.roll)
    world.submit(packet)
    world.approve(packet)
    world.office.revoke(world.approver.cert.device)
    receipt = world.secretary.act(packet.meeting, PublishPacket(manifest=packet.digest))
    assert receipt.code is Code.PACKET_NOT_APPROVED


def test_a_retired_signers_published_packet_stays_valid(world: World) -> None:
    packet = world.publish(make_packet(world.tenant, world.roll))
    world.office.revoke(world.approver.cert.device)
    roster = world.office.sign_roster()
    assert world.approver.cert.device not in {cert.device for cert in roster.office}
    (got,) = world.lan.exchange().packets
    assert accept_manifest(got.manifest, Directory(roster)).version == 1
    assert got.manifest.digest == packet.digest


def test_rules_decide_which_timing_and_secrecy_a_motion_may_have(world: World) -> None:
    motion = make_motion(Timing.STRICT)
    rule = replace(motion.rule, timings=(Timing.SEALED_UNTIL,), secrecies=(Secrecy.OPEN,))
    packet = make_packet(world.tenant, world.roll, motions=[replace(motion, rule=rule)])
    assert world.submit(packet).code is Code.TIMING_REFUSED


def test_descriptors_and_chunks_reach_only_those_permitted(world: World) -> None:
    packet = world.publish(
        make_packet(
            world.tenant,
            world.roll,
            readers=[world.guest.cert.person],
            restricted={"d-lan": [world.lan.cert.person]},
        )
    )
    sizes = {
        laptop.cert.name: len(laptop.exchange().packets[0].descriptors)
        for laptop in (world.lan, world.minh, world.guest, world.chair)
    }
    assert list(sizes.values()) == [2, 1, 1, 2]
    assert b"".join(world.lan.chunks(packet.digest, "d-lan")) == packet.documents[DocumentId("d-lan")]
    assert b"".join(world.guest.chunks(packet.digest, "d-all")) == packet.documents[DocumentId("d-all")]
    for document in ("d-lan", "no-such"):
        with pytest.raises(SohopError) as refused:
            world.minh.chunks(packet.digest, document)
        assert refused.value.code is Code.NOT_PERMITTED


def test_chunks_of_a_draft_are_for_the_desk_only(world: World) -> None:
    packet = make_packet(world.tenant, world.roll)
    world.submit(packet)
    world.approver.sign_in()
    assert b"".join(world.approver.chunks(packet.digest, "d-all")) == packet.documents[DocumentId("d-all")]
    world.lan.sign_in()
    with pytest.raises(SohopError) as refused:
        world.lan.chunks(packet.digest, "d-all")
    assert refused.value.code is Code.NOT_PERMITTED


def test_chunks_can_be_resumed_in_the_middle(world: World) -> None:
    packet = world.publish(make_packet(world.tenant, world.roll, size=400_000))
    world.lan.sign_in()
    whole = world.lan.chunks(packet.digest, "d-all")
    assert world.lan.chunks(packet.digest, "d-all", first=3, count=2) == whole[3:5]
    with pytest.raises(SohopError) as refused:
        world.lan.chunks(packet.digest, "d-all", first=len(whole))
    assert refused.value.code is Code.MALFORMED


def test_missing_names_exactly_what_the_hub_lacks(world: World) -> None:
    packet = make_packet(world.tenant, world.roll)
    world.secretary.sign_in()
    world.secretary.upload(packet.blobs[:2])
    names = [digest(blob) for blob in packet.blobs]
    assert list(world.secretary.missing(names)) == names[2:]


def test_a_reader_added_later_receives_what_was_said_to_the_meeting_before(world: World) -> None:
    motion = make_motion(Timing.STRICT)
    first = world.publish(make_packet(world.tenant, [world.lan.cert.person], motions=[motion]))
    opened = OpenMotion(motion=motion.id, motion_digest=first.motion_digest(motion.id))
    assert world.chair.act(first.meeting, opened).accepted
    assert acts_in(world.minh.exchange()) == ()
    second = make_packet(world.tenant, world.roll, motions=[motion], previous=first)
    world.publish(second)
    assert [d.envelope.kind for d in world.minh.exchange().events] == ["event"]
    # and one who is no longer a reader hears nothing more
    world.publish(make_packet(world.tenant, [world.minh.cert.person], motions=[motion], previous=second))
    world.lan.state = b""
    assert world.lan.exchange().packets == ()


def test_after_a_restoration_the_desk_goes_on_from_a_version_that_the_hub_has_lost(world: World) -> None:
    first = world.publish(make_packet(world.tenant, world.roll))
    lost = make_packet(world.tenant, world.roll, previous=first)
    next_one = make_packet(world.tenant, world.roll, previous=lost)
    assert world.submit(next_one).code is Code.PACKET_SUPERSEDED
    world.office.restored()
    for laptop in (world.secretary, world.approver):
        laptop.sign_in()
    world.publish(next_one)
    assert world.submit(make_packet(world.tenant, world.roll, previous=first)).code is Code.PACKET_SUPERSEDED
    world.lan.sign_in()
    (got,) = world.lan.exchange_all()[-1].packets
    assert got.manifest.digest == next_one.digest
    world.publish(make_packet(world.tenant, world.roll, previous=next_one))


def test_only_certificates_of_delegates_travel_beside_their_acts(world: World) -> None:
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[make_motion()]))
    (motion,) = packet.manifest.motions
    world.lan.act(packet.meeting, ballot(packet, motion.id, "for"))
    world.secretary.act(packet.meeting, CloseMotion(motion=motion.id, early=True))
    world.office.revoke(world.approver.cert.device)
    world.office.sign_roster()
    world.chair.forget()
    replies = world.chair.exchange_all()
    certs = [decode_payload(cert.payload, CertStatement).cert for reply in replies for cert in reply.certs]
    assert {cert.device for cert in certs} == {world.lan.cert.device}
