"""What tests of screens have in common."""

from collections.abc import Callable

import pytest
from support import layouts


@pytest.fixture
def relaid() -> layouts.Relaid:
    """Counts layouts."""
    return layouts.relaid


@pytest.fixture
def settle() -> Callable[[], None]:
    """Lets everything be laid out and painted."""
    return layouts.settle
