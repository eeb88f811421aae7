"""Searching a meeting and everything on the laptop: the field, the results, the way to a place and back."""
