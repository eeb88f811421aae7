"""The composition root: the only place that knows the window, the vault and the engine at once."""

from reader.app.cli import main

__all__ = ["main"]
