"""A hub in its folder: what is read once at start, and the parts that all handlers share."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from sync.errors import Code, SohopError
from sync.hub import tables
from sync.hub.batch import Recorder
from sync.hub.blobs import Blobs
from sync.hub.contacts import Contacts
from sync.hub.database import Database
from sync.hub.keys import box_seed, read_box, read_online
from sync.hub.ledger import Ledger
from sync.hub.live import Live
from sync.hub.packets import Packets
from sync.hub.proofs import Proofs
from sync.hub.replies import Replies
from sync.hub.stored import Clock
from sync.hub.tls import Serving
from sync.model.ids import DeviceId, TenantId

_TALKING = 6


@dataclass(frozen=True)
class Layout:
    """Where things lie in a hub's folder."""

    folder: Path

    @property
    def database(self) -> Path:
        """People, devices, events, receipts."""
        return self.folder / "hub.db"

    @property
    def blobs(self) -> Path:
        """Chunks, manifests, descriptors."""
        return self.folder / "blobs"

    @property
    def online_key(self) -> Path:
        """The hub's signing key."""
        return self.folder / "online.key"

    @property
    def box_key(self) -> Path:
        """A room hub's key that things are sealed to; the office's follows from its signing key."""
        return self.folder / "box.key"

    @property
    def ca(self) -> Path:
        """The certificate of the office's CA."""
        return self.folder / "ca.crt"

    @property
    def tls(self) -> Path:
        """The server's certificate and its private key."""
        return self.folder / "tls.pem"

    @property
    def kept_root(self) -> Path:
        """The root file, when it is kept beside the hub."""
        return self.folder / "root.key"

    @property
    def doorstep(self) -> Path:
        """Where another program lays homeward bundles for the one that serves."""
        return self.folder / "doorstep"

    @property
    def lock(self) -> Path:
        """Held by the program that serves."""
        return self.folder / "serve.lock"


@dataclass(frozen=True)
class Hub:
    """The parts of a running hub."""

    recorder: Recorder
    box_seed: bytes
    """The X25519 key with which it opens what laptops send by stick."""
    ca: bytes
    tls: Serving | None
    database: Database
    blobs: Blobs
    packets: Packets
    ledger: Ledger
    live: Live
    replies: Replies
    contacts: Contacts
    layout: Layout
    proofs: Proofs
    clock: Clock
    talking: ThreadPoolExecutor
    """Threads for exchanges: few, as they share one interpreter, and fewer than the database has readers."""

    @property
    def fingerprint(self) -> bytes:
        """SHA-256 of the public key that TLS shows now; zeros without TLS."""
        return bytes(32) if self.tls is None else self.tls.certificate.fingerprint

    def close(self) -> None:
        """Finish what was handed in and let go of the files."""
        self.live.close()
        self.talking.shutdown()
        self.ledger.close()
        self.blobs.close()
        self.database.close()


def open_hub(folder: Path, *, tls: bool, clock: Clock = time.time, beside: bool = False) -> Hub:
    """Open a folder made by ``office.make``; its tables are brought to this program's form. ``beside`` the
    program that serves it: only to read.

    Raises ``SohopError(VAULT_MISSING | VAULT_NEWER)``, and what ``tls.Serving`` does. But for that, the
    caller holds the folder's lock.
    """
    layout = Layout(folder)
    if not layout.database.exists():
        raise SohopError(Code.VAULT_MISSING)
    serving = Serving(layout.tls) if tls else None
    database = Database(layout.database)
    database.migrate()
    with database.read() as connection:
        office = connection.execute(select(tables.office)).one()
    recorder = Recorder(TenantId(office.tenant), read_online(layout.online_key), DeviceId(office.hub))
    blobs = Blobs(layout.blobs)
    if not beside:
        blobs.clear_arriving()
    packets = Packets(blobs, recorder.tenant)
    live = Live(database)
    return Hub(
        recorder=recorder,
        box_seed=read_box(layout.box_key) if recorder.is_room else box_seed(recorder.key),
        ca=layout.ca.read_bytes(),
        tls=serving,
        database=database,
        blobs=blobs,
        packets=packets,
        ledger=Ledger(database, recorder, packets, clock, live.ring),
        live=live,
        replies=Replies(),
        contacts=Contacts(),
        layout=layout,
        proofs=Proofs(),
        clock=clock,
        talking=ThreadPoolExecutor(_TALKING, "talking"),
    )
