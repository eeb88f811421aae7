"""The window is killed by SIGKILL while a person types and draws: at most the unfinished stroke is lost, and
never words older than a second.

``SOHOP_RANDOM_KILLS`` in the environment makes it longer; ``make storm`` does.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

import pymupdf
import pytest
from support.packets import DOCUMENT, MEETING, PASSPHRASE
from support.windows import WindowOffice
from support.writer import text

from reader.core.book import Book
from reader.store.vault import Vault
from reader.ui.marks.draft import NoteDraft

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kills are those of POSIX")

KILLS = 1 + int(os.environ.get("SOHOP_RANDOM_KILLS", "0")) // 60
AGE = 1.5
"""Seconds: one that is promised, and what a loaded machine takes to hand the letters on."""


@pytest.fixture(scope="module")
def mould(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A laptop with one document."""
    profile = tmp_path_factory.mktemp("mould") / "lan"
    office = WindowOffice(profile)
    book = office.paper.book(profile, office.paper.lan)
    with pymupdf.open() as pdf:
        pdf.new_page().insert_text((72, 72), "Dự toán ngân sách xã năm 2027")
        data = bytes(pdf.tobytes(garbage=3, deflate=True))
    document = office.paper.document(data)
    item = office.paper.item(document)
    starts = datetime.now(UTC) + timedelta(days=1)
    office.paper.deliver(book.vault, office.paper.manifest(item, starts=starts), item)
    office.arrive(book, MEETING, document, data)
    book.vault.close()
    return profile


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(seed, marks=pytest.mark.storm) for seed in range(1, KILLS))]
)
def test_what_was_typed_a_second_ago_and_every_finished_stroke_are_there(
    seed: int, mould: Path, tmp_path: Path
) -> None:
    profile = tmp_path / "lan"
    shutil.copytree(mould, profile)
    lines = random.Random(seed).randint(20, 110)
    with subprocess.Popen(
        [sys.executable, "-m", "support.writer", str(profile)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as writer:
        assert writer.stdout is not None
        told = [line.split() for line in islice(writer.stdout, lines)]
        writer.kill()
        killed = time.monotonic()
        told += [line.split() for line in writer.stdout if line.endswith("\n")]
    assert len(told) >= lines
    old = max((int(n) for what, n, at in told if what == "typed" and float(at) <= killed - AGE), default=0)
    drawn = sum(what == "drawn" for what, _, _ in told)
    book = Book(Vault.open(profile, PASSPHRASE))
    try:
        kept = book.vault.settings.get(f"draft/{DOCUMENT}", list[NoteDraft], [])
        words = kept[0].text if kept else ""
        assert text(10_000).startswith(words)
        assert len(words) >= len(text(old).rstrip())
        assert len(book.project(MEETING).marks) in (drawn, drawn + 1)
    finally:
        book.vault.close()
