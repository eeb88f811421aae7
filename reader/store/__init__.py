"""The vault: everything a laptop keeps, encrypted at rest. No Qt, no network; the only SQLCipher importer."""
