"""Whom one may believe: the roster's office devices and certified delegates' devices."""

from __future__ import annotations

from collections.abc import Iterable

from sync.errors import Code, SohopError
from sync.model.ids import DeviceId, Digest
from sync.wire.statements import DeviceCert, Roster


class Directory:
    """The devices one may believe: the roster's office devices and certified delegates' devices."""

    def __init__(self, roster: Roster, certs: Iterable[DeviceCert] = ()) -> None:
        self.roster = roster
        self._office = {cert.device: cert for cert in roster.office}
        self._retired = {retired.cert.device: retired for retired in roster.retired}
        self._certs = {cert.device: cert for cert in certs}

    def find(self, device: DeviceId) -> DeviceCert:
        """The certificate of a device in good standing. Raises ``SohopError(UNKNOWN_DEVICE)``."""
        cert = self._office.get(device) or self._certs.get(device)
        if cert is None:
            raise SohopError(Code.UNKNOWN_DEVICE)
        return cert

    def author_of(self, device: DeviceId) -> DeviceCert:
        """The certificate by which to read an act that the hub has recorded: a retired device's too.

        A hub takes no new acts of such a device; those it made before stay true.
        Raises ``SohopError(UNKNOWN_DEVICE)``.
        """
        retired = self._retired.get(device)
        if device not in self._office and retired is not None:
            return retired.cert
        return self.find(device)

    def signer_of(self, device: DeviceId, manifest: Digest) -> DeviceCert | None:
        """Who may have signed this manifest: an office device, or a retired one whose manifest is kept."""
        if device in self._office:
            return self._office[device]
        retired = self._retired.get(device)
        return retired.cert if retired is not None and manifest in retired.manifests else None
