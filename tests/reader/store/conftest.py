"""Material for a vault: an identity, signed acts, packets with real chunks. Also loaded by ``program.py``."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from support.moulds import mould_of

from reader.store.header import FLOOR_KIB
from reader.store.identity import Identity
from reader.store.plan import WantedRun
from reader.store.vault import Vault
from sync.model.annotation import Audience, Mark, MarkKind
from sync.model.events import CastBallot, Event, PutMark
from sync.model.meeting import AgendaItem, Chunk, Document, Manifest, Meeting
from sync.model.people import Role
from sync.wire import patch
from sync.wire.chunks import pieces
from sync.wire.codec import digest, encode_payload
from sync.wire.envelope import Kind, seal
from sync.wire.messages import Outcome, Packet, PatchOffer, Receipt
from sync.wire.statements import DeviceCert

PASSPHRASE = "mật khẩu dài để thử"
NOON = datetime(2026, 11, 3, 5, 0, tzinfo=UTC)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))


class Clock:
    """Seconds that only a test moves."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


def an_identity() -> Identity:
    cert = DeviceCert(
        device="d-1",
        person="p-1",
        name="Lò Văn Sơn",
        roles=(Role.DELEGATE,),
        sign_key=KEY.public_key().public_bytes_raw(),
        box_key=bytes(32),
    )
    return Identity(
        tenant="t-1",
        tenant_name="HĐND xã Mường Lạn",
        hub="https://hop.example",
        ca="",
        root_key=bytes(32),
        root_number=1,
        person="p-1",
        person_name="Lò Văn Sơn",
        device="d-1",
        roles=(Role.DELEGATE,),
        sign_seed=bytes(32),
        box_seed=b"b" * 32,
        note_key=b"n" * 32,
        cert=cert,
    )


def an_act(text="một ghi chú", meeting="m-1"):
    """What ``outbox.append`` wants: makes and signs a note."""

    def make(seq, prev):
        mark = Mark(
            id=f"k-{seq}",
            document="doc-1",
            sha256="0" * 64,
            page=0,
            kind=MarkKind.NOTE,
            text=text,
            audience=Audience.SECRETARY,
        )
        return _signed(PutMark(mark=mark), seq, prev, meeting)

    return make


def a_ballot(text=""):
    def make(seq, prev):
        body = CastBallot(
            motion="v-1", motion_digest="1" * 64, choices=("yes",), text=text, ballot_seq=seq, nonce="0" * 32
        )
        return _signed(body, seq, prev, "m-1")

    return make


def _signed(body, seq, prev, meeting):
    event = Event(
        tenant="t-1", meeting=meeting, person="p-1", device="d-1", seq=seq, prev=prev, at=NOON, body=body
    )
    return seal(Kind.EVENT, "t-1", encode_payload(event), "d-1", KEY)


def an_outcome(event_id, code=None, recorded=NOON):
    receipt = Receipt(event=event_id, accepted=code is None, recorded=recorded, code=code)
    return Outcome(event=event_id, receipt=encode_payload(receipt))


def some_bytes(size, seed=1):
    return random.Random(seed).randbytes(size)


def a_document(data, name="doc-1", title="Tờ trình"):
    """The description of ``data``, and its chunks' bytes."""
    cut = list(pieces(data))
    document = Document(
        id=name,
        name=title,
        summary=title,
        issued=date(2026, 11, 1),
        pages=1,
        size=len(data),
        sha256=digest(data),
        chunks=tuple(chunk for chunk, _ in cut),
    )
    return document, [piece for _, piece in cut]


def a_patch(old, new, document, piece=1_000):
    """The offer to turn the bytes ``old`` into ``new``, and its pieces' bytes."""
    made = patch.make(old, new)
    parts = [made[start : start + piece] for start in range(0, len(made), piece)]
    offer = PatchOffer(
        document=document.id,
        base=digest(old),
        pieces=tuple(Chunk(digest(part), len(part)) for part in parts),
    )
    return offer, parts


def a_packet(*documents, meeting="m-1", version=1, published=True, title="Kỳ họp thứ ba", day=0, patches=()):
    """``Packets.put``'s arguments: every document is an agenda item of its own."""
    items = [
        AgendaItem(
            salt=f"{number:032x}", id=f"i-{number}", number=str(number), title=title, documents=(each,)
        )
        for number, each in enumerate(documents, 1)
    ]
    descriptors = tuple(encode_payload(item) for item in items)
    starts = NOON + timedelta(days=day)
    manifest = Manifest(
        tenant="t-1",
        meeting=Meeting(id=meeting, title=title, starts=starts, ends=starts + timedelta(hours=4)),
        version=version,
        made=NOON,
        lease=starts + timedelta(days=30),
        items=tuple(digest(data) for data in descriptors),
    )
    payload = encode_payload(manifest)
    envelope = seal(Kind.MANIFEST, "t-1", payload, "d-s", KEY)
    packet = Packet(
        seq=version, manifest=envelope, descriptors=descriptors, published=published, patches=tuple(patches)
    )
    return packet, manifest, items


def plan(vault, order=("m-1",), wanted=None, limit=10**9, **extra):
    """What the vault would ask for."""
    return vault.downloads.plan(order, wanted, limit, **extra)


def answer(run, bodies):
    """The bytes that a hub sends. ``bodies`` maps a document's id, or (id, base) for a patch, to its list."""
    body = bodies[(run.document, run.base) if run.base else run.document]
    return body[run.first : run.first + len(run.chunks)]


def fetch(vault, run, bodies):
    """Answer one run; how many bytes came over the line."""
    body = answer(run, bodies)
    vault.downloads.put_chunks(run, run.first, body)
    return sum(map(len, body))


def fetch_all(vault, bodies, order=("m-1",), limit=10**9):
    """Until nothing is missing; how many bytes came over the line."""
    total = 0
    for _ in range(1_000):
        runs = plan(vault, order, limit=limit)
        if not runs:
            return total
        total += sum(fetch(vault, run, bodies) for run in runs)
    raise AssertionError("it never ends")


def all_of(vault, document, meeting="m-1"):
    """A run of a whole document of the shown version, whatever is here already."""
    manifest = vault.packets.current(meeting).digest
    return WantedRun(manifest, document.id, "", 0, document.chunks)


def read_back(vault, sha256):
    buffer = bytearray(vault.documents.size(sha256))
    vault.documents.read_into(sha256, memoryview(buffer))
    return bytes(buffer)


def new_vault(profile, clock=None):
    extra = {} if clock is None else {"clock": clock}
    return Vault.create(profile, PASSPHRASE, an_identity(), memory_kib=FLOOR_KIB, **extra)


@pytest.fixture
def make():
    """The builders of this file."""
    return SimpleNamespace(**globals())


@pytest.fixture
def profile(tmp_path):
    return tmp_path / "profile"


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(scope="session")
def mould():
    """What the vaults of these tests are cast from."""
    return mould_of(an_identity(), PASSPHRASE)


@pytest.fixture
def vault(profile, mould):
    """A new vault; closed after the test if the test did not."""
    made = mould.cast(profile)
    yield made
    if not made.is_closed:
        made.close()


@pytest.fixture
def reopen(profile):
    """Open the profile again; closed after the test."""
    opened = []

    def act(passphrase=PASSPHRASE, **extra):
        opened.append(Vault.open(profile, passphrase, **extra))
        return opened[-1]

    yield act
    for each in opened:
        if not each.is_closed:
            each.close()
