"""What tests of screens have in common."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from support import layouts
from support.warm import start_children_warm


@pytest.fixture
def relaid() -> layouts.Relaid:
    """Counts layouts."""
    return layouts.relaid


@pytest.fixture
def settle() -> Callable[[], None]:
    """Lets everything be laid out and painted."""
    return layouts.settle


@pytest.fixture(autouse=True)
def warm(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDF children start in no time."""
    start_children_warm(monkeypatch)


@pytest.fixture(autouse=True)
def swept(qapp: QApplication) -> Iterator[None]:
    """Screens are deleted after their test: no loop runs here, and a change of look would dress them all."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
