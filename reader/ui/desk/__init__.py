"""The secretary's page for one meeting: who could read on without a line, what was sent, the votes."""
