"""What the PDF child gives up before it reads a stranger's file.

Holds on Linux, for a child that has been taken over as well: it can open no file, neither to write nor to
read, can make no socket and use none but its pipe, can start no program, process or thread, can touch no
other process, and can make no new code of data; that is a system call filter, see ``seccomp``. It dies with
the window's process, can't be traced or dumped by the same user, and holds no handle but its pipe, the
documents it was handed and the canvas. It has about 1 GiB beyond those documents; taken over it could raise
that to 16 GiB, and it could ask whether a file exists.

Where the kernel or the processor has no such filter (x86-64 and aarch64 do; it was run on x86-64 only) the
rest still holds, and what the filter does is left to limits: no file is written, no process started (except
when run as root, whom that limit does not bind), but files can be read and sockets opened. ``sohop
self-check`` says which it is.

On Windows only the pipe's end and the time limit stop it: there is no filter and no job object yet, and
nothing here was ever run there.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from reader.pdf.seccomp import filter_calls

if sys.platform != "win32":
    from multiprocessing import resource_tracker
if sys.platform == "linux":
    import resource

    _PR_SET_PDEATHSIG: Final = 1
    _PR_SET_DUMPABLE: Final = 4
    _PR_SET_NO_NEW_PRIVS: Final = 38
    _SIGKILL: Final = 9

HEADROOM: Final = 1024**3
"""Bytes of address space beyond the program itself and what was handed to it."""
_CEILING: Final = 16 * 1024**3
_HANDLES: Final = 64
_NICENESS: Final = 5
"""A quarter of a contended core. Less, and the time limit of a request would strike honest pages."""


@contextmanager
def deaf_to_ctrl_c() -> Iterator[None]:
    """A process started in here never hears of Ctrl+C, not even before its own first line: a terminal sends
    that to all, and the parent says when to end.
    """
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # started along with a child, it would lift the mask before that one
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def silence() -> None:
    """Send standard output and error nowhere: a document's text must not reach a terminal or a log."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
    sys.dont_write_bytecode = True


def die_with_parent() -> None:
    """End when the thread that started us ends (it lives as long as its client), however it ends."""
    if sys.platform == "linux":
        _prctl(_PR_SET_PDEATHSIG, _SIGKILL)
        parent = multiprocessing.parent_process()
        if parent is not None and os.getppid() != parent.pid:  # it died before we asked
            sys.exit(1)


def give_way() -> None:
    """Run only as fast as the window and its own child leave room for."""
    if sys.platform != "win32":
        os.nice(_NICENESS)


def give_up_rights(*needed: int) -> None:
    """Close every handle but the ``needed`` ones and set the limits; call when everything is imported."""
    if sys.platform == "linux":
        _close_all_but({0, 1, 2, *needed})
        _prctl(_PR_SET_NO_NEW_PRIVS, 1)
        _prctl(_PR_SET_DUMPABLE, 0)
        for limit, value in (
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_NPROC, 0),
            (resource.RLIMIT_NOFILE, _HANDLES),
        ):
            hard = resource.getrlimit(limit)[1]
            lowered = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.setrlimit(limit, (lowered, lowered))
        filter_calls()


class OwnMemory:
    """What this process may use and what it uses. To be made before files can't be opened any more."""

    def __init__(self) -> None:
        self._sizes = _own("statm", os.O_RDONLY)
        self._references = _own("clear_refs", os.O_WRONLY)
        self._base = self._pages()[0] * _page_size()
        self.allow(0)

    @property
    def handles(self) -> tuple[int, ...]:
        """To be kept open."""
        return tuple(handle for handle in (self._sizes, self._references) if handle is not None)

    def allow(self, handed_over: int) -> None:
        """Limit the address space to what the program had at the start, ``handed_over`` bytes of documents
        and canvas (call before mapping them), and the headroom.
        """
        if sys.platform == "linux":
            hard = resource.getrlimit(resource.RLIMIT_AS)[1]
            ceiling = _CEILING if hard == resource.RLIM_INFINITY else min(_CEILING, hard)
            soft = min(ceiling, self._base + handed_over + HEADROOM)
            resource.setrlimit(resource.RLIMIT_AS, (soft, ceiling))

    def private(self) -> int | None:
        """Bytes held in memory and shared with nobody; None where that can't be known."""
        pages = self._pages()
        return (pages[1] - pages[2]) * _page_size() if self._sizes is not None else None

    def forget_peak(self) -> None:
        """Count the most that was ever held (proc(5), VmHWM) from now on."""
        if self._references is not None:
            os.write(self._references, b"5")

    def _pages(self) -> list[int]:
        """Address space, resident, of it shared, and more, in pages: proc(5), statm."""
        if sys.platform == "win32" or self._sizes is None:
            return [0, 0, 0]
        return [int(field) for field in os.pread(self._sizes, 256, 0).split()]


def peak_of(process: int) -> int | None:
    """The most bytes a process has held in memory, by the kernel; None when it is gone or not on Linux."""
    value = _status(process, "VmHWM")
    return int(value.split()[0]) * 1024 if value else None


def is_filtered(process: int) -> bool:
    """Whether a process may make only the system calls of a list, by the kernel."""
    return _status(process, "Seccomp") == "2"


def _own(name: str, flags: int) -> int | None:
    try:
        return os.open(f"/proc/self/{name}", flags)
    except OSError:
        return None  # another system, or a kernel without it


def _status(process: int, field: str) -> str | None:
    if sys.platform != "linux":
        return None
    try:
        lines = Path(f"/proc/{process}/status").read_text("ascii", errors="replace").splitlines()
    except OSError:
        return None
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(field + ":")), None)


def _page_size() -> int:
    return resource.getpagesize() if sys.platform == "linux" else 1


def _close_all_but(needed: set[int]) -> None:
    """Python's own helpers leave some open: the pipe of its resource tracker unlinks what it is told to."""
    for handle in [int(name) for name in os.listdir("/proc/self/fd")]:
        if handle not in needed:
            try:
                os.close(handle)
            except OSError:
                continue  # the listing's own


def _prctl(option: int, value: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(option, ctypes.c_ulong(value), 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), f"prctl {option}")
