"""The hub's tables (SQLAlchemy Core). Moments are whole milliseconds since the Unix epoch.

Envelopes are stored as they came (``stored.keep``); receipts as the JSON bytes that were answered.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from sync.hub.standings import InvitationState as InvitationState
from sync.hub.standings import PacketState as PacketState
from sync.hub.standings import To as To

metadata = MetaData()

_ROW = BigInteger().with_variant(Integer, "sqlite")


office = Table(
    "office",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("tenant", String(64), nullable=False),
    Column("hub", String(64), nullable=False),  # ``HUB``, or the device that a room hub is
    Column("name", Text, nullable=False),
    Column("term", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("emblem", LargeBinary, nullable=False),
    Column("root_key", LargeBinary(32), nullable=False),
    Column("first_root", Integer, nullable=False),  # the number of the root that this folder began with
    Column("made", BigInteger, nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("roles", Text, nullable=False),
    Column("groups", Text, nullable=False),  # one a line
    Column("code", String(64), nullable=False),
    Column("added", BigInteger, nullable=False),
    Column("gone", BigInteger),  # left the office
)

invitations = Table(
    "invitations",
    metadata,
    Column("id", _ROW, primary_key=True, autoincrement=True),
    Column("lookup", LargeBinary(8), nullable=False, unique=True),
    Column("secret", String(32), nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("state", String(8), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("made", BigInteger, nullable=False),
    Column("expires", BigInteger, nullable=False),
    Column("device", String(64)),
)

devices = Table(
    "devices",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("cert", LargeBinary, nullable=False),
    Column("statement", LargeBinary),
    Column("office", Boolean, nullable=False),
    Column("roster", Integer),
    Column("enrolled", BigInteger, nullable=False),
    Column("seen", BigInteger),
    Column("revoked", BigInteger),
    Column("head_seq", BigInteger, nullable=False),
    Column("head_id", String(64), nullable=False),
)
Index("devices_revoked", devices.c.revoked, sqlite_where=devices.c.revoked.is_not(None))

# Which laptop a person votes on, and since when; the last row holds.
voting_devices = Table(
    "voting_devices",
    metadata,
    Column("id", _ROW, primary_key=True, autoincrement=True),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    Column("device", ForeignKey("devices.id"), nullable=False),
    Column("since", BigInteger, nullable=False),
)

tokens = Table(
    "tokens",
    metadata,
    Column("hash", LargeBinary(32), primary_key=True),
    Column("device", ForeignKey("devices.id"), nullable=False, index=True),
    Column("expires", BigInteger, nullable=False),
)

rosters = Table(
    "rosters",
    metadata,
    Column("epoch", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("envelope", LargeBinary, nullable=False),
    Column("signed", BigInteger, nullable=False),
)

roots = Table(
    "roots",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("envelope", LargeBinary, nullable=False),
    Column("signed", BigInteger, nullable=False),
)

outcomes = Table(
    "outcomes",
    metadata,
    Column("event", String(64), primary_key=True),
    Column("device", ForeignKey("devices.id"), nullable=False),
    Column("receipt", LargeBinary, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("meeting", String(64), nullable=False),
    Column("motion", String(64)),
    Column("person", String(64), nullable=False),
    Column("device", String(64)),
    Column("recorded", BigInteger, nullable=False),
    Column("envelope", LargeBinary, nullable=False),
    Index("events_meeting", "meeting"),
)

# The hub's order: an event, a packet as it stood from there on, or that an act was ``refused`` which a room
# hub may have handed on. With none of these, the desk is to look again at how far the recalls of that meeting
# got (``reaches``); without a meeting (``OWN``), a person's laptops at which of them votes
# (``voting_devices``).
deliveries = Table(
    "deliveries",
    metadata,
    Column("seq", _ROW, primary_key=True, autoincrement=True),
    Column("event", ForeignKey("events.id")),
    Column("packet", ForeignKey("packets.manifest")),
    Column("refused", String(64)),
    Column("audience", String(8), nullable=False),
    Column("meeting", String(64), nullable=False),
    Column("person", String(64)),
    Index("deliveries_meeting", "meeting", "audience"),
    sqlite_autoincrement=True,
)

evidence = Table(
    "evidence",
    metadata,
    Column("event", String(64), primary_key=True),
    Column("code", String(32), nullable=False),
    Column("device", String(64), nullable=False),
    Column("recorded", BigInteger, nullable=False),
    Column("envelope", LargeBinary, nullable=False),
)

marks = Table(
    "marks",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("person", String(64), nullable=False),
    Column("meeting", String(64), nullable=False),
    Column("audience", String(8), nullable=False),
    Column("dropped", Boolean, nullable=False),
    Column("document", String(64), nullable=False),
)

# ``about`` is the kind of thing (the tag in the event), ``subject`` its id. ``event`` is the newest version.
# ``held``: a reply that a restored hub got before what it answers.
opinions = Table(
    "opinions",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("person", String(64), nullable=False),
    Column("meeting", String(64), nullable=False),
    Column("about", String(16), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("audience", String(16), nullable=False),
    Column("dropped", Boolean, nullable=False),
    Column("event", String(64), nullable=False),
    Column("held", Boolean, nullable=False),
    Index("opinions_subject", "subject"),
)

packets = Table(
    "packets",
    metadata,
    Column("manifest", String(64), primary_key=True),
    Column("meeting", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("submitter", String(64), nullable=False),
    Column("envelope", LargeBinary, nullable=False),
    Column("lease", BigInteger, nullable=False),
    Column("changed", BigInteger, nullable=False),
    Column("published", BigInteger),
    Index("packets_meeting", "meeting", "version"),
    Index("packets_lease", "state", "lease"),
)

readers = Table(
    "readers",
    metadata,
    Column("meeting", String(64), primary_key=True),
    Column("person", String(64), primary_key=True),
)

# How far a recall got: one row for each device that could hold a copy when it was recalled.
reaches = Table(
    "reaches",
    metadata,
    Column("meeting", String(64), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("device", ForeignKey("devices.id"), primary_key=True),
    Column("told", BigInteger),
    Column("destroyed", BigInteger),
)
Index(
    "reaches_unfinished",
    reaches.c.meeting,
    reaches.c.version,
    sqlite_where=reaches.c.destroyed.is_(None),
)

motions = Table(
    "motions",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("meeting", String(64), nullable=False),
    Column("manifest", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("offered", Boolean, nullable=False),
    Column("opened", BigInteger),
    Column("open_act", String(64)),
    Column("present", Text, nullable=False),
    Column("ended", BigInteger),
    Column("end_act", String(64)),
    Column("in_time", Integer),  # ballots in the log when the voting ended
    Column("closed", BigInteger),
    Column("closing", LargeBinary),
    Column("head", LargeBinary),
    Column("recorder", String(64)),  # who opened it first, as acts name it; NULL before that
    Index("motions_meeting", "meeting"),
)

ballots = Table(
    "ballots",
    metadata,
    Column("id", ForeignKey("events.id"), primary_key=True),
    Column("motion", ForeignKey("motions.id"), nullable=False),
    Column("place", Integer, nullable=False),
    Column("person", String(64), nullable=False),
    Column("leaf", LargeBinary, nullable=False),
    Column("digest", String(64), nullable=False),  # the motion's, as the voter had it
    Column("late", Boolean, nullable=False),
    Column("revoked", Boolean, nullable=False),
    UniqueConstraint("motion", "place"),
    Index("ballots_person", "motion", "person"),
)

entries = Table(  # votes by hand and on paper, and late ballots to be admitted
    "entries",
    metadata,
    Column("id", ForeignKey("events.id"), primary_key=True),
    Column("motion", ForeignKey("motions.id"), nullable=False),
    Column("ballot", String(64)),
    Column("confirmed", String(64)),
    Column("withdrawn", Boolean, nullable=False),
    Index("entries_motion", "motion"),
)

entered = Table(  # who stands in an entry that is not withdrawn: nobody in two
    "entered",
    metadata,
    Column("motion", ForeignKey("motions.id"), primary_key=True),
    Column("person", String(64), primary_key=True),
    Column("entry", ForeignKey("entries.id"), nullable=False),
    Index("entered_entry", "entry"),
)

# Acts to be passed on to the other hub, in the order of arrival: at a room hub all that laptops brought, at
# the office those that a room hub records, or that wait for it (``awaiting``). ``recorder`` as in the act.
relays = Table(
    "relays",
    metadata,
    Column("seq", _ROW, primary_key=True, autoincrement=True),
    Column("event", String(64), nullable=False, unique=True),
    Column("meeting", String(64), nullable=False),
    Column("recorder", String(64), nullable=False),
    Column("device", String(64), nullable=False),
    Column("recorded", BigInteger, nullable=False),
    Column("envelope", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

# What was refused here and another hub may have taken, as far as other acts wait for it (``awaiting``).
refusals = Table(
    "refusals",
    metadata,
    Column("event", String(64), primary_key=True),
    Column("meeting", String(64), nullable=False),
    Column("basis", String(128), nullable=False),
    Index("refusals_basis", "meeting", "basis"),
)

office_line = Table(  # at a room hub: how far it has come with its office's hub
    "office_line",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("up", BigInteger, nullable=False),  # of ``relays``, all up to here are there
    Column("cursor", BigInteger, nullable=False),
    Column("carried", BigInteger, nullable=False),
    Column("stamp", LargeBinary(32), nullable=False),
    Column("met", BigInteger),
)

room_hubs = Table(  # certificates by the office's CA, PEM, for the laptops that are room hubs
    "room_hubs",
    metadata,
    Column("device", ForeignKey("devices.id"), primary_key=True),
    Column("certificate", LargeBinary, nullable=False),
)

room_meetings = Table(  # which meetings a room hub carries
    "room_meetings",
    metadata,
    Column("device", ForeignKey("devices.id"), primary_key=True),
    Column("meeting", String(64), primary_key=True),
)

audit = Table(
    "audit",
    metadata,
    Column("seq", _ROW, primary_key=True, autoincrement=True),
    Column("at", BigInteger, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("person", String(64)),
    Column("device", String(64)),
    Column("meeting", String(64)),
    Column("subject", String(64)),
    # who did it over the line; empty for what was done on this machine, or by the person itself
    Column("by_person", String(64)),
    Column("by_device", String(64)),
    Index("audit_kind", "kind", "seq"),
    sqlite_autoincrement=True,
)

admin_acts = Table(  # what was answered: the same act again gets the same
    "admin_acts",
    metadata,
    Column("act", LargeBinary(16), primary_key=True),
    Column("device", ForeignKey("devices.id"), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("answer", LargeBinary, nullable=False),
)

patches = Table(
    "patches",
    metadata,
    Column("target", String(64), primary_key=True),
    Column("base", String(64), primary_key=True),
    Column("pieces", LargeBinary),
)

# The newest homeward bundle of a laptop, by its chain: how far in the order it had heard then.
couriered = Table(
    "couriered",
    metadata,
    Column("device", ForeignKey("devices.id"), primary_key=True),
    Column("epoch", Integer, nullable=False),
    Column("head", BigInteger, nullable=False),
    Column("cursor", BigInteger, nullable=False),
)

# When laptops were last heard of by stick, and what room hubs say of it (``room``); of its own lines a hub
# keeps ``devices.seen``. ``held``: that room hub has something of the laptop's that the office has not got.
heard = Table(
    "heard",
    metadata,
    Column("device", ForeignKey("devices.id"), primary_key=True),
    Column("via", String(8), primary_key=True),
    Column("room", String(64), primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("noted", BigInteger, nullable=False),
    Column("held", Boolean, nullable=False),
    Index("heard_noted", "noted"),
)

# Acts that came by stick: their receipts go out on the next one, those that are carried once they are here.
carried = Table(
    "carried",
    metadata,
    Column("event", String(64), primary_key=True),
    Column("device", ForeignKey("devices.id"), nullable=False, index=True),
)
