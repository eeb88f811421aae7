"""Whose logs and closings count: the office's hub, and the room hubs that the root has named.

A room hub stands in the roster like any office device, with the role ``ROOM_HUB`` and a key of its own. That
alone makes it nobody's recorder: it is the recorder of the motions whose openings name it, and those are acts
of the chair or a secretary (docs/decisions/0023).
"""

from __future__ import annotations

from sync.errors import Code, SohopError
from sync.model.events import MOTION_ACTS, OFFICE, Closing, Event, OpenMotion
from sync.model.ids import DeviceId, Digest
from sync.model.people import Role
from sync.wire.envelope import Envelope
from sync.wire.statements import HUB, DeviceCert, Roster


def recorder_of(envelope: Envelope) -> DeviceId:
    """Who signed a head or a closing, as an act names its recorder: ``OFFICE`` or a room hub's device.

    Raises ``SohopError(BAD_SIGNATURE)`` unless there is exactly one signature.
    """
    if len(envelope.signatures) != 1:
        raise SohopError(Code.BAD_SIGNATURE)
    signer = envelope.signatures[0].signer
    return OFFICE if signer == HUB else DeviceId(signer)


def recorder_key(recorder: DeviceId, roster: Roster, said: Digest | None = None) -> bytes:
    """The key by which a recorder's word is read.

    A room hub that was retired is believed only in those closings (``said``) that the roster keeps.
    Raises ``SohopError(BAD_SIGNATURE)`` for one that the root never named as a room hub.
    """
    if recorder == OFFICE:
        return roster.online_key
    for cert in roster.office:
        if cert.device == recorder and is_room(cert):
            return cert.sign_key
    for retired in roster.retired:
        cert = retired.cert
        if cert.device == recorder and is_room(cert) and said in retired.manifests:
            return cert.sign_key
    raise SohopError(Code.BAD_SIGNATURE)


def is_room(cert: DeviceCert) -> bool:
    """Whether this device of the roster is a room hub."""
    return Role.ROOM_HUB in cert.roles


def is_room_hub(device: DeviceId, roster: Roster) -> bool:
    """Whether the root has ever named this one as a room hub; also one that it has retired since."""
    certs = (*roster.office, *(retired.cert for retired in roster.retired))
    return any(cert.device == device and is_room(cert) for cert in certs)


def check_recorder(event: Event, roster: Roster) -> None:
    """An act on a motion names the office or a room hub. Raises ``SohopError(NOT_PERMITTED)``."""
    if event.recorder != OFFICE and not is_room_hub(event.recorder, roster):
        raise SohopError(Code.NOT_PERMITTED)


def check_closing(closing: Closing, envelope: Envelope, opening: Event | None) -> None:
    """Who closes a motion is the recorder that its opening names, whoever else can sign closings.

    ``opening`` is the act that the closing names; None when it names none, or it is not here. A motion that
    its schedule opened is the office's. Raises ``SohopError(NOT_PERMITTED)``.
    """
    recorder = recorder_of(envelope)
    if closing.opening == "":
        if recorder != OFFICE:
            raise SohopError(Code.NOT_PERMITTED)
        return
    if opening is None:
        if recorder != OFFICE:  # a room hub's word needs the chair's that chose it
            raise SohopError(Code.NOT_PERMITTED)
        return
    body = opening.body
    if not isinstance(body, OpenMotion) or (opening.meeting, body.motion) != (
        closing.meeting,
        closing.motion,
    ):
        raise SohopError(Code.NOT_PERMITTED)
    if opening.recorder != recorder:
        raise SohopError(Code.NOT_PERMITTED)


def is_for(event: Event, hub: DeviceId) -> bool:
    """Whether this hub settles the act: what is about a motion only its recorder does.

    ``hub`` as an act names it. A room hub settles what is about no motion for the time being; the office
    does it again, and that counts.
    """
    return event.recorder == hub or not isinstance(event.body, MOTION_ACTS)
