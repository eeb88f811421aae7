from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from reader.core.owner import OwnerView
from reader.ui.theme import Mode, current
from sync.model.people import Role


@pytest.fixture
def owner() -> OwnerView:
    """A delegate of a made-up council."""
    office = "Hội đồng nhân dân xã Suối Lam"
    return OwnerView("Hoàng Thị Lượng", "", office, "Nhiệm kỳ 2026–2031", (Role.DELEGATE,))


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """The program's own look, light, at 100 %; afterwards screens are deleted (no loop runs here)."""
    current().apply(qapp)
    current().set_mode(Mode.LIGHT)
    current().set_scale(1.0)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
