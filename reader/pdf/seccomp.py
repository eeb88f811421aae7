"""The system calls left to a PDF child on Linux: what it needs to compute, and to answer on its pipe.

A list of what is allowed; everything else is answered with EPERM, calls not invented yet included. No file
can be opened, not even to read: what the child uses it has in its hands by then, or gets over the pipe. No
thread can be made either: neither MuPDF nor our side of the child needs a second one. See seccomp(2); the
filter is classic BPF, made here because all it takes is a table and forty lines.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_Test = tuple[str, int, tuple[int, ...]]
"""How, which argument, and the values: ``is`` one of them, or ``lacks`` the bits."""

_PROT_EXEC: Final = 4
_AT_EMPTY_PATH: Final = 0x1000
_RLIMIT_AS: Final = 9
_F_COMMANDS: Final = (1, 2, 3, 4, 1030)
"""Get and set the flags of a handle, and F_DUPFD_CLOEXEC, with which a handle from the pipe is taken."""

_TESTS: Final[dict[str, tuple[_Test, ...]]] = {
    "fcntl": (("is", 1, _F_COMMANDS),),
    # Nothing new becomes code.
    "mmap": (("lacks", 2, (_PROT_EXEC,)),),
    "mprotect": (("lacks", 2, (_PROT_EXEC,)),),
    # Some libc's fstat. It could be used to ask whether a file exists, and how large it is.
    "newfstatat": (("is", 3, (_AT_EMPTY_PATH,)),),
    # Its own address space, up to the hard limit.
    "prlimit64": (("is", 0, (0,)), ("is", 1, (_RLIMIT_AS,))),
    # Itself: abort(3). The process's number is filled in.
    "tgkill": (("is", 0, ()),),
}


@dataclass(frozen=True, slots=True)
class Machine:
    """The numbers of one processor's calls; of those on ``_TESTS`` only some uses are allowed."""

    audit: int
    seccomp: int
    calls: dict[str, int]


_X86_64: Final = Machine(
    audit=0xC000003E,
    seccomp=317,
    calls={
        "read": 0, "write": 1, "close": 3, "fstat": 5, "poll": 7, "lseek": 8, "mmap": 9, "mprotect": 10,
        "munmap": 11, "brk": 12, "rt_sigaction": 13, "rt_sigprocmask": 14, "rt_sigreturn": 15, "pread64": 17,
        "readv": 19, "writev": 20, "select": 23, "sched_yield": 24, "mremap": 25, "madvise": 28,
        "nanosleep": 35, "getpid": 39, "recvfrom": 45, "recvmsg": 47, "getsockname": 51, "getsockopt": 55,
        "exit": 60, "fcntl": 72, "gettimeofday": 96, "getrusage": 98, "sysinfo": 99, "getppid": 110,
        "sigaltstack": 131, "gettid": 186, "time": 201, "futex": 202, "sched_getaffinity": 204,
        "restart_syscall": 219, "clock_gettime": 228, "clock_getres": 229, "clock_nanosleep": 230,
        "exit_group": 231, "tgkill": 234, "newfstatat": 262, "pselect6": 270, "ppoll": 271, "prlimit64": 302,
        "getcpu": 309, "getrandom": 318,
    },
)  # fmt: skip
_AARCH64: Final = Machine(
    audit=0xC00000B7,
    seccomp=277,
    calls={
        "fcntl": 25, "close": 57, "lseek": 62, "read": 63, "write": 64, "readv": 65, "writev": 66,
        "pread64": 67, "pselect6": 72, "ppoll": 73, "newfstatat": 79, "fstat": 80, "exit": 93,
        "exit_group": 94, "futex": 98, "nanosleep": 101, "clock_gettime": 113, "clock_getres": 114,
        "clock_nanosleep": 115, "sched_getaffinity": 123, "sched_yield": 124, "restart_syscall": 128,
        "tgkill": 131, "sigaltstack": 132, "rt_sigaction": 134, "rt_sigprocmask": 135, "rt_sigreturn": 139,
        "getrusage": 165, "getcpu": 168, "gettimeofday": 169, "getpid": 172, "getppid": 173, "gettid": 178,
        "sysinfo": 179, "getsockname": 204, "recvfrom": 207, "getsockopt": 209, "recvmsg": 212, "brk": 214,
        "munmap": 215, "mremap": 216, "mmap": 222, "mprotect": 226, "madvise": 233, "prlimit64": 261,
        "getrandom": 278,
    },
)  # fmt: skip
MACHINES: Final = {"x86_64": _X86_64, "aarch64": _AARCH64}

_SET_MODE_FILTER: Final = 1
_FLAG_TSYNC: Final = 1
_KILL_PROCESS: Final = 0x80000000
_ERRNO: Final = 0x00050000
_ALLOW: Final = 0x7FFF0000
_LOAD: Final = 0x20
_EQUAL: Final = 0x15
_ANY_BIT: Final = 0x45
_RETURN: Final = 0x06
_AT_NUMBER: Final = 0
_AT_MACHINE: Final = 4
_AT_ARGUMENTS: Final = 16


def filter_calls() -> bool:
    """Allow only the listed calls from now on; no way back.

    False where the kernel or the processor has no such thing, and nothing has changed. No-new-privileges
    must be set.
    """
    machine = MACHINES.get(platform.machine()) if sys.maxsize > 2**32 else None
    if machine is None:
        return False
    program = b"".join(_program(machine, os.getpid()))
    code = ctypes.create_string_buffer(program, len(program))
    # struct sock_fprog: a length in instructions, and where they are.
    given = struct.pack("@HP", len(program) // 8, ctypes.addressof(code))
    call = ctypes.CDLL(None, use_errno=True).syscall
    call.restype = ctypes.c_long
    number, mode, flag = (ctypes.c_long(one) for one in (machine.seccomp, _SET_MODE_FILTER, _FLAG_TSYNC))
    return bool(call(number, mode, flag, given) == 0)


def _program(machine: Machine, process: int) -> Iterator[bytes]:
    refused = _ERRNO | errno.EPERM
    yield _instruction(_LOAD, _AT_MACHINE)
    # Another processor's way in has other numbers.
    yield _instruction(_EQUAL, machine.audit, 1, 0)
    yield _instruction(_RETURN, _KILL_PROCESS)
    yield _instruction(_LOAD, _AT_NUMBER)
    for name, number in machine.calls.items():
        body = list(_tests(name, process, refused))
        yield _instruction(_EQUAL, number, 0, len(body))
        yield from body
    yield _instruction(_RETURN, refused)


def _tests(name: str, process: int, refused: int) -> Iterator[bytes]:
    """What is done with a call once it is known which: always ends with a verdict."""
    for how, argument, values in _TESTS.get(name, ()):
        # The lower half: both processors have it first, and these arguments are no wider, or bits of it.
        yield _instruction(_LOAD, _AT_ARGUMENTS + 8 * argument)
        if how == "is":
            wanted = values or (process,)
            for left, value in zip(range(len(wanted), 0, -1), wanted, strict=True):
                yield _instruction(_EQUAL, value, left, 0)
        else:
            yield _instruction(_ANY_BIT, values[0], 0, 1)
        yield _instruction(_RETURN, refused)
    yield _instruction(_RETURN, _ALLOW)


def _instruction(code: int, value: int, then: int = 0, otherwise: int = 0) -> bytes:
    """struct sock_filter. A jump counts from the next instruction."""
    return struct.pack("=HBBI", code, then, otherwise, value)
