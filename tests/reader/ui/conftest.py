"""What tests of screens have in common."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from support import layouts


@pytest.fixture
def relaid() -> layouts.Relaid:
    """Counts layouts."""
    return layouts.relaid


@pytest.fixture
def settle() -> Callable[[], None]:
    """Lets everything be laid out and painted."""
    return layouts.settle


@pytest.fixture(autouse=True)
def swept(qapp: QApplication) -> Iterator[None]:
    """Screens are deleted after their test: no loop runs here, and a change of look would dress them all."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
