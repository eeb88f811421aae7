"""What goes between a person's laptops through the hub, and to whom."""

from __future__ import annotations

from support.laptop import acts_in
from support.world import World

from sync.errors import Code
from sync.model.events import OWN, AskForKey
from sync.wire.codec import decode_payload
from sync.wire.envelope import Kind
from sync.wire.statements import CertStatement

ASK = AskForKey(epoch=1, commitment=b"c" * 32)


def test_an_ask_reaches_the_persons_own_laptops_and_nobody_elses(world: World) -> None:
    with world.enrol(world.lan.cert.person) as second:
        assert second.act(OWN, ASK).accepted
        got = [each for reply in world.lan.exchange_all() for each in acts_in(reply)]
        assert [each.envelope.signatures[0].signer for each in got] == [second.cert.device]
        for other in (world.minh, world.secretary, world.approver, world.chair, world.guest):
            assert [each for reply in other.exchange_all() for each in acts_in(reply)] == []


def test_a_new_laptop_is_told_to_the_persons_others_with_its_certificate(world: World) -> None:
    world.lan.exchange_all()
    with world.enrol(world.lan.cert.person) as second:
        assert second.enrolled.others == 1
        (told,) = [each for reply in world.lan.exchange_all() for each in reply.events]
        assert told.envelope.kind is Kind.DEVICE
        statement = decode_payload(told.envelope.payload, CertStatement)
        assert (statement.cert, statement.cert.laptop) == (second.cert, "Máy thử")
        devices = [
            decode_payload(each.envelope.payload, CertStatement).cert.device
            for reply in second.exchange_all()
            for each in reply.events
        ]
        assert set(devices) == {world.lan.cert.device, second.cert.device}
        assert all(each.events == () for each in world.secretary.exchange_all())


def test_who_has_no_other_laptop_in_use_is_told_so(world: World) -> None:
    assert world.lan.enrolled.others == 0
    world.office.revoke(world.lan.cert.device)
    with world.enrol(world.lan.cert.person) as second:
        assert second.enrolled.others == 0


def test_a_revoked_laptop_asks_in_vain(world: World) -> None:
    with world.enrol(world.lan.cert.person) as second:
        world.office.revoke(second.cert.device)
        second.sign_in()
        assert second.act(OWN, ASK).code is Code.DEVICE_REVOKED
        assert [each for reply in world.lan.exchange_all() for each in acts_in(reply)] == []
