"""The approver before the window, with a version that was submitted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.approver import Approver, Desk
from support.windows import before_the_window, copied


@pytest.fixture(scope="module")
def mould(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("office") / "duyet")


@pytest.fixture
def approver(tmp_path: Path, mould: Desk, qtbot: QtBot) -> Iterator[Approver]:
    yield from before_the_window(Approver, copied(mould, tmp_path / "duyet"), qtbot)
