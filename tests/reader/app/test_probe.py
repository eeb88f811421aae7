"""``sohop probe``, as somebody calls it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pymupdf
import pytest

from reader.app.cli import main

SAMPLES = sorted((Path(__file__).parents[3] / "resources" / "sample").glob("*.pdf"))
KEYS = ["file", "outcome", "pages", "seconds", "peak_mb", "sentence"]


@pytest.fixture
def probe(capfd):
    def run(*files, language="vi"):
        status = main(["--lang", language, "probe", *map(str, files)])
        out, err = capfd.readouterr()
        assert err == ""
        lines = [json.loads(line) for line in out.splitlines()]
        assert all(list(line) == KEYS for line in lines)
        assert [line["file"] for line in lines] == [str(file) for file in files]
        return status, lines

    return run


def made(path, **options):
    document = pymupdf.open()
    document.new_page().insert_text((60, 60), "text")
    document.save(path, **options)
    return path


def test_good_files_are_ok_with_what_it_took(probe):
    status, lines = probe(*SAMPLES[:3])
    assert status == 0
    assert {line["outcome"] for line in lines} == {"ok"}
    assert all(
        line["pages"] > 0 and 0 <= line["seconds"] < 10 and 10 < line["peak_mb"] < 1074 for line in lines
    )
    assert f"{lines[0]['pages']} trang" in lines[0]["sentence"]


def test_a_bad_file_is_an_outcome_not_a_failure(probe, tmp_path):
    locked = made(tmp_path / "a.pdf", encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="u", owner_pw="o")
    other = tmp_path / "b.pdf"
    other.write_text("<html>")
    empty = tmp_path / "c.pdf"
    empty.touch()
    huge = tmp_path / "d.pdf"
    huge.touch()
    os.truncate(huge, 2**31 + 1)
    status, lines = probe(locked, other, empty, huge, made(tmp_path / "e.pdf"), language="en")
    assert status == 0
    assert [line["outcome"] for line in lines] == ["password", "damaged", "damaged", "refused", "ok"]
    assert "a.pdf is locked by a password" in lines[0]["sentence"]


def test_what_could_not_be_tried_is_said_and_the_others_are_tried(probe, tmp_path):
    fifo = tmp_path / "fifo.pdf"
    os.mkfifo(fifo)
    long = tmp_path / ("d" * 300)
    status, lines = probe(tmp_path / "none.pdf", tmp_path, fifo, long, "/dev/null", made(tmp_path / "a.pdf"))
    assert status == 1
    assert [line["outcome"] for line in lines] == ["refused"] * 5 + ["ok"]
    assert lines[0]["sentence"] == "Không thấy tệp none.pdf."
    assert "không phải tệp" in lines[1]["sentence"]
    assert "fifo.pdf" in lines[2]["sentence"]


def test_a_file_nobody_may_read_is_said(probe, tmp_path):
    secret = made(tmp_path / "a.pdf")
    secret.chmod(0)
    if os.access(secret, os.R_OK):
        pytest.skip("this user may read everything")
    status, lines = probe(secret)
    assert status == 1
    assert "không có quyền đọc" in lines[0]["sentence"]


@pytest.fixture
def running():
    processes = []

    def start(*files, **options):
        environment = os.environ | options.pop("environment", {})
        command = [sys.executable, "-m", "reader", "probe", *map(str, files)]
        # What is ignored here would be ignored there as well: so a shell starts what is to run behind it.
        ctrl_c = signal.signal(signal.SIGINT, options.pop("ctrl_c", signal.default_int_handler))
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, **options
        )
        signal.signal(signal.SIGINT, ctrl_c)
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.kill()
        process.communicate()


def test_lines_come_as_files_are_tried_and_ctrl_c_ends_it(running):
    process = running(*SAMPLES * 200, start_new_session=True)
    first = json.loads(process.stdout.readline())
    assert first["outcome"] == "ok"
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert len(err.splitlines()) == 1
    assert all(json.loads(line)["outcome"] == "ok" for line in out.splitlines())


def test_ctrl_c_does_not_end_what_a_shell_runs_behind_it(running):
    process = running(*SAMPLES[:2] * 5, start_new_session=True, ctrl_c=signal.SIG_IGN)
    process.stdout.readline()
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
    assert [json.loads(line)["outcome"] for line in out.splitlines()] == ["ok"] * 9


def test_whoever_reads_the_lines_may_stop(running):
    process = running(*SAMPLES * 20)
    process.stdout.readline()
    process.stdout.close()
    process.stdout = None
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (1, b"")


def test_a_terminal_without_vietnamese_gets_escapes(running, tmp_path):
    name = os.fsdecode("Nghị quyết ".encode() + b"\xff.pdf")
    file = made(tmp_path / "a.pdf").rename(tmp_path / name)
    process = running(file, environment={"PYTHONIOENCODING": "ascii"})
    out, _ = process.communicate(timeout=60)
    line = json.loads(out.decode("ascii"))
    assert line["outcome"] == "ok"
    assert line["file"].endswith(name)
