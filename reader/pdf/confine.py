"""What the PDF child gives up before it reads a stranger's file.

Holds on Linux: it dies with the window's process; gains no rights through exec; can't be traced or dumped by
the same user; writes no file (size limit 0); holds few handles; starts no process (except when run as root,
whom that limit does not bind); and has about 1 GiB beyond the documents it holds. It still could open files
the person can read and open sockets: seccomp is to close that. On Windows only the pipe's end stops it; a
job object is to bring the memory and process limits.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import sys
from typing import Final

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


def give_up_rights() -> None:
    """Set the limits; to be called when everything needed is imported."""
    if sys.platform == "linux":
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


class MemoryLimit:
    """Address space: what the program had at the start, plus what was handed over, plus the headroom."""

    def __init__(self) -> None:
        self._base = _address_space()
        self.allow(0)

    def allow(self, handed_over: int) -> None:
        """Set the limit for ``handed_over`` bytes of documents and canvas; call before mapping them."""
        if sys.platform == "linux":
            hard = resource.getrlimit(resource.RLIMIT_AS)[1]
            ceiling = _CEILING if hard == resource.RLIM_INFINITY else min(_CEILING, hard)
            soft = min(ceiling, self._base + handed_over + HEADROOM)
            resource.setrlimit(resource.RLIMIT_AS, (soft, ceiling))


def private_memory() -> int:
    """Bytes held in memory and shared with nobody; unknown is answered with more than any limit."""
    if sys.platform == "linux":
        pages = _pages()
        return (pages[1] - pages[2]) * resource.getpagesize()
    else:
        return sys.maxsize


def _address_space() -> int:
    if sys.platform == "linux":
        return _pages()[0] * resource.getpagesize()
    else:
        return 0


if sys.platform == "linux":

    def _pages() -> list[int]:
        """Address space, resident, of it shared, and more, in pages: proc(5), statm."""
        with open("/proc/self/statm", encoding="ascii") as statm:
            return [int(field) for field in statm.read().split()]


def _prctl(option: int, value: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(option, ctypes.c_ulong(value), 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), f"prctl {option}")
