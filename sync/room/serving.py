"""Runs a room hub: the hub's own program, told of on the network, and a thread that meets the office."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from time import monotonic

from sync.errors import Code, SohopError
from sync.hub import serve as serving
from sync.hub.hub import Hub, Layout, open_hub
from sync.hub.lock import held
from sync.hub.logs import note_bug
from sync.room.announcing import Announcing
from sync.room.office_line import Met, OfficeLine

SOON_S = 2.0
"""How often the office is met while there is a line: a ballot that it carries waits no longer."""
LATER_S = 30.0
"""How often it is looked for while there is none."""
_END_S = 10.0


def meet_once(folder: Path) -> Met:
    """One meeting with the office by a program of its own, also before this room hub can serve.

    Raises ``SohopError`` of the line, ``VAULT_IN_USE`` while it serves, ``VAULT_MISSING``.
    """
    layout = Layout(folder)
    if not layout.database.exists():
        raise SohopError(Code.VAULT_MISSING)
    with held(layout.lock):
        hub = open_hub(folder, tls=False)
        line = OfficeLine(hub)
        try:
            return line.meet()
        finally:
            line.close()
            hub.close()


def serve_room(
    folder: Path,
    host: str,
    port: int,
    *,
    ready: Callable[[str], None],
    met: Callable[[Met | None], None] = lambda met: None,
    announced: bool = True,
    with_parent: bool = False,
) -> None:
    """Serve a meeting's own network until told to stop; with ``with_parent`` also when standard input ends.

    ``met`` is told after each meeting with the office, None when it was not to be reached. A ``port`` that
    is taken gives way to a free one. Raises ``SohopError(NOT_YET_ON_ROSTER)`` before the administrator has
    signed it, and what ``serve`` does.
    """
    layout = Layout(folder)
    if not layout.database.exists():
        raise SohopError(Code.VAULT_MISSING)
    if not layout.tls.exists():
        raise SohopError(Code.NOT_YET_ON_ROSTER)
    beside = partial(_beside, met, announced, with_parent)
    try:
        serving.serve(folder, host, port, tls=True, ready=ready, beside=beside)
    except OSError:
        if port == 0:
            raise
        serving.serve(folder, host, 0, tls=True, ready=ready, beside=beside)


@contextmanager
def _beside(
    met: Callable[[Met | None], None],
    announced: bool,
    with_parent: bool,
    hub: Hub,
    port: int,
) -> Iterator[None]:
    ended = threading.Event()
    line = OfficeLine(hub)
    meeting = threading.Thread(target=_meet_on, args=(line, ended, met), name="office", daemon=True)
    meeting.start()
    if with_parent:
        threading.Thread(target=_wait_for_parent, name="parent", daemon=True).start()
    telling = Announcing(hub.recorder.hub, hub.recorder.tenant, port) if announced else nullcontext()
    try:
        with telling:
            yield
    finally:
        ended.set()
        line.close()
        meeting.join(_END_S)


def _meet_on(line: OfficeLine, ended: threading.Event, met: Callable[[Met | None], None]) -> None:
    while not ended.is_set():
        began = monotonic()
        try:
            what: Met | None = line.meet()
        except SohopError:
            what = None
        except Exception as error:  # noqa: BLE001 – the room goes on without its office
            note_bug(error)
            what = None
        if ended.is_set():
            return
        met(what)
        every = SOON_S if what is not None else LATER_S
        ended.wait(max(SOON_S, every - (monotonic() - began)))


def _wait_for_parent() -> None:
    """Whoever started this program holds the other end of standard input, also when it is killed."""
    while sys.stdin.buffer.read(1):
        pass
    signal.raise_signal(signal.SIGTERM)  # not SIGINT: who was begun in the background may ignore that
