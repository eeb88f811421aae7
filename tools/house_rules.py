"""Rules of the house that no other checker knows: ``python -m tools.house_rules``.

Source files stay short enough to hold in the head, and no file of the project says where somebody's machine
keeps things or which package index it uses.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
LONGEST = 420
_SOURCES = ("reader", "sync", "tools", "bench")
_TEXT = frozenset(
    {"", ".cfg", ".csv", ".ini", ".json", ".md", ".py", ".qss", ".sh", ".spec", ".toml", ".ts", ".txt"}
)
_OURS = frozenset({".ci", ".gitignore"})
_HERE = "|".join(re.escape(str(place)) for place in (ROOT.resolve(), Path.home()) if len(place.parts) > 1)
_BEFORE_A_PATH = r"(?<![\w.:/-])"
_MACHINE = re.compile(
    # Where people's folders are, and where this very checkout and its owner's folder are.
    _BEFORE_A_PATH + r"/(?:home|Users)/[\w.-]+"
    r"|\b[A-Z]:\\Users\\"
    rf"|{_BEFORE_A_PATH}(?:{_HERE})\b"
    # Any package index, as an option or as a variable, and any package's address.
    r"|(?i:index[-_]url\b)"
    r"|\bhttps?://\S+/simple\b|\bhttps?://\S+\.(?:whl|tar\.gz)\b"
)


def main() -> int:
    """Print every breach; the number of them decides the exit status."""
    breaches = [*long_files(ROOT), *machine_paths(ROOT)]
    for breach in breaches:
        print(breach, file=sys.stderr)
    return 1 if breaches else 0


def long_files(root: Path) -> Iterator[str]:
    """Source files over ``LONGEST`` lines: they usually hold two ideas."""
    for folder in _SOURCES:
        for path in sorted((root / folder).rglob("*.py")):
            count = len(path.read_text("utf-8").splitlines())
            if count > LONGEST:
                yield f"{path.relative_to(root)}: {count} lines, at most {LONGEST}: find its second idea"


def machine_paths(root: Path) -> Iterator[str]:
    """Lines that name a place of one machine, or a package index."""
    for path in sorted(_texts(root)):
        if path == Path(__file__):
            continue
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1):
            found = _MACHINE.search(line)
            if found:
                yield f"{path.relative_to(root)}:{number}: names a machine's place: {found.group()}"


def _texts(root: Path) -> Iterator[Path]:
    for top in root.iterdir():
        if top.name in {"build", "dist"} or (top.name.startswith(".") and top.name not in _OURS):
            continue
        for path in [top] if top.is_file() else top.rglob("*"):
            if path.is_file() and path.suffix in _TEXT and "__pycache__" not in path.parts:
                yield path


if __name__ == "__main__":
    sys.exit(main())
