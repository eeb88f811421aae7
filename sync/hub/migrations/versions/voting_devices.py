"""On which laptop each person votes: for those who are enrolled already, the first that is still in use.

Frozen: later changes are later steps.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision: str | None = "0003"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Add what is new."""
    op.create_table(
        "voting_devices",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["device"], ["devices.id"]),
        sa.ForeignKeyConstraint(["person"], ["people.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_voting_devices_person", "voting_devices", ["person"], unique=False)
    op.execute(
        "INSERT INTO voting_devices (person, device, since) "
        "SELECT person, id, enrolled FROM devices AS one WHERE id = ("
        "SELECT id FROM devices WHERE person = one.person "
        "ORDER BY revoked IS NOT NULL, enrolled, id LIMIT 1)"
    )
