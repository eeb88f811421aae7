"""``update``: sources → sohop_en.ts. ``check``: is it complete and compiled. ``release``: → sohop_en.qm."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import PySide6

from tools.translations import catalogue
from tools.translations.sources import Found, collect

ROOT = Path(__file__).parent.parent.parent
CATALOGUE = ROOT / "resources/translations/sohop_en.ts"
COMPILED = CATALOGUE.with_suffix(".qm")


def main() -> int:
    """Run one command; 1 when ``check`` has something to say or a string cannot be collected."""
    parser = argparse.ArgumentParser(prog="python -m tools.translations", description=__doc__)
    parser.add_argument("command", choices=("update", "check", "release"))
    command = parser.parse_args().command
    if command == "release":
        _compile(COMPILED)
        return 0
    found = collect(ROOT)
    complaints = list(found.complaints)
    if command == "update":
        _update(found)
    else:
        complaints += catalogue.complaints(found, catalogue.load(CATALOGUE))
        complaints += _stale()
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    return 1 if complaints else 0


def _update(found: Found) -> None:
    merged = catalogue.merge(found, catalogue.load(CATALOGUE))
    CATALOGUE.parent.mkdir(exist_ok=True)
    catalogue.save(CATALOGUE, merged)
    left = sum(not entry.is_done for entry in merged.values())
    print(f"{len(merged)} strings, {left} without a translation")


def _stale() -> list[str]:
    """The compiled file is kept beside its source, so that an installation needs no Qt tools."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder, "fresh.qm")
        _compile(fresh)
        if COMPILED.exists() and COMPILED.read_bytes() == fresh.read_bytes():
            return []
    return [f"{COMPILED.name} is not what {CATALOGUE.name} compiles to: make translations"]


def _compile(target: Path) -> None:
    lrelease = Path(PySide6.__path__[0]) / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    subprocess.run([lrelease, "-silent", CATALOGUE, "-qm", target], check=True, stdin=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
