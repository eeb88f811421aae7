"""The steps of the tables lead to what the code expects, and a newer program's tables are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from sync.errors import Code, SohopError
from sync.hub.database import Database
from sync.hub.migrations import HEAD
from sync.hub.tables import metadata


def test_the_steps_make_exactly_these_tables(tmp_path: Path) -> None:
    database = Database(tmp_path / "hub.db")
    database.migrate()
    database.migrate()
    with database.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    database.close()


def test_the_last_step_is_the_one_that_is_looked_for(tmp_path: Path) -> None:
    config = Config()
    config.set_main_option("script_location", "sync.hub:migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_full_durability_is_on(tmp_path: Path) -> None:
    database = Database(tmp_path / "hub.db")
    with database.write() as connection:
        asked = ("journal_mode", "synchronous", "foreign_keys")
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in asked]
    assert found == ["wal", 2, 1]
    database.close()


def test_tables_of_a_newer_program_are_refused_untouched(tmp_path: Path) -> None:
    database = Database(tmp_path / "hub.db")
    database.migrate()
    with database.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SohopError) as error:
        database.migrate()
    assert error.value.code is Code.VAULT_NEWER
    database.close()
