"""An administrator of a served office, talking by the engine, and the root file that signs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from secrets import token_bytes

from support.laptop import Laptop
from support.world import World

from sync.engine.administration import Administration
from sync.engine.transport import Transport
from sync.hub.keys import read_root
from sync.model.ids import DeviceId, PersonId
from sync.model.people import PersonEntry, Role
from sync.wire.admin import Invited, InvitePeople, KeepPeople, PutRoster, RevokeDevice
from sync.wire.codec import decode_payload
from sync.wire.envelope import Envelope, Kind, seal
from sync.wire.statements import ROOT, Roster


@dataclass
class Admin:
    """Somebody who administers, or tries to."""

    world: World
    laptop: Laptop

    def __post_init__(self) -> None:
        self.transport = Transport(self.world.served.url, "")
        sign_in = partial(
            self.transport.authenticate, self.world.tenant, self.laptop.cert.device, self.laptop.key.sign
        )
        self.line = Administration(self.transport, sign_in)

    def keep(self, *people: PersonEntry, leave: tuple[PersonId, ...] = ()) -> None:
        mark = self.line.look().mark
        self.line.keep_people(KeepPeople(act=token_bytes(16), mark=mark, people=people, leave=leave))

    def invite(self, *people: PersonId) -> Invited:
        return self.line.invite(InvitePeople(act=token_bytes(16), people=people))

    def revoke(self, device: DeviceId) -> None:
        self.line.revoke(RevokeDevice(act=token_bytes(16), device=device))

    def signed(self) -> Envelope:
        """What the hub proposes, under the office's root."""
        root = read_root(self.world.office.root_file, self.world.office.passphrase)
        return seal(Kind.ROSTER, root.tenant, self.line.draft().payload, ROOT, root.key)

    def sign(self) -> Roster:
        envelope = self.signed()
        self.line.put_roster(PutRoster(roster=envelope))
        return decode_payload(envelope.payload, Roster)

    def close(self) -> None:
        self.line.close()
        self.laptop.close()


def enrol_admin(world: World, *roles: Role, sign: bool = True) -> Admin:
    """A new administrator with a laptop; on the root's roster unless told."""
    person = world.office.add("Vũ Thị Quản", *(roles or (Role.ADMIN,)))
    laptop = world.enrol(person)
    if sign:
        world.office.sign_roster()
    return Admin(world, laptop)
