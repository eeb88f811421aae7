"""Each way of failing ends in its own clear sentence, with nothing lost."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import msgspec
import pytest
from support.town import MEETING, PASSPHRASE, Town, make_folder, town

from reader.app.laptop import Laptop, who
from reader.store.vault import Vault
from sync.engine.asking import compose_request
from sync.engine.runner import local_time
from sync.engine.settle import apply_reply
from sync.engine.transport import Transport
from sync.errors import CATALOGUE, Code, SohopError
from sync.wire.envelope import Envelope
from sync.wire.messages import ExchangeReply, ExchangeRequest
from tools.demo.stage import DELEGATE
from tools.office import make_office, running_hub


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with town(tmp_path_factory.mktemp("town")) as made:
        made.submit(make_folder(made.root / "packet", noise=400_000))
        made.approve()
        made.publish()
        yield made


def test_a_packet_with_one_signature_is_not_shown(place: Town) -> None:
    with place.laptop(DELEGATE) as laptop:
        request, reply = _talk(laptop)
        packet = reply.packets[0]
        alone = Envelope(packet.manifest.kind, packet.manifest.payload, packet.manifest.signatures[:1])
        lie = msgspec.structs.replace(reply, packets=(msgspec.structs.replace(packet, manifest=alone),))
        applied = apply_reply(laptop.book.vault, who(laptop.book), request, lie, datetime.now(UTC))
        assert applied.refused == [Code.ONE_SIGNATURE]
        assert laptop.book.vault.packets.all() == []
        assert laptop.book.vault.trust.state() == b""  # so that it is asked for again
        laptop.sync()
        assert laptop.book.vault.packets.all()[0].complete


def test_an_old_manifest_never_replaces_a_newer_one(place: Town) -> None:
    with place.laptop(DELEGATE) as laptop:
        laptop.sync()
        vault = laptop.book.vault
        _, old = _talk(laptop, ExchangeRequest())
    place.submit(make_folder(place.root / "packet-2", words="bản hai"))
    place.approve()
    place.publish()
    with place.laptop(DELEGATE) as laptop:
        laptop.sync()
        vault = laptop.book.vault
        assert vault.packets.newest_version(MEETING) == 2
        applied = apply_reply(vault, who(laptop.book), ExchangeRequest(), old, datetime.now(UTC))
        assert applied.refused
        assert set(applied.refused) <= {Code.STALE, Code.OLD_VERSION}
        assert vault.packets.newest_version(MEETING) == 2


def test_a_changed_byte_in_a_chunk_is_dropped_and_what_was_good_stays(tmp_path: Path) -> None:
    with town(tmp_path) as place:
        place.submit(make_folder(tmp_path / "packet", noise=400_000))
        place.approve()
        place.publish()
        blobs = [blob for blob in (place.office.folder / "blobs").rglob("*") if blob.is_file()]
        victim = max(blobs, key=lambda blob: blob.stat().st_size)
        good = victim.read_bytes()
        victim.write_bytes(bytes([good[0] ^ 1]) + good[1:])
        with place.laptop(DELEGATE) as laptop:
            with pytest.raises(SohopError) as caught:
                laptop.sync()
            assert caught.value.code in {Code.WRONG_DIGEST, Code.HUB_BROKEN, Code.OFFLINE}
            assert not laptop.book.vault.packets.all()[0].complete
            victim.write_bytes(good)
            laptop.sync()
            assert laptop.book.vault.packets.all()[0].complete


def test_a_wrong_passphrase_waits_and_destroys_nothing(place: Town) -> None:
    with pytest.raises(SohopError) as caught:
        Vault.open(place.root / DELEGATE.key, "sai mật khẩu")
    assert caught.value.code is Code.WRONG_PASSPHRASE
    assert "giây" in caught.value.sentence()
    Vault.open(place.root / DELEGATE.key, PASSPHRASE, clock=lambda: 4e9).close()


def test_a_captive_portal_is_recognised_and_nothing_is_sent_to_it() -> None:
    seen: list[bytes] = []

    class Portal(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            seen.append(self.rfile.read(int(self.headers["Content-Length"])))
            page = b"<html><body>Dang nhap Wi-Fi</body></html>"
            self.send_response(200)
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = HTTPServer(("127.0.0.1", 0), Portal)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    transport = Transport(f"http://127.0.0.1:{server.server_port}", "")
    try:
        with pytest.raises(SohopError) as caught:
            transport.exchange(ExchangeRequest(), local_time)
    finally:
        transport.close()
        server.shutdown()
        thread.join()
        server.server_close()
    assert caught.value.code is Code.NOT_A_HUB


def test_a_full_disk_is_said_and_what_was_saved_stays(place: Town) -> None:
    program = """
import resource, signal, sys
from pathlib import Path
from reader.app.laptop import Laptop
from reader.core import annotating
from sync.errors import SohopError
from sync.model.annotation import MarkKind
from sync.model.ids import Digest, DocumentId, MeetingId
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
laptop = Laptop(Path(sys.argv[1]), sys.argv[2])
def note(text):
    annotating.put(laptop.book, MeetingId("hop-thu"), document=DocumentId("a"), sha256=Digest("0" * 64),
                   page=0, kind=MarkKind.NOTE, text=text)
note("truoc")
before = laptop.book.vault.outbox.pending_count()
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
try:
    for number in range(500):
        note("x" * 4000)
except SohopError as error:
    print(error.code)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
note("sau")
assert laptop.book.vault.outbox.pending_count() >= before + 1
laptop.close()
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(place.root / DELEGATE.key), PASSPHRASE],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "disk_full"), done.stderr


def test_a_hub_of_another_office_is_not_believed(place: Town, tmp_path: Path) -> None:
    with running_hub(make_office(tmp_path).folder) as other, place.laptop(DELEGATE) as laptop:
        transport = Transport(other.url, laptop.book.identity.ca)
        try:
            with pytest.raises(SohopError) as caught:
                transport.exchange(ExchangeRequest(), local_time)
        finally:
            transport.close()
    assert caught.value.code is Code.TLS_UNTRUSTED


def test_every_one_of_these_has_its_own_sentence_in_both_languages() -> None:
    codes = [
        Code.ONE_SIGNATURE,
        Code.WRONG_DIGEST,
        Code.OLD_VERSION,
        Code.WRONG_PASSPHRASE,
        Code.DISK_FULL,
        Code.NOT_A_HUB,
        Code.TLS_UNTRUSTED,
    ]
    for language in ("vi", "en"):
        assert len({getattr(CATALOGUE[code], language) for code in codes}) == len(codes)


def _talk(laptop: Laptop, request: ExchangeRequest | None = None) -> tuple[ExchangeRequest, ExchangeReply]:
    """One exchange that is not applied."""
    identity = laptop.book.identity
    transport = Transport(identity.hub, identity.ca)
    try:
        transport.authenticate(identity.tenant, identity.device, laptop.book.sign)
        asked = compose_request(laptop.book.vault) if request is None else request
        told = transport.exchange(asked, local_time)
        return told.request, told.reply
    finally:
        transport.close()
