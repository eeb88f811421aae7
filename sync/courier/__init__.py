"""Bundles as files on a stick, for both ends: found, written so that a cut copy goes on, opened (0022)."""
