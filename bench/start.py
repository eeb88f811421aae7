"""Start of the program: the first window beside a bare one, and unlock → shelf beside Argon2id alone."""

from __future__ import annotations

import os
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from _common import Figure, arguments, median_ms, show

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
PASSPHRASE = "con suối chảy qua bản"

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, app.quit)
window = Window(); window.resize(1366, 696); window.show(); app.exec()
"""
OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from reader.app.window import OfficeServices
from reader.ui.application import make_application
from reader.ui.window import MainWindow
app = make_application([], "vi")
window = MainWindow(OfficeServices(Path(sys.argv[1])))
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, app.quit)
        return False
watch = Watch(); window.installEventFilter(watch); window.show(); app.exec(); window.shut_down()
"""


def main() -> None:
    """Measure both."""
    options = arguments(__doc__ or "")
    meetings = 5 if options.small else 200
    with tempfile.TemporaryDirectory() as name:
        profile = Path(name) / "profile"
        key_ms = _fill(profile, meetings, options.runs, small=options.small)
        bare = _process(options.runs, BARE)
        ours = _process(options.runs, OURS, str(profile))
        shelf = _shelf(profile, options.runs)
    figures = [
        Figure("bare PySide6 window, process start → painted → ended", bare, "ms"),
        Figure("our window, same", ours, "ms"),
        Figure("first window, ratio", ours / bare, "×", 2.0),
        Figure("Argon2id alone", key_ms, "ms"),
        Figure(f"unlock → shelf read, {meetings} meetings", shelf, "ms"),
        Figure("unlock → shelf, beyond Argon2id", shelf - key_ms, "ms", 250.0),
    ]
    show("Start", figures, "the shelf's painting (its own tests draw 200 meetings)", as_json=options.json)


def _process(runs: int, program: str, *arguments_: str) -> float:
    def run() -> None:
        subprocess.run([sys.executable, "-c", program, *arguments_], cwd=ROOT, check=True)

    run()
    return median_ms(runs, run)


def _shelf(profile: Path, runs: int) -> float:
    from reader.core import library
    from reader.core.book import Book
    from reader.store.vault import Vault

    times = []
    for _ in range(runs):
        began = time.perf_counter()
        vault = Vault.open(profile, PASSPHRASE)
        library.shelf(Book(vault))
        times.append((time.perf_counter() - began) * 1000)
        vault.close()
    return statistics.median(times)


def _fill(profile: Path, meetings: int, runs: int, *, small: bool) -> float:
    """A vault with so many meetings; gives what Argon2id alone takes with its parameters."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from reader.store import keys
    from reader.store.identity import Identity
    from reader.store.vault import Vault
    from sync.model.ids import DeviceId, ItemId, MeetingId, PersonId, TenantId
    from sync.model.meeting import AgendaItem, Chunk, Document, Manifest, Meeting
    from sync.model.people import Role
    from sync.wire.codec import digest, encode_payload
    from sync.wire.envelope import Kind, seal
    from sync.wire.messages import Packet
    from sync.wire.statements import DeviceCert

    key = Ed25519PrivateKey.generate()
    tenant, person, device = TenantId("t-1"), PersonId("p-1"), DeviceId("d-1")
    cert = DeviceCert(
        device=device,
        person=person,
        name="Hoàng Thị Lượng",
        roles=(Role.DELEGATE,),
        sign_key=key.public_key().public_bytes_raw(),
        box_key=bytes(32),
    )
    identity = Identity(
        tenant=tenant,
        tenant_name="HĐND xã Suối Lam",
        hub="https://127.0.0.1:1",
        ca="",
        root_key=bytes(32),
        root_number=1,
        person=person,
        person_name=cert.name,
        device=device,
        roles=cert.roles,
        sign_seed=key.private_bytes_raw(),
        box_seed=bytes(32),
        note_key=bytes(32),
        cert=cert,
    )
    vault = Vault.create(profile, PASSPHRASE, identity, memory_kib=65536 if small else None)
    now = datetime.now(UTC)
    for number in range(meetings):
        documents = tuple(
            Document(
                id=f"d{number}-{one}",  # type: ignore[arg-type]
                name=f"Tài liệu {one}",
                pages=9,
                size=4096,
                sha256=digest(f"{number}.{one}".encode()),
                chunks=(Chunk(digest(b"x"), 4096),),
            )
            for one in range(10)
        )
        item = AgendaItem(
            salt=secrets.token_hex(16), id=ItemId("i"), number="1", title="Mục", documents=documents
        )
        descriptor = encode_payload(item)
        manifest = Manifest(
            tenant=tenant,
            meeting=Meeting(
                id=MeetingId(f"m-{number}"),
                title=f"Kỳ họp {number}",
                starts=now + timedelta(days=number - 100),
                ends=now + timedelta(days=number - 100, hours=8),
            ),
            version=1,
            made=now,
            lease=now + timedelta(days=400),
            items=(digest(descriptor),),
            readers=(person,),
        )
        envelope = seal(Kind.MANIFEST, tenant, encode_payload(manifest), device, key)
        packet = Packet(seq=number + 1, manifest=envelope, descriptors=(descriptor,))
        vault.packets.put(packet, manifest, [item])
    vault.close()
    return median_ms(runs, lambda: keys.unlock(profile, PASSPHRASE, time.time))


if __name__ == "__main__":
    main()
