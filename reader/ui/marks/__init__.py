"""Highlights and notes: the list beside the page, the editor of a note, the tools."""
