"""What a real hub hands the desk after a close is what the rule believes."""

from support.meetings import make_motion, make_packet
from support.world import ballot, make_world

from sync.model.events import CloseMotion
from sync.trust.acts import accept_closed
from sync.trust.directory import Directory
from sync.trust.rosters import accept_cert
from sync.wire.codec import decode_payload
from sync.wire.statements import Roster


def test_a_real_closed_motion_is_believed(tmp_path, mould):
    world = make_world(tmp_path, mould)
    try:
        motion = make_motion()
        packet = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
        world.lan.act(packet.meeting, ballot(packet, motion.id, "against"))
        world.lan.act(packet.meeting, ballot(packet, motion.id, "for", number=2))
        world.office.revoke(world.minh.cert.device)
        world.minh.act(packet.meeting, ballot(packet, motion.id, "for"))
        world.secretary.act(packet.meeting, CloseMotion(motion=motion.id, early=True))
        reply = world.approver.exchange()
        roster = decode_payload(world.guest.exchange().roster.payload, Roster)
        (closed,) = reply.closed
        directory = Directory(roster)
        for each in reply.certs:
            directory.add(accept_cert(each, directory))
        closing = accept_closed(closed, directory)
        assert (closing.size, sum(votes for _, votes in closing.counts)) == (3, 1)
    finally:
        world.close()
