"""The archive of a whole meeting (docs/ARCHIVE.md): what goes into it, how it is written, signed, opened."""
