"""Whom one may believe: the roster's office devices and certified delegates' devices."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from sync.errors import Code, SohopError
from sync.model.ids import DeviceId, Digest
from sync.wire.statements import DeviceCert, Freshness, Roster


class Directory:
    """The devices one may believe: the roster's office devices and certified delegates' devices.

    The root retires a device in a roster; until the next roster the hub revokes it in a freshness statement
    (``hear``). ``look_up`` finds the certificates that are kept elsewhere: of all that there are a few are
    needed.
    """

    def __init__(
        self,
        roster: Roster,
        certs: Iterable[DeviceCert] = (),
        look_up: Callable[[DeviceId], DeviceCert | None] = lambda _: None,
    ) -> None:
        self.roster = roster
        self._office = {cert.device: cert for cert in roster.office}
        self._retired = {retired.cert.device: retired for retired in roster.retired}
        self._certs = {cert.device: cert for cert in certs}
        self._look_up = look_up
        self._revoked: dict[DeviceId, datetime] = {}
        self._named: frozenset[Digest] = frozenset()

    def add(self, cert: DeviceCert) -> None:
        """Believe a certificate that ``rosters.accept_cert`` accepted."""
        self._certs[cert.device] = cert

    def hear(self, freshness: Freshness) -> None:
        """Heed an accepted statement: whom the hub has revoked, since when this is known here, and which
        manifests it names all the same."""
        self._revoked = {device: self._revoked.get(device, freshness.time) for device in freshness.revoked}
        self._named = frozenset(version.manifest for version in freshness.manifests)

    def is_office(self, device: DeviceId) -> bool:
        """Whether the root has spoken of this device: in office or retired."""
        return device in self._office or device in self._retired

    def certified(self, device: DeviceId) -> DeviceCert | None:
        """What the hub's online key has said of this device."""
        return self._certs.get(device) or self._look_up(device)

    def find(self, device: DeviceId) -> DeviceCert:
        """The certificate of a device in good standing. Raises ``SohopError(UNKNOWN_DEVICE)``."""
        cert = self._office.get(device)
        if cert is None and device not in self._retired:
            cert = self.certified(device)
        if cert is None:
            raise SohopError(Code.UNKNOWN_DEVICE)
        return cert

    def author_of(self, device: DeviceId) -> DeviceCert:
        """The certificate by which to read an act that the hub has recorded: a retired device's too.

        A hub takes no new acts of such a device; those it made before stay true (see ``was_gone``).
        Raises ``SohopError(UNKNOWN_DEVICE)``.
        """
        retired = self._retired.get(device)
        if device not in self._office and retired is not None:
            return retired.cert
        return self.find(device)

    def was_gone(self, device: DeviceId, recorded: datetime) -> bool:
        """Whether the device was retired or revoked before ``recorded``, as far as was heard here.

        ``recorded`` is the hub's unsigned word: this finds a hub that lets a retired device in by mistake,
        not one that helps its thief and lies about the time. Such a thief can take back or litter, and is
        seen; to make anything believed as a packet takes keys that are still in office.
        """
        if device in self._retired and device not in self._office:
            return recorded > self.roster.issued
        return device in self._revoked and recorded > self._revoked[device]

    def signer_of(self, device: DeviceId, manifest: Digest) -> DeviceCert | None:
        """Who may have signed this manifest: an office device; a retired one whose manifest the roster keeps;
        a revoked one whose manifest the hub, in the statement that revokes it, still names as newest."""
        if device in self._office:
            believed = device not in self._revoked or manifest in self._named
            return self._office[device] if believed else None
        retired = self._retired.get(device)
        return retired.cert if retired is not None and manifest in retired.manifests else None
