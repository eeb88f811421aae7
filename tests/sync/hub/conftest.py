"""An office and its hub for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.world import World, make_world


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Everybody enrolled, nothing published."""
    made = make_world(tmp_path)
    yield made
    made.close()
