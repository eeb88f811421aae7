"""The certificate being served: a renewed one is picked up from its file while the hub runs."""

from __future__ import annotations

import ssl
from pathlib import Path

from sync import certificates
from sync.certificates import Certificate


class Serving:
    """One file with certificate and key, and the TLS context that shows it."""

    def __init__(self, path: Path) -> None:
        """Raises ``OSError`` or ``ValueError`` when the file is missing or holds no pair."""
        self._path = path
        self._seen = self._look()
        self.certificate = certificates.read(path.read_bytes())
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.minimum_version = ssl.TLSVersion.TLSv1_2
        self.context.num_tickets = 0  # 500 bytes in each handshake for a resumption that no laptop asks for
        self.context.load_cert_chain(path)

    def refresh(self) -> Certificate | None:
        """Show the file's pair from now on if the file has changed; costs one look at it if not.

        Connections that stand go on with the pair they began with. Raises ``OSError`` or ``ValueError`` when
        the file holds no pair; then the pair before goes on being shown.
        """
        seen = self._look()
        if seen == self._seen:
            return None
        self._seen = seen
        certificate = certificates.read(self._path.read_bytes())
        # A context that fails to load a key has lost the one it had: try it where that does no harm.
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(self._path)
        self.context.load_cert_chain(self._path)
        self.certificate = certificate
        return certificate

    def _look(self) -> tuple[int, int, int] | None:
        """None when it cannot be looked at: who reads it then is told once, not every second."""
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_ino, found.st_size
