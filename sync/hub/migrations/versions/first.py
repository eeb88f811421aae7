"""The first form of the hub's tables.

Frozen: later changes are later steps.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None
branch_labels: str | None = None
depends_on: str | None = None

_ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "audit",
        sa.Column("seq", _ROW, autoincrement=True, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=True),
        sa.Column("device", sa.String(length=64), nullable=True),
        sa.Column("meeting", sa.String(length=64), nullable=True),
        sa.Column("subject", sa.String(length=64), nullable=True),
        sa.Column("by_person", sa.String(length=64), nullable=True),
        sa.Column("by_device", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("seq"),
        sqlite_autoincrement=True,
    )
    op.create_index("audit_kind", "audit", ["kind", "seq"], unique=False)
    op.create_table(
        "events",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("meeting", sa.String(length=64), nullable=False),
        sa.Column("motion", sa.String(length=64), nullable=True),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=True),
        sa.Column("recorded", sa.BigInteger(), nullable=False),
        sa.Column("envelope", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("events_meeting", "events", ["meeting"], unique=False)
    op.create_table(
        "evidence",
        sa.Column("event", sa.String(length=64), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("recorded", sa.BigInteger(), nullable=False),
        sa.Column("envelope", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("event"),
    )
    op.create_table(
        "marks",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("meeting", sa.String(length=64), nullable=False),
        sa.Column("audience", sa.String(length=8), nullable=False),
        sa.Column("dropped", sa.Boolean(), nullable=False),
        sa.Column("document", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "motions",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("meeting", sa.String(length=64), nullable=False),
        sa.Column("manifest", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("offered", sa.Boolean(), nullable=False),
        sa.Column("opened", sa.BigInteger(), nullable=True),
        sa.Column("open_act", sa.String(length=64), nullable=True),
        sa.Column("present", sa.Text(), nullable=False),
        sa.Column("ended", sa.BigInteger(), nullable=True),
        sa.Column("end_act", sa.String(length=64), nullable=True),
        sa.Column("in_time", sa.Integer(), nullable=True),
        sa.Column("closed", sa.BigInteger(), nullable=True),
        sa.Column("closing", sa.LargeBinary(), nullable=True),
        sa.Column("head", sa.LargeBinary(), nullable=True),
        sa.Column("recorder", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("motions_meeting", "motions", ["meeting"], unique=False)
    op.create_table(
        "office",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tenant", sa.String(length=64), nullable=False),
        sa.Column("hub", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("emblem", sa.LargeBinary(), nullable=False),
        sa.Column("root_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("first_root", sa.Integer(), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "packets",
        sa.Column("manifest", sa.String(length=64), nullable=False),
        sa.Column("meeting", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("submitter", sa.String(length=64), nullable=False),
        sa.Column("envelope", sa.LargeBinary(), nullable=False),
        sa.Column("lease", sa.BigInteger(), nullable=False),
        sa.Column("changed", sa.BigInteger(), nullable=False),
        sa.Column("published", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("manifest"),
    )
    op.create_index("packets_meeting", "packets", ["meeting", "version"], unique=False)
    op.create_index("packets_lease", "packets", ["state", "lease"], unique=False)
    op.create_table(
        "people",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("groups", sa.Text(), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("added", sa.BigInteger(), nullable=False),
        sa.Column("gone", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "readers",
        sa.Column("meeting", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("meeting", "person"),
    )
    op.create_table(
        "roots",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("envelope", sa.LargeBinary(), nullable=False),
        sa.Column("signed", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "rosters",
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("envelope", sa.LargeBinary(), nullable=False),
        sa.Column("signed", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("epoch", "number"),
    )
    op.create_table(
        "ballots",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("motion", sa.String(length=64), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("leaf", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("revoked", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["id"],
            ["events.id"],
        ),
        sa.ForeignKeyConstraint(
            ["motion"],
            ["motions.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("motion", "place"),
    )
    op.create_index("ballots_person", "ballots", ["motion", "person"], unique=False)
    op.create_table(
        "deliveries",
        sa.Column("seq", _ROW, autoincrement=True, nullable=False),
        sa.Column("event", sa.String(length=64), nullable=True),
        sa.Column("packet", sa.String(length=64), nullable=True),
        sa.Column("refused", sa.String(length=64), nullable=True),
        sa.Column("audience", sa.String(length=8), nullable=False),
        sa.Column("meeting", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["event"], ["events.id"]),
        sa.ForeignKeyConstraint(["packet"], ["packets.manifest"]),
        sa.PrimaryKeyConstraint("seq"),
        sqlite_autoincrement=True,
    )
    op.create_index("deliveries_meeting", "deliveries", ["meeting", "audience"], unique=False)
    op.create_table(
        "devices",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("cert", sa.LargeBinary(), nullable=False),
        sa.Column("statement", sa.LargeBinary(), nullable=True),
        sa.Column("office", sa.Boolean(), nullable=False),
        sa.Column("roster", sa.Integer(), nullable=True),
        sa.Column("enrolled", sa.BigInteger(), nullable=False),
        sa.Column("seen", sa.BigInteger(), nullable=True),
        sa.Column("revoked", sa.BigInteger(), nullable=True),
        sa.Column("head_seq", sa.BigInteger(), nullable=False),
        sa.Column("head_id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["person"],
            ["people.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "devices_revoked",
        "devices",
        ["revoked"],
        unique=False,
        sqlite_where=sa.text("revoked IS NOT NULL"),
    )
    op.create_table(
        "admin_acts",
        sa.Column("act", sa.LargeBinary(length=16), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["device"],
            ["devices.id"],
        ),
        sa.PrimaryKeyConstraint("act"),
    )
    op.create_table(
        "invitations",
        sa.Column("id", _ROW, autoincrement=True, nullable=False),
        sa.Column("lookup", sa.LargeBinary(length=8), nullable=False),
        sa.Column("secret", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(
            ["person"],
            ["people.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("lookup"),
    )
    op.create_table(
        "outcomes",
        sa.Column("event", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("receipt", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["device"],
            ["devices.id"],
        ),
        sa.PrimaryKeyConstraint("event"),
    )
    op.create_table(
        "reaches",
        sa.Column("meeting", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("told", sa.BigInteger(), nullable=True),
        sa.Column("destroyed", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["device"],
            ["devices.id"],
        ),
        sa.PrimaryKeyConstraint("meeting", "version", "device"),
    )
    op.create_index(
        "reaches_unfinished",
        "reaches",
        ["meeting", "version"],
        unique=False,
        sqlite_where=sa.text("destroyed IS NULL"),
    )
    op.create_table(
        "tokens",
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["device"],
            ["devices.id"],
        ),
        sa.PrimaryKeyConstraint("hash"),
    )
    op.create_index(op.f("ix_tokens_device"), "tokens", ["device"], unique=False)
    op.create_table(
        "patches",
        sa.Column("target", sa.String(length=64), nullable=False),
        sa.Column("base", sa.String(length=64), nullable=False),
        sa.Column("pieces", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("target", "base"),
    )
    op.create_table(
        "opinions",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("meeting", sa.String(length=64), nullable=False),
        sa.Column("about", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("audience", sa.String(length=16), nullable=False),
        sa.Column("dropped", sa.Boolean(), nullable=False),
        sa.Column("event", sa.String(length=64), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("opinions_subject", "opinions", ["subject"], unique=False)
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
    op.create_table(
        "voting_devices",
        sa.Column("id", _ROW, autoincrement=True, nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["device"], ["devices.id"]),
        sa.ForeignKeyConstraint(["person"], ["people.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "relays",
        sa.Column("seq", _ROW, autoincrement=True, nullable=False),
        sa.Column("event", sa.String(length=64), nullable=False),
        sa.Column("meeting", sa.String(length=64), nullable=False),
        sa.Column("recorder", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("recorded", sa.BigInteger(), nullable=False),
        sa.Column("envelope", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("event"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "refusals",
        sa.Column("event", sa.String(length=64), nullable=False),
        sa.Column("meeting", sa.String(length=64), nullable=False),
        sa.Column("basis", sa.String(length=128), nullable=False),
        sa.PrimaryKeyConstraint("event"),
    )
    op.create_index("refusals_basis", "refusals", ["meeting", "basis"], unique=False)
    op.create_table(
        "office_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("up", sa.BigInteger(), nullable=False),
        sa.Column("cursor", sa.BigInteger(), nullable=False),
        sa.Column("carried", sa.BigInteger(), nullable=False),
        sa.Column("stamp", sa.LargeBinary(length=32), nullable=False),
        sa.Column("met", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "room_hubs",
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("certificate", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["device"], ["devices.id"]),
        sa.PrimaryKeyConstraint("device"),
    )
    op.create_table(
        "room_meetings",
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("meeting", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["device"], ["devices.id"]),
        sa.PrimaryKeyConstraint("device", "meeting"),
    )
    op.create_index("ix_voting_devices_person", "voting_devices", ["person"], unique=False)
    op.create_table(
        "couriered",
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("head", sa.BigInteger(), nullable=False),
        sa.Column("cursor", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["device"], ["devices.id"]),
        sa.PrimaryKeyConstraint("device"),
    )
    op.create_table(
        "heard",
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("via", sa.String(length=8), nullable=False),
        sa.Column("room", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("noted", sa.BigInteger(), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["device"], ["devices.id"]),
        sa.PrimaryKeyConstraint("device", "via", "room"),
    )
    op.create_index("heard_noted", "heard", ["noted"], unique=False)
    op.create_table(
        "carried",
        sa.Column("event", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["device"], ["devices.id"]),
        sa.PrimaryKeyConstraint("event"),
    )
    op.create_index(op.f("ix_carried_device"), "carried", ["device"], unique=False)
