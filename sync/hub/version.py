"""Which program this is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def program_version() -> str:
    """The version of this program; empty where it was not installed."""
    try:
        return version("sohop")
    except PackageNotFoundError:
        return ""
