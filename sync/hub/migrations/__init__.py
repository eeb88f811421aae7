"""Numbered steps of the hub's tables, run when a hub is made and when it starts."""

from typing import Final

HEAD: Final = "0001"
"""The last step."""
