"""``sohop probe`` on files made to hurt, and on a collection of real odd ones, watched by strace."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.hostile import cases

pytestmark = pytest.mark.storm

ROOT = Path(__file__).parents[3]
CORPUS = os.environ.get("SOHOP_CORPUS")
"""A folder of PDFs to go through as well."""
CALLS = (
    "network,process,open,openat,openat2,creat,unlink,unlinkat,rename,renameat,renameat2,link,linkat,symlink,"
    "symlinkat,mkdir,mkdirat,mknod,mknodat,truncate,chmod,fchmodat"
)
SECONDS, MEGABYTES = 10.0, 1024**3 / 1e6
WRITTEN = {"/dev/null", "/proc/self/clear_refs"}


@dataclass(frozen=True)
class Run:
    status: int
    errors: str
    lines: list[dict]
    trace: list[str] | None


def probed(folder, files):
    trace = folder / "trace"
    command = [sys.executable, "-m", "reader", "probe", *map(os.fspath, files)]
    strace = shutil.which("strace")
    if strace:
        command = [strace, "-f", "-qq", "-s", "256", "-o", os.fspath(trace), "-e", f"trace={CALLS}", *command]
    # Python's own cache of compiled sources is no doing of a file.
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    calls = trace.read_text(errors="replace").splitlines() if strace else None
    return Run(done.returncode, done.stderr.decode(), lines, calls)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    expected = {}
    for number, (name, data, outcomes) in enumerate(cases()):
        # Names that mislead an eye, a shell or a JSON reader.
        path = folder / f'{number}\u202efdp.exe "{name}"\n$(id).pdf'
        path.write_bytes(data)
        expected[str(path)] = outcomes
    return expected, probed(tmp_path_factory.mktemp("trace"), expected)


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    files = sorted(Path(CORPUS).rglob("*.pdf")) if CORPUS else []
    if not files:
        pytest.skip("SOHOP_CORPUS names no folder of PDFs")
    return files, probed(tmp_path_factory.mktemp("trace"), files)


def bounded(run, count):
    assert (run.status, run.errors) == (0, "")
    assert len(run.lines) == count
    slow = [line for line in run.lines if line["seconds"] > SECONDS]
    assert not slow
    large = [line for line in run.lines if (line["peak_mb"] or 0) > MEGABYTES]
    assert not large


def harmless(run):
    """No connection, no program but Python's own helpers, no file written, made, moved or deleted."""
    if run.trace is None:
        pytest.skip("strace is not installed")
    calls = [match for line in run.trace if (match := re.match(r"\d+ +(\w+)\((.*)", line))]
    named = [(call[1], call[2]) for call in calls]
    reaching = ("socket", "connect", "bind", "listen", "sendto")
    assert not [call for call in named if call[0] in reaching]
    assert all(rest.startswith("AF_UNIX") for name, rest in named if name == "socketpair")
    programs = [rest for name, rest in named if name in ("execve", "execveat")]
    own = [program for program in programs if "multiprocessing" in program]
    assert len(programs) == 1 + len(own)
    written = {
        rest.split('"')[1]
        for name, rest in named
        if name.startswith("open") and re.search("O_WRONLY|O_RDWR|O_CREAT", rest)
    }
    assert written <= WRITTEN
    changes = re.compile("creat$|unlink|rename|link|mk|truncate|.*chmod")
    assert not [call for call in named if changes.match(call[0])]


def test_each_hostile_file_ends_in_an_outcome_that_is_right_for_it(made):
    expected, run = made
    bounded(run, len(expected))
    wrong = [line for line in run.lines if line["outcome"] not in expected[line["file"]]]
    assert not wrong


def test_hostile_files_reach_nothing(made):
    harmless(made[1])


@pytest.mark.corpus
def test_a_collection_of_odd_files_is_gone_through(collected):
    files, run = collected
    bounded(run, len(files))
    assert {line["outcome"] for line in run.lines} <= {"ok", "password", "damaged"}


@pytest.mark.corpus
def test_a_collection_of_odd_files_reaches_nothing(collected):
    harmless(collected[1])
