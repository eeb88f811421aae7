"""Word, Excel and PowerPoint files made PDF by the LibreOffice of this computer, where there is one.

What it is given was made by strangers: it gets a copy in a folder of its own (`scratch`), with a profile in
which nothing runs, nothing is fetched and no link is followed; where the system can, without a network and
with limits. docs/decisions/0020.
"""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

from reader.core.book import Book
from reader.core.scratch import scratch
from reader.pdf.stopping import go_on
from reader.resources import resource
from sync.errors import Code, SohopError

ENDINGS: Final = (".docx", ".doc", ".odt", ".rtf", ".xlsx", ".xls", ".ods", ".pptx", ".ppt", ".odp")
"""Of files that can be made PDF."""
LARGEST: Final = 100_000_000
"""Bytes of such a file."""
TIME_LIMIT_S: Final = 180
_UNPACKED: Final = 1_000_000_000
"""Bytes of its parts, unpacked."""
_MEMORY: Final = 4 * 1024**3
_LOOK_S: Final = 0.05
"""How often it is asked whether the work is still wanted."""
_PROGRAM: Final = "converting/program"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_LINUX: Final = ("/usr/lib/libreoffice", "/usr/lib64/libreoffice", "/opt/libreoffice*")
_WINDOWS: Final = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")


def program(book: Book) -> Path | None:
    """The LibreOffice that is used: the one chosen, else one found; None where there is none."""
    chosen = book.vault.settings.get(_PROGRAM, str, "")
    return Path(chosen) if chosen and Path(chosen).is_file() else found()


def choose_program(book: Book, path: Path | None) -> None:
    """Use this one from now on (``try_program`` says whether it works); None: whatever is found."""
    book.vault.settings.put(_PROGRAM, "" if path is None else str(path.absolute()))


def try_program(path: Path, stopped: Callable[[], bool] = lambda: False) -> None:
    """Have it make one page. Raises ``SohopError(CONVERTER_FAILED)``, ``StoppedError``."""
    try:
        convert(path, rb"{\rtf1 1}", "1.rtf", stopped)
    except SohopError as error:
        raise SohopError(Code.CONVERTER_FAILED) from error


def found() -> Path | None:
    """The LibreOffice of this computer: by PATH, or where it is usually installed."""
    if sys.platform == "win32":  # not by PATH, which begins with the folder the program happens to stand in
        roots = [Path(os.environ[name]) for name in _WINDOWS if name in os.environ]
        usual = [root / "LibreOffice" / "program" / "soffice.exe" for root in roots]
    else:
        named = [Path(one) for name in ("soffice", "libreoffice") if (one := shutil.which(name))]
        roots = [one for place in _LINUX for one in sorted(Path("/").glob(place[1:]), reverse=True)]
        usual = [one for one in named if one.is_absolute()] + [one / "program" / "soffice" for one in roots]
    return next((one for one in usual if one.is_file()), None)


def convert(
    soffice: Path | None,
    data: bytes,
    name: str,
    stopped: Callable[[], bool] = lambda: False,
    *,
    limit_s: float = TIME_LIMIT_S,
) -> bytes:
    """The file as PDF. ``name`` tells its kind by its ending, and is told in errors. Blocks, for seconds.

    Raises ``SohopError``: ``CONVERTER_MISSING`` (``soffice`` is None), ``CONVERTER_FAILED``,
    ``CONVERT_LOCKED | CONVERT_DAMAGED | CONVERT_TOO_LARGE | CONVERT_TIMEOUT``, ``DISK_FULL``;
    ``StoppedError``.
    """
    if soffice is None:
        raise SohopError(Code.CONVERTER_MISSING)
    _check(data, name)
    go_on(stopped)
    try:
        with scratch() as folder:
            return _made(soffice, folder, data, name, stopped, limit_s)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise SohopError(Code.DISK_FULL if full else Code.CONVERTER_FAILED) from error


def _check(data: bytes, name: str) -> None:
    """Refuse what LibreOffice would take for plain text, ask a password for, or choke on."""
    if len(data) > LARGEST:
        raise SohopError(Code.CONVERT_TOO_LARGE, name=name)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise SohopError(Code.CONVERT_LOCKED, name=name)
    elif data.startswith(b"PK"):
        _check_parts(data, name)
    elif not data.startswith(b"{\\rtf"):
        raise SohopError(Code.CONVERT_DAMAGED, name=name)


def _check_parts(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            listed = {one.filename: one.file_size for one in parts.infolist()}
            manifest = "META-INF/manifest.xml"
            small = listed.get(manifest, LARGEST) < LARGEST
            locked = small and b"encryption-data" in parts.read(manifest)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise SohopError(Code.CONVERT_DAMAGED, name=name) from error
    if sum(listed.values()) > _UNPACKED:
        raise SohopError(Code.CONVERT_TOO_LARGE, name=name)
    if locked:
        raise SohopError(Code.CONVERT_LOCKED, name=name)


def _made(
    soffice: Path, folder: Path, data: bytes, name: str, stopped: Callable[[], bool], limit_s: float
) -> bytes:
    given = folder / f"tep{Path(name).suffix.lower()}"
    given.write_bytes(data)
    for part in ("profile/user", "out", "tmp"):
        (folder / part).mkdir(parents=True)
    settings = Path(resource("libreoffice/registrymodifications.xcu"))
    shutil.copyfile(settings, folder / "profile/user/registrymodifications.xcu")
    command = [
        *_guards(),
        str(soffice),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
        *("--convert-to", "pdf", "--outdir", str(folder / "out"), str(given)),
    ]
    process = subprocess.Popen(  # noqa: S603 - a program that the person installed, and names of ours
        command,
        cwd=folder,
        env=_environment(folder / "tmp"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        _wait(process, name, stopped, limit_s)
    finally:
        _end(process)
    made = next((folder / "out").glob("*.pdf"), None)
    if made is None or made.stat().st_size == 0:
        raise SohopError(Code.CONVERT_DAMAGED, name=name)
    return made.read_bytes()


def _wait(process: subprocess.Popen[bytes], name: str, stopped: Callable[[], bool], limit_s: float) -> None:
    until = time.monotonic() + limit_s
    while True:
        go_on(stopped)
        try:
            process.wait(_LOOK_S)
            return
        except subprocess.TimeoutExpired:
            if time.monotonic() > until:
                raise SohopError(Code.CONVERT_TIMEOUT, name=name) from None


def _end(process: subprocess.Popen[bytes]) -> None:
    """It and all that it started."""
    if sys.platform == "win32":
        tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(tree, capture_output=True, check=False)  # noqa: S603
    else:
        with suppress(ProcessLookupError):  # the usual end: all of them have gone
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _environment(temporary: Path) -> dict[str, str]:
    nowhere = "http://127.0.0.1:9"
    told = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), nowhere)
    places = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary))
    return {**os.environ, **told, **places, "SAL_USE_VCLPLUGIN": "svp"}


@cache
def _guards() -> tuple[str, ...]:
    """What Linux offers around a program (util-linux): limits, an end together with ours, no network."""
    if sys.platform != "linux":
        return ()
    offered = (
        ("prlimit", f"--as={_MEMORY}", f"--fsize={LARGEST * 5}", "--core=0"),
        ("setpriv", "--pdeathsig", "KILL"),
        ("unshare", "--user", "--map-current-user", "--net", "--pid", "--fork", "--kill-child=KILL"),
    )
    kept: tuple[str, ...] = ()
    for guard in offered:
        if shutil.which(guard[0]) and _works((*kept, *guard, "true")):
            kept = (*kept, *guard)
    return kept


def _works(command: tuple[str, ...]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False, timeout=10).returncode == 0  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
