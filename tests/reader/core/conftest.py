"""Opened books of a hand-made office: the delegate Lan's, and the secretary Thu's."""

import pytest
from support.packets import PaperOffice


@pytest.fixture(scope="session")
def office():
    return PaperOffice()


@pytest.fixture
def book(office, tmp_path):
    """Lan's, with the roster and nothing else."""
    made = office.book(tmp_path / "lan", office.lan)
    yield made
    made.vault.close()


@pytest.fixture
def desk_book(office, tmp_path):
    """Thu's."""
    made = office.book(tmp_path / "thu", office.thu)
    yield made
    made.vault.close()
