"""What every test has: a window system without a screen, the helpers in ``tests/support``, and examples that
are the same each time unless a number of them is asked for."""

import gc
import os
import sys
from pathlib import Path

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))

gc.disable()  # as in the window, where it is collected on one thread only


def pytest_runtest_logfinish() -> None:
    """Collect what is due, on the thread on which Qt lives."""
    from reader.ui.garbage import collect_some

    collect_some()


settings.register_profile("sohop", derandomize=not os.environ.get("SOHOP_EXAMPLES"))
settings.load_profile("sohop")
