"""``sohop self-check``: does this copy of the program have its parts, and do they work on this machine.

Everything here is done for real, with what the program itself uses, in a temporary folder; nothing touches a
profile or the network. Meant for a folder made by PyInstaller on a laptop that nobody can look into.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Final

from reader.app.words import Speaker
from reader.store.identity import Identity
from sync.errors import Code, SohopError
from sync.model.ids import DeviceId, PersonId, TenantId
from sync.model.people import Role
from sync.wire.statements import DeviceCert

_PASSPHRASE: Final = "kiểm tra một lần"
_HUB_SECONDS: Final = 60

Check = Callable[[Path], str]
"""Does one thing in an empty folder and says what it found; raises when the part is not there."""


class _PartError(Exception):
    """A part is there but does not do what it must."""


def self_check(say: Speaker) -> int:
    """Try every part and print a line for each; 0 when all of them work, else 1.

    Makes a Qt application without a screen: must not be called where there is one already.
    """
    from reader.pdf import PdfError

    # What a part that is missing or broken raises. Anything else is a bug, and ends the check with a trace.
    failures = (ImportError, OSError, RuntimeError, ValueError, UserWarning, SohopError, PdfError, _PartError)
    failed = 0
    for (vi, en), check in _CHECKS:
        name = en if say.language == "en" else vi
        with tempfile.TemporaryDirectory(prefix="sohop-check-") as folder:
            try:
                found = check(Path(folder))
            except failures as error:
                failed += 1
                print(f"{_outcome(say, good=False):<6} {name}: {type(error).__name__}: {error}", flush=True)
            else:
                print(f"{_outcome(say, good=True):<6} {name}: {found}", flush=True)
    if failed:
        return 1
    print(say("self-check-ok"))
    return 0


def _outcome(say: Speaker, *, good: bool) -> str:
    if say.language == "en":
        return "ok" if good else "FAILED"
    return "đạt" if good else "HỎNG"


def _resources(_: Path) -> str:
    from reader.core.rulebook import rulebook
    from reader.resources import resource

    rules = rulebook()
    icons = sum(1 for _ in resource("third_party/phosphor").rglob("*.svg"))
    for name in ("icons/sohop.svg", "themes/window.qss", "translations/sohop_en.qm"):
        if resource(name).stat().st_size == 0:
            raise _PartError(f"{name} is empty")
    if not rules or not icons:
        raise _PartError("no rules or no icons")
    return f"{len(rules)} rule sets, {icons} icons"


def _ciphers(_: Path) -> str:
    from argon2.low_level import Type, hash_secret_raw
    from cryptography.hazmat.backends.openssl import backend
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    message = os.urandom(1000)
    signer = Ed25519PrivateKey.generate()
    signer.public_key().verify(signer.sign(message), message)
    key = hash_secret_raw(
        message, bytes(16), time_cost=3, memory_cost=1024, parallelism=4, hash_len=32, type=Type.ID
    )
    box = AESGCM(key)
    if box.decrypt(bytes(12), box.encrypt(bytes(12), message, b"check"), b"check") != message:
        raise _PartError("AES-GCM")
    return backend.openssl_version_text()


def _wire(_: Path) -> str:
    with warnings.catch_warnings():
        # It warns, once, when it must do without its compiled half: too slow for a packet.
        warnings.simplefilter("error")
        from sync.wire.chunks import cut
    from sync.wire.codec import pack, unpack

    message = os.urandom(200_000)
    if unpack(pack(message), bytes) != message:
        raise _PartError("zstd")
    chunks = cut(message)
    if sum(chunk.size for chunk in chunks) != len(message):
        raise _PartError("fastcdc")
    return f"200,000 bytes, {len(chunks)} chunks"


def _vault(folder: Path) -> str:
    from reader.store.database import Database
    from reader.store.header import FLOOR_KIB
    from reader.store.vault import Vault

    database = Database(folder / "bare.db", os.urandom(32))
    cipher = database.one("PRAGMA cipher_version")
    engine = database.one("SELECT sqlite_version()")
    database.close()
    if not cipher or not engine:
        raise _PartError("no SQLCipher")

    profile = folder / "profile"
    canary = f"canary {os.urandom(8).hex()}"
    vault = Vault.create(profile, _PASSPHRASE, _somebody(), memory_kib=FLOOR_KIB)
    vault.settings.put("check", canary)
    vault.close()
    if any(canary.encode() in path.read_bytes() for path in profile.rglob("*") if path.is_file()):
        raise _PartError("the vault's files can be read without the passphrase")
    vault = Vault.open(profile, _PASSPHRASE)
    kept = vault.settings.get("check", str, "")
    vault.close()
    if kept != canary:
        raise _PartError("the vault forgot what was put in")
    try:
        Vault.open(profile, _PASSPHRASE + "?")
    except SohopError as error:
        if error.code is not Code.WRONG_PASSPHRASE:
            raise
    else:
        raise _PartError("a wrong passphrase opens the vault")
    return f"SQLCipher {cipher[0]}, SQLite {engine[0]}"


def _documents(_: Path) -> str:
    from reader.core.inspecting import FileSource
    from reader.pdf import PdfClient
    from reader.resources import resource

    smallest = min(resource("sample").glob("*.pdf"), key=lambda path: path.stat().st_size, default=None)
    if smallest is None:
        raise _PartError("no sample document")
    client = PdfClient()
    try:
        info = client.open(FileSource(smallest)).result()
        page = client.render(info.document, 0, 1.0).result()
        words = client.words(info.document, 0).result()
    finally:
        client.close()
    if len(set(page.data[::4])) < 2 or not words:
        raise _PartError(f"{smallest.name} came out empty")
    return f"{len(info.pages)} pages, {page.width}×{page.height} pixels, {len(words)} words"


def _confinement(_: Path) -> str:
    from reader.pdf import PdfClient

    client = PdfClient()
    try:
        client.warm().result()
        filtered = client.is_filtered
    finally:
        client.close()
    # Not a fault of this copy of the program: it reads PDFs all the same, behind fewer walls.
    return "system calls filtered" if filtered else "limits only: this system has no filter for system calls"


def _window(_: Path) -> str:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import qVersion
    from PySide6.QtWidgets import QLabel

    from reader.ui.application import make_application
    from reader.ui.theme import fonts, icons

    application = make_application(["sohop"], "en")
    fonts.register()
    label = QLabel("Kỳ họp thứ Năm")
    label.setFont(application.font())
    label.setPixmap(icons.pixmap("check", 24, "#22467A"))
    label.resize(200, 60)
    label.show()
    application.processEvents()
    picture = label.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    label.close()
    if len(colours) < 2:
        raise _PartError("the window stays empty")
    return f"Qt {qVersion()}, {len(fonts.font_files())} fonts"


def _office_files(_: Path) -> str:
    from datetime import UTC, datetime

    from reader.core import papers
    from reader.core.inviting import Occasion
    from reader.core.office.calendar_file import calendar_of
    from reader.core.office.docx_file import as_docx
    from reader.core.office.summary import Summary
    from reader.core.office.template import fill
    from reader.core.office.xlsx_file import as_xlsx
    from sync.model.ids import MeetingId, TenantId

    summary = Summary(
        office="HĐND xã",
        place="Xã",
        made=datetime.now(UTC),
        meeting="Kỳ họp",
        totals="",
        signer="",
        sections=(),
        attendance=(),
        speakers=(),
    )
    files = [as_docx(summary), as_xlsx(summary)]
    files += [fill(papers.nothing(paper), papers.template(paper)) for paper in papers.Paper]
    meeting = Occasion(MeetingId("m"), "Kỳ họp", "", summary.made, summary.made, (), (), None, 1)
    if any(not data.startswith(b"PK") for data in files):
        raise _PartError("no ZIP")
    files.append(calendar_of(meeting, TenantId("t"), summary.made))
    return ", ".join(f"{len(data):,} bytes" for data in files)


def _hub(folder: Path) -> str:
    """The hub is another program: a laptop's installation may come without it."""
    program = Path(sys.executable).with_name("sohop-hub.exe" if os.name == "nt" else "sohop-hub")
    if not program.exists():
        return "–"
    made = subprocess.run(  # noqa: S603  our own program, beside this one, with arguments of ours
        [program, "init", folder / "hub", "--keep-root", "--name", "Check", "--passphrase-fd", "0"],
        input=_PASSPHRASE + "\n",
        encoding="utf-8",
        capture_output=True,
        timeout=_HUB_SECONDS,
        check=False,
    )
    if made.returncode:
        raise _PartError(made.stderr.strip()[-500:])
    return program.name


def _somebody() -> Identity:
    person, device = PersonId("check"), DeviceId("check")
    return Identity(
        tenant=TenantId("check"),
        tenant_name="",
        hub="",
        ca="",
        root_key=bytes(32),
        root_number=1,
        person=person,
        person_name="",
        device=device,
        roles=(Role.GUEST,),
        sign_seed=os.urandom(32),
        box_seed=os.urandom(32),
        note_key=os.urandom(32),
        cert=DeviceCert(
            device=device,
            person=person,
            name="check",
            roles=(Role.GUEST,),
            sign_key=bytes(32),
            box_key=bytes(32),
        ),
    )


_CHECKS: Final[tuple[tuple[tuple[str, str], Check], ...]] = (
    (("Tài nguyên", "Resources"), _resources),
    (("Mật mã", "Ciphers"), _ciphers),
    (("Nén và chia tệp", "Compression and chunks"), _wire),
    (("Sổ mã hóa", "Encrypted book"), _vault),
    (("Tiến trình đọc PDF", "PDF process"), _documents),
    (("Hàng rào của tiến trình PDF", "Walls of the PDF process"), _confinement),
    (("Cửa sổ", "Window"), _window),
    (("Tệp Word và Excel", "Word and Excel files"), _office_files),
    (("Chương trình máy chủ", "Hub program"), _hub),
)
