"""Who did what: events of devices, closings and log heads of the recorder."""

from __future__ import annotations

from typing import get_args

from sync.errors import Code, SohopError
from sync.model.conduct import CONDUCTORS, ConductAct
from sync.model.counts import (
    ADMITTERS,
    ENTERERS,
    AdmitBallot,
    ConfirmVotes,
    EnterVotes,
    WithdrawVotes,
)
from sync.model.events import (
    AnnulMotion,
    ApprovePacket,
    CastBallot,
    CloseMotion,
    Closing,
    EndVoting,
    Event,
    OpenMotion,
    PublishPacket,
    PutOpinion,
    RecallPacket,
    SubmitPacket,
)
from sync.model.ids import Digest, TenantId
from sync.model.people import Role
from sync.model.review import ReturnPacket
from sync.trust.directory import Directory
from sync.trust.opinions import check_opinion
from sync.trust.recall import RECALLERS
from sync.trust.recorders import check_recorder, recorder_key, recorder_of
from sync.wire.codec import decode_payload
from sync.wire.desk import ClosedMotion
from sync.wire.envelope import Envelope, Kind, verify
from sync.wire.log import leaf_hash, tree_root
from sync.wire.messages import Delivered
from sync.wire.statements import HUB, DeviceCert, Head, Leaf, Roster

ROLES: dict[type, frozenset[Role]] = {
    OpenMotion: frozenset({Role.CHAIR, Role.SECRETARY}),
    EndVoting: frozenset({Role.CHAIR, Role.SECRETARY}),
    CloseMotion: frozenset({Role.CHAIR, Role.SECRETARY}),
    AnnulMotion: frozenset({Role.CHAIR, Role.SECRETARY}),
    EnterVotes: ENTERERS,
    AdmitBallot: ADMITTERS,
    ConfirmVotes: ENTERERS,
    WithdrawVotes: ENTERERS,
    SubmitPacket: frozenset({Role.SECRETARY}),
    ApprovePacket: frozenset({Role.APPROVER}),
    ReturnPacket: frozenset({Role.APPROVER}),
    PublishPacket: frozenset({Role.SECRETARY}),
    RecallPacket: RECALLERS,
    **dict.fromkeys(get_args(ConductAct), CONDUCTORS),
}
"""Acts that want a role; the others are everybody's."""


def accept_delivered(delivered: Delivered, directory: Directory) -> Event | Closing:
    """What the hub hands on is an act of somebody who may do it, or a closing.

    Raises ``SohopError``: ``BAD_SIGNATURE``, ``OTHER_TENANT``, ``UNKNOWN_DEVICE``, ``MALFORMED``;
    ``NOT_PERMITTED`` without the role; ``DEVICE_REVOKED`` when its device was gone before it was recorded.
    """
    envelope, roster = delivered.envelope, directory.roster
    if envelope.kind is Kind.CLOSING:
        closing = accept_closing(envelope, roster)
        if directory.was_gone(recorder_of(envelope), delivered.recorded):
            raise SohopError(Code.DEVICE_REVOKED)
        return closing
    if len(envelope.signatures) != 1:
        raise SohopError(Code.BAD_SIGNATURE)
    cert = directory.author_of(envelope.signatures[0].signer)
    event = accept_event(envelope, cert, roster.tenant)
    check_recorder(event, roster)
    wanted = ROLES.get(type(event.body))
    if wanted is not None and not wanted & set(cert.roles):
        raise SohopError(Code.NOT_PERMITTED)
    if isinstance(event.body, PutOpinion):
        check_opinion(event.body.opinion, cert.roles)
    # A ballot of such a device is recorded as evidence; the closing says that it does not count.
    if not isinstance(event.body, CastBallot) and directory.was_gone(cert.device, delivered.recorded):
        raise SohopError(Code.DEVICE_REVOKED)
    return event


def accept_event(envelope: Envelope, cert: DeviceCert, tenant: TenantId) -> Event:
    """An event is signed by the device it names, which is that person's, in this office.

    Raises ``SohopError(BAD_SIGNATURE | OTHER_TENANT | MALFORMED)``.
    """
    verify(envelope, Kind.EVENT, tenant, cert.device, cert.sign_key)
    event = decode_payload(envelope.payload, Event)
    if event.tenant != tenant:
        raise SohopError(Code.OTHER_TENANT)
    if event.device != cert.device or event.person != cert.person:
        raise SohopError(Code.BAD_SIGNATURE)
    return event


def accept_closing(envelope: Envelope, roster: Roster) -> Closing:
    """A closing is a recorder's: of the motion's own, ``recorders.check_closing`` asks.

    Raises ``SohopError(BAD_SIGNATURE | OTHER_TENANT | MALFORMED)``.
    """
    _verify(envelope, Kind.CLOSING, roster, envelope.digest)
    closing = decode_payload(envelope.payload, Closing)
    if closing.tenant != roster.tenant:
        raise SohopError(Code.OTHER_TENANT)
    return closing


def accept_head(envelope: Envelope, roster: Roster, closing: Digest | None = None) -> Head:
    """A log head is a recorder's. ``closing``: that of the same log, which a retired one is believed by.

    Raises ``SohopError(BAD_SIGNATURE | OTHER_TENANT | MALFORMED)``.
    """
    _verify(envelope, Kind.HEAD, roster, closing)
    head = decode_payload(envelope.payload, Head)
    if head.tenant != roster.tenant:
        raise SohopError(Code.OTHER_TENANT)
    return head


def accept_closed(closed: ClosedMotion, directory: Directory) -> Closing:
    """A closed motion's ballots are all of its frozen log, in order, each signed by its voter's device.

    Raises ``SohopError(BAD_SIGNATURE | OTHER_TENANT | UNKNOWN_DEVICE | WRONG_DIGEST | MALFORMED)``.
    """
    roster = directory.roster
    closing = accept_closing(closed.closing, roster)
    head = accept_head(closed.head, roster, closed.closing.digest)
    recorder = recorder_of(closed.closing)
    if recorder_of(closed.head) != recorder:
        raise SohopError(Code.WRONG_DIGEST)
    if (closing.meeting, closing.motion) != (closed.meeting, closed.motion):
        raise SohopError(Code.WRONG_DIGEST)
    if (head.motion, head.size, head.root) != (closing.motion, closing.size, closing.root):
        raise SohopError(Code.WRONG_DIGEST)
    root = tree_root([leaf_hash(leaf) for _, leaf in closed.ballots])
    if len(closed.ballots) != closing.size or root.hex() != closing.root:
        raise SohopError(Code.WRONG_DIGEST)
    for envelope, leaf_bytes in closed.ballots:
        leaf = decode_payload(leaf_bytes, Leaf)
        event = accept_event(envelope, directory.author_of(leaf.device), roster.tenant)
        if not isinstance(event.body, CastBallot):
            raise SohopError(Code.MALFORMED)
        told = (leaf.ballot, leaf.person, event.meeting, event.body.motion, event.recorder)
        if told != (envelope.digest, event.person, closing.meeting, closing.motion, recorder):
            raise SohopError(Code.WRONG_DIGEST)
    return closing


def _verify(envelope: Envelope, kind: Kind, roster: Roster, said: Digest | None) -> None:
    recorder = recorder_of(envelope)
    verify(envelope, kind, roster.tenant, recorder or HUB, recorder_key(recorder, roster, said))
