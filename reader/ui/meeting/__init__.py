"""The meeting opened: agenda, document, notes; and what changed in this version."""
