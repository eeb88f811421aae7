"""What every test has: a window system without a screen, the helpers in ``tests/support``, keys stretched and
statements compiled once, and examples that are the same each time unless a number of them is asked for."""

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))

# Compiled modules are kept, as `make` has it: each worker and each program started would compile them again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

gc.disable()  # as in the window, where it is collected on one thread only


def pytest_collection_finish() -> None:
    """What is loaded stays, and is not looked through again after each test."""
    from reader.ui.garbage import spare_what_is_loaded

    gc.collect()
    spare_what_is_loaded()


def pytest_runtest_logfinish() -> None:
    """Collect what is due, on the thread on which Qt lives."""
    from reader.ui.garbage import collect_some

    collect_some()


@pytest.fixture(scope="session", autouse=True)
def reckoned_once() -> Iterator[None]:
    """See ``support.stretching`` and ``support.compiling``."""
    from support.compiling import remember_compiled
    from support.stretching import remember_stretched

    with pytest.MonkeyPatch.context() as patch:
        remember_stretched(patch)
        remember_compiled(patch)
        yield


settings.register_profile("sohop", deadline=None, derandomize=not os.environ.get("SOHOP_EXAMPLES"))
settings.load_profile("sohop")
