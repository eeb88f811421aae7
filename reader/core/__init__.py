"""Use cases: what a person can do with the book. No Qt, no network."""
