"""Digests that bind several values at once."""

from __future__ import annotations

import msgspec

from sync.model.ids import Digest
from sync.model.meeting import Manifest
from sync.model.motion import Motion
from sync.wire.codec import digest


def motion_digest(manifest: Manifest, motion: Motion) -> Digest:
    """What a ballot binds: question, choices, the attached documents' bytes, roll, rule and policy.

    It does not cover the packet's version: an unrelated replacement leaves ballots valid.
    """
    return digest(msgspec.json.encode((manifest.tenant, manifest.meeting.id, motion, manifest.roll)))
