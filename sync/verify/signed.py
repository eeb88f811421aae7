"""Envelopes and who may have signed them: roots, roster, devices."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sync.verify.reading import Node, Why, parse

ROOT, HUB = "root", "hub"
ROOM_HUB = "room_hub"
_OFFICE = frozenset({"secretary", "approver", "chair", "teller", "admin", ROOM_HUB})
RUNS = frozenset({"chair", "secretary"})
"""Roles of whoever may run a vote,"""
COUNTS = RUNS | {"teller"}
"""and of whoever may enter votes."""


@dataclass(frozen=True)
class Signed:
    """An envelope: exact bytes, what they say, and the places of its signatures."""

    node: Node
    kind: str
    payload: bytes
    said: Node
    signatures: tuple[tuple[str, bytes, Node], ...]

    @property
    def digest(self) -> str:
        """SHA-256 of the payload."""
        return hashlib.sha256(self.payload).hexdigest()


@dataclass(frozen=True)
class Device:
    """A certificate."""

    device: str
    person: str
    name: str
    roles: frozenset[str]
    key: bytes


@dataclass
class Office:
    """Whom the file shows to belong to the office."""

    tenant: str
    name: str = ""
    epoch: int = 0
    number: int = 0
    online_key: bytes = b""
    fractions: bool = False
    """Acts may have numbers that are not whole: places on a page."""
    office: dict[str, Device] = field(default_factory=dict)
    retired: dict[str, tuple[Device, frozenset[str]]] = field(default_factory=dict)
    certified: dict[str, Device] = field(default_factory=dict)
    recorder: str = HUB
    """Who kept the log: the hub, or a room hub's device; ``read_recorder`` finds it."""
    _recorder_key: bytes = b""
    _keys: dict[bytes, Ed25519PublicKey] = field(default_factory=dict)

    def open(self, node: Node, kind: str, *signers: str) -> Signed:
        """An envelope of this kind and office, signed by exactly these, whose keys are known by name.

        Without ``signers``: by whoever it says, not checked yet."""
        node.only("kind", "payload", "signatures")
        node["kind"].same(kind)
        payload = node["payload"].data()
        signatures = []
        for one in node["signatures"].each(16):
            one.only("signer", "value")
            signatures.append((one["signer"].id(), one["value"].data(64), one))
        names = tuple(name for name, _, _ in signatures)
        node["signatures"].need(not signers or names == signers, Why.SIGNERS, wanted=", ".join(signers))
        said = parse(payload, f"{node.place}.payload", fractions=self.fractions and kind == "event")
        return Signed(node, kind, payload, said, tuple(signatures))

    def check(self, envelope: Signed, *keys: bytes) -> None:
        """Its signatures fit these keys, one after another, and it is this office's."""
        parts = (b"sohop envelope v1", envelope.kind.encode(), self.tenant.encode(), envelope.payload)
        message = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
        for (_, value, place), key in zip(envelope.signatures, keys, strict=True):
            place.need(self._fits(key, value, message), Why.SIGNATURE)
        said = envelope.said["tenant"]
        said.need(said.value == self.tenant, Why.OTHER_OFFICE)

    def by_hub(self, node: Node, kind: str) -> Signed:
        """An envelope of the hub's."""
        envelope = self.open(node, kind, HUB)
        self.check(envelope, self.online_key)
        return envelope

    def read_recorder(self, closing: Node) -> str:
        """Who signed the closing, not checked yet; a room hub's name, empty for the hub.

        All acts that are read from here on must be for this recorder.
        """
        envelope = self.open(closing, "closing")
        closing["signatures"].need(len(envelope.signatures) == 1, Why.SIGNERS, wanted="1")
        self.recorder, _, place = envelope.signatures[0]
        if self.recorder == HUB:
            return ""
        device = self.signer(self.recorder, envelope.digest)
        if device is None:
            place.fail(Why.UNKNOWN_DEVICE, device=self.recorder)
        place.need(ROOM_HUB in device.roles, Why.ROLE)
        self._recorder_key = device.key
        return device.name

    def by_recorder(self, node: Node, kind: str) -> Signed:
        """An envelope of the recorder's."""
        if self.recorder == HUB:
            return self.by_hub(node, kind)
        envelope = self.open(node, kind, self.recorder)
        self.check(envelope, self._recorder_key)
        return envelope

    def author(self, name: str) -> Device | None:
        """Whose acts may be read: office devices, retired ones, certified ones."""
        if name in self.office:
            return self.office[name]
        return self.retired[name][0] if name in self.retired else self.certified.get(name)

    def event(self, node: Node) -> tuple[Signed, Device]:
        """An act, signed by the device that it names and for the log of this recorder."""
        envelope = self.open(node, "event")
        node["signatures"].need(len(envelope.signatures) == 1, Why.SIGNERS, wanted="1")
        name, _, place = envelope.signatures[0]
        device = self.author(name)
        if device is None:
            place.fail(Why.UNKNOWN_DEVICE, device=name)
        self.check(envelope, device.key)
        envelope.said["device"].same(device.device)
        envelope.said["person"].same(device.person)
        recorder = envelope.said.maybe("recorder", "")
        recorder.same("" if self.recorder == HUB else self.recorder)
        return envelope, device

    def act(self, node: Node, roles: frozenset[str] = RUNS) -> tuple[Signed, Device]:
        """An act of the office, by somebody with one of these roles."""
        envelope, device = self.event(node)
        node.need(device.device not in self.certified and bool(roles & device.roles), Why.ROLE)
        return envelope, device

    def manifest(self, node: Node) -> tuple[Signed, tuple[Device, ...]]:
        """A packet's manifest, by a secretary and an approver, two persons."""
        envelope = self.open(node, "manifest")
        node["signatures"].need(len(envelope.signatures) == 2, Why.SIGNERS, wanted="2")
        signers: list[Device] = []
        for (name, _, place), role in zip(envelope.signatures, ("secretary", "approver"), strict=True):
            device = self.signer(name, envelope.digest)
            if device is None:
                place.fail(Why.UNKNOWN_DEVICE, device=name)
            place.need(role in device.roles, Why.ROLE)
            signers.append(device)
        node["signatures"].need(signers[0].person != signers[1].person, Why.SAME_PERSON)
        self.check(envelope, *(device.key for device in signers))
        return envelope, tuple(signers)

    def read_roster(self, node: Node, root_key: bytes) -> None:
        """Check 4, without the comparison with the closing."""
        roster = self.open(node, "roster", ROOT)
        self.check(roster, root_key)
        said = roster.said
        self.name = said["name"].text()
        self.epoch, self.number = said["epoch"].number(1), said["number"].number(1)
        self.online_key = said["online_key"].data(32)
        keys = {root_key, self.online_key}
        for one in said["office"].each(1_000):
            device = self._listed(one, one, keys)
            self.office[device.device] = device
        for one in said["retired"].each(1_000):
            named = frozenset(each.digest() for each in one["manifests"].each(10_000))
            device = self._listed(one, one["cert"], keys)
            self.retired[device.device] = (device, named)

    def read_certified(self, node: Node) -> None:
        """Check 5, without whether they are needed."""
        last = ""
        for one in node.each():
            device = read_device(self.by_hub(one, "device").said["cert"])
            one.need(device.device not in (ROOT, HUB) and self.author(device.device) is None, Why.SAME_KEY)
            one.need(not _OFFICE & device.roles, Why.ROLE)
            one.need(last < device.device, Why.ORDER)
            self.certified[device.device] = device
            last = device.device

    def signer(self, name: str, manifest: str) -> Device | None:
        """Who may have signed this manifest."""
        if name in self.office:
            return self.office[name]
        device, named = self.retired.get(name, (None, frozenset()))
        return device if manifest in named else None

    def _listed(self, place: Node, cert: Node, keys: set[bytes]) -> Device:
        """A device of the roster; each has a name and a key of its own."""
        device = read_device(cert)
        place.need(device.device not in (ROOT, HUB) and self.author(device.device) is None, Why.SAME_KEY)
        place.need(device.key not in keys, Why.SAME_KEY)
        keys.add(device.key)
        return device

    def _fits(self, key: bytes, signature: bytes, message: bytes) -> bool:
        try:
            if key not in self._keys:
                self._keys[key] = Ed25519PublicKey.from_public_bytes(key)
            self._keys[key].verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


def read_device(node: Node) -> Device:
    """A certificate."""
    return Device(
        device=node["device"].id(),
        person=node["person"].id(),
        name=node["name"].text(),
        roles=frozenset(role.text() for role in node["roles"].each(16)),
        key=node["sign_key"].data(32),
    )


def read_roots(file: Node, tenant: str) -> list[bytes]:
    """Check 3: the keys of the chain, the file's first one in front."""
    office = Office(tenant)
    keys = [file["root_key"].data(32)]
    number = 0
    for one in file["roots"].each(10_000):
        root = office.open(one, "root", ROOT, ROOT)
        key = root.said["root_key"].data(32)
        office.check(root, keys[-1], key)
        said = root.said["number"]
        said.need(said.number(2) == number + 1 or number == 0, Why.ORDER)
        number = said.number(2)
        one.need(key != keys[-1], Why.SAME_KEY)
        keys.append(key)
    return keys


def fingerprint(key: bytes) -> str:
    """For comparing by eye."""
    return grouped(hashlib.sha256(key).hexdigest())


def grouped(digits: str) -> str:
    """The first 32 digits in groups of four."""
    return " ".join(digits[at : at + 4] for at in range(0, 32, 4))
