"""The database's tables, as numbered migrations. They only go forward, after a backup.

``PRAGMA user_version`` counts the migrations that were applied. A larger number than ours is a newer
program's vault: it is refused untouched.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from reader.store.database import Database
from reader.store.files import full_disk_is_said, sync_folder
from sync.errors import Code, SohopError

Migration = tuple[str, ...]

_FIRST: Migration = (
    "CREATE TABLE identity (only INTEGER PRIMARY KEY CHECK (only = 1), value BLOB NOT NULL) STRICT",
    "CREATE TABLE setting (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE place (
        meeting TEXT NOT NULL, document TEXT NOT NULL, value BLOB NOT NULL,
        PRIMARY KEY (meeting, document)) STRICT, WITHOUT ROWID""",
    # What the root and the hub said: roster, freshness, a certificate for each device.
    """CREATE TABLE statement (
        kind TEXT NOT NULL, subject TEXT NOT NULL, envelope BLOB NOT NULL,
        PRIMARY KEY (kind, subject)) STRICT, WITHOUT ROWID""",
    # skew: how many microseconds this laptop's clock was ahead of the hub's when freshness last came.
    """CREATE TABLE exchange (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        epoch INTEGER NOT NULL DEFAULT 0,
        cursor INTEGER NOT NULL DEFAULT 0,
        state BLOB NOT NULL DEFAULT x'',
        again BLOB NOT NULL DEFAULT x'90',
        skew INTEGER NOT NULL DEFAULT 0) STRICT""",
    "INSERT INTO exchange (only) VALUES (1)",
    # Own acts and delivered events. own_seq is the place in this device's chain.
    """CREATE TABLE event (
        arrival INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        meeting TEXT NOT NULL,
        envelope BLOB NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('pending', 'accepted', 'refused', 'delivered')),
        own_seq INTEGER UNIQUE,
        hub_seq INTEGER,
        recorded TEXT,
        receipt BLOB,
        -- A refused act that the person has read about.
        dismissed INTEGER NOT NULL DEFAULT 0,
        CHECK ((own_seq IS NULL) = (state = 'delivered'))) STRICT""",
    "CREATE INDEX event_of_meeting ON event (meeting)",
    # Acts that the office has refused: others' that a room hub handed on are not shown.
    "CREATE TABLE refusal (event TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
    "CREATE INDEX event_pending ON event (own_seq) WHERE state = 'pending'",
    "CREATE INDEX event_refused ON event (own_seq) WHERE state = 'refused'",
    # What a hub said of own acts before it was restored from a backup: evidence.
    """CREATE TABLE former_receipt (
        arrival INTEGER PRIMARY KEY, event TEXT NOT NULL REFERENCES event (id), receipt BLOB NOT NULL)
        STRICT""",
    "CREATE INDEX former_receipt_of_event ON former_receipt (event)",
    """CREATE TABLE packet (
        manifest TEXT PRIMARY KEY,
        meeting TEXT NOT NULL,
        version INTEGER NOT NULL,
        published INTEGER NOT NULL CHECK (published IN (0, 1)),
        current INTEGER NOT NULL DEFAULT 0 CHECK (current <= published),
        -- A draft newer than the current version.
        ahead INTEGER NOT NULL DEFAULT 0 CHECK (ahead + published < 2),
        starts TEXT NOT NULL,
        ends TEXT NOT NULL,
        lease TEXT NOT NULL,
        -- Content keys and documents were destroyed, and are not fetched again.
        erased INTEGER NOT NULL DEFAULT 0 CHECK (erased IN (0, 1)),
        -- Nothing of it is missing: planning passes it over.
        whole INTEGER NOT NULL DEFAULT 0 CHECK (whole IN (0, 1)),
        envelope BLOB NOT NULL,
        outline BLOB NOT NULL) STRICT""",
    "CREATE INDEX packet_of_meeting ON packet (meeting, version)",
    # What is shown is exactly one version of a meeting's packet.
    "CREATE UNIQUE INDEX packet_current ON packet (meeting) WHERE current",
    # These serve every exchange and every plan without touching the rows, which are large.
    "CREATE INDEX packet_shown ON packet (meeting, version, manifest) WHERE current",
    "CREATE INDEX packet_lease ON packet (lease, meeting) WHERE (current OR ahead) AND NOT erased",
    "CREATE INDEX packet_missing ON packet "
    "(lease, meeting, version, manifest, starts, ends, current, ahead, erased, whole) "
    "WHERE (current OR ahead) AND NOT erased AND NOT whole",
    # Versions up to this one were recalled; value: what the shelf says of it.
    """CREATE TABLE tombstone (
        meeting TEXT PRIMARY KEY, version INTEGER NOT NULL, value BLOB NOT NULL) STRICT, WITHOUT ROWID""",
    "CREATE TABLE descriptor (digest TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT",
    """CREATE TABLE packet_descriptor (
        manifest TEXT NOT NULL REFERENCES packet ON DELETE CASCADE,
        position INTEGER NOT NULL,
        descriptor TEXT NOT NULL REFERENCES descriptor,
        PRIMARY KEY (manifest, position)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX descriptor_used ON packet_descriptor (descriptor)",
    # A document's list of chunks by its digest, the recipe: 32 bytes of SHA-256 and 4 of size for each.
    "CREATE TABLE recipe (digest BLOB PRIMARY KEY, chunks BLOB NOT NULL) STRICT",
    """CREATE TABLE packet_document (
        manifest TEXT NOT NULL REFERENCES packet ON DELETE CASCADE,
        position INTEGER NOT NULL,
        document TEXT NOT NULL,
        descriptor TEXT NOT NULL,
        sha256 BLOB NOT NULL,
        size INTEGER NOT NULL,
        recipe BLOB NOT NULL,
        PRIMARY KEY (manifest, position), UNIQUE (manifest, document)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX packet_document_recipe ON packet_document (recipe)",
    # Offers to fetch a document as a patch to an older one, and the verified pieces so far.
    """CREATE TABLE patch (
        id INTEGER PRIMARY KEY,
        manifest TEXT NOT NULL REFERENCES packet ON DELETE CASCADE,
        document TEXT NOT NULL,
        base BLOB NOT NULL,
        size INTEGER NOT NULL,
        pieces BLOB NOT NULL,
        next_piece INTEGER NOT NULL DEFAULT 0,
        have INTEGER NOT NULL DEFAULT 0,
        -- It did not fit: never tried again.
        dropped INTEGER NOT NULL DEFAULT 0,
        UNIQUE (manifest, document, base)) STRICT""",
    """CREATE TABLE patch_piece (
        patch INTEGER NOT NULL REFERENCES patch ON DELETE CASCADE,
        number INTEGER NOT NULL,
        data BLOB NOT NULL,
        UNIQUE (patch, number)) STRICT""",
    "CREATE TABLE turnout (motion TEXT PRIMARY KEY, meeting TEXT NOT NULL, value BLOB NOT NULL) STRICT",
    "CREATE INDEX turnout_of_meeting ON turnout (meeting)",
    "CREATE TABLE closed (motion TEXT PRIMARY KEY, meeting TEXT NOT NULL, value BLOB NOT NULL) STRICT",
    "CREATE INDEX closed_of_meeting ON closed (meeting)",
    # Every meeting keeps its own copy under its own key: destroying one leaves the other readable.
    """CREATE TABLE document (
        id INTEGER PRIMARY KEY,
        meeting TEXT NOT NULL,
        sha256 BLOB NOT NULL,
        size INTEGER NOT NULL,
        recipe BLOB NOT NULL,
        file TEXT NOT NULL UNIQUE,
        next_chunk INTEGER NOT NULL DEFAULT 0,
        have INTEGER NOT NULL DEFAULT 0,
        tail BLOB NOT NULL DEFAULT x'',
        complete INTEGER NOT NULL DEFAULT 0,
        failures INTEGER NOT NULL DEFAULT 0,
        UNIQUE (meeting, sha256)) STRICT""",
    "CREATE INDEX document_by_sha256 ON document (sha256)",
    """CREATE TABLE content_key (
        document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE, key BLOB NOT NULL) STRICT""",
    # Meetings of which the desk may have to be told something: what could be opened now, or what is gone.
    # Whatever changes either puts them here, so that nobody looks through all meetings for it.
    """CREATE TABLE untold (
        what TEXT NOT NULL CHECK (what IN ('ready', 'gone')), meeting TEXT NOT NULL,
        PRIMARY KEY (what, meeting)) STRICT, WITHOUT ROWID""",
    *(
        f"CREATE TRIGGER {name} AFTER {change} BEGIN INSERT INTO untold (what, meeting) "  # noqa: S608 - from the table below
        f"VALUES ('{what}', {row}.meeting) ON CONFLICT DO NOTHING; END"
        for name, change, what, row in (
            ("packet_shows", "UPDATE OF current ON packet WHEN NEW.current", "ready", "NEW"),
            ("document_completes", "UPDATE OF complete ON document WHEN NEW.complete", "ready", "NEW"),
            ("document_goes", "DELETE ON document WHEN OLD.complete", "ready", "OLD"),
            ("packet_is_recalled", "INSERT ON tombstone", "gone", "NEW"),
            ("packet_is_recalled_again", "UPDATE OF version ON tombstone", "gone", "NEW"),
            ("packet_is_erased", "UPDATE OF erased ON packet WHEN NEW.erased", "gone", "NEW"),
        )
    ),
    """CREATE TABLE chunk (
        digest BLOB NOT NULL,
        document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        start INTEGER NOT NULL,
        size INTEGER NOT NULL,
        PRIMARY KEY (digest, document, start)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX chunk_of_document ON chunk (document)",
)

_SEARCH: Migration = (
    # A document's text, once for all meetings that have it. next_page: so many pages have been read.
    """CREATE TABLE index_document (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        sha256 BLOB NOT NULL UNIQUE,
        version INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('coming', 'done', 'no_text', 'unreadable')),
        next_page INTEGER NOT NULL DEFAULT 0) STRICT""",
    # id: document * 32768 + page, so that a document's pages are neighbours here and in the words' lists.
    """CREATE TABLE index_page (id INTEGER PRIMARY KEY, text TEXT NOT NULL, folded TEXT NOT NULL) STRICT""",
    "CREATE VIRTUAL TABLE index_word USING fts5 (folded, content='index_page', content_rowid='id', "
    "columnsize=0, tokenize='unicode61 remove_diacritics 0')",
    "CREATE TRIGGER index_page_comes AFTER INSERT ON index_page BEGIN "
    "INSERT INTO index_word (rowid, folded) VALUES (NEW.id, NEW.folded); END",
    "CREATE TRIGGER index_page_goes AFTER DELETE ON index_page BEGIN "
    "INSERT INTO index_word (index_word, rowid, folded) VALUES ('delete', OLD.id, OLD.folded); END",
    "CREATE TRIGGER index_document_goes AFTER DELETE ON index_document BEGIN "
    "DELETE FROM index_page WHERE id BETWEEN OLD.id * 32768 AND OLD.id * 32768 + 32767; END",
)

_PLACEMENTS: Migration = (
    # Where marks of one version (anchor: a digest of the place they were made in) stand on another, as it was
    # worked out on this laptop. seen: the person knows of it.
    """CREATE TABLE placement (
        meeting TEXT NOT NULL, sha256 BLOB NOT NULL, anchor BLOB NOT NULL, value BLOB NOT NULL,
        seen INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (meeting, sha256, anchor)) STRICT, WITHOUT ROWID""",
)

_UNDO: Migration = (
    # What a person did to marks, in order: the last that is not undone is undone next, the first that is
    # undone is done again next.
    """CREATE TABLE undo_act (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        meeting TEXT NOT NULL,
        document TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))) STRICT""",
    "CREATE INDEX undo_act_of_document ON undo_act (meeting, document, undone, id)",
    # The versions of a mark that stood before the act and after it, by their events.
    """CREATE TABLE undo_version (
        act INTEGER NOT NULL REFERENCES undo_act ON DELETE CASCADE,
        step INTEGER NOT NULL,
        side TEXT NOT NULL CHECK (side IN ('before', 'after')),
        place INTEGER NOT NULL,
        event TEXT NOT NULL REFERENCES event (id),
        PRIMARY KEY (act, step, side, place)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX undo_version_event ON undo_version (event)",
)

_LOGS: Migration = (
    # What the recorder signed of motions' logs: with a receipt, or frozen in a closing.
    """CREATE TABLE log_mark (
        event TEXT PRIMARY KEY,
        motion TEXT NOT NULL,
        size INTEGER NOT NULL,
        root TEXT NOT NULL,
        frozen INTEGER NOT NULL CHECK (frozen IN (0, 1)),
        envelope BLOB NOT NULL) STRICT, WITHOUT ROWID""",
    "CREATE INDEX log_mark_of_motion ON log_mark (motion)",
    # Proofs that a log begins with another: by their roots.
    """CREATE TABLE log_link (
        motion TEXT NOT NULL, first TEXT NOT NULL, second TEXT NOT NULL, path BLOB NOT NULL,
        PRIMARY KEY (motion, first, second)) STRICT, WITHOUT ROWID""",
    # Motions of which such a proof is still wanted.
    "CREATE TABLE log_wanted (motion TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
    # Two signed words that contradict one another. Never deleted.
    """CREATE TABLE log_fork (
        motion TEXT PRIMARY KEY, heard TEXT NOT NULL, one BLOB NOT NULL, other BLOB NOT NULL,
        -- The desk was told.
        told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)))
        STRICT, WITHOUT ROWID""",
)

_DRAFTS: Migration = (
    # Packets that are being made: each state, the last that is not undone is the present one.
    """CREATE TABLE draft (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        meeting TEXT NOT NULL,
        value BLOB NOT NULL,
        saved TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))) STRICT""",
    "CREATE INDEX draft_of_meeting ON draft (meeting, undone, id)",
    # Their files: the bytes are documents, which stay as long as they are named here.
    """CREATE TABLE draft_file (
        meeting TEXT NOT NULL, sha256 BLOB NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL,
        facts BLOB NOT NULL,
        PRIMARY KEY (meeting, sha256)) STRICT, WITHOUT ROWID""",
)

_COURIER: Migration = (
    # When an own act that waits was last written to a stick; it waits all the same.
    "ALTER TABLE event ADD COLUMN carried TEXT",
)

_ROOMS: Migration = (
    # Own acts on motions: the room hub whose log they are for; empty for the office's.
    "ALTER TABLE event ADD COLUMN recorder TEXT NOT NULL DEFAULT ''",
    # through: the hub was given this device's chain up to there.
    "ALTER TABLE exchange ADD COLUMN through INTEGER NOT NULL DEFAULT 0",
    "UPDATE exchange SET through = coalesce((SELECT max(own_seq) FROM event "
    "WHERE state IN ('accepted', 'refused')), 0)",
    # The same for each room hub; heard: when it was last spoken to, by this laptop's own clock.
    """CREATE TABLE route (
        hub TEXT PRIMARY KEY,
        epoch INTEGER NOT NULL DEFAULT 0,
        cursor INTEGER NOT NULL DEFAULT 0,
        state BLOB NOT NULL DEFAULT x'',
        again BLOB NOT NULL DEFAULT x'90',
        through INTEGER NOT NULL DEFAULT 0,
        heard TEXT) STRICT, WITHOUT ROWID""",
    # What a hub said of an own act that another one records: a receipt for the time being, or that it is
    # carried.
    """CREATE TABLE relay (
        event TEXT NOT NULL REFERENCES event (id), hub TEXT NOT NULL, receipt BLOB,
        PRIMARY KEY (event, hub)) STRICT, WITHOUT ROWID""",
)

_BOARD: Migration = (
    # For the desk: when a laptop was last heard of by each way, as hubs have told it.
    """CREATE TABLE contact (
        device TEXT NOT NULL, via TEXT NOT NULL, room TEXT NOT NULL,
        person TEXT NOT NULL, at TEXT NOT NULL, held INTEGER NOT NULL CHECK (held IN (0, 1)),
        PRIMARY KEY (device, via, room)) STRICT, WITHOUT ROWID""",
    # The version of a meeting's packet that was last copied to a stick for a laptop.
    """CREATE TABLE copied (
        device TEXT NOT NULL, meeting TEXT NOT NULL, manifest TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (device, meeting)) STRICT, WITHOUT ROWID""",
)

MIGRATIONS: Final[tuple[Migration, ...]] = (
    *(_FIRST, _SEARCH, _PLACEMENTS, _UNDO),
    *(_LOGS, _DRAFTS, _COURIER, _ROOMS, _BOARD),
)


def migrate(database: Database, key: bytes, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring the tables up to date, each migration in its own transaction.

    ``refuse_newer`` must have passed. Raises ``SohopError(DISK_FULL)`` with the vault as it was.
    """
    present = version(database)
    if 0 < present < len(migrations):
        _back_up(database, key, present)
    for number, statements in enumerate(migrations[present:], present + 1):
        with database.transaction():
            for statement in statements:
                database.run(statement)
            database.run(f"PRAGMA user_version = {number}")


def refuse_newer(database: Database, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Raises ``SohopError(VAULT_NEWER)`` for a vault that a newer program wrote."""
    if version(database) > len(migrations):
        raise SohopError(Code.VAULT_NEWER)


def version(database: Database) -> int:
    """How many migrations this database has had."""
    row = database.one("PRAGMA user_version")
    assert row is not None
    return int(row[0])


def backup_path(database: Path, present: int) -> Path:
    """Where the backup of a vault with ``present`` migrations lies."""
    return database.with_name(f"{database.name}.before-{present + 1}")


def _back_up(database: Database, key: bytes, present: int) -> None:
    """A copy of the database under the same key, without content: else it would undo a recall.

    A document's row takes its content key and its tail along.
    """
    database.checkpoint()
    target = backup_path(database.path, present)
    partial = target.with_name(target.name + ".partial")
    with full_disk_is_said():
        shutil.copyfile(database.path, partial)
        copy = Database(partial, key)
        try:
            with copy.transaction():
                for table, emptied in (
                    ("document", "DELETE FROM document"),
                    ("patch_piece", "DELETE FROM patch_piece"),
                    ("index_document", "DELETE FROM index_document"),
                    ("index_word", "INSERT INTO index_word (index_word) VALUES ('optimize')"),
                ):
                    if copy.one("SELECT 1 FROM sqlite_schema WHERE name = ?", (table,)):
                        copy.run(emptied)
            copy.checkpoint()
        finally:
            copy.close()
        os.replace(partial, target)
        sync_folder(target.parent)
    for older in database.path.parent.glob(f"{database.path.name}.before-*"):
        if older != target:
            older.unlink()
