"""A process confined like the PDF child, by the same call, tries what a stranger's code would try."""

from __future__ import annotations

import errno
import json
import platform
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader.pdf import PdfClient
from reader.pdf.seccomp import MACHINES

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in MACHINES, reason="no system call filter here"
)

SCRIPT = """
import ctypes, errno, json, mmap, os, signal, socket, subprocess, sys, threading
from multiprocessing.reduction import recv_handle
from reader.pdf.confine import OwnMemory, give_up_rights
folder, victim = sys.argv[1], int(sys.argv[2])
libc = ctypes.CDLL(None, use_errno=True)
near, far = socket.socketpair()
handed = os.open(folder + "/handed", os.O_RDONLY)
socket.send_fds(far, [bytes([1])], [handed])
memory = OwnMemory()
give_up_rights(near.fileno(), *memory.handles)

def c(name, *arguments):
    result = getattr(libc, name)(*arguments)
    if result == -1:
        raise OSError(ctypes.get_errno(), name)

class Wire:
    fileno = near.fileno

def take():
    handle = recv_handle(Wire())
    with mmap.mmap(handle, 6, access=mmap.ACCESS_READ) as mapped:
        assert mapped[:] == b"handed"
    os.close(handle)

denied = {
    "write": lambda: open(folder + "/new", "w"),
    "append": lambda: open(folder + "/handed", "a"),
    "read": lambda: open(folder + "/handed"),
    "list": lambda: os.listdir(folder),
    "unlink": lambda: os.unlink(folder + "/handed"),
    "rename": lambda: os.rename(folder + "/handed", folder + "/new"),
    "mkdir": lambda: os.mkdir(folder + "/new"),
    "link": lambda: os.symlink("/", folder + "/new"),
    "chmod": lambda: os.chmod(folder + "/handed", 0o777),
    "exists": lambda: os.stat(folder + "/handed"),
    "memfd": lambda: os.memfd_create("x"),
    "internet": lambda: socket.socket(socket.AF_INET),
    "connect": lambda: c("connect", near.fileno(), bytes(16), 16),
    "datagram": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
    "unix": lambda: socket.socket(socket.AF_UNIX),
    "pair": lambda: socket.socketpair(),
    "send": lambda: near.sendto(b"x", b"/tmp/x"),
    "fork": os.fork,
    "vfork": lambda: subprocess.run(["/bin/true"]),
    "spawn": lambda: os.posix_spawn("/bin/true", ["true"], {}),
    "thread": lambda: threading.Thread(target=print).start(),
    "exec": lambda: os.execv("/bin/true", ["true"]),
    "kill": lambda: os.kill(victim, signal.SIGKILL),
    "kill all": lambda: os.kill(-1, signal.SIGKILL),
    "tgkill": lambda: c("tgkill", victim, victim, 9),
    "pidfd": lambda: os.pidfd_open(victim),
    "ptrace": lambda: c("ptrace", 16, victim, 0, 0),
    "peek": lambda: c("process_vm_readv", victim, 0, 0, 0, 0, 0),
    "limits": lambda: c("prlimit64", victim, 9, 0, 0),
    "own handles": lambda: c("prlimit64", 0, 7, 0, 0),
    "code": lambda: mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_EXEC),
    "traceable": lambda: c("prctl", 4, 1, 0, 0, 0),
    "owner": lambda: c("fcntl", near.fileno(), 8, victim),
    "terminal": lambda: c("ioctl", 0, 0x5412, b"x"),
    "own filter": lambda: c("syscall", 317, 1, 0, 0),
    "ring": lambda: c("syscall", 425, 1, 0),
    "unknown": lambda: c("syscall", 999),
    "nice": lambda: os.nice(1),
}
allowed = {"handle": take, "limit": lambda: memory.allow(2**20), "size": memory.private,
           "peak": memory.forget_peak, "memory": lambda: bytearray(2**26)}
said = {}
for name, attempt in (denied | allowed).items():
    try:
        attempt()
        said[name] = 0
    except OSError as error:
        said[name] = error.errno
    except RuntimeError as error:  # how Python says it of a thread
        said[name] = errno.EPERM
print(json.dumps([sorted(denied), said]), flush=True)
"""


@pytest.fixture
def confined(tmp_path):
    def run(script=SCRIPT):
        (tmp_path / "handed").write_text("handed")
        with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as victim:
            arguments = [sys.executable, "-c", script, tmp_path, str(victim.pid)]
            done = subprocess.run(
                arguments, cwd=Path(__file__).parents[3], capture_output=True, encoding="utf-8", check=False
            )
            assert victim.poll() is None
            victim.communicate(b"\n")
        return done

    return run


def test_it_can_do_nothing_but_compute_and_answer(confined, tmp_path):
    done = confined()
    assert done.returncode == 0, done.stderr
    denied, said = json.loads(done.stdout)
    assert {name: said[name] for name in denied} == dict.fromkeys(denied, errno.EPERM)
    assert {name for name, code in said.items() if code == 0} == said.keys() - set(denied)
    assert [path.name for path in tmp_path.iterdir()] == ["handed"]
    assert (tmp_path / "handed").read_text() == "handed"


def test_calls_by_the_numbers_of_another_processor_end_it(confined):
    if platform.machine() != "x86_64":
        pytest.skip("only x86-64 has a second way in")
    # mov eax, 20 (getpid); int 0x80; ret
    entry = """
code = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
code.write(bytes.fromhex("b814000000cd80c3"))
call = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(code)))
assert call() == os.getpid()
"""
    before, after = SCRIPT.split("memory = OwnMemory()")
    after = after.split("def c(")[0]
    done = confined(before + entry + "memory = OwnMemory()" + after + "call()\nprint('still here')")
    assert done.stdout == ""
    # By the filter; or by a kernel that has no such way in at all.
    assert done.returncode in (-signal.SIGSYS, -signal.SIGSEGV)


def test_where_there_is_no_filter_the_limits_still_hold(confined, tmp_path):
    before, after = SCRIPT.split("memory = OwnMemory()")
    elsewhere = "import platform\nplatform.machine = lambda: 'riscv64'\nmemory = OwnMemory()"
    attempt = """
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
with open(folder + "/new", "w") as new:
    new.write("x" * 10)
    try:
        new.flush()
    except OSError as error:
        print(status["Seccomp"], status["NoNewPrivs"], errno.errorcode[error.errno], flush=True)
        os._exit(0)
"""
    done = confined(before + elsewhere + after.split("def c(")[0] + attempt)
    assert done.stdout.split() == ["0", "1", "EFBIG"], done.stderr


def test_both_children_are_filtered():
    client = PdfClient()
    try:
        for one in (client, client.background):
            one.warm().result(60)
            assert one.is_filtered
    finally:
        client.close()


def test_a_child_is_deaf_to_ctrl_c_before_its_first_line():
    script = """
from pathlib import Path
from reader.pdf.child import Child
child = Child()
print(Path(f"/proc/{child.pid}/status").read_text())
child.bury()
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    status = dict(line.split(":", 1) for line in ran.stdout.strip().splitlines())
    assert int(status["SigBlk"], 16) & 1 << signal.SIGINT - 1
    assert ran.stderr == ""
