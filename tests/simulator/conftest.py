"""One office for all stories of a worker."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest
from simulator.office import Mould, Scene, make_mould, workshop
from simulator.wire import Loop

_numbers = count()


@pytest.fixture(scope="session")
def loop() -> Iterator[Loop]:
    with Loop() as made:
        yield made


@pytest.fixture(scope="session")
def mould(loop: Loop) -> Iterator[Mould]:
    """The founded office."""
    with workshop() as folder:
        yield make_mould(folder, loop)


@pytest.fixture
def scene(mould: Mould, loop: Loop) -> Iterator[Scene]:
    """A copy of it for one story."""
    made = Scene(mould, mould.folder.parent / f"scene{next(_numbers)}", loop)
    yield made
    made.close()
