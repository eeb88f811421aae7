"""Numbered steps of the hub's tables, run when a hub is made and when it starts."""
