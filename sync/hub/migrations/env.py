"""Alembic's environment: runs the steps on the connection that ``Database.migrate`` hands over."""

from __future__ import annotations

from alembic import context

from sync.hub.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transaction_per_migration=False,
)
context.run_migrations()
