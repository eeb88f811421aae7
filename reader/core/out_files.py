"""Files that leave the vault in clear: whole or not at all, and no table that a spreadsheet runs."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def as_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table with the mark by which Excel knows UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return "\ufeff" + out.getvalue()


def write_whole(path: Path, data: bytes) -> Path:
    """Write a file that appears whole or not at all. Raises ``OSError``; then the name is as it was."""
    partial = path.with_name(path.name + ".part")
    try:
        with partial.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError:
        partial.unlink(missing_ok=True)
        raise
    return path


def _cell(value: object) -> str:
    """Text that a spreadsheet will not run: what starts like a formula gets an apostrophe before it."""
    text = str(value)
    return "'" + text if text.startswith(_FORMULA) else text
