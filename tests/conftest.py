"""What every test has: a window system without a screen, the helpers in ``tests/support``, and examples that
are the same each time unless a number of them is asked for."""

import os
import sys
from pathlib import Path

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))

settings.register_profile("sohop", derandomize=not os.environ.get("SOHOP_EXAMPLES"))
settings.load_profile("sohop")
