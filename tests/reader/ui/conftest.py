"""What tests of screens have in common."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
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
    """Screens are deleted after their test: no loop runs here, and a change of look would dress them all.
    The style sheet goes too: who looks at it puts it on, and what others make would take three times as long.
    The mouse is let go of: `QTest.mouseDClick` leaves its button down, and who holds one sees no ring."""
    yield
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        if qapp.mouseButtons() & button:
            QTest.mouseRelease(QWidget(), button)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if qapp.styleSheet():
        qapp.setStyleSheet("")
