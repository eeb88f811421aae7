"""Homeward bundles: sealed once, with a box that holds the key for each hub, and signed by who goes home."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Mapping
from datetime import datetime

from msgspec.structs import replace

from sync.courier.writing import Sheet
from sync.errors import SohopError
from sync.model.ids import DeviceId, TenantId
from sync.trust.bundles import HubKeys, seal_box, seal_content
from sync.wire.bundle import NOBODY, Box, Head, Way, hint
from sync.wire.codec import encode_payload
from sync.wire.envelope import Envelope, Kind, Signature, signed_bytes
from sync.wire.letters import ContentKey, Homeward
from sync.wire.statements import HUB


def homeward_sheet(
    home: Homeward,
    tenant: TenantId,
    office: str,
    hubs: Mapping[DeviceId, HubKeys],
    sign: Callable[[bytes], bytes],
    made: datetime,
) -> Sheet:
    """Sealed to these hubs. ``sign`` gives the 64 bytes of ``home.device``'s signature.

    Raises ``SohopError``: ``MALFORMED`` when the office's own key is none; ``TOO_LARGE``.
    """
    head = Head(
        way=Way.HOME,
        tenant=tenant,
        office=office,
        id=secrets.token_hex(16),
        made=made,
        maker=home.device,
        devices=1,
    )
    key = secrets.token_bytes(32)
    boxes = [(NOBODY, seal_content(home, head, key))]
    for hub, keys in hubs.items():
        try:
            boxes.append((hub, seal_box(ContentKey(key=key), head, hub, keys.box)))
        except SohopError:
            if hub == HUB:
                raise
            # a room hub whose key is none opens no stick; the others do
    listed = tuple(Box(hint(head.id, whose), len(box), hashlib.sha256(box).digest()) for whose, box in boxes)
    payload = encode_payload(replace(head, boxes=listed))
    signature = Signature(home.device, sign(signed_bytes(Kind.BUNDLE, tenant, payload)))
    return Sheet((Envelope(Kind.BUNDLE, payload, (signature,)),), tuple(box for _, box in boxes))
