"""A folder in which another program lays homeward bundles for the hub that is running: it alone writes."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

from sync.errors import Code, SohopError
from sync.hub import homeward, logs
from sync.hub.files import replace
from sync.hub.hub import Hub, Layout, open_hub
from sync.hub.lock import held
from sync.model.ids import new_id
from sync.wire.codec import pack, unpack
from sync.wire.letters import BundleTaken
from sync.wire.messages import Refusal

LOOK_S: Final = 0.5
_PATIENCE_S: Final = 120.0
_LEFT_S: Final = 3_600.0
"""What nobody came back for is thrown away: the sticks have it all."""
_LAID: Final = ".laid"
_TAKEN: Final = ".taken"
_REFUSED: Final = ".refused"


class Doorstep:
    """Looks twice a second while the hub serves; ends with it."""

    def __init__(self, hub: Hub, folder: Path) -> None:
        self._hub = hub
        self._folder = folder
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="doorstep", daemon=True)

    def look(self) -> int:
        """Take what lies there; how many files that was."""
        laid = sorted(self._folder.glob(f"*{_LAID}")) if self._folder.is_dir() else []
        for path in laid:
            answer, ending = self._take(path)
            replace(path.with_suffix(ending), answer, private=True)
            path.unlink(missing_ok=True)  # whoever laid it may have stopped waiting
        return len(laid)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _take(self, path: Path) -> tuple[bytes, str]:
        """What is answered, and in which kind of file. A bug is told as it is over the line: the file would
        stand before all others for ever."""
        try:
            return pack(homeward.take_in(self._hub, path.read_bytes())), _TAKEN
        except SohopError as error:
            fields = {name: str(value) for name, value in error.fields.items()}
            return pack(Refusal(code=error.code, fields=fields)), _REFUSED
        except Exception as error:  # noqa: BLE001  # the next file must not suffer from it
            logs.note_bug(error)
            return pack(Refusal(code=Code.HUB_BROKEN)), _REFUSED

    def _run(self) -> None:
        while not self._stop.wait(LOOK_S):
            try:
                self.look()
            except Exception as error:  # noqa: BLE001  # as a full disk: the next look may find room
                logs.note_bug(error)


def bring(layout: Layout, data: bytes) -> BundleTaken:
    """Have a homeward bundle settled: by the hub that serves the folder, or by ourselves when none does.

    Raises what ``homeward.take`` does; ``SohopError(TIMEOUT)`` when a running hub says nothing.
    """
    try:
        with held(layout.lock):
            hub = open_hub(layout.folder, tls=False)
            try:
                return homeward.take_in(hub, data)
            finally:
                hub.close()
    except SohopError as error:
        if error.code is not Code.VAULT_IN_USE:
            raise
    return _lay(layout.doorstep, data)


def _lay(folder: Path, data: bytes) -> BundleTaken:
    folder.mkdir(mode=0o700, exist_ok=True)
    _sweep(folder)
    laid = folder / (new_id("b") + _LAID)
    replace(laid, data, private=True)
    taken, refused = laid.with_suffix(_TAKEN), laid.with_suffix(_REFUSED)
    end = time.monotonic() + _PATIENCE_S
    while time.monotonic() < end:
        if taken.exists():
            answer = taken.read_bytes()
            taken.unlink()
            return unpack(answer, BundleTaken)
        if refused.exists():
            said = unpack(refused.read_bytes(), Refusal)
            refused.unlink()
            raise SohopError(said.code, **said.fields)
        time.sleep(LOOK_S / 2)
    laid.unlink(missing_ok=True)
    raise SohopError(Code.TIMEOUT)


def _sweep(folder: Path) -> None:
    for path in folder.iterdir():
        with suppress(FileNotFoundError):  # the hub and others who wait put and take meanwhile
            if time.time() - path.stat().st_mtime > _LEFT_S:
                path.unlink()
