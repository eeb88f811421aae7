"""Taking the papers around a meeting out into files."""
