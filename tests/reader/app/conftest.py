"""A delegate's and the secretary's opened books, of a hand-made office."""

import pytest
from support.packets import PaperOffice


@pytest.fixture(scope="session")
def office():
    return PaperOffice()


@pytest.fixture
def book(office, tmp_path):
    made = office.book(tmp_path / "lan", office.lan)
    yield made
    if not made.vault.is_closed:
        made.vault.close()
