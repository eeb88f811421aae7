"""SQL of the same statement is compiled once a process: each hub that a test opens would compile all of its
statements again, an eighth of what the test costs.
"""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Dialect, Engine, create_engine
from sqlalchemy.util import LRUCache

from sync.hub import database

_STATEMENTS = 4096
_compiled: LRUCache[Any, Any] = LRUCache(_STATEMENTS)
_dialects: dict[type[Dialect], Dialect] = {}


def remember_compiled(patch: pytest.MonkeyPatch) -> None:
    """Until ``patch`` is undone."""
    patch.setattr(database, "create_engine", _engine)


def _engine(*what: Any, **how: Any) -> Engine:
    made = create_engine(*what, execution_options={"compiled_cache": _compiled}, **how)
    # A statement is known by its dialect too, and each engine would have one of its own.
    made.dialect = _dialects.setdefault(type(made.dialect), made.dialect)
    return made
