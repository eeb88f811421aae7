"""Offices made once and copied for each test: keys, passphrases and enrolments take their time."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.world import Mould, copy_office, drop_empty_folders, make_mould

from tools.office import Office, make_office


@pytest.fixture(scope="session")
def mould(tmp_path_factory: pytest.TempPathFactory) -> Mould:
    """Everybody enrolled; see ``make_world``."""
    return make_mould(tmp_path_factory.mktemp("mould"))


@pytest.fixture(scope="session")
def new_office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An office without people, to be copied."""
    made = make_office(tmp_path_factory.mktemp("office"))
    drop_empty_folders(made)
    return made


@pytest.fixture
def office(tmp_path: Path, new_office: Office) -> Office:
    """An office without people."""
    return copy_office(new_office, tmp_path)
