"""PDF children forked from a process that has MuPDF already: the same worker, confined the same way, without
the third of a second that each start costs.

For tests in which a child takes part. How one is started, dies and is held is tested in ``tests/reader/pdf``
with children as the product starts them.
"""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from reader.pdf import child

if TYPE_CHECKING:
    import pytest


def start_children_warm(patch: pytest.MonkeyPatch) -> None:
    """Until ``patch`` is undone."""
    warm = multiprocessing.get_context("forkserver")
    warm.set_forkserver_preload(["reader.pdf.worker"])
    patch.setattr(child, "_CONTEXT", warm)
    patch.setattr(child, "_run", _run)


_as_usual = child._run


def _run(connection: Connection, background: bool) -> None:
    """The child's first function. What started it is not the test, and lives longer than it may."""
    child.die_with_parent = lambda: None
    _as_usual(connection, background)
