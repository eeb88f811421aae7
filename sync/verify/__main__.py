"""``python -m sync.verify FILE``."""

import argparse
import sys
from pathlib import Path

from sync.verify.saying import run

parser = argparse.ArgumentParser(prog="python -m sync.verify")
parser.add_argument("file", type=Path)
parser.add_argument("--root-key", default="")
parser.add_argument("--lang", choices=("vi", "en"), default="vi")
given = parser.parse_args()
sys.exit(run(given.file, given.root_key, given.lang))
