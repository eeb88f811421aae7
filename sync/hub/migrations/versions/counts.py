"""When a vote ended, and votes that are counted by hand and on paper.

Frozen: later changes are later steps.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision: str | None = "0002"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Add what is new."""
    op.add_column("motions", sa.Column("ended", sa.BigInteger(), nullable=True))
    op.add_column("motions", sa.Column("end_act", sa.String(length=64), nullable=True))
    op.add_column("motions", sa.Column("in_time", sa.Integer(), nullable=True))
    op.add_column("ballots", sa.Column("digest", sa.String(length=64), nullable=False, server_default=""))
    op.create_table(
        "entries",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("motion", sa.String(length=64), nullable=False),
        sa.Column("ballot", sa.String(length=64), nullable=True),
        sa.Column("confirmed", sa.String(length=64), nullable=True),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["events.id"]),
        sa.ForeignKeyConstraint(["motion"], ["motions.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("entries_motion", "entries", ["motion"], unique=False)
    op.create_table(
        "entered",
        sa.Column("motion", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("entry", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.id"]),
        sa.ForeignKeyConstraint(["motion"], ["motions.id"]),
        sa.PrimaryKeyConstraint("motion", "person"),
    )
    op.create_index("entered_entry", "entered", ["entry"], unique=False)
