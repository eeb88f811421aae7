"""An administrator's acts. The line does the asking (``services.Administering``); what only this laptop can
do stands here: reading lists, checking what the root is to sign, signing it, and making links of codes.

All block: never on the window's thread, nor on the vault's, which they ask by ``on_book``.
"""

from __future__ import annotations

from pathlib import Path
from secrets import token_bytes
from typing import Final

from reader.core.admin_views import CodeView, OfficeView, office_view
from reader.core.services import Administering, OnBook
from sync.errors import Code, SohopError
from sync.model.ids import DeviceId, MeetingId, PersonId, new_id
from sync.model.people import PersonEntry
from sync.personnel.plan import Plan, read_plan
from sync.root_file import Root, open_root
from sync.trust.proposals import Proposal, check_proposal
from sync.wire.admin import (
    InvitePeople,
    KeepPeople,
    PutCarried,
    PutOffice,
    PutRoster,
    RevokeDevice,
    RoomCertificate,
)
from sync.wire.envelope import Kind, seal
from sync.wire.invitation import Invitation, link, shown
from sync.wire.rooms import room_host
from sync.wire.statements import ROOT

_MOST_ROOT_FILE: Final = 1024 * 1024
_ACT: Final = 16


def look(on_book: OnBook, line: Administering) -> OfficeView:
    """The office as its hub has it."""
    own = on_book(lambda book: book.identity.device)
    return office_view(line.look(), own)


def read_list(path: Path, view: OfficeView) -> Plan:
    """What importing this file would change. Nothing is written. Raises what ``plan.read_plan`` does."""
    return read_plan(path, view.overview.people)


def fresh_person() -> PersonId:
    """An id for somebody new."""
    return PersonId(new_id("p"))


def keep_people(
    line: Administering,
    view: OfficeView,
    people: tuple[PersonEntry, ...] = (),
    leave: tuple[PersonId, ...] = (),
) -> None:
    """Write these as they are here, all or none, if the list is still the one in ``view``."""
    asked = KeepPeople(act=token_bytes(_ACT), mark=view.overview.mark, people=people, leave=leave)
    line.keep_people(asked)


def invite(
    on_book: OnBook, line: Administering, view: OfficeView, people: tuple[PersonId, ...]
) -> tuple[CodeView, ...]:
    """Fresh codes. Links bear this laptop's own CA and root key, not what the hub says of them."""
    made = line.invite(InvitePeople(act=token_bytes(_ACT), people=people))
    identity, (_, root_key) = on_book(lambda book: (book.identity, book.vault.trust.root()))
    entries = {one.person: one for one in view.overview.people}
    codes = []
    for code in made.codes:
        entry = entries.get(code.person)
        invitation = Invitation(
            address=made.address, secret=code.secret, ca=identity.ca, root_key=root_key.hex()
        )
        codes.append(
            CodeView(
                person=code.person,
                name=entry.name if entry else code.person,
                title=entry.title if entry else "",
                office=view.overview.name,
                emblem=view.overview.emblem,
                address=made.address,
                code=shown(code.secret),
                link=link(invitation),
                expires=code.expires,
            )
        )
    return tuple(codes)


def revoke(line: Administering, device: DeviceId) -> None:
    """A laptop is trusted no more."""
    line.revoke(RevokeDevice(act=token_bytes(_ACT), device=device))


def put_office(line: Administering, name: str, term: str, emblem: bytes | None) -> None:
    """Name, term and emblem (None: as it is); for the next roster."""
    line.put_office(PutOffice(act=token_bytes(_ACT), name=name, term=term, emblem=emblem))


def carry(line: Administering, device: DeviceId, meetings: tuple[MeetingId, ...]) -> None:
    """The meetings that a room hub has from now on."""
    line.carry(PutCarried(act=token_bytes(_ACT), device=device, meetings=meetings))


def propose(on_book: OnBook, line: Administering) -> Proposal:
    """What the root is to sign, checked against what this laptop believes.

    Raises ``SohopError(PROPOSAL_REFUSED)``, also before the first contact.
    """
    draft = line.draft()
    known, (_, root_key) = on_book(lambda book: (book.vault.trust.read_roster(), book.vault.trust.root()))
    if known is None:
        raise SohopError(Code.PROPOSAL_REFUSED)
    return check_proposal(draft.payload, known, root_key, draft.rooms)


def sign(on_book: OnBook, line: Administering, proposal: Proposal, root_file: Path, passphrase: str) -> None:
    """Open the root file, sign exactly what was shown, certify its room hubs, and send it; the keys are
    forgotten with this call.

    Raises ``SohopError(FILE_MISSING | FILE_UNREADABLE | ROOT_FILE_WRONG | WRONG_PASSPHRASE |
    ROSTER_CHANGED | …)``.
    """
    name = root_file.name
    try:
        if not root_file.is_file():
            raise SohopError(Code.FILE_MISSING, name=name)
        with root_file.open("rb") as file:
            data = file.read(_MOST_ROOT_FILE)
    except OSError as error:
        raise SohopError(Code.FILE_UNREADABLE, name=name) from error
    try:
        root = open_root(data, passphrase)
    except SohopError as error:
        if error.code is not Code.MALFORMED:
            raise
        raise SohopError(Code.ROOT_FILE_WRONG, name=name) from error
    identity, (_, root_key) = on_book(lambda book: (book.identity, book.vault.trust.root()))
    if root.tenant != identity.tenant or root.public != root_key:
        raise SohopError(Code.ROOT_FILE_WRONG, name=name)
    try:
        rooms = _certified(proposal, root, identity.ca)
    except ValueError as error:  # its CA is not the one that this laptop knows
        raise SohopError(Code.ROOT_FILE_WRONG, name=name) from error
    roster = seal(Kind.ROSTER, root.tenant, proposal.payload, ROOT, root.key)
    line.put_roster(PutRoster(roster=roster, rooms=rooms))


def _certified(proposal: Proposal, root: Root, ca: str) -> tuple[RoomCertificate, ...]:
    """By the hub's clock: this laptop's may be wrong."""
    from sync.certificates import make_room  # only here: a window needs no X.509 before

    roster = proposal.roster
    return tuple(
        RoomCertificate(
            cert.device,
            make_room(
                ca.encode("ascii"),
                root.ca_key,
                room_host(cert.device),
                cert.sign_key,
                roster.name,
                roster.issued,
            ),
        )
        for cert in proposal.rooms
    )
